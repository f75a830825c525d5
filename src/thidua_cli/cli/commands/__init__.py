"""One file a command; each holds the function that Typer runs, named like the command."""

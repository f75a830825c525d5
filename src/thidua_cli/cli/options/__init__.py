"""The command line: options, arguments, help, usage errors."""

"""How results and findings leave the program."""

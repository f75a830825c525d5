"""The table of results of targets that an office keeps: its columns, its rows, its figures."""

"""What the words of one line show, wherever it stands."""

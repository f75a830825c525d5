"""What is done about each kind of breach: small functions that change a draft at the places told."""

"""What a cell computes as the unit types."""

"""The money that comes with an award: multiple, base salary and rounding of the day."""

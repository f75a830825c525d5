"""What a scoring run says of units, grades and criteria, as reports tell it."""

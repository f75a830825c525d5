"""What units propose for awards, held against what the law of the day allows."""

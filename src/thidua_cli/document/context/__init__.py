"""What templates have at hand: every name with its meaning and its value, every filter and test."""

"""Head counts of units: what the law allows and rules."""

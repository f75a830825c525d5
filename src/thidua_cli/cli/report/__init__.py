"""What `thidua report` reads."""

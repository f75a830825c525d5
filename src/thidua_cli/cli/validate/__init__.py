"""What `thidua validate` does beside checking."""

"""What `thidua doctor` looks at and how it tells."""

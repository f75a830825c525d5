"""What `thidua bonus` shows."""

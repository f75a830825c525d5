"""What `thidua quota` reads and shows."""

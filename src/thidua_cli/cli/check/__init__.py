"""What `thidua check` reads, mends and shows."""

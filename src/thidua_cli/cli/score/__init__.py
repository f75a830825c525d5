"""What `thidua score` reads and shows."""

"""What one cell earns, exactly."""

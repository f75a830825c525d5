"""What a unit earns in all, and its place."""

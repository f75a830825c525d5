"""YAML text to nodes with spans."""

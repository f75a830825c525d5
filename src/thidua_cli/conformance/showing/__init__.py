"""The page of a Word file with what was found on it."""

"""A Word file's parts and formatting, read as they are and never changed."""

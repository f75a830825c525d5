"""A document as plain Markdown."""

"""The text of a Word file in reading order: paragraphs, tables, headers, notes."""

"""The language: text, numbers, dates, citations, collation."""

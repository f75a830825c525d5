"""Units, people and awards in tables, held against the law."""

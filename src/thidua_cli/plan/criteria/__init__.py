"""The language of scoring tables: the table, its criteria by family, and what it says against itself."""

"""The kinds of rules: one file a family, each a small function over the facts of a record."""

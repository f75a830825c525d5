"""Paragraphs cut into what can be a component of its own, and put together again."""

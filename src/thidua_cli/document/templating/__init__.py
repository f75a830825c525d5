"""Filling text templates in: where they come from, what they may do, and what is wrong with them."""

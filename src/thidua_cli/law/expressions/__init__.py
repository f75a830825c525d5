"""Conditions of local packs: a small, closed, typed language over the facts of one case."""

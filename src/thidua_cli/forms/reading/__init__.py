"""Filled forms read back."""

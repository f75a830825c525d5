"""Errors of shape in the words of people."""

"""Shapes of a Word file: lines, flat pictures and boxes of text, in both of its drawing languages."""

"""The archive of a Word file: its parts, safely unpacked and parsed, and what they are related to."""

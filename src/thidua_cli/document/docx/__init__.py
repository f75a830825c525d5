"""The Word writer: one file a part of the page."""

"""A document as a web page of one file."""

"""The line markup between templates and blocks: one line of text, one block or one field of a component."""

"""An office's own Word file as a template: read, filled in, written again with all that it holds."""

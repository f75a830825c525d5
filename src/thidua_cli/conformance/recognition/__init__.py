"""Which line of a Word file is which component, and what kind of document it is."""

"""What `thidua render` reads, and the list of what templates have at hand."""

"""What is checked of a plan against itself: dates, citations, references, numbers, letterhead."""

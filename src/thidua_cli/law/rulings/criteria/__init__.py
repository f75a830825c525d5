"""What an article asks of one person or collective: a tree of typed criteria, answered in three values."""

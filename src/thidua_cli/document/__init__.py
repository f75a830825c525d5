"""What is published: a tree of blocks between the templates and the Word writer."""

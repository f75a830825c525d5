"""What the cells of such tables say, and which rows are units."""

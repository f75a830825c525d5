"""What a table says: columns, rows, cells as read."""

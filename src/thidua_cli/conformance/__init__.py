"""Whether a Word file is laid out as the decree says, whoever wrote it."""

"""Reports on a period: what tables and plan say together, in the words of a document."""

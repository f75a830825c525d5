"""The parts of a document from top to bottom, each marked by its lines and their neighbours."""

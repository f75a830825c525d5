"""What the law names: documents, regimes, titles, days."""

"""Documents as PDF, laid out by LibreOffice."""

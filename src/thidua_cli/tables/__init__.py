"""CSV and XLSX in, every cell with its address."""

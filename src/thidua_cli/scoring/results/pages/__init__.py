"""What an officer hands on of a run, sheet by sheet: the same for a workbook and for Markdown."""

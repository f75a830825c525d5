"""Tables going out: what a sheet holds, and how it becomes a workbook, Markdown or CSV."""

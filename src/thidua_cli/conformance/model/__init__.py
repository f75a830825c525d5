"""What a Word file holds, in the terms of the decree: pages, lines of text, drawn rules."""

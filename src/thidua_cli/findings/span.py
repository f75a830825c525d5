"""Where in the user's own file something stands."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A range of a file: 1-based lines and columns, columns in code points, the end exclusive.

    A table cell carries its address in `cell` (`B7`, or `Sheet1!B7` in a workbook) beside its line. Line 0 is
    the whole of what has no lines.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    cell: str | None = None

    @property
    def has_lines(self) -> bool:
        """Whether the place lies in something that people count lines in."""
        return self.line > 0

    @property
    def place(self) -> str:
        """The place as people quote it: `plan.yaml:14:3`, or `units.csv:B7` for a cell."""
        if self.cell or not self.has_lines:
            return f"{self.path}:{self.cell}" if self.cell else self.path
        return f"{self.path}:{self.line}:{self.column}"

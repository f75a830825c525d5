"""The points of units as text: what units with the same cells share is put into text once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.points.column_scores import ColumnScore, Key
    from thidua_cli.scoring.standings.results import Results, UnitResult

# No text that `write` gives.
NOT_YET = "\0"


class PointTexts:
    """Puts points into text by `write`; those that are not known or not assigned have none."""

    def __init__(self, results: Results, write: Callable[[Ratio], str]) -> None:
        self._results, self._write = results, write
        self._columns: list[tuple[str, ColumnScore, dict[Key, str | None]]] = [
            (item.id, results.columns[item.id], {}) for item in results.criteria.scored()
        ]

    def of(self, unit: UnitResult) -> Iterator[tuple[str, str | None]]:
        """The id of each criterion with its points."""
        if self._results.breakdowns.as_scored(unit.position):
            return self._as_scored(unit)
        return self._as_counted(unit)

    def _as_scored(self, unit: UnitResult) -> Iterator[tuple[str, str | None]]:
        row = unit.row.values
        for name, score, texts in self._columns:
            key = score.key(row)
            text = texts.get(key, NOT_YET)
            if text is NOT_YET:
                points = score.ratio(row)
                text = texts[key] = None if points is None else self._write(points)
            yield name, text

    def _as_counted(self, unit: UnitResult) -> Iterator[tuple[str, str | None]]:
        """After gates and adjustments, which are the unit's own."""
        items = self._results.breakdown(unit).items
        for name, _, _ in self._columns:
            item = items[name]
            yield name, self._write(item.part) if item.known and item.assigned else None

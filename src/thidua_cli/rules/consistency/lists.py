"""Lists: what the text counts is what the list has."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rules.consistency.prose import block_passages, span_in
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

COUNT = r"(?<![\w.,/%-])(?P<count>[0-9]{1,5}) "


def count_differs_from_list(loaded: Loaded) -> Iterator[Finding]:
    """TD291: the text names another number of what a list counts (`unit`) than the lists of it have rows."""
    printed = loaded.tables[0]
    rows: dict[str, list[int]] = defaultdict(list)
    places: dict[str, int] = {}
    for index, table in enumerate(loaded.plan.tables):
        if table.unit and table.id in printed:
            rows[fold(table.unit)].append(printed[table.id].count)
            places.setdefault(fold(table.unit), index)
    for passage in block_passages(loaded) if rows else ():
        for unit, counts in rows.items():
            for found in re.finditer(COUNT + re.escape(unit) + r"\b", passage.text, re.IGNORECASE):
                if int(found["count"]) in (*counts, sum(counts)):
                    continue
                span = span_in(loaded, passage, found.start(), found.end())
                values = {"text": found[0], "count": " + ".join(map(str, counts)), "unit": unit}
                list_span = loaded.span(("tables", places[unit], "id"))
                yield Finding("TD291", span, values, related=(Related(list_span, "list"),))

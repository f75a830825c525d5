"""The figures of a chart as text, and as the table they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Inline, Run, Table
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.document.blocks import Chart

# Units that stand at the figure without a space.
ATTACHED = frozenset({"%", "‰"})
# Colours of the series, told apart when printed in grey as well; every bar has a dark edge.
FILLS = ("1F4E79", "9DC3E6", "7F7F7F", "D9D9D9", "2E75B6", "BF9000")
CATEGORY = "Nội dung"


def figure(value: Decimal | None, chart: Chart) -> str:
    """A figure with the decimals and the unit of its chart; empty where there is none."""
    if value is None:
        return ""
    number = format_number(value, chart.places)
    return f"{number}{'' if chart.unit in ATTACHED else ' '}{chart.unit}".rstrip()


def table_of(chart: Chart) -> Table:
    """A row for each category, a column for each series."""
    return Table(
        header=tuple(map(_cell, (CATEGORY, *(series.name for series in chart.series)))),
        rows=tuple(
            (_cell(category), *(_cell(figure(series.values[place], chart)) for series in chart.series))
            for place, category in enumerate(chart.categories)
        ),
        numeric=frozenset(range(1, len(chart.series) + 1)),
        caption=chart.title,
    )


def _cell(text: str) -> Inline:
    return (Run(text),)

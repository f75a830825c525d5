"""Tables of data: heads that say what they head, groups with a name of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.html.elements import element, line, words
from thidua_cli.document.typesetting.tables import cells_of, counters, is_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.blocks import Inline, Table
    from thidua_cli.document.html.sheet import Sheet

UNNAMED = "Bảng"


def data_table(table: Table, _sheet: Sheet) -> str:
    """A table that is moved sideways where the screen is narrower."""
    caption = element("caption", words("TableText", table.caption), class_="unseen") if table.caption else ""
    columns = list(_columns(table))
    head = [element("th", words("TableHead", cell), class_="TableHead", scope="col") for cell in table.header]
    return scrolled(
        element(
            "table",
            caption,
            element("colgroup", *columns) if columns else "",
            element("thead", element("tr", *head)),
            *_groups(table),
            class_="data short" if is_short(table) else "data",
        ),
        table.caption or UNNAMED,
    )


def scrolled(wide: str, name: str) -> str:
    """What may be wider than the screen, moved by keyboard or finger."""
    return element("div", wide, class_="scroll", role="group", aria_label=name, tabindex=0)


def _columns(table: Table) -> Iterator[str]:
    """The shares of the columns; one of 0 is as narrow as its words let it be."""
    total = sum(table.widths)
    if total and len(table.widths) == len(table.header):
        for width in table.widths:
            yield element("col", style=f"width:{max(1, 100 * width // total)}%")


def _groups(table: Table) -> list[str]:
    """The rows, those below each band in a group of their own."""
    groups: list[list[str]] = [[]]
    middle = counters(table)
    for index, row in enumerate(table.rows):
        if index in table.bands:
            groups.append([_band(row, len(table.header))])
            continue
        cells = (
            line("td", _style(table, column, middle), text, colspan=span if span > 1 else "")
            for text, column, span in cells_of(table, index)
        )
        groups[-1].append(element("tr", *cells, class_="total" if index in table.totals else ""))
    return [element("tbody", *rows) for rows in groups if rows]


def _style(table: Table, column: int, middle: frozenset[int]) -> str:
    if column in table.numeric:
        return "TableNumber"
    return "TableCounter" if column in middle else "TableText"


def _band(row: tuple[Inline, ...], span: int) -> str:
    name = words("TableText", row[0] if row else ())
    return element(
        "tr", element("th", name, class_="TableText", scope="rowgroup", colspan=span), class_="band"
    )

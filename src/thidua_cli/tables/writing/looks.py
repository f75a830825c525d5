"""How cells look: fonts, borders, and number formats that a Vietnamese Excel shows as `1.234,50`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thidua_cli.tables.writing.sheets import Kind

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT, SIZE, TITLE_SIZE = "Times New Roman", 12, 13
HEADING_FILL, BAND_FILL = "#EDEDED", "#F7F7F7"
DAY = "dd/mm/yyyy"
# Excel keeps fifteen digits of a number.
MOST_DIGITS = 15
ALIGNED = {Kind.TEXT: "left", Kind.CENTRED: "center", Kind.DATE: "center"}


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, **properties: Any) -> Format:
        """The format of these properties (named as xlsxwriter names them)."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._workbook.add_format(common | properties)
        return self._made[key]


def kept_by_excel(value: Decimal) -> bool:
    """Whether a cell can hold the number as it is: few enough digits, and the float means just them."""
    digits = len(value.normalize().as_tuple().digits)
    return digits <= MOST_DIGITS and Decimal(repr(float(value))) == value


def number_format(places: int, kind: Kind) -> str:
    """The format of a number with so many decimals; Excel puts in the signs of its user's language."""
    whole = "0" if kind is Kind.PERCENT else "#,##0"
    return whole + ("." + "0" * places if places else "") + ("%" if kind is Kind.PERCENT else "")

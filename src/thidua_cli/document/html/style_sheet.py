"""The style sheet of the page: sizes and emphasis from the table of looks, the rest from `page.css`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.document.typesetting.looks import LINE, SIZES, STYLES

if TYPE_CHECKING:
    from thidua_cli.document.layout import Layout
    from thidua_cli.document.typesetting.looks import Style

FIXED = Path(__file__).with_name("page.css")
TWIPS = 20
# What Times New Roman adds to its size for a single line.
SINGLE = Decimal("1.15")
ALIGN = {"left": "left", "center": "center", "both": "justify", "right": "right"}


def style_sheet(layout: Layout) -> str:
    """The CSS of a document."""
    return "\n".join([*_pages(layout), *(_rule(style, layout) for style in STYLES), _fixed()])


@cache
def _fixed() -> str:
    return FIXED.read_text("utf-8")


def _pages(layout: Layout) -> list[str]:
    """Paper, margins and the page number in the upper one (Phụ lục I, I.1 to I.3, I.7)."""
    margins = " ".join(f"{side}mm" for side in (layout.top, layout.right, layout.bottom, layout.left))
    number = f'{SIZES[layout.size]["body"]}pt "Times New Roman",Tinos,serif'
    return [
        f"@page{{size:A4;margin:{margins};@top-center{{content:counter(page);font:{number}}}}}",
        "@page lying{size:A4 landscape}",
        "@page :first{@top-center{content:none}}",
        f".sheet{{padding:{margins}}}",
    ]


def _rule(style: Style, layout: Layout) -> str:
    before = Decimal(style.before) / TWIPS + (layout.gap if style.gap else 0)
    height = f"{style.line // TWIPS}pt" if style.exact else _number(SINGLE * _lines(style, layout))
    own = {
        "font-size": f"{SIZES[layout.size][style.size]}pt",
        "font-weight": "bold" if style.bold else "normal",
        "font-style": "italic" if style.italic else "normal",
        "text-align": ALIGN[style.align],
        "margin-top": f"{_number(before)}pt",
        "line-height": height,
    }
    if style.indent:
        own["text-indent"] = f"{layout.first_line}mm"
    if style.keep:
        own["break-after"] = "avoid"
    return f".{style.id}{{{';'.join(f'{name}:{value}' for name, value in own.items())}}}"


def _lines(style: Style, layout: Layout) -> Decimal:
    return Decimal(style.line) / LINE if style.line else layout.line


def _number(value: Decimal) -> str:
    """A number as CSS writes it, without needless zeros."""
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"

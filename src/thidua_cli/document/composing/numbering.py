"""How the parts of a body are numbered (NĐ 30/2020, Phụ lục I, II.6.d), and what comes below each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.registers.document_types import types_that
from thidua_cli.vietnamese.collation import point_letter
from thidua_cli.vietnamese.roman import roman_or_arabic

if TYPE_CHECKING:
    from thidua_cli.plan.outline import Numbering

HEADING_LEVELS: dict[str, int] = {"roman": 1, "arabic": 2, "decimal": 3, "letter": 3}
LISTED = frozenset({"arabic", "decimal", "letter"})  # where a single item bears no number
BULLETS = {"dash": 1, "plus": 2}
SIGNS = {"dash": "-", "plus": "+"}
DIVISIONS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục"}
ROMAN_DIVISIONS = ("part", "chapter")
ARTICLE = "article"
# Counted through the whole document, whatever they stand below.
RUNNING = frozenset({"chapter", ARTICLE})
# What comes below a numbering where the author names none; with headings, the first kind.
BELOW: dict[str, tuple[Numbering, Numbering]] = {
    "": ("roman", "none"),
    "part": ("chapter", "article"),
    "chapter": ("article", "article"),
    "section": ("article", "article"),
    "subsection": ("article", "article"),
    "article": ("arabic", "arabic"),
    "roman": ("arabic", "arabic"),
    "arabic": ("letter", "dash"),
    "decimal": ("letter", "dash"),
    "letter": ("dash", "dash"),
    "dash": ("plus", "plus"),
    "plus": ("none", "none"),
    "none": ("dash", "dash"),
}
# Below an article: khoản `1.`, then điểm `a)`.
BELOW_ARTICLE: dict[str, Numbering] = {"article": "arabic", "arabic": "letter"}


def default_numbering(above: str, *, headed: bool, in_article: bool = False) -> Numbering:
    """The numbering below another; `headed`: some of what is numbered has a heading."""
    if in_article and above in BELOW_ARTICLE:
        return BELOW_ARTICLE[above]
    return BELOW[above][0 if headed else 1]


def top_numbering(kind: str, *, headed: bool) -> Numbering:
    """The numbering of a body by its type of document: decisions and what they issue have articles."""
    return "article" if kind in types_that("articled") else default_numbering("", headed=headed)


def number_of(numbering: Numbering, position: int, above: str) -> str:
    """The number as printed: `I.`, `1.`, `2.1.`, `a)`, `Điều 1.`, `Chương I`; empty where there is none."""
    figure = roman_or_arabic(position)
    if numbering in DIVISIONS:
        return f"{DIVISIONS[numbering]} {figure if numbering in ROMAN_DIVISIONS else position}"
    if numbering == ARTICLE:
        return f"Điều {position}."
    if numbering == "roman":
        return f"{figure}."
    if numbering == "arabic":
        return f"{position}."
    if numbering == "decimal":
        # Figures go on from figures only: below `II.` they start anew.
        return f"{above}{position}." if above[:1].isdigit() else f"{position}."
    return f"{point_letter(position - 1)})" if numbering == "letter" else ""

"""A worksheet that takes formulas as they are written."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class PlainWorksheet(Worksheet):
    """The formulas of forms use functions of every Excel: no name in them is to be replaced, nor any text."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

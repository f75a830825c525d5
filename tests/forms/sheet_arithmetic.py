"""A small exact reading of the formulas that forms use, as Excel documents them: for tests only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

EPOCH = date(1899, 12, 30)
TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<number>[0-9]+(?:\.[0-9]+)?)'
    r"|(?P<cell>\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?)|(?P<name>[A-Z]+)|(?P<sign><>|<=|>=|[-+*/(),<>={};]))"
)
Value = Fraction | str | bool | None


class SheetError(Exception):
    """#VALUE!, #DIV/0!"""


class Sheet:
    """Cells by address; a text that opens with `=` is a formula."""

    def __init__(self, cells: Mapping[str, Any]) -> None:
        self._cells = cells
        self._known: dict[str, Value] = {}

    def value(self, place: str) -> Value:
        if place not in self._known:
            held = self._cells.get(place)
            if isinstance(held, str) and held.startswith("="):
                self._known[place] = _Formula(held[1:], self).value()
            else:
                self._known[place] = _stored(held)
        return self._known[place]


def _stored(held: Any) -> Value:
    if isinstance(held, date):
        return Fraction((held.date() if hasattr(held, "date") else held).toordinal() - EPOCH.toordinal())
    if isinstance(held, bool) or held is None or isinstance(held, str):
        return held
    return Fraction(held) if isinstance(held, Decimal) else Fraction(repr(held))


class _Formula:
    def __init__(self, text: str, sheet: Sheet) -> None:
        self._sheet = sheet
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            assert found, f"cannot read {text[at:]!r} in {text!r}"
            assert found.lastgroup
            self._tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self._at = 0

    def value(self) -> Value:
        node = self._comparison()
        assert self._at == len(self._tokens), self._tokens[self._at :]
        return node()

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *signs: str) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at][0] == "sign" and self._peek() in signs:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return ""

    def _binary(self, inner: Callable[[], Callable[[], Any]], *signs: str) -> Callable[[], Any]:
        left = inner()
        while sign := self._take(*signs):
            left = _joined(sign, left, inner())
        return left

    def _comparison(self) -> Callable[[], Any]:
        return self._binary(self._sum, "=", "<>", "<", ">", "<=", ">=")

    def _sum(self) -> Callable[[], Any]:
        return self._binary(self._product, "+", "-")

    def _product(self) -> Callable[[], Any]:
        return self._binary(self._unary, "*", "/")

    def _unary(self) -> Callable[[], Any]:
        if self._take("-"):
            inner = self._unary()
            return lambda: -number(inner())
        return self._atom()

    def _atom(self) -> Callable[[], Any]:
        if self._take("("):
            inner = self._comparison()
            assert self._take(")")
            return inner
        if self._take("{"):
            items = [self._unary()()]
            while self._take(";", ","):
                items.append(self._unary()())
            assert self._take("}")
            return lambda: items
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "text":
            return lambda: text[1:-1].replace('""', '"')
        if kind == "number":
            return lambda: Fraction(text)
        if kind == "cell":
            return self._reference(text.replace("$", ""))
        if text in {"TRUE", "FALSE"}:
            return lambda: text == "TRUE"
        assert self._take("("), text
        parts = [] if self._peek() == ")" else [self._comparison()]
        while self._take(","):
            parts.append(self._comparison())
        assert self._take(")"), self._tokens
        return lambda: FUNCTIONS[text](parts)

    def _reference(self, text: str) -> Callable[[], Any]:
        if ":" not in text:
            return lambda: self._sheet.value(text)
        left, top, right, bottom = range_boundaries(text)
        places = [
            f"{get_column_letter(c)}{r}" for r in range(top, bottom + 1) for c in range(left, right + 1)
        ]
        return lambda: [self._sheet.value(place) for place in places]


def number(value: Value) -> Fraction:
    if value is None:
        return Fraction(0)
    if isinstance(value, str):
        raise SheetError
    return Fraction(int(value)) if isinstance(value, bool) else value


def _joined(sign: str, left: Callable[[], Any], right: Callable[[], Any]) -> Callable[[], Any]:
    def value() -> Any:
        first, second = left(), right()
        if sign in "+-*/":
            one, other = number(first), number(second)
            if sign == "/" and not other:
                raise SheetError
            return {
                "+": lambda: one + other,
                "-": lambda: one - other,
                "*": lambda: one * other,
                "/": lambda: one / other,
            }[sign]()
        order = _order(first, second)
        return {
            "=": order == 0,
            "<>": order != 0,
            "<": order < 0,
            ">": order > 0,
            "<=": order <= 0,
            ">=": order >= 0,
        }[sign]

    return value


def _order(first: Value, second: Value) -> int:
    """Numbers stand below texts, texts below truth; a blank is what stands opposite to it."""
    if first is None:
        first = "" if isinstance(second, str) else Fraction(0)
    if second is None:
        second = "" if isinstance(first, str) else Fraction(0)
    ranks = [2 if isinstance(each, bool) else 1 if isinstance(each, str) else 0 for each in (first, second)]
    if ranks[0] != ranks[1]:
        return ranks[0] - ranks[1]
    one, other = (each.casefold() if isinstance(each, str) else each for each in (first, second))
    return (one > other) - (one < other)  # type: ignore[operator]


def _flat(parts: list[Callable[[], Any]]) -> Iterator[tuple[Any, bool]]:
    for part in parts:
        value = part()
        if isinstance(value, list):
            yield from ((each, True) for each in value)
        else:
            yield value, False


def _numbers(parts: list[Callable[[], Any]]) -> list[Fraction]:
    """What sums count: numbers in cells; a text given itself is an error, one in a cell is passed over."""
    return [value for value, _ in _flat(parts) if isinstance(value, Fraction)]


def _truth(value: Any) -> bool:
    return value if isinstance(value, bool) else bool(number(value))


def _truths(parts: list[Callable[[], Any]]) -> list[bool]:
    """All of them: a sheet stops at no answer."""
    return [_truth(part()) for part in parts]


def _round(mode: str) -> Callable[[list[Callable[[], Any]]], Fraction]:
    def rounded(parts: list[Callable[[], Any]]) -> Fraction:
        value, places = number(parts[0]()), int(number(parts[1]()))
        scaled = abs(value) * 10**places
        whole, rest = divmod(scaled, 1)
        more = {"half": rest >= Fraction(1, 2), "up": rest > 0, "down": False}[mode]
        return Fraction(int(whole) + more, 10**places) * (-1 if value < 0 else 1)

    return rounded


def _if(parts: list[Callable[[], Any]]) -> Any:
    return parts[1]() if _truth(parts[0]()) else parts[2]()


def _iferror(parts: list[Callable[[], Any]]) -> Any:
    try:
        return parts[0]()
    except SheetError:
        return parts[1]()


def _network_days(parts: list[Callable[[], Any]]) -> Fraction:
    first, last = (EPOCH + timedelta(int(number(part()))) for part in parts[:2])
    off = {EPOCH + timedelta(int(day)) for day in (parts[2]() if len(parts) > 2 else [])}
    sign = 1
    if first > last:
        first, last, sign = last, first, -1
    days = (first + timedelta(step) for step in range((last - first).days + 1))
    return Fraction(sign * sum(day.weekday() < 5 and day not in off for day in days))


def _date(parts: list[Callable[[], Any]]) -> Fraction:
    year, month, day = (int(number(part())) for part in parts)
    return Fraction(date(year, month, day).toordinal() - EPOCH.toordinal())


FUNCTIONS: dict[str, Callable[[list[Callable[[], Any]]], Any]] = {
    "IF": _if,
    "IFERROR": _iferror,
    "AND": lambda parts: all(_truths(parts)),
    "OR": lambda parts: any(_truths(parts)),
    "MIN": lambda parts: min(_numbers(parts), default=Fraction(0)),
    "MAX": lambda parts: max(_numbers(parts), default=Fraction(0)),
    "SUM": lambda parts: sum(_numbers(parts), Fraction(0)),
    "COUNT": lambda parts: Fraction(len(_numbers(parts))),
    "COUNTIF": lambda parts: Fraction(sum(value == parts[1]() for value, _ in _flat(parts[:1]))),
    "ISNUMBER": lambda parts: isinstance(parts[0](), Fraction),
    "INT": lambda parts: Fraction(number(parts[0]()).__floor__()),
    "N": lambda parts: value if isinstance(value := parts[0](), Fraction) else Fraction(0),
    "TRIM": lambda parts: " ".join(str(parts[0]() or "").split()),
    "UPPER": lambda parts: str(parts[0]() or "").upper(),
    "ROUND": _round("half"),
    "ROUNDUP": _round("up"),
    "ROUNDDOWN": _round("down"),
    "DATE": _date,
    "NETWORKDAYS": _network_days,
}

"""Which findings the reader asked for: `--select` and `--ignore` by code, name or family."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import entries, find

if TYPE_CHECKING:
    from collections.abc import Iterable

FAMILY = re.compile(r"(?:TD)?(\d)(?:XX)?|TD(\d\d)X?")


class SelectorProblem(NamedTuple):
    """A selector that cannot be used: `unknown`, or `legal` (a rule of law is waived, not ignored)."""

    selector: str
    kind: str


class Selection(NamedTuple):
    """Prefixes of codes (`TD201`, `TD20`, `TD2`); nothing in `select` means everything.

    The longer prefix wins, `ignore` wins a draw. Rules of law and faults of the tool are never ignored.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, code: str) -> bool:
        """Whether a finding with this code is shown."""
        wanted = _longest(self.select, code) if self.select else 1
        entry = entries().get(code)
        if entry is not None and entry.legal:
            return wanted > 0
        return wanted > _longest(self.ignore, code)

    def keeps_verdict(self, code: str) -> bool:
        """Whether the verdict of a rule is shown: a rule may be kept from speaking, never from judging."""
        return not self.select or _longest(self.select, code) > 0


EVERYTHING = Selection()


def parse_selection(
    select: Iterable[str], ignore: Iterable[str]
) -> tuple[Selection | None, list[SelectorProblem]]:
    """A selection from the words of the user; each may list several, separated by commas."""
    problems: list[SelectorProblem] = []
    kept = _prefixes(select, problems)
    dropped = _prefixes(ignore, problems)
    for prefix in dropped:
        entry = entries().get(prefix)
        if entry is not None and entry.legal:
            problems.append(SelectorProblem(prefix, "legal"))
    return (None, problems) if problems else (Selection(kept, dropped), [])


def _prefixes(texts: Iterable[str], problems: list[SelectorProblem]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for selector in (part.strip() for text in texts for part in text.split(",")):
        prefix = _prefix(selector)
        if prefix:
            found[prefix] = None
        elif selector:
            problems.append(SelectorProblem(selector, "unknown"))
    return tuple(found)


@cache
def _prefix(selector: str) -> str:
    entry = find(selector)
    if entry is not None:
        return entry.code
    family = FAMILY.fullmatch(selector.upper())
    prefix = f"TD{family[1] or family[2]}" if family else ""
    return prefix if prefix and any(code.startswith(prefix) for code in entries()) else ""


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)

"""What `--explain` and `--what-if` point at: a unit, and a criterion of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.plan.criteria.table import Group, Item
    from thidua_cli.scoring.standings.results import Results, UnitResult

_SEPARATORS = re.compile(r"[./]")


class Target(NamedTuple):
    """A unit, and the words after it; `rest` is empty where the unit is all that was named."""

    unit: UnitResult
    rest: str


def find_target(results: Results, text: str) -> Target:
    """The unit that a text names, or that it names before a `.` or `/`: `Sở A`, `Sở A/c1`, `Sở A.c1`.

    A unit whose own name holds such a sign goes first, and so does the longer name. Unknown is a usage error.
    """
    whole = results.find(text)
    if whole is not None:
        return Target(whole, "")
    inner = find_inner(results, text)
    if inner is not None:
        return inner
    cuts = [found.start() for found in _SEPARATORS.finditer(text)]
    names = [each.unit for each in results.units]
    wanted = text if not cuts or near(text, names) else text[: cuts[-1]]
    raise typer.BadParameter(t("score.no_unit", unit=wanted) + near(wanted, names))


def find_inner(results: Results, text: str) -> Target | None:
    """The unit that a text names before a `.` or `/`, and what stands behind it; of several the longest."""
    for found in reversed(list(_SEPARATORS.finditer(text))):
        unit, rest = results.find(text[: found.start()]), text[found.end() :].strip()
        if unit is not None and rest:
            return Target(unit, rest)
    return None


def find_criterion(results: Results, name: str) -> Group | Item:
    """The one criterion or group of an id or name; none, or several of that name, is a usage error."""
    from thidua_cli.scoring.traces.explainer import criteria_names, find_criteria

    found = find_criteria(results, name)
    if not found:
        message = t("score.no_criterion", criterion=name)
        raise typer.BadParameter(message + near(name, criteria_names(results)))
    if len(found) > 1:
        ids = ", ".join(item.id for item in found)
        raise typer.BadParameter(t("score.several_criteria", criterion=name, ids=ids))
    return found[0]


def near(word: str, known: Iterable[str]) -> str:
    """`Có phải … ?` for what resembles the word."""
    from thidua_cli.cli.options.commandline import did_you_mean

    return did_you_mean(word, known)

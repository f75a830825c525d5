"""Who decides on a title: those on which the head of an agency decides, by the day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import documents


class Competence(NamedTuple):
    """The titles (ids) on which the head of an agency decides, and the articles that say so.

    `doubtful`: those of which that is likely, and not verified.
    """

    titles: frozenset[str]
    basis: tuple[Basis, ...]
    doubtful: frozenset[str]


def competence_on(day: date) -> Competence:
    """What is known of a day."""
    covering = []
    for item in national()["competences"]:
        since, to = date.fromisoformat(item["from"]), day_of(item["to"])
        if since <= day and (to is None or day < to):
            covering.append((item, since, to))
    sure = [each for each in covering if is_verified(each[0]["grade"])]
    titles = frozenset(title for item, _, _ in sure for title in item["titles"])
    return Competence(
        titles,
        tuple(
            Basis(documents()[item["document"]].label, item.get("at", ""), since, to)
            for item, since, to in sure
        ),
        frozenset(title for item, _, _ in covering for title in item["titles"]) - titles,
    )

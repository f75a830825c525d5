"""Whether several awards of one receiver, decided on one day, are all paid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import documents

if TYPE_CHECKING:
    from collections.abc import Collection

KINDS_APART = "danh-hieu+hinh-thuc"


class Cumulation(NamedTuple):
    """The clause of a decree on several awards. `together`: a title and a form of one day are both paid."""

    together: bool
    basis: Basis
    verified: bool


def cumulation_on(day: date) -> Cumulation | None:
    """What the decree of a day says; None before the data begin."""
    for item in national()["bonus_cumulation"]:
        since, to = date.fromisoformat(item["from"]), day_of(item["to"])
        if since <= day and (to is None or day < to):
            paid: Collection[str] = item["paid"]
            basis = Basis(documents()[item["document"]].label, item.get("at", ""), since, to)
            verified = is_verified(item["grade"])
            return Cumulation(verified and KINDS_APART in paid, basis, verified)
    return None

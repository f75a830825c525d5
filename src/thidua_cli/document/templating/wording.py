"""What the templates of facts ask about words: who confers what, who receives what, which day is greeted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.law.registers.commemorations import commemorations
from thidua_cli.law.registers.titles import conferred_forms, title_of
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_SHARED = 50  # words of a receiver that a text may end with
LEADS = ("gửi", "về", "với", "cho", "đến", "tới", "tại", "lên", "qua")


def led(text: str, word: str) -> str:
    """A receiver after a word that leads to it, unless it brings one of its own: `gửi Sở Nội vụ`."""
    return text if text.split(" ")[0].casefold() in LEADS else f"{word} {text}"


def continued(text: str, receiver: str, word: str) -> str:
    """A piece of work and its receiver after `word`; what the text says of the receiver is not said again.

    `hồ sơ gửi về Hội đồng` and `Hội đồng Sở` make `hồ sơ gửi về Hội đồng Sở`.
    """
    words, others = text.split(" "), receiver.split(" ")
    if receiver in text:
        return text
    for count in range(min(len(words), len(others), MOST_SHARED), 0, -1):
        if words[-count:] == others[:count]:
            return " ".join((*words, *others[count:]))
    return f"{text} {receiver if words[-1] in LEADS else led(receiver, word)}"


def named_in(title: str, names: Iterable[str]) -> bool:
    """Whether a title is among names that people gave to awards: `Bằng khen` names `Bằng khen cấp tỉnh`."""
    folded = fold(title)
    known = (title_of(name) for name in names)
    return any(folded.startswith(fold(name)) for name in names) or any(
        found is not None and found.name == title for found in known
    )


def conferred(names: Iterable[str]) -> list[str]:
    """Of the names of awards those that are conferred (tặng): a flag, a certificate, an order."""
    return [name for name in names if _is_conferred(name)]


def recognised(names: Iterable[str]) -> list[str]:
    """Of the names of awards those that are recognised or reached: titles."""
    return [name for name in names if not _is_conferred(name)]


def _is_conferred(name: str) -> bool:
    return f"{name.casefold()} ".startswith(tuple(f"{start} " for start in conferred_forms()))


def anniversary(fact: Any, period: Any) -> dict[str, Any]:
    """`origin`, `observed` and `years` of a commemoration; what the plan leaves out comes from the list.

    `period` is the plan's: a day is observed in its year. A number of years is computed only where the plan
    takes the origin from the list.
    """
    known = commemorations().get(fact.use or "")
    listed = known.origin if known and known.year_verified else None
    origin = fact.origin or listed
    observed = fact.observed
    if observed is None and fact.origin is None and listed and known and period.year:
        observed = known.observed_in(period.year)
    years = fact.years
    if years is None and fact.origin is None and origin and observed and observed.year > origin.year:
        years = observed.year - origin.year
    return {"origin": origin, "observed": observed, "years": years}

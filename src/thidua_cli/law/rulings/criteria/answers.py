"""Answers in three values, each with the lines that say what decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Answer(NamedTuple):
    """Whether something holds; None where it is not known. `lines`: the facts that decided, or that lack.

    `contradictory`: it is not known because what is told cannot all be right.
    """

    holds: bool | None
    lines: tuple[str, ...] = ()
    contradictory: bool = False


def all_of(answers: Iterable[Answer]) -> Answer:
    """One false answer makes it false; else one unknown makes it unknown."""
    return _decided(list(answers), (False, None), default=True)


def any_of(answers: Iterable[Answer]) -> Answer:
    """One true answer makes it true; else one unknown makes it unknown."""
    return _decided(list(answers), (True, None), default=False)


def negated(answer: Answer) -> Answer:
    """The opposite; unknown stays unknown."""
    return answer if answer.holds is None else answer._replace(holds=not answer.holds)


def _decided(answers: list[Answer], order: tuple[bool | None, ...], *, default: bool) -> Answer:
    for value in order:
        found = [answer for answer in answers if answer.holds is value]
        if found:
            return Answer(value, _lines(found), any(answer.contradictory for answer in found))
    return Answer(default, _lines(answers))


def _lines(answers: Iterable[Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for answer in answers for line in answer.lines))

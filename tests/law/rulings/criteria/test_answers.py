from __future__ import annotations

from itertools import product

import pytest

from thidua_cli.law.rulings.criteria.answers import Answer, all_of, any_of, negated

VALUES = (True, None, False)


def answers(values: tuple[bool | None, ...]) -> list[Answer]:
    return [Answer(value, (f"{value} {place}",)) for place, value in enumerate(values)]


@pytest.mark.parametrize("values", list(product(VALUES, repeat=3)))
def test_junctions_are_kleene(values: tuple[bool | None, ...]) -> None:
    every = False if False in values else None if None in values else True
    some = True if True in values else None if None in values else False
    assert all_of(answers(values)).holds is every
    assert any_of(answers(values)).holds is some


@pytest.mark.parametrize("values", list(product(VALUES, repeat=3)))
def test_junctions_are_dual(values: tuple[bool | None, ...]) -> None:
    found = answers(values)
    assert negated(all_of(found)) == any_of(negated(answer) for answer in found)


@pytest.mark.parametrize("values", list(product(VALUES, repeat=3)))
def test_the_lines_are_those_that_decided(values: tuple[bool | None, ...]) -> None:
    for found in (all_of(answers(values)), any_of(answers(values))):
        wanted = str(found.holds)
        assert found.lines
        assert all(line.startswith(wanted) for line in found.lines)


def test_nothing_asked_holds_and_no_way_out_does_not() -> None:
    assert all_of([]) == Answer(True)
    assert any_of([]) == Answer(False)


def test_a_line_is_told_once() -> None:
    assert all_of([Answer(None, ("a", "b")), Answer(None, ("b",))]).lines == ("a", "b")

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.registers.titles import title_of
from thidua_cli.reporting.awards.awards import awards_facts
from thidua_cli.reporting.awards.collectives import Law

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.rosters.counts.head_counts import HeadCount

DAY = date(2022, 12, 31)


def law(day: date | None = DAY) -> Law:
    return Law(national_law(), day, Span("u.csv"))


def test_more_than_the_cap_allows_is_told(counted: Callable[..., HeadCount]) -> None:
    found = awards_facts([counted("A", tong_so=120, ldtt=100, cstdcs=16)], law(), 10)
    (fighters,) = found.quotas
    assert [(one.title, one.number) for one in found.uncapped] == [("Lao động tiên tiến", "100")]
    assert (fighters.proposed, fighters.allowed, fighters.over) == ("16", "15", "01")
    assert fighters.ruling == Ruling.FAIL
    assert "Nghị định 91/2017/NĐ-CP" in fighters.basis
    assert found.sums == ("100", "16")


def test_within_the_cap(counted: Callable[..., HeadCount]) -> None:
    found = awards_facts([counted("A", tong_so=120, ldtt=100, cstdcs=15)], law(), 10)
    assert (found.quotas[0].ruling, found.quotas[0].over) == (Ruling.PASS, "")


def test_what_is_not_told_is_open(counted: Callable[..., HeadCount]) -> None:
    units = [counted("A", tong_so=50, ldtt=40, cstdcs=5), counted("B", tong_so=50, ldtt=None, cstdcs=2)]
    found = awards_facts(units, law(), 10)
    assert found.quotas[0].ruling == Ruling.UNDECIDED
    assert found.quotas[0].reason
    assert found.sums == ("", "07")
    assert found.people[1].counts == ("", "02")


def test_collectives_that_fail_a_condition_are_not_proposed(counted: Callable[..., HeadCount]) -> None:
    units = [
        counted("Phòng A", tong_so=10, ldtt=3, canh_cao=0, ttldtt=1),  # not even half of them
        counted("Phòng B", tong_so=10, ldtt=8, ttldtt=1),  # nobody told of discipline
        counted("Phòng C", tong_so=10, ldtt=8, ttldtt=0),
    ]
    found = awards_facts(units, law(), 10)
    assert [(one.unit, one.ruling) for one in found.refused] == [("Phòng A", Ruling.FAIL)]
    assert [(one.unit, one.ruling) for one in found.collectives] == [("Phòng B", Ruling.UNDECIDED)]
    (proposed,) = found.collectives
    (lack,) = found.questions
    assert proposed.reasons[0].startswith(f"{lack.what} (")
    assert lack.titles == ("Tập thể lao động tiên tiến",)
    assert not any(reason.startswith("Phòng B") for reason in proposed.reasons)
    assert (found.allowed, found.open, found.failed) == (1, 1, 1)


def test_what_the_program_does_not_know_is_no_part_of_a_document(counted: Callable[..., HeadCount]) -> None:
    found = awards_facts([counted("A", tong_so=10, ldtt=8, canh_cao=0, ttldtt=1)], law(), 10)
    (proposed,) = found.collectives
    assert (proposed.ruling, proposed.reasons, found.questions) == (Ruling.UNDECIDED, (), ())


@pytest.mark.parametrize(
    ("day", "own", "doubtful", "others"),
    [
        (date(2022, 12, 31), ["LDTT", "CSTDCS"], ["TTLDTT"], ["CSTDT", "TTLDXS"]),
        (date(2024, 12, 31), ["LDTT", "CSTDCS", "TTLDTT"], [], ["CSTDT", "TTLDXS"]),
        (date(2026, 12, 31), [], ["LDTT", "CSTDCS", "TTLDTT"], ["CSTDT", "TTLDXS"]),
        (None, [], ["LDTT", "CSTDCS", "CSTDT", "TTLDTT", "TTLDXS"], []),
    ],
)
def test_proposals_go_to_whom_they_belong(
    counted: Callable[..., HeadCount],
    day: date | None,
    own: list[str],
    doubtful: list[str],
    others: list[str],
) -> None:
    unit = counted("A", tong_so=50, ldtt=45, cstdcs=5, cstdt=1, canh_cao=0, ttldtt=1, ttldxs=1)
    found = awards_facts([unit], law(day), 10)
    told = [
        [title_of(one.title, one.holder) for one in some]
        for some in (found.own, found.doubtful, found.others)
    ]
    assert [[title.id for title in some if title] for some in told] == [own, doubtful, others]
    assert bool(found.own_basis) == bool(own)


def test_without_a_day_nothing_is_held_against_the_law(counted: Callable[..., HeadCount]) -> None:
    found = awards_facts([counted("A", tong_so=10, ldtt=9, cstdcs=9, ttldtt=1)], law(None), 10)
    assert found.quotas == ()
    assert found.collectives[0].ruling == Ruling.UNDECIDED


def test_the_count_is_of_all_though_few_are_listed(counted: Callable[..., HeadCount]) -> None:
    units = [counted(f"P{number}", tong_so=10, ldtt=9, ttldtt=1) for number in range(30)]
    found = awards_facts(units, law(), 5)
    assert (len(found.collectives), found.allowed, len(found.people)) == (5, 30, 5)
    assert found.sums == ("270",)


def test_the_same_lack_is_asked_once_of_all_its_titles(counted: Callable[..., HeadCount]) -> None:
    units = [counted("Phòng A", tong_so=10, ldtt=10, hoan_thanh=10, ttldtt=1, ttldxs=1)]
    whats = [one.what for one in awards_facts(units, law(), 10).questions]
    assert len(whats) == len(set(whats))
    assert not any(what.endswith(")") for what in whats)
    assert any(len(one.titles) == 2 for one in awards_facts(units, law(), 10).questions)

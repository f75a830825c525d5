from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Severity
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.judgement import finding_of
from thidua_cli.law.rulings.table_caps import Rows

TABLE = Span("units.csv")
OLD, NEW, UNREAD = date(2023, 12, 31), date(2024, 1, 1), date(2026, 10, 1)


def unit(name: str, row: int = 2, **counts: int) -> UnitCounts:
    return UnitCounts(name, counts, Span("units.csv", row))


def ruled(code: str, day: date, *units: UnitCounts) -> list[Verdict]:
    return [verdict for verdict in unit_verdicts(units, day, TABLE) if verdict.rule == code]


def only(code: str, day: date, *units: UnitCounts) -> Verdict:
    (verdict,) = ruled(code, day, *units)
    return verdict


def test_the_cap_is_on_the_totals_of_the_table() -> None:
    # Each unit for itself: 20 % and 13 %; together 5/33.
    verdict = only("TD301", OLD, unit("A", ldtt=10, cstdcs=2), unit("B", ldtt=23, cstdcs=3))
    assert (verdict.ruling, verdict.trace, verdict.span) == (Ruling.FAIL, ("5/33 = 15,15% > 15%",), TABLE)
    assert (verdict.values["lowered"], verdict.values["raised"]) == ("4", "34")


def test_the_second_cure_needs_enough_people() -> None:
    verdict = only("TD301", OLD, unit("A", tong_so=33, ldtt=33, cstdcs=5))
    assert (verdict.variant, verdict.values["raised"]) == ("chi-ha", "")


@pytest.mark.parametrize(
    ("missing", "ruling"),
    [
        # 9 of at most 10 + 30 breaks the cap whatever B says; 3 of them may not.
        ({"cstdcs": 9}, Ruling.FAIL),
        ({"cstdcs": 3}, Ruling.UNDECIDED),
    ],
)
def test_a_missing_count_is_decided_where_every_value_agrees(missing: dict[str, int], ruling: Ruling) -> None:
    verdict = only("TD301", OLD, unit("A", tong_so=12, ldtt=10, **missing), unit("B", tong_so=30, cstdcs=0))
    assert verdict.ruling is ruling


def test_no_total_bounds_a_missing_count() -> None:
    verdict = only("TD301", OLD, unit("A", ldtt=10, cstdcs=9), unit("B", cstdcs=0))
    assert (verdict.ruling, verdict.variant) == (Ruling.UNDECIDED, "thieu-so-lieu")


@pytest.mark.parametrize("counts", [{"tong_so": 4, "ldtt": 5, "cstdcs": 1}, {"ldtt": -1, "cstdcs": 1}])
def test_impossible_counts_decide_nothing(counts: dict[str, int]) -> None:
    assert only("TD301", OLD, unit("A", **counts)).variant == "mau-thuan"


def test_a_table_without_the_column_asks_nothing() -> None:
    assert unit_verdicts([unit("A", tong_so=5)], OLD, TABLE) == []


@pytest.mark.parametrize(("day", "ruling"), [(OLD, Ruling.PASS), (NEW, Ruling.FAIL)])
def test_sixty_per_cent_carried_the_title_until_2023(day: date, ruling: Ruling) -> None:
    verdict = only("TD302", day, unit("A", row=7, tong_so=20, ldtt=12, ttldtt=1))
    assert (verdict.ruling, verdict.subject, verdict.span.line) == (ruling, "A", 7)


def test_only_proposed_units_are_judged() -> None:
    verdicts = ruled(
        "TD302", NEW, unit("A", tong_so=10, ldtt=7, ttldtt=1), unit("B", tong_so=10, ldtt=0, ttldtt=0)
    )
    assert [verdict.subject for verdict in verdicts] == ["A"]


@pytest.mark.parametrize(
    ("code", "day", "counts", "ruling"),
    [
        ("TD303", NEW, {"tong_so": 10, "ldtt": 7}, Ruling.PASS),
        ("TD303", NEW, {"tong_so": 100, "ldtt": 69}, Ruling.FAIL),
        ("TD305", NEW, {"tong_so": 20, "hoan_thanh": 20}, Ruling.PASS),
        ("TD305", NEW, {"tong_so": 20, "hoan_thanh": 19}, Ruling.FAIL),
        ("TD306", NEW, {"cstdcs": 0}, Ruling.FAIL),
        ("TD306", NEW, {"cstdcs": 1}, Ruling.PASS),
        ("TD307", OLD, {"ttldtt": 0}, Ruling.FAIL),
        ("TD307", OLD, {"ttldtt": 1}, Ruling.PASS),
        ("TD307", NEW, {"ttldtt": 0}, Ruling.NOT_IN_FORCE),
        ("TD308", OLD, {"canh_cao": 1}, Ruling.FAIL),
        ("TD308", OLD, {}, Ruling.UNDECIDED),
        ("TD308", NEW, {"canh_cao": 1}, Ruling.NOT_IN_FORCE),
        ("TD303", UNREAD, {"tong_so": 10, "ldtt": 10}, Ruling.UNDECIDED),
    ],
)
def test_what_an_excellent_collective_needs(
    code: str, day: date, counts: dict[str, int], ruling: Ruling
) -> None:
    assert only(code, day, unit("A", ttldxs=1, **counts)).ruling is ruling


@pytest.mark.parametrize(("warned", "ruling"), [(0, Ruling.PASS), (1, Ruling.FAIL)])
def test_discipline_bars_an_advanced_collective(warned: int, ruling: Ruling) -> None:
    assert only("TD304", NEW, unit("A", ttldtt=1, canh_cao=warned)).ruling is ruling


def test_what_many_units_lack_is_said_once() -> None:
    verdict = only("TD304", NEW, unit("A", ttldtt=1), unit("B", ttldtt=1), unit("C", ttldtt=0))
    assert (verdict.subject, verdict.span, verdict.ruling) == ("A, B", TABLE, Ruling.UNDECIDED)


def test_what_one_unit_lacks_is_said_at_its_row() -> None:
    verdicts = ruled("TD304", NEW, unit("A", 2, ttldtt=1, canh_cao=0), unit("B", 3, ttldtt=1))
    assert [(verdict.subject, verdict.span.line) for verdict in verdicts] == [("A", 2), ("B", 3)]


def test_a_row_of_several_collectives_says_nothing_of_each() -> None:
    verdict = only("TD302", NEW, unit("A", tong_so=100, ldtt=100, ttldtt=5))
    assert (verdict.ruling, verdict.variant) == (Ruling.UNDECIDED, "nhieu-tap-the")


@pytest.mark.parametrize(
    ("code", "day", "variant"),
    [
        ("TD309", NEW, "chua-xet"),
        ("TD309", OLD, "ngoai-du-lieu"),
        ("TD309", UNREAD, "chua-kiem-chung"),
        ("TD311", NEW, "chua-xet"),
    ],
)
def test_what_no_column_tells_is_never_passed_over(code: str, day: date, variant: str) -> None:
    full = {"tong_so": 4, "ldtt": 4, "cstdcs": 1, "hoan_thanh": 4, "canh_cao": 0, "ttldtt": 1, "ttldxs": 1}
    verdict = only(code, day, unit("A", **full), unit("B", **full))
    assert (verdict.ruling, verdict.variant, verdict.subject) == (Ruling.UNDECIDED, variant, "A, B")
    due = finding_of(verdict)
    assert due is not None
    assert due.severity is Severity.INFO


@pytest.mark.parametrize(
    ("ways", "ruling", "figures"),
    [
        ([9, 10], Ruling.PASS, "15/100"),
        ([11, 12], Ruling.FAIL, "16/100"),
        ([10, 11], Ruling.UNDECIDED, None),
    ],
)
def test_a_cap_is_decided_where_every_way_to_read_the_table_agrees(
    ways: list[int], ruling: Ruling, figures: str | None
) -> None:
    rest = unit("B", ldtt=40, cstdcs=5)
    readings = [[unit("A", ldtt=60, cstdcs=count), rest] for count in ways]
    found = unit_verdicts([unit("A", ldtt=60), rest], OLD, TABLE, readings, rows=Rows.PARTS)
    (verdict,) = (each for each in found if each.rule == "TD301")
    assert verdict.ruling is ruling
    assert figures is None or verdict.trace[0].startswith(figures)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6), st.randoms())
def test_the_order_of_units_changes_nothing(rows: list[tuple[int, int]], random) -> None:  # type: ignore[no-untyped-def]
    units = [unit(str(index), ldtt=ldtt, cstdcs=cstdcs) for index, (ldtt, cstdcs) in enumerate(rows)]
    shuffled = random.sample(units, len(units))
    assert only("TD301", OLD, *units) == only("TD301", OLD, *shuffled)

"""What the law of a day says of a table's head counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.local.verdicts import due_findings
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.rosters.counts.head_counts import HeadCount
from thidua_cli.rosters.counts.rulings import ruled
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.scoring.standings.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
PLACE = Span("u.csv")
LEAF = {"kind": "yes_no", "id": "a", "name": "A", "max": "1"}


def judged(counts: Sequence[HeadCount], day: date, rows: Rows | None = Rows.PARTS) -> list[Verdict]:
    return ruled(counts, {}, national_law(), day, PLACE, rows)


@pytest.mark.parametrize(
    ("rows", "day", "ruling"),
    [
        (("60;9", "40;6"), date(2023, 12, 31), Ruling.PASS),
        (("60;9", "40;7"), date(2023, 12, 31), Ruling.FAIL),
        (("60;9", "40;7"), date(2024, 1, 1), Ruling.NOT_IN_FORCE),
        (("60;", "40;7"), date(2023, 12, 31), Ruling.UNDECIDED),
    ],
)
def test_the_cap_holds_over_the_whole_table(
    run: Run, rows: tuple[str, ...], day: date, ruling: Ruling
) -> None:
    text = "don_vi;a;ldtt;cstdcs\n" + "".join(f"Đơn vị {n};x;{row}\n" for n, row in enumerate(rows))
    results, _ = run(text, LEAF)
    assert results is not None
    verdicts = judged(results.head_counts, day)
    assert [verdict.ruling for verdict in verdicts] == [ruling]
    due = due_findings(verdicts, national_law())
    assert len(due) == (ruling in {Ruling.FAIL, Ruling.UNDECIDED})


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Hoàn thành nhiệm vụ trở lên", "hoan_thanh"),
        # One of four ratings: those rated higher have completed their tasks too.
        ("Hoàn thành nhiệm vụ", None),
        ("HTNV", None),
        ("Kỷ luật từ cảnh cáo trở lên", "canh_cao"),
        ("Kỷ luật", None),
        ("LĐTT, CSTT", "ldtt"),
        ("CSTT", "cstt"),
    ],
)
def test_a_heading_is_taken_only_where_it_means_the_whole_count(heading: str, count: str | None) -> None:
    assert vocabulary().head_counts.get(heading_key(heading)) == count


def test_a_claim_is_judged_at_its_own_cell(run: Run) -> None:
    results, _ = run("don_vi;a;tong_so;ldtt;ttldtt\nA;x;10;5;x\nB;x;10;9;\n", LEAF)
    assert results is not None
    verdicts = judged(results.head_counts, date(2023, 12, 31))
    failed = [verdict for verdict in verdicts if verdict.ruling is Ruling.FAIL]
    assert [(verdict.subject, verdict.span.cell) for verdict in failed] == [("A", "E2")]


@pytest.mark.parametrize(
    ("rows", "ruling", "figures"),
    [
        # 16 of 100 is too many, whichever row counts: shown by the milder one.
        (("A;60;9", "B;40;7", "a;60;10"), Ruling.FAIL, ("16", "100")),
        (("A;60;5", "B;40;5", "a;60;4"), Ruling.PASS, ("10", "100")),
        (("A;60;9", "B;40;6", "a;60;10"), Ruling.UNDECIDED, None),
        (("A;60;9", "B;40;5", "a;60;9"), Ruling.PASS, ("14", "100")),
        (("A;60;9", "B;40;5", "a;60;"), Ruling.UNDECIDED, None),
        # Neither count of the only unit is certain: silence would look like a pass.
        (("A;60;8", "a;60;10"), Ruling.UNDECIDED, None),
    ],
)
def test_a_unit_that_stands_twice_leaves_the_cap_open_unless_both_rows_agree(
    run: Run, rows: tuple[str, ...], ruling: Ruling, figures: tuple[str, str] | None
) -> None:
    text = "don_vi;ldtt;cstdcs;a\n" + "".join(f"{row};x\n" for row in rows)
    results, findings = run(text, LEAF)
    assert results is not None
    assert [item.code for item in findings] == ["TD524"]
    (verdict,) = judged(results.head_counts, date(2022, 12, 31))
    assert verdict.ruling is ruling
    if figures:
        assert (verdict.values["numerator"], verdict.values["base"]) == figures


def test_too_many_doubled_units_leave_the_cap_open(run: Run) -> None:
    pairs = "".join(f"Đơn vị {n};100;{count};x\n" for n in range(5) for count in (1, 2))
    results, _ = run(f"don_vi;ldtt;cstdcs;a\n{pairs}", LEAF)
    assert results is not None
    four, five = (judged(results.head_counts[:many], date(2022, 12, 31)) for many in (4, 5))
    assert [verdict.ruling for verdict in four] == [Ruling.PASS]
    assert Ruling.PASS not in {verdict.ruling for verdict in five}


def test_a_title_claimed_in_one_of_two_rows_is_judged_by_what_is_certain(run: Run) -> None:
    results, _ = run("don_vi;a;tong_so;ldtt;ttldtt\nA;x;10;5;x\na;x;10;9;\nB;x;5;5;\n", LEAF)
    assert results is not None
    verdicts = judged(results.head_counts, date(2023, 12, 31))
    assert {verdict.ruling for verdict in verdicts if verdict.subject == "A"} == {Ruling.UNDECIDED}


def counts_of(*units: dict[str, int]) -> list[HeadCount]:
    return [
        HeadCount(
            f"Đơn vị {at}",
            values,
            {name: Span("u.csv", at, cell=f"{chr(65 + column)}{at}") for column, name in enumerate(values)},
        )
        for at, values in enumerate(units, 2)
    ]


END = date(2023, 12, 31)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # 14 of 100 together; 9 of 60 and 5 of 40 alone: within both ways.
        (((60, 9), (40, 5)), {None: ["dat"], "parts": ["dat"], "agencies": ["dat", "dat", "dat"]}),
        # 15 of 100 together, but 7 of 40 alone.
        (
            ((60, 8), (40, 7)),
            {None: ["dat"], "parts": ["dat"], "agencies": ["dat", "dat", "khong-dat"]},
        ),
        (
            ((60, 9), (40, 7)),
            {None: ["khong-dat"], "parts": ["khong-dat"], "agencies": ["khong-dat", "dat", "khong-dat"]},
        ),
    ],
)
def test_what_a_row_is_settles_a_cap(
    rows: tuple[tuple[int, int], ...], found: dict[str | None, list[str]]
) -> None:
    counts = counts_of(*({"ldtt": base, "cstdcs": heads} for base, heads in rows))
    for answer, rulings in found.items():
        verdicts = judged(counts, END, Rows(answer) if answer else None)
        assert [each.ruling.value for each in verdicts if each.rule == "TD301"] == rulings


def test_an_agency_is_ruled_on_at_its_own_cell_and_by_its_name() -> None:
    counts = counts_of({"ldtt": 60, "cstdcs": 8}, {"ldtt": 40, "cstdcs": 7})
    (failed,) = (each for each in judged(counts, END, Rows.AGENCIES) if each.ruling is Ruling.FAIL)
    assert (failed.subject, failed.span.cell, failed.values["where"]) == ("Đơn vị 3", "B3", "Đơn vị 3: ")
    assert [each.span for each in judged(counts, END)] == [PLACE]


def test_the_only_unit_is_ruled_on_at_the_cell_of_its_count() -> None:
    for rows in (None, *Rows):
        (verdict,) = judged(counts_of({"ldtt": 10, "cstdcs": 2}), END, rows)
        assert (verdict.ruling, verdict.span.cell) == (Ruling.FAIL, "B2")


def test_a_cap_that_holds_for_each_agency_is_judged_row_by_row_and_not_together() -> None:
    counts = counts_of({"tong_so": 30, "htxsnv": 6, "httnv": 24}, {"tong_so": 10, "htxsnv": 0, "httnv": 10})
    day = date(2026, 11, 20)
    ratings = [each for each in judged(counts, day, Rows.AGENCIES) if each.rule == "TD312"]
    assert [each.subject for each in ratings] == ["Đơn vị 2", "Đơn vị 3"]
    (one,) = (each for each in judged(counts, day, Rows.PARTS) if each.rule == "TD312")
    assert (one.subject, one.ruling) == ("HTXSNV", Ruling.PASS)
    (asked,) = (each for each in judged(counts, day, None) if each.rule == "TD312")
    assert asked.ruling is Ruling.UNDECIDED


def test_soldiers_count_with_workers() -> None:
    (verdict,) = judged(counts_of({"ldtt": 5, "cstt": 15, "cstdcs": 3}), END)
    assert (verdict.ruling, verdict.values["base"]) == (Ruling.PASS, "20")

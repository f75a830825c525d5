"""Order, counts and exit codes of a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.findings.finding import Basis, Finding, Severity
from thidua_cli.findings.report import Report
from thidua_cli.findings.selection import Selection
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict


def at(line: int, code: str = "TD201", path: str = "a.yaml", column: int = 1) -> Finding:
    return Finding(code, Span(path, line, column, line, column + 1))


def verdict(ruling: Ruling, line: int = 1, subject: str = "Sở A") -> Verdict:
    return Verdict("TD301", subject, ruling, date(2022, 12, 31), Span("a.yaml", line))


def report(*findings: Finding, verdicts: tuple[Verdict, ...] = ()) -> Report:
    return Report(None, "", findings, verdicts, ("a.yaml",))


def test_sorted_by_place_then_code() -> None:
    expected = (
        at(2),
        at(10, column=3),
        at(10, "TD201", column=20),
        at(10, "TD202", column=20),
        at(1, path="b.yaml"),
    )
    for findings in permutations(expected):
        assert report(*findings).findings == expected


def test_exact_duplicates_collapse_and_others_stay() -> None:
    one = Finding("TD201", Span("a"), {"name": "x"})
    other_basis = replace(one, basis=(Basis("Luật"),))
    other_value = replace(one, values={"name": "y"})
    kept = report(one, other_basis, replace(one), other_value, one).findings
    assert kept == (one, other_basis, other_value)


def test_verdicts_have_an_order() -> None:
    first, second, third = verdict(Ruling.PASS), verdict(Ruling.FAIL, 1, "Sở B"), verdict(Ruling.FAIL, 2)
    for verdicts in permutations((first, second, third)):
        assert report(verdicts=verdicts).verdicts == (first, second, third)


def test_summary_counts_everything_that_can_occur() -> None:
    own = replace(at(4, "TD202"), severity=Severity.ERROR)
    summary = report(at(1), at(2, "TD202"), at(3, "TD210"), own, verdicts=(verdict(Ruling.FAIL),)).summary
    assert summary.findings == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 1}
    assert summary.verdicts == {
        Ruling.PASS: 0,
        Ruling.FAIL: 1,
        Ruling.UNDECIDED: 0,
        Ruling.NOT_IN_FORCE: 0,
    }
    assert summary.files == 1


@pytest.mark.parametrize(
    ("codes", "fail_on", "expected"),
    [
        ((), Severity.INFO, 0),
        (("TD210",), Severity.INFO, 1),
        (("TD210",), Severity.WARNING, 0),
        (("TD202",), Severity.WARNING, 1),
        (("TD202",), Severity.ERROR, 0),
        (("TD201",), Severity.ERROR, 1),
        (("TD901",), Severity.ERROR, 0),
        (("TD901",), Severity.WARNING, 1),
        (("TD900",), Severity.ERROR, 2),
        (("TD201", "TD910"), Severity.ERROR, 2),
        (("TD505",), Severity.ERROR, 2),
    ],
)
def test_exit_code(codes: tuple[str, ...], fail_on: Severity, expected: int) -> None:
    assert report(*(at(1, code) for code in codes)).exit_code(fail_on) == expected


def test_a_table_that_was_read_all_the_same_is_no_fault() -> None:
    note = replace(at(1, "TD505"), severity=Severity.WARNING)
    assert report(note).exit_code() == 0
    assert report(note).exit_code(Severity.WARNING) == 1


def test_the_shown_part_keeps_faults() -> None:
    whole = report(at(1), at(2, "TD202"), at(3, "TD900"), verdicts=(verdict(Ruling.FAIL),))
    shown = whole.shown(Selection(select=("TD202",)))
    assert [finding.code for finding in shown.findings] == ["TD202", "TD900"]
    assert shown.verdicts == ()
    assert whole.shown() is whole
    for ignored in ("TD3", "TD301"):
        assert whole.shown(Selection(ignore=(ignored,))).verdicts == whole.verdicts


def test_what_is_ignored_is_still_judged() -> None:
    layout = verdict(Ruling.FAIL)._replace(rule="TD202")
    whole = report(at(2, "TD202"), verdicts=(layout,))
    ignored = whole.shown(Selection(ignore=("TD202",)))
    assert (ignored.findings, ignored.verdicts) == ((), (layout,))
    assert whole.shown(Selection(select=("TD20",), ignore=("TD202",))).verdicts == (layout,)


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["TD201", "TD202", "TD210"])), max_size=8))
def test_the_order_of_arrival_changes_nothing(places: list[tuple[int, str]]) -> None:
    findings = [at(line, code) for line, code in places]
    assert report(*findings).findings == report(*reversed(findings)).findings

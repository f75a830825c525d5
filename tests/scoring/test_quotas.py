"""What the law of a day says of a table's head counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.scoring.quotas import quota_findings, quota_verdicts
from thidua_cli.scoring.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "yes_no", "id": "a", "name": "A", "max": "1"}


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
    verdicts = quota_verdicts(results.head_counts, day, Span("u.csv"))
    assert [verdict.ruling for verdict in verdicts] == [ruling]
    due = quota_findings(verdicts)
    assert len(due) == (ruling in {Ruling.FAIL, Ruling.UNDECIDED})


def test_a_claim_is_judged_at_its_own_cell(run: Run) -> None:
    results, _ = run("don_vi;a;tong_so;ldtt;ttldtt\nA;x;10;5;x\nB;x;10;9;\n", LEAF)
    assert results is not None
    verdicts = quota_verdicts(results.head_counts, date(2023, 12, 31), Span("u.csv"))
    failed = [verdict for verdict in verdicts if verdict.ruling is Ruling.FAIL]
    assert [(verdict.subject, verdict.span.cell) for verdict in failed] == [("A", "E2")]

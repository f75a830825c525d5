from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua_cli.reporting.actuals import target_names
from thidua_cli.reporting.actuals.headings import tells_results
from thidua_cli.reporting.actuals.table import read_actuals
from thidua_cli.reporting.actuals.target_names import TargetNames
from thidua_cli.reporting.periods import PeriodKind
from thidua_cli.tables.collected import MOST_ALIKE, FindingLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.tables.table import Table

TARGETS = """\
targets:
  - id: xuat-khau
    measure: Kim ngạch xuất khẩu
    value: 470 triệu USD
  - id: ldtt
    measure: LDTT
    value: 90%
  - id: vu-1
    measure: Vụ việc
    value: không
  - id: vu-2
    measure: Vụ việc
    value: không
"""


@pytest.fixture
def read(
    tabulate: Callable[[str], Table], read_plan: Callable[..., Loaded]
) -> Callable[..., tuple[dict[str, Actual], list[Finding]]]:
    names = TargetNames(read_plan(TARGETS).plan, {"xuat-khau": "Kim ngạch xuất khẩu đạt 470 triệu USD"})

    def read_table(text: str, period: str | None = "quy-1") -> tuple[dict[str, Actual], list[Finding]]:
        log = FindingLog()
        kind = PeriodKind(period) if period else None
        return dict(read_actuals(tabulate(text), names, log, kind)), log.close()

    return read_table


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("xuat-khau", "xuat-khau"),
        ("{xuat-khau}", "xuat-khau"),
        ("KIM NGẠCH  XUẤT KHẨU", "xuat-khau"),
        ("Kim ngạch xuất khẩu đạt 470 triệu USD.", "xuat-khau"),
        ("LĐTT", "ldtt"),
        ("Lao động tiên tiến", "ldtt"),
    ],
)
def test_names(read: Callable[..., tuple[dict[str, Actual], list[Finding]]], name: str, ident: str) -> None:
    found, findings = read(f"Chỉ tiêu;Kết quả\n{name};91%\n")
    assert list(found) == [ident]
    assert findings == []


def test_of_many_unknown_names_only_the_first_are_searched_for(
    read: Callable[..., tuple[dict[str, Actual], list[Finding]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    monkeypatch.setattr(target_names, "nearest", lambda text, *_: searched.append(text) or [])
    _, findings = read("Chỉ tiêu;Kết quả\n" + "".join(f"Việc {number};1\n" for number in range(500)))
    assert len(searched) == MOST_ALIKE
    assert [one.code for one in findings] == [*["TD651"] * MOST_ALIKE, "TD519"]


@pytest.mark.parametrize(
    ("rows", "code", "variant"),
    [
        ("Kim nghạch xuất khẩu;480 triệu USD", "TD651", "near"),
        ("Chuyện khác;5", "TD651", ""),
        ("Vụ việc;0", "TD651", "near"),  # two targets bear the name: it names neither
        (";5", "TD651", "blank"),
        ("ldtt;91%\nLĐTT;92%", "TD652", ""),
        ("ldtt;khoảng 90%", "TD653", "bound"),
    ],
)
def test_nothing_is_guessed(
    read: Callable[..., tuple[dict[str, Actual], list[Finding]]], rows: str, code: str, variant: str
) -> None:
    found, findings = read(f"Chỉ tiêu;Kết quả\n{rows}\n")
    assert found == {}
    assert [(each.code, each.variant) for each in findings] == [(code, variant)]


@pytest.mark.parametrize(("header", "variant"), [("Chỉ tiêu;Số", "result"), ("Đầu việc;Kết quả", "target")])
def test_columns_that_are_lacking(
    read: Callable[..., tuple[dict[str, Actual], list[Finding]]], header: str, variant: str
) -> None:
    found, findings = read(f"{header}\nldtt;91%\n")
    assert found == {}
    assert ("TD650", variant) in [(each.code, each.variant) for each in findings]


def test_only_rows_of_the_period(read: Callable[..., tuple[dict[str, Actual], list[Finding]]]) -> None:
    text = "Chỉ tiêu;Kết quả;Kỳ;Ghi chú\nldtt;90%;quý I;a\nldtt;95%;quý II;b\nxuat-khau;4;kỳ lạ;\n"
    found, findings = read(text, "quy-2")
    assert (found["ldtt"].text, found["ldtt"].note) == ("95%", "b")
    assert list(found) == ["ldtt"]
    assert [each.code for each in findings] == ["TD655"]
    assert [each.code for each in read(text, None)[1]] == ["TD652"]


def test_tables_of_results_are_told_by_their_header(tabulate: Callable[[str], Table]) -> None:
    assert tells_results(tabulate("TT;Mã;Kết quả thực hiện\n1;a;2\n").header)
    assert not tells_results(tabulate("Đơn vị;Kết quả\nSở A;2\n").header)

"""Which rows are units: sums, signatures and notes are not, and no unit twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.scoring.inputs.unit_rows import without_idle_formulas
from thidua_cli.scoring.results.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAVES: list[dict[str, Any]] = [
    {"kind": "proportional", "id": "a", "name": "A", "max": "100", "target": "100"},
    {"kind": "yes_no", "id": "b", "name": "B", "max": "10"},
]
HEADER = "STT;don_vi;a;b;Ghi chú\n"


def outcome(run: Run, *rows: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    results, findings = run(HEADER + "".join(f"{row}\n" for row in rows), *LEAVES)
    assert results is not None
    codes = [(item.code, item.variant, item.span.cell or "") for item in findings]
    return sorted(unit.unit for unit in results.units), codes


@pytest.mark.parametrize(
    "foot",
    [
        ";Người lập bảng;;Thủ trưởng đơn vị;",
        "Người lập biểu;;;;",
        ";NGƯỜI LẬP;;GIÁM ĐỐC;",
        ";;;KT. GIÁM ĐỐC;",
        ";;;Hà Tĩnh, ngày 15 tháng 12 năm 2022;",
        ";Ngày … tháng … năm 2022;;;",
        ";Ghi chú: số liệu đến 30/11;;;",
        ";Nơi nhận:;;;",
        ";Xác nhận của cơ quan;;;",
    ],
)
def test_the_foot_of_a_table_is_no_unit(run: Run, foot: str) -> None:
    units, codes = outcome(
        run, "1;Sở A;90;x;", "2;Sở B;80;x;", foot, ";Nguyễn Văn A;;Trần Thị B;", ";- Lưu: VT;;;"
    )
    assert units == ["Sở A", "Sở B"]
    assert codes == [("TD527", "", "B4")]


def test_data_below_the_foot_are_an_error_and_never_lost_in_silence(run: Run) -> None:
    text = ("1;Sở A;90;x;", ";Ghi chú: hai bảng;;;", "2;Sở B;80;x;")
    units, codes = outcome(run, *text)
    assert units == ["Sở A"]
    assert codes == [("TD527", "", "B3"), ("TD527", "data", "B4")]
    _, findings = run(HEADER + "\n".join(text), *LEAVES)
    assert [severity_of(item) for item in findings] == [Severity.INFO, Severity.ERROR]


@pytest.mark.parametrize(
    "row",
    ["1;Giám đốc Sở;90;x;", "1;Sở A;;;Ghi chú: chưa gửi", "1;Ban Giám đốc;;;", "1;Sở A;;;xác nhận sau"],
)
def test_a_unit_is_not_taken_for_the_foot(run: Run, row: str) -> None:
    units, codes = outcome(run, row, "2;Sở B;80;x;")
    assert len(units) == 2
    assert "TD527" not in {code for code, _, _ in codes}


@pytest.mark.parametrize(
    "row", ["9;Tổng cộng;170;x;", "Tổng cộng;;170;;", ";TỔNG;#REF!;;", ";Trung bình;85;;", ";Cộng:;170;;"]
)
def test_sums_are_no_units_and_do_not_end_the_table(run: Run, row: str) -> None:
    units, codes = outcome(run, "1;Sở A;90;x;", row, "2;Tổng công ty B;80;x;")
    assert units == ["Sở A", "Tổng công ty B"]
    assert codes == [("TD525", "", "B3")]


def test_a_row_without_a_name_is_told(run: Run) -> None:
    assert outcome(run, "1;Sở A;90;x;", "2;;80;x;") == (["Sở A"], [("TD523", "", "B3")])


def test_formulas_count_only_where_something_is_computed_from_them(run: Run) -> None:
    results, _ = run(HEADER + "1;Sở A;#REF!;x;\n;Tổng;#REF!;=B1;\n;Người lập;;;\n;- Lưu;;;\n", *LEAVES)
    assert results is not None
    found = [
        Finding(code, Span("u.csv", line, 1, line, 1, cell))
        for code, line, cell in [
            ("TD513", 2, "C2"),
            ("TD513", 3, "C3"),
            ("TD512", 3, "D3"),
            ("TD512", 5, "B5"),
            ("TD536", 3, "C3"),
        ]
    ]
    kept = [(item.code, item.span.cell) for item in without_idle_formulas(found, results.left_out)]
    assert kept == [("TD513", "C2"), ("TD536", "C3")]

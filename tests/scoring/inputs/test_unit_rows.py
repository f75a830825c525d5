"""Which rows are units: sums, signatures and notes are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.rosters.reading.unit_rows import without_idle_formulas
from thidua_cli.scoring.inputs.input_table import InputTable

Tell = Callable[..., tuple[InputTable | None, list[Finding]]]
HEADER = "STT;don_vi;giai-ngan;nhiem-vu;Ghi chú\n"


def outcome(tell: Tell, *rows: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    inputs, findings = tell(HEADER + "".join(f"{row}\n" for row in rows))
    assert inputs is not None
    codes = [(item.code, item.variant, item.span.cell or "") for item in findings]
    return sorted(inputs.unit(row).text for row in inputs.rows), codes


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
def test_the_foot_of_a_table_is_no_unit(tell: Tell, foot: str) -> None:
    units, codes = outcome(
        tell, "1;Sở A;90;x;", "2;Sở B;80;x;", foot, ";Nguyễn Văn A;;Trần Thị B;", ";- Lưu: VT;;;"
    )
    assert units == ["Sở A", "Sở B"]
    assert codes == [("TD527", "", "B4")]


def test_data_below_the_foot_are_an_error_and_never_lost_in_silence(tell: Tell) -> None:
    text = ("1;Sở A;90;x;", ";Ghi chú: hai bảng;;;", "2;Sở B;80;x;")
    units, codes = outcome(tell, *text)
    assert units == ["Sở A"]
    assert codes == [("TD527", "", "B3"), ("TD527", "data", "B4")]
    _, findings = tell(HEADER + "\n".join(text))
    assert [severity_of(item) for item in findings] == [Severity.INFO, Severity.ERROR]


@pytest.mark.parametrize(
    "row",
    [
        "1;Giám đốc Sở;90;x;",
        "1;Giám đốc Sở;15/11/2025;;",
        "1;Sở A;;;Ghi chú: chưa gửi",
        "1;Ban Giám đốc;;;",
        "1;Sở A;;;xác nhận sau",
    ],
)
def test_a_unit_is_not_taken_for_the_foot(tell: Tell, row: str) -> None:
    units, codes = outcome(tell, row, "2;Sở B;80;x;")
    assert len(units) == 2
    assert "TD527" not in {code for code, _, _ in codes}


@pytest.mark.parametrize(
    "row", ["9;Tổng cộng;170;x;", "Tổng cộng;;170;;", ";TỔNG;#REF!;;", ";Trung bình;85;;", ";Cộng:;170;;"]
)
def test_sums_are_no_units_and_do_not_end_the_table(tell: Tell, row: str) -> None:
    units, codes = outcome(tell, "1;Sở A;90;x;", row, "2;Tổng công ty B;80;x;")
    assert units == ["Sở A", "Tổng công ty B"]
    assert codes == [("TD525", "", "B3")]


def test_a_row_without_a_name_is_told(tell: Tell) -> None:
    assert outcome(tell, "1;Sở A;90;x;", "2;;80;x;") == (["Sở A"], [("TD523", "", "B3")])


def test_formulas_count_only_where_something_is_computed_from_them(tell: Tell) -> None:
    inputs, _ = tell(HEADER + "1;Sở A;#REF!;x;\n;Tổng;#REF!;=B1;\n;Người lập;;;\n;- Lưu;;;\n")
    assert inputs is not None
    found = [
        Finding(code, Span("1.csv", line, 1, line, 1, cell))
        for code, line, cell in [
            ("TD513", 2, "C2"),
            ("TD513", 3, "C3"),
            ("TD512", 3, "D3"),
            ("TD512", 5, "B5"),
            ("TD536", 3, "C3"),
        ]
    ]
    kept = [(item.code, item.span.cell) for item in without_idle_formulas(found, inputs.left_out)]
    assert kept == [("TD513", "C2"), ("TD536", "C3")]

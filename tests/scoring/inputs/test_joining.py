"""Several tables put together."""

from __future__ import annotations

from collections.abc import Callable

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import InputTable
from thidua_cli.tables.table import Row

Tell = Callable[..., tuple[InputTable | None, list[Finding]]]


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.place) for item in findings]


def rows(inputs: InputTable | None) -> list[list[str]]:
    assert inputs is not None
    return [[row.cell(column).text for _, column in sorted(inputs.columns.items())] for row in inputs.rows]


def test_tables_of_one_layout_are_not_copied(tell: Tell) -> None:
    inputs, findings = tell("don_vi;nhiem-vu;giai-ngan\nA;x;1\n", "don_vi;nhiem-vu;giai-ngan\nB;;2\n")
    assert rows(inputs) == [["A", "1", "x"], ["B", "2", ""]]
    assert inputs is not None
    assert all(type(row) is Row for row in inputs.rows)
    assert findings == []


def test_tables_of_different_layouts_are_laid_together(tell: Tell) -> None:
    long = "don_vi;tieu_chi;gia_tri;lop;ly_do\nC;giai-ngan;3;tự chấm;\nC;giai-ngan;2;thẩm định;vì\n"
    long += "D;nhiem-vu;x;;\n"
    inputs, findings = tell("don_vi;nhiem-vu;giai-ngan\nA;x;1\n", "giai-ngan;nhiem-vu;don_vi\n2;;B\n", long)
    assert rows(inputs) == [["A", "1", "x"], ["B", "2", ""], ["C", "2", ""], ["D", "", "x"]]
    assert findings == []
    assert inputs is not None
    places = [row.cell(inputs.columns["giai-ngan"]).span.place for row in inputs.rows]
    assert places == ["1.csv:C2", "2.csv:A2", "3.csv:C3", "3.csv:A4"]
    assert inputs.silent == {3}
    assert len(inputs.differences) == 1


def test_what_a_table_does_not_tell_is_unknown_for_its_units_and_no_blank(tell: Tell) -> None:
    inputs, findings = tell("don_vi;nhiem-vu;giai-ngan;Loại đơn vị\nA;x;1;Sở\n", "don_vi;nhiem-vu\nB;x\n")
    assert rows(inputs) == [["Sở", "A", "1", "x"], ["", "B", "#N/A", "x"]]
    assert codes(findings) == [("TD520", "criterion", "2.csv:A1")]


def test_a_unit_in_two_files_is_ranked_in_neither(tell: Tell) -> None:
    header = "don_vi;nhiem-vu;giai-ngan;Tổng số\n"
    inputs, findings = tell(f"{header}Sở A;x;1;40\nB;x;1;9\n", f"{header}SỞ  A;x;2;30\n")
    assert inputs is not None
    assert inputs.doubled == {0, 2}
    assert codes(findings) == [("TD524", "file", "2.csv:A2")]
    assert [(unit.unit, dict(unit.values), len(unit.readings)) for unit in inputs.head_counts] == [
        ("Sở A", {}, 2),
        ("B", {"tong_so": 9}, 0),
    ]


def test_names_that_differ_in_punctuation_only_are_asked_about(tell: Tell) -> None:
    units = [
        "Sở Y tế",
        "Sở Y tế.",
        "Ban QLDA - KKT",
        "Ban QLDA KKT",
        "Xã Tân Thanh",
        "Xã Tân Thành",
        "1",
        "2",
    ]
    inputs, findings = tell("don_vi;nhiem-vu;giai-ngan\n" + "".join(f"{unit};x;1\n" for unit in units))
    assert inputs is not None
    assert inputs.doubled == frozenset()
    assert codes(findings) == [("TD567", "", "1.csv:A3"), ("TD567", "", "1.csv:A5")]


def test_composed_and_decomposed_names_are_one(tell: Tell) -> None:
    inputs, _ = tell("don_vi;nhiem-vu;giai-ngan\nSở Y tế;x;1\nSo\u031b\u0309 Y te\u0302\u0301;x;1\n")
    assert inputs is not None
    assert inputs.doubled == {0, 1}

"""Wide tables, with and without layers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import InputTable
from thidua_cli.tables.table import Row

Tell = Callable[..., tuple[InputTable | None, list[Finding]]]
HEADER = (
    "Đơn vị;nhiem-vu;Giải ngân – tự chấm;Giải ngân – giải trình;Giải ngân – thống nhất;Giải ngân – lý do\n"
)


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


def agreed(inputs: InputTable | None, key: str = "giai-ngan") -> list[tuple[str, str]]:
    """What counts for every unit, and where it stands."""
    assert inputs is not None
    cells = [row.cell(inputs.columns[key]) for row in inputs.rows]
    return [(cell.text, cell.address) for cell in cells]


def test_a_plain_table_is_taken_as_it_is(tell: Tell) -> None:
    inputs, findings = tell("Đơn vị;giai-ngan;nhiem-vu\nSở A;90;x\nSở B;80;\n")
    assert inputs is not None
    assert findings == []
    assert inputs.columns == {"@unit": 0, "giai-ngan": 1, "nhiem-vu": 2}
    assert all(type(row) is Row for row in inputs.rows)
    assert (inputs.doubled, inputs.silent, inputs.differences) == (frozenset(), frozenset(), ())


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("Sở A;x;90;;;", ("90", "C2")),
        ("Sở A;x;90;;90;", ("90", "E2")),
        ("Sở A;x;90;;90,0;", ("90,0", "E2")),
        ("Sở A;x;90;;-;", ("90", "C2")),
        ("Sở A;x;;;85;", ("85", "E2")),
        ("Sở A;x;90;;85;lý do", ("85", "E2")),
        ("Sở A;x;90;88;;lý do", ("88", "D2")),
        ("Sở A;x;90;Do vốn về chậm;;", ("90", "C2")),
        ("Sở A;x;90;Do vốn về chậm;85;", ("85", "E2")),
        ("Sở A;x;;Do vốn về chậm;;", ("", "C2")),
        ("Sở A;x;;;;", ("", "C2")),
    ],
)
def test_the_last_layer_that_is_filled_counts(tell: Tell, row: str, value: tuple[str, str]) -> None:
    inputs, findings = tell(f"{HEADER}{row}\n")
    assert codes(findings) == []
    assert agreed(inputs) == [value]
    assert agreed(inputs, "nhiem-vu") == [("x", "B2")]


def test_every_difference_is_kept_with_its_reason(tell: Tell) -> None:
    rows = "Sở A;x;90;;85;trừ vốn ứng\nSở B;x;90;chậm;85;\nSở C;x;90;;85;\nSở D;x;90;91;85;cả hai\n"
    inputs, findings = tell(HEADER + rows)
    assert inputs is not None
    told = [
        (each.unit, each.earlier, each.later, each.before, each.after, each.reason)
        for each in inputs.differences
    ]
    assert told == [
        ("Sở A", "Tự chấm", "Thống nhất", "90", "85", "trừ vốn ứng"),
        ("Sở B", "Tự chấm", "Thống nhất", "90", "85", "chậm"),
        ("Sở C", "Tự chấm", "Thống nhất", "90", "85", ""),
        ("Sở D", "Tự chấm", "Giải trình", "90", "91", "cả hai"),
        ("Sở D", "Giải trình", "Thống nhất", "91", "85", "cả hai"),
    ]
    assert {each.criterion for each in inputs.differences} == {"giai-ngan"}
    assert inputs.differences[0].place.cell == "E2"
    assert codes(findings) == [("TD564", "", "E4")]


def test_a_unit_without_a_self_score_is_known(tell: Tell) -> None:
    inputs, _ = tell(f"{HEADER}Sở A;x;90;;;\nSở B;x;;;85;\nSở C;x;;giải trình;;\n")
    assert inputs is not None
    assert inputs.silent == {1, 2}


def test_where_nobody_scored_itself_nobody_is_silent(tell: Tell) -> None:
    inputs, _ = tell(f"{HEADER}Sở A;x;;;90;\nSở B;x;;;85;\n")
    assert inputs is not None
    assert inputs.silent == frozenset()


def test_two_rows_of_a_unit_stay_two_rows(tell: Tell) -> None:
    inputs, findings = tell(f"{HEADER}Sở A;x;90;;;\nSở B;x;9;;;\nSỞ A;;80;;;\n")
    assert agreed(inputs) == [("90", "C2"), ("9", "C3"), ("80", "C4")]
    assert inputs is not None
    assert inputs.doubled == {0, 2}
    assert codes(findings) == [("TD524", "", "A4")]


def test_a_header_of_two_lines_names_criterion_and_layer(tell: Tell) -> None:
    text = "Đơn vị;nhiem-vu;Giải ngân;;\n;;Tự chấm;Thẩm định;Lý do\nSở A;x;90;85;vì\n"
    inputs, findings = tell(text)
    assert agreed(inputs) == [("85", "D3")]
    assert findings == []

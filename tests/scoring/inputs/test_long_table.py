"""Long tables: a row for each unit and criterion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import InputTable

Tell = Callable[..., tuple[InputTable | None, list[Finding]]]
HEADER = "Đơn vị;Tiêu chí;Giá trị;Lớp;Lý do\n"


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


def said(inputs: InputTable | None) -> dict[str, dict[str, str]]:
    assert inputs is not None
    return {
        inputs.unit(row).text: {
            key: row.cell(column).text for key, column in inputs.columns.items() if key != "@unit"
        }
        for row in inputs.rows
    }


@pytest.mark.parametrize(
    "header", ["Đơn vị;Tiêu chí;Giá trị", "don_vi;ma_tieu_chi;so_lieu", "Tên đơn vị;Tên tiêu chí;Kết quả"]
)
def test_its_headings_make_a_table_long(tell: Tell, header: str) -> None:
    inputs, findings = tell(f"{header}\nSở A;Nhiệm vụ;x\nSở B;giai_ngan;80\nSở A;GIẢI NGÂN;90\n")
    assert said(inputs) == {
        "Sở A": {"nhiem-vu": "x", "giai-ngan": "90"},
        "Sở B": {"nhiem-vu": "", "giai-ngan": "80"},
    }
    assert findings == []
    assert inputs is not None
    assert [row.cell(inputs.columns["nhiem-vu"]).span.place for row in inputs.rows] == [
        "1.csv:C2",
        "1.csv:A3",
    ]


def test_a_wide_table_may_have_a_column_of_that_name(tell: Tell) -> None:
    inputs, _ = tell("Đơn vị;Nhiệm vụ;Giải ngân;Kết quả\nSở A;x;90;tốt\n")
    assert said(inputs) == {"Sở A": {"nhiem-vu": "x", "giai-ngan": "90"}}


def test_the_last_layer_counts_in_whatever_order_the_rows_stand(tell: Tell) -> None:
    rows = ["Sở A;giai-ngan;85;Thống nhất;vốn ứng", "Sở A;nhiem-vu;x;;", "Sở A;giai-ngan;90;tự chấm;"]
    for order in (rows, rows[::-1]):
        inputs, findings = tell(HEADER + "\n".join(order) + "\n")
        assert said(inputs) == {"Sở A": {"nhiem-vu": "x", "giai-ngan": "85"}}
        assert findings == []
        assert inputs is not None
        assert [each[:7] for each in inputs.differences] == [
            ("Sở A", "giai-ngan", "Tự chấm", "Thống nhất", "90", "85", "vốn ứng")
        ]


def test_layers_may_be_columns(tell: Tell) -> None:
    text = "Đơn vị;Tiêu chí;Tự chấm;Thẩm định;Lý do\nSở A;nhiem-vu;x;không;sai\nSở A;giai-ngan;90;;\n"
    inputs, findings = tell(text)
    assert said(inputs) == {"Sở A": {"nhiem-vu": "không", "giai-ngan": "90"}}
    assert findings == []


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (["90;;", "90;;"], ("TD563", "", "C3")),
        (["90;tự chấm;", "91;Tự chấm;"], ("TD563", "", "C3")),
        (["90;;", "85;thẩm định;"], ("TD563", "layerless", "C3")),
        (["90;tự chấm;", "85;thẩm địnhh;"], ("TD566", "near", "D3")),
        (["90;tự chấm;", "85;vòng ngoài;"], ("TD566", "", "D3")),
    ],
)
def test_what_cannot_be_decided_has_no_value(
    tell: Tell, rows: list[str], finding: tuple[str, str, str]
) -> None:
    text = "".join(f"Sở A;giai-ngan;{row}\n" for row in rows)
    inputs, findings = tell(f"{HEADER}{text}Sở A;nhiem-vu;x;;\n")
    assert said(inputs) == {"Sở A": {"nhiem-vu": "x", "giai-ngan": "#N/A"}}
    assert codes(findings) == [finding]


def test_a_blank_told_twice_is_nothing_told_twice(tell: Tell) -> None:
    inputs, findings = tell(f"{HEADER}A;giai-ngan;;;\nA;giai-ngan;90;;\nA;giai-ngan;-;;\nA;nhiem-vu;x;;\n")
    assert said(inputs) == {"A": {"nhiem-vu": "x", "giai-ngan": "90"}}
    assert findings == []


def test_a_criterion_that_is_not_known_is_asked_about_once(tell: Tell) -> None:
    rows = "Sở A;Giải ngânn;90;;\nSở B;Giải ngânn;80;;\nSở B;Đoàn kết;1;;\nSở C;;1;;\nSở A;nhiem-vu;x;;\n"
    inputs, findings = tell(f"{HEADER}{rows}Sở D;giai-ngan;70;;\n")
    assert codes(findings) == [("TD565", "near", "B2"), ("TD565", "", "B4"), ("TD565", "blank", "B5")]
    # The near one is never taken, and nothing else is told of it then, not even that it is blank.
    assert {unit: values["giai-ngan"] for unit, values in said(inputs).items()} == {
        "Sở A": "#N/A",
        "Sở B": "#N/A",
        "Sở C": "",
        "Sở D": "70",
    }


def test_a_criterion_that_no_row_tells_is_missing(tell: Tell) -> None:
    inputs, findings = tell(f"{HEADER}Sở A;nhiem-vu;x;;\n")
    assert said(inputs) == {"Sở A": {"nhiem-vu": "x"}}
    assert codes(findings) == [("TD520", "criterion_row", "A1")]


SIDED: list[dict[str, Any]] = [
    {
        "kind": "proportional",
        "id": "thu",
        "name": "Thu",
        "max": "1",
        "target_column": "KH",
        "evidence": "note",
    },
    {"kind": "penalty", "id": "phat", "name": "Phạt", "point": "1", "exempt_column": "Tự báo"},
]


def test_other_inputs_stand_beside_the_value_or_in_rows_of_their_own(tell: Tell) -> None:
    header = "Đơn vị;Tiêu chí;Giá trị;Chỉ tiêu;Minh chứng;Loại đơn vị\n"
    rows = "A;Thu;90;100;QĐ 1;Sở\nA;Phạt;2;;;Sở\nA;phat.tu_bao_cao;1;;;Sở\n"
    rows += "B;Thu;90;;;Xã\nB;Thu – chỉ tiêu;80;;;Xã\n"
    inputs, findings = tell(header + rows, items=tuple(SIDED))
    told = said(inputs)
    assert findings == []
    assert told["A"] == {
        "thu": "90",
        "thu.target": "100",
        "thu.evidence": "QĐ 1",
        "phat": "2",
        "phat.exempt": "1",
        "@type": "Sở",
    }
    assert (told["B"]["thu.target"], told["B"]["@type"]) == ("80", "Xã")


def test_what_is_the_units_own_must_be_the_same_in_all_its_rows(tell: Tell) -> None:
    header = "Đơn vị;Tiêu chí;Giá trị;Loại đơn vị;Tổng số\n"
    inputs, findings = tell(
        header + "A;nhiem-vu;x;Sở;40\nA;giai-ngan;90;xã;40\nB;giai-ngan;9;;\nB;nhiem-vu;x;SỞ;20\n"
    )
    assert [(values["@type"], values["@count.tong_so"]) for values in said(inputs).values()] == [
        ("", "40"),
        ("SỞ", "20"),
    ]
    assert codes(findings) == [("TD563", "attribute", "D3")]
    assert inputs is not None
    assert [dict(unit.values) for unit in inputs.head_counts] == [{"tong_so": 40}, {"tong_so": 20}]


def test_two_columns_of_values_are_neither(tell: Tell) -> None:
    inputs, findings = tell("Đơn vị;Tiêu chí;Giá trị;Kết quả\nA;nhiem-vu;x;x\n")
    assert inputs is None
    assert codes(findings) == [("TD522", "", "D1")]


def test_sums_and_signatures_are_no_rows(tell: Tell) -> None:
    text = f"{HEADER}A;nhiem-vu;x;;\nA;giai-ngan;9;;\nTổng cộng;;9;;\n;9;;;\nNgười lập biểu;;;;\n"
    inputs, findings = tell(text)
    assert said(inputs) == {"A": {"nhiem-vu": "x", "giai-ngan": "9"}}
    assert codes(findings) == [("TD525", "", "A4"), ("TD523", "", "A5"), ("TD527", "", "A6")]


def test_evidence_is_no_value_that_layers_differ_in(tell: Tell) -> None:
    header = "Đơn vị;Tiêu chí;Lớp;Giá trị;Minh chứng;Chỉ tiêu\n"
    rows = "A;Thu;tự chấm;9;QĐ 1;10\nA;Thu;thẩm định;9;Đã kiểm tra;10\nA;Phạt;;0;;\nA;phat.exempt;;0;;\n"
    inputs, findings = tell(header + rows, items=tuple(SIDED))
    told = said(inputs)["A"]
    assert (told["thu.evidence"], told["thu.target"]) == ("QĐ 1", "10")
    assert findings == []


def test_a_unit_is_named_as_it_is_most_often(tell: Tell) -> None:
    inputs, _ = tell(f"{HEADER}SỞ A;nhiem-vu;x;;\nSở A;giai-ngan;9;;\nSở A;giai-ngan;;;\n")
    assert inputs is not None
    assert [inputs.unit(row).text for row in inputs.rows] == ["Sở A"]
    assert [inputs.unit(row).address for row in inputs.rows] == ["A3"]

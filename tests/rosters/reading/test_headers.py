"""Columns by what their headings mean."""

from __future__ import annotations

import pytest

from thidua_cli.findings.finding import Severity
from thidua_cli.rosters.reading.headers import IGNORED, Unknown, match_header
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import Cell, Origin

KNOWN = {"Đơn vị": "unit", "Cơ quan": "unit", "LĐTT": "ldtt", "Ghi chú": IGNORED, "TT": IGNORED}


def match(*texts, other=None):
    log = FindingLog()
    cells = [Cell(text, 1, column, 1, Origin("u.csv")) for column, text in enumerate(texts)]
    names = ["Đơn vị", "Lao động tiên tiến"]
    unknown = Unknown("TD521", other=other)
    columns = match_header(cells, lambda cell: KNOWN.get(cell.text), names, unknown, log)
    return columns, [(each.code, each.variant, each.severity, each.values) for each in log.close()]


def test_known_headings_are_columns_and_ignored_ones_are_not():
    assert match("TT", "Đơn vị", "", "LĐTT", "Ghi chú") == ({"unit": 1, "ldtt": 3}, [])


def test_of_two_columns_with_one_meaning_neither_is_taken():
    columns, found = match("Đơn vị", "LĐTT", "Cơ quan")
    assert columns == {"ldtt": 1}
    ((code, _, _, values),) = found
    assert (code, values["text"], values["first"]) == ("TD522", "Cơ quan", "Đơn vị")


def test_ignored_columns_may_stand_twice():
    assert match("TT", "TT", "Đơn vị")[1] == []


@pytest.mark.parametrize("text", ["Lao động tiên tiếnn", "Lao_động_tiến_tiến"])
def test_a_near_heading_is_asked_about_by_a_spelling_that_people_use(text):
    _, ((code, variant, severity, values),) = match(text)
    assert (code, variant, severity) == ("TD521", "near", Severity.WARNING)
    assert values == {"text": text, "near": "Lao động tiên tiến"}


def test_what_is_far_from_all_is_told_only_where_it_is_asked_for():
    assert match("Sở thích")[1] == []
    assert [each[:3] for each in match("Sở thích", other="")[1]] == [("TD521", "", Severity.INFO)]

from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.rules.consistency.timeline import add_months, bounds, dated_phases, shown, written_like
from thidua_cli.vietnamese.dates import parse_date


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2022, 12, 31), 3, date(2023, 3, 31)),
        (date(2022, 11, 30), 3, date(2023, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2022, 1, 31), -2, date(2021, 11, 30)),
        (date(9999, 12, 1), 3, date.max),
        (date(1, 1, 1), -1, date.min),
    ],
)
def test_add_months(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("text", "replacement"),
    [("2022-02-04", "2022-02-03"), ("04/02/2022", "03/02/2022"), ("4/2/2022", "03/02/2022")],
)
def test_a_replacement_keeps_the_notation(text, replacement):
    assert written_like(text, date(2022, 2, 3)) == replacement


@pytest.mark.parametrize(("text", "printed"), [("2022-03-09", "09/3/2022"), ("tháng 3/2022", "tháng 3/2022")])
def test_dates_are_shown_the_vietnamese_way(text, printed):
    assert shown(parse_date(text)) == printed


def test_phases_come_by_date_and_reversed_ones_not_at_all(edit):
    loaded = edit({"phases.0.from": "2022-10-01", "phases.0.to": "2022-12-31", "phases.1.to": "2022-09-30"})
    assert [dated.phase.id for dated in dated_phases(loaded.plan)] == ["dot-2", "dot-1"]
    assert [dated.phase.id for dated in dated_phases(edit({"phases.1.to": "2021-01-01"}).plan)] == ["dot-1"]


def test_a_school_year_has_slack_at_both_ends(edit):
    assert bounds(edit({"period": "năm học 2021-2022"}).plan) == (date(2021, 6, 1), date(2022, 8, 31))
    assert bounds(edit({}).plan) == (date(2022, 1, 1), date(2022, 12, 31))

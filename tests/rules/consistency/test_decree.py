from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.rules.consistency.decree import NUMBER, decree


@pytest.mark.parametrize(
    ("edits", "grounded"),
    [
        ({"document.date": "2020-03-05"}, True),
        ({"document.date": "2020-03-04"}, False),
        ({"document.date": "tháng 3/2020"}, True),
        ({"document.date": "-"}, True),
        ({"document.date": "-", "period": "2018"}, False),
    ],
)
def test_the_decree_is_the_ground_from_its_first_day(edits, grounded, edit):
    bases = decree(edit(edits).plan, NUMBER)
    assert bool(bases) is grounded
    assert all(basis.since == date(2020, 3, 5) for basis in bases)


@pytest.mark.parametrize(("number", "grounded"), [("2/CT-UBND", True), ("34/CT-TW", False)])
def test_symbols_of_the_party_have_no_ground_in_it(number, grounded, edit, find):
    loaded = edit({"citations.0.number": number, "citations.0.issuer": "-"})
    assert [bool(one.basis) for one in find(loaded) if one.code in ("TD230", "TD275")] == [grounded]

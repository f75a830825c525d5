"""A number that depends on two ratings: one row a case, and what it rules."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.reading import read_pack
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.law.rulings.records import Record
from thidua_cli.source.text import SourceText

DAY = date(2024, 12, 31)
RULE = """\
ttldxs:
  name: Trần Tập thể lao động xuất sắc
  kind: ratio-cap
  title: TTLDXS
  subject: collective
  numerator: ttldxs
  base: ttldtt
  numbers:
    @ 2018-01-01
      rounding: floor
      at_least_one: true
      value_by:
        - unit_rating
        - party_rating
      rows:
        - unit_rating: HTXSNV
          party_rating: HTXSNV
          value: 80%
        - unit_rating: HTXSNV
          party_rating: HTTNV
          value: 50%
        - unit_rating: HTXSNV
          party_rating: HTNV
          value: 20%
        - unit_rating: HTXSNV
          party_rating: KHTNV
          value: 0%
        - unit_rating: HTTNV
          value: 40%
        - unit_rating: HTNV
          value: 20%
        - unit_rating: KHTNV
          value: 0%
"""


@pytest.mark.parametrize(
    ("unit", "party", "heads", "ruling"),
    [
        ("HTXSNV", "HTXSNV", 8, Ruling.PASS),
        ("HTXSNV", "HTXSNV", 9, Ruling.FAIL),
        ("HTXSNV", "HTTNV", 5, Ruling.PASS),
        ("HTXSNV", "HTTNV", 6, Ruling.FAIL),
        ("HTXSNV", "KHTNV", 1, Ruling.FAIL),
        # A row without the second rating holds for all of its steps.
        ("HTTNV", "HTXSNV", 4, Ruling.PASS),
        ("HTTNV", None, 5, Ruling.FAIL),
        # Without a rating every row that may be meant is asked.
        (None, None, 9, Ruling.FAIL),
        (None, None, 8, Ruling.UNDECIDED),
        (None, None, 0, Ruling.PASS),
        ("HTXSNV", None, 1, Ruling.UNDECIDED),
    ],
)
def test_the_row_of_the_case_decides(
    make_pack, unit: str | None, party: str | None, heads: int, ruling: Ruling
) -> None:
    rule = make_pack(RULE).rules["gia-lai:ttldxs"].rule
    known = {"ttldxs": heads, "ttldtt": 10, "unit_rating": unit, "party_rating": party}
    facts = {name: value for name, value in known.items() if value is not None}
    found = judge_record(rule, Record(facts), DAY)
    assert found.ruling is ruling
    if unit == "HTTNV" and ruling is Ruling.FAIL:
        assert found.values["bound"] == "40%"


def test_a_fraction_of_one_is_one_but_nothing_stays_nothing(make_pack) -> None:
    rule = make_pack(RULE).rules["gia-lai:ttldxs"].rule
    for party, ruling in (("HTNV", Ruling.PASS), ("KHTNV", Ruling.FAIL)):
        facts = {"ttldxs": 1, "ttldtt": 3, "unit_rating": "HTXSNV", "party_rating": party}
        assert judge_record(rule, Record(facts), DAY).ruling is ruling


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("        - unit_rating: KHTNV\n          value: 0%\n", "", ("TD810", "lacking")),
        ("party_rating: HTNV\n", "party_rating: HTTNV\n", ("TD810", "twice")),
        ("- party_rating\n", "- months\n", ("TD810", "facts")),
        ("- party_rating\n", "- unit_rating\n", ("TD810", "facts")),
        ("value: 80%", "value: tám", ("TD106", "examples")),
        ("value: 80%", "muc: 80%", ("TD102", "")),
        ("unit_rating: HTTNV", "unit_rating: TOT", ("TD105", "")),
        ("kind: ratio-cap\n", "kind: maximum-count\n", ("TD102", "")),
        ("kind: ratio-cap\n", "over: TD301\n", ("TD102", "")),
    ],
)
def test_a_table_with_a_fault_is_told(write_pack, before: str, after: str, expected: tuple[str, str]) -> None:
    assert before in RULE
    read = read_pack(SourceText("goi.yaml", write_pack(RULE.replace(before, after, 1))))
    assert read.pack is None
    for finding in read.findings:
        for lang in ("vi", "en"):
            assert "{" not in message_of(finding, lang)
    assert expected in [(each.code, each.variant) for each in read.findings]

"""What is told twice and differently decides nothing, and no further fact turns one ruling into the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import INDIVIDUAL
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.law.rulings.records import Fact, Record, YearRecord
from thidua_cli.law.rulings.rules import Kind, rule, rules

YEAR = 2024
CSTDCS, LDTT, BOTH = ("CSTDCS",), ("LDTT",), ("CSTDCS", "CSTDT")
STANDARDS = [code for code, found in rules().items() if found.kind is Kind.CRITERIA]


def held(*years: int, titles: tuple[str, ...] = CSTDCS) -> dict[int, YearRecord]:
    return {year: YearRecord(frozenset(titles)) for year in years}


def judged(code: str, day: date, facts: dict[str, Fact], history: dict[int, YearRecord]) -> Judgement:
    return judge_record(rule(code), Record(facts, history, INDIVIDUAL), day)


@pytest.mark.parametrize(
    ("code", "day", "facts", "history", "more", "line"),
    [
        (
            "TD316",
            date(2024, 1, 1),
            {},
            {2024: YearRecord(rating="HTTNV")},
            {"rating": "HTNV"},
            "mâu thuẫn: xếp loại năm 2024 ghi khác nhau: HTNV, HTTNV",
        ),
        (
            "TD319",
            date(2024, 12, 31),
            {"titles": BOTH},
            held(2022, 2023),
            {"joined": 2023},
            "mâu thuẫn: năm 2022 có CSTĐCS, nhưng năm bắt đầu công tác là 2023",
        ),
        (
            "TD319",
            date(2024, 12, 31),
            {},
            held(2022, 2023, 2024),
            {"titles": LDTT},
            "mâu thuẫn: năm 2024, một nơi ghi có CSTĐCS, một nơi thì không",
        ),
        (
            "TD316",
            date(2024, 12, 31),
            {"rating": "HTTNV"},
            {},
            {"joined": 2025},
            "mâu thuẫn: năm 2024 có xếp loại HTTNV, nhưng năm bắt đầu công tác là 2025",
        ),
    ],
)
def test_a_contradiction_is_told_and_decides_nothing(
    code: str,
    day: date,
    facts: dict[str, Fact],
    history: dict[int, YearRecord],
    more: dict[str, Fact],
    line: str,
) -> None:
    assert judged(code, day, facts, history).ruling is Ruling.PASS
    found = judged(code, day, facts | more, history)
    assert (found.ruling, found.variant) == (Ruling.UNDECIDED, "mau-thuan")
    assert line in found.trace
    assert "mau-thuan" in entries()[code].words["vi"]["messages"]


def test_what_is_told_twice_alike_is_known() -> None:
    facts: dict[str, Fact] = {"titles": ("LDTT", "CSTDCS"), "rating": "HTXSNV"}
    history = held(2024, titles=LDTT)
    assert judged("TD318", date(2024, 12, 31), facts, history).ruling is Ruling.PASS
    assert (
        judged("TD319", date(2024, 12, 31), {"titles": CSTDCS, "joined": 2022}, held(2022, 2023)).ruling
        is Ruling.PASS
    )


def test_a_first_year_still_tells_of_the_years_before() -> None:
    found = judged("TD319", date(2024, 12, 31), {"titles": CSTDCS, "joined": 2023}, held(2023))
    assert found.ruling is Ruling.FAIL


some_titles = st.lists(
    st.sampled_from(["LDTT", "CSTDCS", "CSTDT", "BKT", "BKTTG", "HCLD3"]), max_size=3, unique=True
)
ratings = st.sampled_from(list(scales()["rating"]))
years = st.builds(
    YearRecord,
    st.none() | some_titles.map(frozenset),
    st.none() | ratings,
)


def values(ident: str) -> st.SearchStrategy[Any]:
    kind = fact_kinds()[ident]
    if kind.choices:
        return st.sampled_from(list(kind.choices))
    return {
        "flag": st.booleans(),
        "titles": some_titles.map(tuple),
        "year": st.integers(YEAR - 7, YEAR + 1),
        "day": st.dates(date(YEAR - 1, 1, 1), date(YEAR + 1, 12, 31)),
    }.get(kind.type, st.integers(0, 12))


FACTS = sorted(ident for ident, kind in fact_kinds().items() if ident != "year" and kind.type != "word")
facts_told = st.fixed_dictionaries({}, optional={ident: values(ident) for ident in FACTS})
standing = st.fixed_dictionaries(
    {}, optional={"titles": values("titles"), "rating": ratings, "joined": values("joined")}
)
histories = st.dictionaries(st.integers(YEAR - 7, YEAR), years, max_size=8)


@settings(deadline=None, max_examples=250)
@given(st.sampled_from([2019, 2023, 2024]), facts_told, standing, histories, facts_told, standing, histories)
def test_no_further_fact_turns_a_ruling(
    day: int,
    facts: dict[str, Fact],
    core: dict[str, Fact],
    history: dict[int, YearRecord],
    more: dict[str, Fact],
    further: dict[str, Fact],
    later: dict[int, YearRecord],
) -> None:
    """What was told stands: the addition fills only what was open, or contradicts through another place."""
    before = {"year": YEAR, **facts, **core}
    after = {**more, **further, **before}
    merged = {year: _filled(history.get(year), later.get(year)) for year in history.keys() | later.keys()}
    for code in STANDARDS:
        pair = {
            judged(code, date(day, 12, 31), told, years).ruling
            for told, years in ((before, history), (after, merged))
        }
        assert not {Ruling.PASS, Ruling.FAIL} <= pair, code


def _filled(known: YearRecord | None, more: YearRecord | None) -> YearRecord:
    known, more = known or YearRecord(), more or YearRecord()
    return YearRecord(
        more.titles if known.titles is None else known.titles,
        more.rating if known.rating is None else known.rating,
    )

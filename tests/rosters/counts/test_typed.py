"""Facts as they are typed: each by its type, or an error that says which."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.cli.language import t
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.rulings.records import Fact
from thidua_cli.rosters.counts.typed import TypedError, typed_facts
from thidua_cli.rosters.reading.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("months=9", 9),
        ("council_members=1.200", 1200),
        ("joined=2023", 2023),
        ("submitted=31/10/2022", date(2022, 10, 31)),
        ("submitted=2022-10-31", date(2022, 10, 31)),
        ("titles=LĐTT, Chiến sĩ thi đua cơ sở", ("LDTT", "CSTDCS")),
        ("registered=có", True),
        ("unit_rating=Hoàn thành tốt nhiệm vụ", "HTTNV"),
    ],
)
def test_a_fact_has_the_type_of_its_kind(text: str, fact: Fact) -> None:
    name = text.partition("=")[0]
    assert typed_facts([text]) == {name: fact}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("months=chín", "fact_count"),
        ("months=-1", "fact_count"),
        ("months=9,5", "fact_count"),
        ("months=", "fact_count"),
        ("tong_so=10", "fact_is_count"),
        ("joined=23", "fact_year"),
        ("submitted=31/02/2022", "fact_day"),
        ("submitted=2022", "fact_day"),
        ("titles=LĐTT, xyz", "fact_titles"),
        ("registered=9", "bad_fact"),
    ],
)
def test_what_is_not_of_the_type_is_refused(text: str, reason: str) -> None:
    with pytest.raises(TypedError) as caught:
        typed_facts([text])
    assert caught.value.reason == reason
    assert "{" not in t(f"quota.{reason}", **caught.value.values)


def test_every_type_of_a_fact_is_read() -> None:
    known = {"count": "1", "year": "2024", "day": "2024-01-01", "titles": "LĐTT", "flag": "có"}
    counts = vocabulary().head_counts.values()
    for ident, kind in fact_kinds().items():
        if ident in counts:
            continue
        text = known.get(kind.type) or next(iter(kind.choices), "")
        (fact,) = typed_facts([f"{ident}={text}"]).values()
        assert isinstance(fact, str) == (kind.type not in known)

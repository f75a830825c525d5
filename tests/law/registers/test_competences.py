from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.law.pack import national
from thidua_cli.law.registers.competences import competence_on
from thidua_cli.law.registers.documents import documents
from thidua_cli.law.registers.titles import titles


@pytest.mark.parametrize(
    ("day", "own", "doubtful"),
    [
        (date(2010, 1, 1), set(), set()),
        (date(2023, 12, 31), {"LDTT", "CSTDCS"}, {"TTLDTT"}),
        (date(2024, 1, 1), {"LDTT", "CSTDCS", "TTLDTT"}, set()),
        (date(2026, 10, 1), set(), {"LDTT", "CSTDCS", "TTLDTT"}),
    ],
)
def test_by_day(day: date, own: set[str], doubtful: set[str]) -> None:
    found = competence_on(day)
    assert (found.titles, found.doubtful) == (own, doubtful)
    assert bool(found.basis) == bool(own)


def test_names_titles_and_documents_that_there_are() -> None:
    for item in national()["competences"]:
        assert item["document"] in documents()
        assert set(item["titles"]) <= set(titles())

"""Work that grows with the size of a plan, not with its square; and what lies at the ends of the calendar."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from thidua_cli.rules.consistency import citations, clauses
from thidua_cli.rules.consistency.circles import circles


def codes(findings, code):
    return [one for one in findings if one.code == code]


def test_clauses_of_a_long_text_are_read_once_each(edit, find, monkeypatch):
    searched = []

    class Counted:
        def search(self, text, start=0, end=None):
            searched.append((len(text) if end is None else end) - start)

    monkeypatch.setattr(clauses, "OTHER_BEFORE", Counted())
    loaded = edit({"outline.2.text": "mục 9 phần III " * 2_000})
    assert len(codes(find(loaded), "TD243")) == 2_000
    assert 0 < sum(searched) <= 2_000 * clauses.REACH


@pytest.mark.parametrize(("between", "found"), [("", 0), (" và nhiều chữ khác" * 8 + " theo", 1)])
def test_the_document_of_a_clause_stands_near_it(edit, find, between, found):
    loaded = edit({"outline.2.text": f"Theo Quyết định số 12/QĐ-UBND{between} khoản 9 Mục III."})
    assert len(codes(find(loaded), "TD243")) == found


def test_a_text_with_many_unknown_references(edit, find):
    loaded = edit({"outline.2.text": " ".join(f"{{zz{number}}}" for number in range(5_000))})
    spans = [one.span for one in codes(find(loaded), "TD240")]
    assert len(set(spans)) == 5_000


def test_more_parts_than_roman_figures(edit, find):
    loaded = edit({"outline": ["x"] * 3999 + ["Theo khoản 1 Mục IV và khoản 1 Mục MMMM."]})
    assert not codes(find(loaded), "TD900")


def test_citations_are_not_compared_all_with_all(base, edit, find, monkeypatch):
    asked = []

    class Counted(SequenceMatcher):
        def __init__(self, *arguments, **options):
            asked.append(arguments)
            super().__init__(*arguments, **options)

    monkeypatch.setattr(citations, "SequenceMatcher", Counted)
    many = [
        {
            "id": f"nd-{number}",
            "kind": "nghị định",
            "number": f"{number + 1}/2020/NĐ-CP",
            "date": "2020-01-15",
            "issuer": "Chính phủ",
            "subject": f"{number} {chr(97 + number % 26) * 40}",
        }
        for number in range(400)
    ]
    find(edit({"citations": [*base["citations"], *many]}))
    assert 0 < len(asked) <= 400 * citations.MOST_ALIKE


@pytest.mark.parametrize(
    "phases",
    [
        [("2022-01-01", "9999-12-31"), ("2022-07-01", "2022-12-31")],
        [("0001-01-01", "2022-12-31"), ("2022-07-01", "9999-12-31")],
    ],
)
@pytest.mark.parametrize("period", ["2022", "01/01/0001 - 31/12/9999"])
def test_the_ends_of_the_calendar(edit, find, phases, period):
    edits = {"period": period}
    for index, (start, end) in enumerate(phases):
        edits |= {f"phases.{index}.from": start, f"phases.{index}.to": end}
    assert codes(find(edit(edits)), "TD210")


@pytest.mark.parametrize(
    ("leads", "alike"),
    [
        ({"a": ["a"]}, {"a"}),
        ({"a": ["b"], "b": ["a"]}, {"a", "b"}),
        ({"a": ["b", "zz"], "b": ["c"], "c": ["a"], "d": ["a"]}, {"a", "b", "c"}),
        ({"a": ["b"], "b": ["a", "m"], "m": ["x"], "x": ["y"], "y": ["x"]}, {"a", "b"}),
    ],
)
def test_circles(leads, alike):
    found = circles(leads)
    assert set(found) == set(leads)
    assert {node for node in leads if found[node] == found["a"]} == alike


def test_a_circle_of_any_length_is_found():
    size = 50_000
    found = circles({str(number): [str((number + 1) % size)] for number in range(size)})
    assert len(set(found.values())) == 1

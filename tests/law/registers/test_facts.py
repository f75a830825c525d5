from __future__ import annotations

import pytest

from thidua_cli.law.pack import national
from thidua_cli.law.registers.facts import fact_kinds, phrase, rank_of, scales
from thidua_cli.law.registers.titles import titles

# Phrases that are whole without a place.
PLAIN = {"or", "is-so", "is-not-so"}
TYPES = {"count", "flag", "day", "year", "titles", "word"}


@pytest.mark.parametrize("kind", fact_kinds().values(), ids=lambda kind: kind.id)
def test_every_fact_has_a_type_and_names(kind) -> None:  # type: ignore[no-untyped-def]
    assert kind.type in TYPES | set(scales())
    assert set(kind.names) == {"vi", "en"}
    assert kind.name == kind.names["vi"]


def test_the_scale_of_ratings_holds_the_ratings() -> None:
    assert set(scales()["rating"]) == {one.id for one in titles().values() if one.kind == "xep-loai"}


@pytest.mark.parametrize(
    ("scale", "least_first"),
    [
        ("rating", ["KHTNV", "HTNV", "HTTNV", "HTXSNV"]),
        ("discipline", ["khong", "khien-trach", "canh-cao", "buoc-thoi-viec"]),
        ("initiative", ["khong", "co-so", "bo-tinh", "toan-quoc"]),
    ],
)
def test_steps_are_ranked(scale: str, least_first: list[str]) -> None:
    ranks = [rank_of(scale, step) for step in least_first]
    assert ranks == sorted(rank for rank in ranks if rank is not None)
    assert rank_of(scale, "không có") is None


def test_phrases_are_filled() -> None:
    assert phrase("lacking", what="số phiếu") == "thiếu: số phiếu"
    assert all("{" in text for key, text in national()["phrases"].items() if key not in PLAIN)

"""Head counts as far as they are known."""

from __future__ import annotations

import pytest

from thidua_cli.law.rulings.heads import Heads, completed, heads


@pytest.mark.parametrize(
    ("counts", "whole"),
    [
        ({"httnv": 24, "htxsnv": 6}, {"httnv": 24, "htxsnv": 6, "tot_tro_len": 30}),
        ({"tot_tro_len": 30, "htxsnv": 6}, {"httnv": 24, "htxsnv": 6, "tot_tro_len": 30}),
        ({"tot_tro_len": 30}, {"tot_tro_len": 30}),
        # What contradicts itself is left as it is.
        ({"tot_tro_len": 3, "htxsnv": 6}, {"tot_tro_len": 3, "htxsnv": 6}),
        ({"ldtt": 5}, {"ldtt": 5}),
    ],
)
def test_what_follows_from_other_counts(counts: dict[str, int], whole: dict[str, int]) -> None:
    assert completed(counts) == whole


@pytest.mark.parametrize(
    ("idents", "units", "found"),
    [
        (("ldtt",), [{"ldtt": 5}, {"ldtt": 4}], Heads(9, 9)),
        (("ldtt",), [{"ldtt": 5}, {"tong_so": 9}], Heads(5, 14)),
        (("ldtt",), [{"ldtt": 5}, {}], Heads(5, None)),
        (("ldtt",), [], Heads(0, 0)),
        (("httnv", "htxsnv"), [{"tot_tro_len": 30}], Heads(30, 30)),
        (("httnv",), [{"tot_tro_len": 30, "tong_so": 50}], Heads(0, 30)),
        (("httnv", "htxsnv"), [{"htxsnv": 3, "tong_so": 50}], Heads(3, 50)),
        # No size bounds how many collectives a row proposes.
        (("ttldtt",), [{"tong_so": 50}], Heads(0, None)),
        (("tap_the_htxsnv",), [{"tap_the_tong_so": 4, "tong_so": 50}], Heads(0, 4)),
    ],
)
def test_sums(idents: tuple[str, ...], units: list[dict[str, int]], found: Heads) -> None:
    assert heads(idents, units) == found
    assert found.known == (found.low if found.low == found.high else None)

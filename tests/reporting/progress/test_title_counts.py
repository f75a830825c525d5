from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from thidua_cli.reporting.progress.title_counts import Proposed, TitleCounts, Uncounted

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.rosters.counts.head_counts import HeadCount

BASES = """\
bases:
  - {id: nguoi, name: công chức}
  - {id: don-vi, name: đơn vị, counts: tap-the, size: 2}
targets:
  - {id: ldtt, measure: LDTT, of: nguoi, value: 90%}
  - {id: cstdcs, measure: CSTDCS, within: ldtt, value: 15%}
  - {id: ttldtt, measure: TTLDTT, of: don-vi, value: 50%}
  - {id: so-nguoi, measure: CSTDCS, value: 2 người}
  - {id: bo-ra, measure: LDTT, of: nguoi, value: 90%, exclude: [lãnh đạo]}
  - {id: tang, measure: LDTT, of: nguoi, value: 90%, award: {all: [Giấy khen]}}
  - {id: khac, measure: Sáng kiến, value: 3}
"""


@pytest.fixture
def results(read_plan: Callable[..., Loaded]) -> Callable[..., Proposed | Uncounted | None]:
    def result(ident: str, *counts: HeadCount, plan: str = BASES) -> Proposed | Uncounted | None:
        found = read_plan(plan).plan
        return TitleCounts(found, counts).proposed(next(one for one in found.targets if one.id == ident))

    return result


def test_shares(
    results: Callable[..., Proposed | Uncounted | None], counted: Callable[..., HeadCount]
) -> None:
    units = (
        counted("A", tong_so=10, ldtt=9, cstdcs=1, ttldtt=1),
        counted("B", tong_so=20, ldtt=18, cstdcs=2, ttldtt=0),
    )
    assert results("ldtt", *units) == Proposed("27/30 (90,00%)", Fraction(90), "%")
    assert results("cstdcs", *units) == Proposed("3/27 (11,11%)", Fraction(100, 9), "%")
    assert results("ttldtt", *units) == Proposed("1/2 (50,00%)", Fraction(50), "%")
    assert results("so-nguoi", *units) == Proposed("03 người", Fraction(3), "người")
    assert results("khac", *units) is None


def test_what_is_not_known_is_not_made_up(
    results: Callable[..., Proposed | Uncounted | None], counted: Callable[..., HeadCount]
) -> None:
    def reason(ident: str, *units: HeadCount, plan: str = BASES) -> str:
        found = results(ident, *units, plan=plan)
        assert isinstance(found, Uncounted)
        return found.reason

    a, b = counted("A", tong_so=10, ldtt=9, ttldtt=1), counted("B", tong_so=20, ldtt=None, ttldtt=1)
    assert reason("ldtt", a, b) == "counts_missing"
    assert reason("ldtt", counted("A", ldtt=9)) == "counts_base"
    assert reason("bo-ra", a) == "counts_excluded"
    assert reason("tang", a) == "counts_conferrer"
    assert reason("ttldtt", a) == "counts_size"
    assert reason("ttldtt", a, b, plan=BASES.replace(", size: 2", "")) == "counts_collectives"
    assert reason("ttldtt", a, counted("B", ttldtt=3)) == "counts_base"
    two = BASES.replace("targets:", "  - {id: khac-nua, name: viên chức}\ntargets:")
    assert reason("ldtt", a, plan=two) == "counts_base"


def test_collectives_that_are_counted_are_the_base(
    results: Callable[..., Proposed | Uncounted | None], counted: Callable[..., HeadCount]
) -> None:
    units = (counted("A", tap_the_tong_so=5, ttldtt=4), counted("B", tap_the_tong_so=5, ttldtt=2))
    found = results("ttldtt", *units)
    assert isinstance(found, Proposed)
    assert found.figure == 60

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.registers.administrative_units import (
    State,
    Unit,
    UnitKind,
    provinces,
    standing,
    unit_named,
)

BEFORE, MERGED = date(2025, 6, 30), date(2025, 7, 1)


def counted(day: date) -> Counter[UnitKind]:
    standing_units = [unit for unit in provinces().values() if unit.successor is None or day < MERGED]
    return Counter(unit.kind_on(day).kind for unit in standing_units)


@pytest.mark.parametrize(
    ("day", "provinces_", "cities"),
    [
        (BEFORE, 57, 6),
        (MERGED, 28, 6),
        (date(2026, 4, 29), 28, 6),
        (date(2026, 4, 30), 27, 7),
        (date(2026, 8, 31), 27, 7),
        (date(2026, 9, 1), 26, 8),
        (date(2026, 9, 19), 26, 8),
        (date(2026, 9, 20), 25, 9),
    ],
)
def test_how_many_there_are(day: date, provinces_: int, cities: int) -> None:
    assert counted(day) == {UnitKind.PROVINCE: provinces_, UnitKind.CITY: cities}


@pytest.mark.parametrize("unit", provinces().values(), ids=lambda unit: unit.id)
def test_the_table_is_sound(unit: Unit) -> None:
    assert all(earlier.to == later.since for earlier, later in pairwise(unit.kinds))
    assert unit.kinds[0].since is None
    assert unit.kinds[-1].to is None
    if unit.successor:
        assert provinces()[unit.successor].successor is None
    for name in (unit.name, *unit.spellings):
        found = unit_named(name)
        assert found is not None
        assert found.province is unit


@pytest.mark.parametrize(
    ("text", "kind", "name", "province"),
    [
        ("tỉnh Hải Dương", UnitKind.PROVINCE, "Hải Dương", True),
        ("UBND tỉnh Hoà Bình", UnitKind.PROVINCE, "Hòa Bình", True),
        ("TP. Hồ Chí Minh", UnitKind.CITY, "Hồ Chí Minh", True),
        ("TP.HCM", UnitKind.CITY, "Hồ Chí Minh", True),
        ("Thành phố Huế", UnitKind.CITY, "Huế", True),
        ("BÀ RỊA – VŨNG TÀU", None, "Bà Rịa - Vũng Tàu", True),
        ("huyện Gia Lộc", UnitKind.DISTRICT, "Gia Lộc", False),
        ("Ủy ban nhân dân quận 1", UnitKind.URBAN_DISTRICT, "1", False),
        ("thị xã Gia Nghĩa", UnitKind.TOWN, "Gia Nghĩa", False),
    ],
)
def test_names(text: str, kind: UnitKind | None, name: str, province: bool) -> None:
    found = unit_named(text)
    assert found is not None
    assert (found.kind, found.name, found.province is not None) == (kind, name, province)


@pytest.mark.parametrize("text", ["", "Sở Công Thương", "tỉnh", "phường Bến Nghé", "tỉnhHải Dương"])
def test_no_unit(text: str) -> None:
    assert unit_named(text) is None


@pytest.mark.parametrize(
    ("text", "day", "state", "kind", "successor", "verified"),
    [
        ("tỉnh Hải Dương", BEFORE, State.STANDS, UnitKind.PROVINCE, None, True),
        ("tỉnh Hải Dương", MERGED, State.ENDED, UnitKind.PROVINCE, "hai-phong", True),
        ("Hải Dương", MERGED, State.ENDED, UnitKind.PROVINCE, "hai-phong", True),
        ("thành phố Hải Dương", BEFORE, State.STANDS, UnitKind.CITY, None, True),
        ("thành phố Hải Dương", MERGED, State.ENDED, UnitKind.CITY, None, True),
        ("thành phố Hải Phòng", MERGED, State.STANDS, UnitKind.CITY, None, True),
        ("huyện Gia Lộc", BEFORE, State.STANDS, UnitKind.DISTRICT, None, True),
        ("huyện Gia Lộc", MERGED, State.ENDED, UnitKind.DISTRICT, None, True),
        ("tỉnh Đồng Nai", date(2026, 4, 29), State.STANDS, UnitKind.PROVINCE, None, True),
        ("tỉnh Đồng Nai", date(2026, 4, 30), State.OTHER_KIND, UnitKind.CITY, None, True),
        ("thành phố Đồng Nai", date(2026, 4, 30), State.STANDS, UnitKind.CITY, None, True),
        ("tỉnh Quảng Ninh", date(2026, 8, 31), State.STANDS, UnitKind.PROVINCE, None, True),
        ("tỉnh Quảng Ninh", date(2026, 9, 1), State.OTHER_KIND, UnitKind.CITY, None, False),
        ("thành phố Bắc Ninh", BEFORE, State.STANDS, UnitKind.CITY, None, True),
        ("thành phố Bắc Ninh", MERGED, State.ENDED, UnitKind.CITY, None, True),
        ("thành phố Bắc Ninh", date(2026, 9, 20), State.STANDS, UnitKind.CITY, None, False),
        ("tỉnh Thừa Thiên Huế", date(2024, 12, 31), State.STANDS, UnitKind.PROVINCE, None, False),
        ("tỉnh Thừa Thiên Huế", MERGED, State.OTHER_KIND, UnitKind.CITY, None, True),
    ],
)
def test_standing(
    text: str, day: date, state: State, kind: UnitKind, successor: str | None, verified: bool
) -> None:
    named = unit_named(text)
    assert named is not None
    found = standing(named, day)
    assert found is not None
    assert (found.state, found.kind, found.verified) == (state, kind, verified)
    assert (found.successor.id if found.successor else None) == successor


def test_an_ending_names_its_resolution() -> None:
    named = unit_named("tỉnh Long An")
    assert named is not None
    found = standing(named, MERGED)
    assert found is not None
    assert found.basis is not None
    assert (found.basis.document, found.since) == ("Nghị quyết 202/2025/QH15", MERGED)


def test_an_unknown_province_is_not_judged() -> None:
    named = unit_named("tỉnh Không Có")
    assert named is not None
    assert standing(named, MERGED) is None


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=30), st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_any_text_is_answered(text: str, day: date) -> None:
    named = unit_named(text)
    assert named is None or standing(named, day) is None or named.name

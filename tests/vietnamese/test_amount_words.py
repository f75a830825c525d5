from __future__ import annotations

import pytest

from thidua_cli.vietnamese.amount_words import (
    AmountKind,
    binding,
    read_lead,
    read_unit,
    take_open_end,
    unit_fault,
)

K = AmountKind


@pytest.mark.parametrize(
    ("text", "binds", "falling", "approximate", "rest"),
    [
        ("ít nhất 5", (K.AT_LEAST,), None, False, "5"),
        ("đạt từ 5", (K.AT_LEAST,), None, False, "5"),
        (">= 5", (K.AT_LEAST,), None, False, "5"),
        ("> 5", (K.MORE_THAN,), None, False, "5"),
        ("giảm khoảng 5", (), True, True, "5"),
        ("tăng không quá 5", (K.AT_MOST,), False, False, "5"),
        ("từng 5", (), None, False, "từng 5"),
        # The engine ignores the case of a dotless i too; that must be no more than another spelling.
        ("tốı đa 5", (K.AT_MOST,), None, False, "5"),
    ],
)
def test_lead(
    text: str, binds: tuple[AmountKind, ...], falling: bool | None, approximate: bool, rest: str
) -> None:
    lead = read_lead(text)
    assert (lead.binds, lead.falling, lead.approximate, text[lead.end :]) == (
        binds,
        falling,
        approximate,
        rest,
    )


@pytest.mark.parametrize(
    ("rest", "left", "ends"),
    [
        (" cá nhân trở lên", " cá nhân", (K.AT_LEAST,)),
        ("% TRỞ XUỐNG", "%", (K.AT_MOST,)),
        (" trở lên đơn vị", " đơn vị", (K.AT_LEAST,)),
        (" đơn vị", " đơn vị", ()),
    ],
)
def test_open_end(rest: str, left: str, ends: tuple[AmountKind, ...]) -> None:
    assert take_open_end(rest) == (left, ends)


@pytest.mark.parametrize(
    ("text", "unit", "fault"),
    [
        ("", "", ""),
        (" % ", "%", ""),
        ("phần trăm  cán bộ", "% cán bộ", ""),
        ("phần", "phần", ""),
        ("m2", "m2", ""),
        ("‰", "‰", ""),
        ("%, trừ", "% , trừ", "note"),
        ("/3", "/3", "fraction"),
        ("đơn vị 5", "đơn vị 5", "two_numbers"),
        ("?", "?", "malformed"),
    ],
)
def test_unit(text: str, unit: str, fault: str) -> None:
    assert (read_unit(text), unit_fault(read_unit(text))) == (unit, fault)


@pytest.mark.parametrize(
    ("binds", "ends", "ranged", "expected"),
    [
        ((), (), False, (K.EXACTLY, False)),
        ((), (K.AT_MOST,), False, (K.AT_MOST, False)),
        ((K.AT_LEAST,), (K.AT_LEAST,), False, (K.AT_LEAST, False)),
        ((K.AT_LEAST,), (K.AT_MOST,), False, (K.AT_MOST, False)),
        ((K.MORE_THAN,), (K.AT_LEAST,), False, (K.MORE_THAN, True)),
        ((K.AT_LEAST,), (), True, (K.RANGE, False)),
        ((K.AT_LEAST,), (K.AT_LEAST,), True, (K.RANGE, True)),
        ((K.AT_MOST,), (), True, (K.RANGE, True)),
    ],
)
def test_binding(
    binds: tuple[AmountKind, ...],
    ends: tuple[AmountKind, ...],
    ranged: bool,
    expected: tuple[AmountKind, bool],
) -> None:
    assert binding(binds, ends, ranged=ranged) == expected

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.citations import KINDS, PARTY_BODIES, STATE_BODIES, parse_symbol


@pytest.mark.parametrize(
    ("text", "number", "year", "kind", "bodies", "party"),
    [
        ("34-CT/TW", "34", None, "CT", ("TW",), True),
        ("41-CT/TU", "41", None, "CT", ("TU",), True),
        ("05-KL/TU", "05", None, "KL", ("TU",), True),
        ("05-HD/BTCTU", "05", None, "HD", ("BTCTU",), True),
        ("02/CT-UBND", "02", None, "CT", ("UBND",), False),
        ("45/CT-TTg", "45", None, "CT", ("TTg",), False),
        ("309/QĐ-UBND", "309", None, "QĐ", ("UBND",), False),
        ("Số: 04/KH-HĐTĐKT", "04", None, "KH", ("HĐTĐKT",), False),
        ("177a/KH-UBND", "177a", None, "KH", ("UBND",), False),
        ("12/TTr-SCT", "12", None, "TTr", ("SCT",), False),
        ("12/TTR-SCT", "12", None, "TTr", ("SCT",), False),
        ("91/2017/NĐ-CP", "91", 2017, "NĐ", ("CP",), False),
        ("06/2022/QH15", "06", 2022, "", ("QH15",), False),
        ("01/CTLT-BCT-CDCT", "01", None, "CTLT", ("BCT", "CDCT"), False),
        ("05/SCT-VP", "05", None, "", ("SCT", "VP"), False),
    ],
)
def test_well_formed(
    text: str, number: str, year: int | None, kind: str, bodies: tuple[str, ...], party: bool
) -> None:
    symbol = parse_symbol(text)
    assert (symbol.number, symbol.year, symbol.kind) == (number, year, kind)
    assert (symbol.bodies, symbol.party) == (bodies, party)
    assert (symbol.problem, symbol.suggestion, symbol.text) == (None, "", text)


@pytest.mark.parametrize(
    ("text", "problem", "suggestion"),
    [
        ("41/CT-TU", "party_form", "41-CT/TU"),
        ("02-CT/UBND", "state_form", "02/CT-UBND"),
        ("19/-CT/TU", "stray_sign", "19-CT/TU"),
        ("04/KH-HĐTĐKT/", "stray_sign", "04/KH-HĐTĐKT"),
        ("34 - CT/TW", "spaces", "34-CT/TW"),
        ("02/ CT-UBND", "spaces", "02/CT-UBND"),
        ("34–CT/TW", "dash", "34-CT/TW"),
        ("12/QÐ-UBND", "letter", "12/QĐ-UBND"),
        ("02/CT/UBND", "signs", "02/CT-UBND"),
        ("34-CT-TW", "signs", "34-CT/TW"),
        ("02/ct-ubnd", "case", "02/CT-UBND"),
        ("45/ct-ttg", "case", "45/CT-TTg"),
        ("5/KH-UBND", "unpadded", "05/KH-UBND"),
        ("6/2022/QH15", "unpadded", "06/2022/QH15"),
        ("5-KL/TU", "unpadded", "05-KL/TU"),
        # Several faults: the graver is named, all are mended.
        ("5 /CT-TU", "spaces", "05-CT/TU"),
        ("20/CT", "no_body", ""),
        ("02/CT-", "no_body", ""),
        ("/KH-KKTKT", "missing_number", ""),
        ("/SCT-VP", "missing_number", ""),
        ("KH-UBND", "missing_number", ""),
        ("", "malformed", ""),
        ("số", "malformed", ""),
        ("2/2022", "malformed", ""),
        ("xin chào", "malformed", ""),
        ("02/CT_UBND", "malformed", ""),
        ("1/" + "A" * 300, "malformed", ""),
    ],
)
def test_faults(text: str, problem: str, suggestion: str) -> None:
    symbol = parse_symbol(text)
    assert (symbol.problem, symbol.suggestion) == (problem, suggestion)


def test_a_blank_number_keeps_the_rest() -> None:
    symbol = parse_symbol("/KH-KKTKT")
    assert (symbol.number, symbol.kind, symbol.bodies) == ("", "KH", ("KKTKT",))


SIGNS = st.sampled_from(["/", "-", "//", " - ", "–", " "])
GROUPS = st.sampled_from(
    ["5", "34", "2017", *sorted(KINDS), *sorted(PARTY_BODIES | STATE_BODIES), "ubnd", "SCT"]
)


@settings(deadline=None, max_examples=150)
@given(st.text() | st.lists(st.tuples(GROUPS, SIGNS).map("".join), max_size=5).map("".join))
def test_a_suggestion_has_no_fault_of_its_own(text: str) -> None:
    symbol = parse_symbol(text)
    if symbol.suggestion:
        mended = parse_symbol(symbol.suggestion)
        assert mended.problem is None
        assert mended.party is symbol.party

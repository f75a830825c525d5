from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.law.registers.documents import (
    document_cited,
    document_in_force,
    documents,
    not_yet_in_force,
    replaced_before,
)


@pytest.mark.parametrize(
    "text",
    [
        "91/2017/NĐ-CP",
        "91/2017/nđ-cp",
        "91/2017/ND-CP",
        " 91/2017/ NĐ-CP ",
        "91/2017/NĐ–CP",
        "Nghị định 91/2017/NĐ-CP",
        "Nghị định số 91/2017/NĐ-CP",
    ],
)
def test_a_document_is_found_however_its_symbol_is_typed(text: str) -> None:
    found = document_cited(text)
    assert found is not None
    assert found.id == "nd-91-2017"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Luật Thi đua, khen thưởng năm 2003", "luat-15-2003"),
        ("Luật thi đua khen thưởng năm 2022", "luat-06-2022"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013", "luat-39-2013"),
        ("Luật Thi đua, khen thưởng", None),
        ("91/2017", None),
        ("", None),
    ],
)
def test_a_title_names_a_document_only_with_its_year(title: str, expected: str | None) -> None:
    found = document_cited(title)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("symbol", "day", "by", "current"),
    [
        ("91/2017/NĐ-CP", date(2023, 12, 31), None, None),
        ("91/2017/NĐ-CP", date(2024, 1, 1), ["nd-98-2023"], ["nd-98-2023"]),
        ("91/2017/NĐ-CP", date(2025, 7, 1), ["nd-98-2023"], ["nd-152-2025"]),
        ("98/2023/NĐ-CP", date(2025, 6, 30), None, None),
        ("98/2023/NĐ-CP", date(2025, 7, 1), ["nd-152-2025"], ["nd-152-2025"]),
        ("42/2010/NĐ-CP", date(2017, 9, 30), None, None),
        ("65/2014/NĐ-CP", date(2022, 3, 9), ["nd-91-2017"], ["nd-91-2017"]),
        ("Luật Thi đua, khen thưởng năm 2013", date(2022, 3, 9), None, None),
        ("Luật Thi đua, khen thưởng năm 2013", date(2024, 1, 1), ["luat-06-2022"], ["luat-06-2022"]),
        ("06/2022/QH15", date(2026, 11, 20), None, None),
        ("01/2024/TT-BNV", date(2025, 8, 4), None, None),
        # It fell with its decree; the circular of February 2024 replaced nothing in January.
        ("12/2019/TT-BNV", date(2023, 12, 31), None, None),
        ("12/2019/TT-BNV", date(2024, 1, 15), [], []),
        # For public employees it held half a year longer.
        ("48/2023/NĐ-CP", date(2025, 12, 31), None, None),
        ("48/2023/NĐ-CP", date(2026, 1, 1), ["nd-335-2025"], ["nd-335-2025"]),
        ("48/2023/NĐ-CP", date(2026, 7, 1), ["nd-233-2026"], ["nd-233-2026"]),
        ("90/2020/NĐ-CP", date(2026, 6, 30), None, None),
        # Their ends are known only from memory or from one copy: nothing is said.
        ("01/2024/TT-BNV", date(2025, 8, 5), None, None),
        ("07/2014/TT-BNV", date(2022, 1, 1), None, None),
        ("152/2025/NĐ-CP", date(2030, 1, 1), None, None),
        ("1/2099/NĐ-CP", date(2024, 1, 1), None, None),
    ],
)
def test_replaced_before(symbol: str, day: date, by: list[str] | None, current: list[str] | None) -> None:
    found = replaced_before(symbol, day)
    assert (None if found is None else [item.id for item in found.by]) == by
    assert (None if found is None else [item.id for item in found.current]) == current


def test_a_replacement_tells_since_when() -> None:
    found = replaced_before("91/2017/NĐ-CP", date(2024, 5, 1))
    assert found is not None
    assert found.since == date(2024, 1, 1)
    assert found.by[0].label == "Nghị định 98/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("day", "whom", "transition"),
    [
        (date(2026, 6, 30), "công chức", ""),
        (date(2026, 7, 1), "", "khoản 1 Điều 20 Nghị định 233/2026/NĐ-CP"),
        (date(2027, 1, 14), "", "khoản 1 Điều 20 Nghị định 233/2026/NĐ-CP"),
        (date(2027, 1, 15), "", ""),
    ],
)
def test_an_ended_document_may_still_hold_for_some(day: date, whom: str, transition: str) -> None:
    found = replaced_before("48/2023/NĐ-CP", day)
    assert found is not None
    assert (found.ending.whom, found.transition) == (whom, transition)


@pytest.mark.parametrize(
    ("ident", "day", "expected"),
    [
        ("nd-91-2017", date(2017, 9, 30), False),
        ("nd-91-2017", date(2017, 10, 1), True),
        ("nd-91-2017", date(2023, 12, 31), True),
        ("nd-91-2017", date(2024, 1, 1), False),
        ("nd-42-2010", date(2015, 1, 1), None),
        ("nd-42-2010", date(2018, 1, 1), False),
        ("tt-01-2024", date(2024, 2, 23), False),
        ("tt-01-2024", date(2024, 2, 24), None),
        ("nd-152-2025", date(2027, 2, 28), True),
        ("nd-152-2025", date(2027, 3, 1), None),
        ("luat-06-2026", date(2026, 9, 30), False),
        ("luat-06-2026", date(2026, 10, 1), True),
    ],
)
def test_in_force_is_unknown_where_no_source_says(ident: str, day: date, expected: bool | None) -> None:
    assert document_in_force(ident, day) is expected


def test_every_document_is_found_by_its_own_symbol() -> None:
    assert all(document_cited(document.symbol) is document for document in documents().values())


@pytest.mark.parametrize(
    ("symbol", "day", "waits"),
    [
        ("06/2022/QH15", date(2023, 12, 31), True),
        ("06/2022/QH15", date(2024, 1, 1), False),
        ("Luật Thi đua, khen thưởng năm 2022", date(2023, 1, 1), True),
        ("98/2023/NĐ-CP", date(2023, 12, 31), True),
        # The first day in force of this one is not known.
        ("90/2020/NĐ-CP", date(2020, 8, 13), False),
        ("02/CT-UBND", date(2000, 1, 1), False),
    ],
)
def test_not_yet_in_force(symbol: str, day: date, waits: bool) -> None:
    assert (not_yet_in_force(symbol, day) is not None) is waits

from __future__ import annotations

import pytest

from thidua_cli.law.registers.document_types import document_types


def test_there_are_29_types_of_which_27_have_an_abbreviation() -> None:
    types = document_types().values()
    abbreviations = [kind.abbreviation for kind in types if kind.abbreviation]
    assert (len(types), len(abbreviations)) == (29, 27)
    assert len(set(abbreviations)) == 27


@pytest.mark.parametrize(
    ("ident", "name", "abbreviation"),
    [
        ("ke-hoach", "Kế hoạch", "KH"),
        ("to-trinh", "Tờ trình", "TTr"),
        ("quy-dinh", "Quy định", "QyĐ"),
        ("chuong-trinh", "Chương trình", "CTr"),
        ("cong-van", "Công văn", None),
        ("thu-cong", "Thư công", None),
    ],
)
def test_names_and_mixed_case_are_official(ident: str, name: str, abbreviation: str | None) -> None:
    kind = document_types()[ident]
    assert (kind.name, kind.abbreviation) == (name, abbreviation)

"""Signatures and recipients: side by side, level, in one piece, never alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Pt

from thidua_cli.document.blocks import Document
from thidua_cli.document.components import Closing, Recipients, Signature
from thidua_cli.document.layout import Layout
from thidua_cli.document.typesetting.measure import Face


def test_signature_stays_with_the_last_paragraph(
    opened: Callable[..., Any], campaign: Callable[..., Document]
) -> None:
    word = opened(campaign(14, 3)).word
    *_, before, last, end = word.paragraphs
    assert [each.paragraph_format.keep_with_next for each in (before, last)] == [None, True]
    assert (last.text[-3:], last.paragraph_format.space_after, end.text) == ("./.", Pt(12), "")
    closing = word.tables[-1]
    assert closing.rows[0]._tr.find(f"{W}trPr/{W}cantSplit") is not None
    together = [item for cell in closing.rows[0].cells for item in cell.paragraphs]
    assert all(item.paragraph_format.keep_with_next for item in together)
    name = closing.rows[0].cells[1].paragraphs[-2]
    assert name.paragraph_format.space_before >= Pt(60)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def signed(count: int, recipients: tuple[str, ...] = ("Sở A", "Sở B"), title: str = "Giám đốc") -> Document:
    signers = tuple(Signature((f"{title} {index}",), f"Tên {index}") for index in range(count))
    return Document("a", "b", (Closing(signers, Recipients(recipients)),))


def cells(row: Any) -> list[str]:
    return ["\n".join(each.text for each in cell.p_lst if each.text) for cell in row._tr.tc_lst]


LONG = "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh kiêm Chủ tịch Hội đồng tư vấn số"


@pytest.mark.parametrize(
    ("count", "title", "abreast"),
    [
        (2, "Giám đốc", [2]),
        (3, "Giám đốc", [3]),
        (3, LONG, [3]),
        (4, "Giám đốc", [2, 2]),
        (5, "Giám đốc", [3, 2]),
        (7, "Giám đốc", [3, 2, 2]),
        (5, LONG, [3, 2]),
        (30, "Giám đốc", [3] * 10),
    ],
)
def test_several_signers_stand_side_by_side(
    opened: Callable[..., Any], count: int, title: str, abreast: list[int]
) -> None:
    table = opened(signed(count, title=title)).word.tables[0]
    *rows, recipients = table.rows
    found = [[text for row in rows[place::2] for text in cells(row)] for place in (0, 1)]
    assert [len(cells(row)) for row in rows[::2]] == [len(cells(row)) for row in rows[1::2]] == abreast
    titles = [re.sub("[\u00a0\\s]", " ", text) for text in found[0]]
    assert titles == [f"{title} {index}".upper() for index in range(count)]
    assert found[1] == [f"Tên {index}" for index in range(count)]
    assert cells(recipients) == ["Nơi nhận:\n- Sở A;\n- Sở B."]
    for row in rows:
        widths = [cell.width for cell in row._tr.tc_lst]
        assert len(set(widths)) == 1
        assert sum(widths) == sum(column.width for column in table.columns)


@pytest.mark.parametrize(("count", "parted"), [(2, 0), (4, 0), (5, 1), (7, 2)])
def test_a_title_is_never_parted_from_its_name(opened: Callable[..., Any], count: int, parted: int) -> None:
    """Up to four signatures are one piece with the recipients; more may go on over pages."""
    *rows, recipients = opened(signed(count)).word.tables[0].rows
    kept = [
        {each.paragraph_format.keep_with_next for cell in row.cells for each in cell.paragraphs}
        for row in rows
    ]
    assert all(True in one for one in kept[::2])
    assert [one == {None} for one in kept[1::2]] == [True] * parted + [False] * (len(kept) // 2 - parted)
    assert all(each.paragraph_format.keep_with_next is None for each in recipients.cells[0].paragraphs)


def test_three_columns_give_room_to_what_belongs_together(opened: Callable[..., Any]) -> None:
    """`TM. Ban Thường vụ` needs more than a third of the page, a name or a short title less."""
    titles = ("Giám đốc", "TM. Ban Chấp hành", "Hiệu trưởng")
    signers = tuple(Signature((title,), "Nguyễn Văn Minh") for title in titles)
    document = Document("a", "b", (Closing(signers),), layout=Layout(left=Decimal(35), right=Decimal(20)))
    first, second, third = (cell.width.mm for cell in opened(document).word.tables[0].rows[0].cells)
    name = Face(14, bold=True).width("Nguyễn Văn Minh") / 56.7
    assert second > first == third > name
    assert first + second + third == pytest.approx(155, abs=1)


def test_names_stand_level(opened: Callable[..., Any]) -> None:
    text = "@capacity Giám đốc\n@signer A\n@office Phó Trưởng ban\n@capacity Chủ tịch\n@signer B"
    table = opened(text).word.tables[0]
    assert [cell.vertical_alignment for cell in table.rows[1].cells] == [WD_ALIGN_VERTICAL.BOTTOM] * 2


def test_signers_without_recipients_leave_no_empty_row(opened: Callable[..., Any]) -> None:
    assert len(opened(signed(2, ())).word.tables[0].rows) == 2

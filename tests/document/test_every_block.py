"""Every kind of block comes out in every form: with its words, or as a change of the pages."""

from __future__ import annotations

import typing
from decimal import Decimal
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Block,
    Bullet,
    Chart,
    Division,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Series,
    Table,
)
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Body,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Recipients,
    Signature,
    Title,
    Turn,
)
from thidua_cli.document.writing import FORMS, written

WORDS: Inline = (Run("bông lúa"),)
BLOCKS: tuple[Block, ...] = (
    Letterhead((Body("bông lúa"),)),
    Title("KẾ HOẠCH", "bông lúa"),
    Enactment("bông lúa"),
    Addressees(("bông lúa",)),
    Basis((WORDS,)),
    Heading(2, WORDS),
    Division("Chương I", "bông lúa"),
    Article("Điều 1.", WORDS),
    Paragraph(WORDS),
    Bullet(1, WORDS),
    Table((WORDS,), ((WORDS,),)),
    Chart("bông lúa", ("a", "b"), (Series("c", (Decimal(1), Decimal(2))),)),
    Closing((Signature(("GIÁM ĐỐC",), "bông lúa"),), Recipients(("bông lúa",))),
    Appendix("Phụ lục", "bông lúa"),
)
PAGES: tuple[Block, ...] = (Enclosure(), Turn(landscape=True))
EDITABLE = FORMS[:-1]  # a PDF is made of the Word file


def content(form: str, *blocks: Block) -> str:
    """What a document of these blocks says between two paragraphs, in small letters."""
    around = Paragraph((Run("Trước"),)), Paragraph((Run("Sau"),))
    data = written(Document("Tên", "Cơ quan", (around[0], *blocks, around[1])), form)
    if form == "docx":
        with ZipFile(BytesIO(data)) as package:
            data = package.read("word/document.xml")
            data += b"".join(package.read(name) for name in package.namelist() if "/charts/" in name)
    return unescape(data.decode()).replace("\u00a0", " ").lower()


def test_no_kind_of_block_is_left_out() -> None:
    assert {type(block) for block in (*BLOCKS, *PAGES)} == set(typing.get_args(Block))


@pytest.mark.parametrize("form", EDITABLE)
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_its_words_are_written(block: Block, form: str) -> None:
    assert "bông lúa" in content(form, block)


@pytest.mark.parametrize(
    ("block", "form"),
    [(block, form) for block in PAGES for form in EDITABLE if (type(block), form) != (Turn, "md")],
)
def test_it_changes_the_pages(block: Block, form: str) -> None:
    assert content(form, block) != content(form)


def test_pages_do_not_turn_in_plain_text() -> None:
    assert content("md", Turn(landscape=True)) == content("md")

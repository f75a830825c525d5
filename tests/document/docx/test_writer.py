"""The Word file: its parts, its properties, all of the text in order, and equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.text.paragraph import Paragraph as WordParagraph
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thidua_cli.document.blocks import Bullet, Document, Heading, Paragraph, Run, Table
from thidua_cli.document.characters import one_line
from thidua_cli.document.components import Addressees, Body, Closing, Letterhead, Recipients, Signature, Title
from thidua_cli.document.docx.writer import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_parts_and_nothing_of_another_make(
    opened: Callable[..., Any], campaign: Callable[..., Document]
) -> None:
    files = opened(campaign()).parts
    assert sorted(files) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    whole = b"".join(files.values()).decode()
    assert "python-docx" not in whole
    assert not re.search(r"w:(ascii|hAnsi|eastAsia|cs)[Tt]heme|w:rsid|Calibri|Cambria|en-US", whole)
    assert 'w:name="compatibilityMode"' in whole
    assert 'w:lang w:val="vi-VN"' in whole


def test_properties(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    own = opened(campaign()).word.core_properties
    assert (own.title, own.author) == ("Kế hoạch Hoạt động thi đua năm 2022", "Khối Kinh tế kỹ thuật")
    assert own.language == "vi-VN"
    assert own.created is not None
    assert own.created.date().isoformat() == "2022-03-09"
    assert own.modified == own.created


def test_properties_hold_any_text_and_an_undated_document_has_a_fixed_day(
    opened: Callable[..., Any],
) -> None:
    document = Document(title='A & "B" <c>\x00', author="x" * 300, blocks=())
    own = opened(document).word.core_properties
    assert (own.title, own.author) == ('A & "B" <c>', "x" * 255)
    assert own.created is not None
    assert own.created.date().isoformat() == "2020-03-05"


def test_every_part_has_a_type_and_a_relation(
    opened: Callable[..., Any], campaign: Callable[..., Document]
) -> None:
    files = opened(campaign()).parts
    types = {element.get("PartName") for element in etree.fromstring(files["[Content_Types].xml"])}
    related = {
        f"{folder}{element.get('Target')}"
        for folder, name in (("/", "_rels/.rels"), ("/word/", "word/_rels/document.xml.rels"))
        for element in etree.fromstring(files[name])
    }
    named = {f"/{name}" for name in files if not name.endswith((".rels", "[Content_Types].xml"))}
    assert types - {None} == related == named


def test_equal_bytes(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    first, second = write_docx(campaign()), write_docx(campaign())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


ANY_TEXT = st.text(alphabet=st.characters(), max_size=40)


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def blocks_of(texts: list[str]) -> tuple[Any, ...]:
    """One block of each kind that holds the texts in order."""
    names = iter(texts)
    return (
        Letterhead((Body(next(names)),), next(names), next(names)),
        Title(next(names), next(names)),
        Addressees((next(names), next(names))),
        Heading(1, runs(next(names))),
        Bullet(1, runs(next(names))),
        Paragraph(runs(next(names))),
        Table((runs(next(names)),), ((runs(next(names)),),)),
        Closing((Signature((next(names),), next(names)),), Recipients((), "")),
    )


@given(st.lists(ANY_TEXT, min_size=14, max_size=14))
@settings(deadline=None, max_examples=40)
def test_any_text_is_written_in_order(texts: list[str]) -> None:
    word = docx.Document(io.BytesIO(write_docx(Document(texts[0], texts[1], blocks_of(texts)))))
    items = [WordParagraph(each, word._body) for each in word.element.body.iter(f"{W}p")]
    written = "".join(item.text for item in items).upper().replace("\u00a0", " ")
    position = 0
    for words in texts:
        clean = one_line(words).upper().replace("\u00a0", " ")
        found = written.find(clean, position) if words != texts[2] else written.find(clean)
        assert found >= 0, words
        position = found if clean else position


def test_another_reader_finds_every_word(opened: Callable[..., Any], every_block: str) -> None:
    """Read by a program that knows nothing of ours nor of python-docx."""
    file = opened(every_block)
    with docx2python(io.BytesIO(file.data)) as read:
        found = {line for part in (read.body, read.header, read.footer) for line in iter_paragraphs(part)}
        properties = read.core_properties
    words = {" ".join(each.text.split()) for each in file.paragraphs if each.text}
    assert words <= {" ".join(line.split()) for line in found}
    assert properties["title"] == "a"

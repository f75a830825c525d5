"""Word files opened with an independent reader, and a document that holds every block there is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.text.paragraph import Paragraph as WordParagraph

from thidua_cli.document.blocks import Document
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout
from thidua_cli.document.markup.lines import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument

EVERY_BLOCK = Path(__file__).parents[1] / "data" / "every-block.txt"


class Opened:
    """A written Word file: the document, its parts, and every paragraph in the order of the page."""

    def __init__(self, document: Document) -> None:
        self.data = write_docx(document)
        self.word: WordDocument = docx.Document(io.BytesIO(self.data))
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        body = self.word.element.body
        self.paragraphs = [
            WordParagraph(each, self.word._body) for each in body.iter(f"{{{body.nsmap['w']}}}p")
        ]

    def find(self, words: str) -> WordParagraph:
        """The first paragraph that starts with the words."""
        return next(each for each in self.paragraphs if each.text.startswith(words))

    def texts(self, style: str) -> list[str]:
        """The texts in a style."""
        return [each.text for each in self.paragraphs if each.style is not None and each.style.name == style]


@pytest.fixture
def opened() -> Callable[..., Opened]:
    """The Word file of markup text or of a document."""

    def write(source: str | Document, size: int = 14) -> Opened:
        if isinstance(source, str):
            blocks, problems = parse(source)
            assert problems == ()
            source = Document("a", "b", blocks, layout=Layout(size=14 if size == 14 else 13))
        return Opened(source)

    return write


@pytest.fixture
def every_block() -> str:
    """The markup of a document with every block."""
    return EVERY_BLOCK.read_text(encoding="utf-8")

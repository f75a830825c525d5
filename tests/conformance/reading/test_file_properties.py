"""What a file says of itself and carries beside its text."""

from __future__ import annotations

import pytest
from word_files import DECLARED, NORMAL, WordFileParts, as_read, p, r

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="1" Type="{DOCUMENT}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="2" Type="{PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="3" Type="{DOCUMENT}/relationships/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
CORE = (
    f'<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Kế hoạch</dc:title><dc:creator> Sở A </dc:creator></c:coreProperties>"
)
MODE = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="x" w:val="{}"/></w:compat>'


def test_properties() -> None:
    parts = WordFileParts().file("_rels/.rels", RELATIONS).body(p("x")).settings(MODE.format(14))
    word = as_read(parts.file("docProps/core.xml", CORE).packed())
    assert (word.title, word.author) == ("Kế hoạch", "Sở A")
    assert (word.compatibility, word.shown) == (14, "van-ban.docx")


def test_nothing_stated() -> None:
    word = as_read(WordFileParts().body(p("x")).packed())
    assert (word.title, word.author, word.language) == ("", "", "")
    assert (word.compatibility, word.traits, word.unread) == (None, frozenset(), ())


def test_language_of_the_default_style() -> None:
    language = NORMAL.replace("</w:rPr>", '<w:lang w:val="vi-VN"/></w:rPr>')
    assert as_read(WordFileParts().styles(language).body(p("x")).packed()).language == "vi-VN"


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="5000000" cy="7000000"/><a:graphic><a:graphicData><pic:pic>'
    "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("parts", "traits"),
    [
        (WordFileParts().body(p("<w:ins>" + r("x") + "</w:ins>")), {"tracked-changes"}),
        (WordFileParts().body(p("x", "<w:rPr><w:rPrChange/></w:rPr>")), {"tracked-changes"}),
        (WordFileParts().body(p("x")).file("word/vbaProject.bin", b"x"), {"macros"}),
        (WordFileParts().body(p("x")).file("_xmlsignatures/sig1.xml", b"x"), {"signed"}),
        (WordFileParts().body(p("x")).part("e", "oleObject", "embeddings/o.bin", b"x"), {"embedded-objects"}),
        (WordFileParts().body(p("x")).part("c", "chart", "charts/c.xml", b"x"), set()),
        (WordFileParts().body(p("x")).settings('<w:documentProtection w:enforcement="1"/>'), {"protected"}),
        (WordFileParts().body(p("x")).settings('<w:documentProtection w:enforcement="0"/>'), set()),
        (WordFileParts().body(p(PICTURE), p(" ")), {"pictures-only"}),
        (WordFileParts().body(p(PICTURE), p("x")), set()),
    ],
)
def test_traits(parts: WordFileParts, traits: set[str]) -> None:
    assert as_read(parts.packed()).traits == traits


def test_strict_files_read_like_the_others() -> None:
    strict = DECLARED.replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/").replace(
        "/2006/", "/"
    )
    text = f'<?xml version="1.0"?><w:document {strict}><w:body>{p(r("chữ", "<w:b/>"))}</w:body></w:document>'
    relations = RELATIONS.replace(f"{DOCUMENT}/", "http://purl.oclc.org/ooxml/officeDocument/")
    parts = WordFileParts().file("word/document.xml", text).file("_rels/.rels", relations)
    line = as_read(parts.packed()).lines[0]
    assert (line.text, line.stretches[0].bold, line.stretches[0].size) == ("chữ", True, 28)

"""Nothing that a stranger can send ends in an exception."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import WordFileParts, cell, mutated, p, r, row, style, table

from thidua_cli.conformance.reading.word_file import word_file_of

PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/theme/theme1.xml",
)
WHOLE = (
    WordFileParts()
    .more_styles(style("S", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:b/></w:rPr>'))
    .numbering(
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    .settings('<w:themeFontLang w:val="vi-VN"/>')
    .theme('<a:minorFont><a:latin typeface="A"/></a:minorFont>')
    .body(
        p(
            "x",
            '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr>'
            '<w:spacing w:before="1" w:line="2"/>',
        ),
        table(
            row(
                cell(
                    "a",
                    properties='<w:gridSpan w:val="2"/><w:tcBorders><w:top w:val="single"/></w:tcBorders>',
                )
            ),
            properties='<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="04A0"/>',
        ),
        p(r("b", '<w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="28"/><w:color w:val="FF0000"/>')),
        p(
            '<w:r><w:pict><v:line from="0,0" to="10pt,0"/></w:pict></w:r><w:r><w:drawing><wp:anchor>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>1</wp:posOffset></wp:positionV>'
            '<wp:extent cx="100000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
            '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
            "</wp:anchor></w:drawing></w:r>"
        ),
    )
    .packed()
)
WILD = st.sampled_from(
    ["", "x", "-1", "0", "99999999999999999999", "1.5pt", "50%", "true", "none", "Ạ", "&amp;", "\t"]
)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for each in (data, b"PK\x03\x04" + data, WHOLE[:300] + data, WHOLE[: -len(data) or None] + data):
        word, findings = word_file_of(each, "x.docx")
        assert word is not None or findings


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PARTS), st.data())
def test_any_attribute(part: str, data: st.DataObject) -> None:
    def change(text: str) -> str:
        places = [
            at for at in range(len(text)) if text.startswith('="', at) and " xmlns" not in text[at - 12 : at]
        ]
        at = data.draw(st.sampled_from(places)) + 2
        return text[:at] + data.draw(WILD) + " " + text[text.index('"', at) :]

    word, findings = word_file_of(mutated(WHOLE, part, change), "x.docx")
    assert word is not None or findings


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PARTS), st.data())
def test_any_element(part: str, data: st.DataObject) -> None:
    """Elements that lose their names, or everything in them."""

    def change(text: str) -> str:
        names = sorted(
            {piece.split(" ")[0].strip("/>") for piece in text.split("<w:")[1:]} - {"document", "body"}
        )
        name = data.draw(st.sampled_from(names or ["x"]))
        return text.replace(f"<w:{name}", "<w:la").replace(f"</w:{name}>", "</w:la>") + "\n"

    word, findings = word_file_of(mutated(WHOLE, part, change), "x.docx")
    assert word is not None or findings


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_byte_of_the_archive(data: st.DataObject) -> None:
    raw = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    word, findings = word_file_of(bytes(raw), "x.docx")
    assert word is not None or findings


def test_a_part_that_is_packed_in_an_unknown_way() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        made.writestr("word/document.xml", "<x/>")
    stored, unknown = b"\x14\x00\x00\x00\x00\x00", b"\x14\x00\x00\x00\x63\x00"
    assert stored in stream.getvalue()
    word, findings = word_file_of(stream.getvalue().replace(stored, unknown), "x.docx")
    assert word is None
    assert [(each.code, each.variant) for each in findings] == [("TD701", "damaged")]

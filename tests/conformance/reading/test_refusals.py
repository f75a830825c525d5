"""What cannot be judged is refused by name: never a traceback, never silence."""

from __future__ import annotations

import hashlib
import io
import os
import warnings
import zipfile
from pathlib import Path

import pytest
from word_files import WordFileParts, p, word_file

from thidua_cli.conformance.reading.word_file import read_word_file, word_file_of
from thidua_cli.document import untrusted_xml
from thidua_cli.findings.catalogue import entries, is_fault, message_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = word_file(p("Số: 05/KH-ABC"))


def archive(**files: bytes | str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def document(xml: str) -> bytes:
    return WordFileParts().file("word/document.xml", xml).packed()


def content_type(kind: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/x/main.xml" ContentType="application/vnd.{kind}.main+xml"/></Types>'
    )


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "code", "variant"),
    [
        (b"", "TD701", "empty"),
        (b"chi la chu", "TD701", "default"),
        (b"%PDF-1.7 ...", "TD701", "pdf"),
        (b"{\\rtf1 ...}", "TD701", "rtf"),
        (b"\x89PNG\r\n\x1a\n...", "TD701", "picture"),
        (b"<html><body/></html>", "TD701", "markup"),
        (b'<?xml version="1.0"?><pkg:package/>', "TD701", "markup"),
        (OLE + "WordDocument".encode("utf-16-le"), "TD701", "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "TD701", "encrypted"),
        (OLE, "TD701", "old_office"),
        (b"PK\x03\x04 va gi do", "TD701", "damaged"),
        (GOOD[: len(GOOD) // 2], "TD701", "damaged"),
        (archive(a=b"x"), "TD701", "archive"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "TD701", "opendocument"),
        (
            archive(
                **{"[Content_Types].xml": content_type("openxmlformats-officedocument.spreadsheetml.sheet")}
            ),
            "TD701",
            "excel",
        ),
        (
            archive(
                **{
                    "[Content_Types].xml": content_type(
                        "openxmlformats-officedocument.presentationml.presentation"
                    )
                }
            ),
            "TD701",
            "powerpoint",
        ),
        (archive(**{"[Content_Types].xml": "<Types/>"}), "TD701", "no_document"),
        (document("<w:document"), "TD701", "damaged"),
        (document("<khac/>"), "TD701", "no_document"),
        (document(ENTITY), "TD701", "damaged"),
        (WordFileParts().file("word/document.xml", ENTITY.encode("utf-16")).packed(), "TD701", "damaged"),
        (document("<a>" * 1000 + "</a>" * 1000), "TD701", "deep"),
        (archive(**{"word__document.xml": bytes(64 << 20)}), "TD702", "bomb"),
    ],
)
def test_refused(data: bytes, code: str, variant: str) -> None:
    word, findings = word_file_of(data, "tep.docx")
    assert word is None
    assert [(each.code, each.variant) for each in findings] == [(code, variant)]
    assert is_fault(findings[0])
    assert variant in entries()[code].words["vi"]["messages"]
    assert "{" not in message_of(findings[0], "vi")


def test_tables_in_tables_a_thousand_deep() -> None:
    inner = p("đáy")
    for _ in range(1000):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    _, findings = word_file_of(word_file(inner), "tep.docx")
    assert [(each.code, each.variant) for each in findings] == [("TD701", "deep")]
    # As deep as the parser goes, the reader goes too.
    shallow = p("đáy")
    for _ in range(80):
        shallow = f"<w:tbl><w:tr><w:tc>{shallow}</w:tc></w:tr></w:tbl>"
    word, _ = word_file_of(word_file(shallow), "tep.docx")
    assert word is not None
    assert len(word.lines[0].place.cells) == 80


@pytest.mark.parametrize("bound", ["MOST_BYTES", "MOST_TAGS"])
def test_too_large(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(*(p("x") for _ in range(2000)))
    monkeypatch.setattr(untrusted_xml, bound, 3000)
    _, findings = word_file_of(data, "tep.docx")
    assert [(each.code, each.variant) for each in findings] == [("TD702", "large")]


@pytest.mark.parametrize(
    ("parts", "part", "variant"),
    [
        (
            WordFileParts().header("h", p("x")).part("styles", "styles", "styles.xml", "<w:styles"),
            "word/styles.xml",
            "",
        ),
        (WordFileParts().part("h", "header", "h.xml", ENTITY), "word/h.xml", ""),
        (WordFileParts().part("h", "header", "h.xml", "<a>" * 1000), "word/h.xml", "deep"),
        (
            WordFileParts().part("h", "aFChunk", "h.html", "<p/>").body('<w:altChunk r:id="h"/>'),
            "word/h.html",
            "embedded",
        ),
    ],
)
def test_a_part_that_cannot_be_read_is_told(parts: WordFileParts, part: str, variant: str) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    word, findings = word_file_of(parts.section(section).body(p("x")).packed(), "tep.docx")
    assert word is not None
    assert word.lines[-1].text == "x"
    assert word.unread == (part,)
    assert [(each.code, each.variant, each.values) for each in findings] == [
        ("TD703", variant, {"part": part})
    ]
    assert not is_fault(findings[0])


def without(*names: str) -> bytes:
    """The good file without some of its entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(stream, "w") as new:
        for name in source.namelist():
            if name not in names:
                new.writestr(name, source.read(name))
    return stream.getvalue()


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_a_part_that_word_wants_is_told_and_the_text_is_read(part: str) -> None:
    word, findings = word_file_of(without(part), "tep.docx")
    assert word is not None
    assert (word.lines[0].text, word.unread) == ("Số: 05/KH-ABC", ())
    assert [(each.code, each.variant, each.values) for each in findings] == [
        ("TD703", "lacking", {"part": part})
    ]


@pytest.mark.parametrize("name", ["word/document.xml", "Word\\Document.xml"])
def test_two_parts_of_one_name(name: str) -> None:
    stream = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, "<w/>")
    word, findings = word_file_of(stream.getvalue(), "tep.docx")
    assert word is None
    assert [(each.code, each.variant, each.values) for each in findings] == [
        ("TD701", "duplicate", {"part": name})
    ]


def test_paths(tmp_path: Path) -> None:
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)
    for path, variant in ((tmp_path / "khong", "missing"), (tmp_path, "folder"), (pipe, "special")):
        word, findings = read_word_file(path, "tep.docx")
        assert (word, findings[0].code, findings[0].variant) == (None, "TD700", variant)


def test_the_file_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(GOOD)
    path.chmod(0o400)
    before = hashlib.sha256(GOOD).digest(), path.stat().st_mtime_ns
    word, findings = read_word_file(path, "a.docx")
    assert word is not None
    assert not findings
    assert (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


def test_names_of_parts_in_any_case_and_with_either_slash() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(stream, "w") as new:
        for name in source.namelist():
            new.writestr(name.replace("word/document", "Word\\DOCUMENT"), source.read(name))
    word, _ = word_file_of(stream.getvalue(), "tep.docx")
    assert word is not None
    assert word.lines[0].text == "Số: 05/KH-ABC"

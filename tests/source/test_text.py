"""Bytes to text: encodings named, places counted, nothing raised."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.source import text as text_module
from thidua_cli.source.text import SourceText, decode, excerpt, read_source

PLAN = """thidua: 1
subject: Kế hoạch phát động phong trào thi đua năm 2022
place: Hà Tĩnh
theme: Đoàn kết, sáng tạo, được giao
"""
TCVN3 = """thidua: 1
subject: KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua n¨m 2022
place: Hµ TÜnh
theme: §oµn kÕt, s¸ng t¹o, ®\u00adîc giao
"""
VNI = """thidua: 1
subject: Keá hoaïch phaùt ñoäng phong traøo thi ñua naêm 2022
place: Haø Tónh
theme: Ñoaøn keát, saùng taïo, ñöôïc giao
"""
VISCII = b"subject: K\xaa ho\xd5ch \xf0\xb5ng vi\xean thi \xf0ua"


def windows_1258(text: str) -> bytes:
    """As Windows writes it: base letters with circumflex, breve and horn, then the tone mark."""
    written = bytearray()
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            shape = "".join(mark for mark in parts[1:] if mark in "\u0302\u0306\u031b")
            tone = "".join(mark for mark in parts[1:] if mark not in "\u0302\u0306\u031b")
            written += unicodedata.normalize("NFC", parts[0] + shape).encode("cp1258") + tone.encode("cp1258")
    return bytes(written)


def codes(data: bytes) -> list[tuple[str, str]]:
    return [(finding.code, finding.variant) for finding in decode(data, "plan.yaml")[1]]


def test_utf8_is_read_as_it_stands() -> None:
    source, findings = decode(PLAN.encode(), "plan.yaml")
    assert (source, findings) == (SourceText("plan.yaml", PLAN), [])


def test_a_byte_order_mark_is_noted_and_left_out() -> None:
    source, findings = decode(b"\xef\xbb\xbf" + PLAN.encode(), "plan.yaml")
    assert source is not None
    assert source.text == PLAN
    assert [finding.code for finding in findings] == ["TD005"]


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (TCVN3.encode("latin-1"), "tcvn3"),
        (VNI.encode("latin-1"), "vni"),
        (windows_1258(PLAN), "windows-1258"),
        (VISCII, "viscii"),
        (PLAN.encode()[:50] + b"\xff" + PLAN.encode()[50:], "damaged"),
        (b"name: caf\xe9", ""),
        (b"name: \xff\x00\x01", "binary"),
        *((PLAN.encode(name), name[:6]) for name in ("utf-16", "utf-16-le", "utf-16-be")),
        *((PLAN.encode(name), name[:6]) for name in ("utf-32", "utf-32-le", "utf-32-be")),
    ],
)
def test_other_encodings_are_named(data: bytes, variant: str) -> None:
    assert decode(data, "plan.yaml")[0] is None
    assert codes(data) == [("TD004", variant)]


def test_the_first_bad_byte_has_its_line_and_column() -> None:
    _, (finding,) = decode("a: 1\nĐế: ".encode() + b"\xe9t\n", "plan.yaml")
    assert finding.span == Span("plan.yaml", 2, 5, 2, 6)
    assert finding.values["byte"] == "0xE9"


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "word"),
        (b"PK\x03\x04....xl/workbook.xml", "excel"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "opendocument"),
        (b"PK\x03\x04....a.txt", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1.." + "WordDocument".encode("utf-16-le"), "word-old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "office-old"),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
    ],
)
def test_files_that_are_no_text_are_named(data: bytes, variant: str) -> None:
    assert codes(data) == [("TD003", variant)]


@pytest.mark.parametrize(
    ("text", "variant", "found", "reading"),
    [
        ("a: KÕ ho¹ch ph¸t ®éng", "tcvn3", "ho¹ch", "hoạch"),
        ("a: Keá hoaïch thi ñua", "vni", "hoaïch", "hoạch"),
        ("a: Káº¿ hoáº¡ch thi Ä‘ua", "utf-8-twice", "Káº¿", "Kế"),
    ],
)
def test_garbled_vietnamese_is_shown_with_its_reading(
    text: str, variant: str, found: str, reading: str
) -> None:
    source, (finding,) = decode(text.encode(), "plan.yaml")
    assert source is not None
    assert (finding.code, finding.variant) == ("TD006", variant)
    assert (finding.values["found"], finding.values["reading"]) == (found, reading)
    assert source.lines.line(1)[finding.span.column - 1 : finding.span.end_column - 1] == found


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN.upper(),
        "«trên» 5 m² ® © §5 25°C · ½ × Wörd® Müller École ñandú São Paulo naïve façade",
        "ĐÃ CÃ: ÃÂ Á",
        "“Toàn dân đoàn kết” – 100% … €",
    ],
)
def test_good_text_is_not_called_garbled(text: str) -> None:
    assert codes(text.encode()) == []


def test_spans_count_code_points() -> None:
    source = SourceText("p", "a: ế😀b\r\nc\rd\n")
    assert source.span(3, 6) == Span("p", 1, 4, 1, 7)
    assert source.span(8, 9) == Span("p", 2, 1, 2, 2)
    assert source.span(10, 99) == Span("p", 3, 1, 4, 1)
    assert [source.lines.line(number) for number in range(6)] == ["", "a: ế😀b", "c", "d", "", ""]
    assert source.lines.end(0) == 6


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("aế😀\r\n\u2028"), max_size=30), st.data())
def test_a_span_leads_back_to_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = SourceText("p", text).span(start, end)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    assert starts[span.line - 1] + span.column - 1 == start
    assert starts[span.end_line - 1] + span.end_column - 1 == end


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_finding(data: bytes) -> None:
    source, findings = decode(data, "p")
    assert (source is None) <= bool(findings)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_BYTES", 1024 * 1024)
    (tmp_path / "big.yaml").write_bytes(b"a" * (1024 * 1024 + 1))
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    found = {
        name: [(one.code, one.variant) for one in read_source(tmp_path / name, name)[1]]
        for name in ("none.yaml", "", "big.yaml", "plan.yaml", "nul\0", "plan.yaml/x", "n" * 5000)
    }
    assert found == {
        "none.yaml": [("TD001", "missing")],
        "": [("TD001", "directory")],
        "big.yaml": [("TD002", "")],
        "plan.yaml": [],
        "nul\0": [("TD001", "")],
        "plan.yaml/x": [("TD001", "missing")],
        "n" * 5000: [("TD001", "")],
    }


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    (tmp_path / "plan.yaml").touch()
    monkeypatch.setattr(type(tmp_path), "open", refuse)
    assert read_source(tmp_path / "plan.yaml", "plan.yaml")[1][0].variant == "permission"
    assert read_source(tmp_path, "plans")[1][0].variant == "directory"


def test_an_excerpt_is_short_and_on_one_line() -> None:
    assert excerpt("một\n  hai") == "một hai"
    assert len(excerpt("chữ " * 40)) == text_module.EXCERPT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path(os.devnull)):
        source, (finding,) = read_source(path, "p")
        assert source is None
        assert (finding.code, finding.variant) == ("TD001", "special")

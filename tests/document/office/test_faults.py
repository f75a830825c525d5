"""What is wrong with a template is told at its place in the Word file; nothing is half filled in."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

Fill = Callable[..., Any] if TYPE_CHECKING else Any

STRICT = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
MACROS = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    b'"/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DEEP = "<w:p>" + "<w:smartTag>" * 300 + "</w:smartTag>" * 300 + "</w:p>"


def related(kind: str, target: str) -> dict[str, bytes]:
    """The relations of a document that has one."""
    return {
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="http://example.org/{kind}" Target="{target}"/></Relationships>'
        ).encode()
    }


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("a\n{{ so_hieu }} b", "TD634 near body:p2 {{ so_hieu }} b"),
        ("{{ zzzz }}", "TD634 body:p1 {{ zzzz }}"),
        ("{% if q is defined %}{% endif %}{{ q }}", "TD634 body:p1 {% if q is defined %}{% endif %}{{ q }}"),
        ("{{ head.zzzz }}", "TD634 has body:p1 {{ head.zzzz }}"),
        ("{{ head.numer }}", "TD634 near body:p1 {{ head.numer }}"),
        ("{{ facts['luat-1'] }}", "TD634 near body:p1 {{ facts['luat-1'] }}"),
        ("{{ plan.document.sbject }}", "TD634 near body:p1 {{ plan.document.sbject }}"),
        ("a\n| b | {{ so is inhoa }} |", "TD631 filter body:t1.r1.c2.p1 {{ so is inhoa }}"),
        ("{{ so + }}", "TD631 shown body:p1 {{ so + }}"),
        ("{{ so", "TD631 endless body:p1 {{ so"),
        ("{% macro m() %}{% endmacro %}", "TD631 command body:p1 {% macro m() %}{% endmacro %}"),
        ("{% include 'a' %}", "TD631 command body:p1 {% include 'a' %}"),
        ("{% set a %}", "TD631 set body:p1 {% set a %}"),
        ("{% if so %}\na", "TD632 body:p1 {% if so %}"),
        ("a {% if so %}", "TD632 body:p1 a {% if so %}"),
        ("a\n{% endfor %}", "TD632 stray body:p2 {% endfor %}"),
        ("{% for a in so %}{% endif %}", "TD632 body:p1 {% for a in so %}{% endif %}"),
        ("{% else %}", "TD632 stray body:p1 {% else %}"),
        ("| {% for n in noi_nhan %}{{ n }} | a{% endfor %} |",
         "TD632 apart body:t1.r1.c1.p1 {% for n in noi_nhan %}{{ n }}"),
        ("{{ ''.__class__ }}", "TD604 body:p1 {{ ''.__class__ }}"),
        ("{{ plan.document.model_dump() }}", "TD604 body:p1 {{ plan.document.model_dump() }}"),
        ("{% for a in range(10**6) %}{% endfor %}", "TD604 body:p1 {% for a in range(10**6) %}{% endfor %}"),
        ("{% for a in range(999999) %}\nb\n{% endfor %}", "TD605 body:p1 {% for a in range(999999) %}"),
        ("{{ chu_de | number }}", "TD636 body:p1 {{ chu_de | number }}"),
        ("{{ noi_dung | upper }}", "TD636 body:p1 {{ noi_dung | upper }}"),
        ("Nội dung: {{ noi_dung }}", "TD633 beside body:p1 Nội dung: {{ noi_dung }}"),
        ("<w:p><w:r><w:drawing/></w:r><r>{{ noi_dung }}</r></w:p>", "TD633 beside body:p1 {{ noi_dung }}"),
        ("<w:p><w:r><w:txbxContent><w:p><r>{{ zzzz }}</r></w:p></w:txbxContent></w:r></w:p>",
         "TD634 text-box1:p1 {{ zzzz }}"),
    ],
)  # fmt: skip
def test_the_place_is_told(fill: Fill, body: str, said: str) -> None:
    made = fill(body)
    assert made.said[:1] == [said]
    assert made.data == b""
    assert all("{" not in message or "{%" in message or "{{" in message for message in made.messages)


def test_several_mistakes_are_told_at_once(fill: Fill) -> None:
    made = fill("{{ aaaa }}{{ aaaa }}\n{{ bbbb }}", header="{% if so %}")
    assert [one.code for one in made.findings] == ["TD634", "TD634", "TD632"]
    assert made.findings[2].span.cell == "header1:p1"


def test_the_body_cannot_stand_in_a_header(fill: Fill) -> None:
    made = fill("a", header="{{ noi_dung }}")
    assert made.said == ["TD633 margin header1:p1 {{ noi_dung }}"]


def test_a_pair_torn_apart_names_both_ends(fill: Fill) -> None:
    (finding,) = fill("| {% for n in noi_nhan %}x | a{% endfor %} |").findings
    assert [each.span.cell for each in finding.related] == ["body:t1.r1.c2.p1"]


def test_what_is_not_printed_is_told(fill_bytes: Fill, zip_of: Any) -> None:
    told = {(one.code, one.values["name"]) for one in fill_bytes(zip_of("{{ so }}")).findings}
    assert told == {("TD635", "noi_dung"), ("TD635", "can_cu")}
    silent = "{% for line in outline %}\n{{ line.text }}\n{% endfor %}\n{{ can_cu }}"
    assert fill_bytes(zip_of(silent)).findings == []


def test_loops_cannot_flood_the_file(fill: Fill) -> None:
    long = f"<w:p><r>{'x' * 20_000}</r><r>{{{{ i }}}}</r></w:p>"
    made = fill(f"{{% for i in range(5000) %}}\n{long}\n{{% endfor %}}")
    assert [one.code for one in made.findings] == ["TD605"]


@pytest.mark.parametrize(
    ("change", "variant"),
    [
        ({"[Content_Types].xml": None}, ""),
        ({"word/document.xml": None}, ""),
        ({"word/document.xml": b"<a"}, "part"),
        ({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "part"),
        ({"word/document.xml": b"<a/>"}, "part"),
        ({"word/document.xml": f'<w:document xmlns:w="{WORD}"/>'.encode()}, "part"),
        ({"word/settings.xml": b""}, "part"),
        ({"word/numbering.xml": b"garbage"}, "part"),
        ({"word/_rels/footer1.xml.rels": b"\0\0"}, "part"),
        (related("numbering", "numbering.xml"), "absent"),
        (related("header", "../../../etc/passwd"), "absent"),
        ({"word/document.xml": STRICT}, "strict"),
        ({"[Content_Types].xml": MACROS}, "macros"),
        ({"word/document.xml": b"<a>" + b" " * (17 << 20) + b"</a>"}, "bomb"),
        ({"word/vbaProject.bin": b"x"}, "macros"),
        ({"../outside.xml": b"x"}, "names"),
        ({"C:/outside.xml": b"x"}, "names"),
        ({"WORD/Document.xml": b"x"}, "names"),
    ],
)  # fmt: skip
def test_files_that_cannot_serve_are_refused(
    fill_bytes: Fill, zip_of: Any, change: dict[str, bytes | None], variant: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_of("{{ so }}"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | change
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    made = fill_bytes(stream.getvalue())
    assert [(one.code, one.variant) for one in made.findings] == [("TD630", variant)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"word/theme/theme1.xml": b""}, "TD630 part word/theme/theme1.xml"),
        (related("header", "header1.xml"), "TD630 absent word/header1.xml word/document.xml"),
        (related("hyperlink", "#muc-1"), ""),
        (related("image", "NULL"), ""),
        ({**related("image", "media/%E1%BA%A3nh.png"), "word/media/ảnh.png": b"png"}, ""),
        ({"customXml/item1.xml": b"anything"}, ""),
    ],
)
def test_the_damaged_part_is_named(
    fill_bytes: Fill, zip_of: Any, change: dict[str, bytes], told: str
) -> None:
    found = [one for one in fill_bytes(zip_of("{{ so }}", **change)).findings if one.code == "TD630"]
    values = [
        " ".join((one.code, one.variant, one.values["part"], one.values.get("source", ""))) for one in found
    ]
    assert [value.strip() for value in values] == ([told] if told else [])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 9])
def test_other_files_are_refused(fill_bytes: Fill, data: bytes) -> None:
    assert [one.code for one in fill_bytes(data).findings] == ["TD630"]


def test_deep_nesting_is_refused(fill: Fill) -> None:
    assert [one.code for one in fill(DEEP + "\n{{ so }}").findings] == ["TD630"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 3_000), change=st.binary(min_size=1, max_size=4))
def test_broken_bytes_never_end_in_a_fault(fill_bytes: Fill, zip_of: Any, place: int, change: bytes) -> None:
    data = zip_of("{{ so }}\n{{ noi_dung }}\n| {% for n in noi_nhan %} |\n| {{ n }} |\n| {% endfor %} |")
    place %= len(data)
    made = fill_bytes(data[:place] + change + data[place + len(change) :])
    assert made.data or made.findings


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="{}%# \n|aso='\"“”0.", max_size=60))
def test_any_text_is_filled_in_or_told(fill: Fill, body: str) -> None:
    made = fill(body)
    assert made.data or made.findings

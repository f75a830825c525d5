"""Small Word files made of raw XML, and a plan to fill them in with."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from thidua_cli.document.composing.compose import Composed, composed
from thidua_cli.document.office.writing import write_office
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.loader import Source
from thidua_cli.findings.catalogue import message_of
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from thidua_cli.findings.finding import Finding

ROOT = Path(__file__).resolve().parents[3]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
    "</w:sectPr>"
)
NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
PIPE = "¤"
PLAN = """
thidua: 1
document:
  type: ke-hoach
  issuer: {name: Sở Công Thương, parent: UBND tỉnh Hà Nam, symbol: SCT}
  number: 7
  place: Hà Nam
  date: 2022-03-09
  subject: Thi đua <năm> 2022 & tiếp theo
  recipients: [Như trên, {name: UBND tỉnh, purpose: b/c}]
  archive: {units: [VT]}
  signature: {capacity: [KT.], title: Giám đốc, own_title: Phó Giám đốc, name: Lê Thị Bình}
period: 2022
basis:
  - {id: luat, kind: luat, title: Luật Thi đua Khen thưởng}
outline:
  - heading: Mục đích
    text: Nâng cao **chất lượng** công việc.
    items: [Việc thứ nhất, Việc thứ hai]
closing: [Hết]
"""


class Made(NamedTuple):
    """What came of a template: the parts of the file, and the findings."""

    parts: Mapping[str, bytes]
    data: bytes
    findings: list[Finding]

    def root(self, part: str = "word/document.xml") -> Any:
        return etree.fromstring(self.parts[part])

    def text(self, part: str = "word/document.xml") -> str:
        """The text of a part in the language of `xml_of`; a break of line is `/`."""
        root = self.root(part)
        return "\n".join(_shown(next(root.iter(f"{W}body"), root)))

    @property
    def said(self) -> list[str]:
        """Code, variant and address of each finding, and the text it shows."""
        return [
            " ".join(part for part in (one.code, one.variant, one.span.cell, *one.excerpt) if part)
            for one in self.findings
        ]

    @property
    def messages(self) -> list[str]:
        return [message_of(one, "vi") for one in self.findings]


def xml_of(text: str) -> str:
    """A body: a line is a paragraph, its runs parted by `¦`; `| a | b |` a row of a table, `¤` a `|` in it.

    A line that begins with `<` is XML, where `<r>text</r>` is a run.
    """
    made = []
    for is_row, lines in groupby(text.strip("\n").split("\n"), lambda line: line.startswith("|")):
        if is_row:
            rows = (line.strip("|").split("|") for line in lines)
            cells = ("".join(f"<w:tc>{_paragraph(cell.strip())}</w:tc>" for cell in row) for row in rows)
            content = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
            made.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{content}</w:tbl>")
        else:
            made += [_raw(line) if line.startswith("<") else _paragraph(line) for line in lines]
    return "".join(made).replace(PIPE, "|")


def _raw(line: str) -> str:
    return line.replace("<r>", "<w:r><w:t>").replace("</r>", "</w:t></w:r>")


def _paragraph(line: str) -> str:
    runs = line.split("¦") if line else []
    return f"<w:p>{''.join(f'<w:r><w:t>{escape(run)}</w:t></w:r>' for run in runs)}</w:p>"


def _shown(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}p":
            yield text_of(child)
        elif child.tag == f"{W}tr":
            cells = (child for child in child.iter(f"{W}tc"))
            yield "| " + " | ".join("//".join(_shown(cell)) for cell in cells) + " |"
        elif child.tag not in (f"{W}pPr", f"{W}rPr"):
            yield from _shown(child)


def text_of(paragraph: Any) -> str:
    """The text of a paragraph alone, not that of boxes in it."""
    signs = {f"{W}br": "/", f"{W}tab": "\t"}
    return "".join(
        element.text or "" if element.tag == f"{W}t" else signs.get(element.tag, "")
        for run in paragraph.iter(f"{W}r")
        for element in run
        if next(run.iterancestors(f"{W}p")) is paragraph
    )


def word_parts(body: str, header: str | None = None, styles: str | None = None) -> dict[str, bytes]:
    """The parts of a Word file."""
    related, types, parts = "", "", {}
    for name, kind, content in (
        ("header7", "header", header and f"<w:hdr {NAMES}>{header}</w:hdr>"),
        ("styles", "styles", styles and f"<w:styles {NAMES}>{styles}</w:styles>"),
    ):
        if content:
            related += f'<Relationship Id="r{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'
            types += f'<Override PartName="/word/{name}.xml" ContentType="application/{kind}+xml"/>'
            parts[f"word/{name}.xml"] = content.encode()
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
        ).encode(),
        **parts,
    }


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture(scope="session")
def plan() -> Composed:
    """A short plan with one of everything that templates name."""
    return composed_of(PLAN)


@pytest.fixture(scope="session")
def example_plan() -> Composed:
    """The plan of the worked example."""
    return composed_of((ROOT / "docs" / "vi-du-mau" / "plan.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def example_script() -> Any:
    """The script that makes the template of the worked example."""
    spec = importlib.util.spec_from_file_location("office_example", ROOT / "scripts" / "office_example.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def composed_of(text: str) -> Composed:
    """The document of a plan."""
    loaded, findings = load_plan(SourceText("plan.yaml", text))
    assert loaded is not None, findings
    made, _ = composed(loaded, open_templates())
    assert made is not None
    assert made.document is not None
    return made


@pytest.fixture
def fill_bytes(tmp_path: Path, plan: Composed) -> Callable[..., Made]:
    """Fill the bytes of a file in; keywords are more values."""

    def fill(data: bytes, made: Composed = plan, **values: Any) -> Made:
        path = tmp_path / "ke-hoach.docx"
        path.write_bytes(data)
        source = Source(path, "templates/ke-hoach.docx")
        content, findings = write_office(source, made.document, {**made.values, **values}, open_templates())
        if content is None:
            return Made({}, b"", findings)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Made({name: archive.read(name) for name in archive.namelist()}, content, findings)

    return fill


@pytest.fixture
def fill(fill_bytes: Callable[..., Made]) -> Callable[..., Made]:
    """Fill a body in, given as `xml_of` takes it; what it leaves out of the document is not told."""

    def filled(body: str, header: str | None = None, styles: str | None = None, **values: Any) -> Made:
        parts = word_parts(xml_of(body) + SECTION, header and xml_of(header), styles)
        made = fill_bytes(zipped(parts), **values)
        told = [one for one in made.findings if one.code != "TD635"]
        return made._replace(findings=told)

    return filled


@pytest.fixture
def zip_of() -> Callable[..., bytes]:
    """The bytes of a Word file with a body as `xml_of` takes it, parts replaced by name (None: left out)."""

    def made(body: str, **parts: bytes | None) -> bytes:
        named = {name.replace("__", "/").replace("_DOT_", "."): content for name, content in parts.items()}
        return zipped(
            {k: v for k, v in {**word_parts(xml_of(body) + SECTION), **named}.items() if v is not None}
        )

    return made

"""Word files for tests, made part by part from XML: `WordFileParts().body(p("Số: 05/KH-ABC")).packed()`.

Namespace prefixes need no declaration; every part is optional but the body. The last `w:sectPr` is `section`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.reading.word_file import word_file_of

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = NAMESPACES["r"]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701"'
    ' w:right="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
TIMES = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"'
    ' w:cs="Times New Roman"/>'
)
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f'<w:rPr>{TIMES}<w:sz w:val="28"/></w:rPr></w:style>'
)


def r(text: str, properties: str = "") -> str:
    """A run: `\\t` and `\\n` become tabs and line breaks; `properties` are those inside `w:rPr`."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = (
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
        if piece
    )
    return f"<w:r>{own}{''.join(pieces)}</w:r>"


def p(content: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of a text (set by `run`), or of ready XML; `properties` are those inside `w:pPr`."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{content if content.startswith('<') else r(content, run) if content else ''}</w:p>"


def cell(content: str, width: int = 4000, properties: str = "") -> str:
    """A cell of paragraphs; a plain text becomes one."""
    inner = content if content.startswith("<") else p(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", grid: tuple[int, ...] = ()) -> str:
    """A table of rows; without `grid` it has two columns of 4000 twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid or (4000, 4000))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def style(identity: str, properties: str = "", kind: str = "paragraph", *, based_on: str = "Normal") -> str:
    """A style named as its id; `properties` are its `w:pPr`, `w:rPr` …"""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    name = f'<w:name w:val="{identity}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{identity}">{name}{base}{properties}</w:style>'


class WordFileParts:
    """The parts of a Word file in the making; every method gives the maker back."""

    def __init__(self) -> None:
        self.parts: dict[str, str | bytes] = {}
        self.relations: list[tuple[str, str, str]] = []
        self.types: dict[str, str] = {}
        self._body = ""
        self._section = SECTION
        self.styles(NORMAL)

    def body(self, *blocks: str) -> WordFileParts:
        """Add blocks to the end of the body."""
        self._body += "".join(blocks)
        return self

    def section(self, xml: str) -> WordFileParts:
        """The `w:sectPr` at the end, whole; empty for none."""
        self._section = xml
        return self

    def styles(self, inner: str) -> WordFileParts:
        """The inside of `w:styles` in place of the one style Normal."""
        return self.part("styles", "styles", "styles.xml", f"<w:styles {DECLARED}>{inner}</w:styles>")

    def more_styles(self, inner: str) -> WordFileParts:
        """Styles beside Normal."""
        return self.styles(NORMAL + inner)

    def numbering(self, inner: str) -> WordFileParts:
        """The inside of `w:numbering`."""
        return self.part(
            "numbering", "numbering", "numbering.xml", f"<w:numbering {DECLARED}>{inner}</w:numbering>"
        )

    def settings(self, inner: str) -> WordFileParts:
        """The inside of `w:settings`."""
        return self.part(
            "settings", "settings", "settings.xml", f"<w:settings {DECLARED}>{inner}</w:settings>"
        )

    def theme(self, inner: str) -> WordFileParts:
        """The inside of `a:themeElements`."""
        xml = f"<a:theme {DECLARED}><a:themeElements>{inner}</a:themeElements></a:theme>"
        return self.part("theme", "theme", "theme/theme1.xml", xml)

    def header(self, identity: str, inner: str) -> WordFileParts:
        """A header part, named in a `w:headerReference` by `r:id`."""
        return self.part(identity, "header", f"{identity}.xml", f"<w:hdr {DECLARED}>{inner}</w:hdr>")

    def footer(self, identity: str, inner: str) -> WordFileParts:
        """A footer part, named in a `w:footerReference` by `r:id`."""
        return self.part(identity, "footer", f"{identity}.xml", f"<w:ftr {DECLARED}>{inner}</w:ftr>")

    def notes(self, inner: str, kind: str = "footnotes") -> WordFileParts:
        """The inside of `w:footnotes` (or `endnotes`, `comments`)."""
        return self.part(kind, kind, f"{kind}.xml", f"<w:{kind} {DECLARED}>{inner}</w:{kind}>")

    def part(self, identity: str, kind: str, target: str, data: str | bytes) -> WordFileParts:
        """Any part, related to the document; `kind` is the end of the relation's type."""
        self.relations = [each for each in self.relations if each[0] != identity]
        self.relations.append((identity, kind, target))
        self.parts[f"word/{target}"] = data if isinstance(data, bytes) else XML + data
        return self

    def file(self, name: str, data: str | bytes) -> WordFileParts:
        """Any entry of the archive, related to nothing."""
        self.parts[name] = data
        return self

    def packed(self) -> bytes:
        """The .docx file."""
        body = f"<w:body>{self._body}{self._section}</w:body>"
        whole = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
            "word/document.xml": f"{XML}<w:document {DECLARED}>{body}</w:document>",
            "word/_rels/document.xml.rels": _relations(self.relations),
        } | self.parts
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in whole.items():
                archive.writestr(name, data)
        return stream.getvalue()

    def _content_types(self) -> str:
        kinds = {"word/document.xml": f"{WORD}.document.main+xml"} | self.types
        own = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
        return (
            f'{XML}<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{RELATIONS_TYPE}"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{own}</Types>'
        )


def word_file(*blocks: str, styles: str = "") -> bytes:
    """A Word file of some blocks: A4, Times New Roman 14 from the style Normal, and other styles."""
    return WordFileParts().more_styles(styles).body(*blocks).packed()


def as_read(docx: bytes) -> WordFile:
    """The file as the reader sees it; a finding is an error of the test."""
    word, findings = word_file_of(docx, "van-ban.docx")
    assert word is not None, findings
    assert findings == []
    return word


def mutated(docx: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The file with the text of one part changed; a change without effect is an error of the test."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == part:
                before = data.decode("utf-8")
                data = change(before).encode("utf-8")
                assert data != before.encode("utf-8"), f"{part} is as before"
            new.writestr(entry.filename, data)
    return stream.getvalue()


def replaced(docx: bytes, part: str, old: str, new: str, count: int = -1) -> bytes:
    """The file with one text of a part replaced, which must occur in it."""
    return mutated(docx, part, lambda text: text.replace(old, new, count))


def _relations(relations: list[tuple[str, str, str]]) -> str:
    own = "".join(
        f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for identity, kind, target in relations
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{own}</Relationships>'

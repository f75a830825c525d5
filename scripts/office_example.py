"""Make the Word template of `docs/vi-du-mau/`, as an office would make it in Word."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

PLACE = Path(__file__).resolve().parents[1] / "docs" / "vi-du-mau" / "templates" / "ke-hoach.docx"
FONT = "Times New Roman"
SIDE = 24  # pixels of the emblem
GREEN, GOLD = b"\x1d\x6b\x45", b"\xe8\xb9\x3c"


def emblem() -> bytes:
    """A PNG: a green square with a golden edge below."""
    rows = b"".join(b"\0" + (GREEN if row < SIDE - 4 else GOLD) * SIDE for row in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def style(word: Document, name: str, *, bold: bool = False, indent: bool = False) -> None:
    """The look of a style that the body is written in."""
    own: Any = word.styles[name]
    own.font.name, own.font.size, own.font.bold, own.font.italic = FONT, Pt(14), bold, False
    own.font.color.rgb = RGBColor(0, 0, 0)
    own.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        own.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    layout = own.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(6 if indent else 0), Pt(0), 1.0
    layout.first_line_indent = Cm(1.27) if indent else Cm(0)
    layout.alignment = ALIGN.JUSTIFY if indent else ALIGN.LEFT


def line(cell: Any, text: str, *, first: bool = False, before: float = 0, **look: Any) -> Any:
    """A paragraph in a place; `first`: the one that a new cell has already. `look` is that of `styled`."""
    made = cell.paragraphs[0] if first else cell.add_paragraph()
    made.paragraph_format.space_before = Pt(before)
    return styled(made, text, **look)


def styled(
    made: Any,
    text: str,
    *,
    align: Any = ALIGN.CENTER,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
) -> Any:
    """A paragraph with a run of text."""
    made.alignment = align
    run = made.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return made


def rule(place: Any, side: float) -> None:
    """A solid line, so many centimetres from either edge."""
    made = place.add_paragraph()
    layout = made.paragraph_format
    layout.left_indent = layout.right_indent = Cm(side)
    layout.line_spacing = Pt(4)
    lined(made)


def lined(made: Any) -> None:
    """A solid line above a paragraph, as long as the paragraph is wide."""
    made.paragraph_format.space_after = Pt(0)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    made._p.pPr.find(qn("w:spacing")).addprevious(border)


def columns(word: Document, rows: int, *widths: float) -> Any:
    """A table without borders, its columns so many centimetres wide."""
    table = word.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def letterhead(word: Document) -> None:
    """Bodies and number on the left, nation and date on the right."""
    table = columns(word, 2, 6.2, 10.3)
    left, right = table.rows[0].cells
    line(left, "{% if co_quan_chu_quan %}", first=True, size=13)
    line(left, "{{ co_quan_chu_quan | upper }}", size=13)
    line(left, "{% endif %}", size=13)
    line(left, "{{ co_quan_ban_hanh | upper }}", size=13, bold=True)
    rule(left, 2)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", first=True, size=13, bold=True)
    line(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    rule(right, 2.1)
    left, right = table.rows[1].cells
    line(left, "Số: {{ so_ky_hieu }}", first=True, size=13, before=6)
    line(right, "{{ dia_danh }}, {{ ngay_thang }}", first=True, italic=True, before=6)


def targets(word: Document) -> None:
    """A list of the targets on pages of its own: the row between the two commands is repeated."""
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.find(qn("w:pgMar")).addnext(numbers)
    section.first_page_footer.is_linked_to_previous = False
    styled(word.add_paragraph(), "Phụ lục", bold=True)
    styled(word.add_paragraph(), "DANH MỤC CHỈ TIÊU THI ĐUA", bold=True)
    styled(word.add_paragraph(), "(Kèm theo {{ head.reference }})", italic=True)
    rule(word, 6.5)
    target = "{{ chi_tieu.measure | title_name | default(chi_tieu.measure) | sentence }}"
    rows = (
        ("TT", "Chỉ tiêu", "Mức phấn đấu"),
        ("{% for chi_tieu in plan.targets %}", "", ""),
        ("{{ loop.index | count }}", target, "{{ chi_tieu.value }}"),
        ("{% endfor %}", "", ""),
    )
    table = columns(word, len(rows), 1.5, 10.5, 4.5)
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            align = ALIGN.LEFT if text == target else ALIGN.CENTER
            line(cell, text, first=True, size=13, bold=texts is rows[0], align=align)


def closing(word: Document) -> None:
    """Recipients on the left, the signature on the right."""
    gap = word.add_paragraph().paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(12), True
    left, right = columns(word, 1, 8.2, 8.3).rows[0].cells
    line(left, "Nơi nhận:", first=True, size=12, bold=True, italic=True, align=ALIGN.LEFT)
    line(left, "{{ noi_nhan }}", size=11, align=ALIGN.LEFT)
    line(right, "{{ quyen_han }}", first=True, bold=True)
    line(right, "{{ nguoi_ky }}", bold=True, before=70)


def margins(word: Document) -> None:
    """The page number above every page but the first; the emblem and the address below the first."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    made = section.first_page_footer.paragraphs[0]
    lined(made)
    made.add_run().add_picture(io.BytesIO(emblem()), height=Mm(7))
    styled(made, "  {{ co_quan_ban_hanh }} – 12 đường Trần Phú, phường Trung Tâm, {{ dia_danh }}", size=11)


def template() -> Document:
    """The whole file."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style(word, "Normal")
    style(word, "Body Text", indent=True)
    style(word, "Heading 1", bold=True, indent=True)
    style(word, "Heading 2", bold=True, indent=True)
    margins(word)
    letterhead(word)
    styled(word.add_paragraph(), "{{ ten_loai | upper }}", bold=True).paragraph_format.space_before = Pt(12)
    styled(word.add_paragraph(), "{{ trich_yeu }}", bold=True)
    rule(word, 6.5)
    basis = styled(word.add_paragraph(style="Body Text"), "{{ can_cu }}", italic=True, align=ALIGN.JUSTIFY)
    basis.paragraph_format.first_line_indent = Cm(1.27)
    styled(word.add_paragraph(), "{{ noi_dung }}", align=ALIGN.LEFT)
    closing(word)
    targets(word)
    return word


if __name__ == "__main__":
    template().save(str(PLACE))

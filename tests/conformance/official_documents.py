"""Documents that obey the decree in every rule, made of blocks; tests break one thing at a time in them."""

from __future__ import annotations

from datetime import date

from changes import BODY
from word_files import p, r, replaced

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Division,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
)
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Body,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Recipients,
    Signature,
    Title,
)
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout

LONG = (
    "Tổ chức các phong trào thi đua sâu rộng, thiết thực, gắn với nhiệm vụ chính trị của từng đơn vị; "
    "kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến trong cán bộ, công chức, viên chức "
    "và người lao động."
)
SIGNED = "Người ký: Ủy ban nhân dân tỉnh Hà Nam; Số: 15/UBND-NC; Thời gian ký: 12.02.2026 08:30:00 +07:00"
MANY = 8  # paragraphs that make the text longer than a page


def text(words: str) -> Inline:
    return (Run(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


SCORES = Table((text("TT"), text("Tiêu chí"), text("Điểm")), ((text("1"), text("Kỷ cương"), text("20")),))


def plan(layout: Layout | None = None) -> bytes:
    """A kế hoạch with bases, headings, clauses, points, a table and two appendices, signed by a deputy."""
    return write_docx(
        Document(
            title="Kế hoạch Tổ chức phong trào thi đua năm 2026",
            author="Sở Công Thương",
            date=date(2026, 3, 5),
            layout=layout or Layout(),
            blocks=(
                Letterhead(
                    (Body("Sở Công Thương", ("UBND tỉnh Hà Nam",)),),
                    number="Số: 05/KH-SCT",
                    place_date="Hà Nam, ngày 05 tháng 3 năm 2026",
                    urgency="Khẩn",
                ),
                Title("Kế hoạch", "Tổ chức phong trào thi đua năm 2026"),
                Basis(
                    (
                        text("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
                        text("Căn cứ Quyết định số 12/QĐ-UBND ngày 10 tháng 01 năm 2026 của UBND tỉnh"),
                        text("Theo đề nghị của Chánh Văn phòng Sở"),
                    )
                ),
                paragraph(f"Mở đầu. {LONG}"),
                Heading(1, text("I. Mục đích, yêu cầu")),
                Heading(2, text("1. Mục đích")),
                *(paragraph(LONG) for _ in range(MANY)),
                Heading(2, text("2. Yêu cầu")),
                *(paragraph(f"{letter}) {LONG}") for letter in "abcdđe"),
                Heading(1, text("II. Tổ chức thực hiện")),
                paragraph(f"1. {LONG}"),
                paragraph(f"2. {LONG}"),
                paragraph("Tiêu chí chấm điểm tại Phụ lục I, biểu mẫu đăng ký tại Phụ lục II kèm theo./."),
                Closing(
                    (Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn Bình"),),
                    Recipients(("UBND tỉnh", "Các phòng thuộc Sở"), "Lưu: VT, VP"),
                ),
                Appendix(
                    "Phụ lục I",
                    "Tiêu chí chấm điểm",
                    "(Kèm theo Kế hoạch số 05/KH-SCT ngày 05 tháng 3 năm 2026)",
                ),
                SCORES,
                Appendix(
                    "Phụ lục II",
                    "Biểu mẫu đăng ký thi đua",
                    "(Kèm theo Kế hoạch số 05/KH-SCT ngày 05 tháng 3 năm 2026)",
                    landscape=True,
                ),
                SCORES,
            ),
        )
    )


def letter(layout: Layout | None = None, *, to: tuple[str, ...] = ("Sở Nội vụ", "Sở Tài chính")) -> bytes:
    """A công văn with its address at the foot of page 1, signed on behalf of a collective."""
    return write_docx(
        Document(
            title="V/v phát động phong trào thi đua năm 2026",
            author="UBND tỉnh Hà Nam",
            layout=layout or Layout(),
            blocks=(
                Letterhead(
                    (Body("Ủy ban nhân dân tỉnh Hà Nam"),),
                    number="Số: 15/UBND-NC",
                    place_date="Hà Nam, ngày 12 tháng 02 năm 2026",
                    about="V/v phát động phong trào thi đua năm 2026",
                    address="Địa chỉ: Số 90 đường Trần Phú, thành phố Phủ Lý; điện thoại: 0226.3852.111",
                ),
                Addressees(to),
                *(paragraph(LONG) for _ in range(2)),
                paragraph(
                    "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện các nội dung trên đây, "
                    "báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 năm 2026./."
                ),
                Closing(
                    (Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), "Trần Thị Bình"),),
                    Recipients(("Như trên", "Lãnh đạo Văn phòng"), "Lưu: VT, NC (05b)"),
                ),
            ),
        )
    )


def decision(layout: Layout | None = None) -> bytes:
    """A quyết định with the quy chế that it issues, laid out in chapters and articles."""
    return write_docx(
        Document(
            title="Quyết định Về việc ban hành Quy chế thi đua, khen thưởng",
            author="Sở Công Thương",
            layout=layout or Layout(),
            blocks=(
                Letterhead(
                    (Body("Sở Công Thương", ("UBND tỉnh Hà Nam",)),),
                    number="Số: 21/QĐ-SCT",
                    place_date="Hà Nam, ngày 09 tháng 10 năm 2026",
                ),
                Title("Quyết định", "Về việc ban hành Quy chế thi đua, khen thưởng"),
                Enactment("Giám đốc Sở Công Thương"),
                Basis(
                    (
                        text("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
                        text("Theo đề nghị của Chánh Văn phòng Sở"),
                    )
                ),
                Enactment("Quyết định:"),
                Article(
                    "Điều 1.", text(f"Ban hành kèm theo Quyết định này Quy chế thi đua, khen thưởng. {LONG}")
                ),
                Article("Điều 2.", text("Quyết định này có hiệu lực thi hành kể từ ngày ký./.")),
                Closing(
                    (Signature(("Q. Giám đốc",), "Lê Văn Cường"),),
                    Recipients(("Như Điều 2", "UBND tỉnh"), "Lưu: VT, VP"),
                ),
                Enclosure(),
                Letterhead((Body("Sở Công Thương", ("UBND tỉnh Hà Nam",)),)),
                Title(
                    "Quy chế",
                    "Thi đua, khen thưởng",
                    "(Kèm theo Quyết định số 21/QĐ-SCT ngày 09 tháng 10 năm 2026 của Sở Công Thương)",
                ),
                Division("Chương I", "Quy định chung"),
                Article("Điều 1.", text("Phạm vi điều chỉnh"), titled=True),
                paragraph(f"1. {LONG}"),
                paragraph(f"2. {LONG}"),
                Division("Chương II", "Điều khoản thi hành"),
                Division("Mục 1", "Trách nhiệm", "muc"),
                Article("Điều 2.", text("Trách nhiệm thi hành"), titled=True),
                paragraph(f"{LONG[:-1]}./."),
            ),
        )
    )


def marked(layout: Layout | None = None) -> bytes:
    """The công văn with what a clerk adds: the digital signature, a circulation mark, the drafter's mark."""
    own = '<w:pStyle w:val="BodyText"/><w:ind w:firstLine="0"/>'
    signed = p(r(SIGNED, '<w:sz w:val="20"/>'), f'{own}<w:jc w:val="right"/>')
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
    boxed = (
        f'<w:pStyle w:val="BodyText"/><w:pBdr>{sides}</w:pBdr><w:ind w:firstLine="0"/><w:jc w:val="center"/>'
    )
    circulation = p(r("LƯU HÀNH NỘI BỘ", "<w:b/>"), boxed)
    drafter = p(r("PL.(300)", '<w:sz w:val="22"/>'), '<w:pStyle w:val="RecipientsList"/>')
    docx = replaced(letter(layout), BODY, "<w:body>", f"<w:body>{signed}{circulation}", 1)
    return replaced(docx, BODY, "NC (05b).</w:t></w:r></w:p>", f"NC (05b).</w:t></w:r></w:p>{drafter}", 1)


BASES = {"plan": plan, "letter": letter, "decision": decision, "marked": marked}

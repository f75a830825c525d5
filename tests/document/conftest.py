"""Documents made by hand, and a plan read from text."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Bullet,
    Chart,
    Division,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Series,
    Table,
    plain,
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
    Turn,
)
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thidua_cli.document.templating.environment import Templates

BLANK = "\u00a0" * 8
LONG = (
    "Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến của từng đơn vị, gắn thi đua với các chỉ tiêu "
    "kinh tế - xã hội của năm, khen thưởng kịp thời tập thể, cá nhân có thành tích"
)
SIGNER = Signature(("TM. Khối Kinh tế kỹ thuật", "Khối trưởng"), "Hoàng Văn Quảng", "Giám đốc Sở Công Thương")
RECIPIENTS = Recipients(("UBND tỉnh (báo cáo)", "Các đơn vị trong Khối"), "Lưu: VT, KT (100b)")


def text(words: str) -> Inline:
    return (Run(words),)


def make_campaign(size: int = 14, paragraphs: int = 40) -> Document:
    return Document(
        title="Kế hoạch Hoạt động thi đua năm 2022",
        author="Khối Kinh tế kỹ thuật",
        date=date(2022, 3, 9),
        layout=Layout(size=14 if size == 14 else 13),
        blocks=(
            Letterhead(
                (Body("Khối Kinh tế kỹ thuật", ("UBND tỉnh Hà Tĩnh",)),),
                number=f"Số: {BLANK}/KH-KKTKT",
                place_date="Hà Tĩnh, ngày 09 tháng 3 năm 2022",
            ),
            Title("Kế hoạch", "Hoạt động thi đua Khối Kinh tế kỹ thuật năm 2022"),
            Basis((text("Căn cứ Luật Thi đua, khen thưởng"), text("Căn cứ Chỉ thị số 34-CT/TW"))),
            Heading(1, text("I. Mục đích, yêu cầu")),
            Heading(2, text("1. Mục đích")),
            Heading(3, text("a) Tập thể")),
            Bullet(1, text("Phấn đấu")),
            Bullet(2, text("Chi tiết")),
            Paragraph((Run("Phấn đấu "), Run("90%", bold=True), Run(" đạt danh hiệu", italic=True))),
            Table(
                (text("Chỉ tiêu"), text("Mức")), ((text("Xuất khẩu"), text("470")),), numeric=frozenset({1})
            ),
            *(Paragraph(text(f"{number}. {LONG}.")) for number in range(1, paragraphs + 1)),
            Paragraph(text("Trên đây là Kế hoạch năm 2022./.")),
            Closing((SIGNER,), RECIPIENTS),
        ),
    )


def make_letter(*names: str) -> Document:
    return Document(
        title="V/v phát động",
        author="Sở Công Thương",
        blocks=(
            Letterhead(
                (Body("Sở Công Thương"),),
                number=f"Số: {BLANK}/SCT-VP",
                place_date="Hà Nam, ngày\u00a0\u00a0\u00a0tháng 3 năm 2022",
                about="V/v phát động phong trào thi đua năm 2022",
                urgency="Khẩn",
            ),
            Addressees(names),
            Paragraph(text(LONG)),
            Closing((Signature(("Giám đốc",), "Lê Nguyên Ngọc"),), Recipients(("Như trên",), "Lưu: VT")),
        ),
    )


@pytest.fixture
def campaign() -> Callable[..., Document]:
    """A plan of several pages with every component of a named type; size pair and number of paragraphs."""
    return make_campaign


@pytest.fixture
def letter() -> Callable[..., Document]:
    """A công văn to the names given."""
    return make_letter


@pytest.fixture
def appendices() -> Document:
    """A document with two appendices, the second one lying."""
    table = Table((text("TT"), text("Tiêu chí")), ((text("1"), text("Hoàn thành nhiệm vụ")),))
    return Document(
        title="Kế hoạch",
        author="Sở",
        blocks=(
            Paragraph(text("Nội dung./.")),
            Appendix("Phụ lục I", "Bảng điểm", "(Kèm theo Kế hoạch)"),
            table,
            Appendix("Phụ lục II", "Biểu mẫu", landscape=True),
            table,
        ),
    )


@pytest.fixture(scope="session")
def templates() -> Templates:
    return open_templates()


@pytest.fixture
def read_plan() -> Callable[[str], Loaded]:
    """A plan from its YAML text; the test fails where it cannot be read."""

    def read(yaml: str) -> Loaded:
        loaded, findings = load_plan(SourceText("plan.yaml", yaml))
        assert loaded is not None, findings
        return loaded

    return read


@pytest.fixture
def worded(read_plan: Callable[[str], Loaded], templates: Templates) -> Callable[..., str]:
    """The sentence that a fact makes, listed under `facts:` or in prose as `{x}`; it gives no finding."""

    def sentence(section: str, fact: dict[str, Any], *, listed: bool = True, prose: str = "{x}.") -> str:
        plan: dict[str, Any] = {
            "thidua": 1,
            "document": {
                "type": "ke-hoach",
                "issuer": {"name": "Sở Công Thương"},
                "subject": "Thi đua",
                "signature": {"title": "Giám đốc"},
            },
            "period": 2022,
            "bases": [
                {"id": "nhan-su", "name": "người lao động"},
                {"id": "phong", "name": "phòng, đơn vị thuộc Sở", "counts": "tap-the"},
            ],
            "commemorations": [{"id": "ngay-dang", "name": "Ngày thành lập Đảng", "years": 92}],
            "movements": [{"id": "ba-sach", "name": "Ba sạch"}],
            "citations": [{"id": "ke-hoach", "kind": "ke-hoach", "number": "45/KH-UBND"}],
            "outline": [{"heading": "A", "facts": ["x"], "numbering": "none"}] if listed else [prose],
            "closing": ["Hết"],
        }
        plan[section] = [*plan.get(section, []), {"id": "x", **fact}]
        # JSON is YAML.
        document, findings = compose(read_plan(json.dumps(plan, ensure_ascii=False)), templates)
        assert findings == []
        assert document is not None
        return next(plain(block.runs) for block in document.blocks if isinstance(block, Paragraph))

    return sentence


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], Path]:
    """The pages of a Word file as LibreOffice lays them out; skips where a tool or the font is missing."""
    needed = ("soffice", "pdftotext", "pdffonts", "pdfinfo", "fc-match")
    if not all(shutil.which(name) for name in needed):
        pytest.skip("LibreOffice and poppler are needed")
    font = subprocess.run(["fc-match", "Times New Roman"], capture_output=True, text=True, check=True).stdout
    if not font.startswith(("Tinos", "times", "Times")):
        pytest.skip("no font with the widths of Times New Roman")
    folder = tmp_path_factory.mktemp("pages")

    def convert(data: bytes, name: str) -> Path:
        source = folder / f"{name}.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        return folder / f"{name}.pdf"

    return convert


@pytest.fixture
def decision() -> Document:
    """A decision with the document that it issues and an appendix: every block there is."""
    return Document(
        title="Quyết định Về việc ban hành Quy chế thi đua",
        author="UBND tỉnh Hà Tĩnh",
        blocks=(
            Letterhead(
                (Body("Hội đồng Thi đua", ("UBND tỉnh Hà Tĩnh",)), Body("Sở Nội vụ")),
                number=f"Số: {BLANK}/QĐ-HĐTĐ",
                place_date="Hà Tĩnh, ngày 09 tháng 3 năm 2026",
                urgency="Khẩn",
                address="Số 01 đường Nguyễn Tất Thành; điện thoại 0239.3855.555",
            ),
            Title("Quyết định", "Về việc ban hành Quy chế thi đua"),
            Enactment("Chủ tịch Hội đồng"),
            Basis((text("Căn cứ Luật Thi đua, khen thưởng"), text("Theo đề nghị của Sở Nội vụ"))),
            Enactment("Quyết định:"),
            Article("Điều 1.", text("Ban hành kèm theo Quyết định này Quy chế thi đua.")),
            Article("Điều 2.", (Run("Quyết định có "), Run("số ngày", marked=True), Run(" để thi hành./."))),
            Closing((SIGNER,), RECIPIENTS),
            Enclosure(),
            Letterhead((Body("Hội đồng Thi đua", ("UBND tỉnh Hà Tĩnh",)),)),
            Title("Quy chế", "Thi đua", "(Kèm theo Quyết định số 05/QĐ-HĐTĐ)"),
            Division("Phần I", "Những điều chung", "phan"),
            Division("Chương I", "Quy định chung"),
            Article("Điều 1.", text("Phạm vi điều chỉnh"), titled=True),
            Paragraph(text("1. Quy chế này quy định:")),
            Bullet(1, text("Đối tượng")),
            Bullet(2, text("Tập thể")),
            Bullet(1, text("Nguyên tắc")),
            Turn(landscape=True),
            Table(
                (text("TT"), text("Đơn vị"), text("Điểm")),
                (
                    (text("A"), (), ()),
                    (text("1"), text("Sở Công Thương"), text("95,5")),
                    (text("2"), text("Sở Tư pháp"), text("90")),
                    ((), text("Cộng"), text("185,5")),
                ),
                widths=(1, 4, 2),
                numeric=frozenset({2}),
                totals=frozenset({3}),
                bands=frozenset({0}),
                caption="Điểm của các sở",
            ),
            Chart(
                "Điểm tự chấm và thẩm định",
                ("Sở Công Thương", "Ban Quản lý Khu kinh tế tỉnh và các khu công nghiệp trên địa bàn"),
                (
                    Series("Tự chấm", (Decimal("95.5"), Decimal(-2))),
                    Series("Thẩm định", (Decimal("47.75"), None)),
                ),
                unit="điểm",
                places=2,
                description="Sở Công Thương tự chấm cao nhất",
            ),
            Turn(landscape=False),
            Paragraph(text("Hết./.")),
            Closing((SIGNER, Signature(("Thư ký",), "Trần Thị Bình")), RECIPIENTS),
            Appendix("Phụ lục I", "Biểu mẫu", "(Kèm theo Quy chế)", landscape=True),
            Heading(1, text("I. Mẫu đăng ký")),
            Heading(3, text("a) Tập thể")),
            Paragraph(text("Theo mẫu./.")),
        ),
    )

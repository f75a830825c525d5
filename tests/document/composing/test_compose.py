"""From a plan to blocks: numbering, wording of facts, first and later mentions, and what cannot be done."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from thidua_cli.document.blocks import Basis, Bullet, Heading, Paragraph, plain
from thidua_cli.document.components import Addressees, Body, Closing, Letterhead, Title
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.composing.emphasis import BOLD, ITALIC, emphasised
from thidua_cli.document.composing.leads import sentence_so_far
from thidua_cli.document.composing.prose import LONGEST_LEAD
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.loader import Folder
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.source.text import SourceText, read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding

    Composed = Callable[..., tuple[Document, list[Finding]]]

PLANS = sorted((Path(__file__).parents[3] / "plans").glob("*/plan.yaml"))
DATA = Path(__file__).parents[1] / "data"
FACTS = (DATA / "facts.yaml").read_text(encoding="utf-8")
WORDINGS: dict[str, str] = YAML(typ="safe", pure=True).load(DATA / "wordings.yaml")


def plan_text(body: str, kind: str = "ke-hoach", addressees: str = "[]") -> str:
    return FACTS.replace("ke-hoach", kind, 1).replace("addressees: []", f"addressees: {addressees}", 1) + body


@pytest.fixture
def composed(read_plan: Callable[[str], Loaded], templates: Templates) -> Composed:
    """The document and findings of a plan whose body is given as YAML."""

    def make(body: str, kind: str = "ke-hoach", addressees: str = "[]") -> tuple[Document, list[Finding]]:
        document, findings = compose(read_plan(plan_text(body, kind, addressees)), templates)
        assert document is not None, findings
        return document, findings

    return make


def words(document: Document) -> list[str]:
    """The body as text lines, headings marked by their level, list items by their mark."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append("#" * block.level + " " + plain(block.runs))
        elif isinstance(block, Bullet):
            lines.append("-+"[block.level - 1] + " " + plain(block.runs))
        elif isinstance(block, Paragraph):
            lines.append(plain(block.runs))
    return lines


def test_parts_of_a_plan(composed: Composed) -> None:
    document, findings = composed("outline:\n  - Nội dung.\n")
    assert findings == []
    assert [type(block) for block in document.blocks] == [Letterhead, Title, Basis, Paragraph, Closing]
    assert document.blocks[1] == Title("Kế hoạch", "Phát động thi đua năm 2022")
    assert (document.title, document.author) == ("Kế hoạch Phát động thi đua năm 2022", "Sở Công Thương")
    assert str(document.date) == "2022-03-09"
    assert words(document) == ["Nội dung./."]


def test_letter(composed: Composed) -> None:
    document, _ = composed("outline:\n  - Nội dung.\n", "cong-van", "[Sở A, Sở B]")
    head, addressees, *_, closing = document.blocks
    assert isinstance(head, Letterhead)
    assert head.about == "V/v phát động thi đua năm 2022"
    assert addressees.names == ("Sở A", "Sở B")
    assert closing.recipients.names == ("Như trên",)


@pytest.mark.parametrize(
    ("kind", "recipients"),
    [
        ("cong-van", ("Như trên", "Sở C")),
        ("to-trinh", ("Như trên", "Sở C")),
        ("bao-cao", ("Như trên", "Sở C")),
        ("ke-hoach", ("Sở C",)),
    ],
)
def test_the_recipients_of_what_is_sent_to_somebody(
    read_plan: Callable[[str], Loaded], templates: Templates, kind: str, recipients: tuple[str, ...]
) -> None:
    plan = plan_text("outline: [A]\n", kind, "[Sở A]").replace(
        "  signature", "  recipients: [Sở C]\n  signature", 1
    )
    for text in (plan, plan.replace("[Sở C]", "[Như trên, Sở C]")):
        document, _ = compose(read_plan(text), templates)
        assert document is not None
        (sent,) = [block for block in document.blocks if isinstance(block, Addressees)]
        assert sent.names == ("Sở A",)
        assert isinstance(document.blocks[-1], Closing)
        given = recipients if text == plan else ("Như trên", "Sở C")
        assert document.blocks[-1].recipients.names == given


def test_co_issuers_with_their_parents(read_plan: Callable[[str], Loaded], templates: Templates) -> None:
    other = "[{issuer: {name: Đoàn B, parent: Tỉnh đoàn}, signature: {title: Bí thư}}]"
    plan = plan_text("outline: [A]\n").replace("  place", f"  co_issuers: {other}\n  place", 1)
    document, _ = compose(read_plan(plan), templates)
    assert document is not None
    assert isinstance(document.blocks[0], Letterhead)
    assert document.blocks[0].bodies == (Body("Sở Công Thương"), Body("Đoàn B", ("Tỉnh đoàn",)))


OUTLINE = """
outline:
  - heading: Mục đích
    items:
      - heading: Yêu cầu
        items:
          - Gạch một
          - text: Gạch hai
            items:
              - Cộng
      - heading: Chỉ tiêu
        items:
          - heading: Tập thể
            items: [A]
          - heading: Cá nhân
            text: Đoạn
      - Văn
  - heading: Đợt
    numbering: decimal
    items:
      - Không số cha
      - text: Sâu
        numbering: decimal
        items: [Con]
  - heading: Dữ kiện
    text: Gồm
    facts: [ldtt, xuat-khau]
  - heading: Không số
    numbering: none
    items:
      - B
      - heading: Chung
        items: [C]
"""


def test_numbering(composed: Composed) -> None:
    document, findings = composed(OUTLINE)
    assert findings == []
    assert words(document) == [
        "# I. Mục đích",
        "## 1. Yêu cầu",
        "- Gạch một.",
        "- Gạch hai:",
        "+ Cộng.",
        "## 2. Chỉ tiêu",
        "### a) Tập thể",
        "- A.",
        "### b) Cá nhân",
        "Đoạn.",
        "3. Văn.",
        "# II. Đợt",
        "1. Không số cha.",
        "2. Sâu:",
        "2.1. Con.",
        "# III. Dữ kiện",
        "Gồm:",
        "1. 90% người lao động đạt danh hiệu Lao động tiên tiến (không tính lãnh đạo Sở).",
        "2. Xuất khẩu đạt 470 triệu USD, tăng 4,44% so với năm 2021.",
        "# IV. Không số",
        "B.",
        "Chung:",
        "- C./.",
    ]


@pytest.mark.parametrize(("prose", "printed"), WORDINGS.items())
def test_wording(composed: Composed, prose: str, printed: str) -> None:
    document, findings = composed(f'outline:\n  - "{prose}"\n  - Hết\n')
    assert findings == []
    assert words(document)[0] == printed + "."


@pytest.mark.parametrize(
    ("fact", "printed"),
    [
        ("pci", "Cải thiện chỉ số PCI."),
        ("dang-ky", "Đăng ký danh hiệu với UBND tỉnh trước ngày 31/3/2022. Không đăng ký thì không xét."),
        ("quy-1", "Báo cáo quý I gửi Sở Nội vụ trước ngày 25/3/2022."),
        ("tong-ket", "Tổng kết phong trào và gửi kết quả về Hội đồng trước ngày 25/12/2022."),
    ],
)
def test_wording_alone(composed: Composed, fact: str, printed: str) -> None:
    document, _ = composed(f"outline:\n  - heading: A\n    facts: [{fact}]\nclosing: [Hết]\n")
    assert words(document)[1] == printed


def test_a_listed_fact_is_in_full_however_often_it_was_mentioned(composed: Composed) -> None:
    body = """outline:
  - "{ngay-dang}; {vi-nguoi-ngheo}; {quy-1}; {nam}."
  - heading: A
    facts: [ngay-dang, vi-nguoi-ngheo, nam, ngay-dang]
  - "{ngay-dang}."
closing: [Hết]
"""
    lines = words(composed(body)[0])
    full = "92 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2022)."
    assert lines[2:] == [
        f"1. {full}",
        "2. Phong trào “Vì người nghèo” giai đoạn 2021-2025 (theo Chỉ thị số 34-CT/TW).",
        "3. Báo cáo năm 2022 kèm bảng điểm gửi Sở Nội vụ chậm nhất ngày 15/12/2022.",
        f"4. {full}",
        "III. Ngày thành lập Đảng.",
        "Hết./.",
    ]


def test_a_receiver_is_named_once_in_a_paragraph(composed: Composed) -> None:
    lines = words(composed('outline: ["{quy-1}; {nam}.", "{quy-1}; {nam}."]\nclosing: [Hết]\n')[0])
    assert [line.count("Sở Nội vụ") for line in lines] == [1, 1, 0]


@pytest.mark.parametrize(
    ("prose", "code", "variant", "phrase"),
    [
        ("Theo {chi-thi-43}", "TD611", "near", "{chi-thi-43}"),
        ("Theo {zzz}", "TD611", "", "{zzz}"),
        ("Theo {ldtt.nope}", "TD613", "", "nope"),
        ("Theo {ldtt.deadline}", "TD613", "", "deadline"),
        ("Theo {the-thao.tentative}", "TD613", "", "tentative"),
        ("Theo {ldtt.quoted}", "TD613", "", "quoted"),
        ("Theo {van-phong.movements}", "TD613", "", "movements"),
        ("Khẩu hiệu {slogan}", "TD611", "empty", "{slogan}"),
        ("{vong}", "TD612", "", None),
    ],
)
def test_references_that_lead_nowhere(
    composed: Composed,
    prose: str,
    code: str,
    variant: str,
    phrase: str | None,
) -> None:
    body = f'outline:\n  - "{prose}"\n'
    document, (finding,) = composed(body)
    assert (finding.code, finding.variant) == (code, variant)
    if phrase:
        line = plan_text(body).split("\n")[finding.span.line - 1]
        assert line[finding.span.column - 1 : finding.span.end_column - 1] == phrase
        assert prose.split(" ")[-1] in words(document)[0]


def test_a_list_of_facts_ends_its_lines_as_a_list(composed: Composed) -> None:
    body = "outline:\n  - text: Gồm\n    facts: [vi-pham, pci]\n    numbering: dash\n  - Hết\n"
    document, _ = composed(body)
    assert words(document)[:3] == ["Gồm:", "- Không vi phạm chính sách;", "- Cải thiện chỉ số PCI."]


def test_an_unknown_fact_in_a_list(composed: Composed) -> None:
    _, (finding,) = composed("outline:\n  - heading: A\n    facts: [khong-co]\n")
    assert (finding.code, finding.values["name"]) == ("TD611", "khong-co")


def test_emphasis_of_the_author(composed: Composed) -> None:
    document, _ = composed('outline:\n  - "**{dot-1.name}:** *nghiêng* 2 * 3 # | @"\n  - Hết\n')
    (first, *_) = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("Đợt I:", True, False),
        (" ", False, False),
        ("nghiêng", False, True),
        (" 2 * 3 # | @.", False, False),
    ]


@pytest.mark.parametrize("text", ["2 * 3 * 4", "a * b", "**", "*", "* x *"])
def test_lone_stars_are_stars(text: str) -> None:
    assert emphasised(text) == text


@given(st.text("*a \n", max_size=40))
@settings(deadline=None, max_examples=300)
def test_stars_pair_as_the_shortest_stretch_that_touches_words(text: str) -> None:
    strong = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", rf"{BOLD}\1{BOLD}", text)
    assert emphasised(text) == re.sub(r"\*(?=\S)(.+?)(?<=\S)\*", rf"{ITALIC}\1{ITALIC}", strong)


def test_many_stars_that_pair_with_none() -> None:
    text = "*a " * 500_000
    assert emphasised(text) == text
    assert BOLD not in emphasised("**a " * 500_000)


def test_the_words_before_a_reference_are_read_in_bounded_pieces(
    composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(text: str) -> str:
        read.append(len(text))
        return sentence_so_far(text)

    monkeypatch.setattr("thidua_cli.document.composing.prose.sentence_so_far", counted)
    composed(f"outline: ['{'{vi-pham.short} ' * 400}']\n")
    assert len(read) >= 400
    assert max(read) <= LONGEST_LEAD


@pytest.mark.parametrize(
    ("kind", "usable"),
    [
        ("bao-cao", True),
        ("to-trinh", True),
        ("quyet-dinh", True),
        ("nghi-quyet", True),
        ("cong-dien", True),
        ("giay-gioi-thieu", False),
        ("thu-cong", False),
        ("la-lung", False),
    ],
)
def test_types_without_a_template_of_their_own(
    read_plan: Callable[[str], Loaded], templates: Templates, kind: str, usable: bool
) -> None:
    plan = plan_text("outline: [A]\n", kind)
    document, findings = compose(read_plan(plan), templates)
    assert (document is not None) == usable
    assert [finding.code for finding in findings] == ([] if usable else ["TD614"])


def test_layout_outside_the_decree(read_plan: Callable[[str], Loaded], templates: Templates) -> None:
    plan = read_plan(plan_text("outline: [A]\n"))
    _, findings = compose(plan, templates, Layout(left=Decimal(25), line=Decimal("1.6")))
    assert [(finding.code, finding.variant, finding.values["value"]) for finding in findings] == [
        ("TD610", "left", "25"),
        ("TD610", "line", "1,6"),
    ]


def test_a_broken_template_gives_a_finding_and_no_document(
    read_plan: Callable[[str], Loaded], tmp_path: Path
) -> None:
    (tmp_path / "su-kien").mkdir()
    (tmp_path / "su-kien" / "vien-dan.j2").write_text("a\n{{ khong_co }}", encoding="utf-8")
    plan = read_plan(plan_text('outline: ["{luat}"]\n'))
    document, (finding,) = compose(plan, open_templates(Folder(tmp_path, "templates")))
    assert document is None
    assert (finding.code, finding.span.line, finding.values["name"]) == ("TD603", 2, "khong_co")


@pytest.mark.parametrize("content", ["", "  \n\n", "\0" * 9, "{# Lời chú #}"])
def test_a_template_without_content_gives_no_document(
    read_plan: Callable[[str], Loaded], tmp_path: Path, content: str
) -> None:
    (tmp_path / "ke-hoach.j2").write_text(content, encoding="utf-8")
    document, (finding,) = compose(
        read_plan(plan_text("outline: [A]\n")), open_templates(Folder(tmp_path, "templates"))
    )
    assert document is None
    assert (finding.code, finding.span.path) == ("TD616", "templates/ke-hoach.j2")


@pytest.mark.parametrize("kind", ["a" * 300, "su-kien/dot", "phan/noi-dung"])
def test_a_type_is_the_name_of_a_template_of_documents(
    read_plan: Callable[[str], Loaded], templates: Templates, kind: str
) -> None:
    loaded = read_plan(plan_text("outline: [A]\n").replace("type: ke-hoach", f"type: {kind}", 1))
    assert loaded.plan.document.type == kind
    document, findings = compose(loaded, templates)
    assert document is None
    assert [finding.code for finding in findings] == ["TD614"]


def assignments(tasks: dict[str, str]) -> str:
    listed = [f"  - {{id: {ident}, bodies: [Sở A], task: '{task}'}}\n" for ident, task in tasks.items()]
    return "".join(["assignments:\n", *listed])


@pytest.mark.parametrize(
    ("tasks", "prose"),
    [
        ({f"a{i}": f"{{a{i + 1}}} {{a{i + 1}}}" for i in range(18)} | {"a18": "x"}, "{a0}"),
        ({f"a{i}": f"{{a{i + 1}}}" for i in range(400)} | {"a400": "x"}, "{a0}"),
        ({"a": "{b}" * 300, "b": "x" * 1_000_000}, "{a}"),
        ({"b": "x" * 1_000_000}, "{b}" * 300),
        ({"b": "x" * 1_000_000}, "{b.task}" * 1500),
    ],
    ids=["exponential", "deep", "inner", "outer", "attribute"],
)
def test_a_plan_that_grows_past_every_bound_is_told_so(
    read_plan: Callable[[str], Loaded], templates: Templates, tasks: dict[str, str], prose: str
) -> None:
    text = FACTS.partition("assignments:")[0] + assignments(tasks) + f"outline: ['{prose}']\n"
    document, (finding,) = compose(read_plan(text), templates)
    assert document is None
    assert (finding.code, finding.variant, finding.span.path) == ("TD605", "plan", "plan.yaml")


def test_a_template_of_nothing_but_mistakes_is_told_of_them(
    read_plan: Callable[[str], Loaded], tmp_path: Path
) -> None:
    (tmp_path / "ke-hoach.j2").write_text("@nothere x", encoding="utf-8")
    document, findings = compose(
        read_plan(plan_text("outline: [A]\n")), open_templates(Folder(tmp_path, "templates"))
    )
    assert document is None
    assert [finding.code for finding in findings] == ["TD608"]


def test_lines_that_are_no_markup(read_plan: Callable[[str], Loaded], tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.j2").write_text("Đoạn\n@recipent A\n#### B\n", encoding="utf-8")
    plan = read_plan(plan_text("outline: [A]\n"))
    document, findings = compose(plan, open_templates(Folder(tmp_path, "templates")))
    assert document is not None
    assert [(finding.code, finding.span.line) for finding in findings] == [("TD608", 2), ("TD609", 1)]


ANY = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="{}"), min_size=1, max_size=40
)


@given(st.text(alphabet="{}*#@|-+\\ abổ.", min_size=1, max_size=30) | ANY)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_prose_is_printed(templates: Templates, prose: str) -> None:
    quoted = "'" + prose.replace("'", "''") + "'"
    body = f"outline:\n  - text: {quoted}\n    items: [x]\n"
    loaded, _ = load_plan(SourceText("plan.yaml", plan_text(body)))
    if loaded is None or not (loaded.plan.outline[0].text or "").strip():
        return
    document, _ = compose(loaded, templates)
    assert document is not None
    printed = words(document)[0]
    plainly = (loaded.plan.outline[0].text or "").replace("*", "")
    assert " ".join(plainly.split()).casefold() in " ".join(printed.replace("*", "").split()).casefold()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_the_campaigns(path: Path, templates: Templates) -> None:
    """The five campaigns become documents, twice with the same bytes, and no reference is left unfilled."""
    source, _ = read_source(path, path.name)
    assert source is not None
    loaded, findings = load_plan(source)
    assert loaded is not None, findings
    document, findings = compose(loaded, templates)
    assert findings == []
    assert document is not None
    data = write_docx(document)
    again, _ = compose(loaded, templates)
    assert again is not None
    assert write_docx(again) == data
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    assert text.rstrip().endswith("./.")
    assert not any(mark in text for mark in "{}\x02\x03*")
    assert "  " not in text
    assert " ," not in text

"""Decisions and what they issue: chapters, articles, clauses, points; tables between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.blocks import Article, Division, Heading, Paragraph, Table, plain
from thidua_cli.document.components import Appendix, Closing, Enclosure, Title, Turn
from thidua_cli.document.composing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.loading import Loaded

    Made = Callable[..., tuple[Document, list[Finding]]]

TABLE = {"id": "bang", "caption": "Bảng", "columns": ["A"], "rows": [["x"]]}


@pytest.fixture
def made(read_plan: Callable[[str], Loaded], templates: Templates) -> Made:
    def make(kind: str, outline: list[Any], **more: Any) -> tuple[Document, list[Finding]]:
        plan = {
            "thidua": 1,
            "document": {
                "type": kind,
                "issuer": {"name": "Sở Nội vụ", "symbol": "SNV"},
                "number": "7",
                "date": "2026-01-05",
                "subject": "Về việc khen thưởng",
                "signature": {"title": "Giám đốc"},
            },
            "period": 2026,
            "outline": outline,
            **more,
        }
        document, findings = compose(read_plan(json.dumps(plan, ensure_ascii=False)), templates)
        assert document is not None
        return document, findings

    return make


def shape(document: Document) -> list[str]:
    """Articles, divisions, headings, paragraphs and tables of a document, each as one short text."""
    made: list[str] = []
    for block in document.blocks:
        match block:
            case Article(number, runs, titled):
                made.append(f"{number} {'*' * titled}{plain(runs)}")
            case Division(number, title, level):
                made.append(f"{level}: {number} {title}")
            case Heading(level, runs):
                made.append(f"{'#' * level} {plain(runs)}")
            case Paragraph(runs):
                made.append(plain(runs))
            case Table():
                made.append("[bảng]")
            case Turn(landscape):
                made.append("[ngang]" if landscape else "[dọc]")
            case Enclosure() | Appendix():
                made.append("---")
    return made


def test_a_single_item_bears_no_number_unless_the_author_wants_one(made: Made) -> None:
    outline = [
        {"heading": "Một", "items": ["a"]},
        {"heading": "Hai", "items": [{"text": "a", "items": ["b", "c"]}]},  # bullets are left out
        {"heading": "Ba", "numbering": "arabic", "items": ["a"]},
        {"heading": "Bốn", "items": [{"heading": "a", "text": "b"}]},
        {"heading": "Năm", "items": ["a", "b"]},
    ]
    assert shape(made("ke-hoach", outline)[0]) == [
        *("# I. Một", "a."),
        *("# II. Hai", "a:"),
        *("# III. Ba", "1. a."),
        *("# IV. Bốn", "## 1. a", "b."),
        *("# V. Năm", "1. a.", "2. b./."),
    ]
    decision = [{"text": "Giao", "items": ["a"]}, "Thi hành."]
    assert shape(made("quyet-dinh", decision)[0]) == ["Điều 1. Giao:", "a.", "Điều 2. Thi hành./."]


def test_articles_of_a_decision(made: Made) -> None:
    outline = [
        "Khen.",
        {"text": "Giao", "items": ["Văn phòng:", {"text": "Phòng", "items": ["a", "b"]}]},
        "Thi hành.",
    ]
    document, findings = made("quyet-dinh", outline)
    assert findings == []
    assert shape(document) == [
        "Điều 1. Khen.",
        "Điều 2. Giao:",
        "1. Văn phòng:",
        "2. Phòng:",
        "a) a.",
        "b) b.",
        "Điều 3. Thi hành./.",
    ]
    closing = next(block for block in document.blocks if isinstance(block, Closing))
    assert closing.recipients.names == ("Như Điều 3",)


def test_articles_go_on_through_the_chapters(made: Made) -> None:
    article = {"heading": "Phạm vi", "text": "Quy chế này."}
    outline = [{"heading": "Chung", "items": [article, article]}, {"heading": "Riêng", "items": [article]}]
    document, _ = made("quy-che", outline, numbering="chapter")
    assert shape(document) == [
        "chuong: Chương I Chung",
        "Điều 1. *Phạm vi",
        "Quy chế này.",
        "Điều 2. *Phạm vi",
        "Quy chế này.",
        "chuong: Chương II Riêng",
        "Điều 3. *Phạm vi",
        "Quy chế này./.",
    ]


def test_sections_are_counted_anew_in_each_chapter(made: Made) -> None:
    section = {"heading": "Mục con", "items": [{"heading": "Điều"}]}
    chapter = {"heading": "Chương", "numbering": "section", "items": [section]}
    document, _ = made("quy-che", [{"heading": "Phần", "items": [chapter, chapter]}], numbering="part")
    assert shape(document) == [
        *("phan: Phần I Phần", "chuong: Chương I Chương", "muc: Mục 1 Mục con", "Điều 1. *Điều"),
        *("chuong: Chương II Chương", "muc: Mục 1 Mục con", "Điều 2. *Điều./."),
    ]


def test_a_block_without_words_bears_no_number(made: Made) -> None:
    outline = [{"numbering": "chapter", "items": [{"heading": "Chung", "items": ["A."]}]}, "B."]
    assert shape(made("quyet-dinh", outline)[0]) == ["chuong: Chương I Chung", "Điều 1. A.", "Điều 2. B./."]


def test_what_a_decision_issues_counts_its_own_articles(made: Made) -> None:
    enclosure = {"id": "quy-che", "type": "quy-che", "subject": "Thi đua của Sở", "outline": ["Một.", "Hai."]}
    document, findings = made("quyet-dinh", ["Ban hành {quy-che}.", "Thi hành."], enclosures=[enclosure])
    assert findings == []
    assert shape(document) == [
        "Điều 1. Ban hành Quy chế thi đua của Sở.",
        "Điều 2. Thi hành./.",
        "---",
        "Điều 1. Một.",
        "Điều 2. Hai./.",
    ]
    titles = [block for block in document.blocks if isinstance(block, Title)]
    assert (
        titles[1].attached
        == "(Kèm theo Quyết định số 07/QĐ-SNV ngày 05 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)"
    )


@pytest.mark.parametrize(
    ("text", "printed", "codes"),
    [
        ("Điều 1. Khen thưởng.", "Điều 1. Khen thưởng.", []),
        ("ĐIỀU 1: Khen thưởng.", "Điều 1. Khen thưởng.", []),
        ("Điều 2. Khen thưởng.", "Điều 1. Điều 2. Khen thưởng.", ["TD615"]),
        ("Điều khoản thi hành.", "Điều 1. Điều khoản thi hành.", []),
    ],
)
def test_numbers_typed_before_articles(made: Made, text: str, printed: str, codes: list[str]) -> None:
    document, findings = made("quyet-dinh", [text, "Hết."])
    assert shape(document)[0] == printed
    assert [finding.code for finding in findings] == codes


def test_a_table_stands_between_words_and_bears_no_number(made: Made) -> None:
    outline = [{"heading": "A", "text": "Như sau", "table": "bang"}, {"table": "bang"}, {"heading": "B"}]
    document, findings = made("bao-cao", outline, tables=[TABLE])
    assert findings == []
    assert shape(document) == ["# I. A", "Như sau:", "[bảng]", "[bảng]", "# II. B"]


def test_a_wide_table_turns_the_page_unless_it_lies_already(made: Made) -> None:
    wide = [TABLE | {"landscape": True}]
    document, _ = made("bao-cao", [{"text": "A", "table": "bang"}, "B"], tables=wide)
    assert shape(document) == ["A:", "[ngang]", "[bảng]", "[dọc]", "B./."]
    appendix = {"id": "pl", "title": "Bảng", "landscape": True, "outline": [{"table": "bang"}]}
    document, _ = made("bao-cao", ["Theo {pl}."], tables=wide, appendices=[appendix])
    assert shape(document) == ["Theo Phụ lục./.", "---", "[bảng]"]


def test_what_the_text_says_of_a_table(made: Made) -> None:
    table = TABLE | {"columns": ["A", {"name": "B", "total": True}], "rows": [["x", "1,5"], ["y", "2"]]}
    document, findings = made(
        "bao-cao", ["{bang.count} dòng, cộng {bang.total}; {bang}.", {"table": "bang"}], tables=[table]
    )
    assert findings == []
    assert shape(document)[0] == "02 dòng, cộng 3,5; Bảng."
    _, findings = made("bao-cao", ["{bang.total}.", {"table": "bang"}], tables=[TABLE])
    assert [finding.code for finding in findings] == ["TD613"]


def test_cells_are_text_whatever_they_hold(made: Made) -> None:
    cells = ["a|b", "**x**", "=1+1", "# y", "[[z]]", "@to"]
    table = TABLE | {"columns": list("ABCDEF"), "rows": [cells], "numbered": False}
    document, findings = made("bao-cao", [{"table": "bang"}], tables=[table])
    assert findings == []
    (block,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in block.rows[0]] == cells
    assert not block.totals
    assert not block.bands


def test_a_table_that_does_not_exist_is_told_of(made: Made) -> None:
    _, findings = made("bao-cao", ["A.", {"table": "bangg"}], tables=[TABLE])
    assert [(finding.code, finding.variant, finding.values["near"]) for finding in findings] == [
        ("TD611", "near", "bang")
    ]

"""Comments of Word that switch rules off: where they hold, and what is said of those that do not."""

from __future__ import annotations

import pytest
from changes import BODY, Change, Node, both, edit, looks, paragraphs
from lxml import etree
from official_documents import plan
from page_changes import with_part
from word_files import DECLARED, XML, p, r, word_file

from thidua_cli.conformance.examination import examine
from thidua_cli.document.ooxml.names import W
from thidua_cli.findings.catalogue import expected_of

PART = "word/comments.xml"
WRONG = both(looks("Nation", sz=32), looks("Motto", i=1), looks("BodyText", "b)", i=1))(plan())


def commented(text: str, style: str = "Nation") -> Change:
    """A comment on the first paragraph of a style."""

    def change(root: Node) -> None:
        mark = etree.Element(f"{W}commentRangeStart")
        mark.set(f"{W}id", "7")
        paragraphs(root, style)[0].insert(1, mark)

    return both(edit(change, BODY), lambda docx: with_part(docx, PART, "comments", comments(text)))


def comments(text: str) -> str:
    """The part of comments with one of a text."""
    body = "".join(p(r(line)) for line in text.split("\n"))
    return f'{XML}<w:comments {DECLARED}><w:comment w:id="7" w:author="a">{body}</w:comment></w:comments>'


def told(docx: bytes, *, house: bool = False) -> list[tuple[str, str]]:
    return [(each.code, each.variant) for each in examine(docx, "a.docx", house=house)[1]]


def test_the_document_without_comments() -> None:
    assert told(WRONG) == [("TD728", "size"), ("TD729", "upright"), ("TD764", "upright")]


@pytest.mark.parametrize(
    ("comment", "style", "left"),
    [
        ("thidua: ignore[TD728] theo mẫu của Bộ", "Nation", ["TD729", "TD764"]),
        ("  thidua:ignore[quoc-hieu]  theo mẫu của Bộ ", "Nation", ["TD729", "TD764"]),
        ("Thidua: ignore[TD728] theo mẫu của Bộ", "Nation", ["TD729", "TD764"]),
        ("thidua: ignore[TD729] theo mẫu của Bộ", "Motto", ["TD728", "TD764"]),
        ("Đã trình.\nthidua: ignore[TD729] theo mẫu", "Motto", ["TD728", "TD764"]),
        ("thidua: file-ignore[TD728, TD764] theo mẫu của Bộ", "BodyText", ["TD729"]),
        ("thidua: ignore[TD728] theo mẫu", "Motto", ["TD728", "TD729", "TD764", "TD901"]),
        ("thidua: ignore[TD797] canh bằng dấu cách", "Nation", ["TD728", "TD729", "TD764"]),
        ("thidua: file-ignore[TD718] lề theo máy in", "Nation", ["TD728", "TD729", "TD764", "TD901"]),
        ("thidua: ignore[TD728]", "Nation", ["TD728", "TD729", "TD764", "TD903"]),
        ("thidua: ignore[TD999] vì", "Nation", ["TD728", "TD729", "TD764", "TD902"]),
        ("thidua: ignore[TD201] vì", "Nation", ["TD728", "TD729", "TD764", "TD904"]),
        ("thidua: ignore[TD701] vì", "Nation", ["TD728", "TD729", "TD764", "TD904"]),
        ("thidua: bỏ qua", "Nation", ["TD728", "TD729", "TD764", "TD905"]),
        ("thidua: ignore TD728 vì", "Nation", ["TD728", "TD729", "TD764", "TD905"]),
        ("nhờ xem lại", "Nation", ["TD728", "TD729", "TD764", "TD792"]),
    ],
)
def test_what_a_comment_covers(comment: str, style: str, left: list[str]) -> None:
    assert sorted(code for code, _ in told(commented(comment, style)(WRONG))) == left


def test_an_instruction_on_a_custom_has_something_to_do_only_when_customs_are_told() -> None:
    docx = commented("thidua: ignore[TD797] canh bằng dấu cách")(WRONG)
    assert ("TD901", "") in told(docx, house=True)


@pytest.mark.parametrize(
    ("comment", "code", "expected"),
    [
        ("thidua: file-ignore[TD728]", "TD903", "thidua: file-ignore[TD728] lý do bỏ qua"),
        (
            "thidua: ignore",
            "TD905",
            "thidua: ignore[TD733] lý do, hoặc thidua: file-ignore[TD733] lý do",
        ),
    ],
)
def test_it_is_told_how_to_write_it_in_word(comment: str, code: str, expected: str) -> None:
    _, findings = examine(commented(comment)(WRONG), "a.docx")
    assert [expected_of(each, "vi") for each in findings if each.code == code] == [expected]


def test_the_verdict_stays() -> None:
    examined, _ = examine(commented("thidua: ignore[TD728] theo mẫu")(WRONG), "a.docx")
    assert examined is not None
    assert {each.rule for each in examined.checked.verdicts if each.ruling == "khong-dat"} >= {"TD728"}
    assert "TD728" not in {breach.check.code for breach in examined.checked.breaches}


def test_in_a_document_outside_the_decree_nothing_is_said_of_them() -> None:
    docx = word_file(p('<w:commentRangeStart w:id="7"/>' + r("Xin chào")))
    docx = with_part(docx, PART, "comments", comments("thidua: ignore[TD728] vì"))
    assert [code for code, _ in told(docx)] == ["TD715"]

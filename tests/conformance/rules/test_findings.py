"""One finding for one cause: where it first shows, some other places, the words, the clause."""

from __future__ import annotations

from datetime import date

import pytest
from changes import Change, both, in_style, insert_before, looks, reword
from official_documents import BASES
from word_files import mutated, p, r

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.conformance.rules.profile import profile
from thidua_cli.findings.catalogue import expected_of, message_of
from thidua_cli.findings.finding import Basis, Finding, Severity

TEXT = '<w:pStyle w:val="BodyText"/>'
FONT_EVERYWHERE: Change = lambda docx: mutated(  # noqa: E731 - a change like the others
    docx, "word/styles.xml", lambda text: text.replace("Times New Roman", "Calibri")
)


def told(base: str, change: Change) -> list[Finding]:
    word, findings = word_file_of(change(BASES[base]()), "thư mục/a.docx")
    assert word is not None, findings
    return judge(word).checked.findings


def test_a_font_everywhere_is_one_finding() -> None:
    [finding] = told("plan", FONT_EVERYWHERE)
    assert len(finding.related) == profile().most_places - 1
    assert "chỗ" in message_of(finding, "vi")
    assert "places" in message_of(finding, "en")


def test_two_fonts_are_two_findings() -> None:
    arial = in_style("Motto", "rPr", "rFonts", ascii="Arial", hAnsi="Arial")
    found = told("plan", both(FONT_EVERYWHERE, arial))
    assert [each.values["actual"] for each in found] == ["Calibri", "Arial"]


def test_beyond_the_most_it_is_told_how_many_more() -> None:
    most = profile().most_findings
    fonts = [
        p(r(f"Nội dung {n}.", f'<w:rFonts w:ascii="F{n}" w:hAnsi="F{n}"/>'), TEXT) for n in range(most + 5)
    ]
    found = told("letter", both(*(insert_before("BodyText", font) for font in fonts)))
    assert len(found) == most + 1
    last = found[-1]
    assert (last.code, last.variant, last.severity) == ("TD719", "", Severity.ERROR)
    assert message_of(last, "vi") == "Còn 5 phát hiện nữa của quy tắc này, không nêu từng phát hiện"
    assert message_of(last, "en").startswith("5 more findings")
    assert last.span.place == "thư mục/a.docx"


def test_the_words_that_deviate_are_named() -> None:
    [finding] = told("plan", looks("Motto", b=0))
    assert message_of(finding, "vi") == "Tiêu ngữ không in đậm"
    run = '</w:t></w:r><w:r>{}<w:t xml:space="preserve">{}'
    light = run.format('<w:rPr><w:b w:val="0"/></w:rPr>', "Tự do") + run.format("", "")
    [finding] = told("plan", reword("Tự do", light))
    assert message_of(finding, "vi") == "Tiêu ngữ không in đậm ở chữ “Tự do”"


def test_place_excerpt_basis_and_expected() -> None:
    [finding] = told("plan", looks("Number", sz=28))
    assert finding.span.place == "thư mục/a.docx:body:t1.r2.c1.p1"
    assert finding.excerpt == ("Số: 05/KH-SCT",)
    clause = "Phụ lục I, Phần I, Mục II, khoản 3, điểm c"
    assert finding.basis == (Basis("Nghị định 30/2020/NĐ-CP", clause, date(2020, 3, 5)),)
    assert message_of(finding, "vi") == "Số, ký hiệu dùng cỡ chữ 14"
    assert expected_of(finding, "vi") == "cỡ chữ 13"
    assert expected_of(finding, "en") == "13 pt"


# The law; a line recognised with a guess; an organisation that applies the decree as fits it; the samples.
WEIGHTS: dict[str, tuple[str, Change, Severity]] = {
    "law": ("plan", looks("Nation", b=0), Severity.ERROR),
    "a guess": ("plan", looks("Parent", b=1), Severity.WARNING),
    "a union": (
        "plan",
        both(looks("Nation", b=0), reword("SỞ CÔNG THƯƠNG", "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM")),
        Severity.WARNING,
    ),
    "a sample": ("decision", looks("Enactment", b=0), Severity.INFO),
    "good practice": ("letter", looks("BodyText", highlight="yellow"), Severity.INFO),
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_severity(name: str) -> None:
    base, change, severity = WEIGHTS[name]
    assert {each.severity for each in told(base, change) if not each.code.startswith("TD734")} == {severity}


def test_lengths_are_in_units_that_people_read() -> None:
    def narrow(docx: bytes) -> bytes:
        return mutated(docx, "word/document.xml", lambda text: text.replace('w:left="1701"', 'w:left="1417"'))

    [finding] = told("letter", narrow)
    assert message_of(finding, "vi") == "Lề trái 25 mm"
    assert expected_of(finding, "vi") == "từ 30 đến 35 mm"

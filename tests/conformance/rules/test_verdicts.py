"""What a rule says of a document: never a pass for what was not looked at."""

from __future__ import annotations

import pytest
from changes import BODY, Change, Node, W, both, drop, edit, looks, put, reword
from lawful_variants.head import by_tabs, one_row
from official_documents import BASES
from word_files import mutated, replaced
from written_lines import rows, word_file, written

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.model.anatomy import Anatomy, Kind
from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.conformance.rules.case import Case
from thidua_cli.conformance.rules.check import Checked, check
from thidua_cli.conformance.rules.profile import Tier, profile
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.verdict import Ruling

MANUAL = {one.code for one in profile().checks() if one.tier is Tier.MANUAL}
CUSTOMS = {one.code for one in profile().checks() if one.tier in (Tier.HOUSE, Tier.HYGIENE)}


def judged(base: str, change: Change | None = None) -> Checked:
    docx = BASES[base]()
    word, findings = word_file_of(change(docx) if change else docx, "a.docx")
    assert word is not None, findings
    return judge(word).checked


def ruling(checked: Checked, code: str) -> Ruling:
    return next(verdict.ruling for verdict in checked.verdicts if verdict.rule == code)


def test_every_rule_is_answered() -> None:
    verdicts = judged("plan").verdicts
    assert {verdict.rule for verdict in verdicts} == set(profile().rules) - CUSTOMS
    assert {verdict.rule for verdict in verdicts if verdict.ruling is Ruling.UNDECIDED} == MANUAL
    assert all(reason_of(verdict, lang) for verdict in verdicts for lang in ("vi", "en"))


def sunk(root: Node) -> None:
    """Text at the bottom of every cell."""
    for own in root.iter(f"{W}tcPr"):
        put(own, "vAlign", val="bottom")


# What is there and fine; wrong; not there and needed; not there and not needed; blank in a draft.
RULINGS: dict[str, tuple[str, Change | None, str, Ruling]] = {
    "fine": ("plan", None, "TD728", Ruling.PASS),
    "wrong": ("plan", looks("Nation", b=0), "TD728", Ruling.FAIL),
    "not found": ("plan", drop("Nation"), "TD728", Ruling.UNDECIDED),
    "not needed": ("decision", None, "TD777", Ruling.NOT_IN_FORCE),
    "no recipients at all": (
        "plan",
        both(drop("RecipientsLabel"), drop("RecipientsList", which=None)),
        "TD771",
        Ruling.UNDECIDED,
    ),
    "no name of a signer": ("plan", reword("Nguyễn Văn Bình", ""), "TD770", Ruling.UNDECIDED),
    "the type by the symbol": ("plan", drop("TypeName"), "TD742", Ruling.UNDECIDED),
    "head in one row, text at the bottom": (
        "plan",
        both(edit(one_row), edit(sunk)),
        "TD741",
        Ruling.UNDECIDED,
    ),
    "head in one row": ("plan", edit(one_row), "TD741", Ruling.PASS),
    "names by tabs": ("plan", by_tabs, "TD730", Ruling.UNDECIDED),
    "not of this type": ("plan", None, "TD746", Ruling.NOT_IN_FORCE),
    "left blank": ("plan", reword("Số: 05/", "Số:      /"), "TD737", Ruling.UNDECIDED),
    "one appendix, no number": ("letter", None, "TD782", Ruling.NOT_IN_FORCE),
    "level with several": ("plan", None, "TD775", Ruling.PASS),
}


@pytest.mark.parametrize("name", RULINGS)
def test_ruling(name: str) -> None:
    base, change, code, expected = RULINGS[name]
    assert ruling(judged(base, change), code) is expected


def garbled(part: str) -> Change:
    """A part that cannot be read."""
    return lambda docx: mutated(docx, part, lambda text: text[: len(text) // 2])


def with_embedded_text(docx: bytes) -> bytes:
    """The text of the document in a file of its own that is embedded."""
    docx = drop("BodyText", which=None)(docx)
    return replaced(docx, BODY, "<w:body>", '<w:body><w:altChunk r:id="own"/>')


# What was not read may hold what was not found: neither missing nor "no such component", never a pass.
UNREAD: dict[str, tuple[str, Change, tuple[str, ...]]] = {
    "a header": ("plan", garbled("word/header1.xml"), ("TD719", "TD720", "TD721", "TD722", "TD723")),
    "embedded text": ("letter", with_embedded_text, ("TD719", "TD754", "TD755", "TD757", "TD763", "TD766")),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_was_not_read_is_not_judged(name: str) -> None:
    base, change, codes = UNREAD[name]
    checked = judged(base, change)
    assert {code: ruling(checked, code) for code in codes} == dict.fromkeys(codes, Ruling.UNDECIDED)
    assert {finding.code for finding in checked.findings}.isdisjoint({"TD721", "TD726", "TD749"})


def test_a_document_is_not_judged_by_good_practice() -> None:
    checked = judged("letter", reword("thi đua", "[bổ sung nội dung]"))
    assert [finding.code for finding in checked.findings] == ["TD793"]
    assert {verdict.rule for verdict in checked.verdicts}.isdisjoint(CUSTOMS)
    assert Ruling.FAIL not in {verdict.ruling for verdict in checked.verdicts}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ADMINISTRATIVE])
def test_outside_the_decree(kind: Kind) -> None:
    checked = check(Case(WordFile("a.docx", (), ()), Anatomy((), kind, "ĐẢNG CỘNG SẢN VIỆT NAM"), profile()))
    assert [(finding.code, finding.variant) for finding in checked.findings] == [("TD715", kind.value)]
    assert {verdict.ruling for verdict in checked.verdicts} == {Ruling.NOT_IN_FORCE}
    assert checked.breaches == []


def test_a_document_without_measures_is_not_passed() -> None:
    head = rows((["{c}SỞ NỘI VỤ", "---"], ["{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]))
    lines = written(head, "{cb}KẾ HOẠCH", "Các đơn vị thực hiện./.")
    word = word_file(lines)
    checked = judge(word).checked
    assert ruling(checked, "TD721") is Ruling.UNDECIDED

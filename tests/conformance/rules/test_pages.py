"""Pages as the reader tells them: measures that are none, pictures in any language, frames in the middle."""

from __future__ import annotations

import pytest
from word_files import SECTION, TIMES, WordFileParts, as_read, p, r

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.rules.check import Checked
from thidua_cli.findings.verdict import Ruling

LETTERHEAD = (
    p("SỞ NỘI VỤ"),
    p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    p("Độc lập - Tự do - Hạnh phúc"),
    p("Số: 05/KH-SNV"),
    p("Hà Nam, ngày 05 tháng 3 năm 2026"),
    p("KẾ HOẠCH"),
)
LYING = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
IMAGE = '<v:shape style="width:300pt;height:200pt"><v:imagedata/></v:shape>'


def checked(parts: WordFileParts) -> Checked:
    word = as_read(parts.packed())
    return judge(word).checked


def fired(found: Checked) -> set[str]:
    return {each.code for each in found.findings}


@pytest.mark.parametrize(
    ("old", "new", "undecided", "passed"),
    [
        ('w:w="11906"', 'w:w="abc"', {"TD716", "TD718"}, set()),
        ('w:left="1701"', 'w:left="?"', {"TD718"}, {"TD716"}),
    ],
)
def test_a_measure_that_is_none_decides_nothing(
    old: str, new: str, undecided: set[str], passed: set[str]
) -> None:
    found = checked(WordFileParts().body(*LETTERHEAD).section(SECTION.replace(old, new)))
    rulings = {each.rule: each.ruling for each in found.verdicts if each.rule in {"TD716", "TD718"}}
    assert {rule for rule, ruling in rulings.items() if ruling is Ruling.UNDECIDED} == undecided
    assert {rule for rule, ruling in rulings.items() if ruling is Ruling.PASS} == passed
    assert not fired(found) & {"TD716", "TD718"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f"<w:r><w:pict>{IMAGE}</w:pict></w:r>", False),
        (f"<w:r><w:object>{IMAGE}</w:object></w:r>", False),
        (r("Chữ"), True),
    ],
)
def test_a_picture_lets_a_page_lie(content: str, told: bool) -> None:
    upright = p("", f"{SECTION}")
    found = checked(WordFileParts().body(*LETTERHEAD, upright, p(content)).section(LYING))
    assert ("TD717" in fired(found)) is told


@pytest.mark.parametrize(("where", "told"), [("center", False), ("right", True)])
def test_a_page_number_in_a_frame(where: str, told: bool) -> None:
    """The frame of Word's own page numbers is as wide as somebody drew it."""
    number = (
        f'<w:pPr><w:framePr w:w="400" w:xAlign="{where}"/></w:pPr><w:fldSimple w:instr="PAGE">'
        f"{r('2', TIMES)}</w:fldSimple>"
    )
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:titlePg/>'
    parts = WordFileParts().header("h", f"<w:p>{number}</w:p>").body(*LETTERHEAD)
    found = checked(parts.section(SECTION.replace("<w:sectPr>", reference)))
    assert ("TD721" in fired(found)) is told

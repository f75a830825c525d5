"""What a mender answers is gone from the copy; nothing else is told of it, and no word is lost."""

from __future__ import annotations

import io
import zipfile

import pytest
from changes import BODY, STYLES, Wrong, both, drop, in_style, looks, reword
from official_documents import BASES
from page_changes import rule_border, sections
from violations import appendix, closing, letterhead, page, text, title

from thidua_cli.conformance.examination import examine
from thidua_cli.conformance.mending.mend import Mended, mend
from thidua_cli.conformance.mending.registry import MENDERS
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.conformance.rules.profile import profile

DOCUMENTS = {name: make() for name, make in BASES.items()}
CHECKS = {(check.code, check.key): check for check in profile().checks()}
WRONG = [
    *page.VIOLATIONS,
    *page.LEFT_IN_FILE,
    *page.CUSTOMS,
    *letterhead.VIOLATIONS,
    *title.VIOLATIONS,
    *text.VIOLATIONS,
    *closing.VIOLATIONS,
    *appendix.VIOLATIONS,
]
# What only a person can put right, though the mender of the check answers other breaches of it.
BEYOND = {("TD719", "font-legacy"), ("TD737", "signs"), ("TD738", "type-letter")}
MENDABLE = [
    wrong
    for wrong in WRONG
    if CHECKS[wrong.code, wrong.variant.partition("-")[0]].mend and (wrong.code, wrong.variant) not in BEYOND
]
# Menders that put in signs, figures or fixed words; all others leave the words as they are.
REWORDING = {
    name
    for name in MENDERS
    if name.removeprefix("set-")
    in {
        *("text", "ending", "colon", "dash", "date", "number", "number-label", "symbol", "abbreviation"),
        *("article-dot", "capacity-prefix", "first-capital", "end-mark", "compose-text", "lower-case"),
        *("name-case", "drop-comments"),
    }
}
SEVERAL = both(
    reword(letterhead.MOTTO, "Độc lập – Tự do – Hạnh phúc"),
    reword(letterhead.NUMBER, "Số 5/KH-SCT"),
    sections("pgMar", left=1417),
    rule_border("Motto"),
    looks("Nation", sz=32),
    in_style("BodyText", "rPr", "sz", val=22),
    in_style("BodyText", "pPr", "spacing", before=0),
)


def mended(docx: bytes, *, safe: bool = False) -> Mended:
    done, findings = mend(docx, "a.docx", lambda check: check.fix == "safe" or not safe, house=True)
    assert done is not None, findings
    return done


def told(docx: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.variant) for each in examine(docx, "a.docx", house=True)[1]]


def words(docx: bytes) -> list[str]:
    word, _ = word_file_of(docx, "a.docx")
    assert word is not None
    return [line.text for line in word.lines if line.text.strip()]


@pytest.mark.parametrize("wrong", MENDABLE, ids=lambda wrong: f"{wrong.code}-{wrong.variant}-{wrong.base}")
def test_the_breach_is_gone_and_no_other_appears(wrong: Wrong) -> None:
    broken = wrong.change(DOCUMENTS[wrong.base])
    done = mended(broken)
    assert told(done.data) == []
    assert set(done.fixed) == {wrong.code}
    if CHECKS[wrong.code, wrong.variant.partition("-")[0]].mend not in REWORDING:
        assert words(done.data) == words(broken)


def test_every_check_has_a_mender_or_is_left_to_people() -> None:
    for check in CHECKS.values():
        assert (check.mend in MENDERS) is (check.fix in ("safe", "unsafe")), check
    assert {check.mend for check in CHECKS.values()} - {""} == set(MENDERS)


def test_every_mender_is_tried() -> None:
    tried = {CHECKS[wrong.code, wrong.variant.partition("-")[0]].mend for wrong in MENDABLE}
    assert tried == set(MENDERS)


@pytest.mark.parametrize("base", DOCUMENTS)
def test_a_document_in_order_stays_as_it_is(base: str) -> None:
    done = mended(DOCUMENTS[base])
    assert (done.data, done.fixed) == (DOCUMENTS[base], {})


def test_many_breaches_at_once_and_a_second_time_none() -> None:
    broken = SEVERAL(DOCUMENTS["plan"])
    done = mended(broken, safe=True)
    assert told(done.data) == []
    assert set(done.fixed) == {
        "TD718",
        "TD728",
        "TD729",
        "TD730",
        "TD737",
        "TD754",
        "TD757",
        "TD763",
        "TD764",
    }
    assert mended(broken, safe=True) == done
    assert mended(done.data) == (done.data, {})


def test_what_cannot_be_mended_does_not_hinder_the_rest() -> None:
    broken = both(looks("Nation", sz=32), drop("Number"))(DOCUMENTS["plan"])
    done = mended(broken)
    assert done.fixed == {"TD728": 1}
    assert told(done.data) == [("TD726", "missing")]


def test_only_what_is_wanted_is_mended() -> None:
    broken = both(looks("Nation", sz=32), looks("Parent", b=1))(DOCUMENTS["plan"])
    assert mended(broken, safe=True).fixed == {"TD728": 1}


def test_a_look_that_all_have_from_one_style_is_put_right_in_it() -> None:
    broken = in_style("BodyText", "rPr", "sz", val=30)(DOCUMENTS["letter"])
    before, after = parts(broken), parts(mended(broken).data)
    assert {name for name in after if after[name] != before[name]} == {STYLES}


def test_parts_that_are_not_changed_keep_their_bytes() -> None:
    broken = looks("Nation", sz=32)(DOCUMENTS["plan"])
    before, after = parts(broken), parts(mended(broken).data)
    assert list(before) == list(after)
    assert {name for name in after if after[name] != before[name]} == {BODY}


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

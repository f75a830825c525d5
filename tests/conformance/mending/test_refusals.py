"""Files that nobody but their writers may change."""

from __future__ import annotations

import pytest
from changes import insert_before, looks
from official_documents import LONG, plan
from word_files import NAMESPACES, mutated, p, r, replaced, word_file

from thidua_cli.conformance.mending.mend import mend

BROKEN = looks("Nation", sz=32)(plan())
INSERTED = p(f'<w:ins w:id="1" w:author="a">{r(LONG)}</w:ins>', '<w:pStyle w:val="BodyText"/>')
PROTECTED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def strict(docx: bytes) -> bytes:
    return mutated(docx, "word/document.xml", lambda text: text.replace(NAMESPACES["w"], STRICT))


def protected(docx: bytes) -> bytes:
    return mutated(
        docx, "word/settings.xml", lambda text: text.replace("</w:settings>", f"{PROTECTED}</w:settings>")
    )


def damaged(docx: bytes) -> bytes:
    return replaced(docx, "word/header1.xml", "</w:hdr>", "")


@pytest.mark.parametrize(
    ("docx", "variant"),
    [
        (insert_before("BodyText", INSERTED)(BROKEN), "tracked-changes"),
        (protected(BROKEN), "protected"),
        (strict(BROKEN), "strict"),
        (damaged(BROKEN), "unread"),
    ],
    ids=["tracked", "protected", "strict", "damaged"],
)
def test_the_file_is_not_mended(docx: bytes, variant: str) -> None:
    done, findings = mend(docx, "a.docx", lambda _: True)
    assert done is None
    assert [(each.code, each.variant) for each in findings] == [("TD710", variant)]


def test_what_is_no_word_file_says_why() -> None:
    done, findings = mend(b"%PDF-1.7", "a.docx", lambda _: True)
    assert done is None
    assert [each.code for each in findings] == ["TD701"]


def test_a_document_that_the_decree_does_not_speak_of_stays_as_it_is() -> None:
    docx = word_file(p("Xin chào"))
    done, _ = mend(docx, "a.docx", lambda _: True)
    assert done is not None
    assert done.data == docx

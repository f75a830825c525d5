"""Our own documents: every line is what its style says it was written as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from thidua_cli.conformance.model.anatomy import Anatomy, Component, Kind
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.conformance.recognition.anatomy import recognise
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

ROOT = Path(__file__).parents[3]
PLANS = {
    path.parent.name: path
    for folder in ("plans", "docs/vi-du-van-ban")
    for path in sorted((ROOT / folder).glob("*/plan.yaml"))
}
TEMPLATES = open_templates()
C = Component
# What is written in a style; where several are named, its text tells which.
STYLES: dict[str, set[Component]] = {
    "Quốc hiệu": {C.NATION},
    "Tiêu ngữ": {C.MOTTO},
    "Cơ quan chủ quản": {C.PARENT},
    "Cơ quan ban hành": {C.ISSUER},
    "Số, ký hiệu": {C.NUMBER},
    "Địa danh, ngày tháng": {C.PLACE_DATE},
    "Trích yếu công văn": {C.ABOUT},
    "Mức độ khẩn": {C.URGENCY},
    "Tên loại văn bản": {C.TYPE_NAME},
    "Trích yếu nội dung": {C.SUBJECT},
    "Kính gửi": {C.SEND_TO},
    "Nơi kính gửi": {C.ADDRESSEE},
    "Căn cứ": {C.BASIS},
    "heading 1": {C.ROMAN},
    "heading 2": {C.CLAUSE_TITLED},
    "heading 3": {C.ITEM, C.POINT},
    "Thẩm quyền ban hành": {C.AUTHORITY, C.ENACTING},
    "Phần, chương, mục": {C.PART, C.CHAPTER, C.DIVISION, C.SUBDIVISION},
    "Tiêu đề phần, chương, mục": {C.DIVISION_TITLE},
    "Điều có tiêu đề": {C.ARTICLE},
    "Quyền hạn, chức vụ": {C.CAPACITY},
    "Chức vụ khác": {C.OFFICE},
    "Họ và tên": {C.SIGNER},
    "Nơi nhận": {C.RECIPIENTS_LABEL},
    "Danh sách nơi nhận": {C.RECIPIENT},
    "Phụ lục": {C.APPENDIX_NAME},
    "Tên phụ lục": {C.APPENDIX_TITLE},
    "Kèm theo văn bản": {C.ATTACHED_TO},
    "Body Text": {C.BODY, C.CLAUSE, C.POINT, C.ITEM, C.ARTICLE},
    "Địa chỉ cơ quan": {C.ADDRESS},
    "header": {C.PAGE_NUMBER},
}
TABLES = ("Đầu bảng", "Chữ trong bảng", "Số trong bảng")


def rendered(path: Path, size: Literal[13, 14] | None = None) -> Anatomy:
    """The anatomy of the document of a plan."""
    files = PlanFiles(path.parent, ROOT)
    loaded, findings = load_plan(SourceText(path.name, path.read_text("utf-8")), files)
    assert loaded is not None, findings
    document, findings = compose(loaded, TEMPLATES, Layout(size=size) if size else None)
    assert document is not None, findings
    word, findings = word_file_of(write_docx(document), "a.docx")
    assert word is not None, findings
    return recognise(word)


@pytest.mark.parametrize("size", [13, 14])
@pytest.mark.parametrize("name", PLANS)
def test_every_line_is_what_its_style_says(name: str, size: Literal[13, 14]) -> None:
    found = rendered(PLANS[name], size)
    wrong = [
        (each.line.style, each.component.name, each.line.text)
        for each in found.lines
        if each.component not in (C.BLANK, C.RULE)
        and each.component not in (STYLES.get(each.line.style) or {C.TABLE})
    ]
    assert not wrong
    tables = [each for each in found.lines if each.line.style.startswith(TABLES)]
    assert {each.component for each in tables} <= {C.TABLE, C.BLANK}


@pytest.mark.parametrize("name", PLANS)
def test_nothing_of_ours_is_in_doubt(name: str) -> None:
    found = rendered(PLANS[name])
    assert not [(each.component, each.line.text) for each in found.lines if each.sure < 80]
    assert found.kind is (Kind.BEFORE_DECREE if name == "gia-lai-2018" else Kind.ADMINISTRATIVE)


def test_the_whole_of_one_letter() -> None:
    found = rendered(PLANS["ha-nam-2022"])
    assert (found.type, found.draft, found.electronic, found.adapted) == ("cong-van", True, False, "")
    body = [each.component.name for each in found.lines if each.component not in (C.BLANK, C.RULE)]
    assert body == [
        *("PARENT", "ISSUER", "NATION", "MOTTO", "NUMBER", "ABOUT", "PLACE_DATE", "SEND_TO", "BODY"),
        *("ROMAN", *["CLAUSE"] * 8),
        *("ROMAN", "CLAUSE_TITLED", *["BODY"] * 4),
        *("CLAUSE_TITLED", "ITEM", *["BODY"] * 4, "ITEM", *["BODY"] * 3),
        *("ROMAN", "BODY", "CLAUSE", "CLAUSE", "BODY"),
        *("RECIPIENTS_LABEL", *["RECIPIENT"] * 6, "CAPACITY", "SIGNER", "PAGE_NUMBER"),
    ]

"""What is said of a wrong tag names the tag and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.office.package import STORIES
from thidua_cli.findings.catalogue import expected_of, message_of
from thidua_cli.findings.formats import line
from thidua_cli.findings.report import Report
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable

Fill = Callable[..., Any] if TYPE_CHECKING else Any

LISTED = "một bộ lọc, phép thử có trong `thidua render --context`"
NO_NAME = "không ghi tên: tên viết không dấu, không cách"
PLACE = "trong cùng đoạn, cùng ô hoặc cùng bảng"
AS_IT_STANDS = "giống thẻ nhưng không phải thẻ, nên được in nguyên văn"


@pytest.mark.parametrize(
    ("body", "message", "expected"),
    [
        ("{{ trich_yeuu }}", "“trich_yeuu”", "trich_yeu"),
        ("{{ Trích_yếu }}", "“Trích_yếu”", "trich_yeu"),
        ("a {{ trích yếu | upper }}", f"“{{{{ trích yếu | upper }}}}” {NO_NAME}", "{{ trich_yeu }}"),
        ("{{ so ky hieu }}", f"“{{{{ so ky hieu }}}}” {NO_NAME}", "{{ so_ky_hieu }}"),
        ("{{ họ tên }}", NO_NAME, "tên trong `thidua render --context`, ví dụ {{ trich_yeu }}"),
        ("{{ so }}{{ so + }}", "“{{ so + }}” viết sai", "{{ tên }} để điền"),
        ("{{ so }}{% if so = 1 %}{% endif %}", "“{% if so = 1 %}” viết sai", ""),
        ("{% if a %}{% elif so = 1 %}{% endif %}", "“{% elif so = 1 %}” viết sai", ""),
        ("{% set a = %}", "“{% set a = %}” viết sai", ""),
        ("{{ so | uper }}", "“uper”", "upper"),
        ("{{ so | inhoa }}", "“inhoa”", LISTED),
        ("{{ head.zzzz }}", "“zzzz”", "một trong các tên ở chỗ ấy: type, type_name, "),
        ("{% if so %}", "“{% if so %}” chưa có thẻ đóng", f"thẻ đóng {{% endif %}} {PLACE}"),
        ("{% endfor %}", "“{% endfor %}”", f"thẻ mở {{% for … %}} đứng trước, {PLACE}"),
        ("{% else %}", "“{% else %}”", "thẻ mở {% if … %} / {% for … %} đứng trước, "),
    ],
)
def test_errors(fill: Fill, body: str, message: str, expected: str) -> None:
    finding = fill(body).findings[0]
    assert message in message_of(finding, "vi")
    assert expected_of(finding, "vi").startswith(expected)
    for lang in ("vi", "en"):
        assert "{end}" not in expected_of(finding, lang)
        assert "{begin}" not in expected_of(finding, lang)


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("{ { trich_yeu } } a", "{ { trich_yeu } }", "{{ trich_yeu }}"),
        ("{ % if so % }", "{ % if so % }", "{{ tên }}, ngoặc nhọn viết liền"),
        ("a trich_yeu }} b", "a trich_yeu }}", "{{ tên }}, ngoặc nhọn viết liền"),
        ("Về «trich_yeu»", "«trich_yeu»", "{{ trich_yeu }}"),
        ("Về «Trích yếu»", "«Trích yếu»", "{{ trich_yeu }}"),
        ("«ho_va_ten»", "«ho_va_ten»", "{{ tên }}, ngoặc nhọn viết liền"),
        ("a <<so>>", "<<so>>", "{{ so }}"),
        ("${so}", "${so}", "{{ so }}"),
        ("{so}", "{so}", "{{ so }}"),
        ("[[so]]", "[[so]]", "{{ so }}"),
    ],
)
def test_text_that_looks_like_a_tag_is_told_and_printed(
    fill: Fill, text: str, told: str, expected: str
) -> None:
    made = fill(f"{{{{ so }}}}\n{text}\n{text}", header=text)
    assert made.text() == f"07\n{text}\n{text}"
    findings = [one for one in made.findings if one.code == "TD638"]
    assert [message_of(one, "vi") for one in findings[:1]] == [f"“{told}” {AS_IT_STANDS}"]
    assert expected_of(findings[0], "vi") == expected
    assert [one.span.cell for one in findings] == ["body:p2", "header1:p1"]


@pytest.mark.parametrize(
    "text", ["«Thi đua yêu nước»", "a {50} b", "{x; y}", "x < y >> z", "giá $50", "[1]", "{{ so }} {# a #}"]
)
def test_other_signs_are_text(fill: Fill, text: str) -> None:
    assert fill(text).findings == []


def test_lookalikes_are_told_beside_errors(fill: Fill) -> None:
    assert [one.code for one in fill("«trich_yeu»\n{{ zzzz }}").findings] == ["TD638", "TD634"]


def test_a_line_shows_the_text_of_the_paragraph(fill: Fill) -> None:
    made = fill("| Số: {{ so_hieu }} của Sở |")
    (row,) = line.render(Report(None, "", tuple(made.findings)), "vi").splitlines()
    assert row.startswith("templates/ke-hoach.docx: bảng 1, hàng 1, cột 1: lỗi[TD634] ")
    assert row.endswith("– “Số: {{ so_hieu }} của Sở”")


def test_every_kind_of_place_has_its_word(fill: Fill) -> None:
    assert all(label(f"word.{name}", "vi") for name in STORIES.values())
    box = "<w:p><w:r><w:txbxContent><w:p><r>{{ zzzz }}</r></w:p></w:txbxContent></w:r></w:p>"
    made = fill(box, header="{{ aaaa }}")
    rows = line.render(Report(None, "", tuple(made.findings)), "vi").splitlines()
    assert {row.split(": ")[1] for row in rows} == {"khung chữ", "đầu trang"}

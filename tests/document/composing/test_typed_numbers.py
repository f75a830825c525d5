"""Numbers typed before a heading: dropped where they are the generated ones, else kept and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua_cli.document.blocks import Heading, plain
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.composing.typed_numbers import without_typed_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.plan.loading import Loaded


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("I. MỤC ĐÍCH", "I.", ("MỤC ĐÍCH", "")),
        ("I/ Mục đích", "I.", ("Mục đích", "")),
        ("I- Mục đích", "I.", ("Mục đích", "")),
        ("I - Mục đích", "I.", ("Mục đích", "")),
        ("1) Mục đích", "1.", ("Mục đích", "")),
        ("1.2. Mục đích", "1.2.", ("Mục đích", "")),
        ("1.2 Mục đích", "1.2.", ("Mục đích", "")),
        ("đ) Mục đích", "đ)", ("Mục đích", "")),
        ("a. {ldtt}", "a)", ("{ldtt}", "")),
        ("- Mục đích", "-", ("Mục đích", "")),
        ("• Mục đích", "+", ("Mục đích", "")),
        ("II. Mục đích", "I.", ("II. Mục đích", "II.")),
        ("1.1. Mục đích", "1.", ("1.1. Mục đích", "1.1.")),
        ("2. Mục đích", "-", ("2. Mục đích", "2.")),
        ("- Mục đích", "2.", ("- Mục đích", "-")),
        ("I. Mục đích", "", ("I. Mục đích", "")),
        ("1.5 tỷ đồng", "3.", ("1.5 tỷ đồng", "")),
        ("5 - 10 người", "1.", ("5 - 10 người", "")),
        ("30/6 là hạn", "1.", ("30/6 là hạn", "")),
        ("2022. Năm bản lề", "1.", ("2022. Năm bản lề", "")),
        ("V.I. Lênin", "1.", ("V.I. Lênin", "")),
        ("Mục đích", "I.", ("Mục đích", "")),
    ],
)
def test_typed_numbers(text: str, number: str, expected: tuple[str, str]) -> None:
    assert without_typed_number(text, number) == expected


def test_in_a_plan(read_plan: Callable[[str], Loaded], templates: Templates) -> None:
    plan = """thidua: 1
document: {type: ke-hoach, issuer: {name: Sở}, subject: A, signature: {title: Giám đốc}}
period: 2022
outline:
  - heading: I. MỤC ĐÍCH
    items: [1. Phát động, Tổng kết]
  - heading: III. Tổ chức
    items: ["a) Giao Văn phòng", 2. Giao Phòng Kế hoạch]
"""
    document, findings = compose(read_plan(plan), templates)
    assert document is not None
    headings = [plain(block.runs) for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["I. MỤC ĐÍCH", "II. III. Tổ chức"]
    assert [plain(block.runs) for block in document.blocks[3:4]] == ["1. Phát động."]
    found = [(finding.code, finding.span.line, dict(finding.values)) for finding in findings]
    assert found == [
        ("TD615", 7, {"typed": "III.", "number": "II."}),
        ("TD615", 8, {"typed": "a)", "number": "1."}),
    ]

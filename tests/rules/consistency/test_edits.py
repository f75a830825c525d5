from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.rules.consistency.edits import as_scalar
from thidua_cli.source.nodes import plain
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đắk Nông chung tay", "Đắk Nông chung tay"),
        ("Chủ đề: đoàn kết", "'Chủ đề: đoàn kết'"),
        ("- gạch đầu dòng", "'- gạch đầu dòng'"),
        ("Số #1", "'Số #1'"),
        ("'Ba không'", "'''Ba không'''"),
        ("null", "'null'"),
        ("90%", "90%"),
    ],
)
def test_quotes_only_where_needed(text, written):
    assert as_scalar(text) == written


@settings(deadline=None, max_examples=100)
@given(st.text("abc đ:#-'\"{}[],&*!|>%@`?~09", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_reads_back_as_the_same_text(text):
    root, findings = read_yaml(SourceText("x", f"called: {as_scalar(text)}\n"))
    assert root is not None, (text, findings)
    assert plain(root) == {"called": text}

"""Tags: found whatever Word made of their signs, their code as Jinja2 wants it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.document.office.tags import tags_of


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("a {{ so }} b", "value", "so"),
        ("{{so|upper}}", "value", "so|upper"),
        ("{{- so -}}", "value", "so"),
        ("{% if a == “x” %}", "command", 'if a == "x"'),
        ("{{ a | default(‘không’) }}", "value", "a | default('không')"),
        ("{{ a | default(”không”) }}", "value", 'a | default("không")'),
        ("{{ a | default(\"‘b’ – c\") }}", "value", "a | default(\"‘b’ – c\")"),
        ("{{\u00a0a\u00a0–\u00a01 }}", "value", "a - 1"),
        ("{{ a\n\t}}", "value", "a"),
        ("{{ [1][0]… }}", "value", "[1][0]..."),
        ("{# ghi chú #}", "note", "ghi chú"),
        ("{{ so", "open", "{{ so"),
        ("{{ 'x\u0302' }}", "value", "'x\u0302'"),
        ("{{ 'a\u0302' }}", "value", "'â'"),
    ],
)  # fmt: skip
def test_one_tag(text: str, kind: str, code: str) -> None:
    (tag,) = tags_of(text)
    assert (tag.kind, tag.code) == (kind, code)


def test_several_tags_and_their_places() -> None:
    text = "Số: {{ so }}/{{ ky_hieu }} {x} }} {% if a %}"
    assert [text[tag.start : tag.end] for tag in tags_of(text)] == ["{{ so }}", "{{ ky_hieu }}", "{% if a %}"]
    assert tags_of("{x} }} %} { {") == []


@given(st.text(alphabet="{}%#ab '\"“”‘’", max_size=60))
def test_tags_never_overlap(text: str) -> None:
    position = 0
    for tag in tags_of(text):
        assert position <= tag.start < tag.end <= len(text)
        position = tag.end

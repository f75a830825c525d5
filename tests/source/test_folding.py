"""What a scalar reads as, and where each stretch of it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.plan import loading
from thidua_cli.source import nodes
from thidua_cli.source.folding import folded
from thidua_cli.source.nodes import Scalar, node_at, stretch_span
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

STYLES = {
    "plain": "a: {}",
    "single": "a: '{}'",
    "double": 'a: "{}"',
    "literal": "a: |\n  {}\n",
    "folded": "a: >-\n  {}\n",
}
words = st.lists(st.text(alphabet="aếđ5%\u0301\u200b", min_size=1, max_size=5), min_size=1, max_size=8)


def scalar_of(text: str) -> tuple[SourceText, Scalar]:
    source = SourceText("plan.yaml", text)
    root, _ = read_yaml(source)
    assert root is not None
    scalar = node_at(root, ("a",))
    assert isinstance(scalar, Scalar)
    return source, scalar


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("gap", [" ", "   ", "\n  "])
def test_every_stretch_has_its_own_place(style: str, gap: str) -> None:
    source, scalar = scalar_of(
        STYLES[style].format(gap.join(["x", "{a}", "và", "{b}", "và", "{a}", "và", "{b}"]))
    )
    text = scalar.text
    starts = [at for at in range(len(text)) if text.startswith("{", at)]
    written = [at for at in range(len(source.text)) if source.text.startswith("{", at)]
    for at, place in zip(starts, written, strict=True):
        assert stretch_span(source, scalar, text, at, at + 3) == source.span(place, place + 3)


@settings(deadline=None, max_examples=80)
@given(words, st.sampled_from([" ", "  ", "\n  "]), st.sampled_from(sorted(STYLES)))
def test_a_stretch_is_found_where_its_words_are(parts: list[str], gap: str, style: str) -> None:
    source, scalar = scalar_of(STYLES[style].format(gap.join(["x", *parts, "[cuối]"])))
    span = stretch_span(source, scalar, scalar.text, *_of("[cuối]", scalar.text))
    place = source.text.index("[cuối]")
    assert span == source.span(place, place + 6)


def _of(words: str, text: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("raw", "quote", "text"),
    [
        ("\u200b a", "", " a"),
        ("\u0301a", "", "\u0301a"),
        ("e\u0301\u200bx", "", "\u00e9x"),
        ("it''s", "'", "it's"),
        ("\\u00e0 \\n b", '"', "\u00e0 b"),
        ("", "", ""),
    ],
)
def test_folded(raw: str, quote: str, text: str) -> None:
    found = folded(raw, quote)
    assert found.text == text
    assert len(found.starts) == len(found.ends) == len(text)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))


def test_a_text_with_many_findings_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times = []

    def counted(raw: str, quote: str) -> object:
        times.append(len(raw))
        return folded(raw, quote)

    monkeypatch.setattr(nodes, "folded", counted)
    source, scalar = scalar_of("a: x " + " ".join(f"{{zz{number}}}" for number in range(500)))
    loaded = loading.Loaded(None, source, nodes.Mapping([(scalar, scalar)], 0, 1, source))  # type: ignore[arg-type]  # its facts are not asked
    for number in range(500):
        nodes.phrase_span(source, scalar, f"{{zz{number}}}")
        loaded.stretch((scalar.text,), scalar.text, number, number + 1)
    assert len(times) == 1

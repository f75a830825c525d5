"""Every code that the program gives has its words, and every refusal of a table its variant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import entries
from thidua_cli.rosters.reading.notes import NOTES

SOURCE = Path(__file__).parents[1] / "src" / "thidua_cli"
REFUSAL = re.compile(r'refused\(\s*"(TD5\d\d)",\s*"(\w+)"')
CODE = re.compile(r'"(TD\d\d\d)"')
FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("note", sorted(NOTES))
def test_notes(note: str) -> None:
    shown = NOTES[note]
    for lang in ("vi", "en"):
        assert (shown.variant or "default") in entries()[shown.code].words[lang]["messages"]


def test_refusals_and_codes() -> None:
    text = "\n".join(path.read_text("utf-8") for path in FILES)
    used = set(CODE.findall(text))
    assert len(used) > 200
    assert used <= set(entries())
    for code, variant in REFUSAL.findall(text):
        for lang in ("vi", "en"):
            assert variant in entries()[code].words[lang]["messages"], (code, variant)

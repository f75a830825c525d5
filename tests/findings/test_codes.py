"""Every shipped code has its words, whole and alike in both languages."""

from __future__ import annotations

import json
import re
import string
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.findings import finding

CODES: dict[str, Any] = json.loads(Path(finding.__file__).with_name("codes.json").read_text("utf-8"))
PARTS = ("messages", "expected", "related")


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_code(code: str) -> None:
    entry = CODES[code]
    assert re.fullmatch(r"TD\d{3}", code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["name"])
    assert entry["severity"] in {"error", "warning", "info"}
    assert set(entry["example"]) == {"fires", "silent"}
    for words in (entry["vi"], entry["en"]):
        assert words["title"]
        assert words["why"]
        assert words["messages"]


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code: str) -> None:
    vi, en = CODES[code]["vi"], CODES[code]["en"]
    assert set(vi) == set(en)
    for part in PARTS:
        assert set(vi.get(part, {})) == set(en.get(part, {}))
        for variant, template in vi.get(part, {}).items():
            assert places(template) == places(en[part][variant]), (part, variant)


@pytest.mark.parametrize("code", CODES)
def test_texts_are_composed_and_calm(code: str) -> None:
    text = json.dumps(CODES[code], ensure_ascii=False)
    assert text == unicodedata.normalize("NFC", text)
    calm = re.sub(r"#\w+!", "", text)  # the error values of a sheet, such as #REF!
    assert not re.search(r"\w!", calm)


def test_names_are_unique() -> None:
    names = [entry["name"] for entry in CODES.values()]
    assert len(names) == len(set(names))

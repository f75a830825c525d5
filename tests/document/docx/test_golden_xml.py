"""The parts of Word files as golden text: what changes in them is read before it is committed.

`THIDUA_UPDATE_GOLDEN=1 python -m pytest tests/document/docx/test_golden_xml.py` writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from thidua_cli.document.composing.compose import compose
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import read_source

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = Path(__file__).with_name("golden")
EVERY_BLOCK = "every-block"
DOCUMENTS = {
    "ke-hoach": "plans/ha-tinh-2022/plan.yaml",
    "quyet-dinh": "docs/vi-du-van-ban/quyet-dinh-ban-hanh-quy-che/plan.yaml",
    "bien-ban": "docs/vi-du-van-ban/bien-ban-kiem-phieu/plan.yaml",
}
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels")


@pytest.mark.parametrize("name", [EVERY_BLOCK, *DOCUMENTS])
def test_parts_are_those_of_the_golden_file(name: str, opened: Callable[..., Any]) -> None:
    if name == EVERY_BLOCK:
        word = opened((ROOT / "tests/document/data/every-block.txt").read_text("utf-8"))
    else:
        word = opened(_document(ROOT / DOCUMENTS[name]))
    # The styles are the same in every file: once is enough.
    wanted = PARTS if name == EVERY_BLOCK else PARTS[:1]
    written = "".join(f"== {part}\n{_normalised(word.parts[part])}" for part in wanted)
    golden = GOLDEN / f"{name}.xml.txt"
    if os.environ.get("THIDUA_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(written, "utf-8", newline="\n")
    assert written == golden.read_text("utf-8")


def _document(path: Path) -> Any:
    source, _ = read_source(path, path.name)
    assert source is not None
    loaded, _ = load_plan(source, PlanFiles(path.parent, ROOT))
    assert loaded is not None
    document, findings = compose(loaded, open_templates())
    assert findings == []
    return document


def _normalised(part: bytes) -> str:
    """Elements a line each, indented, without namespaces; attributes in order of their names."""
    return "".join(f"{line}\n" for line in _lines(etree.fromstring(part), 0))


def _lines(element: Any, depth: int) -> Iterator[str]:
    attributes = sorted((etree.QName(name).localname, value) for name, value in element.items())
    told = "".join(f' {name}="{value}"' for name, value in attributes)
    text = f" {element.text!r}" if element.text and element.text.strip() else ""
    yield f"{' ' * depth}{etree.QName(element).localname}{told}{text}"
    for child in element:
        yield from _lines(child, depth + 1)

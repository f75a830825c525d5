"""Every example of a document: nothing is wrong with it, and it says what its golden text says.

`THIDUA_UPDATE_GOLDEN=1 python -m pytest tests/docs/test_document_examples.py` writes the texts anew; read the
difference before committing it.
"""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.blocks import Document, Run, Table, plain
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.findings.finding import Severity
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.rules.plan_law import LawFiles
from thidua_cli.rules.validation import validate_source
from thidua_cli.source.text import SourceText, read_source

if TYPE_CHECKING:
    from thidua_cli.document.templating.environment import Templates

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "van-ban.md"
EXAMPLES = sorted((ROOT / "docs" / "vi-du-van-ban").glob("*/plan.yaml"), key=lambda path: path.parent.name)
GOLDEN = Path(__file__).with_name("golden") / "van-ban"
NAMES = [path.parent.name for path in EXAMPLES]


@pytest.fixture(scope="module")
def templates() -> Templates:
    return open_templates()


def source_of(path: Path) -> SourceText:
    source, findings = read_source(path, path.relative_to(ROOT).as_posix())
    assert findings == []
    assert source is not None
    return source


def composed(path: Path, templates: Templates, layout: Layout | None = None) -> Document:
    loaded, shape = load_plan(source_of(path), PlanFiles(path.parent, ROOT))
    assert shape == []
    assert loaded is not None
    document, findings = compose(loaded, templates, layout)
    assert findings == []
    assert document is not None
    return document


def told(value: Any) -> str:
    """A part of a block as text: runs without their emphasis, lists with bars."""
    if isinstance(value, tuple) and value and all(isinstance(one, Run) for one in value):
        return plain(value)
    if isinstance(value, tuple):
        return " | ".join(told(one) for one in value)
    return "" if value is False or value == "" else str(value)


def lines(document: Document) -> str:
    """Every block of a document, one line each but for the rows of tables."""
    made: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            made.append(f"Table {told(block.header)}")
            for place, row in enumerate(block.rows):
                mark = "=" if place in block.totals else "#" if place in block.bands else "-"
                made.append(f"  {mark} {told(row)}")
            continue
        parts = [told(getattr(block, each.name)) for each in fields(block)]
        made.append(" ".join((type(block).__name__, *filter(None, parts))))
    return re.sub("\u00a0", "_", "\n".join(line.rstrip() for line in made)) + "\n"


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_an_example_says_what_it_should(path: Path, templates: Templates) -> None:
    golden, text = GOLDEN / f"{path.parent.name}.txt", lines(composed(path, templates))
    if os.environ.get("THIDUA_UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("size", [13, 14])
@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_an_example_becomes_the_same_file_twice(path: Path, size: Any, templates: Templates) -> None:
    layout = Layout(size=size)
    first, second = (write_docx(composed(path, templates, layout)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
def test_nothing_is_wrong_with_an_example(path: Path) -> None:
    found = validate_source(source_of(path), None, LawFiles(path.parent, ROOT)).findings
    assert [one for one in found if one.severity in (Severity.ERROR, Severity.WARNING)] == []
    # What remains is told of any plan: blanks of a draft, and law that nobody has verified yet.
    assert {one.code for one in found} <= {"TD217", "TD271", "TD310"}


def test_the_page_leads_to_every_example_and_to_nothing_else() -> None:
    linked = re.findall(r"\(vi-du-van-ban/([a-z0-9-]+)/plan\.yaml\)", PAGE.read_text("utf-8"))
    assert sorted(linked) == NAMES

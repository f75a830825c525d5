"""From a template to a document: the end mark, and what is wrong with a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thidua_cli.document.blocks import Article, Block, Bullet, Paragraph, Run, Table, plain
from thidua_cli.document.components import Appendix, Closing, Enclosure, Turn
from thidua_cli.document.composing.filling import fill, with_end_mark
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.loader import Folder


@pytest.mark.parametrize(
    ("text", "ended"), [("Hết.", "Hết./."), ("Hết./.", "Hết./."), ("Hết;", "Hết./."), ("Hết", "Hết./.")]
)
def test_end_mark(text: str, ended: str) -> None:
    (paragraph, _) = with_end_mark((Paragraph((Run(text),)), Closing(())))
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == ended


RUNS = (Run("Lời."),)
TABLE = Table(((Run("A"),),), ())


@pytest.mark.parametrize(
    ("blocks", "ended"),
    [
        ((Paragraph(RUNS), Bullet(1, RUNS), Closing(())), [False, True]),
        ((Article("Điều 1.", RUNS), Closing(())), [True]),
        ((Paragraph(RUNS), Turn(landscape=True), Closing(())), [True]),
        ((Paragraph(RUNS), TABLE, Closing(())), [False]),
        ((Paragraph(RUNS), Closing(()), Appendix("Phụ lục I"), Paragraph(RUNS)), [True, True]),
        ((Closing(()), Appendix("I"), Paragraph(RUNS), Appendix("II"), Paragraph(RUNS)), [True, True]),
        ((Paragraph(RUNS), Closing(()), Enclosure(), Paragraph(RUNS), Paragraph(RUNS)), [True, False, True]),
        ((Paragraph(RUNS),), [False]),
    ],
)
def test_where_a_part_ends(blocks: tuple[Block, ...], ended: list[bool]) -> None:
    made = [block for block in with_end_mark(blocks) if isinstance(block, Paragraph | Bullet | Article)]
    assert [plain(block.runs).endswith("./.") for block in made] == ended


def test_a_template_and_its_values_make_a_document(tmp_path: Path) -> None:
    (tmp_path / "thu.j2").write_text("{{ word }}\n", encoding="utf-8")
    templates = open_templates(Folder(tmp_path, "templates"))
    given = {"title": "Báo cáo", "author": "Sở", "date": date(2026, 1, 5), "layout": Layout()}
    document, findings = fill("thu.j2", {"word": "*Xin* chào"}, templates, **given)
    assert document is not None
    assert (document.title, document.author, document.date, findings) == (*list(given.values())[:3], [])
    assert [plain(block.runs) for block in document.blocks if isinstance(block, Paragraph)] == ["*Xin* chào"]
    nothing, findings = fill("thu.j2", {}, templates, **given)
    assert nothing is None
    assert [finding.code for finding in findings] == ["TD603"]

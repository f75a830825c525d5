"""What the figures are held against, and the inputs both sides read."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

EMPTY_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def main() -> None: ...
app()
"""

BARE_IMPORTS = """
import typer
from ruamel.yaml import YAML
from pydantic import BaseModel
class One(BaseModel):
    name: str
One(name="a")
YAML(typ="safe")
"""

BARE_DOCX = """
import json, sys
from docx import Document
document = Document()
for text in json.load(open(sys.argv[1], encoding="utf-8")):
    document.add_paragraph(text)
document.save(sys.argv[2])
"""

DECIMAL_CSV = """
import csv, sys
from decimal import Decimal
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    table = [[row[0], *map(Decimal, row[1:])] for row in rows]
"""


def write_plans(folder: Path, plan: Path, count: int) -> list[str]:
    """`count` plans that differ in their subject, each in its own folder."""
    text = plan.read_text("utf-8")
    files = []
    for index in range(count):
        path = folder / f"{index:05}" / "plan.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text.replace("năm 2022", f"năm 2022 ({index})", 1), "utf-8")
        files.append(str(path))
    return files


def write_table(folder: Path, units: int, criteria: int) -> tuple[Path, Path]:
    """An illustrative scoring table and the values of every unit, the same on every run."""
    chance = random.Random(2022)  # noqa: S311 - sample data, not a secret
    items = "".join(
        f"  - id: c{index}\n    name: Tiêu chí {index}\n"
        "    kind: proportional\n    max: 2,5\n    target: 100\n"
        for index in range(criteria)
    )
    grades = "grades:\n  - name: Hoàn thành\n    from: 0\n"
    rules = folder / "criteria.yaml"
    rules.write_text(f"thidua: 1\nname: Bảng thử\nmax: 100\ncriteria:\n{items}{grades}", "utf-8")
    table = folder / "units.csv"
    rows = ["don_vi," + ",".join(f"c{index}" for index in range(criteria))]
    rows += [
        f"Đơn vị {unit}," + ",".join(f"{chance.randrange(0, 1200) / 10}" for _ in range(criteria))
        for unit in range(units)
    ]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    return rules, table


def paragraphs_of(thidua: list[str], plan: Path, folder: Path) -> Path:
    """The paragraphs of the rendered plan, for the bare writer to write."""
    from docx import Document

    subprocess.run(
        [*thidua, "render", str(plan), "--docx", "-o", str(folder / "first")], check=True, capture_output=True
    )
    texts = [
        paragraph.text
        for path in sorted((folder / "first").glob("*.docx"))
        for paragraph in Document(str(path)).paragraphs
    ]
    target = folder / "texts.json"
    target.write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    return target

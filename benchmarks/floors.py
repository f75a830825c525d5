"""What the figures are held against, and the inputs both sides read."""

from __future__ import annotations

import json
import random
import subprocess
import zipfile
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
texts = json.load(open(sys.argv[1], encoding="utf-8"))
for _ in range(int(sys.argv[3])):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(sys.argv[2])
"""

BARE_READING = """
import sys
from pathlib import Path
from docx import Document
for path in sorted(Path(sys.argv[1]).glob("*.docx")):
    for paragraph in Document(str(path)).paragraphs:
        for run in paragraph.runs:
            run.text, run.font.size, run.font.bold, run.font.name
"""

COUNTED_CSV = """
import csv, sys
from collections import Counter
counts = Counter()
with open(sys.argv[1], encoding="utf-8", newline="") as stream:
    for row in csv.reader(stream, delimiter=";"):
        counts[row[1], row[2]] += 1
        counts[row[1], row[3]] += 1
print(len(counts))
"""

DECIMAL_CSV = """
import csv, sys
from decimal import Decimal
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    table = [[row[0], *map(Decimal, row[1:])] for row in rows]
"""

BARE_WORKBOOKS = """
import json, sys
from pathlib import Path
from xlsxwriter import Workbook
sheets = json.load(open(sys.argv[1], encoding="utf-8"))
for number in range(int(sys.argv[3])):
    book = Workbook(str(Path(sys.argv[2]) / f"{number}.xlsx"), {"in_memory": True})
    for cells in sheets:
        sheet = book.add_worksheet()
        for row, column, text in cells:
            sheet.write(row, column, text)
    book.close()
"""

BARE_XML = """
import sys, zipfile
from pathlib import Path
from xml.etree import ElementTree
for path in Path(sys.argv[1]).glob("*.xlsx"):
    with zipfile.ZipFile(path) as package:
        there = "xl/sharedStrings.xml" in package.namelist()
        items = ElementTree.fromstring(package.read("xl/sharedStrings.xml")) if there else ()
        shared = ["".join(item.itertext()) for item in items]
        for part in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"):
            sheet = ElementTree.fromstring(package.read(part))
            name = sheet.tag.partition("}")[0] + "}"
            for cell in sheet.iter(name + "c"):
                text = "".join(cell.itertext())
                value = shared[int(text)] if cell.get("t") == "s" else text
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


def write_people(path: Path, count: int) -> Path:
    """A list of people in 200 units, the same on every run."""
    chance = random.Random(2023)  # noqa: S311 - sample data, not a secret
    ratings, titles = ("HTXSNV", "HTTNV", "HTTNV", "HTNV"), ("LĐTT", "LĐTT", "CSTĐCS", "")
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Họ và tên;Đơn vị;Xếp loại;Danh hiệu;Số tháng công tác;Sáng kiến;Kỷ luật\n")
        for number in range(count):
            chosen = f"{chance.choice(ratings)};{chance.choice(titles)};{chance.randrange(4, 13)}"
            stream.write(f"Người {number};Đơn vị {number % 200};{chosen};{chance.choice(('', 'có'))};không\n")
    return path


def run(command: list[str]) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True)


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


def cells_of(form: Path, target: Path) -> Path:
    """The cells of every sheet of a form, for the bare writer to write."""
    from openpyxl import load_workbook  # type: ignore[import-untyped] # it has no types

    sheets = [
        [
            (cell.row - 1, cell.column - 1, cell.value)
            for row in sheet
            for cell in row
            if cell.value is not None
        ]
        for sheet in load_workbook(form)
    ]
    target.write_text(json.dumps(sheets, ensure_ascii=False), "utf-8")
    return target


def write_filled(folder: Path, form: Path, name: str, count: int) -> Path:
    """`count` copies of a form, filled in alike, each of another unit; `name` is the unit of the form."""
    from openpyxl import load_workbook

    book = load_workbook(form)
    sheet = book.worksheets[0]
    for key, role, place in book["_thidua"].iter_rows(min_row=7, values_only=True):
        if role == "value" and isinstance(place, str):
            sheet[place] = 95.5 if key != "c0" else 120
    filled = folder / "filled.xlsx"
    book.save(filled)
    folder = folder / "filled"
    folder.mkdir()
    with zipfile.ZipFile(filled) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    for number in range(count):
        with zipfile.ZipFile(folder / f"{number:05}.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
            for part, content in parts.items():
                package.writestr(part, content.replace(name.encode(), f"{name} {number}".encode()))
    return folder

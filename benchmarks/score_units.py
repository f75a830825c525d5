"""Scoring 10,000 units by 40 criteria, against reading the same CSV into Decimal.

Prints ratios of the medians of interleaved runs; the parts of a run share the machine's mood.
"""

from __future__ import annotations

import csv
import random
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.plan.criteria import Criteria
from thidua_cli.scoring.explain import Step, explain_all
from thidua_cli.scoring.score import score
from thidua_cli.tables.reader import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.scoring.results import Results

UNITS, CRITERIA, RUNS = 10_000, 40, 5
REACH = {"totals and ranks": 8, "with every trace": 25}


def criteria() -> Criteria:
    """A quarter each: proportional up and down, bands and counts."""
    items: list[dict[str, Any]] = []
    for number in range(CRITERIA):
        item = {"id": f"c{number}", "name": f"Tiêu chí {number}", "max": "2,5"}
        kinds: tuple[dict[str, Any], ...] = (
            {"kind": "proportional", "target": str(70 + number)},
            {"kind": "proportional", "target": str(5 + number), "direction": "down"},
            {"kind": "bands", "bands": [{"below": "50", "points": "1"}, {"from": "50", "points": "2,5"}]},
            {"kind": "count", "point": "0,3"},
        )
        items.append(item | kinds[number % 4])
    grades = [{"name": "A", "from": "80"}, {"name": "B", "from": "50"}, {"name": "C", "from": "0"}]
    return Criteria.model_validate({"thidua": "1", "name": "X", "criteria": items, "grades": grades})


def write_units(path: Path) -> None:
    """Measures with two decimals, counts whole; the same file every time."""
    chance = random.Random(2022)  # noqa: S311 # not a secret
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(["don_vi", *(f"c{number}" for number in range(CRITERIA))])
        for unit in range(UNITS):
            measures = (f"{chance.randint(100, 12_000) / 100:.2f}".replace(".", ",") for _ in range(CRITERIA))
            row = [value if n % 4 != 3 else str(chance.randint(0, 12)) for n, value in enumerate(measures)]
            writer.writerow([f"Đơn vị {unit}", *row])


def into_decimals(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, delimiter=";")
        next(reader)
        return len([(row[0], [Decimal(cell.replace(",", ".")) for cell in row[1:]]) for row in reader])


def scored(path: Path, table: Criteria) -> Results:
    units, findings = read_table(path, path.name)
    if units is None or findings:
        raise SystemExit("the table of the benchmark cannot be read")
    results, problems = score(table, units)
    if results is None or problems:
        raise SystemExit("the table of the benchmark cannot be scored")
    return results


def traced(path: Path, table: Criteria, out: Path) -> None:
    with out.open("w", encoding="utf-8") as stream:
        for step in explain_all(scored(path, table)):
            stream.writelines(lines(step))


def lines(step: Step) -> list[str]:
    inner = [f"  {child.cell} {child.label}: {child.formula}\n" for child in step.children]
    return [f"{step.label}: {step.formula}\n", *inner]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    table = criteria()
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "units.csv", Path(folder) / "traces.txt"
        write_units(path)
        works: dict[str, Callable[[], object]] = {
            "reading into Decimal": lambda: into_decimals(path),
            "totals and ranks": lambda: scored(path, table),
            "with every trace": lambda: traced(path, table, out),
        }
        times: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(RUNS):
            for name, work in works.items():
                times[name].append(timed(work))
    base = statistics.median(times["reading into Decimal"])
    sys.stdout.write(f"reading into Decimal: {base:.3f} s\n")
    for name, reach in REACH.items():
        seconds = statistics.median(times[name])
        sys.stdout.write(f"{name}: {seconds:.3f} s, {seconds / base:.1f} x (reach {reach} x)\n")


if __name__ == "__main__":
    main()

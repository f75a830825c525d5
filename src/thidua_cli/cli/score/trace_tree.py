"""One unit, or one criterion of it, opened into its steps: a tree for the terminal or for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.cli.language import first_text, t
from thidua_cli.cli.score.forms import SCHEMA, Told, report_data
from thidua_cli.findings.formats.display import printable
from thidua_cli.scoring.traces.step import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.traces.step import Step
    from thidua_cli.tables.table import Cell


def trace_form(step: Step, name: Cell, row: InputRow, report: Report, form: str) -> Told:
    """A total, or a criterion, of the unit in a row: as a tree, as the same in Markdown, or as JSON.

    The tree leaves out the file in the addresses of those cells that stand in that of the unit's `name`.
    """
    if form == "json":
        import json

        from thidua_cli.scoring.results.trace_json import step_to_json

        data = {"schema": SCHEMA, "trace": step_to_json(step, row), "report": report_data(report)}
        return Told([json.dumps(data, ensure_ascii=False, indent=1) + "\n"])
    tree = "\n".join(_tree(step, row, f"{name.span.path}:", "", "")) + "\n"
    return Told([fenced(tree) if form == "md" else tree])


def fenced(text: str) -> str:
    """Text that Markdown shows letter by letter."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}{fence}\n"


def _tree(step: Step, row: InputRow, home: str, first: str, rest: str) -> Iterator[str]:
    places = ", ".join(place.removeprefix(home) for place in addresses(step, row))
    formula = f": {step.formula}" if step.formula else ""
    yield first + printable(f"{_label(step)}{formula}{f'  [{places}]' if places else ''}")
    for index, child in enumerate(step.children):
        last = index == len(step.children) - 1
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from _tree(child, row, home, rest + branch, rest + below)


def _label(step: Step) -> str:
    """What a step is called: a criterion by its name, what else there is by our words for its kind.

    Where a part of those words is empty, their `short` ones are used.
    """
    key = f"score.step.{step.kind}"
    if not first_text(key):
        return step.label
    label = t(f"score.rounding.{step.label}") if step.kind == "rounding" else step.label
    values = {"label": label, **step.values}
    short = f"{key}.short"
    return t(key if all(values.values()) or not first_text(short) else short, **values)

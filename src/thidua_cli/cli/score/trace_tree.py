"""One unit, or one criterion of it, opened into its steps: a tree for the terminal or for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import first_text, t
from thidua_cli.cli.output.result_forms import Handed
from thidua_cli.cli.score.forms import SCHEMA, report_data
from thidua_cli.findings.formats.display import printable
from thidua_cli.scoring.traces.step import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.traces.step import Step
    from thidua_cli.scoring.what_if import WhatIf
    from thidua_cli.tables.table import Cell

# Phrases that tell what points became.
BECAME = frozenset({"earns", "raised", "no_evidence", "rounded"})


def trace_forms(step: Step, name: Cell, row: InputRow, report: Report, thought: WhatIf | None) -> Handed:
    """A total, or a criterion, of the unit in a row: as a tree, as the same in Markdown, or as JSON.

    The tree leaves out the file in the addresses of those cells that stand in that of the unit's `name`.
    `thought`: what it would be if some cells said something else.
    """

    def page() -> list[str]:
        from thidua_cli.cli.score.moves import told_changes

        opening = [printable(line) for line in told_changes(thought)] + [""] if thought else []
        return ["\n".join([*opening, *_tree(step, row, f"{name.span.path}:", "", "")]) + "\n"]

    def data() -> dict[str, Any]:
        from thidua_cli.cli.score.moves import changes_data
        from thidua_cli.scoring.results.trace_json import step_to_json

        what_if = {"what_if": {"changes": changes_data(thought)}} if thought else {}
        trace = step_to_json(step, row)
        return {"schema": SCHEMA, **what_if, "trace": trace, "report": report_data(report)}

    return Handed(page, data=data, own={"md": lambda: [fenced("".join(page()))]})


def fenced(text: str) -> str:
    """Text that Markdown shows letter by letter."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}{fence}\n"


def _tree(step: Step, row: InputRow, home: str, first: str, rest: str) -> Iterator[str]:
    places = ", ".join(place.removeprefix(home) for place in addresses(step, row))
    formula = _in_words(step) if step.said else step.formula
    told = f"{_label(step)}: {formula}" if formula else _label(step)
    yield first + printable(f"{told}{f'  [{places}]' if places else ''}")
    for index, child in enumerate(step.children):
        last = index == len(step.children) - 1
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from _tree(child, row, home, rest + branch, rest + below)


def _in_words(step: Step) -> str:
    """The phrases of a step: what its figures come under, then what became of the points one by one."""
    phrases = [(phrase.key, t(f"score.said.{phrase.key}", **phrase.values)) for phrase in step.said]
    figures = "; ".join(text for key, text in phrases if key not in BECAME)
    return " → ".join([figures, *(text for key, text in phrases if key in BECAME)])


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

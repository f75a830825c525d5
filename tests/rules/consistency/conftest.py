"""Plans for the checks: a plan without faults, edits of it, and what the checks find."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from ruamel.yaml import YAML

from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.rules.consistency.checks import CHECKS
from thidua_cli.source.nodes import as_data
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span

HERE = Path(__file__).parent
REMOVE = "-"

Data: TypeAlias = "dict[str, Any]"
LoadText: TypeAlias = "Callable[[str], Loaded]"
LoadData: TypeAlias = "Callable[[Data], Loaded]"
Find: TypeAlias = "Callable[[Loaded], list[Finding]]"
Edit: TypeAlias = "Callable[[Mapping[str, Any]], Loaded]"
Written: TypeAlias = "Callable[[Loaded, Span], str]"


def _load_text(text: str) -> Loaded:
    loaded, findings = load_plan(SourceText("plan.yaml", text))
    assert loaded is not None, findings
    assert findings == []
    return loaded


def _load_data(data: Data) -> Loaded:
    writer = YAML()
    writer.width = 10_000
    stream = io.StringIO()
    writer.dump(data, stream)
    return _load_text(stream.getvalue())


def edited(data: Data, edits: Mapping[str, Any]) -> Data:
    """A copy with edits: dotted path to the new value, `-` to remove, `+` as an index to append."""
    changed = copy.deepcopy(data)
    for dotted, value in edits.items():
        *parents, last = dotted.split(".")
        place: Any = changed
        for key in parents:
            place = place[int(key)] if isinstance(place, list) else place.setdefault(key, {})
        if isinstance(place, list) and last == "+":
            place.append(value)
        elif value == REMOVE:
            del place[int(last) if isinstance(place, list) else last]
        elif isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value
    return changed


def _find(loaded: Loaded) -> list[Finding]:
    found = [finding for check in CHECKS for finding in check(loaded)]
    return sorted(found, key=lambda finding: (finding.span, finding.code, finding.variant))


def _written(loaded: Loaded, span: Span) -> str:
    lines = [loaded.source.lines.line(number) for number in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.fixture(scope="session")
def base() -> Data:
    root, _ = read_yaml(SourceText("base.yaml", (HERE / "base.yaml").read_text(encoding="utf-8")))
    assert root is not None
    return as_data(root)


@pytest.fixture(scope="session")
def load_text() -> LoadText:
    return _load_text


@pytest.fixture(scope="session")
def load_data() -> LoadData:
    return _load_data


@pytest.fixture(scope="session")
def edit(base: Data) -> Edit:
    return lambda edits: _load_data(edited(base, edits))


@pytest.fixture(scope="session")
def find() -> Find:
    """Every finding of every check, in the order of the file."""
    return _find


@pytest.fixture(scope="session")
def written() -> Written:
    """What stands in the file at a span."""
    return _written

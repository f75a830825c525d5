"""The published schemas of packs and case files, held against the readers and the examples."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from thidua_cli.law.local.cases import CASE_KEYS, read_cases
from thidua_cli.law.local.fields import Fields
from thidua_cli.law.local.number_reading import NUMBER_KEYS, RULE_KEYS
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.local.reading import read_pack
from thidua_cli.law.local.schema import PUBLISHED, make_schema
from thidua_cli.source.text import SourceText

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "docs" / "vi-du-goi"
PACKS = sorted(EXAMPLES.glob("*.yaml"))
CASES = [
    *sorted((EXAMPLES / "ca-kiem-thu").glob("*.yaml")),
    *sorted((ROOT / "tests/law/cases").glob("*.yaml")),
]
# Every kind of rule once, so that the readers ask for every key.
KINDS = """\
pack:
  name: goi
  level: province
  authority: UBND tỉnh
documents: {}
rules:
  a: {name: a, over: TD301, numbers: [{}]}
  b: {name: b, adopts: TD318, numbers: [{}]}
  c: {name: c, kind: ratio-cap, numerator: ldtt, base: tong_so, numbers: [{value_by: [rating]}]}
  d: {name: d, kind: criteria, numbers: [{}]}
  e: {name: e, kind: condition, numbers: [{}]}
"""


def _plain(value: Any) -> Any:
    """As an editor sees it: a day is text."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def load(text: str) -> Any:
    return _plain(YAML(typ="safe", pure=True).load(text))


def faults(name: str, text: str) -> list[str]:
    found = jsonschema.Draft202012Validator(make_schema(name)).iter_errors(load(text))
    return [error.message for error in found]


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_committed_schema_is_fresh(name: str) -> None:
    schema = make_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(PUBLISHED[name].read_text("utf-8")) == schema


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_the_example_packs_satisfy_it(path: Path) -> None:
    assert faults("pack", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_case_files_satisfy_it(path: Path) -> None:
    assert faults("cases", path.read_text("utf-8")) == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The keys that readers asked for, by the name of their group."""
    found: dict[str, set[str]] = {}
    entry = Fields._entry

    def record(self: Fields, key: str) -> Any:
        found.setdefault(self.name, set()).add(key)
        return entry(self, key)

    monkeypatch.setattr(Fields, "_entry", record)
    return found


def test_it_has_the_keys_that_the_readers_ask_for(asked: dict[str, set[str]]) -> None:
    read_pack(SourceText("goi.yaml", KINDS))
    assert asked["numbers"] == set(NUMBER_KEYS)
    assert set.union(*(asked[name] for name in "abcde")) == set(RULE_KEYS)
    schema = make_schema("pack")["properties"]
    assert asked["pack"] == set(schema["pack"]["properties"])
    assert asked[""] == set(schema)
    read_cases(SourceText("TD301.yaml", "- name: a\n"), national_law())
    assert asked["cases"] == set(CASE_KEYS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("level: province", "level: tinh"),
        ("over: TD301", "over: TD399"),
        ("over: TD301", "over: TD301\n    kind: criteria"),
        ("        value: 10%", "        value: 10%\n        rouding: floor"),
        ("        document: qd-35-2024\n        at: khoản 2 Điều 9\n", "        at: khoản 2 Điều 9\n"),
    ],
)
def test_it_refuses_what_the_reader_refuses(before: str, after: str) -> None:
    text = (EXAMPLES / "tinh-gia-lai.yaml").read_text("utf-8")
    changed = text.replace(before, after, 1)
    assert changed != text
    assert read_pack(SourceText("goi.yaml", changed)).pack is None
    assert faults("pack", changed)


def test_cases_are_refused_as_well() -> None:
    text = (EXAMPLES / "ca-kiem-thu" / "truong-hoc.yaml").read_text("utf-8")
    for before, after in (("months: 9", "month: 9"), ("verdict: dat", "verdict: duoc")):
        assert faults("cases", text.replace(before, after, 1))

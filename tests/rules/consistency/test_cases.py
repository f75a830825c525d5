"""Every case of `cases/`: an edit of the base plan, and exactly what the checks then find."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.findings.catalogue import entries, expected_of, message_of, severity_of
from thidua_cli.source.nodes import as_data
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

# Codes of any file that a plan can have too.
SHARED = {"TD022"}
FILES = sorted((Path(__file__).parent / "cases").glob("TD*.yaml"))
PLACE = re.compile(r"(?<!“)\{[a-z_]+\}")


def _read(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, every scalar as text, as in a plan."""
    root, findings = read_yaml(SourceText(path.name, path.read_text(encoding="utf-8")))
    assert root is not None, findings
    assert findings == []
    cases: Any = as_data(root)
    return cases


CASES = [
    pytest.param(path.stem, case, id=f"{path.stem} {case['name']}") for path in FILES for case in _read(path)
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code, case, edit, find, written):
    loaded = edit(case.get("edit") or {})
    found = [
        (
            finding.code,
            severity_of(finding).value,
            finding.variant,
            written(loaded, finding.span).strip("'\""),
        )
        for finding in find(loaded)
    ]
    expected = [
        (row.get("code", code), row["severity"], row.get("variant", ""), row["text"])
        for row in case.get("expect") or []
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_fix_is_the_one_expected_and_cures(code, case, edit, find, load_text):
    loaded = edit(case.get("edit") or {})
    fixes = {finding.fix for finding in find(loaded) if finding.fix and finding.code == code}
    told = {(row["fix"], row["safe"] == "true") for row in case.get("expect") or [] if "fix" in row}
    assert {(fix.replacement, fix.safe) for fix in fixes} == told
    for fix in fixes:
        lines = loaded.source.text.splitlines(keepends=True)
        line = lines[fix.span.line - 1]
        assert fix.span.line == fix.span.end_line
        lines[fix.span.line - 1] = (
            line[: fix.span.column - 1] + fix.replacement + line[fix.span.end_column - 1 :]
        )
        cured = load_text("".join(lines))
        assert not any(finding.code == code and finding.span.line == fix.span.line for finding in find(cured))


@pytest.mark.parametrize(("code", "case"), CASES)
def test_every_word_is_there_and_filled(code, case, edit, find):
    for finding in find(edit(case.get("edit") or {})):
        entry = entries()[finding.code]
        for lang in ("vi", "en"):
            notes = [entry.fill("related", lang, one.key, one.values) for one in finding.related]
            texts = [message_of(finding, lang), expected_of(finding, lang), *notes]
            assert not any(PLACE.search(text) for text in texts)
            assert all(notes)
            assert {finding.variant or "default"} <= set(entry.words[lang]["messages"])


def test_every_code_has_cases():
    assert {path.stem for path in FILES} == {code for code in entries() if code.startswith("TD2")} | SHARED


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_code_fires_and_stays_silent(path):
    cases = _read(path)
    assert {case["kind"] for case in cases} <= {"fires", "silent", "boundary"}
    assert {"fires", "silent"} <= {case["kind"] for case in cases}
    assert all(case["kind"] != "fires" or case.get("expect") for case in cases)


def test_the_base_plan_has_no_findings(edit, find):
    assert find(edit({})) == []

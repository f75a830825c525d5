"""Case files of rules: what a careful reader of the law would rule, case by case, and what the program rules.

A file is a mapping `{rule, cases: […]}`, or the list of cases alone in a file named after its rule.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.conditions import judge_condition
from thidua_cli.law.local.facts_reading import read_record
from thidua_cli.law.local.fields import Fields, written
from thidua_cli.law.rulings.judgement import ask
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar, Sequence
from thidua_cli.source.text import excerpt
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.judgement import Judgement
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText


class Case(NamedTuple):
    """One case of a rule. What it does not expect (None) is not compared."""

    rule: str
    name: str
    as_of: date
    record: Record
    verdict: str | None
    reason: str | None
    trace: tuple[str, ...] | None
    span: Span


class Difference(NamedTuple):
    """What a case expects (`verdict`, `reason`, `trace`) and what the program says."""

    part: str
    expected: str
    actual: str


class CaseResult(NamedTuple):
    """A case with the ruling of the program; it holds where nothing differs."""

    case: Case
    judgement: Judgement
    differences: tuple[Difference, ...]


def is_case_file(source: SourceText) -> bool:
    """Whether a YAML file holds cases: a list, or `cases`. What cannot be read counts as one, and is told."""
    root, _ = read_yaml(source)
    return not isinstance(root, MappingNode) or root.entry("cases") is not None


def read_cases(source: SourceText, book: Lawbook) -> tuple[list[Case], list[Finding]]:
    """The cases of a file that can be run, and why the others cannot."""
    root, findings = read_yaml(source)
    if root is None:
        return [], findings
    rule, listed = _parts(root, source, findings)
    if rule is None or listed is None:
        return [], findings
    known = rule if rule in book.local else rule.upper()
    if known not in book.national and known not in book.local:
        findings.append(Finding("TD830", root.span, {"rule": excerpt(rule)}, "unknown-rule"))
        return [], findings
    return [case for node in listed.items if (case := _case(node, known, findings))], findings


def run_case(case: Case, book: Lawbook) -> CaseResult:
    """What the program rules, and where that differs from what the case expects."""
    local = book.local.get(case.rule)
    if local is not None and local.condition is not None:
        facts = {"year": case.record.year_on(case.as_of), **case.record.facts}
        found = ask(local.rule, case.as_of, lambda _: judge_condition(local, facts))
    else:
        found = judge_record(local.rule if local else book.national[case.rule], case.record, case.as_of)
    return CaseResult(case, found, tuple(_differences(case, found)))


def _differences(case: Case, found: Judgement) -> Iterator[Difference]:
    pairs = (
        ("verdict", case.verdict, found.ruling.value),
        ("reason", case.reason, found.variant),
        ("trace", None if case.trace is None else "; ".join(case.trace), "; ".join(found.trace)),
    )
    return (Difference(part, wanted, said) for part, wanted, said in pairs if wanted not in (None, said))


def _parts(root: Node, source: SourceText, findings: list[Finding]) -> tuple[str | None, Sequence | None]:
    """The rule and the list of cases."""
    if isinstance(root, Sequence):
        return PurePosixPath(source.path).stem, root
    if not isinstance(root, MappingNode):
        findings.append(Finding("TD103", root.span, {"key": "cases", "found": written(root)}, "list"))
        return None, None
    fields = Fields(root, "", findings)
    rule = fields.text("rule", required=False) or None
    listed = fields.list("cases")
    fields.unread()
    if rule is None:
        findings.append(Finding("TD830", root.span, {}, "no-rule"))
    return rule, listed


def _case(node: Node, rule: str, findings: list[Finding]) -> Case | None:
    if not isinstance(node, MappingNode):
        findings.append(Finding("TD103", node.span, {"key": "cases", "found": written(node)}, "mapping"))
        return None
    before = len(findings)
    fields = Fields(node, "cases", findings)
    name, as_of = fields.text("name"), fields.day("as_of")
    record = read_record(fields)
    verdict = fields.word("verdict", tuple(Ruling), required=False)
    reason = fields.text("reason", required=False)
    trace = _lines(fields)
    fields.unread()
    if verdict is None and reason is None and trace is None and len(findings) == before:
        fields.say("TD830", node.span, "no-expectation")
    if len(findings) > before or name is None or as_of is None:
        return None
    return Case(rule, name, as_of, record, verdict, reason, trace, node.span)


def _lines(fields: Fields) -> tuple[str, ...] | None:
    """The expected steps; one line may stand alone."""
    found = fields.node.entry("trace")
    fields.pass_over("trace")
    if found is None:
        return None
    node = found[1]
    items = node.items if isinstance(node, Sequence) else [node]
    lines = [item.text for item in items if isinstance(item, Scalar)]
    if len(lines) < len(items):
        fields.say("TD103", node.span, "list", key="trace", found=written(node))
    return tuple(lines)

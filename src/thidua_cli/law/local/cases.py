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
from thidua_cli.law.local.fields import BETWEEN, IDENTIFIER, Fields, written
from thidua_cli.law.local.overlay import REPLACING, Standing
from thidua_cli.law.rulings.judgement import ask
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar, Sequence
from thidua_cli.source.text import excerpt
from thidua_cli.source.yaml_reader import read_yaml
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.judgement import Judgement
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText


CASE_KEYS = ("name", "as_of", "holder", "facts", "history", "verdict", "reason", "trace", "together")


class Case(NamedTuple):
    """One case of a rule. What it does not expect (None) is not compared.

    `verdict`, `reason` and `trace` are of the rule alone; `together`: of the rule with the national one.
    """

    rule: str
    name: str
    as_of: date
    record: Record
    verdict: str | None
    reason: str | None
    trace: tuple[str, ...] | None
    span: Span
    together: str | None = None


class Difference(NamedTuple):
    """What a case expects (`verdict`, `reason`, `trace`, `together`) and what the program says."""

    part: str
    expected: str
    actual: str


class CaseResult(NamedTuple):
    """A case with the ruling of the program; it holds where nothing differs.

    `together`: the ruling of the pack's rule and of the national one that it lies over, as both stand on the
    day; of any other rule its own.
    """

    case: Case
    judgement: Judgement
    together: Ruling
    differences: tuple[Difference, ...]


def is_case_file(source: SourceText) -> bool:
    """Whether a YAML file holds cases: a list, or `cases`. What cannot be read counts as one, and is told."""
    root, _ = read_yaml(source)
    return not isinstance(root, MappingNode) or root.entry("cases") is not None


def read_cases(source: SourceText, book: Lawbook) -> tuple[list[Case], list[Finding]]:
    """The cases of a file that can be run, and why the others cannot.

    Neither for a rule of a pack that was left out: what is wrong with the pack says why.
    """
    root, findings = read_yaml(source)
    if root is None:
        return [], findings
    rule, listed = _parts(root, source, findings)
    if rule is None or listed is None:
        return [], findings
    known = rule if rule in book.local else rule.upper()
    if known not in book.national and known not in book.local:
        if not _of_left_out(rule, book):
            findings.append(_unknown(rule, root.span, book))
        return [], findings
    if not listed.items:
        findings.append(Finding("TD830", listed.span, {}, "empty"))
    return [case for node in listed.items if (case := _case(node, known, findings))], findings


def _of_left_out(rule: str, book: Lawbook) -> bool:
    """Whether a rule may be of a pack that was left out: one of its name, or whose name cannot be used."""
    pack, mark, _ = rule.partition(":")
    return bool(mark) and any(name == pack or not IDENTIFIER.fullmatch(name) for name in book.left_out)


def _unknown(rule: str, span: Span, book: Lawbook) -> Finding:
    """No rule of that code."""
    near = nearest(rule, (*book.local, *book.national))
    values = {"rule": excerpt(rule), "nearest": BETWEEN.join(near)}
    return Finding("TD830", span, values, "unknown-rule-near" if near else "unknown-rule")


def run_case(case: Case, book: Lawbook) -> CaseResult:
    """What the program rules, and where that differs from what the case expects."""
    local = book.local.get(case.rule)
    found = _judged(local, case) if local else judge_record(book.national[case.rule], case.record, case.as_of)
    together = _together(local, found, case, book) if local else found.ruling
    return CaseResult(case, found, together, tuple(_differences(case, found, together)))


def _judged(local: LocalRule, case: Case) -> Judgement:
    """A rule of a pack alone."""
    if local.condition is None:
        return judge_record(local.rule, case.record, case.as_of)
    facts = {"year": case.record.year_on(case.as_of), **case.record.facts}
    return ask(local.rule, case.as_of, lambda _: judge_condition(local, facts))


def _together(local: LocalRule, found: Judgement, case: Case, book: Lawbook) -> Ruling:
    """What holds of a rule of a pack and the national rule under it: the one that decides, else both."""
    national = book.national.get(local.target or "")
    standing = book.standing(local, case.as_of)
    if national is None or standing in REPLACING:
        return found.ruling
    general = judge_record(national, case.record, case.as_of).ruling
    # Outside its days, and where it is looser without delegation, the rule of the pack decides nothing.
    if standing in (None, Standing.LOOSER):
        return general
    rulings = {found.ruling, general}
    return next((each for each in (Ruling.FAIL, Ruling.UNDECIDED, Ruling.PASS) if each in rulings), general)


def _differences(case: Case, found: Judgement, together: Ruling) -> Iterator[Difference]:
    pairs = (
        ("verdict", case.verdict, found.ruling.value),
        ("reason", case.reason, found.variant),
        ("trace", None if case.trace is None else "; ".join(case.trace), "; ".join(found.trace)),
        ("together", case.together, together.value),
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
    together = fields.word("together", tuple(Ruling), required=False)
    fields.unread()
    expected = (verdict, reason, trace, together)
    if all(each is None for each in expected) and len(findings) == before:
        fields.say("TD830", node.span, "no-expectation")
    if len(findings) > before or name is None or as_of is None:
        return None
    return Case(rule, name, as_of, record, verdict, reason, trace, node.span, together)


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

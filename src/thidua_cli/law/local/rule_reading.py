"""A rule of a local pack: over a national rule, taking one over, or its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.law.expressions.facts import fact_types, head_counts
from thidua_cli.law.expressions.tokens import KEYWORDS, ExpressionError
from thidua_cli.law.local.number_reading import NUMBER_KEYS, RATIOS, VALUED, read_numbers
from thidua_cli.law.local.pack import Form, LocalRule
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles
from thidua_cli.law.rulings.rules import Kind, Rule, State, Subject, rules
from thidua_cli.source.nodes import stretch_span
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.law.expressions.tree import Node
    from thidua_cli.law.local.fields import Fields
    from thidua_cli.law.local.number_reading import Placed
    from thidua_cli.law.local.pack import LocalDocument
    from thidua_cli.source.nodes import Scalar

CONDITION = "condition"
CHOOSERS = "over, adopts, kind"
_SUBJECTS = {INDIVIDUAL: Subject.INDIVIDUAL, COLLECTIVE: Subject.COLLECTIVE}
_OWN_KEYS = ("numerator", "base", "subject", "requires", "message", "message_en")


def read_rule(
    ident: str, key: Span, fields: Fields, documents: Mapping[str, LocalDocument]
) -> LocalRule | None:
    """A rule by its whole id; None where it has said what is wrong with it."""
    name = fields.text("name")
    forms = [form for form in ("over", "adopts", "kind") if fields.has(form)]
    if len(forms) != 1:
        variant = "several" if forms else ""
        fields.say("TD815", key, variant, rule=ident, choosers=CHOOSERS, found=", ".join(forms))
        return None  # which keys belong here cannot be told
    rule = _READERS[forms[0]](ident, key, fields, documents, name or "")
    fields.unread(below={"numbers": NUMBER_KEYS})
    return rule if name else None


def _over(
    ident: str, key: Span, fields: Fields, documents: Mapping[str, LocalDocument], name: str
) -> LocalRule | None:
    national = _national(fields, "over")
    if national is None:
        fields.pass_over("numerator", "base", "numbers")
        return None
    numerator = fields.word("numerator", head_counts(), required=False)
    base = fields.word("base", head_counts(), required=False)
    placed = read_numbers(fields, national.kind, documents)
    rule = national._replace(
        code=ident,
        numerator=numerator or national.numerator,
        base=base or national.base,
        numbers=tuple(each.number for each in placed),
    )
    return _made(ident, Form.OVER, name, rule, key, placed, target=national.code) if placed else None


def _adopts(
    ident: str, key: Span, fields: Fields, documents: Mapping[str, LocalDocument], name: str
) -> LocalRule | None:
    """A national number without a verified source: the pack names the document by which it is applied."""
    national = _national(fields, "adopts")
    if national is None:
        fields.pass_over("numbers")
        return None
    placed = read_numbers(fields, national.kind, documents, optional=True)
    taken = [each for one in placed if (each := _taken_over(one, national, fields)) is not None]
    rule = national._replace(code=ident, numbers=tuple(each.number for each in taken))
    return _made(ident, Form.ADOPTS, name, rule, key, taken, target=national.code) if taken else None


def _taken_over(placed: Placed, national: Rule, fields: Fields) -> Placed | None:
    """A number of the pack in the place of an unverified national one, whose words it takes."""
    number = placed.number
    there = national.on(number.since)
    last = there.to if there else None
    within = last is None or (number.to is not None and number.to <= last)
    if there is None or there.state is not State.UNVERIFIED or not within:
        fields.say("TD817", placed.span, rule=national.code, allowed="")
        return None
    candidates = {reading.id: reading for reading in there.readings}
    chosen = candidates.get(placed.reading)
    own = number.value is not None or number.criteria is not None
    if (candidates and chosen is None and not own) or (placed.reading and chosen is None):
        fields.say("TD817", placed.span, "reading", rule=national.code, allowed=", ".join(candidates))
        return None
    value, criteria = (chosen.value, chosen.criteria) if chosen else (there.value, there.criteria)
    value = number.value if number.value is not None else value
    criteria = number.criteria or criteria
    if value is None and criteria is None and national.kind in VALUED | {Kind.CRITERIA}:
        fields.say("TD817", placed.span, "no-value", rule=national.code, allowed="")
        return None
    basis = (*(chosen.basis if chosen else there.basis), *number.basis)
    return placed._replace(number=number._replace(value=value, criteria=criteria, basis=basis))


def _own(
    ident: str, key: Span, fields: Fields, documents: Mapping[str, LocalDocument], name: str
) -> LocalRule | None:
    word = fields.word("kind", (*Kind, CONDITION))
    title = fields.word("title", tuple(titles()), required=False)
    if word is None:
        fields.pass_over(*_OWN_KEYS, "numbers")
        return None
    if word == CONDITION:
        return _conditional(ident, key, fields, documents, name, title)
    kind = Kind(word)
    numerator = fields.word("numerator", _measurable(kind)) if kind is not Kind.CRITERIA else ""
    base = fields.word("base", head_counts()) if kind in RATIOS else None
    subject = fields.word("subject", tuple(Subject), required=False)
    placed = read_numbers(fields, kind, documents, base=base)
    if numerator is None or (base is None and kind in RATIOS) or not placed:
        return None
    about = Subject(subject) if subject else _subject(kind, title)
    numbers = tuple(each.number for each in placed)
    rule = Rule(ident, kind, title, numerator, base, frozenset(), numbers, about)
    return _made(ident, Form.OWN, name, rule, key, placed)


def _measurable(kind: Kind) -> tuple[str, ...]:
    """The facts that a rule of a kind can measure: a count, or a flag that must be set."""
    if kind in (Kind.PRECONDITION, Kind.HOLD):
        return tuple(fact.id for fact in fact_kinds().values() if fact.type == "flag")
    return head_counts()


def _subject(kind: Kind, title: str | None) -> Subject:
    """Whom a rule speaks of, where it does not say: a cap of a whole table, else who may hold the title."""
    if kind is Kind.RATIO_CAP:
        return Subject.TABLE
    holder = titles()[title].holder if title else None
    return _SUBJECTS.get(holder or "", Subject.AWARD)


def _conditional(
    ident: str,
    key: Span,
    fields: Fields,
    documents: Mapping[str, LocalDocument],
    name: str,
    title: str | None,
) -> LocalRule | None:
    scalar = fields.scalar("requires")
    messages = {"vi": fields.text("message") or "", "en": fields.text("message_en", required=False) or ""}
    placed = read_numbers(fields, None, documents)
    tree = _tree(scalar, fields.findings) if scalar else None
    if scalar is None or tree is None or not placed:
        return None
    numbers = tuple(each.number for each in placed)
    about = _subject(Kind.PRECONDITION, title)
    rule = Rule(ident, Kind.PRECONDITION, title, "", None, frozenset(), numbers, about)
    made = _made(ident, Form.OWN, name, rule, key, placed)
    return made._replace(condition=(tree, scalar.text), messages=messages)


_READERS = {"over": _over, "adopts": _adopts, "kind": _own}


def _made(
    ident: str,
    form: Form,
    name: str,
    rule: Rule,
    key: Span,
    placed: tuple[Placed, ...] | list[Placed],
    *,
    target: str | None = None,
) -> LocalRule:
    spans = tuple(each.span for each in placed)
    return LocalRule(ident, form, name, rule, target, None, {}, key, spans)


def _national(fields: Fields, key: str) -> Rule | None:
    scalar = fields.scalar(key)
    if scalar is None:
        return None
    found = rules().get(scalar.text.upper())
    if found is None:
        near = nearest(scalar.text, rules())
        values = {"rule": excerpt(scalar.text), "nearest": ", ".join(near)}
        fields.say("TD816", scalar.span, "near" if near else "", **values)
    return found


def _tree(scalar: Scalar, findings: list[Finding]) -> Node | None:
    # The library behind it is slow to load, and most packs hold numbers only.
    from thidua_cli.law.expressions.parsing import parse_condition

    try:
        return parse_condition(scalar.text)
    except ExpressionError as error:
        span = stretch_span(scalar.source, scalar, scalar.text, error.start, error.end)
        values = {"text": excerpt(scalar.text), **error.values}
        reason = error.reason
        if reason == "unknown-fact":
            near = nearest(error.values["found"], (*fact_types(), *KEYWORDS))
            values |= {"nearest": ", ".join(near), "allowed": ", ".join(fact_types())}
            reason = "unknown-fact-near" if near else reason
        if reason == "unknown-word":
            values["allowed"] = ", ".join(fact_types()[error.values["fact"]].words)
        findings.append(Finding("TD818", span, values, reason))
        return None

"""Verdicts of local rules in words, and the findings that are due of the whole law of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.findings.verdict import LOCAL_CODE, Ruling
from thidua_cli.law.local.overlay import Standing
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact, percent
from thidua_cli.law.rulings.judgement import OF_ROWS, RATIOS, cited, finding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.rules import DatedValue, Rule

# Open questions of a table that weigh as a note.
_QUESTIONS = OF_ROWS | {"tung-nguoi"}
_NOTES = {Standing.LOOSER: "TD802", Standing.SILENT: "TD803", Standing.ADOPTED: "TD804"}


def dressed(verdicts: Iterable[Verdict], book: Lawbook) -> list[Verdict]:
    """The verdicts, those of local rules with the name of the rule and the words that fit every kind."""
    return [_dressed(each, book.local[each.rule]) if each.rule in book.local else each for each in verdicts]


def due_findings(verdicts: Iterable[Verdict], book: Lawbook) -> list[Finding]:
    """What breaks the law, what cannot be decided, and how each local rule that was asked stands to it.

    A looser number without delegation decides nothing: of it there is only that note (TD802).
    """
    given = list(verdicts)
    findings: list[Finding] = []
    for verdict in given:
        local = book.local.get(verdict.rule)
        due = finding_of(verdict) if local is None else _of_local(verdict, local, book)
        findings += [due] if due else []
    asked = dict.fromkeys((each.rule, each.as_of) for each in given if each.rule in book.local)
    for ident, day in asked:
        findings += _note(book.local[ident], day, book)
    return findings


def _dressed(verdict: Verdict, local: LocalRule) -> Verdict:
    known = entries()[LOCAL_CODE].words["vi"]["messages"]
    variant = verdict.variant if verdict.variant in known else verdict.ruling.value
    if not verdict.values.get("bound"):
        # A standard and a step have no number to name.
        plain = f"{variant}{'-tieu-chuan' if verdict.trace else '-yeu-cau'}"
        variant = plain if plain in known else variant
    values = {
        "bound": "",
        "missing": "",
        **verdict.values,
        "rule": local.id,
        "name": local.name,
        "subject": _named(verdict.values.get("subject", "")),
        "message": local.messages.get("vi", ""),
        **{f"message.{lang}": text for lang, text in local.messages.items() if text},
    }
    return verdict._replace(variant=variant, values=values)


def _named(subject: str) -> str:
    """Titles by their names where a verdict names them by id; anybody else as they are."""
    known = (titles().get(word.upper()) for word in subject.split(", "))
    return ", ".join(
        title.name if title else word for title, word in zip(known, subject.split(", "), strict=True)
    )


def _of_local(verdict: Verdict, local: LocalRule, book: Lawbook) -> Finding | None:
    if book.standing(local, verdict.as_of) is Standing.LOOSER:
        return None
    if verdict.ruling not in (Ruling.FAIL, Ruling.UNDECIDED):
        return None
    return Finding(
        code=LOCAL_CODE,
        span=verdict.span,
        values=verdict.values,
        variant=verdict.variant,
        severity=_weight(verdict, local),
        basis=verdict.basis,
        related=tuple(Related(span) for span in verdict.related),
    )


def _weight(verdict: Verdict, local: LocalRule) -> Severity:
    if verdict.ruling is Ruling.FAIL:
        return Severity.ERROR
    return Severity.INFO if verdict.variant in local.rule.notes | _QUESTIONS else Severity.WARNING


def _note(local: LocalRule, day: date, book: Lawbook) -> Iterator[Finding]:
    standing = book.standing(local, day)
    number = local.rule.on(day)
    national = book.national.get(local.target or "")
    if standing not in _NOTES or number is None or national is None:
        return
    there = national.on(day)
    own = number.basis[-1]
    pack = next(pack for pack in book.packs if local.id in pack.rules)
    values = {
        "rule": local.id,
        "name": local.name,
        "document": f"{own.at} {own.document}",
        "bound": bound_text(local.rule, number),
        "national": bound_text(national, there) if there else "",
        "about": ", ".join(titles()[ident].name for ident in national.guarded) or national.code,
        "basis": cited(there.basis) if there else "",
        "authority": pack.authority,
    }
    span = local.number_spans[local.rule.numbers.index(number)]
    variant = "dieu-kien" if standing is Standing.SILENT and number.value is None else ""
    if standing is Standing.ADOPTED and values["national"]:
        variant = "muc"
    basis = there.basis if there else ()
    yield Finding(_NOTES[standing], span, values, variant, basis=basis)


def bound_text(rule: Rule, number: DatedValue) -> str:
    """The number of a rule as it is written: `10%`, `1`; empty where there is none."""
    if number.value is None:
        return ""
    return percent(number.value) if rule.kind in RATIOS else exact(number.value)

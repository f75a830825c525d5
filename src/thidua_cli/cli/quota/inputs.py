"""What `thidua quota` works on: counts typed in, a table, targets of a plan; the law of a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from thidua_cli.cli.language import language, t
from thidua_cli.cli.law.packs import law_files
from thidua_cli.cli.options.commandline import did_you_mean
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.law.local.verdicts import dressed, due_findings
from thidua_cli.law.registers.facts import fact_name
from thidua_cli.law.registers.titles import title_of, titles
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.repository.unit_files import plan_beside
from thidua_cli.rosters.counts.review import Review, open_questions, review
from thidua_cli.rosters.counts.typed import TypedError, typed_counts, typed_facts
from thidua_cli.rosters.roster import GROUPS, Roster, read_roster
from thidua_cli.rules.ground import ground_of
from thidua_cli.rules.waivers import waive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from thidua_cli.cli.options.figures import Named
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.rosters.counts.unit_table import CountedTable
    from thidua_cli.rosters.people.judging import RuleRulings
    from thidua_cli.rules.ground import Ground

Given = TypeVar("Given")
Found = TypeVar("Found")
COUNT_OPTION = "--count"
TYPED = "typed"


class Quotas(NamedTuple):
    """Sets of counts by name (reached, registered, typed, groups), each with its review.

    `targets`: what the law says of the targets of a plan; `people`: of each person of a list, rule by rule.
    `counted`: the table, where there is one. `place`: where the counts come from as a whole. `told`: what
    was found in reading them; `report` has what the law says of them too. `files`: those that were read.
    """

    day: date
    book: Lawbook
    sets: tuple[tuple[str, Review], ...]
    targets: tuple[Verdict, ...]
    people: tuple[RuleRulings, ...]
    counted: CountedTable | None
    place: Span
    told: tuple[Finding, ...]
    report: Report
    files: tuple[Path, ...] = ()


class Asked(NamedTuple):
    """The command line: a table, counts typed in, a plan, a day, packs of local law, a sheet, a title."""

    units: str | None
    counts: Sequence[Named]
    plan: str | None
    as_of: date | None
    law: Sequence[str]
    sheet: str | None
    title: str | None
    facts: Sequence[str] = ()
    rows: str | None = None
    allocating: bool = False


def read_quotas(asked: Asked) -> Quotas | Report:
    """Review everything that was given by the law of the day; only a report where nothing can be read."""
    title, facts = _title_id(asked.title), _typed(typed_facts, asked.facts)
    beside = plan_beside(Path(asked.units)) if asked.units is not None else None
    path = Path(asked.plan) if asked.plan is not None else beside
    ground = ground_of(path, asked.as_of, law_files(path, asked.law))
    day, book = ground.day, ground.book
    files = tuple(path for path in (asked.units, asked.plan) if path is not None)
    if day is None:
        if ground.findings:
            return Report(None, book.name, ground.findings, (), files)
        raise typer.BadParameter(t("quota.no_day"))
    roster = _roster(asked, ground, day)
    told = (*ground.findings, *roster.findings)
    if asked.units is not None and not roster.sets:
        return Report(day, book.name, told, (), files)
    rows = Rows(asked.rows) if asked.rows else None
    reviews = tuple(
        (name, review(found, book, day, roster.place, title, facts, rows, apart=name == GROUPS))
        for name, found in roster.sets
    )
    targets = _targets(ground, day) if asked.plan is not None else ()
    verdicts = [*targets, *roster.verdicts, *(verdict for _, one in reviews for verdict in one.verdicts)]
    due = waive(ground.waivers, due_findings(verdicts, book))
    questions = [finding for _, one in reviews for finding in open_questions(one, roster.place)]
    report = Report(day, book.name, (*told, *due, *questions), tuple(verdicts), files)
    read = (*ground.files, *map(Path, files))
    return Quotas(day, book, reviews, targets, roster.people, roster.table, roster.place, told, report, read)


def _roster(asked: Asked, ground: Ground, day: date) -> Roster:
    """Counts typed in, or those of the table."""
    if asked.units is None:
        typed = _typed(lambda given: typed_counts(given, COUNT_OPTION), asked.counts)
        return Roster([(TYPED, typed)] if typed or asked.plan is None else [], Span(COUNT_OPTION, 0))
    path = Path(asked.units)
    roster = read_roster(path, path.as_posix(), asked.sheet, day, ground.book)
    if asked.allocating and roster.of_people:
        raise typer.BadParameter(t("quota.allocate_needs_units"))
    return roster


def _targets(ground: Ground, day: date) -> tuple[Verdict, ...]:
    """What the law says of the targets of the plan."""
    from thidua_cli.rules.legal.plan_rules import legal_verdicts

    if ground.loaded is None:
        return ()
    among = tuple(ground.book.on(day))
    ruled = legal_verdicts(ground.loaded.plan, day, ground.loaded.span, among)
    return tuple(dressed(ruled, ground.book))


def _title_id(text: str | None) -> str | None:
    if text is None:
        return None
    title = title_of(text)
    if title is None:
        raise typer.BadParameter(no_title(text))
    return title.id


def no_title(text: str) -> str:
    """That there is no such title, and which ones come near."""
    known = titles().values()
    near = did_you_mean(text, [name for each in known for name in (each.abbreviation, each.name)])
    return t("quota.no_title", name=text) + near


def _typed(read: Callable[[Given], Found], given: Given) -> Found:
    """What was typed, or a usage error."""
    try:
        return read(given)
    except TypedError as error:
        values = error.values
        if error.reason == "part_above_whole":
            values = {key: fact_name(str(ident), language()) for key, ident in values.items()}
        near = did_you_mean(str(values.get("name", "")), error.near) if error.near else ""
        raise typer.BadParameter(t(f"quota.{error.reason}", **values) + near) from error

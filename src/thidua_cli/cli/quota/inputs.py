"""What `thidua quota` works on: counts typed in, a table of units, targets of a plan; the law of a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.law.packs import law_files, read_law
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.law.local.verdicts import due_findings
from thidua_cli.repository.discovery import PLAN_NAME
from thidua_cli.rosters.counts.head_counts import HeadCount, counted_together
from thidua_cli.rosters.counts.review import Review, open_questions, review
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.rules.waivers import waive
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thidua_cli.cli.options.figures import Named
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.plan.plan import Waiver
    from thidua_cli.rosters.counts.unit_table import CountedTable
    from thidua_cli.tables.reader import RowStream

COUNT_OPTION = "--count"
REACHED, REGISTERED, TYPED, GROUPS = "reached", "registered", "typed", "groups"
TARGETS, PEOPLE = "targets", "people"


class Quotas(NamedTuple):
    """Sets of counts by name (reached, registered, typed, groups), each with its review.

    `rulings`: by name (targets, people) what the law says of the targets of a plan, and of people listed.
    `counted`: the table, where there is one. `place`: where the counts come from as a whole. `told`: what
    was found in reading them; `report` has what the law says of them too.
    """

    day: date
    book: Lawbook
    sets: tuple[tuple[str, Review], ...]
    rulings: tuple[tuple[str, tuple[Verdict, ...]], ...]
    counted: CountedTable | None
    place: Span
    told: tuple[Finding, ...]
    report: Report


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
    allocating: bool = False


class Ground(NamedTuple):
    """What everything is judged by: the day, the law, what a plan aims at, what it waives, what was found."""

    day: date | None
    book: Lawbook
    targets: tuple[Verdict, ...] = ()
    waivers: Sequence[Waiver] = ()
    findings: tuple[Finding, ...] = ()


def read_quotas(asked: Asked) -> Quotas | Report:
    """Review everything that was given by the law of the day; only a report where nothing can be read."""
    ground = _ground(asked)
    findings, files = list(ground.findings), tuple(_files(asked))
    if ground.day is None:
        if findings:
            return Report(None, ground.book.name, tuple(findings), (), files)
        raise typer.BadParameter(t("quota.no_day"))
    title = _title_id(asked.title)
    counts = _counted(asked, ground)
    findings += counts.findings
    if asked.units is not None and not counts.sets:
        return Report(ground.day, ground.book.name, tuple(findings), (), files)
    facts = _facts(asked.facts)
    reviews = tuple(
        (name, review(found, ground.book, ground.day, counts.place, title, facts, apart=name == GROUPS))
        for name, found in counts.sets
    )
    told = tuple(findings)
    rulings = tuple(
        (name, found) for name, found in ((TARGETS, ground.targets), (PEOPLE, counts.people)) if found
    )
    verdicts = [verdict for _, found in rulings for verdict in found]
    verdicts += [verdict for _, one in reviews for verdict in one.verdicts]
    judged = [verdict for verdict in verdicts if verdict not in counts.people]
    findings += waive(ground.waivers, due_findings(judged, ground.book))
    findings += [finding for _, one in reviews for finding in open_questions(one, counts.place)]
    report = Report(ground.day, ground.book.name, tuple(findings), tuple(verdicts), files)
    return Quotas(ground.day, ground.book, reviews, rulings, counts.table, counts.place, told, report)


def _files(asked: Asked) -> list[str]:
    return [path for path in (asked.units, asked.plan) if path is not None]


def _plan_path(asked: Asked) -> Path | None:
    """The plan named, else the one beside the table where no day is given."""
    if asked.plan is not None:
        return Path(asked.plan)
    beside = Path(asked.units).parent / PLAN_NAME if asked.units and asked.as_of is None else None
    return beside if beside and beside.is_file() else None


def _ground(asked: Asked) -> Ground:
    """The day, the law, and what the plan says; the targets only of a plan that was named."""
    path = _plan_path(asked)
    if path is None:
        book, problems = read_law(asked.law)
        return Ground(asked.as_of, book, findings=tuple(problems))
    from thidua_cli.law.local.verdicts import dressed
    from thidua_cli.plan.loading import load_plan
    from thidua_cli.rules.legal.plan_rules import legal_verdicts
    from thidua_cli.rules.plan_law import law_of_plan
    from thidua_cli.source.text import read_source

    source, findings = read_source(path, path.as_posix())
    loaded, shape = load_plan(source) if source else (None, [])
    law = law_of_plan(loaded, law_files(path, asked.law))
    if loaded is None:
        return Ground(asked.as_of, law.book, findings=(*findings, *shape, *law.findings))
    day = asked.as_of or loaded.plan.period.last
    ruled = legal_verdicts(loaded.plan, day, loaded.span, tuple(law.book.on(day))) if asked.plan else []
    return Ground(day, law.book, tuple(dressed(ruled, law.book)), loaded.plan.waivers, law.findings)


class _Counts(NamedTuple):
    """What was given to count: sets of counts by name, where they stand, and rulings on people one by one."""

    sets: Sequence[tuple[str, Sequence[HeadCount]]]
    place: Span
    table: CountedTable | None = None
    people: tuple[Verdict, ...] = ()
    findings: Sequence[Finding] = ()


def _counted(asked: Asked, ground: Ground) -> _Counts:
    """Counts typed in, those of a table of units, or a list of people summed up."""
    if asked.units is None:
        typed = _typed(asked.counts)
        return _Counts([(TYPED, typed)] if typed or asked.plan is None else [], Span(COUNT_OPTION))
    from thidua_cli.rosters.people.headings import is_people
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.reader import stream_rows

    shown = Path(asked.units).as_posix()
    log = FindingLog()
    stream = stream_rows(Path(asked.units), shown, log, asked.sheet)
    if stream is None:
        return _Counts([], Span(shown), findings=log.close())
    if is_people(tuple(stream.header.cells())):
        return _people(stream, asked, ground)
    return _units(stream)


def _units(stream: RowStream) -> _Counts:
    from thidua_cli.rosters.counts.unit_table import read_counted
    from thidua_cli.tables.personal_data import personal_findings
    from thidua_cli.tables.reader import whole_table

    table, findings = whole_table(stream)
    counted, problems = read_counted(table) if table else (None, [])
    personal = personal_findings(table.header, table.rows) if table else ()
    named = ((REACHED, counted.counts), (REGISTERED, counted.registered)) if counted else ()
    sets = [(name, found) for name, found in named if found or name == REACHED]
    return _Counts(sets, Span(stream.shown), counted, findings=[*findings, *problems, *personal])


def _people(stream: RowStream, asked: Asked, ground: Ground) -> _Counts:
    """A list of people: the counts of their units and groups, and each person by what the titles ask."""
    from thidua_cli.rosters.people.list_of_people import read_people

    if asked.allocating:
        raise typer.BadParameter(t("quota.allocate_needs_units"))
    among = ground.book.on(ground.day) if ground.day else ()
    people, findings = read_people(stream, ground.day, among)
    if people is None:
        return _Counts([], Span(stream.shown), findings=findings)
    sets = [(name, found) for name, found in ((REACHED, people.units), (GROUPS, people.groups)) if found]
    return _Counts(sets, Span(stream.shown), None, tuple(people.verdicts), findings)


def _typed(counts: Sequence[Named]) -> list[HeadCount]:
    """The counts of the command line as those of one unit without a name."""
    known: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for name, value in counts:
        ident = vocabulary().head_counts.get(heading_key(name))
        if ident is None:
            from thidua_cli.cli.options.commandline import did_you_mean

            near = did_you_mean(name, sorted(set(vocabulary().head_counts.values())))
            raise typer.BadParameter(t("quota.no_count", name=name) + near)
        if value != value.to_integral_value():
            raise typer.BadParameter(t("quota.not_whole", name=name, value=value))
        if known.setdefault(ident, int(value)) != int(value):
            raise typer.BadParameter(t("quota.count_twice", name=name))
        spans[ident] = Span(COUNT_OPTION, cell=f"{ident}={int(value)}")
    known = counted_together(known, known)
    for small, large in vocabulary().at_most:
        if known.get(small, 0) > known.get(large, known.get(small, 0)):
            raise typer.BadParameter(t("quota.part_above_whole", part=small, whole=large))
    return [HeadCount("", known, spans)] if known else []


def _title_id(text: str | None) -> str | None:
    from thidua_cli.law.registers.titles import title_of

    if text is None:
        return None
    title = title_of(text)
    if title is None:
        raise typer.BadParameter(t("quota.no_title", name=text))
    return title.id


def _facts(given: Sequence[str]) -> dict[str, Fact]:
    """The facts of the command line, or a usage error."""
    from thidua_cli.cli.options.commandline import did_you_mean
    from thidua_cli.law.registers.facts import fact_kinds, scales

    found: dict[str, Fact] = {}
    answers = {**dict.fromkeys(vocabulary().yes, True), **dict.fromkeys(vocabulary().no, False)}
    for text in given:
        name, equals, value = (part.strip() for part in text.partition("="))
        kind = fact_kinds().get(name)
        if kind is None or not equals:
            raise typer.BadParameter(t("quota.no_fact", name=name) + did_you_mean(name, fact_kinds()))
        allowed = [*answers] if kind.type == "flag" else list(scales().get(kind.type, ()))
        if allowed and fold(value) not in map(fold, allowed):
            raise typer.BadParameter(t("quota.bad_fact", name=name, value=value, allowed=", ".join(allowed)))
        step = next((each for each in allowed if fold(each) == fold(value)), value)
        found[name] = answers[step] if kind.type == "flag" else step
    return found

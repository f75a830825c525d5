"""Page numbers: where they stand, how they look, on which pages, and where they begin anew."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.case import APPENDIX
from thidua_cli.conformance.rules.metrics import height_of, visible
from thidua_cli.conformance.rules.outcome import (
    NOTHING,
    PAGES_UNKNOWN,
    PARTLY_READ,
    UNMEASURED,
    UNREADABLE,
    Deviation,
    Outcome,
    outcome_of,
)
from thidua_cli.conformance.rules.values import points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.model.word_file import HeaderKind, Section
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

FIELD = "PAGE"


def present(case: Case, check: Check) -> Outcome:
    """A page number on the pages after the first, where the document surely takes more than one."""
    if any(_anywhere(case)):
        return _on_even_pages(case)
    if case.partly_read:
        return Outcome(unknown=PARTLY_READ)
    if _surely_long(case, check):
        return Outcome((Deviation(),), 1)
    return Outcome(unknown=PAGES_UNKNOWN)


def in_header(case: Case, check: Check) -> Outcome:
    """The number in the header, not in the footer."""
    above = len(list(_numbers(case, "headers")))
    below = tuple(Deviation(line) for line in _numbers(case, "footers"))
    return Outcome(below, above + len(below))


def centred(case: Case, check: Check) -> Outcome:
    """The number in the middle of the header: by alignment, or in a frame set to the middle."""

    def look(line: Line) -> Deviation | str | None:
        if "center" in (line.align, line.frame):
            return None
        return UNMEASURED if "\t" in line.text else Deviation(line)

    return outcome_of(map(look, _numbers(case, "headers")))


def size(case: Case, check: Check) -> Outcome:
    """The number set in `from` to `to` points."""
    low, high = 2 * check.options["from"], 2 * check.options["to"]

    def look(line: Line) -> Deviation | str | None:
        sizes = {each.size for each in visible(line.stretches)}
        if None in sizes or not sizes:
            return UNREADABLE
        wrong = sorted(one for one in sizes if one is not None and not low <= one <= high)
        return Deviation(line, values=points("actual", wrong[0]), cause=str(wrong)) if wrong else None

    return outcome_of(map(look, _anywhere(case)))


def upright(case: Case, check: Check) -> Outcome:
    """The number not in italics."""

    def look(line: Line) -> Deviation | None:
        return Deviation(line) if any(each.italic for each in visible(line.stretches)) else None

    return outcome_of(map(look, _anywhere(case)))


def arabic(case: Case, check: Check) -> Outcome:
    """Counted in Arabic figures, from 1."""
    numbered = [section for section in case.word.sections if any(_of_section(section))]

    def look(section: Section) -> Deviation | None:
        if section.number_format != "decimal":
            return Deviation(None, section, {"actual": section.number_format})
        late = section is case.word.sections[0] and section.restarts_at not in (None, 1)
        return (
            Deviation(None, section, {"actual": str(section.restarts_at)}, variant="start") if late else None
        )

    return outcome_of(map(look, numbered))


def hidden_on_first(case: Case, check: Check) -> Outcome:
    """No number on the first page of the document."""
    if not case.word.sections or not any(_anywhere(case)):
        return NOTHING
    first = case.word.sections[0]
    kind: HeaderKind = "first" if first.first_differs else "default"
    shown = [
        line for stories in (first.headers, first.footers) for line in stories.get(kind, ()) if _counts(line)
    ]
    return outcome_of([Deviation(line) for line in shown] or [None])


def anew_in_appendix(case: Case, check: Check) -> Outcome:
    """Every appendix begins a section whose pages count from 1."""
    if not any(_anywhere(case)):
        return NOTHING
    sections = {section.number: section for section in case.word.sections}

    def look(first: Line, before: Line | None) -> Deviation | None:
        if before is None:
            return None  # the pages of the file begin with it
        section = sections.get(first.place.section)
        shared = before.place.section == first.place.section
        anew = section is not None and section.restarts_at == 1
        return Deviation(first) if shared or not anew else None

    lines = case.anatomy.lines
    return outcome_of(
        look(lines[unit.first].line, lines[unit.first - 1].line if unit.first else None)
        for unit in case.anatomy.units
        if unit.kind == APPENDIX and unit.first < len(lines)
    )


def _on_even_pages(case: Case) -> Outcome:
    """Where even pages have a header of their own, it needs the number as well."""
    if not case.word.even_differs:
        return Outcome(looked=1)
    bare = [
        Deviation(None, section, variant="even")
        for section in case.word.sections
        if any(_of_section(section))
        and not any(
            _counts(line) for line in (*section.headers.get("even", ()), *section.footers.get("even", ()))
        )
    ]
    return outcome_of(bare) if bare else Outcome(looked=1)


def _numbers(case: Case, where: str) -> Iterator[Line]:
    """The lines with a page number in headers or in footers, each once."""
    seen: set[object] = set()
    for section in case.word.sections:
        for kind, lines in getattr(section, where).items():
            if kind == "even" and not case.word.even_differs:
                continue
            for line in lines:
                if _counts(line) and line.place not in seen:
                    seen.add(line.place)
                    yield line


def _anywhere(case: Case) -> Sequence[Line]:
    return [*_numbers(case, "headers"), *_numbers(case, "footers")]


def _of_section(section: Section) -> Iterable[Line]:
    stories = (*section.headers.values(), *section.footers.values())
    return (line for lines in stories for line in lines if _counts(line))


def _counts(line: Line) -> bool:
    return any(field.split()[:1] == [FIELD] for field in line.fields if field.strip())


def _surely_long(case: Case, check: Check) -> bool:
    """Whether the text takes more pages than one: a break, or `pages` heights of the text area filled."""
    turns = any(section.starts != "continuous" for section in case.word.sections[1:])
    if turns or any(line.page_break for line in case.word.lines):
        return True
    page = case.word.sections[0] if case.word.sections else None
    if page is None:
        return False
    heights = [
        height_of(line) for line in case.word.lines if line.place.story == "body" and not line.place.cells
    ]
    room = page.height - page.top - page.bottom
    filled = sum((height for height in heights if height is not None), Fraction(0))
    return filled * 100 > int(check.options["pages"]) * room

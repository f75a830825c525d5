"""What a file to be signed should not have left in it: good practice, not law."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.ignoring import instructs
from thidua_cli.conformance.rules.metrics import visible
from thidua_cli.conformance.rules.outcome import Deviation, Outcome, outcome_of
from thidua_cli.conformance.rules.values import millimetres, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.model.word_file import Table
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

LAYOUT_SPACES = re.compile(r"\S[ \u00a0]{4,}\S|\S\t+\S")


def revisions(case: Case, check: Check) -> Outcome:
    """No tracked changes left."""
    left = "tracked-changes" in case.word.traits
    first = next((line for line in case.word.lines if line.revised), None)
    return outcome_of([Deviation(first) if left else None])


def comments(case: Case, check: Check) -> Outcome:
    """No comments left, those aside that tell the program what to ignore."""
    count = sum(not instructs(text) for text, _ in case.word.comments)
    return outcome_of([Deviation(values={"actual": str(count)}) if count else None])


def placeholders(case: Case, check: Check) -> Outcome:
    """No place left that says it is to be filled in (`matches`), nor highlighted text."""
    expression = re.compile(check.options["matches"])

    def look(line: Line) -> Deviation | None:
        marked = [each.text for each in visible(line.stretches) if each.highlight]
        seen = expression.search(line.text)
        shown = "".join(marked) or (seen[0] if seen else "")
        return Deviation(line, values=quoted("actual", shown)) if shown else None

    return outcome_of(look(line) for line in _printed(case))


def composed(case: Case, check: Check) -> Outcome:
    """Vietnamese letters as single characters (NFC)."""

    def look(line: Line) -> Deviation | None:
        return None if unicodedata.is_normalized("NFC", line.text) else Deviation(line)

    return outcome_of(look(line) for line in _printed(case))


def inside_text_area(case: Case, check: Check) -> Outcome:
    """Tables of data no wider than the text area, `tolerance` twips more at most."""
    rooms = {
        section.number: section.width - section.left - section.right - section.gutter
        for section in case.word.sections
    }

    def look(table: Table) -> Deviation | None:
        room = rooms.get(table.section)
        if room is None or table.width is None or table.level > 1 or not table.bordered:
            return None
        over = table.width - room
        if over <= check.options["tolerance"]:
            return None
        values = millimetres("actual", over) | {"table": str(table.number)}
        first = next((line for line in case.word.lines if _in_table(line, table)), None)
        return Deviation(first, values=values, cause=str(table.number))

    return outcome_of(map(look, case.word.tables))


def language(case: Case, check: Check) -> Outcome:
    """The language of the text is Vietnamese."""
    wanted = check.options["language"]
    said = case.word.language
    fine = said.casefold().startswith(wanted.casefold())
    return outcome_of([None if fine else Deviation(values={"actual": said or "–"})])


def up_to_date(case: Case, check: Check) -> Outcome:
    """Shown by Word in its present mode (`mode`), not in one that imitates an older Word."""
    mode = case.word.compatibility
    fine = mode is not None and mode >= check.options["mode"]
    return outcome_of([None if fine else Deviation()])


def described(case: Case, check: Check) -> Outcome:
    """The properties of the file give a title and an author."""
    fine = case.word.title.strip() and case.word.author.strip()
    return outcome_of([None if fine else Deviation()])


def spaces_for_layout(case: Case, check: Check) -> Outcome:
    """No runs of spaces or tabs inside a line to place text; `blanks` of a draft are filled by hand."""
    blanks = re.compile(check.options["blanks"])

    def look(line: Line) -> Deviation | None:
        return Deviation(line) if LAYOUT_SPACES.search(blanks.sub("", line.text)) else None

    return outcome_of(look(line) for line in _printed(case))


def end_mark(case: Case, check: Check) -> Outcome:
    """The text of the document ends with the mark of the samples (`mark`)."""
    text = [found for found in case.text_lines if found.unit == 0]
    if not text:
        return Outcome()
    fine = text[-1].line.text.rstrip().endswith(check.options["mark"])
    return outcome_of([None if fine else Deviation(text[-1].line, values={"mark": check.options["mark"]})])


def _printed(case: Case) -> Iterator[Line]:
    return (line for line in case.word.lines if line.text.strip())


def _in_table(line: Line, table: Table) -> bool:
    return any(cell.table == table.number for cell in line.place.cells)

"""What comes of one check on one document, before it is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line, Stretch
    from thidua_cli.conformance.model.word_file import Section

Values = dict[str, str]


class Words(NamedTuple):
    """What should be written; `instead` of what, where the place alone does not tell."""

    text: str
    instead: str = ""


class Sizes(NamedTuple):
    """Lines with the sizes, in half-points, that they should be set in."""

    lines: tuple[tuple[Line, int], ...]


class Ink(NamedTuple):
    """The stretches that do not look as they should."""

    stretches: tuple[Stretch, ...]


class Opening(NamedTuple):
    """The words at the beginning of the line that do not look as they should."""

    text: str


Wanted = Words | Sizes | Ink | Opening


class Deviation(NamedTuple):
    """A place that is not as asked. `line` and `section` are both None where it concerns the whole file.

    `values` fill the words of the catalogue; `cause` tells apart what is not one and the same mistake, and
    `variant` names words other than those of the check. `sure` is that of the recognition (0 to 100).
    `wanted` is what those who mend it have to know, where place and check do not tell.
    """

    line: Line | None = None
    section: Section | None = None
    values: Mapping[str, str] = NO_VALUES
    cause: str = ""
    variant: str = ""
    sure: int = 100
    wanted: Wanted | None = None


class Outcome(NamedTuple):
    """The deviations, how many places were looked at, and why the others could not be (a key of reasons).

    `asked` False: the decree does not ask this of such a document.
    """

    deviations: tuple[Deviation, ...] = ()
    looked: int = 0
    unknown: str = ""
    asked: bool = True


NOTHING = Outcome()
NOT_ASKED = Outcome(asked=False)
UNREADABLE = "khong-doc-duoc"
PARTLY_READ = "doc-thieu"
UNMEASURED = "khong-do-duoc"
UNPLACED = "khong-ro-vi-tri"
LEFT_BLANK = "con-de-trong"
PAGES_UNKNOWN = "khong-ro-so-trang"


def outcome_of(places: Iterable[Deviation | str | None]) -> Outcome:
    """The outcome of places looked at one by one: a deviation, None (in order), or why it cannot be told."""
    deviations: list[Deviation] = []
    looked, unknown = 0, ""
    for place in places:
        if isinstance(place, str):
            unknown = unknown or place
            continue
        looked += 1
        if place is not None:
            deviations.append(place)
    return Outcome(tuple(deviations), looked, unknown)


def at(
    found: Recognised,
    values: Mapping[str, str],
    cause: str = "",
    variant: str = "",
    wanted: Wanted | None = None,
) -> Deviation:
    """A deviation at a recognised line."""
    return Deviation(found.line, None, values, cause, variant, found.sure, wanted)

"""Size, weight, slant, font and colour of the words that deviate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.cascade import RUN, Change, Target, apply
from thidua_cli.conformance.rules.outcome import Ink, Opening, Sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.outcome import Deviation, Wanted
    from thidua_cli.conformance.rules.profile import Check

    Mender = Callable[[Draft, Check, Sequence[Deviation]], None]

ON: Mapping[str, str | None] = {"val": None}
OFF: Mapping[str, str | None] = {"val": "0"}
THEME_COLOURS = ("themeColor", "themeTint", "themeShade")
BLACK: Mapping[str, str | None] = {"val": "000000", **dict.fromkeys(THEME_COLOURS)}
SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
LEGACY = "legacy"


def emphasis(tag: str, state: Mapping[str, str | None]) -> Mender:
    """Bold (`b`), italics (`i`) or capitals (`caps`) of the whole component on or off."""

    def mend(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
        tags = (tag,) if tag == "caps" else (tag, f"{tag}Cs")
        apply(draft, list(_all_runs(draft, deviations)), *(Change(RUN, each, state) for each in tags))

    return mend


def set_number_bold(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """`Điều 1.` bold and upright; the words after it stay as they are."""
    targets = [
        target
        for line, wanted in _with_wanted(deviations)
        if isinstance(wanted, Opening)
        for target in targets_of(draft, replace(line, text=wanted.text))
    ]
    changes = [Change(RUN, tag, state) for tag, state in (("b", ON), ("bCs", ON), ("i", OFF), ("iCs", OFF))]
    apply(draft, targets, *changes)


def set_size(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """Every word in the nearest size allowed; in that of the others where sizes have to agree."""
    sized: dict[int, list[Target]] = {}
    for line, wanted in _with_wanted(deviations):
        if isinstance(wanted, Sizes):
            for other, size in wanted.lines:
                sized.setdefault(size, []).extend(targets_of(draft, other))
        else:
            actual: dict[object, set[int | None]] = {}
            for each in line.stretches:
                actual.setdefault(each.source, set()).add(each.size)
            for target in targets_of(draft, line):
                sizes = actual.get(target.holder, set())
                sized.setdefault(_nearest(check, sizes), []).append(target)
    for half_points, targets in sized.items():
        value = {"val": str(half_points)}
        apply(draft, targets, Change(RUN, "sz", value), Change(RUN, "szCs", value))


def set_font(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """The words of other fonts in the font asked for; text of old encodings would become unreadable."""
    targets = _inked([deviation for deviation in deviations if deviation.variant != LEGACY])
    attributes = {**dict.fromkeys(SLOTS, check.options["font"]), **dict.fromkeys(THEMES)}
    apply(draft, targets, Change(RUN, "rFonts", attributes))


def set_black(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """The coloured words black."""
    apply(draft, _inked(deviations), Change(RUN, "color", BLACK))


def targets_of(draft: Draft, line: Line) -> list[Target]:
    """The runs of a line that print something."""
    return [Target(line, run) for run in draft.passage(line).runs()]


def _all_runs(draft: Draft, deviations: Sequence[Deviation]) -> Iterator[Target]:
    for deviation in deviations:
        if deviation.line is not None:
            yield from targets_of(draft, deviation.line)


def _with_wanted(deviations: Iterable[Deviation]) -> Iterator[tuple[Line, Wanted | None]]:
    return ((each.line, each.wanted) for each in deviations if each.line is not None)


def _inked(deviations: Iterable[Deviation]) -> list[Target]:
    """The runs that look wrong, each once."""
    found = {
        each.source: Target(line, each.source)
        for line, wanted in _with_wanted(deviations)
        if isinstance(wanted, Ink)
        for each in wanted.stretches
        if each.source is not None
    }
    return list(found.values())


def _nearest(check: Check, actual: set[int | None]) -> int:
    low, high = (2 * int(check.options[bound]) for bound in ("from", "to"))
    known = [size for size in actual if size is not None]
    return min(max(known[0], low), high) if known else low

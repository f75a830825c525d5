"""Where a look is to be written: at the place itself, or in the style that many wrong places have it from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.mending.elements import child_of, write
from thidua_cli.conformance.reading.package.values import value_of
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.document.ooxml.elements import Element

RUN, PARAGRAPH = "rPr", "pPr"
# Places that make one change of a style worth more than a change at each of them.
_FEWEST = 2
_MOST_BASES = 50


class Change(NamedTuple):
    """Attributes (None: none of that name) of an element among the properties of a run or a paragraph."""

    group: str
    tag: str
    attributes: Mapping[str, str | None]


class Target(NamedTuple):
    """A run or a paragraph to be changed, and the line it is of."""

    line: Line
    holder: Element


def apply(draft: Draft, targets: Sequence[Target], *changes: Change) -> None:
    """Make the changes at every target, in the style where all that have the look from it are targets."""
    for change in changes:
        own = {target.holder: target for target in targets}
        for level, inheriting in _levels(draft, own, change):
            if len(inheriting) >= _FEWEST:
                write(level, change.tag, change.attributes)
                for holder in inheriting:
                    own.pop(holder, None)
        for target in own.values():
            write(child_of(target.holder, change.group), change.tag, change.attributes)


def _levels(
    draft: Draft, targets: Mapping[Element, Target], change: Change
) -> Iterator[tuple[Element, set[Element]]]:
    """The properties to change, with the targets that have their look from them.

    A style qualifies where everything that has the look through it is a target; the one furthest from the
    text is taken, the defaults of the document last. What notes may have their look from stays as it is.
    """
    through: dict[Element | None, set[Element]] = {}
    chains: dict[Element, list[Element | None]] = {}
    for line in draft.case.all_lines():
        chain = _sources(draft, line, change)
        for holder in _holders(line, change):
            if holder in targets or line.text.strip():
                chains[holder] = chain if _inherits(line, holder, change) else []
            for level in chains.get(holder, ()):
                through.setdefault(level, set()).add(holder)
    styles, default = draft.paragraph_styles
    shared = {None, styles.get(default)} if draft.package.has_notes else set()
    fits = {level: level not in shared and holders <= targets.keys() for level, holders in through.items()}
    chosen: dict[Element | None, set[Element]] = {}
    for holder in targets:
        fitting = None
        for level in chains.get(holder, ()):
            if not fits[level]:
                break
            fitting = (level,)
        if fitting:
            chosen.setdefault(fitting[0], set()).add(holder)
    for style, holders in chosen.items():
        properties = draft.defaults(change.group) if style is None else child_of(style, change.group)
        if properties is not None:
            yield properties, holders


def _sources(draft: Draft, line: Line, change: Change) -> list[Element | None]:
    """The styles from the paragraph's own to the one that states the look; None: the document's defaults."""
    levels: list[Element | None] = []
    for style in _chain(draft, line):
        levels.append(style)
        if _states(style.find(W + change.group), change):
            return levels
    return [*levels, None] if levels else []


def _chain(draft: Draft, line: Line) -> Iterator[Element]:
    """The style of a paragraph and those it is based on."""
    if line.element is None:
        return
    styles, default = draft.paragraph_styles
    name = value_of(line.element.find(f"{W}pPr"), "pStyle") or default
    name = name if name in styles else default
    for _ in range(_MOST_BASES):
        style = styles.get(name)
        if style is None:
            return
        yield style
        name = value_of(style, "basedOn") or ""


def _holders(line: Line, change: Change) -> list[Element]:
    if change.group == PARAGRAPH:
        return [] if line.element is None else [line.element]
    return [each.source for each in line.stretches if each.source is not None and each.text.strip()]


def _inherits(line: Line, holder: Element, change: Change) -> bool:
    """Whether it has the look from its styles: not of its own, nor from a list, nor from a style of words."""
    properties = holder.find(W + change.group)
    if _states(properties, change) or (change.tag == "ind" and line.label):
        return False
    return change.group == PARAGRAPH or value_of(properties, "rStyle") is None


def _states(properties: Element | None, change: Change) -> bool:
    child = None if properties is None else properties.find(W + change.tag)
    if child is None:
        return False
    return not child.attrib or any(child.get(W + name) is not None for name in change.attributes)

"""Copies of files with their breaches put right: each change proves itself, or is taken back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.mending.draft import Draft
from thidua_cli.conformance.mending.registry import MENDERS
from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.reading.package.refusal import WordFileError
from thidua_cli.conformance.rules.case import PARTS_OF_THEIR_OWN
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.conformance.rules.check import Breach
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

    Choose = Callable[[Draft], list[Breach]]
    Key = tuple[str, str]

# A change may make another one due, as a size does with the sizes that have to agree with it.
_MOST_ROUNDS = 4
# Drawn when the words above them look as they should: their length depends on it.
_LAST = frozenset({"draw-rule"})
_REFUSED = ("signed", "protected", "tracked-changes")
# Lines that may come and go: the drawn ones and those that only keep others apart.
_SILENT = (Component.BLANK, Component.RULE)


class Mended(NamedTuple):
    """The new file, and how many places were put right, by code."""

    data: bytes
    fixed: Counter[str]


def mend(
    data: bytes, shown: str, wanted: Callable[[Check], bool], *, house: bool = False
) -> tuple[Mended | None, list[Finding]]:
    """The file with the breaches of the checks that are `wanted` put right where that can be proved.

    None, with the reason, for what cannot be read and what must not be changed. Same bytes in, same out.
    """
    try:
        draft = Draft(data, shown, house=house)
    except WordFileError as refusal:
        return None, [refusal.finding(shown)]
    refused = _refusal(draft)
    if refused:
        return None, [Finding("TD710", Span(shown, 0, 1, 0, 1), {}, refused)]
    mended = _one_by_one(_together(draft, wanted), wanted)
    before, after = _counts(draft), _counts(mended)
    fixed = Counter({key[0]: 0 for key in before})
    for key, count in before.items():
        fixed[key[0]] += count - after[key]
    return Mended(mended.data, +fixed), []


def _refusal(draft: Draft) -> str:
    """Why a file must not be changed (a variant of TD710), empty where it may be."""
    word = draft.case.word
    told = next((trait for trait in _REFUSED if trait in word.traits), "")
    return told or ("unread" if word.unread else "strict" if draft.package.strict else "")


def _together(draft: Draft, wanted: Callable[[Check], bool]) -> Draft:
    """All changes at once but those that do not prove themselves; the file as it is where that fails."""
    doubtful: set[Key] = set()

    def choose(state: Draft) -> list[Breach]:
        mendable = (breach for breach in state.checked.breaches if _mendable(breach, wanted))
        return [breach for breach in mendable if _key(breach) not in doubtful]

    for _ in range(_MOST_ROUNDS):
        if not choose(draft):
            break
        mended = _rounds(draft, choose)
        left = set(map(_key, choose(mended)))
        if not left:
            # Where something else appeared nobody knows which of the changes is to blame.
            return mended if _sound(draft, mended) else draft
        doubtful |= left
    return draft


def _one_by_one(draft: Draft, wanted: Callable[[Check], bool]) -> Draft:
    """The changes that prove themselves, one after another."""
    tried: set[Key] = set()
    while True:
        left = [
            each for each in draft.checked.breaches if _mendable(each, wanted) and _key(each) not in tried
        ]
        if not left:
            return draft
        breach = min(left, key=lambda each: each.check.mend in _LAST)
        tried.add(_key(breach))
        draft = _attempt(draft, breach, wanted) or draft


def _attempt(draft: Draft, breach: Breach, wanted: Callable[[Check], bool]) -> Draft | None:
    """The file with one breach put right, and whatever that entails; only where it can be."""
    before, key = _counts(draft), _key(breach)
    hopeless: set[tuple[object, str]] = set()

    def choose(state: Draft) -> list[Breach]:
        return [
            each._replace(deviations=kept)
            for each in state.checked.breaches
            if _mendable(each, wanted)
            and (_key(each) == key or len(each.deviations) > before[_key(each)])
            and (kept := tuple(one for one in each.deviations if _place(one) not in hopeless))
        ]

    for _ in range(2):
        mended = _rounds(draft, choose)
        left = {
            _place(one) for each in mended.checked.breaches if _key(each) == key for one in each.deviations
        }
        if left <= hopeless:
            return mended if mended.data != draft.data and _sound(draft, mended) else None
        hopeless |= left
    return None


def _rounds(draft: Draft, choose: Choose) -> Draft:
    """Change, read and judge again, until nothing chosen is left or nothing changes any more.

    The draft itself stays as it is.
    """
    draft = draft.next(draft.data)
    for _ in range(_MOST_ROUNDS):
        chosen = choose(draft)
        now = [each for each in chosen if each.check.mend not in _LAST] or chosen
        for breach in now:
            MENDERS[breach.check.mend](draft, breach.check, breach.deviations)
        data = draft.package.packed()
        if data == draft.data:
            break
        draft = draft.next(data)
    return draft


def _sound(before: Draft, after: Draft) -> bool:
    """Whether no other breach appeared, and every line is still what it was."""
    old, new = _counts(before), _counts(after)
    return all(new[key] <= old[key] for key in new) and _parts(before) == _parts(after)


def _parts(draft: Draft) -> Sequence[Component]:
    """What the lines of the text are; which headers and footers are seen may well change."""
    own = (each for each in draft.case.anatomy.lines if each.line.place.story not in PARTS_OF_THEIR_OWN)
    return [each.component for each in own if each.component not in _SILENT]


def _mendable(breach: Breach, wanted: Callable[[Check], bool]) -> bool:
    return bool(breach.check.mend) and wanted(breach.check)


def _counts(draft: Draft) -> Counter[Key]:
    return Counter({_key(breach): len(breach.deviations) for breach in draft.checked.breaches})


def _key(breach: Breach) -> Key:
    return breach.check.code, breach.check.key


def _place(deviation: Deviation) -> tuple[object, str]:
    if deviation.line is not None:
        return deviation.line.place, deviation.variant
    return deviation.section.number if deviation.section else None, deviation.variant

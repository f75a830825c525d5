"""Fixes applied to a text and checked again: an edit that does not help is taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.source.edits import apart, edited

if TYPE_CHECKING:
    from thidua_cli.source.text import SourceText

Check = Callable[["SourceText"], Sequence[Finding]]
Key = tuple[str, str, str, tuple[tuple[str, str], ...]]

MOST_CHECKS = 500
TEXT, SHAPE = "TD0", "TD1"


class Mended(NamedTuple):
    """A text after its fixes, the findings that they answered, in order, and whether all were tried."""

    source: SourceText
    fixed: tuple[Finding, ...]
    finished: bool = True


def mend(source: SourceText, check: Check, wanted: Callable[[Finding], bool]) -> Mended:
    """Make the wanted fixes of this file, as long as one of them helps.

    One fix can bring another finding to light (below a mistake in the YAML, the whole plan): the text is
    checked again after every round. A round that does not help is halved until the one to blame stands alone.
    """
    fixed: list[Finding] = []
    refused: set[Key] = set()
    findings = check(source)
    batch: list[Finding] = []
    for _ in range(MOST_CHECKS):
        if not batch:
            here = (each for each in findings if each.fix and each.fix.span.path == source.path)
            batch = apart((each for each in here if wanted(each) and _key(each) not in refused), source)
        if not batch:
            return Mended(source, tuple(fixed))
        changed = edited(source, (each.fix for each in batch if each.fix))
        after = check(changed)
        if _helped(findings, after, batch):
            source, findings = changed, after
            fixed += batch
            batch = []
        elif len(batch) == 1:
            refused.add(_key(batch[0]))
            batch = []
        else:
            batch = batch[: len(batch) // 2]
    return Mended(source, tuple(fixed), finished=False)


def _helped(before: Sequence[Finding], after: Sequence[Finding], made: Sequence[Finding]) -> bool:
    """Whether there are no more errors than before, and every code that was mended is found less often.

    A mistake in the text hides those below it: where one less is left, the new ones were there before.
    """
    weight, now = _weight(before), _weight(after)
    if now[:2] < weight[:2]:
        return True
    counts, left = (Counter(each.code for each in findings) for findings in (before, after))
    answered = all(left[each.code] < counts[each.code] for each in made if not each.code.startswith(TEXT))
    return now <= weight and answered


def _weight(findings: Sequence[Finding]) -> tuple[int, int, int]:
    """Errors of the text, of the shape, and all others."""
    errors = [each.code[:3] for each in findings if severity_of(each) is Severity.ERROR]
    text, shape = errors.count(TEXT), errors.count(SHAPE)
    return text, shape, len(errors) - text - shape


def _key(finding: Finding) -> Key:
    replacement = finding.fix.replacement if finding.fix else ""
    return finding.code, finding.variant, replacement, tuple(sorted(finding.values.items()))

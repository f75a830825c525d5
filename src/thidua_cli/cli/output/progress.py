"""How far a long run has come: one line on stderr, on a terminal only, and only after a second."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUIET_SECONDS = 1.0
SECONDS_BETWEEN = 0.2
Item = TypeVar("Item")


def with_progress(items: Sequence[Item]) -> Iterator[Item]:
    """The items in turn, counted aloud where a person is watching."""
    if not sys.stderr.isatty():
        yield from items
        return
    due = monotonic() + QUIET_SECONDS
    shown = ""
    for number, item in enumerate(items, 1):
        if monotonic() >= due:
            shown = t("progress.count", number=number, total=len(items))
            sys.stderr.write(f"\r{shown}")
            sys.stderr.flush()
            due = monotonic() + SECONDS_BETWEEN
        yield item
    if shown:
        sys.stderr.write(f"\r{'':{len(shown)}}\r")

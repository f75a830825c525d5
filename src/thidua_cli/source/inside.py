"""Whether a file that another one names lies where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def lies_inside(folder: Path, path: Path) -> bool:
    """Whether a path, its links followed, stays in a folder; true of one that cannot be followed.

    Reading such a path says what is wrong with it.
    """
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
        return True

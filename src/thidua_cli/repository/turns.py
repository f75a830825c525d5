"""One run at a time writes into a folder: the others wait for their turn."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = ".thidua-lock"
PATIENCE = 10.0  # seconds after which a lock counts as left behind by a run that was killed
PAUSE = 0.02


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, a file that only one can create, while the block runs.

    A folder in which no file can be made has no lock: nothing can be written there either.
    """
    lock = folder / LOCK_NAME
    held = _taken(lock)
    try:
        yield
    finally:
        if held:
            with suppress(OSError):  # it then goes stale
                lock.unlink()


def _taken(lock: Path) -> bool:
    last = time.monotonic() + PATIENCE
    while True:
        try:
            lock.touch(exist_ok=False)
        except FileExistsError:
            if time.monotonic() >= last:
                return True
            time.sleep(PAUSE)
        except OSError:
            return False
        else:
            return True

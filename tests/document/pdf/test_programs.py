"""No program that is run outlives us, floods us or keeps us waiting."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.document.pdf.programs import MOST_KEPT, Ended, run

Fake = Callable[[str], Path]


def test_of_a_flood_the_beginning_is_kept(libreoffice: Fake) -> None:
    program = libreoffice(f"print('x' * {8 * MOST_KEPT})")
    assert run([str(program)], 30) == Ended("x" * MOST_KEPT)


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", "import os, time; os.close(1); time.sleep(60)"]
)
def test_what_says_nothing_or_no_more_is_ended(libreoffice: Fake, code: str) -> None:
    started = time.monotonic()
    assert run([str(libreoffice(code))], 1) == Ended("", late=True)
    assert time.monotonic() - started < 20


def test_what_works_on_in_silence_is_waited_for(libreoffice: Fake, tmp_path: Path) -> None:
    code = "import os, pathlib, time; os.close(1); time.sleep(3); pathlib.Path('done').touch()"
    assert run([str(libreoffice(code))], 30, tmp_path) == Ended("")
    assert (tmp_path / "done").exists()


def test_what_takes_too_long_is_ended_with_all_that_it_started(libreoffice: Fake, tmp_path: Path) -> None:
    program = libreoffice(
        "import os, pathlib, subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path('pid').write_text(str(child.pid))\n"
        "child.wait()"
    )
    started = time.monotonic()
    assert run([str(program)], 2, tmp_path) == Ended("", late=True)
    assert time.monotonic() - started < 20
    child = int((tmp_path / "pid").read_text())
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the program's child is still there")

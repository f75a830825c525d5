"""What the READMEs show is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from thidua_cli.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.vi.md")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    found, inside, lines = [], None, list[str]()
    for line in (ROOT / name).read_text("utf-8").splitlines(keepends=True):
        if not line.startswith("```"):
            lines.append(line)
        elif inside is None:
            inside, lines = line.strip().removeprefix("```"), []
        else:
            found += ["".join(lines)] if inside == language else []
            inside = None
    return found


@pytest.mark.parametrize("name", READMES)
def test_the_first_plan_gives_the_finding_shown(name: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(blocks(name, "yaml")[0], "utf-8")
    command = [sys.executable, "-m", "thidua_cli", "validate", "plan.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    shown = next(text for text in blocks(name, "") if "TD301" in text).strip().removesuffix("…").strip()
    assert done.returncode == 1
    assert shown in done.stdout


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_told(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert [command for command in COMMANDS if f"`thidua {command} " not in text] == []


def test_the_twins_have_the_same_sections_and_examples() -> None:
    english, vietnamese = ((ROOT / name).read_text("utf-8") for name in READMES)
    assert english.count("\n## ") == vietnamese.count("\n## ")
    assert blocks(READMES[0], "yaml") == blocks(READMES[1], "yaml")


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8"))
    assert [
        target for target in targets if not target.startswith("http") and not (ROOT / target).exists()
    ] == []


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_stand_at_the_top(name: str) -> None:
    first = blocks(name, "sh")[0]
    assert first.startswith("make demo")
    assert "make test" in first

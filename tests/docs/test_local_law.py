"""What the tutorial on local packs shows is what the program does, and the examples hold."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "goi-quy-dinh-dia-phuong.md"
EXAMPLES = ROOT / "docs" / "vi-du-goi"
PACKS = sorted(EXAMPLES.glob("*.yaml"))
FENCED = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"# tệp: (\S+)\n")


def test_every_command_of_the_tutorial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = FENCED.findall(PAGE.read_text("utf-8"))
    for kind, body in blocks:
        named = NAMED.match(body) if kind == "yaml" else None
        if named:
            path = tmp_path / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body[named.end() :], "utf-8")
    shown = [body for kind, body in blocks if kind == "console"]
    assert shown
    for body in shown:
        command, _, expected = body.partition("\n")
        assert command.startswith("$ thidua ")
        execute(shlex.split(command.removeprefix("$ thidua ")))
        out, err = capsys.readouterr()
        assert out + err == expected, command


def test_the_cases_of_the_examples_hold(capsys: pytest.CaptureFixture[str]) -> None:
    law = [word for pack in PACKS for word in ("--law", str(pack))]
    assert len(PACKS) == 3
    assert execute(["rules", "test", str(EXAMPLES), *law]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "không khớp 0." in out


def test_links_of_the_tutorial_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert [target for target in targets if not (PAGE.parent / target).exists()] == []

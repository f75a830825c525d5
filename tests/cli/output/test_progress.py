"""The counter: silent in a pipe and in short runs, gone when the run ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO

import pytest

from thidua_cli.cli.output import progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def clock(step: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += step


def run(monkeypatch: pytest.MonkeyPatch, stream: StringIO, step: float) -> str:
    ticking = clock(step)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "monotonic", lambda: next(ticking))
    assert list(progress.with_progress(["a", "b", "c"])) == ["a", "b", "c"]
    return stream.getvalue()


def test_a_long_run_is_counted_and_the_line_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run(monkeypatch, Terminal(), 1.0)
    assert shown.startswith("\rĐang xem 1/3 tệp…\r")
    assert "3/3" in shown
    assert shown.endswith("\r" + " " * len("Đang xem 3/3 tệp…") + "\r")


def test_a_short_run_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, Terminal(), 0.01) == ""


def test_a_pipe_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, StringIO(), 10.0) == ""

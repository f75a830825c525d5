"""Fixes are made as long as they help, and taken back where they do not."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.rules.mending import mend
from thidua_cli.source.text import SourceText


def _check(source: SourceText) -> list[Finding]:
    """A little language: `x` becomes `y`, `y` becomes `z`, `a` should become `b` but `b` is an error too."""
    return list(_found(source))


def _found(source: SourceText) -> Iterator[Finding]:
    codes = {"x": ("TD274", "y"), "y": ("TD204", "z"), "a": ("TD201", "b"), "b": ("TD201", None)}
    for at, letter in enumerate(source.text):
        if letter in codes:
            code, new = codes[letter]
            span = source.span(at, at + 1)
            yield Finding(code, span, {"at": letter}, fix=Fix(span, new, safe=True) if new else None)


def _mended(text: str) -> tuple[str, list[str]]:
    done = mend(SourceText("p.yaml", text), _check, lambda finding: finding.code != "TD205")
    return done.source.text, [finding.code for finding in done.fixed]


def test_what_a_fix_brings_to_light_is_mended_too() -> None:
    assert _mended("-x-x") == ("-z-z", ["TD274", "TD274", "TD204", "TD204"])


def test_a_fix_that_does_not_help_is_taken_back() -> None:
    assert _mended("a") == ("a", [])
    assert _mended("axa") == ("aza", ["TD274", "TD204"])


def test_one_bad_fix_among_many_costs_few_checks() -> None:
    runs = 0

    def counted(source: SourceText) -> list[Finding]:
        nonlocal runs
        runs += 1
        return [each for each in _check(source) if each.code != "TD204"]

    done = mend(SourceText("p.yaml", "x" * 150 + "a" + "x" * 150), counted, lambda _: True)
    assert (done.source.text, done.finished) == ("y" * 150 + "a" + "y" * 150, True)
    assert runs < 40


def test_only_what_is_wanted_is_mended() -> None:
    source = SourceText("p.yaml", "xy")
    assert mend(source, _check, lambda finding: finding.code == "TD204").source.text == "xz"


def test_an_edit_of_another_file_is_left_alone() -> None:
    other = SourceText("q.yaml", "x")
    assert mend(SourceText("p.yaml", "x"), lambda _: _check(other), lambda _: True).source.text == "x"


def test_an_endless_exchange_ends() -> None:
    def flip(source: SourceText) -> list[Finding]:
        span = source.span(0, 1)
        code, new = ("TD274", "q") if source.text == "p" else ("TD204", "p")
        return [Finding(code, span, fix=Fix(span, new, safe=True))]

    assert not mend(SourceText("p.yaml", "p"), flip, lambda _: True).finished

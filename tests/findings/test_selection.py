"""`--select` and `--ignore`."""

from __future__ import annotations

import pytest

from thidua_cli.findings.selection import SelectorProblem, parse_selection

ALL = ("TD201", "TD202", "TD210", "TD301")


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ([], [], ALL),
        (["TD201"], [], ("TD201",)),
        (["td201"], [], ("TD201",)),
        (["so-nam-ky-niem-sai"], [], ("TD201",)),
        (["TD2"], [], ("TD201", "TD202", "TD210")),
        (["2xx"], [], ("TD201", "TD202", "TD210")),
        (["2XX", "TD301"], [], ALL),
        (["TD2xx"], [], ("TD201", "TD202", "TD210")),
        (["2"], [], ("TD201", "TD202", "TD210")),
        (["TD20"], [], ("TD201", "TD202")),
        (["TD20x"], [], ("TD201", "TD202")),
        (["TD201, TD202"], [], ("TD201", "TD202")),
        ([], ["TD2"], ("TD301",)),
        ([], ["TD20"], ("TD210", "TD301")),
        (["TD2"], ["TD201"], ("TD202", "TD210")),
        (["TD201"], ["TD2"], ("TD201",)),
        (["TD201"], ["TD201"], ()),
        ([], ["3xx"], ALL),
        (["TD3"], ["TD3"], ("TD301",)),
    ],
)
def test_selection(select: list[str], ignore: list[str], kept: tuple[str, ...]) -> None:
    selection, problems = parse_selection(select, ignore)
    assert problems == []
    assert selection is not None
    assert tuple(code for code in ALL if selection.keeps(code)) == kept


@pytest.mark.parametrize("selector", ["TD999", "TD8", "8xx", "xyz", "TD2011", "2xxx", "TD", "x2"])
def test_what_names_no_code_is_a_problem(selector: str) -> None:
    assert parse_selection([selector], []) == (None, [SelectorProblem(selector, "unknown")])
    assert parse_selection([], [f"TD201,{selector}"]) == (None, [SelectorProblem(selector, "unknown")])


@pytest.mark.parametrize("selector", ["TD301", "ty-le-vuot"])
def test_a_rule_of_law_is_not_ignored_by_name(selector: str) -> None:
    assert parse_selection([], [selector]) == (None, [SelectorProblem("TD301", "legal")])

"""Comments that switch findings off, and what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.findings.suppression import apply, find_suppressions


def at(line: int, code: str = "TD201", path: str = "p.yaml") -> Finding:
    return Finding(code, Span(path, line, 3, line, 5))


def remaining(
    text: str, *findings: Finding, ranges: tuple[tuple[int, int], ...] = ()
) -> list[tuple[int, str]]:
    """(line, code) of what is left, problems of the comments included."""
    suppressions, problems = find_suppressions(text, "p.yaml", ranges)
    return [(one.span.line, one.code) for one in (*problems, *apply(findings, suppressions))]


def fixed(text: str, finding: Finding) -> str:
    """The text with the fix of a finding applied."""
    assert finding.fix is not None
    assert finding.fix.safe
    span = finding.fix.span
    lines = [*text.splitlines(keepends=True), ""]
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    end = sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1
    return text[:start] + finding.fix.replacement + text[end:]


END = "a: 1\nb: 2  # thidua: ignore[TD201] lý do\nc: 3\n"
ABOVE = "a: 1\n# thidua: ignore[TD201] lý do\nb:\n  c: 3\n\n  # ghi chú\n  d: 4\ne: 5\n"
ITEMS = "# thidua: ignore[TD201] lý do\nlist:\n- a: 1\n  b: 2\n- c: 3\nnext: 4\n"
ITEM = "list:\n  # thidua: ignore[TD201] lý do\n  - a: 1\n    b: 2\n  - c: 3\n"
STACK = "# thidua: ignore[TD201] lý do\n# thidua: ignore[TD202] lý do\na: 1\nb: 2\n"
GAP = "# thidua: ignore[TD201] lý do\n\na: 1\n"
FILE = "a: 1\nb: 2\n# thidua: file-ignore[TD201] lý do\n"


@pytest.mark.parametrize(
    ("text", "covered", "beyond"),
    [(END, [2], [1, 3]), (ABOVE, [3, 4, 7], [1, 8]), (ITEMS, [2, 3, 4, 5], [6]), (ITEM, [3, 4], [1, 5])],
)
def test_what_a_comment_covers(text: str, covered: list[int], beyond: list[int]) -> None:
    findings = [at(line) for line in (*covered, *beyond)]
    assert remaining(text, *findings) == [(line, "TD201") for line in beyond]


def test_comments_may_be_stacked() -> None:
    assert remaining(STACK, at(3), at(3, "TD202"), at(4)) == [(4, "TD201")]


def test_a_blank_line_parts_the_comment_from_the_node() -> None:
    assert remaining(GAP, at(3)) == [(3, "TD201"), (1, "TD901")]


def test_a_comment_for_the_file() -> None:
    assert remaining(FILE, at(1), at(2), at(1, "TD202"), at(1, path="other.yaml")) == [
        (1, "TD202"),
        (1, "TD201"),
    ]


@pytest.mark.parametrize("listed", ["so-nam-ky-niem-sai", "td201", " TD201 ", "TD202, TD201,"])
def test_names_cases_and_lists(listed: str) -> None:
    text = f"a: 1 #thidua:ignore [{listed}]: vì bản gốc ghi vậy\n"
    assert remaining(text, at(1), at(1, "TD202"))[:1] in ([], [(1, "TD202")])
    assert (1, "TD201") not in remaining(text, at(1))


@pytest.mark.parametrize(
    ("comment", "code", "variant"),
    [
        ("ignore[TD201]", "TD903", ""),
        ("ignore[TD201] …!", "TD903", ""),
        ("file-ignore[TD201]", "TD903", ""),
        ("ignore[TD299] lý do", "TD902", "near"),
        ("ignore[@@@] lý do", "TD902", ""),
        ("ignore[ty-le-vuot] lý do", "TD904", ""),
        ("ignore[TD900] lý do", "TD904", "tool"),
        ("ignore[TD001] lý do", "TD904", "tool"),
        ("ignore[TD530] lý do", "TD904", "elsewhere"),
        ("ignore lý do", "TD905", "codes"),
        ("ignore[] lý do", "TD905", "codes"),
        ("ignore[ , ] lý do", "TD905", "codes"),
        ("ignore[TD201 lý do", "TD905", "codes"),
        ("ignored[TD201] lý do", "TD905", ""),
        ("bỏ qua", "TD905", ""),
        ("", "TD905", ""),
    ],
)
def test_a_comment_that_does_not_work(comment: str, code: str, variant: str) -> None:
    suppressions, problems = find_suppressions(f"a: 1  # thidua: {comment}\n", "p.yaml")
    assert [(one.code, one.variant) for one in problems] == [(code, variant)]
    finding = at(1, "TD301" if "vuot" in comment else "TD201")
    assert apply([finding], suppressions) == [finding]
    for lang in ("vi", "en"):
        assert "{" not in message_of(problems[0], lang)


def test_the_good_codes_of_a_list_still_work() -> None:
    assert remaining("a: 1  # thidua: ignore[TD301, TD201] lý do\n", at(1), at(1, "TD301")) == [
        (1, "TD904"),
        (1, "TD301"),
    ]


def test_the_place_of_a_problem_is_the_comment() -> None:
    _, [problem] = find_suppressions("đơn vị: 1  # thidua: ignore[TD201]  \nb: 2\n", "p.yaml")
    assert problem.span == Span("p.yaml", 1, 12, 1, 35)


@pytest.mark.parametrize(
    "text", ["a: 'x # thidua: ignore[TD201] lý do'\n", "a: |\n  # thidua: ignore[TD201] lý do\n"]
)
def test_content_of_scalars_is_no_comment(text: str) -> None:
    ranges = ((text.index("'") if "'" in text else text.index("|"), len(text) - 1), (0, 1))
    assert find_suppressions(text, "p.yaml", ranges) == ([], [])


@pytest.mark.parametrize(
    "text", ["a: x#thidua: ignore[TD201] lý do\n", "a: 1 # thidua\n", "# các tệp thidua: plan\n"]
)
def test_what_is_not_addressed_to_the_tool(text: str) -> None:
    assert find_suppressions(text, "p.yaml") == ([], [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_endings(end: str) -> None:
    text = END.replace("\n", end)
    assert remaining(text, at(1), at(2), at(3)) == [(1, "TD201"), (3, "TD201")]


@pytest.mark.parametrize(
    ("text", "unused", "after"),
    [
        ("a: 1   # thidua: ignore[TD201] lý do\nb: 2\n", "TD201", "a: 1\nb: 2\n"),
        ("a: 1 # ghi chú # thidua: ignore[TD201] lý do\n", "TD201", "a: 1 # ghi chú\n"),
        ("a:\n  # thidua: ignore[TD201] lý do\n  b: 2\n", "TD201", "a:\n  b: 2\n"),
        ("a: 1\n# thidua: file-ignore[TD201] lý do", "TD201", "a: 1\n"),
        ("a: 1 # thidua: ignore[TD202,TD201] lý do\n", "TD201", "a: 1 # thidua: ignore[TD202] lý do\n"),
        ("a: 1 # thidua: ignore[TD201, TD210,TD202] x\n", "TD201, TD210", "a: 1 # thidua: ignore[TD202] x\n"),
    ],
)
def test_an_unused_comment_has_a_safe_fix(text: str, unused: str, after: str) -> None:
    suppressions, problems = find_suppressions(text, "p.yaml")
    line = suppressions[0].first
    left = apply([at(line, "TD202")] if "TD202" in text else [], suppressions)
    assert problems == []
    assert [(one.code, one.values["codes"]) for one in left] == [("TD901", unused)]
    assert fixed(text, left[0]) == after


def test_a_comment_for_the_file_that_covers_nothing() -> None:
    assert [one.variant for one in apply([], find_suppressions(FILE, "p.yaml")[0])] == ["file"]


def test_a_comment_used_twice_is_used() -> None:
    assert remaining(STACK.replace("TD202", "TD201"), at(3), at(3)) == []


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="#thidua: ignore[TD201]\n\r-x\u00e0\u2028", max_size=120))
def test_arbitrary_text_is_read_without_an_error(text: str) -> None:
    suppressions, problems = find_suppressions(f"# thidua: {text}\n{text}", "p.yaml", [(3, 5)])
    for finding in (*problems, *apply([at(1), at(2)], suppressions)):
        assert finding.span.line >= 1
        assert (finding.span.line, finding.span.column) <= (finding.span.end_line, finding.span.end_column)


def test_many_comments_cost_no_more_than_their_number() -> None:
    text = "# thidua: ignore[TD201] lý do\n" * 20_000 + "a: 1\n"
    suppressions, _ = find_suppressions(text, "p.yaml")
    assert {(one.first, one.last) for one in suppressions} == {(20_001, 20_001)}
    assert apply([at(20_001)], suppressions) == []

"""YAML to nodes: the two parsers agree, hostile files are refused, places are exact."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import entries, message_of
from thidua_cli.source.nodes import Mapping, Node, Scalar, Sequence, as_data
from thidua_cli.source.text import SourceText, decode
from thidua_cli.source.tree_builder import MAX_DEPTH
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding

both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])


def read(text: str, *, pure: bool = False) -> tuple[Node | None, list[Finding]]:
    return read_yaml(SourceText("plan.yaml", text), pure=pure)


def apply(text: str, finding: Finding) -> str:
    """The text after the finding's fix."""
    assert finding.fix is not None
    starts, span = SourceText("p", text).lines.starts, finding.fix.span
    start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
    return text[:start] + finding.fix.replacement + text[end:]


GOOD = """\
# ghi chú
thidua: 1
"quoted": 'it''s'
text: |
  dòng một
  ; dòng hai

folded: >-
  một
  hai
flow: {a: [1, "2"], b: {c: d}}
list:
- 8,76%
-
- - 😀 ế
  - sâu
empty:
last: "a\\u1ebf
  b"
"""


@both_parsers
def test_data_and_places(pure: bool) -> None:
    root, findings = read(GOOD, pure=pure)
    assert findings == []
    assert root is not None
    assert as_data(root) == {
        "thidua": "1",
        "quoted": "it's",
        "text": "dòng một\n; dòng hai\n",
        "folded": "một hai",
        "flow": {"a": ["1", "2"], "b": {"c": "d"}},
        "list": ["8,76%", None, ["😀 ế", "sâu"]],
        "empty": None,
        "last": "aế b",
    }
    assert isinstance(root, Mapping)
    written = {key.text: GOOD[value.start : value.end] for key, value in root.entries}
    assert written["quoted"] == "'it''s'"
    assert written["text"] == "|\n  dòng một\n  ; dòng hai"
    assert written["flow"] == '{a: [1, "2"], b: {c: d}}'
    assert written["list"] == "- 8,76%\n-\n- - 😀 ế\n  - sâu"
    assert written["empty"] == ""
    assert written["last"] == '"a\\u1ebf\n  b"'


def test_both_parsers_give_the_same_tree() -> None:
    assert read(GOOD) == read(GOOD, pure=True)
    windows = GOOD.replace("\n", "\r\n")
    assert read(windows) == read(windows, pure=True)


keys = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
plain_values = st.from_regex(r"[a-zđếộ😀][a-zđếộ😀 0-9,%]{0,12}", fullmatch=True).map(str.strip)
documents = st.recursive(
    plain_values,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def as_block(value: object, indent: int = 0) -> str:
    pad = "\n" + " " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{key}: {as_block(below, indent + 2)}" for key, below in value.items())
    if isinstance(value, list):
        return "".join(f"{pad}- {as_block(below, indent + 2)}" for below in value)
    return str(value)


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for key, value in node.entries for scalar in (key, *scalars(value))]


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(keys, documents, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_round_trip_of_places(document: dict[str, object], line_break: str) -> None:
    text = as_block(document).lstrip("\n").replace("\n", line_break)
    root, findings = read(text)
    assert findings == []
    assert root is not None
    assert as_data(root) == document
    for scalar in scalars(root):
        assert text[scalar.start : scalar.end] == scalar.text
        span = scalar.span
        assert root.source.lines.line(span.line)[span.column - 1 : span.end_column - 1] == scalar.text


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(data: bytes) -> None:
    source, _ = decode(data, "p")
    if source is not None:
        root, findings = read_yaml(source)
        assert root is not None or findings


yaml_like = st.text(
    alphabet=st.sampled_from("ab1: -\n\t'\"[]{},#&*!|>%@`?\\\u00a0\u200bế\x00\x0b\x85\ud800…"), max_size=40
)


@both_parsers
@settings(deadline=None, max_examples=250)
@given(yaml_like)
def test_no_text_raises(pure: bool, text: str) -> None:
    source = SourceText("p", text)
    root, findings = read_yaml(source, pure=pure)
    assert root is not None or findings
    for finding in findings:
        assert message_of(finding, "vi")
        assert "{" not in message_of(finding, "vi").replace("{", "", text.count("{"))


@both_parsers
@pytest.mark.parametrize("opening", ["[", "a: {", "- ", "? ", "{a: "])
def test_deep_nesting_is_refused(opening: str, pure: bool) -> None:
    root, findings = read(opening * 50_000, pure=pure)
    assert root is None
    assert findings


def test_the_allowed_depth() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
    assert [one.variant for one in read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1]] == ["depth"]


def test_the_allowed_number_of_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_cli.source.tree_builder.MAX_NODES", 4)
    assert read("[a, b, c]")[1] == []
    root, (finding,) = read("[a, b, c, d]")
    assert root is None
    assert (finding.code, finding.variant, finding.values) == ("TD019", "nodes", {"limit": "4"})


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    root, findings = read(text)
    assert root is None
    assert {one.code for one in findings} == {"TD017"}


@both_parsers
@pytest.mark.parametrize(
    ("text", "code", "variant", "written"),
    [
        ("a: &b c\n", "TD017", "anchor", "&b"),
        ("a: &b [c]\n", "TD017", "anchor", "&b"),
        ("a: *b\n", "TD017", "alias", "*b"),
        ("<<: {a: 1}\n", "TD017", "merge", "<<"),
        ("a: !!python/object:os.system x\n", "TD018", "", "!!python/object:os.system"),
        ("a: !!binary aGk=\n", "TD018", "", "!!binary"),
        ("a: ! b\n", "TD018", "", "!"),
        ("a: !b {c: 1}\n", "TD018", "", "!b"),
        ("a: 1\nb: 2\na: 3\n", "TD013", "", "a"),
        ("? [a]\n: b\n", "TD014", "collection", "[a]"),
        ("'': b\n", "TD014", "", "''"),
        ("a: 1\n---\nb: 2\n", "TD015", "", "---"),
        ("a: 1\n...\n---\nb: 2\n", "TD015", "", "---"),
        ("a: {growth: 8,76%}\n", "TD020", "mapping", "8,76%"),
        ("a: {growth: 19.663,5 tỷ đồng, b: c}\n", "TD020", "mapping", "19.663,5 tỷ đồng"),
        ("a: {growth: từ 8, 5%}\n", "TD020", "mapping", "từ 8, 5%"),
        ("\u00a0\u00a0a: 1\n", "TD010", "indent", "\u00a0\u00a0"),
        ('a: "b\\u0007"\n', "TD009", "escape", '"b\\u0007"'),
    ],
)
def test_what_is_refused(text: str, code: str, variant: str, written: str, pure: bool) -> None:
    source = SourceText("p", text)
    root, (finding,) = read_yaml(source, pure=pure)
    assert root is None
    assert (finding.code, finding.variant) == (code, variant)
    span = finding.span
    assert source.lines.line(span.line)[span.column - 1 : span.end_column - 1] == written


def test_a_duplicate_names_the_first_place() -> None:
    _, (finding,) = read("a:\n  b: 1\n  b: 2\n")
    assert finding.values == {"key": "b", "line": "2"}
    assert [(one.key, one.span.line) for one in finding.related] == [("first", 2)]


def test_everything_refused_is_told_at_once() -> None:
    findings = read("a: &x 1\na: *x\nb: !t 1\nb: {c: 8,5%}\n")[1]
    assert sorted((one.span.line, one.code) for one in findings) == [
        (1, "TD017"),
        (2, "TD013"),
        (2, "TD017"),
        (3, "TD018"),
        (4, "TD013"),
        (4, "TD020"),
    ]


@pytest.mark.parametrize("text", ["", " \n", "# ghi chú\n", "---\n", "---\n...\n"])
def test_an_empty_file(text: str) -> None:
    root, (finding,) = read(text)
    assert (root, finding.code) == (None, "TD016")


@pytest.mark.parametrize(
    "text", ["a: [8, 76%]", "a: [1,2,3]", "a: {b: 8, c: 9}", "a: {ldtt, cstdcs}", "- 8,76%"]
)
def test_commas_that_split_nothing(text: str) -> None:
    root, findings = read(text)
    assert (root is not None, findings) == (True, [])


def test_a_number_split_in_a_list_is_only_doubted() -> None:
    root, (finding,) = read("a: [8,76%]")
    assert root is not None
    assert (finding.code, finding.variant, finding.severity) == ("TD020", "list", "warning")
    assert apply("a: [8,76%]", finding) == 'a: ["8,76%"]'


def test_a_no_break_space_after_a_colon() -> None:
    root, (finding,) = read("a:\n  theme:\u00a0Đoàn kết")
    assert root is not None
    assert (finding.code, finding.variant) == ("TD010", "colon")
    assert apply("a:\n  theme:\u00a0Đoàn kết", finding) == "a:\n  theme: Đoàn kết"


def test_decomposed_letters_are_read_composed_and_fixed() -> None:
    text = unicodedata.normalize("NFD", "a: 1\ntheme: Đoàn kết\nb: Tiến\n")
    root, (finding,) = read(text)
    assert root is not None
    assert as_data(root) == {"a": "1", "theme": "Đoàn kết", "b": "Tiến"}
    assert finding.code == "TD007"
    assert finding.values == {"lines": "2", "letter": "à"}
    assert finding.span.place == "plan.yaml:2:10"
    assert finding.fix is not None
    assert finding.fix.safe
    assert apply(text, finding) == unicodedata.normalize("NFC", text)
    assert isinstance(root, Mapping)
    value = root.entries[1][1]
    assert text[value.start : value.end] == unicodedata.normalize("NFD", "Đoàn kết")


def test_invisible_characters_are_left_out_and_fixed() -> None:
    text = "the\u200bme: Đoàn\u202e kết"
    root, findings = read(text)
    assert root is not None
    assert as_data(root) == {"theme": "Đoàn kết"}
    assert [(one.code, one.variant) for one in findings] == [("TD008", ""), ("TD008", "direction")]
    assert findings[0].values == {"character": "U+200B"}
    assert apply(text, findings[0]) == text.replace("\u200b", "")


def test_emoji_sequences_keep_their_joiner() -> None:
    root, findings = read("a: 👩‍🌾")
    assert findings == []
    assert root is not None
    assert as_data(root) == {"a": "👩‍🌾"}


@pytest.mark.parametrize(
    ("character", "variant"),
    [
        ("\x00", "nul"),
        ("\x0b", "soft-break"),
        ("\x0c", "page-break"),
        ("\u2028", "line-separator"),
        ("\x85", "line-separator"),
        ("\x07", ""),
        ("\ud800", ""),
        ("\uffff", ""),
    ],
)
def test_control_characters_are_refused(character: str, variant: str) -> None:
    root, (finding,) = read(f"a: b{character}c")
    assert root is None
    assert (finding.code, finding.variant) == ("TD009", variant)
    assert finding.span.column == 5


def test_floods_are_reported_in_part() -> None:
    assert len(read("a: " + "b\u200b" * 1000)[1]) == 50


def test_every_code_of_the_room_has_its_words() -> None:
    for code, entry in entries().items():
        if code < "TD200":
            for part in ("messages", "expected", "related"):
                assert set(entry.words["vi"].get(part, {})) == set(entry.words["en"].get(part, {})), (
                    code,
                    part,
                )
            assert entry.text("why", "vi")

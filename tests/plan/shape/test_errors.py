"""Errors of shape: the right place, the right words, none of the machinery."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from thidua_cli.findings.catalogue import entries, expected_of, message_of
from thidua_cli.plan.shape.errors import shape_findings
from thidua_cli.source.nodes import as_data
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _ratio(value: Any) -> Any:
    if value == "57,500":
        raise PydanticCustomError("td:TD120:two_numbers", "two readings", {"text": value})
    if value == "xấu":
        raise PydanticCustomError("td:TD125", "no variant", {"text": value, "count": 3})
    if value == "lạ":
        raise ValueError("a message of the program")
    return value


Ratio = Annotated[Any, BeforeValidator(_ratio), WithJsonSchema({"examples": ["90%", "từ 15 đến 20%"]})]


class Level(StrEnum):
    CITY = "thanh-pho"
    PROVINCE = "tinh"


class Plain(Strict):
    kind: Literal["plain"]
    int: str = Field(description="khóa trùng tên kiểu")
    plain: Literal["x", "y"] = "x"


class Banded(Strict):
    kind: Literal["banded", "it's"]
    band: list[str] = Field(description="các mức", min_length=2, max_length=3)


def _form(value: Any) -> str | None:
    if isinstance(value, dict):
        return "long" if "rank" in value else "short"
    return None


class Short(Strict):
    name: str


class Long(Strict):
    rank: int = Field(gt=0, le=10)
    name: str


class Signature(Strict):
    name: str
    title: str = Field(description="chức vụ")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Phase(Strict):
    start: str = Field(alias="from", description="ngày bắt đầu")
    name: str = Field("", min_length=2, max_length=5)


class Model(Strict):
    thidua: str = Field("1", description="phiên bản")
    theme: str | None = None
    share: Ratio | None = None
    level: Level | None = None
    phases: list[Phase] = []
    criteria: list[Annotated[Plain | Banded, Field(discriminator="kind")]] = []
    one: Annotated[Plain | Banded, Field(discriminator="kind")] | None = None
    award: (
        Annotated[Annotated[Short, Tag("short")] | Annotated[Long, Tag("long")], Discriminator(_form)] | None
    ) = None
    signature: Signature | None = None
    ok: bool = True
    count: int = 0
    ratio: float = 0
    day: date | None = None
    code: str = Field("a", pattern="^[a-z]+$", description="chữ thường", examples=["abc"])
    table: dict[str, Short] = {}
    nothing: None = None
    loose: int | Literal["auto"] = 0


def shape(text: str) -> list[tuple[Finding, str]]:
    """The findings of a text, each with the text at its place."""
    source = SourceText("p", text)
    root, findings = read_yaml(source)
    assert root is not None, findings
    with pytest.raises(ValidationError) as caught:
        Model.model_validate(as_data(root))
    found = []
    for finding in shape_findings(caught.value, root, Model):
        line = source.lines.line(finding.span.line)
        assert finding.span.line == finding.span.end_line
        found.append((finding, line[finding.span.column - 1 : finding.span.end_column - 1]))
    return found


@pytest.mark.parametrize(
    ("text", "code", "variant", "written"),
    [
        ("phases:\n  - name: abc\n    \n", "TD101", "meaning", "name: abc"),
        ("award: {rank: 1}", "TD101", "", "{rank: 1}"),
        ("signature: Nguyễn Văn A", "TD101", "meaning", "Nguyễn Văn A"),
        ("criteria:\n  - int: a", "TD101", "chooser", "int: a"),
        ("chu_de: Đoàn kết", "TD102", "nearest", "chu_de"),
        ("phases:\n  - {from: a, Tên: b}", "TD102", "nearest", "Tên"),
        ("tehme: x", "TD102", "nearest", "tehme"),
        ("zzz: x", "TD102", "", "zzz"),
        ("criteria:\n  - kind: plain\n    int: a\n    list: b", "TD102", "", "list"),
        ("phases: Đợt I", "TD103", "list", "Đợt I"),
        ("phases:\n  - Đợt I", "TD103", "mapping", "Đợt I"),
        ("theme:\n  - a\n  - b", "TD103", "text", "- a"),
        ("theme:\n  a: b\n", "TD103", "text", "a: b"),
        ("ok: có", "TD103", "boolean", "có"),
        ("count: 1,5", "TD103", "whole", "1,5"),
        ("count: '1.5'", "TD103", "whole", "'1.5'"),
        ("ratio: x", "TD103", "number", "x"),
        ("day: 31/2", "TD103", "date", "31/2"),
        ("- a", "TD103", "root", "- a"),
        ("phases:", "TD104", "list", ""),
        ("phases:\n  -\n", "TD104", "mapping", ""),
        ("code: ~", "TD104", "text", "~"),
        ("level: Tỉnh", "TD105", "nearest", "Tỉnh"),
        ("level: quốc gia", "TD105", "", "quốc gia"),
        ("criteria:\n  - kind: plain\n    int: a\n    plain: z", "TD105", "", "z"),
        ("criteria:\n  - kind: bandd\n    int: a", "TD105", "nearest", "bandd"),
        ("code: A1", "TD106", "examples", "A1"),
        ("criteria: [{kind: banded, band: [a]}]", "TD107", "items-min", "[a]"),
        ("criteria: [{kind: it's, band: [a, b, c, d]}]", "TD107", "items-max", "[a, b, c, d]"),
        ("phases: [{from: a, name: b}]", "TD107", "text-min", "b"),
        ("phases: [{from: a, name: bbbbbb}]", "TD107", "text-max", "bbbbbb"),
        ("phases: [{from: a, name: ''}]", "TD104", "text", "''"),
        ("award: {rank: 0, name: a}", "TD108", "above", "0"),
        ("award: {rank: 11, name: a}", "TD108", "at-most", "11"),
        ("award: Cờ thi đua", "TD109", "", "Cờ thi đua"),
        ("share: lạ", "TD110", "examples", "lạ"),
        ("nothing: x", "TD110", "", "x"),
        ("share: 57,500", "TD120", "two_numbers", "57,500"),
        ("share: xấu", "TD125", "", "xấu"),
        ("loose: x", "TD105", "", "x"),
        ("table:\n  int: {name: a, b: c}", "TD102", "", "b"),
        ("one: {kind: plain, int: []}", "TD103", "text", "[]"),
    ],
)
def test_one_error(text: str, code: str, variant: str, written: str) -> None:
    found = shape(text)
    assert [(finding.code, finding.variant, place) for finding, place in found] == [(code, variant, written)]


def only(text: str) -> Finding:
    ((finding, _),) = shape(text)
    return finding


def test_a_missing_key_says_what_it_means() -> None:
    assert only("phases:\n  - name: abc").values == {
        "key": "from",
        "meaning": "ngày bắt đầu",
        "parent": "phases",
    }
    assert expected_of(only("criteria:\n  - int: a"), "vi") == "kind: một trong banded, it's, plain"


def test_an_unknown_key_lists_the_keys_of_its_place() -> None:
    finding = only("phases:\n  - {from: a, x_y: b}")
    assert finding.values["allowed"] == "from, name"
    assert only("criteria: [{kind: plain, int: a, q: b}]").values["allowed"] == "kind, int, plain"
    assert only("award: {rank: 1, name: a, q: b}").values["allowed"] == "rank, name"


def test_an_unknown_key_is_renamed_where_one_is_meant() -> None:
    finding = only("chu_de: Đoàn kết")
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == ("theme", False)
    assert [one.fix for one, _ in shape("theme: a\nchu_de: b")] == [None]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    found = shape("phases:\n  - form: a\n  - name: abc")
    assert [(finding.code, place) for finding, place in found] == [("TD102", "form"), ("TD101", "name: abc")]


def test_a_value_outside_a_list_names_the_list() -> None:
    finding = only("level: Tỉnh")
    assert finding.values == {
        "key": "level",
        "found": "Tỉnh",
        "allowed": "thanh-pho, tinh",
        "nearest": "tinh",
    }
    assert finding.fix is not None
    assert finding.fix.replacement == "tinh"


def test_values_of_the_plans_own_errors() -> None:
    assert only("share: xấu").values == {"key": "share", "found": "xấu", "text": "xấu", "count": "3"}
    assert only("share: lạ").values["examples"] == "90%, từ 15 đến 20%"


def test_all_errors_at_once_in_the_order_of_the_file() -> None:
    found = shape("zzz: 1\nphases:\n  - name: a\n  - from: b\n    x: c\ncount: d\nlevel: e\n")
    assert [(finding.code, finding.span.line) for finding, _ in found] == [
        ("TD102", 1),
        ("TD101", 3),
        ("TD107", 3),
        ("TD102", 5),
        ("TD103", 6),
        ("TD105", 7),
    ]


def test_two_keys_missing_at_one_place_are_both_told() -> None:
    found = [finding for finding, _ in shape("signature: {}")]
    assert [finding.values["key"] for finding in found] == ["name", "title"]


def test_a_key_called_like_a_tag_is_not_taken_for_it() -> None:
    ((finding, place),) = shape("criteria:\n  - kind: plain\n    int: a\n    plain: [q]")
    assert (finding.code, finding.values["key"], place) == ("TD105", "plain", "[q]")


values = st.sampled_from(
    ["x", "''", "~", "true", "1", "-3", "57,500", "lạ", "[]", "[a]", "{}", "{kind: plain}", "{a: b}"]
)
names = st.sampled_from([*Model.model_fields, "zzz", "Chủ đề", "int", "str", "function-after[x]"])


@settings(deadline=None, max_examples=120)
@given(st.dictionaries(names, values, min_size=1, max_size=6))
def test_no_words_of_the_machinery(document: dict[str, str]) -> None:
    root, _ = read_yaml(SourceText("p", "".join(f"{key}: {value}\n" for key, value in document.items())))
    assert root is not None
    try:
        Model.model_validate(as_data(root))
    except ValidationError as error:
        findings = shape_findings(error, root, Model)
        assert findings
        for finding in findings:
            message = message_of(finding, "vi")
            assert message
            assert not re.search(r"\{\w+\}", message.replace("{kind", "").replace("{a:", ""))
            assert not re.search(
                r"Input|should|valid|union|tag|dict|discriminator|None|function-after\[x\]\]", message
            )


def test_every_variant_has_words() -> None:
    for code in ("TD101", "TD102", "TD103", "TD104", "TD105", "TD106", "TD107", "TD108", "TD109", "TD110"):
        assert {"vi", "en"} == set(entries()[code].words)
    kinds = {"list", "mapping", "text", "boolean", "whole", "number", "date", "root"}
    assert kinds < set(entries()["TD103"].words["vi"]["messages"])
    assert kinds < set(entries()["TD104"].words["vi"]["messages"])

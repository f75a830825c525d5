"""The list of what templates have at hand is complete, explained, and true."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.cli.main import execute
from thidua_cli.document.composing.compose import Composed, composed
from thidua_cli.document.context.listing import LOOP, listing
from thidua_cli.document.context.words import words
from thidua_cli.document.office.names import office_names
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.document.templating.filters import FILTERS, TESTS
from thidua_cli.document.templating.sandbox import FUNCTIONS
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

if TYPE_CHECKING:
    from thidua_cli.document.context.listing import Group

ROOT = Path(__file__).resolve().parents[3]
PLANS = sorted([*ROOT.glob("plans/*/plan.yaml"), *ROOT.glob("docs/vi-du-*/**/plan.yaml")])
LANGUAGES = ("vi", "en")


def read(path: Path) -> Composed:
    loaded, findings = load_plan(
        SourceText("plan.yaml", path.read_text("utf-8")), PlanFiles(path.parent, path.parent)
    )
    assert loaded is not None, findings
    made, _ = composed(loaded, open_templates())
    assert made is not None
    return made


def groups(made: Composed, lang: str = "vi") -> dict[str, Group]:
    blocks = made.document.blocks if made.document else ()
    return {group.id: group for group in listing(made.values, office_names(blocks, made.values), lang)}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_every_name_is_explained_in_both_languages(path: Path) -> None:
    made = read(path)
    for lang in LANGUAGES:
        unexplained = [
            entry.name for group in groups(made, lang).values() for entry in group.entries if not entry.about
        ]
        assert unexplained == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_values_are_clean_text(path: Path) -> None:
    shown = [entry.value for group in groups(read(path)).values() for entry in group.entries]
    assert not [text for text in shown if any(ord(char) < ord(" ") and char != "\n" for char in text)]


def test_it_is_complete() -> None:
    found = groups(read(PLANS[0]))
    assert [entry.name for entry in found["filters"].entries] == list(FILTERS)
    assert [entry.name for entry in found["tests"].entries] == list(TESTS)
    assert [entry.name for entry in found["functions"].entries] == [*FUNCTIONS, LOOP]
    known = words()
    assert set(known["filters"]) == set(FILTERS)
    assert set(known["tests"]) == set(TESTS)
    assert set(known["functions"]) == {*FUNCTIONS, LOOP}
    made = read(PLANS[0])
    top = {entry.name for kind in ("document", "plan") for entry in found[kind].entries}
    assert {name for name in made.values if not name.startswith("_")} <= top
    assert set(known["names"]["document"]) | set(known["names"]["plan"]) == {
        name for name in made.values if not name.startswith("_")
    }
    office = office_names(made.document.blocks if made.document else (), made.values)
    assert list(known["names"]["word"]) == list(office)


@pytest.mark.parametrize("kind", ["word", "document", "plan"])
def test_what_is_listed_can_be_written(kind: str) -> None:
    """Every listed name is one that a template reads as it stands, and its text is the one listed."""
    made = read(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml")
    blocks = made.document.blocks if made.document else ()
    values = {**made.values, **office_names(blocks, made.values)}
    environment = open_templates().environment
    for entry in groups(made)[kind].entries:
        value = environment.compile_expression(entry.name)(**values)
        if type(value) is str:
            assert value == entry.value, entry.name


def test_every_example_of_a_filter_is_true(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        """
thidua: 1
document:
  type: ke-hoach
  issuer: {name: Sở Công Thương}
  date: 2022-03-09
  subject: Thi đua
  signature: {title: Giám đốc}
period: 2022
basis: [{id: luat, kind: luat, title: Luật Thi đua Khen thưởng}]
outline: [Một việc]
""",
        "utf-8",
    )
    made = read(path)
    templates = open_templates()
    for name, entry in words()["filters"].items():
        if "example" not in entry:
            continue
        code, expected = entry["example"]
        assert f"| {name}" in code
        printed = templates.environment.from_string(f"{{{{ {code} }}}}").render(made.values)
        assert printed.replace("\x02", "").replace("\x03", "") == expected, name
    assert sum("example" in entry for entry in words()["filters"].values()) > 20


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = execute(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_lists_for_people_and_programs(capsys: pytest.CaptureFixture[str]) -> None:
    plan = str(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml")
    code, out, err = run(["render", plan, "--context"], capsys)
    assert (code, err) == (0, "")
    assert "  - so_ky_hieu: số và ký hiệu" in out
    assert "  - head.subject: trích yếu = Hoạt động thi đua" in out
    assert out.index("Bộ lọc:") < out.index("Văn bản đã dựng sẵn:")
    code, out, _ = run(["render", plan, "--context", "--format", "json", "--lang", "en"], capsys)
    data: dict[str, Any] = json.loads(out)
    entries = {each["name"]: each for each in data["plans"][0]["groups"][0]["entries"]}
    assert entries["trich_yeu"]["value"] == "Hoạt động thi đua Khối Kinh tế kỹ thuật năm 2022"
    assert entries["trich_yeu"]["about"] == "subject"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["--context", "--docx"], "--context chỉ liệt kê"), (["--format", "json"], "chỉ dùng cùng --context")],
)
def test_options_that_do_not_go_together(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(["render", *arguments], capsys)
    assert code == 2
    assert says in err


def test_names_are_listed_where_a_template_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "ke-hoach.j2").write_text("{{ so_hieu }}", "utf-8")
    plan = ROOT / "plans" / "ha-tinh-2022" / "plan.yaml"
    (tmp_path / "plan.yaml").write_text(plan.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(["render", "plan.yaml", "--context"], capsys)
    assert code == 1
    assert "  - so_ky_hieu:" in out
    assert "TD603" in err

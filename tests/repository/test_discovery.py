"""Which plans a command works on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import message_of
from thidua_cli.repository.discovery import PlanFile, discover


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("thidua: 1\n", encoding="utf-8")


def shown(root: Path, *paths: str) -> list[str]:
    plans, findings = discover(paths, root)
    assert not findings
    return [plan.shown for plan in plans]


def codes(root: Path, *paths: str) -> list[tuple[str, str]]:
    _, findings = discover(paths, root)
    return [(finding.code, finding.variant) for finding in findings]


def test_a_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, "kế hoạch.yml")
    assert discover(["kế hoạch.yml"], tmp_path) == (
        [PlanFile(tmp_path / "kế hoạch.yml", "kế hoạch.yml")],
        [],
    )


def test_a_folder_gives_its_plans_in_order_of_their_parts(tmp_path: Path) -> None:
    make(tmp_path, "b/plan.yaml", "a-b/plan.yaml", "a/plan.yaml", "a/so.plan.yaml", "plan.yaml")
    make(tmp_path, "a/criteria.yaml", "a/myplan.yaml", ".git/plan.yaml", "a/.cache/plan.yaml")
    assert shown(tmp_path, ".") == [
        "a/plan.yaml",
        "a/so.plan.yaml",
        "a-b/plan.yaml",
        "b/plan.yaml",
        "plan.yaml",
    ]


def test_order_does_not_depend_on_the_order_of_creation(tmp_path: Path) -> None:
    names = [f"{letter}/plan.yaml" for letter in "zamb"]
    make(tmp_path / "one", *names)
    make(tmp_path / "two", *reversed(names))
    assert shown(tmp_path / "one", ".") == shown(tmp_path / "two", ".") == sorted(names)


def test_each_plan_once(tmp_path: Path) -> None:
    make(tmp_path, "plans/plan.yaml")
    assert shown(tmp_path, "plans/plan.yaml", "plans", "./plans/plan.yaml") == ["plans/plan.yaml"]


def test_paths_are_shown_as_given(tmp_path: Path) -> None:
    make(tmp_path, "plans/x/plan.yaml", "here/nothing")
    assert shown(tmp_path / "here", "../plans/") == ["../plans/x/plan.yaml"]
    assert shown(tmp_path, "./plans/x/plan.yaml") == ["plans/x/plan.yaml"]


def test_standard_input(tmp_path: Path) -> None:
    assert discover(["-", "-"], tmp_path) == ([PlanFile(None, "-")], [])


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_never_lead_out_and_never_loop(tmp_path: Path) -> None:
    make(tmp_path, "outside/plan.yaml", "in/real/plan.yaml")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (tmp_path / "in/plan.yaml").symlink_to(tmp_path / "outside/plan.yaml")
    (tmp_path / "in/self.plan.yaml").symlink_to(tmp_path / "in/self.plan.yaml")
    plans, findings = discover(["in"], tmp_path)
    assert [plan.shown for plan in plans] == ["in/real/plan.yaml"]
    assert [(one.code, one.variant, one.span.path) for one in findings] == [
        ("TD913", "outside", "in/plan.yaml"),
        ("TD913", "", "in/self.plan.yaml"),
    ]
    assert "ra ngoài thư mục “in”" in message_of(findings[0], "vi")


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
@pytest.mark.parametrize("target", ["plan.yaml", "nothing.yaml"])
def test_a_link_to_nothing_is_not_told_its_own_name(tmp_path: Path, target: str) -> None:
    (tmp_path / "plan.yaml").symlink_to(tmp_path / target)
    assert codes(tmp_path, "plan.yaml") == [("TD911", "link")]


def test_no_path_is_not_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "plan.yaml")
    assert discover([""], tmp_path)[0] == []
    assert codes(tmp_path, "") == [("TD911", "empty")]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_a_link_that_stays_inside_is_followed_once(tmp_path: Path) -> None:
    make(tmp_path, "in/.store/plan.yaml")
    (tmp_path / "in/a").symlink_to(tmp_path / "in/.store", target_is_directory=True)
    (tmp_path / "in/b").symlink_to(tmp_path / "in/.store", target_is_directory=True)
    assert shown(tmp_path, "in") == ["in/a/plan.yaml"]


def test_without_a_path_the_marker_upward_names_the_root(tmp_path: Path) -> None:
    make(tmp_path, "thidua.toml", "plans/a/plan.yaml", "deep/er/note.txt")
    assert shown(tmp_path / "deep/er") == ["../../plans/a/plan.yaml"]


def test_the_search_upward_ends_at_the_git_repository(tmp_path: Path) -> None:
    make(tmp_path, "thidua.toml", "plan.yaml", "repo/.git/HEAD", "repo/deep/plan.yaml", "repo/note.txt")
    assert shown(tmp_path / "repo/deep") == ["plan.yaml"]
    assert codes(tmp_path / "repo") == [("TD910", "")]


def test_without_a_path_and_marker_plan_and_plans_here(tmp_path: Path) -> None:
    make(tmp_path, "plan.yaml", "plans/x.plan.yaml", "other/plan.yaml", ".git/HEAD")
    assert shown(tmp_path) == ["plan.yaml", "plans/x.plan.yaml"]


def test_nothing_found(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "empty/note.txt")
    assert codes(tmp_path) == [("TD910", "")]
    assert codes(tmp_path, "empty") == [("TD910", "folder")]


@pytest.mark.parametrize(
    ("path", "variant"),
    [("plna.yaml", "near"), ("zzz", ""), ("a\0b", ""), ("x" * 5000, ""), ("no/where", "")],
)
def test_a_missing_path(tmp_path: Path, path: str, variant: str) -> None:
    make(tmp_path, "plan.yaml")
    assert codes(tmp_path, path) == [("TD911", variant)]


def test_the_message_names_the_neighbour(tmp_path: Path) -> None:
    make(tmp_path, "plan.yaml")
    _, [finding] = discover(["plna.yaml"], tmp_path)
    assert message_of(finding, "vi").endswith("trong cùng thư mục có “plan.yaml”")


def test_missing_and_present_together(tmp_path: Path) -> None:
    make(tmp_path, "plan.yaml")
    plans, findings = discover(["nope/x", "plan.yaml"], tmp_path)
    assert [plan.shown for plan in plans] == ["plan.yaml"]
    assert [finding.code for finding in findings] == ["TD911"]


@pytest.mark.skipif(os.name == "nt", reason="named pipes and permissions are those of Unix")
def test_what_is_not_a_file_is_said_to_be_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert codes(tmp_path, "pipe") == [("TD911", "special")]


def test_an_unreadable_folder_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a/plan.yaml", "b/plan.yaml")
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    plans, findings = discover(["."], tmp_path)
    assert [plan.shown for plan in plans] == ["b/plan.yaml"]
    assert [(one.code, one.variant, one.span.path) for one in findings] == [("TD912", "denied", "a")]

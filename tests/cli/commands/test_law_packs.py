"""Local packs at the front door: `--law`, `law:` of a plan, waivers, and `thidua rules test`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "docs" / "vi-du-goi"
GIA_LAI = EXAMPLES / "tinh-gia-lai.yaml"
PLAN = (
    (ROOT / "plans" / "ha-tinh-2022" / "plan.yaml")
    .read_text("utf-8")
    .replace("criteria: criteria.yaml\n", "")
)
CASES = """\
rule: gia-lai:cstdcs-10
cases:
  - name: vượt
    as_of: 2024-12-31
    facts:
      cstdcs: 11
      ldtt: 100
    verdict: {verdict}
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = execute(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def found(out: str) -> list[str]:
    return [finding["code"] for finding in json.loads(out)["findings"] if finding["code"] > "TD8"]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a repository of its own, with a pack beside it and one outside."""
    monkeypatch.chdir(tmp_path)
    repository = tmp_path / "kho"
    (repository / "ke-hoach").mkdir(parents=True)
    (repository / "thidua.toml").write_text("", "utf-8")
    pack = GIA_LAI.read_text("utf-8")
    (repository / "goi.yaml").write_text(pack, "utf-8")
    (tmp_path / "ngoai.yaml").write_text(pack, "utf-8")
    return repository / "ke-hoach" / "plan.yaml"


def validate(capsys: pytest.CaptureFixture[str], plan: Path, text: str, *more: str) -> tuple[int, str]:
    plan.write_text(text, "utf-8")
    shown = str(plan.relative_to(Path.cwd()))
    code, out, _ = run(capsys, "validate", shown, "--as-of", "2024-12-31", "--format", "json", *more)
    return code, out


def test_a_pack_that_the_plan_names(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = validate(capsys, plan, PLAN + "law:\n  - ../goi.yaml\n")
    assert code == 1
    assert {"TD801", "TD803"} <= set(found(out))
    report = json.loads(out)
    assert report["law"].endswith("+ gia-lai")
    (verdict,) = [each for each in report["verdicts"] if each["rule"] == "gia-lai:cstdcs-10"]
    assert (verdict["verdict"], verdict["name"]) == ("khong-dat", "trai-quy-dinh-dia-phuong")
    assert verdict["reason"]
    (broken,) = [each for each in report["findings"] if each["code"] == "TD801"]
    assert broken["path"] == "kho/ke-hoach/plan.yaml"
    (note,) = [each for each in report["findings"] if each["code"] == "TD803"]
    assert note["path"] == "kho/ke-hoach/../goi.yaml"


@pytest.mark.parametrize(
    ("named", "code"),
    [("../../ngoai.yaml", "TD820"), ("/etc/passwd", "TD820"), ("khong-co.yaml", "TD821"), ("..", "TD821")],
)
def test_packs_lie_in_the_repository_of_the_plan(
    named: str, code: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = validate(capsys, plan, PLAN + f"law:\n  - {named}\n")
    assert found(out) == [code]


def test_a_pack_of_the_command_line(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = validate(capsys, plan, PLAN, "--law", "ngoai.yaml")
    assert {"TD801", "TD803"} <= set(found(out))
    _, without = validate(capsys, plan, PLAN)
    assert found(without) == []


def test_one_file_named_twice_is_one_pack(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = validate(capsys, plan, PLAN + "law:\n  - ../goi.yaml\n", "--law", "kho/goi.yaml")
    assert "TD819" not in found(out)
    _, two = validate(capsys, plan, PLAN + "law:\n  - ../goi.yaml\n", "--law", "ngoai.yaml")
    assert "TD819" in found(two)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("gia-lai:cstdcs-10", {"TD390", "TD803"}),
        ("gia-lai:cstdcs-9", {"TD391", "TD801", "TD803"}),
        ("TD801", {"TD391", "TD801", "TD803"}),
        ("gia-lai:ttldtt-80", {"TD392", "TD801", "TD803"}),
    ],
)
def test_a_waiver_names_the_rule_of_the_pack(
    rule: str, expected: set[str], plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiver = f"law:\n  - ../goi.yaml\nwaivers:\n  - rule: {rule}\n    by: Công văn 10\n    reason: thí điểm\n"
    _, out = validate(capsys, plan, PLAN + waiver)
    codes = {finding["code"] for finding in json.loads(out)["findings"]}
    assert codes & {"TD390", "TD391", "TD392", "TD801", "TD803"} == expected


def test_a_pack_with_a_fault_is_told_and_left_out(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("ngoai.yaml").write_text(GIA_LAI.read_text("utf-8").replace("value: 10%", "value: 0.1"), "utf-8")
    code, out = validate(capsys, plan, PLAN, "--law", "ngoai.yaml")
    report = json.loads(out)
    assert code == 1
    assert "TD106" in [finding["code"] for finding in report["findings"]]
    assert not [each for each in report["verdicts"] if ":" in each["rule"]]


@pytest.mark.parametrize(("verdict", "code"), [("khong-dat", 0), ("dat", 1)])
def test_cases_as_a_test_runner(
    verdict: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ca.yaml").write_text(CASES.format(verdict=verdict), "utf-8")
    ended, out, err = run(capsys, "rules", "test", "ca.yaml", "--law", str(GIA_LAI))
    assert (ended, err) == (code, "")
    if code:
        assert out.startswith("ca.yaml:3:5: không khớp [gia-lai:cstdcs-10] vượt\n")
        assert "mong đợi “dat”, chương trình kết luận “khong-dat”" in out
    ended, out, _ = run(capsys, "rules", "test", "ca.yaml", "--law", str(GIA_LAI), "--format", "json")
    data = json.loads(out)
    assert ended == code
    assert (data["schema"], data["passed"], data["failed"]) == ("thidua.rules-test/1", 1 - code, code)
    (case,) = data["cases"]
    assert (case["path"], case["line"], case["ok"]) == ("ca.yaml", 3, not code)
    assert case["verdict"] == "khong-dat"
    assert case["trace"] == ["11/100 = 11% > 10%"]


def test_a_pack_with_a_fault_is_the_only_thing_told_of_its_cases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ca.yaml").write_text(CASES.format(verdict="dat"), "utf-8")
    Path("goi.yaml").write_text(GIA_LAI.read_text("utf-8").replace("value: 10%", 'value: "1,500%"'), "utf-8")
    ended, _, err = run(capsys, "rules", "test", "ca.yaml", "--law", "goi.yaml")
    assert ended == 2
    (told,) = [line for line in err.splitlines() if "lỗi[" in line]
    assert "“value: 1,500%” có thể là 1,5% hoặc 1.500% (cần: viết 1,5% nếu đây là số thập phân)" in told


def test_a_percentage_is_written_one_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("goi.yaml").write_text(GIA_LAI.read_text("utf-8").replace("value: 10%", "value: 1,5%"), "utf-8")
    _, out, _ = run(capsys, "explain", "gia-lai:cstdcs-10", "--law", "goi.yaml", "--as-of", "2024-12-31")
    assert "không quá 1,5% số người" in out
    assert "1,50%" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("test",), 2, "còn thiếu"),
        (("tets",), 2, "Có phải ý bạn là: test?"),
        (("test", "x.yaml", "--in-force", "2024-01-01"), 2, "--in-force"),
        (("test", "khong-co.yaml"), 2, "khong-co.yaml"),
        (("test", "."), 2, "TD830"),
        (("test", "rong.yaml"), 2, "rong.yaml:2:8: lỗi[TD830] tệp này không có ca kiểm thử nào"),
        (("test", "cho.yaml", "--law", "khong-co.yaml"), 2, "khong-co.yaml"),
        (("test", "--law", "khong-co.yaml"), 2, "khong-co.yaml"),
    ],
)
def test_mistakes_of_the_command_line(
    arguments: tuple[str, ...],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    if "test" in arguments and arguments[-1] != ".":
        Path("rong.yaml").write_text("rule: TD301\ncases: []\n", "utf-8")
        Path("cho.yaml").write_text(CASES.format(verdict="dat"), "utf-8")
    ended, out, err = run(capsys, "rules", *arguments)
    assert ended == code
    assert said in out + err


def test_the_rules_of_a_day_with_packs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(
        capsys, "rules", "--in-force", "2024-12-31", "--law", str(GIA_LAI), "--format", "json"
    )
    assert (code, err) == (0, "")
    rows = {row["code"]: row for row in json.loads(out)["rules"]}
    assert rows["gia-lai:cstdcs-10"]["state"] == "silent"
    assert rows["gia-lai:ttldtt-80"]["state"] == "stricter"
    assert rows["gia-lai:tap-the-tu-5-nguoi"]["state"] == "own"
    _, before, _ = run(capsys, "rules", "--in-force", "2024-03-31", "--law", str(GIA_LAI), "--format", "json")
    assert not [row for row in json.loads(before)["rules"] if ":" in row["code"]]
    _, page, _ = run(capsys, "rules", "--law", str(GIA_LAI))
    assert "Gói quy định gia-lai:\n  gia-lai:cstdcs-10" in page


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("pack", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_rule_of_the_examples_can_be_explained(
    lang: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "rules", "--law", str(pack), "--format", "json")
    local = [row for row in json.loads(out)["rules"] if ":" in row["code"]]
    assert local
    for row in local:
        for day in ((), ("--as-of", "2026-12-31")):
            code, page, err = run(capsys, "--lang", lang, "explain", row["code"], "--law", str(pack), *day)
            assert (code, err) == (0, "")
            assert row["title"] in page
            assert "{" not in page
        _, data, _ = run(capsys, "explain", row["code"], "--law", str(pack), "--format", "json")
        assert json.loads(data)["law"]


def test_what_holds_on_a_day_and_what_lies_over_it(capsys: pytest.CaptureFixture[str]) -> None:
    _, page, _ = run(capsys, "explain", "TD301", "--as-of", "31/12/2024", "--law", str(GIA_LAI))
    assert "Vào ngày 31/12/2024:\n  không có quy định chung của Trung ương\n" in page
    assert "gia-lai:cstdcs-10: không quá 10% số người đạt Lao động tiên tiến" in page
    assert "đối chiếu ngày 20/11/2026" in page
    _, out, _ = run(
        capsys, "explain", "TD301", "--as-of", "31/12/2024", "--law", str(GIA_LAI), "--format", "json"
    )
    data = json.loads(out)
    assert data["on"] == {
        "date": "2024-12-31",
        "state": "none",
        "says": "không có quy định chung của Trung ương",
    }
    assert [(each["code"], each["standing"]) for each in data["local"]] == [("gia-lai:cstdcs-10", "silent")]

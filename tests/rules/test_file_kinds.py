from __future__ import annotations

import pytest

from thidua_cli.rules.file_kinds import FileKind, kind_of_file
from thidua_cli.source.text import SourceText


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thidua: 1\ndocument:\n  type: ke-hoach\n", FileKind.PLAN),
        ("thidua: 1\ncriteria: criteria.yaml\n", FileKind.PLAN),
        ("thidua: 1\nname: x\ncriteria:\n  - id: a\n", FileKind.CRITERIA),
        ('{"criteria": [{"id": "a"}]}', FileKind.CRITERIA),
        ('{"document": {}, "criteria": []}', FileKind.PLAN),
        ("pack:\n  name: a\nrules:\n  b: {}\n", FileKind.PACK),
        ("pack:\n  name: a\n", FileKind.PLAN),
        ("rule: TD301\ncases:\n  - verdict: dat\n", FileKind.CASES),
        ("- name: a\n  verdict: dat\n", FileKind.CASES),
        ("- a\n", FileKind.PLAN),
        ("", FileKind.PLAN),
        ("a: [\n", FileKind.PLAN),
    ],
)
def test_a_file_is_known_by_its_keys(text: str, kind: FileKind) -> None:
    assert kind_of_file(SourceText("a.yaml", text)) is kind

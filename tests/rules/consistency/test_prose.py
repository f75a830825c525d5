from __future__ import annotations

import pytest

from thidua_cli.rules.consistency.prose import block_passages, references, span_in

FOLDED = """\
outline:
  - text: >-
      Tổ chức {nong-thon-moi} và các phong trào khác;
      tiếp tục {vi-nguoi-ngheo},   {nong-thon-moi}
      và {vi-nguoi-ngheo}.
  - 'Thực hiện {vi-nguoi-ngheo}'
"""


@pytest.fixture
def loaded(base, load_text):
    import json

    rest = {key: value for key, value in base.items() if key != "outline"}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rest.items())
    return load_text(head + FOLDED)


def test_every_occurrence_has_its_own_place(loaded, written):
    passage = next(one for one in block_passages(loaded) if one.path[0] == "outline")
    spans = [span_in(loaded, passage, one.start, one.end) for one in references(passage)]
    assert [written(loaded, span) for span in spans] == [
        "{nong-thon-moi}",
        "{vi-nguoi-ngheo}",
        "{nong-thon-moi}",
        "{vi-nguoi-ngheo}",
    ]
    first = loaded.source.text[: loaded.source.text.index("outline:")].count("\n") + 1
    assert [(span.line - first, span.column) for span in spans] == [(2, 15), (3, 16), (3, 36), (4, 10)]


def test_a_block_written_as_plain_text_has_places_too(loaded, written):
    passage = [one for one in block_passages(loaded) if one.path[0] == "outline"][-1]
    assert passage.path == ("outline", 1, "text")
    assert written(loaded, span_in(loaded, passage, 0, 9)) == "Thực hiện"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a}", [("a", "")]),
        ("{a.b} và {c}", [("a", "b"), ("c", "")]),
        ("{ a . b }", [("a ", " b")]),
        ("{}", [("", "")]),
        ("{a", []),
        ("a}", []),
        ("{{a}}", [("a", "")]),
    ],
)
def test_references(text, found, edit):
    passage = next(iter(block_passages(edit({"opening.0": f"x {text}"}))))
    assert [(one.ident, one.attribute) for one in references(passage)] == found

"""A look is written in a style only where everything that has it from there is to be changed."""

from __future__ import annotations

import pytest
from word_files import WordFileParts, p, r, style

from thidua_cli.conformance.mending.cascade import RUN, Change, Target, apply
from thidua_cli.conformance.mending.draft import Draft
from thidua_cli.document.ooxml.names import VAL, W

DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style("Body")
    + style("Other")
)
SIZE = Change(RUN, "sz", {"val": "28"})
OWN = '<w:pStyle w:val="{}"/>'


def written_in(*paragraphs: str, targets: int, notes: str = "") -> list[str]:
    """Where the size of the first paragraphs was written: ids of styles, `defaults`, `run`."""
    parts = WordFileParts().styles(DEFAULTS + NORMAL).body(*paragraphs)
    draft = Draft((parts.notes(notes) if notes else parts).packed(), "a.docx", house=False)
    lines = [line for line in draft.case.word.lines if line.text]
    apply(draft, [Target(line, line.stretches[0].source) for line in lines[:targets]], SIZE)
    found = []
    for root in draft.package.trees.values():
        for size in root.iter(f"{W}sz"):
            if size.get(VAL) == "28":
                holder = next(size.iterancestors(f"{W}style", f"{W}docDefaults", f"{W}r"))
                found.append(holder.get(f"{W}styleId") or str(holder.tag).removeprefix(W))
    return found


@pytest.mark.parametrize(
    ("paragraphs", "targets", "places"),
    [
        ((p("a"), p("b")), 2, ["docDefaults"]),
        ((p("a"), p("b"), p()), 2, ["docDefaults"]),
        ((p("a"), p("b"), p("c")), 2, ["r", "r"]),
        ((p("a", OWN.format("Body")), p("b", OWN.format("Body")), p("c")), 2, ["Body"]),
        ((p("a", OWN.format("Body")), p("b", OWN.format("Other"))), 2, ["docDefaults"]),
        ((p("a", OWN.format("Body")), p("b")), 1, ["r"]),
        ((p(r("a", '<w:sz w:val="30"/>')), p("b"), p("c")), 3, ["r", "docDefaults"]),
        ((p("a", OWN.format("Nowhere")), p("b", OWN.format("Nowhere"))), 2, ["docDefaults"]),
    ],
    ids=["all", "blank", "some", "style", "two-styles", "one", "direct", "unknown"],
)
def test_the_place_of_a_change(paragraphs: tuple[str, ...], targets: int, places: list[str]) -> None:
    assert sorted(written_in(*paragraphs, targets=targets)) == sorted(places)


def test_what_notes_have_their_look_from_stays() -> None:
    note = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'
    assert written_in(p("a"), p("b"), targets=2, notes=note) == ["r", "r"]

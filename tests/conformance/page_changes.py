"""Changes of sections, of the lines below components, and of the parts of a Word file."""

from __future__ import annotations

import io
import zipfile

from changes import Change, Node, W, edit, paragraphs, put, put_all
from word_files import RELATIONS, replaced


def sections(tag: str, **attributes: str | int) -> Change:
    """Another property of every section: `pgMar`, `pgSz`, `pgNumType`."""

    def change(root: Node) -> None:
        for each in root.iter(f"{W}sectPr"):
            put(each, tag, **attributes)

    return edit(change)


def without(tag: str) -> Change:
    """A property taken out of every section."""

    def change(root: Node) -> None:
        for each in root.iter(f"{W}sectPr"):
            for child in each.findall(W + tag):
                each.remove(child)

    return edit(change)


def rule_below(style: str, which: int = 0, **indent: int) -> Change:
    """Another length or place of the line drawn below a component (`left`, `right` in twips)."""
    return edit(lambda root: put_all(_rule_below(root, style, which), "ind", **indent))


def rule_border(style: str, which: int = 0, val: str = "nil") -> Change:
    """Another kind of line below a component: none (`nil`), `dashed` …"""

    def change(root: Node) -> None:
        own = _rule_below(root, style, which).find(f"{W}pPr")
        assert own is not None
        put(put(own, "pBdr"), "top", val=val, sz=4, space=0, color="auto")

    return edit(change)


def _rule_below(root: Node, style: str, which: int) -> Node:
    rules = paragraphs(root, "Rule")
    following = paragraphs(root, style)[which].itersiblings(f"{W}p")
    return next(each for each in following if each in rules)


def with_part(docx: bytes, name: str, kind: str, xml: str) -> bytes:
    """The file with one part more, related to the document; `kind` is the end of the relation's type."""
    related = f'<Relationship Id="own{kind}" Type="{RELATIONS}/{kind}" Target="{name.partition("/")[2]}"/>'
    docx = replaced(docx, "word/_rels/document.xml.rels", "</Relationships>", f"{related}</Relationships>")
    stream = io.BytesIO(docx)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, xml)
    return stream.getvalue()

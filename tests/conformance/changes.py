"""One change at a time in the XML of a Word file, by the styles that our own documents use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree
from word_files import DECLARED, mutated

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, STYLES = "word/document.xml", "word/styles.xml"
ORDER = ("pStyle", "keepNext", "pageBreakBefore", "pBdr", "spacing", "ind", "jc", "rPr")

Change = Callable[[bytes], bytes]
Node = etree._Element


class Wrong(NamedTuple):
    """The code and variant of the one finding expected, the document it is made in, and the change."""

    code: str
    variant: str
    base: str
    change: Change


class Lawful(NamedTuple):
    """What is unlike in a document, which one, and the change."""

    name: str
    base: str
    change: Change


def tree(xml: str) -> Node:
    """An element from XML with the usual prefixes."""
    return etree.fromstring(f"<x {DECLARED}>{xml}</x>")[0]


def edit(change: Callable[[Node], object], part: str = BODY) -> Change:
    """A change of one part as a tree."""

    def apply(text: str) -> str:
        root = etree.fromstring(text.encode("utf-8"))
        change(root)
        return etree.tostring(root, encoding="unicode")

    return lambda docx: mutated(docx, part, apply)


def paragraphs(root: Node, style: str, words: str = "") -> list[Node]:
    """The paragraphs of a style that hold some words."""
    found = [
        each
        for each in root.iter(f"{W}p")
        for named in [each.find(f"{W}pPr/{W}pStyle")]
        if named is not None
        and named.get(f"{W}val") == style
        and words in "".join(each.itertext()).replace("\u00a0", " ")
    ]
    assert found, f"no paragraph {style} {words!r}"
    return found


def put(parent: Node, tag: str, **attributes: str | int) -> Node:
    """A child of that tag with these attributes of the `w` namespace, made where there is none."""
    child = parent.find(W + tag)
    if child is None:
        child = etree.SubElement(parent, W + tag)
        if parent.tag == f"{W}pPr":
            parent[:] = sorted(parent, key=_place)
    for name, value in attributes.items():
        child.set(W + name, str(value))
    return child


def _place(element: Node) -> int:
    name = str(element.tag)[len(W) :]
    return ORDER.index(name) if name in ORDER else 0


def looks(style: str, words: str = "", *, which: int = 0, part: str = BODY, **values: str | int) -> Change:
    """Direct look of a whole paragraph: `b=0`, `i=1`, `sz=28`, `color="FF0000"`, `u="single"`."""

    def change(root: Node) -> None:
        for each in paragraphs(root, style, words)[which].iter(f"{W}r"):
            own = each.find(f"{W}rPr")
            if own is None:
                own = etree.Element(f"{W}rPr")
                each.insert(0, own)
            for tag, value in values.items():
                put(own, tag, val=value)

    return edit(change, part)


def layout(
    style: str, tag: str, words: str = "", *, which: int | None = 0, **attributes: str | int
) -> Change:
    """Direct layout of a paragraph (`which`) or of all of that style (None): `jc`, `ind`, `spacing`."""

    def change(root: Node) -> None:
        found = paragraphs(root, style, words)
        for each in found if which is None else [found[which]]:
            put_all(each, tag, **attributes)

    return edit(change)


def reword(old: str, new: str, count: int = 1) -> Change:
    """Other words in the text; a space also stands for one that does not break."""
    pattern = re.compile(re.escape(old).replace(r"\ ", "[ \u00a0]"))
    return lambda docx: mutated(docx, BODY, lambda text: pattern.sub(new, text, count=count))


def ending(style: str, words: str, new: str) -> Change:
    """Another last character of a paragraph."""

    def change(root: Node) -> None:
        last = list(paragraphs(root, style, words)[0].iter(f"{W}t"))[-1]
        last.text = (last.text or "")[:-1] + new

    return edit(change)


def in_style(style: str, group: str, tag: str, **attributes: str | int) -> Change:
    """Another look or layout (`rPr`, `pPr`) of a style; `Normal` reaches what leans on it."""

    def change(root: Node) -> None:
        own = next(each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == style)
        put(put(own, group), tag, **attributes)

    return edit(change, STYLES)


def drop(style: str, words: str = "", *, which: int | None = 0) -> Change:
    """Take a paragraph away, or all of that style."""

    def change(root: Node) -> None:
        found = paragraphs(root, style, words)
        for each in found if which is None else [found[which]]:
            parent = each.getparent()
            assert parent is not None
            parent.remove(each)

    return edit(change)


def insert_before(style: str, xml: str, words: str = "") -> Change:
    """A paragraph of raw XML before the first one of a style."""

    def change(root: Node) -> None:
        wrapped = etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')
        paragraphs(root, style, words)[0].addprevious(wrapped[0])

    return edit(change)


def both(*changes: Change) -> Change:
    """Several changes that make up one violation."""

    def apply(docx: bytes) -> bytes:
        for change in changes:
            docx = change(docx)
        return docx

    return apply


def put_all(paragraph: Node, tag: str, **attributes: str | int) -> None:
    """A property of a paragraph."""
    own = paragraph.find(f"{W}pPr")
    assert own is not None
    put(own, tag, **attributes)

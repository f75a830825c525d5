"""What is put among the properties of a paragraph, a run or a page stands where the schema wants it."""

from __future__ import annotations

import inspect
import re

import pytest
from docx.oxml.section import CT_SectPr
from docx.oxml.styles import CT_Style
from docx.oxml.table import CT_TblPr, CT_TcPr, CT_TrPr
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from lxml import etree

from thidua_cli.document.ooxml.elements import node
from thidua_cli.document.ooxml.names import W14, W
from thidua_cli.document.ooxml.order import ORDER, insert, ordered, replace


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element if isinstance(child.tag, str)]


@pytest.mark.parametrize(
    ("tag", "model"),
    [
        ("pPr", CT_PPr),
        ("rPr", CT_RPr),
        ("tblPr", CT_TblPr),
        ("tcPr", CT_TcPr),
        ("trPr", CT_TrPr),
        ("sectPr", CT_SectPr),
        ("style", CT_Style),
    ],
)
def test_the_table_agrees_with_an_independent_one(tag: str, model: type) -> None:
    listed = re.findall(r'"w:(\w+)"', inspect.getsource(model).split("_tag_seq = (")[1].split(")")[0])
    assert set(listed) <= set(ORDER[tag])
    assert [name for name in ORDER[tag] if name in listed] == listed


@pytest.mark.parametrize("tag", ORDER)
def test_every_child_finds_its_place(tag: str) -> None:
    made = node(tag)
    for name in sorted(ORDER[tag]):
        insert(made, node(name))
    assert names(made) == list(ORDER[tag])
    assert [child.tag for child in ordered(tag, reversed(made))] == [child.tag for child in made]


def test_what_the_table_does_not_name_comes_last() -> None:
    run = node("r", node("t"))
    insert(run, node("rPr"))
    assert names(run) == ["rPr", "t"]
    look = node("rPr", node("sz"))
    look.append(etree.Element(f"{W14}shadow"))
    insert(look, node("highlight"))
    assert [child.tag for child in look] == [f"{W}sz", f"{W}highlight", f"{W14}shadow"]


def test_a_comment_moves_nothing() -> None:
    look = node("rPr")
    look.append(etree.Comment("của cơ quan"))
    look.append(node("rFonts"))
    insert(look, node("b"))
    assert names(look) == ["rFonts", "b"]


def test_one_of_a_name_takes_the_place_of_the_other() -> None:
    look = node("rPr", node("b", val="0"), node("sz"))
    replace(look, node("b"))
    assert names(look) == ["b", "sz"]
    assert not look[0].attrib


def test_of_one_name_the_later_comes_after() -> None:
    pages = node("sectPr", node("headerReference", type="first"), node("pgSz"))
    insert(pages, node("headerReference", type="default"))
    assert [child.get(f"{W}type") for child in pages] == ["first", "default", None]

"""Packs written for a test."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent

import pytest

from thidua_cli.law.local.pack import LocalPack
from thidua_cli.law.local.reading import read_pack
from thidua_cli.source.text import SourceText

HEAD = """\
pack:
  name: {name}
  level: province
  authority: UBND tỉnh
documents:
  qd:
    symbol: 35/2017/QĐ-UBND
    date: 2017-10-01
    issuer: UBND tỉnh
    title: Quy chế
    from: 2017-10-10
rules:
"""
SOURCE = """\
document: qd
at: Điều 9
checked: 2026-11-20
"""

WritePack = Callable[..., str]
MakePack = Callable[..., LocalPack]


def pack_text(rules: str, name: str = "gia-lai") -> str:
    """A pack with these rules; `@ 2018-01-01 … 2024-01-01` stands for the days and source of a number."""
    lines = []
    for line in dedent(rules).splitlines():
        bare = line.lstrip()
        if bare.startswith("@"):
            since, _, to = bare.removeprefix("@").strip().partition(" … ")
            inset = " " * (len(line) - len(bare))
            lines.append(f"{inset}- from: {since}")
            lines += [f"{inset}  to: {to}"] if to else []
            lines.append(indent(SOURCE, inset + "  ").rstrip())
        else:
            lines.append(line)
    return HEAD.format(name=name) + indent("\n".join(lines), "  ") + "\n"


@pytest.fixture
def write_pack() -> WritePack:
    return pack_text


@pytest.fixture
def make_pack() -> MakePack:
    def make(rules: str, name: str = "gia-lai") -> LocalPack:
        read = read_pack(SourceText(f"{name}.yaml", pack_text(rules, name)))
        assert read.findings == []
        assert read.pack is not None
        return read.pack

    return make

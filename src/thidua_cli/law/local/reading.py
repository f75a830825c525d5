"""A local pack from its file: every fault at its place; a pack with a fault is not applied at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.law.local.fields import Fields, root_fields
from thidua_cli.law.local.pack import LEVELS, LocalDocument, LocalPack
from thidua_cli.law.local.rule_reading import read_rule
from thidua_cli.source.comments import not_ignored
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar
from thidua_cli.source.yaml_reader import read_yaml
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText

# The national pack is `vn-2026.11`.
_NATIONAL = "vn"


class ReadPack(NamedTuple):
    """A pack (None where it cannot be applied), its text, what was found, and its name where it has one."""

    pack: LocalPack | None
    source: SourceText
    findings: list[Finding]
    name: str = ""


def read_pack(source: SourceText) -> ReadPack:
    """Read a pack, and obey the comments of its file."""
    root, findings = read_yaml(source)
    fields = root_fields(root, findings) if root else None
    pack = _pack(fields) if fields else None
    name = pack.name if pack else _name(root)
    if any(severity_of(finding) is Severity.ERROR for finding in findings):
        pack = None
    return ReadPack(pack, source, not_ignored(findings, source, root if pack else None), name)


def _name(root: Node | None) -> str:
    """The name of a pack whose head cannot be used; empty where there is none."""
    head = root.entry("pack") if isinstance(root, MappingNode) else None
    name = head[1].entry("name") if head and isinstance(head[1], MappingNode) else None
    return name[1].text if name and isinstance(name[1], Scalar) else ""


def _pack(fields: Fields) -> LocalPack | None:
    head = fields.group("pack")
    name = level = authority = None
    if head is not None:
        group = Fields(head, "pack", fields.findings)
        name, level = _own_name(group), group.word("level", LEVELS)
        authority = group.text("authority")
        group.unread()
    documents = {
        key.text: document
        for key, item in fields.groups("documents")
        if (document := _document(key.text, item)) is not None
    }
    rules = _rules(fields, name or "", documents)
    fields.unread()
    if name is None or level is None or authority is None:
        return None
    return LocalPack(name, level, authority, documents, rules, fields.span("pack"))


def _own_name(group: Fields) -> str | None:
    """The name of a pack; not one by which reports could take it for the national law."""
    name = group.identifier("name")
    if name is None or name.partition("-")[0].rstrip("0123456789") != _NATIONAL:
        return name
    group.say("TD819", group.span("name"), "national", name=name, other="")
    return None


def _rules(fields: Fields, name: str, documents: Mapping[str, LocalDocument]) -> Mapping[str, LocalRule]:
    found: dict[str, LocalRule] = {}
    for key, item in fields.groups("rules"):
        rule = read_rule(f"{name}:{key.text}", key.span, item, documents)
        if rule is not None:
            found[rule.id] = rule
    return found


def _document(ident: str, item: Fields) -> LocalDocument | None:
    symbol, issuer, title = item.text("symbol"), item.text("issuer"), item.text("title")
    issued, to = item.day("date", required=item.node.entry("date") is None), item.day("to", required=False)
    since = item.day("from")
    item.unread()
    if to is not None and since is not None and to <= since:
        item.say("TD814", item.span("to"), "order", since=format_short(since), to=format_short(to), other="")
        return None
    if symbol is None or issuer is None or title is None or since is None:
        return None
    return LocalDocument(ident, symbol, issued, issuer, title, since, to)

"""A local pack from its file: every fault at its place; a pack with a fault is not applied at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.law.local.fields import Fields, root_fields
from thidua_cli.law.local.pack import LEVELS, LocalDocument, LocalPack
from thidua_cli.law.local.rule_reading import read_rule
from thidua_cli.source.comments import not_ignored
from thidua_cli.source.yaml_reader import read_yaml
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.source.text import SourceText


class ReadPack(NamedTuple):
    """A pack (None where it cannot be applied), its text, and what was found."""

    pack: LocalPack | None
    source: SourceText
    findings: list[Finding]


def read_pack(source: SourceText) -> ReadPack:
    """Read a pack, and obey the comments of its file."""
    root, findings = read_yaml(source)
    fields = root_fields(root, findings) if root else None
    pack = _pack(fields) if fields else None
    if any(severity_of(finding) is Severity.ERROR for finding in findings):
        pack = None
    return ReadPack(pack, source, not_ignored(findings, source, root if pack else None))


def _pack(fields: Fields) -> LocalPack | None:
    head = fields.group("pack")
    name = level = authority = None
    if head is not None:
        group = Fields(head, "pack", fields.findings)
        name, level = group.identifier("name"), group.word("level", LEVELS)
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

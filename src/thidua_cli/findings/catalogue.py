"""The codes: name, weight and words of every finding, in Vietnamese and English.

The words are data in `codes/*.yaml`, compiled to `codes.json` so that start-up parses no YAML.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED = Path(__file__).with_name("codes.json")


class _Lenient(dict[str, str]):
    """Shows an unfilled place as it stands: a gap in a message must never end the run."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class Entry(NamedTuple):
    """One code. `words` maps a language to its texts: title, why, messages, expected, related, fix.

    `place`: what it is found in, `text` (a plan or its criteria, where a comment can switch it off),
    `table`, `document` or `run`. `fault`: nothing could be read, written or checked.
    """

    code: str
    name: str
    severity: Severity
    legal: bool
    place: str
    fault: bool
    words: Mapping[str, Mapping[str, Any]]
    example: Mapping[str, str]

    @property
    def ignorable(self) -> bool:
        """Whether a comment in the file switches it off."""
        return self.place == "text" and not self.legal and not self.fault

    def text(self, part: str, lang: str) -> str:
        """A plain text of the entry (`title`, `why`, `fix`), empty where there is none."""
        return str(self.words[lang].get(part, ""))

    def fill(self, part: str, lang: str, variant: str, values: Mapping[str, str]) -> str:
        """A message with its places filled; an unknown variant falls back to `default`.

        A value that is itself a text in one language (`message.en`) fills the place in that language.
        """
        texts: Mapping[str, str] = self.words[lang].get(part, {})
        template = texts.get(variant or "default") or texts.get("default", "")
        ending = f".{lang}"
        own = {key.removesuffix(ending): text for key, text in values.items() if key.endswith(ending)}
        return template.format_map(_Lenient(values, **own))


@cache
def entries() -> Mapping[str, Entry]:
    """Every code, in order."""
    raw = json.loads(COMPILED.read_text(encoding="utf-8"))
    return {
        code: Entry(
            code,
            item["name"],
            Severity(item["severity"]),
            item.get("legal", False),
            item.get("place", "text"),
            item.get("fault", False),
            {"vi": item["vi"], "en": item["en"]},
            item.get("example", {}),
        )
        for code, item in raw.items()
    }


def find(code_or_name: str) -> Entry | None:
    """The entry of a code (`TD201`, any case) or of a readable name."""
    known = entries()
    wanted = code_or_name.strip()
    if wanted.upper() in known:
        return known[wanted.upper()]
    return next((entry for entry in known.values() if entry.name == wanted.lower()), None)


def severity_of(finding: Finding) -> Severity:
    """The weight of a finding: its own, else its code's."""
    return finding.severity or entries()[finding.code].severity


def is_fault(finding: Finding) -> bool:
    """Whether it says that nothing could be read, written or checked: not where its own weight is lighter."""
    return entries()[finding.code].fault and severity_of(finding) is Severity.ERROR


def message_of(finding: Finding, lang: str) -> str:
    """What the finding says, in `lang`."""
    return entries()[finding.code].fill("messages", lang, finding.variant, finding.values)


def expected_of(finding: Finding, lang: str) -> str:
    """What was expected instead, in `lang`; empty where the message says it all."""
    return entries()[finding.code].fill("expected", lang, finding.variant, finding.values)

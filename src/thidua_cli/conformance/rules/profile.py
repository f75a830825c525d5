"""What a decree asks of a document, as data: `profiles/<id>/*.yaml`, compiled to `profiles/<id>.json`.

A rule is a code of the catalogue with the clause it rests on; its checks are what that clause asks.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.findings.finding import Basis, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).with_name("profiles")
CURRENT = "nd30-2020"

# What a check without a kind is: looked at by a person.
BY_HAND = "by-hand"

FixKind = Literal["safe", "unsafe", "none"]


class Tier(StrEnum):
    """How firmly a rule stands on the text of the decree."""

    LAW = "LAW"
    HEURISTIC = "LAW-H"  # the law asks it, recognising the place is a guess
    MANUAL = "LAW-M"  # the law asks it, only a person can tell
    SAMPLE = "SAMPLE"  # only the samples of Phụ lục III show it
    HOUSE = "HOUSE"  # a custom of offices, told only when asked for
    HYGIENE = "HYGIENE"  # good practice with Word files

    @property
    def severity(self) -> Severity:
        """How much a breach weighs."""
        weights = {Tier.LAW: Severity.ERROR, Tier.HEURISTIC: Severity.WARNING}
        return weights.get(self, Severity.INFO)

    @property
    def decreed(self) -> bool:
        """Whether the decree or its samples ask it, so that a document can be judged by it."""
        return self not in (Tier.HOUSE, Tier.HYGIENE)


class Check(NamedTuple):
    """One thing a clause asks. `key` is the variant of its words in the catalogue, `kind` the function.

    `mend` names what `check --fix` does about it, `fix` how much judgement that needs; `options` are the
    numbers, words and tolerances that the kind reads.
    """

    code: str
    key: str
    kind: str
    tier: Tier
    basis: tuple[Basis, ...]
    components: tuple[Component, ...]
    mend: str
    fix: FixKind
    options: Mapping[str, Any]


class Rule(NamedTuple):
    """A code of the catalogue and all that is checked under it; `subject` is what it speaks of."""

    code: str
    subject: str
    checks: tuple[Check, ...]

    @property
    def decreed(self) -> bool:
        """Whether a document can be judged by it: its checks are of one tier or of the decree all."""
        return all(each.tier.decreed for each in self.checks)


class Completeness(NamedTuple):
    """What a document cannot lack: by the id of its type, `default` for those not listed, "" for unknown.

    `instead`: components of which one is enough. `later`: what a draft may leave out. `together`: what stands
    only with another component, and is missed with it.
    """

    required: Mapping[str, tuple[Component, ...]]
    instead: Mapping[Component, tuple[Component, ...]]
    later: frozenset[Component]
    together: Mapping[Component, Component]

    def of(self, document_type: str) -> tuple[Component, ...]:
        """The components that a document of this type cannot lack."""
        return self.required.get(document_type, self.required["default"])

    def needs(self, component: Component, document_type: str) -> bool:
        """Whether such a document cannot do without a component, or without what that stands with."""
        return self.together.get(component, component) in self.of(document_type)


class Profile(NamedTuple):
    """A version of a decree: its rules by code, and the words and tables that several rules share.

    `most_places` are those that one finding lists, `most_findings` those that one check gives of a file.
    """

    id: str
    document: str
    since: date
    checked_to: date
    most_places: int
    most_findings: int
    longest_excerpt: int
    unsure_below: int
    rules: Mapping[str, Rule]
    terms: Mapping[str, Mapping[str, str]]
    completeness: Completeness

    def term(self, value: str, key: str) -> dict[str, str]:
        """A word in each language, as a value of a finding."""
        words = self.terms[key]
        return {value: words["vi"], f"{value}.en": words["en"]}

    def counted(self, value: str, key: str, count: int) -> dict[str, str]:
        """A phrase with a number in it, in each language."""
        return {name: text.format(count=count) for name, text in self.term(value, key).items()}

    def checks(self) -> Iterator[Check]:
        """Every check of every rule."""
        for rule in self.rules.values():
            yield from rule.checks


@cache
def profile(ident: str = CURRENT) -> Profile:
    """A shipped profile by its id."""
    raw: dict[str, Any] = json.loads((FOLDER / f"{ident}.json").read_text(encoding="utf-8"))
    head: dict[str, Any] = raw.pop("profile")
    terms: dict[str, dict[str, str]] = raw.pop("terms")
    completeness = _completeness(raw.pop("completeness"))
    since = date.fromisoformat(head["since"])
    basis = Basis(head["document"], since=since)
    return Profile(
        id=head["id"],
        document=head["document"],
        since=since,
        checked_to=date.fromisoformat(head["checked_to"]),
        most_places=head["most_places"],
        most_findings=head["most_findings"],
        longest_excerpt=head["longest_excerpt"],
        unsure_below=head["unsure_below"],
        rules={code: _rule(code, item, basis) for code, item in sorted(raw.items())},
        terms=terms,
        completeness=completeness,
    )


def _completeness(item: Mapping[str, Any]) -> Completeness:
    return Completeness(
        {kind: tuple(map(Component, listed)) for kind, listed in item["required"].items()},
        {Component(one): tuple(map(Component, others)) for one, others in item["instead"].items()},
        frozenset(map(Component, item["later"])),
        {Component(one): Component(other) for one, other in item["together"].items()},
    )


def _rule(code: str, item: Mapping[str, Any], basis: Basis) -> Rule:
    checks = tuple(_check(code, key, {**item, **own}, basis) for key, own in item["checks"].items())
    return Rule(code, item["subject"], checks)


def _check(code: str, key: str, item: Mapping[str, Any], basis: Basis) -> Check:
    named = {"subject", "tier", "clause", "components", "checks", "kind", "mend", "fix"}
    return Check(
        code=code,
        key=key,
        kind=item.get("kind", BY_HAND),
        tier=Tier(item["tier"]),
        basis=(basis._replace(at=item["clause"]),) if "clause" in item else (),
        components=tuple(map(Component, item.get("components", ()))),
        mend=item.get("mend", ""),
        fix=item.get("fix", "none"),
        options={name: value for name, value in item.items() if name not in named},
    )

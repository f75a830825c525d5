"""The author's prose: references become the wording of facts, emphasis markup, the rest stays text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from markupsafe import Markup

from thidua_cli.document.composing.emphasis import emphasis_markup, emphasised
from thidua_cli.document.composing.fact_texts import WORDINGS, attribute_text, bare
from thidua_cli.document.composing.leads import sentence_so_far, unrepeated
from thidua_cli.document.markup.values import literal
from thidua_cli.document.templating.bounds import MAX_TEXT, TooMuchError
from thidua_cli.document.templating.printing import shown
from thidua_cli.findings.finding import Finding
from thidua_cli.plan.references import PLAN_WORDS, REFERENCE, SHORT
from thidua_cli.source.nodes import node_at
from thidua_cli.vietnamese.text import nearest, sentence_case

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path

LONGEST_LEAD = 2_000  # characters of a sentence that count for the wording of what follows
DEEPEST = 20  # facts whose wording is part of another's wording
MOST_INNER = 5_000  # references inside the wording of facts
SENTENCE_END = (".", "!", "?")


class Parts(Protocol):
    """Small templates by name, as one line of text."""

    def part(self, name: str, values: Mapping[str, Any]) -> str:
        """The filled-in text."""
        ...


@dataclass
class Prose:
    """Expands the prose of one plan in the document's order: the first mention of a fact is the full one.

    `computed`: by the id of a fact what is known of it beyond its keys, by attribute.
    """

    loaded: Loaded
    templates: Parts
    values: Mapping[str, Any]
    computed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)
    path: Path = ()
    inner: int = 0  # references so far inside the wording of facts
    size: int = 0  # characters of the document so far

    def __post_init__(self) -> None:
        self.facts = {fact.id: (section, fact) for section, _, fact in self.loaded.plan.facts()}

    def expand(self, text: str, path: Path, own: Mapping[str, Any] | None = None) -> Markup:
        """A text of the plan at `path` as markup; `own` are references that mean something only there."""
        self.path = path
        if not self.open:
            self.said.clear()
        pieces: list[str] = []
        position = size = 0
        tail = ""
        marked = emphasised(text)
        for found in REFERENCE.finditer(marked):
            before = marked[position : found.start()]
            pieces.append(emphasis_markup(before))
            tail = (tail + pieces[-1])[-LONGEST_LEAD:]
            lead = sentence_so_far(tail)
            replaced = unrepeated(self._reference(found, own or {}, lead), lead)
            starts = not tail.strip() or before.rstrip().endswith(SENTENCE_END)
            pieces.append(sentence_case(replaced) if starts else replaced)
            tail = (tail + pieces[-1])[-LONGEST_LEAD:]
            size += len(pieces[-1])
            position = found.end()
            if size + self.size > MAX_TEXT:
                self.stop(found[0])
        pieces.append(emphasis_markup(marked[position:]))
        if not self.open:
            self.size += sum(map(len, pieces))
        return Markup("".join(pieces))  # noqa: S704  # every piece is marked as a value or is our own mark

    def _reference(self, found: re.Match[str], own: Mapping[str, Any], lead: str) -> str:
        ident, attribute = found[1], found[2]
        if ident in own:
            return str(own[ident])
        if ident in self.facts:
            return self.mention(ident, attribute or "", lead=lead)
        if ident in PLAN_WORDS and not attribute and getattr(self.loaded.plan, ident):
            return literal(shown(getattr(self.loaded.plan, ident)))
        near = "" if ident in PLAN_WORDS else next(iter(nearest(ident, (*self.facts, *PLAN_WORDS))), "")
        variant = "empty" if ident in PLAN_WORDS else "near" if near else ""
        self.report("TD611", found[0], {"name": found[0], "near": near}, variant)
        return literal(found[0])

    def mention(
        self, ident: str, attribute: str = "", *, alone: bool = False, lead: str = "", formal: bool = False
    ) -> Markup:
        """The wording of a fact, or one of its attributes.

        `alone` where it makes an item of its own, which is always in full; `lead` is the sentence before it;
        `formal` in a line of the legal basis, where dates are written out.
        """
        if ident not in self.facts:
            self.report("TD611", ident, {"name": ident, "near": ""}, "")
            return Markup(literal(ident))  # noqa: S704  # marked as a value
        section, fact = self.facts[ident]
        if ident in self.open:
            self.report("TD612", ident, {"name": ident}, "")
            return Markup(literal(ident))  # noqa: S704  # marked as a value
        if attribute and attribute != SHORT:
            return self._attribute(fact, attribute)
        first = alone or (ident not in self.mentioned and attribute != SHORT)
        if first:
            self.mentioned.add(ident)
        if self.open:
            self.inner += 1
        if self.inner > MOST_INNER or len(self.open) > DEEPEST or self.size > MAX_TEXT:
            self.stop(ident)
        self.open.append(ident)
        here, self.path = self.path, self.loaded.places[ident]
        values = {
            **self.values,
            "_prose": self,
            "fact": bare(fact),
            "first": first,
            "alone": alone,
            "lead": lead,
            "formal": formal,
        }
        try:
            text = self.templates.part(f"su-kien/{WORDINGS[section]}.j2", values)
        finally:
            self.open.pop()
            self.path = here
        if alone:
            self.size += len(text)
        return Markup(text)  # noqa: S704  # printed by a template

    def _attribute(self, fact: Any, attribute: str) -> Markup:
        text = self.computed.get(fact.id, {}).get(attribute) or attribute_text(fact, attribute)
        if not text:
            self.report("TD613", attribute, {"name": fact.id, "attribute": attribute}, "")
        return Markup(literal(text or f"{{{fact.id}.{attribute}}}"))  # noqa: S704  # marked as a value

    def report(self, code: str, phrase: str, values: dict[str, str], variant: str) -> None:
        """Note a finding at a phrase of the text that is being expanded."""
        self.findings.append(Finding(code, self._span(phrase), values, variant))

    def stop(self, phrase: str) -> NoReturn:
        """Give the document up: what the plan asks for at a phrase of its text grows past every bound."""
        raise TooMuchError(self._span(phrase))

    def _span(self, phrase: str) -> Span:
        # A block written as one line of text has no key for the text.
        written = node_at(self.loaded.root, self.path) is not None
        return self.loaded.phrase(self.path if written else self.path[:-1], phrase)

    def new(self, text: str) -> bool:
        """Whether this text is asked about for the first time in the document."""
        known = text in self.said
        self.said.add(text)
        return not known

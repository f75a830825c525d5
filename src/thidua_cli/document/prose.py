"""The author's prose: references become the wording of facts, emphasis markup, the rest stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from markupsafe import Markup

from thidua_cli.document.bounds import MAX_TEXT, TooMuchError
from thidua_cli.document.leads import sentence_so_far, unrepeated
from thidua_cli.document.markup import literal
from thidua_cli.document.printing import shown
from thidua_cli.findings.finding import Finding
from thidua_cli.plan.references import NAMES, PLAN_WORDS, QUOTED, REFERENCE, SHORT
from thidua_cli.source.nodes import node_at
from thidua_cli.vietnamese.text import nearest, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path

BOLD, ITALIC = "\x0e", "\x0f"
# Each mark, and how a stretch of text in it begins and ends: close to a word.
PAIRS = (
    (BOLD, re.compile(r"\*\*(?=\S)"), re.compile(r"(?<=\S)\*\*")),
    (ITALIC, re.compile(r"\*(?=\S)"), re.compile(r"(?<=\S)\*")),
)
MARKS = {BOLD: "**", ITALIC: "*"}
LONGEST_LEAD = 2_000  # characters of a sentence that count for the wording of what follows
DEEPEST = 20  # facts whose wording is part of another's wording
MOST_INNER = 5_000  # references inside the wording of facts
SENTENCE_END = (".", "!", "?")
FINAL_STOP = re.compile(r"[^\W_](?<!\bv)[.;]$")  # not the dots of `v.v.` and `...`

# The template of a fact, by the section of the plan it stands in.
WORDINGS: dict[str, str] = {
    "basis": "vien-dan",
    "citations": "vien-dan",
    "phases": "dot",
    "commemorations": "ngay-ky-niem",
    "movements": "phong-trao",
    "targets": "chi-tieu",
    "activities": "hoat-dong",
    "contributions": "dong-gop",
    "registration": "dang-ky",
    "milestones": "moc",
    "reports": "bao-cao",
    "assignments": "phan-cong",
}
# Keys of the plan language that the models hold under another name.
ALIASES = {"from": "start", "to": "end"}


class Parts(Protocol):
    """Small templates by name, as one line of text."""

    def part(self, name: str, values: Mapping[str, Any]) -> str:
        """The filled-in text."""
        ...


@dataclass
class Prose:
    """Expands the prose of one plan in the document's order: the first mention of a fact is the full one."""

    loaded: Loaded
    templates: Parts
    values: Mapping[str, Any]
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
            pieces.append(_text(before))
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
        pieces.append(_text(marked[position:]))
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

    def mention(self, ident: str, attribute: str = "", *, alone: bool = False, lead: str = "") -> Markup:
        """The wording of a fact, or one of its attributes.

        `alone` where it makes an item of its own, which is always in full; `lead` is the sentence before it.
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
            "fact": self._bare(fact),
            "first": first,
            "alone": alone,
            "lead": lead,
        }
        try:
            text = self.templates.part(f"su-kien/{WORDINGS[section]}.j2", values)
        finally:
            self.open.pop()
            self.path = here
        if alone:
            self.size += len(text)
        return Markup(text)  # noqa: S704  # printed by a template

    def _bare(self, fact: Any) -> Any:
        """The fact without the full stops that its author set at the end of a name; more words follow it."""
        texts = {name: getattr(fact, name) for name in fact.model_fields_set}
        bare = {name: _without_stop(text) for name, text in texts.items() if isinstance(text, str)}
        changed = {name: text for name, text in bare.items() if text != texts[name]}
        return fact.model_copy(update=changed) if changed else fact

    def _attribute(self, fact: Any, attribute: str) -> Markup:
        fields = type(fact).model_fields
        name = attribute if attribute in fields else ALIASES.get(attribute, attribute)
        text = _text_of(getattr(fact, name)) if name in fields else ""
        if attribute == QUOTED:
            text = next((f"“{value}”" for name in NAMES if (value := getattr(fact, name, None))), "")
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


def _text_of(value: Any) -> str:
    try:
        return "" if isinstance(value, bool) else shown(value)
    except TypeError:
        return ""


def _without_stop(text: str) -> str:
    return text[:-1].rstrip() if FINAL_STOP.search(text) else text


def emphasised(text: str) -> str:
    """Pairs of `**` and `*` as marks that no text of a plan can hold; a lone star stays a star."""
    lines = text.replace(BOLD, "").replace(ITALIC, "").split("\n")
    for mark, begin, end in PAIRS:
        lines = ["".join(_paired(line, mark, begin, end)) for line in lines]
    return "\n".join(lines)


def _paired(line: str, mark: str, begin: re.Pattern[str], end: re.Pattern[str]) -> Iterator[str]:
    position = 0
    while (first := begin.search(line, position)) and (last := end.search(line, first.end() + 1)):
        yield line[position : first.start()] + mark + line[first.end() : last.start()] + mark
        position = last.end()
    # Where one beginning finds no end, none after it does.
    yield line[position:]


def _text(text: str) -> str:
    """Plain text with emphasis marks as markup."""
    parts = re.split(f"([{BOLD}{ITALIC}])", text)
    return "".join(MARKS.get(part) or (literal(part) if part else "") for part in parts)

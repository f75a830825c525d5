"""What a document takes of a fact: the template that words it, and the text of one attribute."""

from __future__ import annotations

import re
from typing import Any

from thidua_cli.document.templating.printing import shown
from thidua_cli.plan.references import NAMES, QUOTED

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
    "votes": "bo-phieu",
    "tables": "bang",
    "enclosures": "kem-theo",
    "appendices": "kem-theo",
}
# Keys of the plan language that the models hold under another name.
ALIASES = {"from": "start", "to": "end"}


def bare(fact: Any) -> Any:
    """The fact without the full stops that its author set at the end of a name; more words follow it."""
    texts = {name: getattr(fact, name) for name in fact.model_fields_set}
    stripped = {name: _without_stop(text) for name, text in texts.items() if isinstance(text, str)}
    changed = {name: text for name, text in stripped.items() if text != texts[name]}
    return fact.model_copy(update=changed) if changed else fact


def attribute_text(fact: Any, attribute: str) -> str:
    """The text of `{id.attribute}` by the keys of the plan language; empty where there is none."""
    if attribute == QUOTED:
        return next((f"“{value}”" for name in NAMES if (value := getattr(fact, name, None))), "")
    fields = type(fact).model_fields
    name = attribute if attribute in fields else ALIASES.get(attribute, attribute)
    return _text_of(getattr(fact, name)) if name in fields else ""


def _text_of(value: Any) -> str:
    try:
        return "" if isinstance(value, bool) else shown(value)
    except TypeError:
        return ""


def _without_stop(text: str) -> str:
    return text[:-1].rstrip() if FINAL_STOP.search(text) else text

"""What a file says of itself, and what it should not carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.elements import write
from thidua_cli.conformance.rules.ignoring import instructs
from thidua_cli.document.ooxml.elements import node, remove
from thidua_cli.document.ooxml.names import COMPATIBILITY, M, W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

VIETNAMESE = "vi-VN"
MODE = "compatibilityMode"
# What may follow `w:compat` in the settings (ECMA-376 Part 1, 17.15.1.78).
AFTER_COMPAT = frozenset(
    W + name
    for name in (
        *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "forceUpgrade"),
        *(
            "captions",
            "readModeInkLockDown",
            "smartTagType",
            "shapeDefaults",
            "decimalSymbol",
            "listSeparator",
        ),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "doNotEmbedSmartTags"),
    )
) | {f"{M}mathPr"}
ANCHORS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")


def set_language(draft: Draft, _: Check, __: Sequence[Deviation]) -> None:
    """Vietnamese as the language of all text that states none, so that spelling is checked as such."""
    styles, default = draft.paragraph_styles
    own = styles[default].find(f"{W}rPr") if default in styles else None
    for properties in (draft.defaults("rPr"), own):
        if properties is not None and (properties is not own or own.find(f"{W}lang") is not None):
            write(properties, "lang", {"val": VIETNAMESE})


def set_compatibility(draft: Draft, check: Check, _: Sequence[Deviation]) -> None:
    """The present mode of Word."""
    settings = draft.package.root(f"{W}settings")
    if settings is None:
        return
    compat = settings.find(f"{W}compat")
    if compat is None:
        compat = node("compat")
        following = next((each for each in settings if each.tag in AFTER_COMPAT), None)
        (settings.append if following is None else following.addprevious)(compat)
    for old in [each for each in compat if each.get(f"{W}name") == MODE]:
        remove(old)
    compat.append(node("compatSetting", name=MODE, uri=COMPATIBILITY, val=check.options["mode"]))


def drop_comments(draft: Draft, _: Check, __: Sequence[Deviation]) -> None:
    """Comments of people, not those that tell the program what to ignore."""
    comments = draft.package.root(f"{W}comments")
    dropped = set()
    for comment in () if comments is None else list(comments):
        if not instructs("".join(each.text or "" for each in comment.iter(f"{W}t"))):
            dropped.add(comment.get(f"{W}id"))
            remove(comment)
    for root in draft.package.trees.values():
        for anchor in list(root.iter(*ANCHORS)):
            if anchor.get(f"{W}id") in dropped:
                remove(anchor)

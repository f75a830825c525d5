"""Which key was meant by one that a place does not have: a name spelled alike, or another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.shape.fields import choices_of, is_list, key_synonyms, keys_of
from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.vietnamese.text import nearest, slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.fields import FieldInfo

    from thidua_cli.plan.shape.fields import Choice
    from thidua_cli.plan.shape.place import Place

# More places than these tell nothing.
MOST_OWNERS = 2


def resembling(word: str, allowed: list[str]) -> list[str]:
    """The allowed words that were probably meant: known synonyms, else those spelled alike."""
    synonyms = key_synonyms().get(slug(word).replace("-", "_"), ())
    return [name for name in synonyms if name in allowed] or nearest(word, allowed)


def owner_of(place: Place, key: str) -> tuple[str, str]:
    """Where a key belongs that is written one level too deep or too high.

    A variant of TD102 with the name of that place: `top` (no name), `above`, `below`; two empty texts where
    no place, or too many, have such a key.
    """
    above = place.parent
    while above is not None:
        if key in keys_of(above.choices):
            return ("above", above.name) if above.name else ("top", "")
        above = above.parent
    below, lists = _below(place.choices, key)
    owners = below or _two_below(place.choices, key) or lists
    return ("below", "”, “".join(owners)) if 0 < len(owners) <= MOST_OWNERS else ("", "")


def _below(choices: Sequence[Choice], key: str) -> tuple[list[str], list[str]]:
    """The groups that have the key, and the lists of such groups."""
    found: tuple[list[str], list[str]] = ([], [])
    for name, info in keys_of(choices).items():
        if key in keys_of(choices_of(info)) and not _in_one_line(info):
            found[is_list(info)].append(name)
    return found


def _in_one_line(info: FieldInfo) -> bool:
    """Whether people write the group as one line of text, whose keys they hardly know."""
    return not is_list(info) and all(issubclass(choice.model, Shorthand) for choice in choices_of(info))


def _two_below(choices: Sequence[Choice], key: str) -> list[str]:
    return [
        f"{name}.{inner}"
        for name, info in keys_of(choices).items()
        for inner in _below(choices_of(info), key)[0]
    ]

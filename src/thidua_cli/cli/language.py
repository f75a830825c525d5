"""The language of everything the user sees, and the texts of the front door in it."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.findings.texts import LANGUAGES, phrase, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEXTS = Path(__file__).with_name("texts.json")
VARIABLE = "THIDUA_LANG"
OPTION = "--lang"

_language = ContextVar("language", default=LANGUAGES[0])


def language() -> str:
    """The language in use, `vi` or `en`."""
    return _language.get()


def use(lang: str) -> None:
    """Speak `lang` from here on."""
    _language.set(lang)


def t(key: str, **values: object) -> str:
    """A text of `cli/texts/*.yaml` in the language in use, its places filled with `values`."""
    return phrase(TEXTS, key, language(), values)


def first_text(*keys: str) -> str:
    """The text of the first key that has one, else nothing."""
    known = table(TEXTS)
    return next((t(key) for key in keys if key in known), "")


def detect(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for, known before the command line is parsed so that its errors are in it.

    The last valid `--lang` counts, else `THIDUA_LANG` (also as `en_US.UTF-8`), else Vietnamese.
    """
    asked = environment.get(VARIABLE, "").lower().replace("-", "_").partition("_")[0].partition(".")[0]
    chosen = asked if asked in LANGUAGES else LANGUAGES[0]
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            value = arguments[position + 1] if position + 1 < len(arguments) else ""
        elif argument.startswith(f"{OPTION}="):
            value = argument.partition("=")[2]
        else:
            continue
        chosen = value if value in LANGUAGES else chosen
    return chosen

"""The words printed on a form: data of `words/*.yaml`, compiled to `words.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from thidua_cli.vietnamese.periods import Period


def word(key: str, **values: str) -> str:
    """A text of the form with its places filled. A key without a text is a defect of ours: KeyError."""
    text = str(compiled_words(__file__)[key])
    return text.format_map(values) if values else text


def lines(key: str, **values: str) -> list[str]:
    """A list of texts, each with its places filled."""
    return [str(text).format_map(values) for text in compiled_words(__file__)[key]]


def count_names() -> dict[str, str]:
    """The head counts that a form may ask for: id to name."""
    return dict(compiled_words(__file__)["counts"])


def period_words(period: Period) -> str:
    """A period as a form says it: `năm 2022`."""
    return word("period.year", year=period.text) if period.text.isdecimal() else period.text

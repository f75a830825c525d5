"""A standard of law in words: what its criteria ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.law.pack import national
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.tree import ALL, ANY, NOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from thidua_cli.law.rulings.criteria.tree import Node


def criteria_words(node: Node) -> str:
    """`xếp loại từ hoàn thành tốt nhiệm vụ trở lên; và …`."""
    if node.name == ALL:
        return t("criteria.and").join(_inside(part) for part in node.parts)
    if node.name == ANY:
        return t("criteria.or").join(_inside(part) for part in node.parts)
    if node.name == NOT:
        return _denied(node.parts[0])
    return _LEAVES[node.name](node.asks)


def whom_words(node: Node) -> str:
    """For whom a reading is meant: `công chức, đơn vị xếp loại hoàn thành xuất sắc nhiệm vụ`."""
    if node.name == ALL:
        return ", ".join(map(whom_words, node.parts))
    if node.name == NOT and node.parts[0].name in (ALL, "is") and not _flag(node.parts[0]):
        return t("criteria.except", what=whom_words(node.parts[0]))
    return criteria_words(node)


def _flag(node: Node) -> bool:
    return node.name == "is" and isinstance(node.asks["value"], bool)


def _denied(node: Node) -> str:
    """What may not hold: in the words of the opposite criterion where there is one."""
    if _flag(node):
        return _is({**node.asks, "value": not node.asks["value"]})
    opposite = {"at_least": "below", "below": "at_least"}.get(node.name)
    return _LEAVES[opposite](node.asks) if opposite else t("criteria.not", what=_inside(node))


def _inside(node: Node) -> str:
    words = criteria_words(node)
    return f"({words})" if node.name in (ALL, ANY) and len(node.parts) > 1 else words


def _name(fact: str) -> str:
    """The fact where its value follows: `đơn vị xếp loại …`."""
    return first_text(f"criteria.name.{fact}") or _fact(fact)


def _fact(fact: str) -> str:
    return fact_kinds()[fact].names[language()]


def _step(scale: str, step: str) -> str:
    steps: Iterable[Mapping[str, str]] = national()["scales"][scale]
    return next((each[language()] for each in steps if each["id"] == step), step)


# The step beyond which there is none: `at least excellent` is excellent.
_END: Mapping[str, Callable[[list[str]], str]] = {
    "at_least": lambda steps: steps[-1],
    "at_most": lambda steps: steps[0],
    "below": lambda steps: "",
}


def _compared(key: str) -> Callable[[Any], str]:
    def words(asks: Any) -> str:
        kind = fact_kinds()[asks["fact"]].type
        if "than" in asks:
            return t(f"criteria.{key}.than", name=_name(asks["fact"]), other=_fact(asks["than"]))
        if kind in scales() and asks["value"] == _END[key](list(scales()[kind])):
            return f"{_name(asks['fact'])} {_step(kind, asks['value'])}"
        if kind in scales():
            return t(f"criteria.{key}.step", name=_name(asks["fact"]), value=_step(kind, asks["value"]))
        return t(f"criteria.{key}", name=_name(asks["fact"]), value=asks["value"])

    return words


def _is(asks: Any) -> str:
    fact, value = asks["fact"], asks["value"]
    if isinstance(value, bool):
        name = _name(fact)
        return name if value else first_text(f"criteria.not.{fact}") or t("criteria.not", what=name)
    kind = fact_kinds()[fact]
    if value in kind.values:
        return kind.values[value][language()]
    return f"{_name(fact)} {_step(kind.type, value)}" if kind.type in scales() else f"{_name(fact)}: {value}"


def _titles(idents: Iterable[str]) -> str:
    return t("criteria.or").join(titles()[ident].name for ident in idents)


def _by_day(asks: Any) -> str:
    name, last = _name(asks["fact"]), _day(asks["by"])
    words = t("criteria.by", name=name, last=last)
    if "from" in asks:
        words = t("criteria.between", name=name, first=_day(asks["from"]), last=last)
    if "years_later" in asks:
        words += " " + t("criteria.years_later", years=asks["years_later"])
    return words + (" " + t("criteria.of", what=_fact(asks["of"])) if "of" in asks else "")


def _day(written: str) -> str:
    return "/".join(reversed(written.split("-")))


def _year(asks: Any) -> str:
    """What a year must hold: a rating, or one of some titles."""
    if "rating" in asks:
        return _LEAVES["at_least"]({"fact": "rating", "value": asks["rating"]})
    return _titles(asks["titles"])


def _chain(asks: Any) -> str:
    words = t("criteria.chain", years=asks["years"], what=_year(asks["each"]))
    for each in asks.get("with", ()):
        words += t("criteria.chain.with", count=each["count"], what=_year(each))
    return words + (t("criteria.chain.after", what=_titles(asks["after"])) if "after" in asks else "")


def _held(asks: Any) -> str:
    if "back" in asks:
        return t("criteria.held.back", what=_titles(asks["titles"]), years=asks["back"])
    return t("criteria.held", what=_titles(asks["titles"]))


def _times(asks: Any) -> str:
    apart = t("criteria.or").join(map(str, asks["apart"]))
    return t("criteria.times", what=_titles(asks["titles"]), years=apart)


_LEAVES: Mapping[str, Callable[[Any], str]] = {
    "at_least": _compared("at_least"),
    "at_most": _compared("at_most"),
    "below": _compared("below"),
    "is": _is,
    "holds": lambda asks: t("criteria.holds", what=_titles(asks)),
    "by_day": _by_day,
    "chain": _chain,
    "held": _held,
    "times": _times,
}

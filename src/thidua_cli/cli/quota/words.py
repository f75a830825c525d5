"""Caps and conditions in words: what the rule says, how the number came about, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.law.words import limit_words, local_words, number_words
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.rulings.arithmetic import exact, percent
from thidua_cli.law.rulings.criteria.tree import ALL, ANY, NOT
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.law.rulings.rules import State
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.quotas.allowances import Allowance, Way
    from thidua_cli.law.quotas.requirements import Requirement
    from thidua_cli.law.rulings.criteria.tree import Node
    from thidua_cli.law.rulings.heads import Heads
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


def fact_name(ident: str) -> str:
    """A count in words, `số người đạt Lao động tiên tiến`."""
    known = fact_kinds().get(ident)
    return known.names[language()] if known else ident


def says(rule: Rule, number: DatedValue | None, book: Lawbook) -> str:
    """What a rule says on the day."""
    if number is None:
        return t("law.state.unknown")
    local = book.local.get(rule.code)
    return number_words(rule, number) if local is None else local_words(local, number)


def headline(rule: Rule, number: DatedValue | None, ways: Sequence[Reading], book: Lawbook) -> str:
    """What is capped and by how much; of several readings only that there are several."""
    if rule.code in book.local:
        return book.local[rule.code].name
    what = fact_name(rule.numerator)
    if number is None or not ways:
        return f"{what}: {says(rule, number, book)}"
    if len(ways) > 1:
        return f"{what}: {t('quota.several_readings', count=len(ways))}"
    limit = limit_words(rule, number._replace(value=ways[0].value))
    return f"{what}: {limit} {' + '.join(map(fact_name, ways[0].base))}"


def base_words(way: Way) -> str:
    """The heads that a share is of."""
    return " + ".join(map(fact_name, way.reading.base))


def ratio_of(way: Way) -> str:
    """The share, `15%`; empty where the rule has none."""
    return "" if way.reading.value is None else percent(way.reading.value)


def step(one: Allowance, way: Way) -> str:
    """How a number came about: `90 × 15% = 13,5 → 13, làm tròn xuống vì “không quá”`."""
    ratio = ratio_of(way)
    if way.reading.unread:
        return t("quota.unread")
    if way.few:
        return t("quota.few", most=way.allowed.high)
    if way.product is None and way.together is not None:
        return t("quota.of_total", ratio=ratio, total=way.together.heads, allowed=way.allowed.known)
    if way.base.known is None or way.product is None:
        return t("quota.base_unknown", ratio=ratio, allowed=_range(way.allowed))
    line = (
        f"{way.base.known} × {ratio} = {exact(way.reading.value * way.base.known)}"
        if way.reading.value
        else ""
    )
    if one.number is None or way.product == way.allowed.known == (way.reading.value or 0) * way.base.known:
        return line
    return f"{line} → {way.allowed.known}, {_rounding(one.number)}"


def condition(node: Node) -> str:
    """For whom a reading is meant, `staff: vien-chuc`."""
    if node.name in (ALL, ANY):
        return t(f"quota.when.{node.name}").join(map(condition, node.parts))
    if node.name == NOT:
        return t("quota.when.not", condition=condition(node.parts[0]))
    value = node.asks["value"]
    shown = t(f"quota.when.{'yes' if value else 'no'}") if isinstance(value, bool) else value
    return t(f"quota.when.{node.name}", name=fact_name(node.asks["fact"]), value=shown)


def open_facts(ways: Iterable[Way]) -> tuple[str, ...]:
    """The facts by id that would tell which of several readings is meant."""
    nodes = (way.reading.when for way in ways if way.reading.when is not None)
    return tuple(dict.fromkeys(leaf.asks["fact"] for node in nodes for leaf in node.leaves()))


def kept(one: Allowance, way: Way) -> str:
    """What is allowed of all of them together, where too many are counted now; else empty."""
    if way.together is None or one.used is None or way.allowed.known is None or way.product is None:
        return ""
    over = (one.used.known or 0) > way.allowed.known
    return t("quota.kept", total=way.together.heads, most=way.together.most) if over else ""


def practice(way: Way) -> str:
    """What some offices allow who take the share of all of them; empty where it makes no difference."""
    together = way.together
    if together is None or together.of_all == together.most:
        return ""
    line = f"{together.heads} × {ratio_of(way)}"
    return t("quota.practice", step=line, allowed=together.of_all)


def _rounding(number: DatedValue) -> str:
    """Why the product became that number."""
    if number.strict:
        return t("quota.rounding.strict")
    words = t(f"quota.rounding.{number.rounding or 'none'}")
    return f"{words}, {t('law.at_least_one')}" if number.at_least_one else words


def _range(found: Heads) -> str:
    if found.high is None:
        return t("quota.not_bounded")
    return str(found.low) if found.low == found.high else t("quota.between", low=found.low, high=found.high)


def balance(one: Allowance, way: Way) -> str:
    """What is used, left or over by one reading; empty where nobody was counted."""
    if one.used is None or one.used.known is None:
        return ""
    used = one.used.known
    if way.allowed.known is None:
        return t("quota.used", used=used)
    left = way.allowed.known - used
    return t("quota.left", used=used, left=left) if left >= 0 else t("quota.over", used=used, over=-left)


def articles(number: DatedValue | None, way: Way | None = None) -> str:
    """The articles: of a reading its own, else those of the number."""
    if number is None:
        return ""
    return cited(dict.fromkeys((way.reading.basis if way else ()) or number.basis))


def required_step(one: Requirement) -> str:
    """How a condition came about: `9 × 70% = 6,3 → 7, làm tròn lên vì “ít nhất”`."""
    if one.product is None or one.base is None:
        return ""
    line = f"{one.base} × {percent(one.number.bound)} = {exact(one.product)}"
    if one.product == one.needed:
        return line
    return f"{line} → {one.needed}, {t('quota.rounding.above' if one.number.strict else 'quota.rounding.up')}"


def state_key(number: DatedValue | None) -> str:
    """The state of a rule on the day: in-force, none, unverified or unknown."""
    return "unknown" if number is None else State(number.state).value


def heading(quotas: Quotas) -> str:
    """The day and the law that everything is judged by."""
    return t("quota.heading", day=format_short(quotas.day), law=quotas.book.name)

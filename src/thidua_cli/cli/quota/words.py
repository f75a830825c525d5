"""Caps and conditions in words: what the rule says, how the number came about, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.law.criteria_words import whom_words
from thidua_cli.cli.law.words import limit_words, local_words, number_words, state_on
from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.law.pack import is_verified
from thidua_cli.law.registers.facts import fact_name
from thidua_cli.law.rulings.arithmetic import exact, percent
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.law.rulings.rules import State
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.quotas.allowances import Allowance, Way
    from thidua_cli.law.quotas.requirements import Requirement
    from thidua_cli.law.rulings.heads import Heads
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


# A heading is not longer than this.
_HEADING = 100


def named(ident: str) -> str:
    """A count in words, `số người đạt Lao động tiên tiến`."""
    return fact_name(ident, language())


def listed(idents: Iterable[str]) -> str:
    """Several facts in words."""
    return ", ".join(map(named, idents))


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
    what = sentence_case(named(rule.numerator))
    if number is not None and number.readings and not ways:
        return f"{what}: {t('quota.not_for')}"
    if number is None or not ways:
        return f"{what}: {says(rule, number, book)}"
    if len(ways) > 1:
        return f"{what}: {t('quota.several_readings', count=len(ways))}"
    limit = limit_words(rule, number._replace(value=ways[0].value))
    return f"{what}: {limit} {' + '.join(map(named, ways[0].base))}"


def base_words(way: Way) -> str:
    """The heads that a share is of."""
    return " + ".join(map(named, way.reading.base))


def reading_words(way: Way, one: Allowance) -> str:
    """Which reading it is, for whom, and whether its text is verified."""
    if not way.reading.base:
        line = t("quota.other")
    else:
        limit = one.number._replace(value=way.reading.value) if one.number else None
        bound = limit_words(one.rule, limit) if limit else ratio_of(way)
        line = t("quota.reading", limit=bound, base=base_words(way))
    if way.reading.when is not None:
        line = t("law.whom", whom=whom_words(way.reading.when), says=line)
    line = sentence_case(line)
    return line if is_verified(way.reading.grade) else f"{line}, {t('quota.unverified')}"


def ratio_of(way: Way) -> str:
    """The share, `15%`; empty where the rule has none."""
    return "" if way.reading.value is None else percent(way.reading.value)


def figure(heads: int | None) -> str:
    """A number of heads as it is written: `1.200`; `?` where it is not known."""
    return "?" if heads is None else format_number(heads)


def step(one: Allowance, way: Way) -> str:
    """How a number came about: `90 × 15% = 13,5 → 13, làm tròn xuống vì “không quá”`."""
    ratio = ratio_of(way)
    if way.reading.unread:
        return t("quota.unread")
    if way.few:
        return t("quota.few", most=figure(way.allowed.high))
    if way.product is None and way.together is not None:
        total, allowed = figure(way.together.heads), figure(way.allowed.known)
        return t("quota.of_total", ratio=ratio, total=total, allowed=allowed)
    if way.base.known is None or way.product is None:
        return t("quota.base_unknown", ratio=ratio, allowed=_range(way.allowed))
    line = (
        f"{figure(way.base.known)} × {ratio} = {exact(way.reading.value * way.base.known)}"
        if way.reading.value
        else ""
    )
    if one.number is None or way.product == way.allowed.known == (way.reading.value or 0) * way.base.known:
        return line
    return f"{line} → {figure(way.allowed.known)}, {_rounding(one.number)}"


def open_facts(ways: Iterable[Way]) -> tuple[str, ...]:
    """The facts by id that would tell which of several readings is meant."""
    nodes = (way.reading.when for way in ways if way.reading.when is not None)
    return tuple(dict.fromkeys(leaf.asks["fact"] for node in nodes for leaf in node.leaves()))


def kept(one: Allowance, way: Way) -> str:
    """What is allowed of all of them together, where too many are counted now; else empty."""
    if way.together is None or one.used is None or way.allowed.known is None or way.product is None:
        return ""
    over = (one.used.known or 0) > way.allowed.known
    return t("quota.kept", total=figure(way.together.heads), most=figure(way.together.most)) if over else ""


def practice(way: Way) -> str:
    """What some offices allow who take the share of all of them; empty where it makes no difference."""
    together = way.together
    if together is None or together.of_all == together.most:
        return ""
    line = f"{figure(together.heads)} × {ratio_of(way)}"
    return t("quota.practice", step=line, allowed=figure(together.of_all))


def _rounding(number: DatedValue) -> str:
    """Why the product became that number."""
    if number.strict:
        return t("quota.rounding.strict")
    words = t(f"quota.rounding.{number.rounding or 'none'}")
    return f"{words}, {t('law.at_least_one')}" if number.at_least_one else words


def _range(found: Heads) -> str:
    if found.high is None:
        return t("quota.not_bounded")
    if found.low == found.high:
        return t("quota.only_allowed", allowed=figure(found.low))
    return t("quota.between", low=figure(found.low), high=figure(found.high))


def balance(one: Allowance, way: Way) -> str:
    """What is used, left or over by one reading; empty where nobody was counted."""
    if one.used is None or one.used.known is None:
        return ""
    used = one.used.known
    if way.allowed.known is None:
        return t("quota.used", used=figure(used))
    left = way.allowed.known - used
    key, rest = ("quota.left", "left") if left >= 0 else ("quota.over", "over")
    return t(key, used=figure(used), **{rest: figure(abs(left))})


def short_balance(one: Allowance, way: Way) -> str:
    """What is left or over by one reading, for a cell of a table."""
    if one.used is None or one.used.known is None or way.allowed.known is None:
        return ""
    left = way.allowed.known - one.used.known
    return figure(left) if left >= 0 else t("quota.over_short", over=figure(-left))


def articles(number: DatedValue | None, way: Way | None = None) -> str:
    """The articles: of a reading its own, else those of the number."""
    if number is None:
        return ""
    return cited(dict.fromkeys((way.reading.basis if way else ()) or number.basis))


def required_step(one: Requirement) -> str:
    """How a condition came about: `9 × 70% = 6,3 → 7, làm tròn lên vì “ít nhất”`."""
    if one.product is None or one.base is None:
        return ""
    line = f"{figure(one.base)} × {percent(one.number.bound)} = {exact(one.product)}"
    if one.product == one.needed:
        return line
    why = t("quota.rounding.above" if one.number.strict else "quota.rounding.up")
    return f"{line} → {figure(one.needed)}, {why}"


def state_key(number: DatedValue | None) -> str:
    """The state of a rule on the day: in-force, none, unverified or unknown."""
    return "unknown" if number is None else State(number.state).value


def heading(quotas: Quotas) -> str:
    """The day and the law that everything is judged by."""
    return t("quota.heading", day=format_short(quotas.day), law=quotas.book.name)


def left_out(quotas: Quotas) -> list[str]:
    """The packs that were given and not considered, for the errors in them."""
    packs = quotas.book.left_out
    return [t("quota.left_out", name=name) if name else t("quota.left_out_unnamed") for name in packs]


def reason_alone(verdict: Verdict) -> str:
    """Why, without whom it is about and the article in brackets: these stand beside it."""
    subject, basis = "\0", "\1"
    values = {**verdict.values, "subject": subject, "where": "", "basis": basis}
    said = reason_of(verdict._replace(values=values), language()).rpartition(subject)[2]
    said = said.replace(f"({basis})", "").replace(basis, verdict.values.get("basis", ""))
    return " ".join(said.lstrip(" :,–").split()).replace(" ;", ";").replace(" ,", ",").replace(" :", ":")


def rule_name(verdict: Verdict, book: Lawbook) -> str:
    """What a rule asks on its day, or how its pack calls it; what it is about where it asks nothing."""
    local = book.local.get(verdict.rule)
    if local is not None:
        return local.name
    rule, entry = book.national[verdict.rule], entries()[verdict.code]
    state, content = state_on(rule, verdict.as_of)
    asked = content.lead if state == State.IN_FORCE.value and not content.ways else ""
    return sentence_case(asked) if 0 < len(asked) <= _HEADING else entry.text("title", language())

"""The pages of `explain` on rules of law: numbers over time, what holds on a day, local rules over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import t
from thidua_cli.cli.law.history import history_data, periods
from thidua_cli.cli.law.words import local_said, local_words, period_words, rule_of, said, state_on
from thidua_cli.cli.output.page import item, note, page, paragraph, section, verbatim
from thidua_cli.findings.formats.words import source_text
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from thidua_cli.cli.law.words import Said
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.rules import DatedValue, Rule


def law_sections(rule: Rule, day: date | None, book: Lawbook | None) -> list[str]:
    """A national rule over time, on the day that was asked for, and the rules of packs over it."""
    blocks = [*_history(rule, lambda number: said(rule, number)), *_undelegated(rule)]
    history = section(t("explain.heading.law"), blocks)
    over = list(book.over(rule.code)) if book else []
    locals_ = [block for local in over if book for block in _over(local, book, day)]
    return [history, _on_day(rule, day), section(t("explain.heading.local"), locals_)]


def local_page(local: LocalRule, book: Lawbook, day: date | None) -> str:
    """The page of a rule of a pack."""
    pack = next(pack for pack in book.packs if local.id in pack.rules)
    about = t("explain.local.pack", pack=pack.name, authority=pack.authority)
    condition = [verbatim(local.condition[1])] if local.condition else []
    return page(
        f"{local.id}\n{local.name}",
        section(t("explain.heading.why"), [paragraph(about)]),
        section(t("explain.heading.law"), _history(local.rule, lambda number: local_said(local, number))),
        section(t("explain.heading.condition"), condition),
        section(t("explain.heading.national"), _national(local, book, day)),
        section(t("explain.heading.suppress"), [paragraph(t("explain.waiver", code=local.id))]),
    )


def law_data(rule: Rule, day: date | None, book: Lawbook | None) -> dict[str, Any]:
    """The same as plain data: `law`; `on` where a day was asked for; `local` where packs were given."""
    data: dict[str, Any] = {"law": history_data(rule)}
    if day is not None:
        state, words = state_on(rule, day)
        data["on"] = {"date": day.isoformat(), "state": state, "says": words.line}
    if book is not None:
        data["local"] = [local_data(local, book, day) for local in book.over(rule.code)]
    return data


def local_data(local: LocalRule, book: Lawbook, day: date | None) -> dict[str, Any]:
    """A rule of a pack as plain data."""
    standing = book.standing(local, day) if day else None
    return {
        "code": local.id,
        "title": local.name,
        "form": local.form.value,
        "over": local.target,
        "condition": local.condition[1] if local.condition else None,
        "standing": standing.value if standing else None,
        "law": history_data(local.rule),
    }


def _history(rule: Rule, saying: Callable[[DatedValue], Said]) -> Iterator[str]:
    """Every period: what holds, its readings, its sources, how far they are trusted, who may differ."""
    for period in periods(rule, saying):
        yield item(f"{period.days}: {period.said.lead}")
        yield from map(note, (*period.said.numbered, *period.sources, period.trust, period.delegation))


def _undelegated(rule: Rule) -> Iterator[str]:
    """That no article is known which leaves the rule to others; nothing where one does."""
    if not any(number.delegates for number in rule.numbers):
        yield item(t("law.delegates.none"))


def _on_day(rule: Rule, day: date | None) -> str:
    if day is None:
        return ""
    _, words = state_on(rule, day)
    blocks = [paragraph(words.lead), *map(note, words.numbered)]
    return section(t("explain.heading.on", date=format_short(day)), blocks)


def _over(local: LocalRule, book: Lawbook, day: date | None) -> Iterator[str]:
    """A rule of a pack over a national one: every number, or the one of the day with how it stands."""
    numbers = [number for number in local.rule.numbers if day is None or number.covers(day)]
    if not numbers:
        yield item(t("explain.local.silent", code=local.id))
    for number in numbers:
        if day is None:
            yield item(f"{local.id}, {period_words(number)}: {local_words(local, number)}")
        else:
            yield from (item(f"{local.id}: {words}") for words in _standing_words(local, book, day))
        yield note(source_text(number.basis[-1]))


def _standing_words(local: LocalRule, book: Lawbook, day: date) -> Iterator[str]:
    """What it says on a day and how it stands to the national rule; nothing where it is silent."""
    number, standing = local.rule.on(day), book.standing(local, day)
    if number is not None and standing is not None:
        says = local_words(local, number)
        yield t(f"law.standing.{standing}", says=says, code=local.target or "")


def _national(local: LocalRule, book: Lawbook, day: date | None) -> Iterator[str]:
    rule = rule_of(local.target or "")
    if rule is None:
        return
    yield item(t("explain.local.over", code=rule.code))
    if day is not None:
        yield item(f"{format_short(day)}: {state_on(rule, day)[1].line}")
        yield from (item(words) for words in _standing_words(local, book, day))

"""Percentages in running text beside the name of a title, held against the targets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, title_of, titles
from thidua_cli.rules.consistency.prose import Passage, block_passages, span_in
from thidua_cli.vietnamese.amounts import AmountKind
from thidua_cli.vietnamese.numbers import NumberError, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Target
    from thidua_cli.vietnamese.amounts import Amount

SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\d))+")
PERCENT = re.compile(r"(?<![\w.,])(?P<figure>[0-9]+(?:[.,][0-9]+)*) ?(?:%|phần trăm)")
YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)[0-9]{2}(?![\w%])")
# A share that is bounded, of each unit, or of the past is not the target itself.
NOT_THE_TARGET = re.compile(
    r"\b(?:năm trước|năm qua|cùng kỳ|đã đạt|kết quả|hằng năm|mỗi|từng"
    r"|trên|dưới|hơn|không|tối đa|nhiều nhất|vượt|giảm|tăng)\b"
)
ELSEWHERE = re.compile(r"[0-9{:]")
COLLECTIVES = re.compile(r"\b(?:tập thể|đơn vị|phòng|cơ quan|khoa|ban|trường|chi cục)\b")
PEOPLE = re.compile(
    r"\b(?:cá nhân|cán bộ|công chức|viên chức|người lao động|giáo viên|đảng viên|nhân viên)\b"
)
CONNECTING = re.compile(r"\b(?:đạt|được|danh hiệu|công nhận|phấn đấu|trở lên|có|là)\b|[\s,“”\"*]")
FARTHEST = 120
BEFORE = 40


class Share(NamedTuple):
    """A percentage in prose and the title it is said of."""

    figure: Decimal
    start: int
    end: int
    title: str
    holders: tuple[str, ...]


def share_disagrees(loaded: Loaded) -> Iterator[Finding]:
    """TD254: prose gives a title another share than the plan's target does."""
    shared = _shares_of_titles(loaded.plan)
    if not shared:
        return
    for passage in block_passages(loaded):
        if "%" not in passage.text and "phần trăm" not in passage.text:
            continue
        for share in _shares(passage, loaded.plan):
            meant = [item for holder in share.holders for item in shared.get((share.title, holder), ())]
            if not meant or any(_allows(amount, share.figure) for _, _, amount in meant):
                continue
            index, target, amount = meant[0]
            values = {
                "text": passage.text[share.start : share.end],
                "measure": share.title,
                "target": amount.text,
                "id": target.id,
            }
            related = (Related(loaded.span(("targets", index, "value")), "target"),)
            yield Finding("TD254", span_in(loaded, passage, share.start, share.end), values, related=related)


def _shares_of_titles(plan: Plan) -> dict[tuple[str, str], list[tuple[int, Target, Amount]]]:
    """Targets in percent of a title, by the bare name of the title and by who holds it."""
    found: dict[tuple[str, str], list[tuple[int, Target, Amount]]] = {}
    for index, target in enumerate(plan.targets):
        title = title_of(target.measure)
        if title and title.holder and target.value and target.value.percent and target.value.computable:
            found.setdefault((_bare(title.name), title.holder), []).append((index, target, target.value))
    return found


def _bare(name: str) -> str:
    """A title's name in lower case, spelled `sĩ`, without the collective that holds it."""
    return name.lower().replace("sỹ", "sĩ").removeprefix("tập thể ")


@cache
def _titles() -> re.Pattern[str]:
    """Every name of a title, the longest first, over lower-case text."""
    names = {name.lower() for title in titles().values() for name in (title.name, *title.spellings)}
    names |= {_bare(name) for name in names}
    return re.compile(
        r"(?<!\w)(?:"
        + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        + r")(?!\w)"
    )


def _shares(passage: Passage, plan: Plan) -> Iterator[Share]:
    lower = passage.text.lower().replace("sỹ", "sĩ")
    if len(lower) != len(passage.text):
        return
    years = range(plan.period.first.year, plan.period.last.year + 1)
    for sentence in SENTENCE.finditer(lower):
        if any(int(year) not in years for year in YEAR.findall(sentence[0])):
            continue
        percents = list(PERCENT.finditer(lower, sentence.start(), sentence.end()))
        ends = [*(found.start() for found in percents[1:]), sentence.end()]
        for found, end in zip(percents, ends, strict=False):
            before = lower[sentence.start() : found.start()]
            share = _share(lower, found, min(end, found.end() + FARTHEST), before)
            if share and not NOT_THE_TARGET.search(before[-BEFORE:].rpartition(",")[2]):
                yield share


def _share(lower: str, found: re.Match[str], end: int, before: str) -> Share | None:
    title = _titles().search(lower, found.end(), end)
    figure = _figure(found["figure"])
    if title is None or figure is None:
        return None
    between = lower[found.end() : title.start()]
    holders = (COLLECTIVE,) if title[0].startswith("tập thể") else _holders(between, before)
    if not holders or NOT_THE_TARGET.search(between) or ELSEWHERE.search(between):
        return None
    named = title_of(title[0], COLLECTIVE if holders == (COLLECTIVE,) else None)
    return Share(figure, found.start(), title.end(), _bare(named.name), holders) if named else None


def _figure(text: str) -> Decimal | None:
    try:
        return parse_number(text).value
    except NumberError:
        return None


def _holders(between: str, before: str) -> tuple[str, ...]:
    """Who is said to hold the title; nobody where the words are of something else (`80% hồ sơ`).

    `trong đó 80% đạt …` speaks of those whom the sentence named before.
    """
    silent = not CONNECTING.sub("", between)
    subject = before if silent else between
    people, collectives = bool(PEOPLE.search(subject)), bool(COLLECTIVES.search(subject))
    if people != collectives:
        return (INDIVIDUAL,) if people else (COLLECTIVE,)
    return (INDIVIDUAL, COLLECTIVE) if people or silent else ()


def _allows(amount: Amount, figure: Decimal) -> bool:
    if amount.low is not None and (
        figure < amount.low or (figure == amount.low and amount.kind is AmountKind.MORE_THAN)
    ):
        return False
    return not (
        amount.high is not None
        and (figure > amount.high or (figure == amount.high and amount.kind is AmountKind.LESS_THAN))
    )

"""A number of awards shared among units, in every form, with how each share came about."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.result_forms import Handed
from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.law.quotas.shares import Share
    from thidua_cli.law.registers.titles import Title
    from thidua_cli.rosters.counts.allocation import Shared
    from thidua_cli.tables.writing.sheets import Content

SCHEMA = "thidua.shares/1"
# Enough to tell parts apart; JSON has them exactly.
_PLACES = 4


def share_forms(shared: Shared, title: Title, source: str, quotas: Quotas) -> Handed:
    """`source`: the step that gave the total, empty where the user named it."""
    sheet = _sheet(shared, title, source, quotas)
    return Handed(partial(page_of, sheet), lambda: [sheet], partial(_data, shared, title, quotas))


def _sheet(shared: Shared, title: Title, source: str, quotas: Quotas) -> Sheet:
    bounded = any(share.bounded != share.quota for share in shared.shares)
    columns = {
        "number": Column(t("share.column.number"), Kind.WHOLE),
        "unit": Column(t("share.column.unit")),
        "weight": Column(shared.weighed_by, Kind.NUMBER, most=16),
        "quota": Column(t("share.column.quota"), Kind.NUMBER, places=_PLACES),
        "bounded": Column(t("share.column.bounded"), Kind.NUMBER, places=_PLACES),
        "whole": Column(t("share.column.whole"), Kind.WHOLE),
        "remainder": Column(t("share.column.remainder"), Kind.NUMBER, places=_PLACES),
        "extra": Column(t("share.column.extra"), Kind.WHOLE),
        "final": Column(t("share.column.final"), Kind.WHOLE),
        "note": Column(t("share.column.note"), most=20),
    }
    left_out = {"bounded": not bounded, "note": not any(share.tied for share in shared.shares)}
    keys = [key for key in columns if not left_out.get(key)]
    rows: list[dict[str, Content]] = [
        {"number": number, **_row(share)} for number, share in enumerate(shared.shares, 1)
    ]
    weight = sum((share.weight for share in shared.shares), start=shared.shares[0].weight * 0)
    total: dict[str, Content] = {
        "unit": t("share.total"),
        "weight": _decimal(weight),
        "whole": sum(share.whole for share in shared.shares),
        "extra": sum(share.extra for share in shared.shares),
        "final": shared.total,
    }
    return Sheet(
        t("share.sheet"),
        [columns[key] for key in keys],
        [[row.get(key) for key in keys] for row in rows],
        titles=[t("share.title", title=title.name.upper()), *_origin(shared, source, quotas)],
        notes=[t("share.rule"), *([t("share.bounds")] if bounded else [])],
        total=[total.get(key) for key in keys],
        fixed=2,
    )


def _origin(shared: Shared, source: str, quotas: Quotas) -> Iterator[str]:
    """Where the total comes from."""
    day = format_short(quotas.day)
    yield (
        t("share.by_law", total=shared.total, step=source, day=day)
        if source
        else t("share.given", total=shared.total)
    )


def _row(share: Share) -> dict[str, Content]:
    return {
        "unit": share.unit,
        "weight": _decimal(share.weight),
        "quota": _decimal(share.quota),
        "bounded": _decimal(share.bounded),
        "whole": share.whole,
        "remainder": _decimal(share.remainder),
        "extra": share.extra,
        "final": share.final,
        "note": t("share.tied") if share.tied else "",
    }


def _decimal(value: Fraction) -> Decimal:
    """The number itself where it is short, else rounded half up to the places shown."""
    scaled = value * 10**_PLACES
    return (
        Decimal((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator))
        .scaleb(-_PLACES)
        .normalize()
        + 0
    )


def _data(shared: Shared, title: Title, quotas: Quotas) -> dict[str, Any]:
    """`thidua.shares/1`: exact parts as fractions; the report as `thidua.report/1`."""
    from thidua_cli.findings.formats.json_report import to_data

    return {
        "schema": SCHEMA,
        "as_of": quotas.day.isoformat(),
        "title": title.id,
        "total": shared.total,
        "weighed_by": shared.weighed_by,
        "shares": [
            {
                "unit": share.unit,
                "weight": exact(share.weight),
                "quota": str(share.quota),
                "bounded": str(share.bounded),
                "whole": share.whole,
                "remainder": str(share.remainder),
                "extra": share.extra,
                "final": share.final,
                "tied": share.tied,
            }
            for share in shared.shares
        ],
        "report": to_data(quotas.report, language()),
    }

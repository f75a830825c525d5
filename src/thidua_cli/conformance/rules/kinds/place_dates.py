"""Place and date: `Hà Nội, ngày 05 tháng 01 năm 2026`, with blanks as long as it is a draft."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.outcome import LEFT_BLANK, Deviation, Outcome, Words, at, outcome_of
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.vietnamese.text import nfc, squeeze, unaccent

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

YEAR_DIGITS = 4
MONTHS = 12
VOWELS = frozenset("AEIOUY")


def form(case: Case, check: Check) -> Outcome:
    """Place, comma, then day, month and year in words and Arabic figures."""

    def look(found: Recognised) -> Deviation | None:
        written = _written(found)
        parts = _parts(check, found)
        if parts is None or (parts["year"].isdecimal() and len(parts["year"]) != YEAR_DIGITS):
            return at(found, quoted("actual", written))
        return None if parts["comma"] else at(found, quoted("actual", written), variant="comma")

    return outcome_of(map(look, case.of(check.components)))


def noughts(case: Case, check: Check) -> Outcome:
    """A nought before days below 10 and before the months `padded`, and before no other."""
    months = check.options["padded"]

    def look(found: Recognised, name: str) -> Deviation | str | None:
        written = _part(check, found, name)
        if not written:
            return LEFT_BLANK
        bare = name == "month" and int(written) not in months
        wanted = str(int(written)) if bare else f"{int(written):02}"
        values = {"actual": written, "text": wanted}
        return None if written == wanted else at(found, values, variant=name, wanted=Words(wanted))

    return outcome_of(look(found, name) for found in case.of(check.components) for name in ("day", "month"))


def on_calendar(case: Case, check: Check) -> Outcome:
    """A day that there is."""

    def look(found: Recognised) -> Deviation | str | None:
        day, month, year = (_part(check, found, name) for name in ("day", "month", "year"))
        if not (day and month and len(year) == YEAR_DIGITS):
            return LEFT_BLANK
        exists = 1 <= int(month) <= MONTHS and int(year) > 0
        if exists and 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
            return None
        return at(found, {"actual": f"{day}/{month}/{year}"})

    return outcome_of(map(look, case.of(check.components)))


def capital(case: Case, check: Check) -> Outcome:
    """The place begins with a capital."""

    def look(found: Recognised) -> Deviation | None:
        parts = _parts(check, found)
        small = parts is not None and parts["place"][:1].islower()
        return at(found, quoted("actual", _written(found))) if small else None

    return outcome_of(map(look, case.of(check.components)))


def small_letters(case: Case, check: Check) -> Outcome:
    """The place not all in capitals, and the words `ngày`, `tháng`, `năm` in small letters.

    Of a line that is in capitals as a whole nothing is said: that is told of its look.
    """

    def look(found: Recognised) -> Deviation | None:
        parts = _parts(check, found)
        written = _written(found)
        if parts is None or written.isupper():
            return None
        if _in_capitals(parts["place"]):
            return at(found, quoted("actual", parts["place"]), variant="place")
        words = (parts[name] for name in ("day_word", "month_word", "year_word"))
        wrong = next((word for word in words if not word.islower()), "")
        return at(found, quoted("actual", wrong), variant="word") if wrong else None

    return outcome_of(map(look, case.of(check.components)))


def _in_capitals(place: str) -> bool:
    """Whether words are spelt out in capitals; abbreviations (`TP. HCM`) have no vowels."""
    words = re.findall(r"[^\W\d_]{2,}", place)
    return any(word.isupper() and VOWELS & set(unaccent(word)) for word in words)


def _written(found: Recognised) -> str:
    return squeeze(nfc(found.line.printed))


def _parts(check: Check, found: Recognised) -> re.Match[str] | None:
    """The parts of a line that has the form of the profile (`form`)."""
    return re.compile(check.options["form"], re.IGNORECASE).fullmatch(_written(found))


def _part(check: Check, found: Recognised, name: str) -> str:
    """A figure of the date, empty where it is left blank."""
    parts = _parts(check, found)
    text = parts[name] if parts else ""
    return text if text.isdecimal() and text.isascii() and len(text) <= YEAR_DIGITS else ""

from __future__ import annotations

import pickle

import pytest

from thidua_cli.vietnamese.amounts import AmountError
from thidua_cli.vietnamese.dates import DateError
from thidua_cli.vietnamese.moments import MomentError
from thidua_cli.vietnamese.numbers import NumberError
from thidua_cli.vietnamese.periods import PeriodError
from thidua_cli.vietnamese.unreadable import UnreadableError


@pytest.mark.parametrize("kind", [AmountError, DateError, MomentError, NumberError, PeriodError])
def test_every_reader_fails_alike(kind: type[UnreadableError]) -> None:
    error = kind("malformed", "abc", "abd")
    assert isinstance(error, UnreadableError)
    assert (error.reason, error.text, error.suggestion) == ("malformed", "abc", "abd")
    assert str(error) == "malformed: 'abc'"


def test_it_survives_the_way_between_processes() -> None:
    made = DateError("short_month", "31/02/2022", "28/02/2022", {"days": "28"})
    error = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own bytes
    assert (error.reason, error.text, error.details) == ("short_month", "31/02/2022", {"days": "28"})

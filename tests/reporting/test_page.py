"""The page on reports tells every period, every column, every name that templates have."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from thidua_cli.reporting import facts
from thidua_cli.reporting.documents import FOLDER
from thidua_cli.reporting.kinds import Kind
from thidua_cli.reporting.periods import period_ids
from thidua_cli.reporting.words import words_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "bao-cao-ket-qua.md").read_text("utf-8")
CODE = set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)))


def test_periods_and_kinds() -> None:
    assert set(period_ids()) <= CODE
    assert {kind.value for kind in Kind} <= {word.partition(" ")[0] for word in CODE}


def test_every_value_of_the_templates() -> None:
    names = {
        field
        for module in iter_modules(facts.__path__)
        for one in vars(import_module(f"{facts.__name__}.{module.name}")).values()
        if isinstance(one, type) and issubclass(one, tuple)
        for field in getattr(one, "_fields", ())
    }
    assert len(names) > 80
    assert names - CODE == set()


def test_every_template() -> None:
    shipped = {path.stem for path in (ROOT / "templates" / FOLDER).glob("*.j2")}
    assert shipped == {kind.value for kind in Kind} | {"trich-yeu"}
    annexes = {path.stem for path in (ROOT / "templates" / FOLDER / "phu-luc").glob("*.j2")}
    assert annexes <= CODE


def test_reasons_have_words() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src/thidua_cli/reporting").rglob("*.py"))
    used = set(re.findall(r'(?:Uncounted\(|reason=|UNKNOWN, ratio, )"([a-z_]+)"', source))
    assert used
    assert used <= set(words_of("reasons"))

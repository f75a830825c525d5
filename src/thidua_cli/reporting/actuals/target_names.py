"""Which target of a plan a text names: by id, name or title; near ones are asked about, never taken."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.law.registers.titles import title_of
from thidua_cli.tables.collected import MOST_ALIKE
from thidua_cli.vietnamese.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Target

RESEMBLES = 0.75
# A search takes long; nobody reads more questions than a log of findings keeps of one kind.
MOST_ASKED = MOST_ALIKE


class TargetNames:
    """Looks targets up. A name that two targets share names neither; an id always names its own.

    `sentences`: how the plan prints each target, by id.
    """

    def __init__(self, plan: Plan, sentences: Mapping[str, str]) -> None:
        self._asked = 0
        self._targets = {target.id: target for target in plan.targets}
        self._titled = _single(
            (title.id, target.id) for target in plan.targets if (title := title_of(target.measure))
        )
        self._named = _single(
            (fold(name), target.id)
            for target in plan.targets
            for name in dict.fromkeys((target.measure, target.wording or "", sentences.get(target.id, "")))
            if name
        )
        self._shown = dict.fromkeys([*(target.measure for target in plan.targets), *sentences.values()])

    def find(self, text: str) -> Target | None:
        """The target of an id, a name, a sentence of the plan, or a title."""
        bare = text.strip().removeprefix("{").removesuffix("}")
        if bare in self._targets:
            return self._targets[bare]
        ident = self._named.get(fold(bare.rstrip(".;:")))
        if ident is None and (title := title_of(bare)) is not None:
            ident = self._titled.get(title.id)
        return self._targets.get(ident or "")

    def near(self, text: str) -> str:
        """The name or id that comes nearest, to ask about; empty where none does, or after MOST_ASKED."""
        self._asked += 1
        if self._asked > MOST_ASKED:
            return ""
        found = nearest(text, (*self._shown, *self._targets), RESEMBLES)
        return found[0] if found else ""


def _single(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From each name to the one target that bears it."""
    told = list(dict.fromkeys(pairs))
    times = Counter(name for name, _ in told)
    return {name: ident for name, ident in told if times[name] == 1}

"""What a type of document cannot do without, beyond what every plan has."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from thidua_cli.plan.plan import Plan
    from thidua_cli.source.nodes import Path

MINUTES, COVENANT, INVITATION = "bien-ban", "giao-uoc", "giay-moi"


class Need(NamedTuple):
    """A key, the place at which it is missing, and the variant of TD130 that tells of it."""

    key: str
    place: Path
    variant: str


MEETING, SIGNATURE = Need("meeting", (), "meeting"), Need("signature", ("document",), "signature")
# Signed by those who stand elsewhere in the plan.
SIGNED_APART: dict[str, tuple[Need, ...]] = {
    MINUTES: (
        MEETING,
        *(Need(key, ("meeting",), "minutes") for key in ("chair", "secretary", "to")),
    ),
    COVENANT: (Need("parties", (), "parties"),),
}
NEEDS: dict[str, tuple[Need, ...]] = {INVITATION: (MEETING, SIGNATURE), **SIGNED_APART}
ATTRIBUTES = {"to": "end"}


def need_of_type(plan: Plan) -> None:
    """Refuse a plan (TD130) whose type of document needs a key that it does not have."""
    missing = [need for need in NEEDS.get(plan.document.type, (SIGNATURE,)) if _lacks(plan, need)]
    if missing:
        first = missing[0]
        keys = "”, “".join(need.key for need in missing if need.variant == first.variant)
        context = {"key": keys, "type": plan.document.type, "at": first.place}
        raise PydanticCustomError(f"td:TD130:{first.variant}", "the type needs this key", context)


def _lacks(plan: Plan, need: Need) -> bool:
    owner = reduce(getattr, map(str, need.place), plan)
    return owner is not None and not getattr(owner, ATTRIBUTES.get(need.key, need.key))

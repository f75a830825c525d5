"""Papers and votes of a ballot that do not add up, so that nobody may conclude anything from them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.plan.ballot import Ballot, Candidate
    from thidua_cli.plan.loading import Loaded

# Each of these can be no more than the one before it.
ORDER = ("members", "issued", "returned")


class Disagreement(NamedTuple):
    """The key of the figure that is wrong, the variant of TD288 that says so, and its values."""

    key: str
    variant: str
    values: Mapping[str, str]


def votes_disagree(loaded: Loaded) -> Iterator[Finding]:
    """TD288: papers or votes that do not add up."""
    for index, ballot in enumerate(loaded.plan.votes):
        path = ("votes", index)
        for key, variant, values in of_papers(ballot):
            yield Finding("TD288", loaded.span((*path, key)), values, variant)
        for place, candidate in enumerate(ballot.candidates):
            for key, variant, values in of_votes(ballot, candidate):
                span = loaded.span((*path, "candidates", place, key))
                yield Finding("TD288", span, values, variant)


def of_papers(ballot: Ballot) -> Iterator[Disagreement]:
    """What is wrong with the papers, and so with every result of the ballot."""
    for more, less in pairwise(ORDER):
        if getattr(ballot, less) > getattr(ballot, more):
            values = {"found": str(getattr(ballot, less)), "most": str(getattr(ballot, more))}
            yield Disagreement(less, less, values)
    if ballot.valid + ballot.invalid != ballot.returned:
        values = {name: str(getattr(ballot, name)) for name in ("valid", "invalid", "returned")}
        yield Disagreement("valid", "sum", values)


def of_votes(ballot: Ballot, candidate: Candidate) -> Iterator[Disagreement]:
    """What is wrong with the votes for one of those who were voted on."""
    values = {"name": candidate.name, "for": str(candidate.approve), "valid": str(ballot.valid)}
    if candidate.approve > ballot.valid:
        yield Disagreement("for", "approve", values)
    elif candidate.against is not None and candidate.approve + candidate.against != ballot.valid:
        yield Disagreement("for", "candidate", {**values, "against": str(candidate.against)})

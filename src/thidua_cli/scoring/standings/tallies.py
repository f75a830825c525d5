"""The rows of a table added up: totals, clusters, and who can be ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.scoring.exact import rounded
from thidua_cli.scoring.inputs.input_table import CLUSTER
from thidua_cli.scoring.standings.doubts import no_cluster, nothing_assigned
from thidua_cli.scoring.standings.ranking import Tally
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.scoring.standings.totals import Totals
    from thidua_cli.scoring.standings.vetoes import Vetoes
    from thidua_cli.tables.collected import FindingLog


def tallies_of(
    criteria: Criteria, inputs: InputTable, totals: Totals, vetoes: Sequence[Vetoes], findings: FindingLog
) -> Iterator[Tally]:
    """Every unit added up, in the order of the inputs. Runs in EXACT."""
    places, mode = criteria.rounding.places, criteria.rounding.mode
    parted = criteria.cluster_column is not None and criteria.ranking.within == "cluster"
    clusters = _clusters(criteria, inputs)
    for position, row in enumerate(inputs.rows):
        total, complete, possible, percent, unknown, nothing = totals.of(position, row.values)
        name = inputs.unit(row)
        cluster = clusters[position] if clusters else ""
        double = position in inputs.doubled
        complete = complete and not double
        if nothing:
            findings.add(nothing_assigned(name.text, name.span))
        if parted and clusters and not cluster:
            findings.add(no_cluster(name.text, row.cell(inputs.columns[CLUSTER]).span))
        barred = any(veto.kind == "unranked" for veto in vetoes[position])
        ranked = complete and not barred and (bool(cluster) or not parted)
        published = rounded(total, places, mode)
        yield Tally(
            name.text, row, position, total, published, complete, double, cluster, possible, percent,
            vetoes[position], ranked, unknown, nothing,
        )  # fmt: skip


def _clusters(criteria: Criteria, inputs: InputTable) -> list[str]:
    """The cluster of every row, "" where its cell names none; none where the table has no such column."""
    column = inputs.columns.get(CLUSTER)
    if criteria.cluster_column is None or column is None:
        return []
    cells = [row.values[column] for row in inputs.rows]
    said = ["" if is_blank(cell) else cell if isinstance(cell, str) else cell.text for cell in cells]
    # Of several spellings of one cluster the same one is shown, whatever the order of rows.
    shown: dict[str, str] = {}
    for name in said:
        key = fold(name)
        shown[key] = min(shown.get(key, name), name)
    return [shown[fold(name)] for name in said]

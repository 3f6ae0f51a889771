"""Keep the intervals of ranks between builds: a change of a label or of a passage does not change them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import polars as pl

from pcgraph.analysis import centrality, network
from pcgraph.analysis.network import NetworkSpec
from pcgraph.analysis.uncertainty.intervals import COLUMNS, rank
from pcgraph.analysis.uncertainty.ranking import Uncertain
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import DCTERMS, PCG, RDFS, SKOS, G
from pcgraph.store.memo import Memo, checksum, program

# What people read, and where it stands in a text; outside of the ontology no tie and no voice depends on it.
WORDS = [
    RDFS + "label",
    *(SKOS + name for name in ("altLabel", "hiddenLabel")),
    DCTERMS + "description",
    *(PCG + name for name in ("title", "locator", "start", "end", "sha256", "wordCount", "wordHash", "symbols")),
]
TYPES: dict[str, type[pl.DataType]] = dict.fromkeys(("p_top", "one_voice"), pl.Float64)
TYPES |= dict.fromkeys(("rests_on", "rests_kind", "outside"), pl.String)
COMPUTED = {name: TYPES.get(name, pl.Int64) for name in COLUMNS if name not in ("rank", "label", "value")}
COMPUTED["agent"] = pl.String
ROWS = 10_000  # quads that become Python texts at a time
SEED, TOP = 1, 5  # the defaults of `rank`


def matters() -> pl.Expr:
    """Return the condition for a quad on which a rank or its interval may depend."""
    return (pl.col("source") == G + "ontology") | ~pl.col("property").is_in(WORDS)


def _digest(quads: pl.DataFrame) -> str:
    """Return a checksum of quads in any order; one text of all of them would take much memory."""
    digest = hashlib.sha256()
    for piece in quads.sort(quads.columns).iter_slices(ROWS):
        for line in piece.select(pl.concat_str(pl.all(), separator=" ")).to_series():
            digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def rank_or_recall(
    snapshot: Snapshot, quads: pl.DataFrame, spec: NetworkSpec, measures: Sequence[str], draws: int
) -> list[Uncertain]:
    """Return what `rank` returns, from an earlier run if no quad that matters has changed since."""
    key = checksum(program(), repr(spec), repr([*measures]), str(draws), _digest(quads.filter(matters())))
    with Memo() as memo:
        if (kept := memo.get(key)) is None:
            found = rank(snapshot, spec, measures, draws, seed=SEED, top_k=TOP)
            memo.added[key] = [[each.note, each.what, each.draws, each.table.select(*COMPUTED).to_dict(as_series=False)]
                               for each in found]  # fmt: skip
            return found
    graph = network.draw(snapshot, spec)
    bases = [centrality.rank(graph, name) for name in measures]
    return [
        Uncertain(
            base.measure,
            base.meaning,
            base.counts,
            base.table.join(pl.DataFrame(columns, schema=COMPUTED), on="agent", how="left", maintain_order="left"),
            note,
            made,
            SEED,
            TOP,
            what,
        )
        for base, (note, what, made, columns) in zip(bases, kept, strict=True)
    ]

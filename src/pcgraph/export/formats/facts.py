"""The facts that are believed, each with its sources, their passages and marks: for RDF 1.2 and nanopublications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from pcgraph.model.namespaces import ALLEGED, INFERRED, PCG
from pcgraph.model.quads import current

if TYPE_CHECKING:
    import pyoxigraph as ox

    from pcgraph.belief.tables import Tables

STATED_IN = PCG + "statedIn"


class Evidence(NamedTuple):
    """What a source says of a fact: its passages, and `INFERRED` or `ALLEGED` if it does not state the fact plainly."""

    source: str
    passages: list[str]
    mark: str | None


class Fact(NamedTuple):
    """A statement that is believed; `value` is an N-Triples term."""

    subject: str
    predicate: str
    value: str
    evidence: list[Evidence]

    @property
    def line(self) -> str:
        """The statement as N-Triples, without its full stop."""
        return f"<{self.subject}> <{self.predicate}> {self.value}"


def facts(store: ox.Store, tables: Tables, *, ties: bool = True) -> Iterator[Fact]:
    """Yield what is believed about things, without the passages themselves, then perhaps the ties that follow from it.

    A passage belongs to what a source says about one subject; that of a tie belongs to its engagement.
    """
    source_of = {quad.subject.value: quad.object.value for quad in current(store, predicate=PCG + "inSource")}
    passages: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    stated = tables.statements.filter(property=STATED_IN).select("subject", "value")
    for subject, value in stated.sort("subject", "value").iter_rows():
        passage = value.strip("<>")
        if passage in source_of:
            passages[subject, source_of[passage]].append(passage)
    marks = {tuple(row[:4]): ALLEGED if row[4] else INFERRED for row in tables.readings.iter_rows()}
    said = tables.statements.filter(pl.col("property") != STATED_IN)
    names = ("subject", "property", "value", "inferred", "alleged", "sources")
    for subject, name, value, inferred, alleged, sources in said.select(names).iter_rows():
        mark = ALLEGED if alleged else INFERRED if inferred else None  # also if a verdict says who an unnamed party is
        evidence = [
            Evidence(source, passages.get((subject, source), []), marks.get((subject, name, value, source), mark))
            for source in sources
        ]
        yield Fact(subject, name, value, evidence)
    columns = ("from", "relation", "to", "engagement", "sources")
    for one, relation, other, engagement, sources in tables.relations.select(columns).iter_rows() if ties else ():
        evidence = [Evidence(source, passages.get((engagement, source), []), None) for source in sources]
        yield Fact(one, relation, f"<{other}>", evidence)

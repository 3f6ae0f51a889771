"""Convert the quads in scope to evidence: what each source says, and how far each source can be trusted.

Later stages see only the evidence, so nothing outside the scope can influence them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.evidence.selection import Selection, read_cards, read_retractions, select, source_table
from pcgraph.belief.tables import VALUE_IRI
from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import EDTF_PROPERTIES, IDENTIFIED_AS, PCG, SAME, VERDICTS, G, Namespaces
from pcgraph.model.ontology import Ontology
from pcgraph.model.scope import Scope
from pcgraph.store import nquads
from pcgraph.store.data_folder import Inputs

NAMED = (
    "step",
    "status",
    "kind",
    "sector",
    "place",
)  # with the roles: properties whose values the belief function treats as IRIs
A_NAME = ("expected the name of a thing, not text", "write its IRI")
COUNTED = ("claimedCount", "start", "end")  # properties whose values are read as whole numbers
A_NUMBER = ("expected a whole number", "write it in digits")
VERDICT = ("subject", "property", "rejects", "prefers", "given", "rests_on")
NARROWING = ("currency", "amountPer", "quantityOf", "quantityPer")  # a verdict on a number may name what belongs to it
ON_NAMES = (f"<{SAME}>", f"<{IDENTIFIED_AS}>")


class EvidenceFault(NamedTuple):
    """A value in a graph that the belief function cannot use; the text of `expected` begins with that word."""

    graph: str
    subject: str
    code: str
    what: str
    expected: str
    todo: str

    def __str__(self) -> str:
        return f"{self.code}: {namespaces.compact(self.subject)} {self.what}; {self.expected}; {self.todo}"


@dataclass(frozen=True)
class Evidence:
    """What the sources in scope say, as columns."""

    # source, subject, property (IRIs), value (N-Triples term), inferred (bool: the source's graph marks it as our
    # reading, or as alleged), alleged (bool). Without the sources' own metadata, the passages' offsets and the marks;
    # in no particular order
    facts: pl.DataFrame
    # source, tier (1 best … 5), known (day from which it counts), oldest, newest (first and last day of its own date;
    # null if it has none), voice (IRI of the source that represents all that repeat the same text), reported (newest
    # or, if the scope estimates it, the estimated day), publisher (null if unknown), agencies (list of the texts that
    # it repeats)
    sources: pl.DataFrame
    # subject, property, rejects, prefers (N-Triples terms or null), given (list of "property value": a verdict on a
    # number concerns only sources that state these too), rests_on (list of sources)
    verdicts: pl.DataFrame
    # the day on which it is asked what is over and was not reported for too long; None leaves that open
    today: date | None = None

    def within(self, sources: pl.DataFrame) -> Evidence:
        """Return what these sources give: their facts, and the verdicts that rest on no other source."""
        facts = self.facts.join(sources.select("source"), on="source", how="semi")
        return replace(self, facts=facts, sources=sources, verdicts=_holding(self.verdicts, sources))


def _holding(verdicts: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Return the verdicts that rest on no other source."""
    rests = pl.col("rests_on").list
    return verdicts.filter(rests.len() == rests.set_intersection(sources["source"].to_list()).list.len())


@dataclass(frozen=True)
class ReportedEvidence:
    """All evidence that was ever reported in a scope, including sources that were retracted later."""

    evidence: Evidence
    # source → the day from which it no longer counts; only retractions up to the scope's day
    retracted: dict[str, date]
    cards: tuple[ox.Quad, ...] = ()  # the metadata of the retracted sources


def reported_evidence(inputs: Inputs, ontology: Ontology, scope: Scope, found: Evidence) -> ReportedEvidence:
    """Extend the evidence in a scope (`found`) by what retracted sources said.

    Cost: none if no source was retracted, otherwise that of `evidence`.
    """
    days = {s: day for s, day in read_retractions(inputs).items() if scope.as_of is None or day <= scope.as_of}
    before = select(inputs, ontology, scope, retracted=True) if days else None
    if before is None or not (gone := days.keys() & {*before.columns["source"].unique()}):
        return ReportedEvidence(found, {})
    card = pl.col("source").is_in(sorted(gone)) & (pl.col("subject") == pl.col("source"))
    cards = tuple(nquads.parsed(before.columns.filter(card)))
    return ReportedEvidence(evidence(before, ontology), {source: days[source] for source in sorted(gone)}, cards)


def evidence(selection: Selection, ontology: Ontology) -> Evidence:
    """Convert the quads in scope to evidence."""
    if wrong := find_faults(selection.columns, ontology, selection.inputs.names):
        where = selection.inputs.where
        raise InvalidInput([f"{where(fault.graph, fault.subject)}: {fault}" for fault in wrong])
    said_ = selection.columns.filter(~pl.col("source").str.starts_with(G))
    marked = pl.col("property").is_in(list(namespaces.MARKS))
    marks = said_.filter(marked)
    facts = said_.filter(~pl.col("subject").str.starts_with(selection.inputs.names.src) & ~marked)
    facts = _marked(facts, marks, ontology)
    sources = source_table(selection.inputs, read_cards(said_), ontology, selection.estimates)
    return Evidence(facts, sources, _holding(_verdicts(selection.columns), sources), selection.today)


def _marked(facts: pl.DataFrame, marks: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Add columns that say which facts their source marks, by their property or by the party in a role."""
    rows = facts.with_row_index("row")
    near = rows.filter(pl.col("subject").is_in(marks["subject"].unique().implode()))
    parties = near.filter(pl.col("property").is_in(sorted(ontology.roles)))
    at, name = ["source", "subject"], VALUE_IRI.alias("property")

    def marked(on_property: str, on_party: str) -> pl.Expr:
        by_property = marks.filter(property=on_property).select(*at, name)
        by_party = marks.filter(property=on_party)
        found = near.join(by_property, on=[*at, "property"], how="semi")["row"].append(
            parties.join(by_party, on=[*at, "value"], how="semi")["row"]
        )
        return pl.col("row").is_in(found.implode())

    alleged = marked(namespaces.ALLEGED, namespaces.ALLEGED_PARTY)  # what is alleged is not stated either
    inferred = marked(namespaces.INFERRED, namespaces.INFERRED_PARTY) | alleged
    return rows.with_columns(inferred=inferred, alleged=alleged).drop("row")


def find_faults(columns: pl.DataFrame, ontology: Ontology, names: Namespaces) -> list[EvidenceFault]:
    """Find values that the belief function cannot use: invalid dates and numbers, and texts where it needs a name."""
    from_source, verdicts = ~pl.col("source").str.starts_with(G), pl.col("source") == VERDICTS
    named = (
        ontology.roles | {PCG + name for name in NAMED} | {relation.to_role or "" for relation in ontology.relations}
    )
    judging = columns.filter(
        verdicts & pl.col("property").is_in([PCG + "onSubject", PCG + "onProperty", PCG + "prefers"])
    )
    identity = judging.filter(pl.col("value").is_in(ON_NAMES), property=PCG + "onProperty")["subject"]
    naming = columns.filter(pl.col("property").is_in(sorted(named)))
    texts = pl.concat(
        [
            naming.filter(from_source & ~pl.col("subject").str.starts_with(names.src)),
            judging.filter((pl.col("property") != PCG + "prefers") | pl.col("subject").is_in(identity.implode())),
        ]
    ).filter(~pl.col("value").str.starts_with("<"))
    counts = columns.filter(pl.col("property").is_in([PCG + name for name in COUNTED]))
    counts = counts.filter(from_source & ~pl.col("value").str.contains(r'^"[+-]?[0-9]{1,15}"'))
    found = [
        EvidenceFault(graph, subject, code, f"has {namespaces.compact(name)} {value[:60]}", *right)
        for wrong, code, right in ((texts, "wrong-class", A_NAME), (counts, "wrong-datatype", A_NUMBER))
        for graph, subject, name, value in wrong.select("source", "subject", "property", "value").iter_rows()
    ]
    seen = pl.col("property") == PCG + "firstSeen"
    dated = columns.filter(seen | pl.col("property").is_in(sorted(EDTF_PROPERTIES)))
    dated = dated.filter((from_source | verdicts) & (~seen | (pl.col("subject") == pl.col("source"))))
    for value in dated["value"].unique():
        try:
            bounds(nquads.plain(value))
        except ValueError as error:
            what, _, rest = str(error).rpartition("; expected ")
            expected, _, todo = rest.partition("; ")
            where = dated.filter(value=value).select("source", "subject", "property")
            right = f"expected {expected}", todo or "fix the date"
            found += [
                EvidenceFault(graph, subject, "bad-edtf", f"has {namespaces.compact(name)} {what}", *right)
                for graph, subject, name in where.iter_rows()
            ]
    return sorted(found)


def _verdicts(columns: pl.DataFrame) -> pl.DataFrame:
    names = ("onSubject", "onProperty", "rejects", "prefers")
    rows: defaultdict[str, dict[str, str]] = defaultdict(dict)
    rests, given = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    said = columns.filter(
        pl.col("property").is_in([PCG + name for name in (*names, "restsOn", *NARROWING)]), source=VERDICTS
    )
    for subject, property_, value in said.select("subject", "property", "value").iter_rows():
        name = namespaces.local(property_)
        if name == "restsOn":
            rests[subject].add(value.strip("<>"))
        elif name in NARROWING:
            given[subject].add(f"{property_} {value}")
        else:
            rows[subject][name] = value
    found = [
        (*(row.get(name) for name in names), sorted(given[verdict]), sorted(rests[verdict]))
        for verdict, row in rows.items()
        if "onSubject" in row and "onProperty" in row
    ]
    found.sort(key=lambda row: [value or "" for value in row[:4]])
    schema: dict[str, pl.DataType | type[pl.DataType]] = dict.fromkeys(VERDICT[:4], pl.String)
    schema |= dict.fromkeys(VERDICT[4:], pl.List(pl.String))
    return pl.DataFrame(found, schema=schema, orient="row").with_columns(
        pl.col("subject", "property").str.strip_chars("<>")
    )

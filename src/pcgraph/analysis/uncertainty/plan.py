"""The plan of all draws: what each engagement contributes to a network, for each set of its sources that is needed.

The rule of belief runs once for all draws, and a draw of sources is then a look-up of integers. The plan is plain
Python data, so it can be sent to another process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import polars as pl

from pcgraph.analysis import network
from pcgraph.analysis.network import NetworkSpec
from pcgraph.analysis.network.filters import engagements as passing
from pcgraph.belief.evidence import Evidence
from pcgraph.belief.rule import alternatives
from pcgraph.belief.rule.alternatives import BY_ENGAGEMENT, MARK
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import KEY, Tables, certain
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Ontology
from pcgraph.query.statements.contradictions import every_contradiction
from pcgraph.store import memory
from pcgraph.store.nquads import plain

REACHING = (PCG + "date", PCG + "claimedCount")  # single values that can affect a tie; a kind or an amount cannot
VERDICT = ("subject", "property", "rejects", "prefers")
SIGNS_WITH = PCG + "signsWith"  # the relation of an unreported agreement
WORLDS = 250  # keys that go through the rule of belief together; memory grows with it, and fewer take longer
Ruling = tuple[str, str, str | None, str | None]  # a verdict: subject, property, rejects, prefers
Key = tuple[int, int, tuple[Any, ...]]  # an engagement, the bits of its sources, decisions (mostly none)


class Part(NamedTuple):
    """What one engagement contributes to a network."""

    ties: tuple[tuple[int, int, bool], ...] = ()  # for the projection `relations`
    members: tuple[int, ...] = ()  # agents that take part and pass the filters; for the other projections
    covers: tuple[int, ...] = ()  # engagements that are merged into this one
    agreement: bool = False
    signed: bool = False  # whether it is an agreement that was entered, so that an event counts it
    during: tuple[int, ...] = ()  # events in which it took place
    claimed: int = 0  # the number of agreements that a source states for this event
    pool: tuple[int, ...] = ()  # agents that may be parties of an unreported agreement
    # the days, as ordinals, between which it was signed; one for each dated step
    days: tuple[tuple[int, int], ...] = ()


@dataclass
class Plan:
    """All that a draw needs."""

    spec: NetworkSpec
    # everything that can be a node, including engagements; sorted. The numbers below are positions in it
    nodes: list[str]
    engagements: dict[str, int]  # IRI of an engagement → its number
    sources: list[str]
    # for each voice, (engagement, bits of its sources) for each engagement that it reports
    voices: list[list[tuple[int, int]]]
    members: list[list[int]]  # for each voice, the numbers of its sources
    # number of a source → (engagement, bit) for each engagement that it reports
    speaking: dict[int, list[tuple[int, int]]]
    whole: dict[int, int]  # engagement → the bits of all its sources
    # engagement → for each of its open contradictions, the ways to decide it
    disputes: dict[int, tuple[tuple[Ruling, ...], ...]]
    counts_unknown: bool  # whether an unreported agreement would pass the filters
    parts: dict[Key, Part] = field(default_factory=dict)  # `Key` → `Part`

    def rulings(self, key: Key) -> list[Ruling]:
        """Return the verdicts that apply to a key; a decision is a verdict, or a position in a dispute."""
        engagement, _, decided = key
        return [
            choice if isinstance(choice, tuple) else self.disputes[engagement][place][choice]
            for place, choice in enumerate(decided)
        ]


def outline(snapshot: Snapshot, evidence: Evidence, spec: NetworkSpec) -> Plan:
    """Return a plan in which everything has a number, of evidence from `alternatives.fold_identities`."""
    spoken = alternatives.sources_by_engagement(evidence, snapshot.ontology)
    named = pl.col("value").filter(pl.col("value").str.starts_with("<")).str.strip_chars("<>")
    nodes = sorted({*snapshot.entities, *spoken["engagement"], *evidence.facts.select(named).to_series()})
    number = {iri: place for place, iri in enumerate(nodes)}
    sources = sorted(evidence.sources["source"])
    at = {source: place for place, source in enumerate(sources)}
    voices: dict[str, list[int]] = defaultdict(list)
    for source, voice in evidence.sources.select("source", "voice").sort("source").iter_rows():
        voices[voice].append(at[source])
    speaking: dict[int, list[tuple[int, int]]] = {place: [] for place in range(len(sources))}
    whole: dict[int, int] = defaultdict(int)
    for engagement, source in spoken.iter_rows():
        bit = whole[number[engagement]] + 1
        speaking[at[source]].append((number[engagement], bit))
        whole[number[engagement]] += bit
    engagements = {iri: number[iri] for iri in spoken["engagement"].unique()}
    members = sorted(voices.values())
    return Plan(
        spec,
        nodes,
        engagements,
        sources,
        [merge_bits(speaking[source] for source in own) for own in members],
        members,
        speaking,
        dict(whole),
        _disputes(snapshot, evidence, engagements),
        _counts_unknown(spec, snapshot.ontology),
    )


def merge_bits(spoken: Iterable[Iterable[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Combine the bits of several sources.

    >>> merge_bits([[(4, 1)], [(4, 2), (7, 1)]])
    [(4, 3), (7, 1)]
    """
    found: dict[int, int] = {}
    for engagement, bit in (pair for pairs in spoken for pair in pairs):
        found[engagement] = found.get(engagement, 0) | bit
    return sorted(found.items())


def fill(plan: Plan, snapshot: Snapshot, evidence: Evidence, keys: Iterable[Key]) -> None:
    """Add the parts of keys that the plan lacks, with one call of the rule of belief for every `WORLDS` of them."""
    new = sorted(set(keys) - plan.parts.keys(), key=repr)
    sources = defaultdict(list)
    for place, spoken in plan.speaking.items():
        for engagement, bit in spoken:
            sources[engagement].append((bit, plan.sources[place]))
    if len(new) > WORLDS:
        memory.release()
    for start in range(0, len(new), WORLDS):
        chunk = new[start : start + WORLDS]
        plan.parts.update(zip(chunk, _compute(plan, snapshot, evidence, sources, chunk), strict=True))


def _compute(
    plan: Plan, snapshot: Snapshot, evidence: Evidence, sources: Mapping[int, list[tuple[int, str]]], new: list[Key]
) -> list[Part]:
    """Return the parts of keys; `sources` maps an engagement to the bits and IRIs of its sources."""
    wanted = [
        (world, plan.nodes[key[0]], source)
        for world, key in enumerate(new)
        for bit, source in sources[key[0]]
        if key[1] & bit
    ]
    ruled = [(world, *ruling) for world, key in enumerate(new) for ruling in plan.rulings(key)]
    text = pl.String
    found = alternatives.tables(
        evidence,
        snapshot.ontology,
        pl.DataFrame(wanted, schema={"world": pl.Int64, "engagement": text, "source": text}, orient="row"),
        pl.DataFrame(ruled, schema={"world": pl.Int64, **dict.fromkeys(VERDICT, text)}, orient="row"),
    )
    return _parts(_numbered(found), snapshot, plan, len(new))


def prune(plan: Plan) -> None:
    """Remove the engagements that never contribute anything (most of them), but not the disputes of prepared draws."""
    live = {key[0] for key, part in plan.parts.items() if any((part.ties, part.members, part.covers, part.claimed))}
    live |= {key[0] for key, part in plan.parts.items() if part.signed and part.during}
    plan.voices = [[pair for pair in spoken if pair[0] in live] for spoken in plan.voices]
    plan.speaking = {at: [pair for pair in spoken if pair[0] in live] for at, spoken in plan.speaking.items()}
    plan.whole = {engagement: bits for engagement, bits in plan.whole.items() if engagement in live}


def _numbered(found: Tables) -> Tables:
    """Add the number of its world to each engagement and step, so that many worlds are one set of tables."""

    def numbered(frame: pl.DataFrame) -> pl.DataFrame:
        names = [name for name in ("engagement", "step") if name in frame.columns]
        return frame.with_columns(pl.format("{}{}{}", name, pl.lit(MARK), "world").alias(name) for name in names)

    return replace(found, **{name: numbered(found[name]).drop("world") for name in BY_ENGAGEMENT})


def _parts(tables: Tables, snapshot: Snapshot, plan: Plan, worlds_: int) -> list[Part]:
    """Return the part of each world, from the tables of all worlds."""
    ontology, spec = snapshot.ontology, plan.spec
    worlds = snapshot.with_tables(tables)
    at = {iri: place for place, iri in enumerate(plan.nodes)}
    given: list[dict[str, Any]] = [{} for _ in range(worlds_)]

    def world(engagement: str) -> int:
        return int(engagement.rpartition(MARK)[2])

    def add(engagement: str, name: str, value: Any) -> None:
        given[world(engagement)].setdefault(name, []).append(value)

    if plan.spec.projection == "relations":
        for one, other, data in network.draw(worlds, spec).edges(data=True):
            ends = (at[one.rpartition(MARK)[0] or one], at[other.rpartition(MARK)[0] or other])
            add(data["engagement"], "ties", (*ends, data["symmetric"]))
    else:
        for agent, engagement in _members(worlds, replace(spec, fold_initiatives=False)):
            add(engagement, "members", at[agent])
    for agent, engagement in _members(worlds, replace(spec, relations=(), status="", fold_initiatives=False)):
        add(engagement, "pool", at[agent])
    initiatives, agreements = ontology.subterms("Initiative"), ontology.subterms("Agreement")
    signings = tables.steps.filter(pl.col("status").is_in(sorted(ontology.sets[V + "entered"])))
    entered = {*signings["engagement"]}
    bounds = signings.filter(certain(spec.inferred)).select("engagement", "earliest", "latest").drop_nulls()
    for engagement, first, last in bounds.iter_rows():
        add(engagement, "days", (first.toordinal(), last.toordinal()))
    kept = {*passing(worlds, spec)["engagement"]}
    types = dict(tables.engagements.select("engagement", "type").iter_rows())
    for engagement, type_ in types.items():
        agreed = type_ in agreements
        given[world(engagement)].update(agreement=agreed, signed=agreed and engagement in entered)
    events = {*passing(worlds, replace(spec, status=""))["engagement"]}
    said = tables.statements.filter(pl.col("property").is_in([PCG + n for n in ("covers", "during", "claimedCount")]))
    for subject, property_, value, sure in said.select(*KEY, "value", certain(spec.inferred)).iter_rows():
        if property_ == PCG + "claimedCount":
            given[world(subject)]["claimed"] = int(plain(value)) if subject in events else 0
        elif property_ == PCG + "during":
            add(subject, "during", at.get(value.strip("<>"), -1))
        elif subject in kept and types[subject] not in initiatives and sure:
            add(subject, "covers", at.get(value.strip("<>"), -1))
    return [Part(**{name: _tuple(name, value) for name, value in found.items()}) for found in given]


def _tuple(name: str, value: Any) -> Any:
    return value if not isinstance(value, list) else tuple(sorted({*value}) if name != "ties" else value)


def _members(snapshot: Snapshot, spec: NetworkSpec) -> Iterable[tuple[str, str]]:
    drawn = network.bipartite(snapshot, spec)
    for one, other in drawn.edges():
        yield (one, other) if drawn.nodes[one]["side"] == "agent" else (other, one)


def _disputes(
    snapshot: Snapshot, evidence: Evidence, engagements: Mapping[str, int]
) -> dict[int, tuple[tuple[Ruling, ...], ...]]:
    """Return the open contradictions that can affect a tie; see `pcgraph.query.statements.contradictions`."""
    found: dict[int, list[tuple[Ruling, ...]]] = defaultdict(list)
    for each in (each for each in every_contradiction(snapshot) if each.open):
        number = engagements.get(each.subject, engagements.get(each.subject.rpartition(".")[0], -1))
        if number < 0:
            continue
        if each.closed:
            [party] = each.values
            taken = (each.subject, each.property, None, None)  # an empty verdict: the party remains
            found[number].append((taken, (each.subject, each.property, f"<{party}>", None)))
        elif each.property in REACHING:
            same = (pl.col("subject") == each.subject) & (pl.col("property") == each.property)
            said = evidence.facts.filter(same)["value"].unique().sort()
            found[number].append(tuple((each.subject, each.property, None, value) for value in said))
    return {number: tuple(disputed) for number, disputed in sorted(found.items())}


def _counts_unknown(spec: NetworkSpec, ontology: Ontology) -> bool:
    """Return whether an agreement of which only the signing is known passes the filters."""
    wanted = ontology.sets.get(V + spec.status, frozenset({V + spec.status}))
    return (not spec.status or V + "signed" in wanted) and (
        not spec.relations or SIGNS_WITH in {PCG + name.removeprefix("pcg:") for name in spec.relations}
    )

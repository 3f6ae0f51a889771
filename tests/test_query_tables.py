"""Questions about ties, sides and representatives say what the tables of what is believed say."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

import pcgraph
from helpers import CASES, ROOT, TINY
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import PCG, V, local

ASKED = re.compile("pcg:(?:firstParty|secondParty|onBehalfOf|partOf)|one-customer|one-end")
GRAPHS = [
    ROOT / "data", TINY,
    *(path for path in sorted(CASES.glob("*.trig")) if ASKED.search(path.stem + path.read_text(encoding="utf-8"))),
]  # fmt: skip
SIDES = (PCG + "firstParty", PCG + "secondParty")


@pytest.fixture(params=GRAPHS, ids=[path.stem for path in GRAPHS], scope="module")
def kg(request: pytest.FixtureRequest) -> KnowledgeGraph:
    path: Path = request.param
    return pcgraph.load(path, build=None)


def rows(kg: KnowledgeGraph, question: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
    result = kg.query(question, **values)
    places = [result.columns.index(name) for name in columns]
    return [tuple(str(row[place]) for place in places) for row in result.rows]


@pytest.mark.slow
def test_ties_told_by_one_voice(kg: KnowledgeGraph) -> None:
    between = {relation.iri: relation.symmetric for relation in kg.ontology.relations if relation.to_role}
    ties = kg.tables.relations.explode("sources").join(kg.tables.sources, left_on="sources", right_on="source")
    told = ties.group_by("from", "relation", "to").agg(pl.col("voice").unique(), pl.col("sources").n_unique())
    wanted = {
        (start, relation, end, voices[0], str(sources))
        for start, relation, end, voices, sources in told.iter_rows()
        if len(voices) == 1 and relation in between and (start < end or not between[relation])
    }
    found = rows(kg, "ties-told-by-one-voice", "from", "relation", "to", "voice", "sources")
    assert len(found) == len(wanted)
    assert set(found) == wanted


@pytest.mark.slow
def test_who_signed_with(kg: KnowledgeGraph) -> None:
    """A signing is stated if sources say that each signed; the others are what the roles suggest, never on one side."""
    parties, relations = kg.tables.parties, kg.tables.relations
    signatory = kg.ontology.subterms_of(PCG + "signatory")
    signed = set(kg.tables.steps.filter(pl.col("status") == V + "signed")["engagement"])
    held: dict[str, set[str]] = {}
    on: set[tuple[str, str, str]] = set()
    for engagement, role, agent, unnamed in parties.select("engagement", "role", "agent", "unnamed").iter_rows():
        if role in signatory and engagement in signed and not unnamed:
            held.setdefault(engagement, set()).add(agent)
            on |= {(engagement, role, agent)} if role in SIDES else set()
    pairs = {
        (agent, other, engagement)
        for engagement, agents in held.items()
        for agent in agents
        for other in agents - {agent}
        if not any({(engagement, side, agent), (engagement, side, other)} <= on for side in SIDES)
    }
    ties = relations.filter(pl.col("relation") == PCG + "signsWith")
    tied = set(ties.select("from", "to").iter_rows())
    signs = set(relations.filter(pl.col("relation") == PCG + "signs").select("from", "engagement").iter_rows())
    stated = {(a, b, e) for a, b, e in pairs if (a, b) in tied and (a, e) in signs and (b, e) in signs}
    # each agent is another value of one parameter, so of hundreds every tenth will do
    agents = sorted({str(agent) for agent, *_ in pairs})
    known = {*agents[:: 10 if len(agents) > 100 else 1]}
    pairs = {pair for pair in pairs if pair[0] in known}
    found = {
        (agent, *row)
        for agent in known
        for row in rows(kg, "who-signed-with", "partner", "agreement", "basis", party=local(agent))
    }
    assert found == {(*pair, "stated" if pair in stated else "inferred") for pair in pairs}


def test_who_represents_whom(kg: KnowledgeGraph) -> None:
    acting = kg.tables.representations.select("engagement", "agent", "body", "role", "inferred").iter_rows()
    found = rows(kg, "who-represents-whom", "engagement", "agent", "body", "role", "basis")
    assert sorted(found) == sorted((*names, "inferred" if read else "stated") for *names, read in acting)


def test_papers_by_side(kg: KnowledgeGraph) -> None:
    sides = kg.tables.parties.filter(pl.col("role").is_in(SIDES)).select("engagement", "role", "agent", "inferred")
    found = rows(kg, "papers-by-side", "paper", "side", "party", "basis")
    assert sorted(found) == sorted((*names, "inferred" if read else "stated") for *names, read in sides.iter_rows())


@pytest.mark.slow
def test_what_belongs_to(kg: KnowledgeGraph) -> None:
    links = kg.tables.statements.filter(pl.col("property") == PCG + "partOf").select("subject", "value").iter_rows()
    direct = {(part, whole.strip("<>")) for part, whole in links}
    above = set(direct)
    while more := {(part, top) for part, whole in above for below, top in direct if whole == below} - above:
        above |= more
    for programme in sorted({whole for _, whole in above}):
        wanted = {
            (part, whole)
            for part, whole in direct
            if (part, programme) in above and (whole == programme or (whole, programme) in above)
        }
        assert set(rows(kg, "what-belongs-to", "part", "whole", programme=local(programme))) == wanted

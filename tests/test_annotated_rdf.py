"""RDF 1.2 and nanopublications say where each fact stands; without that, the same facts are left."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from pcgraph.api import KnowledgeGraph
from pcgraph.export import writers
from pcgraph.model.namespaces import CURRENT, DCTERMS, ID, PCG, SRC
from test_export import Believed, naughty

REIFIES = ox.NamedNode(f"{RDF}reifies")
NP = rdflib.Namespace("http://www.nanopub.org/nschema#")


@pytest.fixture(params=["tiny", "naughty"])
def believed(request: pytest.FixtureRequest, tiny: KnowledgeGraph) -> Believed:
    return naughty() if request.param == "naughty" else Believed(tiny.store, tiny.tables, naughty().network)


def annotated(believed: Believed, folder: Path) -> ox.Store:
    [file] = writers.export(*believed, folder / "all.ttl", "rdf12")
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(CURRENT))
    return store


def test_without_annotations_current_is_left_byte_for_byte(believed: Believed, tmp_path: Path) -> None:
    store = annotated(believed, tmp_path)
    reifiers = {quad.subject for quad in store.quads_for_pattern(None, REIFIES, None)}
    assert len(reifiers) > 100
    for quad in list(store):
        if quad.subject in reifiers:
            store.remove(quad)
    writers.write_current(store, tmp_path / "left.ttl")
    [current] = writers.export(*believed, tmp_path / "current.ttl")
    assert (tmp_path / "left.ttl").read_bytes() == current.read_bytes()
    assert (tmp_path / "all.ttl").read_bytes().startswith(current.read_bytes())


def test_a_fact_names_its_sources_passages_and_marks(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    store = annotated(Believed(tiny.store, tiny.tables, naughty().network), tmp_path)
    asked = """
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?source ?passage ?mark { GRAPH ?g {
            ?r rdf:reifies <<( id:north-quay-expansion pcg:implementer id:acme )>> ; dcterms:source ?source .
            OPTIONAL { ?r pcg:statedIn ?passage }
            OPTIONAL { ?r pcg:inferred ?mark }
        } } ORDER BY ?source"""
    prefixes = {"id": ID, "pcg": PCG, "dcterms": DCTERMS}
    rows = [[term and term.value for term in row] for row in store.query(asked, prefixes=prefixes)]
    assert rows[0] == [SRC + "harbour-2024", SRC + "harbour-2024#char=253,409", PCG + "implementer"]
    assert {(source, mark) for source, _, mark in rows[1:]} == {(SRC + "tide-2025", None)}


def test_each_nanopublication_keeps_the_rules_of_its_format(believed: Believed, tmp_path: Path) -> None:
    [file] = writers.export(*believed, tmp_path / "all.trig", "nanopub")
    data = rdflib.Dataset()
    data.parse(file, format="trig")
    graphs = {graph.identifier for graph in data.graphs()} - {data.default_graph.identifier}
    heads = {(s, g) for s, _, _, g in data.quads((None, RDF.type, NP.Nanopublication, None))}
    assert len(heads) == len({publication for publication, _ in heads}) > 50
    for publication, head in heads:
        named = dict(data.graph(head).predicate_objects(publication))
        parts = [named[NP[name]] for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo")]
        assert len(data.graph(head)) == len(named) == 4
        assert len({head, *parts}) == 4
        assert all(str(part).startswith(str(publication)) for part in parts)
        graphs -= {head, *parts}
        assertion, provenance, about = map(data.graph, parts)
        assert len(assertion) == 1
        assert set(provenance.subjects()) == {parts[0]}
        passages = {str(passage) for passage in provenance.objects(parts[0], PROV.wasDerivedFrom)}
        sources = {str(source) for source in provenance.objects(parts[0], PROV.hadPrimarySource)}
        assert passages
        assert {passage.partition("#")[0] for passage in passages} == sources
        assert set(about.subjects()) == {publication}
    assert graphs == set()


def test_only_stated_facts_are_nanopublications(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    notes: list[str] = []
    believed = Believed(tiny.store, tiny.tables, naughty().network)
    [file] = writers.export(*believed, tmp_path / "all.trig", "nanopub", note=notes.append)
    published = {quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TRIG)
                 if quad.graph_name.value.endswith("#assertion")}  # fmt: skip
    current = {quad.triple for quad in tiny.store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))}
    assert published <= current
    inferred = tiny.tables.statements.filter("inferred").select("subject", "property", "value").rows()
    lines = {f"{triple.subject} {triple.predicate} {triple.object}" for triple in published}
    assert inferred
    assert not lines & {f"<{subject}> <{name}> {value}" for subject, name, value in inferred}
    left_out = sum(int(note.split()[2].replace(",", "")) for note in notes)
    facts = tiny.tables.statements.filter(~(tiny.tables.statements["property"] == PCG + "statedIn"))
    assert len(published) + left_out == facts.height

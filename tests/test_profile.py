"""A profile adds the words of another vocabulary to what is believed, and takes nothing away."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import ORG, PROV, RDF, RDFS, SDO

from helpers import ROOT, TINY, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.profile import PROFILES
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import CURRENT

WORDS = {"org": ORG, "prov": PROV, "schema": SDO}


def believed(store: ox.Store) -> rdflib.Graph:
    graph = rdflib.Graph()
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT)))
    return graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


@pytest.mark.parametrize("name", PROFILES)
def test_exactly_what_the_alignments_entail_is_added(name: str, tiny: KnowledgeGraph) -> None:
    before, after = believed(tiny.store), believed(tiny.with_profile(name).store)
    axioms = rdflib.Graph().parse(ROOT / "ontology" / "alignments.ttl")
    wanted = rdflib.Graph()
    for own, theirs in axioms.subject_objects(RDFS.subClassOf):
        if theirs in WORDS[name]:
            wanted.add((own, RDFS.subClassOf, theirs))
            wanted += [(thing, RDF.type, theirs) for thing in before.subjects(RDF.type, own)]
    for own, theirs in axioms.subject_objects(RDFS.subPropertyOf):
        if theirs in WORDS[name]:
            wanted.add((own, RDFS.subPropertyOf, theirs))
            wanted += [(one, theirs, other) for one, other in before.subject_objects(own)]
    assert set(after) - set(before) == set(wanted)
    assert set(before) <= set(after)
    assert len(wanted) > 10


def test_sources_are_as_they_were(tiny: KnowledgeGraph) -> None:
    profiled = tiny.with_profile("prov")
    for before, after in ((tiny.store, profiled.store), (tiny.raw, profiled.raw)):
        changed = {quad.graph_name.value for quad in set(before) ^ set(after)}
        assert changed == {CURRENT}


def test_an_unknown_profile_is_named(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="profile 'shema': unknown; expected one of org, prov, schema"):
        tiny.with_profile("shema")


def test_a_query_in_the_words_of_schema_org_is_answered_and_exported(tmp_path: Path) -> None:
    text = "PREFIX schema: <https://schema.org/> SELECT ?who { ?who a schema:Country } ORDER BY ?who"
    answered = pcgraph("query", text, "--profile", "schema", "--data", str(TINY), "--format", "csv", "--ids", "short")
    assert answered.stdout.splitlines() == ["who", "id:nordland", "id:sudland"]
    file = tmp_path / "current.ttl"
    pcgraph("export", str(file), "--profile", "schema", "--data", str(TINY))
    assert len([*rdflib.Graph().parse(file).query(text)]) == 2
    refused = pcgraph("export", str(tmp_path / "x.sqlite"), "--profile", "schema", "--data", str(TINY))
    assert "--profile does not fit sqlite" in refused.stderr

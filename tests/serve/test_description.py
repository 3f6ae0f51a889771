"""What machines are told of endpoint and data is well formed, and true."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, VOID
from starlette.applications import Starlette
from starlette.testclient import TestClient

from helpers import everyday
from pcgraph.api import KnowledgeGraph
from pcgraph.model import namespaces
from pcgraph.model.namespaces import CURRENT
from pcgraph.query.questions import catalogue as query
from pcgraph.web import context
from pcgraph.web import routes as pages
from pcgraph.web.protocol import service_description

pytestmark = pytest.mark.usefixtures("collected")
SD = rdflib.Namespace(service_description.SD)
SCHEMA = rdflib.Namespace(service_description.SCHEMA)
# every term of the two vocabularies that the document may use, from their specifications
SERVICE_TERMS = {"Service", "endpoint", "supportedLanguage", "SPARQL11Query", "defaultDataset", "resultFormat",
                 "Dataset", "defaultGraph", "Graph", "namedGraph", "NamedGraph", "name", "graph"}  # fmt: skip


@pytest.fixture(scope="module")
def served(real: KnowledgeGraph) -> Iterator[TestClient]:
    routes = pages.routes(SimpleNamespace(kg=real, key="k"))  # type: ignore[arg-type]
    with TestClient(Starlette(routes=routes)) as found:
        yield found


@pytest.fixture(scope="module")
def told(served: TestClient) -> rdflib.Graph:
    return rdflib.Graph().parse(data=served.get("/.well-known/void").content, format="turtle")


def counted(kg: KnowledgeGraph, name: str) -> Counter[str]:
    """Count without SPARQL."""
    if name == "graphs":
        return Counter(quad.graph_name.value for quad in kg.store)
    found = kg.store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))
    if name == "properties":
        return Counter(quad.predicate.value for quad in found)
    return Counter(quad.object.value for quad in found if quad.predicate.value == namespaces.TYPE)


def one(graph: rdflib.Graph, subject: rdflib.term.Node, name: rdflib.URIRef) -> rdflib.term.Node:
    [found] = graph.objects(subject, name)
    return found


@pytest.mark.parametrize("media", everyday(service_description.MEDIA, "text/turtle".__eq__))
def test_every_form_says_the_same(media: str, served: TestClient, told: rdflib.Graph) -> None:
    got = served.get("/.well-known/void", headers={"Accept": media})
    assert got.headers["content-type"].split(";")[0] == media
    form = {"pretty-xml": "xml"}.get(service_description.MEDIA[media], service_description.MEDIA[media])
    assert set(rdflib.Graph().parse(data=got.content, format=form)) == set(told)


def test_another_form_is_406(served: TestClient) -> None:
    assert served.get("/.well-known/void", headers={"Accept": "image/png"}).status_code == 406


def test_it_uses_the_vocabularies_as_they_are(told: rdflib.Graph) -> None:
    used = {str(term) for triple in told for term in triple if isinstance(term, rdflib.URIRef)}
    assert {term.removeprefix(SD) for term in used if term.startswith(SD)} == SERVICE_TERMS
    for space in (VOID, SH):
        assert all(term in space for term in map(rdflib.URIRef, used) if str(term).startswith(str(space)))
    assert not [term for triple in told for term in triple if isinstance(term, rdflib.BNode)]


def test_the_service_says_where_and_what(told: rdflib.Graph) -> None:
    [service] = told.subjects(RDF.type, SD.Service)
    assert str(one(told, service, SD.endpoint)) == "http://testserver/sparql"
    data = one(told, service, SD.defaultDataset)
    assert (data, RDF.type, SD.Dataset) in told
    assert str(one(told, data, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert str(one(told, data, VOID.dataDump)) == "http://testserver/dump.nq.gz"
    assert {str(name).rsplit("/", 1)[1] for name in told.objects(service, SD.resultFormat)} >= {
        "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"
    }  # fmt: skip


@pytest.mark.parametrize("media", everyday(service_description.MEDIA, "application/ld+json".__eq__))
def test_the_description_at_the_endpoint_is_short_and_leads_to_the_whole(
    media: str, real: KnowledgeGraph, told: rdflib.Graph
) -> None:
    site = context.site_for(SimpleNamespace(kg=real, key="k"))  # type: ignore[arg-type]
    text = service_description.written(site, "http://testserver", media, short=True)
    assert len(text) < 12_000
    form = {"pretty-xml": "xml"}.get(service_description.MEDIA[media], service_description.MEDIA[media])
    short = rdflib.Graph().parse(data=text, format=form)
    assert set(short) < set(told)
    [service] = short.subjects(RDF.type, SD.Service)
    assert str(one(short, service, RDFS.seeAlso)) == "http://testserver/.well-known/void"
    used = {str(term).removeprefix(SD) for triple in short for term in triple if str(term).startswith(SD)}
    assert used == SERVICE_TERMS - {"namedGraph", "NamedGraph", "name", "graph"}
    assert (None, SD.namedGraph, None) in told


@pytest.mark.parametrize(
    ("partition", "of", "count", "name"),
    [
        (VOID.classPartition, VOID["class"], VOID.entities, "classes"),
        (VOID.propertyPartition, VOID.property, VOID.triples, "properties"),
    ],
)
def test_counts_of_what_is_believed_are_true(
    partition: rdflib.URIRef,
    of: rdflib.URIRef,
    count: rdflib.URIRef,
    name: str,
    told: rdflib.Graph,
    real: KnowledgeGraph,
) -> None:
    [service] = told.subjects(RDF.type, SD.Service)
    believed = one(told, one(told, service, SD.defaultDataset), SD.defaultGraph)
    found = {str(one(told, p, of)): int(str(one(told, p, count))) for p in told.objects(believed, partition)}
    assert found == counted(real, name)
    assert int(str(one(told, believed, VOID[name]))) == len(found)


def test_counts_of_graphs_are_true(told: rdflib.Graph, real: KnowledgeGraph) -> None:
    found = {
        str(one(told, entry, SD.name)): int(str(one(told, one(told, entry, SD.graph), VOID.triples)))
        for entry in told.subjects(RDF.type, SD.NamedGraph)
    }
    assert found == counted(real, "graphs")
    [service] = told.subjects(RDF.type, SD.Service)
    assert int(str(one(told, one(told, service, SD.defaultDataset), VOID.triples))) == len(real.store)


def test_sources_beyond_a_number_are_not_listed(real: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_description, "MOST_GRAPHS", 100)
    described = service_description.describe(context.site_for(SimpleNamespace(kg=real, key="k")), "http://x")  # type: ignore[arg-type]
    assert {str(name) for name in described.objects(None, SD.name)} == {
        namespaces.CURRENT, namespaces.REGISTER, namespaces.VERDICTS, namespaces.SEARCHES, namespaces.VERIFICATION,
        namespaces.ONTOLOGY,
    }  # fmt: skip
    assert f"{real.tables.sources.height} sources, each in its own named graph" in " ".join(
        map(str, described.objects(None, DCTERMS.description))
    )


@pytest.mark.exhaustive
def test_every_question_is_an_example_that_runs_as_it_stands(told: rdflib.Graph, real: KnowledgeGraph) -> None:
    catalogue = query.catalogue()
    examples = {str(node).rpartition("#query-")[2]: node for node in told.subjects(RDF.type, SH.SPARQLExecutable)}
    assert examples.keys() == catalogue.keys()
    for name, node in examples.items():
        assert str(one(told, node, SCHEMA.target)) == "http://testserver/sparql"
        form = "construct" if (node, RDF.type, SH.SPARQLConstructExecutable) in told else "select"
        text = str(one(told, node, SH[form]))
        rows = list(real.store.query(text, default_graph=ox.NamedNode(CURRENT)))  # no prefixes given
        values = {key: about["example"] for key, about in catalogue[name].parameters.items()}
        assert len(rows) == len(real.query(name, **values)), name


def test_the_dump_is_every_graph(served: TestClient, real: KnowledgeGraph) -> None:
    got = served.get("/dump.nq.gz")
    assert got.headers["content-type"] == "application/gzip"
    assert "content-encoding" not in got.headers  # it is a file, not a way of sending one
    quads = set(ox.parse(gzip.decompress(got.content), format=ox.RdfFormat.N_QUADS))
    assert quads == set(real.raw)
    part = served.get("/dump.nq.gz", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, got.content[10:20])

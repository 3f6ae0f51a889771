"""What every description in RDF says of a data set: VoID. The server's description uses it too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pcgraph.export.description.content import Description
from pcgraph.model import namespaces
from pcgraph.store.project import Project

if TYPE_CHECKING:
    from rdflib import Graph, URIRef


def add_dataset(
    graph: Graph,
    data: URIRef,
    what: Project | Description,
    text: str,
    *,
    homepage: str,
    dumps: Iterable[str],
    triples: int,
) -> None:
    """Add the data set to a graph."""
    from rdflib import Literal, URIRef
    from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, VOID

    for name, value in (
        (RDF.type, VOID.Dataset),
        (DCTERMS.title, Literal(what.title)),
        (DCTERMS.description, Literal(text)),
        (FOAF.homepage, URIRef(homepage)),
        (VOID.uriSpace, Literal(what.base)),
        (VOID.triples, Literal(triples)),
        *((VOID.dataDump, URIRef(dump)) for dump in dumps),
        *((VOID.vocabulary, URIRef(name)) for name in (namespaces.PCG, namespaces.SKOS, namespaces.DCTERMS)),
        *((DCAT.keyword, Literal(word)) for word in what.keywords),
        *([(URIRef(f"{DCAT}version"), Literal(what.version))] if what.version else []),  # new in DCAT 3
        *([(DCTERMS.license, URIRef(what.licence))] if what.licence else []),
    ):
        graph.add((data, name, value))
    for number, creator in enumerate(what.creators, 1):
        agent = URIRef(f"{data}-creator-{number}")
        graph.add((data, DCTERMS.creator, agent))
        graph.add((agent, RDF.type, FOAF.Agent))
        graph.add((agent, FOAF.name, Literal(creator)))


def add_partition(graph: Graph, data: URIRef, part: URIRef, member: str, number: int, *, classes: bool = True) -> None:
    """Add how many things of a class a data set holds or, unless `classes`, how many triples with a property."""
    from rdflib import Literal, URIRef
    from rdflib.namespace import RDF, VOID

    partition, of, count = (
        (VOID.classPartition, VOID["class"], VOID.entities)
        if classes
        else (VOID.propertyPartition, VOID.property, VOID.triples)
    )
    graph.add((data, partition, part))
    graph.add((part, RDF.type, VOID.Dataset))
    graph.add((part, of, URIRef(member)))
    graph.add((part, count, Literal(number)))

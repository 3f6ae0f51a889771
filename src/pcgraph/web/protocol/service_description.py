"""The machine-readable descriptions of the server: SPARQL 1.1 Service Description, VoID, example queries.

The endpoint answers a request without a query with the service alone. The document at ``/.well-known/void``, to which
that one links, also has the counts, the named graphs and the questions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.export.description.void import add_dataset, add_partition
from pcgraph.model import namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples
from pcgraph.web.context import Busy, Site, State, site_for
from pcgraph.web.http.caching import answer, retry_later
from pcgraph.web.http.negotiation import choose
from pcgraph.web.http.problems import error_response
from pcgraph.web.pages.query_page import standalone
from pcgraph.web.protocol import dump

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

SD = "http://www.w3.org/ns/sparql-service-description#"
SCHEMA = "https://schema.org/"
MEDIA = {
    "text/turtle": "turtle",
    "application/ld+json": "json-ld",
    "application/n-triples": "nt",
    "application/rdf+xml": "pretty-xml",
}
RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
)
MOST_GRAPHS = 2000  # graphs described one by one; beyond that the sources are only counted


def service(state: State, request: Request) -> Response:
    """Return the description of the endpoint, which is short, in the format that the client accepts."""
    try:
        return _described(request, site_for(state), short=True)
    except Busy:
        return retry_later(request)


def void(request: Request, site: Site) -> Response:
    """Return the whole description in the format that the client accepts. Cost: three scans of the store, once."""
    return _described(request, site, short=False)


def _described(request: Request, site: Site, *, short: bool) -> Response:
    media = choose(request.headers.get("accept"), list(MEDIA))
    if media is None:
        line = f"{request.url.path}: none of the formats in Accept; expected one of {', '.join(MEDIA)}; ask for one"
        return error_response(request, 406, line)
    base = str(request.base_url).rstrip("/")
    return answer(request, written(site, base, media, short=short), media, vary=True)


@lru_cache(maxsize=16)
def written(site: Site, base: str, media: str, *, short: bool) -> bytes:
    """Return the description, see `describe` and `describe_service`, in a format of `MEDIA`."""
    return (describe_service if short else describe)(site, base).serialize(format=MEDIA[media], encoding="utf-8")


def describe_service(site: Site, base: str) -> Graph:
    """Return the description of the endpoint and of its default data set, with a link to the whole one."""
    from rdflib import Graph, Literal, URIRef
    from rdflib.namespace import DCAT, RDF, RDFS, SH, VOID, Namespace

    sd, made = Namespace(SD), Graph()
    for prefix, space in (
        site.kg.names.prefixes | {"sd": SD, "void": str(VOID), "sh": str(SH), "schema": SCHEMA, "dcat": str(DCAT)}
    ).items():
        made.bind(prefix, space)
    about, endpoint = f"{base}/.well-known/void", URIRef(f"{base}/sparql")
    service, data, believed = _parts(about)
    graphs = site.counts["graphs"]
    sources = sum(not name.startswith(namespaces.G) for name in graphs)
    content = (
        f"{sources} sources, each in its own named graph, and what is believed, in the graph current, which is "
        "the default graph. Triples are counted by graph."
    )
    add_dataset(
        made,
        data,
        site.project,
        " ".join(filter(None, (site.project.description, content))),
        homepage=f"{base}/",
        dumps=[base + dump.PATH],
        triples=sum(graphs.values()),
    )
    for subject, name, value in (
        (service, RDF.type, sd.Service),
        (service, sd.endpoint, endpoint),
        (service, sd.supportedLanguage, sd.SPARQL11Query),
        (service, sd.defaultDataset, data),
        (service, RDFS.seeAlso, URIRef(about)),
        *((service, sd.resultFormat, URIRef(f"http://www.w3.org/ns/formats/{name}")) for name in RESULTS),
        (data, RDF.type, sd.Dataset),
        (data, VOID.sparqlEndpoint, endpoint),
        (data, VOID.rootResource, URIRef(f"{base}/ontology")),
        (data, sd.defaultGraph, believed),
        (believed, RDF.type, sd.Graph),
        (believed, RDF.type, VOID.Dataset),
        (believed, VOID.triples, Literal(graphs.get(namespaces.CURRENT, 0))),
    ):
        made.add((subject, name, value))
    return made


def describe(site: Site, base: str) -> Graph:
    """Return the description of the endpoint and the data: counts, named graphs, questions."""
    from rdflib import Literal, URIRef
    from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SH, VOID, Namespace

    sd, made = Namespace(SD), describe_service(site, base)
    about, endpoint = f"{base}/.well-known/void", URIRef(f"{base}/sparql")
    _, data, believed = _parts(about)

    def say(subject: URIRef, *facts: tuple[URIRef, object]) -> None:
        for name, value in facts:
            made.add((subject, name, value if isinstance(value, (URIRef, Literal)) else Literal(value)))

    say(
        URIRef(about),
        (RDF.type, VOID.DatasetDescription),
        (FOAF.primaryTopic, data),
        (DCTERMS.title, Literal("Description of the data and of the endpoint", lang="en")),
    )
    graphs = site.counts["graphs"]
    classes, properties = site.counts["classes"], site.counts["properties"]
    say(believed, (VOID.classes, len(classes)), (VOID.properties, len(properties)))
    for uses, partition in ((classes, "classPartition"), (properties, "propertyPartition")):
        for iri, number in uses.items():
            part = URIRef(f"{about}#{partition}-{_fragment(iri)}")
            add_partition(made, believed, part, iri, number, classes=uses is classes)
    shown = graphs if len(graphs) <= MOST_GRAPHS else {k: n for k, n in graphs.items() if k.startswith(namespaces.G)}
    for name, number in shown.items():
        entry = URIRef(f"{about}#named-{_fragment(name)}")
        graph = believed if name == namespaces.CURRENT else URIRef(f"{about}#graph-{_fragment(name)}")
        say(data, (sd.namedGraph, entry))
        say(entry, (RDF.type, sd.NamedGraph), (sd.name, URIRef(name)), (sd.graph, graph))
        say(graph, (RDF.type, sd.Graph), (RDF.type, VOID.Dataset), (VOID.triples, number))
    for example in catalogue.catalogue().values():
        text = standalone(with_examples(site.store, example, site.kg.names), site.kg.names)
        form = next(word for word, _ in sparql.words(text) if word in ("SELECT", "CONSTRUCT")).lower()
        node = URIRef(f"{about}#query-{example.name}")
        say(
            node,
            (RDF.type, SH.SPARQLExecutable),
            (RDF.type, SH[f"SPARQL{form.capitalize()}Executable"]),
            (RDFS.label, Literal(example.title, lang="en")),
            (RDFS.comment, Literal(example.question, lang="en")),
            (SH[form], text),
            (URIRef(SCHEMA + "target"), endpoint),
        )
    return made


def _parts(about: str) -> tuple[URIRef, URIRef, URIRef]:
    """Return the IRIs of the service, of its data and of its default graph."""
    from rdflib import URIRef

    return URIRef(f"{about}#service"), URIRef(f"{about}#data"), URIRef(f"{about}#current")


def _fragment(iri: str) -> str:
    """Return an IRI as a URL fragment; different IRIs get different fragments.

    >>> _fragment("https://w3id.org/pcgraph/ontology#signs"), _fragment("http://example.org/a#b")
    ('pcg-signs', 'http%3A%2F%2Fexample.org%2Fa%23b')
    """
    from urllib.parse import quote

    short = namespaces.compact(iri)
    return short.replace(":", "-", 1) if short != iri else quote(iri, safe="")

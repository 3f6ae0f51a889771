"""Sends the requests of the protocol tests to a real server, and reads its service description.

The tests name graphs of their own. A server of this program answers from its own graphs only, so sources of the tiny
graph take their places: as the tests demand, each of them has a type in its own graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF

from conformance.run import MF, REFUSED, Case, Outcome
from pcgraph.model.namespaces import SRC
from serving import Reply, Serving, serving

HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
GRAPHS = {
    f"http://kasei.us/2009/09/sparql/data/data{number}.rdf": f"{SRC}{slug}"
    for number, slug in enumerate(("digest", "borealis-2024", "harbour-2024", "tide-2025"))
}
RANGES = {  # each property that the schema has → the class of its values; None for an IRI
    **dict.fromkeys(("endpoint", "supportedLanguage", "resultFormat", "inputFormat", "feature", "name")),
    **{"defaultDataset": "Dataset", "defaultGraph": "Graph", "namedGraph": "NamedGraph", "graph": "Graph"},
}


def protocol_outcomes(cases: Iterable[Case]) -> dict[Case, tuple[Outcome, Outcome]]:
    """Run the tests of protocol and service description on one server; pyoxigraph has none to compare."""
    with serving() as server:
        return {
            case: (
                _exchanged(case, server) if case.kind == "protocol" else _described(case, server),
                Outcome("not run"),
            )
            for case in cases
        }


def _exchanged(case: Case, server: Serving) -> Outcome:
    for request in Collection(case.manifest, next(case.manifest.objects(case.action, HT.requests))):
        expected = next(case.manifest.objects(request, HT.resp))
        reply = _send(case.manifest, request, server)
        statuses = {str(status)[-3] for status in case.manifest.objects(expected, MF.expectedStatus)}
        if str(reply.status)[0] not in statuses:
            if reply.status == 403 and "read-only" in reply.text:
                return Outcome("refused", REFUSED["read-only"])
            return Outcome("failed", f"{reply.status}: {reply.text[:200]}")
        truth = next(case.manifest.objects(expected, MF.expectedBoolean), None)
        form = str(next(case.manifest.objects(expected, MF.expectedFormat), ""))
        if form and not _fits(reply, form, truth):
            return Outcome("failed", f"expected {form} {truth or ''}: {reply.text[:200]}")
    return Outcome("passed")


def _send(manifest: rdflib.Graph, request: rdflib.term.Node, server: Serving) -> Reply:
    def texts(subject: rdflib.term.Node, name: rdflib.URIRef) -> list[str]:
        return [str(value) for value in manifest.objects(subject, name)]

    [path], [method], body = texts(request, HT.absolutePath), texts(request, HT.methodName), None
    headers = {}
    for listed in manifest.objects(request, HT.headers):
        for header in Collection(manifest, listed):
            headers[texts(header, HT.fieldName)[0].replace("-", "_")] = texts(header, HT.fieldValue)[0]
    for content in manifest.objects(request, HT.body):
        body = _with_our_graphs(texts(content, CNT.chars)[0]).encode(texts(content, CNT.characterEncoding)[0])
    return server.send(_with_our_graphs(path.replace("/sparql/", "/sparql", 1)), body, method, **headers)


def _with_our_graphs(text: str) -> str:
    for theirs, ours in GRAPHS.items():
        text = text.replace(theirs, ours).replace(quote(theirs, safe=""), quote(ours, safe=""))
    return text


def _fits(reply: Reply, form: str, truth: rdflib.term.Node | None) -> bool:
    """Return whether an answer has the form that a test expects, and the truth value if it names one."""
    media = reply.headers.get("content-type", "").partition(";")[0]
    try:
        if form == "RDF":
            kind = ox.RdfFormat.from_media_type(media)
            return kind is not None and list(ox.parse(reply.body, format=kind)) is not None
        found = ox.parse_query_results(reply.body, ox.QueryResultsFormat.from_media_type(media))
    except (SyntaxError, ValueError, TypeError):
        return False
    if form == "tabular":
        return isinstance(found, ox.QuerySolutions)
    return isinstance(found, ox.QueryBoolean) and (truth is None or bool(found) == bool(truth))


def _described(case: Case, server: Serving) -> Outcome:
    """Read the description that the endpoint sends to whoever asks nothing, in whatever format it likes."""
    reply = server.send("/sparql")
    if reply.status != 200 or not _fits(reply, "RDF", None):
        return Outcome("failed", f"{reply.status}: {reply.text[:200]}")
    media = reply.headers["content-type"].partition(";")[0]
    graph = rdflib.Graph().parse(data=reply.body, format=media)
    if (
        case.name.endswith("has-endpoint-triple")
        and (None, SD.endpoint, rdflib.URIRef(f"{server.url}/sparql")) not in graph
    ):
        return Outcome("failed", "another endpoint")
    if case.name.endswith("conforms-to-schema"):
        for subject, name, value in graph:
            local = str(name).removeprefix(SD)
            if name in SD and (local not in RANGES or not _in_range(graph, value, RANGES[local])):
                return Outcome("failed", f"{subject} {name} {value}")
        if (None, RDF.type, SD.Service) not in graph:
            return Outcome("failed", "no service")
    return Outcome("passed")


def _in_range(graph: rdflib.Graph, value: rdflib.term.Node, class_: str | None) -> bool:
    return isinstance(value, rdflib.URIRef) if class_ is None else (value, RDF.type, SD[class_]) in graph

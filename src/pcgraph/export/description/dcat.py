"""The description as Turtle: DCAT 3 for catalogues of data sets, and VoID for clients of linked data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pcgraph.export.description.content import Description
from pcgraph.export.description.void import add_dataset, add_partition
from pcgraph.model.namespaces import BASE, PCG

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

SPDX = "http://spdx.org/rdf/terms#"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-"
DUMP = re.compile(r"\.(nq|trig)(\.gz)?$")


def dcat(what: Description) -> str:
    """Return the description as Turtle.

    >>> from pcgraph.export.description.content import describe
    >>> from pcgraph.testing import tiny
    >>> "dcat:Dataset ;" in dcat(describe(tiny(), address="https://example.org/", files=[]))
    True
    """
    from rdflib import Graph, Literal, URIRef
    from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, VOID, XSD

    graph = Graph(bind_namespaces="none")
    for prefix, space in {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "void": VOID, "xsd": XSD,
                          "prov": PROV, "spdx": SPDX, "pcg": PCG}.items():  # fmt: skip
        graph.bind(prefix, str(space))
    data, period = URIRef(what.iri), URIRef(f"{what.address}#period")
    add_dataset(
        graph,
        data,
        what,
        what.text,
        homepage=what.address,
        dumps=[what.address + quote(file.path) for file in what.files if DUMP.search(file.path)],
        triples=what.quads,
    )
    graph.add((data, RDF.type, DCAT.Dataset))
    for term, found in (
        (DCAT.landingPage, URIRef(what.address)),
        (DCTERMS.identifier, Literal(what.base)),
        (DCTERMS.accessRights, URIRef(PUBLIC)),
        (DCTERMS.conformsTo, URIRef(f"{BASE}ontology")),
        (FOAF.page, URIRef(f"{what.address}methods.html")),
    ):
        graph.add((data, term, found))
    for agent in [*graph.objects(data, DCTERMS.creator)]:
        graph.add((data, DCTERMS.publisher, agent))
        graph.add((data, PROV.wasAttributedTo, agent))
    for language in what.languages:
        code = language.partition("-")[0]
        graph.add((data, DCTERMS.language, URIRef(f"{LANGUAGES}{len(code) - 1}/{code}")))
    if what.modified:
        graph.add((data, DCTERMS.issued, Literal(what.modified)))
        graph.add((data, DCTERMS.modified, Literal(what.modified)))
    if what.first and what.last:
        graph.add((data, DCTERMS.temporal, period))
        graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
        graph.add((period, DCAT.startDate, Literal(what.first)))
        graph.add((period, DCAT.endDate, Literal(what.last)))
    for name, number in (("Engagement", what.engagements), ("Organization", what.organisations),
                         ("Source", what.sources)):  # fmt: skip
        add_partition(graph, data, URIRef(f"{what.address}#class-{name}"), PCG + name, number)
    _add_files(graph, data, what)
    return graph.serialize(format="turtle")


def _add_files(graph: Graph, data: URIRef, what: Description) -> None:
    from rdflib import Literal, URIRef
    from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

    for file in what.files:
        path = quote(file.path)
        node, checksum = (URIRef(f"{what.address}#{kind}/{path}") for kind in ("file", "checksum"))
        address = URIRef(what.address + path)
        graph.add((data, DCAT.distribution, node))
        for name, value in (
            (RDF.type, DCAT.Distribution),
            (DCTERMS.title, Literal(file.title)),
            (DCAT.accessURL, address),
            (DCAT.downloadURL, address),
            (DCAT.mediaType, URIRef(MEDIA_TYPES + file.media_type)),
            *([(DCTERMS.license, URIRef(what.licence))] if what.licence else []),
        ):
            graph.add((node, name, value))
        if not file.sha256:
            continue
        graph.add((node, DCAT.byteSize, Literal(file.bytes, datatype=XSD.nonNegativeInteger)))
        graph.add((node, URIRef(SPDX + "checksum"), checksum))
        graph.add((checksum, RDF.type, URIRef(SPDX + "Checksum")))
        graph.add((checksum, URIRef(SPDX + "algorithm"), URIRef(SPDX + "checksumAlgorithm_sha256")))
        value = Literal(file.sha256, datatype=XSD.hexBinary, normalize=False)
        graph.add((checksum, URIRef(SPDX + "checksumValue"), value))

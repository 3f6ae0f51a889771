"""The data beside a page, in the formats that servers of linked data offer."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
SERIALISATIONS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


def serialize(found: list[ox.Triple], suffix: str, names: Namespaces = SHIPPED) -> bytes:
    """Return triples in the format of a suffix, with the prefixes of the project in Turtle and JSON-LD."""
    kind = SERIALISATIONS[suffix]
    written = ox.serialize(found, format=kind, prefixes=names.prefixes if suffix == "ttl" else None) or b""
    return compact_json_ld(written, names) if suffix == "jsonld" else written


def compact_json_ld(expanded: bytes, names: Namespaces = SHIPPED) -> bytes:
    """Return expanded JSON-LD with a context and short IRIs; Oxigraph 0.5.13 uses prefixes for Turtle and TriG only.

    >>> compact_json_ld(b'[{"@id":"https://w3id.org/pcgraph/id/lumen","@type":["https://w3id.org/pcgraph/ontology#Company"]}]')
    b'{"@context":{"id":"https://w3id.org/pcgraph/id/","pcg":"https://w3id.org/pcgraph/ontology#"},"@graph":[{"@id":"id:lumen","@type":["pcg:Company"]}]}'
    """
    used: dict[str, str] = {}

    def short(iri: str) -> str:
        for prefix, space in longest_first:
            if iri.startswith(space) and not iri[len(space) :].startswith("//"):
                used[prefix] = space
                return f"{prefix}:{iri[len(space) :]}"
        return iri

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(each) for each in node]
        if not isinstance(node, dict):
            return node
        if "@value" in node:
            return {key: short(value) if key == "@type" else value for key, value in node.items()}
        return {
            key if key.startswith("@") else short(key): short(value)
            if key == "@id"
            else [short(each) for each in value]
            if key == "@type"
            else walk(value)
            for key, value in node.items()
        }

    longest_first = sorted(names.prefixes.items(), key=lambda pair: -len(pair[1]))
    graph = walk(json.loads(expanded))
    found = {"@context": dict(sorted(used.items())), "@graph": graph}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

"""The data beside a page, in the formats that servers of linked data offer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, TYPE, Namespaces

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
SERIALISATIONS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


def serialize(found: list[ox.Triple], suffix: str, names: Namespaces = SHIPPED) -> bytes:
    """Return triples in the format of a suffix, with the prefixes of the project in Turtle and JSON-LD."""
    written = ox.serialize(found, format=SERIALISATIONS[suffix], prefixes=names.prefixes if suffix == "ttl" else None)
    if suffix == "jsonld":
        return compact_json_ld(written or b"", names)
    return _without_unused_prefixes(written or b"") if suffix == "ttl" else written or b""


def distinct(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    """Return the triples of quads, sorted."""
    return sorted({quad.triple for quad in quads}, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))


def _without_unused_prefixes(turtle: bytes) -> bytes:
    """Return Turtle without the prefixes that it does not need; they may be longer than the rest."""
    head, body = [], turtle
    while body.startswith(b"@prefix "):
        line, _, body = body.partition(b"\n")
        head.append(line)
    text = b"\n" + body
    used = (line for line in head if any(mark + line.split()[1] in text for mark in (b" ", b"\t", b"\n", b"^")))
    return b"".join(line + b"\n" for line in used) + body


def compact_json_ld(expanded: bytes, names: Namespaces = SHIPPED) -> bytes:
    """Return expanded JSON-LD with a context, short IRIs and no lists of one, which Oxigraph 0.5.13 does not write.

    >>> compact_json_ld(b'[{"@id":"https://w3id.org/pcgraph/id/lumen","@type":["https://w3id.org/pcgraph/ontology#Company"]}]')
    b'{"@context":{"id":"https://w3id.org/pcgraph/id/","pcg":"https://w3id.org/pcgraph/ontology#"},"@graph":[{"@id":"id:lumen","@type":"pcg:Company"}]}'
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
            return walk(node[0]) if len(node) == 1 else [*map(walk, node)]
        if not isinstance(node, dict) or node.keys() == {"@value"}:
            return node["@value"] if isinstance(node, dict) else node
        found = {}
        for key, value in node.items():
            if key == TYPE and all("@id" in kind for kind in value):
                found["@type"] = walk([short(kind["@id"]) for kind in value])
            elif key == "@type":
                found[key] = short(value) if isinstance(value, str) else walk([*map(short, value)])
            elif key == "@id":
                found[key] = short(value)
            else:
                found[key if key.startswith("@") else short(key)] = walk(value) if key != "@value" else value
        return found

    longest_first = sorted(names.prefixes.items(), key=lambda pair: -len(pair[1]))
    graph = [walk(node) for node in json.loads(expanded)]
    found = {"@context": dict(sorted(used.items())), "@graph": graph}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

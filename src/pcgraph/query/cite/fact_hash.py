"""The content hash of statements: equal for equal statements, whatever their order, file or format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pyoxigraph as ox


def canonical(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as canonical N-Triples (RDFC-1.0): each once, sorted by code points, blank nodes with new names.

    >>> a, p = ox.NamedNode("urn:a"), ox.NamedNode("urn:p")
    >>> lines = canonical([ox.Triple(a, p, ox.BlankNode("x")), ox.Triple(a, p, ox.Literal("1"))])
    >>> print(lines.decode(), end="")
    <urn:a> <urn:p> "1" .
    <urn:a> <urn:p> _:c14n0 .
    """
    dataset = ox.Dataset(ox.Quad(each.subject, each.predicate, each.object) for each in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = (ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b"").split(b"\n")
    return b"".join(line + b"\n" for line in sorted(lines) if line)


def content_hash(triples: Iterable[ox.Triple]) -> str:
    """Return the SHA-256 of `canonical` in hexadecimal digits."""
    return hashlib.sha256(canonical(triples)).hexdigest()

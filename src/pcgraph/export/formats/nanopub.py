"""Nanopublications in TriG: one for each fact that a source states in a passage."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.export.formats.facts import facts
from pcgraph.model.namespaces import ALLEGED, PCG
from pcgraph.model.quads import current

if TYPE_CHECKING:
    from pcgraph.belief.tables import Tables
    from pcgraph.store.project import Project

HEAD = """\
@prefix np: <http://www.nanopub.org/nschema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
END = b" .\n"  # of a line of N-Triples
NANOPUBLICATION = """
@prefix this: <{iri}> .
@prefix sub: <{iri}#> .
sub:head {{
  this: a np:Nanopublication ; np:hasAssertion sub:assertion ;
    np:hasProvenance sub:provenance ; np:hasPublicationInfo sub:pubinfo .
}}
sub:assertion {{ {fact} . }}
sub:provenance {{ sub:assertion {origin} . }}
sub:pubinfo {{ this: {about} . }}
"""


def write(store: ox.Store, tables: Tables, path: Path, project: Project) -> dict[str, int]:
    """Write nanopublications, and return how many facts are left out, by reason.

    The IRI holds the content hash of the fact. The day of creation is the newest on which a source was first seen.
    """
    day = max((quad.object.value for quad in current(store, predicate=PCG + "firstSeen")), default="")
    about = [f'dcterms:created "{day}T00:00:00Z"^^xsd:dateTime'] if day else []
    about += [f"dcterms:license <{project.licence}>"] * bool(project.licence)
    about += [f"dcterms:creator {ox.Literal(name)}" for name in project.creators]
    if not about:  # a publication says something about itself
        about = [f"dcterms:title {ox.Literal(project.title)}"]
    left_out: Counter[str] = Counter()
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for fact in facts(store, tables, ties=False):
            stating = [each for each in fact.evidence if each.mark is None]
            if not stating:
                only = all(each.mark == ALLEGED for each in fact.evidence)
                left_out["only alleged" if only else "read in a source that does not state them"] += 1
                continue
            if not any(each.passages for each in stating):
                left_out["no passage of their own"] += 1
                continue
            passages = " , ".join(f"<{passage}>" for each in stating for passage in each.passages)
            sources = " , ".join(f"<{each.source}>" for each in stating if each.passages)
            iri = f"{project.base}nanopub/{hashlib.sha256(fact.line.encode() + END).hexdigest()}"
            origin = f"prov:wasDerivedFrom {passages} ; prov:hadPrimarySource {sources}"
            file.write(NANOPUBLICATION.format(iri=iri, fact=fact.line, origin=origin, about=" ; ".join(about)))
    return dict(left_out)

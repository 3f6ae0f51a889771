"""What the tests of `pcgraph.intake.curation` share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from helpers import ROOT, TINY
from pcgraph.intake.curation import form
from pcgraph.intake.curation.form import CHILDREN, Node, SourceForm
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.store import data_folder, files

FOLDERS = {"data": ROOT / "data", "tiny": TINY, "maresia": ROOT / "tests" / "fixtures" / "maresia"}
HEAD = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@cache
def project(name: str) -> tuple[data_folder.Inputs, Vocabulary]:
    inputs = data_folder.read(FOLDERS[name], files.home("ontology"))
    return inputs, form.vocabulary(inputs)


def facts(text: str) -> set[tuple[str, str, str]]:
    parsed = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {(str(each.subject), str(each.predicate), str(each.object)) for each in parsed}


def nodes(read: SourceForm) -> Iterator[Node]:
    for node in (read["card"], *read["engagements"], *read["things"]):
        yield node
        for name in CHILDREN:
            yield from node[name]  # type: ignore[literal-required]


def read(text: str, slug: str = "post") -> SourceForm:
    words = project("tiny")[1]
    return form.read_quads(ox.parse(HEAD + text, format=ox.RdfFormat.TURTLE), slug, words)


def through_json(said: SourceForm) -> SourceForm:
    copy: SourceForm = json.loads(json.dumps(said))
    return copy

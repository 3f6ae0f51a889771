"""The questions as files for grlc: their headers, and the same answers once grlc has put values for its variables."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox
import pytest
import yaml
from rdflib.plugins.sparql import prepareQuery

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import XSD
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.grlc import grlc

PARAMETERS = json.loads((ROOT / "tests/expected/parameters.json").read_text())
VARIABLE = re.compile(r"\?__?([a-zA-Z0-9]+)(?:_(iri|integer|xsd_[a-z]+))?")  # as grlc finds them


@pytest.mark.parametrize("name", catalogue.catalogue())
def test_a_file_for_grlc_answers_like_its_question(name: str, tiny: KnowledgeGraph) -> None:
    question = catalogue.find(name)
    text = grlc(question, tiny.names)
    header = yaml.safe_load("\n".join(line[2:] for line in text.splitlines() if line.startswith("#+")))
    assert header["summary"] == question.title
    assert header["description"] == question.question
    assert header["tags"] == [question.topic]
    assert {key for default in header.get("defaults", []) for key in default} == set(question.parameters)
    prepareQuery(text)  # grlc parses a file before it replaces variables
    if not question.parameters:
        return
    given = {key: about["example"] for key, about in question.parameters.items()} | PARAMETERS.get(name, {})

    def value(found: re.Match[str]) -> str:
        key, kind = found.groups()
        if kind == "iri":
            namespace = catalogue.namespace(question.parameters[key]["type"], tiny.names)
            return f"<{tiny.names.expand(str(given[key]), namespace)}>"
        typed = ox.NamedNode(XSD + kind.removeprefix("xsd_")) if kind else None
        return str(ox.Literal(str(given[key]), datatype=typed))

    wanted = tiny.query(name, **given)
    answered = tiny.query(VARIABLE.sub(value, text))
    assert sorted(map(str, answered.terms)) == sorted(map(str, wanted.terms))

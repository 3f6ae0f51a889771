"""The shipped graph, loaded once, and its register and ontology as rdflib reads them: a second way to each answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rdflib

import loaded
from helpers import ROOT
from pcgraph.api import KnowledgeGraph


@pytest.fixture(scope="session")
def kg() -> KnowledgeGraph:
    return loaded.load()


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    with loaded.once():
        yield


@pytest.fixture(scope="session")
def register() -> rdflib.Graph:
    """Return the files of the register and the ontology, without anything of pcgraph."""
    graph = rdflib.Graph()
    folders = [ROOT / "data" / "register", ROOT / "ontology" / "vocab"]
    for file in [ROOT / "ontology" / "pcgraph.ttl", *(file for folder in folders for file in folder.rglob("*.ttl"))]:
        graph.parse(file)
    return graph

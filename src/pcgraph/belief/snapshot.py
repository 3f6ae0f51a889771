"""The parts of a knowledge graph that a page is built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from pcgraph.belief.alternatives import History
from pcgraph.belief.evidence import ReportedEvidence
from pcgraph.belief.resolution import Tables
from pcgraph.model.entities import Thing
from pcgraph.model.ontology import Model


@dataclass(frozen=True)
class Known:
    """The parts of a `pcgraph.KnowledgeGraph` that a page is built from, under the same names."""

    store: ox.Store
    tables: Tables
    things: Mapping[str, Thing]
    model: Model
    told: ReportedEvidence
    history: History

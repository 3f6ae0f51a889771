"""What a page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from pcgraph.current import Tables
from pcgraph.evidence import Told
from pcgraph.model import Model
from pcgraph.things import Thing
from pcgraph.worlds import History


@dataclass(frozen=True)
class Known:
    """What a page is made of: the parts of a `pcgraph.KnowledgeGraph` under their own names."""

    store: ox.Store
    tables: Tables
    things: Mapping[str, Thing]
    model: Model
    told: Told
    history: History

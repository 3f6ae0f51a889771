"""pcgraph: a knowledge graph of partnerships in which each fact cites a passage of a source.

>>> from pcgraph import testing
>>> kg = testing.tiny()
>>> kg.rank("degree").measure
'degree'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcgraph.errors import EndpointError, InvalidInput, LimitError, PcgraphError, PcgraphWarning, UsageError
from pcgraph.version import __version__

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph as KnowledgeGraph
    from pcgraph.api import load as load
    from pcgraph.query.remote.remote_graph import connect as connect

__all__ = [
    "EndpointError",
    "InvalidInput",
    "KnowledgeGraph",
    "LimitError",
    "PcgraphError",
    "PcgraphWarning",
    "UsageError",
    "__version__",
    "connect",
    "load",
]


def __getattr__(name: str) -> object:
    """Import the API on first use, so that ``pcgraph --help`` is quick."""
    if name == "connect":
        from pcgraph.query.remote.remote_graph import connect

        return connect
    if name in ("KnowledgeGraph", "load"):
        from pcgraph import api

        return getattr(api, name)
    raise AttributeError(f"module 'pcgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, also those that are not imported yet."""
    return sorted(__all__)


def load_ipython_extension(ipython: Any) -> None:
    """Register the cell magic ``%%sparql``; IPython calls this on ``%load_ext pcgraph``."""
    from pcgraph.ipython import register_magic

    register_magic(ipython)

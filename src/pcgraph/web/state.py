"""The state that all requests share: the graph, the limits and the workers."""

from __future__ import annotations

from dataclasses import dataclass

from pcgraph.api import KnowledgeGraph
from pcgraph.web.limits import Limits
from pcgraph.web.pool.manager import Workers


@dataclass(frozen=True)
class State:
    """The state of a server.

    Attributes
    ----------
    kg : KnowledgeGraph
    key : str
        A key that changes with the graph.
    limits : Limits
    workers : Workers
    hosts : frozenset of str
        Host names that requests may use, in lower case, without port.
    origins : tuple of str
        Origins whose pages may read answers; ``*`` allows any origin.
    base : str
        Public address of the server, without a trailing slash; "" means the address that each request uses.
    """

    kg: KnowledgeGraph
    key: str
    limits: Limits
    workers: Workers
    hosts: frozenset[str]
    origins: tuple[str, ...] = ()
    base: str = ""

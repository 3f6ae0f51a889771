"""What a server knows: the graph, its limits and its workers."""

from __future__ import annotations

from dataclasses import dataclass

from pcgraph.api import KnowledgeGraph
from pcgraph.serve.limits import Limits
from pcgraph.serve.workers import Workers


@dataclass(frozen=True)
class State:
    """What a server knows.

    Attributes
    ----------
    kg : KnowledgeGraph
    key : str
        Changes with the graph.
    limits : Limits
    workers : Workers
    hosts : frozenset of str
        Names by which the server may be called, in small letters, without port.
    origins : tuple of str
        Origins whose pages may read answers; ``*`` is any.
    base : str
        Address by which the server is known, without a slash at its end; "" is the one that a request names.
    """

    kg: KnowledgeGraph
    key: str
    limits: Limits
    workers: Workers
    hosts: frozenset[str]
    origins: tuple[str, ...] = ()
    base: str = ""

"""The store as rdflib objects, for reading. The only door to `oxrdflib`."""

from __future__ import annotations

from typing import Any, NoReturn

import pyoxigraph as ox
import rdflib
from oxrdflib.store import OxigraphStore

from pcgraph.errors import UsageError
from pcgraph.terms import PREFIXES


class ReadOnlyStore(OxigraphStore):
    """An Oxigraph store that refuses every change, so that no reader can alter what others read."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise UsageError(
            "kg.dataset: takes no updates; expected reading only; change the files under data/ and load again"
        )

    add = addN = remove = update = remove_graph = _refuse  # noqa: N815 -- rdflib names it so

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: rdflib calls it whenever a graph is only looked at."""


def dataset(store: ox.Store) -> rdflib.Dataset:
    """Wrap a store as a read-only rdflib Dataset; the standard prefixes are bound."""
    backing = ReadOnlyStore(store=store)
    for prefix, namespace in PREFIXES.items():
        backing.bind(prefix, rdflib.URIRef(namespace))
    return rdflib.Dataset(store=backing, default_union=False)

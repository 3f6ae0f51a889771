"""Resolves the names in the filters of a network: relations, status, sector, country and class of agents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pcgraph.analysis.network_spec import NetworkSpec, make_spec
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import SECTOR, V, local
from pcgraph.query.names.resolve import resolve

FILTERS = {"status": "status or set", "sector": "sector", "country": "country", "kind": "class of agents"}


def spec_for(snapshot: Snapshot, relations: Iterable[str] | str = (), **options: Any) -> NetworkSpec:
    """Return the specification for what a user wrote, with ids instead of names; see `make_spec` and `resolve`.

    >>> from pcgraph.testing import tiny
    >>> print(spec_for(tiny(), "signs with", kind="public body", status="Entered"))
    relations=signsWith, status=entered, kind=PublicBody
    """
    spec = make_spec(relations, **options)
    found: dict[str, Any] = {}
    for name, kind in FILTERS.items():
        if text := getattr(spec, name):
            iri = resolve(snapshot, text, kind, name)
            space = {"sector": SECTOR, "status": V, "country": snapshot.names.id}.get(name, "")
            found[name] = iri.removeprefix(space) if space else local(iri)
    names = tuple(local(resolve(snapshot, text, "relation", "relation")) for text in spec.relations)
    return replace(spec, relations=names, **found)

"""The passages behind an answer: each once, with its state and what it proves, and the sources that they are from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.passages import STATE_LABELS
from pcgraph.query.explain import evidence

OF_A_SOURCE = ("source", "title", "publisher", "date", "tier", "said_by", "address")


def things_in(snapshot: Snapshot, answer: Any) -> set[str]:
    """Return the IRIs of things in the values of an answer: of a dict, a list, or any nesting of these.

    >>> from pcgraph.testing import tiny
    >>> things_in(tiny(), {"rows": [("https://w3id.org/pcgraph/id/lumen", "Lumen", 3)]})
    {'https://w3id.org/pcgraph/id/lumen'}
    """
    return {text for text in _texts(answer) if text.startswith(snapshot.names.id)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def citations(snapshot: Snapshot, things: Iterable[str], texts: Path | None = None) -> dict[str, Any]:
    """Return the passages that support things; an engagement stands for its steps too.

    >>> from pcgraph.testing import tiny
    >>> citations(tiny(), ["https://w3id.org/pcgraph/id/lamp-agreement"])["states"]
    {'pointer only': 2}
    """
    named = set(things)
    steps = snapshot.tables.steps.filter(pl.col("engagement").is_in(sorted(named)))["step"]
    found: dict[tuple[str, str], dict[str, Any]] = {}
    sources: dict[str, dict[str, Any]] = {}
    for row in evidence(snapshot.store, sorted({*named, *steps}), texts):
        sources[row["source"]] = {name: row[name] for name in OF_A_SOURCE if row[name]}
        passage = {"passage": row["iri"], "place": row["place"], "state": STATE_LABELS[row["state"]], "proves": []}
        quote = {"quote": row["quote"]} if "quote" in row else {}
        found.setdefault((row["source"], row["iri"]), passage | quote)["proves"].append(row["of"])
    states = Counter(passage["state"] for passage in found.values())
    return {
        "passages": [found[key] for key in sorted(found)],
        "states": dict(sorted(states.items())),
        "sources": [sources[iri] for iri in sorted(sources)],
    }

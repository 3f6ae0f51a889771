"""The Python interface: load a knowledge graph, query it, rank its agents, draw it. Its methods only delegate."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pcgraph.api.analyses import Day, as_day
from pcgraph.api.graph import KnowledgeGraph
from pcgraph.api.options import as_names
from pcgraph.belief import loading
from pcgraph.model.scope import Scope
from pcgraph.store.files import home

__all__ = ["KnowledgeGraph", "load"]


def load(
    data: str | Path | None = None, *, as_of: Day = None, only: Iterable[str] | str = (),
    without: Iterable[str] | str = (), without_voice: Iterable[str] | str = (), build: str | Path | None = "build",
) -> KnowledgeGraph:  # fmt: skip
    """Load the knowledge graph.

    Parameters
    ----------
    data : path, optional
        A data folder, or a file of quads (``.nq``, ``.trig``, ``.gz``). The default is the ``data`` of the package.
    as_of : str, int or date, optional
        Ignore sources that became known after this day: ``"2025-12-31"``, a date, a datetime or a pandas Timestamp. A
        month (``"2025-06"``) or year (``2025``) means its last day.
    only, without, without_voice : str or iterable of str
        Slugs: use only these sources, or leave them out. `without` keeps the copies of a source; `without_voice`
        leaves them out, too.
    build : path or None
        A folder of ``pcgraph build``, which is read instead of computing the graph while its inputs are unchanged. A
        graph of half a million quads or more is always stored there, on disk. With None, everything is in memory.

    Raises
    ------
    InvalidInput, UsageError
        If a file cannot be read, or a source is unknown, or no source is in scope; nothing is loaded then.

    >>> kg = load()
    >>> kg.query("who-signed-with", party="huawei").columns[0]
    'partner'
    """
    scope = Scope(as_day(as_of, "as_of", last=True), *(as_names(names) for names in (only, without, without_voice)))
    folder, built = Path(data) if data else home("data"), None if build is None else Path(build)
    return KnowledgeGraph(loading.load(folder, home("ontology"), scope, built))

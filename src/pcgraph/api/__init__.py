"""The Python interface: load a knowledge graph, query it, rank its agents, draw it. Its methods only delegate."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pcgraph.api.analyses import Day, as_day
from pcgraph.api.build_index import keep
from pcgraph.api.graph import KnowledgeGraph
from pcgraph.api.options import as_names
from pcgraph.belief import loading
from pcgraph.errors import check_choice, warn
from pcgraph.model.arguments import checked
from pcgraph.model.scope import ESTIMATE, OMIT, UNDATED, Scope, undated_left_out
from pcgraph.store.files import home
from pcgraph.store.project import Project, find, unused_data

__all__ = ["KnowledgeGraph", "load"]


@checked
def load(
    data: str | Path | Project | None = None, *, as_of: Day = None, only: Iterable[str] | str = (),
    without: Iterable[str] | str = (), without_voice: Iterable[str] | str = (), undated: str = OMIT,
    proved: bool = False, build: str | Path | bool | None = True,
) -> KnowledgeGraph:  # fmt: skip
    """Load the knowledge graph.

    Parameters
    ----------
    data : path, optional
        A project folder or its ``pcgraph.toml``, a data folder, or a file of quads (``.nq``, ``.trig``, ``.gz``). The
        default is the project that the variable ``PCGRAPH_PROJECT`` names, else that of the current folder or of one
        above it, else the graph of the package. A warning tells if the latter answers in a folder that holds data.
    as_of : str, int or date, optional
        Ignore sources that became known after this day: ``"2025-12-31"``, a date, a datetime or a pandas Timestamp. A
        month (``"2025-06"``) or year (``2025``) means its last day.
    only, without, without_voice : str or iterable of str
        Slugs, titles or addresses: use only these sources, or leave them out. `without` keeps the copies of a source;
        `without_voice` leaves them out, too.
    undated : {"omit", "estimate"}
        What `as_of` does with a source that has no date. ``omit``: the source counts only from the day on which it was
        first seen. ``estimate``: it counts from the latest day of a step that it states as reached, if it states one.
    proved : bool
        Use only facts whose passages were all found in the text of their source, as ``pcgraph verify`` recorded it.
    build : path, bool or None
        A folder of ``pcgraph build``, which is read instead of computing the graph while its inputs are unchanged. A
        graph of half a million quads or more is always stored there, on disk. The default, True, is the folder
        ``build`` next to the project file, or in the current folder. With None or False, everything is in memory.

    Raises
    ------
    InvalidInput, UsageError
        If a file cannot be read, or a source is unknown, or no source is in scope; nothing is loaded then.

    Warns
    -----
    PcgraphWarning
        If `as_of` leaves out sources only because they have no date.

    >>> from importlib.resources import files
    >>> kg = load(files("pcgraph") / "testing_data", build=None)
    >>> kg.query("what-was-signed").columns[0]
    'agreement'
    """
    check_choice("undated", undated, UNDATED)
    names = {"only": as_names(only), "without": as_names(without), "without_voice": as_names(without_voice)}
    scope = Scope(as_day(as_of, "as_of", last=True), **names, undated=undated, proved=proved)
    project = find(data or None)
    if data is None and (text := unused_data(project)):
        warn(text)
    built = project.build if build is True else Path(build) if build else None
    kg = KnowledgeGraph(loading.load(project, home("ontology"), scope, built, keep))
    if missing := undated_left_out(kg.left_out, f"undated={ESTIMATE!r}"):
        warn(f"as_of {scope.as_of}: left out {missing}")
    return kg

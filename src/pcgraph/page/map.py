"""The map object: the page, a static picture of the same network, and the data of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph import page
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import LimitError, UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.page import View, question_box
from pcgraph.page.builder import build_view
from pcgraph.page.offline_sparql import ask
from pcgraph.page.view.agents import RankIntervals
from pcgraph.page.view.positions import read_positions, write_positions
from pcgraph.page.widget import is_usable, make_widget, view_of
from pcgraph.query.names.resolve import resolve
from pcgraph.store import memory
from pcgraph.store.data_folder import POSITIONS
from pcgraph.store.files import checked_suffix, replacing
from pcgraph.viz.network_picture import LARGEST, MOST_TIES, Drawing, largest, mime
from pcgraph.viz.pyvis_network import require_pyvis

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.uncertainty import Uncertain

__all__ = ["Map", "draw"]
HOPS = (1, 2, 3)
MOST_SHOWN = 300_000  # ties; a page with so many has 70 MB


@dataclass(frozen=True)
class Map:
    """The map of a graph. `html` is the page, `svg` a static picture, `view` the data; notebooks show it in a frame.

    In a notebook with anywidget (the extra ``notebook``), `selected` follows the selection in the frame.

    >>> from pcgraph.testing import tiny
    >>> tiny().map().html[:15]
    '<!DOCTYPE html>'
    """

    html: str
    view: View
    engagements: Callable[[Collection[str]], pl.DataFrame]
    draw: Callable[[], str] = str

    @cached_property
    def svg(self) -> str:
        """The static picture, drawn on first access; empty if there are too many ties."""
        return self.draw()

    @cached_property
    def _widget(self) -> Any:
        return make_widget(self.html)

    @property
    def selected(self) -> pl.DataFrame:
        """The rows of ``kg.engagements`` for what is selected on the map in the notebook; none before a click.

        They are the selected engagements, or those of the selected organisations (a lasso selects several).

        >>> from pcgraph.testing import tiny
        >>> tiny().map().selected.shape[0]
        0
        """
        return self.engagements(self._widget.chosen)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file atomically and return the path; its name ends in ``.html`` or ``.htm``.

        >>> from tempfile import TemporaryDirectory
        >>> from pcgraph.testing import tiny
        >>> with TemporaryDirectory() as folder:
        ...     tiny().map().save(f"{folder}/map.html").name
        'map.html'
        """
        with replacing(checked_suffix(path, ".html", ".htm")) as temporary:
            temporary.write_text(self.html, encoding="utf-8")
        return Path(path)

    def save_positions(self, path: str | Path) -> Path:
        """Write the positions, for use in ``map(positions=path)``; see `pcgraph.page.view.positions.write_positions`.

        >>> from tempfile import TemporaryDirectory
        >>> from pcgraph.testing import tiny
        >>> with TemporaryDirectory() as folder:
        ...     tiny().map().save_positions(f"{folder}/positions.csv").read_text().splitlines()[0]
        'iri,x,y'
        """
        write_positions(self.view, Path(path))
        return Path(path)

    def __repr__(self) -> str:
        """Return the numbers of agents and ties on the page, including those of the past."""
        return f"Map({len(self.view['nodes']['iri'])} agents, {len(self.view['ties']['from'])} ties)"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        del include, exclude
        shown = mime(self.html, self.svg)
        return shown | view_of(self._widget) if "text/html" in shown and is_usable() else shown


def draw(
    snapshot: Snapshot,
    network: nx.MultiDiGraph,
    relations: Sequence[str] = (),
    *,
    as_of: date | None = None,
    texts: Path | None = None,
    focus: str | None = None,
    hops: int = 2,
    positions: str | Path | None = None,
    sure: Sequence[Uncertain] = (),
    sparql: bool = False,
) -> Map:
    """Return the map for `pcgraph.KnowledgeGraph.map`, which documents the other arguments.

    >>> from pcgraph.analysis.network import relations
    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> draw(kg, relations(kg)).svg[:4]
    '<svg'
    """
    require_pyvis()  # before the view, which takes seconds
    if hops not in HOPS:
        raise UsageError(f"hops {hops}: out of range; expected 1, 2 or 3; choose one of these")
    if not focus and network.number_of_edges() > MOST_SHOWN:
        raise LimitError(
            f"map: {network.number_of_edges()} ties; expected at most {MOST_SHOWN:,}, which a browser can show; "
            "choose a part with --focus NAME, or use pcgraph export"
        )
    agent = _agent(snapshot, focus) if focus else None
    positions_file: tuple[Path, bytes | None] | None = snapshot.page_files.get(POSITIONS)
    if positions is not None:
        positions_file = Path(positions), None
    view = build_view(
        snapshot,
        network,
        relations,
        as_of=as_of,
        texts=texts,
        focus=agent,
        hops=hops,
        saved=read_positions(positions_file[0], positions_file[1], snapshot.names) if positions_file else None,
        sure={ranking.measure: _rank_intervals(ranking) for ranking in sure},
    )

    memory.release()

    def draw_svg() -> str:
        ends = {*view["ties"]["from"], *view["ties"]["to"]}
        near = network.subgraph({snapshot.names.expand(view["nodes"]["iri"][at]) for at in ends})
        if near.number_of_edges() > MOST_TIES:
            return ""
        part, note = largest(near, LARGEST)
        words, sides = snapshot.ontology.labels, snapshot.project.sides
        return Drawing(part, snapshot.entities, words=words, sides=sides, note=note).svg

    html = page.render(
        view, heading=view["title"], ask=ask(snapshot) if sparql else None, box=question_box.packed(snapshot, view)
    )
    return Map(html, view, partial(_engagements, snapshot), draw_svg)


def _engagements(snapshot: Snapshot, ids: Collection[str]) -> pl.DataFrame:
    """Return the engagements with one of these ids, or with a party that has one."""
    import polars as pl

    iris = [snapshot.names.expand(name) for name in ids]
    party = pl.col("party_ids").list.set_intersection(iris).list.len() > 0
    return snapshot.engagements.filter(pl.col("engagement").is_in(iris) | party)


def _rank_intervals(ranking: Uncertain) -> RankIntervals:
    ranked = ranking.table.filter(ranking.table["low"].is_not_null() & ranking.table["rank"].is_not_null())
    rows = ranked.select("agent", "low", "high", "p_top").iter_rows()
    return RankIntervals(ranking.top_k, {agent: (low, high, round(100 * p)) for agent, low, high, p in rows})


def _agent(snapshot: Snapshot, name: str) -> str:
    """Return the IRI of an agent that is a party to an engagement, by its id or name."""
    iri, agents = resolve(snapshot, name, "agent", "focus"), set(snapshot.tables.parties["agent"])
    if iri not in agents:
        near = nearest(namespaces.local(iri), map(namespaces.local, sorted(agents)))
        raise UsageError(f"focus {name!r}: in no engagement in scope; expected a party to an engagement; {near}")
    return iri

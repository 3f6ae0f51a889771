"""The map as a thing to hold: a page, a still picture of the same, and the data behind both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph import page
from pcgraph.belief.snapshot import Known
from pcgraph.errors import UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.model.entities import preferred_iri
from pcgraph.page import View
from pcgraph.page import positions as places
from pcgraph.page.agents import Sure
from pcgraph.page.builder import view_of
from pcgraph.query import explain
from pcgraph.store.files import replacing
from pcgraph.viz.network_picture import MOST_TIES, Drawing, mime

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.analysis.uncertainty import Uncertain

__all__ = ["Known", "Map", "draw"]
HOPS = (1, 2, 3)


@dataclass(frozen=True)
class Map:
    """A page. `html` is the whole file, `svg` a still picture, `view` its data; a notebook shows it in a frame."""

    html: str
    view: View
    draw: Callable[[], str] = str

    @cached_property
    def svg(self) -> str:
        """The still picture, drawn when it is asked for; empty where it would have too many ties."""
        return self.draw()

    def save(self, path: str | Path) -> Path:
        """Write the page, all or nothing."""
        with replacing(Path(path)) as temporary:
            temporary.write_text(self.html, encoding="utf-8")
        return Path(path)

    def save_positions(self, path: str | Path) -> Path:
        """Write where everything stands, for ``map(positions=path)``; see `pcgraph.page.positions.write`."""
        places.write(self.view, Path(path))
        return Path(path)

    def __repr__(self) -> str:
        """Say what it is, not the whole page."""
        return f"Map({len(self.html):,} characters)"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        del include, exclude
        return mime(self.html, self.svg)


def draw(
    known: Known,
    network: nx.MultiDiGraph,
    relations: Sequence[str] = (),
    *,
    as_of: date | None = None,
    texts: Path | None = None,
    focus: str | None = None,
    hops: int = 2,
    positions: str | Path | None = None,
    loaded: tuple[Path, bytes] | None = None,
    sure: Sequence[Uncertain] = (),
) -> Map:
    """Draw the map that `pcgraph.KnowledgeGraph.map` gives, where the other arguments are told.

    Parameters
    ----------
    loaded : (Path, bytes), optional
        The data folder's ``positions.csv`` and its content when it was loaded, which count unless `positions` is given.
    sure : sequence of Uncertain
        Rankings with intervals, one for each measure whose ranks the page is to call sure or not.

    Raises
    ------
    UsageError
        If `focus` takes part in nothing, or `hops` is out of range.
    InvalidInput
        If the file of places is damaged.
    """
    if hops not in HOPS:
        raise UsageError(f"hops {hops}: out of range; expected 1, 2 or 3; choose one")
    agent = _agent(known, focus) if focus else None
    placed = (Path(positions),) if positions is not None else loaded
    view = view_of(
        known,
        network,
        relations,
        as_of=as_of,
        claims=explain.claims(known.tables, known.model, known.things),
        texts=texts,
        focus=agent,
        hops=hops,
        kept=places.read(*placed) if placed else None,
        sure={ranking.measure: _sure(ranking) for ranking in sure},
    )

    def still() -> str:
        ends = {*view["ties"]["from"], *view["ties"]["to"]}
        near = network.subgraph({namespaces.expand(view["nodes"]["iri"][at]) for at in ends})
        many = near.number_of_edges() > MOST_TIES
        return "" if many else Drawing(near, known.things, words=known.model.labels).svg

    return Map(page.render(view, heading=view["title"]), view, still)


def _sure(ranking: Uncertain) -> Sure:
    drawn = ranking.table.filter(ranking.table["low"].is_not_null() & ranking.table["rank"].is_not_null())
    rows = drawn.select("agent", "low", "high", "p_top").iter_rows()
    return Sure(ranking.top_k, {agent: (low, high, round(100 * p)) for agent, low, high, p in rows})


def _agent(known: Known, name: str) -> str:
    """Give the IRI of an agent that takes part in something."""
    iri, agents = preferred_iri(known.store, namespaces.expand(name)), set(known.tables.parties["agent"])
    if iri not in agents:
        near = nearest(namespaces.local(iri), map(namespaces.local, sorted(agents)))
        raise UsageError(f"focus {name!r}: no agent in scope; expected the slug of one that takes part; {near}")
    return iri

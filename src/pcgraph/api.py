"""The face in Python: load a data folder, then ask, rank, draw. Methods only delegate."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph import dates, kept, query, store, sums, terms
from pcgraph.errors import InvalidInput
from pcgraph.paths import home, shown
from pcgraph.result import Result
from pcgraph.scope import Scope
from pcgraph.studies import Studies
from pcgraph.version import __version__

if TYPE_CHECKING:
    import polars as pl
    import rdflib

    from pcgraph.current import Tables
    from pcgraph.evidence import Told
    from pcgraph.model import Model
    from pcgraph.picture import Drawing
    from pcgraph.remote import RemoteGraph
    from pcgraph.sheet import Map
    from pcgraph.things import Thing
    from pcgraph.uncertainty import Uncertain
    from pcgraph.worlds import History

WHOLE = Scope()
SHOWN = ("degree", "betweenness", "pagerank")  # the measures of the page and the report


def load(
    data: str | Path | None = None,
    *,
    as_of: str | date | None = None,
    only: Iterable[str] = (),
    without: Iterable[str] = (),
    without_voice: Iterable[str] = (),
    build: str | Path | None = "build",
) -> KnowledgeGraph:
    """Load the knowledge graph.

    Parameters
    ----------
    data : path, optional
        A data folder, or a file of quads (``.nq``, ``.trig``, ``.gz``); default the shipped ``data``.
    as_of : ISO day or date, optional
        Leave out sources known only later.
    only, without, without_voice : iterables of slugs
        Restrict the sources; `without` leaves copies of a source in, `without_voice` takes them out too.
    build : path or None
        A folder of ``pcgraph build`` whose result is read instead of computed while its inputs are unchanged. From half
        a million quads on the store is kept there in any case, on disk; with None all is in memory.

    Raises
    ------
    InvalidInput
        If a file is unreadable; nothing is loaded then.
    UsageError
        If a source is unknown or no source is in scope.

    >>> kg = load()
    >>> kg.query("who-signed-with", party="huawei").columns[0]
    'partner'
    """
    folder, ontology = Path(data) if data else home("data"), home("ontology")
    day = dates.day(as_of, "as_of") if isinstance(as_of, str) else as_of
    scope = Scope(day, *(tuple(names) for names in (only, without, without_voice)))
    if not scope.whole or build is None:  # a retraction may depend on the day, so only the whole scope is kept
        return compute(read(folder, ontology), scope)
    return _kept(Path(build), (folder, ontology))


def _kept(build: Path, places: tuple[Path, Path]) -> KnowledgeGraph:
    """Take what a build folder keeps of these inputs, or compute it; a large graph is kept there at once."""
    content = sums.Remembered(build / kept.STORE / kept.SEEN).of
    made = key(*places, content)
    found = kept.read(build, made)
    if found is not None and kept.GRAPH in found.files:
        kg = opened(found, places[0])
    else:
        from pcgraph import large

        if (big := large.found(build, made)) is None:
            inputs = read(*places)
            unchanged(made, *places, content)
            if large.is_large(inputs):
                with kept.alone(build):
                    big = large.make(build, made, inputs)
        if big is None:
            kg = compute(inputs)
        else:
            placed = _placed(places[0], big.positions)
            kg = KnowledgeGraph(big.store, WHOLE, big.left_out, lambda: big.tables, big.columns, placed)
    kg._made = made
    if found is not None:
        kg._page = found.page
    return kg


def opened(found: kept.Kept, data: Path = Path()) -> KnowledgeGraph:
    """Make the graph of what a build keeps; what happens to the build or to the data later does not change it."""
    files, graphs = found.files, ox.Store()
    graphs.bulk_load(files.pop(kept.GRAPH), format=ox.RdfFormat.TRIG)
    left_out = tuple((slug, reason) for slug, reason in found.facts["left out"])

    def frame(name: str) -> pl.DataFrame:
        import polars as pl

        return pl.read_parquet(io.BytesIO(files[name]))

    def tables() -> Tables:
        from pcgraph.current import Tables

        return Tables(**{name: frame(f"{kept.TABLES}/{name}.parquet") for name in Tables.names()})

    placed = _placed(data, files.get(kept.POSITIONS))
    return KnowledgeGraph(graphs, WHOLE, left_out, tables, lambda: frame(kept.INPUTS), placed)


def _placed(data: Path, positions: bytes | None) -> tuple[Path, bytes] | None:
    return None if positions is None else (data / store.POSITIONS, positions)


def connect(url: str, *, timeout: float = 60.0, max_bytes: int = 200_000_000) -> RemoteGraph:
    """Ask a SPARQL server that holds the graphs of a build; see `pcgraph.remote.connect`.

    User and password stand in the URL, or else in the environment variables PCGRAPH_USER and PCGRAPH_PASSWORD.

    Parameters
    ----------
    timeout : float
        Seconds for the whole answer to one request.
    max_bytes : int
        The longest answer that is taken.

    Raises
    ------
    EndpointError, LimitError
        If it does not answer, answers something else, or too much.
    """
    from pcgraph import remote

    return remote.connect(url, timeout=timeout, max_bytes=max_bytes)


def key(data: Path, ontology: Path, content: Callable[[Path], str | None] = sums.of) -> str:
    """Give the key under which a build is kept: the program's version and every byte that the graph depends on."""
    return hashlib.sha256(f"{__version__}\n{store.digest(data, ontology, content)}".encode()).hexdigest()


def read(data: Path, ontology: Path) -> store.Inputs:
    """Read a data folder or a file of quads."""
    from pcgraph import engine

    return engine.read(data, ontology)


def unchanged(made: str, data: Path, ontology: Path, content: Callable[[Path], str | None] = sums.of) -> None:
    """Check after reading that the files still have the key that was computed before.

    Raises
    ------
    InvalidInput
        If one was changed meanwhile, so that the key may not be that of what was read.
    """
    if key(data, ontology, content) != made:
        raise InvalidInput(f"{shown(data)}: changed while it was read; expected it to stay as it is; try again")


def compute(inputs: store.Inputs, scope: Scope = WHOLE, store: ox.Store | None = None) -> KnowledgeGraph:
    """Believe what is said in scope; unless its `store` is given, the engine is filled when it is first asked."""
    from pcgraph import engine, evidence

    world, found = engine.believe(*engine.select(inputs, scope))
    told = evidence.told(inputs, world.model, scope, found)
    filled = (lambda: engine.fill(ox.Store(), world)) if store is None else store
    placed = _placed(inputs.data, inputs.positions)
    kg = KnowledgeGraph(filled, scope, world.selection.left_out, positions=placed)
    kg.__dict__.update(tables=world.tables, model=world.model, told=told)  # cached_property reads them from here
    return kg


class KnowledgeGraph(Studies):
    """What is believed in a scope, with everything that was said in it.

    Attributes
    ----------
    scope : Scope
    left_out : tuple of (slug, reason)
        Sources that the scope leaves out.
    """

    _made: str | None = None  # the key of the inputs that a kept store was made from
    _page: Callable[[], str | None] = staticmethod(lambda: None)  # what a build keeps of it

    def __init__(
        self,
        store: ox.Store | Callable[[], ox.Store],
        scope: Scope,
        left_out: tuple[tuple[str, str], ...],
        tables: Callable[[], Tables] | None = None,
        columns: Callable[[], pl.DataFrame] | None = None,
        positions: tuple[Path, bytes] | None = None,
    ) -> None:
        self._store, self.scope, self.left_out = store, scope, left_out
        self._tables, self._columns, self._positions = tables, columns, positions

    @cached_property
    def store(self) -> ox.Store:
        """The engine: the graphs in scope and ``current``. Not to be written to."""
        return self._store() if callable(self._store) else self._store

    @cached_property
    def model(self) -> Model:
        """The ontology's declarations."""
        from pcgraph import engine

        return engine.declared_in(self.store)

    @cached_property
    def tables(self) -> Tables:
        """Frames: statements, engagements, parties, steps, relations; ``kg.tables["relations"]``."""
        if self._tables is None:
            raise AttributeError("tables")
        return self._tables()

    @cached_property
    def told(self) -> Told:
        """All that was ever told in this scope; for a graph from a build computed from the quads that it keeps."""
        from pcgraph.dump import Dump

        if self._columns is None:
            raise AttributeError("told")
        return compute(Dump(Path(), Path(), (), self._columns()), self.scope).told

    @cached_property
    def history(self) -> History:
        """When each tie and each status is believed, by the day of knowledge; see `pcgraph.worlds.history`."""
        from pcgraph import worlds

        return worlds.history(self.told.evidence, self.model, self.told.retracted)

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Names, kinds and countries of everything, by IRI."""
        from pcgraph.things import things

        return things(self.store, self.model)

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """An rdflib Dataset over the same store; it takes no updates."""
        from pcgraph.rdf import dataset

        return dataset(self.store)

    @cached_property
    def current(self) -> rdflib.Graph:
        """What is believed, as an rdflib Graph over the same store; it takes no updates."""
        import rdflib

        return self.dataset.graph(rdflib.URIRef(terms.CURRENT))

    def query(self, question: str, /, **parameters: object) -> Result:
        """Ask a question of the catalogue by name, or in SPARQL (a text that holds white space).

        Raises
        ------
        UsageError, InvalidInput
            See `pcgraph.query.run`.
        """
        return query.run(self.store, query.meant(question), parameters)

    @cached_property
    def page(self) -> str:
        """The page of the whole graph without quotes: as a build has kept it, or else drawn now, as by `map`."""
        return self.kept_page or self.map().html

    @cached_property
    def kept_page(self) -> str | None:
        """The page of the build that the graph was read from, if it is still there at the first look."""
        return self._page()

    def map(
        self,
        relations: Iterable[str] | str = (),
        *,
        texts: Path | None = None,
        focus: str | None = None,
        hops: int = 2,
        positions: str | Path | None = None,
        sure: Sequence[Uncertain] = (),
    ) -> Map:
        """Draw the network as one HTML page; shows itself in a notebook.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations; default all between agents.
        texts : Path, optional
            Folder of source texts; only then does the page hold quotes.
        focus : str, optional
            Slug of an agent: the page opens on it and holds only what is within `hops` of it.
        hops : int
            1 to 3 ties.
        positions : path, optional
            A CSV file of places (view, iri, x, y) that are kept; default ``positions.csv`` of the data folder, if any.
        sure : sequence of Uncertain
            From `ranks`: the dossiers then say how sure each rank is.

        Raises
        ------
        UsageError
            If a relation or `focus` is unknown (the nearest one is given), or `hops` out of range.
        InvalidInput
            If `positions` is damaged.

        >>> load(build=None).map(focus="huawei", hops=1).html[:15]
        '<!DOCTYPE html>'
        """
        from pcgraph import sheet

        known = sheet.Known(self.store, self.tables, self.things, self.model, self.told, self.history)
        names = (relations,) if isinstance(relations, str) else tuple(relations)
        return sheet.draw(
            known,
            self.network(names),
            names,
            as_of=self.scope.as_of,
            texts=texts,
            focus=focus,
            hops=hops,
            positions=positions,
            loaded=self._positions,
            sure=sure,
        )

    def draw(
        self,
        relations: Iterable[str] | str = (),
        *,
        measure: str | None = None,
        width: int = 960,
        height: int = 600,
        **network: Any,
    ) -> Drawing:
        """Draw a network as a static picture (SVG); shows itself in a notebook. Further arguments as for `network`."""
        from pcgraph.picture import Drawing

        drawn, words = self.network(relations, **network), self.model.labels
        return Drawing(drawn, self.things, measure=measure, width=width, height=height, words=words)

    def claims(self) -> list[dict[str, Any]]:
        """List events whose source counts agreements; see `pcgraph.dossier.claims`."""
        from pcgraph import dossier

        return dossier.claims(self.tables, self.model, self.things)

    def why(self, one: str, relation: str, other: str, texts: Path | None = None) -> dict[str, Any]:
        """Give the evidence behind a tie; see `pcgraph.dossier.why`."""
        from pcgraph import dossier

        return dossier.why(self.store, self.tables, self.model, one, relation, other, texts)

    def show(self, thing: str, texts: Path | None = None) -> dict[str, Any]:
        """Give the dossier of a thing; see `pcgraph.dossier.show`."""
        from pcgraph import dossier

        return dossier.show(self.store, self.tables, self.things, thing, texts)

    def diff(self, after: KnowledgeGraph, questions: Iterable[str] = ()) -> pl.DataFrame:
        """Say what came, went or changed from here to `after`, and by which sources; see `pcgraph.diff.diff`.

        `questions` are names of the catalogue without parameters, whose answers are compared too.

        >>> load().diff(load(), ["what-was-signed"]).is_empty()
        True
        """
        import polars as pl

        from pcgraph import diff

        asked = {name: (self.query(name), after.query(name)) for name in questions}
        return pl.concat([diff.diff(self.tables, after.tables, after.model), diff.answers(asked)])

    def __repr__(self) -> str:
        """Say what is in it."""
        counts = {name: self.tables[name].height for name in ("engagements", "parties", "relations")}
        known = ", ".join(f"{number} {name}" for name, number in counts.items())
        return f"KnowledgeGraph({known}{f'; {len(self.left_out)} sources left out' if self.left_out else ''})"

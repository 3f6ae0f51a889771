"""The Python interface: load a knowledge graph, query it, rank its agents, draw it. Its methods only delegate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.belief import loading
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import dates, namespaces
from pcgraph.model.scope import Scope
from pcgraph.query import catalogue
from pcgraph.query.result import Result
from pcgraph.store.files import home

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl
    import rdflib

    from pcgraph.analysis.annotated_table import Study
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.analysis.comparison import Comparison
    from pcgraph.analysis.survival import Waits
    from pcgraph.analysis.uncertainty import Uncertain
    from pcgraph.page.map import Map
    from pcgraph.viz.network_picture import Drawing

Day = str | date | None
Relations = Iterable[str] | str


def load(
    data: str | Path | None = None, *, as_of: str | date | None = None, only: Iterable[str] = (),
    without: Iterable[str] = (), without_voice: Iterable[str] = (), build: str | Path | None = "build",
) -> KnowledgeGraph:  # fmt: skip
    """Load the knowledge graph.

    Parameters
    ----------
    data : path, optional
        A data folder, or a file of quads (``.nq``, ``.trig``, ``.gz``). The default is the ``data`` of the package.
    as_of : ISO day or date, optional
        Ignore sources that became known after this day.
    only, without, without_voice : iterables of slugs
        Restrict the sources. `without` ignores a source and keeps its copies; `without_voice` ignores both.
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
    scope = Scope(_day(as_of, "as_of"), *(tuple(names) for names in (only, without, without_voice)))
    folder, built = Path(data) if data else home("data"), None if build is None else Path(build)
    return KnowledgeGraph(loading.load(folder, home("ontology"), scope, built))


class KnowledgeGraph(Snapshot):
    """What is believed in a scope, together with all the evidence for it: a `Snapshot` with methods for users.

    Each method raises `UsageError` if a name is unknown; the message suggests the nearest one.

    >>> load().engagements.columns[:2]
    ['engagement', 'label']
    """

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(*(getattr(snapshot, field.name) for field in fields(Snapshot)))

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """A read-only rdflib Dataset over the same store."""
        from pcgraph.query.rdflib_adapter import dataset

        return dataset(self.store)

    @cached_property
    def current(self) -> rdflib.Graph:
        """What is believed, as a read-only rdflib Graph over the same store."""
        import rdflib

        return self.dataset.graph(rdflib.URIRef(namespaces.CURRENT))

    @cached_property
    def page(self) -> str:
        """The page of the whole graph without quotes: read from the build, or drawn by `map`."""
        return self.built_page or self.map().html

    def query(self, question: str, /, **parameters: object) -> Result:
        """Run a named question, or a SPARQL query (a text with white space); see `pcgraph.query.catalogue.run`.

        >>> load().query("SELECT ?company { ?company a pcg:Company } LIMIT 1").columns
        ['company']
        """
        return catalogue.run(self.store, catalogue.resolve(question), parameters)

    def claims(self) -> list[dict[str, Any]]:
        """Return the events for which a source states how many agreements there were; see `explain.claims`.

        >>> list(load().claims()[0])
        ['event', 'label', 'claimed', 'identified']
        """
        from pcgraph.query import explain

        return explain.claims(self)

    def why(self, one: str, relation: str, other: str, texts: Path | None = None) -> dict[str, Any]:
        """Return the evidence for a tie; see `pcgraph.query.explain.why`.

        >>> list(load().why("huawei", "signsWith", "ntc"))
        ['relation', 'from', 'to', 'rule', 'ties', 'kept_out', 'nearly']
        """
        from pcgraph.query import explain

        return explain.why(self, one, relation, other, texts)

    def show(self, thing: str, texts: Path | None = None) -> dict[str, Any]:
        """Return the dossier of an entity; see `pcgraph.query.dossier.dossier`.

        >>> load().show("huawei")["label"]
        'Huawei'
        """
        from pcgraph.query import dossier

        return dossier.show(self, thing, texts)

    def diff(self, after: KnowledgeGraph, questions: Iterable[str] = ()) -> pl.DataFrame:
        """Return what differs in `after`, and which sources caused it; see `pcgraph.query.diff.diff`.

        The answers to `questions`, names of the catalogue without parameters, are compared too.

        >>> load().diff(load(), ["what-was-signed"]).is_empty()
        True
        """
        from pcgraph.query import diff

        asked = {name: (self.query(name), after.query(name)) for name in questions}
        return diff.diff(self, after).vstack(diff.answers(asked))

    def network(self, relations: Relations = (), **options: Any) -> nx.Graph:
        """Return a network of agents or engagements.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations. The default is all between agents.
        **options
            The projection (relations, partners, bipartite or engagements), its weight, and filters such as status,
            country and since; see `pcgraph.analysis.network.NetworkSpec`.

        >>> load(only=["spin-b2b-2025"]).network(projection="partners", status="entered").number_of_edges()
        3
        """
        from pcgraph.analysis.network import draw, make_spec

        return draw(self, make_spec(relations, **options))

    def map(
        self, relations: Relations = (), *, texts: Path | None = None, focus: str | None = None, hops: int = 2,
        positions: str | Path | None = None, sure: Sequence[Uncertain] = (),
    ) -> Map:  # fmt: skip
        """Draw the network as one HTML page, which a notebook displays.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations. The default is all between agents.
        texts : Path, optional
            The folder of source texts. Without it, the page has no quotes.
        focus, hops : str and int, optional
            Slug of an agent. The page opens on it and contains only what is within `hops` ties (1 to 3) of it.
        positions : path, optional
            A CSV file of fixed positions (view, iri, x, y). The default is ``positions.csv`` of the data folder.
        sure : sequence of Uncertain
            Rankings from `ranks`. The dossiers then show the interval of each rank.

        Raises
        ------
        UsageError
            If a relation or `focus` is unknown (the message names the nearest one), or `hops` is out of range.
        InvalidInput
            If `positions` is damaged.

        >>> load(build=None).map(focus="huawei", hops=1).html[:15]
        '<!DOCTYPE html>'
        """
        from pcgraph.page import map as page_map

        names = (relations,) if isinstance(relations, str) else tuple(relations)
        options: dict[str, Any] = {"texts": texts, "focus": focus, "hops": hops, "positions": positions, "sure": sure}
        options |= {"as_of": self.scope.as_of, "loaded": self.loaded_positions}
        return page_map.draw(self, self.network(names), names, **options)

    def draw(
        self, relations: Relations = (), *, measure: str | None = None, width: int = 960, height: int = 600,
        **network: Any
    ) -> Drawing:  # fmt: skip
        """Draw a network as a static picture (SVG), which a notebook displays.

        `measure` determines the sizes of the nodes. Further arguments are those of `network`.

        >>> load().draw("signsWith", measure="degree").svg[:4]
        '<svg'
        """
        from pcgraph.analysis.centrality import rank
        from pcgraph.viz.network_picture import Drawing

        drawn, words = self.network(relations, **network), self.ontology.labels
        sizes = dict(rank(drawn, measure).table.select("agent", "value").iter_rows()) if measure else None
        return Drawing(drawn, self.entities, sizes=sizes, width=width, height=height, words=words)

    def rank(
        self, measure: str, relations: Relations = (), *, exact: bool = False, uncertainty: int | None = None,
        seed: int = 1, top_k: int = 5, progress: Callable[[int, int], object] | None = None, **network: Any
    ) -> Ranking:  # fmt: skip
        """Rank the agents by a measure; see `pcgraph.analysis.centrality.rank`.

        `uncertainty` is a number of draws (resamples); 1000 are enough for a paper. Each rank then has an interval,
        and the result is a `pcgraph.analysis.uncertainty.Uncertain`; see `pcgraph.analysis.uncertainty.rank` for
        `seed`, `top_k` and `progress`. Further arguments are those of `network`.

        >>> ranking = load().rank("betweenness", uncertainty=20)
        >>> ranking.top(1)[0][1], ranking.table.columns[4:7]
        ('https://w3id.org/pcgraph/id/huawei', ['low', 'high', 'p_top'])
        """
        from pcgraph.analysis import centrality
        from pcgraph.analysis.network import make_spec

        if uncertainty is not None:
            options = {"seed": seed, "top_k": top_k, "progress": progress, **network}
            return self.ranks([measure], relations, uncertainty=uncertainty, **options)[0]
        net = centrality.read_network(self, make_spec(relations, **network))
        return centrality.rank(net, measure, exact=exact)

    def ranks(
        self, measures: Iterable[str], relations: Relations = (), *, uncertainty: int = 1000, seed: int = 1,
        top_k: int = 5, progress: Callable[[int, int], object] | None = None, **network: Any
    ) -> list[Uncertain]:  # fmt: skip
        """Rank by several measures over the same draws; see `pcgraph.analysis.uncertainty.rank`.

        >>> [ranking.measure for ranking in load().ranks(["degree", "pagerank"], uncertainty=20)]
        ['degree', 'pagerank']
        """
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import rank

        spec, names = make_spec(relations, **network), tuple(measures)
        return rank(self, spec, names, uncertainty, seed=seed, top_k=top_k, progress=progress)

    def sensitivity(self, measure: str, relations: Relations = (), *, top: int = 5, **network: Any) -> pl.DataFrame:
        """Return which single source, fact or verdict, if left out, changes the first `top` agents.

        See `pcgraph.analysis.uncertainty.sensitivity`. Further arguments are those of `network`.

        >>> load(only=["spin-b2b-2025"]).sensitivity("degree", top=1)["kind"].unique().sort().to_list()[0]
        'engagement'
        """
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import sensitivity

        return sensitivity(self, make_spec(relations, **network), measure, top)

    def measures(
        self, relations: Relations = (), *, names: Iterable[str] | None = None, exact: bool = False, **network: Any
    ) -> pl.DataFrame:
        """Return many measures side by side, one column each; see `pcgraph.analysis.centrality.compute_measures`.

        >>> load().measures(names=["degree", "kcore"]).columns
        ['agent', 'label', 'degree', 'kcore', 'note']
        """
        from pcgraph.analysis import centrality
        from pcgraph.analysis.network import make_spec

        net = centrality.read_network(self, make_spec(relations, **network))
        return centrality.compute_measures(net, names, exact=exact)

    def compare(
        self, measure: str, projections: Iterable[str | Mapping[str, Any]] = ("relations", "partners", "bipartite"),
        **network: Any,
    ) -> Comparison:  # fmt: skip
        """Compare one measure on several networks, with Kendall's τ-b; see `pcgraph.analysis.comparison.compare`.

        Each of `projections` is the name of a projection, or arguments of `network`, such as
        ``{"projection": "partners", "status": "entered"}``. Further arguments of `network` apply to all.

        >>> load().compare("degree", ["partners", {"projection": "partners", "status": "entered"}]).matrix.shape
        (2, 3)
        """
        from pcgraph.analysis import comparison

        return comparison.compare_projections(self, measure, projections, **network)

    def unseen(self, *, by: str = "country", since: Day = None, until: Day = None) -> Study:
        """Estimate how many engagements no source reports; see `pcgraph.analysis.capture_recapture.unseen`.

        >>> load().unseen(since="2024-01-01", until="2025-12-31").table["method"][0]
        'Chao1'
        """
        from pcgraph.analysis import capture_recapture

        first, last = _day(since, "since"), _day(until, "until")
        return capture_recapture.unseen(self, by=by, since=first, until=last)

    def over_time(
        self, measure: str, relations: Relations = (), *, every: str = "year", clock: str = "known",
        so_far: bool = True, since: Day = None, until: Day = None, **network: Any
    ) -> Study:  # fmt: skip
        """Rank the agents in each year or quarter; see `pcgraph.analysis.evolution.over_time`.

        >>> load().over_time("degree", since="2024-01-01", until="2025-12-31").table["period"].n_unique()
        2
        """
        from pcgraph.analysis import evolution
        from pcgraph.analysis.network import make_spec

        first, last = _day(since, "since"), _day(until, "until") or self.scope.as_of
        options: dict[str, Any] = {"every": every, "clock": clock, "so_far": so_far, "since": first, "until": last}
        return evolution.over_time(self, make_spec(relations, **network), measure, **options)

    def times(self, kinds: Iterable[str] | None = None, *, inferred: bool = False) -> Waits:
        """Measure the time from signing to each later step; see `pcgraph.analysis.survival.from_memorandum`.

        >>> load().times().table["to"].unique(maintain_order=True).to_list()
        ['under-way', 'operational', 'completed']
        """
        from pcgraph.analysis import survival

        chosen = survival.MEMORANDA if kinds is None else tuple(kinds)
        return survival.from_memorandum(self, kinds=chosen, inferred=inferred)

    def dormancy(self, *, inferred: bool = False) -> Waits:
        """Measure the years since each engagement's last step; see `pcgraph.analysis.survival.dormancy`.

        >>> load().dormancy().table.columns[:5]
        ['engagement', 'label', 'first', 'last', 'steps']
        """
        from pcgraph.analysis import survival

        return survival.dormancy(self, inferred=inferred)

    def brokerage(self, relations: Relations = (), *, by: str = "country", **network: Any) -> Study:
        """Count how often each agent brokers, in five roles; see `pcgraph.analysis.groups.brokerage`.

        >>> load().brokerage().table.columns[3:8]
        ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison']
        """
        from pcgraph.analysis import groups

        return groups.brokerage(self.network(relations, **network), by)

    def mixing(self, relations: Relations = (), *, by: str = "country", **network: Any) -> Study:
        """Count ties within and between groups, and their assortativity; see `pcgraph.analysis.groups.mixing`.

        >>> load().mixing().table.columns
        ['one', 'other', 'ties', 'expected']
        """
        from pcgraph.analysis import groups

        return groups.mixing(self.network(relations, **network), by)

    def communities(
        self, relations: Relations = (), *, seeds: int = 20, uncertainty: int | None = None,
        resamples: Iterable[nx.Graph] = (), **network: Any
    ) -> Study:  # fmt: skip
        """Find communities and measure how stable they are; see `pcgraph.analysis.groups.communities`.

        With `uncertainty`, the network is drawn again that many times, as by `rank`, in addition to `resamples`.

        >>> load().communities(uncertainty=5, seeds=2).notes[2]
        'firm_resampled: over 5 resamples'
        """
        from pcgraph.analysis import groups
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import networks

        drawn = [*resamples]
        if uncertainty is not None:
            drawn += networks(self, make_spec(relations, **network), uncertainty)
        return groups.communities(self.network(relations, **network), seeds=seeds, resamples=drawn)

    def __repr__(self) -> str:
        """Return a summary of the content."""
        known = ", ".join(f"{self.tables[name].height} {name}" for name in ("engagements", "parties", "relations"))
        return f"KnowledgeGraph({known}{f'; {len(self.left_out)} sources left out' if self.left_out else ''})"


def _day(text: Day, option: str) -> date | None:
    return dates.day(text, option) if isinstance(text, str) else text

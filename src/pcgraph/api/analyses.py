"""The methods of a knowledge graph that measure: networks, rankings, comparisons over time and between groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import dates

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.annotated_table import Study
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.analysis.comparison import Comparison
    from pcgraph.analysis.survival import Waits
    from pcgraph.analysis.uncertainty import Uncertain

Day = str | date | None
Relations = Iterable[str] | str


class Analyses(Snapshot):
    """A snapshot with the methods that measure it. `pcgraph.KnowledgeGraph` inherits them."""

    def network(
        self, relations: Relations = (), *, simple: bool = False, ids: str = "iri", **options: Any
    ) -> nx.Graph:  # fmt: skip
        """Return a network of agents or engagements for networkx.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations. The default is all between agents.
        simple : bool
            Return an undirected Graph with one edge for two nodes and the attribute weight. Use it for paths, and for
            networkx's measures, which then give the values of `rank`; the list of measures names the calls.
        ids : {"iri", "slug", "label"}
            What names the nodes. A label that two nodes share is followed by the slug in brackets.
        **options
            The projection (relations, partners, bipartite or engagements), its weight, and filters such as status,
            country and since; see `pcgraph.analysis.network.NetworkSpec`.

        Returns
        -------
        networkx.MultiDiGraph or networkx.Graph
            A MultiDiGraph for the projection relations, a Graph for others and with `simple`. A symmetric relation has
            an arc in both directions, so there are more edges than ties: ``graph["ties"]`` of the network counts
            each tie once. Attributes are text, numbers and booleans, as networkx's writers need; a list is joined with
            "; ".

        Raises
        ------
        UsageError
            If a name or an option is unknown. The message suggests the nearest one.

        >>> import networkx as nx, pcgraph
        >>> kg = pcgraph.load(only=["spin-b2b-2025"])
        >>> kg.network(projection="partners", status="entered").number_of_edges()
        3
        >>> nx.shortest_path(kg.network(ids="slug"), "ntc", "huawei")
        ['ntc', 'huawei']
        """
        from pcgraph.analysis.network import export_network

        return export_network(self._draw(relations, options), simple=simple, ids=ids)

    def _draw(self, relations: Relations, options: Mapping[str, Any]) -> nx.Graph:
        """Return the network for the package's own functions: each tie once, lists of sources."""
        from pcgraph.analysis.network import draw, spec_for

        return draw(self, spec_for(self, relations, **options))

    def rank(
        self, measure: str, relations: Relations = (), *, exact: bool = False, uncertainty: int | None = None,
        seed: int = 1, top_k: int = 5, progress: Callable[[int, int], object] | None = None, **network: Any
    ) -> Ranking:  # fmt: skip
        """Rank the agents by a measure; see `pcgraph.analysis.centrality.rank`.

        `uncertainty` is a number of draws (resamples); 1000 are enough for a paper. Each rank then has an interval,
        and the result is a `pcgraph.analysis.uncertainty.Uncertain`; see `pcgraph.analysis.uncertainty.rank` for
        `seed`, `top_k` and `progress`. Further arguments are those of `network`.

        >>> import pcgraph
        >>> ranking = pcgraph.load().rank("betweenness", uncertainty=20)
        >>> ranking.top(1)[0][1], ranking.table.columns[4:7]
        ('https://w3id.org/pcgraph/id/huawei', ['low', 'high', 'p_top'])
        """
        from pcgraph.analysis import centrality
        from pcgraph.analysis.network import spec_for

        if uncertainty is not None:
            options = {"seed": seed, "top_k": top_k, "progress": progress, **network}
            return self.ranks([measure], relations, uncertainty=uncertainty, **options)[0]
        net = centrality.read_network(self, spec_for(self, relations, **network))
        return centrality.rank(net, measure, exact=exact)

    def ranks(
        self, measures: Iterable[str], relations: Relations = (), *, uncertainty: int = 1000, seed: int = 1,
        top_k: int = 5, progress: Callable[[int, int], object] | None = None, **network: Any
    ) -> list[Uncertain]:  # fmt: skip
        """Rank by several measures over the same draws; see `pcgraph.analysis.uncertainty.rank`.

        >>> import pcgraph
        >>> [ranking.measure for ranking in pcgraph.load().ranks(["degree", "pagerank"], uncertainty=20)]
        ['degree', 'pagerank']
        """
        from pcgraph.analysis.network import spec_for
        from pcgraph.analysis.uncertainty import rank

        spec, names = spec_for(self, relations, **network), tuple(measures)
        return rank(self, spec, names, uncertainty, seed=seed, top_k=top_k, progress=progress)

    def sensitivity(self, measure: str, relations: Relations = (), *, top: int = 5, **network: Any) -> pl.DataFrame:
        """Return which single source, fact or verdict, if left out, changes the first `top` agents.

        See `pcgraph.analysis.uncertainty.sensitivity`. Further arguments are those of `network`.

        >>> import pcgraph
        >>> pcgraph.load(only=["spin-b2b-2025"]).sensitivity("degree", top=1)["kind"].unique().sort().to_list()[0]
        'engagement'
        """
        from pcgraph.analysis.network import spec_for
        from pcgraph.analysis.uncertainty import sensitivity

        return sensitivity(self, spec_for(self, relations, **network), measure, top)

    def measures(
        self, relations: Relations = (), *, names: Iterable[str] | None = None, exact: bool = False, **network: Any
    ) -> pl.DataFrame:
        """Return many measures side by side, one column each; see `pcgraph.analysis.centrality.compute_measures`.

        >>> import pcgraph
        >>> pcgraph.load().measures(names=["degree", "kcore"]).columns
        ['agent', 'label', 'degree', 'kcore', 'note']
        """
        from pcgraph.analysis import centrality
        from pcgraph.analysis.network import spec_for

        net = centrality.read_network(self, spec_for(self, relations, **network))
        return centrality.compute_measures(net, names, exact=exact)

    def compare(
        self, measure: str, projections: Iterable[str | Mapping[str, Any]] = ("relations", "partners", "bipartite"),
        **network: Any,
    ) -> Comparison:  # fmt: skip
        """Compare one measure on several networks, with Kendall's τ-b; see `pcgraph.analysis.comparison.compare`.

        Each of `projections` is the name of a projection, or arguments of `network`, such as
        ``{"projection": "partners", "status": "entered"}``. Further arguments of `network` apply to all.

        >>> import pcgraph
        >>> pcgraph.load().compare("degree", ["partners", {"projection": "partners", "status": "entered"}]).matrix.shape
        (2, 3)
        """
        from pcgraph.analysis import comparison

        return comparison.compare_projections(self, measure, projections, **network)

    def unseen(self, *, by: str = "country", since: Day = None, until: Day = None) -> Study:
        """Estimate how many engagements no source reports; see `pcgraph.analysis.capture_recapture.unseen`.

        >>> import pcgraph
        >>> pcgraph.load().unseen(since="2024-01-01", until="2025-12-31").table["method"][0]
        'Chao1'
        """
        from pcgraph.analysis import capture_recapture

        first, last = as_day(since, "since"), as_day(until, "until")
        return capture_recapture.unseen(self, by=by, since=first, until=last)

    def over_time(
        self, measure: str, relations: Relations = (), *, every: str = "year", clock: str = "known",
        so_far: bool = True, since: Day = None, until: Day = None, **network: Any
    ) -> Study:  # fmt: skip
        """Rank the agents in each year or quarter; see `pcgraph.analysis.evolution.over_time`.

        >>> import pcgraph
        >>> pcgraph.load().over_time("degree", since="2024-01-01", until="2025-12-31").table["period"].n_unique()
        2
        """
        from pcgraph.analysis import evolution
        from pcgraph.analysis.network import spec_for

        first, last = as_day(since, "since"), as_day(until, "until") or self.scope.as_of
        options: dict[str, Any] = {"every": every, "clock": clock, "so_far": so_far, "since": first, "until": last}
        return evolution.over_time(self, spec_for(self, relations, **network), measure, **options)

    def times(self, kinds: Iterable[str] | None = None, *, inferred: bool = False) -> Waits:
        """Measure the time from signing to each later step; see `pcgraph.analysis.survival.from_memorandum`.

        >>> import pcgraph
        >>> pcgraph.load().times().table["to"].unique(maintain_order=True).to_list()
        ['under-way', 'operational', 'completed']
        """
        from pcgraph.analysis import survival

        chosen = survival.MEMORANDA if kinds is None else tuple(kinds)
        return survival.from_memorandum(self, kinds=chosen, inferred=inferred)

    def dormancy(self, *, inferred: bool = False) -> Waits:
        """Measure the years since each engagement's last step; see `pcgraph.analysis.survival.dormancy`.

        >>> import pcgraph
        >>> pcgraph.load().dormancy().table.columns[:5]
        ['engagement', 'label', 'first', 'last', 'steps']
        """
        from pcgraph.analysis import survival

        return survival.dormancy(self, inferred=inferred)

    def brokerage(self, relations: Relations = (), *, by: str = "country", **network: Any) -> Study:
        """Count how often each agent brokers, in five roles; see `pcgraph.analysis.groups.brokerage`.

        >>> import pcgraph
        >>> pcgraph.load().brokerage().table.columns[3:8]
        ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison']
        """
        from pcgraph.analysis import groups

        return groups.brokerage(self._draw(relations, network), by)

    def mixing(self, relations: Relations = (), *, by: str = "country", **network: Any) -> Study:
        """Count ties within and between groups, and their assortativity; see `pcgraph.analysis.groups.mixing`.

        >>> import pcgraph
        >>> pcgraph.load().mixing().table.columns
        ['one', 'other', 'ties', 'expected']
        """
        from pcgraph.analysis import groups

        return groups.mixing(self._draw(relations, network), by)

    def communities(
        self, relations: Relations = (), *, seeds: int = 20, uncertainty: int | None = None,
        resamples: Iterable[nx.Graph] = (), **network: Any
    ) -> Study:  # fmt: skip
        """Find communities and measure how stable they are; see `pcgraph.analysis.groups.communities`.

        With `uncertainty`, the network is drawn again that many times, as by `rank`, in addition to `resamples`.

        >>> import pcgraph
        >>> pcgraph.load().communities(uncertainty=5, seeds=2).notes[2]
        'firm_resampled: over 5 resamples'
        """
        from pcgraph.analysis import groups
        from pcgraph.analysis.network import spec_for
        from pcgraph.analysis.uncertainty import networks

        drawn = [*resamples]
        if uncertainty is not None:
            drawn += networks(self, spec_for(self, relations, **network), uncertainty)
        return groups.communities(self._draw(relations, network), seeds=seeds, resamples=drawn)


def as_day(text: Day, option: str) -> date | None:
    """Return a day that may be given as ISO text; raise `UsageError` if it is none."""
    return dates.day(text, option) if isinstance(text, str) else text

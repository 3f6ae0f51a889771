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

Day = dates.Day | None
Relations = Iterable[str] | str


class Analyses(Snapshot):
    """A snapshot with the methods that measure it. `pcgraph.KnowledgeGraph` inherits them."""

    def network(self, relations: Relations = (), **options: Any) -> nx.Graph:
        """Return a network of agents or engagements.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations. The default is all between agents.
        **options
            The projection (relations, partners, bipartite or engagements), its weight, and filters such as status,
            country and since; see `pcgraph.analysis.network.NetworkSpec`.

        >>> import pcgraph
        >>> pcgraph.load(only=["spin-b2b-2025"]).network(projection="partners", status="entered").number_of_edges()
        3
        """
        from pcgraph.analysis.network import draw, make_spec

        return draw(self, make_spec(relations, **options))

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

        >>> import pcgraph
        >>> [ranking.measure for ranking in pcgraph.load().ranks(["degree", "pagerank"], uncertainty=20)]
        ['degree', 'pagerank']
        """
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import rank

        spec, names = make_spec(relations, **network), tuple(measures)
        return rank(self, spec, names, uncertainty, seed=seed, top_k=top_k, progress=progress)

    def sensitivity(self, measure: str, relations: Relations = (), *, top: int = 5, **network: Any) -> pl.DataFrame:
        """Return which single source, fact or verdict, if left out, changes the first `top` agents.

        See `pcgraph.analysis.uncertainty.sensitivity`. Further arguments are those of `network`.

        >>> import pcgraph
        >>> pcgraph.load(only=["spin-b2b-2025"]).sensitivity("degree", top=1)["kind"].unique().sort().to_list()[0]
        'engagement'
        """
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import sensitivity

        return sensitivity(self, make_spec(relations, **network), measure, top)

    def measures(
        self, relations: Relations = (), *, names: Iterable[str] | None = None, exact: bool = False, **network: Any
    ) -> pl.DataFrame:
        """Return many measures side by side, one column each; see `pcgraph.analysis.centrality.compute_measures`.

        >>> import pcgraph
        >>> pcgraph.load().measures(names=["degree", "kcore"]).columns
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

        first, last = as_day(since, "since"), as_day(until, "until", last=True)
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
        from pcgraph.analysis.network import make_spec

        first, last = as_day(since, "since"), as_day(until, "until", last=True) or self.scope.as_of
        options: dict[str, Any] = {"every": every, "clock": clock, "so_far": so_far, "since": first, "until": last}
        return evolution.over_time(self, make_spec(relations, **network), measure, **options)

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

        return groups.brokerage(self.network(relations, **network), by)

    def mixing(self, relations: Relations = (), *, by: str = "country", **network: Any) -> Study:
        """Count ties within and between groups, and their assortativity; see `pcgraph.analysis.groups.mixing`.

        >>> import pcgraph
        >>> pcgraph.load().mixing().table.columns
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

        >>> import pcgraph
        >>> pcgraph.load().communities(uncertainty=5, seeds=2).notes[2]
        'firm_resampled: over 5 resamples'
        """
        from pcgraph.analysis import groups
        from pcgraph.analysis.network import make_spec
        from pcgraph.analysis.uncertainty import networks

        drawn = [*resamples]
        if uncertainty is not None:
            drawn += networks(self, make_spec(relations, **network), uncertainty)
        return groups.communities(self.network(relations, **network), seeds=seeds, resamples=drawn)


def as_day(value: Day, option: str, *, last: bool = False) -> date | None:
    """Return the day that a user gave, see `pcgraph.model.dates.day`; None stays None."""
    return None if value is None else dates.day(value, option, last=last)

"""The methods of a knowledge graph that measure: networks, rankings, comparisons over time and between groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from pcgraph.api.acts import Acts
from pcgraph.api.options import (
    NetworkOptions,
    TimelessNetworkOptions,
    as_measures,
    show_network_options,
    warn_if_empty,
)
from pcgraph.model import dates
from pcgraph.model.arguments import checked_methods

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.annotated_table import Study
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.analysis.comparison import Comparison
    from pcgraph.analysis.network_spec import NetworkSpec
    from pcgraph.analysis.uncertainty import Uncertain

Day = dates.Day | None
Relations = Iterable[str] | str


@checked_methods
class Analyses(Acts):
    """A snapshot with the methods that measure it. `pcgraph.KnowledgeGraph` inherits them."""

    @show_network_options
    def network(
        self, relations: Relations = (), *, simple: bool = False, ids: str = "iri", **network: Unpack[NetworkOptions]
    ) -> nx.Graph:  # fmt: skip
        """Return a network of agents or engagements for networkx.

        Parameters
        ----------
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        simple : bool
            Return an undirected Graph with one edge for two nodes and the attribute weight. Use it for paths, and for
            networkx's measures, which then give the values of `rank`; the list of measures names the calls.
        ids : {"iri", "slug", "label"}
            What names the nodes. A label that two nodes share is followed by the slug in brackets.
        **network
            The options of `network`.

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

        >>> import networkx as nx
        >>> from pcgraph.testing import tiny
        >>> tiny().network(projection="partners", status="entered").number_of_edges()
        1
        >>> nx.shortest_path(tiny().network(ids="slug"), "coast-office", "lumen")
        ['coast-office', 'lumen']
        """
        from pcgraph.analysis.network import export_network

        return export_network(self._draw(relations, network), simple=simple, ids=ids)

    def _draw(self, relations: Relations, options: Mapping[str, Any]) -> nx.Graph:
        """Return the network for the package's own functions: each tie once, lists of sources."""
        from pcgraph.analysis.network import draw

        spec = self._spec(relations, options)
        return warn_if_empty(draw(self, spec), spec, self)

    def _spec(self, relations: Relations, options: Mapping[str, Any]) -> NetworkSpec:
        from pcgraph.analysis.network import spec_for

        return spec_for(self, relations, **options)

    def _sizes(self, drawn: nx.Graph, measure: str | None) -> dict[str, float | None] | None:
        """Return the values of a measure, which determine the sizes of nodes."""
        from pcgraph.analysis.centrality import rank

        as_measures(measure or ())
        return dict(rank(drawn, measure).table.select("agent", "value").iter_rows()) if measure else None

    @show_network_options
    def rank(
        self, measure: str = "betweenness", relations: Relations = (), *, exact: bool = False,
        uncertainty: int | None = None, seed: int = 1, top_k: int = 5,
        progress: Callable[[int, int], object] | None = None, **network: Unpack[NetworkOptions]
    ) -> Ranking:  # fmt: skip
        """Rank the agents by a measure; see `pcgraph.analysis.centrality.rank`.

        Parameters
        ----------
        measure : str
            A measure, such as ``degree``; the reference lists all.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        exact : bool
            Compute exact values where a measure is otherwise estimated on a large network; this may take long.
        uncertainty : int, optional
            The most draws (resamples); fewer are made if all ends of the intervals have settled. Use 1000 for a paper.
            Each rank then has an interval, and the result is a `pcgraph.analysis.uncertainty.Uncertain`.
        seed : int
            The random seed of the draws; the same seed gives the same numbers.
        top_k : int
            K for the probability of being among the first K.
        progress : callable, optional
            Called with (draws done, draws in total).
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> ranking = tiny().rank("degree", uncertainty=20)
        >>> ranking.top(1)[0][1], ranking.table.columns[4:7]
        ('https://w3id.org/pcgraph/id/coast-office', ['low', 'high', 'p_top'])
        """
        from pcgraph.analysis import centrality
        from pcgraph.analysis.centrality import cached_rankings
        from pcgraph.analysis.network import EVERYTHING

        if uncertainty is not None:
            options: dict[str, Any] = {"seed": seed, "top_k": top_k, "progress": progress, **network}
            return self.ranks([measure], relations, uncertainty=uncertainty, **options)[0]
        spec = self._spec(relations, network)
        as_measures(measure)
        if spec == EVERYTHING and not exact and (kept := cached_rankings.read(self, measure)) is not None:
            return warn_if_empty(kept, spec, self)
        return warn_if_empty(centrality.rank(centrality.read_network(self, spec), measure, exact=exact), spec, self)

    @show_network_options
    def ranks(
        self, measures: Iterable[str] | str, relations: Relations = (), *, uncertainty: int = 1000, seed: int = 1,
        top_k: int = 5, progress: Callable[[int, int], object] | None = None, **network: Unpack[NetworkOptions]
    ) -> list[Uncertain]:  # fmt: skip
        """Rank by several measures over the same draws; see `pcgraph.analysis.uncertainty.rank`.

        Parameters
        ----------
        measures : str or iterable of str
            Names of measures.
        uncertainty, seed, top_k, progress
            As for `rank`.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> [ranking.measure for ranking in tiny().ranks(["degree", "pagerank"], uncertainty=20)]
        ['degree', 'pagerank']
        """
        from pcgraph.analysis.uncertainty import rank

        spec, names = self._spec(relations, network), as_measures(measures)
        return rank(self, spec, names, uncertainty, seed=seed, top_k=top_k, progress=progress)

    @show_network_options
    def sensitivity(
        self, measure: str, relations: Relations = (), *, top: int = 5, **network: Unpack[NetworkOptions]
    ) -> pl.DataFrame:
        """Return which single source, fact or verdict, if left out, changes the first `top` agents.

        See `pcgraph.analysis.uncertainty.sensitivity`.

        Parameters
        ----------
        measure : str
            A measure, such as ``degree``.
        top : int
            How many of the first agents count.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().sensitivity("degree", top=1).columns[:2]
        ['kind', 'what']
        """
        from pcgraph.analysis.uncertainty import sensitivity

        as_measures(measure)
        return sensitivity(self, self._spec(relations, network), measure, top)

    @show_network_options
    def measures(
        self, relations: Relations = (), *, names: Iterable[str] | str | None = None, exact: bool = False,
        **network: Unpack[NetworkOptions]
    ) -> pl.DataFrame:  # fmt: skip
        """Return many measures side by side, one column each; see `pcgraph.analysis.centrality.compute_measures`.

        Parameters
        ----------
        names : str or iterable of str, optional
            Names of measures. The default is all.
        exact : bool
            Compute exact values where a measure is otherwise estimated on a large network; this may take long.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().measures(names=["degree", "kcore"]).columns
        ['agent', 'label', 'degree', 'kcore', 'note']
        """
        from pcgraph.analysis import centrality

        net = centrality.read_network(self, self._spec(relations, network))
        return centrality.compute_measures(net, None if names is None else as_measures(names), exact=exact)

    @show_network_options
    def compare(
        self, measure: str,
        projections: Iterable[str | Mapping[str, Any]] | str = ("relations", "partners", "bipartite"),
        **network: Unpack[NetworkOptions],
    ) -> Comparison:  # fmt: skip
        """Compare one measure on several networks, with Kendall's τ-b; see `pcgraph.analysis.comparison.compare`.

        Parameters
        ----------
        measure : str
            A measure, such as ``degree``.
        projections : iterable of str or mapping
            Each is the name of a projection, or options of `network`, such as
            ``{"projection": "partners", "status": "entered"}``.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().compare("degree", ["partners", {"projection": "partners", "status": "entered"}]).matrix.shape
        (2, 3)
        """
        from pcgraph.analysis import comparison

        compared = (projections,) if isinstance(projections, str) else projections
        as_measures(measure)
        return comparison.compare_projections(self, measure, compared, **network)

    def unseen(self, *, by: str = "country", since: Day = None, until: Day = None) -> Study:
        """Estimate how many engagements no source reports; see `pcgraph.analysis.capture_recapture.unseen`.

        Parameters
        ----------
        by : {"country", "tier", "publisher"}
            What divides the sources into lists that are compared.
        since, until : str, int or date
            The period, both ends included: days, months or years, as for `pcgraph.load`. Without it, there is no
            estimate.

        >>> from pcgraph.testing import tiny
        >>> tiny().unseen(since="2024-01-01", until="2025-12-31").table["method"][0]
        'Chao1'
        """
        from pcgraph.analysis import capture_recapture

        first, last = as_day(since, "since"), as_day(until, "until", last=True)
        return capture_recapture.unseen(self, by=by, since=first, until=last)

    def promises_by_year(self) -> pl.DataFrame:
        """Count promises by year and by what became of them; see `pcgraph.analysis.promises.promises_by_year`.

        >>> from pcgraph.testing import tiny
        >>> tiny().promises_by_year().columns
        ['year', 'state', 'promises']
        """
        from pcgraph.analysis import promises

        return promises.promises_by_year(self)

    @show_network_options
    def over_time(
        self, measure: str, relations: Relations = (), *, every: str = "year", clock: str = "known",
        so_far: bool = True, since: Day = None, until: Day = None, **network: Unpack[TimelessNetworkOptions]
    ) -> Study:  # fmt: skip
        """Rank the agents in each year or quarter; see `pcgraph.analysis.evolution.over_time`.

        Parameters
        ----------
        measure : str
            A measure, such as ``degree``.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        every : {"year", "quarter"}
            The length of a period.
        clock : {"known", "steps"}
            Use what was known at the end of the period, or what had happened by then according to all sources.
        so_far : bool
            With the clock ``steps``: engagements of the period and of all before, or only those of the period.
        since, until : str, int or date, optional
            Days, months or years in the first and the last period. The default is all periods of the clock.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().over_time("degree", since="2024-01-01", until="2025-12-31").table["period"].n_unique()
        2
        """
        from pcgraph.analysis import evolution

        first, last = as_day(since, "since"), as_day(until, "until", last=True) or self.scope.as_of
        options: dict[str, Any] = {"every": every, "clock": clock, "so_far": so_far, "since": first, "until": last}
        as_measures(measure)
        return evolution.over_time(self, self._spec(relations, network), measure, **options)

    @show_network_options
    def brokerage(self, relations: Relations = (), *, by: str = "country", **network: Unpack[NetworkOptions]) -> Study:
        """Count how often each agent brokers, in five roles; see `pcgraph.analysis.groups.brokerage`.

        Parameters
        ----------
        by : {"country", "kind"}
            What defines the groups.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().brokerage().table.columns[3:8]
        ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison']
        """
        from pcgraph.analysis import groups

        return groups.brokerage(self._draw(relations, network), by)

    @show_network_options
    def mixing(self, relations: Relations = (), *, by: str = "country", **network: Unpack[NetworkOptions]) -> Study:
        """Count ties within and between groups, and their assortativity; see `pcgraph.analysis.groups.mixing`.

        Parameters
        ----------
        by : {"country", "kind"}
            What defines the groups.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().mixing().table.columns
        ['one', 'other', 'ties', 'expected']
        """
        from pcgraph.analysis import groups

        return groups.mixing(self._draw(relations, network), by)

    @show_network_options
    def communities(
        self, relations: Relations = (), *, seeds: int = 20, uncertainty: int | None = None,
        resamples: Iterable[nx.Graph] = (), **network: Unpack[NetworkOptions]
    ) -> Study:  # fmt: skip
        """Find communities and measure how stable they are; see `pcgraph.analysis.groups.communities`.

        Parameters
        ----------
        seeds : int
            How often the communities are computed again with another seed, to see whether they stay.
        uncertainty : int, optional
            How often the network is drawn again, as by `rank`, in addition to `resamples`.
        resamples : iterable of networkx.Graph
            Further networks on which the communities are computed.
        relations : str or iterable of str
            Names of derived relations, such as ``signsWith``. The default is all between agents.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().communities(uncertainty=5, seeds=2).notes[2]
        'firm_resampled: over 5 resamples'
        """
        from pcgraph.analysis import groups
        from pcgraph.analysis.uncertainty import networks

        drawn = [*resamples]
        if uncertainty is not None:
            drawn += networks(self, self._spec(relations, network), uncertainty)
        return groups.communities(self._draw(relations, network), seeds=seeds, resamples=drawn)


def as_day(value: Day, option: str, *, last: bool = False) -> date | None:
    """Return the day that a user gave, see `pcgraph.model.dates.day`; None stays None."""
    return None if value is None else dates.day(value, option, last=last)

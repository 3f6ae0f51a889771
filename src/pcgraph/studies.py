"""Questions of `KnowledgeGraph` about rankings, what is missing, time and groups. Methods only delegate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pcgraph.model import dates

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl
    import pyoxigraph as ox

    from pcgraph.analysis.annotated_table import Study
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.analysis.comparison import Comparison
    from pcgraph.analysis.survival import Waits
    from pcgraph.analysis.uncertainty import Uncertain
    from pcgraph.belief.evidence import ReportedEvidence
    from pcgraph.belief.resolution import Tables
    from pcgraph.model.entities import Thing
    from pcgraph.model.ontology import Model
    from pcgraph.model.scope import Scope

Day = str | date | None


class Studies:
    """What a knowledge graph can be asked beyond one ranking; a base of `pcgraph.KnowledgeGraph`."""

    if TYPE_CHECKING:  # what it is a base of has these
        scope: Scope

        @property
        def store(self) -> ox.Store: ...  # noqa: D102
        @property
        def tables(self) -> Tables: ...  # noqa: D102
        @property
        def model(self) -> Model: ...  # noqa: D102
        @property
        def told(self) -> ReportedEvidence: ...  # noqa: D102
        @property
        def things(self) -> dict[str, Thing]: ...  # noqa: D102

    def network(
        self,
        relations: Iterable[str] | str = (),
        *,
        projection: str = "relations",
        weight: str = "newman",
        **where: Any,
    ) -> nx.Graph:
        """Draw a network; each projection says what is a node, an edge, a weight.

        Parameters
        ----------
        relations : iterable of str
            Names of derived relations; default all between agents. Other projections then count only parties whom such
            a relation ties in the engagement.
        projection : {"relations", "partners", "bipartite", "engagements"}
            See the functions of that name in `pcgraph.analysis.network`. ``relations`` gives a MultiDiGraph, the others a Graph.
        weight : {"newman", "count"}
            Of the projection ``partners``.
        **where
            Filters: status, sector, country, kind, since, until, groups, unnamed, inferred, fold_parents,
            fold_initiatives; see `pcgraph.analysis.network.Where`.

        Raises
        ------
        UsageError
            If a name is unknown; the nearest one is given.

        >>> import pcgraph
        >>> pcgraph.load(only=["spin-b2b-2025"]).network(projection="partners", status="entered").number_of_edges()
        3
        """
        return self._drawn(self.tables, relations, projection=projection, weight=weight, **where)

    def _drawn(
        self,
        tables: Tables,
        relations: Iterable[str] | str = (),
        *,
        projection: str = "relations",
        weight: str = "newman",
        **where: Any,
    ) -> nx.Graph:
        from pcgraph.analysis import network

        draw = network.projection(projection)
        names = (relations,) if isinstance(relations, str) else tuple(relations)
        chosen = network.where(relations=names, **where)
        more = {"weight": weight} if projection == "partners" else {}
        return draw(tables, self.things, self.model, chosen, **more)

    def _net(self, relations: Iterable[str] | str = (), *, projection: str = "relations", **more: Any) -> Any:
        """Give what measures read: partners, which may be many, without a graph of networkx."""
        from pcgraph.analysis import network
        from pcgraph.analysis.centrality.measures import Columns

        if projection != "partners":
            return self.network(relations, projection=projection, **more)
        names, weight = (relations,) if isinstance(relations, str) else tuple(relations), more.pop("weight", "newman")
        where = network.where(relations=names, **more)
        pairs = network.pairs(self.tables, self.things, self.model, where, weight=weight)
        only = f"; only {where}" if str(where) else ""
        labels = {iri: thing.label for iri, thing in self.things.items()}
        return Columns(pairs, labels, network.WEIGHTS[weight] + only)

    def rank(
        self,
        measure: str,
        relations: Iterable[str] | str = (),
        *,
        exact: bool = False,
        uncertainty: int | None = None,
        seed: int = 1,
        top_k: int = 5,
        progress: Callable[[int, int], object] | None = None,
        **network: Any,
    ) -> Ranking:
        """Rank the agents by a measure; see `pcgraph.analysis.centrality.rank`. Further arguments are those of `network`.

        Parameters
        ----------
        exact : bool
            Estimate nothing, however many ties there are.
        uncertainty : int, optional
            How often to draw what is known; then each rank has an interval, and the result is a
            `pcgraph.analysis.uncertainty.Uncertain`. 1000 is enough for a paper.
        seed, top_k, progress
            See `pcgraph.analysis.uncertainty.rank`.

        >>> import pcgraph
        >>> kg = pcgraph.load()
        >>> kg.rank("betweenness").top(1)[0][1]
        'https://w3id.org/pcgraph/id/huawei'
        >>> kg.rank("betweenness", uncertainty=20).table.select("label", "low", "high").row(0)
        ('Huawei', 1, 1)
        """
        from pcgraph.analysis.centrality import rank

        if uncertainty is None:
            return rank(self._net(relations, **network), measure, exact=exact)
        return self.ranks([measure], relations, uncertainty=uncertainty, seed=seed, top_k=top_k, progress=progress,
                          **network)[0]  # fmt: skip

    def ranks(
        self,
        measures: Iterable[str],
        relations: Iterable[str] | str = (),
        *,
        uncertainty: int = 1000,
        seed: int = 1,
        top_k: int = 5,
        progress: Callable[[int, int], object] | None = None,
        **network: Any,
    ) -> list[Uncertain]:
        """Rank by several measures over the same draws; see `pcgraph.analysis.uncertainty.rank`."""
        from pcgraph.analysis import uncertainty as uncertain

        drawn = uncertain.where(relations, **network)
        ground = uncertain.Ground(self.store, self.tables, self.things, self.model, self.told)
        return uncertain.rank(ground, drawn, tuple(measures), uncertainty, seed=seed, top_k=top_k, progress=progress)

    def sensitivity(
        self, measure: str, relations: Iterable[str] | str = (), *, top: int = 5, **network: Any
    ) -> pl.DataFrame:
        """Say which one source, fact or verdict, left out, would change the first few.

        See `pcgraph.analysis.uncertainty.sensitivity`. Further arguments are those of `network`.

        >>> import pcgraph
        >>> pcgraph.load(only=["spin-b2b-2025"]).sensitivity("degree", top=1)["kind"].unique().sort().to_list()[0]
        'engagement'
        """
        from pcgraph.analysis import uncertainty as uncertain

        ground = uncertain.Ground(self.store, self.tables, self.things, self.model, self.told)
        return uncertain.sensitivity(ground, uncertain.where(relations, **network), measure, top)

    def measures(
        self,
        relations: Iterable[str] | str = (),
        *,
        names: Iterable[str] | None = None,
        exact: bool = False,
        **network: Any,
    ) -> pl.DataFrame:
        """Compute many measures side by side, one column each; see `pcgraph.analysis.centrality.measures`."""
        from pcgraph.analysis.centrality import measures

        return measures(self._net(relations, **network), names, exact=exact)

    def compare(
        self,
        measure: str,
        projections: Iterable[str | Mapping[str, Any]] = ("relations", "partners", "bipartite"),
        **network: Any,
    ) -> Comparison:
        """Put one measure on several networks side by side, with Kendall's τ-b; see `pcgraph.analysis.comparison.compare`.

        Parameters
        ----------
        projections : iterable of str or mapping
            Each a projection, or arguments of `network`, such as ``{"projection": "partners", "status": "entered"}``.
        **network
            Arguments of `network` that hold for all.

        >>> import pcgraph
        >>> pcgraph.load().compare("degree", ["partners", {"projection": "partners", "status": "entered"}]).matrix.shape
        (2, 3)
        """
        from pcgraph.analysis import comparison

        given = list(projections)
        asked = [{"projection": one} if isinstance(one, str) else dict(one) for one in given]
        drawn = [self.network(**{**network, **one}) for one in asked]
        return comparison.compare(dict(zip(comparison.names(given), drawn, strict=True)), measure)

    def unseen(self, *, by: str = "country", since: Day = None, until: Day = None) -> Study:
        """Estimate how many engagements of a period no source tells of; see `pcgraph.analysis.capture_recapture.unseen`."""
        from pcgraph.analysis import capture_recapture

        first, last = _day(since, "since"), _day(until, "until")
        return capture_recapture.unseen(self.store, self.tables, self.things, by=by, since=first, until=last)

    def over_time(
        self,
        measure: str,
        relations: Iterable[str] | str = (),
        *,
        every: str = "year",
        clock: str = "known",
        so_far: bool = True,
        since: Day = None,
        until: Day = None,
        **network: Any,
    ) -> Study:
        """Rank the agents in each year or quarter, by one of two clocks; see `pcgraph.analysis.evolution.over_time`.

        Further arguments are those of `network`; `since` and `until` are the first and the last period.

        >>> import pcgraph
        >>> pcgraph.load().over_time("degree", since="2024-01-01", until="2025-12-31").table["period"].n_unique()
        2
        """
        from pcgraph.analysis import evolution

        return evolution.over_time(
            measure,
            lambda: self.told,
            self.tables,
            self.model,
            lambda tables, **days: self._drawn(tables, relations, **network, **days),
            every=every,
            clock=clock,
            so_far=so_far,
            since=_day(since, "since"),
            until=_day(until, "until") or self.scope.as_of,
        )

    def times(self, kinds: Iterable[str] | None = None, *, inferred: bool = False) -> Waits:
        """Measure the time from signing to each later step; see `pcgraph.analysis.survival.from_memorandum`.

        `kinds` are kinds of agreements: default memoranda, empty for everything that was signed.
        """
        from pcgraph.analysis import survival

        chosen = survival.MEMORANDA if kinds is None else tuple(kinds)
        day = survival.day_of(self.tables, self.scope.as_of)
        return survival.from_memorandum(self.tables, self.things, self.model, day, kinds=chosen, inferred=inferred)

    def dormancy(self, *, inferred: bool = False) -> Waits:
        """Measure the years of silence since each engagement's last step; see `pcgraph.analysis.survival.silence`."""
        from pcgraph.analysis import survival

        day = survival.day_of(self.tables, self.scope.as_of)
        return survival.silence(self.tables, self.things, self.model, day, inferred=inferred)

    def brokerage(self, relations: Iterable[str] | str = (), *, by: str = "country", **network: Any) -> Study:
        """Count in which of five roles each agent brokers; see `pcgraph.analysis.groups.brokerage`."""
        from pcgraph.analysis import groups

        return groups.brokerage(self.network(relations, **network), by)

    def mixing(self, relations: Iterable[str] | str = (), *, by: str = "country", **network: Any) -> Study:
        """Count ties within and between groups, and their assortativity; see `pcgraph.analysis.groups.mixing`."""
        from pcgraph.analysis import groups

        return groups.mixing(self.network(relations, **network), by)

    def communities(
        self,
        relations: Iterable[str] | str = (),
        *,
        seeds: int = 20,
        uncertainty: int | None = None,
        resamples: Iterable[nx.Graph] = (),
        **network: Any,
    ) -> Study:
        """Find communities, and say how firm they are; see `pcgraph.analysis.groups.communities`.

        With `uncertainty`, the network is drawn anew so often, as `rank` does it, and these are resamples too.

        >>> import pcgraph
        >>> pcgraph.load().communities(uncertainty=5, seeds=2).notes[2]
        'firm_resampled: over 5 resamples'
        """
        from pcgraph.analysis import groups
        from pcgraph.analysis import uncertainty as uncertain

        graph, drawn = self.network(relations, **network), [*resamples]
        if uncertainty is not None:
            ground = uncertain.Ground(self.store, self.tables, self.things, self.model, self.told)
            drawn += uncertain.networks(ground, uncertain.where(relations, **network), uncertainty)
        return groups.communities(graph, seeds=seeds, resamples=drawn)


def _day(text: Day, option: str) -> date | None:
    return dates.day(text, option) if isinstance(text, str) else text

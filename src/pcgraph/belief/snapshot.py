"""What is believed in a scope, together with all the evidence for it. Everything above takes it as its input."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from pcgraph.model.scope import Scope
from pcgraph.store.project import PLAIN, Project

if TYPE_CHECKING:
    import polars as pl

    from pcgraph.belief.evidence import Evidence, ReportedEvidence
    from pcgraph.belief.rule.alternatives import History
    from pcgraph.belief.tables import Tables
    from pcgraph.model.entities import Entity
    from pcgraph.model.namespaces import Namespaces
    from pcgraph.model.ontology import Ontology

WHOLE = Scope()
PageFiles = Mapping[str, tuple[Path, bytes]]  # name → path, and the content when the graph was loaded


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What is believed in a scope, and all the evidence for it. Each part is computed on first use.

    Attributes
    ----------
    read_store, read_tables, read_ontology, read_reported : function
        Each returns the part of that name.
    scope : Scope
    left_out : tuple of (slug, reason)
        Sources that the scope leaves out.
    page_files : mapping of name to (Path, bytes)
        The files of the data folder that only the page uses: positions.csv and stories.yml.
    read_page : function
        Returns the page that a build contains, or None.
    key : str, optional
        The key of the inputs; see `pcgraph.belief.loading.key`. None if no build folder was used.
    project : Project
        What the graph is about; see `pcgraph.store.project`.
    read_today : function
        Returns `today`.
    read_raw : function
        Returns `raw`.
    kept : function
        Returns the path of a file that a build of a large graph holds besides the graph, by its name; else None.
    counted : int
        The number of quads of `raw`, if the build of a large graph holds it; else 0.

    >>> from pcgraph.testing import tiny
    >>> snapshot = tiny()
    >>> snapshot.tables.relations.height, snapshot.entities["https://w3id.org/pcgraph/id/lumen"].label
    (7, 'Lumen')
    """

    read_store: Callable[[], ox.Store]
    read_tables: Callable[[], Tables]
    read_ontology: Callable[[], Ontology]
    read_reported: Callable[[], ReportedEvidence]
    scope: Scope = WHOLE
    left_out: tuple[tuple[str, str], ...] = ()
    page_files: PageFiles = field(default_factory=dict)
    read_page: Callable[[], str | None] = lambda: None
    key: str | None = None
    project: Project = PLAIN
    read_today: Callable[[], date] = lambda: date.min
    read_raw: Callable[[], ox.Store] = ox.Store
    kept: Callable[[str], Path | None] = lambda _: None
    counted: int = 0

    @cached_property
    def today(self) -> date:
        """The day on which it is asked what is over or silent: that of the scope, else the newest of the project.

        It is the newest day on which a source was first seen, also if the scope leaves that source out.
        """
        return self.read_today()

    @property
    def names(self) -> Namespaces:
        """The namespaces of the project's IRIs."""
        return self.project.names

    @cached_property
    def store(self) -> ox.Store:
        """The embedded engine: ``current`` and the graphs in scope, which answer like it. Do not write to it.

        See `pcgraph.belief.source_view`; `raw` has the graphs as they are written.
        """
        return self.read_store()

    @cached_property
    def raw(self) -> ox.Store:
        """An engine with the graphs in scope as their files write them, and ``current``. Cost: that of loading them."""
        return self.read_raw()

    @cached_property
    def quads(self) -> int:
        """The number of quads of `raw`, which is not held if nobody else needs it: it takes gigabytes."""
        return self.counted or len(vars(self).get("raw") or self.read_raw())

    @cached_property
    def tables(self) -> Tables:
        """Frames: statements, engagements, parties, steps, relations, sources; ``kg.tables["relations"]``.

        ``kg.tables["engagements"]`` also has labels and parties. ``kg.tables.engagements`` is the frame without them.
        """
        return self.read_tables().with_labels(self.label)

    @cached_property
    def ontology(self) -> Ontology:
        """The ontology's declarations."""
        return self.read_ontology()

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Names, kinds and countries of all entities, by IRI; each is read when it is asked for."""
        from pcgraph.model.entities import lazy_entities

        return lazy_entities(self.store, self.ontology, self.names, self.project.label_language)

    @property
    def engagements(self) -> pl.DataFrame:
        """The table of engagements with labels and parties, as ``kg.tables["engagements"]``."""
        return self.tables["engagements"]

    def label(self, name: str) -> str | None:
        """Return the label of a thing, a term or a source in the language of the project's labels, else in another.

        >>> from pcgraph.testing import tiny
        >>> [tiny().label(name) for name in ("https://w3id.org/pcgraph/id/lumen", "lumen", "pcg:Loan")]
        ['Lumen', 'Lumen', 'loan']
        """
        from pcgraph.model.entities import label

        return label(self.store, self.names.expand(name), self.project.label_language)

    @cached_property
    def offices(self) -> pl.DataFrame:
        """Every office: office, person, organisation, post, from_date and until_date (EDTF), and the days they allow.

        The columns of days are from_earliest, from_latest, until_earliest and until_latest. A day is null if the date
        is missing or open at that end. Without an until_date, the end is not known or has not come.
        """
        from pcgraph.belief.conclusions.offices import offices

        return offices(self.store, self.label)

    @cached_property
    def reported(self) -> ReportedEvidence:
        """All evidence in scope, including that of retracted sources."""
        return self.read_reported()

    @property
    def evidence(self) -> Evidence:
        """The evidence of the sources that count; a retracted source has none."""
        return self.reported.evidence.within(self.tables.sources)

    @cached_property
    def history(self) -> History:
        """When each tie and each status is believed; see `pcgraph.belief.rule.alternatives.history`."""
        from pcgraph.belief.rule import alternatives

        return alternatives.history(self.reported.evidence, self.ontology, self.reported.retracted)

    @cached_property
    def outcome_history(self) -> pl.DataFrame:
        """What became of each engagement, on each day; see `pcgraph.belief.conclusions.history.outcome_history`."""
        from pcgraph.belief.conclusions import history

        return history.outcome_history(self.history, self.ontology, self.today, self.project.silent_after)

    def with_history(self, *, joined: bool, stale: bool) -> Self:
        """Return the same with a history that has more ties; see `pcgraph.belief.rule.derivation.derive`.

        >>> from pcgraph.testing import tiny
        >>> tiny().with_history(joined=True, stale=True).history.relations.height >= tiny().history.relations.height
        True
        """
        from pcgraph.belief.rule import alternatives

        other, found = copy.copy(self), self.reported
        vars(other)["history"] = alternatives.history(
            found.evidence, self.ontology, found.retracted, joined=joined, stale=stale
        )
        return other

    def with_profile(self, name: str) -> Self:
        """Return the same with answers in the words of PROV-O, ORG or schema.org too: ``prov``, ``org`` or ``schema``.

        See `pcgraph.belief.profile.with_profile`.

        >>> from pcgraph.testing import tiny
        >>> tiny().with_profile("schema").query(
        ...     "PREFIX schema: <https://schema.org/> SELECT ?who { ?who a schema:GovernmentOrganization }"
        ... ).short
        [('id:coast-office',)]
        """
        from pcgraph.belief.profile import with_profile

        other, store = copy.copy(self), self.store
        vars(other).update(store=with_profile(store, name), counted=0)
        vars(other)["read_raw"] = lambda: with_profile(self.raw, name)
        for name_ in ("raw", "quads"):
            vars(other).pop(name_, None)
        return other

    @cached_property
    def built_page(self) -> str | None:
        """The page of the build that the graph was read from, if it was still there on first use."""
        return self.read_page()

    def with_tables(self, tables: Tables, today: date | None = None) -> Self:
        """Return the same with other tables, such as those of another day. The store stays that of this snapshot.

        >>> from dataclasses import replace
        >>> from pcgraph.testing import tiny
        >>> tables = tiny().tables
        >>> tiny().with_tables(replace(tables, relations=tables.relations.head(1))).tables.relations.height
        1
        """
        other = copy.copy(self)
        tables = tables.with_labels(self.label)
        vars(other).update(store=self.store, ontology=self.ontology, entities=self.entities, tables=tables)
        vars(other).update(kept=lambda _: None)  # it was computed from this snapshot's tables
        vars(other).update({} if today is None else {"today": today})
        return other

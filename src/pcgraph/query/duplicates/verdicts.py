"""Finds values that a verdict has rejected and that a voice which nobody knew then states again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import card as read_card
from pcgraph.model.entities import preferred_iri
from pcgraph.model.namespaces import CURRENT, PCG, VERDICTS, G
from pcgraph.model.quads import quads, said


class Reopened(NamedTuple):
    """A verdict, the source that states the rejected value again, and the statement."""

    verdict: str
    source: str
    subject: str
    property: str
    value: str


def reopened_verdicts(snapshot: Snapshot) -> list[Reopened]:
    """Find the rejected values that were not known from this voice when the verdict was given, sorted.

    A source counts as new if it was first seen after the day of the verdict and no source of its voice that states the
    value was seen by then.
    """
    voice = dict(snapshot.tables.sources.select("source", "voice").iter_rows())
    return sorted(each for verdict in _verdicts(snapshot.store) for each in _new(snapshot, voice, *verdict))


def _verdicts(store: ox.Store) -> Iterator[tuple[str, str, str, str, ox.Term]]:
    """Yield each verdict that rejects a value: IRI, day, subject, property, value."""
    for quad in quads(store, None, PCG + "rejects", None, VERDICTS):
        about = said(store, quad.subject, VERDICTS)
        values = [about.get(name, "") for name in ("decided", "onSubject", "onProperty")]
        if all(values):
            yield quad.subject.value, values[0], values[1], values[2], quad.object


def _new(
    snapshot: Snapshot, voice: dict[str, str], verdict: str, day: str, subject: str, property_: str, value: ox.Term
) -> Iterator[Reopened]:
    """Yield the sources that state a value and whose voice was not known on the day of its verdict."""
    store = snapshot.store
    node = preferred_iri(store, value.value) if isinstance(value, ox.NamedNode) else value
    stating = quads(store, preferred_iri(store, subject), property_, node)
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for quad in stating:
        source = quad.graph_name.value
        if source in voice and source != CURRENT and not source.startswith(G):
            seen[voice[source]].append(source)
    for sources in seen.values():
        days = {source: read_card(store, source).first_seen or "" for source in sources}
        if min(days.values()) > day:
            yield Reopened(
                verdict, min(days, key=lambda source: (days[source], source)), subject, property_, value.value
            )

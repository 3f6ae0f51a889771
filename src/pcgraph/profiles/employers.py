"""For which organisation each person acts."""

from __future__ import annotations

from collections import Counter, defaultdict

from pyoxigraph import NamedNode

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG


def employers(snapshot: Snapshot) -> dict[str, str]:
    """Return the organisation for which each person acts, by IRI; people of whom none is believed are left out.

    It is the one on whose behalf the person acts in most engagements, otherwise that of the last office, otherwise one
    of which the person is a member.

    >>> from pcgraph.testing import tiny
    >>> employers(tiny())
    {}
    """

    def pairs(name: str) -> list[tuple[str, str]]:
        found = snapshot.store.quads_for_pattern(None, NamedNode(PCG + name), None, NamedNode(namespaces.CURRENT))
        return sorted((quad.subject.value, quad.object.value) for quad in found)

    organisations = dict(pairs("onBehalfOf"))
    acted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for representation, agent in pairs("agent"):
        if representation in organisations:
            acted[agent][organisations[representation]] += 1
    order = ("until_latest", "from_earliest", "organisation")
    offices = snapshot.offices.sort(order, nulls_last=[True, False, False])
    found = {
        **dict(pairs("memberOf")),
        **dict(offices.select("person", "organisation").iter_rows()),
        **{agent: min(counts, key=lambda iri: (-counts[iri], iri)) for agent, counts in acted.items()},
    }
    people = [iri for iri in sorted(found) if iri in snapshot.entities and snapshot.entities[iri].kind == "Person"]
    return {person: found[person] for person in people}

"""For which organisation each person acts."""

from __future__ import annotations

from collections import Counter, defaultdict

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import PCG
from pcgraph.model.quads import pairs


def employers(snapshot: Snapshot) -> dict[str, str]:
    """Return the organisation for which each person acts, by IRI; people of whom none is believed are left out.

    It is the one on whose behalf the person acts in most engagements, otherwise that of the last office, otherwise one
    of which the person is a member.
    """
    store = snapshot.store
    organisations = dict(sorted(pairs(store, PCG + "onBehalfOf")))
    acted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for representation, agent in pairs(store, PCG + "agent"):
        if representation in organisations:
            acted[agent][organisations[representation]] += 1
    order = ("until_latest", "from_earliest", "organisation")
    offices = snapshot.offices.sort(order, nulls_last=[True, False, False])
    found = {
        **dict(sorted(pairs(store, PCG + "memberOf"))),
        **dict(offices.select("person", "organisation").iter_rows()),
        **{agent: min(counts, key=lambda iri: (-counts[iri], iri)) for agent, counts in acted.items()},
    }
    people = [iri for iri in sorted(found) if iri in snapshot.entities and snapshot.entities[iri].kind == "Person"]
    return {person: found[person] for person in people}

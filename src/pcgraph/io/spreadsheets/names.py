"""Names of agents in a table → the agents of the register. Matching itself is that of `pcgraph.io.name_matching`."""

from __future__ import annotations

from functools import cached_property, lru_cache

from pcgraph.io.name_matching import Names, name_verdicts
from pcgraph.io.spreadsheets.errors import Broken, shown
from pcgraph.model import namespaces
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import LABEL, PCG, SKOS
from pcgraph.store import data_folder
from pcgraph.validation.index import Lookup

_ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource")


class Agents:
    """The agents that are known, by slug and by name.

    Parameters
    ----------
    lookup : Lookup
        The data as they are.
    """

    def __init__(self, lookup: Lookup) -> None:
        classes = lookup.subterms("Agent") - {PCG + "UnnamedParty"}
        self.known = {iri: kinds for iri, kinds in lookup.types.items() if kinds & classes}
        self.lookup = lookup
        self.find = lru_cache(maxsize=None)(self._find)

    @cached_property
    def names(self) -> Names:
        """Every name of every agent, and the judgements on names."""
        return Names(
            things(self.lookup, self.known), name_verdicts(data_folder.fill(self.lookup.inputs.by_role("verdicts")))
        )

    def _find(self, name: str) -> str | None:
        """Give the IRI of the agent that a slug or name means; None if nothing is like it.

        Raises
        ------
        Broken
            If several agents could be meant, or one is only like it: a person has to say.
        """
        if (iri := namespaces.expand(name.removeprefix("id:"))) in self.known:
            return iri
        match = self.names.match(name)
        if match.iri is None and match.candidates:
            near = ", ".join(f"{namespaces.compact(iri)} ({likeness:.0f})" for iri, likeness in match.candidates[:3])
            expected = "expected the id or name of one agent of the register"
            todo = "write the id that is meant, or register another"
            raise Broken("unsure-agent", f"{shown(name)} may mean {near}", expected, todo)
        return match.iri


def things(lookup: Lookup, agents: dict[str, frozenset[str]]) -> dict[str, Thing]:
    """Gather what the agents are called, with the spellings of the sources."""
    labels: dict[str, dict[str, str]] = {iri: {} for iri in agents}
    aliases: dict[str, set[str]] = {iri: set() for iri in agents}
    for _, fact in lookup.facts_by_role("register", "source"):
        if fact.subject in labels and fact.predicate == LABEL:
            labels[fact.subject][getattr(fact.term, "language", None) or "en"] = fact.value
        elif fact.subject in labels and fact.predicate in _ALIASES:
            aliases[fact.subject].add(fact.value)
    return {
        iri: Thing(iri, labels=dict(sorted(labels[iri].items())), aliases=sorted(aliases[iri]))
        for iri in sorted(agents)
    }

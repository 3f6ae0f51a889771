"""Finds the agents of the register for the names in a table, with `pcgraph.io.name_matching`."""

from __future__ import annotations

from functools import cached_property, lru_cache

from pcgraph.io.name_matching import Names, name_verdicts
from pcgraph.io.spreadsheets.errors import BadInput, shown
from pcgraph.model import namespaces
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import LABEL, PCG, SKOS
from pcgraph.store import data_folder
from pcgraph.validation.index import Lookup

_ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource")


class Agents:
    """The agents of the register, by slug and by name.

    Parameters
    ----------
    lookup : Lookup
        The data before the import.
    """

    def __init__(self, lookup: Lookup) -> None:
        classes = lookup.subterms("Agent") - {PCG + "UnnamedParty"}
        self.known = {iri: kinds for iri, kinds in lookup.types.items() if kinds & classes}
        self.lookup = lookup
        self.find = lru_cache(maxsize=None)(self._find)

    @cached_property
    def names(self) -> Names:
        """All names of all agents, and the verdicts on names."""
        return Names(
            things(self.lookup, self.known), name_verdicts(data_folder.fill(self.lookup.inputs.by_role("verdicts")))
        )

    def _find(self, name: str) -> str | None:
        """Return the IRI of the agent that a slug or name means; None if no agent is similar.

        Raises
        ------
        BadInput
            If several agents match, or if one is only similar: a person has to decide.
        """
        if (iri := namespaces.expand(name.removeprefix("id:"))) in self.known:
            return iri
        match = self.names.match(name)
        if match.iri is None and match.candidates:
            near = ", ".join(f"{namespaces.compact(iri)} ({likeness:.0f})" for iri, likeness in match.candidates[:3])
            expected = "expected the id or name of one agent of the register"
            todo = "write the id of the right agent, or register a new one"
            raise BadInput("unsure-agent", f"{shown(name)} may mean {near}", expected, todo)
        return match.iri


def things(lookup: Lookup, agents: dict[str, frozenset[str]]) -> dict[str, Thing]:
    """Return the agents with all their names, including the spellings of the sources."""
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

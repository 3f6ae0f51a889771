"""Works out what the deletion of a thing or a source takes with it, and what still refers to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pcgraph.intake.curation.form import STATED_IN
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.store.data_folder import File
from pcgraph.store.files import shown
from pcgraph.turtle.document import Document
from pcgraph.validation.index import Fact, Lookup
from pcgraph.validation.rules.identity import identities

PARTS = (
    "Step",
    "UnnamedParty",
    "Representation",
    "Search",
    "Membership",
    "Identifier",
)  # their ids begin with that of their owner


@dataclass(frozen=True)
class Removal:
    """What a deletion does: what goes, new texts (None for a file that goes), its facts, and those that refer to it.

    Nothing may be deleted while `users` has a fact.
    """

    own: set[str]
    texts: dict[Path, str | None]
    gone: list[tuple[File, Fact]]
    users: list[tuple[File, Fact]]


def removal(lookup: Lookup, iri: str) -> Removal:
    """Return what the deletion of a thing or a source does.

    An engagement goes from every source. A source goes with what only it describes. What sources say about any other
    thing counts as a reference.
    """
    sources = lookup.inputs.by_role("source")
    card = next((file for file in sources if file.graph == iri), None)
    homes = {file.path for file in sources} if card is None and lookup.is_a(iri, "Engagement") else set[Path]()
    own = {iri}
    if card:
        homes, own = {card.path}, _described_only_in(card, lookup)
    own |= parts(lookup, own)
    own |= _decisions(lookup, own)
    for file in sources:
        if file.path in homes:
            own |= _passages(lookup.facts[str(file.path)], own, file.graph + "#")
    gone, users = list[tuple[File, Fact]](), list[tuple[File, Fact]]()
    for file, fact in lookup.facts_by_role():
        about = fact.subject in own
        if file is card or (about and (file.role != "source" or file.path in homes)):
            gone.append((file, fact))
        elif about or (fact.names and fact.value in own):
            users.append((file, fact))
    texts: dict[Path, str | None] = {
        path: None if card and path == card.path else _without(lookup, path, own)
        for path in dict.fromkeys(file.path for file, _ in gone)
    }
    return Removal(own, texts, gone, users)


def is_part(lookup: Lookup, iri: str) -> bool:
    """Return whether something belongs to the thing with whose id its own begins, as a step to its engagement."""
    return any(lookup.is_a(iri, name) for name in PARTS)


def parts(lookup: Lookup, own: Iterable[str]) -> set[str]:
    """Return the steps, unnamed parties and the like of some things."""
    heads = {*own}
    return {each for each in lookup.types if each.rpartition(".")[0] in heads and is_part(lookup, each)}


def _described_only_in(card: File, lookup: Lookup) -> set[str]:
    """Return a source with its passages, and the things of which no other file says what they are."""
    elsewhere = {fact.subject for file, fact in lookup.having([TYPE]) if file.path != card.path}
    return {fact.subject for fact in lookup.facts[str(card.path)] if fact.predicate == TYPE} - elsewhere


def _decisions(lookup: Lookup, own: set[str]) -> set[str]:
    """Return the verdicts on some things and the searches for them; not those that merge another thing into one."""
    found = {fact.subject for _, fact in lookup.having([PCG + "onSubject", PCG + "searchedFor"]) if fact.value in own}
    return found | {one.verdict for one in identities(lookup) if one.answer != "prefers" and one.value.value in own}


def _passages(facts: Iterable[Fact], own: set[str], start: str) -> set[str]:
    """Return the passages that only some things of a source cite."""
    cited = {fact.value for fact in facts if fact.predicate == STATED_IN and fact.subject in own}
    others = {fact.value for fact in facts if fact.subject not in own}
    return {each for each in cited - others if each.startswith(start)}


def _without(lookup: Lookup, path: Path, own: set[str]) -> str:
    file = next(file for file in lookup.inputs.files if file.path == path)
    document = Document(file.text, shown(path), lookup.inputs.names.prefixes)
    document.replace({fact.subject for fact in lookup.facts[str(path)]} & own, {})
    return document.text()

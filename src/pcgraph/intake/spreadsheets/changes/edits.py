"""The edits of files that a changed table makes. Only the statements of the cells that changed are edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import count

import pyoxigraph as ox

from pcgraph.intake.spreadsheets.changes.said import (
    DATE,
    STATED_IN,
    STATUS,
    STEP,
    UNNAMED,
    UNNAMED_PARTY,
    Cell,
    Content,
    Facts,
    RowKey,
    plain,
)
from pcgraph.model.namespaces import DESCRIPTION, LABEL, PCG, TYPE, V
from pcgraph.store.data_folder import File
from pcgraph.store.files import shown
from pcgraph.turtle.document import Document
from pcgraph.turtle.terms import Said, Term, Terms

PLAIN_STEP = {TYPE, STATUS, DATE, STATED_IN}  # what a row can say about a step
PLAIN_ENTRY = {TYPE, LABEL, DESCRIPTION}  # what a row can say in the register


class Edits:
    """New content of subjects, by file; a subject without content is removed."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.files: dict[str, File] = {}
        self.said: dict[str, dict[str, Terms]] = defaultdict(dict)
        self.owner: dict[str, str] = {}  # new part → the engagement after which it stands
        self.gone: dict[RowKey, None] = {}

    def now(self, file: File, subject: str) -> Terms:
        """Return what a file says about a subject after the edits so far, to change it."""
        self.files[str(file.path)] = file
        own = self.said[str(file.path)]
        if subject not in own:
            own[subject] = {verb: [*terms] for verb, terms in self.facts.said(file).get(subject, {}).items()}
        return own[subject]

    def set_cell(self, key: RowKey, cell: Cell, old: Collection[object], new: list[Term]) -> bool:
        """Replace the old values of a cell with new ones; False if that would lose something, or has no place."""
        iri, source = self.facts.names.id + key.id, self.facts.files[key.source]
        if cell.of == "register":
            files = [file for file in self.facts.register.get(iri, ()) if LABEL in self.facts.said(file)[iri]]
            places = [(file, iri) for file in files]
        else:
            places = [(source, source.graph if cell.of == "source" else iri)]
        for file, subject in places:
            before = self.now(file, subject).get(cell.property, [])
            unnamed = [term for term in before if self.facts.is_unnamed(term)]
            if UNNAMED.value in old and UNNAMED not in new and not self._drop(file, unnamed):
                return False
            kept = [term for term in before if plain(term) not in old or term in new]
            if UNNAMED in new and unnamed:
                kept += [term for term in unnamed if term not in kept]
            known = set(map(plain, kept)) | ({UNNAMED.value} if unnamed else set())
            added = [term for term in new if plain(term) not in known]
            kept = [term for term in before if term in kept or plain(term) in set(map(plain, new))]
            own = self.now(file, subject)
            last = {} if cell.property in own else {verb: own.pop(verb) for verb in (STEP, STATED_IN) if verb in own}
            own[cell.property] = kept + [self._party(file, iri) if term == UNNAMED else term for term in added]
            own |= last
        return bool(places)

    def set_terms(self, file: File, subject: str, verb: str, old: Collection[object], new: list[Term]) -> None:
        """Replace the old values of a property with new ones; others stay."""
        own = self.now(file, subject)
        wanted = set(map(plain, new))
        kept = [term for term in own.get(verb, []) if plain(term) not in old or plain(term) in wanted]
        own[verb] = kept + [term for term in new if plain(term) not in set(map(plain, kept))]

    def _drop(self, file: File, parties: Iterable[Term]) -> bool:
        """Remove parties without a name, unless the file says more about them."""
        for party in parties:
            if self.facts.said(file).get(party.value, {}).keys() - {TYPE, STATED_IN}:
                return False
            self.now(file, party.value).clear()
        return True

    def _party(self, file: File, engagement: str) -> Term:
        iri = self._free(file, f"{engagement}.unnamed")
        self.now(file, iri)[TYPE] = [ox.NamedNode(UNNAMED_PARTY)]
        self.owner[iri] = engagement
        return ox.NamedNode(iri)

    def _free(self, file: File, iri: str) -> str:
        taken = self.facts.said(file).keys() | self.said[str(file.path)].keys()
        return next(name for n in count(1) if (name := iri if n == 1 else f"{iri}-{n}") not in taken)

    def set_step(self, key: RowKey, old: str, new: str, day: str, data: Content) -> bool:
        """Set the date of a step, add it, or remove it; False if the file says more about one to remove.

        `old` and `new` are its status; "" for none.
        """
        file, engagement = self.facts.files[key.source], self.facts.names.id + key.id
        step = next((iri for status, _, iri in data.steps if old and status == old), "")
        if old != new and step:
            if self.facts.said(file).get(step, {}).keys() - PLAIN_STEP:
                return False
            self.now(file, step).clear()
            steps = self.now(file, engagement)[STEP]
            steps[:] = [term for term in steps if term.value != step]
        if old != new and new:
            step = self._free(file, f"{engagement}.{new}")
            said = self.now(file, step)
            said |= {TYPE: [ox.NamedNode(PCG + "Step")], STATUS: [ox.NamedNode(V + new)], DATE: []}
            said[STATED_IN] = [*self.now(file, engagement).get(STATED_IN, ())]
            self.now(file, engagement).setdefault(STEP, []).append(ox.NamedNode(step))
            self.owner[step] = engagement
        if new:
            self.now(file, step)[DATE] = [ox.Literal(day)] if day else []
        return True

    def set_passages(self, key: RowKey, gone: list[str], new: Mapping[str, str]) -> bool:
        """Let an engagement and its parts stand in other passages; False if one would stand in none."""
        file = self.facts.files[key.source]
        added = [ox.NamedNode(iri) for iri in new]
        for subject in [
            *self.facts.subjects(key),
            *(each for each, of in self.owner.items() if of == self.facts.names.id + key.id),
        ]:
            terms = self.now(file, subject).get(STATED_IN, [])
            left = [term for term in terms if term.value not in gone]
            moved = len(left) < len(terms) or subject == self.facts.names.id + key.id
            if terms and not (terms_now := left + [term for term in added if moved and term not in left]):
                return False
            if terms:
                terms[:] = terms_now
        for iri, locator in new.items():
            if iri not in self.facts.said(file):
                self.now(file, iri).update(
                    {TYPE: [ox.NamedNode(PCG + "Passage")], PCG + "locator": [ox.Literal(locator)]}
                )
        return True

    def remove(self, key: RowKey) -> None:
        """Remove what a source says about an engagement, and its entry of the register if no source tells of it."""
        file = self.facts.files[key.source]
        for subject in self.facts.subjects(key):
            self.now(file, subject).clear()
        self.gone[key] = None
        iri = self.facts.names.id + key.id
        others = [slug for slug, each in self.facts.files.items() if iri in self.facts.said(each)]
        if all(RowKey(slug, key.id) in self.gone for slug in others):
            for each in self.facts.register.get(iri, ()):
                if not self.facts.said(each)[iri].keys() - PLAIN_ENTRY:
                    self.now(each, iri).clear()

    def apply(self, name: str, text: str) -> str:
        """Return the text of a file with its edits; passages that nothing cites any more are removed."""
        file, prefixes = self.files[name], self.facts.names.prefixes
        document = Document(text, shown(file.path), prefixes)
        cited = _cited(document)
        parts: dict[str, Said] = defaultdict(dict)
        for subject, said in self.said[name].items():
            if subject in self.owner:
                parts[self.owner[subject]][subject] = said
        for subject, said in self.said[name].items():
            filled = {verb: terms for verb, terms in said.items() if terms}
            if subject in self.owner:
                continue
            passage = any(term.value == PCG + "Passage" for term in filled.get(TYPE, ()))
            document.replace([subject], ({subject: filled} if filled else {}) | parts.get(subject, {}), last=passage)
        document.replace(cited - _cited(document), {})
        return document.text()


def _cited(document: Document) -> set[str]:
    """Return the passages of a file that something in it cites."""
    own = {triple.subject.value for triple in document.triples if triple.object.value == PCG + "Passage"}
    return own & document.named()

"""Merges two entries that are the same thing, and deletes what nothing refers to; both are shown before they are saved.

A merge is a judgement: what sources say stays as it is, and without the judgement the two are separate again.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pcgraph.errors import UsageError
from pcgraph.intake.curation.journal import digest
from pcgraph.intake.curation.removal import Removal, is_part, parts, removal
from pcgraph.intake.curation.save import Stale, save_texts
from pcgraph.model.dates import spelled
from pcgraph.model.namespaces import BASE, LABEL, PCG, SKOS, TYPE, local
from pcgraph.store.data_folder import STORIES, File
from pcgraph.store.files import shown
from pcgraph.validation.index import Fact
from pcgraph.validation.rules.identity import Identity, identities, preferred_iris
from pcgraph.web.curate.decisions import check_named, judgement, with_verdict
from pcgraph.web.curate.desk import Desk

NAMES = (LABEL, SKOS + "altLabel", SKOS + "hiddenLabel")
JUDGED = {"rejects": "Not the same", "leavesOpen": "Cannot say"}
UNSAID = {"reason": "to be entered", "by": "to be entered"}  # while a merge is only looked at
Facts = list[tuple[File, Fact]]
Plain = dict[str, Any]


def look_at_merge(desk: Desk, data: Mapping[str, Any]) -> Plain:
    """Return what merging one entry into another changes; its ``lines`` say why they cannot be merged."""
    with desk.lock:
        desk.checker.refresh()
        words, lookup = _Words(desk), desk.checker.lookup
        gone, kept = (desk.words.names.id + data[name] for name in ("id", "into"))
        lines, texts = words.why_not_merged(gone, kept), dict[Path, str]()
        if not lines:
            texts = _merged(desk, {**data, **UNSAID})[1]
            lines = words.faults(texts)
        said, named = words.sources_about(gone), words.register_naming(gone)
        own, same = words.register_of(gone), {(fact.predicate, fact.term) for fact in words.register_of(kept)}
        return _with_sum(
            {
                "lines": lines,
                "entries": [words.card(each) for each in (gone, kept) if each in lookup.types],
                "files": [words.file(path) for path in texts],
                "facts": len(said) + len(named),
                "sources": len({file.path for file, _ in said}),
                "places": sorted(
                    {words.place_of(fact) for fact in [*named, *(fact for _, fact in said)]} - {words.label(gone)}
                ),
                "left": [
                    f"{words.term(fact.predicate)}: {words.value(fact)}"
                    for fact in own
                    if fact.predicate not in NAMES and (fact.predicate, fact.term) not in same
                ],
                "earlier": [
                    f"{JUDGED.get(one.answer, '')}, of {words.reason(one.file, one.verdict)}"
                    for one in _earlier(desk, gone, kept)
                ],
            }
        )


def merge(desk: Desk, data: Mapping[str, Any]) -> str:
    """Write the judgement that merges one entry into another, and return its id."""
    check_named(data)
    with desk.lock:
        _check_shown(look_at_merge(desk, data), data)
        made, texts = _merged(desk, data)
        save_texts(desk.checker, desk.journal, lambda: texts)
    return made


def look_at_deletion(desk: Desk, data: Mapping[str, Any]) -> Plain:
    """Return what goes with an entry or a source; if something refers to it, ``users`` says what, and it cannot go."""
    with desk.lock:
        desk.checker.refresh()
        return _deletion(desk, data)[1]


def delete(desk: Desk, data: Mapping[str, Any]) -> list[str]:
    """Delete an entry or a source with what only it holds, and return the files that have changed."""

    def texts() -> Mapping[Path, str | None]:
        found, plain = _deletion(desk, data)
        _check_shown(plain, data)
        return found.texts

    with desk.lock:
        return [shown(path) for path in save_texts(desk.checker, desk.journal, texts)]


def _merged(desk: Desk, data: Mapping[str, Any]) -> tuple[str, dict[Path, str]]:
    """Return the id of the judgement that merges, and the texts with it; it replaces what was judged of the two."""
    gone, kept = (desk.words.names.id + data[name] for name in ("id", "into"))
    stem, said = f"{data['id']}-and-{data['into']}", judgement(gone, "prefers", kept)
    return with_verdict(desk, "judgements.ttl", stem, said, data, replaced=_earlier(desk, gone, kept))


def _earlier(desk: Desk, gone: str, kept: str) -> list[Identity]:
    pair = {gone, kept}
    return [one for one in identities(desk.checker.lookup) if {one.subject.value, one.value.value} == pair]


def _deletion(desk: Desk, data: Mapping[str, Any]) -> tuple[Removal, Plain]:
    names, slug, lookup = desk.words.names, data["id"], desk.checker.lookup
    iri = (names.src if data.get("source") else names.id) + slug
    if iri not in lookup.types:
        raise UsageError(f"deletion: {slug[:60]!r} is unknown; expected an entry or a source; choose one from the list")
    words, found = _Words(desk), removal(lookup, iri)
    engagements = sorted(each for each in found.own if lookup.is_a(each, "Engagement"))
    users = [words.place(file, fact) for file, fact in found.users] + _page(desk, found.own)
    lines = [] if users else words.faults(found.texts)
    numbers = Counter(file.path for file, _ in found.gone)
    verdicts = {fact.subject: file for file, fact in found.gone if file.role == "verdicts"}
    return found, _with_sum(
        {
            "lines": lines,
            "users": [*{each["text"]: each for each in users}.values()],
            "entries": [] if data.get("source") else [words.card(iri)],
            "engagements": [words.label(each) for each in engagements],
            "decisions": [words.reason(file, verdict) for verdict, file in verdicts.items()],
            "files": [f"{words.file(path)}: {number:,}" for path, number in numbers.items()],
            "facts": len(found.gone),
        }
    )


def _page(desk: Desk, gone: set[str]) -> list[dict[str, str]]:
    """Return what names some things for the page: a story, or the sides of the project."""
    path, ids = desk.checker.inputs.data / STORIES, {local(each) for each in gone}
    told = re.findall(r"\bid:([\w.-]*\w)", path.read_bytes().decode("utf-8", "replace")) if path.is_file() else ()
    named = {"a story of the page": told, "the sides of the project": desk.checker.inputs.project.sides}
    return [{"text": text, "slug": ""} for text, each in named.items() if ids & {*each}]


def _with_sum(plain: Plain) -> Plain:
    return plain | {"shown": digest(json.dumps(plain))}


def _check_shown(plain: Plain, data: Mapping[str, Any]) -> None:
    """Raise if a plan is not the one that the curator has seen, or cannot be carried out."""
    if plain["shown"] != data["shown"]:
        raise Stale("entry: is not as it was shown; expected what was looked at; look at it again")
    if plain["lines"]:
        raise UsageError(plain["lines"][0])
    if number := len(plain.get("users", ())):
        raise UsageError(
            f"entry: is referred to in {number:,} place{'s' * (number > 1)}; expected none; change these, or keep it"
        )


class _Words:
    """The names of things in words, read once for a request."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.lookup, self.labels = desk, desk.checker.lookup, desk.labels()
        facts = self.lookup.ontology_facts
        english = (fact for fact in facts if fact.predicate == LABEL and getattr(fact.term, "language", None) == "en")
        self.terms = {fact.subject: fact.value for fact in english}
        self.titles = {desk.words.names.src + slug: title for slug, title in desk.titles().items()}

    def label(self, iri: str) -> str:
        """Return the label of a thing, or the title of a source."""
        return self.labels.get(iri) or self.titles.get(iri.partition("#")[0]) or local(iri)

    def term(self, iri: str) -> str:
        return self.terms.get(iri) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local(iri)).lower()

    def value(self, fact: Fact) -> str:
        if not fact.names:
            return spelled(fact.value)
        if not fact.value.startswith((BASE, self.desk.words.names.base)):
            return fact.value
        return self.term(fact.value) if fact.predicate == TYPE else self.label(fact.value)

    def place_of(self, fact: Fact) -> str:
        """Return the label of what a fact is about: of a step or another part, that of its engagement."""
        iri = fact.subject
        return self.label(iri.rpartition(".")[0] if is_part(self.lookup, iri) else iri)

    def register_of(self, iri: str) -> list[Fact]:
        return [fact for _, fact in self.lookup.facts_by_role("register") if fact.subject == iri]

    def register_naming(self, iri: str) -> list[Fact]:
        """Return the facts of the register that name a thing."""
        found = self.lookup.facts_by_role("register")
        return [fact for _, fact in found if fact.names and fact.value == iri]

    def sources_about(self, iri: str) -> Facts:
        """Return the facts of sources that are about a thing or its parts, or name them."""
        own = {iri} | parts(self.lookup, {iri})
        found = self.lookup.facts_by_role("source")
        return [(file, fact) for file, fact in found if fact.subject in own or (fact.names and fact.value in own)]

    def card(self, iri: str) -> Plain:
        """Return what tells an entry from another one of the same name."""
        own, label = self.register_of(iri), self.label(iri)
        places = (self.label(fact.value) for fact in own if fact.predicate in (PCG + "country", PCG + "within"))
        return {
            "id": local(iri),
            "label": label,
            "kind": ", ".join(sorted(map(self.term, self.lookup.types[iri]))),
            "place": next(places, ""),
            "names": sorted({fact.value for fact in own if fact.predicate in NAMES} - {label}),
            "sources": len({file.path for file, _ in self.sources_about(iri)}),
        }

    def reason(self, file: File, verdict: str) -> str:
        """Return what a verdict is about, and its reason."""
        facts = self.lookup.facts[str(file.path)]
        said = {local(fact.predicate): fact.value for fact in facts if fact.subject == verdict}
        about = self.label(said["onSubject"]) if "onSubject" in said else said.get("onName", "")
        return f"“{about}”: {said.get('reason', '')}"

    def place(self, file: File, fact: Fact) -> dict[str, str]:
        """Return in words what refers to a thing, with the slug of its source."""
        if file.role == "verdicts":
            return {"text": f"the decision about {self.reason(file, fact.subject)}", "slug": ""}
        if file.role == "searches":
            return {"text": f"a search for newer documents about “{self.place_of(fact)}”", "slug": ""}
        text = f"“{self.place_of(fact)}”, {self.term(fact.predicate)}"
        source = file.role == "source"
        return {
            "text": f"{text}, in “{self.label(file.graph)}”" if source else text,
            "slug": file.slug if source else "",
        }

    def faults(self, texts: Mapping[Path, str | None]) -> list[str]:
        """Return the errors that new texts of files would bring."""
        found = self.desk.plain(self.desk.checker.new_errors(texts))
        unlike = "The two are of unlike kinds; expected two things of one kind; choose another, or change a kind first"
        return [unlike if each["code"] == "same-unlike" else each["text"] for each in found]

    def file(self, path: Path) -> str:
        """Return what people call a file."""
        file = self.desk.checker.file(path)
        if file and file.role == "register":
            return f"the register ({path.stem})"
        return self.desk.in_words([shown(path)])[0]

    def why_not_merged(self, gone: str, kept: str) -> list[str]:
        """Return why one entry cannot be merged into another; the rules of the data say more."""
        ends = preferred_iris(self.lookup)
        one, other = (f"“{self.label(each)}”" for each in (gone, kept))
        unknown = [self.label(each) for each in (gone, kept) if each not in self.lookup.types]
        if unknown:
            return [f"“{unknown[0][:60]}” is unknown; expected an entry; choose one from the list"]
        if gone == kept:
            return [f"{one} is entered twice; expected two entries; choose another one"]
        for each, name, end in ((gone, one, ends.get(gone)), (kept, other, ends.get(kept))):
            if end and (each == gone or end == gone):
                return [f"{name} is merged into “{self.label(end)}” already; expected another entry; choose one"]
        page = _page(self.desk, {gone})
        return [f"{one} is named by {each['text']}; expected one that is not; swap the two" for each in page]

"""What the app reads and writes: sources as forms, with their texts, their passages and their findings."""

from __future__ import annotations

import difflib
import re
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.evidence.proof import passage_states
from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.intake.curation import form
from pcgraph.intake.curation.check import Checker
from pcgraph.intake.curation.edit import with_engagement
from pcgraph.intake.curation.form import Node, Passage
from pcgraph.intake.curation.journal import Journal, digest
from pcgraph.intake.curation.save import save, save_texts, with_entries
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.intake.passages import described
from pcgraph.model.dates import spelled
from pcgraph.model.namespaces import LABEL, TYPE, local
from pcgraph.model.passages import CHANGED, HASH_NOT_CHECKED, POINTER_ONLY
from pcgraph.store import data_folder
from pcgraph.store.data_folder import File
from pcgraph.store.files import regular
from pcgraph.store.project import Project
from pcgraph.turtle.parser import Block
from pcgraph.turtle.terms import Terms, block
from pcgraph.validation.finding import Finding
from pcgraph.validation.passages import Text, places, state
from pcgraph.web.curate import vocabulary
from pcgraph.web.curate.plain import plain

DESCRIPTION = "http://purl.org/dc/terms/description"
LONGEST = 2_000_000  # characters of a text that a browser can show and select in
UNPROVED = frozenset((CHANGED, HASH_NOT_CHECKED, POINTER_ONLY))


class Desk:
    """The project of a curator. Its methods may be called from several threads; one works at a time."""

    def __init__(self, project: Project, ontology: Path, texts: Path | None) -> None:
        self.texts = texts
        self.lock = threading.RLock()
        self.checker = Checker(data_folder.read(project, ontology, empty=True), texts)
        self.journal = Journal(project.folder or project.data.parent)
        with self.journal.locked():
            pass  # puts back what a killed process left half done
        self.checker.refresh()
        self._words: tuple[list[File], Vocabulary] | None = None
        # states of passages, which cost a hash for each word of a text
        self._known: dict[str, tuple[tuple[str, str | None], dict[str, dict[str, Any]]]] = {}

    @property
    def words(self) -> Vocabulary:
        """The words of forms; made anew if the terms of the project have changed."""
        files = self.checker.inputs.by_role("ontology")
        if self._words is None or [*map(id, files)] != [*map(id, self._words[0])]:
            self._words = files, form.vocabulary(self.checker.inputs)
        return self._words[1]

    @property
    def language(self) -> str:
        """Language of the labels of the project."""
        return self.checker.inputs.project.label_language

    def vocabulary(self, more: Iterable[File] = ()) -> dict[str, Any]:
        """Return what forms offer. `more` are files whose use of properties counts as well."""
        with self.lock:
            self.checker.refresh()
            files = [file for file in self.checker.inputs.files if file.role in ("source", "register")]
            project = self.checker.inputs.project
            offered = vocabulary.described(self.checker.lookup, [*files, *more], self.language)
            return offered | {
                "sources": self.titles(),
                "languages": [*project.languages],
                "curator": next(iter(project.creators), ""),
            }

    def queue(self) -> list[dict[str, Any]]:
        """Return all sources, those with the most unproved passages first; of these, those with a text first."""
        with self.lock:
            self.checker.refresh()
            inputs = self.checker.inputs
            counts: dict[str, Counter[str]] = {}
            for row in passage_states(inputs.columns, inputs.names.src).iter_rows(named=True):
                slug = row["passage"].strip("<>").removeprefix(inputs.names.src).partition("#")[0]
                counts.setdefault(slug, Counter())[local(row["state"].strip("<>"))] += 1
            found, labels = [], self.labels()
            for file in inputs.by_role("source"):
                states = self._states(file) if self._path(file.slug) else counts.get(file.slug, Counter())
                own = self._card(file)
                found.append(
                    {
                        "slug": file.slug,
                        "title": own.get("title", file.slug),
                        "publisher": labels.get(own.get("publisher", ""), ""),
                        "date": spelled(own.get("date", "")),
                        "engagements": self._engagements(file),
                        "text": self._path(file.slug) is not None,
                        "states": dict(sorted(states.items())),
                        "unproved": sum(number for name, number in states.items() if name in UNPROVED),
                    }
                )
        return sorted(found, key=lambda row: (not row["text"], -row["unproved"], row["slug"]))

    def source(self, slug: str) -> dict[str, Any]:
        """Return a source: its form, its text, the states of its passages, and its findings."""
        with self.lock:
            self.checker.refresh()
            file = self._file(slug)
            return {
                "slug": slug,
                "sha": digest(file.text),
                "form": form.read_quads(file.quads, slug, self.words),
                "text": self.text(slug),
                "passages": self._passages(file),
                "findings": self._findings(self.checker.findings(file.path, file.text)),
                "others": self._others(file),
                "labels": self._labels(file),
                "things": self._things(file),
                "dates": {
                    fact.value: spelled(fact.value)
                    for fact in self.checker.lookup.facts[str(file.path)]
                    if fact.value[:1] in "12["
                },
            }

    def text(self, slug: str) -> str | None:
        """Return the text of a source with every character as in its file; None if there is none."""
        if (path := self._path(slug)) is None:
            return None
        try:
            text = regular(path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidInput(f"{path.name}: cannot be read; expected a text in UTF-8; save it as UTF-8") from error
        if len(text) > LONGEST:
            raise InvalidInput(f"{path.name}: {len(text):,} characters; expected at most {LONGEST:,}; cut the text")
        return text

    def passage(self, slug: str, start: int, end: int) -> Passage:
        """Return the passage from one character to another; white space at its ends is left out."""
        text = self.text(slug) or ""
        piece = text[max(start, 0) : max(end, 0)]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if not 0 <= start < end <= len(text):
            raise UsageError(f"src:{slug}: no passage; expected some words of its text; select them")
        made: Passage = {"id": f"char={start},{end}"}
        return made | described(text, start, end)

    def check(self, change: Change) -> dict[str, Any]:
        """Return what a change would do: the lines of the file that change, and the findings about the file."""
        with self.lock:
            self.checker.refresh()
            file = self._file(change.slug)
            after = self._edited(file, change)
            lines = difflib.unified_diff(file.text.splitlines(), after.splitlines(), lineterm="", n=1)
            return {
                "diff": [line for line in lines if not line.startswith(("---", "+++"))],
                "findings": self._findings(
                    self.checker.findings(file.path, after, self._entries(change)),
                    {change.node["id"]: change.label} if change.node and change.label else {},
                ),
            }

    def changed(self, change: Change) -> tuple[Path, str]:
        """Return the file that a change concerns, and its new text."""
        with self.lock:
            self.checker.refresh()
            file = self._file(change.slug)
            return file.path, self._edited(file, change)

    def save(self, change: Change) -> dict[str, Any]:
        """Save a change, and return the source as it is then."""
        with self.lock:
            self.checker.refresh()
            file = self._file(change.slug)
            entries = [entry] if (entry := self._entry(change)) else []
            renamed = self._renamed(file, change)
            save(self.checker, self.journal, change.slug, change.sha, self._edited(file, change), entries, renamed)
            return self.source(change.slug)

    def register(self, blocks: Mapping[str, Block]) -> None:
        """Add things to the register, in one step: slug → entry."""
        with self.lock:
            self.checker.refresh()
            for slug in blocks:
                if self.words.names.id + slug in self.checker.lookup.types:
                    raise UsageError(
                        f"register: id:{slug} is known; expected a new id; choose the known one, or enter another"
                    )
            save_texts(self.checker, self.journal, lambda: with_entries(self.checker, [*blocks.values()]))

    def undo(self) -> list[str]:
        """Undo the last step, and return the files that it had changed."""
        with self.lock:
            return self.journal.undo()

    def redo(self) -> list[str]:
        """Save again what was undone last, and return the files that it had changed."""
        with self.lock:
            return self.journal.redo()

    def plain(self, findings: Iterable[Finding]) -> list[dict[str, Any]]:
        """Return findings as plain data."""
        return self._findings(findings)

    def in_words(self, texts: Iterable[str], new: Mapping[str, str] | None = None) -> list[str]:
        """Return messages with the labels of things instead of the names in files; `new` are labels not saved yet."""
        with self.lock:
            labels = {**self._terms, **{local(iri): label for iri, label in self.labels().items()}}
            labels |= {**self.titles(), **(new or {})}
        return [plain(text, labels) for text in texts]

    @cached_property
    def _terms(self) -> dict[str, str]:
        """Return the label of each property and class, by its name."""
        return {
            local(fact.subject): fact.value
            for fact in self.checker.lookup.ontology_facts
            if fact.predicate == LABEL and getattr(fact.term, "language", None) == "en"
        }

    def titles(self) -> dict[str, str]:
        """Return the title of each source, by its slug."""
        sources = self.checker.inputs.by_role("source")
        return {file.slug: self._card(file).get("title", file.slug) for file in sources}

    def _engagements(self, file: File) -> int:
        kinds = self.words.ontology.engagement_classes
        facts = self.checker.lookup.facts[str(file.path)]
        return sum(fact.predicate == TYPE and fact.value in kinds for fact in facts)

    def _card(self, file: File) -> dict[str, str]:
        facts = self.checker.lookup.facts[str(file.path)]
        return {local(fact.predicate): fact.value for fact in facts if fact.subject == file.graph}

    def _file(self, slug: str) -> File:
        file = next((file for file in self.checker.inputs.by_role("source") if file.slug == slug), None)
        if file is None:
            raise InvalidInput(f"src:{slug}: no source; expected one; {nearest(slug, self.checker.inputs.slugs)}")
        return file

    def _path(self, slug: str) -> Path | None:
        path = self.texts / f"{slug}.txt" if self.texts and data_folder.SLUG.fullmatch(slug) else None
        return path if path and path.is_file() else None

    def _edited(self, file: File, change: Change) -> str:
        iri = self.words.names.id + change.id
        if change.is_new and any(fact.subject == iri for fact in self.checker.lookup.facts[str(file.path)]):
            raise UsageError(f"{change.id}: is in this source already; expected a new id; open it, or enter another")
        where = f"sources/{file.path.name}"
        return with_engagement(file.text, where, change.id, change.node, change.passages, self.words, change.slug)

    def _entry(self, change: Change) -> Block | None:
        """Return the entry of the register for an engagement that has none: its label and its summary."""
        if change.node is None or not change.label:
            return None
        iri = self.words.names.id + change.node["id"]
        said: Terms = {LABEL: [ox.Literal(change.label, language=self.language)]}
        if change.summary:
            said[DESCRIPTION] = [ox.Literal(change.summary, language=self.language)]
        return block(iri, said, self.words.names.prefixes)

    def _entries(self, change: Change) -> dict[Path, str]:
        entries = [entry] if (entry := self._entry(change)) else []
        renamed = self._renamed(self._file(change.slug), change)
        return with_entries(self.checker, entries, renamed) if entries or renamed else {}

    def _renamed(self, file: File, change: Change) -> dict[str, str]:
        """Return the engagement that no source tells of after a change → its new IRI, or "" if it is removed."""
        new = change.node["id"] if change.node else ""
        if new == change.id or change.id == change.slug or change.id in self._others(file):
            return {}
        return {self.words.names.id + change.id: new and self.words.names.id + new}

    def _labels(self, file: File) -> dict[str, dict[str, str]]:
        """Return the labels of each thing that a source tells of: language → label."""
        own = {fact.subject for fact in self.checker.lookup.facts[str(file.path)]}
        found: dict[str, dict[str, str]] = {}
        for _, fact in self.checker.lookup.facts_by_role("register"):
            if fact.predicate == LABEL and fact.subject in own:
                found.setdefault(local(fact.subject), {})[getattr(fact.term, "language", None) or ""] = fact.value
        return found

    def _things(self, file: File) -> dict[str, str]:
        """Return the label of each thing of the register that a source names."""
        own = {each for fact in self.checker.lookup.facts[str(file.path)] for each in (fact.subject, fact.value)}
        return {
            self.words.names.compact(iri).removeprefix("id:"): label
            for iri, label in self.labels().items()
            if iri in own
        }

    def labels(self) -> dict[str, str]:
        """Return the label of each thing of the register, in the language of the project or else in any."""
        found: dict[str, str] = {}
        for _, fact in self.checker.lookup.facts_by_role("register"):
            if fact.predicate == LABEL and (
                fact.subject not in found or getattr(fact.term, "language", None) == self.language
            ):
                found[fact.subject] = fact.value
        return found

    def _states(self, file: File) -> Counter[str]:
        return Counter(row["state"] for row in self._passages(file).values())

    def _passages(self, file: File) -> dict[str, dict[str, Any]]:
        """Return the id of each passage → its state and, if its words were found, its place."""
        content = self.text(file.slug)
        key = file.text, content
        if file.slug not in self._known or self._known[file.slug][0] != key:
            text, found = Text(content) if content is not None else None, dict[str, dict[str, Any]]()
            for place in places(file, self.checker.lookup.facts[str(file.path)]):
                name, spans = state(place, text)
                span = spans[0] if spans else None
                found[place.iri.removeprefix(file.graph + "#")] = {"state": name, "span": span}
            self._known[file.slug] = key, found
        return self._known[file.slug][1]

    def _others(self, file: File) -> dict[str, list[str]]:
        """Return engagement → the other sources that tell of it."""
        own = {fact.subject for fact in self.checker.lookup.facts[str(file.path)]}
        found: dict[str, list[str]] = {}
        for other, facts in self.checker.lookup.by_role("source"):
            if other.path != file.path:
                for subject in {fact.subject for fact in facts} & own:
                    found.setdefault(local(subject), []).append(other.slug)
        return found

    def _findings(self, found: Iterable[Finding], new: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
        found = [*found]
        texts = self.in_words((f"{each.message}; {each.expected}; {each.todo}" for each in found), new)
        return [
            {
                "severity": each.severity,
                "code": each.code,
                "text": text,
                "id": match[1] if (match := re.match(r"(?:id|src):([\w.-]+)", each.message)) else "",
                "fields": re.findall(r"pcg:(\w+)", each.message),
            }
            for each, text in zip(found, texts, strict=True)
        ]


class Change:
    """A change of one engagement, card or other thing in the file of a source.

    Attributes
    ----------
    slug : str
        Of the source.
    sha : str
        SHA-256 of the file that the form was read from.
    id : str
        What is changed; the id of a new one.
    node : Node or None
        None removes it.
    passages : list of Passage
    is_new : bool
        Whether it must not be in the file yet.
    label, summary : str
        For the register, if it has no entry of the engagement; "" for none.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.slug, self.sha, self.id = data["slug"], data["sha"], data["id"]
        self.node: Node | None = data["node"]
        self.passages: Sequence[Passage] = data["passages"]
        self.is_new = data.get("was", self.id) == ""
        self.label, self.summary = (" ".join(data.get(name, "").split()) for name in ("label", "summary"))

"""Checks a changed file against a whole project, fast enough for every save."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from pcgraph import validation
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.store import data_folder
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import shown
from pcgraph.validation import shapes
from pcgraph.validation.finding import Finding
from pcgraph.validation.index import Lookup

State: TypeAlias = tuple[frozenset[tuple[Path, str]], tuple[tuple[int, int, int], ...]]
RUNS = 4  # last runs of the rules that are kept


class Checker:
    """The index of a project, kept between checks.

    >>> from pcgraph.store.files import PACKAGE, home
    >>> checker = Checker(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    >>> file = checker.inputs.by_role("source")[0]
    >>> [finding.code for finding in checker.findings(file.path, file.text.replace("pcg:title", "pcg:titel"))]
    ['source-form', 'unknown-term']
    """

    def __init__(self, inputs: Inputs, texts: Path | None = None) -> None:
        self.lookup, self._texts = Lookup(inputs), texts
        self._shapes = shapes.read(inputs.ontology / "shapes.ttl", inputs.names, inputs.project.label_language)
        self._runs: deque[tuple[State, frozenset[Path], list[Finding]]] = deque(maxlen=RUNS)
        self._stamps = {file.path: _stamp(file.path) for file in inputs.files}

    @property
    def inputs(self) -> Inputs:
        """The files as they were last read."""
        return self.lookup.inputs

    def file(self, path: Path) -> File | None:
        """Return a file as it was last read; None if there is none."""
        return next((file for file in self.inputs.files if file.path == path), None)

    def refresh(self) -> None:
        """Read the files that were changed, added or removed on the disk since they were read."""
        now = dict(data_folder.listing(self.inputs.project, self.inputs.ontology))
        stamps = {path: _stamp(path) for path in now}
        if stamps == self._stamps:
            return
        gone = self._stamps.keys() - stamps.keys()
        changed = {path: role for path, role in now.items() if stamps[path] != self._stamps.get(path)}
        ontology = {file.path for file in self.inputs.by_role("ontology")}
        if "ontology" in changed.values() or ontology & gone:
            self.lookup = Lookup(data_folder.read(self.inputs.project, self.inputs.ontology, empty=True))
        else:
            files = [data_folder.parse(path, role, self.inputs.names) for path, role in changed.items()]
            self.lookup = _without_duplicates(self.lookup.with_files(files, gone))
        self._stamps = stamps

    def findings(self, path: Path, text: str, more: Mapping[Path, str] | None = None) -> list[Finding]:
        """Return what is wrong with one file if it has a certain text: the findings of `validation.run` about it."""
        texts = {**(more or {}), path: text}
        lookup = self._with(texts)
        state = self._state(lookup)
        kept = (found for known, covered, found in self._runs if known == state and path in covered)
        found = next(kept, None)
        return [finding for finding in (self._run(lookup, texts) if found is None else found) if finding.path == path]

    def new_errors(self, texts: Mapping[Path, str | None]) -> list[Finding]:
        """Return the errors that files have, or cause in others, if they have certain texts, and do not have now.

        A file with None is gone. Errors are compared without their lines.
        """
        lookup = self._with(texts)
        affected = [*texts, *self._affected(lookup, texts)]
        after = _errors(self._run(lookup, affected))
        if not after:
            return []
        now = _errors(self._run(self.lookup, affected))
        known = Counter(_key(finding) for finding in now)
        new = []
        for finding in after:
            known[_key(finding)] -= 1
            if known[_key(finding)] < 0:
                new.append(finding)
        return new

    def _run(self, lookup: Lookup, paths: Iterable[Path]) -> list[Finding]:
        """Return the findings about some files. Those of the last runs are kept: a form asks, saves, and asks again."""
        wanted, state = frozenset(paths), self._state(lookup)
        for known, covered, found in self._runs:
            if (known, covered) == (state, wanted):
                return found
        found = validation.run_on(lookup, _files(lookup, wanted), self._shapes, self._texts)
        self._runs.appendleft((state, wanted, found))
        return found

    def _state(self, lookup: Lookup) -> State:
        """Return what findings depend on: the content of every file, and the stamps of the texts."""
        texts = self._texts
        stamps = (_stamp(texts / f"{slug}.txt") for slug in lookup.inputs.slugs) if texts else ()
        return frozenset((file.path, file.text) for file in lookup.inputs.files), tuple(stamps)

    def _with(self, texts: Mapping[Path, str | None]) -> Lookup:
        files, faults = list[File](), list[str]()
        gone = [path for path, text in texts.items() if text is None]
        for path, text in ((path, text) for path, text in texts.items() if text is not None):
            try:
                files.append(data_folder.parse(path, self._role(path), self.inputs.names, text.encode("utf-8")))
            except InvalidInput as error:
                faults += error.faults
        if faults:
            raise InvalidInput(faults)
        return _without_duplicates(self.lookup.with_files(files, gone))

    def _role(self, path: Path) -> str:
        """Return the role of a file of the data folder."""
        data = self.inputs.data
        for folder, role in (("sources", "source"), ("register", "register"), ("terms", "ontology")):
            if path.suffix == ".ttl" and ".." not in path.parts and path.is_relative_to(data / folder):
                return role
        if path.parent == data and path.name in data_folder.ROLES:
            return data_folder.ROLES[path.name]
        raise UsageError(f"{shown(path)}: is no file of the data; expected one below {shown(data)}; choose another")

    def _affected(self, lookup: Lookup, texts: Mapping[Path, str | None]) -> list[Path]:
        """Return the other sources that name something whose class or vocabulary is not what it was."""
        before, after = self.lookup, lookup
        changed = {
            iri
            for old, new in ((before.types, after.types), (before.schemes, after.schemes))
            for iri in old.keys() | new.keys()
            if old.get(iri) != new.get(iri)
        }
        if not changed:
            return []
        return [
            file.path
            for file, facts in after.by_role("source")
            if file.path not in texts and any(fact.subject in changed or fact.value in changed for fact in facts)
        ]


def findings(inputs: Inputs, path: Path, text: str, texts: Path | None = None) -> list[Finding]:
    """Return the findings about one file if it has a certain text; a `Checker` is faster from the second call on."""
    return Checker(inputs, texts).findings(path, text)


def _without_duplicates(lookup: Lookup) -> Lookup:
    if faults := data_folder.duplicate_slugs(lookup.inputs.by_role("source")):
        raise InvalidInput(faults)
    return lookup


def _files(lookup: Lookup, paths: Iterable[Path]) -> list[File]:
    wanted = set(paths)
    return [file for file in lookup.inputs.files if file.path in wanted]


def _errors(found: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.severity == "error"]


def _key(finding: Finding) -> Finding:
    return replace(finding, line=0)


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what changes if a file does; zeros if it is gone."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)

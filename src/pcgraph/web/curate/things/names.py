"""Reads and writes the names of a thing of the register, in the files in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError
from pcgraph.intake.curation.save import REGISTER, Stale, save_texts
from pcgraph.model.namespaces import DESCRIPTION, LABEL, PCG, SKOS, TYPE
from pcgraph.store.files import shown
from pcgraph.turtle.document import Document
from pcgraph.turtle.terms import Term
from pcgraph.web.curate.desk import Desk

NAMES = {"label": LABEL, "altLabel": SKOS + "altLabel", "hiddenLabel": SKOS + "hiddenLabel", "description": DESCRIPTION}
KINDS = {iri: name for name, iri in NAMES.items()}
PLACES = (PCG + "country", PCG + "within")
Pair = tuple[str, Term]  # property and value


def read(desk: Desk, slug: str) -> dict[str, Any]:
    """Return the names of a thing.

    >>> import shutil, tempfile
    >>> from pcgraph.store.files import PACKAGE, home
    >>> from pcgraph.store.project import find
    >>> data = shutil.copytree(PACKAGE / "testing_data", Path(tempfile.mkdtemp()) / "data")
    >>> read(Desk(find(data), home("ontology"), None), "lumen")["names"][1]
    {'kind': 'altLabel', 'value': 'Lumen Lamps', 'language': 'en'}
    """
    with desk.lock:
        desk.checker.refresh()
        iri = desk.words.names.id + slug
        said = _said(desk, iri)
        if not said and iri not in desk.checker.lookup.types:
            raise UsageError(f"names: id:{slug} is unknown; expected the id of a thing; choose one from the list")
        rows = [
            {"kind": KINDS[verb], "value": term.value, "language": getattr(term, "language", None) or ""}
            for pairs in said.values()
            for verb, term in pairs
        ]
        _, kind, places = _kind(desk, iri)
        place = next(iter(places.values()), "")
        return {
            "id": slug,
            "names": rows,
            "file": shown(_home(desk, said)),
            "class": kind,
            "place": place.removeprefix(desk.words.names.id),
            "placeName": desk.labels().get(place, ""),
        }


def write(desk: Desk, data: Mapping[str, Any]) -> list[str]:
    """Write the names of a thing, and return the files that have changed."""
    slug, iri = data["id"], desk.words.names.id + data["id"]
    wanted = list(dict.fromkeys(_pair(slug, row) for row in data["names"] if row["value"].strip()))

    def texts() -> dict[Path, str]:
        said = _said(desk, iri)
        if read(desk, slug)["names"] != data["before"]:
            raise Stale(f"names: those of id:{slug} have changed; expected those that were read; open them again")
        every = [pair for pairs in said.values() for pair in pairs]
        if _has_label(desk, every) and not _has_label(desk, wanted):
            raise UsageError(
                f"names: id:{slug} has no label in {desk.language}; expected one, which this project shows; enter it"
            )
        home, found = _home(desk, said), dict[Path, str]()
        typed, changes = _changes(desk, iri, data)
        for path, own in {home: list[Pair](), **said}.items():
            new = [pair for pair in wanted if pair in own or (path == home and pair not in every)]
            more = changes if path == typed else {}
            if {*new} != {*own} or more:
                text = path.read_bytes().decode("utf-8") if path.exists() else ""
                document = Document(text, shown(path), desk.words.names.prefixes)
                names = {verb: [term for name, term in new if name == verb] for verb in KINDS}
                document.set_values(iri, names | more)
                found[path] = document.text()
        return found

    with desk.lock:
        return [shown(path) for path in save_texts(desk.checker, desk.journal, texts)]


def _kind(desk: Desk, iri: str) -> tuple[Path | None, str, dict[str, str]]:
    """Return the file that says the class of a thing, the class, and property → the country or larger place."""
    for file, facts in desk.checker.lookup.by_role("register"):
        own = [fact for fact in facts if fact.subject == iri]
        kind = next((desk.words.class_name(fact.value) for fact in own if fact.predicate == TYPE), "")
        if kind:
            return file.path, kind, {fact.predicate: fact.value for fact in own if fact.predicate in PLACES}
    return None, "", {}


def _changes(desk: Desk, iri: str, data: Mapping[str, Any]) -> tuple[Path | None, dict[str, list[Term]]]:
    """Return where the class of a thing stands, and property → new value of its class and its country."""
    path, kind, places = _kind(desk, iri)
    wanted = data.get("class") or kind
    found: dict[str, list[Term]] = {}
    if wanted != kind:
        found[TYPE] = [ox.NamedNode(desk.words.ontology.term(wanted))]
    field = next(iter(places), PCG + data.get("field", "country"))
    place = data.get("place", "") and desk.words.names.id + data["place"]
    if "place" in data and place != places.get(field, ""):
        found[field] = [ox.NamedNode(place)] if place else []
    return path, found


def _said(desk: Desk, iri: str) -> dict[Path, list[Pair]]:
    """Return each file of the register that tells of a thing, with the names in it."""
    found: dict[Path, list[Pair]] = {}
    for file, facts in desk.checker.lookup.by_role("register"):
        own = [fact for fact in facts if fact.subject == iri]
        if own:
            found[file.path] = [(fact.predicate, fact.term) for fact in own if fact.predicate in KINDS]
    return found


def _home(desk: Desk, said: Mapping[Path, list[Pair]]) -> Path:
    """Return the file of new names: that of the label, or else the first one that tells of the thing."""
    labelled = [path for path, pairs in said.items() if _has_label(desk, pairs)]
    return next(iter([*labelled, *said, desk.checker.inputs.data / REGISTER]))


def _has_label(desk: Desk, pairs: list[Pair]) -> bool:
    return any(verb == LABEL and getattr(term, "language", None) == desk.language for verb, term in pairs)


def _pair(slug: str, row: Mapping[str, str]) -> Pair:
    try:
        term = ox.Literal(" ".join(row["value"].split()), language=row["language"].strip())
        return NAMES[row["kind"]], term
    except (ValueError, KeyError) as error:
        raise UsageError(
            f"names: {row['value'][:40]!r} of id:{slug} has no language; expected a code such as en or zh; enter it"
        ) from error

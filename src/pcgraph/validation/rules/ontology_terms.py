"""Rules for the terms that a project adds to the shipped ontology.

The checks of ``ontology/checks`` are queries. They see the project's terms under the names that the terms would have in
the shipped namespaces, and so they hold for both alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import yaml

from pcgraph.model import namespaces
from pcgraph.model.namespaces import LABEL, PCG, SECTOR, SKOS, TYPE, V, local
from pcgraph.store.data_folder import File
from pcgraph.store.files import real
from pcgraph.validation.finding import Finding, Severity
from pcgraph.validation.index import Lookup

NAMES = (LABEL, SKOS + "prefLabel", SKOS + "altLabel")
CODES = ("foreign-term", "ontology-form", "redefined-term")
CONCEPTS = {SKOS + name for name in ("Concept", "ConceptScheme", "Collection")}
# Checks of what only a published ontology needs; they are left out.
PUBLISHED = (
    *("missing-defined-by", "missing-example", "missing-namespace", "missing-negative-example", "undeclared-ontology"),
    *("missing-ontology-description", "missing-ontology-licence", "missing-ontology-title"),
)


def check(lookup: Lookup) -> Iterator[Finding]:
    """Yield what is wrong with the terms of the project; nothing if it has none."""
    shipped, own = _files(lookup)
    if not own:
        return
    known = {quad.subject.value for file in shipped for quad in file.quads}
    concepts = {
        quad.subject.value
        for file in own
        for quad in file.quads
        if quad.predicate.value == TYPE and quad.object.value in CONCEPTS
    }
    yield from _names(lookup, own, shipped, known, concepts)
    terms = {
        quad.subject.value: file
        for file in own
        for quad in file.quads
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value not in known
    }
    moved = {
        iri: iri if iri.startswith((PCG, V, SECTOR)) else (V if iri in concepts else PCG) + local(iri) for iri in terms
    }
    yield from _queries(lookup, terms, moved, [*shipped, *own])


def _files(lookup: Lookup) -> tuple[list[File], list[File]]:
    """Return the files of the shipped ontology and those of the project."""
    folder, files = real(lookup.inputs.ontology), lookup.inputs.by_role("ontology")
    shipped = [file for file in files if real(file.path).is_relative_to(folder)]
    return shipped, [file for file in files if file not in shipped]


def _names(
    lookup: Lookup, own: list[File], shipped: list[File], known: set[str], concepts: set[str]
) -> Iterator[Finding]:
    """Find terms in other namespaces, and shipped terms that are described again, except by names in new languages."""
    labelled = {
        (quad.subject.value, getattr(quad.object, "language", None))
        for file in shipped
        for quad in file.quads
        if quad.predicate.value in NAMES
    }
    taken = {local(iri): iri for iri in known if iri.startswith(PCG)}
    names = lookup.inputs.names
    seen: set[str] = set()
    for file in own:
        for quad in file.quads:
            iri = quad.subject.value
            if isinstance(quad.subject, ox.BlankNode) or iri in seen:
                continue
            translated = (iri, getattr(quad.object, "language", None)) not in labelled
            if iri in known and not (quad.predicate.value in NAMES and translated):
                seen.add(iri)
                what = f"is a shipped term, and gets {namespaces.compact(quad.predicate.value)} here"
                expected = "expected only labels in further languages for it"
                yield lookup.finding(file, iri, "redefined-term", what, expected, "add a term of your own below it")
            elif not names.is_term(iri):
                seen.add(iri)
                expected = f"expected pcg:, v:, sector: or an IRI that begins with {names.base}"
                what = "is outside the namespaces of terms"
                yield lookup.finding(file, iri, "foreign-term", what, expected, "rename it")
            elif iri not in (known | concepts) and (same := taken.get(local(iri))) is not None:
                seen.add(iri)
                what = f"has the name of the shipped term {namespaces.compact(same)}"
                expected = "expected a name of its own, because terms are called by their last part"
                yield lookup.finding(file, iri, "redefined-term", what, expected, "rename it")


def _queries(lookup: Lookup, terms: dict[str, File], moved: dict[str, str], files: list[File]) -> Iterator[Finding]:
    """Run the checks of the shipped ontology, and yield what they find about the terms of the project."""
    back, language = {new: old for old, new in moved.items()}, lookup.inputs.project.label_language
    store = ox.Store()
    for file in files:
        store.extend(ox.Quad(*(_moved(term, moved) for term in quad.triple)) for quad in file.quads)
    for path in sorted((lookup.inputs.ontology / "checks").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        if language != "en":
            text = re.sub(r'FILTER\(LANG\((\?\w+)\) = "en"\)', rf'FILTER(LANG(\1) IN ("en", "{language}"))', text)
            text = text.replace(" English", f" English or {language}")
        terms_found = (row["term"].value for row in store.query(text) if isinstance(row["term"], ox.NamedNode))
        found = {back[iri] for iri in terms_found if iri in back}
        if not found or path.stem in PUBLISHED:
            continue
        said = yaml.safe_load("\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ ")))
        severity: Severity = "warning" if said["severity"] == "warn" or "definition" in path.stem else "error"
        title, problem, todo = (_clause(said[name]) for name in ("title", "problem", "fix"))
        for iri in sorted(found):
            what = f"fails the check {path.stem} ({title})"
            yield lookup.finding(
                terms[iri], iri, "ontology-form", what, f"expected none, because {problem}", todo, severity
            )


def _clause(sentence: str) -> str:
    """Return a sentence as a part of a message."""
    return (sentence[0].lower() + sentence[1:].rstrip(".")).replace(";", ",")


def _moved(term: Any, moved: dict[str, str]) -> Any:
    return ox.NamedNode(moved.get(term.value, term.value)) if isinstance(term, ox.NamedNode) else term

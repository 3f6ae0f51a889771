"""Adds a kind of organisation to the terms of a project: a class, below one that exists, in a file of its own terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError
from pcgraph.intake.curation.save import save_texts
from pcgraph.intake.spreadsheets.mapping.sheets import agent_classes
from pcgraph.intake.values import slugify
from pcgraph.model.namespaces import LABEL, OWL, RDFS, SKOS, TYPE, local
from pcgraph.store.files import shown
from pcgraph.store.project import FILE
from pcgraph.turtle.document import Document
from pcgraph.web.curate.desk import Desk

NAME, KEY = "ontology", 'ontology = "ontology"\n'  # the folder of a project's own terms, and the line that names it


def with_kinds(desk: Desk, things: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return new things of the register, after the kinds are added that some of them are of."""
    return [
        {**thing, "class": add(desk, thing["newKind"])} if "newKind" in thing and not thing["class"] else thing
        for thing in things
    ]


def add(desk: Desk, data: Mapping[str, str]) -> str:
    """Add a kind of organisation, and return the name of its class; one that has this label is taken as it is."""
    label, definition = (" ".join(data.get(name, "").split()) for name in ("label", "definition"))
    with desk.lock:
        desk.checker.refresh()
        lookup = desk.checker.lookup
        classes, above = agent_classes(lookup), lookup.ontology.term(data.get("above", ""))
        for fact in lookup.ontology_facts:
            if fact.predicate == LABEL and fact.subject in classes and fact.value.casefold() == label.casefold():
                return desk.words.class_name(fact.subject)
        name = "".join(word.capitalize() for word in slugify(label).split("-"))
        iri = f"{desk.words.names.base}ontology#{name}"
        if not re.search("[A-Za-z]", label):
            raise UsageError(f"kind: {label[:60]!r} has no Latin letters; expected a name in English; enter it")
        if not definition:
            raise UsageError(f"kind: {label}: no meaning; expected one sentence; enter it")
        if lookup.ontology.term(name) in lookup.ontology.supers:
            raise UsageError(f"kind: {label} is the name of something else; expected a new one; enter another")
        if above not in classes:
            raise UsageError(f"kind: {local(above)[:60]!r} is no kind of organisation; expected one; choose it")
        language = desk.language
        said = {
            TYPE: [ox.NamedNode(OWL + "Class")],
            LABEL: [ox.Literal(label, language=language)],
            RDFS + "subClassOf": [ox.NamedNode(above)],
            SKOS + "definition": [ox.Literal(definition, language=language)],
        }
        project = desk.checker.inputs.project
        if project.folder is None:
            raise UsageError(f"kind: the data belong to no project; expected a {FILE}; make one with  pcgraph init")
        path, texts = _place(project.folder, project.ontology)
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        prefixes = {"own": f"{desk.words.names.base}ontology#", "owl": OWL} | desk.words.names.prefixes
        document = Document(text, shown(path), prefixes)
        document.set_values(iri, said)
        save_texts(desk.checker, desk.journal, lambda: {path: document.text()} | texts)
    return name


def _place(folder: Path, own: Path | None) -> tuple[Path, dict[Path, str]]:
    """Return the file of new kinds, and the project file if it has to name the folder of own terms from now on."""
    if own is not None:
        return (own / "curated.ttl" if own.is_dir() else own), {}
    path = folder / FILE
    text, off = path.read_bytes().decode("utf-8"), f"# {KEY}"
    return folder / NAME / "curated.ttl", {path: text.replace(off, KEY, 1) if off in text else KEY + text}

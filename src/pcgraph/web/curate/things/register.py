"""Makes an entry of the register from the few words that a form asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.intake.values import slugify, without_marks
from pcgraph.model.namespaces import LABEL, SKOS, TYPE
from pcgraph.store.countries import names
from pcgraph.store.data_folder import SLUG, SPELT
from pcgraph.turtle.parser import Block
from pcgraph.turtle.terms import Terms, block
from pcgraph.web.curate.desk import Desk


def entries(rows: Iterable[Mapping[str, Any]], desk: Desk) -> tuple[list[str], dict[str, Block]]:
    """Return the slugs of new things, and every new entry by slug: a country can be new with them."""
    found: dict[str, Block] = {}
    slugs: list[str] = []
    for row in rows:
        fields = dict(row.get("fields", {}))
        for name in fields.keys() & {"country", "within"}:
            fields[name] = [each | {"value": _place(str(each.get("value", "")), desk, found)} for each in fields[name]]
        slug, made = entry(dict(row) | {"fields": fields}, desk.words, desk.language)
        if slug in slugs:
            raise UsageError(f"register: id:{slug} is there twice; expected two ids; enter another name for one")
        found[slug] = made
        slugs.append(slug)
    return slugs, found


def _place(text: str, desk: Desk, found: dict[str, Block]) -> str:
    """Return the slug of a country or place; one that only the list of countries knows gets a block."""
    if text in found or desk.words.names.id + text in desk.checker.lookup.types:
        return text
    for code, labels in names(desk.checker.inputs.ontology).items():
        if text.casefold() in (label.casefold() for label in labels.values()):
            label = labels.get(desk.language) or labels["en"]
            said = {"class": "Country", "label": label, "id": slugify(labels["en"])}
            said["fields"] = {"isoCode": [{"value": code, "inferred": False}]}  # type: ignore[assignment]
            slug, made = entry(said, desk.words, desk.language)
            if slug not in found and desk.words.names.id + slug not in desk.checker.lookup.types:
                found[slug] = made
            return slug
    raise UsageError(f"register: {text[:60]!r} is no country that is known; expected its name; register it first")


def entry(data: Mapping[str, Any], words: Vocabulary, language: str) -> tuple[str, Block]:
    """Return the slug and the block of a new agent, place or asset.

    >>> from pcgraph.intake.curation.form import vocabulary
    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> words = vocabulary(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    >>> entry({"class": "Company", "label": "Quay Works"}, words, "en")[1].subject
    'id:quay-works'
    """
    label = without_marks(" ".join(str(data.get("label", "")).split()))
    if not label:
        raise UsageError("register: no name; expected the name of the thing; enter it")
    slug = str(data.get("id") or slugify(label))
    if not SLUG.fullmatch(slug):
        raise UsageError(f"register: {slug[:60]!r} is no id; expected {SPELT}; enter one")
    said: Terms = {
        TYPE: [ox.NamedNode(words.ontology.term(str(data.get("class", ""))))],
        LABEL: [ox.Literal(label, language=language)],
    }
    if aliases := [" ".join(str(each).split()) for each in data.get("aliases", ()) if str(each).strip()]:
        said[SKOS + "altLabel"] = [ox.Literal(each, language=language) for each in aliases]
    for name, values in data.get("fields", {}).items():
        said[words.property(name, slug)] = [words.term(name, value, slug) for value in values]
    return slug, block(words.names.id + slug, said, words.names.prefixes)

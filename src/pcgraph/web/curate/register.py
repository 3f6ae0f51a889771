"""Makes an entry of the register from the few words that a form asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.intake.values import slugify, without_marks
from pcgraph.model.namespaces import LABEL, SKOS, TYPE
from pcgraph.store.data_folder import SLUG, SPELT
from pcgraph.turtle.parser import Block
from pcgraph.turtle.terms import Terms, block


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

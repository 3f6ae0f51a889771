"""Read the list of countries, ``ontology/countries.ttl``: the codes of ISO 3166-1 and their names in several languages.

The list is not loaded into the graph, which would grow by a tenth. Only names of the countries of the register are.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from pcgraph.model.namespaces import SKOS
from pcgraph.store.data_folder import parse


def names(ontology: Path) -> dict[str, dict[str, str]]:
    """Return the names of all countries: code → language → name. Empty if the ontology has no list of countries.

    >>> from pcgraph.store.files import home
    >>> names(home("ontology"))["NO"]["zh"]
    '挪威'
    """
    path = ontology / "countries.ttl"
    codes: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for quad in parse(path, "ontology").quads if path.is_file() else ():
        if isinstance(quad.object, ox.Literal) and quad.predicate.value == SKOS + "notation":
            codes[quad.subject.value] = quad.object.value
        elif isinstance(quad.object, ox.Literal) and quad.predicate.value == SKOS + "prefLabel":
            found.setdefault(quad.subject.value, {})[quad.object.language or "en"] = quad.object.value
    return {code: found.get(concept, {}) for concept, code in codes.items()}

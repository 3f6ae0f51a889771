"""The catalogue as forms: each question as text with a gap for the values of its parameters, which are fields."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples
from pcgraph.query.questions.label_language import in_language
from pcgraph.query.questions.question import LITERALS, Query


def question_forms(store: ox.Store, names: Namespaces = SHIPPED, language: str = "en") -> list[dict[str, Any]]:
    """Return the catalogue: name, topic, title, question, columns, parameters, text before and after their values.

    Labels in the answers are in `language`; see `pcgraph.query.questions.label_language.in_language`.

    A parameter has name, type and example, which is a value of the graph, and `datatype` (the local name of a literal's
    XSD type) or `space` (the namespace of what it names).

    >>> from pcgraph.testing import tiny
    >>> form = next(form for form in question_forms(tiny().store) if form["name"] == "who-signed-with")
    >>> [(field["name"], field["type"], field["example"]) for field in form["parameters"]]
    [('party', 'agent', 'coast-office')]
    """
    asked = (in_language(found, language) for found in catalogue.catalogue().values())
    return [_form(with_examples(store, found, names), names) for found in asked]


def without_header(found: Query) -> str:
    """Return the text of a question without its header."""
    return "\n".join(line for line in found.text.splitlines() if not line.startswith("#+")).strip() + "\n"


def _form(found: Query, names: Namespaces) -> dict[str, Any]:
    text = without_header(found)
    head, tail = text, ""
    if found.parameters:
        mark = "\0"
        bound = sparql.bind(text, {"mark": mark}, found.where)
        head, tail = bound.split(f" VALUES ?mark {{ {mark} }}")
    return {
        "name": found.name,
        "topic": found.topic,
        "title": found.title,
        "question": found.question,
        "columns": found.columns,
        "parameters": [_parameter(name, about, names) for name, about in found.parameters.items()],
        "head": head,
        "tail": tail,
    }


def _parameter(name: str, about: dict[str, Any], names: Namespaces) -> dict[str, str]:
    kind = str(about.get("type", "thing"))
    found = {"name": name, "type": kind, "example": str(about.get("example", ""))}
    if kind in LITERALS:
        return found | {"datatype": LITERALS[kind]}
    return found | {"space": catalogue.namespace(kind, names)}

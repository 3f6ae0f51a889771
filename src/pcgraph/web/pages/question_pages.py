"""The questions of the catalogue as pages: the text, what its columns mean, and the answer as a table."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox

from pcgraph.query.engine.result import Result
from pcgraph.query.engine.result_tsv import value
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples
from pcgraph.query.questions.forms import without_header
from pcgraph.query.questions.label_language import in_language
from pcgraph.query.questions.question import Query
from pcgraph.web.context import Site

MOST_QUADS = 500_000  # in a larger graph some questions take minutes, so that their pages have no answer
MOST_ROWS = 100  # on a page; the table to download has all
LEFT_OUT = "money-left-out"
TOTALS = (
    "commitments-and-payments",
    "money-by-funder-and-year",
    "who-funds-whom",
)  # what they leave out is in LEFT_OUT


def topics() -> list[tuple[str, list[Query]]]:
    """Return the questions of the catalogue by topic."""
    found = sorted(catalogue.catalogue().values(), key=lambda query: (query.topic, query.title))
    return [(topic, [*group]) for topic, group in groupby(found, key=lambda query: query.topic)]


def answer(site: Site, name: str) -> tuple[Query, dict[str, str], Result | None]:
    """Return a question with the examples of its parameters, their values, and the answer.

    The answer is None if a parameter has no example, because nothing of its kind occurs in the graph, or if the graph
    is too large to ask every question of it.
    """
    asked = in_language(catalogue.find(name), site.project.label_language)
    asked = with_examples(site.store, asked, site.kg.names)
    values = {key: str(about.get("example", "")) for key, about in asked.parameters.items()}
    if not all(values.values()) or len(site.store) > MOST_QUADS:
        return asked, values, None
    return asked, values, catalogue.run(site.store, asked, values, site.kg.names)


def answered(site: Site, name: str) -> dict[str, Any]:
    """Return the content of the page of a question."""
    asked, values, result = answer(site, name)
    content: dict[str, Any] = {
        "name": asked.name,
        "title": asked.title,
        "question": asked.question,
        "text": without_header(asked),
        "values": values,
        "address": urlencode({"question": name} | {key: text for key, text in values.items() if text}),
        "command": " ".join(["pcgraph query", name, *(f"--param {key}={text or '…'}" for key, text in values.items())]),
        "answered": result is not None,
        "left_out": LEFT_OUT if name in TOTALS and LEFT_OUT in catalogue.catalogue() else "",
        "missing": [str(asked.parameters[key].get("type", key)) for key, text in values.items() if not text],
    }
    return content if result is None else content | _rows(result)


def _rows(result: Result) -> dict[str, Any]:
    """Return what the page shows of an answer."""
    rows = [[_cell(term) for term in row] for row in result.terms[:MOST_ROWS]]
    return {
        "columns": [(column, str(result.meaning.get(column, ""))) for column in result.columns],
        "rows": rows,
        "count": len(result),
        "more": len(result) - len(rows),
        "graph": result.graph,
        "truth": bool(result) if result.ask else None,
    }


def _cell(term: Any) -> dict[str, Any]:
    """Return a term for the template: an IRI, or a text with its language; a number is marked."""
    if isinstance(term, ox.NamedNode):
        return {"iri": term.value, "number": False}
    plain = value(term)
    language = getattr(term, "language", None) or ""
    is_number = not isinstance(plain, bool) and not isinstance(plain, str) and hasattr(plain, "__add__")
    return {"iri": "", "text": "" if plain is None else str(plain), "language": language, "number": is_number}

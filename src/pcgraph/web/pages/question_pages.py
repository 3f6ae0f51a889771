"""The questions of the catalogue as pages: the text, what its columns mean, and the answer as a table."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from pcgraph.model import dates
from pcgraph.page.view.answers import in_words
from pcgraph.query.engine.result import Result
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples
from pcgraph.query.questions.forms import without_header
from pcgraph.query.questions.label_language import in_language
from pcgraph.query.questions.question import LITERALS, Query, namespace
from pcgraph.web.context import Site
from pcgraph.web.pages import answers

MOST_QUADS = 500_000  # in a larger graph some questions take minutes, so that their pages have no answer
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
        "given": [_given(site, asked, key, text) for key, text in values.items()],
        "address": urlencode({"question": name} | {key: text for key, text in values.items() if text}),
        "command": " ".join(["pcgraph query", name, *(f"--param {key}={text or '…'}" for key, text in values.items())]),
        "answered": result is not None,
        "left_out": LEFT_OUT if name in TOTALS and LEFT_OUT in catalogue.catalogue() else "",
        "missing": [str(asked.parameters[key].get("type", key)) for key, text in values.items() if not text],
    }
    return content if result is None else content | answers.readable(site, asked, result)


def _given(site: Site, asked: Query, name: str, text: str) -> tuple[str, dict[str, Any]]:
    """Return the name of a parameter in words, and its value as a cell."""
    kind = str(asked.parameters[name].get("type", ""))
    return in_words(name), (
        answers.text_cell(dates.spelled(text) if kind in ("date", "period") else text)
        if kind in LITERALS or not text
        else answers.thing_cell(site, namespace(kind, site.kg.names) + text)
    )

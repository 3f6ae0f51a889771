"""The page's answers to questions of the catalogue, computed when the page is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local
from pcgraph.page.view.schema import Answer, Cell
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.query.engine.result import Result
from pcgraph.query.engine.result_tsv import value
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.question import Query
from pcgraph.store.files import home, real

MOST_ROWS = 100
PAIR = ["value", "source", "otherValue", "otherSource"]  # columns of a question that has a row for each pair of sources
MOST_ENGAGEMENTS = 20_000  # the questions would take minutes in a larger graph, so its page has no answers
TIME_LIMIT = 20.0  # seconds for a question that is not shipped


def page_answers(
    snapshot: Snapshot,
    lexicon: Lexicon,
    nodes: Mapping[str, int],
    engagements: Mapping[str, int],
    sources: Mapping[str, int],
    day: date,
) -> list[Answer]:
    """Return the answers to the questions whose header has a key `page`, in the order of its numbers.

    Questions are read from the folder ``queries`` of the project, or from the shipped catalogue. A parameter that is a
    date is the day of the page; a question with another parameter is left out.

    >>> from pcgraph.testing import tiny
    >>> [answer["id"] for answer in tiny().map().view["answers"]][:2]
    ['announced-and-no-later-step', 'memorandum-outcomes']
    """
    if len(engagements) > MOST_ENGAGEMENTS:
        return []
    tables = {"node": nodes, "engagement": engagements, "source": sources, **lexicon.indices}
    folder = snapshot.project.queries
    is_shipped = real(folder) == real(home("queries"))
    found = []
    for query in sorted(catalogue.catalogue(folder).values(), key=lambda query: (query.page, query.name)):
        if not query.page or any(about.get("type") != "date" for about in query.parameters.values()):
            continue
        values = dict.fromkeys(query.parameters, day.isoformat())
        limit = None if is_shipped else TIME_LIMIT
        result = catalogue.run(snapshot.store, query, values, snapshot.names, timeout=limit)
        if result.graph or result.ask:
            continue

        columns = useful_columns(result, lexicon.label)
        described = [
            (name, in_words(name), str(query.columns.get(name, ""))) for name in (result.columns[at] for at in columns)
        ]
        rows = [[_cell(row[place], lexicon, tables) for place in columns] for row in result.terms]
        if [name for name, *_ in described[2:6]] == PAIR:
            rows = contradictions(rows)
            described[2:6] = [("values", "values", "each value with the sources that give it")]
        answer: Answer = {
            "id": query.name,
            "title": query.title or query.name,
            "question": query.question,
            "keywords": [*query.keywords],
            "command": _command(query, values, is_shipped),
            "day": day.isoformat() if values else "",
            "columns": described,
            "rows": rows[:MOST_ROWS],
            "count": len(rows),
        }
        if labels := lexicon.translations(query.titles):
            answer["labels"] = labels
        found.append(answer)
    return found


def contradictions(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return one row for each property with contradicting values, in place of one for each pair of sources."""
    found: dict[str, list[Any]] = {}
    for subject, name, one, source, other, other_source, *rest in rows:
        row = found.setdefault(str((subject, name)), [subject, name, [], *rest])
        row[3:] = [before or after for before, after in zip(row[3:], rest, strict=True)]
        for given, said in ((one, source), (other, other_source)):
            sources: list[Cell] = next((told for known, told in row[2] if known == given), [])
            if not sources:
                row[2].append((given, sources))
            if said not in sources:
                sources.append(said)
    return [*found.values()]


def _command(query: Query, values: Mapping[str, str], is_shipped: bool) -> str:
    """Return the command that prints all rows."""
    name = query.name if is_shipped else f"queries/{query.topic}/{query.name}.rq"
    return " ".join(["pcgraph query", name, *(f"--param {key}={text}" for key, text in values.items())])


def useful_columns(result: Result, label: Callable[[str], str]) -> list[int]:
    """Return the positions of the columns that say something in the first rows.

    A column that is empty there is left out, unless the header says what an empty cell means. So is a column that only
    repeats the things in another column, or their names, because the page shows these names anyway.
    """
    rows = result.terms[:MOST_ROWS]

    def repeats(place: int, other: int) -> bool:
        pairs = [(row[place], row[other]) for row in rows]
        if isinstance(next((term for term, _ in pairs if term is not None), None), ox.Literal):
            named = ((term, label(thing.value) if isinstance(thing, ox.NamedNode) else None) for term, thing in pairs)
            return all(term is None or term.value == name for term, name in named)
        return other < place and all(term == thing for term, thing in pairs)

    def says_nothing(place: int) -> bool:
        if all(row[place] is None for row in rows):
            return "empty:" not in str(result.meaning.get(result.columns[place], ""))
        return any(repeats(place, other) for other in range(len(result.columns)) if other != place)

    return [place for place in range(len(result.columns)) if not rows or not says_nothing(place)]


def in_words(name: str) -> str:
    """Return the name of a column in words.

    >>> in_words("lastReported"), in_words("minDays")
    ('last reported', 'min days')
    """
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: f" {match[1].lower()}", name).replace("_", " ")


def _cell(term: Any, lexicon: Lexicon, rows: Mapping[str, Mapping[str, int]]) -> Cell:
    """Return a term for the page; `rows` maps the name of each table of the page to its IRIs and their indices."""
    if isinstance(term, ox.NamedNode):
        found = next((table for table, indices in rows.items() if term.value in indices), None)
        if found is not None:
            return {found: rows[found][term.value]}
        label = lexicon.label(term.value)
        return (
            label if label != local(term.value) else Entity(term.value).label
        )  # such as a verdict, which has no label
    plain = value(term)
    if isinstance(plain, bool) or not isinstance(plain, int | float | Decimal):
        return "" if plain is None else str(plain)
    return int(plain) if plain == int(plain) else float(plain)

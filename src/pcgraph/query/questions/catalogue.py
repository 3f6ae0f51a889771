"""The catalogue of questions: reads them, binds their parameters and answers them on the embedded engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, UsageError, nearest, warn
from pcgraph.model import namespaces
from pcgraph.model.entities import label
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.model.text import with_article
from pcgraph.query import hints
from pcgraph.query.engine import sparql
from pcgraph.query.engine.evaluate import answer, prepare
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.questions.examples import examples
from pcgraph.query.questions.question import LITERALS
from pcgraph.query.questions.question import Query as Query
from pcgraph.query.questions.question import namespace as namespace
from pcgraph.store.files import home, shown

if TYPE_CHECKING:
    import polars as pl

FORMS = {  # type of a literal → its pattern, and how to write it
    "number": (r"-?\d+", "digits"),
    "date": (r"\d{4}-\d\d-\d\d", "YYYY-MM-DD"),
    "period": (r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "YYYY, YYYY-MM or YYYY-MM-DD"),
}


def parse(text: str, name: str, where: str, topic: str = "") -> Query:
    """Return a query with the fields of its ``#+`` header; without a header it has no parameters."""
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    if not lines:
        return Query(name, text, where, topic)
    import yaml

    try:
        header = yaml.load("\n".join(lines), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
        if not isinstance(header, dict):
            raise yaml.YAMLError("no mapping")
    except yaml.YAMLError as error:
        raise InvalidInput(
            f"{where}:1: query-header: {str(error).splitlines()[0]}; expected YAML after '#+ '; fix the header"
        ) from error
    if "timeout" in (header.get("parameters") or {}):
        raise InvalidInput(
            f"{where}:1: query-header: parameter 'timeout': is the time limit of kg.query; expected another name; "
            "rename it"
        )
    page, titles, keywords = header.get("page") or 0, header.get("titles") or {}, header.get("keywords") or []
    for key, value, kind, example in (
        ("page", page, int, "1"),
        ("titles", titles, dict, "{zh: …, ur: …}"),
        ("keywords", keywords, list, "[money, loans]"),
    ):
        if not isinstance(value, kind):
            raise InvalidInput(
                f"{where}:1: query-header: {key} is {value!r}; expected such as {example}; fix the header"
            )
    return Query(
        name,
        text,
        where,
        topic,
        str(header.get("title", "")),
        str(header.get("question", "")),
        header.get("parameters") or {},
        header.get("columns") or {},
        str(header.get("scope", "current")),
        page,
        {str(language): str(title) for language, title in titles.items()},
        tuple(map(str, keywords)),
    )


def catalogue(folder: Path | None = None) -> dict[str, Query]:
    """Return every question of the catalogue by name, sorted by topic and name."""
    folder = folder or home("queries")
    files = sorted(folder.glob("*/*.rq"))
    return {
        path.stem: parse(path.read_text(encoding="utf-8"), path.stem, shown(path), path.parent.name) for path in files
    }


def describe(asked: Query) -> dict[str, Any]:
    """Return what a list of the catalogue says about a question: name, topic, question, parameters."""
    return {"name": asked.name, "topic": asked.topic, "question": asked.question, "parameters": asked.parameters}


def questions(found: Iterable[Query]) -> pl.DataFrame:
    """Return questions as a frame: name, topic, question, parameters (such as ``party=lumen``, by example).

    >>> questions(catalogue().values()).columns
    ['name', 'topic', 'question', 'parameters']
    """
    import polars as pl

    def example(asked: Query) -> str:
        return " ".join(f"{name}={about.get('example', '…')}" for name, about in asked.parameters.items())

    return pl.DataFrame([{**describe(asked), "parameters": example(asked)} for asked in found])


def find(name: str, folder: Path | None = None) -> Query:
    """Return a question of the catalogue by its name."""
    folder = folder or home("queries")
    names = {path.stem: path for path in folder.glob("*/*.rq")}
    if name not in names:
        raise UsageError(
            f"query {name!r}: unknown; expected a name of the catalogue, a file or '-'; {nearest(name, names)}"
        )
    path = names[name]
    return parse(path.read_text(encoding="utf-8"), name, shown(path), path.parent.name)


def resolve(question: str) -> Query:
    """Return the query for a text: SPARQL if it has white space or a brace, otherwise a name of the catalogue."""
    if not isinstance(question, str) or not question:
        text = f" {question!r}" if question else ""
        raise UsageError(f"query{text}: no question; expected a name of the catalogue or SPARQL; see kg.questions()")
    return parse(question, "query", "query") if is_sparql(question) else find(question.strip())


def is_sparql(text: str) -> bool:
    """Return whether a text is SPARQL and not the name of a question: it has a brace, or a keyword and more.

    >>> is_sparql("ASK{?s ?p ?o}"), is_sparql("DESCRIBE id:lumen")
    (True, True)
    >>> is_sparql("who-signed-with"), is_sparql("who signed with Lumen")
    (False, False)
    """
    words = text.split()
    return "{" in text or text.lstrip().startswith("#") or (len(words) > 1 and sparql.is_keyword(words[0]))


def run(
    store: ox.Store,
    query: Query,
    values: Mapping[str, object] | None = None,
    names: Namespaces = SHIPPED,
    *,
    timeout: float | None = None,
    language: str = "en",
    hinted: bool = False,
) -> Result:
    """Answer a question from the graph `current`; ``GRAPH`` reads the named graphs in scope.

    With `hinted`, each hint is a `pcgraph.PcgraphWarning`; see `pcgraph.query.hints.find`.
    """
    prepared = prepare(query.text, query.where, names=names)
    given = check_names(query, values or {}, lambda: examples(store, query, names))
    bound = {name: term(store, query, name, value, names) for name, value in given.items()}

    def hint(found: Answer) -> list[str]:
        where = f"query {query.name}" if query.topic else query.where
        return hints.find(store, query.text, found.is_empty, None, where, names, bound, bool(query.topic))[0]

    try:
        # The questions of the catalogue are tested; any other text may make the engine abort its process.
        found = answer(store, prepared.bind(bound, query.where),
                       isolate=not query.topic or timeout is not None, timeout=timeout,
                       **({"hint": hint} if hinted else {}))  # fmt: skip
    except (OSError, RuntimeError) as error:  # of a store on disk
        reason = " ".join(str(error).split())[:160]
        if not reason.startswith("Corruption"):
            raise InvalidInput(
                f"the store of the build: cannot be read ({reason}); expected a disk, memory and limits that allow it; "
                "check them, for example with  ulimit -a"
            ) from error
        raise InvalidInput(
            f"the store of the build: damaged ({reason}); expected the bytes that were written; delete its folder "
            "store, and the next run creates it again"
        ) from error
    for line in found.hints:
        warn(line)
    labels = partial(label, store, language=language)
    return Result(found, query.name, query.question, dict(query.columns), label=labels, names=names)


def check_names(
    query: Query, values: Mapping[str, object], find_examples: Callable[[], Mapping[str, str]] = dict
) -> Mapping[str, object]:
    """Return `values` if they are exactly the query's parameters."""
    declared = query.parameters
    for name in values:
        if name not in declared:
            raise UsageError(
                f"query {query.name}: no parameter {name!r}; expected {', '.join(declared) or 'none'}; "
                f"{nearest(name, declared)}"
            )
    for name in declared:
        if values.get(name) is None:
            example = find_examples().get(name) or "…"
            raise UsageError(
                f"query {query.name}: parameter {name!r} is missing; expected a value; add --param {name}={example}"
            )
    return values


def term(store: ox.Store, query: Query, name: str, value: object, own: Namespaces = SHIPPED) -> str:
    """Return a parameter's value as a term in N-Triples form; a thing must be in the graph."""

    def holds(iri: str) -> bool:
        node = ox.NamedNode(iri)
        spots = ((node, None, None), (None, None, node), (None, node, None))
        return any(next(iter(store.quads_for_pattern(*spot)), None) for spot in spots)

    def names(space: str) -> Iterable[str]:
        found = (quad.subject for quad in store)
        return {node.value for node in found if isinstance(node, ox.NamedNode) and node.value.startswith(space)}

    return typed(query, name, value, holds, names, own, lambda: examples(store, query, own))


def typed(
    query: Query,
    name: str,
    value: object,
    holds: Callable[[str], bool],
    names: Callable[[str], Iterable[str]],
    own: Namespaces = SHIPPED,
    find_examples: Callable[[], Mapping[str, str]] = dict,
) -> str:
    """Return a parameter's value as a term in N-Triples form, for any engine."""
    kind = str(query.parameters[name].get("type", "thing"))
    if terms := query.parameters[name].get("terms"):  # of the data; see `pcgraph.query.parameters.with_types`
        return str(terms)
    if kind in LITERALS:
        datatype = namespaces.XSD + LITERALS[kind]
        text = str(value)
        pattern, form = FORMS.get(kind, ("", ""))
        if pattern and not re.fullmatch(pattern, text):
            raise UsageError(f"query {query.name}: {name}={text}: not a {kind}; expected {form}; correct it")
        return str(ox.Literal(text, datatype=ox.NamedNode(datatype)))
    space = namespace(kind, own)
    iri = own.expand(str(value), space)
    try:
        node = str(ox.NamedNode(iri))
    except ValueError as error:
        raise UsageError(
            f"query {query.name}: {name}={value}: no IRI; expected a slug{_such_as(find_examples, name)}; correct it"
        ) from error
    if not holds(iri):
        known = {other[len(space) :] for other in names(space)}
        raise UsageError(
            f"query {query.name}: {name}={value}: not in the graph; "
            f"expected {with_article(kind)}{_such_as(find_examples, name)}; "
            f"{nearest(str(value), {slug for slug in known if slug and '#' not in slug})}"
        )
    return node


def is_iri(text: str) -> bool:
    """Return whether a text is a valid IRI.

    >>> is_iri("https://example.org/a"), is_iri("https://example.org/a b")
    (True, False)
    """
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def _such_as(find_examples: Callable[[], Mapping[str, str]], name: str) -> str:
    example = find_examples().get(name)
    return f" such as {example}" if example else ""

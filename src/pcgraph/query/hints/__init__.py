"""Finds what makes a query answer with less than was meant, or with something else: see `find`.

Where in doubt, no hint is given.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping
from itertools import takewhile

import pyoxigraph as ox

from pcgraph import errors
from pcgraph.model.namespaces import SHIPPED, TYPE, Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.hints import empty, wrong
from pcgraph.query.hints.conflict import Asker
from pcgraph.query.hints.reading import Group, Part, Query, Unread, read
from pcgraph.query.hints.repairs import repairs
from pcgraph.query.hints.terms import Term, describe_problem, find_terms, similar

BUDGET = 0.12  # seconds of the processor for one query
WAIT = 0.005  # seconds between two looks at the clock


def find(
    store: ox.Store, text: str, is_empty: bool, prefixes: Mapping[str, str] | None = None, where: str = "query",
    names: Namespaces = SHIPPED, values: Mapping[str, str] | None = None, question: bool = False,
) -> tuple[list[str], bool]:  # fmt: skip
    """Return one line for each hint, and whether there was time for all of them.

    `is_empty` is whether the answer has no rows; for an ASK, whether it is false. `values` are parameters of the query,
    and `question` is whether it is one of the catalogue, in which only a parameter can be wrong. If the time runs out,
    a thread goes on, so the process should end soon.

    >>> from pcgraph.testing import tiny
    >>> find(tiny().store, "SELECT ?e { ?e pcg:signatry ?a }", True)[0]
    ['query:1:16: pcg:signatry: occurs nowhere; expected a term of the graph; did you mean pcg:signatory?']
    >>> find(tiny().store, "SELECT ?l { ?e rdfs:label ?l FILTER(?l = 'Lumen') }", True)[0][0][:47]
    "query:1:30: FILTER(?l = 'Lumen') leaves nothing"
    """
    found: list[str] = []

    def fill() -> None:
        for line in _hints(store, text, is_empty, prefixes, where, names, values or {}, question):
            if line not in found:
                found.append(line)

    thread, start = threading.Thread(target=fill, daemon=True), time.process_time()
    thread.start()
    while thread.is_alive() and time.process_time() - start < BUDGET:
        thread.join(WAIT)
    return found[:], not thread.is_alive()


def _hints(
    store: ox.Store, text: str, is_empty: bool, prefixes: Mapping[str, str] | None, where: str, names: Namespaces,
    values: Mapping[str, str], question: bool,
) -> Iterator[str]:  # fmt: skip
    known = names.prefixes if prefixes is None else prefixes
    try:
        query = read(sparql.bind(text, values, where), text)
    except (Unread, errors.UsageError):
        query = Query(text, "ASK", "", "", "", Group(), [], None, text)
    asker = Asker(store, query, known, names)
    leading = len(values) or (text.startswith("#+") and len(query.where.items))
    given = [*takewhile(lambda item: isinstance(item, Part) and item.kind == "values", query.where.items[:leading])]
    parameters = [item for item in given if isinstance(item, Part)]
    if question:
        if is_empty:
            yield from empty.explain_parameters(asker, parameters, where)
        return
    blamed = set[int]()
    for finder in (
        _of_terms,
        wrong.find_comparisons,
        wrong.find_codes,
        wrong.find_sums,
        wrong.find_unbound,
        wrong.find_optional,
    ):
        for offset, said in () if finder is wrong.find_optional and is_empty else finder(asker):
            blamed.add(offset)
            yield f"{where}:{query.place(offset)}: {said}"
    counted = query.grouped is None and wrong.COUNTED.search(query.head) and not asker.matches(query.where.parts)
    if is_empty or counted:
        yield from empty.explain(asker, parameters, where, query.form != "ASK", blamed)


def _of_terms(asker: Asker) -> Iterator[tuple[int, str]]:
    text, store, names = asker.query.text, asker.store, asker.names
    tokens = sparql.tokens(text)
    words = {offset: piece for piece, offset in tokens}
    every = asker.query.where.parts

    def propose(term: Term) -> str:
        """Return what was meant by a term, if a query, or at least the part with the term, then matches something."""
        part = next((part for part in every if part.has(term.offset, words[term.offset])), None)
        if part is not None and part.kind != "optional":
            for repair in repairs(asker, part, every):
                if asker.matches(every, repair.instead):
                    return f"did you mean {repair.said.rpartition('write ')[2]}?"
        for curie, sure in similar(store, term.iri, names):
            if part is None or part.kind == "optional":
                return f"did you mean {curie}?"
            instead = {part: part.text.replace(words[term.offset], f"<{names.expand(curie)}>")}
            if asker.matches(every, instead) or (sure and asker.matches({part}, instead)):
                return f"did you mean {curie}?"
        return ""

    resolved = _resolve(tokens, *sparql.prologue(text, asker.given, names.base))
    chosen = bool(asker.query.dataset)
    for term in dict.fromkeys(find_terms(tokens, resolved, names)):
        if problem := describe_problem(store, term, chosen, names, propose):
            yield term.offset, f"{term.written}: {problem}"


def _resolve(tokens: list[tuple[str, int]], prefixes: Mapping[str, str], base: str) -> list[str]:
    """Return the IRI of each piece, "" for one that is no IRI or belongs to a declaration."""
    found, skip = [], 0
    for piece, _ in tokens:
        word = piece.upper()
        skip = {"PREFIX": 3, "BASE": 2, "FROM": 2}.get(word, skip + (word == "NAMED" and skip > 0))
        prefix, colon, local = piece.partition(":")
        iri = ""
        if skip <= 0 and piece[0] == "<" and len(piece) > 2:
            iri = sparql.resolve(base, piece[1:-1])
        elif skip <= 0 and colon and local and prefix in prefixes:
            iri = prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        elif piece == "a":
            iri = TYPE
        skip -= 1
        found.append(iri)
    return found

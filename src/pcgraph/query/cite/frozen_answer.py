"""An answer with everything that makes it citable: query, scope, release, rows, checksums and evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import card, passages
from pcgraph.model.namespaces import CURRENT, PCG
from pcgraph.model.quads import quads, values
from pcgraph.model.scope import Scope
from pcgraph.model.text import counted
from pcgraph.query.cite.citation import citation, sentence
from pcgraph.query.cite.fact_hash import content_hash
from pcgraph.query.cite.frozen_file import KIND, canonical_json, json_hash
from pcgraph.query.cite.last_change import last_change
from pcgraph.query.engine.result import Result
from pcgraph.query.engine.sparql import bind, words
from pcgraph.query.parameters import resolve_values
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.question import Query
from pcgraph.version import __version__


def freeze(
    snapshot: Snapshot, query: Query, given: Mapping[str, object], timeout: float | None = None
) -> dict[str, Any]:
    """Ask a question, and return the content of the file of its answer; see `pcgraph.query.cite.frozen_file.text`.

    >>> from pcgraph.testing import tiny
    >>> found = freeze(tiny(), catalogue.find("who-signed-with"), {"party": "Lumen"})
    >>> found["answer"]["number"], found["evidence"]["things"][0]["label"]
    (1, 'Lamp agreement')
    """
    store, names, project = snapshot.store, snapshot.names, snapshot.project
    typed, resolved = resolve_values(snapshot, query, given)
    bound = {name: catalogue.term(store, typed, name, value, names) for name, value in resolved.items()}
    result = catalogue.run(store, typed, resolved, names, timeout=timeout)
    rows = answer_rows(result, typed.text)
    answer: dict[str, Any] = {"columns": result.columns, "number": len(rows), "rows": rows}
    answer["sha256"] = json_hash(answer)
    about = [f"{name}={given[name]}" for name in sorted(given)]
    title = f"“{query.title or query.question or query.name}”" + (f" ({', '.join(about)})" if about else "")
    scope = scope_as_json(snapshot.scope)
    cited = citation(
        project,
        query.name,
        ", ".join([title, *restrictions(scope), counted(len(rows), "row")]),
        address=project.base,
        day=last_change(snapshot),
    )
    content: dict[str, Any] = {
        "kind": KIND,
        "program": f"pcgraph {__version__}",
        "citation": f"{sentence(cited)} SHA-256 of the answer: {answer['sha256']}",
        "project": {
            "title": project.title,
            "version": project.version,
            "base": project.base,
            "licence": project.licence,
        },
        "question": {
            "name": query.name,
            "title": query.title,
            "question": query.question,
            "values": [[name, str(given[name]), bound[name]] for name in sorted(bound)],
            "query": bind(typed.text, bound, query.where),
        },
        "scope": scope,
        "answer": answer,
        "evidence": evidence(snapshot, things(rows)),
        "graph": graph_checksums(snapshot),
    }
    return {**content, "sha256": json_hash(content)}


def answer_rows(result: Result, query: str) -> list[list[dict[str, str] | None]]:
    """Return the rows as terms of SPARQL JSON, unbound as None. Rows without an order are sorted.

    Blank nodes are named by their first place, because an engine names them anew each time.
    """
    solutions: Any = ox.parse_query_results(result._tsv("iri"), format=ox.QueryResultsFormat.TSV)
    found = json.loads(solutions.serialize(format=ox.QueryResultsFormat.JSON))["results"]["bindings"]
    rows: list[list[dict[str, str] | None]] = [[each.get(name) for name in result.columns] for each in found]
    if not _is_ordered(query):
        rows.sort(
            key=lambda row: canonical_json([term and {**term, "value": ""} if _blank(term) else term for term in row])
        )
    names: dict[str, str] = {}
    for term in (term for row in rows for term in row):
        if term is not None and _blank(term):
            term["value"] = names.setdefault(term["value"], f"b{len(names)}")
    return rows


def _blank(term: Mapping[str, str] | None) -> bool:
    return term is not None and term["type"] == "bnode"


def _is_ordered(query: str) -> bool:
    depth = 0
    for word, _ in words(query):
        if word == "ORDER" and depth == 0:
            return True
        depth += (word in "{([") - (word in "})]")
    return False


def things(rows: Iterable[Sequence[Mapping[str, str] | None]]) -> list[str]:
    """Return the IRIs that rows name, sorted."""
    return sorted({term["value"] for row in rows for term in row if term is not None and term["type"] == "uri"})


def evidence(snapshot: Snapshot, iris: Iterable[str]) -> dict[str, Any]:
    """Return the passages that support things, an engagement's with those of its steps, and the sources of all."""
    store, found, cited = snapshot.store, [], set[str]()
    steps: dict[str, list[str]] = {}
    for engagement, step in snapshot.tables.steps.select(pl.col("engagement", "step")).iter_rows():
        steps.setdefault(engagement, []).append(step)
    for iri in iris:
        own = {passage for subject in (iri, *steps.get(iri, ())) for passage in passages(store, subject)}
        if own:
            rows = [
                {
                    "passage": each.iri,
                    "source": each.source,
                    "pointer": each.pointer,
                    "sha256": each.sha256,
                    "wordHash": min(values(store, each.iri, PCG + "wordHash", each.source), default=""),
                    "state": each.state,
                }
                for each in sorted(own, key=lambda each: (each.source, each.iri))
            ]
            found.append({"thing": iri, "label": snapshot.label(iri) or "", "passages": rows})
            cited |= {each.source for each in own}
    sources = []
    for iri in sorted(cited):
        about = card(store, iri)
        sources.append(
            {
                "source": iri,
                "title": about.title,
                "publisher": about.publisher,
                "date": about.date,
                "address": about.address,
            }
        )
    return {"things": found, "sources": sources}


def graph_checksums(snapshot: Snapshot) -> dict[str, Any]:
    """Return a content hash of each graph as it is written, but ``g:current``, which follows from the others."""
    names = sorted(graph.value for graph in snapshot.raw.named_graphs() if graph.value != CURRENT)
    graphs = []
    for name in names:
        found = quads(snapshot.raw, graph=name)
        graphs.append({"graph": name, "sha256": content_hash(quad.triple for quad in found)})
    return {"sha256": json_hash({"graphs": graphs}), "graphs": graphs}


def scope_as_json(scope: Scope) -> dict[str, Any]:
    """Return a scope as plain data."""
    return {
        "asOf": str(scope.as_of) if scope.as_of else None,
        "only": list(scope.only),
        "without": list(scope.without),
        "withoutVoice": list(scope.without_voice),
        "undated": scope.undated,
        "proved": scope.proved,
    }


def restrictions(scope: Mapping[str, Any]) -> list[str]:
    """Return a scope in words, without what it does not restrict.

    >>> restrictions(scope_as_json(Scope(only=("gazette",), proved=True)))
    ['only gazette', 'proved facts only']
    """
    lists = (("only", "only"), ("without", "without"), ("withoutVoice", "without the voice of"))
    return [
        *([f"as of {scope['asOf']}"] if scope["asOf"] else []),
        *(f"{word} {', '.join(scope[key])}" for key, word in lists if scope[key]),
        *(["proved facts only"] if scope["proved"] else []),
    ]

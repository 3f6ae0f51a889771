"""The query page: one HTML that asks for nothing but the answers, with the catalogue as examples to change."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pcgraph import query, sparql, terms
from pcgraph.query import LITERALS, NAMESPACES, Query
from pcgraph.serve import house
from pcgraph.serve.answer import answer
from pcgraph.serve.site import Site

SUGGESTED = 4000  # names that a list of suggestions holds at most


def page(request: Request, site: Site) -> Response:
    """Answer with the query page."""
    root = str(request.scope.get("root_path", "")).rstrip("/")
    known = {
        "endpoint": f"{root}/sparql",
        "root": root,
        "base": request.scope.get("base", ""),
        "prefixes": terms.PREFIXES,
        "examples": examples(),
        "names": {space: names[:SUGGESTED] for space, names in site.names.items()},
    }
    html, policy = house.page(
        "query.html.j2", site, root, here="query", data=house.data(known), script=house.read("query.js")
    )
    return answer(request, html, "text/html", csp=policy)


@cache
def examples() -> list[dict[str, Any]]:
    """List the catalogue for the page: name, topic, title, question, parameters, and the text before and after them."""
    return [_example(found) for found in query.catalogue().values()]


def _example(found: Query) -> dict[str, Any]:
    text = bare(found)
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
        "parameters": [_parameter(name, about) for name, about in found.parameters.items()],
        "head": head,
        "tail": tail,
    }


def _parameter(name: str, about: dict[str, Any]) -> dict[str, str]:
    kind = str(about.get("type", "thing"))
    found = {"name": name, "type": kind, "example": str(about.get("example", ""))}
    if kind in LITERALS:
        return found | {"datatype": LITERALS[kind]}
    return found | {"space": NAMESPACES.get(kind, terms.ID)}


def bare(found: Query) -> str:
    """Give the text of a question without its header."""
    return "\n".join(line for line in found.text.splitlines() if not line.startswith("#+")).strip() + "\n"


def complete(found: Query) -> str:
    """Give a question as any endpoint takes it: prefixes declared, parameters bound to their examples."""
    text = bare(found)
    values = {
        name: query.typed(found, name, about.get("example", ""), lambda _: True, lambda _: ())
        for name, about in found.parameters.items()
    }
    text = sparql.bind(text, values, found.where)
    used = [name for name in terms.PREFIXES if re.search(rf"(?<![\w-]){name}:", text)]
    return "".join(f"PREFIX {name}: <{terms.PREFIXES[name]}>\n" for name in used) + text

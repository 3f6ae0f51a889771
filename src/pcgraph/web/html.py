"""HTML of one house: the map's colours and type, templates that escape, a policy that admits no more than is there."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pcgraph.model import namespaces
from pcgraph.web.context import Site, href

if TYPE_CHECKING:
    from jinja2 import Environment

BOUND = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
THINGS = """SELECT ?thing ?name ?kind
WHERE {
  VALUES ?top { pcg:Agent pcg:Engagement }
  ?kind rdfs:subClassOf* ?top .
  ?thing a ?kind .
  FILTER(?kind != pcg:UnnamedParty)
  OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) = "en") }
}
ORDER BY ?name ?thing ?kind
"""
PAGES = (  # that every page leads to: path, name
    ("", "Map"),
    ("query", "Query"),
    (f"query#query={quote(THINGS)}", "Things"),
    ("ontology", "Ontology"),
    (".well-known/void", "Description"),
    ("dump.nq.gz", "Dump"),
)
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def page(template: str, site: Site, root: str, **values: Any) -> tuple[bytes, str]:
    """Fill a template.

    Parameters
    ----------
    template : str
        Name of a file in ``template``.
    root : str
        What stands before every path, where the server is mounted below another; else "".
    **values
        For the template; they reach the page as text.

    Returns
    -------
    html : bytes
    policy : str
        The content security policy: the page's own style and script by their hashes, nothing else.
    """
    from markupsafe import Markup

    style, script = _style(), values.pop("script", "")
    html = (
        _templates()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - files of the package, not data
            script=Markup(script),  # noqa: S704 - files of the package, not data
            root=root,
            pages=PAGES,
            name=site.label,
            href=lambda iri: href(iri, root),
            **values,
        )
    )
    policy = f"default-src 'none'; style-src {_hash(style)}; {BOUND}"
    if script:
        policy += f"; script-src {_hash(script)}; connect-src 'self'"
    return html.encode(), policy


def nav(root: str) -> str:
    """Write the links that lead from the map to the other pages; they are dressed by the map's own rules for tools."""
    return _templates().get_template("nav.html.j2").render(root=root, pages=PAGES[1:])


def data(value: object) -> Any:
    """Write JSON that can stand inside a script element: no character in it means anything to HTML."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped


@cache
def read(name: str) -> str:
    """Read a file of the template folder."""
    return (files("pcgraph.web") / "template" / name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    colours = (files("pcgraph.page") / "template" / "colours.css").read_text(encoding="utf-8")
    return colours + "\n" + read("house.css")


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("pcgraph.web", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"compact": namespaces.compact, "local": namespaces.local}
    found.tests["rtl"] = lambda language: str(language).split("-")[0] in RIGHT_TO_LEFT
    return found


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

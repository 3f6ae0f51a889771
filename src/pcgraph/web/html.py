"""HTML pages in the style of the map, from escaping templates, each with a strict content security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pcgraph.model import namespaces
from pcgraph.model.passages import STATE_LABELS
from pcgraph.web.context import Site

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
PAGES = (  # links in the header of every page: path, name
    ("", "Map"),
    ("query", "Query"),
    (f"query#query={quote(THINGS)}", "Things"),
    ("ontology", "Ontology"),
    (".well-known/void", "Description"),
    ("dump.nq.gz", "Dump"),
)
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def render(template: str, site: Site, root: str, **values: Any) -> tuple[bytes, str]:
    """Render a template.

    Parameters
    ----------
    template : str
        Name of a file in the folder ``template``.
    root : str
        Path prefix of the server if it is mounted below another one; else "".
    **values
        Values for the template, which escapes them.

    Returns
    -------
    html : bytes
    policy : str
        The content security policy: it allows the page's own style and script by their hashes and nothing else.
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
            project=site.kg.project,
            name=site.label,
            href=lambda iri: site.href(iri, root),
            state_labels=STATE_LABELS,
            **values,
        )
    )
    policy = f"default-src 'none'; style-src {_hash(style)}; {BOUND}"
    if script:
        policy += f"; script-src {_hash(script)}; connect-src 'self'"
    return html.encode(), policy


def navigation(root: str) -> str:
    """Return the links from the map to the other pages; the map's own CSS styles them."""
    return _templates().get_template("nav.html.j2").render(root=root, pages=PAGES[1:])


def script_json(value: object) -> Any:
    """Return JSON for a script element, without any character that has a meaning in HTML."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped


@cache
def template_text(name: str) -> str:
    """Return the text of a file in the template folder."""
    return (files("pcgraph.web") / "template" / name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    colours = (files("pcgraph.page") / "template" / "colours.css").read_text(encoding="utf-8")
    return colours + "\n" + template_text("pages.css")


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

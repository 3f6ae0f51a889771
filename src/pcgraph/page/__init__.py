"""The map as one HTML file: it opens without a network, a server or an installation, and asks for nothing.

`render` puts a `View` through pyvis with a template of the project. Values reach the browser as JSON and the page as
text; a content security policy admits the page's own scripts and style by their hashes and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.page import draw
from pcgraph.page.view import (
    Engagement,
    Fact,
    Legend,
    LegendItem,
    Measure,
    Node,
    Party,
    Passage,
    Source,
    StatusSet,
    Step,
    Tie,
    View,
)

__all__ = [
    "Engagement",
    "Fact",
    "Legend",
    "LegendItem",
    "Measure",
    "Node",
    "Party",
    "Passage",
    "Source",
    "StatusSet",
    "Step",
    "Tie",
    "View",
    "render",
]

SCRIPTS = ("data.js", "panel.js", "map.js", "controls.js")  # in the order in which they build on each other


def render(view: View, *, heading: str) -> str:
    """Write the page.

    Parameters
    ----------
    view
        What to show; see :class:`View`. It is not changed.
    heading
        Title of the page, plain text.

    Returns
    -------
    str
        The whole HTML, about 0.5 MB more than the data; the same view gives the same bytes. Save it as UTF-8.

    Raises
    ------
    InvalidInput
        A tie names a node, an engagement or a source that the view lacks, or two nodes or ties share an identifier.

    Examples
    --------
    >>> empty = {"nodes": [], "ties": [], "engagements": {}, "sources": {}, "unknowns": [], "as_of": ""}
    >>> empty["legend"] = {"relation": [], "status": [], "sector": [], "country": [], "kind": []}
    >>> render(empty, heading="Nothing yet").splitlines()[0]
    '<!DOCTYPE html>'
    """
    _check(view)
    # Imported here: pyvis brings IPython along, which costs a second that only who draws should pay.
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup
    from pyvis.network import Network

    template = files("pcgraph.page") / "template"
    # The address of a source map would make an open developer console ask for it.
    engine = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"
    library = re.sub(r"\n//# sourceMappingURL=.*", "", engine.read_text(encoding="utf-8"))
    scripts = [library, *((template / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    style = (template / "map.css").read_text(encoding="utf-8")

    network = Network(heading=heading, cdn_resources="in_line")
    network.templateEnv = Environment(
        loader=PackageLoader("pcgraph.page", "template"), autoescape=True, undefined=StrictUndefined
    )
    network.path = "map.html.j2"
    network.templateEnv.globals.update(
        csp=f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes([style])}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - a file of the package, not data
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - files of the packages, not data
        # Nodes, ties and options come through pyvis; this is the rest.
        rest={
            "engagements": view["engagements"],
            "sources": view["sources"],
            "unknowns": view["unknowns"],
            "as_of": view["as_of"],
            "legend": draw.legend(view),
        },
    )
    # Filled directly: add_edge looks through all edges each time, and drops a second tie between two nodes.
    network.nodes = draw.nodes(view)
    network.edges = draw.edges(view)
    network.options = draw.options(view)
    html: str = network.generate_html()
    return html


def _hashes(texts: list[str]) -> str:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


def _check(view: View) -> None:
    """Refuse dangling and double identifiers: they would draw a page with holes that nobody notices."""
    nodes = [node["id"] for node in view["nodes"]]
    ties = [tie["id"] for tie in view["ties"]]
    for what, ids in (("node", nodes), ("tie", ties)):
        if len(set(ids)) < len(ids):
            twice = next(one for one in sorted(ids) if ids.count(one) > 1)
            raise InvalidInput(f"page view: {what} {twice!r} occurs twice; expected one; give each its own id")
    known = set(nodes)
    for tie in view["ties"]:
        wanted: list[tuple[str, str, Any]] = [
            ("node", tie["from"], known),
            ("node", tie["to"], known),
            ("engagement", tie["engagement"], view["engagements"]),
            *(("source", source, view["sources"]) for source in tie["sources"]),
        ]
        for what, iri, there in wanted:
            if iri not in there:
                raise InvalidInput(
                    f"page view: tie {tie['id']!r} names {what} {iri!r}; expected one of the view; add it"
                )

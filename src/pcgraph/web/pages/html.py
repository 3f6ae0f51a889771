"""HTML pages in the style of the map, from escaping templates, each with a strict content security policy."""

from __future__ import annotations

import hashlib
import re
from functools import cache, partial
from importlib.resources import files
from typing import Any

from pcgraph.model.passages import in_words
from pcgraph.page import hashes
from pcgraph.profiles.html import environment, style
from pcgraph.profiles.summary import WORDS
from pcgraph.web.context import Site

BOUND = "base-uri 'none'; form-action 'none'"
FRAMED = "frame-ancestors 'none'; "  # only a header can say it, not a page
PAGES = (  # links in the header of every page: path, name
    ("map.html", "Map"),
    ("questions/index.html", "Questions"),
    ("query.html", "Query"),
    ("id/index.html", "Things"),
    ("source/index.html", "Sources"),
    ("ontology.html", "Ontology"),
    ("methods.html", "Methods"),
    ("data.html", "Data"),
)


def render(template: str, site: Site, root: str, **values: Any) -> tuple[bytes, str]:
    """Render a template."""
    from markupsafe import Markup

    script, may, later = values.get("script", ""), values.pop("may", ""), values.pop("later", "")
    policy = f"default-src 'none'; style-src 'self'; {BOUND}"
    if script:
        also = [later] if later else []  # a script that the page loads itself
        policy += f"; script-src {hashes(script, *also)}{may}; connect-src 'self'"
    html = (
        environment("pcgraph.web")
        .get_template(template)
        .render(
            style=style_name(),
            policy=Markup(policy),  # noqa: S704 - made here
            root=root,
            pages=PAGES,
            project=site.kg.project,
            name=site.named,
            href=partial(_link_from, site, root, values.get("here", "").rpartition("/")[0]),
            source_name=site.source_name,
            searchable=site.searchable,
            passage_state=in_words,
            state_words=WORDS,
            word_files=site.word_files,
            **{"links": (), "facts": "", **values, "script": Markup(script)},  # noqa: S704 - files of the package, not data
        )
    )
    return html.encode(), FRAMED + policy


def render_xml(template: str, **values: Any) -> bytes:
    """Render a template of XML, without the characters that XML cannot hold."""
    text = environment("pcgraph.web").get_template(template).render(**values)
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text).encode()


def navigation(root: str) -> str:
    """Return the links from the map to the other pages; the map's own CSS styles them."""
    return environment("pcgraph.web").get_template("nav.html.j2").render(root=root, pages=PAGES[1:])


@cache
def style_name() -> str:
    """Return the path of the style sheet, with a checksum of its content."""
    return asset("pages", style().encode(), "css")


def asset(name: str, content: bytes, suffix: str) -> str:
    """Return the path of a file that pages load, with a checksum of its content."""
    return f"assets/{name}-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


@cache
def template_text(name: str) -> str:
    """Return the text of a file in the template folder."""
    return (files("pcgraph.web") / "template" / name).read_text(encoding="utf-8")


def _link_from(site: Site, root: str, folder: str, iri: str) -> str | None:
    """Return the link for an IRI from a page in a folder: only the name of a file that is beside the page."""
    to = site.href(iri, root)
    beside = to.removeprefix(f"{root}/{folder}/") if to and folder else to
    return to if beside and {":", "/"} & {*beside} else beside

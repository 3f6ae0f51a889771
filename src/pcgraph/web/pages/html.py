"""HTML pages in the style of the map, from escaping templates, each with a strict content security policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pcgraph.model import dates, namespaces
from pcgraph.model.passages import STATE_LABELS
from pcgraph.model.web_address import is_web_address
from pcgraph.web.context import SEARCHED, Site

if TYPE_CHECKING:
    from jinja2 import Environment

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
SHARED_STYLES = ("colours.css", "life.css")  # with the page of the map
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def render(template: str, site: Site, root: str, **values: Any) -> tuple[bytes, str]:
    """Render a template."""
    from markupsafe import Markup

    script, may, later = values.get("script", ""), values.pop("may", ""), values.pop("later", "")
    policy = f"default-src 'none'; style-src 'self'; {BOUND}"
    if script:
        also = f" {_hash(later)}" if later else ""  # a script that the page loads itself
        policy += f"; script-src {_hash(script)}{also}{may}; connect-src 'self'"
    html = (
        _templates()
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
            searchable=len(site.kg.entities) <= SEARCHED,
            state_labels=STATE_LABELS,
            **{"links": (), "facts": "", **values, "script": Markup(script)},  # noqa: S704 - files of the package, not data
        )
    )
    return html.encode(), FRAMED + policy


def render_xml(template: str, **values: Any) -> bytes:
    """Render a template of XML, without the characters that XML cannot hold."""
    text = _templates().get_template(template).render(**values)
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text).encode()


def navigation(root: str) -> str:
    """Return the links from the map to the other pages; the map's own CSS styles them."""
    return _templates().get_template("nav.html.j2").render(root=root, pages=PAGES[1:])


def link(
    iri: str,
    name: Callable[[str], tuple[str, str]],
    href: Callable[[str], str | None],
    text: str | None = None,
    language: str = "",
) -> Any:
    """Return the name of a thing, or another text, as a link to its page; the IRI if it has none."""
    from markupsafe import Markup, escape

    to = href(iri)
    if not to:
        return Markup(f"<bdi>{escape(text or iri)}</bdi>")  # noqa: S704 - escaped
    shown, spoken = (text, language) if text else name(iri)
    out = ' rel="noopener noreferrer nofollow"' if to.startswith("http") else ""
    lang = f' lang="{escape(spoken)}"' if spoken else ""
    return Markup(f'<a href="{escape(to)}"{out}{lang}>{escape(shown)}</a>')  # noqa: S704 - escaped


@cache
def style_name() -> str:
    """Return the path of the style sheet, with a checksum of its content."""
    return f"assets/pages-{hashlib.sha256(style().encode()).hexdigest()[:12]}.css"


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
def style() -> str:
    """Return the style sheet of all pages except the map."""
    shared = [(files("pcgraph.page") / "template" / name).read_text(encoding="utf-8") for name in SHARED_STYLES]
    return "\n".join([*shared, template_text("pages.css")])


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("pcgraph.web", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["link"] = link
    found.filters |= {
        "compact": namespaces.compact,
        "local": namespaces.local,
        "spelled": lambda text: dates.spelled(text or ""),
        "date_in_words": lambda text: dates.in_words(text or ""),
    }
    found.tests["web_address"] = is_web_address
    found.tests["rtl"] = lambda language: str(language).split("-")[0] in RIGHT_TO_LEFT
    return found


def _link_from(site: Site, root: str, folder: str, iri: str) -> str | None:
    """Return the link for an IRI from a page in a folder: only the name of a file that is beside the page."""
    to = site.href(iri, root)
    beside = to.removeprefix(f"{root}/{folder}/") if to and folder else to
    return to if beside and {":", "/"} & {*beside} else beside


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

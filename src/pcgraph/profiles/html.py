"""The templates of profiles, in the environment that the pages of the site share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pcgraph.model import dates, namespaces
from pcgraph.model.web_address import is_web_address

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = (  # of the pages of the site, and of a briefing
    ("pcgraph.page", "colours.css"),
    ("pcgraph.page", "life.css"),
    ("pcgraph.web", "pages.css"),
    ("pcgraph.profiles", "profile.css"),
)
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


@cache
def environment(*packages: str) -> Environment:
    """Return the environment for the templates of packages, which may use those of profiles."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=ChoiceLoader([PackageLoader(package, "template") for package in (*packages, "pcgraph.profiles")]),
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
def style() -> str:
    """Return the style sheet of all pages except the map."""
    return "\n".join((files(package) / "template" / name).read_text(encoding="utf-8") for package, name in STYLES)

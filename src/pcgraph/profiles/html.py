"""The templates of profiles, in the environment that the pages of the site share."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

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
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "compact": namespaces.compact,
        "local": namespaces.local,
        "date_in_words": lambda text: dates.in_words(text or ""),
    }
    found.tests["web_address"] = is_web_address
    found.tests["rtl"] = lambda language: str(language).split("-")[0] in RIGHT_TO_LEFT
    return found


@cache
def style() -> str:
    """Return the style sheet of all pages except the map."""
    return "\n".join((files(package) / "template" / name).read_text(encoding="utf-8") for package, name in STYLES)

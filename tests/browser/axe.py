"""What axe-core finds on a page, as it is and in other colours."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Violations = list[tuple[str, list[str]]]
COLOURS: dict[str, dict[str, Any]] = {"dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}
# The rules that look at colours. All others look at elements, roles and names, which are the same in every scheme.
RULES = ["color-contrast", "link-in-text-block"]


def violations(tab: Page, **options: Any) -> Violations:
    found = Axe().run(tab, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:4]]) for one in found]


def colour_violations(tab: Page, *schemes: str) -> Violations:
    """Return what the rules about colours find in dark and in forced colours; the page is light again afterwards."""
    found: Violations = []
    for scheme in schemes or COLOURS:
        tab.emulate_media(**{"color_scheme": "light", "forced_colors": "none"} | COLOURS[scheme])
        found += violations(tab, runOnly=RULES)
    tab.emulate_media(color_scheme="light", forced_colors="none")
    return found

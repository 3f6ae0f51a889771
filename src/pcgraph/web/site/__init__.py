"""The static site: every document of the server as a file, with map, queries, downloads, releases and their changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.text import visible
from pcgraph.web.context import Site
from pcgraph.web.site import contents, output, releases
from pcgraph.web.site.htaccess import htaccess

ADDRESS = r"https?://[A-Za-z0-9.-]+(:\d{1,5})?/([\w.~-]+/)*"


@dataclass(frozen=True)
class Published:
    """What was published: folder; pages (HTML), files and bytes without earlier releases; new release, or ""."""

    folder: Path
    pages: int
    files: int
    bytes: int
    release: str


def publish(
    kg: KnowledgeGraph,
    out: Path,
    address: str = "",
    *,
    release: bool = False,
    progress: Callable[[str], object] = lambda _: None,
) -> Published:
    """Write the site, and replace the one that is there, whole or not at all.

    Parameters
    ----------
    kg : KnowledgeGraph
    out : Path
        A folder that is new, empty or a site already. Its releases stay.
    address : str
        Where the site will be, such as ``https://example.org/graph/``; the default is the base of the project. Pages
        link each other by relative paths; the sitemap, the feed, citations and ``404.html`` need the address.
    release : bool
        Also write ``releases/VERSION/``, where VERSION is that of the project file. A release is never written again.
    progress : callable
        Called with the name of each step.

    Raises
    ------
    UsageError
        If `address` is no web address, or the release exists with other data.
    InvalidInput
        If `out` holds something else, cannot be written, or two files have names that differ in case only.
    """
    address = address or kg.project.base
    address += "" if address.endswith("/") else "/"
    if not re.fullmatch(ADDRESS, address, re.ASCII):
        raise UsageError(
            f"--base {visible(address)}: not the address of a site; expected one such as https://example.org/graph/; "
            "correct it"
        )
    site = Site(kg, "")
    with output.replacing_folder(out) as new:
        written = new.write
        progress("releases")
        history = releases.read(out)
        history = releases.with_new(history, site, written) if release else history
        progress("pages")
        contents.write(site, address, history, written)
        progress("addresses of other times")
        written("w3id/.htaccess", htaccess(site, address, releases.gone(history, site)).encode())
        found = dict(new.sizes)  # those of earlier releases come later
    pages = sum(path.endswith(".html") for path in found)
    return Published(out, pages, len(found), sum(found.values()), kg.project.version if release else "")

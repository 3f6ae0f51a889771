"""The static site: every document of the server as a file, with map, queries, downloads, releases and their changes."""

from __future__ import annotations

import re
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
    kg: KnowledgeGraph, out: Path, address: str = "", *, release: bool = False, first: bool = False
) -> Published:
    """Write the site, and replace the one that is there, whole or not at all.

    A release needs those before it in `out`; `first` says that there is none.
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
        history = releases.read(out)
        history = releases.with_new(history, site, written, first=first) if release else history
        lost = releases.gone(history, site)
        contents.write(site, address, history, lost, written)
        written("w3id/.htaccess", htaccess(site, address, lost).encode())
        found = dict(new.sizes)  # those of earlier releases come later
    pages = sum(path.endswith(".html") for path in found)
    return Published(out, pages, len(found), sum(found.values()), kg.project.version if release else "")

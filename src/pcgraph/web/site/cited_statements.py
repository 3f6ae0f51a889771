"""What a content hash that somebody cited stands for: the releases of a site that have it, and what is said now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.query.cite.fact_hash import canonical, content_hash
from pcgraph.store.files import shown
from pcgraph.web.context import own_path
from pcgraph.web.site import output, releases


@dataclass(frozen=True)
class Cited:
    """Statements with a hash: what they are about, the releases that have them, and those that came and went since."""

    iri: str
    releases: tuple[str, ...]
    statements: bytes
    came: tuple[str, ...]
    went: tuple[str, ...]
    gone: bool


def find_cited(site: Path, sha256: str, base: str) -> Cited:
    """Return what a hash stands for, by the releases of a site and by its pages; `base` is that of the addresses."""
    if output.manifest(site) is None:
        raise UsageError(f"--site {shown(site)}: not a site; expected a folder that  pcgraph site  wrote; fix the name")
    history = releases.read(site)
    versions: list[str] = []
    about, found = "", list[ox.Triple]()
    for release in history.releases:
        for iri, said in history.statements(release.version):
            if content_hash(said) == sha256:
                versions.append(release.version)
                about, found = iri, said
    if not found:
        about, found = next(((iri, said) for iri, said in _pages(site, base) if content_hash(said) == sha256), ("", []))
    if not found:
        read = ", ".join(release.version for release in history.releases) or "there is no release"
        raise InvalidInput(
            f"{sha256}: not the hash of statements here (releases read: {read}); expected a hash from a citation of "
            f"{shown(site)}; copy it whole, or name the site that it is of"
        )
    page = _page(site, about, base)
    now = {} if page is None or not page.is_file() else dict.fromkeys(_lines(_parsed(page)))
    gone = page is None or any("#deprecated>" in line for line in now) or not now
    before = dict.fromkeys(_lines(found))
    came = () if gone else tuple(line for line in now if line not in before)
    went = () if gone else tuple(line for line in before if line not in now)
    return Cited(about, tuple(versions), canonical(found), came, went, gone)


def _lines(found: list[ox.Triple]) -> list[str]:
    return canonical(found).decode().splitlines()


def _parsed(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=path)]


def _page(site: Path, iri: str, base: str) -> Path | None:
    """Return the Turtle beside the page of a thing."""
    path = own_path(iri, base)
    return site / f"{unquote(path)}.ttl" if path else None


def _pages(site: Path, base: str) -> Iterator[tuple[str, list[ox.Triple]]]:
    """Yield each thing that has a page now, with its statements."""
    for path in sorted((site / "id").glob("*.ttl")):
        yield f"{base}id/{path.stem}", _parsed(path)

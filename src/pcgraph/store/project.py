"""The project file, ``pcgraph.toml``: what a graph is about, and where its data are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pcgraph.store.files import home

FILE = "pcgraph.toml"
BASE = "https://w3id.org/pcgraph/"


@dataclass(frozen=True)
class Project:
    """What a graph is about, and where its data are.

    Attributes
    ----------
    data : Path
        The data folder, or a file of quads.
    folder : Path or None
        The folder of the project file; None if there is no project file.
    title, description : str
        What the graph is about, in a few words, and in a sentence.
    base : str
        Base of the IRIs of things (``id:``), sources (``src:``) and verdicts (``verdict:``).
    ontology : Path or None
        A Turtle file, or a folder of them, with terms beside the shipped ontology.
    languages : tuple of str
        Languages that the page offers.
    sides : tuple of str
        Slugs of the countries on the two sides of the map; empty for the two with most organisations.
    licence : str
        Address of the licence of the data; empty if none is named.
    creators : tuple of str
        Who made the data.
    texts : Path or None
        The folder of source texts.

    >>> shipped().sides
    ('pakistan', 'china')
    """

    data: Path
    folder: Path | None = None
    title: str = "Partnerships and their sources"
    description: str = ""
    base: str = BASE
    ontology: Path | None = None
    languages: tuple[str, ...] = ("en",)
    sides: tuple[str, ...] = ()
    licence: str = ""
    creators: tuple[str, ...] = ()
    texts: Path | None = None


def read(path: Path) -> Project:
    """Read a project file; its paths are relative to its folder."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in ("data", "ontology", "texts"):
        if name in said:
            said[name] = path.parent / said[name]
    for name in ("languages", "sides", "creators"):
        if name in said:
            said[name] = tuple(said[name])
    return Project(**{"data": path.parent / "data", **said, "folder": path.parent})


def shipped() -> Project:
    """Return the project that the package contains."""
    return read(home(FILE))

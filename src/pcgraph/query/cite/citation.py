"""How to cite one thing of a data set: CSL-JSON, BibTeX, RIS, and a sentence."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from anyascii import anyascii

from pcgraph.store.project import Project

# BibTeX counts braces even after a backslash, so that only commands can stand for them
BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{mark: "\\" + mark for mark in "%&$#_"},
}  # fmt: skip
URL = "%/:?#[]@!$&'()*+,;=~-._"  # what `quote` leaves alone, besides letters and digits


@dataclass(frozen=True)
class Citation:
    """What is cited."""

    key: str  # a name of ASCII letters, digits, dots and dashes
    # title, address: of the thing and its page
    title: str
    address: str
    creators: tuple[str, ...] = ()
    # data_set, version: title and release of the data set that holds the thing; "" if the thing is the data set, or has
    # no release
    data_set: str = ""
    version: str = ""
    day: date | None = None  # the newest day in the data
    sha256: str = ""  # the content hash of the statements; see `pcgraph.query.cite.fact_hash`

    @property
    def note(self) -> str:
        """The hash in words."""
        return f"SHA-256 of the statements (RDFC-1.0): {self.sha256}" if self.sha256 else ""


def citation(
    project: Project, name: str, title: str, *, address: str, day: date | None = None, sha256: str = ""
) -> Citation:
    r"""Return the citation of a thing in the data set of a project.

    >>> from pathlib import Path
    >>> found = citation(Project(Path(), version="1.2"), "lamp", "Lamp\nagreement", address="https://example.org/lamp")
    >>> print(sentence(found))
    Lamp agreement. In: Partnerships and their sources, version 1.2. https://example.org/lamp
    """
    parts = (name or project.title, project.version)
    key = re.sub(r"[^A-Za-z0-9.]+", "-", anyascii("-".join(filter(None, parts)))).strip("-.") or "data"
    data_set = _line(project.title) if name else ""
    creators = tuple(map(_line, project.creators))
    return Citation(key, _line(title), address, creators, data_set, project.version, day, sha256)


def csl_json(what: Citation) -> str:
    """Return CSL-JSON, which Zotero, Pandoc and citation processors read: a list of one item."""
    item: dict[str, Any] = {
        "id": what.key,
        "type": "dataset",
        "title": what.title,
        "author": [{"literal": name} for name in what.creators],
        "container-title": what.data_set,
        "version": what.version,
        "issued": {"date-parts": [[what.day.year, what.day.month, what.day.day]]} if what.day else None,
        "URL": _url(what.address),
        "note": what.note,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def bibtex(what: Citation) -> str:
    r"""Return an entry for BibTeX and biber. Names and titles are in braces, which keep them as they are.

    >>> print(bibtex(Citation("a-1", "R&D {at} 5 %", "https://example.org/a", ("Lamp Archive",))), end="")
    @misc{a-1,
      author = {{Lamp Archive}},
      title = {{R\&D \textbraceleft{}at\textbraceright{} 5 \%}},
      url = {https://example.org/a}
    }
    """
    version = f"version {what.version}" if what.version else ""
    day = what.day
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in what.creators),
        "title": f"{{{_tex(what.title)}}}",
        "howpublished": _tex(", ".join(filter(None, (what.data_set, version)))),
        "year": f"{day.year:04}" if day else "",
        "month": str(day.month) if day else "",
        "url": _url(what.address),
        "note": _tex(what.note),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{what.key},\n{lines}\n}}\n"


def ris(what: Citation) -> str:
    r"""Return an entry in RIS, which reference managers read; lines end as its specification says.

    >>> ris(Citation("a-1", "Lamp", "https://example.org/a")).split("\r\n")
    ['TY  - DATA', 'ID  - a-1', 'TI  - Lamp', 'UR  - https://example.org/a', 'ER  - ', '']
    """
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(what) if value or tag == "ER")


def _ris(what: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA"
    yield "ID", what.key
    yield "TI", what.title
    for name in what.creators:
        yield "AU", name
    yield "T2", what.data_set
    yield "ET", what.version
    yield "PY", f"{what.day.year:04}" if what.day else ""
    yield "DA", f"{what.day:%Y/%m/%d}" if what.day else ""
    yield "UR", _url(what.address)
    yield "N1", what.note
    yield "ER", ""


def sentence(what: Citation) -> str:
    """Return the citation as a sentence for people."""
    year = f" ({what.day.year})" if what.day else ""
    version = f"version {what.version}" if what.version else ""
    data_set = ", ".join(filter(None, (what.data_set, version)))
    head = [f"{', '.join(what.creators)}{year}", what.title] if what.creators else [f"{what.title}{year}"]
    parts = [*head, f"In: {data_set}" if what.data_set else version]
    return " ".join([*(f"{part.rstrip('.')}." for part in parts if part), _url(what.address)])


def _line(text: str) -> str:
    """Return a text on one line without control characters, which would begin a new field."""
    return " ".join("".join(char for char in text if char.isspace() or unicodedata.category(char) != "Cc").split())


def _tex(text: str) -> str:
    return "".join(BIBTEX.get(char, char) for char in text)


def _url(address: str) -> str:
    return quote(address, safe=URL)

"""What the descriptions of a data set say, in whatever form: title, version, licence, counts, downloads, tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.model.quads import current
from pcgraph.model.text import counted
from pcgraph.query.cite.last_change import last_change

if TYPE_CHECKING:
    from polars._typing import SchemaDict

ADDRESS = r"https?://[^\s<>\"{}|\\^`#?/]+(/[^\s<>\"{}|\\^`#?]*)?/"


class Download(NamedTuple):
    """A file of the data set: path below the address, media type, bytes, SHA-256 ("": unknown, as the size), title."""

    path: str
    media_type: str
    bytes: int
    sha256: str
    title: str

    @property
    def name(self) -> str:
        """The path as a name of letters, digits, dots and dashes, in lower case."""
        return re.sub(r"[^a-z0-9._]+", "-", self.path.lower()).strip("-.")


class Column(NamedTuple):
    """A column of a table; `kind` is text, number, integer, boolean, date or list (of texts)."""

    name: str
    kind: str


class Table(NamedTuple):
    """A table, and the file that holds it."""

    name: str
    file: Download
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Description:
    """What every form of the description says."""

    title: str  # title, description, version, licence and base: as in the project file; empty if it does not say it
    description: str
    version: str
    licence: str
    base: str
    creators: tuple[str, ...]  # creators, languages and keywords: as in the project file
    languages: tuple[str, ...]
    keywords: tuple[str, ...]
    address: str  # the address of the published data set, which ends in ``/``
    quads: int  # quads, engagements, organisations and sources: how many the graph holds
    engagements: int
    organisations: int
    sources: int
    # first and last: the first and the last day of what happened, by the steps that were reached; None if there is none
    first: date | None
    last: date | None
    # the newest day on which somebody worked on the data: a source was first seen, a verdict was decided and so on
    modified: date | None
    files: tuple[Download, ...] = ()  # sorted by path
    tables: tuple[Table, ...] = ()  # the files that hold a table, with its columns, in the order of the files

    @property
    def iri(self) -> str:
        """The IRI of the data set, which stays when it is published elsewhere."""
        return f"{self.base}#dataset"

    @property
    def counts(self) -> dict[str, int]:
        """The counts by name."""
        return {name: getattr(self, name) for name in ("engagements", "organisations", "sources", "quads")}

    @property
    def text(self) -> str:
        """The description and the counts, as sentences."""
        return " ".join(filter(None, (self.description, contents(self))))

    @property
    def slug(self) -> str:
        """The title as a name of lower-case letters, digits and dashes; ``data`` if it has none in Latin letters."""
        from anyascii import anyascii

        return re.sub(r"[^a-z0-9]+", "-", anyascii(self.title).lower()).strip("-") or "data"


def contents(what: Description) -> str:
    """Return the counts as a sentence."""
    engagements = counted(what.engagements, "engagement")
    organisations = counted(what.organisations, "organisation")
    sources = counted(what.sources, "source")
    return f"The data hold {engagements} and {organisations}, from {sources}, in {counted(what.quads, 'quad')}."


def describe(
    snapshot: Snapshot,
    *,
    address: str,
    files: Iterable[tuple[str, str, int, str, str]],
    more: Mapping[str, pl.DataFrame] | None = None,
) -> Description:
    """Return the description of a data set. It depends on nothing but the arguments, so it has no day of today.

    >>> from pcgraph.testing import tiny
    >>> found = describe(tiny(), address="https://example.org/", files=[])
    >>> found.text
    'The data hold 4 engagements and 4 organisations, from 2 sources, in 6905 quads.'
    """
    if not re.fullmatch(ADDRESS, address):
        raise UsageError(
            f"address {address!r}: not an address of a folder; expected http or https and a slash at the end; "
            "write it as in https://example.org/graph/"
        )
    project, steps, sources = snapshot.project, snapshot.tables.steps, snapshot.tables.sources
    modified = last_change(snapshot)
    reached = steps.drop_nulls("reached")
    first, last = reached["earliest"].min(), reached["latest"].max()
    downloads = tuple(sorted(Download(*each) for each in files))
    schemas = {name: snapshot.tables.scan(name).collect_schema() for name in snapshot.tables}
    schemas |= {name: frame.schema for name, frame in (more or {}).items()}
    return Description(
        project.title,
        project.description,
        project.version,
        project.licence,
        project.base,
        project.creators,
        project.languages,
        project.keywords,
        address,
        snapshot.quads,
        snapshot.tables.engagements.height,
        _number(snapshot.store, PCG + "Organization"),
        sources.height,
        first if isinstance(first, date) else None,
        # a step that is dated by its year alone may end after the day on which it was recorded
        min(last, modified or last) if isinstance(last, date) else None,
        modified,
        downloads,
        tuple(_tables(downloads, schemas)),
    )


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Return those values that are known."""
    return {name: value for name, value in values.items() if value}


def as_json(content: object) -> str:
    r"""Return JSON that also may stand in a ``<script>`` element of a page.

    >>> print(as_json(["</script>"]).replace("\n", ""))
    [ "\u003c/script>"]
    """
    return json.dumps(content, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"


def _number(store: ox.Store, kind: str) -> int:
    return sum(1 for _ in current(store, predicate=TYPE, value=kind))


def _tables(files: Iterable[Download], schemas: Mapping[str, Any]) -> Iterable[Table]:
    for file in files:
        path = PurePosixPath(file.path)
        if path.suffix in (".csv", ".parquet") and path.stem in schemas:
            yield Table(path.stem, file, tuple(Column(*each) for each in _kinds(schemas[path.stem])))


def _kinds(schema: SchemaDict) -> Iterable[tuple[str, str]]:
    for name, kind in schema.items():
        if isinstance(kind, pl.List):
            yield name, "list"
        elif kind == pl.Date:
            yield name, "date"
        elif kind == pl.Boolean:
            yield name, "boolean"
        else:
            whole = isinstance(kind, pl.DataType) and kind.is_integer()
            number = isinstance(kind, pl.DataType) and kind.is_numeric()
            yield name, "integer" if whole else "number" if number else "text"

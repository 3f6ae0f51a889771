"""The description as a data package (Frictionless Data): the downloads, and the schema of each table in CSV."""

from __future__ import annotations

from typing import Any

from pcgraph.export.description.content import Column, Description, Download, given
from pcgraph.export.description.licence import spdx

PROFILES = "https://datapackage.org/profiles/2.0/"
TYPES = {"text": "string", "list": "string"}  # of columns; the other kinds have the names of Frictionless


def datapackage(what: Description) -> dict[str, Any]:
    """Return the content of ``datapackage.json``, which belongs into the folder at the address of the data set.

    Lists in CSV are texts with a space between the items.

    >>> from pcgraph.export.description.content import describe
    >>> from pcgraph.testing import tiny
    >>> files = [("sources.csv", "text/csv", 9, "00", "Sources")]
    >>> found = datapackage(describe(tiny(), address="https://example.org/", files=files))
    >>> found["resources"][0]["schema"]["fields"][1]
    {'name': 'tier', 'type': 'integer'}
    """
    licence = given({"path": what.licence, "name": spdx(what.licence)})
    columns = {table.file: table.columns for table in what.tables if table.file.path.endswith(".csv")}
    return {
        "$schema": f"{PROFILES}datapackage.json",
        "name": what.slug,
        "id": what.iri,
        "title": what.title,
        "description": what.text,
        "homepage": what.address,
        **given({"version": what.version, "licenses": licence and [licence]}),
        **given({"contributors": [{"title": name, "roles": ["creator"]} for name in what.creators]}),
        **given({"keywords": list(what.keywords)}),
        "counts": what.counts,
        "resources": [_resource(file, columns.get(file)) for file in what.files],
    }


def _resource(file: Download, columns: tuple[Column, ...] | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": file.name,
        "path": file.path,
        "title": file.title,
        "mediatype": file.media_type,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if columns is None:
        return found
    fields = [{"name": column.name, "type": TYPES.get(column.kind, column.kind)} for column in columns]
    return found | {
        "type": "table",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"$schema": f"{PROFILES}tableschema.json", "fields": fields},
    }

"""The description as Croissant 1.0: JSON-LD that programs for machine learning read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from pcgraph.export.description.content import Column, Description, Table, given
from pcgraph.export.description.schema_org import common
from pcgraph.query.cite.citation import Citation, bibtex

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
TYPES = {"text": "sc:Text", "list": "sc:Text", "number": "sc:Float", "integer": "sc:Integer",
         "boolean": "sc:Boolean", "date": "sc:Date"}  # fmt: skip
PARQUET = "application/x-parquet"  # the only name that readers of Croissant know, although another is registered
CONTEXT: dict[str, Any] = {  # as section "Appendix 1: JSON-LD context" of the specification lists it
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
} | {
    name: f"cr:{name}"
    for name in ("citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes",
                 "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
                 "repeated", "replace", "separator", "source", "subField", "transform")
}  # fmt: skip


def croissant(what: Description) -> dict[str, Any]:
    """Return the description as Croissant: the downloads, and each table with its columns.

    A table is read from its file of Parquet, which has lists, or else of CSV.

    >>> from pcgraph.export.description.content import describe
    >>> from pcgraph.testing import tiny
    >>> croissant(describe(tiny(), address="https://example.org/", files=[]))["conformsTo"]
    'http://mlcommons.org/croissant/1.0'
    """
    tables: dict[str, Table] = {}
    for table in what.tables:
        if table.name not in tables or table.file.path.endswith(".parquet"):
            tables[table.name] = table
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "@id": what.iri,
        "conformsTo": CONFORMS_TO,
        **common(what),
        "citeAs": bibtex(Citation(what.slug, what.title, what.address, what.creators, "", what.version, what.modified)),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file.name,
                "name": file.name,
                "description": file.title,
                "contentUrl": what.address + quote(file.path),
                "contentSize": f"{file.bytes} B",
                "encodingFormat": PARQUET if file.path.endswith(".parquet") else file.media_type,
                "sha256": file.sha256,
            }
            for file in what.files
        ],
        "recordSet": [_record_set(tables[name]) for name in sorted(tables)],
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.file.title,
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    listed = column.kind == "list" and table.file.path.endswith(".parquet")
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "dataType": TYPES[column.kind],
        **given({"repeated": listed}),
        "source": {"fileObject": {"@id": table.file.name}, "extract": {"column": column.name}},
    }

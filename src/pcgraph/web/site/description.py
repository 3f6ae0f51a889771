"""The description of the data set in the forms that catalogues, search engines and citations read."""

from __future__ import annotations

from collections.abc import Callable

from pcgraph.analysis.network import draw
from pcgraph.export.description.citation_file import citation_cff
from pcgraph.export.description.content import Description, Download, as_json, describe
from pcgraph.export.description.croissant import croissant
from pcgraph.export.description.datapackage import datapackage
from pcgraph.export.description.dcat import dcat
from pcgraph.export.description.schema_org import schema_org
from pcgraph.export.writers import frames
from pcgraph.web.context import Site

FORMS: dict[str, tuple[Callable[[Description], str], str]] = {  # path → how it is written, and what it is
    "void.ttl": (dcat, "description of the data for catalogues: DCAT and VoID"),
    "dataset.jsonld": (lambda what: as_json(schema_org(what)), "the same for search engines: schema.org"),
    "croissant.json": (lambda what: as_json(croissant(what)), "the same for machine learning: Croissant"),
    "datapackage.json": (
        lambda what: as_json(datapackage(what)),
        "the same with the tables: Frictionless",
    ),
    "CITATION.cff": (citation_cff, "how to cite the data"),
}


def write(site: Site, address: str, files: list[Download], put: Callable[[str, bytes], None]) -> None:
    """Write every form of the description."""
    more = {"deals": site.kg.table("deals"), **frames(draw(site.kg))}
    what = describe(site.kg, address=address, files=files, more=more)
    for path, (form, _) in FORMS.items():
        put(path, form(what).encode())
    put(".well-known/void", FORMS["void.ttl"][0](what).encode())

"""The description of the data set in the forms that catalogues, search engines and citations read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pcgraph.analysis.network import draw
from pcgraph.export.description.citation_file import citation_cff
from pcgraph.export.description.content import Description, Download, as_json, describe
from pcgraph.export.description.croissant import croissant
from pcgraph.export.description.datacite import datacite
from pcgraph.export.description.datapackage import datapackage
from pcgraph.export.description.dcat import dcat
from pcgraph.export.description.ro_crate import ro_crate
from pcgraph.export.description.schema_org import schema_org
from pcgraph.export.description.signposts import MEDIA, linkset
from pcgraph.export.writers import frames
from pcgraph.web.context import Site
from pcgraph.web.pages.embedded import WHOLE

FORMS: dict[str, tuple[Callable[[Description], str], str]] = {  # path → how it is written, and what it is
    "void.ttl": (dcat, "description of the data for catalogues: DCAT and VoID"),
    "dataset.jsonld": (lambda what: as_json(schema_org(what)), "the same for search engines: schema.org"),
    "croissant.json": (lambda what: as_json(croissant(what)), "the same for machine learning: Croissant"),
    "datapackage.json": (
        lambda what: as_json(datapackage(what)),
        "the same with the tables: Frictionless",
    ),
    "datacite.json": (lambda what: as_json(datacite(what)), "the same to register a DOI: DataCite"),
    "ro-crate-metadata.json": (lambda what: as_json(ro_crate(what)), "the same with all files: RO-Crate"),
    "linkset.json": (lambda what: as_json(linkset(what)), "links to all of these and to the files: Signposting"),
    "CITATION.cff": (citation_cff, "how to cite the data"),
}
SERVED = tuple(MEDIA)  # what the first page links, so that the server has it, too


def write(site: Site, address: str, files: list[Download], put: Callable[[str, bytes], None]) -> None:
    """Write every form of the description."""
    more = {"deals": site.kg.table("deals"), **frames(draw(site.kg))}
    what = describe(site.kg, address=address, files=files, more=more)
    for path, (form, _) in FORMS.items():
        put(path, form(what).encode())
    put(".well-known/void", FORMS["void.ttl"][0](what).encode())


@lru_cache(maxsize=16)
def of_server(site: Site, address: str, path: str) -> bytes:
    """Return a form of `SERVED` as the server has it: its one download is the dump."""
    return FORMS[path][0](describe(site.kg, address=address, files=[WHOLE])).encode()

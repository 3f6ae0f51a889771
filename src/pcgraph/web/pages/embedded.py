"""What the head of a page says to programs: typed links (Signposting) and a few facts as JSON-LD of schema.org."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pcgraph.export.description.content import Download, describe
from pcgraph.export.description.schema_org import schema_org
from pcgraph.export.description.signposts import DUMP, DUMP_MEDIA, about_links, landing_links
from pcgraph.model.entities import card
from pcgraph.model.namespaces import PCG, SAME, SKOS
from pcgraph.page import script_json
from pcgraph.web.context import Site

SCHEMA = "https://schema.org"
KINDS = {PCG + "Organization": "Organization", PCG + "Person": "Person", PCG + "Place": "Place",
         PCG + "Source": "CreativeWork"}  # fmt: skip
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
WHOLE = Download(DUMP, DUMP_MEDIA, 0, "", "every graph as N-Quads, gzipped")


def landing(site: Site) -> dict[str, Any]:
    """Return links and facts of the first page. Its addresses are relative, so the server and a site have the same."""
    what = replace(describe(site.kg, address=site.project.base, files=[WHOLE]), address="")
    links = landing_links(site.project.base, site.project.licence, "./")
    return {"links": links, "facts": script_json(schema_org(what))}


def thing(site: Site, iri: str, it: Mapping[str, Any]) -> dict[str, Any]:
    """Return links and facts of the page of a thing: who or what it is, and what the page is part of.

    They are short, because a site has thousands. Verdicts and terms have none: nobody looks for them in a catalogue.
    """
    if not iri.startswith((site.kg.names.id, site.kg.names.src)):
        return {}
    kinds = {name for each in it["kinds"] for name in (each, *site.kg.ontology.supers.get(each, ()))}
    kind = next((KINDS[name] for name in KINDS if name in kinds), "Thing")
    same = {quad.object.value for name in (SAME, f"{SKOS}exactMatch") for quad in site.quads(iri, name)} - {iri}
    date = card(site.store, iri).date if kind == "CreativeWork" else ""
    about = {
        "@type": kind,
        "@id": iri,
        "name": it["label"],
        "sameAs": sorted(same),
        "datePublished": date if DAY.fullmatch(date or "") else "",
    }
    facts = {
        "@context": SCHEMA,
        "@type": "WebPage",
        "isPartOf": {"@id": f"{site.project.base}#dataset"},
        "license": site.project.licence,
        "mainEntity": {name: value for name, value in about.items() if value},
    }
    links = about_links(iri, "" if kind == "Thing" else f"{SCHEMA}/{kind}")
    return {"links": links, "facts": script_json({name: value for name, value in facts.items() if value})}

"""The lists of everything that has a page: things by class, sources by year, verdicts."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from pcgraph.model import namespaces
from pcgraph.model.entities import sources
from pcgraph.model.namespaces import PCG
from pcgraph.query.named_things import WITHOUT_NAME
from pcgraph.web.context import Site

SPACES = ("id", "source", "verdict")
MOST = 5000  # entries in one group; the page counts the rest


class Group(NamedTuple):
    """A part of a list: a heading, its entries as (IRI, text beside it), and how many more there are."""

    title: str
    entries: list[tuple[str, str]]
    more: int


def groups(site: Site, space: str) -> tuple[str, list[Group]]:
    """Return the title of a list and its groups."""
    title, found = {"id": _things, "source": _sources, "verdict": _verdicts}[space](site)
    return title, [Group(name, rows[:MOST], max(0, len(rows) - MOST)) for name, rows in found.items() if rows]


def _things(site: Site) -> tuple[str, dict[str, list[tuple[str, str]]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    statuses = dict(site.kg.tables.engagements.select("engagement", "status").iter_rows())
    for iri, entity in site.kg.entities.items():
        if entity.kind in WITHOUT_NAME or site.whole(iri) != iri:
            continue
        beside = statuses.get(iri) or entity.country
        found[site.label(PCG + entity.kind)].append((iri, site.label(beside) if beside else ""))
    key = site.label
    return "Things", {
        name: sorted(found[name], key=lambda row: (key(row[0]).casefold(), row)) for name in sorted(found)
    }


def _sources(site: Site) -> tuple[str, dict[str, list[tuple[str, str]]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    cards = sources(site.store).values()
    for card in sorted(cards, key=lambda card: (card.date or card.first_seen, card.iri), reverse=True):
        publisher = site.label(card.publisher) if card.publisher else ""
        year = (card.date or "")[:4]
        found[year or "Without a date"].append((card.iri, ", ".join(filter(None, (publisher, card.date)))))
    return "Sources", dict(found)


def _verdicts(site: Site) -> tuple[str, dict[str, list[tuple[str, str]]]]:
    iris = {quad.subject.value for quad in site.quads(None, None, None, namespaces.VERDICTS)}
    own = sorted(iri for iri in iris if iri.startswith(site.kg.names.verdict))
    return "Verdicts and judgements", {"All": [(iri, site.value(iri, PCG + "reason")) for iri in own]}

"""The lists of everything that has a page: things by class, sources by year, verdicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pcgraph.belief.conclusions.voices import of_engagements
from pcgraph.model import dates, namespaces
from pcgraph.model.entities import preferred, sources
from pcgraph.model.namespaces import PCG
from pcgraph.model.text import counted
from pcgraph.query.names.named_things import WITHOUT_NAME, named_things
from pcgraph.web.context import Site

SPACES = ("id", "source", "verdict")
MOST = 5000  # entries in one group; the page counts the rest


Found = Mapping[str, tuple[list[str], Callable[[str], str]]]  # heading → IRIs, and what stands beside one


class Group(NamedTuple):
    """A part of a list: a heading, its entries as (IRI, text beside it), and how many more there are."""

    title: str
    entries: list[tuple[str, str]]
    more: int


def weights(site: Site) -> dict[str, int]:
    """Return how much there is about a thing: independent voices on an engagement, engagements of anything else."""
    return site.compute_once("weights", lambda: _weights(site))


def _weights(site: Site) -> dict[str, int]:
    tables = site.kg.tables
    heard = dict(of_engagements(tables, site.kg.ontology).select("engagement", "voices").iter_rows())
    named = Counter[str]()
    for name in ("sectors", "places"):
        named.update(tables.engagements[name].explode().drop_nulls())
    return {**named, **named_things(site.kg).engagements_of, **heard}


def groups(site: Site, space: str) -> tuple[str, list[Group]]:
    """Return the title of a list and its groups. Cost: a pass over all names; labels are read of what is shown."""
    title, found = {"id": _things, "source": _sources, "verdict": _verdicts}[space](site)
    return title, [
        Group(name, [(iri, beside(iri)) for iri in iris[:MOST]], max(0, len(iris) - MOST))
        for name, (iris, beside) in found.items()
    ]


def _things(site: Site) -> tuple[str, Found]:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    statuses = dict(site.kg.tables.engagements.select("engagement", "status").iter_rows())
    entities, weight = site.kg.entities, weights(site)
    for iri, entity in entities.items():
        if entity.kind not in WITHOUT_NAME and site.whole(iri) == iri:
            kinds[site.label(PCG + entity.kind)].append(iri)

    def beside(iri: str) -> str:
        what, number = statuses.get(iri) or entities[iri].country, weight.get(iri, 0)
        unit = "independent voice" if iri in statuses else "engagement"
        return ", ".join(filter(None, (site.label(what) if what else "", counted(number, unit) if number else "")))

    def order(iri: str) -> tuple[int, str, str]:
        labels = entities[iri].labels
        name = labels[preferred(labels, site.language)] if labels else entities[iri].label
        return -weight.get(iri, 0), name.casefold(), iri

    return "Things", {kind: (sorted(kinds[kind], key=order), beside) for kind in sorted(kinds)}


def _sources(site: Site) -> tuple[str, Found]:
    years: defaultdict[str, list[str]] = defaultdict(list)
    cards = sources(site.store)
    stated = site.kg.tables.statements.filter(property=PCG + "statedIn").explode("sources")
    supported = Counter(stated.select("subject", "sources").unique()["sources"])
    for card in sorted(cards.values(), key=lambda card: (card.date or card.first_seen, card.iri), reverse=True):
        years[(card.date or "")[:4] or "Without a date"].append(card.iri)

    def beside(iri: str) -> str:
        card = cards[iri]
        about = site.label(card.publisher) if card.publisher else "", dates.spelled(card.date)
        return ", ".join(filter(None, (*about, counted(supported[iri], "thing") if supported[iri] else "")))

    return "Sources", {year: (iris, beside) for year, iris in years.items()}


def _verdicts(site: Site) -> tuple[str, Found]:
    iris = {quad.subject.value for quad in site.quads(None, None, None, namespaces.VERDICTS)}
    own = sorted(iri for iri in iris if iri.startswith(site.kg.names.verdict))
    return "Verdicts and judgements", {"All": (own, lambda iri: site.value(iri, PCG + "reason"))} if own else {}

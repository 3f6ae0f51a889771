"""The vocabularies of a page: labels and meanings of terms, from the ontology and the register, by language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from urllib.parse import urlsplit

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.tables import Tables
from pcgraph.model.entities import Entity, countries, preferred
from pcgraph.model.namespaces import DCTERMS, PCG, RDFS, SKOS, WGS, V, compact, local
from pcgraph.model.ontology import Ontology
from pcgraph.model.quads import current
from pcgraph.page.view.schema import Word, Words
from pcgraph.viz.style import SETS, TYPE_TONES, tone

MOST_SIDES = 4  # left, right, below and above
# What the place of an engagement is: where people meet, where a paper is signed (or what it is about), where work is.
HAPPENS = {
    "meetings": ("Talks", "Event", "Coordination"),
    "papers": ("Agreement",),
    "work": ("Initiative", "Funding", "Acquisition"),
}


class Lexicon:
    """The vocabularies of one page. `words` holds them; `index` returns the index of an IRI in one of them.

    The first `sides` countries are the sides of the map. A meaning is in `language`, else in English.
    """

    def __init__(
        self,
        store: ox.Store,
        tables: Tables,
        entities: Mapping[str, Entity],
        ontology: Ontology,
        agents: Mapping[str, str],
        relations: Iterable[str],
        types: Iterable[str],
        languages: Iterable[str],
        sides: Sequence[str],
        language: str = "en",
    ) -> None:
        self._store, self._entities, self._ontology = store, entities, ontology
        self._languages = sorted({*languages} - {"en"})
        self._descriptions = _read_descriptions(store, language)
        sectors = self._with_broader(set(tables.engagements["sectors"].explode().drop_nulls()))
        kinds = {ontology.term(kind) for kind in agents.values()}
        occurring = set(relations)
        found = (entities[iri].country for iri in agents if iri in entities)
        lands, self.sides = countries(found, sides, most=MOST_SIDES)
        ranked = sorted(ontology.ranks, key=lambda iri: (ontology.ranks[iri], iri))
        self._order: dict[str, list[str]] = {
            "relation": [r.iri for r in ontology.relations if r.iri in occurring],
            "set": [V + name for name in SETS],
            "status": [iri for iri in ranked if iri in self._scheme("statuses")],
            "type": sorted(set(types)),
            "form": sorted(set(tables.engagements["kind"].drop_nulls())),
            "role": sorted(set(tables.parties["role"])),
            "sector": sorted(sectors, key=lambda iri: (self.label(iri).casefold(), iri)),
            "country": lands,
            "kind": sorted(kinds),
            "tier": [iri for iri in ranked if iri in self._scheme("tiers")],
            "place": self._places(tables.engagements["places"].explode().drop_nulls()),
            "quantity": sorted(
                tables.rows("statements", [PCG + "quantityOf"], "property")["value"].str.strip_chars("<>").unique()
            ),
        }
        self.indices = {group: {iri: at for at, iri in enumerate(iris)} for group, iris in self._order.items()}

    def index(self, group: str, iri: str | None) -> int:
        """Return the index of a term in a vocabulary; -1 if it is not in it."""
        return self.indices[group].get(iri or "", -1)

    def label(self, iri: str | None) -> str:
        """Return the label of a term of the ontology or a vocabulary, or of a thing."""
        if not iri:
            return ""
        return self._entities[iri].label if iri in self._entities else self._ontology.labels.get(iri, local(iri))

    def text(self, value: str) -> str:
        """Return the label of a thing or a term; any other text, and an external address, unchanged."""
        return self.label(value) if compact(value) != value else value

    @cached_property
    def words(self) -> Words:
        """All vocabularies."""
        symmetric = {relation.iri: relation.symmetric for relation in self._ontology.relations}
        words: dict[str, list[Word]] = {group: [self._word(iri) for iri in iris] for group, iris in self._order.items()}
        for word, (name, label) in zip(words["set"], SETS.items(), strict=True):
            word["id"], word["label"] = name, label
        for word, iri in zip(words["relation"], self._order["relation"], strict=True):
            word["symmetric"] = symmetric[iri]
            word["tone"] = tone(local(iri))
        for word, iri in zip(words["type"], self._order["type"], strict=True):
            word["tone"] = tone(local(iri), TYPE_TONES)
        for word, iri in zip(words["status"], self._order["status"], strict=True):
            word["set"] = self.index("set", V + self._ontology.status_set(iri))
            word["rank"] = self._ontology.ranks[iri]
        for word, iri in zip(words["sector"], self._order["sector"], strict=True):
            first, *others = self._values(iri, SKOS + "broader") or [""]
            word["broader"] = self.index("sector", first)
            if others:
                word["also_broader"] = [self.index("sector", other) for other in others]
        for word, iri in zip(words["place"], self._order["place"], strict=True):
            word["broader"] = self.index("place", next(iter(self._values(iri, PCG + "within")), ""))
            word["precision"] = local(next(iter(self._values(iri, PCG + "precision")), ""))
            if at := [float(value) for name in ("lat", "long") for value in self._values(iri, WGS + name)]:
                word["at"] = (at[0], at[1])
        for what, names in HAPPENS.items():
            classes = {iri for name in names for iri in self._ontology.subterms(name)}
            for word, iri in zip(words["type"], self._order["type"], strict=True):
                if iri in classes:
                    word["happens"] = what
        return words  # type: ignore[return-value]

    def translations(self, labels: Mapping[str, str]) -> dict[str, str]:
        """Return those of the labels that are not English and in a language of the page, by language."""
        return {name: labels[name] for name in self._languages if name in labels}

    def _word(self, iri: str) -> Word:
        labels, aliases, meaning = self._descriptions.get(iri, ({}, [], ""))
        word: Word = {"id": compact(iri), "label": self.label(iri)}
        if others := self.translations(labels):
            word["labels"] = others
        if aliases:
            word["aliases"] = aliases
        if meaning:
            word["meaning"] = meaning
        return word

    def _scheme(self, name: str) -> set[str]:
        return {quad.subject.value for quad in current(self._store, predicate=SKOS + "inScheme", value=V + name)}

    def _values(self, iri: str, name: str) -> list[str]:
        return sorted(quad.object.value for quad in current(self._store, iri, name))

    @property
    def places_from(self) -> list[str]:
        """Web sites from which the coordinates of the places are, the most frequent first."""
        found = Counter(
            (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("sws.")
            for iri in self._order["place"]
            for address in self._values(iri, DCTERMS + "source")
        )
        return sorted(found, key=lambda host: (-found[host], host))

    def _places(self, named: pl.Series) -> list[str]:
        """Return the places that are named, and what they lie in, the most frequent first."""
        times = Counter(named)
        for iri in [*times]:
            while (above := self._values(iri, PCG + "within")) and above[0] not in times:
                times[iri := above[0]] = 0
        return sorted(times, key=lambda iri: (-times[iri], iri))

    def _with_broader(self, sectors: set[str]) -> set[str]:
        return sectors | {above for iri in sectors for above in self._ontology.broader.get(iri, ())}


def _read_descriptions(store: ox.Store, language: str) -> dict[str, tuple[dict[str, str], list[str], str]]:
    """Return every term's labels by language, other names in words (a code has no language), and one definition."""
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    meanings: defaultdict[str, dict[str, str]] = defaultdict(dict)
    others = (SKOS + "altLabel", SKOS + "hiddenLabel")
    for name in (RDFS + "label", SKOS + "prefLabel", SKOS + "definition", *others):
        for quad in current(store, predicate=name):
            if not isinstance(quad.object, ox.Literal):
                continue
            if name == SKOS + "definition":
                meanings[quad.subject.value][quad.object.language or "en"] = quad.object.value
            elif name in others:
                if quad.object.language:
                    aliases[quad.subject.value].add(quad.object.value)
            else:
                labels[quad.subject.value][quad.object.language or "en"] = quad.object.value
    described = sorted({*labels, *aliases, *meanings})
    return {
        iri: (labels[iri], sorted(aliases[iri]), texts[preferred(texts, language)] if (texts := meanings[iri]) else "")
        for iri in described
    }

"""What a cell may mean: concepts, classes, dates, numbers, slugs, places, of the ontology and the data as they are."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pcgraph.io.spreadsheets.errors import Broken, allowed, shown
from pcgraph.io.spreadsheets.names import Agents
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import LABEL, PCG, SKOS, V
from pcgraph.validation.index import Lookup

# Statuses that say more than a class can bear: paper is not work, and only paper is signed.
BEYOND = {
    "signed": ("Talks", "Event", "Coordination", "Initiative"),
    "under-way": ("Agreement",),
    "operational": ("Agreement", "Talks", "Event"),
    "completed": ("Agreement",),
}
SCHEMES = {"kind": "kinds", "status": "statuses", "tier": "tiers", "quantity_of": "quantities", "sector": "sectors"}


class Meaning:
    """Reads single values; each method raises `Broken` and says what is allowed.

    Attributes
    ----------
    lookup : Lookup
    agents : Agents
    labels : dict of str to str
        Engagement → its English label in the register.
    """

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.agents = Agents(lookup)
        called: dict[str, set[str]] = defaultdict(set)
        self.labels: dict[str, str] = {}
        for fact in [*lookup.ontology, *(fact for _, fact in lookup.facts_by_role("register"))]:
            if fact.predicate in (LABEL, SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"):
                called[fact.subject].add(fact.value)
            if fact.predicate == LABEL and getattr(fact.term, "language", None) == "en":
                self.labels[fact.subject] = fact.value
        self._concepts = {
            name: _index((iri for iri, of in lookup.schemes.items() if of == V + scheme), called)
            for name, scheme in SCHEMES.items()
        }
        self._classes = _index(lookup.subterms("Engagement"), called)
        self._agent_classes = _index(self.lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"}, called)
        places = lookup.subterms("Place")
        self._places = _index((iri for iri, kinds in lookup.types.items() if kinds & places), called)

    def concept(self, name: str, value: str) -> str:
        """Give the IRI of a kind, status, tier, sector or unit."""
        return _one(self._concepts[name], value, "a " + name.replace("_of", ""))

    def engagement_class(self, value: str) -> str:
        """Give the IRI of a class of engagements."""
        return _one(self._classes, value, "a class of engagements")

    def agent_class(self, value: str) -> str:
        """Give the IRI of a class of agents."""
        return _one(self._agent_classes, value, "a class of agents")

    def place(self, value: str) -> str:
        """Give the IRI of a place or country of the register."""
        return _one(self._places, value.removeprefix("id:"), "a place of the register")

    def check_status(self, status: str, class_: str) -> None:
        """Refuse a status that an engagement of this class cannot reach."""
        name = namespaces.local(status)
        if any(class_ in self.lookup.subterms(top) for top in BEYOND.get(name, ())):
            known = sorted({namespaces.local(iri) for iri in self._concepts["status"].values()})
            fit = (one for one in known if not any(class_ in self.lookup.subterms(top) for top in BEYOND.get(one, ())))
            what = f"a {namespaces.compact(class_)} cannot be {name}"
            todo = "give paper and work a row each, or take the weaker status"
            raise Broken("status-of-class", what, f"expected one of {', '.join(fit)}", todo)


def _index(iris: Iterable[str], called: dict[str, set[str]]) -> dict[str, str]:
    """Map names in lower case to what they mean; a name of two things means neither, a slug always its own."""
    found: dict[str, set[str]] = defaultdict(set)
    slugs = {}
    for iri in sorted(iris):
        slugs[namespaces.local(iri).casefold()] = iri
        for name in called[iri]:
            found[" ".join(name.split()).casefold()].add(iri)
    return {**{name: min(of) for name, of in found.items() if len(of) == 1}, **slugs}


def _one(index: dict[str, str], value: str, what: str) -> str:
    if (iri := index.get(" ".join(value.split()).casefold())) is not None:
        return iri
    known = sorted({namespaces.local(iri) for iri in index.values()})
    raise Broken("unknown-value", f"{shown(value)} is none", *allowed(value, known, what))


def day(value: str) -> tuple[date | None, date | None]:
    """Check an EDTF date and give its bounds."""
    try:
        return bounds(value)
    except ValueError as error:
        what, expected, todo = (*str(error).split("; "), "mend the cell", "mend the cell")[:3]
        raise Broken("bad-date", what, expected, todo) from error


def number(value: str) -> str:
    """Check a number and write it in the one way: no sign, separator or exponent, no noughts behind the point.

    >>> number("1292000000.0"), number("12.50")
    ('1292000000', '12.5')
    """
    if not re.fullmatch(r"\d{1,30}(\.\d{1,30})?", value):
        what = f"{shown(value)} is no number"
        raise Broken("bad-number", what, "expected digits such as 2500000 or 0.5", "leave unit and separators out")
    found = Decimal(value)
    return str(int(found)) if found == found.to_integral_value() else format(found.normalize(), "f")


def slug(value: str) -> str:
    """Check a slug; capitals become small.

    >>> slug("id:harbour-bridge-loan")
    'harbour-bridge-loan'
    """
    found = value.lower().removeprefix("id:").removeprefix("src:")
    if len(found) > 100 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
        expected = "expected at most 100 of a–z, 0–9 and single hyphens, such as harbour-bridge-loan"
        raise Broken("bad-slug", f"{shown(value)} is no slug", expected, "mend the cell")
    return found


def slugified(text: str, most: int = 60) -> str:
    """Make a slug of a name; empty if nothing in it is Latin.

    >>> slugified("Export–Import Bank of China (Exim)")
    'export-import-bank-of-china-exim'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "replace").decode().replace("?", " ")
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)'(?=s\b)", "", plain.lower()))
    while len(words) > 1 and len("-".join(words)) > most:
        words.pop()
    return "-".join(words)[:most]


def address_slug(address: str) -> str:
    """Make a slug of a web address, of host and end of path.

    >>> address_slug("https://www.news.example/2025/09/07/harbour-deal.html?x=1")
    'news-example-harbour-deal'
    """
    match = re.fullmatch(r"https?://(?:www\.)?([^/?#\s]+)([^?#\s]*)\S*", address)
    if not match:
        what = f"{shown(address)} opens nothing"
        raise Broken("unknown-value", what, "expected an address with http:// or https://", "copy it from the browser")
    end = next((part for part in reversed(match[2].split("/")) if part), "")
    return slugified(f"{match[1]} {re.sub(r'[.][a-z]{2,5}$', '', end)}", 80)


def passage(locator: str) -> str:
    """Give the fragment of a passage that is known by a pointer only.

    >>> passage("record 35108"), passage("para 1, 3"), passage("headline")
    ('record=35108', 'para=1,3', 'at=headline')
    """
    match = re.fullmatch(r"(?:.*\s)?([a-z]+)\s+(\d[\d,\s-]*)", locator.strip().lower().replace("–", "-"))
    return f"{match[1]}={re.sub(r'[ ]+', '', match[2])}" if match else f"at={slugified(locator) or 'there'}"

"""Converts cells to concepts, classes, places, dates, numbers and slugs, with the ontology and the existing data."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pcgraph.io.spreadsheets.errors import BadInput, allowed, shown
from pcgraph.io.spreadsheets.names import Agents
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import LABEL, PCG, SKOS, V
from pcgraph.validation.index import Lookup

# Status → classes that cannot reach it: agreements are not carried out, and only agreements are signed.
EXCLUDED = {
    "signed": ("Talks", "Event", "Coordination", "Initiative"),
    "under-way": ("Agreement",),
    "operational": ("Agreement", "Talks", "Event"),
    "completed": ("Agreement",),
}
SCHEMES = {"kind": "kinds", "status": "statuses", "tier": "tiers", "quantity_of": "quantities", "sector": "sectors"}


class Vocabulary:
    """Converts single values; each method raises `BadInput` with the values that are allowed.

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
            name: _index((iri for iri, in_scheme in lookup.schemes.items() if in_scheme == V + scheme), called)
            for name, scheme in SCHEMES.items()
        }
        self._classes = _index(lookup.subterms("Engagement"), called)
        self._agent_classes = _index(self.lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"}, called)
        places = lookup.subterms("Place")
        self._places = _index((iri for iri, kinds in lookup.types.items() if kinds & places), called)

    def concept(self, name: str, value: str) -> str:
        """Return the IRI of a kind, status, tier, sector or unit."""
        return _look_up(self._concepts[name], value, "a " + name.replace("_of", ""))

    def engagement_class(self, value: str) -> str:
        """Return the IRI of a class of engagements."""
        return _look_up(self._classes, value, "a class of engagements")

    def agent_class(self, value: str) -> str:
        """Return the IRI of a class of agents."""
        return _look_up(self._agent_classes, value, "a class of agents")

    def place(self, value: str) -> str:
        """Return the IRI of a place or country of the register."""
        return _look_up(self._places, value.removeprefix("id:"), "a place of the register")

    def check_status(self, status: str, class_: str) -> None:
        """Raise if an engagement of this class cannot reach the status."""
        name = namespaces.local(status)
        if any(class_ in self.lookup.subterms(top) for top in EXCLUDED.get(name, ())):
            known = sorted({namespaces.local(iri) for iri in self._concepts["status"].values()})
            fit = (
                one for one in known if not any(class_ in self.lookup.subterms(top) for top in EXCLUDED.get(one, ()))
            )
            what = f"a {namespaces.compact(class_)} cannot be {name}"
            todo = "use separate rows for the agreement and the work, or a weaker status"
            raise BadInput("status-of-class", what, f"expected one of {', '.join(fit)}", todo)


def _index(iris: Iterable[str], called: dict[str, set[str]]) -> dict[str, str]:
    """Return names in lower case → IRI; a name of two things is omitted, and a slug always means its own thing."""
    found: dict[str, set[str]] = defaultdict(set)
    slugs = {}
    for iri in sorted(iris):
        slugs[namespaces.local(iri).casefold()] = iri
        for name in called[iri]:
            found[" ".join(name.split()).casefold()].add(iri)
    return {**{name: min(same) for name, same in found.items() if len(same) == 1}, **slugs}


def _look_up(index: dict[str, str], value: str, what: str) -> str:
    if (iri := index.get(" ".join(value.split()).casefold())) is not None:
        return iri
    known = sorted({namespaces.local(iri) for iri in index.values()})
    raise BadInput("unknown-value", f"{shown(value)} is unknown", *allowed(value, known, what))


def date_bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF date."""
    try:
        return bounds(value)
    except ValueError as error:
        what, expected, todo = (*str(error).split("; "), "correct the cell", "correct the cell")[:3]
        raise BadInput("bad-date", what, expected, todo) from error


def canonical_number(value: str) -> str:
    """Return a number in its canonical form: no sign, separator or exponent, and no trailing zeros.

    >>> canonical_number("1292000000.0"), canonical_number("12.50")
    ('1292000000', '12.5')
    """
    if not re.fullmatch(r"\d{1,30}(\.\d{1,30})?", value):
        what = f"{shown(value)} is not a number"
        raise BadInput("bad-number", what, "expected digits such as 2500000 or 0.5", "remove unit and separators")
    found = Decimal(value)
    return str(int(found)) if found == found.to_integral_value() else format(found.normalize(), "f")


def valid_slug(value: str) -> str:
    """Return a slug in lower case, if it is valid.

    >>> valid_slug("id:harbour-bridge-loan")
    'harbour-bridge-loan'
    """
    found = value.lower().removeprefix("id:").removeprefix("src:")
    if len(found) > 100 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
        expected = "expected at most 100 of a–z, 0–9 and single hyphens, such as harbour-bridge-loan"
        raise BadInput("bad-slug", f"{shown(value)} is not a slug", expected, "correct the cell")
    return found


def slugify(text: str, most: int = 60) -> str:
    """Return a slug made from a name; empty if the name has no Latin letters.

    >>> slugify("Export–Import Bank of China (Exim)")
    'export-import-bank-of-china-exim'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "replace").decode().replace("?", " ")
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)'(?=s\b)", "", plain.lower()))
    while len(words) > 1 and len("-".join(words)) > most:
        words.pop()
    return "-".join(words)[:most]


def address_slug(address: str) -> str:
    """Return a slug made from the host and the end of the path of a web address.

    >>> address_slug("https://www.news.example/2025/09/07/harbour-deal.html?x=1")
    'news-example-harbour-deal'
    """
    match = re.fullmatch(r"https?://(?:www\.)?([^/?#\s]+)([^?#\s]*)\S*", address)
    if not match:
        what = f"{shown(address)} is not a web address"
        raise BadInput(
            "unknown-value", what, "expected an address with http:// or https://", "copy it from the browser"
        )
    end = next((part for part in reversed(match[2].split("/")) if part), "")
    return slugify(f"{match[1]} {re.sub(r'[.][a-z]{2,5}$', '', end)}", 80)


def passage_fragment(locator: str) -> str:
    """Return the fragment of a passage that has only a pointer.

    >>> passage_fragment("record 35108"), passage_fragment("para 1, 3"), passage_fragment("headline")
    ('record=35108', 'para=1,3', 'at=headline')
    """
    match = re.fullmatch(r"(?:.*\s)?([a-z]+)\s+(\d[\d,\s-]*)", locator.strip().lower().replace("–", "-"))
    return f"{match[1]}={re.sub(r'[ ]+', '', match[2])}" if match else f"at={slugify(locator) or 'there'}"

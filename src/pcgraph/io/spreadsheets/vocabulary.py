"""Converts the text of cells to concepts, places, agents, dates, numbers and slugs that the ontology and data allow."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

import pyoxigraph as ox

from pcgraph.io.spreadsheets.errors import BadInput, allowed, shown
from pcgraph.io.spreadsheets.mapping import LINKS
from pcgraph.model.dates import bounds
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import LABEL, PCG, SKOS, Namespaces, V, compact, local
from pcgraph.query.name_matching import Names, name_verdicts
from pcgraph.store import data_folder
from pcgraph.validation.index import Lookup

# Status → classes that cannot reach it: agreements are not carried out, and only agreements are signed.
EXCLUDED = {
    "signed": ("Talks", "Event", "Coordination", "Initiative"),
    "under-way": ("Agreement",),
    "operational": ("Agreement", "Talks", "Event"),
    "completed": ("Agreement",),
}
SCHEMES = {"kind": "kinds", "status": "statuses", "tier": "tiers", "quantity_of": "quantities", "sector": "sectors"}
Converter = Callable[[str], str]


class Vocabulary:
    """Converts single values; each method raises `BadInput` with the values that are allowed.

    Attributes
    ----------
    lookup : Lookup
        The data before the import.
    labels : dict of str to str
        Engagement → its English label in the register.
    card, facts : dict of str to function
        Property of a source, or of an engagement → function that converts a text to a Turtle term; None for agents,
        which a row may register.
    """

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.find_agent = lru_cache(maxsize=None)(self._find_agent)
        called: dict[str, set[str]] = defaultdict(set)
        self.labels: dict[str, str] = {}
        for fact in [*lookup.ontology_facts, *(fact for _, fact in lookup.facts_by_role("register"))]:
            if fact.predicate in (LABEL, SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"):
                called[fact.subject].add(fact.value)
            if fact.predicate == LABEL and getattr(fact.term, "language", None) == "en":
                self.labels[fact.subject] = fact.value
        places = lookup.subterms("Place")
        iris: dict[str, Iterable[str]] = {
            name: [iri for iri, in_scheme in lookup.schemes.items() if in_scheme == V + scheme]
            for name, scheme in SCHEMES.items()
        }
        iris["class of engagements"] = lookup.subterms("Engagement")
        iris["class of agents"] = lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"}
        iris["place of the register"] = [iri for iri, kinds in lookup.types.items() if kinds & places]
        self._known = {name: _index(each, called) for name, each in iris.items()}

        def concept(name: str) -> Converter:
            return lru_cache(maxsize=None)(lambda text: self._written(self.concept(name, text)))

        self.card: dict[str, Converter | None] = {
            **dict.fromkeys(("title", "wire"), text_literal),
            **dict.fromkeys(("publisher", "said_by")),
            "tier": concept("tier"),
            "date": edtf_literal,
            "first_seen": day_literal,
            "address": lambda text: address_slug(text) and literal(text, "^^xsd:anyURI"),
        }
        self.facts: dict[str, Converter | None] = {
            "kind": concept("kind"),
            **dict.fromkeys(LINKS, lambda text: f"id:{valid_slug(text)}"),
            "sector": concept("sector"),
            "place": lambda text: compact(self.place(text)),
            "aim": lambda text: text_literal(text) + "@en",
            "quantity": canonical_number,
            "quantity_of": concept("quantity_of"),
            "amount": canonical_number,
            "currency": currency_literal,
            **dict.fromkeys(("starts", "ends", "expected"), edtf_literal),
            "parties_complete": boolean_literal,
            "said_by": lambda text: compact(self.agent(text)),
        }

    @property
    def names(self) -> Namespaces:
        """The namespaces of the project."""
        return self.lookup.inputs.names

    def concept(self, name: str, value: str) -> str:
        """Return the IRI that a text means: a kind, status, tier, sector, quantity_of, class or place."""
        index = self._known[name]
        if (iri := index.get(" ".join(value.split()).casefold())) is not None:
            return iri
        known = {local(iri) for iri in index.values()}
        expected, todo = allowed(value, known, "a " + name.replace("_of", ""))
        raise BadInput("unknown-value", f"{shown(value)} is unknown", expected, todo)

    def _written(self, iri: str) -> str:
        """Return an IRI as Turtle: a CURIE, or in angle brackets if it is a term in another namespace."""
        short = self.names.compact(iri)
        return f"<{iri}>" if short == iri else short

    def place(self, value: str) -> str:
        """Return the IRI of a place or country of the register."""
        return self.concept("place of the register", value.removeprefix("id:"))

    @cached_property
    def _agents(self) -> dict[str, Entity]:
        """The agents of the register, with all their names, including the spellings of the sources."""
        kinds = self.lookup.subterms("Agent") - {PCG + "UnnamedParty"}
        agents = {iri: Entity(iri) for iri, types in sorted(self.lookup.types.items()) if types & kinds}
        for _, fact in self.lookup.facts_by_role("register", "source"):
            if (agent := agents.get(fact.subject)) and fact.predicate == LABEL:
                agent.labels[getattr(fact.term, "language", None) or "en"] = fact.value
            elif agent and fact.predicate in (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource"):
                agent.aliases.append(fact.value)
        return agents

    @cached_property
    def _names(self) -> Names:
        return Names(self._agents, name_verdicts(data_folder.fill(self.lookup.inputs.by_role("verdicts"))))

    def _find_agent(self, name: str) -> str | None:
        """Return the IRI of the agent that a slug or name means; None if no agent is similar.

        Raises
        ------
        BadInput
            If several agents match, or if one is only similar: a person has to decide.
        """
        if (iri := self.names.expand(name.removeprefix("id:"))) in self._agents:
            return iri
        match = self._names.match(name)
        if match.iri is None and match.candidates:
            near = ", ".join(f"{compact(iri)} ({likeness:.0f})" for iri, likeness in match.candidates[:3])
            expected = "expected the id or name of one agent of the register"
            todo = "write the id of the right agent, or register a new one"
            raise BadInput("unsure-agent", f"{shown(name)} may mean {near}", expected, todo)
        return match.iri

    def agent(self, name: str) -> str:
        """Return the IRI of an agent of the register."""
        if (iri := self.find_agent(name)) is None:
            expected = "expected the id or name of an agent of the register"
            todo = "register the agent, or correct the name"
            raise BadInput("unknown-agent", f"no agent is called {shown(name)}", expected, todo)
        return iri

    def check_status(self, status: str, class_: str) -> None:
        """Raise if an engagement of this class cannot reach the status."""
        barred = {name for name, tops in EXCLUDED.items() if any(class_ in self.lookup.subterms(top) for top in tops)}
        if (name := local(status)) in barred:
            fit = sorted({local(iri) for iri in self._known["status"].values()} - barred)
            what = f"a {compact(class_)} cannot be {name}"
            todo = "use separate rows for the agreement and the work, or a weaker status"
            raise BadInput("status-of-class", what, f"expected one of {', '.join(fit)}", todo)


def _index(iris: Iterable[str], called: dict[str, set[str]]) -> dict[str, str]:
    """Return names in lower case → IRI; a name of two things is omitted, and a slug always means its own thing."""
    found: dict[str, set[str]] = defaultdict(set)
    slugs = {}
    for iri in sorted(iris):
        slugs[local(iri).casefold()] = iri
        for name in called[iri]:
            found[" ".join(name.split()).casefold()].add(iri)
    return {**{name: min(same) for name, same in found.items() if len(same) == 1}, **slugs}


def date_bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF date."""
    try:
        return bounds(value)
    except ValueError as error:
        what, _, rest = str(error).rpartition("; expected ")  # the date may contain semicolons
        expected, _, todo = rest.partition("; ")
        raise BadInput("bad-date", what, f"expected {expected}", todo or "correct the cell") from error


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

    >>> slugify("Export–Import Bank of Eastmark (Exim)")
    'export-import-bank-of-eastmark-exim'
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


def text_literal(text: str) -> str:
    """Return a text as a literal, with its white space reduced to single spaces."""
    return literal(" ".join(text.split()))


def day_literal(text: str) -> str:
    """Return one calendar day as a literal."""
    first, last = date_bounds(text)
    if first != last or str(first) != text:
        raise BadInput("bad-date", f"{shown(text)} is not a day", "expected a day such as 2025-09-03", "write the day")
    return literal(text) + "^^xsd:date"


def edtf_literal(text: str) -> str:
    """Return an EDTF date as a literal."""
    date_bounds(text)
    return literal(text)


def currency_literal(text: str) -> str:
    """Return the code of a currency as a literal."""
    if not re.fullmatch("[A-Z]{3}", text):
        what = f"{shown(text)} is not a currency"
        raise BadInput(
            "amount-form", what, "expected a code of ISO 4217, such as USD", "correct it, or add it to a lookup"
        )
    return literal(text)


def boolean_literal(text: str) -> str:
    """Return yes or no as a Turtle boolean."""
    if text.casefold() not in ("true", "false", "yes", "no"):
        raise BadInput("unknown-value", f"{shown(text)} is not valid", "expected yes or no", "write one of them")
    return "true" if text.casefold() in ("true", "yes") else "false"


def literal(text: str, mark: str = "") -> str:
    r"""Return a text as a Turtle literal on one line, with `mark` after it.

    >>> print(literal('a "b"', "@en"))
    "a \"b\""@en
    """
    return f"{ox.Literal(text)}{mark}"

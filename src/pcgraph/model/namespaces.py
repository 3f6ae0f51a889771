"""IRIs of the model: namespaces, named graphs and the terms that the code uses.

A test checks every term here against ``ontology/pcgraph.ttl``. IRIs are strings without angle brackets.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

BASE = "https://w3id.org/pcgraph/"  # of the shipped graph; a project may have another
PCG = "https://w3id.org/pcgraph/ontology#"
V = "https://w3id.org/pcgraph/vocab/"
SECTOR = "https://w3id.org/pcgraph/vocab/sector/"
ID = "https://w3id.org/pcgraph/id/"
SRC = "https://w3id.org/pcgraph/source/"
G = "https://w3id.org/pcgraph/graph/"
VERDICT = "https://w3id.org/pcgraph/verdict/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
WGS = "http://www.w3.org/2003/01/geo/wgs84_pos#"
GEO = "http://www.opengis.net/ont/geosparql#"
GEOF = "http://www.opengis.net/def/function/geosparql/"

PREFIXES: dict[str, str] = {
    "pcg": PCG,
    "v": V,
    "sector": SECTOR,
    "id": ID,
    "src": SRC,
    "g": G,
    "verdict": VERDICT,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "xsd": XSD,
    "dcterms": DCTERMS,
    "wgs": WGS,
    "geo": GEO,
    "geof": GEOF,
}

CURRENT = G + "current"
REGISTER = G + "register"
VERDICTS = G + "verdicts"
SEARCHES = G + "searches"
VERIFICATION = G + "verification"  # what was found when passages were compared with texts
ONTOLOGY = G + "ontology"
OWN_GRAPHS = (REGISTER, VERDICTS, SEARCHES, VERIFICATION, ONTOLOGY)  # besides the graphs of the sources and `current`

TYPE = RDF + "type"
LABEL = RDFS + "label"
DESCRIPTION = DCTERMS + "description"

ISO_CODE = PCG + "isoCode"  # of a country, as in ontology/countries.ttl

# Marks in a source's graph: the statement is our reading and not the source's words, or rests on a leak, an accusation
# or unnamed persons. They are not copied to `current`.
INFERRED = PCG + "inferred"
INFERRED_PARTY = PCG + "inferredParty"
IDENTIFIED_AS = PCG + "identifiedAs"
ALLEGED = PCG + "alleged"
ALLEGED_PARTY = PCG + "allegedParty"
MARKS = (INFERRED, INFERRED_PARTY, ALLEGED, ALLEGED_PARTY)
CONCLUDED = (PCG + "outcomeStatus", PCG + "promise")  # what `current` marks as alleged

# Computed properties; `hand-written-derived` reports one that is written by hand.
COMPUTED = tuple(
    PCG + name
    for name in (
        *("mainType", "currentStatus", "statusEarliest", "statusLatest", "startsEarliest", "endsLatest"),
        *("earliest", "latest", "inSource", "voice", "passageState", "pageState"),
        *("fromEarliest", "fromLatest", "untilEarliest", "untilLatest"),
        *("statusSince", "statusBy", "lastReported", "next", "outcomeStatus", "outcomeBy", "silentSince", "promise"),
        *("statementVoices", "statusVoices", "identifiedFor", "perhapsFor"),
        *("sumOf", "sumAmount", "sumAtLeast", "sumAtMost", "sumYear", "total", "creditedTo", "creditedTogether"),
        *("leftOutBecause", "containedIn", "makesTie", "reachedAt", "quantityStatedIn"),
    )
)
# A verdict on this property decides whether two IRIs, or a name and an IRI, mean the same thing.
SAME = OWL + "sameAs"
# The date on which a status was reached, and the other properties whose values are EDTF strings.
DATE = PCG + "date"
EDTF_PROPERTIES = (DATE, *(PCG + name for name in ("expected", "starts", "ends", "from", "until", "retracted")))


@dataclass(frozen=True)
class Namespaces:
    """The namespaces of a project: those of its things, sources and verdicts depend on its base; all others are shared.

    >>> lamps = Namespaces("https://example.org/lamps/")
    >>> lamps.src, lamps.expand("lumen"), lamps.expand("pcg:Talks")
    ('https://example.org/lamps/source/', 'https://example.org/lamps/id/lumen', 'https://w3id.org/pcgraph/ontology#Talks')
    """

    base: str = BASE

    @cached_property
    def id(self) -> str:
        """Namespace of things, ``id:``."""
        return self.base + "id/"

    @cached_property
    def src(self) -> str:
        """Namespace of sources, ``src:``."""
        return self.base + "source/"

    @cached_property
    def verdict(self) -> str:
        """Namespace of verdicts and judgements, ``verdict:``."""
        return self.base + "verdict/"

    @cached_property
    def sums(self) -> str:
        """Namespace of sums, which are computed."""
        return self.base + "sum/"

    @property
    def terms(self) -> str:
        """Namespace of the classes that a project adds."""
        return self.base + "ontology#"

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix → namespace, with the shared ones, in the order of `PREFIXES`."""
        return PREFIXES | {"id": self.id, "src": self.src, "verdict": self.verdict}

    def is_term(self, iri: str) -> bool:
        """Return whether an IRI is in a namespace of terms: the shipped ones, or those of the project below its base.

        >>> lamps = Namespaces("https://example.org/lamps/")
        >>> [lamps.is_term(f"https://example.org/lamps/{name}") for name in ("ontology#lease", "id/lumen")]
        [True, False]
        """
        return iri.startswith((PCG, V, self.base)) and not iri.startswith(
            (self.id, self.src, self.verdict, self.sums, G)
        )

    def compact(self, iri: str) -> str:
        """Return the CURIE of an IRI, or the IRI itself if no prefix fits, as `compact` does for all loaded graphs."""
        return _shortened(iri, {space: prefix for prefix, space in self.prefixes.items()})

    def expand(self, name: str, default: str | None = None) -> str:
        """Return the IRI of a CURIE, of a bare slug (in the namespace `default`, or ``id:``), or of a full IRI."""
        if name.startswith(("http://", "https://")):
            return name
        prefix, colon, local = name.partition(":")
        if colon and prefix in PREFIXES:
            return self.prefixes[prefix] + local
        return (self.id if default is None else default) + name


SHIPPED = Namespaces()
_SHORTENED: dict[str, str] = {iri: prefix for prefix, iri in PREFIXES.items()}  # namespace → prefix, for `compact`
_LOADED: set[str] = set()  # bases of the graphs that this process has loaded


def register(names: Namespaces) -> None:
    """Let `compact` shorten the IRIs of a graph that is being loaded.

    Until the first call, the IRIs of the shipped graph are shortened. Then those of every loaded graph are, so that
    ``id:`` may stand for several bases where a process loads several graphs.
    """
    global _SHORTENED
    if names.base not in _LOADED:
        _LOADED.add(names.base)
        _SHORTENED = {iri: prefix for base in sorted(_LOADED) for prefix, iri in Namespaces(base).prefixes.items()}


def compact(iri: str) -> str:
    """Return the CURIE of an IRI, by the longest standard prefix that matches, or the IRI itself if none does.

    >>> compact("https://w3id.org/pcgraph/id/lumen")
    'id:lumen'
    >>> compact("https://w3id.org/pcgraph/vocab/sector/ai")
    'sector:ai'
    """
    return _shortened(iri, _SHORTENED)


def compact_all(value: Any) -> Any:
    """Return plain data (dicts, lists, tuples, texts) in which each text that is an IRI is a CURIE, if a prefix fits.

    >>> compact_all({"of": ["https://w3id.org/pcgraph/id/lumen", 3]})
    {'of': ['id:lumen', 3]}
    """
    if isinstance(value, dict):
        return {key: compact_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [compact_all(item) for item in value]
    return compact(value) if isinstance(value, str) else value


def _shortened(iri: str, known: dict[str, str]) -> str:
    best = max((space for space in known if iri.startswith(space)), key=len, default=None)
    return iri if best is None else f"{known[best]}:{iri[len(best) :]}"


def local(iri: str) -> str:
    """Return the last part of an IRI, after the last ``#`` or ``/``.

    >>> local("https://w3id.org/pcgraph/ontology#signsWith")
    'signsWith'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

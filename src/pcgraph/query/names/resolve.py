"""Finds what a name means: an id, a CURIE, an IRI, a label, an alias, a name in another script, or initials.

Every verb and every method that takes the id of something resolves it here. Similarity alone never decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model import namespaces
from pcgraph.model.entities import preferred_iri
from pcgraph.model.namespaces import compact, local
from pcgraph.model.naming import letters, report
from pcgraph.model.quads import exists, values
from pcgraph.model.text import with_article
from pcgraph.query.names.matching import is_address
from pcgraph.query.names.named_things import CLASSES, TERMS, NamedThings, named_things
from pcgraph.query.questions.catalogue import check_names, is_iri
from pcgraph.query.questions.examples import examples
from pcgraph.query.questions.question import LITERALS, Query, namespace

MOST = 8  # candidates in a message
LISTED = 25  # names of a kind in a message, enough for all relations
SHORTEST = 3  # letters of a text that may be the beginning of a name
DECLARED = ("relation", "property", "class", "class of agents")  # the ontology has all of them
CLOSE = 0.05  # names whose scores differ by less are suggested together


def resolve(
    snapshot: Snapshot, text: str, kind: str = "thing", where: str = "", example: Callable[[], str] = str
) -> str:
    """Return the IRI that a text means.

    An exact id, CURIE or IRI is looked up first; an IRI that a judgement merged becomes the one that is kept. Then a
    label, an alias, a name in another script or initials must be equal, apart from case, accents, punctuation and
    company forms. Last, the text may be the beginning of one name. `pcgraph.model.naming.reports_to` reports what a
    text that is no id was taken to mean.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> resolve(kg, "lumen"), resolve(kg, "LUMEN", "agent") == resolve(kg, "id:lumen")
    ('https://w3id.org/pcgraph/id/lumen', True)
    """
    if not isinstance(text, str):
        kinds = f"{type(text).__name__} is no name"
        raise UsageError(f"{where} {kinds}; expected {_article(kind)}, as text; write its id or name".strip())
    things, head = named_things(snapshot), f"{where} {text!r}" if where else repr(text)
    exact = _exact(things, text, kind)
    if len(exact) == 1:
        return exact[0]
    found = exact or _by_whole_name(things, text, kind)
    other = "" if found else _other_kind(things, text, kind)
    if not (found or other):
        key = letters(text)  # a short one does not tell things apart
        found = things.names(kind).beginning(text) if len(key) >= SHORTEST or not key.isascii() else []
    if len(found) == 1:
        iri = preferred_iri(snapshot.store, found[0]) if ":" in found[0] else found[0]
        report(text, iri, things.entity(iri).label)
        return iri
    if found:
        found.sort(key=lambda iri: (-things.engagements_of.get(iri, 0), iri))
        shown = [f"  {things.described(iri)}" for iri in found[:MOST]]
        more = [f"  and {len(found) - MOST} more"] if len(found) > MOST else []
        first = f"{head}: may mean {len(found)} things; expected the name of one; write one of these ids"
        raise UsageError("\n".join([first, *shown, *more]))
    unknown = "unknown" if kind in (*TERMS, "class of agents") else "not in the graph in scope"
    suggestion = _suggestion(things, text, kind)
    named = "" if suggestion.startswith("did you mean") else example()
    such = f" such as {named}" if named else ""
    raise UsageError(f"{head}: {other or unknown}; expected {_article(kind)}{such}; {suggestion}")


def resolve_parameters(snapshot: Snapshot, query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of a question with IRIs instead of names; literals stay.

    >>> from pcgraph.query.questions.catalogue import find
    >>> from pcgraph.testing import tiny
    >>> resolve_parameters(tiny(), find("who-signed-with"), {"party": "Lumen"})
    {'party': 'https://w3id.org/pcgraph/id/lumen'}
    """
    find_examples = partial(examples, snapshot.store, query, snapshot.names)

    def example(name: str) -> str:
        return find_examples()[name]

    found = dict(check_names(query, given, find_examples))
    for name, value in given.items():
        about = query.parameters.get(name)
        kind = str(about.get("type", "thing")) if isinstance(about, Mapping) else "thing"
        if about is not None and kind not in LITERALS:
            where = f"query {query.name}: {name}"
            found[name] = resolve(snapshot, str(value), known_kind(kind), where, partial(example, name))
    return found


def known_kind(kind: str) -> str:
    """Return the kind that the type of a parameter stands for; ``thing`` for any other type.

    >>> known_kind("agent"), known_kind("funder")
    ('agent', 'thing')
    """
    return kind if kind in (*CLASSES, *TERMS, "source") else "thing"


def _exact(things: NamedThings, text: str, kind: str) -> list[str]:
    """Return the IRIs that are meant if the text is an id."""
    own = things.snapshot.names
    anywhere = (own.id, own.src, namespaces.PCG, namespaces.V, namespaces.SECTOR, own.verdict, "")
    spaces = anywhere if kind == "any" else (_space(things, kind),)
    found = []
    for space in spaces:
        iri = _expanded(things, text, space)
        if iri in found:
            continue
        if space == "" and ":" not in text:
            found += [text] if text in things.of_kind("question") else []
        elif _holds(things, iri):
            iri = preferred_iri(things.snapshot.store, iri)
            found += [iri] if iri not in found and _fits(things, iri, kind) else []
            if space == own.id and found:
                return found
    return found


def _expanded(things: NamedThings, text: str, space: str) -> str:
    """Return the IRI of an id; terms of the project may have any prefix or none, as if theirs were pcg."""
    prefix, colon, name = text.partition(":")
    if space == namespaces.PCG and prefix not in namespaces.PREFIXES:
        own = things.snapshot.ontology.own.get(name if colon else text)
        if own is not None:
            return own
    return things.snapshot.names.expand(text, space)


def _holds(things: NamedThings, iri: str) -> bool:
    if not is_iri(iri):
        return False
    spots = ((iri, None, None), (None, None, iri), (None, iri, None))
    return any(exists(things.snapshot.store, *spot) for spot in spots)


def _fits(things: NamedThings, iri: str, kind: str) -> bool:
    """Return whether a thing may stand where a kind is expected; a thing without a class may stand anywhere."""
    if kind in TERMS or kind == "class of agents":
        undeclared = kind not in DECLARED and iri not in things.terms  # such as a sector that only the data have
        return iri in things.of_kind(kind) or (undeclared and not iri.startswith(things.snapshot.names.id))
    types = _types(things, iri)
    return kind not in CLASSES or not types or bool(types & things.classes(kind))


def _types(things: NamedThings, iri: str) -> set[str]:
    return {*values(things.snapshot.store, iri, namespaces.TYPE)}


def _by_whole_name(things: NamedThings, text: str, kind: str) -> list[str]:
    """Return what a whole name means: an id in other letters, a label, an alias, the address of a source."""
    known, names = things.of_kind(kind), things.names(kind)
    if is_address(text):
        return sorted(names.equal("alias", text)) if text else []
    if own := sorted(names.equal("id", letters(text))):
        return own
    return [iri for iri, _ in names.link(text).candidates if iri in known]


def _other_kind(things: NamedThings, text: str, kind: str) -> str:
    """Return what an id is that exists and is not of the kind that is expected, or nothing."""
    iri = _expanded(things, text, _space(things, kind))
    if (kind in TERMS or kind == "class of agents") and iri in things.terms:
        return f"{compact(iri)} is {_article(things.terms[iri].kind)}"
    if not _holds(things, iri):
        iri = things.snapshot.names.id + letters(text).replace(" ", "-")
    if kind not in CLASSES or not _holds(things, iri):
        return ""
    types = sorted(_types(things, iri), key=lambda each: (-len(things.snapshot.ontology.supers.get(each, ())), each))
    return f"{compact(iri)} is {_article(local(types[0]))}" if types else ""


def _suggestion(things: NamedThings, text: str, kind: str) -> str:
    """Return the end of a message: the nearest names, or how to find one."""
    plain = text if (iri := things.snapshot.names.expand(text, "")) == text and ":" not in iri else local(iri)
    hits = things.names(kind).search(plain, least=0.5)
    near = [hit.iri for hit in hits if hit.score > hits[0].score - CLOSE][:3]
    if near:
        return f"did you mean {_either([_suggested(things, iri, kind) for iri in near])}?"
    if kind in (*TERMS, "country", "class of agents"):
        options = sorted(_bare(things, iri, kind) for iri in things.of_kind(kind))
        return f"known: {', '.join(options[:LISTED])}{' …' if len(options) > LISTED else ''}"
    return "search with  pcgraph find TEXT"


def _suggested(things: NamedThings, iri: str, kind: str) -> str:
    name, label = _bare(things, iri, kind), things.entity(iri).label
    plain = [letters(each).replace(" ", "") for each in (local(iri), label)]
    return name if plain[0] == plain[1] or len(label) > 60 else f"{name} ({label})"


def _space(things: NamedThings, kind: str) -> str:
    """Return the namespace of a bare id where a kind is expected."""
    shared = {"status or set": namespaces.V, "class of agents": namespaces.PCG}
    own = things.snapshot.names
    return own.verdict if kind == "verdict" else shared.get(kind) or namespace(kind, own)


def _bare(things: NamedThings, iri: str, kind: str) -> str:
    """Return an id as short as it may be written where a kind is expected."""
    if kind == "any":
        return compact(iri).removeprefix("id:")
    own = iri in things.terms and not iri.startswith((namespaces.PCG, namespaces.V))
    return local(iri) if own else iri.removeprefix(_space(things, kind))


def _either(names: Iterable[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last


def _article(kind: str) -> str:
    named = {
        "any": "id or name",
        "thing": "id or name",
        "relation": "derived relation",
        "status or set": "status or a set of statuses",
    }
    return with_article(named.get(kind, kind))

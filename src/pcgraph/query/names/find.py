"""Searches everything that has a name: things, engagements, sources, verdicts, questions and terms."""

from __future__ import annotations

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import one_of
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import PCG, compact, local
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.names.matching import Hit
from pcgraph.query.names.named_things import NamedThings, named_things

COLUMNS = {
    "kind": "what it is: agent, engagement, place, thing, source, verdict, question, or the kind of a term; possibly: "
    "an engagement in which the agent before it may take part",
    "id": "its IRI, or the name of a question",
    "label": "its name",
    "matched": "the name that fits the text best",
    "detail": "what tells it from others: class, country, engagements, status, date or definition",
}
GROUPS = ("agent", "engagement", "place")  # of two things that fit equally well, these come first
NEAREST = (0.3, 0.4)  # minimum score, and similarity of words, of what is suggested where nothing fits


def find(snapshot: Snapshot, text: str, limit: int = 20) -> Result:
    """Search by name, in any script; typing mistakes are forgiven.

    >>> from pcgraph.testing import tiny
    >>> [row[:3] for row in find(tiny(), "lumne").short]
    [('agent', 'id:lumen', 'Lumen')]
    """
    if limit < 1:
        raise UsageError(f"limit {limit}: too small; expected 1 or more; choose another")
    if not (isinstance(text, str) and any(char.isalnum() for char in text)):
        raise UsageError(f"find {text!r}: no letters and no digits; expected words of a name; add some")
    things = named_things(snapshot)
    hits = hits_of_kind(snapshot, text, "any")
    unnamed = snapshot.tables.rows("statements", [PCG + "mayBe"], "property")["subject"].unique()
    parties = one_of(snapshot.tables, snapshot.tables.rows("parties", unnamed, "agent")).to_dicts()
    rows: list[tuple[str, str, str, str, str]] = []
    for hit in hits[:limit]:
        rows.append((_kind(things, hit.iri), hit.iri, things.entity(hit.iri).label, hit.name, things.detail(hit.iri)))
        for party in (party for party in parties if hit.iri in party["one_of"]):
            detail = (
                f"{local(party['role'])}: one of {' or '.join(things.entity(iri).label for iri in party['one_of'])}"
            )
            engagement = party["engagement"]
            rows.append(("possibly", engagement, things.entity(engagement).label, hit.name, detail))
    lines = ["\t".join(f"?{name}" for name in COLUMNS)]
    for kind, iri, *texts in rows[:limit]:
        lines.append("\t".join([_text(kind), _term(iri), *map(_text, texts)]))
    body = "".join(f"{line}\n" for line in lines).encode()
    return Result(Answer(False, body), "find", f"What is called {text}?", COLUMNS)


def hits_of_kind(snapshot: Snapshot, text: str, kind: str) -> list[Hit]:
    """Return what fits a text among the things of a kind (see `NamedThings`), in the order of `find`.

    >>> from pcgraph.testing import tiny
    >>> [hit.name for hit in hits_of_kind(tiny(), "lum", "agent")]
    ['Lumen']
    """
    things = named_things(snapshot)
    hits = things.names(kind).search(text, meant=True)
    order = {iri: _order(things, iri) for iri in (hit.iri for hit in hits)}
    return sorted(hits, key=lambda hit: (-hit.score, *order[hit.iri]))


def nearest_names(snapshot: Snapshot, text: str) -> list[str]:
    """Return up to three ids with their labels, of what fits best where `find` finds nothing.

    >>> from pcgraph.testing import tiny
    >>> nearest_names(tiny(), "Lumen Shipping Bureau")
    ['id:lumen (Lumen)']
    """
    things = named_things(snapshot)
    hits = things.names("any").search(text, *NEAREST)[:3]
    return [f"{compact(hit.iri)} ({things.entity(hit.iri).label})" for hit in hits]


def _kind(things: NamedThings, iri: str) -> str:
    if not iri.startswith(things.snapshot.names.id):
        return things.entity(iri).kind
    kind = things.kind(iri)
    return next((group for group in GROUPS if kind in map(local, things.classes(group))), "thing")


def _order(things: NamedThings, iri: str) -> tuple[int, int, str]:
    kind = _kind(things, iri)
    return GROUPS.index(kind) if kind in GROUPS else len(GROUPS), -things.engagements_of.get(iri, 0), iri


def _term(iri: str) -> str:
    return f"<{iri}>" if ":" in iri else _text(iri)


def _text(text: str) -> str:
    return str(ox.Literal(" ".join(text.split())))  # tabs and line ends would end a cell

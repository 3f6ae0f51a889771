"""The passages behind an answer: each once, with its state and what it proves, and the sources that they are from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.model.passages import PROVING, STATE_LABELS, in_words
from pcgraph.model.quads import values
from pcgraph.query.explain import evidence

OF_A_SOURCE = ("source", "title", "publisher", "date", "tier", "said_by", "address")
NAMED = {PCG + name for name in ("Agent", "Place", "Asset")}  # a passage of one of these proves no more than its name
Behind = Mapping[str, Collection[str] | None]  # thing → sources whose passages count, or passages; None: all


def things_in(snapshot: Snapshot, answer: Any) -> list[str]:
    """Return the IRIs of things in the values of an answer, of a dict, a list, or any nesting of these; sorted.

    >>> from pcgraph.testing import tiny
    >>> things_in(tiny(), {"rows": [("https://w3id.org/pcgraph/id/lumen", "Lumen", 3)]})
    ['https://w3id.org/pcgraph/id/lumen']
    """
    return sorted({text for text in _texts(answer) if text.startswith(snapshot.names.id)})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def telling(snapshot: Snapshot, things: Iterable[str]) -> list[str]:
    """Return the things whose passages prove more than a name: engagements, their steps, offices.

    >>> from pcgraph.testing import tiny
    >>> telling(tiny(), [tiny().names.id + name for name in ("lumen", "lamp-agreement")])
    ['https://w3id.org/pcgraph/id/lamp-agreement']
    """
    return [iri for iri in things if NAMED.isdisjoint(values(snapshot.store, iri, TYPE))]


def behind_rows(
    snapshot: Snapshot,
    rows: Iterable[Sequence[Any]],
    counted: Iterable[Collection[str]],
    relations: Collection[str],
    given: Collection[str],
) -> list[Behind]:
    """Return what proves each row of an answer.

    These are the engagements that the row counts or names; for a tie, those from which it follows, in the sources that
    state it; else the engagement that was asked for, or what the sources in the row say about the things in it.

    Parameters
    ----------
    rows, counted : iterable
        Values with full IRIs, and for each row the things that its numbers take together.
    relations, given : collection of str
        The relations that the query names, and the values of its parameters.
    """
    names, found = snapshot.names, list[Behind]()
    ties: defaultdict[tuple[str, str, str], dict[str, Collection[str]]] = defaultdict(dict)
    for relation, one, other, engagement, sources in snapshot.tables.relations.select(
        "relation", "from", "to", "engagement", "sources"
    ).iter_rows():
        ties[relation, one, other][engagement] = sources
    every = {relation.iri for relation in snapshot.ontology.relations}
    for row, taken in zip(rows, counted, strict=True):
        texts = [value for value in row if isinstance(value, str)]
        own = _own(snapshot, texts)
        cited = {text for text in texts if text.startswith(names.src)}
        sources = {text for text in cited if "#" in text} or cited or None  # a passage says more than its source
        proofs: dict[str, Collection[str] | None] = dict.fromkeys(telling(snapshot, _own(snapshot, taken)))
        proofs |= dict.fromkeys(telling(snapshot, own), sources)
        proofs |= _of_sums(snapshot, [*taken, *texts])
        if not proofs:
            ends = [*own, *given]
            for relation in every.intersection(texts) or relations:
                for key in ((relation, one, other) for one in ends for other in ends):
                    proofs |= ties.get(key, {})
        if not proofs:
            proofs |= dict.fromkeys(telling(snapshot, given) or (sources and (own or given)) or (), sources)
        found.append(proofs)
    return found


def _own(snapshot: Snapshot, iris: Iterable[str]) -> list[str]:
    return [iri for iri in iris if iri.startswith(snapshot.names.id)]


def _of_sums(snapshot: Snapshot, iris: Iterable[str]) -> dict[str, Collection[str] | None]:
    """Return for each sum among IRIs the engagement whose sum it is, and the sources that state it."""
    found: dict[str, Collection[str] | None] = {}
    for iri in iris:
        for engagement in values(snapshot.store, iri, PCG + "sumOf") if iri.startswith(snapshot.names.sums) else ():
            told = snapshot.tables.sums.filter(engagement=engagement)["sources"]
            found[engagement] = {*told.explode().drop_nulls()} or None
    return found


class Citations:
    """The passages behind the parts of an answer; what was read of a thing is kept for the next answer."""

    def __init__(self, snapshot: Snapshot, texts: Path | None = None) -> None:
        self._snapshot, self._texts = snapshot, texts
        self._read: dict[str, list[dict[str, Any]]] = {}

    def cite(self, parts: Sequence[Behind], most: int | Sequence[int] | None = None) -> dict[str, Any]:
        """Return the passages that support each part, at most `most` for one; an engagement stands for its steps too.

        `most` is one number for all parts, or one for each.

        Passages that a machine found in the text come first, and those of different things in turn.

        Returns
        -------
        dict
            evidence (for each part the numbers of its `passages`, and how many are `left_out`), passages, states
            (their number by state), sources.

        >>> from pcgraph.testing import tiny
        >>> part = {"https://w3id.org/pcgraph/id/lamp-agreement": None}
        >>> found = Citations(tiny()).cite([part, {}], most=1)
        >>> found["evidence"], found["states"]
        ([{'passages': [1], 'left_out': 1}, {'passages': []}], {'pointer only': 1})
        """
        self._read_all({thing for part in parts for thing in part})
        chosen: dict[tuple[str, str], dict[str, Any]] = {}
        sources: dict[str, dict[str, Any]] = {}
        state_of, proofs = dict[tuple[str, str], str](), list[dict[str, Any]]()
        limits = most if isinstance(most, Sequence) else [most] * len(parts)
        for part, limit in zip(parts, limits, strict=True):
            keys: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
            turns = zip_longest(*(self._in(thing, within) for thing, within in part.items()))
            for row in filter(None, chain.from_iterable(turns)):
                keys[row["source"], row["iri"]].append(row)
            for key in [*keys][:limit]:
                row = keys[key][0]
                state_of[key] = row["state"]
                sources[row["source"]] = {name: row[name] for name in OF_A_SOURCE if row[name]}
                passage = {"n": len(chosen) + 1, "passage": row["iri"], "place": row["place"]}
                passage |= {"state": in_words(row), "proves": []}
                entry = chosen.setdefault(key, passage | ({"quote": row["quote"]} if "quote" in row else {}))
                entry["proves"] = [*dict.fromkeys([*entry["proves"], *(each["of"] for each in keys[key])])]
            cited = [chosen[key]["n"] for key in [*keys][:limit]]
            left = len(keys) - len(cited)
            proofs.append({"passages": cited} | ({"left_out": left} if left else {}))
        states = Counter(STATE_LABELS[state_of[key]] for key in chosen)
        return {
            "evidence": proofs,
            "passages": [*chosen.values()],
            "states": dict(sorted(states.items())),
            "sources": [sources[iri] for iri in sorted(sources)],
        }

    def _in(self, thing: str, sources: Collection[str] | None) -> list[dict[str, Any]]:
        return [row for row in self._read[thing] if sources is None or {row["source"], row["iri"]} & {*sources}]

    def _read_all(self, things: set[str]) -> None:
        store = self._snapshot.store
        for thing in sorted(things - self._read.keys()):
            rows = evidence(store, [thing, *sorted(values(store, thing, PCG + "step"))], self._texts)
            self._read[thing] = sorted(rows, key=lambda row: row["state"] not in PROVING)

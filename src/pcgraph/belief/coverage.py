"""Measure how well the sources cover what is believed: voices, passages, disputes and completeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.resolution import Tables
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import PCG, SAME, SRC, XSD, local
from pcgraph.model.ontology import Model
from pcgraph.store.nquads import columns

FILLED = ("kind", "step", "date of a step", "sector", "place", "amount", "two parties")
NUMBERS = (XSD + "integer", XSD + "decimal")


def coverage(snapshot: Snapshot) -> dict[str, Any]:
    """Count how much of what is believed has passages, is corroborated, is disputed and is complete.

    Parameters
    ----------
    store : pyoxigraph.Store
        The graphs in scope.
    tables : Tables
    model : Model

    Returns
    -------
    dict
        ``voices``: their number; ``passages``: by offset, by pointer; ``disputes``: decided, open (single-valued
        properties for which sources give more than one value); ``corroborated``: engagements that two or more
        independent voices report; ``filled``: class → number of its engagements, then for each name in `FILLED` how
        many have it, None if it does not apply to the class.
    """
    tables = snapshot.tables
    voice = dict(tables.sources.select("source", "voice").iter_rows())
    speak: dict[str, set[str]] = defaultdict(set)
    for engagement, sources in tables.statements.select("subject", "sources").iter_rows():
        speak[engagement].update(voice[source] for source in sources)
    engagements = tables.engagements["engagement"].to_list()
    judged, left = _disputes(snapshot)
    return {
        "voices": len(set(voice.values())),
        "passages": _passages(snapshot.store),
        "disputes": {"decided": judged - left, "open": left},
        "corroborated": sum(len(speak[engagement]) > 1 for engagement in engagements),
        "filled": _filled(tables, snapshot.ontology),
    }


def _passages(store: ox.Store) -> dict[str, int]:
    def count(name: str) -> int:
        quads = store.quads_for_pattern(None, ox.NamedNode(PCG + name), None, None)
        return len({(q.subject.value, q.graph_name.value) for q in quads if q.graph_name.value.startswith(SRC)})

    return {"by offset": count("start"), "by pointer": count("locator")}


def _disputes(snapshot: Snapshot) -> tuple[int, int]:
    """Return the number of disputes, and how many of them verdicts have not decided.

    A property that is chosen together with another one, such as a currency with its amount, is counted with it as one
    dispute.
    """
    folded = dict(
        snapshot.tables.statements.filter(pl.col("property") == SAME)
        .select("subject", pl.col("value").str.strip_chars("<>"))
        .iter_rows()
    )
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in sorted(snapshot.ontology.functional):
        quads = (
            quad
            for quad in snapshot.store.quads_for_pattern(None, ox.NamedNode(name), None, None)
            if quad.graph_name.value.startswith(SRC) and not quad.subject.value.startswith(SRC)
        )
        for subject, value in columns(quads).select("subject", "value").iter_rows():
            value = f"<{folded.get(value.strip('<>'), value.strip('<>'))}>" if value.startswith("<") else value
            said[folded.get(subject, subject), name].add(value)
    every = {key for key, values in said.items() if _differ(key[1], values)}
    for subject, name, prefers, rejects in _verdicts(snapshot.store):
        values = said[folded.get(subject, subject), name]
        values.discard(rejects)
        if prefers in values:
            values.intersection_update({prefers})
    left = {key for key in every if _differ(key[1], said[key])}

    def leader(key: tuple[str, str]) -> tuple[str, str]:
        return key[0], snapshot.ontology.chosen_with.get(key[1], key[1])

    undecided = {leader(key) for key in left if leader(key) == key or leader(key) not in every}
    return len({leader(key) for key in every}), len(undecided)


def _verdicts(store: ox.Store) -> Iterator[tuple[str, str, str, str]]:
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.VERDICTS)):
        found[quad.subject.value][local(quad.predicate.value)] = quad.object
    for said in found.values():
        if "onSubject" in said and "onProperty" in said:
            yield (
                said["onSubject"].value,
                said["onProperty"].value,
                str(said.get("prefers", "")),
                str(said.get("rejects", "")),
            )


def _differ(name: str, values: set[str]) -> bool:
    """Return whether values contradict each other: dates if no day fits all of them, numbers if they are unequal."""
    if name in namespaces.EDTF_PROPERTIES:
        spans = [bounds(value[1:].rsplit('"', 1)[0]) for value in values]
        first = max((span.earliest for span in spans if span.earliest), default=date.min)
        return first > min((span.latest for span in spans if span.latest), default=date.max)
    return len({_number(value) for value in values}) > 1


def _number(value: str) -> str | float:
    text, _, kind = value.rpartition('"^^<')
    try:
        return float(text[1:]) if kind.rstrip(">") in NUMBERS else value
    except ValueError:
        return value


def _filled(tables: Tables, model: Model) -> dict[str, dict[str, int | None]]:
    """Count for each class of engagement how many have each item of `FILLED`; only agreements have a kind."""

    def having(frame: pl.DataFrame) -> pl.Expr:
        return pl.col("engagement").is_in(frame["engagement"].unique().implode())

    def said(name: str) -> pl.DataFrame:
        found = tables.statements.filter(pl.col("property") == PCG + name)
        return found.select(pl.col("subject").alias("engagement"))

    parties = tables.parties.group_by("engagement").agg(pl.col("agent").n_unique())
    flags = (
        pl.col("kind").is_not_null(),
        having(tables.steps),
        having(tables.steps.filter(pl.col("date").is_not_null())),
        pl.col("sectors").list.len() > 0,
        pl.col("places").list.len() > 0,
        having(said("amount")),
        having(parties.filter(pl.col("agent") > 1)),
    )
    wanted = (flag.sum().alias(name) for name, flag in zip(FILLED, flags, strict=True))
    counted = tables.engagements.group_by("type").agg(pl.len().alias("engagements"), *wanted).sort("type")
    agreements = model.subterms("Agreement")
    return {
        local(row["type"]): {
            name: None if name == "kind" and row["type"] not in agreements else row[name]
            for name in ("engagements", *FILLED)
        }
        for row in counted.iter_rows(named=True)
    }

"""How well the sources cover what is believed: voices, passages, disputes, unknowns, and what is filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph import terms
from pcgraph.current import Tables
from pcgraph.dates import bounds
from pcgraph.model import Model
from pcgraph.quads import columns
from pcgraph.terms import PCG, SAME, SRC, XSD, local

FILLED = ("kind", "step", "date of a step", "sector", "place", "amount", "two parties")
NUMBERS = (XSD + "integer", XSD + "decimal")


def coverage(store: ox.Store, tables: Tables, model: Model) -> dict[str, Any]:
    """Count how far what is believed is proved, corroborated, disputed and filled in.

    Parameters
    ----------
    store : pyoxigraph.Store
        The graphs in scope.
    tables : Tables
    model : Model

    Returns
    -------
    dict
        voices; passages (by offset, by pointer); disputes (decided, open: single values of which sources give more
        than one); corroborated (engagements of which two or more independent voices speak); filled (class → number of
        its engagements, then for each name of `FILLED` how many have it, None where the class cannot).
    """
    voice = dict(tables.sources.select("source", "voice").iter_rows())
    speak: dict[str, set[str]] = defaultdict(set)
    for engagement, sources in tables.statements.select("subject", "sources").iter_rows():
        speak[engagement].update(voice[source] for source in sources)
    engagements = tables.engagements["engagement"].to_list()
    judged, left = _disputes(store, tables, model)
    return {
        "voices": len(set(voice.values())),
        "passages": _passages(store),
        "disputes": {"decided": judged - left, "open": left},
        "corroborated": sum(len(speak[engagement]) > 1 for engagement in engagements),
        "filled": _filled(tables, model),
    }


def _passages(store: ox.Store) -> dict[str, int]:
    def found(name: str) -> int:
        quads = store.quads_for_pattern(None, ox.NamedNode(PCG + name), None, None)
        return len({(q.subject.value, q.graph_name.value) for q in quads if q.graph_name.value.startswith(SRC)})

    return {"by offset": found("start"), "by pointer": found("locator")}


def _disputes(store: ox.Store, tables: Tables, model: Model) -> tuple[int, int]:
    """Count the disputes, and those that are left when verdicts have spoken.

    A value that is chosen with another one, as a currency with its amount, is one dispute with it.
    """
    folded = dict(
        tables.statements.filter(pl.col("property") == SAME)
        .select("subject", pl.col("value").str.strip_chars("<>"))
        .iter_rows()
    )
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in sorted(model.functional):
        quads = (
            quad
            for quad in store.quads_for_pattern(None, ox.NamedNode(name), None, None)
            if quad.graph_name.value.startswith(SRC) and not quad.subject.value.startswith(SRC)
        )
        for subject, value in columns(quads).select("subject", "value").iter_rows():
            value = f"<{folded.get(value.strip('<>'), value.strip('<>'))}>" if value.startswith("<") else value
            said[folded.get(subject, subject), name].add(value)
    every = {key for key, values in said.items() if _differ(key[1], values)}
    for subject, name, prefers, rejects in _verdicts(store):
        values = said[folded.get(subject, subject), name]
        values.discard(rejects)
        if prefers in values:
            values.intersection_update({prefers})
    left = {key for key in every if _differ(key[1], said[key])}

    def led(key: tuple[str, str]) -> tuple[str, str]:
        return key[0], model.chosen_with.get(key[1], key[1])

    unsettled = {led(key) for key in left if led(key) == key or led(key) not in every}
    return len({led(key) for key in every}), len(unsettled)


def _verdicts(store: ox.Store) -> Iterator[tuple[str, str, str, str]]:
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(terms.VERDICTS)):
        found[quad.subject.value][local(quad.predicate.value)] = quad.object
    for of in found.values():
        if "onSubject" in of and "onProperty" in of:
            yield of["onSubject"].value, of["onProperty"].value, str(of.get("prefers", "")), str(of.get("rejects", ""))


def _differ(name: str, values: set[str]) -> bool:
    """Say whether values contradict each other: dates only when no day fits all of them, numbers by what they are."""
    if name in terms.EDTF_PROPERTIES:
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
    """Count for each class of engagement how many have what; a kind is a matter of agreements only."""

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
    agreements = model.below("Agreement")
    return {
        local(row["type"]): {
            name: None if name == "kind" and row["type"] not in agreements else row[name]
            for name in ("engagements", *FILLED)
        }
        for row in counted.iter_rows(named=True)
    }

"""Compares two states of belief: what came, went or changed between them, and which sources are responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import Tables
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Ontology
from pcgraph.query.engine.result import Result, shorten

KINDS = ("engagement", "step", "party", "value", "relation", "answer")  # in the order of the output
SCHEMA = {
    **dict.fromkeys(("change", "what", "about", "subject", "property", "before", "after"), pl.String()),
    "inferred": pl.Boolean(),
    "sources": pl.List(pl.String()),
}
STATUS = PCG + "currentStatus"
# Evidence is not compared; a step and its status have their own rows.
SKIPPED = frozenset(PCG + name for name in ("statedIn", "step", "status"))
NO_SOURCES: frozenset[str] = frozenset()
Row = tuple[str, bool, frozenset[str]]  # value, whether it is only inferred, the sources that state it


def diff(before: Snapshot, after: Snapshot) -> pl.DataFrame:
    """Return the differences between two states of belief."""
    rows: list[dict[str, Any]] = []
    first, last, ontology = before.tables, after.tables, after.ontology
    whose = {**_owners(first), **_owners(last)}
    both = set(first.engagements["engagement"]) & set(last.engagements["engagement"])
    new, gone = _changed_sources(first, last, whose), _changed_sources(last, first, whose)
    single = ontology.functional | {STATUS}
    for what, old, now in zip(KINDS, _rows_by_kind(first, ontology), _rows_by_kind(last, ontology), strict=False):
        for key in old.keys() | now.keys():
            about = key[3] if what == "relation" else whose.get(key[0], key[0])
            if key[1] == STATUS and about not in both:
                continue  # the rows of its steps show it
            for one, other in _pairs(old.get(key, {}), now.get(key, {}), key[1] in single):
                rows.append(
                    {
                        "change": "changed" if one and other else "came" if other else "went",
                        "what": what,
                        "about": about,
                        "subject": key[0],
                        "property": key[1],
                        "before": one[0] if one else None,
                        "after": other[0] if other else None,
                        "inferred": (other or one or ("", False))[1],
                        "sources": sorted(
                            _responsible(what, one, other, new.get(about, NO_SOURCES), gone.get(about, NO_SOURCES))
                        ),
                    }
                )
    return _sorted(rows)


def answers(pairs: Mapping[str, tuple[Result, Result]]) -> pl.DataFrame:
    """Return the differences between answers to the same questions, row by row."""
    rows: list[dict[str, Any]] = []
    for name, results in pairs.items():
        old, now = (Counter(" | ".join(map(shorten, row)) for row in result.terms) for result in results)
        for change, found in (("went", old - now), ("came", now - old)):
            for text in found.elements():
                row: dict[str, Any] = dict.fromkeys(SCHEMA)
                row.update(about=name, what="answer", change=change, subject=name, sources=[])
                row["before" if change == "went" else "after"] = text
                rows.append(row)
    return _sorted(rows)


def _sorted(rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    order = pl.col("what").replace_strict({kind: number for number, kind in enumerate(KINDS)}, return_dtype=pl.Int64)
    frame = pl.DataFrame(list(rows), schema=SCHEMA)
    return frame.sort("about", order, "subject", "property", "before", "after", nulls_last=True)


def _owners(tables: Tables) -> dict[str, str]:
    """Map steps and unnamed parties to their engagements."""
    steps = tables.steps.select("step", "engagement").iter_rows()
    return dict([*steps, *tables.parties.filter("unnamed").select("agent", "engagement").iter_rows()])


def _rows_by_kind(tables: Tables, ontology: Ontology) -> Iterator[dict[tuple[str, ...], dict[str, Row]]]:
    """Yield the rows of the tables for each of `KINDS`: key (subject, property, …) → value → row."""

    def keyed(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, ...], dict[str, Row]]:
        found: dict[tuple[str, ...], dict[str, Row]] = {}
        for *key, value, inferred, sources in rows:
            found.setdefault(tuple(key), {})[value] = (value, bool(inferred), frozenset(sources))
        return found

    said = tables.statements
    types = said.filter(pl.col("property") == namespaces.TYPE)
    works = types.filter(pl.col("value").str.strip_chars("<>").is_in(sorted(ontology.engagement_classes)))
    columns = ("subject", "property", "value", "inferred", "sources")
    yield keyed(works.select(columns).iter_rows())
    steps = tables.steps.select(
        "step", pl.lit(PCG + "status").alias("property"), pl.format("<{}>", "status"), "inferred", "sources"
    )
    yield keyed(steps.iter_rows())
    parties = tables.parties.select("engagement", "role", pl.format("<{}>", "agent"), "inferred", "sources")
    yield keyed(parties.iter_rows())
    separate = sorted({*SKIPPED, *ontology.roles, namespaces.TYPE})
    values = said.filter(~pl.col("property").is_in(separate)).select(columns)
    over = pl.col("ended_by_date")  # the completion of such an event follows from the step under way
    deciding = pl.when(over).then(pl.lit(V + "under-way")).otherwise("status").alias("reached")
    now = tables.engagements.select("engagement", "status", "status_date", "ended_by_date", deciding).join(
        tables.steps, left_on=("engagement", "reached"), right_on=("engagement", "status"), how="inner"
    )
    now = now.filter(over | pl.col("status_date").eq_missing(pl.col("date")))
    each = now.explode("sources").group_by("engagement", "status")
    status = each.agg(pl.col("inferred").all(), pl.col("sources").unique())
    status = status.select("engagement", pl.lit(STATUS), pl.format("<{}>", "status"), "inferred", "sources")
    yield keyed([*values.iter_rows(), *status.iter_rows()])
    both = pl.col("relation").is_in([relation.iri for relation in ontology.relations if relation.symmetric])
    ties = tables.relations.filter(~both | (pl.col("from") < pl.col("to")))
    yield keyed((f, r, f"<{t}>", e, f"<{t}>", False, s) for r, f, t, e, s in ties.iter_rows())


def _pairs(old: dict[str, Row], now: dict[str, Row], single: bool) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield pairs of old and new rows: a value whose mark changed, a value that replaces another, or one side only."""
    for value in old.keys() & now.keys():
        if old[value][1] != now[value][1]:
            yield old[value], now[value]
    went, came = ([side[v] for v in sorted(side.keys() - other.keys())] for side, other in ((old, now), (now, old)))
    if single and len(went) == len(came) == 1:
        yield went[0], came[0]
        return
    yield from ((one, None) for one in went)
    yield from ((None, other) for other in came)


def _changed_sources(old: Tables, now: Tables, whose: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each engagement or other thing the sources in `now`, but not in `old`, that mention it."""
    new = frozenset(now.sources["source"]) - frozenset(old.sources["source"])
    found: dict[str, frozenset[str]] = {}
    for subject, sources in now.statements.select("subject", "sources").iter_rows():
        about = whose.get(subject, subject)
        found[about] = found.get(about, NO_SOURCES) | new.intersection(sources)
    return found


def _responsible(
    what: str, one: Row | None, other: Row | None, new: frozenset[str], gone: frozenset[str]
) -> frozenset[str]:
    """Return the sources that are responsible for a difference.

    The first of these that is not empty: new sources with the new row, or removed sources with the old row; sources
    that now state what they did not state before; for a row that went, or a relation, new or removed sources that
    mention the engagement. Otherwise a file was edited or a verdict was added: the sources of the row.
    """
    had, has = one[2] if one else NO_SOURCES, other[2] if other else NO_SOURCES
    direct = (has & new) or (had & gone) or (has - had if one else NO_SOURCES)
    around = (new or gone) if what == "relation" or other is None else NO_SOURCES
    return direct or around or has or had

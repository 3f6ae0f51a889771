"""Two states of belief → what came, went or changed between them, and the sources that did it. Pure; no printing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from pcgraph.belief.resolution import Tables
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.model.ontology import Model
from pcgraph.query.result import Result, shorten

KINDS = ("engagement", "step", "party", "value", "relation", "answer")  # in the order in which they are told
SCHEMA = {
    **dict.fromkeys(("change", "what", "about", "subject", "property", "before", "after"), pl.String()),
    "inferred": pl.Boolean(),
    "sources": pl.List(pl.String()),
}
STATUS = PCG + "currentStatus"
# Proofs are no beliefs; a step and its status are rows of their own.
SKIPPED = frozenset(PCG + name for name in ("statedIn", "step", "status"))
NOBODY: frozenset[str] = frozenset()
Said = tuple[str, bool, frozenset[str]]  # the value, whether it is only a reading, who gives it


def diff(before: Tables, after: Tables, model: Model) -> pl.DataFrame:
    """Compare what is believed in two states.

    Parameters
    ----------
    before, after : Tables
        Of two days, two data folders or two builds.
    model : Model
        Says which properties have one value: another value of these is one change, and not one that went and one that
        came.

    Returns
    -------
    polars.DataFrame
        change (came, went, changed), what (engagement, step, party, value, relation), about (the engagement, or else
        the thing itself), subject, property (IRIs), before, after (N-Triples terms or null; equal where only the mark
        of a reading changed), inferred (of what holds now, or held last), sources (who did it, see `_did`). Sorted by
        about; empty when nothing differs. Passages and background of the register are not compared.
    """
    rows: list[dict[str, Any]] = []
    whose = {**_owners(before), **_owners(after)}
    both = set(before.engagements["engagement"]) & set(after.engagements["engagement"])
    new, gone = _moved(before, after, whose), _moved(after, before, whose)
    single = model.functional | {STATUS}
    for what, old, now in zip(KINDS, _said(before, model), _said(after, model), strict=False):
        for key in old.keys() | now.keys():
            about = key[3] if what == "relation" else whose.get(key[0], key[0])
            if key[1] == STATUS and about not in both:
                continue  # its steps say so
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
                        "sources": sorted(_did(what, one, other, new.get(about, NOBODY), gone.get(about, NOBODY))),
                    }
                )
    return _sorted(rows)


def answers(pairs: Mapping[str, tuple[Result, Result]]) -> pl.DataFrame:
    """Compare answers to the same questions, row by row.

    Parameters
    ----------
    pairs : mapping
        Name of a question → its two answers.

    Returns
    -------
    polars.DataFrame
        As `diff` gives it: about and subject are the name of the question, before and after a row as text. An answer
        has no sources of its own.
    """
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


def _said(tables: Tables, model: Model) -> Iterator[dict[tuple[str, ...], dict[str, Said]]]:
    """Give what the tables hold, kind by kind as in `KINDS`: key (subject, property, …) → value → what is said."""

    def keyed(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, ...], dict[str, Said]]:
        found: dict[tuple[str, ...], dict[str, Said]] = {}
        for *key, value, inferred, sources in rows:
            found.setdefault(tuple(key), {})[value] = (value, bool(inferred), frozenset(sources))
        return found

    said = tables.statements
    types = said.filter(pl.col("property") == namespaces.TYPE)
    works = types.filter(pl.col("value").str.strip_chars("<>").is_in(sorted(model.engagement_classes)))
    columns = ("subject", "property", "value", "inferred", "sources")
    yield keyed(works.select(columns).iter_rows())
    steps = tables.steps.select(
        "step", pl.lit(PCG + "status").alias("property"), pl.format("<{}>", "status"), "inferred", "sources"
    )
    yield keyed(steps.iter_rows())
    parties = tables.parties.select("engagement", "role", pl.format("<{}>", "agent"), "inferred", "sources")
    yield keyed(parties.iter_rows())
    told = sorted({*SKIPPED, *model.roles, namespaces.TYPE})
    values = said.filter(~pl.col("property").is_in(told)).select(columns)
    now = tables.engagements.join(tables.steps, on=("engagement", "status"), how="inner").filter(
        pl.col("status_date").eq_missing(pl.col("date"))
    )
    each = now.explode("sources").group_by("engagement", "status")
    status = each.agg(pl.col("inferred").all(), pl.col("sources").unique())
    status = status.select("engagement", pl.lit(STATUS), pl.format("<{}>", "status"), "inferred", "sources")
    yield keyed([*values.iter_rows(), *status.iter_rows()])
    both = pl.col("relation").is_in([relation.iri for relation in model.relations if relation.symmetric])
    ties = tables.relations.filter(~both | (pl.col("from") < pl.col("to")))
    yield keyed((f, r, f"<{t}>", e, f"<{t}>", False, s) for r, f, t, e, s in ties.iter_rows())


def _pairs(old: dict[str, Said], now: dict[str, Said], single: bool) -> Iterator[tuple[Said | None, Said | None]]:
    """Pair what was with what is: the same value whose mark changed, one value for another, or one side only."""
    for value in old.keys() & now.keys():
        if old[value][1] != now[value][1]:
            yield old[value], now[value]
    went, came = ([side[v] for v in sorted(side.keys() - other.keys())] for side, other in ((old, now), (now, old)))
    if single and len(went) == len(came) == 1:
        yield went[0], came[0]
        return
    yield from ((one, None) for one in went)
    yield from ((None, other) for other in came)


def _moved(old: Tables, now: Tables, whose: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Map each engagement or other thing to the sources of `now` that speak of it and are no sources of `old`."""
    new = frozenset(now.sources["source"]) - frozenset(old.sources["source"])
    found: dict[str, frozenset[str]] = {}
    for subject, sources in now.statements.select("subject", "sources").iter_rows():
        about = whose.get(subject, subject)
        found[about] = found.get(about, NOBODY) | new.intersection(sources)
    return found


def _did(what: str, one: Said | None, other: Said | None, new: frozenset[str], gone: frozenset[str]) -> frozenset[str]:
    """Say which sources made a difference.

    Those new in scope that give the new row, or else those out of scope that gave the old one, or else those that say
    now what they did not say. Where a row went, or a tie moved, that no such source gives: those that speak of the
    engagement and are new or gone. Where there are none either, a file was edited or a verdict given: who gives it.
    """
    had, has = one[2] if one else NOBODY, other[2] if other else NOBODY
    direct = (has & new) or (had & gone) or (has - had if one else NOBODY)
    around = (new or gone) if what == "relation" or other is None else NOBODY
    return direct or around or has or had

"""Count the independent voices that state something: a party in a role, a status on any day, a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import polars as pl

from pcgraph.belief.tables import VALUE_IRI, Tables, gather
from pcgraph.model.namespaces import PCG
from pcgraph.model.ontology import Ontology
from pcgraph.store import nquads

STATUS, AMOUNT = PCG + "status", PCG + "amount"
SAID = ("subject", "property", "value", "source")
OF_ENGAGEMENT = ("engagement", "property", "value", "currency")


def count(sources: pl.Series, known: pl.DataFrame) -> pl.Series:
    """Return the number of independent voices in each list of sources that state one thing.

    It is the greatest number of sources of which no two have one publisher or one origin. The origin of a text that
    repeats one agency is this agency, and that of a text that repeats none its publisher. A text that repeats several
    agencies may stand for any of them that another text repeats alone. All texts that share none have one origin
    together. A page without a publisher is its own.
    """
    rows = sources.alias("source").to_frame().with_row_index("row")
    several = rows.filter(pl.col("source").list.len() > 1).explode("source")
    by = pl.coalesce("publisher", "source")
    pages = several.join(known.select("source", "agencies", by=by), on="source").drop("source")
    size = pl.col("agencies").list.len()
    own = pages.filter(size == 0).select("row", "by", origin=pl.format("<{}>", "by"))
    single = pages.filter(size == 1).select("row", "by", origin=pl.col("agencies").list.first())
    mixed = pages.filter(size > 1).with_row_index("text")
    shared = mixed.explode("agencies").rename({"agencies": "origin"}).join(single, on=["row", "origin"], how="semi")
    rest = mixed.join(shared, on="text", how="anti").select("row", "by", origin=pl.lit(""))
    ends = pl.concat([own, single, shared.select(own.columns), rest]).unique()
    sizes = ends.group_by("row").agg(pl.col("origin", "by").n_unique(), ends=pl.len())
    # Where an origin has several publishers, and a publisher several origins, both numbers may be too high.
    tangled = pl.col("ends") > pl.max_horizontal("origin", "by")
    plain = sizes.filter(~tangled).select("row", voices=pl.min_horizontal("origin", "by"))
    hard = ends.join(sizes.filter(tangled), on="row", how="semi")
    heard = pl.concat([plain, _matched(hard)]) if hard.height else plain
    number = pl.coalesce("voices", pl.col("source").list.len()).cast(pl.Int64)
    return rows.join(heard, on="row", how="left", maintain_order="left").select(voices=number).to_series()


def _matched(ends: pl.DataFrame) -> pl.DataFrame:
    """Return row, voices: how many origins of a row can be given a publisher each; `ends` are row, origin, by."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    origins, publishers = (ends.select("row", name).unique().with_row_index(f"{name}_at") for name in ("origin", "by"))
    pairs = ends.join(origins, on=["row", "origin"]).join(publishers, on=["row", "by"])
    places = pairs["origin_at"].to_numpy(), pairs["by_at"].to_numpy()
    joined = csr_array(([True] * pairs.height, places), shape=(origins.height, publishers.height))
    found = maximum_bipartite_matching(joined, perm_type="column")
    return origins.filter(pl.Series(found >= 0)).group_by("row").len("voices")


def together(sources: Iterable[str], known: pl.DataFrame) -> int:
    """Return the number of independent voices in one list of sources; see `count`."""
    if len(sources := sorted({*sources})) < 2:
        return len(sources)
    return int(count(pl.Series([sources], dtype=pl.List(pl.String)), known).item())


def of_statements(tables: Tables, ontology: Ontology, engagement: str | None = None) -> pl.DataFrame:
    """Return what is stated about all engagements or one, with its sources and the number of its voices.

    A source that marks a statement as a reading does not state it.
    """
    above = [(role, up) for role in sorted(ontology.roles) for up in sorted({role, *ontology.supers.get(role, ())})]
    roles = [(role, up) for role, up in above if up in ontology.roles and up != PCG + "participant"]
    wanted = [*dict(above), *(PCG + name for name in ("step", "status", "amount", "currency"))]
    known, rows = tables.engagements.select("engagement"), tables.scan("statements")
    if engagement is not None:
        known = known.filter(engagement=engagement)
        subjects = [engagement, *tables.steps.filter(engagement=engagement)["step"]]
        rows = rows.filter(pl.col("subject").is_in(subjects))
    rows = rows.filter(pl.col("property").is_in(wanted) & ~pl.col("inferred")).explode("sources")
    said = rows.rename({"sources": "source"}).collect().join(tables.readings, on=SAID, how="anti").select(SAID)

    def values_of(name: str) -> pl.DataFrame:
        return said.filter(property=PCG + name).drop("property")

    steps = values_of("step").select("source", engagement="subject", subject=VALUE_IRI)
    parties = said.join(pl.DataFrame(roles, schema=["property", "up"], orient="row"), on="property")
    statuses = values_of("status").join(steps, on=["subject", "source"])
    sums = values_of("amount").join(values_of("currency").rename({"value": "currency"}), on=["subject", "source"])
    own = known.select("engagement", subject="engagement")
    sums = sums.join(pl.concat([own, steps.select(own.columns)]).unique(), on="subject")
    found = pl.concat(
        [
            parties.select("source", "value", engagement="subject", property="up"),
            statuses.select("source", "engagement", "value", property=pl.lit(STATUS)),
            sums.select("source", "engagement", "value", "currency", property=pl.lit(AMOUNT)),
        ],
        how="diagonal",
    ).join(known, on="engagement", how="semi")
    found = gather(found.select(*OF_ENGAGEMENT, sources="source"), [*OF_ENGAGEMENT]).sort(OF_ENGAGEMENT)
    return found.with_columns(count(found["sources"], tables.sources))


def of_one(tables: Tables, ontology: Ontology, engagement: str) -> dict[tuple[str, str], int]:
    """Return (property, value without brackets and quotation marks) → voices, for one engagement."""
    return numbers(of_statements(tables, ontology, engagement).to_dicts())


def numbers(stated: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    """Return for rows of `of_statements` about one engagement what `of_one` returns; of two, the larger number."""
    ordered = sorted(stated, key=itemgetter("voices"))
    return {(row["property"], nquads.plain(row["value"])): row["voices"] for row in ordered}


def of_engagements(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return engagement, voices (of its best attested statement), status_voices (that state its current status)."""
    stated = of_statements(tables, ontology)
    best = stated.group_by("engagement").agg(pl.col("voices").max())
    status = stated.filter(property=STATUS).select("engagement", status=VALUE_IRI, status_voices="voices")
    own = tables.engagements.select("engagement", "status")
    own = own.join(best, on="engagement", how="left").join(status, on=["engagement", "status"], how="left")
    return own.select("engagement", pl.col("voices", "status_voices").fill_null(0)).sort("engagement")

"""Sums of money: what each measures, whose it is, in which total it counts or why in none; and counts of work."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.conclusions.reach import pairs_along
from pcgraph.belief.tables import QUANTITIES, SUMS, VALUE_IRI, Tables, number_columns
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Ontology

COMMITTED, PAID, COST, PRICE = V + "committed", V + "paid", V + "cost", V + "price"
SHARES = (V + "percent", V + "percent-of-shares")  # units that count no work
UNIT = ("currency", "amount_per", "constant_prices", "basis", "amount_shared")  # sums that differ in one do not compete
SIZES = ("amount", "amount_at_least", "amount_at_most")
NUMBER = ("subject", *SIZES, *UNIT)
SIZE = [PCG + name for name in ("amount", "amountAtLeast", "amountAtMost", "currency", "amountPer", "constantPrices")]
GIVEN = (*SIZE, PCG + "basis", PCG + "amountShared")
COUNT = [PCG + name for name in ("quantity", "quantityAtLeast", "quantityAtMost", "quantityOf", "quantityPer")]


def sums(tables: Tables, facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return every sum of money with the total in which it counts, or with the reason why it does not."""
    said = _said(tables, facts, ontology)
    found = said.join(_credits(said, tables, ontology), on="number", how="left").with_columns(
        pl.col("funders", "named").fill_null([])
    )
    found = found.join(_statuses(tables, ontology), on="engagement", how="left")
    found = found.join(_held(tables, ontology), on="engagement", how="left")
    finished = _completed(found, tables)
    found = found.with_columns(
        reason=_reason(),
        paid=(pl.col("basis") == PAID) | pl.col("number").is_in(finished.implode()),
    )
    counted = found.filter(pl.col("reason").is_null())
    several = [
        counted.with_columns(total=pl.lit(COMMITTED), year="committed_year"),
        counted.filter("paid").with_columns(total=pl.lit(PAID), year="paid_year"),
    ]
    left_out = found.drop_nulls("reason")
    rows = [_without_parts(pl.concat(several), tables), left_out, _claims(tables)]
    order = ("engagement", "step", "total", *SIZES, "currency", "basis", "reason")
    every = pl.concat(rows, how="diagonal_relaxed").select(list(SUMS)).cast(SUMS)  # type: ignore[arg-type]
    return every.sort(order, nulls_last=True)


def _said(tables: Tables, facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return the sums of all sources, each once, with those that state it, and whether it is believed and disputed."""
    facts = facts.filter(pl.col("property").is_in(GIVEN))
    basis = pl.col("property") == PCG + "basis"
    rank = ontology.subterms_of
    marks = facts.group_by("subject", "source").agg(
        read=pl.col("inferred").filter(pl.col("property").is_in(SIZE)).any(),
        basis_read=pl.col("inferred").filter(basis).any(),
    )
    given = number_columns(facts, "subject", "source").join(marks, on=["subject", "source"])
    owner = tables.steps.select("step", "engagement", subject="step").unique("subject")
    given = given.join(owner, on="subject", how="left").with_columns(pl.coalesce("engagement", "subject"))
    given = given.join(tables.engagements.select("engagement", "type"), on="engagement")
    default = (
        pl.when(pl.col("type").is_in(sorted(rank(PCG + "Funding")))).then(pl.lit(COMMITTED))
        .when(pl.col("type").is_in(sorted(rank(PCG + "Acquisition")))).then(pl.lit(PRICE))
        .otherwise(pl.lit(COST))
    )  # fmt: skip
    # That money was paid is said only by a source, and not by a reading.
    usable = pl.when(~pl.col("basis_read") | (pl.col("basis") != PAID)).then("basis")
    owned = ((tables.engagements, "engagement"), (tables.steps, "step"))
    chosen = pl.concat([frame.select(pl.col(key).alias("subject"), *SIZES, *UNIT) for frame, key in owned])
    chosen = chosen.unique("subject")
    given = given.join(
        chosen.with_columns(believed=True), on=list(NUMBER), how="left", nulls_equal=True, maintain_order="left"
    ).with_columns(
        pl.col("believed").fill_null(False),
        basis=pl.coalesce(usable, default),
        basis_stated=pl.col("basis").is_not_null() & ~pl.col("basis_read"),
        amount_shared=pl.col("amount_shared").fill_null(False),
        funding=pl.col("type").is_in(sorted(rank(PCG + "Funding"))),
        event=pl.col("type").is_in(sorted(rank(PCG + "Event"))),
    )
    stating = pl.col("source").filter(~pl.col("read")).unique().sort()
    found = given.group_by(*NUMBER, "engagement", "step", "funding", "event").agg(
        pl.col("believed", "basis_stated").any(), sources=stating
    )
    found = found.sort(NUMBER, nulls_last=True).with_row_index("number")
    return found.join(_disputed(found), on="number", how="left").with_columns(pl.col("disputed").fill_null(False))


def _disputed(found: pl.DataFrame) -> pl.DataFrame:
    """Return the sums that contradict another one of the same thing and kind."""
    stated = found.filter(pl.col("sources").list.len() > 0).select("number", *NUMBER)
    pairs = stated.join(stated, on=["subject", *UNIT], nulls_equal=True, suffix="_other")
    apart = pl.any_horizontal((pl.col(size) != pl.col(f"{size}_other")).fill_null(False) for size in SIZES)
    return pairs.filter(apart).select("number", disputed=True).unique()


def _credits(said: pl.DataFrame, tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return for each sum that flows whose it is, and the funders whom its sources name; several if one names all."""
    parties = tables.parties.filter(
        pl.col("role").is_in(sorted(ontology.subterms_of(PCG + "funder"))) & ~pl.col("inferred")
    )
    read = tables.readings.select(
        engagement="subject", role="property",
        agent=VALUE_IRI, sources="source"
    )  # fmt: skip
    stated = parties.explode("sources").join(read, on=["engagement", "role", "agent", "sources"], how="anti")
    together = stated.group_by("engagement", "sources").agg(set=pl.col("agent").unique().sort())
    flows = said.filter(pl.col("believed") & pl.col("step").is_null() & pl.col("basis").is_in([COMMITTED, PAID]))
    naming = flows.select("number", "engagement", "sources").explode("sources").join(
        together, on=["engagement", "sources"]
    )  # fmt: skip
    nameless = tables.parties.filter("unnamed")["agent"].unique().implode()
    named = (
        naming.select("number", "engagement", named="set")
        .explode("named")
        .unique()
        .sort("number", "named")
        .with_columns(unnamed=pl.col("named").is_in(nameless))
        .group_by("number", "engagement", maintain_order=True)
        .agg("named", pl.col("unnamed").any())
    )
    whole = named.join(together, on="engagement").filter(
        pl.col("named").list.set_difference(pl.col("set")).list.len() == 0
    )
    credited = named.join(whole.select("number").unique(), on="number").select("number", funders="named")
    by = naming.join(credited, on="number").filter(funders=pl.col("set"))
    by = by.group_by("number").agg(naming="sources")
    return named.join(credited, on="number", how="left").join(by, on="number", how="left").drop("engagement")


def _statuses(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return what the steps of each engagement say of money, and the years of the first that say it."""
    firm, realised = (ontology.sets[V + name] for name in ("entered", "realised"))
    over = tables.engagements.filter(pl.col("status").is_in([V + "cancelled", V + "expired"]))["engagement"].implode()
    steps = tables.steps.with_columns(
        ended=pl.col("engagement").is_in(over),
        begun=pl.col("status").is_in(sorted(realised)),
        year=pl.when(pl.col("earliest").dt.year() == pl.col("latest").dt.year()).then(pl.col("latest").dt.year()),
    ).with_columns(firm=pl.col("begun") | (pl.col("status").is_in(sorted(firm)) & ~pl.col("ended")))
    stated = ~pl.col("inferred")

    def first(*statuses: str) -> pl.Expr:
        return pl.col("year").filter(stated & pl.col("status").is_in(statuses)).min()

    return steps.group_by("engagement").agg(
        pl.col("firm").filter(stated).any(),
        pl.col("firm").filter(pl.col("inferred")).any().alias("read"),
        pl.col("ended").any(),
        committed_year=pl.col("year").filter(stated & pl.col("firm")).min(),
        paid_year=pl.coalesce(first(V + "completed"), first(V + "operational")),
    )


def _held(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return which engagements have a funder at all, and whether every one of them is a reading."""
    roles = sorted(ontology.subterms_of(PCG + "funder"))
    held = tables.parties.filter(pl.col("role").is_in(roles))
    return held.group_by("engagement").agg(only_read=pl.col("inferred").all())


def _completed(found: pl.DataFrame, tables: Tables) -> pl.Series:
    """Return the sums of funding without a stated basis of which one source states sum, funder and completion."""
    done = _stating(tables, V + "completed")
    open_ = found.filter(pl.col("funding") & ~pl.col("basis_stated"), basis=COMMITTED)
    naming = open_.select("number", "engagement", source="naming").explode("source")
    return naming.join(done, on=["engagement", "source"], how="semi")["number"].unique()


def _stating(tables: Tables, *statuses: str) -> pl.DataFrame:
    """Return engagement, source, step, date, order: the steps of these statuses that a source states in words."""
    said = tables.statements.filter(property=PCG + "status").explode("sources")
    read = tables.readings.rename({"source": "sources"})
    said = said.join(read, on=["subject", "property", "value", "sources"], how="anti")
    steps = tables.steps.filter(pl.col("status").is_in(statuses) & ~pl.col("inferred")).drop("sources")
    found = steps.join(said.select(step="subject", source="sources"), on="step")
    return found.select("engagement", "source", "step", "date", "order")


def _reason() -> pl.Expr:
    """Return why a sum is in no total; the first reason that applies, or null."""
    basis, own = pl.col("basis"), pl.col("funders").list.len()
    reasons = {
        "sources disagree, and another sum is believed": ~pl.col("believed") & pl.col("disputed"),
        "given beside the sum that is believed": ~pl.col("believed"),
        "the amount of a single step": pl.col("step").is_not_null(),
        "no amount, only bounds": pl.col("amount").is_null(),
        "total of an event": pl.col("event"),
        "covers more than this engagement": pl.col("amount_shared"),
        "a rate for a period": pl.col("amount_per").is_not_null(),
        "no currency named": pl.col("currency").is_null(),
        "a price": basis == PRICE,
        "a valuation": basis == V + "valuation",
        "an aim": basis == V + "aimed",
        "a cost, and no flow of money": ~basis.is_in([COMMITTED, PAID]),
        "sources disagree on the sum": pl.col("disputed"),
        "no funder named": pl.col("only_read").is_null(),
        "the funder is only inferred": pl.col("only_read"),
        "the amount is only inferred": pl.col("sources").list.len() == 0,
        "no source states funder and sum": pl.col("named").list.len() == 0,
        "sources name different funders": own == 0,
        "a funder is an unnamed party": pl.col("unnamed"),
        "the status is only inferred": (basis != PAID) & ~pl.col("firm") & pl.col("read"),
        "ended before money moved": (basis != PAID) & ~pl.col("firm") & pl.col("ended"),
        "no status reported": (basis != PAID) & pl.col("ended").is_null(),
        "no more than planned": (basis != PAID) & ~pl.col("firm"),
    }
    return pl.coalesce(pl.when(applies.fill_null(False)).then(pl.lit(text)) for text, applies in reasons.items())


def _without_parts(counted: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Add the reason of each sum whose engagement is a part of another one in the same total.

    Work is a part of the paper that covers it, and a paper of what it led to. In a circle, the first stands for all.
    """
    up = _above(tables, counted["engagement"])
    same = ["funders", "currency", "constant_prices", "total"]
    whole = counted.select(*same, whole="engagement")
    pairs = counted.select("engagement", *same).join(up, on="engagement")
    pairs = pairs.with_columns(pl.col("funders").list.join(" "))
    found = pairs.join(
        whole.with_columns(pl.col("funders").list.join(" ")), on=["whole", *same], how="semi", nulls_equal=True
    )
    back = found.join(up.select(engagement="whole", whole="engagement"), on=["engagement", "whole"], how="semi")
    back = back.filter(pl.col("whole") > pl.col("engagement"))
    part = found.join(back, on=["engagement", "whole", "total"], how="anti")
    part = part.group_by("engagement", "total").agg(within=pl.col("whole").min())
    reason = pl.when(pl.col("within").is_not_null()).then(pl.lit("part of an amount in the same sum"))
    return counted.join(part, on=["engagement", "total"], how="left").with_columns(reason=reason)


def _above(tables: Tables, engagements: pl.Series) -> pl.DataFrame:
    """Return engagement, whole: all that stands above each of the engagements, at any distance."""
    said = tables.statements.filter(
        pl.col("property").is_in([PCG + name for name in ("partOf", "covers", "ledTo")])
    ).select("property", "subject", object=VALUE_IRI)
    down = pl.col("property") == PCG + "covers"
    links = said.select(
        node=pl.when(down).then("object").otherwise("subject"), result=pl.when(down).then("subject").otherwise("object")
    ).unique()
    return pairs_along(links, engagements.unique().to_frame()).rename({"other": "whole"})


def _claims(tables: Tables) -> pl.DataFrame:
    """Return the sums that somebody claims."""
    found = pl.concat([tables.engagements, tables.steps], how="diagonal_relaxed").filter(
        pl.col("claimed_amount").is_not_null()
    )
    return found.select("engagement", "step", amount="claimed_amount", currency="claimed_currency").with_columns(
        reason=pl.lit("a claim, and no payment")
    )


def quantities(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return every count of work with the step at which it was reached; without one, it is a target.

    A count is reached if it stands on a step that is realised, or if its source states that the whole is completed or
    in use. Shares are left out.
    """
    columns = ("quantity", "quantity_at_least", "quantity_at_most", "quantity_of", "quantity_per")
    realised = pl.col("status").is_in(sorted(ontology.sets[V + "realised"])) & ~pl.col("inferred")
    rows = [
        tables.engagements.select("engagement", *columns, subject="engagement", own=False),
        tables.steps.select("engagement", *columns, "step", "date", subject="step", own=realised),
    ]
    found = pl.concat(rows, how="diagonal").filter(
        pl.any_horizontal(pl.col(columns[:3]).is_not_null()) & ~pl.col("quantity_of").is_in(SHARES).fill_null(False)
    )
    stating = _whole_count(tables)
    done = _stating(tables, V + "completed", V + "operational").sort("order", "step", descending=True, nulls_last=True)
    by = done.unique(["engagement", "source"], keep="first")
    by = by.select("source", "date", subject="engagement", reached="step")
    found = found.join(stating, on="subject", how="left").join(by, on=["subject", "source"], how="left", suffix="_done")
    found = found.sort(pl.col("reached").is_null(), "order").unique(["engagement", "subject"], keep="first")
    return (
        found.with_columns(
            reached=pl.when("own").then("step").otherwise("reached"),
            day=pl.when("own").then("date").otherwise("date_done"),
        )
        .select(list(QUANTITIES))
        .cast(QUANTITIES)  # type: ignore[arg-type]
        .sort("engagement", "step")
    )


def _whole_count(tables: Tables) -> pl.DataFrame:
    """Return subject, source, order: the sources that state all of a count in words, the best with the lowest order."""
    said = tables.statements.filter(pl.col("property").is_in(COUNT))
    parts = said.group_by("subject").agg(parts=pl.len())
    read = tables.readings.rename({"source": "sources"})
    stated = said.explode("sources").join(read, on=["subject", "property", "value", "sources"], how="anti")
    found = stated.group_by("subject", source="sources").agg(stated=pl.len())
    found = found.join(parts, on="subject").filter(stated=pl.col("parts"))
    best = tables.sources.sort("tier", "newest", "source", descending=[False, True, False], nulls_last=True)
    return found.join(best.select("source").with_row_index("order"), on="source").select("subject", "source", "order")

"""The numbers of some engagements, of each value of a group, and their parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

import polars as pl
import pyoxigraph as ox

from pcgraph.api.analyses import Analyses
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.questions import catalogue

# what was signed or said during an event is where that was, if it was nowhere else
PLACE = """{ ?engagement pcg:place/pcg:within* ?x } UNION {
    ?engagement a ?kind ; pcg:during ?during . VALUES ?kind { pcg:Agreement pcg:Talks }
    ?during pcg:place/pcg:within* ?x . FILTER NOT EXISTS { ?engagement pcg:place ?own }
    FILTER NOT EXISTS {
        ?during pcg:place ?other
        FILTER NOT EXISTS { ?other pcg:within* ?x }
        FILTER NOT EXISTS { ?x pcg:within* ?other }
    }
}"""
GROUPS = {  # group of a filter → pattern that an engagement has to match, with ?x for its values
    "sector": "?engagement pcg:sector/skos:broader* ?x",
    "type": "?engagement a ?x",
    "form": "?engagement pcg:kind ?x",
    "kind": "?engagement pcg:participant/rdf:type ?x",
    "status": "?engagement pcg:currentStatus ?x",
    "place": PLACE,
    "event": "?engagement (^pcg:covers|pcg:during|^pcg:ledTo|pcg:partOf)* ?x",
    "thing": "?engagement ?property ?x",
    "source": "?engagement pcg:statedIn/pcg:inSource ?x",
    "country": "?engagement pcg:participant/pcg:country ?x",
}  # fmt: skip
GROUPS["engagement"] = GROUPS["event"]
COUNTS = {  # what a filter is counted by → pattern that an engagement has to match, with ?x for its values
    "near": "?engagement pcg:participant ?x",
    "sector": "?engagement pcg:sector ?x",
    "province": "?engagement pcg:place/pcg:within* ?x . ?x pcg:precision v:province",
    "town": "?engagement pcg:place/pcg:within* ?x . ?x pcg:precision v:town",
}
NUMBERS = {
    "value": "what is counted",
    "label": "its name",
    "engagements": "how many engagements of the answer have it; one may have several",
    "such_as": "some of them",
}
COMPARED = {"status": "their commonest statuses, with numbers", "sectors": "their commonest sectors, with numbers"}
WHO = {**NUMBERS, "value": "a party", "roles": "the roles in which it takes part in them"}
COMMONEST = 4  # statuses and sectors that are told of each side of a comparison
NAME = pl.format("{} ({})", "label", pl.col("status").fill_null("no step")).alias("name")
NUMBERED = (  # how many engagements there are, and the names of the first three
    pl.col("engagement").n_unique().alias("engagements"),
    pl.col("name").unique().sort().head(3).str.join("; ").alias("such_as"),
)


class Counting(Analyses):
    """A snapshot that counts engagements. `Filtering` inherits it."""

    def _numbers(
        self, by: str, only: set[str], found: pl.DataFrame, steps: pl.DataFrame, months: Sequence[str]
    ) -> Result:
        """Return how many of some engagements each value of a group has: `only` some values, or all."""
        if by == "year":
            rows = steps.select(
                "engagement", pl.coalesce("latest", "earliest").dt.year().cast(pl.String).alias("value")
            )
            if months:
                first, last = (pl.lit(month[:4]) for month in months)
                rows = rows.filter(pl.col("value").is_between(first, last))
        else:
            pattern = (COUNTS | GROUPS)[by].replace("?x", "?value")
            text = f"SELECT DISTINCT ?engagement ?value {{ ?engagement a pcg:Engagement . {pattern} }}"
            found_rows = catalogue.run(self.store, catalogue.resolve(text), {}, self.names).rows
            pairs = [list(map(str, pair)) for pair in found_rows]
            rows = pl.DataFrame(pairs, schema={"engagement": pl.String, "value": pl.String}, orient="row")
        rows = rows.join(found.select("engagement", "status", "sectors", NAME), on="engagement")
        if only:
            rows = rows.filter(pl.col("value").is_in(only))
        compared = [_tally(column) for column in ("status", "sectors")] if only else []
        counted = rows.drop_nulls("value").group_by("value").agg(*NUMBERED, *compared)
        counted = counted.sort(["engagements", "value"], descending=[by != "year", False])
        if by == "year":
            counted = counted.sort("value")
        labels = [self.label(value) if "/" in value else "" for value in counted["value"]]
        label = pl.Series("label", labels, dtype=pl.String)
        table = counted.select("value", label, "engagements", *(["status", "sectors"] if only else []), "such_as")
        return Result(Answer(False, tsv(table)), "ask", "", COMPARED | NUMBERS, label=self.label, names=self.names)

    def _parties(self, found: pl.DataFrame, named: Iterable[str], rows: Iterable[str]) -> Result:
        """Return the parties of some engagements, with their roles: each of a kind, country and role in `rows`."""
        names = found.select("engagement", NAME)
        others = ~pl.col("agent").is_in([self.names.expand(value) for value in named])
        found = self.tables["parties"].join(names, on="engagement").filter(others)
        kinds = {name: self.names.expand(f"pcg:{name}") for name in {thing.kind for thing in self.entities.values()}}
        for row in rows:
            ids = {iri for value in row.split() for iri in self.ontology.subterms_of(self.names.expand(value))}
            agents = [i for i, thing in self.entities.items() if kinds[thing.kind] in ids or thing.country in ids]
            found = found.filter(pl.col("agent").is_in(agents) | pl.col("role").is_in(ids))
        counted = (
            found.group_by(pl.col("agent").alias("value"))
            .agg(
                pl.col("role").str.split("#").list.last().unique().sort().str.join(", ").alias("roles"),
                *NUMBERED,
            )
            .sort(["engagements", "value"], descending=[True, False])
        )
        labels = pl.Series("label", [self.label(value) or "not named" for value in counted["value"]], dtype=pl.String)
        table = counted.select("value", labels, "roles", "engagements", "such_as")
        return Result(Answer(False, tsv(table)), "ask", "", WHO, label=self.label, names=self.names)


def _tally(column: str) -> pl.Expr:
    """Return the commonest values of a column, with their numbers; a cell may hold several, with ``;`` between them."""

    def tally(columns: Sequence[pl.Series]) -> str:
        found = Counter(each for text in columns[0].drop_nulls() for each in text.split("; ") if each)
        first = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:COMMONEST]
        return "; ".join(f"{each} {count}" for each, count in first)

    return pl.map_groups([column], tally, pl.String, returns_scalar=True).alias(column)


def tsv(frame: pl.DataFrame) -> bytes:
    """Return a frame as the TSV of an engine: IRIs in brackets, the rest as literals."""

    def term(value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return f"<{value}>"
        if isinstance(value, float | Decimal) and value == int(value):
            return str(int(value))
        return str(value) if isinstance(value, int | float | Decimal) else str(ox.Literal(str(value)))

    lines = ["\t".join(f"?{name}" for name in frame.columns), *("\t".join(map(term, row)) for row in frame.iter_rows())]
    return "".join(f"{line}\n" for line in lines).encode()

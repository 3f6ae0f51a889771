"""The engagements that match a filter, their numbers, and their parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.api.analyses import Analyses
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import compact
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.questions import catalogue
from pcgraph.query.statements import deals

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
LEAST_ASKED = 3  # words and groups of a filter for which descriptions are read, too
BEGINNING = 4  # letters of a word that may stand for a longer one: "park" for "parking", and not "car" for "card"
COLUMNS = {
    "engagement": "what the text asks for",
    "label": "its name",
    "status": "its current status",
    "since": "the first day of its first step",
    "date": "the last day of its newest step; with a period, of its newest step in it",
    "last_reported": "the day of the newest source that mentions it",
    "amount": "its sum, in words",
    "parties": "its parties",
    "places": "its places",
}
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


class Filtering(Analyses):
    """A snapshot that answers filters. `Asking` inherits it."""

    def _engagements(self, wanted: Mapping[str, Any]) -> Result:
        """Return the engagements that match a filter, sorted as the text asks; with `by`, their numbers."""
        filters = wanted["filters"]
        patterns = ["?engagement a pcg:Engagement ."]
        for group, wanted_values in filters.items():
            values = [value for value in wanted_values if not value.startswith("-")]
            if left_out := " ".join(f"<{self.names.expand(v[1:])}>" for v in wanted_values if v.startswith("-")):
                pattern = (COUNTS | GROUPS)[group].replace("?x", f"?not_{group}")
                patterns.append(f"FILTER NOT EXISTS {{ VALUES ?not_{group} {{ {left_out} }} {pattern} }}")
            if not values:
                continue
            terms = " ".join(f"<{self.names.expand(value)}>" for value in values if ":" in value)
            if group == "country":  # each of them takes part
                patterns += [
                    f"?engagement pcg:participant/pcg:country <{self.names.expand(value)}> ." for value in values
                ]
            elif group in GROUPS:
                patterns.append(f"VALUES ?{group} {{ {terms} }} {GROUPS[group].replace('?x', f'?{group}')} .")
            elif group == "near" and (wanted.get("any") or wanted.get("by") == "near"):
                patterns.append(f"VALUES ?near {{ {terms} }} ?engagement pcg:participant ?near .")
            elif group == "near":
                patterns += [f"?engagement pcg:participant <{self.names.expand(value)}> ." for value in values[1:]]
                patterns.append(self._with_party(values[0], len(values) == 1))
            elif group == "set":
                sets = " ".join(f"v:{value}" for value in values)
                patterns.append(f"?engagement pcg:currentStatus/^skos:member ?set . VALUES ?set {{ {sets} }}")
        text = f"SELECT DISTINCT ?engagement {{ {' '.join(patterns)} }}"
        found = catalogue.run(self.store, catalogue.resolve(text), {}, self.names)
        wide = deals.table(self, deals.DEALS).filter(pl.col("engagement").is_in([row[0] for row in found.rows]))
        for condition in _conditions(self, filters):
            wide = wide.filter(condition)
        steps = self.tables.steps
        if months := filters.get("months"):
            steps = steps.filter(
                pl.coalesce("latest", "earliest").dt.strftime("%Y-%m") >= months[0],  # one bound is taken as the day
                pl.coalesce("earliest", "latest").dt.strftime("%Y-%m") <= months[1],
            )
            wide = wide.filter(pl.col("engagement").is_in(steps["engagement"].to_list()))
        titled, described = self._with_words(wide["engagement"], filters.get("text", ()), len(filters), wanted["count"])
        wide = wide.filter(pl.col("engagement").is_in([*titled, *described]))
        is_of_works = "engagement" in filters and "event" not in filters and len(filters) > 1
        if wide.is_empty() and is_of_works:  # not these themselves, but what came of them
            rest = {group: values for group, values in filters.items() if group != "engagement"}
            return self._engagements({**wanted, "filters": {**rest, "event": filters["engagement"]}})
        if wanted.get("by") == "party":
            return self._parties(wide, filters.get("near", []), wanted["rows"])
        if by := wanted.get("by"):
            kept = steps.join(wide.select("engagement"), on="engagement", how="semi")
            return self._numbers(
                by, {self.names.expand(value) for value in filters.get(by, ()) if value[0] != "-"}, wide, kept
            )
        newest = steps.group_by("engagement").agg(pl.coalesce("latest", "earliest").max().alias("date"))
        used = wide.join(newest, on="engagement", how="left").with_columns(
            pl.coalesce("amount", "amount_at_least", "amount_at_most").alias("sum"),
            pl.len().over("currency").alias("often"),
        )
        orders: dict[str, tuple[list[str], list[bool]]] = {
            "money": (["often", "currency", "sum"], [True, False, True]),
            "latest": (["date"], [True]),
            "first": (["date"], [False]),
        }
        names, descending = orders.get(wanted["sort"], ([], []))
        if wanted["sort"] == "money":
            used = used.filter(pl.col("sum").is_not_null())
        used = used.with_columns(pl.col("engagement").is_in(described).alias("described"))
        names, descending = [*names, "described", "label"], [*descending, False, False]
        used = used.sort(names, descending=descending, nulls_last=True)
        rows = used.select(
            "engagement", "label", "status", pl.col("first_step").alias("since"), "date", "last_reported",
            pl.col("amount_text").alias("amount"), "parties", "places",
        )  # fmt: skip
        return Result(Answer(False, tsv(rows)), "ask", "", COLUMNS, label=self.label, names=self.names)

    def _with_party(self, value: str, is_alone: bool) -> str:
        """Return the pattern of the engagements with a party, and if it stands alone, of those whose label names it."""
        box, found = question_box(self), f"{{ ?engagement pcg:participant <{self.names.expand(value)}> }}"
        names = box.written.get(value, ()) if is_alone and box.roles.get(value) == "agent" else ()
        ways = [way for way in names if not is_common(" ".join(way), box.lexicon.plain)]
        titles = {**box.titles["event"], **box.titles["engagement"]}
        titled = [
            self.names.expand(each) for each, title in titles.items() if any(title.issuperset(way) for way in ways)
        ]
        keys = {iri: f" {box.lexicon.key(self.entities[iri].label)} " for iri in titled}
        named = [f"<{iri}>" for iri, key in keys.items() if any(f" {' '.join(way)} " in key for way in ways)]
        return f"{found} UNION {{ VALUES ?engagement {{ {' '.join(named)} }} }}" if named else found

    def _with_words(
        self, found: pl.Series, text: Iterable[str], groups: int, is_counted: bool
    ) -> tuple[list[str], list[str]]:
        """Return the engagements with all words of a text in their names, and those with some in their description.

        There are none of the second kind without any of the first. One word is not enough if nothing else is asked, nor
        are words of questions, such as "launched", of which many a description speaks. A number counts the first ones.
        """
        box = question_box(self)
        words = {word for each in text for word in box.lexicon.key(each).split()}
        names = {
            iri: set[str]().union(*(titles.get(compact(iri), ()) for titles in box.titles.values())) for iri in found
        }
        titled = [iri for iri, own in names.items() if _has_all(own, words)]
        is_vague = groups + len(words) < LEAST_ASKED or any(box.lexicon.is_word(word) for word in words)
        if not titled or is_counted or is_vague:
            return titled, []
        rest = {iri: self.entities[iri].summary or "" for iri in names.keys() - titled}
        described = [
            iri for iri, about in rest.items() if _has_all({*names[iri], *box.lexicon.key(about).split()}, words)
        ]
        return titled, described

    def _numbers(self, by: str, only: set[str], found: pl.DataFrame, steps: pl.DataFrame) -> Result:
        """Return how many of some engagements each value of a group has: `only` some values, or all."""
        if by == "year":
            rows = steps.select(
                "engagement", pl.coalesce("latest", "earliest").dt.year().cast(pl.String).alias("value")
            )
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
        labels = pl.Series("label", [self.label(value) for value in counted["value"]], dtype=pl.String)
        table = counted.select("value", labels, "roles", "engagements", "such_as")
        return Result(Answer(False, tsv(table)), "ask", "", WHO, label=self.label, names=self.names)


def _tally(column: str) -> pl.Expr:
    """Return the commonest values of a column, with their numbers; a cell may hold several, with ``;`` between them."""

    def tally(columns: Sequence[pl.Series]) -> str:
        found = Counter(each for text in columns[0].drop_nulls() for each in text.split("; ") if each)
        first = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:COMMONEST]
        return "; ".join(f"{each} {count}" for each, count in first)

    return pl.map_groups([column], tally, pl.String, returns_scalar=True).alias(column)


def _has_all(own: Collection[str], words: Iterable[str]) -> bool:
    """Return whether each word is there, or if it is long enough to say what it means, a word that begins with it."""
    return all(word in own or (len(word) >= BEGINNING and any(each.startswith(word) for each in own)) for word in words)


def _conditions(snapshot: Analyses, filters: Mapping[str, list[str]]) -> list[pl.Expr]:
    """Return the conditions on the table of deals for the marks and the states of promises in a filter."""
    marks = {
        "silent": pl.col("silent_since").is_not_null(),
        "disputed": pl.col("disputed"),
        "inferred": pl.col("parties_inferred") | pl.col("status_inferred"),
        "oneVoice": pl.col("voices") < 2,
    }
    found = []
    if wanted := [marks[mark] for mark in filters.get("mark", ()) if mark in marks]:
        kept = deals.table(snapshot, deals.DEALS).filter(pl.any_horizontal(wanted))["engagement"]
        found.append(pl.col("engagement").is_in(kept.to_list()))
    if states := filters.get("promise"):
        kept = snapshot.tables.promises.filter(pl.col("state").is_in(states))["members"].explode()
        found.append(pl.col("engagement").is_in(kept.to_list()))
    return found


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

"""The engagements that match a filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import polars as pl

from pcgraph.api.analyses import Analyses
from pcgraph.api.counting import COUNTS, GROUPS, Counting, tsv
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import compact
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.questions import catalogue
from pcgraph.query.statements import deals

LEAST_ASKED = 3  # words and groups of a filter for which descriptions are read, too
EVER = ("year", "near")  # what is counted by whether it ever had a status
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


class Filtering(Counting):
    """A snapshot that answers filters. `Asking` inherits it."""

    def _engagements(self, wanted: Mapping[str, Any]) -> Result:
        """Return the engagements that match a filter, sorted as the text asks; with `by`, their numbers."""
        filters, by = wanted["filters"], wanted.get("by")
        steps = self.tables.steps
        asked = filters.get("status", ()) if by in EVER else ()
        if asked:  # signed in each year or by each, whatever became of it later
            filters = {group: values for group, values in filters.items() if group != "status"}
            steps = steps.filter(pl.col("status").is_in([self.names.expand(value) for value in asked]))
        text = f"SELECT DISTINCT ?engagement {{ {' '.join(self._patterns({**wanted, 'filters': filters}))} }}"
        found = catalogue.run(self.store, catalogue.resolve(text), {}, self.names)
        wide = deals.table(self, deals.DEALS).filter(pl.col("engagement").is_in([row[0] for row in found.rows]))
        for condition in _conditions(self, filters):
            wide = wide.filter(condition)
        if months := filters.get("months"):
            steps = steps.filter(
                pl.coalesce("latest", "earliest").dt.strftime("%Y-%m") >= months[0],  # one bound is taken as the day
                pl.coalesce("earliest", "latest").dt.strftime("%Y-%m") <= months[1],
            )
        if months or asked:
            wide = wide.filter(pl.col("engagement").is_in(steps["engagement"].to_list()))
        titled, described = self._with_words(wide["engagement"], filters.get("text", ()), len(filters), wanted["count"])
        wide = wide.filter(pl.col("engagement").is_in([*titled, *described]))
        is_of_works = "engagement" in filters and "event" not in filters and len(filters) > 1
        if wide.is_empty() and is_of_works:  # not these themselves, but what came of them
            rest = {group: values for group, values in filters.items() if group != "engagement"}
            return self._engagements({**wanted, "filters": {**rest, "event": filters["engagement"]}})
        if by == "party":
            return self._parties(wide, filters.get("near", []), wanted["rows"])
        if by:
            kept = steps.join(wide.select("engagement"), on="engagement", how="semi")
            only = {self.names.expand(value) for value in filters.get(by, ()) if value[0] != "-"}
            return self._numbers(by, only, wide, kept, months or ())
        return self._listed(wide, steps, wanted["sort"], described)

    def _patterns(self, wanted: Mapping[str, Any]) -> list[str]:
        """Return the patterns that the engagements of a filter have to match."""
        patterns = ["?engagement a pcg:Engagement ."]
        for group, wanted_values in wanted["filters"].items():
            values = [value for value in wanted_values if not value.startswith("-")]
            if left_out := " ".join(f"<{self.names.expand(v[1:])}>" for v in wanted_values if v.startswith("-")):
                pattern = (COUNTS | GROUPS)[group].replace("?x", f"?not_{group}")
                patterns.append(f"FILTER NOT EXISTS {{ VALUES ?not_{group} {{ {left_out} }} {pattern} }}")
            if not values:
                continue
            terms = " ".join(f"<{self.names.expand(value)}>" for value in values if ":" in value)
            if group == "country" and not wanted.get("any"):  # each of them takes part
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
        return patterns

    def _listed(self, wide: pl.DataFrame, steps: pl.DataFrame, sort: str, described: Collection[str]) -> Result:
        """Return rows of the table of deals as an answer, the newest first, or sorted as the text asks."""
        newest = steps.group_by("engagement").agg(pl.coalesce("latest", "earliest").max().alias("date"))
        used = wide.join(newest, on="engagement", how="left").with_columns(
            pl.coalesce("amount", "amount_at_least", "amount_at_most").alias("sum"),
            pl.len().over("currency").alias("often"),
            pl.col("engagement").is_in(described).alias("described"),
        )
        orders: dict[str, tuple[list[str], list[bool]]] = {
            "money": (["often", "currency", "sum", "described"], [True, False, True, False]),
            "latest": (["date", "described"], [True, False]),
            "first": (["date", "described"], [False, False]),
            "": (["described", "date"], [False, True]),
        }
        if sort == "money":
            used = used.filter(pl.col("sum").is_not_null())
        names, descending = orders[sort]
        rows = used.sort([*names, "label"], descending=[*descending, False], nulls_last=True).select(
            "engagement", "label", "status", pl.col("first_step").alias("since"), "date", "last_reported",
            pl.col("amount_text").alias("amount"), "parties", "places",
        )  # fmt: skip
        return Result(Answer(False, tsv(rows)), "ask", "", COLUMNS, label=self.label, names=self.names)

    def _these(self, engagements: Collection[str]) -> Result:
        """Return some engagements as an answer."""
        wide = deals.table(self, deals.DEALS).filter(pl.col("engagement").is_in([*engagements]))
        return self._listed(wide, self.tables.steps, "", ())

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

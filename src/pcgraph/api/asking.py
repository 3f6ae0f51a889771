"""Answers what a question in words was understood to mean: rows, a ranking, a path, or everything about one thing."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyoxigraph as ox

from pcgraph.api.analyses import Analyses
from pcgraph.errors import UsageError, warn
from pcgraph.model.arguments import checked_methods
from pcgraph.model.namespaces import local
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.parameters import answer
from pcgraph.query.questions import catalogue
from pcgraph.query.statements import deals

if TYPE_CHECKING:
    from pcgraph.analysis.centrality import Ranking

GROUPS = {  # group of a filter → pattern that an engagement has to match, with ?x for its values
    "sector": "?engagement pcg:sector/skos:broader* ?x",
    "type": "?engagement a ?x",
    "form": "?engagement pcg:kind ?x",
    "kind": "?engagement pcg:participant/rdf:type ?x",
    "status": "?engagement pcg:currentStatus ?x",
    "place": "?engagement pcg:place/pcg:within* ?x",
    "event": "?engagement (^pcg:covers|pcg:during|^pcg:ledTo|pcg:partOf)* ?x",
    "thing": "?engagement ?property ?x",
    "source": "?engagement pcg:inSource ?x",
    "country": "?engagement pcg:participant/pcg:country ?x",
}  # fmt: skip
GROUPS["engagement"] = GROUPS["event"]
COLUMNS = {
    "engagement": "what the text asks for",
    "label": "its name",
    "status": "its current status",
    "date": "the last day of its newest step; with a period, of its newest step in it",
    "amount": "its largest sum",
    "currency": "the currency of that sum",
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
}
WHO = {**NUMBERS, "value": "a party", "roles": "the roles in which it takes part in them"}


@dataclass(frozen=True)
class Asked:
    """What a text was understood to mean, and the answer.

    Attributes
    ----------
    understood : dict
        kind, answer, nearest, understood, not_understood; see the page "Ask in words" of the documentation.
    result : Result, Ranking, dict or None
        The rows of a question or filter, a ranking, or everything about one thing; None if there is no answer.
    """

    understood: dict[str, Any]
    result: Result | Ranking | dict[str, Any] | None

    def __repr__(self) -> str:
        """Return the kind, the answer and the result as text."""
        return f"{self.understood['kind']}: {self.understood['answer']}\n{self.result!r}"


@checked_methods
class Asking(Analyses):
    """A snapshot that answers questions in words. `pcgraph.KnowledgeGraph` inherits it."""

    def ask(self, text: str) -> Asked:
        """Answer a question in words, in English, or another language that has a file of words.

        Parameters
        ----------
        text : str
            The question, as you would type it.

        Warns
        -----
        PcgraphWarning
            If the text asks what was known on a day: load the graph of that day to answer it.

        >>> from pcgraph.testing import tiny
        >>> asked = tiny().ask("who signed with lumen?")
        >>> asked.understood["answer"]["question"], len(asked.result)
        ('who-signed-with', 1)
        """
        understood = self.understood(text)
        if (day := (understood["answer"] or {}).get("as_of") if understood["kind"] != "choose" else None) is not None:
            warn(f'ask: what was known on {day} is not answered here; load(as_of="{day}") and ask without the day')
        return Asked(understood, self.answer(understood))

    def understood(self, text: str) -> dict[str, Any]:
        """Return what a question in words means; of what it may mean, the first that has an answer.

        Parameters
        ----------
        text : str
            The question, as you would type it.

        Returns
        -------
        dict
            kind, answer, nearest, understood, not_understood; see the page "Ask in words" of the documentation.

        >>> from pcgraph.testing import tiny
        >>> tiny().understood("who signed with lumen?")["answer"]["parameters"]
        {'party': 'id:lumen'}
        """
        if not isinstance(text, str):
            raise UsageError(f"ask: text {text!r}: is no text; expected a question in words; write one")

        def has_rows(kind: str, answer: dict[str, Any]) -> bool:
            if kind == "catalogue" and not answer["rows"] and not answer["parameters"]:
                return True  # that a question about everything has no rows is an answer
            try:
                with warnings.catch_warnings(action="ignore"):  # it only tries what may be meant
                    found = self.answer({"kind": kind, "answer": answer})
            except UsageError:  # a guessed name of another kind than the question wants
                return False
            if isinstance(found, Result):
                return bool(found.rows)
            return found is not None and (isinstance(found, dict) or found.table.height > 0)

        return question_box(self).understand(text, has_rows)

    def answer(self, understood: Mapping[str, Any]) -> Result | Ranking | dict[str, Any] | None:
        """Return the answer to what a text was understood to mean; None for a refusal or a choice.

        Parameters
        ----------
        understood : mapping
            What `ask` understood, with its kind and its answer.

        >>> from pcgraph.testing import tiny
        >>> tiny().answer({"kind": "path", "answer": {"from": "id:lumen", "to": "id:coast-office"}}).short[0]
        ('id:lumen', 'pcg:discussesWith', 'id:coast-office')
        """
        kind, wanted = understood["kind"], understood["answer"]
        if kind == "catalogue":
            query = catalogue.catalogue(self.project.queries)[wanted["question"]]
            sets = [self._meant(value) for value in wanted["rows"]]
            if wanted.get("any"):  # of the parties that the text compares
                sets = _joined(sets, [self._is_party(value) for value in wanted["rows"]])
            is_of_all = not wanted["parameters"] and not wanted.get("any")
            about = [self._about(value) for value in wanted["rows"]] if is_of_all else []
            return _rows_with(answer(self, query, wanted["parameters"]), sets, about)
        if kind == "filter" and wanted["show"]:
            from pcgraph.query.explain import overview

            return overview.show(self, wanted["show"])
        if kind == "filter":
            return self._engagements(wanted)
        if kind == "ranking":
            options = dict(wanted["options"])
            kind, country = (
                options.pop(name, "") and self.names.expand(wanted["options"][name]) for name in ("kind", "country")
            )
            found = self.rank(wanted["measure"], options.pop("relation", ()), **options)
            only = {self.names.expand(value) for value in wanted["only"]}
            kinds = {local(iri) for iri in self.ontology.subterms_of(kind)}
            kept = [
                agent
                for agent in found.table["agent"]
                for iri in [self.names.expand(agent)]
                if (not only or iri in only)
                and (not kind or self.entities[iri].kind in kinds)
                and (not country or self.entities[iri].country == country)
            ]
            return replace(found, table=found.table.filter(pl.col("agent").is_in(kept)))
        return self._path(wanted["from"], wanted["to"]) if kind == "path" else None

    def brief(self, name: str, path: str | Path, other: str = "") -> Path:
        """Write a briefing of about two pages: what is known of a thing in numbers, each with its passages.

        Parameters
        ----------
        name : str
            Id or name of an organisation, event, sector, place or asset.
        path : path
            The file: ``.html``, which prints well, or ``.docx``.
        other : str
            A second organisation, for a briefing about the two and their ties.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        UsageError
            If the name is unknown or has no engagements, the two have no tie, or python-docx is missing.

        >>> from tempfile import TemporaryDirectory
        >>> from pcgraph.testing import tiny
        >>> with TemporaryDirectory() as folder:
        ...     tiny().brief("lumen", f"{folder}/lumen.html").name
        'lumen.html'
        """
        from pcgraph.profiles.briefing import write_briefing

        return write_briefing(self, path, name, other)

    def _meant(self, value: str) -> set[str]:
        """Return the IRI of a value; of a country or a kind of parties, those of its agents too."""
        iri = self.names.expand(value)
        kinds = {local(each) for each in self.ontology.subterms_of(iri)} if iri in self.ontology.agent_classes else ()
        agents = (other for other, thing in self.entities.items() if thing.country == iri or thing.kind in kinds)
        return {iri, *agents}

    def _about(self, value: str) -> set[str]:
        """Return the engagements of a sector, at a place or with a party of a country."""
        iri = self.names.expand(value)
        either = " UNION ".join(f"{{ {GROUPS[name]} }}" for name in ("sector", "place", "country"))
        text = f"SELECT DISTINCT ?engagement {{ VALUES ?x {{ <{iri}> }} {either} }}"
        return {str(row[0]) for row in catalogue.run(self.store, catalogue.resolve(text), {}, self.names).rows}

    def _is_party(self, value: str) -> bool:
        iri = self.names.expand(value)
        return iri in self.entities and self.entities[iri].kind in {local(each) for each in self.ontology.agent_classes}

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
            elif group == "near" and wanted.get("by") == "near":
                patterns.append(f"VALUES ?near {{ {terms} }} ?engagement pcg:participant ?near .")
            elif group == "near":
                patterns += [f"?engagement pcg:participant <{self.names.expand(value)}> ." for value in values]
            elif group == "set":
                sets = " ".join(f"v:{value}" for value in values)
                patterns.append(f"?engagement pcg:currentStatus/^skos:member ?set . VALUES ?set {{ {sets} }}")
            elif group == "text":
                patterns.append("?engagement rdfs:label ?name .")
                patterns += [f"FILTER(CONTAINS(LCASE(?name), {ox.Literal(word)}))" for word in values]
        text = f"SELECT DISTINCT ?engagement {{ {' '.join(patterns)} }}"
        found = catalogue.run(self.store, catalogue.resolve(text), {}, self.names)
        wide = deals.table(self, "deals").filter(pl.col("engagement").is_in([row[0] for row in found.rows]))
        for condition in _conditions(self, filters):
            wide = wide.filter(condition)
        steps = self.tables.steps
        if months := filters.get("months"):
            steps = steps.filter(
                pl.coalesce("latest", "earliest").dt.strftime("%Y-%m") >= months[0],  # one bound is taken as the day
                pl.coalesce("earliest", "latest").dt.strftime("%Y-%m") <= months[1],
            )
            wide = wide.filter(pl.col("engagement").is_in(steps["engagement"].to_list()))
        if wanted.get("by") == "party":
            return self._parties(wide["engagement"].to_list(), filters.get("near", []), wanted["rows"])
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
        used = used.sort([*names, "label"], descending=[*descending, False], nulls_last=True)
        rows = used.select("engagement", "label", "status", "date", pl.col("sum").alias("amount"), "currency")
        return Result(Answer(False, _tsv(rows)), "ask", "", COLUMNS, label=self.label, names=self.names)

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
            rows = rows.join(found.select("engagement"), on="engagement", how="semi")
        if only:
            rows = rows.filter(pl.col("value").is_in(only))
        counted = rows.drop_nulls().group_by("value").agg(pl.col("engagement").n_unique().alias("engagements"))
        counted = counted.sort(["engagements", "value"], descending=[by != "year", False])
        if by == "year":
            counted = counted.sort("value")
        labels = [self.label(value) if "/" in value else "" for value in counted["value"]]
        table = counted.select("value", pl.Series("label", labels, dtype=pl.String), "engagements")
        return Result(Answer(False, _tsv(table)), "ask", "", NUMBERS, label=self.label, names=self.names)

    def _parties(self, engagements: list[str], named: Iterable[str], rows: Iterable[str]) -> Result:
        """Return the parties of some engagements, with their roles: each of a kind, country and role in `rows`."""
        found = self.tables["parties"].filter(
            pl.col("engagement").is_in(engagements),
            ~pl.col("agent").is_in([self.names.expand(value) for value in named]),
        )
        kinds = {name: self.names.expand(f"pcg:{name}") for name in {thing.kind for thing in self.entities.values()}}
        for row in rows:
            ids = {iri for value in row.split() for iri in self.ontology.subterms_of(self.names.expand(value))}
            agents = [i for i, thing in self.entities.items() if kinds[thing.kind] in ids or thing.country in ids]
            found = found.filter(pl.col("agent").is_in(agents) | pl.col("role").is_in(ids))
        counted = (
            found.group_by(pl.col("agent").alias("value"))
            .agg(
                pl.col("role").str.split("#").list.last().unique().sort().str.join(", ").alias("roles"),
                pl.col("engagement").n_unique().alias("engagements"),
            )
            .sort(["engagements", "value"], descending=[True, False])
        )
        labels = pl.Series("label", [self.label(value) for value in counted["value"]], dtype=pl.String)
        table = counted.select("value", labels, "roles", "engagements")
        return Result(Answer(False, _tsv(table)), "ask", "", WHO, label=self.label, names=self.names)

    def _path(self, one: str, other: str) -> Result:
        """Return the steps of the shortest path between two agents, over all ties between agents."""
        import networkx as nx

        network = self.network(simple=True, stale=True, groups=True)
        ends = [self.names.expand(one), self.names.expand(other)]
        known = all(end in network for end in ends) and nx.has_path(network, *ends)
        nodes = nx.shortest_path(network, *ends) if known else []
        relations = self.tables.relations
        rows = []
        for left, right in pairwise(nodes):
            ties = relations.filter(
                ((pl.col("from") == left) & (pl.col("to") == right))
                | ((pl.col("from") == right) & (pl.col("to") == left))
            )
            rows += [(left, name, right) for name in sorted(set(ties["relation"]))]
        frame = pl.DataFrame(rows, schema={"from": pl.String, "relation": pl.String, "to": pl.String}, orient="row")
        meaning = {"from": "one end of a tie", "relation": "the relation", "to": "its other end"}
        return Result(Answer(False, _tsv(frame)), "ask", "", meaning, label=self.label, names=self.names)


def _conditions(snapshot: Asking, filters: Mapping[str, list[str]]) -> list[pl.Expr]:
    """Return the conditions on the table of deals for the marks and the states of promises in a filter."""
    marks = {
        "silent": pl.col("silent_since").is_not_null(),
        "disputed": pl.col("disputed"),
        "inferred": pl.col("parties_inferred") | pl.col("status_inferred"),
        "oneVoice": pl.col("voices") < 2,
    }
    found = []
    if wanted := [marks[mark] for mark in filters.get("mark", ()) if mark in marks]:
        kept = deals.deals(snapshot).filter(pl.any_horizontal(wanted))["engagement"]
        found.append(pl.col("engagement").is_in(kept.to_list()))
    if states := filters.get("promise"):
        kept = snapshot.tables.promises.filter(pl.col("state").is_in(states))["members"].explode()
        found.append(pl.col("engagement").is_in(kept.to_list()))
    return found


def _rows_with(found: Result, values: list[set[str]], about: list[set[str]]) -> Result:
    """Return the rows of an answer that hold one of each of some sets of IRIs, or of the engagements about it."""
    if not values:
        return found
    head, *lines = found.serialize("tsv", "iri").splitlines(keepends=True)
    for iris, engagements in zip_longest(values, about, fillvalue=set[str]()):
        lines = _holding(lines, iris) or _holding(lines, engagements)
    body = "".join([head, *lines]).encode()
    return Result(Answer(False, body), found.name, found.question, found.meaning, label=found._label, names=found.names)


def _holding(lines: list[str], iris: set[str]) -> list[str]:
    return [line for line in lines if any(f"<{iri}>" in line for iri in iris)]


def _joined(sets: list[set[str]], are_parties: list[bool]) -> list[set[str]]:
    """Return some sets with those of parties as one, so that one of them is enough."""
    parties = set[str]().union(*(each for each, is_party in zip(sets, are_parties, strict=True) if is_party))
    return [parties, *(each for each, is_party in zip(sets, are_parties, strict=True) if not is_party)]


def _tsv(frame: pl.DataFrame) -> bytes:
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

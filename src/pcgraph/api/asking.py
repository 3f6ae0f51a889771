"""Answers what a question in words was understood to mean: rows, a ranking, a path, or everything about one thing."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph.api.counting import GROUPS, tsv
from pcgraph.api.filtering import Filtering
from pcgraph.errors import UsageError, warn
from pcgraph.model.arguments import checked_methods
from pcgraph.model.namespaces import local
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.parameters import answer
from pcgraph.query.questions import catalogue

if TYPE_CHECKING:
    from pcgraph.analysis.centrality import Ranking

SOME = 3  # engagements that are named beside a tie
PATH = {
    "from": "one end of a tie",
    "relation": "the relation",
    "to": "its other end",
    "such_as": "some of the engagements that make it",
}


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
class Asking(Filtering):
    """A snapshot that answers questions in words. `UnderlyingEngagements` inherits it."""

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
        ('id:lumen', 'pcg:discussesWith', 'id:coast-office', 'Lens talks')
        """
        kind, wanted = understood["kind"], understood["answer"]
        if kind == "catalogue":
            query = catalogue.catalogue(self.project.queries)[wanted["question"]]
            sets = [set[str]().union(*map(self._meant, value.split())) for value in wanted["rows"]]
            if wanted.get("any"):  # of the parties that the text compares
                sets = _joined(sets, [self._is_party(value) for value in wanted["rows"]])
            is_of_all = not wanted["parameters"] and not wanted.get("any")
            about = [self._about(value) for value in wanted["rows"] if " " not in value] if is_of_all else []
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

    def _path(self, one: str, other: str) -> Result:
        """Return the steps of the shortest path between two agents as an answer."""
        rows = [
            (left, name, right, "; ".join(str(self.label(each)) for each in found[:SOME]))
            for left, name, right, found in self._steps(one, other)
        ]
        frame = pl.DataFrame(rows, schema=dict.fromkeys(PATH, pl.String), orient="row")
        return Result(Answer(False, tsv(frame)), "ask", "", PATH, label=self.label, names=self.names)

    def _steps(self, one: str, other: str) -> list[tuple[str, str, str, list[str]]]:
        """Return the steps of the shortest path between two agents, over all ties, with the engagements of each."""
        import networkx as nx

        network = self.network(simple=True, stale=True, groups=True)
        ends = [self.names.expand(one), self.names.expand(other)]
        if not (all(end in network for end in ends) and nx.has_path(network, *ends)):
            return self._common_steps(*ends)
        nodes = nx.shortest_path(network, *ends)
        relations = self.tables.relations
        rows = []
        for left, right in pairwise(nodes):
            ties = relations.filter(
                ((pl.col("from") == left) & (pl.col("to") == right))
                | ((pl.col("from") == right) & (pl.col("to") == left))
            )
            for (name,), found in sorted(ties.group_by("relation")):
                one, other = (left, right) if left in found["from"] else (right, left)  # a mutual tie is there twice
                rows.append((one, name, other, sorted({*found["engagement"]})))
        return rows

    def _common_steps(self, one: str, other: str) -> list[tuple[str, str, str, list[str]]]:
        """Return the steps of the shortest path between two agents over what both ends of each step take part in.

        It leads around offices and persons, in which everything meets, if there is another way.
        """
        import networkx as nx

        stated = self.tables.parties.filter(~pl.col("alleged"))
        parties = stated.select("engagement", "agent").unique().sort("engagement", "agent")
        network = nx.Graph(parties.iter_rows())
        passed = {*parties["agent"]} - {one, other}
        for avoided in ({agent for agent in passed if self.entities[agent].kind in ("Office", "Person")}, set()):
            within = network.subgraph(network.nodes - avoided)
            if one in within and other in within and nx.has_path(within, one, other):
                nodes = nx.shortest_path(within, one, other)
                steps = list(zip(nodes[::2], nodes[1::2], nodes[2::2], strict=False))
                if len(steps) == 1:  # what both take part in is a list and no path
                    return []
                return [(left, "pcg:participant", right, [engagement]) for left, engagement, right in steps]
        return []


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

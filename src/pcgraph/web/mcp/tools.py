"""The tools: search by name, dossiers, explanations, and queries, each with the passages that prove the answer."""

from __future__ import annotations

import asyncio
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import anyio
from anyio import to_thread
from pydantic import Field

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, LimitError, UsageError, check_choice
from pcgraph.model import namespaces
from pcgraph.model.naming import reports_to
from pcgraph.model.passages import in_words
from pcgraph.query.engine import sparql
from pcgraph.query.engine.result import Answer, Result
from pcgraph.query.explain import why
from pcgraph.query.explain.cited_passages import Behind, Citations, behind_rows, telling, things_in
from pcgraph.query.explain.counted import BEHIND, with_things_behind
from pcgraph.query.explain.facts import explain_fact
from pcgraph.query.names.find import nearest_names
from pcgraph.query.parameters import bound_text, resolve_values
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples
from pcgraph.web.limits import Limits
from pcgraph.web.pool.manager import Workers
from pcgraph.web.pool.worker import Fault

LONGEST = 200  # characters of a name
MOST = 20_000  # bytes of an answer; a longer one fills what a model can read at once
WHOLE = ("columns", "topics")  # lists that are never cut
ALWAYS = ("iri", "label", "labels", "aliases", "kinds", "summary")  # what `show` returns of a thing in any case
PASSAGES = 64  # most of one row
MEDIA = {"rows": "text/tab-separated-values", "triples": "application/n-triples"}
NOTHING = (
    "a row without passages has none of its own: names and kinds come from the register, and a number that takes no "
    "engagements together names no facts; ask show or why for the facts behind it"
)
FEWER = "left_out of evidence counts the other passages of a row; a smaller limit returns more of them"
Cite = Callable[[dict[str, Any], int, int], Sequence[Behind]]  # answer, first row and number of rows → its parts
Name = Annotated[str, Field(description="An id such as id:lumen, or a name in any language.")]
Limit = Annotated[int, Field(ge=1, le=1000, description="Maximum rows of each list; fewer rows have more passages.")]
Skip = Annotated[int, Field(ge=0, description="Leave out this many rows of each list, as `next` of a cut answer says.")]


class Tools:
    """The tools; their docstrings are what a model reads about them."""

    def __init__(self, kg: KnowledgeGraph, limits: Limits, workers: Workers, texts: Path | None = None) -> None:
        self._kg, self._limits, self._workers, self._texts = kg, limits, workers, texts

    async def find(
        self,
        text: Annotated[str, Field(description="Words of a name; typing mistakes are forgiven.")],
        limit: Annotated[int, Field(ge=1, le=100, description="Maximum number of rows.")] = 20,
        skip: Skip = 0,
    ) -> str:
        """Search organisations, people, engagements, places, sources, terms and questions by name."""

        def job() -> dict[str, Any]:
            found = self._kg.find(_name(text), limit + 1)
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows[:limit]]
            near = {} if rows else {"nearest": nearest_names(self._kg, text)}
            return {"rows": rows, "more": len(found) > limit, **near}

        def cite(found: dict[str, Any], *_: int) -> list[Behind]:
            things = (things_in(self._kg, self._kg.names.expand(row["id"])) for row in found["rows"])
            return [dict.fromkeys(each) for each in things]

        return await self._run("find", job, skip, limit, cite)

    async def show(
        self,
        thing: Name,
        sections: Annotated[
            list[str], Field(description="Return only these parts, such as facts, roles or ties; empty for all.")
        ] = [],  # noqa: B006 - it is only read
        limit: Limit = 20,
        skip: Skip = 0,
    ) -> str:
        """Return everything about one thing: facts, parties, steps, roles, ties, disputes, and their passages."""

        def job() -> dict[str, Any]:
            found = self._kg.show(_name(thing), self._texts)
            found.pop("evidence", None)  # it is among the passages
            found["next_step"] = found.pop("next", None)  # `next` is how to ask for what is left out
            others = [name for name in found if name not in ALWAYS]
            for name in sections:
                check_choice("section", name, others)
            return {name: found[name] for name in found if not sections or name in (*ALWAYS, *sections)}

        def cite(found: dict[str, Any], *_: int) -> list[Behind]:
            named = (telling(self._kg, things_in(self._kg, row)) for rows in _lists(found).values() for row in rows)
            return [{found["iri"]: None}, *({iri: None for iri in each if iri != found["iri"]} for each in named)]

        return await self._run("show", job, skip, limit, cite)

    async def why(
        self,
        thing: Name,
        relation: Annotated[
            str, Field(description="A tie such as signsWith, or a property such as signatory, status or amount.")
        ],
        other: Annotated[str, Field(description="The other end of the tie; empty to explain a property.")] = "",
        skip: Skip = 0,
    ) -> str:
        """Explain a tie between two parties, or a fact about one: rule, sources, passages, and what disagrees."""

        def job() -> dict[str, Any]:
            if not other:
                found = explain_fact(self._kg, _name(thing), _name(relation), self._texts)
                return found | {"evidence": _labelled(found["evidence"])}
            found = why(self._kg, _name(thing), _name(relation), _name(other), self._texts)
            return found | {"ties": [tie | {"evidence": _labelled(tie["evidence"])} for tie in found["ties"]]}

        return await self._run("why", job, skip)

    async def questions(
        self,
        topic: Annotated[str, Field(description="Only questions of this topic; empty for all.")] = "",
        skip: Skip = 0,
    ) -> str:
        """List the questions of the catalogue with their parameters, each with an example that occurs in the graph."""

        def job() -> dict[str, Any]:
            every = [*catalogue.catalogue().values()]
            topics = sorted({asked.topic for asked in every})
            if topic:
                check_choice("topic", topic, topics)
            chosen = [asked for asked in every if topic in ("", asked.topic)]
            known = [with_examples(self._kg.store, asked, self._kg.names) for asked in chosen]
            return {"topics": topics, "questions": [catalogue.describe(asked) for asked in known]}

        return await self._run("questions", job, skip)

    async def query(
        self,
        question: Annotated[
            str,
            Field(description="Name of a question of the catalogue, or SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE)."),
        ],
        parameters: Annotated[
            dict[str, str | int | float | bool], Field(description="Parameter → value; a value may be a name.")
        ] = {},  # noqa: B006 - it is only read
        limit: Limit = 50,
        skip: Skip = 0,
    ) -> str:
        """Answer a question of the catalogue, or SPARQL: the default graph is what is believed, GRAPH reads sources."""
        if len(question.encode("utf-8", "surrogatepass")) > self._limits.max_query:
            raise LimitError(self._limits.line("length"))
        notes: list[str] = []

        def prepare() -> tuple[catalogue.Query, str, list[str]]:
            with reports_to(notes.append):
                asked = catalogue.resolve(question)
                typed, values = resolve_values(self._kg, asked, parameters)
                return asked, bound_text(self._kg, typed, values), [str(value) for value in values.values()]

        asked, text, given = await self._in_thread(prepare)
        found = await self._answer(with_things_behind(text, (self._kg.names.id, self._kg.names.sums)), asked, text)
        notes += found.hints

        def job() -> dict[str, Any]:
            body = bytes(found.body)
            ask = body.strip() in (b"true", b"false")
            whole = Answer(found.media == MEDIA["triples"], b"?answer\n" + body + b"\n" * ask if ask else body, ask)
            result = Result(whole, names=self._kg.names)
            shown = [place for place, name in enumerate(result.columns) if not name.startswith(BEHIND)]
            taken = [place for place in range(len(result.columns)) if place not in shown]
            rows = [[row[place] for place in shown] for row in result.rows]
            counted = (" ".join(str(row[place]) for place in taken).split() for row in result.rows)
            words = {word for word, _ in sparql.tokens(text)}
            relations = {relation.iri for relation in self._kg.ontology.relations}
            named = {iri for iri in relations if not words.isdisjoint((namespaces.compact(iri), f"<{iri}>"))}
            parts[:] = behind_rows(self._kg, rows, counted, named, given)
            columns = asked.columns or [result.columns[place] for place in shown]
            return {"question": asked.question or None, "columns": columns, "rows": rows}

        parts: list[Behind] = []
        return await self._run("query", job, skip, limit, lambda _, skip, rows: parts[skip : skip + rows], notes)

    async def _answer(self, text: str, asked: catalogue.Query, plain: str) -> Any:
        """Return the answer to a query, or to `plain` if a limit forbids to ask what is behind its numbers."""
        job = {"text": text, "base": self._kg.project.base, "default": None, "named": None, **MEDIA}
        try:
            hinted = {"hints": True, "asked": plain, "question": bool(asked.topic)}
            return await self._workers.run(job | hinted, "", _never())
        except Fault as fault:
            if text != plain and fault.line != "time":
                return await self._answer(plain, asked, plain)
            kind = LimitError if fault.status in (413, 422, 503) else InvalidInput
            raise kind(self._limits.line(fault.line)) from fault

    async def _in_thread(self, job: Callable[[], Any]) -> Any:
        try:
            with anyio.fail_after(self._limits.timeout):
                return await to_thread.run_sync(job, abandon_on_cancel=True)
        except TimeoutError as error:
            raise LimitError(self._limits.line("time")) from error

    async def _run(
        self,
        tool: str,
        job: Callable[[], dict[str, Any]],
        skip: int,
        limit: int = 1000,
        cite: Cite | None = None,
        notes: list[str] | None = None,
    ) -> str:
        """Run a job in a thread; return its answer as JSON with short IRIs, and the passages of what `cite` returns."""
        notes = notes or []

        def text() -> str:
            with reports_to(notes.append):
                whole = job()
            citations = Citations(self._kg, self._texts)

            def written(rows: int, passages: int) -> str:
                cut = _cut(tool, whole, skip, rows)
                if cite:
                    parts = cite(cut, skip, rows)
                    cut |= _with_notes(tool, parts, citations.cite(parts, passages))
                return _json(namespaces.compact_all(cut) | ({"notes": notes} if notes else {}))

            return self._fitting(tool, written, min(limit, max(map(len, _lists(whole).values()), default=0)))

        found: str = await self._in_thread(text)
        return found

    def _fitting(self, tool: str, written: Callable[[int, int], str], longest: int) -> str:
        """Return as many rows of each list as fit with a passage for each, and then as many passages; raise if none."""
        most = min(MOST, self._limits.max_bytes)

        def size(rows: int, passages: int) -> int:
            return len(written(rows, passages).encode("utf-8", "surrogatepass"))

        if size(longest, PASSAGES) <= most:
            return written(longest, PASSAGES)
        least = int(size(min(longest, 1), 1) <= most)  # a passage for each row, if a row with one fits
        rows = bisect_right(range(1, longest + 1), most, key=lambda rows: size(rows, least))
        smallest = size(min(longest, 1), least)
        if smallest > most:
            line = f"an answer of {smallest:,} bytes; expected at most {most:,} (--max-bytes); ask for less"
            raise LimitError(f"{tool}: {line}")
        more = bisect_right(range(least + 1, PASSAGES + 1), most, key=lambda passages: size(rows, passages))
        return written(rows, least + more)


def _with_notes(tool: str, parts: Sequence[Behind], proofs: dict[str, Any]) -> dict[str, Any]:
    """Return passages with what they say of each row of a query, or which other things have none."""
    evidence = proofs.pop("evidence")
    if tool == "query":
        said = [NOTHING] * (not all(row["passages"] for row in evidence))
        said += [FEWER] * any("left_out" in row for row in evidence)
        return {"evidence": evidence, **proofs} | ({"note": "; ".join(said)} if said else {})
    left = sum(row.get("left_out", 0) for row in evidence)
    without = [thing for part, row in zip(parts, evidence, strict=True) if not row["passages"] for thing in part]
    return proofs | ({"without_passage": without} if without else {}) | ({"left_out_passages": left} if left else {})


def _name(text: str) -> str:
    if len(text) > LONGEST:
        raise UsageError(f"name: {len(text):,} characters; expected at most {LONGEST}; shorten it")
    return text


def _lists(found: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: rows for name, rows in found.items() if isinstance(rows, list) and name not in (*ALWAYS, *WHOLE)}


def _cut(tool: str, found: dict[str, Any], skip: int, most: int) -> dict[str, Any]:
    """Return an answer with some rows of each list, how many are left out, and the parameters that ask for them."""
    lists = _lists(found)
    left = {name: len(rows) - skip - most for name, rows in lists.items() if len(rows) > skip + most}
    rest = ({"sections": [*left]} if tool == "show" else {}) | {"skip": skip + most}
    rows = {name: rows[skip : skip + most] for name, rows in lists.items()}
    return found | rows | ({"left_out": left, "next": rest} if left else {})


def _labelled(evidence: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"state": in_words(row)} for row in evidence]


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), default=str)


async def _never() -> None:
    """Wait until the query ends; whoever asks over standard input is there until then."""
    await asyncio.Event().wait()

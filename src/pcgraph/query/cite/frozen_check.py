"""Ask a frozen answer again: which rows came and went, which sources and which passages changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import compact
from pcgraph.query.cite.frozen_answer import answer_rows, evidence, graph_checksums, things
from pcgraph.query.cite.frozen_file import canonical_json
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.question import Query

Rows = Sequence[Sequence[Mapping[str, str] | None]]
LONGEST = 200  # characters of a row as text
COMPARED = ("pointer", "sha256", "wordHash", "state")


@dataclass(frozen=True)
class Comparison:
    """What differs between a frozen answer and the graph as it is now."""

    # went, came: rows that are only in the file, and only in the answer of now, as text
    went: tuple[str, ...]
    came: tuple[str, ...]
    other: str  # what else differs about the answer, such as its columns; "" if nothing
    passages: tuple[str, ...]  # one line for each passage that came, went or changed, of the things that the file names
    # one line for each graph that came, went or changed. That alone does not make an answer another one
    graphs: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """True if the rows and the passages are the same."""
        return not (self.went or self.came or self.other or self.passages)


def compare(content: Mapping[str, Any], snapshot: Snapshot, timeout: float | None = None) -> Comparison:
    """Ask the query of a frozen answer again."""
    base, old = content["project"]["base"], content["answer"]
    if base != snapshot.project.base:
        raise UsageError(
            f"answer: of the graph {base}; expected {snapshot.project.base}; choose the other graph with --data"
        )
    text = content["question"]["query"]
    result = catalogue.run(
        snapshot.store, Query("answer", text, "query of the file"), {}, snapshot.names, timeout=timeout
    )
    rows = answer_rows(result, text)
    went, came = _only_in_one(old["rows"], rows), _only_in_one(rows, old["rows"])
    other = "" if result.columns == old["columns"] else f"the columns are now {', '.join(result.columns)}"
    now = evidence(snapshot, things(old["rows"]))
    passages = _changes(_by_passage(content["evidence"]), _by_passage(now))
    graphs = _changes(_by_graph(content["graph"]), _by_graph(graph_checksums(snapshot)))
    return Comparison(went, came, other, tuple(passages), tuple(graphs))


def _only_in_one(rows: Rows, others: Rows) -> tuple[str, ...]:
    count = Counter(map(canonical_json, others))
    found = []
    for row in rows:
        key = canonical_json(row)
        count[key] -= 1
        if count[key] < 0:
            text = " | ".join("" if term is None else compact(term["value"]) for term in row)
            found.append(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    return tuple(found)


def _by_passage(found: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        f"{compact(thing['thing'])}: {compact(each['passage'])}": {name: each[name] for name in COMPARED}
        for thing in found["things"]
        for each in thing["passages"]
    }


def _by_graph(found: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {compact(each["graph"]): {"sha256": each["sha256"]} for each in found["graphs"]}


def _changes(old: Mapping[str, dict[str, str]], now: Mapping[str, dict[str, str]]) -> Iterator[str]:
    for name in sorted({*old, *now}):
        if name not in now:
            yield f"{name}: went"
        elif name not in old:
            yield f"{name}: came"
        elif old[name] != now[name]:
            yield f"{name}: {'; '.join(_values(old[name], now[name]))}"


def _values(old: Mapping[str, str], now: Mapping[str, str]) -> Iterable[str]:
    for name in old:
        if old[name] != now[name]:
            yield f"another {name}" if "ash" in name or "sha" in name else f"{name} was {old[name]}, is {now[name]}"

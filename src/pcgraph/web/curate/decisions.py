"""Writes what a curator decides: which value of a dispute counts, and whether two look-alikes are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.belief.evidence import NARROWING
from pcgraph.errors import UsageError
from pcgraph.intake.curation.save import Stale, save_texts, with_entries
from pcgraph.intake.duplicates import find_look_alikes
from pcgraph.model.entities import merged_iris
from pcgraph.model.namespaces import PCG, SAME, TYPE, XSD
from pcgraph.query.statements.contradictions import Contradiction
from pcgraph.query.statements.number_groups import stated_numbers
from pcgraph.turtle.terms import Term, Terms, block
from pcgraph.validation.rules.identity import Identity
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.graph import Graphs, disputes

ANSWERS = {"same": "prefers", "different": "rejects", "open": "leavesOpen"}


def decide(desk: Desk, graphs: Graphs, data: Mapping[str, Any]) -> str:
    """Write a verdict on a dispute into ``verdicts.ttl``, and return its id."""
    kg, shown = _graph(graphs), data["dispute"]
    found = [each for each, plain in disputes(kg, {desk.words.names.id + str(shown.get("id"))}) if plain == shown]
    if not found or not found[0].open:
        raise Stale(
            "dispute: is not as it was shown; expected values that sources dispute and nobody has decided; "
            "look at it again"
        )
    (dispute,) = found
    subject, said = _value(kg, dispute, data["value"])
    (property_, term), *narrower = said.items()
    sources = {source.removeprefix(desk.words.names.src) for each in dispute.values.values() for source in each}
    block_ = {
        PCG + "onSubject": [ox.NamedNode(subject)],
        PCG + "onProperty": [ox.NamedNode(property_)],
        PCG + ("rejects" if dispute.closed else "prefers"): [term],
        **{name: [value] for name, value in narrower},
    }
    _check_not_rejected(desk, subject, property_, term)
    rests = [each for each in data["restsOn"] if each in sources]
    return _write(desk, "verdicts.ttl", f"{shown['id']}-{shown['field']}", block_, data, rests)


def judge(desk: Desk, graphs: Graphs, data: Mapping[str, Any]) -> str:
    """Write a judgement on two engagements that look alike into ``judgements.ttl``, and return its id."""
    now, kg = graphs.now(), _graph(graphs)
    one, other = (desk.words.names.id + str(each) for each in data["pair"])
    if data["answer"] not in ANSWERS:
        raise UsageError(f"judgement: unknown answer; expected {', '.join(ANSWERS)}; choose one")
    if all({pair.one, pair.other} != {one, other} for pair, _ in find_look_alikes(kg, now.inputs, {one})):
        raise Stale(
            "look-alikes: are not as they were shown; expected two that look alike and nobody has judged; "
            "look at them again"
        )
    said = judgement(one, ANSWERS[data["answer"]], other)
    check_named(data)
    return _write(desk, "judgements.ttl", "-and-".join(data["pair"]), said, data, ())


def judgement(one: str, answer: str, other: str) -> Terms:
    """Return what a judgement says: the name of the property that is its answer is one of `ANSWERS`."""
    return {
        PCG + "onSubject": [ox.NamedNode(one)],
        PCG + "onProperty": [ox.NamedNode(SAME)],
        PCG + answer: [ox.NamedNode(other)],
    }


def check_named(data: Mapping[str, Any]) -> None:
    """Raise if nobody says who judges."""
    if not data["by"].strip():
        raise UsageError("judgement: no name; expected who decides; enter it")


def _graph(graphs: Graphs) -> KnowledgeGraph:
    now = graphs.now()
    if now.kg is None:
        raise UsageError(now.why)
    return now.kg


def _value(kg: KnowledgeGraph, dispute: Contradiction, value: str) -> tuple[str, dict[str, Term]]:
    """Return how a source states a value: the subject, and property → term, with what narrows a number down."""
    value = next((each for each in dispute.values if value in (each, kg.names.compact(each))), "")
    for subject, graph in _stated(kg, dispute, value):
        numbers = [each for each in stated_numbers(kg.store, dispute.subject) if each.property == dispute.property]
        number = next((each for each in numbers if (each.text, each.graph) == (value, graph)), None)
        if number is None:
            wanted = {value, *merged_iris(kg.store, value)} if value.startswith("http") else {value}
            terms = [term for term in _terms(kg, subject, dispute.property, graph) if term.value in wanted]
            if terms:
                return subject, {dispute.property: terms[0]}
            continue
        leader = dispute.property if dispute.property in number.values else next(iter(number.values))
        like = [each for each in numbers if each.values.get(leader) == number.values[leader]]
        names = [leader]
        if any(each.text != value for each in like):  # the figure alone would mean another number as well
            names += [PCG + name for name in NARROWING if PCG + name in number.values]
        found = {
            name: term
            for name in names
            for term in _terms(kg, subject, name, graph)
            if term.value == number.values[name]
        }
        if leader in found:
            return subject, found
    raise UsageError("dispute: the value is in no source; expected one that a source states; reload the page")


def _stated(kg: KnowledgeGraph, dispute: Contradiction, value: str) -> Iterator[tuple[str, str]]:
    """Yield each subject and source that may state a value: the thing itself first, then what was merged into it."""
    for subject in (dispute.subject, *merged_iris(kg.store, dispute.subject)):
        for source in sorted(dispute.values.get(value, ())):
            yield subject, source


def _terms(kg: KnowledgeGraph, subject: str, property_: str, graph: str) -> list[Term]:
    quads = kg.raw.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(property_), None, ox.NamedNode(graph))
    return sorted((quad.object for quad in quads), key=str)


def _check_not_rejected(desk: Desk, subject: str, property_: str, term: Term) -> None:
    """Raise if a verdict rejects a value: a second one that prefers it would have no effect."""
    for _, facts in desk.checker.lookup.by_role("verdicts"):
        said = {(fact.subject, fact.predicate): fact.term for fact in facts}
        for verdict in {fact.subject for fact in facts if fact.value == subject}:
            wanted = (ox.NamedNode(property_), term)
            if tuple(said.get((verdict, PCG + name)) for name in ("onProperty", "rejects")) == wanted:
                raise UsageError(
                    f"dispute: {desk.words.names.compact(verdict)} rejects this value; expected one that no verdict "
                    "rejects; remove that verdict from verdicts.ttl first"
                )


def with_verdict(
    desk: Desk,
    name: str,
    stem: str,
    said: Terms,
    data: Mapping[str, Any],
    rests: Sequence[str] = (),
    replaced: Iterable[Identity] = (),
) -> tuple[str, dict[Path, str]]:
    """Return the id of a new verdict, and the texts of the files of the data with it and without the replaced ones."""
    names = desk.words.names
    whole: Terms = {
        TYPE: [ox.NamedNode(PCG + "Verdict")],
        **said,
        PCG + "reason": [ox.Literal(_reason(data), language=desk.language)],
        PCG + "restsOn": [ox.NamedNode(names.src + each) for each in rests],
        PCG + "decidedBy": [ox.Literal(by)] if (by := data.get("by", "").strip()) else [],
        PCG + "decided": [ox.Literal(str(datetime.now(UTC).date()), datatype=ox.NamedNode(XSD + "date"))],
    }
    taken = {fact.subject for _, fact in desk.checker.lookup.facts_by_role("verdicts")}
    free = (f"{stem.replace('.', '-')}{'' if n == 1 else f'-{n}'}" for n in count(1))
    made = next(each for each in free if names.verdict + each not in taken)
    gone: dict[str, dict[str, str]] = {name: {}}  # file → verdicts that go
    for one in replaced:
        gone.setdefault(one.file.path.relative_to(desk.checker.inputs.data).as_posix(), {})[one.verdict] = ""
    texts: dict[Path, str] = {}
    for file, verdicts in gone.items():
        new = [block(names.verdict + made, whole, names.prefixes)] if file == name else []
        texts |= with_entries(desk.checker, new, verdicts, file)
    return made, texts


def _reason(data: Mapping[str, Any]) -> str:
    if reason := " ".join(data["reason"].split()):
        return reason
    raise UsageError("decision: no reason; expected why you decide so, in your own words; enter it")


def _write(desk: Desk, name: str, stem: str, said: Terms, data: Mapping[str, Any], rests: Sequence[str]) -> str:
    """Add a verdict to a file of the data, and return its id, which is new."""
    _reason(data)
    made = list[str]()

    def texts() -> Any:
        id_, found = with_verdict(desk, name, stem, said, data, rests)
        made.append(id_)
        return found

    with desk.lock:
        save_texts(desk.checker, desk.journal, texts)
    return made[0]

"""What became of engagements and promises: each clause on a small graph, worked out by hand."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox
import pytest

import pcgraph
from helpers import TINY
from pcgraph import build
from pcgraph.belief.conclusions.outcomes import conclude
from pcgraph.belief.rule.resolution import believe
from pcgraph.belief.rule.status import REALISED, STOPPED, phases
from pcgraph.belief.tables import Tables
from pcgraph.model.namespaces import ID, PCG, SEARCHES, SRC, TYPE, XSD, V, local
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.store import data_folder
from test_belief_rule import Fact, Source, day, evidence, iri

TODAY = date(2026, 1, 1)
CLASSES = {"m": "Agreement", "p": "Project", "f": "Loan", "t": "Talks", "e": "Event", "v": "Visit", "a": "Acquisition",
           "c": "Coordination"}  # fmt: skip
VERBS = {"covers": "covers", "led": "ledTo", "part": "partOf", "during": "during"}


@pytest.fixture(scope="module")
def declared(inputs: data_folder.Inputs) -> Ontology:
    return read_ontology(quad for file in inputs.files if file.role == "ontology" for quad in file.quads)


def read(text: str, declared: Ontology, today: date = TODAY, silent_after: int = 5) -> Tables:
    """Compute a graph from lines such as "p1 planned 2015, completed 2016; reported 2017-02-03" and "m1 covers? p1".

    The first letter of a name is its class (`CLASSES`). A question mark is a reading; "signed!" is alleged.
    """
    facts, sources, columns = list[Fact](), [Source("s", day=None)], list[tuple[str, str, str, str]]()
    for line in filter(None, map(str.strip, text.splitlines())):
        head = re.match(r"\w+", line)[0]  # type: ignore[index]
        rest = line[len(head) :]
        verb, *other = rest.split() or [""]
        if verb.rstrip("?") in VERBS:
            facts += [
                Fact("s", ID + head, PCG + VERBS[verb.rstrip("?")], iri(ID + name), verb.endswith("?"))
                for name in other
            ]
            continue
        steps, *clauses = rest.split(";")
        facts.append(Fact("s", ID + head, TYPE, iri(PCG + CLASSES[head[0]])))
        for at, status in enumerate(filter(None, map(str.strip, steps.split(",")))):
            name, _, when = status.partition(" ")
            node = f"{ID}{head}.{at}"
            facts.append(Fact("s", ID + head, PCG + "step", iri(node)))
            facts.append(Fact("s", node, PCG + "status", iri(V + name.rstrip("!")), alleged=name.endswith("!")))
            facts += [Fact("s", node, PCG + "date", day(when))] if when else []
        for clause in map(str.split, clauses):
            slug = f"{head}-{clause[0]}-{clause[1]}"
            if clause[0] == "reported":
                sources.append(Source(slug, day=None if clause[1] == "undated" else clause[1]))
                facts.append(Fact(slug, ID + head, PCG + "statedIn", iri(SRC + slug)))
                columns += [(SRC + slug, SRC + slug, PCG + "readTo", iri(V + extent)) for extent in clause[2:]]
            else:
                search, result = f"{ID}{slug}", "nothing-newer" if clause[0] == "searched" else "newer"
                columns += [
                    (SEARCHES, search, PCG + "searchedFor", iri(ID + head)),
                    (SEARCHES, search, PCG + "searchedOn", f'"{clause[1]}"^^<{XSD}date>'),
                    (SEARCHES, search, PCG + "result", iri(V + result)),
                ]
    quads = pl.DataFrame(
        columns, schema=dict.fromkeys(("source", "subject", "property", "value"), pl.String), orient="row"
    )
    tables = believe(evidence(sources, facts, [], today), declared)
    found = conclude(tables, quads, declared, today, silent_after)
    turned = replace(tables, statements=tables.statements[::-1], engagements=tables.engagements[::-1])
    again = conclude(turned, quads, declared, today, silent_after)
    assert found.outcomes.equals(again.outcomes)
    assert found.promises.equals(again.promises)
    return found


def short(value: Any) -> Any:
    if isinstance(value, list):
        return [short(each) for each in value]
    return value.removeprefix(ID).removeprefix(V) if isinstance(value, str) else value and str(value)


def outcome(tables: Tables, name: str, *columns: str) -> list[Any]:
    found = tables.outcomes.filter(pl.col("engagement") == ID + name).row(0, named=True)
    return [short(found[column]) for column in columns or ("outcome", "by", "how")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of itself; a plan that covers nothing further stays its own outcome
        ("m signed 2015", ["signed", "m", "itself"]),
        ("m signed 2015\n p planned 2015\n m covers p", ["signed", "m", "itself"]),
        ("m", [None, None, None]),
        # a result at any distance, if it is stated
        ("m signed 2015\n p completed 2016\n m covers p", ["completed", "p", "result"]),
        ("m\n p planned 2016\n m covers p", ["planned", "p", "result"]),
        ("m signed 2015\n p completed 2016\n m covers? p", ["signed", "m", "itself"]),
        ("m signed 2015\n m2 signed 2016\n p completed 2016\n m led m2\n m2 covers p", ["completed", "p", "result"]),
        # neither what came before it, nor what it is part of, nor what happened during it
        ("m signed 2015\n m2 completed 2016\n m2 led m", ["signed", "m", "itself"]),
        ("m signed 2015\n p completed 2016\n m part p", ["signed", "m", "itself"]),
        ("m signed 2015\n p completed 2016\n p during m", ["signed", "m", "itself"]),
        # a work that exists does not prove that this money flowed; what it led to does
        ("f signed 2015\n p completed 2016\n f covers p", ["signed", "f", "itself"]),
        ("f signed 2015\n p completed 2016\n f led p", ["completed", "p", "result"]),
        ("m signed 2015\n f signed 2015\n p completed 2016\n m led f\n f covers p", ["signed", "m", "itself"]),
        # a result that ended before the first step is none; one that did not, or that has no date, is
        ("m signed 2015\n p completed 2014\n m covers p", ["signed", "m", "itself"]),
        ("m signed 2015-05\n p completed 2015-04-30\n m covers p", ["signed", "m", "itself"]),
        ("m signed 2015-05\n p completed 2015-05-01\n m covers p", ["completed", "p", "result"]),
        ("m signed 2015\n p completed 2014, operational 2016\n m covers p", ["operational", "p", "result"]),
        ("m signed 2015\n p completed 2014, planned 2016\n m covers p", ["signed", "m", "itself"]),
        ("m signed 2015\n p completed\n m covers p", ["completed", "p", "result"]),
        ("m signed\n p completed 2014\n m covers p", ["completed", "p", "result"]),
        ("m planned 2013, signed 2015\n p completed 2014\n m covers p", ["completed", "p", "result"]),
        ("m signed 2015\n p under-way 2014, completed 2016\n m covers p", ["completed", "p", "result"]),
        # a nearer one that ended before gives way to one that did not
        ("m signed 2015\n p completed 2014\n m2 signed 2015\n p2 completed 2016\n m covers p\n m led m2\n m2 covers p2",
         ["completed", "p2", "result"]),
        ("m2 signed 2015\n p completed 2014\n m signed 2010\n m3 signed 2011\n p2 completed 2016\n"
         "m led m2\n m2 covers p\n m2 led m3\n m3 covers p2", ["completed", "p", "result"]),
        # parts make it "in part"; a result goes before a part at equal distance
        ("p planned 2015\n p2 completed 2016\n p2 part p", ["completed", "p2", "part"]),
        ("m signed 2015\n p planned 2015\n p2 completed 2016\n m covers p\n p2 part p", ["completed", "p2", "part"]),
        ("m signed 2015\n p under-way 2016\n m2 completed 2017\n m covers p\n m2 part m", ["under-way", "p", "result"]),
        # the furthest phase, then itself, the nearest, the latest day, the IRI
        ("m under-way 2015\n p completed 2016\n m covers p", ["under-way", "m", "itself"]),
        ("m signed 2015\n p planned 2016\n p2 completed 2017\n m covers p\n p led p2", ["completed", "p2", "result"]),
        ("m signed 2015\n p under-way 2016\n p2 completed 2017\n m covers p\n p led p2", ["under-way", "p", "result"]),
        ("m signed 2015\n p completed 2016\n p2 completed 2015\n m covers p p2", ["completed", "p", "result"]),
        ("m signed 2015\n p completed 2016\n p2 completed 2016\n m covers p p2", ["completed", "p2", "result"]),
        ("m signed 2015\n p completed 2016\n p2 completed\n m covers p p2", ["completed", "p", "result"]),
        ("m signed 2015\n p completed 2016\n p2 completed 2018\n m covers p\n p led p2", ["completed", "p", "result"]),
        # talks, visits, events and coordination are no result, but what came of them is
        ("m signed 2015\n v completed 2016\n m led v", ["signed", "m", "itself"]),
        ("m signed 2015\n c under-way 2016\n m led c", ["signed", "m", "itself"]),
        ("m signed 2015\n t completed 2016\n p completed 2017\n m led t\n t covers p", ["completed", "p", "result"]),
        ("v planned 2015\n p completed 2017\n v led p", ["completed", "p", "result"]),
        # what was stopped stays so; a stopped result changes nothing
        ("m signed 2015, cancelled 2016\n p completed 2017\n m covers p", ["cancelled", "m", "itself"]),
        ("m signed 2015\n p signed 2016, cancelled 2017\n m covers p", ["signed", "m", "itself"]),
        ("m signed 2015\n p completed 2016, expired 2017\n m covers p", ["signed", "m", "itself"]),
        # in a circle nothing is a result of itself
        ("m signed 2015\n m2 signed 2016\n m led m2\n m2 led m", ["signed", "m", "itself"]),
        ("m signed 2015\n m2 signed 2016\n p completed 2017\n m led m2\n m2 led m\n m2 covers p",
         ["completed", "p", "result"]),
    ],
)  # fmt: skip
def test_the_outcome_and_how_it_is_known(text: str, expected: list[Any], declared: Ontology) -> None:
    assert outcome(read(text, declared), text.split()[0] if text.split()[0] != "m2" else "m") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("m signed 2015, cancelled 2016\n p planned 2017\n m covers p", ["p"]),
        ("m cancelled 2016\n m2 signed 2017\n p completed 2018\n m led m2\n m2 covers p", ["m2", "p"]),
        ("m signed 2015\n p signed 2016, suspended 2017\n m covers p", ["p"]),
        ("m signed 2015\n m2 signed 2015\n p cancelled 2017\n p2 completed 2018\n m led m2\n m2 covers p p2", ["p"]),
        # a part, a visit, and what ended before it began are no results
        ("m cancelled 2016\n p completed 2017\n p part m", []),
        ("m cancelled 2016\n v completed 2017\n m led v", []),
        ("m signed 2016, cancelled 2017\n p completed 2015\n m covers p", []),
        ("m signed 2016\n p completed 2015\n m covers p", []),
        ("m cancelled 2016\n m2 cancelled 2017\n m led m2\n m2 led m", ["m2"]),
        # what ended on its first day is one; of something without a day, all are
        ("m signed 2015-05-01, cancelled 2016\n p completed 2015-05-01\n m covers p", ["p"]),
        ("m cancelled\n p completed 2015\n m covers p", ["p"]),
    ],
)
def test_what_it_went_on_as(text: str, expected: list[str], declared: Ontology) -> None:
    assert outcome(read(text, declared), "m", "went_on_as") == [expected]


@pytest.mark.parametrize(
    ("text", "last", "silent", "undated"),
    [
        ("m signed 2015; reported 2015-06-01", "2015-06-01", True, False),
        ("m planned 2015; reported 2015-06-01; reported 2019-06-01", "2019-06-01", True, False),
        # five years to the day are silence
        ("m signed 2015; reported 2021-01-01", "2021-01-01", True, False),
        ("m signed 2015; reported 2021-01-02", "2021-01-02", False, False),
        # only what is open
        ("m completed 2015; reported 2015-06-01", "2015-06-01", False, False),
        ("m cancelled 2015; reported 2015-06-01", "2015-06-01", False, False),
        ("m; reported 2015-06-01", "2015-06-01", False, False),
        ("m signed 2015; reported 2015-06-01\n p completed 2016\n m covers p", "2015-06-01", False, False),
        # the newest own report on it, its results or parts; not on the whole, and not on what is no result
        ("m signed 2015; reported 2015-06-01\n p planned 2016; reported 2024-01-01\n m covers p",
         "2024-01-01", False, False),
        ("m signed 2015; reported 2015-06-01\n p planned 2016; reported 2024-01-01\n p part m",
         "2024-01-01", False, False),
        ("m signed 2015; reported 2015-06-01\n p cancelled 2016; reported 2024-01-01\n m covers p",
         "2024-01-01", False, False),
        ("m signed 2015; reported 2015-06-01\n p planned 2016; reported 2024-01-01\n m part p",
         "2015-06-01", True, False),
        ("m signed 2015; reported 2015-06-01\n p completed 2014; reported 2024-01-01\n m covers p",
         "2015-06-01", True, False),
        ("m signed 2015; reported 2015-06-01\n t discussed 2016; reported 2024-01-01\n m led t",
         "2015-06-01", True, False),
        # with undated sources only it is not silent
        ("m signed 2015; reported undated", None, False, True),
        ("m signed 2015; reported undated; reported 2015-06-01", "2015-06-01", True, False),
        ("m signed 2015; reported undated\n p planned 2016; reported 2016-06-01\n m covers p",
         "2016-06-01", True, False),
        # in a circle, too, which leads to it
        ("m signed 2015; reported 2015-06-01\n m2 signed 2015\n p planned 2016; reported 2017-06-01\n"
         "m led m2\n m2 led m\n m2 covers p", "2017-06-01", True, False),
        # talks, visits, events and coordination have no silence
        *((f"{name} discussed 2015; reported 2015-06-01", "2015-06-01", False, False) for name in "tevc"),
    ],
)  # fmt: skip
def test_silence(text: str, last: str | None, silent: bool, undated: bool, declared: Ontology) -> None:
    found = outcome(read(text, declared), text[0], "last_report", "silent_since", "undated")
    assert found == [last, last if silent else None, "True" if undated else False]


def test_silence_begins_after_the_years_that_the_project_sets(declared: Ontology) -> None:
    text = "m signed 2015; reported 2023-01-01"
    assert [outcome(read(text, declared, silent_after=n), "m", "silent_since")[0] for n in (3, 4)] == [
        "2023-01-01",
        None,
    ]
    at = [
        outcome(read(text, declared, today), "m", "silent_since")[0] for today in (date(2027, 12, 31), date(2028, 1, 1))
    ]
    assert at == [None, "2023-01-01"]


def test_searches_without_result_and_openings_are_said_beside_it(declared: Ontology) -> None:
    text = """m signed 2015; reported 2015-06-01 opening; searched 2024-01-01; searched 2025-01-01; found 2025-06-01
        m2 signed 2015; reported 2015-06-01 opening; reported 2015-06-02; searched 2024-13-01
        m3 signed 2015; reported 2015-06-01 whole"""
    found = read(text, declared)
    rows = [outcome(found, name, "searched", "opening_only") for name in ("m", "m2", "m3")]
    assert rows == [["2025-01-01", "True"], [None, False], [None, False]]


def test_an_outcome_and_a_promise_are_alleged_if_what_decides_them_is(declared: Ontology) -> None:
    found = read(
        """
        m1 signed 2015
        m1 covers p1
        p1 completed! 2016
        m2 signed! 2015
        m2 covers p2
        p2 completed 2016
        m3 signed! 2015, signed 2016
        m4 signed! 2015
        """,
        declared,
    )
    assert {short(name) for name in found.outcomes.filter("alleged")["engagement"]} == {"m1", "m4", "p1"}
    assert {short(name) for name in found.promises.filter("alleged")["promise"]} == {"m1", "m4"}


def promises(tables: Tables) -> dict[str, list[Any]]:
    columns = ("state", "outcome", "by", "members")
    return {
        short(row["promise"]): [short(row[name]) for name in columns] for row in tables.promises.iter_rows(named=True)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each state; silent is signed or open without a report for five years
        ("p planned 2015, completed 2016", {"p": ["kept", "completed", "p", ["p"]]}),
        ("p planned 2015, operational 2016", {"p": ["kept", "operational", "p", ["p"]]}),
        ("p planned 2015, under-way 2016", {"p": ["begun", "under-way", "p", ["p"]]}),
        ("m signed 2015", {"m": ["signed", "signed", "m", ["m"]]}),
        ("m interest 2015", {"m": ["open", "interest", "m", ["m"]]}),
        ("m interest 2015, suspended 2016", {"m": ["stopped", "suspended", "m", ["m"]]}),
        ("m signed 2015; reported 2015-06-01", {"m": ["silent", "signed", "m", ["m"]]}),
        ("p planned 2015, under-way 2016; reported 2016-06-01", {"p": ["begun", "under-way", "p", ["p"]]}),
        # in which some step is or was open
        ("p completed 2016", {}),
        ("p completed 2016\n m signed 2015\n m covers p", {"m": ["kept", "completed", "p", ["m", "p"]]}),
        ("p", {}),
        # only agreements, initiatives, funding and acquisitions; and what the others join is not joined
        ("v planned 2015\n t discussed 2015\n e planned 2015\n c planned 2015\n a planned 2015",
         {"a": ["open", "planned", "a", ["a"]]}),
        ("t discussed 2015\n p planned 2015\n p2 planned 2016\n t covers p p2",
         {"p": ["open", "planned", "p", ["p"]], "p2": ["open", "planned", "p2", ["p2"]]}),
        ("m signed 2015\n p completed 2016\n m covers? p", {"m": ["signed", "signed", "m", ["m"]]}),
        ("m signed 2015\n p completed 2016\n p part m", {"m": ["signed", "signed", "m", ["m"]]}),
        # joined in any direction; the earliest first step represents it, then the IRI
        ("m2 signed 2014\n m signed 2015\n p planned 2016\n m covers p\n m2 covers p",
         {"m2": ["signed", "signed", "m2", ["m", "m2", "p"]]}),
        ("m2 signed 2015\n m signed 2015\n m2 led m", {"m": ["signed", "signed", "m", ["m", "m2"]]}),
        ("m2 signed 2015\n m signed\n m2 led m", {"m2": ["signed", "signed", "m2", ["m", "m2"]]}),
        # the furthest phase, then the one that represents it, the latest day, the IRI
        ("p planned 2014, under-way 2015\n p2 completed 2016\n p led p2",
         {"p": ["begun", "under-way", "p", ["p", "p2"]]}),
        ("m signed 2014\n p completed 2015\n p2 under-way 2016\n m covers p p2",
         {"m": ["begun", "under-way", "p2", ["m", "p", "p2"]]}),
        ("m signed 2014\n p completed 2016\n p2 under-way 2016\n m covers p p2",
         {"m": ["begun", "under-way", "p2", ["m", "p", "p2"]]}),
        # money decides only alone
        ("f signed 2015\n p planned 2016\n f covers p", {"f": ["open", "planned", "p", ["f", "p"]]}),
        ("f signed 2015, completed 2016\n m signed 2016\n m led f", {"f": ["signed", "signed", "m", ["f", "m"]]}),
        ("f signed 2015\n f2 completed 2016\n f led f2", {"f": ["kept", "completed", "f2", ["f", "f2"]]}),
        ("f planned 2015\n p\n f covers p", {"f": ["open", "planned", "f", ["f", "p"]]}),
        # stopped only if all of it is
        ("m signed 2015, cancelled 2016\n p planned 2016\n m covers p", {"m": ["open", "planned", "p", ["m", "p"]]}),
        ("m signed 2015, cancelled 2016\n p planned 2016, expired 2017\n m covers p",
         {"m": ["stopped", "cancelled", "m", ["m", "p"]]}),
        ("m signed 2015; reported 2015-06-01\n p planned 2016; reported 2024-01-01\n m covers p",
         {"m": ["signed", "signed", "m", ["m", "p"]]}),
    ],
)  # fmt: skip
def test_promises(text: str, expected: dict[str, list[Any]], declared: Ontology) -> None:
    found = read(text, declared)
    assert promises(found) == expected
    of_member = {name: promise for promise, row in expected.items() for name in row[3]}
    rows = found.outcomes.select("engagement", "promise").iter_rows()
    assert {short(name): short(promise) for name, promise in rows if promise} == of_member


@pytest.mark.parametrize("reported", [("2015-06-01", "2017-06-01"), ("2017-06-01", "2015-06-01")])
def test_a_silent_promise_has_the_day_of_its_last_report(reported: tuple[str, str], declared: Ontology) -> None:
    text = "m signed 2015; reported {}\n p planned 2015; reported {}\n m covers p".format(*reported)
    row = read(text, declared).promises.row(0, named=True)
    assert [str(row["last_report"]), str(row["silent_since"]), row["state"]] == ["2017-06-01"] * 2 + ["silent"]


def drawn(chance: random.Random) -> str:
    """Return a random graph without circles: each link leads to a later name."""
    names = [f"{chance.choice('mpfte')}{at}" for at in range(chance.randint(2, 8))]
    statuses, years = (
        ["planned", "signed", "under-way", "completed", "cancelled"],
        ["", "2015", "2016", "2017", "2016-05"],
    )
    lines = []
    for name in names:
        steps = (f"{chance.choice(statuses)} {chance.choice(years)}" for _ in range(chance.randint(0, 2)))
        reports = ["", "; reported 2015-06-01", "; reported 2018-06-01", "; reported 2024-06-01"]
        lines.append(f"{name} {', '.join(steps)}{chance.choice(reports)}")
    for _ in range(chance.randint(0, 12)):
        one, other = sorted(chance.sample(names, 2), key=names.index)
        verb = chance.choice(["covers", "led", "part"])
        lines.append(f"{other} part {one}" if verb == "part" else f"{one} {verb} {other}")
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_passed_along_is_what_each_pair_would_give(seed: int, declared: Ontology) -> None:
    """The outcome and the last report, against a search through all that each engagement leads to."""
    text = drawn(random.Random(seed))
    found = read(text, declared)
    rows = {row["engagement"]: row for row in found.engagements.iter_rows(named=True)}
    phase = {iri: phases(declared).get(row["status"]) for iri, row in rows.items()}
    first, real = dict[str, date](), dict[str, date]()
    for step in found.steps.iter_rows(named=True):
        of, last = step["engagement"], step["latest"] or date.max
        if step["earliest"]:
            first[of] = min(first.get(of, date.max), step["earliest"])
        if phases(declared)[step["status"]] == REALISED:
            real[of] = max(real.get(of, date.min), last)
    onward = {iri: set[tuple[str, bool]]() for iri in rows}
    for line in text.splitlines():
        one, verb, *other = [*line.split(), ""]
        if verb == "part":
            onward[ID + other[0]].add((ID + one, True))
        elif verb in VERBS and not (verb == "covers" and one[0] == "f"):
            onward[ID + one].add((ID + other[0], False))
    for name in rows:
        near, reached, distance = {(name, False)}, dict[str, tuple[int, bool]](), 0
        while near:
            distance += 1
            near = {(after, part or more) for before, part in near for after, more in onward[before]}
            for after, part in near:
                reached[after] = min(reached.get(after, (distance, part)), (distance, part))
        counting = {
            other: at for other, at in reached.items()
            if local(rows[other]["type"]) not in ("Talks", "Event")
            and (phase[other] != REALISED or name not in first or real.get(other, date.max) >= first[name])
        }  # fmt: skip
        best = max(
            ((phase[other], -at[0], not at[1], rows[other]["status_latest"] or date.min, other)
             for other, at in counting.items() if phase[other] in (0, 1, 2)),
            default=None,
        )  # fmt: skip
        expected = name if phase[name] is not None else None
        if best and phase[name] != STOPPED and (phase[name] is None or phase[name] < best[0]):
            expected = best[4]
        told = [rows[other]["last_reported"] for other in (name, *counting)]
        outcome_ = found.outcomes.filter(pl.col("engagement") == name).row(0, named=True)
        assert outcome_["by"] == expected, name
        assert outcome_["last_report"] == max(filter(None, told), default=None), name


def test_today_is_the_newest_day_of_the_project_whatever_the_scope(tmp_path: Path) -> None:
    """`borealis-2024` is of 2024, and the newest source was first seen on 1 June 2025."""
    scopes: list[dict[str, Any]] = [{}, {"only": ["borealis-2024"]}, {"without": ["digest", "tide-2025"]}]
    assert {pcgraph.load(TINY, build=None, **scope).today for scope in scopes} == {date(2025, 6, 1)}
    assert pcgraph.load(TINY, build=None, as_of="2024-07-01").today == date(2024, 7, 1)
    build.build(tmp_path / "build", TINY)
    stored = pcgraph.load(TINY, build=tmp_path / "build")
    assert (stored.today, stored.tables.outcomes.height) == (date(2025, 6, 1), 20)


def test_a_project_sets_after_how_many_years_it_is_silent(tmp_path: Path) -> None:
    """Everything but the letter of July 2024 was reported in 2025; today is 1 June 2025, which makes no full year."""
    shutil.copytree(TINY, tmp_path / "data")
    sources = tmp_path / "data" / "sources"
    for path in sources.glob("*.ttl"):
        path.write_text(path.read_text().replace('"2025-06-01"^^xsd:date', '"2027-03-31"^^xsd:date'))
    silent = []
    for years in (1, 2, 3):
        (tmp_path / "pcgraph.toml").write_text(f"silent_after = {years}\n")
        kg = pcgraph.load(tmp_path, build=None)
        found = kg.tables.outcomes["silent_since"].drop_nulls()
        assert len([*kg.store.quads_for_pattern(None, ox.NamedNode(PCG + "silentSince"), None)]) == len(found)
        silent.append(len(found))
    assert silent == [5, 5, 0]


def test_an_estimated_day_counts_as_the_report_of_an_undated_source() -> None:
    """The digest alone reports the ship loan; the latest step that it states is of May 2025."""
    for scope, expected in (({}, None), ({"undated": "estimate"}, date(2025, 5, 31))):
        rows = pcgraph.load(TINY, build=None, **scope).tables.engagements
        assert rows.filter(pl.col("engagement") == ID + "ship-loan")["last_reported"].to_list() == [expected]

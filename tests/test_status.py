"""The current status and its days: each clause on evidence made of a few steps, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pcgraph.belief.evidence import Evidence
from pcgraph.belief.rule.alternatives import history
from pcgraph.belief.rule.resolution import believe
from pcgraph.model.namespaces import ID, PCG, SRC, TYPE, V
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.store import data_folder
from test_belief_rule import DEED, Fact, Source, agreement, day, evidence, iri, step

Step = tuple[str, str | None] | tuple[str, str | None, str]  # status, date, and the source or "read"
SOURCES = [Source("a"), Source("old", day="2020-01-01"), Source("undated", day=None)]


@pytest.fixture(scope="module")
def declared(inputs: data_folder.Inputs) -> Ontology:
    return read_ontology(quad for file in inputs.files if file.role == "ontology" for quad in file.quads)


def said(steps: list[Step], class_: str = "Agreement", today: date = date(2026, 1, 1), ends: str = "") -> Evidence:
    """Steps are named by their position, so that a later one comes later by name."""
    facts = [Fact("a", DEED, TYPE, iri(PCG + class_))]
    facts += [Fact("a", DEED, PCG + "ends", day(ends))] if ends else []
    for at, (status, when, *more) in enumerate(steps):
        source = more[0] if more and more[0] != "read" else "a"
        facts += step(source, f"deed.{at}", status, when, inferred="read" in more)
    return evidence(SOURCES, facts, [], today)


def row(found: Evidence, declared: Ontology) -> dict[str, Any]:
    deed: dict[str, Any] = believe(found, declared).engagements.row(0, named=True)
    return deed | {"status": (deed["status"] or "").removeprefix(V), "next": (deed["next"] or "").removeprefix(ID)}


@pytest.mark.parametrize(
    ("steps", "status", "next_"),
    [
        # a plan that does not lie wholly after a deed is over; it is not planned next
        ([("planned", "2025-01"), ("completed", "2025-01-17")], "completed", ""),
        ([("planned", "2024"), ("signed", "2024-11-30")], "signed", ""),
        ([("planned", "2024-11-30"), ("signed", "2024-11-30")], "signed", ""),
        ([("planned", "2024-12-01"), ("signed", "2024-11-30")], "planned", ""),
        ([("planned", "2024-11-30/2024-12-31"), ("signed", "2024-11-30")], "signed", ""),
        ([("planned", "../2024"), ("signed", "2010")], "signed", ""),
        ([("planned", "2025-01"), ("completed", "2025-01-17", "read")], "completed", ""),
        ([("completed", "2021"), ("cancelled", "2021-05")], "cancelled", ""),
        ([("signed", "2021"), ("suspended", "2021-05")], "suspended", ""),
        ([("completed", "2022"), ("cancelled", "2021-05")], "completed", ""),
        # within one phase the latest day decides
        ([("planned", "2024"), ("discussed", "2025")], "discussed", ""),
        ([("under-way", "2025"), ("completed", "2024")], "under-way", ""),
        # a plan after a stated deed is what comes next; a signature is no plan
        ([("under-way", "2022-03"), ("planned", "2026-03")], "under-way", "deed.1"),
        ([("under-way", "2022-03"), ("interest", "2024"), ("planned", "2025")], "under-way", "deed.2"),
        ([("under-way", "2022-03"), ("planned", "2025"), ("planned", "2024")], "under-way", "deed.1"),
        ([("under-way", "2022-03"), ("signed", "2024")], "under-way", ""),
        ([("signed", "2022-03"), ("planned", "2024")], "planned", ""),
        ([("completed", "2022", "read"), ("planned", "2024")], "planned", ""),
        # a stated stop between them makes it a new beginning
        ([("under-way", "2020"), ("suspended", "2021"), ("planned", "2022")], "planned", ""),
        ([("under-way", "2020"), ("cancelled", "2021"), ("signed", "2022")], "signed", ""),
        ([("under-way", "2020-05-01"), ("suspended", "2020-05-01"), ("planned", "2021")], "planned", ""),
        ([("under-way", "2020"), ("suspended", "2021", "read"), ("planned", "2022")], "suspended", "deed.2"),
        ([("suspended", "2019"), ("under-way", "2020"), ("planned", "2022")], "under-way", "deed.2"),
        ([("under-way", "2018"), ("suspended", "2019"), ("under-way", "2020"), ("planned", "2022")],
         "under-way", "deed.3"),
        # an undated deed is before a plan if its source is; one of an undated page is only further
        ([("completed", None, "old"), ("planned", "2022")], "completed", "deed.1"),
        ([("completed", None), ("planned", "2022")], "completed", ""),
        ([("completed", None, "undated"), ("planned", "2022")], "completed", ""),
        ([("planned", None), ("operational", "2021")], "operational", ""),
        ([("planned", None), ("suspended", "2021")], "planned", ""),
        ([("signed", None, "undated"), ("cancelled", "2021"), ("planned", "2022")], "planned", ""),
        ([("signed", None, "undated"), ("suspended", "2021"), ("planned", "2022")], "signed", ""),
        ([("suspended", "2016"), ("operational", "2018"), ("completed", None, "undated")], "completed", ""),
        # a status of no phase is like any other
        ([("under-way", "2022"), ("unheard-of", "2024")], "unheard-of", ""),
    ],
)  # fmt: skip
def test_a_deed_is_not_undone_by_a_plan(steps: list[Step], status: str, next_: str, declared: Ontology) -> None:
    for order in (steps, steps[::-1]):
        names = {f"deed.{at}": f"deed.{len(steps) - 1 - at}" for at in range(len(steps))} if order != steps else {}
        found = row(said(order), declared)
        assert (found["status"], found["next"]) == (status, names.get(next_, next_)), order


def test_an_alleged_step_decides_only_where_nothing_else_is_reported(declared: Ontology) -> None:
    alleged = [replace(fact, alleged=True) for fact in step("a", "deed.1", "completed", "2022")]
    for others, status in ((step("a", "deed.0", "signed", "2020"), "signed"), ([], "completed")):
        assert row(evidence(SOURCES, [agreement("a"), *others, *alleged], []), declared)["status"] == status


@pytest.mark.parametrize(
    ("steps", "since", "by"),
    [
        # the earliest report of the status, whatever the latest one says
        ([("operational", "2018-07-13"), ("operational", "2025")], "2018-07-13", None),
        ([("operational", "2018-07"), ("completed", "2015")], "2018-07-01", None),
        ([("planned", "2018"), ("signed", "2019"), ("planned", "2020")], "2018-01-01", None),
        # a stop in between begins anew; of what stopped, a deed in between does
        ([("operational", "2015"), ("suspended", "2016"), ("operational", "2018")], "2018-01-01", None),
        ([("operational", "2016-12-31"), ("suspended", "2016-12-31"), ("operational", "2018")], "2018-01-01", None),
        ([("operational", "2015"), ("suspended", "2016"), ("operational", "2018"), ("suspended", "2019"),
          ("operational", "2020")], "2020-01-01", None),
        ([("suspended", "2015"), ("suspended", "2017")], "2015-01-01", None),
        ([("suspended", "2016-12-31"), ("under-way", "2016-12-31"), ("suspended", "2017-05")], "2016-12-31", None),
        ([("suspended", "2015"), ("under-way", "2017-05-01"), ("suspended", "2017-05-01")], "2015-01-01", None),
        ([("suspended", "2015"), ("under-way", "2016"), ("suspended", "2017")], "2017-01-01", None),
        ([("suspended", "2015"), ("under-way", "2017"), ("suspended", "2017-05")], "2015-01-01", None),
        ([("suspended", "2015"), ("under-way", "2016"), ("suspended", "2017"), ("under-way", "2018"),
          ("suspended", "2019")], "2019-01-01", None),
        # without a first day, "by" the last one; also if another report is later than that
        ([("operational", "../2018")], None, "2018-12-31"),
        ([("operational", "../2017"), ("operational", "2020")], None, "2017-12-31"),
        ([("operational", "../2022"), ("operational", "2020")], "2020-01-01", None),
        ([("operational", "../2019-12-31"), ("operational", "2019-12-31")], "2019-12-31", None),
        ([("operational", "../2018"), ("operational", "../2020")], None, "2018-12-31"),
        ([("operational", None)], None, "2025-01-01"),
        ([("operational", None, "old"), ("operational", "2022")], None, "2020-01-01"),
        ([("operational", None, "undated")], None, None),
        ([("suspended", "2016"), ("operational", None, "old")], None, "2020-01-01"),
        ([("operational", "2018/..")], "2018-01-01", None),
        ([], None, None),
    ],
)  # fmt: skip
def test_since_when_a_status_holds(steps: list[Step], since: str | None, by: str | None, declared: Ontology) -> None:
    for order in (steps, steps[::-1]):
        found = row(said(order), declared)
        assert [day and str(day) for day in (found["status_since"], found["status_by"])] == [since, by], order


@pytest.mark.parametrize(
    ("class_", "steps", "ends", "today", "end"),
    [
        # a visit is over once its last possible day is past
        ("Visit", [("under-way", "2017-12")], "", "2018-01-01", "2017-12-31"),
        ("Visit", [("under-way", "2017-12")], "", "2017-12-31", None),
        ("Visit", [("under-way", "2024-10-14")], "2024-10-17", "2024-10-18", "2024-10-17"),
        ("Visit", [("under-way", "2024-10-14")], "2024-10-17", "2024-10-17", None),
        ("Visit", [("under-way", None)], "", "2026-01-01", None),
        # an event needs a last day: its own, or that of an interval
        ("Event", [("under-way", "2024-07-04/2024-07-06")], "", "2024-07-07", "2024-07-06"),
        ("Event", [("under-way", "2024-07-04")], "2024-07-06", "2024-07-07", "2024-07-06"),
        ("Event", [("under-way", "2024-07-04")], "", "2026-01-01", None),
        ("Event", [("under-way", "2024-07")], "", "2026-01-01", None),
        ("Event", [("under-way", "[2024-07-04..2024-07-06]")], "", "2026-01-01", None),
        ("Event", [("under-way", "2024-07-04/..")], "", "2026-01-01", None),
        # only what was under way is completed, and only what takes place and is over
        ("Visit", [("planned", "2017-12")], "2017-12-31", "2026-01-01", None),
        ("Event", [("cancelled", "2024-07-04/2024-07-06")], "2024-07-06", "2026-01-01", None),
        ("Project", [("under-way", "2024-07-04/2024-07-06")], "2024-07-06", "2026-01-01", None),
    ],
)
def test_what_took_place_is_over(
    class_: str, steps: list[Step], ends: str, today: str, end: str | None, declared: Ontology
) -> None:
    found = row(said(steps, class_, date.fromisoformat(today), ends), declared)
    assert found["ended_by_date"] == (end is not None)
    if end is None:
        assert found["status"] == steps[0][0]
    else:
        days = [str(found[name]) for name in ("status_date", "status_earliest", "status_latest", "status_since")]
        assert (found["status"], days, found["status_by"]) == ("completed", [end] * 4, None)


def test_the_last_report_is_the_newest_day_of_a_source_that_mentions_it(declared: Ontology) -> None:
    """A source of which only a step is taken does not mention the engagement; a page without a day gives none."""
    mentioned = [Fact(name, DEED, PCG + "statedIn", iri(ID + name)) for name in ("old", "undated")]
    said_ = evidence(SOURCES, [agreement("a"), *step("a", "deed.0", "signed", "2019"), *mentioned], [])
    assert row(said_, declared)["last_reported"] == date(2020, 1, 1)
    only = evidence(SOURCES, [agreement("a"), mentioned[1]], [])
    assert row(only, declared)["last_reported"] is None


@pytest.mark.parametrize(
    ("known", "today", "expected"),
    [
        # known before the end: under way, and completed from the day after
        ("2024-07-05", "2026-01-01", [("under-way", "2024-07-05", "2024-07-07"), ("completed", "2024-07-07", None)]),
        ("2024-07-06", "2026-01-01", [("under-way", "2024-07-06", "2024-07-07"), ("completed", "2024-07-07", None)]),
        ("2024-07-07", "2026-01-01", [("completed", "2024-07-07", None)]),
        ("2025-01-01", "2026-01-01", [("completed", "2025-01-01", None)]),
        # what is not over today has no such day
        ("2024-07-05", "2024-07-06", [("under-way", "2024-07-05", None)]),
        ("2024-07-05", "2024-07-07", [("under-way", "2024-07-05", "2024-07-07"), ("completed", "2024-07-07", None)]),
        # known on a day that nobody knows: under way from the beginning on
        (None, "2026-01-01", [("completed", "2024-07-07", None), ("under-way", "None", "2024-07-07")]),
    ],
)
def test_the_history_completes_an_event_on_the_day_after_its_last(
    known: str | None, today: str, expected: list[tuple[str, str, str | None]], declared: Ontology
) -> None:
    facts = [Fact("b", DEED, TYPE, iri(PCG + "Event")), *step("b", "deed.0", "under-way", "2024-07-04/2024-07-06")]
    found = history(
        evidence([Source("b", known=known)], facts, [], date.fromisoformat(today)), declared, {}
    ).engagements
    rows = [(status.removeprefix(V), str(since), until and str(until)) for _, status, since, until in found.iter_rows()]
    assert sorted(rows, key=lambda each: each[1]) == expected


def test_an_event_whose_last_source_was_retracted_before_its_end_is_never_completed(declared: Ontology) -> None:
    facts = [Fact("b", DEED, TYPE, iri(PCG + "Event")), *step("b", "deed.0", "under-way", "2024-07-04/2024-07-06")]
    said_ = evidence([Source("b", known="2024-07-04")], facts, [], date(2026, 1, 1))
    found = history(said_, declared, {SRC + "b": date(2024, 7, 7)}).engagements
    assert found.drop_nulls("status").select("status", "ends").rows() == [(V + "under-way", date(2024, 7, 7))]

"""Every total of money and of trained people is worked out a second time: in plain Python, from the tables.

The totals of the catalogue come from SPARQL. Here the same rules are applied row by row to what is believed. Each total
has to be equal to the digit, and what is counted and what is left out have to be all there is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from helpers import ROOT, TINY
from pcgraph import api
from pcgraph.model.namespaces import CURRENT, PCG, SRC, V, local
from pcgraph.query.engine.evaluate import answer, prepare
from pcgraph.query.questions.catalogue import catalogue

pytestmark = pytest.mark.slow

LEDGER = ROOT / "tests" / "fixtures" / "money" / "ledger.trig"
GRAPHS = [ROOT / "data", TINY, LEDGER, *sorted((ROOT / "tests" / "cases").glob("*.trig"))]
SIGNED = frozenset({V + "signed"})
PAID = frozenset({V + "operational", V + "completed"})
BEGUN = PAID | {V + "under-way"}
STOPPED = frozenset({V + "cancelled", V + "expired"})
Sum = tuple[str, str, str]  # funder, currency, basis
graphs = pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)


@cache
def load(path: Path) -> api.KnowledgeGraph:
    return api.load(path, build=None)


def answers(path: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a question: IRIs by their last part, numbers exact."""
    result = load(path).query(name)
    for row in result.terms:
        values = (term and (local(term.value) if "http" in term.value else term.value) for term in row)
        yield dict(zip(result.columns, values, strict=True))


@dataclass
class Ledger:
    """What is believed, by engagement or step: single values, links, and who funds."""

    values: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    links: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    funders: dict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    reached: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # statuses in the words of a source
    years: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[str, str] = field(default_factory=dict)  # step → engagement
    now: dict[str, str] = field(default_factory=dict)

    def amount(self, name: str) -> Decimal:
        return Decimal(self.values[name]["amount"])


@cache
def ledger(path: Path) -> Ledger:
    tables, ontology, found = load(path).tables, load(path).ontology, Ledger()
    for subject, property_, value in tables.statements.select("subject", "property", "value").iter_rows():
        text = value.strip("<>") if value.startswith("<") else re.sub(r'^"(.*)"[^"]*$', r"\1", value)
        found.values[subject][local(property_)] = text
        found.links[local(property_)][subject].add(text)
        if local(property_) == "type":
            found.types[subject] |= {local(text), *map(local, ontology.supers.get(text, ()))}
    funder = ontology.subterms_of(PCG + "funder")
    for engagement, role, agent, read in tables.parties.select("engagement", "role", "agent", "inferred").iter_rows():
        if role in funder:
            found.funders[engagement][agent] = read and found.funders[engagement].get(agent, True)
    columns = ("step", "engagement", "status", "inferred", "earliest", "latest")
    for step, engagement, status, read, first, last in tables.steps.select(columns).iter_rows():
        found.steps[step] = engagement
        if status and not read:
            found.reached[engagement].add(status)
            if first and last and first.year == last.year:
                found.years[engagement, status].append(first.year)
    found.now = dict(tables.engagements.select("engagement", "status").iter_rows())
    return found


def above(book: Ledger, engagement: str) -> set[str]:
    """Return everything whose amount contains that of an engagement, at any distance."""
    covering = book.links["covers"]
    seen: set[str] = set()
    todo = [engagement]
    while todo:
        each = todo.pop()
        near = book.links["partOf"][each] | book.links["ledTo"][each] | {a for a, b in covering.items() if each in b}
        todo += near - seen
        seen |= near
    return seen


def firm(book: Ledger, engagement: str) -> dict[str, frozenset[str]]:
    """Return the bases on which an engagement's amount counts, each with the statuses that it rests on."""
    said = frozenset(book.reached[engagement])
    live = SIGNED if book.now.get(engagement) not in STOPPED else frozenset()
    return {basis: said & on for basis, on in (("committed", live | BEGUN), ("paid", PAID)) if said & on}


def eligible(book: Ledger) -> dict[Sum, dict[str, frozenset[str]]]:
    """Return, for each sum, the engagements whose own amount may count, with the statuses that it rests on."""
    found: dict[Sum, dict[str, frozenset[str]]] = defaultdict(dict)
    for engagement, said in list(book.values.items()):
        by = book.funders[engagement]
        bad = {"amountPer", "constantPrices"} & set(said) or {"Event", "Acquisition"} & book.types[engagement]
        if "amount" in said and "currency" in said and len(by) == 1 and not any(by.values()) and not bad:
            for basis, statuses in firm(book, engagement).items():
                found[next(iter(by)), said["currency"], basis][engagement] = statuses
    return found


def whole(book: Ledger, names: Iterable[str]) -> set[str]:
    """Leave out the parts whose whole is among the names; of those that contain each other, the first one stays."""
    names = set(names)
    up = {name: above(book, name) & names - {name} for name in names}
    return {name for name in names if not any(name not in up[other] or other < name for other in up[name])}


@cache
def counted(path: Path) -> dict[Sum, dict[str, int | None]]:
    """Return, for each sum, the engagements that are in it, with their years."""
    book, found = ledger(path), {}
    for key, names in eligible(book).items():
        found[key] = {
            name: min((year for status in names[name] for year in book.years[name, status]), default=None)
            for name in whole(book, names)
        }
    return found


@graphs
def test_money_by_funder_and_year(path: Path) -> None:
    wanted: dict[tuple[Any, ...], list[Decimal]] = defaultdict(list)
    for (funder, currency, basis), names in counted(path).items():
        for name, year in names.items():
            wanted[local(funder), currency, year and str(year), basis].append(ledger(path).amount(name))
    rows = list(answers(path, "money-by-funder-and-year"))
    keys = [tuple(row[name] for name in ("funder", "currency", "year", "basis")) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {key: (Decimal(row["total"]), int(row["engagements"])) for key, row in zip(keys, rows, strict=True)} == {
        key: (sum(amounts), len(amounts)) for key, amounts in wanted.items()
    }


@graphs
def test_commitments_and_payments(path: Path) -> None:
    wanted: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for (funder, currency, basis), names in counted(path).items():
        wanted[local(funder), currency][basis] += sum(map(ledger(path).amount, names))
    found = {}
    for row in answers(path, "commitments-and-payments"):
        assert Decimal(row["difference"]) == Decimal(row["committed"]) - Decimal(row["paid"])
        found[row["funder"], row["currency"]] = {name: Decimal(row[name]) for name in ("committed", "paid")}
    assert found == {key: {name: by[name] for name in ("committed", "paid")} for key, by in wanted.items()}


@graphs
@pytest.mark.parametrize("basis", ["committed", "paid"])
def test_what_is_counted_and_what_is_left_out_are_all_there_is(path: Path, basis: str) -> None:
    book = ledger(path)
    inside = {name for key, names in counted(path).items() if key[2] == basis for name in names}
    everything, out = set(), set()
    for name, said in list(book.values.items()):
        owner = local(book.steps.get(name, name))
        if "claimedAmount" in said:
            everything.add((owner, "claim", Decimal(said["claimedAmount"])))
        if {"amount", "amountAtLeast", "amountAtMost"} & set(said):
            kind = "step" if name in book.steps else "counted" if name in inside else "left out"
            everything.add((owner, kind, Decimal(said["amount"]) if "amount" in said else None))
    kinds = {"a claim, and no payment": "claim", "the amount of a single step": "step"}
    for row in answers(path, "money-left-out"):
        if row["leftOutOf"] in (basis, "both"):
            amount = row["amount"] and Decimal(row["amount"])
            out.add((row["engagement"], kinds.get(row["reason"], "left out"), amount))
    assert out == {row for row in everything if row[1] != "counted"}
    totals = [Decimal(row["total"]) for row in answers(path, "money-by-funder-and-year") if row["basis"] == basis]
    assert sum(totals) + sum(amount or 0 for *_, amount in out) == sum(amount or 0 for *_, amount in everything)


@graphs
def test_a_part_is_left_out_only_for_what_is_counted(path: Path) -> None:
    book = ledger(path)
    for row in answers(path, "money-left-out"):
        if row["within"]:
            (name,) = [
                name for name, said in book.values.items() if local(name) == row["engagement"] and "amount" in said
            ]
            (funder,) = book.funders[name]
            sums = counted(path)[funder, book.values[name]["currency"], row["leftOutOf"]]
            assert name not in sums
            assert above(book, name) & set(sums)


@graphs
def test_money_claimed_and_identified(path: Path) -> None:
    book, kg = ledger(path), load(path)
    sums: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, events in list(book.links["during"].items()):
        said = book.values[name]
        fits = "Event" not in book.types[name] and not {"amountPer", "constantPrices"} & set(said)
        if {"amount", "currency"} <= set(said) and fits and book.reached[name] & (SIGNED | BEGUN):
            for event in events:
                sums[local(event), said["currency"]].add(name)
    wanted = {}
    for quad in kg.store:
        source, what = str(getattr(quad.graph_name, "value", "")), local(quad.predicate.value)
        event = next(iter(book.links["sameAs"].get(quad.subject.value, ())), quad.subject.value)
        if source.startswith(SRC) and what in ("amount", "claimedAmount") and "Event" in book.types[event]:
            unit = {"amount": "currency", "claimedAmount": "claimedCurrency"}[what]
            for money in kg.store.quads_for_pattern(quad.subject, ox.NamedNode(PCG + unit), None, quad.graph_name):
                names = whole(book, sums.get((local(event), money.object.value), ()))
                total = sum(map(book.amount, names)) if names else None
                key = (local(event), local(source), Decimal(quad.object.value), money.object.value)
                wanted[key] = (total, len(names) or None)
    assert wanted == {
        (row["event"], row["source"], Decimal(row["claimed"]), row["currency"]): (
            row["identified"] and Decimal(row["identified"]),
            row["engagements"] and int(row["engagements"]),
        )
        for row in answers(path, "claimed-and-identified-money")
    }


@graphs
def test_trained_people(path: Path) -> None:
    book, kg = ledger(path), load(path)
    trainers = kg.ontology.subterms_of(PCG + "trainer")
    parties = kg.tables.parties.select("engagement", "role", "agent").iter_rows()
    trains = {(engagement, agent) for engagement, role, agent in parties if role in trainers}
    wanted = set()
    for name, said in list(book.values.items()):
        programme = book.steps.get(name, name)
        names = ("quantity", "quantityAtLeast", "quantityAtMost")
        numbers = [Decimal(said[each]) if each in said else None for each in names]
        if numbers != [None] * 3:
            unit, reached = local(said.get("quantityOf", "")), said.get("date") if name in book.steps else None
            wanted |= {(local(a), local(programme), unit, reached, *numbers) for e, a in trains if e == programme}
    rows = list(answers(path, "who-trains-how-many"))
    assert wanted == {
        (
            row["trainer"], row["programme"], row["unit"] or "", row["reached"],
            *(row[name] and Decimal(row[name]) for name in ("quantity", "atLeast", "atMost")),
        )
        for row in rows
    }  # fmt: skip
    whole_numbers = {(row["trainer"], row["programme"]): row["quantity"] for row in rows if not row["reached"]}
    for name in ("who-trains-whom", "who-plans-to-train-how-many"):
        for row in answers(path, name):
            assert row["quantity"] == whole_numbers.get((row["trainer"], row["programme"]))


def test_the_ledger_by_hand() -> None:
    """The loan of 100 contains the work of 60 and the tower; of the loan, the work of 60 is paid."""
    rows = [tuple(row.values()) for row in answers(LEDGER, "commitments-and-payments")]
    assert rows == [
        ("bank", "EUR", "9", "9", "0"),
        ("bank", "USD", "100", "60", "40"),
        ("state", "EUR", "4", "4", "0"),
        ("state", "USD", "32", "32", "0"),
        ("trust", "USD", "7", "7", "0"),
    ]
    reasons = {(row["engagement"], row["reason"]) for row in answers(LEDGER, "money-left-out")}
    assert {reason for _, reason in reasons} == {
        "a claim, and no payment", "a rate for a period", "ended before money moved", "in prices of another year",
        "no amount, only bounds", "no currency named", "no funder named", "no more than planned", "no status reported",
        "part of an amount in the same sum", "price of an acquisition", "several funders, no shares",
        "signed or under way, and not reported as paid", "the amount of a single step", "the funder is only inferred",
        "the status is only inferred", "total of an event",
    }  # fmt: skip
    assert ("purchase", "no funder named") not in reasons


def test_a_plan_that_is_begun_is_committed_and_its_first_part_is_paid() -> None:
    rows = [row for row in answers(ROOT / "data", "money-by-funder-and-year") if row["funder"] == "china-mobile"]
    assert {("2007", "committed", "2000000000"), ("2007", "paid", "700000000")} <= {
        (row["year"], row["basis"], row["total"]) for row in rows
    }
    out = [row for row in answers(ROOT / "data", "money-left-out") if row["engagement"] == "cmpak-first-transfer-2007"]
    assert [(row["leftOutOf"], row["within"]) for row in out] == [("committed", "cmpak-investment-plan-2007")]


def test_a_status_that_is_stated_but_not_believed_makes_no_sum() -> None:
    """A verdict may reject the status that a source states for the part."""
    part = "part of an amount in the same sum"
    about = "SELECT ?step ?status { id:first-ship pcg:step ?step . ?step pcg:status ?status }"
    kg, current = load(TINY), ox.NamedNode(CURRENT)
    store = ox.Store()
    store.extend(kg.store)
    query = prepare(catalogue()["money-left-out"].text, "test")
    assert part.encode() in answer(store, query, isolate=False).body
    for step, status in kg.query(about).terms:
        store.remove(ox.Quad(step, ox.NamedNode(PCG + "status"), status, current))
    assert part.encode() not in answer(store, query, isolate=False).body

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
from functools import cache, partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from helpers import CASES, ROOT, TINY
from pcgraph import api
from pcgraph.model.namespaces import ID, PCG, SRC, V, local

pytestmark = pytest.mark.slow

LEDGER = ROOT / "tests" / "fixtures" / "money" / "ledger.trig"
COUNTED = re.compile(r"pcg:(?:amount|claimedAmount|quantity)")  # in other cases no question has a sum
CASES_WITH_SUMS = [path for path in sorted(CASES.glob("*.trig")) if COUNTED.search(path.read_text(encoding="utf-8"))]
GRAPHS = [ROOT / "data", TINY, LEDGER, *CASES_WITH_SUMS]
SIGNED = frozenset({V + "signed"})
PAID = frozenset({V + "operational", V + "completed"})
BEGUN = PAID | {V + "under-way"}
STOPPED = frozenset({V + "cancelled", V + "expired"})
graphs = pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)


@cache
def load(path: Path) -> api.KnowledgeGraph:
    return api.load(path, build=None)


def answers(path: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a question: IRIs by their last part, numbers exact."""
    result = load(path).query(name)
    for row in result.terms:
        values = (term and (local(term.value) if isinstance(term, ox.NamedNode) else term.value) for term in row)
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


def whole(book: Ledger, names: Iterable[str]) -> set[str]:
    """Leave out the parts whose whole is among the names; of those that contain each other, the first one stays."""
    names = set(names)
    up = {name: above(book, name) & names - {name} for name in names}
    return {name for name in names if not any(name not in up[other] or other < name for other in up[name])}


@dataclass(frozen=True)
class Sum:
    """A sum that flows, in the words of one source."""

    source: str
    amount: Decimal
    currency: str
    prices: str | None
    basis: str


def said(path: Path) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """Yield what each source states of each thing: "source thing", and its values by property; no readings."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    store, same = load(path).store, ledger(path).links["sameAs"]
    read = {(q.graph_name, q.subject, local(q.object.value)) for q in store if local(q.predicate.value) == "inferred"}
    party = {(q.graph_name, q.subject, q.object) for q in store if local(q.predicate.value) == "inferredParty"}
    for q in store:
        source, name = str(getattr(q.graph_name, "value", "")), local(q.predicate.value)
        stated = (q.graph_name, q.subject, name) not in read and (q.graph_name, q.subject, q.object) not in party
        if source.startswith(SRC) and stated:
            subject = next(iter(same.get(q.subject.value, ())), q.subject.value)
            found[source, subject][name].add(q.object.value)
    for (source, subject), values in sorted(found.items()):
        yield f"{source} {subject}", values


@cache
def counted(path: Path) -> dict[tuple[tuple[str, ...], str, str | None, str], dict[str, int | None]]:
    """Return, for each total, the engagements that are in it, with their years."""
    book, words = ledger(path), dict(said(path))
    sums: dict[tuple[tuple[str, ...], str, str | None, str], dict[str, int | None]] = defaultdict(dict)
    for engagement, values in list(book.values.items()):
        if engagement in book.steps or not {"amount", "currency"} <= set(values) or values.get("amountPer"):
            continue
        if "Event" in book.types[engagement] or values.get("amountShared") == "true":
            continue
        flow = "committed" if "Funding" in book.types[engagement] else "price or cost"
        basis = local(values.get("basis", flow))
        if basis not in ("committed", "paid"):
            continue
        number = (Decimal(values["amount"]), values["currency"], values.get("constantPrices"))
        near, rivals = [], set()
        for key, told in words.items():
            source, subject = key.split(" ")
            if subject == engagement and "amount" in told and "currency" in told:
                measured = local(min(told.get("basis", {flow})))
                unit = (
                    measured,
                    min(told["currency"]),
                    min(told.get("constantPrices", {""})),
                    min(told.get("amountPer", {""})),
                )
                if unit == (basis, values["currency"], values.get("constantPrices", ""), ""):
                    amount = Decimal(min(told["amount"], key=Decimal))
                    rivals.add(amount)
                    near += [source] * (amount == number[0])
        sets = {tuple(sorted(words[f"{source} {engagement}"].get("funder", ()))) for source in near} - {()}
        funders = tuple(sorted({each for some in sets for each in some}))
        everybody = [set(told.get("funder", ())) for key, told in words.items() if key.endswith(f" {engagement}")]
        unnamed = any("UnnamedParty" in book.types[each] for each in funders)
        if (
            not funders
            or unnamed
            or not any(set(funders) <= some for some in everybody)
            or len(judged(path, engagement, rivals)) > 1
        ):
            continue
        reached = book.reached[engagement]
        live = SIGNED if book.now.get(engagement) not in STOPPED else frozenset()
        done = {
            source
            for source in near
            for step, owner in book.steps.items()
            if owner == engagement
            and V + "completed" in words.get(f"{source} {step}", {}).get("status", ())
            and book.values[step].get("status") == V + "completed"
        }
        complete = any(set(words[f"{source} {engagement}"].get("funder", ())) == set(funders) for source in done)
        paid = basis == "paid" or ("basis" not in values and flow == "committed" and complete)
        first = partial(earliest, book, engagement)
        if basis == "paid" or reached & (live | BEGUN):
            sums[funders, *number[1:], "committed"][engagement] = first(live | BEGUN)
        if paid:
            when = first({V + "completed"})
            sums[funders, *number[1:], "paid"][engagement] = first({V + "operational"}) if when is None else when
    return {key: {name: names[name] for name in whole(book, names)} for key, names in sums.items()}


def earliest(book: Ledger, engagement: str, statuses: Iterable[str]) -> int | None:
    """Return the first year of a step with one of the statuses."""
    return min((year for status in statuses for year in book.years[engagement, status]), default=None)


def judged(path: Path, engagement: str, amounts: set[Decimal]) -> set[Decimal]:
    """Return the amounts that no verdict decides."""
    store, about = load(path).store, ox.NamedNode(PCG + "onSubject")
    found = [quad.subject for quad in store.quads_for_pattern(None, about, ox.NamedNode(engagement), None)]
    on = (ox.NamedNode(PCG + "onProperty"), ox.NamedNode(PCG + "amount"))
    decided = any(next(store.quads_for_pattern(verdict, *on, None), None) for verdict in found)
    return set() if decided else amounts


@graphs
def test_money_by_funder_and_year(path: Path) -> None:
    wanted: dict[tuple[Any, ...], list[Decimal]] = defaultdict(list)
    for (funders, currency, prices, basis), names in counted(path).items():
        for name, year in names.items():
            who = local(funders[0]) if len(funders) == 1 else None
            wanted[who, len(funders), currency, prices, year and str(year), basis].append(ledger(path).amount(name))
    found = {}
    for row in answers(path, "money-by-funder-and-year"):
        several = len(row["together"].split("; ")) if row["together"] else 1
        key = (row["funder"], several, *(row[name] for name in ("currency", "prices", "year", "basis")))
        assert key not in found
        found[key] = (Decimal(row["total"]), int(row["engagements"]))
    assert found == {key: (sum(amounts), len(amounts)) for key, amounts in wanted.items()}


@graphs
def test_commitments_and_payments(path: Path) -> None:
    wanted: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    for row in answers(path, "money-by-funder-and-year"):
        key = tuple(row[name] for name in ("funder", "together", "currency", "prices", "basis"))
        wanted[key] += Decimal(row["total"])
    found = {}
    for row in answers(path, "commitments-and-payments"):
        assert Decimal(row["difference"]) == Decimal(row["committed"]) - Decimal(row["paid"])
        key = tuple(row[name] for name in ("funder", "together", "currency", "prices"))
        found |= {(*key, basis): Decimal(row[basis]) for basis in ("committed", "paid") if Decimal(row[basis])}
    assert found == wanted


@graphs
def test_what_is_counted_and_what_is_left_out_are_all_there_is(path: Path) -> None:
    """Each believed sum is in a total, or in money-left-out, and not in both of one kind."""
    book = ledger(path)
    inside = {local(name) for names in counted(path).values() for name in names}
    everything, out, claims, claimed = set(), set(), set(), set()
    for name, values in list(book.values.items()):
        owner = local(book.steps.get(name, name))
        if "claimedAmount" in values:
            claims.add((owner, Decimal(values["claimedAmount"])))
        if {"amount", "amountAtLeast", "amountAtMost"} & set(values) and not (name == owner and local(name) in inside):
            everything.add((owner, Decimal(values["amount"]) if "amount" in values else None))
    everything = {(name, amount) for name, amount in everything if name not in inside}
    beside = ("sources disagree, and another sum is believed", "given beside the sum that is believed")
    for row in answers(path, "money-left-out"):
        amount = row["amount"] and Decimal(row["amount"])
        if row["reason"] == "a claim, and no payment":
            claimed.add((row["engagement"], amount))
        elif row["reason"] not in beside and row["engagement"] not in inside:
            out.add((row["engagement"], amount))
    assert (out, claimed) == (everything, claims)


@graphs
def test_a_part_is_left_out_only_for_what_is_counted(path: Path) -> None:
    book = ledger(path)
    for row in answers(path, "money-left-out"):
        if row["within"]:
            [name] = [each for each in book.values if local(each) == row["engagement"]]
            sums = [names for key, names in counted(path).items() if key[3] == row["leftOutOf"]]
            assert not any(name in names for names in sums)
            assert any(above(book, name) & set(names) for names in sums)


@graphs
def test_money_claimed_and_identified(path: Path) -> None:
    book, kg = ledger(path), load(path)
    sums: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, events in list(book.links["during"].items()):
        said = book.values[name]
        fits = "Event" not in book.types[name] and not {"amountPer", "constantPrices"} & set(said)
        fits &= said.get("amountShared") != "true" and local(said.get("basis", "")) not in ("valuation", "aimed")
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
            unit = local(said.get("quantityOf", ""))
            if unit not in ("percent", "percent-of-shares"):
                wanted |= {(local(a), local(programme), unit, *numbers) for e, a in trains if e == programme}
    rows = list(answers(path, "who-trains-how-many"))
    assert wanted == {
        (
            row["trainer"], row["programme"], row["unit"] or "",
            (row["aimed"] or row["achieved"]) and Decimal(row["aimed"] or row["achieved"]),
            *(row[name] and Decimal(row[name]) for name in ("atLeast", "atMost")),
        )
        for row in rows
    }  # fmt: skip
    whole_numbers = {local(name): said["quantity"] for name, said in book.values.items() if "quantity" in said}
    for name in ("who-trains-whom", "who-plans-to-train-how-many"):
        for row in answers(path, name):
            assert row["quantity"] == whole_numbers.get(row["programme"])


def test_the_ledger_by_hand() -> None:
    """Work has a cost, and only the loan is money; the offer led to the grant; two funders are one row."""
    rows = [tuple(row.values()) for row in answers(LEDGER, "commitments-and-payments")]
    assert rows == [  # of each currency the largest first
        ("bank", None, "USD", None, "100", "0", "100"),
        ("trust", None, "USD", "2017", "80", "80", "0"),
        (None, f"{ID}bank; {ID}trust", "USD", None, "37", "37", "0"),  # without labels, their IRIs
        ("state", None, "USD", None, "25", "25", "0"),
        ("trust", None, "USD", None, "7", "7", "0"),
        ("state", None, "EUR", None, "4", "4", "0"),
    ]
    reasons = {(row["engagement"], row["reason"]) for row in answers(LEDGER, "money-left-out")}
    assert {reason for _, reason in reasons} == {
        "a claim, and no payment", "a cost, and no flow of money", "a price", "a rate for a period",
        "ended before money moved", "no amount, only bounds", "no currency named", "no more than planned",
        "no status reported", "part of an amount in the same sum", "the amount of a single step",
        "the funder is only inferred", "the status is only inferred", "total of an event",
    }  # fmt: skip


def test_a_plan_that_is_begun_is_committed_and_its_first_part_is_paid() -> None:
    rows = [row for row in answers(ROOT / "data", "money-by-funder-and-year") if row["funder"] == "china-mobile"]
    assert {("2007", "committed", "700000000"), ("2007", "paid", "700000000")} <= {
        (row["year"], row["basis"], row["total"]) for row in rows
    }

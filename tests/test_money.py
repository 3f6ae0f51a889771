"""Which sums count in whose total, and which counts were reached: each rule on a small graph, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox
import pytest

from pcgraph import api
from pcgraph.model.namespaces import ID, local
from pcgraph.page.view import money
from pcgraph.query.statements.contradictions import contradictions
from pcgraph.query.statements.rejected import not_believed

HEAD = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
"""
CARD = 'pcg:date "2025-01-10" ; pcg:tier v:press'
SIGNED = 'pcg:step id:deed.signed . id:deed.signed a pcg:Step ; pcg:status v:signed ; pcg:date "2020-05"'
DONE = 'pcg:step id:deed.completed . id:deed.completed a pcg:Step ; pcg:status v:completed ; pcg:date "2023"'
BEGUN = 'pcg:step id:deed.under-way . id:deed.under-way a pcg:Step ; pcg:status v:under-way ; pcg:date "2021"'
SUM = 'pcg:amount 40 ; pcg:currency "USD"'
BANK = "pcg:funder id:bank"


def load(folder: Path, card_of_b: str = CARD, **sources: str) -> api.KnowledgeGraph:
    """Return the graph of some sources, by slug; each text begins with a class of the engagement id:deed."""
    cards = {"b": card_of_b}
    graphs = (
        f"src:{slug} {{ src:{slug} a pcg:Source ; {cards.get(slug, CARD)} . id:deed a pcg:{text} . }}"
        for slug, text in sources.items()
    )
    path = folder / "sums.trig"
    path.write_text(HEAD + "\n".join(graphs), encoding="utf-8")
    return api.load(path, build=None)


def counted(kg: api.KnowledgeGraph) -> dict[str, tuple[list[str], float, int | None]]:
    """Return the totals in which the sums of id:deed count: funders, amount, year."""
    rows = kg.tables.sums.filter(pl.col("reason").is_null() & pl.col("engagement").str.ends_with("/deed"))
    columns = rows.select("total", "funders", "amount", "year").iter_rows()
    return {local(total): ([*map(local, funders)], amount, year) for total, funders, amount, year in columns}


def reasons(kg: api.KnowledgeGraph) -> list[str]:
    return kg.tables.sums.filter(pl.col("reason").is_not_null())["reason"].sort().to_list()


def bases(kg: api.KnowledgeGraph) -> list[tuple[str, bool]]:
    return [(local(basis), stated) for basis, stated in kg.tables.sums.select("basis", "basis_stated").iter_rows()]


@pytest.mark.parametrize(
    ("class_", "stated", "basis"),
    [
        ("Loan", "", "committed"), ("Grant", "", "committed"), ("Acquisition", "", "price"), ("Project", "", "cost"),
        ("Agreement", "", "cost"), ("Loan", "; pcg:basis v:cost", "cost"), ("Project", "; pcg:basis v:paid", "paid"),
    ],
)  # fmt: skip
def test_a_basis_that_is_left_open_follows_from_the_class(tmp_path: Path, class_: str, stated: str, basis: str) -> None:
    assert bases(load(tmp_path, a=f"{class_} ; {SUM} {stated}")) == [(basis, bool(stated))]


def test_a_signed_loan_is_committed_and_not_paid(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED}")
    assert counted(kg) == {"committed": (["bank"], 40, 2020)}
    assert reasons(kg) == []


def test_a_completed_loan_is_paid_if_one_source_states_sum_funder_and_completion(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {DONE}")
    assert counted(kg) == {"committed": (["bank"], 40, 2023), "paid": (["bank"], 40, 2023)}


@pytest.mark.parametrize(
    "sources",
    [
        {"a": f"Loan ; {BANK} ; {SUM}", "b": f"Loan ; {DONE}"},  # the completion from elsewhere
        {"a": f"Loan ; {BANK} ; {SUM}", "b": f"Loan ; {SUM} ; {DONE}"},
        {"a": f"Loan ; {BANK} ; {SUM}", "b": f"Loan ; {BANK} ; {DONE}"},
        {"a": f"Loan ; {BANK} ; {SUM} ; pcg:basis v:committed ; {DONE}"},  # a stated commitment stays one
        {"a": f"Loan ; {BANK} ; {SUM} ; {DONE}", "b": f"Loan ; {SUM} ; pcg:basis v:committed"},
        {"a": f"Project ; {BANK} ; {SUM} ; pcg:basis v:committed ; pcg:inferred pcg:basis ; {DONE}"},
        {"a": f"Loan ; {BANK} ; {SUM} ; {BEGUN}"},
        {"a": f"Loan ; {BANK} ; {SUM} ; {DONE.replace('completed', 'operational')}"},
        {"a": f"Loan ; {BANK} ; {SUM} ; pcg:basis v:paid ; pcg:inferred pcg:basis ; {BEGUN}"},
    ],
)
def test_nothing_else_is_paid(tmp_path: Path, sources: dict[str, str]) -> None:
    assert list(counted(load(tmp_path, **sources))) == ["committed"]


def test_what_a_source_calls_paid_is_paid_and_committed(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Project ; {BANK} ; {SUM} ; pcg:basis v:paid ; {BEGUN}")
    assert counted(kg) == {"committed": (["bank"], 40, 2021), "paid": (["bank"], 40, None)}


def test_the_year_of_a_total_is_that_of_the_first_step_that_says_it(tmp_path: Path) -> None:
    more = "".join(
        f" . id:deed pcg:step id:deed.{status}-{year} . "
        f'id:deed.{status}-{year} a pcg:Step ; pcg:status v:{status} ; pcg:date "{year}"'
        for status, year in (("planned", 2019), ("signed", 2021), ("completed", 2022), ("operational", 2021))
    )
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED} . id:deed {DONE}{more}")
    assert counted(kg) == {"committed": (["bank"], 40, 2020), "paid": (["bank"], 40, 2022)}


def test_a_reading_of_a_second_funder_does_not_take_it_from_the_first(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Loan ; {BANK} , id:state ; pcg:inferredParty id:state ; {SUM} ; {SIGNED}")
    assert counted(kg) == {"committed": (["bank"], 40, 2020)}


@pytest.mark.parametrize("end", ["cancelled", "expired"])
def test_money_that_ended_counts_only_if_something_was_done(tmp_path: Path, end: str) -> None:
    over = f'pcg:step id:deed.{end} . id:deed.{end} a pcg:Step ; pcg:status v:{end} ; pcg:date "2024"'
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED} . id:deed {over}")
    assert (counted(kg), reasons(kg)) == ({}, ["ended before money moved"])
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {BEGUN} . id:deed {over}")
    assert counted(kg) == {"committed": (["bank"], 40, 2021)}


def test_a_funder_is_credited_only_by_a_source_of_the_sum(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Loan ; {SUM} ; {SIGNED}", b=f"Loan ; {BANK} ; {SIGNED}")
    assert (counted(kg), reasons(kg)) == ({}, ["no source states funder and sum"])


def test_several_funders_are_credited_together_if_one_source_names_them(tmp_path: Path) -> None:
    kg = load(tmp_path, a=f"Loan ; {BANK} , id:state ; {SUM} ; {SIGNED}")
    assert counted(kg) == {"committed": (["bank", "state"], 40, 2020)}
    [row] = kg.query("money-by-funder-and-year").rows
    assert row[0] is None
    assert str(row[1]).count("; ") == 1
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED}", b=f"Loan ; pcg:funder id:state ; {SUM}")
    assert (counted(kg), reasons(kg)) == ({}, ["sources name different funders"])
    more = f"Loan ; {BANK} , id:state ; {SIGNED}"
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED}", b=f"Loan ; pcg:funder id:state ; {SUM}", c=more)
    assert counted(kg) == {"committed": (["bank", "state"], 40, 2020)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"Project ; {BANK} ; {SUM} ; {DONE}", "a cost, and no flow of money"),
        (f"Loan ; {BANK} ; {SUM} ; pcg:basis v:cost ; {DONE}", "a cost, and no flow of money"),
        (f"Loan ; {BANK} ; {SUM} ; pcg:basis v:valuation ; {DONE}", "a valuation"),
        (f"Loan ; {BANK} ; {SUM} ; pcg:basis v:aimed ; {DONE}", "an aim"),
        (f"Acquisition ; pcg:acquirer id:bank ; {SUM} ; {DONE}", "a price"),
        (f"Loan ; {BANK} ; {SUM} ; pcg:amountShared true ; {DONE}", "covers more than this engagement"),
        (f"Loan ; {BANK} ; {SUM} ; pcg:amountPer v:year ; {DONE}", "a rate for a period"),
        (f"Loan ; {BANK} ; pcg:claimedAmount 9 ; pcg:claimedCurrency 'USD' ; {DONE}", "a claim, and no payment"),
        (f"Loan ; pcg:funder id:deed.unnamed ; {SUM} ; {DONE} . "
         "id:deed.unnamed a pcg:UnnamedParty", "a funder is an unnamed party"),
        (f"Loan ; {BANK} ; pcg:inferred pcg:funder ; {SUM} ; {DONE}", "the funder is only inferred"),
        (f"Loan ; {BANK} ; pcg:inferred pcg:amount ; {SUM} ; {DONE}", "the amount is only inferred"),
        (f"Loan ; {BANK} ; pcg:inferred pcg:currency ; {SUM} ; {DONE}", "the amount is only inferred"),
        (f"Loan ; {SUM} ; {DONE}", "no funder named"),
        (f"Loan ; {BANK} ; {SUM}", "no status reported"),
        (f"Loan ; {BANK} ; {SUM} ; {SIGNED.replace('signed', 'planned')}", "no more than planned"),
        (f"Loan ; {BANK} ; {SUM} ; {SIGNED} ; pcg:inferred pcg:status . id:deed pcg:step id:deed.planned . "
         "id:deed.planned a pcg:Step ; pcg:status v:planned ; pcg:inferred pcg:status", "the status is only inferred"),
    ],
)  # fmt: skip
def test_a_sum_that_is_not_counted_has_a_reason(tmp_path: Path, text: str, reason: str) -> None:
    kg = load(tmp_path, a=text)
    assert (counted(kg), reasons(kg)) == ({}, [reason])
    assert kg.query("money-by-funder-and-year").rows == []
    assert [row.reason for row in kg.query("money-left-out")] == [reason]
    if "cost" in reason or "price" in reason or "claim" in reason:  # which nobody funds
        assert not any(kg.tables.sums["funders"].to_list())


def test_a_sum_on_which_sources_disagree_is_left_out_with_the_other_one(tmp_path: Path) -> None:
    loan = f"Loan ; {BANK} ; {SIGNED} . id:deed pcg:currency 'USD' ; pcg:amount"
    kg = load(tmp_path, a=f"{loan} 40", b=f"{loan} 50")
    assert counted(kg) == {}
    assert reasons(kg) == ["sources disagree on the sum", "sources disagree, and another sum is believed"]
    assert [row.property for row in kg.query("contradicting-values")] == ["https://w3id.org/pcgraph/ontology#amount"]


@pytest.mark.parametrize(
    "other",
    [
        "40 ; pcg:basis v:committed",
        "50 ; pcg:basis v:cost",
        "50 ; pcg:amountShared true",
        "50 ; pcg:inferred pcg:amount",
    ],
)
def test_a_sum_on_another_basis_is_also_given_and_no_dispute(tmp_path: Path, other: str) -> None:
    loan = f"Loan ; {BANK} ; {SIGNED} . id:deed pcg:currency 'USD' ; pcg:amount"
    kg = load(tmp_path, a=f"{loan} 40", b=f"{loan} {other}")
    assert list(counted(kg)) == ["committed"]
    assert reasons(kg) == (["given beside the sum that is believed"] if other.startswith("50") else [])
    assert kg.query("contradicting-values").rows == []


@pytest.mark.parametrize(
    ("other", "asked", "beside"),
    [
        ("pcg:amount 40 ; pcg:currency 'USD'", False, []),
        ("pcg:funder id:bank", False, []),
        ("pcg:amount 37 ; pcg:currency 'EUR'", True, ["EUR 37"]),
        ("pcg:amount 50 ; pcg:currency 'USD'", True, []),  # a contradiction, which is shown elsewhere
        ("pcg:amount 40", True, ["40"]),  # without its currency it is another number
    ],
)
def test_sums_beside_the_believed_one_are_looked_up_where_a_source_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str, asked: bool, beside: list[str]
) -> None:
    kg, looked_up = load(tmp_path, a=f"Loan ; {SUM}", b=f"Loan ; {other}"), list[str]()

    def recorded(store: ox.Store, subjects: Iterable[str], *rest: Any) -> Any:
        looked_up.extend(subjects)
        return not_believed(store, looked_up, *rest)

    monkeypatch.setattr(money, "not_believed", recorded)
    found = money.other_sums(kg.store, kg.tables, contradictions(kg.store), kg.ontology)
    assert looked_up == ([ID + "deed"] if asked else [])
    assert [text for text, _ in found.get(ID + "deed", [])] == beside


@pytest.mark.parametrize(
    ("links", "within"),
    [
        ("id:part pcg:partOf id:deed", "deed"),
        ("id:part pcg:partOf id:mid . id:mid pcg:partOf id:deed", "deed"),
        ("id:mid pcg:covers id:part . id:mid pcg:ledTo id:more . id:mid pcg:partOf id:deed", "deed"),
        ("id:part pcg:ledTo id:other", "other"),  # what it led to is the whole of it
        ("id:part pcg:partOf id:other , id:deed", "deed"),
        ("id:part pcg:partOf id:deed . id:deed pcg:partOf id:mid . id:mid pcg:partOf id:part", "deed"),
    ],
)
def test_a_part_counts_in_no_total_of_its_whole(tmp_path: Path, links: str, within: str) -> None:
    part = f"id:part a pcg:Grant ; {BANK} ; pcg:amount 7 ; pcg:currency 'USD' ; pcg:step id:part.x . {links}"
    done = "id:part.x a pcg:Step ; pcg:status v:completed"
    whole = f"id:{within} a pcg:Loan ; {BANK} ; {SUM} ; pcg:step id:w.x . id:w.x a pcg:Step ; pcg:status v:signed"
    others = f"id:other a pcg:Loan ; {BANK} ; {SUM} ; pcg:step id:w.x" if "other ," in links else "id:mid a pcg:Project"
    kg = load(tmp_path, a=f"Loan . {whole} . {others} . {part} . {done}")
    sums = kg.tables.sums.filter(pl.col("engagement").str.ends_with("part") | (pl.col("engagement") == ID + within))
    rows = sums.select("engagement", "total", "reason", "within").rows()
    found = [[value and (local(value) if "http" in value else value) for value in row] for row in rows]
    assert found == [
        [within, "committed", None, None],
        ["part", "committed", "part of an amount in the same sum", within],
        ["part", "paid", None, None],
    ]


def test_sums_in_prices_of_a_year_have_totals_of_their_own(tmp_path: Path) -> None:
    old = f"id:old a pcg:Grant ; {BANK} ; {SUM} ; pcg:constantPrices '2017' ; pcg:step id:old.x"
    kg = load(tmp_path, a=f"Loan ; {BANK} ; {SUM} ; {SIGNED} . {old} . id:old.x a pcg:Step ; pcg:status v:signed")
    rows = kg.query("money-by-funder-and-year")
    assert [(row.prices, row.total) for row in rows] == [(None, 40), ("2017", 40)]


@pytest.mark.parametrize(
    ("text", "reached", "day"),
    [
        (f"pcg:quantity 300 ; {BEGUN}", None, None),
        (f"pcg:quantity 300 ; {DONE}", "deed.completed", "2023"),
        (f"pcg:quantity 300 ; {DONE.replace('completed', 'operational')}", "deed.operational", "2023"),
        (f"{BEGUN} ; pcg:quantityOf v:people ; pcg:quantity 20", "deed.under-way", "2021"),
        (f"{SIGNED} ; pcg:quantityOf v:people ; pcg:quantity 20", None, "2020-05"),
        (f"{BEGUN} ; pcg:inferred pcg:status ; pcg:quantityOf v:people ; pcg:quantity 20", None, "2021"),
    ],
)
def test_a_target_is_not_a_result(tmp_path: Path, text: str, reached: str | None, day: str | None) -> None:
    unit = "pcg:quantityOf v:people ; " if text.startswith("pcg:quantity") else ""
    kg = load(tmp_path, a=f"TrainingProgramme ; pcg:trainer id:bank ; {unit}{text}")
    [row] = kg.tables.quantities.rows(named=True)
    assert (row["reached"] and local(row["reached"]), local(row["source"])) == (reached, "a")
    [answer] = kg.query("who-trains-how-many")
    assert (answer.aimed is None, answer.achieved is None) == (reached is not None, reached is None)
    assert answer.reached == day


def test_a_count_is_reached_only_by_the_completion_of_its_own_source(tmp_path: Path) -> None:
    kg = load(
        tmp_path, a="TrainingProgramme ; pcg:quantity 300 ; pcg:quantityOf v:people", b=f"TrainingProgramme ; {DONE}"
    )
    assert kg.tables.quantities["reached"].to_list() == [None]


COUNT = "TrainingProgramme ; pcg:quantity 300 ; pcg:quantityOf v:people"
LATER = f"{DONE} . id:deed {DONE.replace('completed', 'operational').replace('2023', '2024')}"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"a": COUNT, "b": f"{COUNT} ; {DONE}"}, ("deed.completed", "b", "2023")),
        ({"a": f"{COUNT} ; {LATER}"}, ("deed.operational", "a", "2024")),  # the last one
        ({"a": COUNT, "b": COUNT}, (None, "a", None)),
        # a source that states only a part of the count does not state it, nor does a reading
        ({"a": COUNT, "b": f"TrainingProgramme ; pcg:quantity 300 ; {DONE}"}, (None, "a", None)),
        ({"a": f"{COUNT} ; pcg:inferred pcg:quantity ; {DONE}"}, (None, None, None)),
        ({"a": f"TrainingProgramme ; pcg:quantity 300 ; {DONE}"}, ("deed.completed", "a", "2023")),
        # nor does one that only dates the completion state it
        ({"a": f"{COUNT} ; {DONE.replace('pcg:status v:completed ; ', '')}", "b": f"TrainingProgramme ; {DONE}"},
         (None, "a", None)),
    ],
)  # fmt: skip
def test_which_source_says_that_a_count_was_reached(
    tmp_path: Path, sources: dict[str, str], expected: tuple[str | None, ...]
) -> None:
    [row] = load(tmp_path, **sources).tables.quantities.rows(named=True)
    assert tuple(row[name] and local(row[name]) for name in ("reached", "source", "day")) == expected


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ('pcg:date "2024" ; pcg:tier v:official', "b"),  # the better tier, then the newer
        ('pcg:date "2025-02" ; pcg:tier v:press', "b"),
        ("pcg:tier v:press", "a"),  # a page without a day comes last
    ],
)
@pytest.mark.parametrize("reached", ["", f" ; {DONE}"], ids=["", "completed"])
def test_the_best_source_of_a_count_is_named(tmp_path: Path, card: str, expected: str, reached: str) -> None:
    [row] = load(tmp_path, card, a=COUNT + reached, b=COUNT + reached).tables.quantities.rows(named=True)
    assert local(row["source"]) == expected


def test_of_two_completions_one_without_any_day_is_not_the_last(tmp_path: Path) -> None:
    steps = LATER.replace(' ; pcg:date "2023"', "")
    kg = load(tmp_path, "pcg:tier v:press", b=f"{COUNT} ; {steps}")
    assert [*map(local, kg.tables.quantities["reached"])] == ["deed.operational"]


def test_a_unit_without_a_number_is_no_quantity(tmp_path: Path) -> None:
    assert load(tmp_path, a="TrainingProgramme ; pcg:quantityOf v:people").tables.quantities.is_empty()


def test_shares_are_no_quantities_of_work(tmp_path: Path) -> None:
    kg = load(tmp_path, a="TrainingProgramme ; pcg:trainer id:bank ; pcg:quantity 51 ; pcg:quantityOf v:percent")
    assert kg.tables.quantities.rows() == []
    assert kg.query("who-trains-how-many").rows == []


def test_who_funds_whom_says_what_the_ties_say(tmp_path: Path) -> None:
    """A bank that funds somebody through another loan only plans this one; a joint sum is nobody's alone."""
    to = "pcg:recipient id:firm"
    other = f"id:other a pcg:Loan ; {BANK} , id:state ; {to} ; {SUM} ; pcg:step id:other.x"
    kg = load(
        tmp_path,
        a=f"Loan ; {BANK} ; {to} ; {SUM} ; {SIGNED.replace('signed', 'planned')} . {other} . "
        "id:other.x a pcg:Step ; pcg:status v:completed",
    )
    rows = kg.query("who-funds-whom")
    found = sorted((*map(local, (row.funder, row.relation, row.funding)), row.amount) for row in rows)
    assert found == [
        ("bank", "funds", "other", None),
        ("bank", "plansToFund", "deed", 40),
        ("state", "funds", "other", None),
    ]
    ties = kg.tables.relations.filter(pl.col("relation").str.contains("und"))
    assert {(row.funder, row.relation, row.recipient, row.funding) for row in rows} == {
        *ties.select("from", "relation", "to", "engagement").iter_rows()
    }

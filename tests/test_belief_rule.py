"""Each clause of the rule of belief, on evidence made of a few facts; and what must hold for any evidence."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.belief.evidence import VERDICT, Evidence
from pcgraph.belief.rule import alternatives, identity
from pcgraph.belief.rule.alternatives import sources_by_engagement
from pcgraph.belief.rule.derivation import STOPPED, kept_out, same_side
from pcgraph.belief.rule.resolution import believe
from pcgraph.belief.tables import Tables
from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import ID, IDENTIFIED_AS, LABEL, PCG, REGISTER, SAME, SKOS, SRC, TYPE, XSD, V
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.store import data_folder

DEED, STEP = ID + "deed", ID + "deed.signed"


@dataclass(frozen=True)
class Source:
    """A source by its slug; tier 1 is best."""

    slug: str
    tier: int = 3
    day: str | None = "2025-01-01"
    known: str | None = "2025-06-01"


@dataclass(frozen=True)
class Fact:
    """What a source says; a value that starts with a letter and a colon is an IRI."""

    source: str
    subject: str
    property: str
    value: str
    inferred: bool = False
    alleged: bool = False


def evidence(
    sources: list[Source],
    facts: list[Fact],
    verdicts: Sequence[tuple[str | None, ...]],
    today: date = date(2026, 1, 1),
) -> Evidence:
    """A verdict is its subject, property, what it rejects and prefers, and what else of a number it names."""
    text = pl.String
    day = [[each and date.fromisoformat(each) for each in (s.day, s.known)] for s in sources]
    return Evidence(
        pl.DataFrame(
            [(SRC + f.source, f.subject, f.property, f.value, f.inferred or f.alleged, f.alleged) for f in facts],
            schema=dict.fromkeys(("source", "subject", "property", "value"), text)
            | dict.fromkeys(("inferred", "alleged"), pl.Boolean),
            orient="row",
        ),
        pl.DataFrame(
            [
                (SRC + s.slug, s.tier, known, newest, newest, SRC + s.slug, newest, None, [])
                for s, (newest, known) in zip(sources, day, strict=True)
            ],
            schema={
                "source": text,
                "tier": pl.Int64,
                "known": pl.Date,
                "oldest": pl.Date,
                "newest": pl.Date,
                "voice": text,
                "reported": pl.Date,
                "publisher": text,
                "agencies": pl.List(text),
            },
            orient="row",
        ),
        pl.DataFrame(
            [(*verdict[:4], [*verdict[4:]], []) for verdict in verdicts],
            schema=dict.fromkeys(VERDICT[:4], text) | dict.fromkeys(VERDICT[4:], pl.List(text)),
            orient="row",
        ),
        today,
    )


@pytest.fixture(scope="module")
def declared(inputs: data_folder.Inputs) -> Ontology:
    return read_ontology(quad for file in inputs.files if file.role == "ontology" for quad in file.quads)


def iri(name: str) -> str:
    return f"<{name}>"


def number(amount: int) -> str:
    return f'"{amount}"^^<{XSD}integer>'


def day(edtf: str) -> str:
    return f'"{edtf}"'


def agreement(source: str, subject: str = DEED) -> Fact:
    return Fact(source, subject, TYPE, iri(PCG + "Agreement"))


def step(source: str, name: str, status: str, when: str | None = None, *, inferred: bool = False) -> list[Fact]:
    found = [
        Fact(source, DEED, PCG + "step", iri(ID + name), inferred),
        Fact(source, ID + name, PCG + "status", iri(V + status), inferred),
    ]
    return found + ([Fact(source, ID + name, PCG + "date", day(when), inferred)] if when else [])


def value(tables: Tables, subject: str, name: str) -> list[str]:
    rows = tables.statements.filter((pl.col("subject") == subject) & (pl.col("property") == PCG + name))
    return [text[1:].rsplit('"', 1)[0] if text.startswith('"') else text.strip("<>") for text in rows["value"]]


def status(tables: Tables) -> str | None:
    found = tables.engagements.filter(pl.col("engagement") == DEED)["status"].to_list()
    return found[0].removeprefix(V) if found and found[0] else None


A, B = Source("a"), Source("b")


@pytest.mark.parametrize(
    ("sources", "amounts", "expected"),
    [
        # stated before inferred, whatever the tier
        ([Source("a", 1), Source("b", 5)], [("a", 1, True), ("b", 2, False)], "2"),
        # then tier, although the other is newer
        ([Source("a", 2, "2020-01-01"), Source("b", 3, "2025-01-01")], [("a", 1, False), ("b", 2, False)], "1"),
        # then the newest; a source without a day of its own comes last
        ([Source("a", 3, "2020-01-01"), Source("b", 3, "2025-01-01")], [("a", 1, False), ("b", 2, False)], "2"),
        ([Source("a", 3, None), Source("b", 3, "1990-01-01")], [("a", 1, False), ("b", 2, False)], "2"),
        # then the slug, so that the choice does not depend on the order of the rows
        ([A, B], [("b", 2, False), ("a", 1, False)], "1"),
        # then the value, if one source gives two
        ([A], [("a", 2, False), ("a", 1, False)], "1"),
    ],
)
def test_which_source_gives_a_single_value(
    sources: list[Source], amounts: list[tuple[str, int, bool]], expected: str, declared: Ontology
) -> None:
    facts = [Fact(slug, DEED, PCG + "claimedCount", number(amount), read) for slug, amount, read in amounts]
    tables = believe(evidence(sources, [agreement("a"), *facts], []), declared)
    assert value(tables, DEED, "claimedCount") == [expected]


def test_what_is_alleged_counts_after_what_is_read(declared: Ontology) -> None:
    facts = [
        agreement("a"),
        Fact("a", DEED, PCG + "claimedCount", number(9), alleged=True),
        Fact("b", DEED, PCG + "claimedCount", number(7), inferred=True),
        Fact("a", DEED, PCG + "starts", day("2024-05-14"), alleged=True),
        Fact("b", DEED, PCG + "starts", day("2024-05"), inferred=True),
    ]
    tables = believe(evidence([Source("a", 1), Source("b", 5)], facts, []), declared)
    assert (value(tables, DEED, "claimedCount"), value(tables, DEED, "starts")) == (["7"], ["2024-05"])


def test_the_class_of_an_engagement_is_alleged_last(declared: Ontology) -> None:
    facts = [
        Fact("a", DEED, TYPE, iri(PCG + "Loan"), alleged=True),
        Fact("b", DEED, TYPE, iri(PCG + "Agreement"), inferred=True),
    ]
    tables = believe(evidence([Source("a", 1), Source("b", 5)], facts, []), declared)
    assert tables.engagements["type"].to_list() == [PCG + "Agreement"]


def test_the_sources_of_a_statement_are_all_that_make_it(declared: Ontology) -> None:
    facts = [Fact(slug, DEED, PCG + "claimedCount", number(4)) for slug in "cab"]
    tables = believe(evidence([A, B, Source("c")], [agreement("a"), *facts], []), declared)
    rows = tables.statements.filter(pl.col("property") == PCG + "claimedCount")
    assert rows["sources"].to_list() == [[SRC + "a", SRC + "b", SRC + "c"]]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        # among dates that overlap the best source's, the more precise wins
        ([("a", 1, "2024", False), ("b", 3, "2024-05-14", False)], "2024-05-14"),
        ([("a", 1, "2024-05-14", False), ("b", 3, "2024", False)], "2024-05-14"),
        # a more precise date that lies outside of the best source's does not win, before or after it
        ([("a", 1, "2024", False), ("b", 3, "2025-05-14", False)], "2024"),
        ([("a", 1, "2024", False), ("b", 3, "2023-05-14", False)], "2024"),
        # one that only touches the first or the last day does
        ([("a", 1, "2024", False), ("b", 3, "2024-01-01", False)], "2024-01-01"),
        ([("a", 1, "2024", False), ("b", 3, "2024-12-31", False)], "2024-12-31"),
        ([("a", 1, "2024", False), ("b", 3, "2023-12-31", False)], "2024"),
        # a reading does not make a stated date more precise
        ([("a", 1, "2024", False), ("b", 1, "2024-05-14", True)], "2024"),
        # equally precise: the order of the sources decides
        ([("a", 3, "2024-05-15/2024-05-16", False), ("b", 1, "2024-05-14/2024-05-15", False)], "2024-05-14/2024-05-15"),
    ],
)
def test_which_date_of_a_step_is_believed(
    dates: list[tuple[str, int, str, bool]], expected: str, declared: Ontology
) -> None:
    sources = [Source(slug, tier) for slug, tier, _, _ in dates]
    said = [Fact(slug, STEP, PCG + "date", day(when), read) for slug, _, when, read in dates]
    facts = [agreement("a"), *step("a", "deed.signed", "signed"), *said]
    assert value(believe(evidence(sources, facts, []), declared), STEP, "date") == [expected]


def test_a_currency_comes_from_the_source_of_the_amount(declared: Ontology) -> None:
    facts = [
        agreement("a"),
        Fact("a", DEED, PCG + "amount", number(5)),
        Fact("a", DEED, PCG + "currency", '"EUR"'),
        Fact("b", DEED, PCG + "amount", number(9)),
        Fact("b", DEED, PCG + "currency", '"USD"'),
    ]
    tables = believe(evidence([Source("a", 3), Source("b", 1)], facts, []), declared)
    assert (value(tables, DEED, "amount"), value(tables, DEED, "currency")) == (["9"], ["USD"])


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ((DEED, PCG + "claimedCount", number(1), None), ["2"]),
        ((DEED, PCG + "claimedCount", None, number(2)), ["2"]),
        ((DEED, PCG + "claimedCount", None, number(3)), ["1"]),  # nobody in scope says so
        ((DEED, PCG + "quantity", number(1), None), ["1"]),  # of another property
        ((ID + "other", PCG + "claimedCount", number(1), None), ["1"]),
    ],
)
def test_verdicts_come_before_sources(
    verdict: tuple[str, str, str | None, str | None], expected: list[str], declared: Ontology
) -> None:
    facts = [
        agreement("a"),
        Fact("a", DEED, PCG + "claimedCount", number(1)),
        Fact("b", DEED, PCG + "claimedCount", number(2)),
    ]
    tables = believe(evidence([Source("a", 1), Source("b", 5)], facts, [verdict]), declared)
    assert value(tables, DEED, "claimedCount") == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # the latest last possible day
        ([("a", "planned", "2024-05-01"), ("b", "signed", "2023-01-01")], "planned"),
        ([("a", "planned", "2025"), ("b", "signed", "2024-11-30")], "planned"),
        # on one day the higher rank, whatever the names of the steps
        ([("z", "planned", "2024-05-01"), ("a", "signed", "2024-05-01")], "signed"),
        ([("a", "planned", "2024-05-01"), ("z", "signed", "2024-05-01")], "signed"),
        ([("a", "cancelled", "2024-05-01"), ("z", "under-way", "2024-05-01")], "cancelled"),
        # without a date, the day of the source
        ([("a", "planned", None), ("z", "signed", "2024-12-31")], "planned"),
        ([("a", "planned", None), ("z", "signed", "2025-01-02")], "signed"),
        ([], None),
    ],
)
def test_current_status(steps: list[tuple[str, str, str | None]], expected: str | None, declared: Ontology) -> None:
    facts = [agreement("a"), *(fact for name, reached, when in steps for fact in step("a", name, reached, when))]
    assert status(believe(evidence([A], facts, []), declared)) == expected


def test_two_steps_of_one_day_and_status_are_ordered_by_name(declared: Ontology) -> None:
    facts = [
        agreement("a"),
        *step("a", "deed.one", "signed", "2024-05"),
        *step("a", "deed.two", "signed", "2024-05-31"),
    ]
    now = believe(evidence([A], facts, []), declared).engagements
    assert now["status_date"].to_list() == ["2024-05-31"]


def test_a_step_without_any_day_counts_only_if_it_is_further(declared: Ontology) -> None:
    facts = [
        agreement("b"),
        *step("a", "deed.one", "completed"),
        *step("b", "deed.two", "completed", "2024-05"),
    ]
    now = believe(evidence([Source("a", day=None), B], facts, []), declared).engagements
    assert now["status_date"].to_list() == ["2024-05"]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([("a", 3, "Loan", False), ("b", 3, "Funding", False)], "Loan"),  # the deeper class
        ([("a", 3, "Funding", False), ("b", 3, "Loan", False)], "Loan"),
        ([("a", 1, "Funding", False), ("b", 3, "Loan", False)], "Funding"),  # tier first
        ([("a", 3, "Loan", True), ("b", 5, "Funding", False)], "Funding"),  # stated first of all
        ([("a", 3, "Engagement", False), ("b", 3, "Project", False)], "Project"),  # above all others is no depth
    ],
)
def test_the_class_of_an_engagement(types: list[tuple[str, int, str, bool]], expected: str, declared: Ontology) -> None:
    facts = [Fact(slug, DEED, TYPE, iri(PCG + name), read) for slug, _, name, read in types]
    tables = believe(evidence([Source(slug, tier) for slug, tier, _, _ in types], facts, []), declared)
    assert tables.engagements["type"].to_list() == [PCG + expected]


@pytest.mark.parametrize(
    ("sources", "types", "expected"),
    [
        # equal tiers: the newest source decides, and one without a day of its own comes last
        ([Source("a", 3, "2020-01-01"), Source("b", 3, "2025-01-01")], [("a", "Project"), ("b", "Visit")], "Visit"),
        ([Source("a", 3, "2025-01-01"), Source("b", 3, "2020-01-01")], [("a", "Project"), ("b", "Visit")], "Project"),
        # equal days too: the slug, and then the name of the class, whatever the order of the rows
        ([A, B], [("b", "Project"), ("a", "Visit")], "Visit"),
        ([A], [("a", "Visit"), ("a", "Project")], "Project"),
    ],
)
def test_which_source_gives_the_class(
    sources: list[Source], types: list[tuple[str, str]], expected: str, declared: Ontology
) -> None:
    facts = [Fact(slug, DEED, TYPE, iri(PCG + name)) for slug, name in types]
    assert believe(evidence(sources, facts, []), declared).engagements["type"].to_list() == [PCG + expected]


def test_what_is_no_engagement_has_no_row(declared: Ontology) -> None:
    """Neither by a class that is none of engagements, nor by another property whose value is such a class."""
    facts = [
        agreement("a"),
        Fact("a", ID + "acme", TYPE, iri(PCG + "Company")),
        Fact("a", ID + "page", PCG + "seeAlso", iri(PCG + "Agreement")),
    ]
    assert believe(evidence([A], facts, []), declared).engagements["engagement"].to_list() == [DEED]


def test_an_engagement_has_its_status_with_its_days_and_sorted_sectors_and_places(declared: Ontology) -> None:
    other = ID + "other"
    facts = [
        agreement("a"),
        agreement("a", other),
        *step("a", "deed.signed", "signed", "2024-05"),
        *(Fact("a", DEED, PCG + name, iri(ID + value)) for name in ("sector", "place") for value in ("z", "y")),
    ]
    deed, bare = believe(evidence([A], facts, []), declared).engagements.sort("engagement").to_dicts()
    assert deed["status_date"] == "2024-05"
    assert (deed["status_earliest"], deed["status_latest"]) == (date(2024, 5, 1), date(2024, 5, 31))
    assert deed["sectors"] == deed["places"] == [ID + "y", ID + "z"]
    assert (bare["engagement"], bare["status"], bare["sectors"], bare["places"]) == (other, None, [], [])


def test_the_rows_of_parties_and_steps_are_sorted_whatever_the_order_of_the_facts(declared: Ontology) -> None:
    facts = [
        agreement("a"),
        agreement("a", ID + "again"),
        *step("a", "b.signed", "signed"),
        *step("a", "a.planned", "planned"),
        Fact("a", ID + "again", PCG + "step", iri(ID + "a.planned")),
        *(Fact("a", DEED, PCG + name, iri(ID + who)) for name in ("signatory", "funder") for who in ("z", "y")),
        Fact("a", ID + "again", PCG + "witness", iri(ID + "z")),
    ]
    tables = believe(evidence([A], facts, []), declared)
    for table, keys in ((tables.steps, 2), (tables.parties, 3)):
        rows = table.select(table.columns[:keys]).rows()
        assert rows == sorted(rows)
        assert len(rows) > 2


def test_a_step_is_reached_by_its_last_day_or_when_it_was_first_told(declared: Ontology) -> None:
    facts = [agreement("a"), *step("a", "deed.signed", "signed", "2024"), *step("a", "deed.planned", "planned", None)]
    steps = believe(evidence([A], facts, []), declared).steps
    assert dict(steps.select("status", "reached").rows()) == {
        V + "signed": date(2024, 12, 31),
        V + "planned": date(2025, 6, 1),
    }


def test_a_step_without_a_date_is_of_the_day_of_its_first_source(declared: Ontology) -> None:
    early = Source("b", day="2020-01-01", known="2020-02-01")
    facts = [agreement("a"), *(fact for slug in "ab" for fact in step(slug, "deed.planned", "planned"))]
    [row] = believe(evidence([A, early], facts, []), declared).steps.rows(named=True)
    assert (row["reached"], row["order"]) == (date(2020, 2, 1), date(2020, 1, 1))


def test_of_two_statuses_of_a_step_the_first_by_name_counts(declared: Ontology) -> None:
    facts = [agreement("a"), *step("a", "deed.x", "signed"), *step("b", "deed.x", "planned")]
    for order in (facts, facts[::-1]):
        assert believe(evidence([A, B], order, []), declared).steps["status"].to_list() == [V + "planned"]


def parties(tables: Tables) -> dict[str, tuple[bool, bool]]:
    rows = tables.parties.select("agent", "inferred", "unnamed").rows()
    return {agent.removeprefix(ID): (inferred, unnamed) for agent, inferred, unnamed in rows}


UNNAMED = [
    Fact("a", DEED, PCG + "signatory", iri(ID + "deed.unnamed")),
    Fact("a", ID + "deed.unnamed", TYPE, iri(PCG + "UnnamedParty")),
]


def test_an_unnamed_party_stays_until_a_source_closes_the_list(declared: Ontology) -> None:
    closed = Fact("b", DEED, PCG + "partiesComplete", f'"true"^^<{XSD}boolean>')
    named = Fact("b", DEED, PCG + "signatory", iri(ID + "acme"))
    company = Fact("b", ID + "acme", TYPE, iri(PCG + "Company"))
    facts = [agreement("a"), *UNNAMED, named, company]
    assert parties(believe(evidence([A, B], facts, []), declared)) == {
        "acme": (False, False),
        "deed.unnamed": (False, True),
    }
    assert parties(believe(evidence([A, B], [*facts, closed], []), declared)) == {"acme": (False, False)}
    not_closed = Fact("b", DEED, PCG + "partiesComplete", f'"false"^^<{XSD}boolean>')
    assert "deed.unnamed" in parties(believe(evidence([A, B], [*facts, not_closed], []), declared))


def test_a_verdict_names_an_unnamed_party_as_a_reading(declared: Ontology) -> None:
    verdict = (ID + "deed.unnamed", IDENTIFIED_AS, None, iri(ID + "acme"))
    tables = believe(evidence([A], [agreement("a"), *UNNAMED], [verdict]), declared)
    assert parties(tables) == {"acme": (True, False)}
    stated = Fact("a", DEED, PCG + "signatory", iri(ID + "acme"))
    tables = believe(evidence([A], [agreement("a"), *UNNAMED, stated], [verdict]), declared)
    assert parties(tables) == {"acme": (False, False)}
    other = (ID + "deed.unnamed", IDENTIFIED_AS, None, iri(ID + "borealis"))
    tables = believe(evidence([A], [agreement("a"), *UNNAMED], [verdict, other]), declared)
    assert parties(tables) == {"acme": (True, False)}
    no_name = (ID + "deed.unnamed", IDENTIFIED_AS, iri(ID + "acme"), None)
    tables = believe(evidence([A], [agreement("a"), *UNNAMED], [no_name]), declared)
    assert parties(tables) == {"deed.unnamed": (False, True)}


def test_two_unnamed_parties_of_one_name_are_one_with_the_sources_of_both(declared: Ontology) -> None:
    again = ID + "deed.again"
    facts = [
        *UNNAMED,
        Fact("b", DEED, PCG + "signatory", iri(again)),
        Fact("b", again, TYPE, iri(PCG + "UnnamedParty")),
    ]
    verdicts = [(party, IDENTIFIED_AS, None, iri(ID + "acme")) for party in (again, ID + "deed.unnamed")]
    tables = believe(evidence([A, B], [agreement("a"), *facts], verdicts), declared)
    assert tables.parties.select("agent", "sources").rows() == [(ID + "acme", [SRC + "a", SRC + "b"])]
    facts[-2] = replace(facts[-2], alleged=True)  # what one of them states plainly is not alleged
    tables = believe(evidence([A, B], [agreement("a"), *facts], verdicts), declared)
    assert tables.parties.select("agent", "alleged").rows() == [(ID + "acme", False)]


@pytest.mark.parametrize("read", ["", "agent", "onBehalfOf", "inRole", "representative"])
def test_who_acts_for_whom_is_read_if_any_part_of_it_is(read: str, declared: Ontology) -> None:
    node = ID + "deed.holm"
    parts = [(DEED, "representative", node), (node, "agent", ID + "holm"), (node, "onBehalfOf", ID + "ministry"),
             (node, "inRole", PCG + "signatory")]  # fmt: skip
    facts = [Fact("a", subject, PCG + name, iri(other), inferred=name == read) for subject, name, other in parts]
    tables = believe(evidence([A], [agreement("a"), *facts], []), declared)
    rows = tables.representations.drop("sources").rows()
    assert rows == [(DEED, ID + "holm", ID + "ministry", PCG + "signatory", bool(read), False)]
    elsewhere = [Fact("a", ID + "x", PCG + "representative", iri(node)), *facts[1:]]
    assert believe(evidence([A], [agreement("a"), *elsewhere], []), declared).representations.is_empty()


def test_another_name_of_an_engagement_is_folded_with_its_steps_and_verdicts(declared: Ontology) -> None:
    """The two records are of one deed: what a source states of one, and reads of the other, it states."""
    twin = ID + "twin"
    facts = [
        agreement("a"),
        Fact("a", DEED, PCG + "place", iri(ID + "vik"), inferred=True),
        agreement("b", twin),
        Fact("a", twin, PCG + "place", iri(ID + "vik")),
        Fact("b", twin, PCG + "claimedCount", number(3)),
        Fact("b", twin, PCG + "step", iri(twin + ".signed")),
        Fact("b", twin + ".signed", PCG + "status", iri(V + "signed")),
        Fact("b", ID + "other", PCG + "seeAlso", iri(twin)),
    ]
    verdicts = [(twin, SAME, None, iri(DEED)), (twin, PCG + "claimedCount", number(3), None)]
    tables = believe(evidence([A, B], facts, verdicts), declared)
    assert tables.steps.select("engagement", "step", "status").rows() == [(DEED, STEP, V + "signed")]
    rows = tables.statements.filter(pl.col("property") != TYPE).select("subject", "property", "value", "inferred")
    assert sorted(rows.rows()) == sorted([
        (DEED, PCG + "place", iri(ID + "vik"), False),
        (DEED, PCG + "step", iri(STEP), False),
        (STEP, PCG + "status", iri(V + "signed"), False),
        (ID + "other", PCG + "seeAlso", iri(DEED), False),
        (twin, SAME, iri(DEED), False),
        (twin + ".signed", SAME, iri(STEP), False),
    ])  # fmt: skip
    assert not tables.statements["alleged"].any()


def ties(tables: Tables) -> set[tuple[str, str, str]]:
    rows = tables.relations.filter(pl.col("to") != DEED).select("relation", "from", "to").rows()
    return {(relation.removeprefix(PCG), one.removeprefix(ID), other.removeprefix(ID)) for relation, one, other in rows}


def role(source: str, name: str, agent: str, *, inferred: bool = False) -> Fact:
    return Fact(source, DEED, PCG + name, iri(ID + agent), inferred)


def test_a_source_that_only_alleges_the_signing_names_no_tie(declared: Ontology) -> None:
    parties = [role(source, "signatory", agent) for source in "ab" for agent in ("acme", "borealis")]
    signed = [fact for source in "ab" for fact in step(source, "deed.signed", "signed", "2024")]
    facts = [agreement("a"), agreement("b"), *parties, *signed]
    found = []
    for alleged in (False, True):
        facts = [replace(f, alleged=alleged) if f.source == "b" and f.property == PCG + "status" else f for f in facts]
        tables = believe(evidence([A, B], facts, []), declared)
        found.append(tables.relations.filter(pl.col("relation") == PCG + "signsWith")["sources"].to_list())
    assert found == [[[SRC + "a", SRC + "b"]] * 2, [[SRC + "a"]] * 2]


def test_who_signs_with_whom_is_named_by_one_source(declared: Ontology) -> None:
    signed = step("a", "deed.signed", "signed", "2024")
    both = [agreement("a"), *signed, role("a", "signatory", "acme"), role("a", "signatory", "borealis")]
    pair = {("signsWith", "acme", "borealis"), ("signsWith", "borealis", "acme")}
    tables = believe(evidence([A, B], both, []), declared)
    assert ties(tables) == pair
    signs = tables.relations.filter(pl.col("relation") == PCG + "signs").select("from", "to").rows()
    assert signs == [(ID + "acme", DEED), (ID + "borealis", DEED)]
    one_each = [agreement("a"), *signed, role("a", "signatory", "acme"), role("b", "signatory", "borealis")]
    assert ties(believe(evidence([A, B], one_each, []), declared)) == set()
    read = [*both[:-1], role("a", "signatory", "borealis", inferred=True)]
    assert ties(believe(evidence([A, B], read, []), declared)) == set()
    unsigned = [fact for fact in both if fact not in signed]
    assert ties(believe(evidence([A, B], unsigned, []), declared)) == set()


APART, TOGETHER = ("firstParty", "secondParty"), ("secondParty", "secondParty")


@pytest.mark.parametrize(
    ("sources", "together"),
    [
        # of the sources that tell the side of both, the best tier decides, then the newest, then the slug
        ([(Source("a", 1), TOGETHER, ""), (Source("b", 3), APART, "")], True),
        ([(Source("a", 3), TOGETHER, ""), (Source("b", 1), APART, "")], False),
        ([(Source("a", day="2024-01-01"), TOGETHER, ""), (B, APART, "")], False),
        ([(Source("a", day=None), TOGETHER, ""), (B, APART, "")], False),
        ([(A, TOGETHER, ""), (B, APART, "")], True),
        ([(A, APART, ""), (B, TOGETHER, "")], False),
        # one in which a side is a reading comes after those that state both, and one in which it is alleged last
        ([(Source("a", 1), TOGETHER, "inferred"), (B, APART, "")], False),
        ([(Source("a", 1), TOGETHER, "alleged"), (B, APART, "inferred")], False),
        ([(A, TOGETHER, "alleged")], True),
        # one that tells the side of one of them says nothing of both
        ([(Source("a", 1), ("secondParty",), ""), (B, TOGETHER, "")], True),
        # whoever stands on both sides stands on one side with the other
        ([(A, ("firstParty", "secondParty", "secondParty"), "")], True),
    ],
)
@pytest.mark.parametrize("talks", [False, True], ids=["instrument", "talks"])
def test_which_source_tells_who_stands_on_one_side(
    sources: list[tuple[Source, tuple[str, ...], str]], together: bool, talks: bool, declared: Ontology
) -> None:
    """The names are those of the sides on which Acme, Borealis and again Acme stand; the mark is that of the first."""
    sides = {"firstParty": "sideOne", "secondParty": "sideTwo"} if talks else {}
    facts = [
        Fact(source.slug, DEED, PCG + sides.get(name, name), iri(ID + agent), **{mark: True} if mark and not at else {})
        for source, names, mark in sources
        for at, (name, agent) in enumerate(zip(names, ("acme", "borealis", "acme"), strict=False))
    ]
    tables = believe(evidence([source for source, _, _ in sources], [agreement("a"), *facts], []), declared)
    pairs = {frozenset(pair) for pair in same_side(tables).select("from", "to").rows() if pair[0] != pair[1]}
    assert pairs == ({frozenset({ID + "acme", ID + "borealis"})} if together else set())


def test_a_relation_holds_once_or_while_as_declared(declared: Ontology) -> None:
    facts = [
        Fact("a", DEED, TYPE, iri(PCG + "TrainingProgramme")),
        role("a", "trainer", "acme"),
        role("a", "trainee", "students"),
    ]
    planned = step("a", "deed.planned", "planned", "2024")
    under_way = step("a", "deed.under-way", "under-way", "2025")
    assert ties(believe(evidence([A], [*facts, *planned], []), declared)) == {("plansToTrain", "acme", "students")}
    both = [*facts, *planned, *under_way]
    assert ties(believe(evidence([A], both, []), declared)) == {("trains", "acme", "students")}
    ended = [*both, *step("a", "deed.cancelled", "cancelled", "2026")]
    assert ties(believe(evidence([A], ended, []), declared)) == {("trains", "acme", "students")}


SIGNERS = [role("a", "signatory", "acme"), role("a", "signatory", "borealis")]
SIGNED = step("a", "deed.signed", "signed", "2024")
TRAINING = [
    Fact("a", DEED, TYPE, iri(PCG + "TrainingProgramme")),
    Fact("a", DEED, PCG + "statedIn", iri(SRC + "a#char=0,9")),
    role("a", "trainer", "acme"),
    role("a", "trainee", "borealis"),
    *step("a", "deed.planned", "planned", "2024"),
]


@pytest.mark.parametrize(
    ("facts", "today", "reason"),
    [
        ([agreement("a"), *SIGNERS, *SIGNED], "2026-01-01", None),
        ([agreement("a"), SIGNERS[0], *UNNAMED, *SIGNED], "2026-01-01", None),  # nobody is named
        ([agreement("a"), role("a", "firstParty", "acme"), role("a", "firstParty", "borealis"), *SIGNED],
         "2026-01-01", "both stand on one side"),
        ([agreement("a"), SIGNERS[0], replace(SIGNERS[1], alleged=True), *SIGNED], "2026-01-01",
         "a role or the status is only alleged"),
        ([agreement("a"), SIGNERS[0], replace(SIGNERS[1], source="b"), *SIGNED], "2026-01-01",
         "no single source states both ends"),
        ([agreement("a"), *SIGNERS, *step("b", "deed.signed", "signed", "2024")], "2026-01-01",
         "no source that states both ends reports the status"),
        ([agreement("a"), SIGNERS[0], replace(SIGNERS[1], inferred=True), *SIGNED], "2026-01-01",
         "a role or the status is our reading, and not in the words of a source"),
        ([*TRAINING[:4], *step("a", "deed.planned", "planned", "2024", inferred=True)], "2026-01-01",
         "a role or the status is our reading, and not in the words of a source"),
        ([*TRAINING, *step("a", "deed.suspended", "suspended", "2025", inferred=True)], "2026-01-01", STOPPED),
        # a plan holds for five years after the last report, of 1 January 2025
        (TRAINING, "2029-12-31", None),
        (TRAINING, "2030-01-01",
         "nothing was reported since 2025-01-01, and such a tie is believed for 5 years"),
    ],
)  # fmt: skip
def test_why_a_tie_cannot_be_printed(facts: list[Fact], today: str, reason: str | None, declared: Ontology) -> None:
    tables = believe(evidence([A, B], facts, [], date.fromisoformat(today)), declared)
    found = kept_out(tables, declared, date.fromisoformat(today)).filter(pl.col("to") != DEED)
    assert {*found["why"]} == ({reason} if reason else set())
    printed = {*tables.relations.filter(pl.col("to") != DEED)["from"], *found["from"]}
    assert (ID + "acme" in printed) == (facts[2:4] != UNNAMED)


def test_a_source_that_alleges_a_side_comes_after_one_that_is_read_to_tell_it(declared: Ontology) -> None:
    """Of the better source, one side is alleged and the other a reading; in the other one, both are readings."""
    mixed = [replace(role("a", "firstParty", "acme"), alleged=True), role("a", "firstParty", "borealis", inferred=True)]
    read = [role("b", "firstParty", "acme", inferred=True), role("b", "secondParty", "borealis", inferred=True)]
    tables = believe(evidence([Source("a", 1), B], [agreement("a"), *mixed, *read], []), declared)
    assert same_side(tables).filter(pl.col("from") != pl.col("to")).is_empty()


def test_an_alternative_has_neither_joined_nor_old_ties_if_nobody_asks(declared: Ontology) -> None:
    joined = [agreement("a"), SIGNERS[0], replace(SIGNERS[1], source="b"), *SIGNED]
    for facts, more in ((joined, {"joined": True}), (TRAINING, {"stale": True})):
        said = evidence([A, B], facts, [], date(2030, 1, 1))
        wanted = sources_by_engagement(said, declared).with_columns(world=pl.lit(0, pl.Int64))
        found = [
            alternatives.tables(said, declared, wanted, **options).relations.filter(pl.col("to") != DEED).height
            for options in ({}, more)
        ]
        assert found[0] == 0 < found[1]


def test_a_step_keeps_a_status_that_the_ontology_does_not_rank(declared: Ontology) -> None:
    steps = believe(evidence([A], [agreement("a"), *step("a", "deed.x", "unheard-of", "2024")], []), declared).steps
    assert steps.select("status", "rank").rows() == [(V + "unheard-of", None)]


def test_names_of_what_is_folded_become_other_names() -> None:
    old, new = ID + "old", ID + "new"
    rows = [
        (REGISTER, old, LABEL, '"Old"'),
        (REGISTER, old, TYPE, iri(PCG + "Company")),
        (REGISTER, new, LABEL, '"New"'),
        (REGISTER, ID + "part", PCG + "parent", iri(old)),
    ]
    columns = pl.DataFrame(rows, schema=["source", "subject", "property", "value"], orient="row")
    assert identity.background(columns, {}).equals(columns)
    assert sorted(identity.background(columns, {old: new}).rows()) == sorted([
        (REGISTER, new, LABEL, '"New"'),
        (REGISTER, new, SKOS + "altLabel", '"Old"'),
        (REGISTER, ID + "part", PCG + "parent", iri(new)),
    ])  # fmt: skip
    names = pl.Series([iri(old), iri(old + ".signed"), iri(new)])
    assert identity.brackets(names, {old: new}) == {iri(old): iri(new), iri(old + ".signed"): iri(new + ".signed")}


def test_a_date_that_is_none_is_refused(declared: Ontology) -> None:
    facts = [agreement("a"), *step("a", "deed.signed", "signed", "2024-13")]
    with pytest.raises(InvalidInput, match=r"id:deed\.signed: bad-edtf"):
        believe(evidence([A], facts, []), declared)
    facts += [Fact("a", ID + "deed.again", PCG + "date", day("2024-13"))]
    with pytest.raises(InvalidInput, match=r"id:deed\.again: bad-edtf"):
        believe(evidence([A], facts, []), declared)


SLUGS = st.sampled_from("abcd")
COUNTS = st.builds(
    lambda source, count, read: Fact(source, DEED, PCG + "claimedCount", number(count), read),
    SLUGS,
    st.integers(1, 3),
    st.booleans(),
)
DATES = st.builds(
    lambda source, when, read: Fact(source, STEP, PCG + "date", day(when), read),
    SLUGS,
    st.sampled_from(["2024", "2024-05", "2024-05-14", "2025"]),
    st.booleans(),
)
STATUSES = st.builds(
    lambda source, reached: Fact(source, STEP, PCG + "status", iri(V + reached)),
    SLUGS,
    st.sampled_from(["signed", "planned"]),
)
SIGNING = ("signatory", "firstParty", "secondParty")
AGENTS = ("acme", "borealis", "cirrus")
ROLES = st.builds(
    lambda source, name, agent, read: role(source, name, agent, inferred=read),
    SLUGS,
    st.sampled_from(SIGNING),
    st.sampled_from(AGENTS),
    st.sampled_from([False, False, True]),
)
SIGNATORIES = st.builds(  # all signatories of one source
    lambda source, names: [role(source, name, agent) for name, agent in zip(names, AGENTS, strict=True)],
    SLUGS,
    st.tuples(*[st.sampled_from(SIGNING)] * 3),
)
NUMBER = {
    "amount": [number(1), number(2)],
    "amountAtMost": [number(3)],
    "currency": ['"EUR"', '"USD"'],
    "amountApproximate": [f'"true"^^<{XSD}boolean>'],
}
NUMBERS = st.builds(  # a whole number of one source
    lambda source, parts: [Fact(source, DEED, PCG + name, text) for name, text in parts.items()],
    SLUGS,
    st.fixed_dictionaries({}, optional={name: st.sampled_from(texts) for name, texts in NUMBER.items()}),
)
AMOUNTS = st.builds(
    lambda source, part, read: Fact(source, DEED, PCG + part[0], part[1], read),
    SLUGS,
    st.sampled_from([(name, text) for name, texts in NUMBER.items() for text in texts]),
    st.sampled_from([False, False, True]),
)
STEPS = st.builds(lambda source: Fact(source, DEED, PCG + "step", iri(STEP)), SLUGS)
FACTS = st.lists(st.one_of(COUNTS, DATES, STATUSES, ROLES, STEPS, AMOUNTS), max_size=14)
SOURCES = st.tuples(
    *(st.tuples(st.integers(1, 5), st.sampled_from([None, "2020-01-01", "2025-01-01"])) for _ in "abcd")
)
VERDICTS = st.lists(
    st.tuples(
        st.just(DEED),
        st.sampled_from([PCG + "claimedCount", PCG + "amount"]),
        st.none() | st.integers(1, 3).map(number),
        st.none() | st.integers(1, 2).map(number),
    ),
    max_size=2,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=30 if os.environ.get("CI") else 12)
@given(FACTS, st.lists(SIGNATORIES | NUMBERS, max_size=5), SOURCES, VERDICTS, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing_and_scope_is_obeyed(
    declared: Ontology,
    facts: list[Fact],
    more: list[list[Fact]],
    sources: tuple[tuple[int, str | None], ...],
    verdicts: list[tuple[str, str, str | None, str | None]],
    random: object,
) -> None:
    known = [Source(slug, tier, newest) for slug, (tier, newest) in zip("abcd", sources, strict=True)]
    said = [agreement("a"), *step("a", "deed.signed", "signed"), *facts, *(fact for group in more for fact in group)]
    facts = [*dict.fromkeys(said)]
    first = believe(evidence(known, facts, verdicts), declared)
    turned = list(facts)
    random.shuffle(turned)  # type: ignore[attr-defined]
    again = believe(evidence(known[::-1], turned, verdicts[::-1]), declared)
    for name in Tables.names():
        assert first[name].equals(again[name]), name
    repeated = believe(evidence(known, [*facts, *facts], verdicts), declared)
    assert repeated.statements.equals(first.statements)
    assert repeated.relations.equals(first.relations)
    spoken = {fact.source for fact in facts}
    assert {source for row in first.statements["sources"] for source in row} <= {SRC + slug for slug in spoken}
    without = [fact for fact in facts if fact.source != "b"]
    alone = believe(evidence([one for one in known if one.slug != "b"], without, verdicts), declared)
    assert SRC + "b" not in {source for row in alone.statements["sources"] for source in row}
    for name in ("claimedCount", "amount"):
        rejected = {text for _, property_, text, _ in verdicts if property_ == PCG + name}
        counts = first.statements.filter(pl.col("property") == PCG + name)["value"]
        assert len(counts) <= 1
        assert not rejected & set(counts)
    check_numbers(facts, first)
    check_ties(facts, known, first)


def check_numbers(facts: list[Fact], tables: Tables) -> None:
    """Check that the amount is whole: its parts are those of one source, no more and no fewer."""
    rough = PCG + "amountApproximate"
    parts = {PCG + name for name in NUMBER}
    rows = tables.statements.filter(pl.col("property").is_in(sorted(parts))).select("property", "value").rows()
    believed, named = set(rows), {name for name, _ in rows} - {rough}
    said = [{(fact.property, fact.value) for fact in facts if fact.source == slug} for slug in "abcd"]
    whole = [one for one in said if believed <= one and {name for name, _ in one} & (parts - {rough}) == named]
    assert whole or not believed


def check_ties(facts: list[Fact], known: list[Source], tables: Tables) -> None:
    """Check that each source of a tie states both ends, and that two on one side are not tied."""
    roles = [fact for fact in facts if fact.property.removeprefix(PCG) in SIGNING]
    stated = {(fact.source, fact.value.strip("<>")) for fact in roles if not fact.inferred}
    sides = {slug: [f for f in roles if f.source == slug and f.property != PCG + "signatory"] for slug in "abcd"}

    def order(source: Source) -> tuple[object, ...]:
        newest = date.fromisoformat(source.day).toordinal() if source.day else 0
        return any(fact.inferred for fact in sides[source.slug]), source.tier, -newest, source.slug

    def stands(slug: str, end: str) -> set[str]:
        return {fact.property for fact in sides[slug] if fact.value.strip("<>") == end}

    rows = tables.relations.filter(pl.col("to") != DEED).select("from", "to", "sources")
    for one, other, sources in rows.iter_rows():
        for source in sources:
            assert {(source.removeprefix(SRC), one), (source.removeprefix(SRC), other)} <= stated
        telling = (source for source in known if stands(source.slug, one) and stands(source.slug, other))
        if best := min(telling, key=order, default=None):
            assert stands(best.slug, one).isdisjoint(stands(best.slug, other))


def amount(source: str, much: int, currency: str = "", *, subject: str = DEED, inferred: bool = False) -> list[Fact]:
    """Return a number of a source: its amount and perhaps a currency."""
    found = [agreement(source, subject), Fact(source, subject, PCG + "amount", number(much), inferred)]
    return found + ([Fact(source, subject, PCG + "currency", f'"{currency}"', inferred)] if currency else [])


NUMBERS = [  # sources, facts, amount and currency that are believed
    ("tier", [Source("a", 3), Source("b", 1)], [*amount("a", 1), *amount("b", 2)], ["2"], []),
    ("newest", [Source("a"), Source("b", day="2025-02-01")], [*amount("a", 1), *amount("b", 2)], ["2"], []),
    ("undated last", [Source("a", day=None), B], [*amount("a", 1), *amount("b", 2)], ["2"], []),
    ("slug", [B, A], [*amount("b", 2), *amount("a", 1)], ["1"], []),
    ("stated before tier", [Source("a", 1), B], [*amount("a", 1, inferred=True), *amount("b", 2)], ["2"], []),
    ("lowest of one source", [A], [*amount("a", 2), *amount("a", 1)], ["1"], []),
    (
        "nothing of another source",
        [Source("a", 1), Source("b", 3)],
        [*amount("a", 1), *amount("b", 2, "USD")],
        ["1"],
        [],
    ),
    (
        "a reading elsewhere changes nothing here",
        [Source("a", 1), B],
        [*amount("a", 1), *amount("a", 9, subject=ID + "other", inferred=True), *amount("b", 2)],
        ["1"],
        [],
    ),
    (
        "a reading of another number changes nothing here",
        [Source("a", 1), B],
        [*amount("a", 1), Fact("a", DEED, PCG + "quantity", number(7), inferred=True), *amount("b", 2)],
        ["1"],
        [],
    ),
    (
        "a number that is read in part counts as read",
        [Source("a", 1), B],
        [*amount("a", 1), Fact("a", DEED, PCG + "currency", '"PKR"', inferred=True), *amount("b", 2, "USD")],
        ["2"],
        ["USD"],
    ),
]


@pytest.mark.parametrize("reverse", [False, True], ids=["", "reversed"])
@pytest.mark.parametrize(("sources", "facts", "much", "currency"), [pytest.param(*n[1:], id=n[0]) for n in NUMBERS])
def test_a_number_is_taken_whole_from_the_best_source(
    declared: Ontology, sources: list[Source], facts: list[Fact], much: list[str], currency: list[str], reverse: bool
) -> None:
    tables = believe(evidence(sources, facts[::-1] if reverse else facts, []), declared)
    assert (value(tables, DEED, "amount"), value(tables, DEED, "currency")) == (much, currency)


ABOUT = (DEED, PCG + "amount")


@pytest.mark.parametrize(
    ("verdict", "believed"),
    [
        # with a part of a number, the whole of it goes
        ((DEED, PCG + "currency", '"EUR"', None), ("5", "USD")),
        ((*ABOUT, number(5), None), ("9", "USD")),
        ((*ABOUT, None, number(9)), ("9", "USD")),
        ((*ABOUT, None, number(8)), ("5", "EUR")),  # which nobody gives
        # a verdict that names the currency concerns only sources that state it
        ((*ABOUT, number(5), None, f'{PCG}currency "EUR"'), ("5", "USD")),
        ((*ABOUT, number(5), None, f'{PCG}currency "PKR"'), ("5", "EUR")),
        ((*ABOUT, None, number(5), f'{PCG}currency "USD"'), ("5", "USD")),
        ((*ABOUT, None, number(9), f'{PCG}currency "USD"'), ("9", "USD")),
        ((*ABOUT, None, number(9), f'{PCG}currency "EUR"'), ("5", "EUR")),
    ],
)
def test_a_verdict_takes_a_number_whole(
    verdict: tuple[str | None, ...], believed: tuple[str, str], declared: Ontology
) -> None:
    """Of a best source 5 EUR, then 5 USD, then 9 USD; and 5 EUR of something else, which no verdict concerns."""
    sources = [Source(slug, tier) for tier, slug in enumerate("abc", 1)]
    facts = [*amount("a", 5, "EUR"), *amount("b", 5, "USD"), *amount("c", 9, "USD")]
    facts += [*amount("a", 5, "EUR", subject=ID + "other"), Fact("a", DEED, PCG + "claimedAmount", number(5))]
    for order in (facts, facts[::-1]):
        tables = believe(evidence(sources, order, [verdict]), declared)
        assert (*value(tables, DEED, "amount"), *value(tables, DEED, "currency")) == believed
        assert (value(tables, ID + "other", "amount"), value(tables, DEED, "claimedAmount")) == (["5"], ["5"])


@pytest.mark.parametrize(
    ("of_a", "of_b", "rough"),
    [
        ("true", None, True),
        (None, None, False),
        ("false", None, False),
        ("true", "true 5 EUR", True),
        ("true", "5 EUR", False),  # another source says exactly this
        ("true", "false 5 EUR", False),
        ("true", "5 USD", True),
        ("true", "6 EUR", True),
        (None, "true 5 EUR", False),
    ],
)
def test_a_number_is_approximate_only_if_nobody_gives_it_exactly(
    of_a: str | None, of_b: str | None, rough: bool, declared: Ontology
) -> None:
    def about(source: str, text: str) -> Fact:
        return Fact(source, DEED, PCG + "amountApproximate", f'"{text}"^^<{XSD}boolean>')

    facts = amount("a", 5, "EUR") + ([about("a", of_a)] if of_a else [])
    *mark, much, currency = (of_b or "5 EUR").split()
    facts += [*amount("b", int(much), currency), *(about("b", text) for text in mark)] if of_b else []
    tables = believe(evidence([Source("a", 1), B], facts, []), declared)
    assert ("true" in value(tables, DEED, "amountApproximate")) is rough

"""The rule of belief, against the tiny graph that was worked out by hand (tests/fixtures/tiny/README.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pyoxigraph as ox
import pytest

from helpers import TINY
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import evidence, loading, materialise
from pcgraph.belief.evidence import Evidence, selection
from pcgraph.belief.rule.derivation import derive
from pcgraph.belief.rule.resolution import believe
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import ID, ONTOLOGY, PCG, V, compact, local
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.model.scope import Scope
from pcgraph.store import data_folder, nquads


@pytest.fixture(scope="module")
def declared(inputs: data_folder.Inputs) -> Ontology:
    return read_ontology(quad for file in inputs.by_role("ontology") for quad in file.quads)


@pytest.fixture(scope="module")
def said(inputs: data_folder.Inputs, declared: Ontology) -> Evidence:
    return evidence.evidence(selection.select(inputs, declared, Scope()), declared)


def value(kg: KnowledgeGraph, subject: str, name: str) -> list[str]:
    rows = kg.tables.statements.filter((pl.col("subject") == ID + subject) & (pl.col("property") == PCG + name))
    return [v.strip("<>") if v.startswith("<") else v.split('"')[1] for v in rows["value"]]


def test_an_office_makes_a_member() -> None:
    case = api.load(Path(__file__).parent / "cases" / "an-office-that-changes.trig", build=None)
    found = case.query("SELECT ?body WHERE { id:ida-holm pcg:memberOf ?body } ORDER BY ?body").short
    assert found == [("id:harbour-authority",), ("id:ministry-of-ports",)]


def scoped(inputs: data_folder.Inputs, **scope: object) -> KnowledgeGraph:
    return KnowledgeGraph(loading.compute(inputs, Scope(**scope)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("subject", "name", "expected"),
    [
        ("crane-agreement", "kind", [V + "mou"]),  # tier
        ("crane-agreement.signed", "date", ["2024-05-14"]),  # more precise among overlapping bounds
        ("crane-contract.signed", "date", ["2025-02-03"]),  # disjoint: tier, though the other is newer
        ("crane-contract", "amount", ["44000000"]),  # verdict
        ("crane-contract", "currency", ["USD"]),  # from the source of the amount
        ("crew-training", "quantity", ["120"]),
        ("pilot-training", "quantityOf", [V + "people"]),
        ("vik-forum", "claimedCount", ["4"]),
        ("safety-charter", "partiesComplete", ["false"]),
        ("borealis", "headquarters", []),  # rejected
    ],
)
def test_believed_value(tiny: KnowledgeGraph, subject: str, name: str, expected: list[str]) -> None:
    assert value(tiny, subject, name) == expected


@pytest.mark.parametrize(
    ("engagement", "status"),
    [
        ("north-quay-expansion", "completed"),
        ("ferry-project", "under-way"),
        ("customs-cloud", "cancelled"),
        ("harbour-loan", "planned"),
        ("route-talks", "interest"),
    ],
)
def test_current_status(tiny: KnowledgeGraph, engagement: str, status: str) -> None:
    now = dict(tiny.tables.engagements.select("engagement", "status").iter_rows())
    assert now[ID + engagement] == V + status


def test_unnamed_parties(tiny: KnowledgeGraph) -> None:
    unnamed = tiny.tables.parties.filter("unnamed").select("engagement", "agent").rows()
    assert [tuple(map(compact, row)) for row in unnamed] == [("id:route-talks", "id:route-talks.unnamed")]
    accord = tiny.tables.parties.filter(pl.col("engagement") == ID + "pilotage-accord")
    found = {compact(agent): inferred for agent, inferred in accord.select("agent", "inferred").rows()}
    assert found == {"id:acme-pilots": False, "id:ministry-of-ports": True, "id:vik-university": True}


def test_who_signs_with_whom(tiny: KnowledgeGraph) -> None:
    rows = tiny.tables.relations.filter(pl.col("relation") == PCG + "signsWith")
    pairs = {tuple(sorted((local(a), local(b)))) for a, b in rows.select("from", "to").rows()}
    assert pairs == {("acme", "harbour-authority")}


def test_inferred_roles_tie_only_when_asked(tiny: KnowledgeGraph) -> None:
    with_readings = derive(tiny.tables, tiny.ontology, inferred=True)
    new = with_readings.join(tiny.tables.relations, on=["relation", "from", "to", "engagement"], how="anti")
    accord = {local(r) for r in new.filter(pl.col("engagement") == ID + "pilotage-accord")["from"]}
    assert {"acme-pilots", "ministry-of-ports", "vik-university"} <= accord


@pytest.mark.parametrize(
    ("scope", "engagement", "status"),
    [
        ({"as_of": date(2024, 6, 30)}, "north-quay-expansion", "planned"),
        ({"as_of": date(2024, 12, 31)}, "ferry-project", "suspended"),
        ({"as_of": date(2025, 4, 30)}, "ferry-project", "cancelled"),  # its source is not retracted yet
        ({"as_of": date(2025, 4, 30)}, "north-quay-expansion", "under-way"),
        ({"without": ("tide-2025",)}, "north-quay-expansion", "completed"),
        ({"without_voice": ("tide-2025",)}, "north-quay-expansion", "planned"),
    ],
)
def test_scope(inputs: data_folder.Inputs, scope: dict[str, object], engagement: str, status: str) -> None:
    now = dict(scoped(inputs, **scope).tables.engagements.select("engagement", "status").iter_rows())
    assert now[ID + engagement] == V + status


def test_an_unheard_verdict_decides_nothing(inputs: data_folder.Inputs) -> None:
    kg = scoped(inputs, as_of=date(2025, 4, 30))  # the source of the preferred amount is not known yet
    assert value(kg, "crane-contract", "amount") == ["40000000"]
    assert value(kg, "crane-contract", "currency") == ["EUR"]


def test_nothing_out_of_scope_is_in_the_store(inputs: data_folder.Inputs) -> None:
    kg = scoped(inputs, as_of=date(2024, 6, 30))
    graphs = {compact(graph.value) for graph in kg.store.named_graphs()}
    assert {name for name in graphs if name.startswith("src:")} == {"src:harbour-2024"}
    assert {slug for slug, _ in kg.left_out} == {"borealis-2024", "courier-2025", "digest", "tide-2025"}


def test_unknown_or_empty_scope_is_an_error(inputs: data_folder.Inputs) -> None:
    with pytest.raises(UsageError, match="did you mean digest"):
        scoped(inputs, only=("digst",))
    with pytest.raises(UsageError, match="no source is in scope"):
        scoped(inputs, as_of=date(1999, 1, 1))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_evidence_does_not_matter(said: Evidence, declared: Ontology, seed: int) -> None:
    shuffled = replace(
        said,
        facts=said.facts.sample(fraction=1, shuffle=True, seed=seed),
        sources=said.sources.sample(fraction=1, shuffle=True, seed=seed),
        verdicts=said.verdicts.sample(fraction=1, shuffle=True, seed=seed),
    )
    one, other = believe(said, declared), believe(shuffled, declared)
    for name in one.names():
        assert one[name].equals(other[name]), name


def test_marks_and_metadata_stay_out_of_current(tiny: KnowledgeGraph) -> None:
    lines = materialise.triples(tiny.tables)
    assert "inferred" not in lines
    assert f"<{PCG}Source>" not in lines
    assert f"<{PCG}Passage>" not in lines
    assert f"<{PCG}currentStatus>" in lines


def test_the_real_article_says_no_more_than_it_says(article: KnowledgeGraph) -> None:
    tables = article.tables
    signed = tables.engagements.filter(pl.col("type") == PCG + "Agreement")
    assert signed.height == 7
    assert set(signed["status"]) == {V + "signed"}
    assert value(article, "b2b-conference-2025", "claimedCount") == ["10"]
    ties = {(local(r), local(a), local(b)) for r, a, b in tables.relations.select("relation", "from", "to").rows()}
    assert ("plansToTrain", "zte", "pakistani-youth") in ties
    assert not [tie for tie in ties if tie[0] in ("trains", "builds")]
    assert not [
        tie for tie in ties if tie[0] == "signsWith" and {"alibaba", "guodong", "cvte", "zte", "pseb"} & set(tie)
    ]
    assert value(article, "alibaba", "headquarters") == []
    kinds = {local(e): local(k) for e, k in signed.select("engagement", "kind").rows() if k}
    assert kinds == {
        "alibaba-understanding": "understanding",
        "cscc-mou": "mou",
        "huawei-ntc-agreement": "agreement",
        "moitt-miit-agreement": "agreement",
        "pcicl-agreement": "agreement",
        "shidp-agreement": "agreement",
    }


def test_two_reports_that_each_name_one_signatory_tie_nobody(data: Path) -> None:
    said = TINY / "sources" / "borealis-2024.ttl"
    text = said.read_text(encoding="utf-8")
    card = text[: text.index("\n\n", text.index("a pcg:Source"))].replace("borealis-2024", "rumour")
    more = """
id:crane-contract pcg:signatory id:vik-university ;
    pcg:statedIn <https://w3id.org/pcgraph/source/rumour#para=1> .
<https://w3id.org/pcgraph/source/rumour#para=1> a pcg:Passage ; pcg:locator "para 1" .
"""
    (data / "sources" / "rumour.ttl").write_text(card + more, encoding="utf-8")
    tables = api.load(data, build=None).tables
    contract = pl.col("engagement") == ID + "crane-contract"
    parties = tables.parties.filter(contract & (pl.col("role") == PCG + "signatory"))["agent"]
    assert ID + "vik-university" in parties
    ties = tables.relations.filter(contract & (pl.col("relation") == PCG + "signsWith"))
    assert ID + "vik-university" not in ties["from"]
    assert ties.height == 2


def test_being_taken_in_late_makes_no_source_the_newest(data: Path) -> None:
    """Two papers of one tier, one without a date of its own."""
    (data / "sources" / "scrap.ttl").write_text(
        """
@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

src:scrap a pcg:Source ; pcg:tier v:press ; pcg:firstSeen "2026-01-01"^^xsd:date .

id:vik-forum a pcg:Event ; pcg:claimedCount 9 .
""",
        encoding="utf-8",
    )
    assert value(api.load(data, build=None), "vik-forum", "claimedCount") == ["4"]
    scrap = data / "sources" / "scrap.ttl"
    scrap.write_text(
        scrap.read_text().replace('"2026-01-01"^^xsd:date .', '"2026-01-01"^^xsd:date ; pcg:date "2026" .')
    )
    assert value(api.load(data, build=None), "vik-forum", "claimedCount") == ["9"]


def test_a_step_names_its_sources_and_a_reading_is_marked(tiny: KnowledgeGraph) -> None:
    steps = tiny.tables.steps
    assert steps.filter("inferred")["step"].to_list() == [ID + "route-talks.interest"]
    (sources,) = steps.filter(pl.col("step") == ID + "crane-contract.signed")["sources"]
    assert [local(source) for source in sources] == ["digest", "tide-2025"]


@pytest.mark.parametrize(("name", "keys"), [("statements", 3), ("engagements", 1), ("parties", 3), ("steps", 2)])
def test_each_table_is_sorted_by_its_first_columns(real: KnowledgeGraph, name: str, keys: int) -> None:
    table = real.tables[name]
    assert table.equals(table.sort(table.columns[:keys]))
    assert table.select(table.columns[:keys]).is_unique().all()


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(materialise, "PART", 20_000)
    monkeypatch.setattr(nquads, "ROWS", 50)


class Loads(list[bytes]):
    """Holds each text that would be loaded at once."""

    def bulk_load(self, pieces: nquads.Pieces, **_: object) -> None:
        self.append(b"".join(iter(pieces.read, b"")))


@pytest.mark.usefixtures("small_parts")
def test_text_is_loaded_in_parts(inputs: data_folder.Inputs, declared: Ontology) -> None:
    found, loads = selection.select(inputs, declared, Scope()), Loads()
    materialise.load_sources(loads, found)  # type: ignore[arg-type]
    pieces = list(nquads.text(found.columns))
    assert b"".join(loads) == b"".join(pieces)
    assert len(loads) > 5
    assert max(map(len, loads)) <= materialise.PART + max(map(len, pieces))


@pytest.mark.usefixtures("small_parts")
def test_a_graph_that_is_loaded_in_parts_is_the_same(inputs: data_folder.Inputs, tiny: KnowledgeGraph) -> None:
    world, _ = materialise.believe(*materialise.select(inputs, Scope()))
    assert set(materialise.fill(ox.Store(), world)) == set(tiny.store)


@pytest.mark.usefixtures("small_parts")
def test_a_blank_node_in_several_places_stays_one(inputs: data_folder.Inputs, declared: Ontology) -> None:
    found, store = selection.select(inputs, declared, Scope()), ox.Store()
    named = found.columns
    one, other = ({"source": [ONTOLOGY], "subject": ["_:a"], "property": [PCG + n], "value": ['"1"']} for n in "xy")
    columns = pl.concat([pl.DataFrame(one), named, pl.DataFrame(other)], how="vertical_relaxed")
    materialise.load_sources(store, replace(found, columns=columns))
    (x,), (y,) = (store.quads_for_pattern(None, ox.NamedNode(PCG + name), None) for name in "xy")
    assert x.subject == y.subject
    assert len(store) == named.unique().height + 2

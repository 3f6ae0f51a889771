"""Ties that are no longer believed, that nobody states as a whole, or that are only alleged, in what a reader sees."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pcgraph
from pcgraph.analysis.evolution import Period, tables_as_known
from pcgraph.api import KnowledgeGraph
from pcgraph.cli.read import rendering
from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import ID, PCG, local
from pcgraph.query.explain import require_known
from pcgraph.query.names.resolve import resolve

# Acme plans a cable, last told of on 1 March 2020, a quay of an undated page, and a dock, which a page is read to give
# up; it builds a tower as two pages together say. It or Borealis bought cranes, and Borealis allegedly cameras.
GRAPH = """
@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/pcgraph/graph/register> {
    id:acme a pcg:Company ; rdfs:label "Acme"@en .
    id:borealis a pcg:Company ; rdfs:label "Borealis"@en .
    id:sudland-bank a pcg:Company ; rdfs:label "Bank of Sudland"@en .
    id:cable a pcg:Asset ; rdfs:label "Harbour Cable"@en .
    id:quay a pcg:Asset ; rdfs:label "Quay"@en .
    id:dock a pcg:Asset ; rdfs:label "Dock"@en .
    id:tower a pcg:Asset ; rdfs:label "Tower"@en .
    id:cranes a pcg:Asset ; rdfs:label "Cranes"@en .
    id:crane-purchase rdfs:label "Crane purchase"@en .
}

src:a {
    src:a a pcg:Source ; pcg:date "2020-03-01" ; pcg:firstSeen "2020-03-01"^^xsd:date ; pcg:tier v:press .
    <https://w3id.org/pcgraph/source/a#char=0,9> a pcg:Passage .
    id:cable-project a pcg:Project ;
        pcg:implementer id:acme ; pcg:delivers id:cable ; pcg:step id:cable-project.planned ;
        pcg:statedIn <https://w3id.org/pcgraph/source/a#char=0,9> .
    id:cable-project.planned a pcg:Step ; pcg:status v:planned ; pcg:date "2020-02" .
    id:training a pcg:TrainingProgramme ;
        pcg:trainer id:acme ; pcg:trainee id:borealis ; pcg:step id:training.planned ;
        pcg:statedIn <https://w3id.org/pcgraph/source/a#char=0,9> .
    id:training.planned a pcg:Step ; pcg:status v:planned ; pcg:date "2020-02" .
}

src:b {
    src:b a pcg:Source ; pcg:firstSeen "2025-06-01"^^xsd:date ; pcg:tier v:press .
    <https://w3id.org/pcgraph/source/b#char=0,9> a pcg:Passage .
    id:quay-project a pcg:Project ;
        pcg:implementer id:acme ; pcg:delivers id:quay ; pcg:step id:quay-project.planned ;
        pcg:statedIn <https://w3id.org/pcgraph/source/b#char=0,9> .
    id:quay-project.planned a pcg:Step ; pcg:status v:planned .
}

src:c {
    src:c a pcg:Source ; pcg:date "2025-05-01" ; pcg:firstSeen "2025-06-01"^^xsd:date ; pcg:tier v:press .
    <https://w3id.org/pcgraph/source/c#char=0,9> a pcg:Passage .
    id:dock-project a pcg:Project ;
        pcg:implementer id:acme ; pcg:delivers id:dock ; pcg:step id:dock-project.planned , id:dock-project.cancelled ;
        pcg:statedIn <https://w3id.org/pcgraph/source/c#char=0,9> .
    id:dock-project.planned a pcg:Step ; pcg:status v:planned ; pcg:date "2024" .
    id:dock-project.cancelled a pcg:Step ; pcg:inferred pcg:status ; pcg:status v:cancelled ; pcg:date "2025" .
    id:tower-project a pcg:Project ;
        pcg:implementer id:acme ; pcg:delivers id:tower ; pcg:step id:tower-project.planned ;
        pcg:statedIn <https://w3id.org/pcgraph/source/c#char=0,9> .
    id:tower-project.planned a pcg:Step ; pcg:status v:planned ; pcg:date "2024" .
    id:loan a pcg:Loan ;
        pcg:funder id:sudland-bank ; pcg:recipient id:acme ; pcg:step id:loan.signed .
    id:loan.signed a pcg:Step ; pcg:status v:signed ; pcg:date "2024" .
    id:crane-purchase a pcg:Project ;
        pcg:supplier id:sudland-bank ; pcg:recipient id:crane-purchase.unnamed ; pcg:delivers id:cranes ;
        pcg:step id:crane-purchase.completed .
    id:crane-purchase.unnamed a pcg:UnnamedParty ; pcg:mayBe id:acme , id:borealis .
    id:crane-purchase.completed a pcg:Step ; pcg:status v:completed ; pcg:date "2024" .
    id:cameras a pcg:Project ;
        pcg:supplier id:acme ; pcg:recipient id:borealis ; pcg:allegedParty id:borealis ;
        pcg:step id:cameras.completed .
    id:cameras.completed a pcg:Step ; pcg:alleged pcg:status ; pcg:status v:completed ; pcg:date "2024" .
}

src:d {
    src:d a pcg:Source ; pcg:date "2025-05-01" ; pcg:firstSeen "2025-06-01"^^xsd:date ; pcg:tier v:press .
    id:tower-project a pcg:Project ; pcg:step id:tower-project.under-way .
    id:tower-project.under-way a pcg:Step ; pcg:status v:under-way ; pcg:date "2025" .
    id:loan a pcg:Loan ; pcg:step id:loan.completed .
    id:loan.completed a pcg:Step ; pcg:status v:completed ; pcg:date "2025" .
}
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ties") / "graph.trig"
    path.write_text(GRAPH, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def kg(path: Path) -> KnowledgeGraph:
    return pcgraph.load(path, build=None)


@pytest.mark.parametrize(
    ("asset", "words", "why"),
    [
        ("cable", "planned to build (2020, nothing since)", "nothing was reported since 2020-03-01, and such a tie is"),
        ("dock", "planned to build (stopped, as we read it)", "it stopped, as we read it"),
    ],
)
def test_why_says_what_a_plan_is_today(kg: KnowledgeGraph, asset: str, words: str, why: str) -> None:
    found = kg.why("acme", "plansToBuild", asset)
    assert not found["ties"]
    assert [(row["words"], row["why"].startswith(why)) for row in found["kept_out"]] == [(words, True)]
    assert f", {words}: {why}" in rendering.why(found, kg.entities)
    let_in = kg.why("acme", "plansToBuild", asset, stale=True)
    assert ([row["words"] for row in let_in["ties"]], let_in["kept_out"]) == ([words], [])
    assert f"[id:{asset}-project], {words}\nstatus: " in rendering.why(let_in, kg.entities)


def test_a_plan_of_undated_pages_is_kept_and_marked(kg: KnowledgeGraph) -> None:
    assert [row["words"] for row in kg.why("acme", "plansToBuild", "quay")["ties"]] == ["plans to build (undated)"]
    shown = rendering.dossier(kg.show("acme"), kg.entities)
    assert "\n  plans to build (undated) Quay [id:quay]\n" in shown
    assert "Acme [id:acme] planned to build (2020, nothing since) Harbour Cable [id:cable], by " in shown


def test_the_rule_of_a_relation_says_how_long_it_holds(kg: KnowledgeGraph) -> None:
    assert (
        ", for 5 years after the last report; one source states both ends and reports"
        in (kg.why("acme", "plansToBuild", "quay")["rule"])
    )


def test_why_explains_what_two_pages_say_together(kg: KnowledgeGraph) -> None:
    found = kg.why("acme", "builds", "tower")
    assert [row["why"] for row in found["kept_out"]] == ["no source that states both ends reports the status"]
    let_in = kg.why("acme", "builds", "tower", joined=True)
    assert ([local(row["engagement"]) for row in let_in["ties"]], let_in["kept_out"]) == (["tower-project"], [])


def edges(drawn: Any) -> set[tuple[str, str, str]]:
    return {(local(one), data["relation"], local(other)) for one, other, data in drawn.edges(data=True)}


def test_a_network_has_joined_and_stale_ties_only_if_asked(kg: KnowledgeGraph) -> None:
    funds, plans = ("sudland-bank", "funds", "acme"), ("acme", "plansToTrain", "borealis")
    usual = edges(kg.network())
    assert not usual & {funds, plans}
    assert edges(kg.network(joined=True)) - usual == {funds}
    assert edges(kg.network(stale=True)) - usual == {plans}
    assert len(kg.rank("degree", joined=True, stale=True)) > len(kg.rank("degree"))


def test_a_map_has_joined_and_stale_ties_only_if_asked(kg: KnowledgeGraph) -> None:
    def open_ties(**more: bool) -> int:
        return sum(len(known) % 2 for known in kg.map(**more).view["ties"]["known"])

    usual = open_ties()
    assert [open_ties(joined=True), open_ties(stale=True)] == [usual + 1, usual + 1]
    assert open_ties() == usual


def test_the_history_ends_a_plan_on_the_day_on_which_it_lapses(kg: KnowledgeGraph, path: Path) -> None:
    of_plan = [row for row in kg.history.relations.iter_rows(named=True) if row["to"] == ID + "cable"]
    assert [(row["starts"], row["ends"]) for row in of_plan] == [(date(2020, 3, 1), date(2025, 3, 1))]
    spans = [Period(str(day), day, day) for day in (date(2025, 2, 28), date(2025, 3, 1))]
    for (span, tables), believed in zip(tables_as_known(kg.reported, kg.ontology, spans), (True, False), strict=True):
        as_of = pcgraph.load(path, build=None, as_of=str(span.last))
        assert as_of.today == span.last
        assert (ID + "cable" in [*as_of.tables.relations["to"]]) is believed
        assert tables.relations.equals(as_of.tables.relations)


def test_today_does_not_move_with_what_is_left_out(kg: KnowledgeGraph, path: Path) -> None:
    assert kg.today == date(2025, 6, 1)
    assert pcgraph.load(path, build=None, only=["a"]).today == date(2025, 6, 1)


def test_who_may_be_a_party_is_found_and_shown_without_a_tie(kg: KnowledgeGraph) -> None:
    rows = [row for row in kg.find("Borealis").short if row[0] == "possibly"]
    assert rows == [
        ("possibly", "id:crane-purchase", "Crane purchase", "Borealis", "recipient: one of Acme or Borealis")
    ]
    both = "recipient: one of Acme [id:acme] or Borealis [id:borealis]"
    shown = rendering.dossier(kg.show("borealis"), kg.entities)
    assert f"possibly\n  {both}, Crane purchase [id:crane-purchase]\n" in shown
    assert f"\n  {both}\n" in rendering.dossier(kg.show("crane-purchase"), kg.entities)
    assert not [row for row in kg.tables.relations.iter_rows(named=True) if row["engagement"] == ID + "crane-purchase"]


def test_what_is_alleged_is_shown_as_alleged(kg: KnowledgeGraph) -> None:
    shown = rendering.dossier(kg.show("cameras"), kg.entities)
    assert "recipient: Borealis [id:borealis] (alleged)" in shown
    assert "completed, 2024 (alleged)" in shown
    assert "(inferred)" not in shown
    assert "\nstatus: completed (alleged)" in shown
    assert kg.tables.outcomes.filter("alleged")["engagement"].to_list() == [ID + "cameras"]
    asked = "SELECT ?e WHERE { ?e pcg:alleged pcg:outcomeStatus }"
    assert [row["e"] for row in kg.query(asked)] == [ID + "cameras"]
    found = kg.why("acme", "supplies", "borealis")
    assert [row["why"] for row in found["kept_out"]] == ["a role or the status is only alleged"]
    assert "id:cameras: supplier and recipient (alleged); status completed" in found["nearly"]
    (row,) = (fact for fact in kg.show("cameras.completed")["facts"] if fact["property"] == PCG + "status")
    assert (row["alleged"], row["inferred"]) == (True, True)
    deals = kg.map().view["engagements"]
    place = deals["iri"].index("id:cameras")
    assert [sorted(mark for _, _, mark, _ in deals["parties"][place]), deals["steps"][place][0][4]] == [[0, 2], 2]


def test_no_option_lets_in_what_is_alleged(kg: KnowledgeGraph) -> None:
    supplies = ("acme", "supplies", "borealis")
    assert supplies not in edges(kg.network(inferred=True, joined=True, stale=True))
    drawn = kg.network(projection="bipartite", inferred=True)
    assert not drawn.has_edge(ID + "borealis", ID + "cameras")


def test_every_end_of_a_tie_can_be_explained(real: KnowledgeGraph) -> None:
    ends = {*real.tables.relations["from"], *real.tables.relations["to"]}
    assert {require_known(real, resolve(real, end, "party, engagement or asset")) for end in ends} == ends


def test_a_duration_that_is_none_is_refused(tmp_path: Path) -> None:
    relation = "<https://w3id.org/pcgraph/ontology#plansToBuild>"
    text = f'{relation} a pcg:DerivedRelation ; pcg:fromRole pcg:implementer ; pcg:holdsFor "5 years" .'
    other = tmp_path / "graph.trig"
    other.write_text(f"{GRAPH}\n<https://w3id.org/pcgraph/graph/ontology> {{ {text} }}", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"bad-duration: its pcg:holdsFor is '5 years'; expected .*\"P5Y\""):
        pcgraph.load(other, build=None)

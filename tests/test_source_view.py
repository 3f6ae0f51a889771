"""Inside the graph of a source, superclasses, super-roles and merged identities hold as in what is believed."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from faulty_endpoint import FaultyEndpoint
from helpers import empty_graph, pcgraph
from pcgraph.api import KnowledgeGraph, load
from pcgraph.belief import disk_store
from pcgraph.build import build
from pcgraph.errors import PcgraphWarning
from pcgraph.model.namespaces import CURRENT, ID, ONTOLOGY, PCG, SRC, compact
from pcgraph.query.remote.endpoint import Endpoint
from pcgraph.query.remote.remote_graph import save
from pcgraph.query.statements import statements
from pcgraph.store.project import Project

pytestmark = pytest.mark.slow

# Marine is merged into Acme, and a paper into the loan. The letter only infers that the port signed.
DATA = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix g: <https://w3id.org/pcgraph/graph/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix verdict: <https://w3id.org/pcgraph/verdict/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

g:register {
    id:acme a pcg:Company ; rdfs:label "Acme"@en .
    id:marine a pcg:Company ; rdfs:label "Marine"@en .
    id:crew a pcg:Group ; rdfs:label "Crew"@en .
    id:port a pcg:Ministry ; rdfs:label "Port"@en .
    id:loan rdfs:label "Loan"@en .
    id:pact rdfs:label "Pact"@en .
    id:paper rdfs:label "Paper"@en .
}
src:letter {
    src:letter a pcg:Source ; pcg:publisher id:marine ; pcg:title "Letter" ; pcg:date "2024-05-02" ;
        pcg:firstSeen "2024-06-01"^^xsd:date ; pcg:tier v:party .
    <https://w3id.org/pcgraph/source/letter#char=0,9> a pcg:Passage ; pcg:start 0 ; pcg:end 9 .
    id:pact a pcg:Agreement ; pcg:firstParty id:marine ; pcg:secondParty id:port ; pcg:supporter id:crew ;
        pcg:inferred pcg:secondParty ; pcg:step id:pact.signed ;
        pcg:statedIn <https://w3id.org/pcgraph/source/letter#char=0,9> .
    id:pact.signed a pcg:Step ; pcg:status v:signed ; pcg:date "2024-05-01" .
    id:paper a pcg:Loan ; pcg:funder id:marine ; pcg:inferred pcg:funder ; pcg:step id:paper.planned ;
        pcg:statedIn <https://w3id.org/pcgraph/source/letter#char=0,9> .
    id:paper.planned a pcg:Step ; pcg:status v:planned ; pcg:date "2024-05" .
}
g:verdicts {
    verdict:marine a pcg:Verdict ; pcg:onSubject id:marine ; pcg:onProperty owl:sameAs ; pcg:prefers id:acme ;
        pcg:reason "One company."@en ; pcg:decided "2024-06-02"^^xsd:date .
    verdict:paper a pcg:Verdict ; pcg:onSubject id:paper ; pcg:onProperty owl:sameAs ; pcg:prefers id:loan ;
        pcg:reason "One loan."@en ; pcg:decided "2024-06-02"^^xsd:date .
}
"""
LETTER = ox.NamedNode(SRC + "letter")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("view") / "data.trig"
    path.write_text(DATA, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def kg(file: Path) -> KnowledgeGraph:
    return load(file, build=None)


def said(store: ox.Store, *names: str) -> set[tuple[str, str, str]]:
    """Return what the letter says with some properties, such as ``participant``."""
    return {
        (compact(quad.subject.value), name, compact(quad.object.value))
        for name in names
        for quad in store.quads_for_pattern(None, ox.NamedNode(PCG + name), None, LETTER)
    }


def written() -> ox.Store:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TRIG)
    return store


def test_a_source_knows_superclasses_and_super_roles(kg: KnowledgeGraph) -> None:
    found = kg.query("SELECT ?e { GRAPH src:letter { ?e a pcg:Engagement } } ORDER BY ?e").short
    assert found == [("id:loan",), ("id:pact",)]
    roles = {("id:pact", "signatory", "id:acme"), ("id:pact", "signatory", "id:port")}
    assert said(kg.store, "signatory") == roles
    assert said(kg.store, "participant") == {
        ("id:loan", "participant", "id:acme"),
        *(("id:pact", "participant", f"id:{name}") for name in ("acme", "crew", "port")),
    }


def test_a_merged_id_is_replaced_and_not_doubled(kg: KnowledgeGraph) -> None:
    for name in ("marine", "paper", "paper.planned"):
        node = ox.NamedNode(ID + name)
        assert not [*kg.store.quads_for_pattern(node, None, None, LETTER)]
        assert not [*kg.store.quads_for_pattern(None, None, node, LETTER)]
    assert said(kg.store, "firstParty", "funder", "publisher") == {
        ("id:pact", "firstParty", "id:acme"),
        ("id:loan", "funder", "id:acme"),
        ("src:letter", "publisher", "id:acme"),
    }
    assert len(kg.query("SELECT ?p { GRAPH src:letter { id:loan pcg:statedIn ?p } }")) == 1
    assert kg.show("loan")["evidence"] == kg.show("paper")["evidence"] != []


def test_what_is_only_inferred_is_inferred_of_a_super_role_too(kg: KnowledgeGraph) -> None:
    """The letter states that Acme signed, and infers all that it says of the funders."""
    assert said(kg.store, "inferred") == {
        ("id:pact", "inferred", "pcg:secondParty"),
        ("id:loan", "inferred", "pcg:funder"),
        ("id:loan", "inferred", "pcg:participant"),
    }
    assert said(kg.store, "inferredParty") == {("id:pact", "inferredParty", "id:port")}


@pytest.mark.parametrize("question", ["what-is-inferred", "what-sources-say-about"])
def test_what_follows_from_a_narrower_role_is_not_repeated(question: str, kg: KnowledgeGraph) -> None:
    values = {"thing": "port"} if question == "what-sources-say-about" else {}
    rows = kg.query(question, **values).short
    assert len(rows) == len(kg.query(question, raw=True, **values)) == len(set(rows))
    assert "signatory" not in str(rows)


def test_a_party_that_a_complete_list_lacks_is_named_once(tmp_path: Path) -> None:
    """The note puts the dock on a side; that it signs follows from it, and is no contradiction of its own."""
    card = 'src:note a pcg:Source ; pcg:publisher id:port ; pcg:tier v:party ; pcg:firstSeen "2024-06-01"^^xsd:date .'
    note = "id:pact a pcg:Agreement ; pcg:partiesComplete true ; pcg:firstParty id:dock ."
    letter = DATA.replace("pcg:supporter id:crew", "pcg:partiesComplete true")
    (tmp_path / "two.trig").write_text(f"{letter}src:note {{ {card} {note} }}\n", encoding="utf-8")
    rows = load(tmp_path / "two.trig", build=None).query("contradicting-party-lists").short
    assert sorted(row[3:5] for row in rows) == [("pcg:firstParty", "id:acme"), ("pcg:firstParty", "id:dock")]


def test_raw_gives_the_graphs_as_they_are_written(kg: KnowledgeGraph, file: Path) -> None:
    own = {quad.graph_name.value for quad in written()}
    assert {*written()} == {quad for quad in kg.raw if quad.graph_name.value in own}
    asked = "SELECT ?e { GRAPH src:letter { ?e pcg:signatory ?who } }"
    assert len(kg.query(asked)) == 2
    with pytest.warns(PcgraphWarning, match="pcg:signatory .who matches nothing"):
        assert len(kg.query(asked, raw=True)) == 0
    answers = [
        pcgraph("query", asked, "--data", str(file), "--format", "csv", *more).stdout for more in ((), ("--raw",))
    ]
    assert [len(answer.splitlines()) for answer in answers] == [3, 1]


def test_a_file_of_all_graphs_holds_what_is_written(file: Path, tmp_path: Path) -> None:
    for name, format in (("all.nq", ox.RdfFormat.N_QUADS), ("all.trig", ox.RdfFormat.TRIG)):
        assert pcgraph("export", str(tmp_path / name), "--data", str(file)).returncode == 0
        quads = [*ox.parse(path=tmp_path / name, format=format)]
        assert {quad for quad in quads if quad.graph_name.value not in (CURRENT, ONTOLOGY)} == {*written()}


@pytest.mark.parametrize("large", [1, 10**9])
def test_a_build_answers_alike(large: int, kg: KnowledgeGraph, file: Path, tmp_path: Path,
                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(disk_store, "LARGE", large)
    out = build(tmp_path / "build", project := Project(file)).folder
    again = load(project, build=out)
    assert {*again.store.quads_for_pattern(None, None, None, LETTER)} == {
        *kg.store.quads_for_pattern(None, None, None, LETTER)
    }
    assert {*again.raw} == {*kg.raw}


def test_a_server_gets_the_view_and_gives_back_what_is_stated(kg: KnowledgeGraph, file: Path, tmp_path: Path) -> None:
    with FaultyEndpoint(empty_graph(), takes=True) as server:
        assert pcgraph("push", server.url, "--data", str(file)).returncode == 0
        assert {*kg.store} <= {*server.store}
        save(Endpoint(server.url), tmp_path / "saved.nq")
    saved = load(tmp_path / "saved.nq", build=None)
    assert said(saved.raw, "firstParty", "signatory", "participant", "inferred", "inferredParty") == {
        ("id:pact", "firstParty", "id:acme"),
        ("id:pact", "inferred", "pcg:secondParty"),
        ("id:loan", "inferred", "pcg:funder"),
    }
    assert saved.tables.parties.equals(kg.tables.parties)


def test_who_says_what_does_not_count_what_follows(kg: KnowledgeGraph) -> None:
    for name in ("acme", "loan", "pact", "port"):
        assert statements(kg.store, ID + name) == statements(kg.raw, ID + name)

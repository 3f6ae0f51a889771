"""Terms of a project beside the shipped ontology: they are checked, and work like the shipped ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest

import pcgraph as package
from helpers import TINY, offered, pcgraph
from pcgraph.analysis.network.names import spec_for
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.query import hints
from pcgraph.store.files import PACKAGE

pytestmark = pytest.mark.slow

BASE = "https://example.org/lamps/"
OWN = f"{BASE}ontology#"
HEAD = f"""\
@prefix id: <{BASE}id/> .
@prefix lamp: <{OWN}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sector: <https://w3id.org/pcgraph/vocab/sector/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix src: <{BASE}source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TERMS = """
lamp:Lease a owl:Class ;
    rdfs:label "lease"@en ;
    rdfs:subClassOf pcg:Agreement ;
    skos:definition "An instrument by which one party may use the lights of another for a time."@en .

lamp:Guild a owl:Class ;
    rdfs:label "guild"@en ;
    rdfs:subClassOf pcg:Organization ;
    skos:definition "A body of craftspeople with rules for its members."@en .

lamp:caretaker a owl:ObjectProperty ;
    rdfs:label "caretaker"@en ;
    rdfs:subPropertyOf pcg:participant ;
    skos:definition "Links an engagement to an agent that looks after the lights."@en .

lamp:caresFor a owl:ObjectProperty , pcg:DerivedRelation ;
    rdfs:label "cares for"@en ;
    skos:definition "Joins one that looks after lights to the one that owns them."@en ;
    pcg:fromRole lamp:caretaker ;
    pcg:toRole pcg:owner ;
    pcg:onceStatusIn v:entered .

v:lamp-lease a skos:Concept ;
    skos:inScheme v:kinds ;
    skos:prefLabel "lamp lease"@en ;
    skos:definition "The source uses this name."@en .

sector:street-lights a skos:Concept ;
    skos:inScheme v:sectors ;
    skos:prefLabel "street lights"@en ;
    skos:definition "Lights along public roads."@en .

v:lanterns a skos:Concept ;
    skos:inScheme v:quantities ;
    skos:prefLabel "lanterns"@en ;
    skos:definition "Lights that one person can carry, one by one."@en .

pcg:Loan rdfs:label "Darlehen"@de .
"""
REGISTER = """
id:lamplighters a lamp:Guild ;
    rdfs:label "Guild of Lamplighters"@en ;
    pcg:country id:eastmark .

id:lamp-lease rdfs:label "Lamp lease"@en .
"""
SOURCE = f"""
src:gazette a pcg:Source ;
    pcg:publisher id:coast-post ;
    pcg:title "Lamps on lease" ;
    pcg:date "2025-03-01" ;
    pcg:firstSeen "2025-04-01"^^xsd:date ;
    pcg:address "https://gazette.example/lamps"^^xsd:anyURI ;
    pcg:tier v:press .

id:lamp-lease a lamp:Lease ;
    pcg:kind v:lamp-lease ;
    lamp:caretaker id:lamplighters ;
    pcg:owner id:coast-office ;
    pcg:sector sector:street-lights ;
    pcg:quantity 40 ;
    pcg:quantityOf v:lanterns ;
    pcg:signatory id:lamplighters , id:coast-office ;
    pcg:step id:lamp-lease.signed ;
    pcg:statedIn <{BASE}source/gazette#para=1> .

id:lamp-lease.signed a pcg:Step ;
    pcg:status v:signed ;
    pcg:date "2025-02" ;
    pcg:statedIn <{BASE}source/gazette#para=1> .

<{BASE}source/gazette#para=1> a pcg:Passage ; pcg:locator "para 1" .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with the tiny graph of the package, and terms of its own that a source uses."""
    shutil.copytree(PACKAGE / "testing_data", tmp_path / "data")
    for path in (tmp_path / "data").rglob("*.ttl"):
        for name in ("id", "source"):
            path.write_text(path.read_text().replace(f"https://w3id.org/pcgraph/{name}/", f"{BASE}{name}/"))
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "lamps.ttl").write_text(HEAD + TERMS)
    (tmp_path / "data" / "register" / "lamps.ttl").write_text(HEAD + REGISTER)
    (tmp_path / "data" / "sources" / "gazette.ttl").write_text(HEAD + SOURCE)
    (tmp_path / "pcgraph.toml").write_text(f'base = "{BASE}"\nontology = "terms"\n')
    return tmp_path


@pytest.mark.exhaustive
@pytest.mark.filterwarnings("ignore:network. empty")  # one guild has no tie to another
def test_own_terms_are_accepted_and_work_everywhere(folder: Path) -> None:
    done = pcgraph("check", cwd=folder)
    assert (done.stdout, done.stderr) == ("", "0 findings in 3 sources\n")
    assert pcgraph("build", cwd=folder).returncode == 0
    _works(package.load(folder))
    (folder / "pcgraph.toml").write_text(f'base = "{BASE}"\nontology = "terms/lamps.ttl"\n')
    _works(package.load(folder, build=None))


def _works(kg: KnowledgeGraph) -> None:
    def answers(text: str) -> list[str]:
        return sorted(row[0] for row in kg.query(f"PREFIX lamp: <{OWN}> SELECT ?x {{ {text} }}").short)

    assert "id:lamp-lease" in answers("?x a pcg:Agreement")
    assert answers("?x pcg:mainType lamp:Lease") == ["id:lamp-lease"]
    assert answers("id:lamplighters a pcg:Organization BIND(1 AS ?x)") == ["1"]
    assert answers("id:lamp-lease pcg:participant ?x") == ["id:coast-office", "id:lamplighters"]
    assert answers("?x lamp:caresFor id:coast-office") == ["id:lamplighters"]
    assert answers("?x pcg:kind v:lamp-lease ; pcg:sector sector:street-lights") == ["id:lamp-lease"]
    for relation in ("cares for", "CARESFOR", "lamp:caresFor", f"{OWN}caresFor"):
        assert kg.why("lamplighters", relation, "coast-office")["relation"] == f"{OWN}caresFor"
        assert kg.network(relation).number_of_edges() == 1
    found = kg.why("lamplighters", "caresFor", "coast-office")
    assert found["rule"].startswith("caretaker → owner, once a step has reached signed")
    assert len(found["ties"]) == 1
    assert nx.has_path(kg.network("caresFor"), f"{BASE}id/lamplighters", f"{BASE}id/coast-office")
    for kind in ("Guild", "guild", f"{OWN}Guild"):
        assert str(spec_for(kg, kind=kind)) == "kind=Guild"
        assert kg.network(kind=kind).number_of_nodes() <= 1
    assert kg.entities[f"{BASE}id/lamplighters"].kind == "Guild"
    for sector in ("street-lights", "Street lights", "https://w3id.org/pcgraph/vocab/sector/street-lights"):
        assert kg.network(sector=sector).number_of_edges() == 3  # signsWith in both directions
        assert len(kg.query("engagements-in-sector", sector=sector)) == 1
    view = kg.map("caresFor").view
    assert [word["label"] for word in view["words"]["relation"]] == ["cares for"]
    assert "guild" in [word["label"] for word in view["words"]["kind"]]
    assert "lease" in [word["label"] for word in view["words"]["type"]]
    shown = kg.show("lamp-lease")
    assert shown["kinds"][0] == f"{OWN}Lease"
    assert kg.draw("caresFor").svg.count("cares for")
    assert len(kg.rank("degree", relations="caresFor").table) == 2
    (row,) = kg.tables["engagements"].filter(engagement=f"{BASE}id/lamp-lease").to_dicts()
    assert (row["type"], row["quantity_of"]) == (f"{OWN}Lease", "https://w3id.org/pcgraph/vocab/lanterns")


def test_own_terms_are_found_and_shown(folder: Path) -> None:
    kg = package.load(folder, build=None)
    terms = {"caretaker": "role", "cares for": "relation", "guild": "class", "lanterns": "quantity"}
    for text, kind in terms.items():
        first = kg.find(text).to_dicts()[0]
        assert (first["kind"], kg.show(text)["term"]) == (kind, kind)
        assert kg.show(first["id"])["iri"] == kg.show(text)["iri"] == first["id"]
    assert kg.show("caresFor")["rule"].startswith("caretaker → owner")
    with pytest.raises(UsageError, match=r"relation 'caresFr': unknown; .*; did you mean caresFor\?"):
        kg.why("lamplighters", "caresFr", "coast-office")
    with pytest.raises(UsageError, match=r"relation 'caretaker': .* is a role; expected a derived relation"):
        kg.why("lamplighters", "caretaker", "coast-office")


def test_a_status_of_the_project_filters_networks(folder: Path) -> None:
    with (folder / "terms" / "lamps.ttl").open("a") as file:
        file.write(
            f'\n<{OWN}lit> a skos:Concept ;\n    skos:inScheme v:statuses ;\n    skos:prefLabel "lit"@en ;\n'
            '    skos:definition "The lights burn."@en ;\n    pcg:rank 45 .\n'
        )
    source = folder / "data" / "sources" / "gazette.ttl"
    source.write_text(source.read_text().replace("v:signed", f"<{OWN}lit>"))
    kg = package.load(folder, build=None)
    for status in ("lit", "Lit", f"{OWN}lit"):
        assert kg.network(projection="partners", status=status).number_of_edges() == 1
        assert [row[0] for row in kg.query("engagements-at-status", status=status).short] == ["id:lamp-lease"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("?x lamp:caresFr ?y", f"{OWN}caresFr: occurs nowhere; .*; did you mean {OWN}caresFor?"),
        ("?x pcg:caresFor ?y", f"pcg:caresFor: occurs nowhere; .*; did you mean {OWN}caresFor?"),
        ("?x a lamp:Loan", f"{OWN}Loan: occurs nowhere; .*; the documentation lists the terms"),  # no loan is here
        (
            "?x pcg:sector sector:street-light",
            "sector:street-light: .*; did you mean sector:street-lights?",
        ),
        ("id:lamplighter ?p ?o", "id:lamplighter: occurs nowhere; .*; did you mean id:lamplighters?"),
    ],
)
def test_hints_know_own_terms_and_the_base(folder: Path, pattern: str, said: str) -> None:
    kg = package.load(folder, build=None)
    text = f"PREFIX lamp: <{OWN}> SELECT * {{ {pattern} }}"
    lines, _ = hints.find(kg.store, text, True, names=kg.names)
    [line] = lines
    start, _, end = said.partition(".*")
    place = text.index(pattern.split()[1 if "caresF" in pattern else 0 if pattern[0] == "i" else 2]) + 1
    assert line.startswith(f"query:1:{place}: {start}")
    assert line.endswith(end)
    right = f"PREFIX lamp: <{OWN}> SELECT * {{ ?x lamp:caresFor ?y }}"
    assert hints.find(kg.store, right, False, names=kg.names)[0] == []


def test_the_shell_offers_own_terms(folder: Path) -> None:
    assert offered("pcgraph why lamplighters cares", folder) == ["caresFor"]
    assert offered("pcgraph rank --sector stre", folder) == ["street-lights"]
    assert offered("pcgraph query engagements-in-sector -p sector=stre", folder) == ["sector=street-lights"]
    assert offered(f"pcgraph rank --data {TINY} --sector stre", folder) == []


@pytest.mark.filterwarnings("ignore:network. empty")  # one guild has no tie to another
def test_own_terms_are_part_of_the_key_of_a_build_and_of_a_file_of_quads(folder: Path) -> None:
    pcgraph("build", cwd=folder)
    assert pcgraph("build", cwd=folder).stdout.rstrip().endswith("(nothing changed)")
    pcgraph("export", "all.nq", cwd=folder)
    _works(package.load(folder / "all.nq", build=None))
    path = folder / "terms" / "lamps.ttl"
    path.write_text(path.read_text().replace('"guild"@en', '"company of craft"@en'))
    assert not pcgraph("build", cwd=folder).stdout.rstrip().endswith("(nothing changed)")


FAULTS = {
    "redefined": (
        "pcg:Loan rdfs:subClassOf pcg:Grant .",
        "redefined-term: pcg:Loan is a shipped term, and gets rdfs:",
    ),
    "relabelled": ('pcg:Loan rdfs:label "lending"@en .', "redefined-term: pcg:Loan is a shipped term, and gets rdfs:"),
    "same-name": (
        'lamp:Loan a owl:Class ; rdfs:label "l"@en ; rdfs:subClassOf pcg:Funding ; skos:definition "A b."@en .',
        f"redefined-term: {OWN}Loan has the name of the shipped term pcg:Loan; expected a name of its own",
    ),
    "foreign": ("<http://other.example/X> a owl:Class .", "foreign-term: http://other.example/X is outside the names"),
    "thing": ('id:lumen rdfs:label "Lumen"@en .', "foreign-term: id:lumen is outside the namespaces of terms"),
    "no-role": (
        'lamp:lights a owl:ObjectProperty , pcg:DerivedRelation ; rdfs:label "lights"@en ; pcg:toRole pcg:owner ;'
        ' skos:definition "Joins some."@en ; pcg:fromRole lamp:nobody ; pcg:onceStatusIn v:entered .',
        "fails the check derived-relation-unknown-role (derived relation between roles that do not exist); expected",
    ),
    "no-superclass": (
        'lamp:Thing a owl:Class ; rdfs:label "thing"@en ; skos:definition "What is."@en .',
        "ontology-form: " + OWN + "Thing fails the check missing-superclass",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_wrong_term_is_a_finding_at_its_line(folder: Path, name: str) -> None:
    text, expected = FAULTS[name]
    path = folder / "terms" / "more.ttl"
    path.write_text(HEAD + text + "\n")
    done = pcgraph("check", cwd=folder)
    lines = [line for line in done.stdout.splitlines() if expected in line]
    assert lines, done.stdout
    assert lines[0].startswith("terms/more.ttl:11: ")
    assert done.returncode == (name != "no-superclass")  # which is a warning


def test_an_unknown_term_is_still_found_and_a_fault_of_turtle_is_one_line(folder: Path) -> None:
    path = folder / "data" / "sources" / "gazette.ttl"
    path.write_text(path.read_text().replace("lamp:caretaker", "lamp:caretakr"))
    assert f"did you mean {OWN}caretaker?" in pcgraph("check", cwd=folder).stdout
    (folder / "terms" / "lamps.ttl").write_text("lamp:x a y")
    assert "terms/lamps.ttl:1:" in pcgraph("check", cwd=folder).stderr
    (folder / "terms" / "lamps.ttl").unlink()
    said = pcgraph("check", cwd=folder).stderr
    assert said.startswith("pcgraph.toml:2: no-such-path: ontology is 'terms', which has no .ttl file; expected")


def test_a_spreadsheet_may_use_own_terms(folder: Path) -> None:
    (folder / "deals.csv").write_text(
        "id,label,class,kind,status,day,caretaker,owner,paragraph,address,title,publisher,date,seen,tier\n"
        "pier-lease,Pier lease,Lease,lamp lease,signed,2025-05-01,Guild of Lamplighters,Coast Office,para 2,"
        "https://post.example/pier,A pier,The Coast Post,2025-05-02,2025-06-01,press\n"
    )
    (folder / "deals.yml").write_text(
        "title: Own roles\n"
        "source: {address: {column: address}, title: {column: title}, publisher: {column: publisher},"
        " date: {column: date}, first_seen: {column: seen}, tier: {column: tier}}\n"
        "engagement: {id: {column: id}, label: {column: label}, class: {column: class}, kind: {column: kind},"
        " passage: {column: paragraph}}\n"
        "steps: [{status: {column: status}, date: {column: day}}]\n"
        "roles: {caretaker: {column: caretaker}, owner: {column: owner}}\n"
    )
    done = pcgraph("import", "deals.csv", "--mapping", "deals.yml", cwd=folder)
    assert done.returncode == 0, done.stderr
    written = next((folder / "data" / "sources").glob("*pier*")).read_text()
    assert f"id:pier-lease a <{OWN}Lease> ;" in written
    assert f"<{OWN}caretaker> id:lamplighters ;" in written
    assert f"@prefix id: <{BASE}id/> ." in written
    assert pcgraph("check", cwd=folder).returncode == 0
    assert pcgraph("why", "lamplighters", "caresFor", "coast-office", cwd=folder).stdout.count("by ") == 2
    assert "removed: " in pcgraph("import", "--undo", done.stdout.split("import ")[1][:12], cwd=folder).stdout

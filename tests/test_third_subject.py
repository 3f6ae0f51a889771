"""A third subject, made by hand: three sides, Portuguese and Swahili, no English (tests/fixtures/maresia/README.md)."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import pcgraph as package
from helpers import ROOT, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.cli import completion
from pcgraph.intake import spreadsheets
from tables import csv_text

pytestmark = pytest.mark.slow

MARESIA = ROOT / "tests" / "fixtures" / "maresia"
ID = "https://example.org/maresia/id/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with its build."""
    made = tmp_path_factory.mktemp("third") / "maresia"
    shutil.copytree(MARESIA, made)
    done = pcgraph("build", cwd=made)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def kg(folder: Path) -> KnowledgeGraph:
    return package.load(folder)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the project to change."""
    shutil.copytree(MARESIA, tmp_path / "maresia")
    return tmp_path / "maresia"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_data_have_no_finding_and_every_passage_is_proved(folder: Path) -> None:
    done = pcgraph("check", "--texts", "texts", cwd=folder)
    assert (done.stdout, done.stderr) == ("", "0 findings in 6 sources\n")
    assert pcgraph("fmt", "--check", cwd=folder).returncode == 0
    done = pcgraph("verify", cwd=folder)
    assert [line.split() for line in done.stdout.splitlines()] == [["15", "proved"], ["15", "passages"]]


@pytest.mark.filterwarnings("ignore:query.*leaves nothing")
def test_no_label_is_english(kg: KnowledgeGraph) -> None:
    own = '?thing ?name ?text FILTER(LANG(?text) = "en" && STRSTARTS(STR(?thing), "https://example.org/"))'
    assert kg.query(f"SELECT ?thing {{ GRAPH g:register {{ {own} }} }}").rows == []
    assert not any("en" in entity.labels for entity in kg.entities.values())


def test_the_report_names_things_in_the_first_language(folder: Path) -> None:
    report = (folder / "build" / "report.md").read_text(encoding="utf-8")
    assert report.startswith("# Ondas de três costas\n")
    course, station = "Curso de manutenção de boias", "Construção da central de Porto Névoa"
    assert re.search(rf"\| {course} \| TrainingProgramme \| completed [^|]+ \|[^|]*\| 40 people \|", report)
    assert re.search(rf"\| {station} \| Project \| planned [^|]+ \|[^|]*\| 30 boias \|", report)
    assert "| open disputes (the better source is believed) | 1 |" in report


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("query", "who-signed-with", "--param", "party=Chuo Kikuu cha Ardosia"), "Protocolo das Três Marés"),
        (("query", "who-signed-with", "--param", "party=Ondasor"), "Universidade da Ardósia"),
        (("query", "who-trains-how-many"), "Curso de manutenção de boias"),
        (("query", "engagements-in-sector", "--param", "sector=energia das ondas"), "Laboratório das Marés"),
        (("query", "sectors-by-engagements"), "energia das ondas"),
        (("query", "aims-of", "--param", "engagement=curso-de-boias"), "Técnicos que reparam as suas próprias boias"),
        (("query", "identity-judgements"), "É a mesma empresa, escrita sem cedilha."),
        (("query", "timeline-of-steps"), "Cabo entre as ilhas"),
        (("rank", "pagerank"), "Universidade da Ardósia"),
        (("diff", "2024-12-31", "2025-12-31"), "Acordo sobre dados das ondas [id:acordo-de-dados]"),
        (("why", "ondacor", "signsWith", "wimbi-safi"), "by Memorando das ondas [id:memorando-das-ondas]"),
        (("find", "mkopo"), "Empréstimo para as boias"),
        (("find", "itifaki"), "protocolo"),
        (("find", "maboya"), "Corpos flutuantes ancorados no mar, contados um a um."),
        (("show", "buoys"), "also known as: maboya (sw)\nCorpos flutuantes ancorados no mar, contados um a um.\n"),
        (("show", "wave-energy"), "also known as: nishati ya mawimbi (sw)\nEletricidade obtida do movimento do mar.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_terminal_names_things_in_the_first_language(folder: Path, words: tuple[str, ...], expected: str) -> None:
    done = pcgraph(*words, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert expected in done.stdout


@pytest.mark.parametrize("word", ["Ondaçor", "ondacor", "ONDAÇOR", "Ondac\u0327or", "Ondaçor Energia"])
def test_a_name_is_found_with_and_without_its_diacritics(folder: Path, word: str) -> None:
    rows = pcgraph("find", word, "--format", "csv", cwd=folder).stdout.splitlines()
    assert rows[1].startswith("agent,https://example.org/maresia/id/ondacor,Ondaçor,")


def test_the_dossier_has_one_heading_and_its_other_names(folder: Path) -> None:
    lines = pcgraph("show", "emprestimo-das-boias", cwd=folder).stdout.splitlines()
    assert lines[:3] == [
        "Empréstimo para as boias [id:emprestimo-das-boias], Loan",
        "also known as: Mkopo wa maboya (sw)",
        "Dinheiro para comprar boias; as fontes dão montantes diferentes.",
    ]
    at = lines.index("disputes")
    assert lines[at + 1 : at + 4] == [
        "  amount, open: there is no verdict yet",
        "    EUR 2.5 m (src:habari-za-upwani-2024)",
        "    EUR 3 m (src:ondacor-2024), believed",
    ]
    assert "    “O empréstimo da Ondaçor à Wimbi Safi, assinado a 28 de maio de 2024," in "\n".join(lines)


def test_python_names_things_in_the_first_language(kg: KnowledgeGraph) -> None:
    assert kg.show("curso-de-boias")["label"] == "Curso de manutenção de boias"
    assert kg.entities[f"{ID}cabo-das-ilhas"].summary == "Um cabo anunciado e depois cancelado."
    assert set(kg.tables["engagements"]["label"]) >= {"Acordo sobre dados das ondas", "Protocolo das Três Marés"}
    assert kg.rank("degree").table["label"].sort().to_list() == ["Ondaçor", "Universidade da Ardósia", "Wimbi Safi"]


def test_labels_are_in_the_first_language_also_where_another_comes_first_by_alphabet(copy: Path) -> None:
    replace(copy / "pcgraph.toml", 'languages = ["pt", "sw"]', 'languages = ["sw", "pt"]')
    kg = package.load(copy, build=None)
    assert kg.show("emprestimo-das-boias")["label"] == "Mkopo wa maboya"
    assert kg.query("who-signed-with", party="ondacor")["partnerLabel"][0] == "Chuo Kikuu cha Ardosia"
    assert kg.ontology.labels["https://w3id.org/pcgraph/vocab/sector/wave-energy"] == "nishati ya mawimbi"
    loans = kg.query("SELECT ?loan { ?loan a pcg:Loan }").with_ids("label")
    assert loans.rows == [("Mkopo wa maboya",)]


def test_a_verdict_with_a_reason_in_another_language_is_listed(copy: Path) -> None:
    verdict = (copy / "data/judgements.ttl").read_text(encoding="utf-8")
    verdict = verdict.replace('pcg:onName "Ondasor"', "pcg:onSubject id:emprestimo-das-boias")
    verdict = verdict.replace("owl:sameAs", "pcg:amount").replace(
        "pcg:prefers id:ondacor", 'pcg:rejects "2500000"^^xsd:decimal'
    )
    (copy / "data/verdicts.ttl").write_text(verdict.replace("name-ondasor", "montante"), encoding="utf-8")
    (row,) = package.load(copy, build=None).query("rejected-by-verdict")
    assert row.reason == "É a mesma empresa, escrita sem cedilha."


def test_the_shell_offers_ids_with_their_names() -> None:
    offered = dict(completion._things(MARESIA / "data"))
    assert offered["universidade-da-ardosia"] == "Universidade da Ardósia"
    assert offered["habari-za-upwani"] == "Habari za Upwani"


def test_a_frozen_answer_is_the_same_later(folder: Path, tmp_path: Path) -> None:
    frozen = str(tmp_path / "answer.json")
    asked = pcgraph("cite-answer", "who-signed-with", "--param", "party=ondacor", "-o", frozen, cwd=folder)
    assert asked.returncode == 0
    assert "Protocolo das Três Marés" in Path(frozen).read_text(encoding="utf-8")
    assert "answer: the same 3 rows" in pcgraph("verify", frozen, cwd=folder).stdout


def test_the_map_has_three_sides_with_names_in_both_languages(kg: KnowledgeGraph) -> None:
    view = kg.map().view
    assert (view["sides"], view["languages"]) == (3, ["pt", "sw"])
    assert [(word["id"], word["label"], word["labels"]) for word in view["words"]["country"]] == [
        ("id:maresia", "Maresia", {"pt": "Maresia", "sw": "Maresia"}),
        ("id:upwani", "Upuânia", {"pt": "Upuânia", "sw": "Upwani"}),
        ("id:ardosia", "Ardósia", {"pt": "Ardósia", "sw": "Ardosia"}),
    ]
    nodes = view["nodes"]
    at = {iri: place for place, iri in enumerate(nodes["iri"])}
    named = ["id:ondacor", "id:wimbi-safi", "id:universidade-da-ardosia"]
    assert [nodes["country"][at[iri]] for iri in named] == [0, 1, 2]
    assert nodes["labels"][at[named[2]]] == {"pt": "Universidade da Ardósia", "sw": "Chuo Kikuu cha Ardosia"}
    left, right, below = ((nodes["x"][at[iri]], nodes["y"][at[iri]]) for iri in named)
    assert left[0] < below[0] < right[0]


def test_the_page_shows_no_other_language_than_those_it_offers(kg: KnowledgeGraph) -> None:
    view = kg.map().view
    matters = view["engagements"]
    row = matters["iri"].index("id:curso-de-boias")
    assert matters["label"][row] == "Curso de manutenção de boias"
    assert matters["summary"][row] == "Duas semanas de formação para técnicos."
    assert matters["aims"][row] == ["Técnicos que reparam as suas próprias boias"]
    assert [view["words"]["place"][at]["label"] for at in matters["places"][row]] == ["Porto Névoa"]
    assert "Governo da Upuânia" in view["sources"]["publisher"]
    assert [(word["label"], word["labels"]["sw"]) for word in view["words"]["sector"]] == [
        ("energia", "nishati"),
        ("energia das ondas", "nishati ya mawimbi"),
    ]
    (protocol,) = (word for word in view["words"]["form"] if word["id"] == "v:protocol")
    assert (protocol["label"], protocol["meaning"]) == ("protocolo", "A fonte usa este nome.")
    (loan,) = (word for word in view["words"]["type"] if word["id"] == "pcg:Loan")
    assert (loan["label"], loan["labels"]) == ("empréstimo", {"pt": "empréstimo", "sw": "mkopo"})
    (answer,) = view["answers"]
    assert (answer["title"], answer["labels"]) == ("Quem empresta a quem", {"sw": "Nani anamkopesha nani"})
    assert view["stories"][0]["labels"]["sw"]["title"] == "Kebo ambayo haikufika visiwani"
    linked = re.search(r'id="linked">(.*?)</script>', kg.map().html, re.DOTALL)
    assert linked
    assert '"en":' not in linked[1]


def test_queries_in_the_page_ask_for_the_labels_of_the_project(kg: KnowledgeGraph) -> None:
    html = kg.map(sparql=True).html
    (settings,) = re.findall(r'id="ask-settings">(\{.*?\})</script>', html, re.DOTALL)
    loaded: dict[str, Any] = json.loads(settings)
    (form,) = (form for form in loaded["questions"] if form["name"] == "who-signed-with")
    assert 'FILTER(lang(?partnerLabel) = "pt")' in form["head"] + form["tail"]


def test_the_site_has_the_labels_and_their_language(folder: Path) -> None:
    public = folder.parent / "public"
    assert pcgraph("site", str(public), "--data", str(folder)).returncode == 0

    def page(path: str) -> str:
        return (public / path).read_text(encoding="utf-8")

    course = page("id/curso-de-boias.html")
    assert "<title>Curso de manutenção de boias – Ondas de três costas</title>" in course
    assert '<h1><bdi lang="pt">Curso de manutenção de boias</bdi></h1>' in course
    assert '<span lang="sw">Mafunzo ya kutunza maboya</span>' in course
    assert ">Duas semanas de formação para técnicos.<" in course
    assert ' lang="pt">Universidade da Ardósia</a>' in course
    assert "Equipa das Marés (2026). Curso de manutenção de boias. In: Ondas de três costas, version 2025.1." in course
    assert "Conversas sobre um laboratório" in page("source/habari-za-upwani-2024.html")
    assert "Protocolo das Três Marés" in page("questions/who-signed-with.html")
    assert '<h1><bdi lang="pt">energia das ondas</bdi></h1>' in page("vocab/sector/wave-energy.html")
    listed = re.findall(r'<a [^>]* lang="pt">(.*?)</a>', page("id/index.html"))
    assert sorted(listed[:3]) == ["Acordo sobre dados das ondas", "Memorando das ondas", "Protocolo das Três Marés"]
    assert "Um cabo que não chegou às ilhas" in page("index.html")


def test_a_label_is_demanded_in_the_first_language(copy: Path) -> None:
    replace(copy / "data/register/register.ttl", '"Wimbi Safi"@pt , ', "")
    replace(copy / "data/register/register.ttl", '"Mkopo wa maboya"@sw', '"Buoy loan"@en')
    replace(copy / "data/register/register.ttl", '"Empréstimo para as boias"@pt , ', "")
    replace(copy / "terms.ttl", '"protocolo"@pt , ', "")
    found = pcgraph("check", cwd=copy).stdout
    assert "no-label: id:wimbi-safi has no label in pt; expected one rdfs:label with @pt; add it" in found
    assert "id:emprestimo-das-boias has no label in pt in the register; expected one rdfs:label with @pt in" in found
    assert "concept or set without an English or pt label" in found
    assert found.count(": ontology-form: ") == 1
    assert len(found.splitlines()) == 3


def test_a_project_that_offers_english_needs_english_labels_and_shows_them(copy: Path) -> None:
    replace(copy / "pcgraph.toml", 'languages = ["pt", "sw"]', 'languages = ["pt", "en"]')
    found = pcgraph("check", cwd=copy).stdout
    assert "no-label: id:ondacor has no English label; expected one rdfs:label with @en; add it" in found
    assert found.count(": no-label: ") == 22
    register = copy / "data/register/register.ttl"
    replace(register, '"Empréstimo para as boias"@pt', '"Buoy loan"@en , "Empréstimo para as boias"@pt')
    kg = package.load(copy, build=None)
    assert kg.show("emprestimo-das-boias")["label"] == "Buoy loan"
    assert "Buoy loan" in kg.map().view["engagements"]["label"]  # the script of the page takes it for English


def test_an_import_writes_labels_in_the_language_of_the_labels(copy: Path, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    row = {"signatory": "Ondacor; Wimbi Safi", "publisher": "Diário da Maré", "label": "Aluguer de gruas"}
    table.write_text(csv_text(row), encoding="utf-8")
    made = spreadsheets.prepare(table, "template", data=copy)
    assert 'rdfs:label "Aluguer de gruas"@pt .' in made.files[f"register/import-{made.id}.ttl"].decode()
    assert made.warnings == ()

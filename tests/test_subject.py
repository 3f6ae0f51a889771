"""No code knows what a graph is about: titles, sides, languages and examples come from the project and its data."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF
from starlette.applications import Starlette
from starlette.testclient import TestClient

import pcgraph as package
from helpers import ROOT, TINY, changed, pcgraph
from pcgraph import testing
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.export import report
from pcgraph.intake.spreadsheets.writers import template
from pcgraph.query.questions.catalogue import catalogue
from pcgraph.query.questions.examples import examples
from pcgraph.store.project import Project
from pcgraph.web import routes

pytestmark = pytest.mark.slow

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
LAMPS = Project(TINY, title="Lamps & lights", description="Who lights what.", licence=LICENCE, creators=("Ada", "Bo"))
PLAIN = Project(TINY)
WORDS = {"zh": "如何阅读这张图", "ur": "تفصیلات"}  # interface words that occur nowhere else


def of(kg: KnowledgeGraph, **entries: Any) -> KnowledgeGraph:
    """Return the same graph as that of a project file with these entries."""
    return changed(kg, project=Project(TINY, folder=TINY.parent, **entries))


def json_in(html: str, id: str) -> Any:
    found = re.search(rf'<script type="[^"]*" id="{id}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def edit(folder: Path, pattern: str, text: str) -> Path:
    """Return a copy of the tiny data with every match of a pattern replaced."""
    data = Path(shutil.copytree(TINY, folder / "data"))
    for path in data.rglob("*.ttl"):
        path.write_text(re.sub(pattern, text, path.read_text()))
    return data


def edited(folder: Path, pattern: str, text: str) -> KnowledgeGraph:
    """Return the graph of the edited data."""
    return package.load(edit(folder, pattern, text), build=None)


# ---- Titles


def test_the_page_is_called_as_the_project(tiny: KnowledgeGraph) -> None:
    html = changed(tiny, project=LAMPS).map().html
    assert "<title>Lamps &amp; lights</title>" in html
    about = json_in(html, "linked")["@graph"][0]
    assert about["schema:name"] == "Lamps & lights"
    assert about["schema:description"].startswith("Who lights what. ")
    assert (about["schema:license"], about["schema:creator"]) == ({"@id": LICENCE}, ["Ada", "Bo"])
    plain = json_in(changed(tiny, project=PLAIN).map().html, "linked")["@graph"][0]
    assert plain["schema:name"] == "Partnerships and their sources"
    assert plain.keys() == {"@type", "schema:name", "schema:description"}


def test_the_report_is_called_as_the_project(tiny: KnowledgeGraph) -> None:
    kg = changed(tiny, project=LAMPS)
    assert report.markdown(report.facts(kg, [], 0), kg, []).startswith("# Lamps &amp; lights\n\nWho lights what.\n\n")


@pytest.fixture
def served(tiny: KnowledgeGraph, collected: None) -> tuple[TestClient, TestClient]:
    """Return the servers of the tiny graph, with a project that names everything and with one that names nothing."""
    del collected
    clients = []
    for project in (LAMPS, PLAIN):
        kg: Any = changed(tiny, project=project)
        clients.append(TestClient(Starlette(routes=routes.routes(SimpleNamespace(kg=kg, key=project.title)))))  # type: ignore[arg-type]
    return clients[0], clients[1]


def test_the_server_is_called_as_the_project(served: tuple[TestClient, TestClient]) -> None:
    for path in ("/query", "/ontology", "/id/acme.html"):
        assert "– Lamps &amp; lights</title>" in served[0].get(path).text
    told, plain = (rdflib.Graph().parse(data=one.get("/.well-known/void").content, format="turtle") for one in served)
    [data] = told.subjects(DCTERMS.license, rdflib.URIRef(LICENCE))
    creators = [told.value(creator, FOAF.name) for creator in told.objects(data, DCTERMS.creator)]
    assert {str(name) for name in creators} == {"Ada", "Bo"}
    assert [str(title) for title in told.objects(data, DCTERMS.title)] == ["Lamps & lights"]
    assert next(told.objects(data, DCTERMS.description)).startswith("Who lights what. 4 sources")
    assert not [*plain.subject_objects(DCTERMS.license), *plain.subject_objects(DCTERMS.creator)]


# ---- Sides


@pytest.mark.parametrize(
    ("named", "sides"),
    [
        ((), ["nordland", "sudland"]),
        (("sudland", "nordland"), ["sudland", "nordland"]),
        (("sudland", "atlantis"), ["sudland"]),
        (("atlantis",), []),
    ],
)
def test_the_project_names_the_sides(tiny: KnowledgeGraph, named: tuple[str, ...], sides: list[str]) -> None:
    kg = of(tiny, sides=named)
    view, nodes = kg.map().view, kg.map().view["nodes"]
    ids = [word["id"] for word in view["words"]["country"]]
    assert [name.removeprefix("id:") for name in ids[: view["sides"]]] == sides
    assert set(ids) >= {"id:nordland", "id:sudland"}
    for side, wanted in enumerate(sides if len(sides) > 1 else []):
        at = [x for x, country in zip(nodes["x"], nodes["country"], strict=True) if ids[country] == f"id:{wanted}"]
        assert at
        assert all((x > 0) == bool(side) for x in at)
    legend = kg.draw().svg.partition(">Country</text>")[2]
    told = [label.lower() for label in re.findall(r">(Nordland|Sudland)</text>", legend)][: len(sides)]
    assert told == (sides if named else ["sudland", "nordland"])  # those with more come first


def test_sides_are_told_in_the_picture(tiny: KnowledgeGraph) -> None:
    pictures = {
        of(tiny, sides=sides).draw().svg for sides in ((), ("nordland", "sudland"), ("sudland",), ("atlantis",))
    }
    assert len(pictures) == 4
    assert of(tiny, sides=("sudland", "nordland")).draw().svg in pictures


@pytest.mark.parametrize(
    ("pattern", "text", "countries"),
    [
        (r"pcg:country id:\w+", '<http://www.w3.org/2000/01/rdf-schema#comment> "Nowhere"@en', 0),
        (r"pcg:country id:sudland", "pcg:country id:nordland", 1),
    ],
)
def test_a_graph_with_one_country_or_none_is_drawn(tmp_path: Path, pattern: str, text: str, countries: int) -> None:
    kg = edited(tmp_path, pattern, text)
    view = kg.map().view
    assert view["sides"] == countries
    assert [word["id"] for word in view["words"]["country"]][:1] == ["id:nordland"][:countries]
    assert len(set(zip(view["nodes"]["x"], view["nodes"]["y"], strict=True))) == len(view["nodes"]["x"])
    assert kg.draw().svg.count(">Country</text>") == countries


def test_a_page_names_only_countries_that_its_data_use(tmp_path: Path) -> None:
    farland = "id:farland a pcg:Country ; rdfs:label 'Farland'@en .\\n\\n"
    kg = edited(tmp_path, "id:nordland a pcg:Country", farland + "\\g<0>")
    assert "https://w3id.org/pcgraph/id/farland" in kg.entities
    drawn = kg.map()
    assert {word["label"] for word in drawn.view["words"]["country"]} == {"Nordland", "Sudland"}
    assert "Nordland" in drawn.html
    assert "Farland" not in drawn.html


# ---- Languages


@pytest.mark.parametrize(
    ("languages", "offered"),
    [
        (("en",), ["en"]),
        (("zh",), ["zh"]),
        (("ur", "en"), ["ur", "en"]),
        (("en", "de"), ["en", "de"]),
    ],
)
def test_a_page_offers_the_languages_of_the_project(
    tiny: KnowledgeGraph, languages: tuple[str, ...], offered: list[str]
) -> None:
    drawn = of(tiny, languages=languages).map()
    assert drawn.view["languages"] == offered
    for language, words in WORDS.items():
        assert (words in drawn.html) == (language in offered)
    tables = drawn.view["nodes"], drawn.view["engagements"]
    assert {name for table in tables for labels in table["labels"] for name in labels or {}} <= {*offered} - {"en"}


def test_labels_of_any_language_are_on_the_page(tmp_path: Path) -> None:
    kg = edited(tmp_path, '"艾克米"@zh', '"Akme AG"@de')
    view = of(kg, languages=("en", "de")).map().view
    assert {"de": "Akme AG"} in view["nodes"]["labels"]


def test_without_a_project_file_the_data_decide_on_the_languages(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    """The labels of organisations and engagements do; those of the ontology are in three languages in every graph."""
    assert changed(tiny, project=PLAIN).map().view["languages"] == ["en", "zh"]
    assert edited(tmp_path, r' , "[^"]*"@zh', "").map().view["languages"] == ["en"]


def test_the_server_prefers_the_first_language_of_the_project(tiny: KnowledgeGraph) -> None:
    from pcgraph.web.context import Site

    acme = "https://w3id.org/pcgraph/id/acme"
    assert Site(of(tiny, languages=("zh", "en")), "k").label(acme) == "艾克米"
    assert Site(of(tiny, languages=("de",)), "k").label(acme) == "Acme"
    assert Site(of(tiny, languages=("zh",)), "k").labels(acme)[0] == ("zh", "艾克米")


# ---- Examples and hints


@pytest.mark.exhaustive
def test_examples_occur_in_the_graph(tiny: KnowledgeGraph, real: KnowledgeGraph) -> None:
    for question in catalogue().values():
        given = {name: str(about["example"]) for name, about in question.parameters.items()}
        assert examples(real.store, question) == given
        found = examples(tiny.store, question)
        assert tiny.query(question.name, **found) is not None  # a thing that is not there would raise
        assert len({*found.values()}) == len(found)


def test_examples_have_the_base_of_the_project(tmp_path: Path) -> None:
    base = "https://example.org/lamps/"
    edit(tmp_path, r"https://w3id\.org/pcgraph/(id|source|verdict)/", rf"{base}\g<1>/")
    (tmp_path / "pcgraph.toml").write_text(f'title = "Lamps"\nbase = "{base}"\n')
    kg = package.load(tmp_path, build=None)
    assert examples(kg.store, catalogue()["relations-between"], kg.names) == {
        "party": "harbour-authority", "other": "borealis",
    }  # fmt: skip
    with pytest.raises(UsageError, match="such as harbour-authority;"):
        kg.query("who-signed-with", party="nobody")


def test_an_example_is_what_occurs_most_often(tiny: KnowledgeGraph) -> None:
    parties = tiny.tables.parties.filter(~tiny.tables.parties["unnamed"]).unique(["agent", "engagement"])
    counts = parties.group_by("agent").len().sort(["len", "agent"], descending=[True, False])
    found = examples(tiny.store, catalogue()["who-signed-with"])
    assert found == {"party": counts["agent"][0].rpartition("/")[2]}


@pytest.mark.parametrize("given", [{}, {"party": "nobody-at-all"}, {"party": "not an iri"}])
def test_no_message_names_a_thing_that_is_not_there(given: dict[str, str]) -> None:
    kg = testing.tiny()
    with pytest.raises(UsageError) as raised:
        kg.query("who-signed-with", **given)
    assert "coast-office" in str(raised.value)
    assert "huawei" not in str(raised.value)


def test_the_list_of_questions_has_examples_of_these_data() -> None:
    listed = pcgraph("query", "--data", str(TINY)).stdout
    assert "who-signed-with --param party=harbour-authority " in listed
    assert "who-signed-with --param party=huawei " in pcgraph("query").stdout
    assert not re.search("huawei|pakistan|islamabad|cpec|alibaba", listed)
    as_json = json.loads(pcgraph("query", "--json", "--data", str(TINY)).stdout)
    assert next(q for q in as_json if q["name"] == "parts-of")["parameters"]["organisation"]["example"] in listed


def test_the_query_page_has_examples_of_these_data(served: tuple[TestClient, TestClient]) -> None:
    for path in ("/query", "/.well-known/void"):
        told = served[0].get(path).text
        assert "harbour-authority" in told
        assert not re.search("huawei|islamabad|cpec|alibaba", told)


def test_the_question_after_a_build_has_an_answer(tmp_path: Path) -> None:
    done = pcgraph("build", "--data", str(TINY), "-o", str(tmp_path / "out"))
    [hint] = re.findall(r"^ask:  pcgraph (.*)$", done.stdout, re.MULTILINE)
    assert hint.endswith(f" --data {TINY}")
    answer = pcgraph(*hint.split())
    assert (answer.returncode, "partner" in answer.stdout) == (0, True)
    assert len(answer.stdout.splitlines()) > 3


@pytest.mark.parametrize(
    ("pattern", "hint"), [(r"(?s)\Z", "query who-signed-with --param party="), (r"pcg:signatory", "show ")]
)
def test_the_question_after_a_build_fits_the_data(tmp_path: Path, pattern: str, hint: str) -> None:
    kg = edited(tmp_path, pattern, "pcg:discussant" if hint == "show " else "")
    assert report.facts(kg, [], 0)["ask"].startswith(hint)


# ---- Spreadsheets


def test_the_template_offers_the_terms_of_the_data(data: Path, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    prefixes = "".join(re.findall(r"@prefix.*\n", (ROOT / "ontology" / "vocab" / "sectors.ttl").read_text()))
    (data / "register" / "sectors.ttl").write_text(
        f'{prefixes}\nsector:kites a skos:Concept ;\n    skos:inScheme v:sectors ;\n    skos:prefLabel "kites"@en ;\n'
        '    skos:definition "Kites that fly."@en .\n'
    )

    def sectors(path: Path) -> list[str]:
        rows = CalamineWorkbook.from_path(path).get_sheet_by_name("lists").to_python()
        return [row[rows[0].index("sector")] for row in rows]

    assert "kites" in sectors(template.write(tmp_path / "own.xlsx", data))
    assert "kites" not in sectors(template.write(tmp_path / "other.xlsx", TINY))
    done = pcgraph("import", "--template", str(tmp_path / "cli.xlsx"), "--data", str(data))
    assert (done.returncode, (tmp_path / "cli.xlsx").read_bytes()) == (0, (tmp_path / "own.xlsx").read_bytes())


# ---- The source

SUBJECT = re.compile(r"pakistan|china|chinese|huawei|zte|urdu|beijing|islamabad|ntc\b", re.IGNORECASE)
# Files that may name a language or a script, a public data set, or the file that does know the subject.
ALLOWED = {
    "intake/spreadsheets/mappings/aiddata-gcdf.yml": r"Chinese|China",  # the data set, and the names of banks in it
    "page/app/map/names.js": r"isChinese",
    "page/app/save/text_lines.js": r"each Chinese sign",
    "page/app/text/tokens.js": r"an Urdu one|URDU_LETTERS",
    "page/template/page.js": r"URDU_LETTERS|isChinese|longest",  # built from these modules
    "page/app/text/dates.js": r"in Chinese 2025",
    "page/template/colours.css": r"Noto Nastaliq Urdu",  # names of fonts
    "page/template/panel.css": r"Noto Nastaliq Urdu",
    "store/project.py": r"\('pakistan', 'china'\)",  # shows what the shipped project file says
    "validation/rules/labels.py": r"Persian, Urdu and Hindi",
}


def test_no_code_knows_the_subject() -> None:
    source, found = ROOT / "src" / "pcgraph", []
    for path in sorted(path for path in source.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".gz")):
        name = path.relative_to(source).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if SUBJECT.search(line) and not re.search(ALLOWED.get(name, r"(?!)"), line):
                found.append(f"{name}:{number}: {line.strip()}")
    assert found == []

"""The page's answers: the questions of the catalogue that are for the page, their rows, and what a project chooses."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import page_views
import pcgraph
from helpers import TINY, changed
from pcgraph import page
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput
from pcgraph.page import View
from pcgraph.page.view import answers
from pcgraph.query.questions import catalogue
from pcgraph.store import data_folder, files
from pcgraph.store.project import Project

pytestmark = pytest.mark.slow

SHIPPED = [question for question in catalogue.catalogue().values() if question.page]
HEAD = "#+ title: {name}\n#+ question: Which {name}?\n#+ columns: {{thing: the thing}}\n"
BODY = "SELECT ?thing WHERE { ?thing a pcg:Talks } ORDER BY ?thing\n"


def text_of(view: View, cell: Any) -> str:
    """Return what the page shows of a cell in English."""
    if not isinstance(cell, dict):
        return str(cell)
    [(table, at)] = cell.items()
    tables: dict[str, Any] = {"node": view["nodes"], "engagement": view["engagements"], "source": view["sources"]}
    if table in tables:
        return str(tables[table]["title" if table == "source" else "label"][at])
    words: dict[str, Any] = dict(view["words"])
    return str(words[table][at]["label"])


def write(folder: Path, name: str, head: str, body: str = BODY) -> None:
    path = folder / "queries" / "own" / f"{name}.rq"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(name=name) + head + body, encoding="utf-8")


def names(kg: KnowledgeGraph) -> list[str]:
    return [answer["id"] for answer in kg.map().view["answers"]]


def with_project(kg: KnowledgeGraph, folder: Path) -> KnowledgeGraph:
    return changed(kg, project=Project(TINY, folder=folder))


def test_sixteen_questions_are_for_the_page_in_three_languages() -> None:
    assert sorted(question.page for question in SHIPPED) == list(range(1, 17))
    for question in SHIPPED:
        assert set(question.titles) == {"zh", "ur"}, question.name
        assert all(question.titles.values())
        assert question.keywords, question.name
        assert all(about["type"] == "date" for about in question.parameters.values()), question.name


def test_the_rows_are_those_of_the_query(tiny: KnowledgeGraph) -> None:
    view = tiny.map().view
    assert [answer["id"] for answer in view["answers"]] == [q.name for q in sorted(SHIPPED, key=lambda q: q.page)]
    for answer in view["answers"]:
        values = {"date": answer["day"]} if answer["day"] else {}
        result = tiny.query(answer["id"], **values)
        if answer["id"] == "contradicting-values":
            continue  # see below
        assert answer["count"] == len(result) > 0, answer["id"]
        columns = [name for name, _, _ in answer["columns"]]
        assert set(columns) <= set(result.columns)
        for cells, row in zip(answer["rows"], result.with_ids("label"), strict=True):
            shown = [text_of(view, cell) for cell in cells]
            expected = ["" if value is None else str(value) for value in (row[name] for name in columns)]
            for name, one, other in zip(columns, shown, expected, strict=True):
                # A thing without a label has its IRI in the result, and words from it on the page.
                assert one == other or ":" in other, (answer["id"], name)


def test_contradictions_are_one_row_for_each_property_with_every_value_once(tiny: KnowledgeGraph) -> None:
    for kg, view in ((tiny, tiny.map().view), (None, page_views.real_map().view)):
        answer = next(each for each in view["answers"] if each["id"] == "contradicting-values")
        assert [name for name, *_ in answer["columns"]][:3] == ["subject", "property", "values"]
        for row in answer["rows"]:
            given, sources = zip(*row[2], strict=True)  # type: ignore[arg-type]
            assert len(given) == len({str(each) for each in given}) > 1
            assert all(said and len({str(each) for each in said}) == len(said) for said in sources)
        subjects = [str(row[:2]) for row in answer["rows"]]
        assert len(subjects) == len({*subjects}) == answer["count"]
        if kg:
            pairs = kg.query("contradicting-values").to_polars()
            assert answer["count"] == pairs.select("subject", "property").n_unique()


def test_columns_that_say_nothing_are_left_out() -> None:
    found = {
        answer["id"]: [name for name, _, _ in answer["columns"]] for answer in page_views.real_map().view["answers"]
    }
    assert "partyLabel" not in found["who-only-talked"], "the party has that name anyway"
    assert "atLeast" not in found["who-funds-whom"], "it is empty in all rows"
    assert "identified" in found["claimed-and-identified-money"], "the header says what an empty cell means"


def test_a_hundred_rows_of_many_and_the_command_for_all() -> None:
    found = {answer["id"]: answer for answer in page_views.real_map().view["answers"]}
    assert len(found["what-was-signed"]["rows"]) == 100 < found["what-was-signed"]["count"]
    assert found["what-was-signed"]["command"] == "pcgraph query what-was-signed"
    assert len(found["who-trains-how-many"]["rows"]) == found["who-trains-how-many"]["count"] > 20


def test_a_date_is_the_day_of_the_page(tiny: KnowledgeGraph) -> None:
    early = pcgraph.load(TINY, as_of=date(2025, 2, 1))
    for kg, day in ((early, "2025-02-01"), (tiny, str(date(1970, 1, 1) + timedelta(tiny.map().view["today"])))):
        answer = next(found for found in kg.map().view["answers"] if found["day"])
        assert answer["day"] == day
        assert answer["command"] == f"pcgraph query {answer['id']} --param date={day}"
        assert answer["count"] == len(kg.query(answer["id"], date=day))


def test_a_project_chooses_its_own_questions(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    write(tmp_path, "second", "#+ page: 2\n")
    write(tmp_path, "first", "#+ page: 1\n#+ titles: {zh: 会谈}\n#+ keywords: [chat]\n")
    write(tmp_path, "not-on-the-page", "")
    write(tmp_path, "needs-a-party", "#+ page: 3\n#+ parameters: {party: {type: agent, example: acme}}\n")
    write(tmp_path, "triples", "#+ page: 4\n", "CONSTRUCT { ?a pcg:signsWith ?b } WHERE { ?a pcg:signsWith ?b }")
    view = with_project(tiny, tmp_path).map().view
    assert [answer["id"] for answer in view["answers"]] == ["first", "second"]
    first = view["answers"][0]
    assert first["command"] == "pcgraph query queries/own/first.rq"
    assert first["keywords"] == ["chat"]
    assert first["count"] == len(tiny.query(BODY))
    assert first["columns"] == [("thing", "thing", "the thing")]


def test_a_project_without_questions_for_the_page_has_none(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    write(tmp_path, "plain", "")
    assert names(with_project(tiny, tmp_path)) == []


def test_a_project_without_a_folder_of_questions_has_the_shipped_ones(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    assert len(names(with_project(tiny, tmp_path))) == 16


def test_a_faulty_question_is_named(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    write(tmp_path, "faulty", "#+ page: 1\n", "SELECT ?x WHERE { ?x a }")
    with pytest.raises(InvalidInput, match=r"faulty\.rq"):
        with_project(tiny, tmp_path).map()


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("page: first", "page is 'first'"),
        ("titles: 会谈", "titles is '会谈'"),
        ("keywords: chat", "keywords is 'chat'"),
    ],
)
def test_a_header_of_the_wrong_kind_is_refused(head: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=f"x.rq:1: query-header: {words}; expected"):
        catalogue.parse(f"#+ title: X\n#+ {head}\nASK {{}}", "x", "x.rq")


def test_a_build_is_another_if_a_question_changes(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(TINY)
    project = Project(tmp_path / "data", folder=tmp_path)
    write(tmp_path, "one", "#+ page: 1\n")
    before = data_folder.digest(project, files.home("ontology"))
    assert before == data_folder.digest(project, files.home("ontology"))
    write(tmp_path, "one", "#+ page: 2\n")
    assert before != data_folder.digest(project, files.home("ontology"))


def test_a_large_graph_has_no_answers(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_ENGAGEMENTS", 3)
    assert names(changed(tiny)) == []


@pytest.mark.parametrize("cell", [{"node": 10**6}, {"engagement": -1}, {"nothing": 0}])
def test_a_cell_that_leads_nowhere_is_refused(cell: dict[str, int]) -> None:
    view = copy.deepcopy(page_views.tiny())
    view["answers"][0]["rows"][0][0] = cell
    with pytest.raises(InvalidInput, match=rf"answers\.{view['answers'][0]['id']}\.{next(iter(cell))}: index"):
        page.render(view, heading="X")


def test_terms_have_their_other_names_and_countries_no_codes(tiny: KnowledgeGraph) -> None:
    words = tiny.map().view["words"]
    assert "MoU" in next(word for word in words["form"] if word["id"] == "v:mou")["aliases"]
    assert "negotiations" in next(word for word in words["type"] if word["id"] == "pcg:Talks")["aliases"]
    assert not any(name.isupper() for word in words["country"] for name in word.get("aliases", []))

"""Answers in files: the same bytes each time, and whatever changes later, in the file or in the graph, is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpers import TINY, pcgraph
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError
from pcgraph.query.cite import frozen_file
from pcgraph.query.cite.fact_hash import content_hash
from pcgraph.query.cite.frozen_answer import freeze
from pcgraph.query.cite.frozen_check import compare
from pcgraph.query.cite.frozen_file import NotFrozen, json_hash, text
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples

pytestmark = pytest.mark.slow

HERE = ("--data", str(TINY))
WHO = ("who-signed-with", "-p", "party=Acme")


def notes(done: Any) -> list[str]:
    return [line for line in done.stderr.splitlines() if not line.startswith("left out: ")]


@pytest.fixture(scope="module")
def frozen(tiny: KnowledgeGraph) -> dict[str, Any]:
    return freeze(tiny, catalogue.find("who-signed-with"), {"party": "Acme"})


@pytest.fixture
def file(frozen: dict[str, Any], tmp_path: Path) -> Path:
    path = tmp_path / "answer.json"
    path.write_text(text(frozen), encoding="utf-8")
    return path


def changed(content: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a copy with a change that its author hides: all checksums fit."""
    other = deepcopy(content)
    change(other)
    other["answer"]["number"] = len(other["answer"]["rows"])
    other["answer"]["sha256"] = json_hash(other["answer"])
    return {**other, "sha256": json_hash(other)}


def test_the_file_says_what_was_asked_and_what_proves_it(frozen: dict[str, Any], tiny: KnowledgeGraph) -> None:
    assert frozen["question"]["values"] == [["party", "Acme", "<https://w3id.org/pcgraph/id/acme>"]]
    assert "VALUES ?party { <https://w3id.org/pcgraph/id/acme> }" in frozen["question"]["query"]
    assert frozen["answer"]["columns"] == tiny.query("who-signed-with", party="acme").columns
    rows = [[term and term["value"] for term in row] for row in frozen["answer"]["rows"]]
    assert rows == [[*row] for row in tiny.query("who-signed-with", party="acme").rows]
    assert frozen["answer"]["rows"][0][1] == {
        "type": "literal", "value": "Harbour Authority of Nordland", "xml:lang": "en"
    }  # fmt: skip
    things = {each["thing"].rpartition("/")[2]: each["passages"] for each in frozen["evidence"]["things"]}
    assert [*things] == ["crane-agreement", "crane-contract", "harbour-authority"]
    assert {each["passage"].rpartition("/")[2] for each in things["crane-agreement"]} == {
        "borealis-2024#char=446,519", "harbour-2024#char=183,252", "tide-2025#char=321,384"
    }  # fmt: skip
    signed = next(each for each in things["crane-agreement"] if "harbour" in each["source"])
    assert signed == {
        "passage": "https://w3id.org/pcgraph/source/harbour-2024#char=183,252",
        "source": "https://w3id.org/pcgraph/source/harbour-2024",
        "pointer": "characters 183–252",
        "sha256": "b7fdb3804c83061c52fd055e3ab083054a976d9d8c987b3a1d8178f3a25efba3",
        "wordHash": "",
        "state": "hash-not-checked",
    }
    cited = {each["source"] for passages in things.values() for each in passages}
    assert {each["source"] for each in frozen["evidence"]["sources"]} == cited
    assert all(each["title"] and each["publisher"] for each in frozen["evidence"]["sources"])
    graphs = {each["graph"]: each["sha256"] for each in frozen["graph"]["graphs"]}
    source = [quad.triple for quad in tiny.raw if quad.graph_name.value == signed["source"]]
    assert graphs[signed["source"]] == content_hash(source)
    assert len([name for name in graphs if "/source/" in name]) == tiny.tables.sources.height
    assert frozen["citation"] == (
        "“Who signed with a party” (party=Acme), 2 rows (2026). In: Partnerships and their sources. "
        f"https://w3id.org/pcgraph/ SHA-256 of the answer: {frozen['answer']['sha256']}"
    )


def test_a_fact_that_is_known_by_its_words_has_their_hash(real: KnowledgeGraph) -> None:
    asked = "SELECT ?s ?h { GRAPH ?g { ?s pcg:statedIn ?p . ?p pcg:wordHash ?h } } ORDER BY ?s ?h LIMIT 9"
    found = freeze(real, catalogue.resolve(asked), {})
    hashes = {each["wordHash"] for thing in found["evidence"]["things"] for each in thing["passages"]}
    assert {row[1]["value"] for row in found["answer"]["rows"]} <= hashes


def test_two_runs_give_the_same_bytes_also_from_a_build(data: Path, tmp_path: Path) -> None:
    words = ("cite-answer", *WHO, "--as-of", "2025-06-01", "--data", str(data))
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    assert pcgraph(*words, "-o", str(one)).returncode == 0
    assert pcgraph(*words, "-o", str(other)).returncode == 0
    assert one.read_bytes() == other.read_bytes() == pcgraph(*words).stdout.encode()
    build = tmp_path / "build"
    asked = catalogue.resolve("SELECT ?s ?o { ?s pcg:participant ?o }")  # without an order
    fresh = text(freeze(api.load(data, build=None), asked, {}))
    assert pcgraph("build", "--data", str(data), "-o", str(build)).returncode == 0
    assert text(freeze(api.load(data, build=build), asked, {})) == fresh


@pytest.mark.exhaustive
def test_every_question_is_answered_again(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    for question in catalogue.catalogue().values():
        values = {name: about["example"] for name, about in with_examples(tiny.store, question).parameters.items()}
        if "" in values.values():  # nothing of this kind is in the graph
            continue
        path = tmp_path / f"{question.name}.json"
        path.write_text(text(freeze(tiny, question, values)), encoding="utf-8")
        assert compare(frozen_file.read(path), tiny).equal, question.name


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("ASK { id:acme a pcg:Company }", 1),
        ("CONSTRUCT { ?a pcg:signs ?b } WHERE { ?a pcg:signs ?b }", 6),
        ("SELECT ?a ?b { BIND(BNODE() AS ?a) ?b pcg:country id:nordland }", 9),
        ("SELECT ?a ?b { VALUES (?a ?b) { (UNDEF 1) (2.50 UNDEF) ('x\\n\"'@en-GB 1e3) } }", 3),
        ("SELECT ?a { ?a pcg:signs id:nordland }", 0),
    ],
)
def test_every_form_of_answer(query: str, number: int, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    content = freeze(tiny, catalogue.resolve(query), {})
    assert content["answer"]["number"] == len(content["answer"]["rows"]) == number
    assert content == freeze(tiny, catalogue.resolve(query), {})
    (tmp_path / "a.json").write_text(text(content), encoding="utf-8")
    assert compare(frozen_file.read(tmp_path / "a.json"), tiny).equal


def test_rows_without_an_order_are_sorted_and_others_stay(tiny: KnowledgeGraph) -> None:
    def ask(values: str, order: str = "") -> Any:
        return freeze(tiny, catalogue.resolve(f"SELECT ?a {{ VALUES ?a {{ {values} }} }} {order}"), {})["answer"]

    assert ask("3 1 2") == ask("2 3 1")
    assert [row[0]["value"] for row in ask("3 1 2", "ORDER BY DESC(?a)")["rows"]] == ["3", "2", "1"]


def test_files_and_typed_queries_are_frozen_too(tmp_path: Path) -> None:
    asked = "SELECT ?paper { ?paper pcg:signatory ?who }"
    (tmp_path / "papers.rq").write_text(asked)
    for words, stdin in (((str(tmp_path / "papers.rq"),), ""), (("-",), asked), ((asked,), "")):
        done = pcgraph("cite-answer", *words, "-p", "who=acme", *HERE, stdin=stdin)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["answer"]["number"] == 2
    done = pcgraph("cite-answer", "who-signd-with", *HERE)
    assert (done.returncode, done.stdout, len(notes(done))) == (2, "", 1)
    assert pcgraph("cite-answer", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", *HERE).returncode == 2


def test_the_same_graph_gives_the_same_answer(file: Path) -> None:
    done = pcgraph("verify", str(file), *HERE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"file: {file} is whole", "answer: the same 2 rows", "passages: the same 7", "graphs: the same 8"
    ]  # fmt: skip
    told = json.loads(pcgraph("verify", str(file), "--json", *HERE).stdout)
    assert (told["whole"], told["equal"], told["went"], told["graphs"]) == (True, True, [], [])


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "row": lambda content: content["answer"]["rows"][0][1].update(value="Harbour Authority of Sudland"),
    "lost row": lambda content: content["answer"]["rows"].pop(),
    "column": lambda content: content["answer"]["columns"].__setitem__(0, "ally"),
    "query": lambda content: content["question"].update(
        query=content["question"]["query"].replace("id/acme>", "id/borealis>")
    ),
    "hash": lambda content: content["evidence"]["things"][0]["passages"][0].update(sha256="0" * 64),
    "state": lambda content: content["evidence"]["things"][0]["passages"][0].update(state="proved"),
    "scope": lambda content: content["scope"].update(asOf="2024-12-31"),
}


@pytest.mark.parametrize("change", [*CHANGES.values(), lambda content: content.update(citation="(2027)")])
def test_a_change_in_the_file_is_damage(change: Callable[[Any], object], frozen: dict[str, Any], file: Path) -> None:
    content = deepcopy(frozen)
    change(content)
    file.write_text(json.dumps(content), encoding="utf-8")
    done = pcgraph("verify", str(file), *HERE)
    assert (done.returncode, done.stdout, len(notes(done))) == (2, "", 1)
    assert ": damaged: the checksum of the " in done.stderr


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("row", ["answer: differs: 1 of 2 rows went, 1 came", "  went: id:harbour-authority | Harbour Authority of S"]),
        ("lost row", ["answer: differs: 0 of 1 row went, 1 came", "  came: id:harbour-authority | Harbour "]),
        ("column", ["answer: differs: 0 of 2 rows went, 0 came; the columns are now partner, partnerLabel"]),
        ("query", ["answer: differs: 2 of 2 rows went, "]),
        ("hash", ["passages: 1 differs", "  id:crane-agreement: src:borealis-2024#char=446,519: another sha256"]),
        ("state", ["passages: 1 differs", "  id:crane-agreement: src:borealis-2024#char=446,519: state was proved"]),
        ("scope", ["answer: differs: 1 of 2 rows went, 0 came", "passages: "]),
    ],
)  # fmt: skip
def test_a_change_with_right_checksums_differs_from_the_graph(
    name: str, lines: list[str], frozen: dict[str, Any], file: Path
) -> None:
    file.write_text(text(changed(frozen, CHANGES[name])), encoding="utf-8")
    done = pcgraph("verify", str(file), *HERE)
    assert done.returncode == 1, done.stderr
    for line in lines:
        assert f"\n{line}" in done.stdout


def test_edited_data_and_another_day_are_found(file: Path, data: Path, frozen: dict[str, Any]) -> None:
    source = data / "sources" / "harbour-2024.ttl"
    source.write_text(source.read_text().replace("b7fdb3804c83", "000000000000"))
    done = pcgraph("verify", str(file), "--data", str(data))
    assert done.returncode == 1
    assert "\nanswer: the same 2 rows\n" in done.stdout
    assert "\n  id:crane-agreement: src:harbour-2024#char=183,252: another sha256\n" in done.stdout
    assert "\ngraphs: 1 differs\n  src:harbour-2024: another sha256\n" in done.stdout
    source.unlink()
    assert "\n  src:harbour-2024: went\n" in pcgraph("verify", str(file), "--data", str(data)).stdout
    earlier = compare(frozen, api.load(TINY, build=None, as_of="2024-12-31"))
    assert (len(earlier.went), earlier.came, earlier.equal) == (1, (), False)
    assert any(line.endswith("tide-2025: went") for line in earlier.graphs)


def test_a_new_source_alone_makes_no_other_answer(file: Path, data: Path) -> None:
    path = data / "sources" / "harbour-2024.ttl"
    path.write_text(path.read_text().replace('pcg:title "', 'pcg:title "New: ', 1))
    done = pcgraph("verify", str(file), "--data", str(data))
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("graphs: 1 differs\n  src:harbour-2024: another sha256\n")


def test_the_scope_of_the_file_holds_again(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    scope = ("--as-of", "2024", "--without", "digest")
    assert pcgraph("cite-answer", *WHO, *scope, *HERE, "-o", str(path)).returncode == 0
    content = json.loads(path.read_text())
    assert (content["scope"]["asOf"], content["scope"]["without"]) == ("2024-12-31", ["digest"])
    assert ", as of 2024-12-31, without digest, 1 row" in content["citation"]
    assert pcgraph("verify", str(path), *HERE).returncode == 0
    path.write_text(text(changed(content, lambda found: found["scope"].update(only=["gone"]))))
    done = pcgraph("verify", str(path), *HERE)
    assert done.returncode == 1
    assert done.stdout.splitlines()[1].startswith("answer: cannot be asked again: ")


@pytest.mark.parametrize(
    ("query", "code", "said"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 1, "SERVICE is refused"),
        ("DROP ALL", 1, "is refused"),
        ("SELECT ?s {", 1, "sparql-syntax"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", 5, "stopped after 0.2 s"),
    ],
)
def test_a_hostile_query_does_no_harm(
    query: str, code: int, said: str, frozen: dict[str, Any], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pcgraph.cli.read.cite_answer.SECONDS", 0.2)
    file.write_text(text(changed(frozen, lambda content: content["question"].update(query=query))), encoding="utf-8")
    done = pcgraph("verify", str(file), *HERE)
    assert done.returncode == code, done.stderr
    assert said in (done.stdout if code == 1 else done.stderr)
    assert done.stdout.count("\n") <= 2


def test_another_graph_is_named(frozen: dict[str, Any], file: Path) -> None:
    file.write_text(text(changed(frozen, lambda found: found["project"].update(base="https://x.org/"))))
    done = pcgraph("verify", str(file), *HERE)
    assert (done.returncode, done.stdout.splitlines()[1]) == (
        1,
        "answer: cannot be asked again: answer: of the graph https://x.org/; expected https://w3id.org/pcgraph/; "
        "choose the other graph with --data",
    )


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON as pcgraph writes it"),
        ("{}", "no frozen answer"),
        ("[]", "no frozen answer"),
        ('"pcgraph answer 1"', "no frozen answer"),
        ('{"kind": ["pcgraph answer 1"]}', "no frozen answer"),
        ('{"kind": "pcgraph answer 1"}', "$.answer is missing, unknown or of a wrong type"),
        (deep(100_000), "not JSON as pcgraph writes it"),
        ('{"kind": "pcgraph answer 1", "answer": ' + deep(100_000) + "}", "not JSON as pcgraph writes it"),
        ('{"kind": NaN}', "not JSON as pcgraph writes it"),
        ('{"kind": 1.5}', "not JSON as pcgraph writes it"),
        ('{"kind": ' + "9" * 5000 + "}", "not JSON as pcgraph writes it"),
        (b"\xff\xfe{}", "not JSON as pcgraph writes it"),
        (b"\x00" * 100, "not JSON as pcgraph writes it"),
    ],
)
def test_hostile_files_are_one_line(content: str | bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = pcgraph("verify", str(path), *HERE)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr == f"{path}: {said}; expected a file of  pcgraph cite-answer; get it again\n"


WRONG: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("$.scope.proved", lambda content: content["scope"].update(proved=1)),
    ("$.answer.number", lambda content: content["answer"].update(number=True)),
    ("$.answer.rows[0]", lambda content: content["answer"]["rows"].__setitem__(0, "row")),
    ("$.answer.rows[1][0].value", lambda content: content["answer"]["rows"][1][0].update(value=None)),
    ("$.answer.rows[0][0].type", lambda content: content["answer"]["rows"][0][0].pop("type")),
    ("$.evidence.things", lambda content: content["evidence"].update(things={})),
    ("$.more\\u001b[2J", lambda content: content.update({"more\x1b[2J": 1})),
    ("$.question.values[0][0]", lambda content: content["question"].update(values=[[1]])),
]


@pytest.mark.parametrize(("place", "change"), WRONG, ids=[place for place, _ in WRONG])
def test_wrong_types_are_named(
    place: str, change: Callable[[dict[str, Any]], object], frozen: dict[str, Any], file: Path
) -> None:
    content = deepcopy(frozen)
    change(content)
    file.write_text(json.dumps(content), encoding="utf-8")
    done = pcgraph("verify", str(file), *HERE)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f": {place} is missing, unknown or of a wrong type; expected a file of" in done.stderr


def test_other_files_that_are_none(file: Path, frozen: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(frozen_file.MOST_BYTES + 1)
    for name, said in (
        ("none.json", "cannot be read"),
        ("folder.json", "cannot be read"),
        ("huge.json", "larger than"),
    ):
        done = pcgraph("verify", str(tmp_path / name), *HERE)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr
    surrogate = text(frozen).replace("Who signed with a party", "\\ud800", 1)
    file.write_text(surrogate)
    with pytest.raises(NotFrozen, match="not Unicode text"):
        frozen_file.read(file)


def test_an_answer_that_is_too_large_is_refused(frozen: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen_file, "MOST_BYTES", 1 << 10)
    with pytest.raises(LimitError, match="expected at most 0 MB; ask for less"):
        text(frozen)


@pytest.mark.parametrize("option", [("--live",), ("--record",), ("--texts", ".")])
def test_options_for_all_passages_do_not_fit_a_file(option: tuple[str, ...], file: Path) -> None:
    done = pcgraph("verify", str(file), *option, *HERE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{option[0]}: does not fit a FILE; expected a FILE or {option[0]}; remove one of them\n"

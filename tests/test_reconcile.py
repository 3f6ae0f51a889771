"""Organisations are looked up at a reconciliation service, and a person decides which answers enter the register."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from faulty_endpoint import FaultyEndpoint
from helpers import TINY, everyday, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.testing import Reply, Request
from serving import serving

pytestmark = pytest.mark.slow

SPACE = "http://www.wikidata.org/entity/"
ITEMS = {"Acme": ("Q1", 100, True), "Borealis": ("Q2", 61.5, False), "Vik University": ("Q3", 90, False)}


class FakeService(FaultyEndpoint):
    """A reconciliation service that knows `ITEMS`; `change` may damage an answer, as faults of the class do too."""

    def __init__(self, kg: KnowledgeGraph, change: Callable[[Any], Any] | None = None, **more: Any) -> None:
        super().__init__(kg, **more)
        self._change = change or (lambda answer: answer)
        self.manifest: dict[str, Any] = {"versions": ["0.2"], "name": "Fake", "identifierSpace": SPACE, "batchSize": 4}
        self.batches: list[dict[str, Any]] = []

    def respond(self, request: Request) -> Reply:
        self.requests.append(request)
        if request.method == "GET":
            return Reply(200, "application/json", json.dumps(self.manifest).encode())
        batch = json.loads(parse_qs(request.body.decode())["queries"][0])
        self.batches.append(batch)
        found = {key: {"result": self._result(asked["query"])} for key, asked in batch.items()}
        body = self._change(found)
        return Reply(200, "application/json", body if isinstance(body, bytes) else json.dumps(body).encode())

    def _result(self, name: str) -> list[dict[str, Any]]:
        if name not in ITEMS:
            return []
        item, score, match = ITEMS[name]
        other = {"id": "Q9", "name": "=HYPERLINK(1)", "score": 5, "match": False}
        return [other, {"id": item, "name": name, "description": "a\nfirm\x1b", "score": score, "match": match}]


@pytest.fixture
def service(tiny: KnowledgeGraph) -> Any:
    with FakeService(tiny) as found:
        yield found


def propose(server: Any, out: Path, *words: str) -> Any:
    return pcgraph("reconcile", "--service", server.url, "-o", str(out), "--data", str(TINY), *words)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_every_organisation_is_asked_for_and_the_best_candidate_comes_first(
    service: FakeService, tmp_path: Path
) -> None:
    done = propose(service, tmp_path / "a.csv")
    assert done.returncode == 0, done.stderr
    found = rows(tmp_path / "a.csv")
    assert [(row["thing"], row["candidate"][len(SPACE) :], row["score"], row["match"]) for row in found] == [
        ("id:acme", "Q1", "100", "true"),
        ("id:acme", "Q9", "5", "false"),
        ("id:borealis", "Q2", "61.5", "false"),
        ("id:borealis", "Q9", "5", "false"),
        ("id:vik-university", "Q3", "90", "false"),
        ("id:vik-university", "Q9", "5", "false"),
    ]
    assert {row["accept"] for row in found} == {""}
    assert found[0]["description"] == "a firm\\u001b"  # no control characters
    assert found[1]["label"] == "'=HYPERLINK(1)"  # a spreadsheet must not run it
    asked = [query for batch in service.batches for query in batch.values()]
    assert max(map(len, service.batches)) == service.manifest["batchSize"]
    assert {"query": "Acme", "limit": 3, "properties": [{"pid": "P17", "v": "Nordland"}]} in asked
    assert len({query["query"] for query in asked}) == len(asked)
    assert f"{len(asked)} organisations asked, 3 have candidates" in done.stderr
    assert "without a candidate: " in done.stderr
    first = (tmp_path / "a.csv").read_bytes()
    assert propose(service, tmp_path / "b.csv").returncode == 0
    assert (tmp_path / "b.csv").read_bytes() == first


def test_other_services_get_no_property_of_wikidata(service: FakeService, tmp_path: Path) -> None:
    service.manifest["identifierSpace"] = "https://other.example/"
    assert propose(service, tmp_path / "a.csv").returncode == 0
    assert not any("properties" in query for batch in service.batches for query in batch.values())
    assert rows(tmp_path / "a.csv")[0]["candidate"] == "https://other.example/Q1"


FAULTS = {
    "500": (4, "500 Internal Server Error; expected an answer; try again later"),
    "slow": (5, "no complete answer within 0.5 s"),
    "html": (4, "answers with another format (text/html); expected application/json"),
    "half": (4, "broke off after"),
    "hang-up": (4, "expected a reconciliation service; check the address"),
    "redirect": (4, "redirects to another address"),
}


@pytest.mark.parametrize("after", everyday([0, 2], (2).__eq__))
@pytest.mark.parametrize("fault", FAULTS)
def test_a_service_that_fails_is_one_line_and_no_file(
    fault: str, after: int, tiny: KnowledgeGraph, tmp_path: Path
) -> None:
    code, said = FAULTS[fault]
    with FakeService(tiny, fault=fault, after=after) as server:
        done = propose(server, tmp_path / "a.csv", "--timeout", "0.5" if fault == "slow" else "20")
    assert (done.returncode, done.stderr.count("\n")) == (code, 1), done.stderr
    assert said in done.stderr
    assert not (tmp_path / "a.csv").exists()


def _first(found: dict[str, Any], **values: Any) -> dict[str, Any]:
    return found | {"q0": {"result": [{"id": "Q1", "name": "A", "score": 1} | values]}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: json.dumps(found).encode()[:-9], "its answer is not JSON"),
        (lambda _: b"[" * 100_000, "its answer is not JSON"),
        (lambda _: [], "its answer is JSON of another form"),
        (lambda found: found | {"q0": {}}, "an answer without results"),
        (lambda found: {key: found[key] for key in found if key != "q0"}, "an answer without results"),
        (lambda found: found | {"q0": {"result": ["Q1"]}}, "an answer without results"),
        (lambda found: _first(found, id=5), "a candidate without id or score"),
        (lambda found: _first(found, score="high"), "a candidate without id or score"),
        (lambda found: _first(found, id="Q 1>"), "an id that makes no IRI"),
    ],
)
def test_a_damaged_answer_is_one_line(
    change: Callable[[Any], Any], said: str, tiny: KnowledgeGraph, tmp_path: Path
) -> None:
    with FakeService(tiny, change) as server:
        done = propose(server, tmp_path / "a.csv")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1), done.stderr
    assert said in done.stderr
    assert not (tmp_path / "a.csv").exists()


def test_a_manifest_without_namespace_is_refused(service: FakeService, tmp_path: Path) -> None:
    service.manifest = {"name": "Old"}
    done = propose(service, tmp_path / "a.csv")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert "its manifest has no identifierSpace" in done.stderr


def accept(data: Path, *lines: str, header: str = "thing,candidate,accept") -> Any:
    path = data.parent / "accepted.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return pcgraph("reconcile", "--accept", str(path), "--data", str(data))


def contents(data: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def test_what_is_accepted_enters_the_register_and_nothing_else_changes(
    service: FakeService, data: Path, tmp_path: Path
) -> None:
    file = next(path for path in (data / "register").iterdir() if b"\nid:acme a " in path.read_bytes())
    file.write_text(file.read_text(encoding="utf-8").replace("\nid:acme a ", "\n# A maker of cranes.\nid:acme a ", 1))
    before = contents(data)
    out = tmp_path / "proposals.csv"
    assert pcgraph("reconcile", "--service", service.url, "-o", str(out), "--data", str(data)).returncode == 0
    assert contents(data) == before
    with_marks = out.read_text(encoding="utf-8").replace("true,\n", "true,Yes\n").replace("90,false,\n", "90,false,x\n")
    out.write_text("\ufeff" + with_marks.replace("\n", "\r\n"), encoding="utf-8", newline="")  # as Excel writes it
    done = pcgraph("reconcile", "--accept", str(out), "--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    after = contents(data)
    changed = {path for path in after if after[path] != before[path]}
    assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {str(path) for path in changed}
    text = b"".join(after[path] for path in sorted(changed)).decode()
    assert "# A maker of cranes.\nid:acme a " in text
    for line in ('pcg:identifierValue "Q1"', 'pcg:identifierValue "Q3"', "\nid:acme.wikidata a pcg:Identifier"):
        assert text.count(line) == 1
    assert "skos:exactMatch" not in text
    assert "Q2" not in text
    assert pcgraph("fmt", "--check", str(data)).returncode == 0
    checked = pcgraph("check", "--data", str(data))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    again = pcgraph("reconcile", "--accept", str(out), "--data", str(data))
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == "2 rows accepted, 2 of them already in the register\n"
    assert contents(data) == after
    assert pcgraph("reconcile", "--service", service.url, "-o", str(out), "--data", str(data)).returncode == 0
    assert {row["thing"] for row in rows(out)} == {"id:borealis"}  # the others are identified now


Q = "http://www.wikidata.org/entity/Q"
REFUSED: list[tuple[tuple[str, ...], str]] = [
    ((f"id:acme,{Q}1,perhaps",), "row 2: accept 'perhaps': unclear; expected yes"),
    (("id:acme,Q1,yes",), "row 2: candidate 'Q1': no address"),
    ((f"id:nobody,{Q}1,yes",), "row 2: id:nobody: not in the register"),
    ((f",{Q}1,yes",), "not in the register"),
    ((f"id:acme,{Q}1,yes", f"id:acme,{Q}2,yes"), "row 3: id:acme: accepted twice"),
    ((f"id:acme,{Q}1,yes", "id:borealis,https://www.wikidata.org/wiki/Q1,yes"), "Q1 is id:acme too"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "said"), REFUSED, ids=[said[:30] for _, said in REFUSED])
def test_a_doubtful_row_is_refused_and_nothing_is_written(lines: tuple[str, ...], said: str, data: Path) -> None:
    before = contents(data)
    done = accept(data, *lines)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), done.stderr
    assert said in done.stderr
    assert contents(data) == before


def test_an_address_of_no_known_scheme_becomes_a_match(data: Path) -> None:
    assert accept(data, "id:acme,https://cranes.example/acme,yes").returncode == 0
    text = "".join(path.read_text(encoding="utf-8") for path in (data / "register").iterdir())
    assert text.count("skos:exactMatch <https://cranes.example/acme>") == 1
    assert 'pcg:shownAt "https://cranes.example' not in text


def test_a_second_address_for_a_thing_is_refused(data: Path) -> None:
    assert accept(data, f"id:acme,{Q}1,yes").returncode == 0
    done = accept(data, f"acme,{Q}2,yes")
    assert done.returncode == 3
    assert f"id:acme: is {Q}1 already; expected one address; edit the register" in done.stderr


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("thing,candidate", "no column accept; expected thing, candidate, accept"),
        ("thing;candidate;accept", "semicolons"),
    ],
)
def test_a_file_of_another_form_is_refused(header: str, said: str, data: Path) -> None:
    done = accept(data, header=header)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert said in done.stderr
    missing = pcgraph("reconcile", "--accept", str(data / "no.csv"), "--data", str(data))
    assert (missing.returncode, missing.stderr.count("\n")) == (3, 1)


def test_output_and_accept_exclude_each_other(data: Path) -> None:
    done = pcgraph("reconcile", "--accept", "a.csv", "-o", "b.csv", "--data", str(data))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert pcgraph("reconcile", "--service", "nowhere", "--data", str(data)).returncode == 2


def test_the_client_and_the_service_of_the_project_understand_each_other(tmp_path: Path) -> None:
    with serving() as server:
        words = ("--service", f"{server.url}/reconcile", "-o", str(tmp_path / "a.csv"), "--data", str(TINY))
        assert pcgraph("reconcile", *words).returncode == 0
    found = rows(tmp_path / "a.csv")
    matched = {row["thing"]: row["candidate"] for row in found if row["match"] == "true"}
    assert len(matched) == len({row["thing"] for row in found})
    assert all(iri.endswith(f"/id/{thing.removeprefix('id:')}") for thing, iri in matched.items())

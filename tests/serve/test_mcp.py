"""Language models ask the graph over standard input and output; the client is that of the official SDK."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from helpers import PATIENCE, ROOT, TINY, pcgraph
from pcgraph.model.passages import STATE_LABELS
from serving import alive

pytestmark = pytest.mark.slow
LIMITS = ("--timeout", "3", "--max-rows", "30", "--max-bytes", "10000", "--max-query", "500")
CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "find": ("find", {"text": "acme", "limit": 2}),
    "find nothing": ("find", {"text": "Lumne Shipping"}),
    "show": ("show", {"thing": "Acme"}),
    "show a part": ("show", {"thing": "crane-agreement", "sections": ["steps"]}),
    "why a tie": ("why", {"thing": "acme", "relation": "signsWith", "other": "harbour-authority"}),
    "why a fact": ("why", {"thing": "crane-agreement", "relation": "status"}),
    "questions": ("questions", {"topic": "agreements"}),
    "questions of all topics": ("questions", {}),  # longer than --max-bytes
    "question": ("query", {"question": "who-signed-with", "parameters": {"party": "Acme"}}),
    "select": ("query", {"question": "SELECT ?e { ?e pcg:signatory ?who }", "parameters": {"who": "acme"}}),
    "tie": ("query", {"question": "SELECT ?a ?b { ?a pcg:signsWith ?b } ORDER BY ?a ?b"}),
    "count": ("query", {"question": "SELECT ?s (COUNT(*) AS ?n) { ?e pcg:currentStatus ?s } GROUP BY ?s"}),
    "ask": ("query", {"question": "ASK { id:acme a pcg:Company }"}),
    "construct": ("query", {"question": "CONSTRUCT WHERE { id:acme pcg:country ?c }"}),
    "unknown term": ("query", {"question": "SELECT ?e { ?e pcg:signatry ?who }"}),
}  # fmt: skip
ERRORS: list[tuple[str, dict[str, Any], str]] = [
    ("find", {}, "find: text: Field required"),
    ("find", {"txt": "a"}, "find: no parameter 'txt'; expected text, limit, skip; did you mean text?"),
    ("find", {"text": "a", "limit": 0}, "find: limit: Input should be greater than or equal to 1"),
    ("find", {"text": "…"}, "no letters and no digits"),
    ("show", {"thing": "acmee"}, "did you mean acme"),
    ("show", {"thing": "a" * 201}, "name: 201 characters; expected at most 200"),
    ("show", {"thing": "acme", "sections": ["tie"]}, "section 'tie': unknown; expected one of facts"),
    ("why", {"thing": "acme", "relation": "signsWith"}, "a tie, which has two ends"),
    ("why", {"thing": "acme", "relation": "amount"}, "nothing is said; expected one of"),
    ("why", {"thing": "acme", "relation": "loves", "other": "vik"}, "relation 'loves': unknown"),
    ("questions", {"topic": "lamps"}, "topic 'lamps': unknown; expected one of agreements"),
    ("query", {"question": "who-signd-with"}, "did you mean who-signed-with?"),
    ("query", {"question": "who-signed-with"}, "parameter 'party' is missing"),
    ("query", {"question": "SELECT ?s WHERE {\n ?s ?p"}, "sparql-syntax"),
    ("query", {"question": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, "SERVICE is refused"),
    ("query", {"question": "DELETE WHERE { ?s ?p ?o }"}, "DELETE is refused: the graph is read-only"),
    ("query", {"question": f"SELECT (COUNT(*) AS ?n) {CROSS}"}, "not finished after 3 s; expected a faster query"),
    (
        "query",
        {"question": "SELECT ?s { ?s ?p ?o } LIMIT 31"},
        "more than 30 rows; expected fewer; add ORDER BY, LIMIT",
    ),
    ("query", {"question": "SELECT * { ?s ?p ?o . ?x ?y ?z }"}, "more than 10,000 bytes"),
    ("query", {"question": "#" + "x" * 500}, "longer than 500 bytes"),
    ("answer", {}, "tool 'answer': unknown; expected one of find, show, why, questions, query"),
]


def server(*words: str) -> StdioServerParameters:
    return StdioServerParameters(
        command=sys.executable, args=["-m", "pcgraph", "mcp", *words], cwd=ROOT, env=dict(os.environ)
    )


async def talk(parameters: StdioServerParameters) -> dict[str, Any]:
    """Make all calls in one session, some at the same time, and return what came back."""
    found: dict[str, Any] = {}
    async with Client(stdio_client(parameters)) as client:
        found["tools"] = (await client.list_tools()).tools
        found["uris"] = [str(resource.uri) for resource in (await client.list_resources()).resources]
        for uri in found["uris"]:
            found[uri] = (await client.read_resource(uri)).contents[0]

        async def call(key: str, tool: str, arguments: dict[str, Any]) -> None:
            found[key] = await client.call_tool(tool, arguments)

        async with anyio.create_task_group() as group:
            for key, (tool, arguments) in CALLS.items():
                group.start_soon(call, key, tool, arguments)
        for number, (tool, arguments, _) in enumerate(ERRORS):
            await call(f"error {number}", tool, arguments)
        await call("after the errors", "find", {"text": "acme"})
    return found


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    return anyio.run(talk, server("--data", str(TINY), *LIMITS))


def answer(said: dict[str, Any], key: str) -> Any:
    result = said[key]
    assert not result.is_error, result.content[0].text
    return json.loads(result.content[0].text)


def test_every_tool_says_what_it_takes_and_that_it_only_reads(said: dict[str, Any]) -> None:
    tools = {tool.name: tool for tool in said["tools"]}
    assert list(tools) == ["find", "show", "why", "questions", "query"]
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert tool.description.count("\n") == 0
        assert all(about.get("description") for about in tool.input_schema["properties"].values())


def test_find_says_whether_there_is_more(said: dict[str, Any]) -> None:
    found = answer(said, "find")
    assert [row["id"] for row in found["rows"]] == ["id:acme", "id:acme-pilots"]
    assert found["more"] is True
    assert answer(said, "find nothing")["rows"] == []
    assert answer(said, "find nothing")["nearest"]


def test_each_answer_has_the_passages_of_what_it_names_with_their_states(said: dict[str, Any]) -> None:
    for key in ("show", "show a part", "question", "select"):
        found = answer(said, key)
        assert found["passages"], key
        assert {passage["state"] for passage in found["passages"]} <= {*STATE_LABELS.values()}
        assert sum(found["states"].values()) == len(found["passages"])
        assert {passage["passage"].partition("#")[0] for passage in found["passages"]} == {
            each["source"] for each in found["sources"]
        }
    proved = {each for passage in answer(said, "question")["passages"] for each in passage["proves"]}
    assert {"id:crane-agreement", "id:crane-agreement.signed"} <= proved
    assert not proved & {"id:acme", "id:harbour-authority"}  # their passages prove a name
    assert "register" in answer(said, "ask")["note"]


def test_a_tie_and_a_count_of_own_queries_have_the_passages_behind_them(said: dict[str, Any]) -> None:
    for key in ("tie", "count"):
        found = answer(said, key)
        proves = {passage["n"]: passage["proves"] for passage in found["passages"]}
        for _, row in zip(found["rows"], found["evidence"], strict=True):
            assert row["passages"], key
            assert not any({"id:acme", "id:borealis"} & {*proves[number]} for number in row["passages"])
    assert answer(said, "count")["columns"] == ["s", "n"]
    assert answer(said, "ask")["evidence"] == [{"passages": []}]


def test_show_returns_a_part_only_if_it_is_asked_to(said: dict[str, Any]) -> None:
    assert {"facts", "roles", "ties", "disputes"} <= {*answer(said, "show")}
    part = answer(said, "show a part")
    assert "facts" not in part
    assert next(row["status"] for row in part["steps"]) == "v:signed"


def test_why_explains_a_tie_and_a_fact(said: dict[str, Any]) -> None:
    (tie,) = [tie for tie in answer(said, "why a tie")["ties"] if tie["engagement"] == "id:crane-agreement"]
    assert {row["state"] for row in tie["evidence"]} <= {*STATE_LABELS.values()}
    fact = answer(said, "why a fact")
    assert fact["steps"][0]["status"] == "v:signed"
    assert {row["source"] for row in fact["evidence"]} == {source for row in fact["steps"] for source in row["sources"]}


def test_query_answers_like_the_command_line(said: dict[str, Any]) -> None:
    done = pcgraph("query", "who-signed-with", "-p", "party=acme", "-f", "csv", "--ids", "short", "--data", str(TINY))
    here = answer(said, "question")
    assert [[*here["columns"]], *here["rows"]] == [*csv.reader(done.stdout.splitlines())]
    assert here["notes"] == ["Acme: id:acme, Acme"]
    assert answer(said, "ask")["rows"] == [[True]]
    assert answer(said, "construct")["rows"] == [["id:acme", "pcg:country", "id:nordland"]]
    assert ["id:crane-agreement"] in answer(said, "select")["rows"]
    assert "pcg:signatry: occurs nowhere" in answer(said, "unknown term")["notes"][0]
    found = answer(said, "questions of all topics")
    assert found["next"] == {"skip": len(found["questions"])}
    assert all(question["topic"] == "agreements" for question in answer(said, "questions")["questions"])


@pytest.mark.parametrize("number", range(len(ERRORS)), ids=[f"{tool}-{line[:30]}" for tool, _, line in ERRORS])
def test_an_error_is_one_line(number: int, said: dict[str, Any]) -> None:
    result = said[f"error {number}"]
    (content,) = result.content
    assert result.is_error
    assert ERRORS[number][2] in content.text
    assert "expected" in content.text
    assert "\n" not in content.text
    assert not said["after the errors"].is_error


def test_the_ontology_and_the_methods_are_resources(said: dict[str, Any]) -> None:
    assert said["uris"] == ["pcgraph://ontology", "pcgraph://methods"]
    assert said["pcgraph://ontology"].mime_type == "text/turtle"
    assert "pcg:signsWith a owl:ObjectProperty" in said["pcgraph://ontology"].text.replace(" ,", "").replace("\n", " ")
    assert "4 sources are 3 independent voices" in said["pcgraph://methods"].text.lower()
    assert "a plan is no deed" in said["pcgraph://methods"].text


@pytest.mark.exhaustive
def test_standard_output_has_only_the_protocol_and_the_workers_end_with_the_client() -> None:
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "query", "arguments": {"question": "x y"}},
        },
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "pcgraph", "mcp", "--data", str(TINY)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        process.stdin.write("not JSON\n" + "".join(json.dumps(line) + "\n" for line in lines))
        process.stdin.flush()
        answers = []
        while not any(each.get("id") == 2 for each in answers):
            answers.append(json.loads(process.stdout.readline()))
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert [json.loads(line)["jsonrpc"] for line in out.splitlines()] == ["2.0"] * len(out.splitlines())
    assert err == "left out: courier-2025 (retracted 2025-05-10)\n"
    assert children
    assert not any(alive(int(child)) for child in children)


LARGEST = "SELECT ?a { ?e pcg:participant ?a } GROUP BY ?a ORDER BY DESC(COUNT(DISTINCT ?e)) ?a LIMIT 20"


@pytest.fixture(scope="module")
def real_answers() -> dict[str, str]:
    """Return the answers on the shipped graph to all questions, with their examples, and about the largest things."""

    async def ask() -> dict[str, str]:
        found: dict[str, str] = {}
        async with Client(stdio_client(server())) as client:

            async def call(key: str, tool: str, **arguments: Any) -> Any:
                result = await client.call_tool(tool, arguments)
                assert not result.is_error, result.content[0].text
                found[key] = result.content[0].text
                return json.loads(found[key])

            for asked in (await call("questions", "questions"))["questions"]:
                values = {name: about["example"] for name, about in asked["parameters"].items()}
                await call(asked["name"], "query", question=asked["name"], parameters=values)
            for (thing,) in (await call("largest", "query", question=LARGEST))["rows"]:
                await call(thing, "show", thing=thing)
            await call("find", "find", text="pakistan", limit=100)
            await call("why", "why", thing="huawei", relation="signsWith", other="ntc")
            await call("more", "query", question="timeline-of-steps", limit=3, skip=3)
        return found

    return anyio.run(ask)


@pytest.mark.exhaustive
def test_no_answer_of_the_real_graph_is_longer_than_20_kilobytes(real_answers: dict[str, str]) -> None:
    assert len(real_answers) >= 65 + 20
    assert {key: size for key, text in real_answers.items() if (size := len(text.encode())) > 20_000} == {}


@pytest.mark.exhaustive
def test_each_row_has_the_passages_that_prove_it_or_says_that_it_has_none(real_answers: dict[str, str]) -> None:
    for key, text in real_answers.items():
        found = json.loads(text)
        if "evidence" in found and "columns" in found:
            assert len(found["evidence"]) == len(found["rows"]), key
            cited = {number for row in found["evidence"] for number in row["passages"]}
            assert cited == {passage["n"] for passage in found["passages"]}, key
            silent = not all(row["passages"] for row in found["evidence"])
            assert ("without passages" in found.get("note", "")) == silent, key


@pytest.mark.exhaustive
@pytest.mark.parametrize("question", ["money-by-funder-and-year", "commitments-and-payments", "sectors-by-engagements",
                                      "relations-between", "who-attended"])  # fmt: skip
def test_sums_counts_and_ties_have_passages_of_their_engagements(question: str, real_answers: dict[str, str]) -> None:
    found = json.loads(real_answers[question])
    proves = {passage["n"]: passage["proves"] for passage in found["passages"]}
    assert all(row["passages"] for row in found["evidence"])
    named = {cell for row in found["rows"] for cell in row}
    assert not any(named.intersection(things) for things in proves.values())  # no passage of a party, only of deeds


@pytest.mark.exhaustive
def test_what_is_left_out_can_be_asked_for(real_answers: dict[str, str]) -> None:
    first, more = json.loads(real_answers["timeline-of-steps"]), json.loads(real_answers["more"])
    assert first["left_out"]["rows"] > 1000
    assert first["next"] == {"skip": len(first["rows"])}
    assert more["rows"] == first["rows"][3:6]
    assert more["next"] == {"skip": 6}
    shown = json.loads(real_answers["id:huawei"])
    assert shown["next"]["skip"] > 0
    assert shown["left_out"].keys() == {*shown["next"]["sections"]}
    assert "next_step" in shown


@pytest.mark.exhaustive
def test_the_real_graph_answers(real_answers: dict[str, str]) -> None:
    assert json.loads(real_answers["id:huawei"])["states"]["proved"] >= 1
    assert "proved" in {row["state"] for row in json.loads(real_answers["why"])["ties"][0]["evidence"]}


def test_without_the_sdk_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['pcgraph', 'mcp'];from pcgraph.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "pcgraph[mcp]: mcp is not installed; expected the extra 'mcp'; run  make  in a clone, or  pip install mcp\n"
    )


@pytest.mark.parametrize("option", ["--timeout", "--memory", "--max-rows", "--max-bytes", "--max-query"])
def test_a_limit_of_nothing_is_refused(option: str) -> None:
    done = pcgraph("mcp", option, "0", "--data", str(TINY))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{option} 0: too small")

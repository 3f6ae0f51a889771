"""The optional model: what is sent, and that only what the text proves comes back."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from helpers import TINY, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import EndpointError, UsageError
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.model_client import ask_model
from pcgraph.intake.drafting.reading import Knowledge

pytestmark = pytest.mark.slow

TEXT = "Acme and the Harbour Authority will sign a charter worth about 5 million euros with Zenith Cables by 2030."
KEYS = {"PCGRAPH_MODEL": "small", "PCGRAPH_MODEL_KEY": "s3cret"}
NOTHING = {"id": None, "number": None, "date": None, "name": None, "qualifier": None}


class Fake:
    """A model server that always answers the same and keeps what it was asked."""

    def __init__(self, status: int = 200) -> None:
        self.content, self.status = "", status
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.url = ""


@contextmanager
def server(values: list[dict[str, Any]], class_: str = "Agreement", status: int = 200) -> Iterator[Fake]:
    fake = Fake(status)
    fake.content = json.dumps({"engagements": [{"class": class_, "values": [NOTHING | value for value in values]}]})

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            answer = json.dumps({"choices": [{"message": {"content": fake.content}}]}).encode()
            if fake.status != 200:
                answer = b"no: " + self.headers.get("Authorization", "").encode()
            self.send_response(fake.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: object) -> None:
            del args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()  # seconds until it stops
        fake.url = f"http://127.0.0.1:{running.server_port}/v1"
        yield fake
        running.shutdown()


def asked(graph: KnowledgeGraph, known: Knowledge, fake: Fake, *, offline: bool = False) -> list[dict[str, Any]]:
    before = draft(TEXT, known) if offline else []
    return [each.as_json() for each in ask_model(TEXT, graph, known, before, None, fake.url, KEYS)]


PARTY = {"field": "signatory", "quote": "Acme", "id": "acme"}


def test_one_request_with_the_schema_the_text_and_the_key(graph: KnowledgeGraph, known: Knowledge) -> None:
    with server([PARTY]) as fake:
        asked(graph, known, fake)
    ((path, headers, body),) = fake.asked
    assert path == "/v1/chat/completions"
    assert headers["authorization"] == "Bearer s3cret"
    assert body["model"] == "small"
    assert TEXT in body["messages"][0]["content"]
    schema = body["response_format"]["json_schema"]["schema"]
    value = schema["properties"]["engagements"]["items"]["properties"]["values"]["items"]["properties"]
    assert {"acme", "harbour-authority", "signed"} <= set(value["id"]["enum"])
    assert "borealis" not in value["id"]["enum"]  # the text does not name it
    assert {"signatory", "amount", "status", "date"} <= set(value["field"]["enum"])


def test_values_have_the_offsets_of_their_quotes(graph: KnowledgeGraph, known: Knowledge) -> None:
    values = [
        PARTY,
        {"field": "signatory", "quote": "Zenith Cables", "name": "Zenith Cables"},
        {"field": "status", "quote": "will  sign", "id": "planned"},
        {"field": "amount", "quote": "5 million", "number": 5e6, "qualifier": "about"},
        {"field": "currency", "quote": "euros", "name": "EUR"},
        {"field": "expected", "quote": "2030", "date": "2030"},
    ]
    with server(values) as fake:
        ((found),) = asked(graph, known, fake)
    assert {name: [value["value"] for value in each] for name, each in found["fields"].items()} == {
        "signatory": ["acme", None],
        "status": ["planned"],
        "amount": [5000000],
        "currency": ["EUR"],
        "expected": ["2030"],
    }
    for each in found["fields"].values():
        for value in each:
            assert value["rule"] == "model"
    assert TEXT[slice(*(found["fields"]["status"][0][name] for name in ("start", "end")))] == "will sign"
    assert found["fields"]["amount"][0]["qualifier"] == "about"


@pytest.mark.parametrize(
    "value",
    [
        {"field": "signatory", "quote": "Acme Ltd", "id": "harbour-authority"},  # not in the text
        {"field": "signatory", "quote": "", "id": "harbour-authority"},
        {"field": "signatory", "quote": "Zenith Cables", "id": "borealis"},  # no candidate
        {"field": "signatory", "quote": "Zenith Cables", "name": "Zenith"[::-1]},
        {"field": "status", "quote": "will sign", "id": "done"},
        {"field": "expected", "quote": "2030", "date": "around 2030"},
        {"field": "amount", "quote": "5 million", "number": "lots"},
        {"field": "amount", "quote": "5 million", "number": True},
        {"field": "currency", "quote": "euros", "name": "euros"},
        {"field": "edition", "quote": "5", "number": 5},  # no field of an agreement
        {"field": "sector", "quote": "charter", "id": "acme"},
        {"field": "invented", "quote": "Acme", "id": "acme"},
    ],
)
def test_what_the_text_does_not_prove_is_dropped(
    graph: KnowledgeGraph, known: Knowledge, value: dict[str, Any]
) -> None:
    with server([PARTY, value]) as fake:
        ((found),) = asked(graph, known, fake)
    assert [(name, each["value"]) for name, values in found["fields"].items() for each in values] == [
        ("signatory", "acme")
    ]


def test_the_weaker_status_of_both_is_taken(graph: KnowledgeGraph, known: Knowledge) -> None:
    values = [PARTY, {"field": "status", "quote": "sign", "id": "signed"}]
    with server(values) as fake:
        found = asked(graph, known, fake, offline=True)
    assert [each["fields"]["status"][0]["value"] for each in found] == ["planned"]


@pytest.mark.parametrize("content", ["", "not JSON", "[]", '{"engagements": 3}', '{"other": []}'])
def test_an_answer_that_is_no_draft_is_one_error_or_nothing(
    graph: KnowledgeGraph, known: Knowledge, content: str
) -> None:
    with server([PARTY]) as fake:
        fake.content = content
        if content.startswith('{"engagements"'):
            assert asked(graph, known, fake) == []
        else:
            with pytest.raises(EndpointError, match="answers without a draft; expected JSON"):
                asked(graph, known, fake)


def test_no_message_shows_the_key(graph: KnowledgeGraph, known: Knowledge) -> None:
    with server([PARTY], status=401) as fake, pytest.raises(EndpointError, match="PCGRAPH_MODEL_KEY") as error:
        asked(graph, known, fake)
    assert "s3cret" not in str(error.value)


def test_the_name_of_a_model_is_needed(graph: KnowledgeGraph, known: Knowledge) -> None:
    with pytest.raises(UsageError, match="PCGRAPH_MODEL; set the variable"):
        ask_model(TEXT, graph, known, [], None, "http://127.0.0.1:9/v1", {})


def test_the_command_asks_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with server([PARTY]) as fake:
        done = pcgraph("draft", "-", "--data", str(TINY), "--model", fake.url, "--json", stdin=TEXT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["fields"]["signatory"][0]["rule"] == "model"

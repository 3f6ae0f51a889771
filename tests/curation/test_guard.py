"""Nobody but the page itself reaches the app of `pcgraph curate`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from helpers import TINY
from pcgraph.store import files
from pcgraph.store.project import find
from pcgraph.web.curate import app
from pcgraph.web.curate.app import create_app
from pcgraph.web.curate.desk import Desk

TOKEN = "k3y"  # noqa: S105 - of this test
HOST = "127.0.0.1:8010"
ORIGIN = {"origin": f"http://{HOST}", "host": HOST}
UNDO = f"/{TOKEN}/api/undo"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = shutil.copytree(TINY, tmp_path_factory.mktemp("project") / "data")
    desk = Desk(find(data), files.home("ontology"), None)
    with TestClient(create_app(desk, TOKEN), base_url=f"http://{HOST}") as made:
        yield made


def test_the_page_is_let_in(client: TestClient) -> None:
    for path, kind in (("", "text/html"), ("main.js", "text/javascript"), ("curate.css", "text/css")):
        answer = client.get(f"/{TOKEN}/{path}")
        assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert client.get(f"/{TOKEN}/api/queue").status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/queue", "/k3/api/queue", "/k3yy/", "/main.js"])
def test_without_the_token(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "0.0.0.0:8010", "[::1]:8010"])
def test_another_host(client: TestClient, host: str) -> None:
    assert client.get(f"/{TOKEN}/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": f"https://{HOST}"},
        ORIGIN | {"sec-fetch-site": "cross-site"},
        ORIGIN | {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_page(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post(UNDO, json={}, headers={"host": HOST, **headers})
    assert answer.status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_page(client: TestClient, kind: str) -> None:
    answer = client.post(UNDO, content="{}", headers=ORIGIN | {"content-type": kind})
    assert answer.status_code == 415


def test_a_change_from_the_page(client: TestClient) -> None:
    answer = client.post(UNDO, json={}, headers=ORIGIN)
    assert answer.status_code == 422
    assert "has no step" in answer.json()["lines"][0]


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_that_is_too_long(client: TestClient, declared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a Content-Length, the body comes in pieces of unknown number."""
    monkeypatch.setattr(app, "MOST", 1000)
    pieces = b" " * 999 + b"{}"
    content = pieces if declared else (pieces[at : at + 100] for at in range(0, len(pieces), 100))
    answer = client.post(UNDO, content=content, headers=ORIGIN | JSON)
    assert answer.status_code == 413
    [line] = answer.json()["lines"]
    assert line.startswith("request: longer than 1,000 bytes; expected ")
    shorter = client.post(UNDO, content=iter([b"{}"]), headers=ORIGIN | JSON)
    assert (shorter.status_code, "has no step" in shorter.text) == (422, True)


@pytest.mark.parametrize("path", ["check", "things", "verdicts"])
@pytest.mark.parametrize("body", ["[" * 90_000, '{"dispute":' * 90_000, "nodes"])
def test_json_that_is_nested_too_deep(
    client: TestClient, path: str, body: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if body == "nodes":  # not too deep for the parser, but for a form
        start = '{"id": "", "class": "", "rest": "", "fields": {}, "passages": [], "steps": ['
        body = '{"node": ' + start * 400 + "]}" * 400 + "}"
    answer = client.post(f"/{TOKEN}/api/{path}", content=body, headers=ORIGIN | JSON)
    assert (answer.status_code, capsys.readouterr().err) == (400, "")
    [line] = answer.json()["lines"]
    assert "; expected " in line


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("body", ["", "{", "[]", "1", '"x"', '{"slug": 1}', '{"slug": "quay-post"}', "null"])
@pytest.mark.parametrize(
    "path",
    ["check", "save", "passage", "register", "sources", "consequences", "verdicts", "judgements", "things"],
)
def test_a_body_that_means_nothing(client: TestClient, path: str, body: str) -> None:
    answer = client.post(f"/{TOKEN}/api/{path}", content=body, headers=ORIGIN | JSON)
    assert answer.status_code in (400, 422)
    assert all("; expected " in line for line in answer.json()["lines"])


NODE = {"id": "x", "class": "Talks", "fields": {}, "passages": [], "steps": [], "unnamed": [], "representatives": []}
CHANGE = {"slug": "digest", "sha": "", "id": "x", "node": {**NODE, "rest": ""}, "passages": []}


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": 1},
        {"node": NODE},
        {"node": {**NODE, "rest": "", "steps": [1]}},
        {"node": {**NODE, "rest": "", "fields": {"date": ["2024"]}}},
        {"passages": [{"start": 1}]},
    ],
)
def test_a_change_of_another_shape(client: TestClient, wrong: dict[str, Any]) -> None:
    right = client.post(f"/{TOKEN}/api/save", json=CHANGE, headers=ORIGIN)
    assert right.status_code == 409
    answer = client.post(f"/{TOKEN}/api/save", json=CHANGE | wrong, headers=ORIGIN)
    assert answer.status_code == 400
    assert answer.json()["lines"][0].startswith("request: wrong ")


@pytest.mark.parametrize("error", [KeyError("x"), TypeError("x"), ValueError("x"), RuntimeError("x")])
def test_an_error_of_the_app_is_no_wrong_request(
    client: TestClient, error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Desk) -> None:
        raise error

    monkeypatch.setattr(Desk, "queue", fail)
    answer = client.get(f"/{TOKEN}/api/queue")
    assert answer.status_code == 500
    (line,) = answer.json()["lines"]
    assert line.startswith("The app itself has failed; what you entered is not the cause.")
    assert answer.headers["cache-control"] == "no-store"
    assert f"{type(error).__name__}: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["app.py", "..%2fapp.py", "%2e%2e/app.py", "page.html.j2", "__init__.py", "nothing.js", "nothing"]
)
def test_other_files_are_not_served(client: TestClient, name: str) -> None:
    assert client.get(f"/{TOKEN}/{name}").status_code == 404


def test_no_answer_is_shared_with_other_pages(client: TestClient) -> None:
    answer: Any = client.options(f"/{TOKEN}/api/save", headers=ORIGIN | {"origin": "http://evil.example"})
    assert answer.status_code in (403, 405)
    assert "access-control-allow-origin" not in answer.headers

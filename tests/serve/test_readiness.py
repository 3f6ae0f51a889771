"""What /ready says about each part of the server."""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from helpers import PATIENCE, changed
from pcgraph.api import KnowledgeGraph
from pcgraph.page import map as page_map
from pcgraph.version import __version__
from pcgraph.web import context, limits
from pcgraph.web.app import create_app
from pcgraph.web.context import State, site_for
from pcgraph.web.limits import Limits
from pcgraph.web.pool.worker import Fault
from pcgraph.web.protocol import service_description, sparql_protocol
from pcgraph.web.server import readiness


class Workers:
    """Workers that answer, as long as they are there."""

    there, room = True, 1000

    async def run(self, job: Any, client: str, gone: Any) -> None:
        del job, client
        gone.close()
        if not self.there:
            raise Fault(503, "busy")


@pytest.fixture
def workers() -> Workers:
    return Workers()


@pytest.fixture
def server(tiny: KnowledgeGraph, workers: Workers) -> Iterator[TestClient]:
    with client(changed(tiny, page="<header></header>"), workers) as found:
        yield found


def client(kg: KnowledgeGraph, workers: Any) -> TestClient:
    state = State(kg, "0123456789abcdef0123", Limits(max_bytes=1000), workers, frozenset({"testserver"}))
    return TestClient(create_app(state))


def answer(server: TestClient) -> tuple[int, str]:
    got = server.get("/ready")
    assert (got.json()["build"], got.json()["version"]) == ("0123456789abcdef", __version__)
    assert got.headers["cache-control"] == "no-store"
    return got.status_code, got.json()["status"]


def test_a_server_whose_parts_work_is_ready(server: TestClient) -> None:
    assert answer(server) == (200, "ok")
    assert server.head("/ready").status_code == 200


def test_without_a_worker_it_is_not_ready(server: TestClient, workers: Workers) -> None:
    workers.there = False
    assert answer(server) == (
        503,
        "workers: none answered in 3 s; expected an answer; ask again, or start the server again",
    )


def test_without_memory_for_one_more_answer_it_is_not_ready(server: TestClient, workers: Workers) -> None:
    workers.room = 999
    assert answer(server) == (
        503,
        "memory: 999 bytes free for answers that are being read; expected 1,000; ask again",
    )


def test_without_a_folder_for_temporary_files_it_is_not_ready(
    server: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    status, line = answer(server)
    assert status == 503
    assert line.startswith("temporary files: cannot be written (No space left on device); expected ")


def test_without_room_on_disk_it_is_not_ready(server: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    free = shutil.disk_usage(tempfile.gettempdir()).free
    monkeypatch.setattr(readiness, "FREE", 10 * free)
    status, line = answer(server)
    assert status == 503
    assert line.startswith("disk: ")
    assert f"expected {10 * free:,}; remove files" in line


def test_it_is_ready_when_the_page_is_drawn(
    tiny: KnowledgeGraph, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "HEALTH", 0.05)
    monkeypatch.setattr(sparql_protocol, "HEALTH", limits.HEALTH)
    go, calls = threading.Event(), []

    class Slow(KnowledgeGraph):
        def map(self, *_: Any, **__: Any) -> Any:
            calls.append(1)
            assert go.wait(PATIENCE)
            if len(calls) == 1:
                raise OSError("no fonts")
            return type("Map", (), {"html": "<header></header>"})

    with client(Slow(changed(tiny, read_page=lambda: None)), workers) as server:
        assert answer(server) == (503, "page: still being drawn; expected to be ready in a minute; ask again")
        assert answer(server)[0] == 503
        assert len(calls) == 1  # one at a time
        go.set()
        monkeypatch.setattr(readiness, "HEALTH", 20.0)
        status, line = answer(server)
        assert (status, line.split(";")[0]) == (503, "page: cannot be drawn (OSError)")
        assert answer(server) == (200, "ok")


def test_no_client_waits_for_what_was_drawn_before_a_process_took_over(
    tiny: KnowledgeGraph, workers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "WAIT", 0.01)
    state = State(changed(tiny, page="<header></header>"), "k", Limits(), workers, frozenset({"testserver"}))
    readiness.draw(state, "http://testserver")
    monkeypatch.setattr(service_description, "describe", lambda *_: pytest.fail("described again"))
    with site_for(state)._lock, TestClient(create_app(state)) as server:  # as if something else were being drawn
        paths = ("/", "/query", "/index.html", "/id/index.html", "/resolve?name=Acme", "/.well-known/void")
        found = {path: server.get(path).status_code for path in paths}
        assert set(found.values()) == {200}, found


def test_without_pyvis_and_a_build_everything_but_the_map_is_served(
    tiny: KnowledgeGraph, workers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyvis", None)
    kg = changed(tiny, read_page=lambda: None, built_page=None)
    vars(kg).pop("page", None)  # another test of this process may have drawn it
    line = (
        "page: pyvis, which draws it, is not installed; expected pyvis or the page of a build; "
        "run  pip install pyvis==0.3.2 , or  pcgraph build  where pyvis is installed"
    )
    state = State(kg, "k", Limits(), workers, frozenset({"testserver"}))
    readiness.draw(state, "http://testserver")  # as at a reload, which it does not stop
    with client(kg, workers) as server:
        assert answer(server) == (503, line)
        got = server.get("/")
        assert (got.status_code, got.text) == (503, f"{line}\n")
        paths = ("/query", "/index.html", "/id/index.html", "/id/acme.html", "/dump.nq.gz", "/.well-known/void")
        assert {path: server.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_with_too_many_ties_for_a_page_everything_but_the_map_is_served(
    tiny: KnowledgeGraph, workers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_map, "MOST_SHOWN", 3)
    kg = changed(tiny, read_page=lambda: None, built_page=None)
    vars(kg).pop("page", None)  # another test of this process may have drawn it
    with client(kg, workers) as server:
        assert answer(server) == (200, "ok")
        monkeypatch.setattr(type(kg), "map", lambda _: pytest.fail("drawn again"))
        got = server.get("/")
        assert (got.status_code, got.text.split(";")[1]) == (404, " expected at most 3, which a browser can show")
        assert server.get("/query").status_code == 200

"""Compressed answers: the same content, an ETag of their own, and no copy for each client."""

from __future__ import annotations

import asyncio
import gzip
from types import SimpleNamespace
from typing import Any

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from pcgraph.api import KnowledgeGraph
from pcgraph.web.app import create_app
from pcgraph.web.context import State
from pcgraph.web.http import caching
from pcgraph.web.limits import PACKED, PIECE, Limits
from pcgraph.web.pages.html import style_name
from pcgraph.web.pool import worker
from pcgraph.web.pool.manager import Answer

PAGES = ("/", "/data.html", "/id/acme.html", "/ontology.ttl", f"/{style_name()}", "/questions/who-signed-with.html")
ROWS = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT %d"


class InProcess:
    """Answers queries as a worker does, in this process."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    async def run(self, job: Any, client: str, gone: Any) -> Answer:
        del client
        gone.close()
        head, body = worker._answered(self.store, job, Limits())
        return Answer(head["media"], memoryview(body), head["seconds"], head["hints"], head["packed"])


@pytest.fixture(scope="module")
def app(tiny: KnowledgeGraph) -> Any:
    workers: Any = InProcess(tiny.store)
    return create_app(State(tiny, "k", Limits(requests_per_minute=0), workers, frozenset({"testserver"})))


@pytest.fixture(scope="module")
def served(app: Any) -> TestClient:
    return TestClient(app)


def get(served: TestClient, path: str, encoding: str, **more: Any) -> Any:
    """Return an answer whose `raw` are the bytes that were sent."""
    with served.stream("GET", path, headers={"Accept-Encoding": encoding, **more}) as got:
        return SimpleNamespace(status=got.status_code, headers=got.headers, raw=b"".join(got.iter_raw()))


@pytest.mark.parametrize("path", [*PAGES, "/sparql?query=" + ROWS % 50])
def test_a_client_that_reads_gzip_gets_the_same_content_in_fewer_bytes(path: str, served: TestClient) -> None:
    plain, packed = (get(served, path, encoding) for encoding in ("identity", "gzip"))
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.raw) == plain.raw
    assert len(packed.raw) < len(plain.raw) / 2
    for got in (plain, packed):
        assert int(got.headers["content-length"]) == len(got.raw)
        assert "Accept-Encoding" in got.headers["vary"]
    assert plain.headers["etag"] != packed.headers["etag"]
    assert plain.headers["content-type"] == packed.headers["content-type"]


@pytest.mark.parametrize("path", [*PAGES, "/sparql?query=" + ROWS % 50])
def test_a_client_that_has_the_compressed_answer_is_told_so(path: str, served: TestClient) -> None:
    tag = get(served, path, "gzip").headers["etag"]
    again = get(served, path, "gzip", **{"If-None-Match": tag})
    assert (again.status, again.raw, again.headers["etag"]) == (304, b"", tag)
    assert "Accept-Encoding" in again.headers["vary"]
    assert "content-encoding" not in again.headers
    assert get(served, path, "identity", **{"If-None-Match": tag}).status == 200


@pytest.mark.parametrize("encoding", ["", "br", "gzip;q=0", "identity, gzip;q=0.0", "*;q=0"])
def test_a_client_that_does_not_read_gzip_gets_none(encoding: str, served: TestClient) -> None:
    assert "content-encoding" not in get(served, "/data.html", encoding).headers


def test_what_is_short_or_compressed_already_is_sent_as_it_is(served: TestClient) -> None:
    short = get(served, "/sparql?query=ASK{}", "gzip")
    assert len(short.raw) < PACKED
    assert "content-encoding" not in short.headers
    assert "content-encoding" not in get(served, "/robots.txt", "gzip").headers
    dump = get(served, "/dump.nq.gz", "gzip")
    assert "content-encoding" not in dump.headers
    assert gzip.decompress(dump.raw).count(b"\n") > 100


def test_every_format_of_answers_is_compressed(served: TestClient) -> None:
    kinds = (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    )
    construct = "/sparql?query=CONSTRUCT WHERE { ?s ?p ?o } LIMIT 50"
    for path, accept in [*(("/sparql?query=" + ROWS % 50, kind) for kind in kinds), (construct, "text/turtle")]:
        plain, packed = (get(served, path, encoding, Accept=accept) for encoding in ("identity", "gzip"))
        assert packed.headers["content-encoding"] == "gzip", accept
        assert gzip.decompress(packed.raw) == plain.raw, accept


async def pieces(app: Any, path: str) -> list[Any]:
    """Return the bodies of the messages that the server gets for the connection."""
    found = []

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            found.append(message["body"])

    async def receive() -> Any:
        await asyncio.sleep(60)

    headers = [(b"host", b"testserver"), (b"accept-encoding", b"gzip")]
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": headers, "scheme": "http", "server": ("testserver", 80), "client": None, "root_path": "",
             "http_version": "1.1"}  # fmt: skip
    await app(scope, receive, send)
    return found


def test_all_clients_share_the_bytes_of_a_page_and_get_them_in_pieces(
    app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pcgraph.web.app.PIECE", 4096)
    assert PIECE > 4096
    one, other = (asyncio.run(pieces(app, "/")) for _ in range(2))
    assert len(one) > 10
    assert all(len(piece) <= 4096 for piece in one)
    assert gzip.decompress(b"".join(one)).startswith(b"<!DOCTYPE html>")
    assert {id(piece.obj) for piece in [*one, *other]} == {id(one[0].obj)}, "no client has a copy"


def test_few_compressed_answers_are_kept() -> None:
    for number in range(3 * caching.KEPT):
        caching._compressed(b"%d" % number * PACKED)
    assert caching._compressed.cache_info().currsize <= caching.KEPT

"""The server behind a proxy: the address that it is known by, and the clients on whose behalf the proxy asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from helpers import TINY, pcgraph
from pcgraph.web.server import deadlines as web_server
from serving import Serving, serving

BASE = "https://kg.example.org/graph"


@pytest.fixture(scope="module")
def behind() -> Iterator[Serving]:
    """A server that is known by another address."""
    with serving("--base-url", BASE + "/") as started:
        yield started


@pytest.mark.parametrize("host", ["kg.example.org", "127.0.0.1:8000"])
@pytest.mark.parametrize("prefix", ["/graph", ""], ids=["prefix passed on", "prefix removed"])
@pytest.mark.parametrize("path", ["/.well-known/void", "/sparql"])
def test_the_description_has_the_address_of_the_proxy(behind: Serving, host: str, prefix: str, path: str) -> None:
    found = behind.send(prefix + path, Accept="text/turtle", Host=host)
    assert found.status == 200
    assert f"<{BASE}/sparql>" in found.text
    assert f"<{BASE}/dump.nq.gz>" in found.text
    assert "http://kg" not in found.text
    assert "127.0.0.1" not in found.text


@pytest.mark.parametrize("prefix", ["/graph", ""], ids=["prefix passed on", "prefix removed"])
def test_every_address_works_with_the_prefix_and_without(behind: Serving, prefix: str) -> None:
    assert behind.send(prefix + "/health").status == 200
    assert behind.send(prefix + "/sparql?query=ASK%7B%7D").status == 200
    moved = behind.send(prefix + "/id/borealis", Host="kg.example.org")
    assert (moved.status, moved.headers["location"]) == (303, "/graph/id/borealis.html")
    page = behind.send(prefix + "/id/borealis.html").text
    assert 'href="../query.html"' in page  # relative, so that it works with the prefix and without
    assert 'href="/' not in page
    assert behind.send("/graphs/health").status == 404


def test_the_prefix_alone_leads_to_the_map(behind: Serving) -> None:
    moved = behind.send("/graph", Host="kg.example.org")
    assert (moved.status, moved.headers["location"]) == (307, BASE + "/")
    assert behind.send("/graph/").status == 200


def test_the_query_page_knows_the_address_of_the_proxy(behind: Serving) -> None:
    page = behind.send("/graph/query").text
    known = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    assert (known["base"], known["endpoint"]) == (BASE, "/graph/sparql")


def test_no_other_host_is_allowed_by_a_base_address(behind: Serving) -> None:
    assert behind.send("/health", Host="other.example.org").status == 421


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("--base-url", value) for value in ("kg.example.org", "ftp://kg.example.org", "https://", "https://a/b?c",
                                              "https://a/../b", "https://user@a/", "https://a/b#c", "https://a b/")),
        *(("--trusted-proxy", value) for value in ("*", "proxy.example.org", "10.0.0.1/8", "")),
    ],
)  # fmt: skip
def test_a_wrong_address_is_one_line(option: str, value: str) -> None:
    done = pcgraph("serve", "--port", "0", "--data", str(TINY), option, value)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(f"{option} {value}: ")
    assert "; expected " in done.stderr


async def peer(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with what the server knows of the client."""
    request = Request(scope, receive)
    assert request.client
    await JSONResponse([request.client.host, request.url.scheme])(scope, receive, send)


PROXIES = ["10.0.0.1", "192.0.2.0/24", "2001:db8::/32"]


@pytest.mark.parametrize(
    ("proxies", "address", "forwarded", "client", "scheme"),
    [
        (PROXIES, "10.0.0.1", "198.51.100.7", "198.51.100.7", "https"),
        (PROXIES, "192.0.2.77", "203.0.113.5, 198.51.100.7, 10.0.0.1", "198.51.100.7", "https"),
        (PROXIES, "2001:db8::5", "2001:db9::1", "2001:db9::1", "https"),
        (PROXIES, "10.0.0.2", "198.51.100.7", "10.0.0.2", "http"),
        ([], "127.0.0.1", "198.51.100.7", "127.0.0.1", "http"),
    ],
)
def test_only_a_trusted_proxy_names_the_client(
    proxies: list[str], address: str, forwarded: str, client: str, scheme: str
) -> None:
    config = web_server.make_server(peer, proxies).config
    config.load()
    served = TestClient(config.loaded_app, client=(address, 5), base_url="http://localhost")
    got = served.get("/", headers={"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"})
    assert got.json() == [client, scheme]


@pytest.mark.exhaustive
def test_the_server_passes_trusted_proxies_on() -> None:
    for options, scheme in ((("--trusted-proxy", "127.0.0.1"), "https"), ((), "http")):
        with serving("--allow-host", "kg.example.org", *options) as server:
            found = server.send("/.well-known/void", Host="kg.example.org", X_Forwarded_Proto="https")
            assert f"<{scheme}://kg.example.org/sparql>" in found.text

"""Limits on the requests of a client: who counts as one, what a refusal says, and how little it costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from helpers import pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.web.app import create_app
from pcgraph.web.context import State
from pcgraph.web.http import rate
from pcgraph.web.http.rate import RateLimit
from pcgraph.web.limits import Limits
from pcgraph.web.server import deadlines as web_server


class Service:
    """An app behind a limit of three requests in a minute; the test sets the clock."""

    def __init__(self) -> None:
        self.now, self.answered = 1000.0, 0
        self.limit = RateLimit(self._answer, 3, lambda: self.now)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.answered += 1
        await PlainTextResponse("ok")(scope, receive, send)

    def ask(self, address: str, path: str = "/", **more: Any) -> Any:
        return TestClient(self.limit, client=(address, 5)).get(path, **more)

    def statuses(self, address: str, number: int, path: str = "/") -> list[int]:
        return [self.ask(address, path).status_code for _ in range(number)]


@pytest.fixture
def service() -> Service:
    return Service()


def test_a_client_that_asks_too_often_is_refused_until_its_bucket_has_filled(service: Service) -> None:
    assert service.statuses("192.0.2.7", 5) == [200, 200, 200, 429, 429]
    refused = service.ask("192.0.2.7")
    assert (refused.headers["retry-after"], refused.text.count("\n")) == ("20", 1)
    assert refused.text == (
        "request: more than 3 in a minute from 192.0.2.7; expected fewer; wait 20 s, and send fewer at a time\n"
    )
    assert service.answered == 3, "nothing reads a request that is refused"
    service.now += 19
    assert (service.ask("192.0.2.7").status_code, service.ask("192.0.2.7").headers["retry-after"]) == (429, "1")
    service.now += 1
    assert service.statuses("192.0.2.7", 2) == [200, 429]
    service.now += 1000
    assert service.statuses("192.0.2.7", 4) == [200, 200, 200, 429], "a bucket holds no more than one minute"


def test_a_refusal_is_json_for_a_client_that_wants_it(service: Service) -> None:
    service.statuses("192.0.2.7", 3)
    refused = service.ask("192.0.2.7", headers={"Accept": "application/problem+json"})
    assert (refused.json()["status"], refused.json()["title"]) == (429, "Too Many Requests")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", False),
        ("made up 1", "made up 2", True),
    ],
)
def test_what_counts_as_one_client(one: str, other: str, same: bool, service: Service) -> None:
    assert service.statuses(one, 4)[-1] == 429
    assert service.ask(other).status_code == (429 if same else 200)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.9"])
def test_this_machine_is_not_limited(address: str, service: Service) -> None:
    assert set(service.statuses(address, 20)) == {200}


@pytest.mark.parametrize("path", ["/health", "/metrics"])
def test_a_monitor_is_not_limited_and_takes_nothing_from_others(path: str, service: Service) -> None:
    assert set(service.statuses("192.0.2.7", 20, path)) == {200}
    assert service.statuses("192.0.2.7", 4) == [200, 200, 200, 429]
    assert service.ask("192.0.2.7", f"{path}/x").status_code == 429
    assert service.ask("192.0.2.7", path).status_code == 200


def test_only_so_many_clients_are_remembered(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "CLIENTS", 3)
    for number in (1, 2, 3):
        assert service.statuses(f"192.0.2.{number}", 3 if number == 1 else 1)[-1] == 200
        service.now += 1
    service.ask("192.0.2.2")
    assert service.ask("192.0.2.1").status_code == 429
    assert service.ask("192.0.2.4").status_code == 200  # takes the place of the first, which was not answered since
    assert len(service.limit._full) == 3
    assert service.ask("192.0.2.1").status_code == 200
    assert len(service.limit._full) == 3
    assert service.statuses("192.0.2.2", 2) == [200, 429], "the others are still counted"


def app(kg: KnowledgeGraph, per_minute: int, base: str = "") -> Any:
    nobody: Any = None
    limits = Limits(requests_per_minute=per_minute)
    return create_app(State(kg, "k", limits, nobody, frozenset({"testserver"}), base=base))


@pytest.fixture(scope="module")
def served(tiny: KnowledgeGraph) -> Iterator[Any]:
    return app(tiny, 2, "/graph")


def test_the_server_limits_every_address_but_those_for_monitors(served: Any) -> None:
    visitor = TestClient(served, client=("192.0.2.7", 5))
    assert [visitor.get(path).status_code for path in ("/robots.txt", "/graph/data.html", "/query")] == [200, 200, 429]
    refused = visitor.post("/graph/sparql", data={"query": "ASK {}"})
    assert refused.status_code == 429
    assert refused.headers["x-content-type-options"] == "nosniff"


def test_no_limit_is_a_limit_of_zero(tiny: KnowledgeGraph) -> None:
    visitor = TestClient(app(tiny, 0), client=("192.0.2.7", 5))
    assert {visitor.get("/robots.txt").status_code for _ in range(5)} == {200}


def test_an_ordinary_reader_is_never_refused() -> None:
    """Somebody who opens a page every second, with its style sheet and the names to search, for ten minutes."""
    now = [0.0]
    limit = RateLimit(lambda *_: None, Limits().requests_per_minute, lambda: now[0])  # type: ignore[arg-type,return-value]
    for _ in range(600):
        assert [limit.wait("192.0.2.7") for _ in range(3)] == [0.0] * 3
        now[0] += 1


@pytest.mark.parametrize(
    ("proxies", "address", "forwarded", "statuses"),
    [
        (["10.0.0.1"], "10.0.0.1", ("198.51.100.1", "198.51.100.2"), [200, 200]),
        (["10.0.0.1"], "10.0.0.1", ("1.1.1.1, 198.51.100.1", "2.2.2.2, 198.51.100.1"), [200, 429]),
        (["10.0.0.1"], "10.0.0.2", ("198.51.100.1", "198.51.100.2"), [200, 429]),
        ([], "10.0.0.1", ("198.51.100.1", "127.0.0.1"), [200, 429]),
    ],
    ids=["two clients of a proxy", "one client that invents others", "not our proxy", "no proxy"],
)
def test_only_a_trusted_proxy_names_the_client(
    proxies: list[str], address: str, forwarded: tuple[str, str], statuses: list[int]
) -> None:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(str(Request(scope).client))(scope, receive, send)

    config = web_server.make_server(RateLimit(answer, 1), proxies).config
    config.load()
    visitor = TestClient(config.loaded_app, client=(address, 5))
    assert [visitor.get("/", headers={"X-Forwarded-For": name}).status_code for name in forwarded] == statuses


def test_a_negative_limit_is_one_line() -> None:
    done = pcgraph("serve", "--requests-per-minute", "-1")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("--requests-per-minute -1: negative; expected a number of requests, or 0 ")

"""What robots may read, and where finders of security faults report them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from starlette.testclient import TestClient

from helpers import pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.web.app import create_app
from pcgraph.web.context import State
from pcgraph.web.limits import Limits
from pcgraph.web.server.addresses import contact

SECURITY = "/.well-known/security.txt"


def client(kg: KnowledgeGraph, contacts: tuple[str, ...] = (), base: str = "") -> TestClient:
    nobody: Any = None
    hosts = frozenset({"testserver"})
    return TestClient(create_app(State(kg, "k", Limits(), nobody, hosts, base=base, contacts=contacts)))


@pytest.mark.parametrize("base", ["", "/graph"])
def test_robots_read_pages_and_ask_nothing(base: str, tiny: KnowledgeGraph) -> None:
    got = client(tiny, base=base).get("/robots.txt")
    assert got.headers["content-type"].startswith("text/plain")
    rules = RobotFileParser()
    rules.parse(got.text.splitlines())

    def allowed(path: str) -> bool:
        return rules.can_fetch("AnyBot", f"https://kg.example.org{base}{path}")

    pages = (
        "/",
        "/index.html",
        "/id/acme.html",
        "/id/acme.ttl",
        "/questions/index.html",
        "/ontology.html",
        "/data.html",
    )
    assert [path for path in pages if not allowed(path)] == []
    costly = ("/sparql?query=ASK%7B%7D", "/query", "/query.html", "/resolve?name=a", "/reconcile/preview?id=a")
    costly += ("/reconcile", "/dump.nq.gz")
    assert [path for path in costly if allowed(path)] == []


def test_without_a_contact_there_is_no_security_txt(tiny: KnowledgeGraph) -> None:
    assert client(tiny).get(SECURITY).status_code == 404


def test_security_txt_has_what_the_standard_demands(tiny: KnowledgeGraph) -> None:
    given = ("mailto:security@example.org", "https://example.org/report")
    got = client(tiny, given).get(SECURITY)
    assert (got.status_code, got.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    fields = [line.partition(": ")[::2] for line in got.text.splitlines()]
    assert [value for name, value in fields if name == "Contact"] == [*given]
    (expires,) = (datetime.fromisoformat(value) for name, value in fields if name == "Expires")
    assert expires.tzinfo is not None
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    again = client(tiny, given).get(SECURITY, headers={"If-None-Match": got.headers["etag"]})
    assert again.status_code == 304, "it is the same all day"


@pytest.mark.parametrize(
    ("given", "uri"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("mailto:security@example.org", "mailto:security@example.org"),
        ("https://example.org/report?lang=en", "https://example.org/report?lang=en"),
        ("tel:+49-30-1234567", "tel:+49-30-1234567"),
    ],
)
def test_a_contact_becomes_an_address(given: str, uri: str) -> None:
    assert contact(given) == uri


@pytest.mark.parametrize(
    "given", ["somebody", "http://example.org", "a@b", "a@example.org\nExpires: 1970", "https://", ""]
)
def test_a_wrong_contact_is_one_line(given: str) -> None:
    done = pcgraph("serve", "--port", "0", "--contact", given)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("--contact ")
    assert "expected an e-mail address, https://" in done.stderr

"""One polite request: robots.txt, pauses, private addresses, and what is recorded."""

from __future__ import annotations

import socket
import ssl
import subprocess
from pathlib import Path

import pytest

from evidence_server import PARAGRAPHS, Behaviour, answer, article, check_address, local, raw, redirect, serving
from pcgraph.intake.evidence.exchange import FetchError
from pcgraph.intake.evidence.extract import extract
from pcgraph.intake.evidence.fetch import Fetcher
from pcgraph.intake.evidence.robots import read as read_robots

PAGE = article().encode()
GOOD = answer(200, article())
DRIP = [b"X: y\r\n"] * 100


# ---- robots.txt


def robots(text: str = "", status: int = 200) -> dict[str, Behaviour]:
    return {"/robots.txt": answer(status, text, "text/plain"), "/page": GOOD, "/private/page": GOOD}


@pytest.mark.parametrize(
    ("routes", "path", "reason"),
    [
        (robots("User-agent: *\nDisallow: /private"), "/page", ""),
        (robots("User-agent: *\nDisallow: /private"), "/private/page", "robots"),
        (robots("User-agent: *\nDisallow: /"), "/page", "robots"),
        (robots("User-agent: pcgraph\nDisallow: /\n\nUser-agent: *\nDisallow:"), "/page", "robots"),
        (robots("User-agent: *\nDisallow: /\n\nUser-agent: PCGraph\nAllow: /"), "/page", ""),
        (robots("User-agent: *\nDisallow: /\nAllow: /page$"), "/page", ""),
        (robots("User-agent: *\nDisallow: /*ge"), "/page", "robots"),
        (robots("<html>no robots here</html>"), "/page", ""),
        (robots(status=404), "/page", ""),
        (robots(status=410), "/page", ""),
        (robots(status=401), "/page", "robots"),
        (robots(status=403), "/page", "robots"),
        (robots(status=429), "/page", "robots"),
        (robots(status=500), "/page", "robots"),
        (
            {**robots(), "/robots.txt": redirect(301, "/r"), "/r": answer(200, "User-agent: *\nDisallow: /")},
            "/page",
            "robots",
        ),
        ({**robots(), "/robots.txt": redirect(301, "/robots.txt")}, "/page", ""),
        ({**robots(), "/robots.txt": redirect(301, "http://10.0.0.1/")}, "/page", "private"),
        ({**robots(), "/robots.txt": raw(b"", b"", pause=30)}, "/page", "time"),
        ({**robots(), "/robots.txt": raw(b"HTTP/1.1 200 OK\r\n", *DRIP, pause=0.1)}, "/page", "time"),
        (
            {
                **robots(),
                "/page": redirect(302, "/private/page"),
                **{"/robots.txt": answer(200, "User-agent: *\nDisallow: /private")},
            },
            "/page",
            "robots",
        ),
        (robots("User-agent: *\nCrawl-delay: 3600"), "/page", ""),
    ],
)
def test_robots(routes: dict[str, Behaviour], path: str, reason: str) -> None:
    with serving(routes) as server:
        fetcher = local(robots_seconds=0.4 if reason == "time" else 120)
        url = server.url + path
        if not reason:
            assert fetcher.get(url).last.status == 200
            assert server.paths.count("/robots.txt") >= 1
            return
        with pytest.raises(FetchError) as raised:
            fetcher.get(url)
        assert raised.value.reason == reason, str(raised.value)
        assert "robots.txt" in str(raised.value) or reason == "private"
        assert reason != "robots" or path not in server.paths or path == "/page"
        assert fetcher.get(url, heed_robots=False).last.status == 200
        assert check_address(url, (), fetcher).state == ("unreachable" if reason == "time" else "refused")


def test_a_crawl_delay_is_a_pause_between_pages() -> None:
    with serving({**robots("User-agent: *\nCrawl-delay: 1"), "/other": GOOD}) as server:
        fetcher = local()
        fetcher.get(f"{server.url}/page")
        fetcher.get(f"{server.url}/other")
    (_, _, robots_time), (_, _, first), (_, _, second) = server.asked
    assert second - first >= 1.0 > first - robots_time


def test_pages_of_a_site_that_asks_for_nothing_have_a_pause_too() -> None:
    with serving({"/page": redirect(302, "/other"), "/other": GOOD}) as server:
        fetcher = local(pause=1.0)
        fetcher.get(f"{server.url}/page")
        fetcher.get(f"{server.url}/other")
    times = {number: time for number, (_, _, time) in enumerate(server.asked)}
    assert server.paths == ["/robots.txt", "/page", "/other", "/other"]
    assert times[3] - times[2] >= 1.0 > times[2] - times[1]  # a redirect is one page


def test_rules_that_are_made_to_take_long_are_read_at_once() -> None:
    rules = read_robots("User-agent: *\nDisallow: /" + "*a" * 60 + "$\nDisallow: /" + "*ab" * 60)
    assert rules.allows("http://a.example/" + "a" * 4000 + "b")


@pytest.mark.parametrize(
    ("rule", "path", "allowed"),
    [
        ("/a", "/ab", False),
        ("/a$", "/ab", True),
        ("/a$", "/a", False),
        ("/*/b", "/a/b/c", False),
        ("/*/b$", "/a/b/c", True),
        ("/*b*b$", "/ab", True),
        ("/*b*b$", "/abb", False),
        ("*.pdf$", "/a.pdf", False),
        ("*.pdf$", "/a.pdf?x", True),
        ("/*?x=", "/a?x=1", False),
        ("/caf%C3%A9", "/café", False),
        ("/A", "/a", True),
        ("*", "/", False),
        ("", "/", True),
    ],
)
def test_a_rule_of_robots(rule: str, path: str, allowed: bool) -> None:
    assert read_robots(f"User-agent: *\nDisallow: {rule}").allows(f"https://a.example{path}") == allowed


def test_a_crawl_delay_that_is_too_long_is_a_refusal() -> None:
    with serving(robots("User-agent: *\nCrawl-delay: 3600")) as server:
        fetcher = local()
        fetcher.get(f"{server.url}/page")
        with pytest.raises(FetchError, match="asks for 3600 s between requests") as raised:
            fetcher.get(f"{server.url}/private/page")
        assert raised.value.reason == "robots"


# ---- The request


def test_the_request_says_who_asks_and_is_recorded() -> None:
    with serving({"/page": redirect(302, "/then?a=b"), "/then": GOOD}) as server:
        page = local().get(f"{server.url}/page#part")
    assert server.paths == ["/robots.txt", "/page", "/then?a=b"]
    headers = server.asked[-1][1]
    assert headers["User-Agent"].startswith("pcgraph/")
    assert "(+https://w3id.org/pcgraph/)" in headers["User-Agent"]
    assert headers["Host"] == server.url.removeprefix("http://")
    assert headers["Accept-Encoding"] == "identity"
    assert {"Cookie", "Referer", "Authorization"}.isdisjoint(headers)
    first, last = page.exchanges
    assert (first.status, first.header("location"), last.status, last.address) == (302, "/then?a=b", 200, "127.0.0.1")
    assert last.request.startswith(b"GET /then?a=b HTTP/1.1\r\nHost: 127.0.0.1:")
    assert last.head.startswith(b"HTTP/1.0 200 OK\r\n")
    assert last.head.endswith(b"\r\n\r\n")
    assert page.content == last.body == PAGE


def test_a_private_address_is_not_even_connected_to() -> None:
    with serving({"/page": GOOD}) as server:
        for url in (f"{server.url}/page", f"http://localhost:{server.server_port}/page"):
            with pytest.raises(FetchError) as raised:
                Fetcher().get(url)
            assert raised.value.reason == "private"
        assert server.asked == []


def test_a_host_is_asked_at_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second answer of the name server would be a private address; nobody asks for it."""
    really = socket.getaddrinfo
    asked: list[str] = []

    def look_up(host: str, port: int, *args: object, **options: object) -> list[object]:
        if host == "gazette.example":
            asked.append(host)
            return really("127.0.0.1" if len(asked) <= 2 else "10.0.0.1", port, *args, **options)  # type: ignore[arg-type, return-value]
        return really(host, port, *args, **options)  # type: ignore[arg-type, return-value]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with serving({"/page": GOOD}) as server:
        page = local().get(f"http://gazette.example:{server.server_port}/page")
        assert server.asked[-1][1]["Host"] == f"gazette.example:{server.server_port}"
    assert (page.last.address, len(asked)) == ("127.0.0.1", 2)  # for robots.txt, and for the page


# ---- Changes between two captures


def test_a_moved_paragraph_and_a_changed_number_are_in_the_text() -> None:
    moved = article(PARAGRAPHS[1], PARAGRAPHS[0], PARAGRAPHS[2])
    changed = article(PARAGRAPHS[0], PARAGRAPHS[1].replace("5 million", "50 million"), PARAGRAPHS[2])
    with serving({"/a": GOOD, "/b": answer(200, moved), "/c": answer(200, changed)}) as server:
        fetcher = local()
        first, second, third = (extract(fetcher.get(f"{server.url}/{name}")).text for name in "abc")
    assert first != second
    assert sorted(first.splitlines()) == sorted(second.splitlines())
    assert second.index("5 million") < second.index("On Monday")
    assert first.replace("5 million", "50 million") == third


def test_addresses_in_other_scripts() -> None:
    from urllib.parse import quote

    path = "/" + quote("灯具")
    location = "/灯具".encode().decode("latin-1")  # servers send the bytes as they are
    with serving({"/page": redirect(301, location), path: GOOD}) as server:
        assert local().get(f"{server.url}/灯具").last.request.startswith(f"GET {path} HTTP".encode())
        page = local().get(f"{server.url}/page")
    assert (page.last.status, server.paths[-1]) == (200, path)


@pytest.mark.needs("openssl")
def test_a_certificate_must_be_that_of_the_name_although_the_address_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    name = ("-subj", "/CN=gazette.example", "-addext", "subjectAltName=DNS:gazette.example")
    files = ("-keyout", key, "-out", certificate, "-days", "2")
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *files, *name]
    subprocess.run(words, check=True, capture_output=True)
    really, context = socket.getaddrinfo, ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, *rest, **more: really("127.0.0.1", port, *rest, **more))
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    with serving({"/page": GOOD}) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        assert local().get(f"https://gazette.example:{server.server_port}/page").last.status == 200
        with pytest.raises(FetchError, match=r"certificate is not valid for 'other\.example'") as raised:
            local().get(f"https://other.example:{server.server_port}/page")
        assert raised.value.reason == "connection"

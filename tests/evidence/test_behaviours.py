"""What servers do, and what fetch, extract and the check of addresses say about it: one row for each behaviour."""

from __future__ import annotations

import codecs
import gzip
import re
import time
import zlib
from dataclasses import dataclass
from datetime import date
from email.utils import formatdate

import pytest

from evidence_server import (
    CHINESE,
    PARAGRAPHS,
    URDU,
    Behaviour,
    answer,
    article,
    bomb,
    check_address,
    local,
    pdf,
    raw,
    redirect,
    serving,
)
from pcgraph.errors import EndpointError
from pcgraph.intake.evidence.capture import check_status
from pcgraph.intake.evidence.exchange import FetchError
from pcgraph.intake.evidence.extract import NoArticle, extract
from pcgraph.intake.evidence.fetch import Fetcher

pytestmark = pytest.mark.slow

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
PAGE = article().encode()
GOOD = answer(200, article())
CONSENT = (
    "<html><head><title>Before you continue</title></head><body><div><h1>We value your privacy</h1><p>We and our "
    "partners use cookies to store and access information on your device.</p><p>With your consent we and our partners "
    "may process personal data.</p><button>Accept all</button><button>Manage options</button></div></body></html>"
)
LOGIN = (
    "<html><head><title>Lights</title></head><body><p>Log in to continue reading this article.</p>"
    "<form><input name='u'><input type='password' name='p'></form></body></html>"
)
SOFT_404 = (
    "<html><head><title>Port Gazette</title></head><body><h1>Page not found</h1><p>The page that you are looking for "
    "could not be found. Try the search, or go back to the home page of the Gazette.</p></body></html>"
)
CHALLENGE = (
    "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you enter the site. "
    "Enable JavaScript and cookies to continue.</p></body></html>"
)
LATIN = article("Café Nord und Brückenbau GmbH unterzeichneten am Montag einen Vertrag über neue Lichter für die Mole.")


@dataclass(frozen=True)
class Case:
    """A behaviour, and what is expected of it.

    `fetch` is a status or the reason of a FetchError; `text` is what the extracted text contains, or the reason why
    there is none in brackets; `state` is that of the address after the first try.
    """

    name: str
    does: Behaviour
    fetch: int | str
    text: str
    state: str
    more: dict[str, Behaviour] | None = None


def html(name: str, page: str, text: str, state: str = "live") -> Case:
    return Case(name, answer(200, page), 200, text, state)


def typed(name: str, body: str | bytes, kind: str, text: str, state: str = "live") -> Case:
    return Case(name, answer(200, body, kind), 200, text, state)


THEN = {"/then": GOOD, "/later": redirect(302, "/then")}
CASES = [
    # Redirects
    Case("301", redirect(301, "/then"), 200, "new lights", "moved", THEN),
    Case("302", redirect(302, "/then"), 200, "new lights", "live", THEN),
    Case("303", redirect(303, "/then"), 200, "new lights", "live", THEN),
    Case("307", redirect(307, "/then"), 200, "new lights", "live", THEN),
    Case("308", redirect(308, "then"), 200, "new lights", "moved", THEN),
    Case("a chain of redirects", redirect(301, "/later"), 200, "new lights", "moved", THEN),
    Case("a redirect to another spelling", redirect(301, "/page/"), 200, "new lights", "live", {"/page/": GOOD}),
    Case("a redirect with a tracking parameter", redirect(301, "/page?utm_source=x"), "loop", "", "unreachable"),
    Case("a loop of redirects", redirect(302, "/a"), "loop", "", "unreachable", {"/a": redirect(302, "/page")}),
    Case("a redirect to itself", redirect(302, "/page"), "loop", "", "unreachable"),
    Case(
        "redirects without end",
        redirect(302, "/n0"),
        "loop",
        "",
        "unreachable",
        {f"/n{number}": redirect(302, f"/n{number + 1}") for number in range(20)},
    ),
    Case("a redirect to a private address", redirect(302, "http://10.0.0.1/x"), "private", "", "refused"),
    Case("a redirect to the cloud's own data", redirect(302, "http://169.254.169.254/x"), "private", "", "refused"),
    Case("a redirect to this machine, in IPv6", redirect(302, "http://[::1]/x"), "private", "", "refused"),
    Case("a redirect to this machine, mapped", redirect(302, "http://[::ffff:127.0.0.2]/"), "private", "", "refused"),
    Case("a redirect to this machine, as a number", redirect(302, "http://2130706434/"), "private", "", "refused"),
    Case("a redirect to a file", redirect(302, "file:///etc/hosts"), "address", "", "refused"),
    Case("a redirect to ftp", redirect(302, "ftp://gazette.example/"), "address", "", "refused"),
    Case("a redirect with a user", redirect(302, "http://ulla:secret@gazette.example/"), "address", "", "refused"),
    Case("a redirect to nonsense", redirect(302, "http://[oops/"), "address", "", "refused"),
    Case("a redirect without a target", answer(302, ""), 302, "(302", "unreachable"),
    Case("a redirect to the home page", redirect(302, "/"), 200, "(a soft 404", "soft-404", {"/": GOOD}),
    Case("a redirect to a login", redirect(302, "/login?next=x"), 200, "(a login wall", "refused", {"/login": GOOD}),
    # Refusals and absence
    Case("401", answer(401, "no"), 401, "(401 Unauthorized", "refused"),
    Case("403", answer(403, "no"), 403, "(403 Forbidden", "refused"),
    Case("404", answer(404, "no"), 404, "(404 Not Found", "unreachable"),
    Case("410", answer(410, "no"), 410, "(410 Gone", "unreachable"),
    Case("429 with seconds", answer(429, "no", Retry_After="120"), 429, "(try again in 120 s", "refused"),
    Case(
        "429 with a date",
        answer(429, "no", Retry_After=formatdate(time.time() + 4000, usegmt=True)),
        429,
        "(try again in ",
        "refused",
    ),
    Case("429 with nonsense", answer(429, "no", Retry_After="soon"), 429, "(try again later", "refused"),
    Case("451", answer(451, "no"), 451, "(451", "refused"),
    Case("500", answer(500, "no"), 500, "(500 Internal Server Error", "unreachable"),
    Case("503 with seconds", answer(503, "no", Retry_After="60"), 503, "(try again in 60 s", "unreachable"),
    Case("a status that does not exist", answer(599, "no"), 599, "(599", "unreachable"),
    html("a soft 404", SOFT_404, "(a soft 404", "soft-404"),
    html("a soft 404 in the title", article("Sorry.", title="404 – Port Gazette"), "(a soft 404", "soft-404"),
    html("an article about a missing page", article(*PARAGRAPHS * 6, title="Page not found"), "new lights"),
    html("a consent wall", CONSENT, "(a consent wall"),
    html("an article with a consent banner", article(body=CONSENT), "new lights"),
    html("a login wall", LOGIN, "(a login wall", "refused"),
    html(
        "an article with a login form",
        article(body="<form><input type=password></form>" * 2),
        "(a login wall",
        "refused",
    ),
    html("a long article with a login form", article(*PARAGRAPHS * 3, body="<input type=password>"), "new lights"),
    html("a robot check", CHALLENGE, "(a robot check", "refused"),
    html("an empty body", "", "(an empty text", "soft-404"),
    html("a page without text", article("", title="Lights"), "(an empty text"),
    Case("204", answer(204, "", Content_Length=""), 204, "(204 No Content", "soft-404"),
    # Characters
    typed(
        "a wrong charset in the header", article("Café: " + PARAGRAPHS[0]), "text/html; charset=iso-8859-1", "Café: On"
    ),
    typed("a right charset in the header", LATIN.encode("cp1252"), "text/html; charset=iso-8859-1", "Brückenbau"),
    typed("an unknown charset", LATIN, "text/html; charset=klingon-8", "Brückenbau"),
    typed("a charset that is no text", LATIN, "text/html; charset=base64", "Brückenbau"),
    typed(
        "a charset in the page",
        LATIN.replace("<head>", "<head><meta charset='windows-1252'>").encode("cp1252"),
        "text/html",
        "Brückenbau",
    ),
    typed("no charset", LATIN, "text/html", "Brückenbau"),
    typed("no charset, not UTF-8", article(CHINESE * 3).encode("gb18030"), "text/html", "艾克米公司"),
    typed("UTF-16 with a mark", LATIN.encode("utf-16"), "text/html", "Brückenbau"),
    typed("UTF-16 without a mark", LATIN.encode("utf-16-le"), "text/html; charset=utf-16le", "Brückenbau"),
    typed("a byte order mark", codecs.BOM_UTF8 + LATIN.encode(), "text/html; charset=windows-1252", "Brückenbau"),
    html(
        "curly quotes",
        article("“New lights”, said the harbour’s master, “will come to the pier in the spring.”"),
        "“New lights”, said the harbour’s",
    ),
    html(
        "no-break spaces",
        article("Acme pays 5\u00a0million crowns for the lights of the northern harbour pier."),
        "Acme pays 5 million",
    ),
    html(
        "soft hyphens",
        article("The north\u00adern harbour gets new lights, as Acme and Borealis agreed on Monday."),
        "The northern",
    ),
    typed("Urdu", article(URDU), "text/html; charset=utf-8", "نئی روشنیوں"),
    typed("Chinese", article(CHINESE), "text/html; charset=utf-8", "码头新灯具"),
    typed("Chinese in GBK", article(CHINESE).encode("gbk"), "text/html; charset=gb2312", "码头新灯具"),
    # The bytes of the answer
    Case("gzip", answer(200, gzip.compress(PAGE), Content_Encoding="gzip"), 200, "new lights", "live"),
    Case("deflate", answer(200, zlib.compress(PAGE), Content_Encoding="deflate"), 200, "new lights", "live"),
    Case(
        "raw deflate",
        answer(200, zlib.compress(PAGE, wbits=-15), Content_Encoding="deflate"),
        200,
        "new lights",
        "live",
    ),
    Case(
        "gzip in two members",
        answer(200, gzip.compress(PAGE[:300]) + gzip.compress(PAGE[300:]), Content_Encoding="gzip"),
        200,
        "new lights",
        "live",
    ),
    Case("a gzip bomb", answer(200, bomb(7_000_000), Content_Encoding="gzip"), "size", "", "live"),
    Case("gzip that is none", answer(200, PAGE, Content_Encoding="gzip"), "broken", "", "unreachable"),
    Case(
        "gzip that ends early",
        answer(200, gzip.compress(PAGE)[:-20], Content_Encoding="gzip"),
        "broken",
        "",
        "unreachable",
    ),
    Case("an encoding that was not asked for", answer(200, PAGE, Content_Encoding="br"), "broken", "", "unreachable"),
    Case("a page that is too long", answer(200, PAGE + bytes(7_000_000)), "size", "", "live"),
    Case(
        "a content length that is too short",
        raw(OK + b"Content-Length: 900\r\n\r\n" + PAGE + bytes(900)),
        200,
        "new lights",
        "live",
    ),
    Case(
        "a content length that is too long",
        raw(OK + b"Content-Length: 9000\r\n\r\n" + PAGE),
        "broken",
        "",
        "unreachable",
    ),
    Case(
        "two content lengths",
        raw(OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + PAGE),
        "broken",
        "",
        "unreachable",
    ),
    Case("no content length", raw(OK + b"\r\n" + PAGE), 200, "new lights", "live"),
    Case(
        "chunks",
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\n", f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"),
        200,
        "new lights",
        "live",
    ),
    Case(
        "chunks that break off",
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"ffff\r\n" + PAGE),
        "broken",
        "",
        "unreachable",
    ),
    Case("a body that drips", raw(OK + b"\r\n", *[b"x"] * 100, pause=0.1), "time", "", "unreachable"),
    Case(
        "headers that drip", raw(b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n"] * 100, pause=0.1), "time", "", "unreachable"
    ),
    Case("no answer", raw(b"", b"", pause=30), "time", "", "unreachable"),
    Case("a connection that closes", raw(), "broken", "", "unreachable"),
    Case("headers without end", raw(OK + b"X-Long: " + b"x" * 300_000), "broken", "", "unreachable"),
    Case("no HTTP at all", raw(b"SSH-2.0-OpenSSH_9.0\r\n"), "broken", "", "unreachable"),
    # Formats
    typed("plain text", "\n".join(PARAGRAPHS), "text/plain; charset=utf-8", "new lights"),
    typed("plain text with other line ends", "\r\n".join(PARAGRAPHS), "text/plain", "harbour.\nThe lights"),
    typed("a PDF", pdf(*PARAGRAPHS), "application/pdf", "\fThe lights are"),
    typed("a PDF without a type", pdf(*PARAGRAPHS), "application/octet-stream", "\fThe lights are"),
    typed("a PDF that is damaged", pdf(*PARAGRAPHS)[:200], "application/pdf", "(a PDF that is damaged"),
    typed("a PDF of pictures", pdf("", ""), "application/pdf", "(an empty text (a PDF of pictures)"),
    typed("a page that calls itself a PDF", PAGE, "application/pdf", "new lights"),
    typed("a picture", b"\x89PNG\r\n\x1a\n", "image/png", "(image/png"),
    typed("JSON", '{"lights": 5}', "application/json", "(application/json"),
    typed("no type", PAGE, "", "new lights"),
    typed("bytes without a type", bytes(range(256)), "application/octet-stream", "(application/octet-stream"),
    typed(
        "XHTML",
        f'<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Lights</title>'
        f"</head><body><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></body></html>",
        "application/xhtml+xml",
        "new lights",
    ),
    html("a page that is too long to be an article", article(body=" " * 5_000_001), "(a page of 5,"),
    typed("comments without end", "<!-- -->" * 500, "application/octet-stream", "(application/octet-stream"),
    html("white space without end", article(body="<p>" + " " * 300_000 + "</p>"), "new lights"),
    html("tags that nobody closes", "<html><body>" + "<div>" * 3000 + PARAGRAPHS[0], "(an empty text"),
]


def test_there_are_enough_behaviours() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 90


def outcome(fetcher: Fetcher, url: str) -> tuple[int | str, str]:
    """Return the status or the reason of the failure, and the text or, in brackets, the error."""
    try:
        page = fetcher.get(url)
    except FetchError as error:
        return error.reason, f"({error})"
    try:
        check_status(page)
        return page.last.status, extract(page).text
    except (EndpointError, NoArticle) as error:
        return page.last.status, f"({error})"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_behaviour(case: Case) -> None:
    with serving({"/page": case.does, **(case.more or {})}) as server:
        fetcher = local(seconds=0.4 if case.fetch == "time" else 120.0, max_bytes=6_000_000)
        url = f"{server.url}/page"
        fetch, text = outcome(fetcher, url)
        assert fetch == case.fetch, text
        assert text.startswith("(") == (case.text.startswith("(") or isinstance(fetch, str))
        assert case.text.removeprefix("(") in text
        if text.startswith("("):
            assert re.fullmatch(r"\([^;]+; expected [^;]+; [^;]+\)", text), text
            assert "secret" not in text
        state = check_address(url, (), fetcher)
        assert state.state == case.state, state
        assert state.failed == (case.state in ("unreachable", "gone"))


@pytest.mark.parametrize("name", ["404", "410", "503 with seconds", "a connection that closes"])
def test_an_address_is_gone_after_three_failed_days(name: str) -> None:
    today = date(2025, 6, 10)
    case = next(case for case in CASES if case.name == name)
    with serving({"/page": case.does}) as server:
        fetcher = local()

        def state(*days: int) -> str:
            return check_address(f"{server.url}/page", [date(2025, 6, day) for day in days], fetcher, today).state

        assert state() == state(10) == state(10, 10) == state(9) == state(9, 9, 10) == "unreachable"
        assert state(8, 9) == state(7, 8, 9, 10) == "gone"


def test_a_page_that_answers_again_is_live_however_often_it_failed() -> None:
    with serving({"/page": GOOD}) as server:
        days = [date(2025, 6, day) for day in (1, 2, 3, 4)]
        assert check_address(f"{server.url}/page", days, local()).state == "live"


def test_the_address_that_a_page_moved_to() -> None:
    routes = {"/page": redirect(301, "/a"), "/a": redirect(308, "/b"), "/b": redirect(302, "/c"), "/c": GOOD}
    with serving(routes) as server:
        state = check_address(f"{server.url}/page", (), local())
        assert (state.state, state.target) == ("moved", f"{server.url}/b")


def test_a_host_that_does_not_exist_is_a_failed_try() -> None:
    state = check_address("http://gazette.invalid/lights", (), Fetcher())
    assert (state.state, state.detail, state.failed) == ("unreachable", "the host is unknown", True)


def test_a_port_where_nobody_listens_is_a_failed_try() -> None:
    with serving() as server:
        url = f"{server.url}/page"
    with pytest.raises(FetchError) as raised:
        local().get(url)
    assert raised.value.reason == "connection"
    assert check_address(url, (), local()).state == "unreachable"

"""A copy in an archive counts as equal only if its digest is that of the capture, whatever else the archive says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evidence_server import LOCAL, Behaviour, Server, answer, article, local, raw, redirect, serving
from helpers import pcgraph
from pcgraph.errors import EndpointError
from pcgraph.intake.evidence import fetch
from pcgraph.intake.evidence.archive import FIELDS, Archived, ask_archive, find_archived
from pcgraph.intake.evidence.warc import payload_digest

URL = "https://gazette.example/lights"
DIGEST, OTHER = payload_digest(b"lights"), payload_digest(b"other")
INDEX = "/cdx/search/cdx"


def row(day: str, digest: str = OTHER, original: str = URL, status: str = "200") -> list[str]:
    return [f"{day}120000", original, status, digest]


def index(*rows: list[str]) -> Behaviour:
    return answer(200, json.dumps([[*FIELDS], *rows] if rows else []), "application/json")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(
        {"/robots.txt": answer(200, "User-agent: *\nDisallow: /")}
    ) as running:  # not heeded: it is an interface
        yield running


def find(server: Server, day: str = "", seconds: int = 120) -> Archived:
    return find_archived(URL, DIGEST, day, server=server.url, fetcher=local(seconds=seconds))


def stamps(found: Archived) -> tuple[str, str, int]:
    equal, nearest = (memento.timestamp[:8] if memento else "" for memento in (found.equal, found.nearest))
    return equal, nearest, found.number


@pytest.mark.parametrize(
    ("rows", "day", "expected"),
    [
        ([], "", ("", "", 0)),
        ([row("20250601")], "", ("", "20250601", 1)),
        ([row("20250601"), row("20250603", DIGEST)], "", ("20250603", "20250603", 2)),
        ([row("20250601"), row("20250603"), row("20260101")], "2025-06-02", ("", "20250601", 3)),
        ([row("20250601", DIGEST), row("20250701", DIGEST)], "2025-06-29", ("20250701", "20250701", 2)),
        ([row("20250601", DIGEST), row("20250628")], "2025-06-29", ("20250601", "20250628", 2)),
        ([row("20250601"), row("20250701")], "2025-06~", ("", "20250601", 2)),
        ([row("20250601"), row("20250701")], "some day", ("", "20250701", 2)),
        # lies: another page, a failure, no digest, no time, no row
        ([row("20250601", DIGEST, "https://other.example/")], "", ("", "", 0)),
        ([row("20250601", DIGEST, "http://www.gazette.example:80/lights/")], "", ("20250601", "20250601", 1)),
        ([row("20250601", DIGEST, status="404")], "", ("", "", 0)),
        ([row("20250601", DIGEST, status="-")], "", ("", "", 0)),
        ([row("20250601", DIGEST.lower())], "", ("", "", 0)),
        ([row("20250601", "sha1:" + DIGEST)], "", ("", "", 0)),
        ([row("2025", DIGEST)], "", ("", "", 0)),
        ([row("20251399")], "2025", ("", "20251399", 1)),
        ([["20250601"], [], row("20250601")], "", ("", "20250601", 1)),
    ],
)
def test_the_copies_of_an_index(
    server: Server, rows: list[list[str]], day: str, expected: tuple[str, str, int]
) -> None:
    server.routes[INDEX] = index(*rows)
    assert stamps(find(server, day)) == expected
    assert server.asked[0][0].startswith(f"{INDEX}?url=https%3A%2F%2Fgazette.example%2Flights&output=json")


@pytest.mark.parametrize(
    ("does", "message"),
    [
        (answer(429, "slow down", Retry_After="77"), r"asks to wait \(429\); expected 200; try again in 77 s"),
        (answer(503, "busy"), "answers 503; expected 200; try again later"),
        (answer(200, "<html>We are sorry</html>"), "not an index; expected rows in JSON"),
        (answer(200, "{}", "application/json"), "not an index"),
        (answer(200, '{"a": 1}', "application/json"), "not an index"),
        (answer(200, "[5]", "application/json"), "not an index"),
        (answer(200, '[["a", "b"], ["1", "2"]]', "application/json"), "expected the columns timestamp, original"),
        (answer(200, b"\xff\xfe[", "application/json"), "not an index"),
        (raw(b"", b"", pause=30), "no complete answer in time"),
        (redirect(302, "http://10.0.0.1/"), "not public"),
    ],
)
def test_an_archive_that_gives_no_index(server: Server, does: Behaviour, message: str) -> None:
    server.routes[INDEX] = does
    with pytest.raises(EndpointError, match=message):
        find(server, seconds=1 if "in time" in message else 120)  # one of them pauses for 30


# ---- Asking for a copy


class Saving:
    """Save Page Now: answers as it likes, and its index shows the new copy after some looks."""

    def __init__(self, server: Server, status: int = 200, after: int = 1, digest: str = DIGEST, days: int = 1) -> None:
        self.looks, self.after = 0, after
        self.new = row((datetime.now(UTC) + timedelta(days=days)).strftime("%Y%m%d"), digest)
        server.routes[f"/save/{URL}"] = answer(status, "done", Retry_After="300")
        server.routes[INDEX] = lambda handler: self.show()(handler)

    def show(self) -> Behaviour:
        self.looks += 1
        return index(row("20200101", DIGEST), *([self.new] if self.looks >= self.after else []))


def ask(server: Server, waited: list[float]) -> Archived:
    fetcher = local()
    return ask_archive(URL, DIGEST, server=server.url, fetcher=fetcher, waits=(1, 2, 4), sleep=waited.append)


@pytest.mark.parametrize("status", [200, 302, 404, 500, 523])
def test_only_the_index_is_believed(server: Server, status: int) -> None:
    waited: list[float] = []
    saving = Saving(server, status, after=2)
    found = ask(server, waited)
    assert (found.equal and found.equal.timestamp) == saving.new[0]
    assert waited == [1, 2]


def test_a_copy_that_the_index_never_shows_is_not_believed(server: Server) -> None:
    waited: list[float] = []
    Saving(server, 200, after=9)
    assert (ask(server, waited).nearest, waited) == (None, [1, 2, 4])


def test_a_copy_from_before_is_no_new_copy(server: Server) -> None:
    Saving(server, 200, days=-1)
    assert ask(server, []).nearest is None


def test_a_new_copy_of_other_bytes_is_not_equal(server: Server) -> None:
    Saving(server, 200, digest=OTHER)
    found = ask(server, [])
    assert (found.equal, found.nearest is not None) == (None, True)


def test_an_archive_that_asks_to_wait_is_not_asked_on(server: Server) -> None:
    saving = Saving(server, 429)
    with pytest.raises(EndpointError, match=r"asks to wait \(429\); expected 200; try again in 300 s"):
        ask(server, [])
    assert saving.looks == 0


# ---- The command line

init = fetch.Fetcher.__init__


@pytest.mark.parametrize("same", [True, False])
def test_the_command_notes_an_equal_copy_only(
    data: Path, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, same: bool
) -> None:
    monkeypatch.setattr(
        fetch.Fetcher, "__init__", lambda self, **given: init(self, **{**given, "allow": LOCAL, "pause": 0.0})
    )
    monkeypatch.setenv("PCGRAPH_ARCHIVE", server.url)
    url = f"{server.url}/lights"
    digest = payload_digest(article().encode()) if same else OTHER
    server.routes |= {
        "/robots.txt": answer(404),
        "/lights": answer(200, article()),
        INDEX: index(row("20250601", digest, url)),
    }
    path = data / "sources" / "courier-2025.ttl"
    path.write_text(re.sub(r'pcg:address "[^"]*"', f'pcg:address "{url}"', path.read_text()))
    texts = tmp_path / "texts"
    done = pcgraph("capture", path.stem, "--find-archived", "--texts", str(texts), "--data", str(data))
    assert done.returncode == 0, done.stderr
    memento = f"{server.url}/web/20250601120000/{url}"
    assert (f'pcg:archivedAs "{memento}"^^xsd:anyURI' in path.read_text()) == same
    if same:
        assert f"archived: {memento} has the same bytes\n" in done.stdout
    else:
        assert f"no copy has the same bytes, so none is noted; the nearest of 1 is {memento}\n" in done.stdout

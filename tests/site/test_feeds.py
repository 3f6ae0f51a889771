"""The feeds of a site: each is valid before anything changes, and has exactly the entries of what it is about."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from helpers import TINY
from pcgraph.api import KnowledgeGraph, load
from pcgraph.web import routes
from pcgraph.web.context import Site
from pcgraph.web.pages.followed import NO_RELEASE, START, atom, followed
from pcgraph.web.site import contents, publish, releases
from pcgraph.web.site.cited_statements import find_cited
from sites import ADDRESS, add, dead_links

pytestmark = pytest.mark.slow

BASE = "https://w3id.org/pcgraph/"


def graph(folder: Path, version: str) -> KnowledgeGraph:
    """Return the graph of a folder as a version of the project."""
    kg = load(folder, build=False)
    vars(kg)["project"] = replace(kg.project, version=version)
    return kg


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of release 1.0, and with 1.1: one thing is new, one is changed, and one's source is retracted."""
    folder = tmp_path_factory.mktemp("feeds")
    data = shutil.copytree(TINY, folder / "data")
    add(data, "early-2025", "withdrawn-accord", "borealis", "2026-11-27", "a")
    publish(graph(data, "1.0"), folder / "one", ADDRESS, release=True, first=True)
    shutil.copytree(folder / "one", folder / "two")
    add(data, "late-2025", "new-accord", "sudland-bank", "2026-11-29", "b")
    register = data / "register/engagements.ttl"
    register.write_text(register.read_text().replace('"Crane contract"@en', '"Contract for cranes"@en'))
    verdicts = data / "verdicts.ttl"
    verdicts.write_text(f'{verdicts.read_text()}\nsrc:early-2025 pcg:retracted "2026-11-28" .\n')
    publish(graph(data, "1.1"), folder / "two", ADDRESS, release=True)
    return folder / "one", folder / "two"


def read(path: Path) -> Any:
    """Return a feed as a feed reader sees it."""
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo, (path, found.get("bozo_exception"))
    assert found.version == "atom10"
    assert all(found.feed.get(name) for name in ("id", "title", "updated_parsed")), path
    return found


def titles(site: Path, path: str) -> list[str]:
    """Return the titles of the entries of a feed."""
    return [entry.title for entry in read(site / f"feeds/{path}.xml").entries]


def test_every_feed_is_there_before_anything_changes(sites: tuple[Path, Path]) -> None:
    feeds = sorted((sites[0] / "feeds").rglob("*.xml"))
    assert len(feeds) > 60
    ids = [read(path).feed.id for path in feeds]
    assert len({*ids}) == len(ids)
    for path in feeds:
        found = read(path)
        assert found.entries == []
        assert found.feed.updated != f"{START}T00:00:00Z"
        assert path.stat().st_size < 600
        page = path.relative_to(sites[0] / "feeds").with_suffix(".html")
        assert (
            f'type="application/atom+xml" href="{"../" * len(page.parts[:-1])}feeds/' in (sites[0] / page).read_text()
        )
    assert [*(sites[0] / "feeds/id").glob("ida-holm.xml")] == []  # a person


NEW, CHANGED, GONE = "New: New-accord", "Changed: Contract for cranes", "Withdrawn: Withdrawn-accord"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("id/acme", {NEW, CHANGED, GONE}),
        ("id/borealis", {GONE}),
        ("id/sudland-bank", {NEW}),
        ("id/harbour-authority", {CHANGED}),
        ("id/vik-forum", {NEW, CHANGED, GONE}),
        ("id/vik-hall", {NEW, GONE}),
        ("vocab/sector/ferries", {NEW, GONE}),
        ("vocab/sector/quays", {CHANGED}),
        ("id/vik-university", set()),
    ],
)
def test_a_feed_has_exactly_the_entries_of_what_it_is_about(
    path: str, expected: set[str], sites: tuple[Path, Path]
) -> None:
    found = titles(sites[1], path)
    assert sorted(found) == sorted(expected)


def test_an_entry_names_its_passage_and_its_statements(sites: tuple[Path, Path]) -> None:
    entries = {entry.title: entry for entry in read(sites[1] / "feeds/id/acme.xml").entries}
    new, gone = entries[NEW], entries[GONE]
    assert new.link == f"{ADDRESS}id/new-accord.html"
    assert new.id == f"{BASE}releases/1.1/#id/new-accord"
    assert {entry.updated for entry in entries.values()} == {"2026-11-29T00:00:00Z"}
    text = new.content[0].value
    assert f"{ADDRESS}source/late-2025.html#char=10,20" in text
    assert f"characters 10–20</a> (SHA-256 of the passage: {'b' * 64})" in text
    assert "<li>signatory: Sudland Bank</li>" in text
    for entry in (new, gone):
        sha256 = re.search(r"\(SHA-256: ([0-9a-f]{64})\)", entry.content[0].value)
        assert sha256
        assert find_cited(sites[1], sha256[1], BASE).iri.endswith(entry.link.rpartition("/")[2].removesuffix(".html"))
    changed = entries[CHANGED].content[0].value
    assert "name: Crane contract → Contract for cranes" in changed


def test_what_is_withdrawn_says_why(sites: tuple[Path, Path]) -> None:
    why = "The publisher withdrew the source The Daily Tide, 2025-03 on 2026-11-28."
    [entry] = read(sites[1] / "feeds/id/borealis.xml").entries
    assert f"Why: {why}" in entry.content[0].value
    assert why in (sites[1] / "id/withdrawn-accord.html").read_text()
    assert why in (sites[1] / "source/early-2025.html").read_text()
    assert "Withdrawn." not in (sites[0] / "id/withdrawn-accord.html").read_text()


def test_the_feed_of_a_question_says_which_rows_came_and_went(sites: tuple[Path, Path]) -> None:
    [entry] = read(sites[1] / "feeds/questions/what-was-signed.xml").entries
    text = entry.content[0].value
    assert re.search(r"new: [^<]*New-accord", text)
    assert re.search(r"no longer: [^<]*Withdrawn-accord", text)
    assert "ranes" not in text, "a new name makes no other row"
    silent = [path for path in (sites[1] / "feeds/questions").glob("*.xml") if not read(path).entries]
    assert len(silent) > 5


def test_the_page_of_changes_says_what_the_feeds_say(sites: tuple[Path, Path]) -> None:
    page = (sites[1] / "changes.html").read_text()
    for path in sorted((sites[1] / "feeds").rglob("*.xml")):
        found = read(path)
        assert f'href="{found.feed.links[0].href.removeprefix(ADDRESS)}"' in page
        for entry in found.entries:
            assert f'{entry.link.removeprefix(ADDRESS)}"><bdi>{html.escape(entry.title.partition(": ")[2])}' in page
            for line in re.findall("<li>(.*?)</li>", entry.content[0].value):
                assert line in page
    assert dead_links(sites[1]) == []


def test_a_feed_keeps_its_entries(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """The next release adds its entries before the earlier ones, which stay as they are."""
    data = shutil.copytree(sites[0].parent / "data", tmp_path / "data")
    add(data, "later-2025", "newest-accord", "borealis", "2026-11-30", "c")
    site, put = Site(graph(data, "1.2"), ""), dict[str, bytes]()
    history = releases.with_new(releases.read(sites[1]), site, put.__setitem__, first=False)
    contents.write_feeds(site, ADDRESS, history, put.__setitem__)
    found = feedparser.parse(put["feeds/id/borealis.xml"]).entries
    assert [entry.title for entry in found] == ["New: Newest-accord", GONE]
    [same] = read(sites[1] / "feeds/id/borealis.xml").entries
    assert (found[1].id, found[1].updated, found[1].content) == (same.id, same.updated, same.content)
    assert put["feeds/id/harbour-authority.xml"] == (sites[1] / "feeds/id/harbour-authority.xml").read_bytes()


def test_a_hostile_name_leaves_a_feed_valid(tiny: KnowledgeGraph) -> None:
    title = "a\x00\x1b]]> & <b> ‮ \uffff"
    body = atom(Site(tiny, ""), {"address": ADDRESS, "base": BASE}, "x.xml", "x.html", title, "", [])
    found = feedparser.parse(body)
    assert not found.bozo
    assert body.count(b"<title>") == 1


def test_the_server_answers_with_feeds_without_entries(tiny: KnowledgeGraph) -> None:
    state = SimpleNamespace(kg=tiny, key="feeds")
    with TestClient(Starlette(routes=routes.routes(state))) as client:  # type: ignore[arg-type]
        page, got = client.get("/id/acme.html").text, client.get("/feeds/id/acme.xml")
        assert 'href="../feeds/id/acme.xml"' in page
        assert got.headers["content-type"].startswith("application/atom+xml")
        found = feedparser.parse(got.content)
        assert (found.bozo, found.entries, found.feed.subtitle) == (False, [], NO_RELEASE)
        assert client.get("/feeds/id/nobody.xml").status_code == 404


def test_what_can_be_followed(tiny: KnowledgeGraph) -> None:
    found = followed(Site(tiny, ""))
    assert {"id/acme", "id/vik-forum", "id/vik-hall", "vocab/sector/ferries", "questions/what-was-signed"} <= {*found}
    assert not {"id/crane-contract", "id/ida-holm"} & {*found}

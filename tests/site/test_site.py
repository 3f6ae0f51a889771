"""The static site as its readers find it: the bytes of the server, no dead link, the same twice, whole or not."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from helpers import TINY, changed, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import CURRENT, ID, RDFS, SRC
from pcgraph.query.cite.fact_hash import content_hash
from pcgraph.web import pages, routes
from pcgraph.web.context import Site, site_for
from pcgraph.web.pages import question_pages
from pcgraph.web.site import output, publish
from sites import ADDRESS, Page, dead_links, files

pytestmark = pytest.mark.slow
TYPED = re.compile(r'<link rel="([^"]+)"(?: type="[^"]*")? href="([^"]*)"')


@pytest.fixture(scope="module")
def site(tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site, written where a run was killed."""
    out = tmp_path_factory.mktemp("site") / "out"
    (out.parent / ".out.0123abcd.tmp/id").mkdir(parents=True)
    publish(tiny, out, ADDRESS)
    return out


@pytest.fixture(scope="module")
def served(tiny: KnowledgeGraph) -> Iterator[TestClient]:
    """Return a client of a server without the extra docx, which has no link to a Word file."""
    state = SimpleNamespace(kg=tiny, key="site")
    for client in client_of(state):
        site_for(state).word_files = False  # type: ignore[arg-type]
        yield client


def client_of(state: SimpleNamespace) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes.routes(state)), follow_redirects=False) as found:  # type: ignore[arg-type]
        yield found


@pytest.mark.exhaustive
def test_the_site_has_the_bytes_of_the_server(site: Path, served: TestClient) -> None:
    """All but what differs in kind: the query page and the page of downloads, and what a server has no use for.

    Each page is made by the function of its folder; of those, a third is compared, and each with an unusual name.
    """
    compared = 0
    for number, path in enumerate(sorted(files(site))):
        if number % 3 and "/" in path and re.fullmatch(r"(id|source|vocab)/[\w/.-]+", path, re.ASCII):
            continue
        if path.startswith(
            ("id/", "pair/", "source/", "verdict/", "vocab/", "questions/", "assets/names", "assets/pages")
        ) or (path in ("index.html", "ontology.html", "ontology.ttl", "ontology.jsonld", "methods.html")):
            got = served.get(f"/{path}")
            if got.status_code == 303 and b"<h1>Merged</h1>" in (site / path).read_bytes():
                continue  # the server redirects to what is kept
            assert (got.status_code, got.content) == (200, (site / path).read_bytes()), path
            compared += 1
    assert compared > 150


def test_the_head_says_to_programs_what_the_page_is_about(site: Path, served: TestClient) -> None:
    """Of a page in the site and of the server: the same bytes, and in the server's header the same links."""
    for path, iri, kind, of_page in (
        ("index.html", ID.removesuffix("id/"), "Dataset", {"describedby", "item", "linkset"}),
        ("id/borealis.html", f"{ID}borealis", "Organization", {"describedby"}),
        ("source/tide-2025.html", SRC + "tide-2025", "CreativeWork", {"describedby"}),
    ):
        page, got = (site / path).read_text(), served.get(f"/{path}")
        assert got.text == page
        links = {(rel, urljoin(ADDRESS + path, href)) for rels, href in TYPED.findall(page) for rel in rels.split()}
        ours = {(rel, href) for rel, href in links if rel in {"cite-as", "type", "license", *of_page}}
        assert {rel for rel, _ in ours} >= {"cite-as", "type", *of_page}
        assert {href for rel, href in ours if rel == "cite-as"} == {iri}
        assert {href for rel, href in ours if rel == "type"} == {
            "https://schema.org/AboutPage", f"https://schema.org/{kind}"
        }  # fmt: skip
        header = re.findall(r'<([^>]*)>; rel="([^"]*)"', got.headers["link"])
        assert {(rel, urljoin(ADDRESS + path, href)) for href, rel in header} == ours
        for rel, href in ours:
            if rel in of_page:
                assert (site / href.removeprefix(ADDRESS)).is_file(), href
                assert served.get(f"/{href.removeprefix(ADDRESS)}").status_code == 200, href
        [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        said = json.loads(script)
        about = said.get("mainEntity", said)
        assert (about["@type"], said["@context"].rstrip("/")) == (kind, "https://schema.org")
        assert about["@id"] == (f"{iri}#dataset" if path == "index.html" else iri)
        assert len(script) < 3000 if path == "index.html" else len(script) < 500
    source = json.loads(script)
    assert source["isPartOf"] == {"@id": f"{ID.removesuffix('id/')}#dataset"}
    assert source["mainEntity"]["datePublished"] == "2025-03"
    assert 'ld+json">' not in (site / "vocab/signed.html").read_text()


def test_permanent_addresses_send_typed_links(site: Path) -> None:
    rules = (site / "w3id/.htaccess").read_text()
    [pattern] = re.findall(r'SetEnvIf Request_URI "(.*)" THING=\$1', rules)
    found = re.search(pattern, "/graph/id/borealis")
    assert found
    assert not re.search(pattern, "/graph/id/borealis.ttl")
    sent = re.findall(r'Header always set Link "(.*)" env=(!?THING)', rules)
    assert [name for _, name in sent] == ["THING", "!THING"]
    for links, _ in sent:
        for address in re.findall("<(.*?)>", links.replace("%{THING}e", found[1])):
            assert (site / address.removeprefix(ADDRESS)).is_file(), address


def test_a_server_with_the_extra_links_a_word_file_where_the_site_has_the_command(
    site: Path, tiny: KnowledgeGraph
) -> None:
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    for client in client_of(SimpleNamespace(kg=tiny, key="word files")):
        for path, command in (("id/acme", "id:acme"), ("pair/acme/harbour-authority", "acme harbour-authority")):
            own, got = (site / f"{path}.html").read_text(), client.get(f"/{path}.html").text
            link = re.search(rf'<a href="([./]+/{path}\.docx)">Word file</a>', got)
            assert link
            assert got.replace(link[0], f"<code>pcgraph brief {command} -o brief.docx</code>") == own
            word = client.get(f"/{path}.docx")
            assert (word.headers["content-type"], word.content[:2]) == (media, b"PK")
        assert client.get("/id/acme", headers={"Accept": media}).headers["location"] == "/id/acme.docx"
        assert client.get("/id/crane-talks.docx").status_code == 404
        assert client.get("/pair/acme/nobody.html").status_code == 404


def test_without_the_extra_no_word_file_is_offered(served: TestClient) -> None:
    assert served.get("/id/acme.docx").status_code == 404
    assert served.get("/pair/acme/harbour-authority.docx").status_code == 404
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert served.get("/id/acme", headers={"Accept": media}).status_code == 406


def test_no_link_is_dead(site: Path) -> None:
    assert dead_links(site) == []


@pytest.mark.exhaustive
def test_the_real_site_has_no_dead_link(real: KnowledgeGraph, tmp_path: Path) -> None:
    done = publish(real, tmp_path / "out", ADDRESS)
    assert dead_links(tmp_path / "out") == []
    assert done.pages > 2000
    assert done.bytes < 75_000 * len(real.tables.engagements)


def test_the_command_writes_the_same_bytes(site: Path, tmp_path: Path) -> None:
    done = pcgraph("site", str(tmp_path / "out"), "--data", str(TINY), "--base", ADDRESS)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.search(r"written: .*out: \d+ pages, [\d,]+ files, \d+\.\d MB", done.stderr)
    assert files(tmp_path / "out") == files(site)
    listed = json.loads((site / "manifest.json").read_text())["files"]
    assert {*listed, "manifest.json"} == {*files(site)}


def test_a_step_is_a_place_on_the_page_of_its_engagement(site: Path, tiny: KnowledgeGraph) -> None:
    for step, engagement in tiny.tables.steps.select("step", "engagement").iter_rows():
        page = Page((site / f"id/{engagement.removeprefix(ID)}.html").read_text())
        assert step.removeprefix(ID) in page.ids
        assert not (site / f"id/{step.removeprefix(ID)}.html").exists()


def test_an_engagement_is_cited_with_the_hash_of_its_data(site: Path, tiny: KnowledgeGraph) -> None:
    for iri in tiny.tables.engagements["engagement"]:
        name = iri.removeprefix(ID)
        if not (site / f"id/{name}.ttl").is_file():
            continue  # merged into another
        data = (site / f"id/{name}.ttl").read_bytes()
        hash_ = content_hash(quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE))
        page = (site / f"id/{name}.html").read_text()
        assert page.count(hash_) >= 4  # in the sentence's section and in three formats
        assert f"url = {{{iri}}}" in page


def test_the_first_page_counts_what_has_a_name(site: Path, tiny: KnowledgeGraph) -> None:
    parties = tiny.tables.parties
    named = parties.filter(~parties["unnamed"])["agent"].n_unique()
    assert named < parties["agent"].n_unique()
    page = " ".join((site / "index.html").read_text().split())
    assert f'Organisations, groups and people with a role</a> <span class="soft">{named}</span>' in page
    assert f'engagements</a> <span class="soft">{tiny.tables.engagements.height}</span>' in page


def test_what_machines_read_is_whole(site: Path) -> None:
    text = (site / "sitemap.xml").read_bytes()
    places = [each.text or "" for each in ET.fromstring(text).iter() if each.text]  # noqa: S314 - our own
    pages = [path for path in files(site) if path.endswith(".html") and path != "404.html"]
    assert sorted(place.strip() for place in places if place.strip()) == sorted(ADDRESS + path for path in pages)
    assert (site / "robots.txt").read_text() == f"User-agent: *\nDisallow:\nSitemap: {ADDRESS}sitemap.xml\n"
    lost = Page((site / "404.html").read_text())
    assert "/graph/map.html" in lost.links  # such a page may be shown at any address
    for path in (
        "data/graph.trig.gz",
        "data/graph.nq.gz",
        "data/csv/engagements.csv",
        "data/parquet/statements.parquet",
    ):
        assert (site / path).stat().st_size > 100
    names = json.loads(next(site.glob("assets/names-*.json")).read_text())["names"]
    assert all((site / urldefrag(path)[0]).is_file() for path, *_ in names)
    assert {"id/borealis.html", "questions/what-was-signed.html"} <= {path for path, *_ in names}


def test_downloads_are_as_written_and_the_query_page_has_the_view(site: Path, tiny: KnowledgeGraph) -> None:
    places = ("data/graph.trig.gz", "data/graph.nq.gz", next((site / "assets").glob("graph-*.trig.gz")))
    found = []
    for place in places:
        format = ox.RdfFormat.TRIG if ".trig" in str(place) else ox.RdfFormat.N_QUADS
        found.append(set(ox.parse(gzip.decompress((site / place).read_bytes()), format=format)))
    assert found == [set(tiny.raw), set(tiny.raw), set(tiny.store)]


def test_a_file_with_the_same_bytes_keeps_its_time(site: Path, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "out")
    before = files(tmp_path / "out")
    for path in before:
        os.utime(tmp_path / "out" / path, (1_000_000_000, 1_000_000_000))
    publish(changed(tiny, project=replace(tiny.project, description="Other words")), tmp_path / "out", ADDRESS)
    after = files(tmp_path / "out")
    old = {path for path in after if (tmp_path / "out" / path).stat().st_mtime == 1_000_000_000}
    assert old == {path for path in after if before.get(path) == after[path]}
    assert {"index.html", "manifest.json"}.isdisjoint(old)
    assert {"id/borealis.html", "data/graph.nq.gz"} <= old


# ---- Bad input ----


def test_a_folder_of_another_kind_is_not_touched(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(InvalidInput, match="not a site; expected an empty or new folder"):
        publish(tiny, tmp_path, ADDRESS)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("address", ["graph", "ftp://example.org/", "https://example.org/?x", "https://exa mple.org/"])
def test_an_address_is_a_web_address(address: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not the address of a site"):
        publish(tiny, tmp_path / "out", address)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("slug", ["Borealis", "index"])
def test_two_things_need_two_files(slug: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    """On a file system that ignores case, one page would overwrite the other; `id/index.html` is the list."""
    store = ox.Store()
    store.extend([*tiny.store])
    store.add(ox.Quad(ox.NamedNode(ID + slug), ox.NamedNode(RDFS + "label"), ox.Literal("x"), ox.NamedNode(CURRENT)))
    (tmp_path / "out").mkdir()
    with pytest.raises(InvalidInput, match=r"id/(borealis|Borealis|index).html: .*; rename one of the things"):
        publish(changed(tiny, store=store), tmp_path / "out", ADDRESS)
    assert files(tmp_path / "out") == {}


def test_a_title_with_markup_is_text(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    title = '</title><script>alert("1")</script>&'
    publish(changed(tiny, project=replace(tiny.project, title=title)), tmp_path / "out", ADDRESS)
    for path, body in files(tmp_path / "out").items():
        if path.endswith((".html", ".xml", ".htaccess")):
            assert b"<script>alert" not in body, path


def test_a_run_that_fails_leaves_the_old_site(
    tiny: KnowledgeGraph, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(site, tmp_path / "out")
    before, written = files(tmp_path / "out"), output.Folder.write

    def full(self: output.Folder, path: str, content: bytes) -> None:
        if path == "sitemap.xml":
            raise OSError(28, "No space left on device")
        written(self, path, content)

    monkeypatch.setattr(output.Folder, "write", full)
    with pytest.raises(InvalidInput, match="cannot be written"):
        publish(tiny, tmp_path / "out", ADDRESS)
    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_run_left_is_removed(site: Path) -> None:
    assert [path.name for path in site.parent.iterdir()] == ["out"]


def test_a_question_of_a_large_graph_is_not_answered(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_pages, "MOST_QUADS", 100)
    page = pages.question(Site(tiny, ""), "what-was-signed").body.decode()
    assert "This page has none, because the graph is large." in page
    assert "<table>" not in page

"""Releases: written once, never damaged in silence, and every address of an earlier one still answers."""

from __future__ import annotations

import hashlib
import html
import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from helpers import TINY, pcgraph
from pcgraph.api import KnowledgeGraph, load
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import ID, LABEL
from pcgraph.web.context import Site
from pcgraph.web.site import publish, releases
from pcgraph.web.site.cited_statements import find_cited
from pcgraph.web.site.htaccess import htaccess
from pcgraph.web.site.releases import Gone
from sites import ADDRESS, dead_links, files

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"


def version(name: str, data: Path = TINY) -> KnowledgeGraph:
    """Return the graph of a folder as the given version of the project."""
    kg = load(data, build=False)
    vars(kg)["project"] = replace(kg.project, version=name)
    return kg


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with release 1.0."""
    out = tmp_path_factory.mktemp("first") / "out"
    assert publish(version("1.0"), out, ADDRESS, release=True, first=True).release == "1.0"
    return out


@pytest.fixture(scope="module")
def two(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of release 1.0 with release 1.1, which lacks a source and what only that source tells."""
    folder = tmp_path_factory.mktemp("two")
    shutil.copytree(first, folder / "out")
    less = shutil.copytree(TINY, folder / "data")
    _only_source(less).unlink()
    _renamed_and_removed(less)
    publish(version("1.1", less), folder / "out", ADDRESS, release=True)
    return folder / "out"


def _only_source(folder: Path) -> Path:
    """Return the source file with the most engagements that no other file names."""
    texts = {path: path.read_text() for path in (folder / "sources").glob("*.ttl")}
    named = {path: set(re.findall(r"^id:([\w-]+) a pcg:", text, re.MULTILINE)) for path, text in texts.items()}
    own = {path: {name for name in found if all(name not in text for at, text in texts.items() if at != path)}
           for path, found in named.items()}  # fmt: skip
    return max(own, key=lambda path: (len(own[path]), path.name))


def _renamed_and_removed(folder: Path) -> None:
    """Change the English name of one engagement, and remove another one, which only the missing source tells of."""
    path = folder / "register/engagements.ttl"
    text = re.sub(r"(?ms)^id:first-ship .*? \.\n", "", path.read_text())
    assert text != path.read_text()
    path.write_text(text.replace('"Crane contract"@en', '"Contract for cranes"@en'))


def cited(site: Path) -> dict[str, str]:
    """Return the hash in the citation of each engagement's page."""
    pages = {path.stem: path.read_text() for path in (site / "id").glob("*.html")}
    hashes = {name: re.search(r"\(RDFC-1\.0\): ([0-9a-f]{64})", text) for name, text in pages.items()}
    return {name: found[1] for name, found in hashes.items() if found}


def test_every_hash_of_an_earlier_release_is_found(first: Path, two: Path) -> None:
    base = "https://w3id.org/pcgraph/"
    now, found = cited(two), {}
    for name, sha256 in cited(first).items():
        found[name] = each = find_cited(two, sha256, base)
        assert each.iri == ID + name
        assert hashlib.sha256(each.statements).hexdigest() == sha256
        assert each.releases == (("1.0", "1.1") if now.get(name) == sha256 else ("1.0",))
        assert each.gone == ("It was last in release" in (two / f"id/{name}.html").read_text())
        assert bool(each.came or each.went) == (not each.gone and now.get(name) != sha256)
    assert len(found) > 10
    renamed = found["crane-contract"]
    assert any('"Contract for cranes"@en' in line for line in renamed.came), renamed
    assert any('"Crane contract"@en' in line for line in renamed.went), renamed
    assert any(each.gone for each in found.values())
    with pytest.raises(InvalidInput, match=r"not the hash of statements here \(releases read: 1.0, 1.1\)"):
        find_cited(two, "0" * 64, base)


def test_a_hash_is_checked_on_the_command_line(first: Path, two: Path) -> None:
    sha256 = cited(first)["crane-contract"]
    done = pcgraph("verify", sha256, "--site", str(two))
    assert hashlib.sha256(done.stdout.encode()).hexdigest() == sha256
    assert "id:crane-contract: release 1.0 has these" in done.stderr
    assert "now: differs" in done.stderr
    lost = pcgraph("verify", sha256, "--json")
    assert lost.returncode == 2
    assert "run  pcgraph verify HASH --site DIR" in lost.stderr


def test_what_was_removed_keeps_its_label_and_its_data(first: Path, two: Path) -> None:
    went = [name for name in cited(first) if "It was last in release" in (two / f"id/{name}.html").read_text()]
    assert "first-ship" in went
    for name in went:
        before = [*ox.parse(path=first / f"id/{name}.ttl")]
        labels = [q.object.value for q in before if q.subject.value == ID + name and q.predicate.value == LABEL]
        page = (two / f"id/{name}.html").read_text()
        assert any(label in page for label in labels)
        assert f'href="../id/{name}.ttl"' in page
        said = {*map(str, ox.parse(path=two / f"id/{name}.ttl"))}
        assert {*map(str, before)} < said
        assert any("#deprecated>" in line for line in said)
        assert any("Gone." in line and "release 1.0" in line for line in said)
        assert (two / f"id/{name}.jsonld").is_file()


def test_a_release_needs_the_one_before(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no release is here; expected those before 1.1; copy releases/ and"):
        publish(version("1.1"), tmp_path / "out", ADDRESS, release=True)
    assert not (tmp_path / "out").exists()


def test_releases_are_compared(two: Path) -> None:
    done = pcgraph("diff", str(two / "releases/1.0"), str(two / "releases/1.1"), "--json")
    assert re.search(r'"went",\s+"what": "engagement",\s+"about": "id:first-ship"', done.stdout), done.stderr


@pytest.mark.exhaustive
def test_a_release_is_written_once(first: Path, tmp_path: Path) -> None:
    shutil.copytree(first, tmp_path / "out")
    publish(version("1.0"), tmp_path / "out", ADDRESS, release=True)
    assert files(tmp_path / "out") == files(first)
    kg = load(TINY, without=next(iter(load(TINY, build=False).tables.sources["source"])), build=False)
    vars(kg)["project"] = replace(kg.project, version="1.0")
    with pytest.raises(UsageError, match=r"releases/1.0: released already, with other data; expected a new version"):
        publish(kg, tmp_path / "out", ADDRESS, release=True)
    assert files(tmp_path / "out") == files(first)


def test_a_release_needs_a_version(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no version; expected one such as"):
        publish(tiny, tmp_path / "out", ADDRESS, release=True)


def test_a_damaged_release_is_not_published_again(first: Path, tmp_path: Path) -> None:
    shutil.copytree(first, tmp_path / "out")
    names = tmp_path / "out/releases/1.0/names.txt"
    names.write_text(names.read_text().replace("borealis", "boreal"))
    with pytest.raises(InvalidInput, match=r"releases/1.0: a damaged release"):
        publish(version("1.1"), tmp_path / "out", ADDRESS)


def test_a_release_that_is_missing_is_no_empty_history(two: Path, tmp_path: Path) -> None:
    shutil.copytree(two, tmp_path / "out")
    shutil.rmtree(tmp_path / "out/releases/1.0")
    with pytest.raises(InvalidInput, match=r"releases/1.1: follows 1.0, which is not here"):
        publish(version("1.2"), tmp_path / "out", ADDRESS)


@pytest.mark.exhaustive
def test_nothing_changed_since_a_release_of_the_same_data(tmp_path: Path) -> None:
    """The dump of a release is read as the graph of this project, also if its base is not the shipped one."""
    base = "https://example.org/lamps/"
    shutil.copytree(TINY, tmp_path / "data")
    (tmp_path / "pcgraph.toml").write_text(f'base = "{base}"\nversion = "1.0"\n')
    for path in (tmp_path / "data").rglob("*.ttl"):
        text = path.read_text()
        for space in ("id", "source", "verdict"):
            text = text.replace(f"https://w3id.org/pcgraph/{space}/", f"{base}{space}/")
        path.write_text(text)
    publish(load(tmp_path, build=False), tmp_path / "out", ADDRESS, release=True, first=True)
    publish(load(tmp_path, build=False), tmp_path / "out", ADDRESS)
    assert "0 changes since release 1.0" in (tmp_path / "out/changes.html").read_text()


def test_every_address_of_an_earlier_release_answers(two: Path) -> None:
    first = (two / "releases/1.0/names.txt").read_text().split()
    last = (two / "releases/1.1/names.txt").read_text().split()
    gone = [iri for iri in first if iri not in last]
    assert len(gone) > 3
    for iri in gone:
        page = (two / f"{iri.removeprefix('https://w3id.org/pcgraph/')}.html").read_text()
        assert iri in page
        assert "It was last in release 1.0, and is not in 1.1." in page
    assert dead_links(two) == []


def test_the_feed_and_the_changes_tell_what_went(two: Path) -> None:
    feed = ET.fromstring((two / "feed.xml").read_bytes())  # noqa: S314 - our own
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == ["Release 1.1", "Release 1.0"]
    assert re.search(r"engagement went: \d+", feed.find(f"{ATOM}entry").findtext(f"{ATOM}summary") or "")  # type: ignore[union-attr]
    assert (two / "releases/1.1/changes.csv").read_text().count(",went,") > 0 or "went" in (
        two / "releases/1.1/changes.csv"
    ).read_text()
    changes = (two / "changes.html").read_text()
    assert "0 changes since release 1.1" in changes
    for entry in feed.findall(f"{ATOM}entry"):
        assert html.escape(entry.findtext(f"{ATOM}summary") or "") in changes


def test_changes_after_a_release_are_shown(two: Path, tmp_path: Path) -> None:
    shutil.copytree(two, tmp_path / "out")
    publish(version("1.2"), tmp_path / "out", ADDRESS)
    page = (tmp_path / "out/changes.html").read_text()
    assert re.search(r"\d+ changes since release 1.1", page)
    assert "engagement came" in page
    feed = ET.fromstring((tmp_path / "out/feed.xml").read_bytes())  # noqa: S314 - our own
    assert feed.find(f"{ATOM}entry").findtext(f"{ATOM}title") == "Since release 1.1"  # type: ignore[union-attr]
    assert not (tmp_path / "out/releases/1.2").exists()
    assert files(tmp_path / "out/releases") == files(two / "releases")


# ---- The rules for w3id.org ----


def led(rules: str, path: str, accept: str = "") -> tuple[int, str]:
    """Follow the rules as Apache does: status, and where a request is led."""
    conditions: list[bool] = []
    for line in rules.splitlines():
        word, _, rest = line.partition(" ")
        if word == "RewriteCond":
            pattern = rest.split(" ")[1]
            wanted = not pattern.startswith("!")
            conditions.append((re.search(pattern.lstrip("!"), accept) is not None) == wanted)
        elif word == "RewriteRule":
            pattern, target, flags = rest.split(" ")
            found = re.search(pattern, path)
            holds, conditions = all(conditions), []
            if found and holds:
                if "G" in flags.strip("[]").split(","):
                    return 410, ""
                status = re.search(r"R=(\d+)", flags)
                assert status
                return int(status[1]), found.expand(re.sub(r"\$(\d)", r"\\\1", target))
    return 404, ""


@pytest.mark.parametrize(
    ("path", "accept", "status", "to"),
    [
        ("id/协议", "text/turtle", 303, "id/协议.ttl"),
        ("id/معاہدہ", "text/html", 410, None),
        ("id/borealis", "text/html,*/*;q=0.8", 303, "id/borealis.html"),
        ("id/borealis", "", 303, "id/borealis.html"),
        ("id/borealis", "text/turtle", 303, "id/borealis.ttl"),
        ("id/borealis", "application/ld+json, text/turtle;q=0.5", 303, "id/borealis.jsonld"),
        ("id/borealis", "text/turtle;q=0.1, text/html", 303, "id/borealis.html"),
        ("id/borealis.ttl", "text/html", 302, "id/borealis.ttl"),
        ("id/vik-forum.signed", "text/html", 303, "id/vik-forum.html#vik-forum.signed"),
        ("id/vik-forum.signed", "text/turtle", 303, "id/vik-forum.ttl"),
        ("vocab/sector/ai", "text/turtle", 303, "vocab/sector/ai.ttl"),
        ("ontology", "text/turtle", 303, "ontology.ttl"),
        ("ontology", "text/html", 303, "ontology.html"),
        ("graph/current", "", 303, "data.html"),
        ("", "", 302, ""),
        ("map.html", "", 302, "map.html"),
        ("id/old", "text/html", 410, None),
        ("id/older", "text/html", 303, "id/borealis.html"),
        ("id/old-and-more", "text/html", 303, "id/old-and-more.html"),
    ],
)
def test_the_rules_lead_to_the_document(
    path: str, accept: str, status: int, to: str | None, tiny: KnowledgeGraph
) -> None:
    gone = [
        Gone(ID + "old", until="1.0"),
        Gone(ID + "معاہدہ", until="1.0"),
        Gone(ID + "older", instead=ID + "borealis"),
    ]
    rules = htaccess(Site(tiny, ""), ADDRESS, gone)
    assert led(rules, path, accept) == (status, "" if to is None else ADDRESS + to)


def test_every_document_is_where_the_rules_lead(two: Path, tiny: KnowledgeGraph) -> None:
    rules = (two / "w3id/.htaccess").read_text()
    for iri in (two / "releases/1.0/names.txt").read_text().split():
        for accept, _suffix in (("text/html", ".html"), ("text/turtle", ".ttl"), ("application/ld+json", ".jsonld")):
            status, to = led(rules, iri.removeprefix(tiny.project.base), accept)
            assert status == 410 or (two / to.removeprefix(ADDRESS).split("#")[0]).is_file(), (iri, accept, to)


def test_the_history_is_in_order(two: Path) -> None:
    assert [each.version for each in releases.read(two).releases] == ["1.0", "1.1"]

"""A loaded graph stays what it was when it was loaded, whatever is built, changed or removed later."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import pcgraph
from helpers import TINY
from pcgraph.belief import disk_store
from pcgraph.build import build
from racer import seen
from serving import serving

pytestmark = pytest.mark.slow


@pytest.fixture
def data(data: Path) -> Path:
    (data / "positions.csv").write_text("iri,x,y\nid:acme,-4321.5,99\n", encoding="utf-8")
    return data


def build_other_data(data: Path, out: Path) -> None:
    agents = data / "register" / "agents.ttl"
    agents.write_text(agents.read_text(encoding="utf-8").replace('"Acme"@en', '"Acne"@en'), encoding="utf-8")
    (data / "positions.csv").write_text("iri,x,y\nid:acme,1,2\n", encoding="utf-8")
    build(out, data)
    assert "Acne" in pcgraph.load(data, build=out).page


def break_the_data(data: Path, out: Path) -> None:
    del out
    (data / "register" / "agents.ttl").write_text("no Turtle", encoding="utf-8")
    (data / "positions.csv").write_text("no positions", encoding="utf-8")


def remove_the_data_and_build_other(data: Path, out: Path) -> None:
    shutil.rmtree(data)
    build(out, TINY)


LATER = [build_other_data, break_the_data, remove_the_data_and_build_other]


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("source", ["computed", "small", "large"])
def test_a_loaded_graph(
    source: str, later: Callable[[Path, Path], None], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = pcgraph.load(data, build=None)
    right, view, html = seen(alone), alone.map().view, alone.page
    assert "-4321.5" in html
    monkeypatch.setattr(disk_store, "LARGE", 10 if source == "large" else 10**6)
    out = build(tmp_path / "build", data).folder
    page = (out / "map.html").read_text(encoding="utf-8")
    kg, again = (pcgraph.load(data, build=None if source == "computed" else out) for _ in range(2))
    later(data, out)
    assert seen(kg) == right
    assert kg.map().view == view
    assert kg.page in (html, page)
    assert again.page in (html, page)
    assert len(again.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")) == len(
        alone.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    )


@pytest.mark.parametrize("later", LATER)
def test_a_served_graph(later: Callable[[Path, Path], None], data: Path, tmp_path: Path) -> None:
    out = build(tmp_path / "build", data).folder
    page = (out / "map.html").read_text(encoding="utf-8")
    with serving(data=data, cwd=tmp_path) as server:
        later(data, out)
        for path in ("/", "/id/acme.html", "/dump.nq.gz", "/.well-known/void", "/health"):
            assert server.send(path).status == 200, path
        body = page.partition("</header>")[2]  # the server adds its own links to the header
        assert body in server.send("/").text
        assert "Acme" in server.send("/id/acme.html").text

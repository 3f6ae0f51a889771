"""A loaded graph stays what it was when it was loaded, whatever is built, changed or removed later."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import pcgraph
from helpers import TINY, everyday
from pcgraph.belief import disk_store
from pcgraph.build import build
from racer import seen
from serving import serving

pytestmark = pytest.mark.slow

POSITIONS = "iri,x,y\nid:acme,-4321.5,99\n"
ALL = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


@pytest.fixture
def data(data: Path) -> Path:
    (data / "positions.csv").write_text(POSITIONS, encoding="utf-8")
    return data


class Alone(NamedTuple):
    """What is seen of the data as long as nothing happens to them, and the folders of their builds."""

    right: str
    view: dict[str, Any]
    html: str
    quads: int
    builds: dict[str, Path]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Alone:
    folder = tmp_path_factory.mktemp("alone")
    data = Path(shutil.copytree(TINY, folder / "data"))
    (data / "positions.csv").write_text(POSITIONS, encoding="utf-8")
    kg, builds = pcgraph.load(data, build=None), {}
    for name, large in (("small", 10**6), ("large", 10)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(disk_store, "LARGE", large)
            builds[name] = build(folder / name, data).folder
    return Alone(seen(kg), kg.map().view, kg.page, len(kg.query(ALL)), builds)


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


@pytest.mark.parametrize("later", everyday(LATER, lambda later: later is remove_the_data_and_build_other))
@pytest.mark.parametrize("source", everyday(["computed", "small", "large"], "small".__eq__))
def test_a_loaded_graph(
    source: str,
    later: Callable[[Path, Path], None],
    data: Path,
    alone: Alone,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "-4321.5" in alone.html
    monkeypatch.setattr(disk_store, "LARGE", 10 if source == "large" else 10**6)
    out = shutil.copytree(alone.builds["large" if source == "large" else "small"], tmp_path / "build")
    page = (out / "map.html").read_text(encoding="utf-8")
    kg, again = (pcgraph.load(data, build=None if source == "computed" else out) for _ in range(2))
    later(data, out)
    assert seen(kg) == alone.right
    assert kg.map().view == alone.view
    assert kg.page in (alone.html, page)
    assert again.page in (alone.html, page)
    assert len(again.query(ALL)) == alone.quads


@pytest.mark.parametrize("later", everyday(LATER, lambda later: later is build_other_data))
def test_a_served_graph(later: Callable[[Path, Path], None], data: Path, alone: Alone, tmp_path: Path) -> None:
    out = shutil.copytree(alone.builds["small"], tmp_path / "build")
    page = (out / "map.html").read_text(encoding="utf-8")
    with serving(data=data, cwd=tmp_path) as server:
        later(data, out)
        for path in ("/", "/id/acme.html", "/dump.nq.gz", "/.well-known/void", "/health"):
            assert server.send(path).status == 200, path
        body = page.partition("</header>")[2]  # the server adds its own links to the header
        assert body in server.send("/").text
        assert "Acme" in server.send("/id/acme.html").text

"""The built wheel carries ontology, data and questions, and works from an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers import ROOT, TINY

pytestmark = pytest.mark.slow


def build(sources: Path, folder: Path) -> dict[str, Path]:
    """Return wheel and sdist of a folder of sources, by the ends of their names."""
    words = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(words, cwd=sources, check=True, capture_output=True)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def site(dist: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(dist[".whl"]) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_it_carries_what_it_needs(site: Path) -> None:
    inside = {
        path.relative_to(site / "pcgraph" / "_bundled").as_posix()
        for path in site.rglob("*")
        if path.is_file() and "_bundled" in path.parts
    }
    for folder in ("ontology", "data", "queries"):
        outside = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {name for name in inside if name.startswith(f"{folder}/")} == outside
    assert (site / "pcgraph" / "_bundled" / "pcgraph.toml").read_bytes() == (ROOT / "pcgraph.toml").read_bytes()
    assert (site / "pcgraph" / "py.typed").is_file()
    page = site / "pcgraph" / "page"
    assert (page / "template" / "map.html.j2").is_file()
    assert (page / "template" / "page.js").is_file()
    assert {path.suffix for path in (page / "app").rglob("*") if path.is_file()} == {".json"}
    [manual] = site.glob("*.data/data/share/man/man1/pcgraph.1")
    assert manual.read_bytes() == (ROOT / "src" / "pcgraph.1").read_bytes()
    web = site / "pcgraph" / "web"
    assert (web / "template" / "query.js").is_file()
    assert not (web / "app").exists()


def test_the_sdist_builds_the_same_wheel_and_itself(dist: dict[str, Path], tmp_path: Path) -> None:
    shutil.unpack_archive(dist[".gz"], tmp_path, filter="data")
    (sources,) = tmp_path.iterdir()
    outside = {path.name for path in sources.iterdir()}
    again = build(sources, tmp_path / "dist")
    assert {end: path.read_bytes() for end, path in again.items()} == {
        end: path.read_bytes() for end, path in dist.items()
    }
    assert {"src", "data", "ontology", "queries", "LICENSE", "CHANGELOG.md", "package.json"} <= outside
    assert outside.isdisjoint({"tests", "docs", "notebooks", ".github", "node_modules"})


def test_it_works_from_an_empty_folder(site: Path, tmp_path: Path) -> None:
    def run(*words: str) -> str:
        done = subprocess.run([sys.executable, "-m", "pcgraph", *words], cwd=tmp_path, capture_output=True, text=True,
                              env={**os.environ, "PYTHONPATH": str(site)}, check=False)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import pcgraph; print(pcgraph.__file__)"
    found = subprocess.run([sys.executable, "-c", where], cwd=tmp_path, capture_output=True, text=True,
                           env={**os.environ, "PYTHONPATH": str(site)}, check=True).stdout  # fmt: skip
    assert found.startswith(str(site))
    assert "id:ntc" in run("query", "who-signed-with", "--param", "party=huawei")
    assert "identified" in run("build", "--data", str(TINY))  # the question before has read the data of the wheel
    assert (tmp_path / "build" / "map.html").exists()

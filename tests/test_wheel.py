"""The built wheel carries ontology, data and questions, and works from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers import ROOT, TINY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
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
    web = site / "pcgraph" / "web"
    assert (web / "template" / "query.js").is_file()
    assert not (web / "app").exists()


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

"""Random edits, one after another: what is kept from run to run is what a run from nothing finds."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fuzz import damage
from fuzz.runner import fuzz
from helpers import TINY
from pcgraph import validation
from pcgraph.analysis.network import make_spec
from pcgraph.analysis.uncertainty import cached_intervals
from pcgraph.belief import loading
from pcgraph.build import build
from pcgraph.errors import PcgraphError
from pcgraph.store import data_folder
from pcgraph.store.data_folder import Inputs
from pcgraph.store.files import home

WHOLE = data_folder.read(TINY, home("ontology"))
FILES = [file for file in WHOLE.files if file.role != "ontology"]
LIKE = re.compile(r'"|[a-z]+:(?=\w)')
PIECES = sorted({piece for file in FILES for piece in damage.PIECE.findall(file.text)})


def edit(rng: random.Random, text: str) -> str:
    """Change one piece of a text: a word in a string, or a name for another with the same prefix."""
    pieces = damage.PIECE.findall(text)
    at = rng.choice([at for at, piece in enumerate(pieces) if LIKE.match(piece)])
    alike = LIKE.match(pieces[at])
    if alike and alike[0] == '"' and rng.random() < 0.5:
        pieces[at] = f'"another {pieces[at][1:]}'
    elif alike:
        pieces[at] = rng.choice([piece for piece in PIECES if piece.startswith(alike[0])])
    return "".join(pieces)


def found(inputs: Inputs) -> tuple[Any, ...]:
    """Return findings and rankings as data."""
    findings = validation.run(inputs)
    try:
        snapshot = loading.compute(inputs)
        ranks = cached_intervals.rank_or_recall(snapshot, inputs.columns, make_spec(), ["degree", "pagerank"], 10)
    except PcgraphError as error:
        return findings, str(error)
    return findings, [(each.table.rows(), each.table.schema, each.note, each.what, each.counts) for each in ranks]


def test_what_is_kept_is_what_a_run_from_nothing_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none").touch()  # no folder can be made here, so nothing is kept

    def run(case: tuple[int, str]) -> None:
        at, text = case
        file = data_folder.parse(FILES[at].path, FILES[at].role, content=text.encode())
        inputs = Inputs(TINY, WHOLE.ontology, tuple(file if each.path == file.path else each for each in WHOLE.files))
        results = []
        for folder in ("kept", "none", "kept"):
            monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / folder))
            results.append(found(replace(inputs)))
        assert results[0] == results[1] == results[2]

    def make(rng: random.Random) -> tuple[int, str]:
        at = rng.randrange(len(FILES))
        return at, edit(rng, FILES[at].text)

    assert fuzz(make, run) > 0
    assert (tmp_path / "kept" / "pcgraph").is_dir()


def built(data: Path, folder: Path) -> dict[str, bytes] | str:
    """Return the files of a build, or why there is none."""
    try:
        build(folder, data)
    except PcgraphError as error:
        return str(error)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_after_an_edit_has_the_bytes_of_one_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edited graph is built over a build of what it was; then as if nothing had ever been built."""
    (tmp_path / "none").touch()
    data = tmp_path / "data"
    shutil.copytree(TINY, data)

    def build_with(memory: str, folder: str) -> dict[str, bytes] | str:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / memory))
        return built(data, tmp_path / folder)

    def run(case: tuple[int, str]) -> None:
        at, text = case
        place = data / FILES[at].path.relative_to(TINY)
        place.write_text(text, encoding="utf-8")
        assert build_with("kept", "over") == build_with("none", "new")
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        place.write_text(FILES[at].text, encoding="utf-8")

    def make(rng: random.Random) -> tuple[int, str]:
        at = rng.randrange(len(FILES))
        return at, edit(rng, FILES[at].text)

    assert isinstance(build_with("kept", "over"), dict)
    assert fuzz(make, run) > 0

"""Several processes use one build folder at the same time: each gets the answer to its own data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

import pcgraph
from helpers import ROOT, TINY
from pcgraph.belief import loading
from pcgraph.store import cache
from pcgraph.store.files import home
from racer import seen

pytestmark = pytest.mark.slow

ROUNDS = int(os.environ.get("PCGRAPH_RACES", "3"))  # of each kind
SMALL, LARGE = 500_000, 10  # the number of quads from which a graph is large
WAITS = "another process is writing"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the data in which one agent has another name."""
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("races") / "other"))
    file = folder / "register" / "agents.ttl"
    file.write_text(file.read_text(encoding="utf-8").replace('"Acme"@en', '"Acne"@en'), encoding="utf-8")
    return folder


class Racer:
    """A process of ``racer.py``."""

    def __init__(self, data: Path, out: Path, what: str, size: int) -> None:
        self.errors = out.with_name(f"errors-{data.name}-{what}-{id(self)}")
        with self.errors.open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "tests" / "racer.py"), str(data), str(out), what, str(size)],
                cwd=out.parent, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, text=True, bufsize=1,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        assert self.answer() == "ready"

    def start(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    @property
    def said(self) -> str:
        return self.errors.read_text(encoding="utf-8")


@contextmanager
def racing(out: Path, size: int, *runs: tuple[Path, str]) -> Iterator[list[Racer]]:
    out.parent.mkdir(exist_ok=True)
    racers = [Racer(data, out, what, size) for data, what in runs]
    with ExitStack() as stack:
        for racer in racers:
            stack.enter_context(racer.process)  # closes its input, on which it ends, and waits for it
        yield racers


def race(racers: list[Racer]) -> list[str]:
    """Start all at once and return their answers."""
    for racer in racers:
        racer.start()
    return [racer.answer() for racer in racers]


@pytest.fixture(scope="module")
def answers(other: Path) -> dict[Path, str]:
    """Return what a process sees that has the data to itself."""
    found = {data: seen(pcgraph.load(data, build=None)) for data in (TINY, other)}
    assert len({*found.values()}) == 2
    return found


def beside(out: Path, *, clean: bool = False) -> list[str]:
    """List what builds left next to the folder, after the next one with `clean`."""
    if clean:
        with cache.exclusive(out):
            pass
    return [path.name for path in out.parent.iterdir() if path.name.startswith(f".{out.name}")]


@pytest.mark.exhaustive
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_of_two_builds_of_the_same_data_one_works_and_the_other_waits(
    size: int, answers: dict[Path, str], tmp_path: Path
) -> None:
    out = tmp_path / "race" / "build"
    with racing(out, size, (TINY, "build"), (TINY, "build")) as racers:
        for number in range(ROUNDS):
            shutil.rmtree(out, ignore_errors=True)
            assert sorted(race(racers)) == [f"False {answers[TINY]}", f"True {answers[TINY]}"], number
            assert cache.verified(out, loading.key(TINY, home("ontology")))
            assert size == LARGE or beside(out) == [], number  # a store that is still read stays
    assert beside(out, clean=True) == []
    assert sum(WAITS in racer.said for racer in racers) >= 1


@pytest.mark.exhaustive
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_two_builds_of_different_data_and_a_reader_of_each(
    size: int, other: Path, answers: dict[Path, str], tmp_path: Path
) -> None:
    out = tmp_path / "race" / "build"
    keys = [loading.key(data, home("ontology")) for data in (TINY, other)]
    runs = [(data, what) for what in ("build", "load") for data in (TINY, other)]
    with racing(out, size, *runs) as racers:
        for number in range(ROUNDS):
            found = race(racers)
            assert [answer.split()[-1] for answer in found] == [answers[data] for data, _ in runs], (number, found)
            assert [cache.verified(out, key) is None for key in keys].count(True) == 1, number
            assert size == LARGE or beside(out) == [], number
    assert beside(out, clean=True) == []


def test_a_reader_always_finds_one_whole_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    out, done = tmp_path / "build", threading.Event()

    def write(number: int) -> None:
        with cache.exclusive(out), cache.writing(out, str(number), {}) as new:
            for name in (cache.GRAPH, cache.INPUTS):
                (new / name).write_text(str(number))

    def write_many() -> None:
        for number in range(200):
            write(number)
        done.set()

    write(0)
    writer = threading.Thread(target=write_many)
    writer.start()
    found = []
    while not done.is_set():
        kept_ = cache.read(out)
        assert kept_ is not None, found[-1:]
        assert {*kept_.files.values()} == {kept_.facts["key"].encode()}
        found.append(kept_.facts["key"])
    writer.join()
    assert len({*found}) > 10

"""A build that is killed at any call to the system leaves the old folder or the new one, and no trouble."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import pcgraph
from helpers import ROOT
from pcgraph.belief import disk_store, loading
from pcgraph.build import build
from pcgraph.store import cache
from pcgraph.store.files import home
from racer import seen

pytestmark = pytest.mark.slow


def kills(folder: Path, part: str) -> list[list[str]]:
    words = [sys.executable, str(ROOT / "tests" / "killer.py"), str(folder), part]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return [line.split()[1:] for line in done.stdout.splitlines()]


@pytest.mark.parametrize("part", ["", "store"])
def test_killed_at_each_call_it_leaves_the_old_folder_or_the_new_one(part: str, tmp_path: Path) -> None:
    found = Counter(map(tuple, kills(tmp_path, part)))
    new = ("old", "new") if part else ("new", "old")
    assert found.keys() == {("old", "old", *new, "build"), (*new, *new, "build")}
    assert min(found.values()) > 5


def test_without_exchange_the_next_build_brings_the_old_folder_back(tmp_path: Path) -> None:
    found = Counter(map(tuple, kills(tmp_path, "slow")))
    ends = ("new", "old", "build")
    assert found.keys() == {("old", "old", *ends), ("nothing", "nothing", *ends), ("new", "old", *ends)}
    assert found["nothing", "nothing", *ends] <= 2


LARGE = 10  # quads from which a graph is large
BUILD = """
import sys
from pathlib import Path
import killer
from pcgraph.store import cache; from pcgraph.belief import disk_store
from pcgraph.build import build
from pcgraph.store.memo import program

program()  # it opens every file of the code, which is no part of writing
data, out, last, disk_store.LARGE = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
writing = cache.writing

def counted(*arguments):
    cache.writing = writing
    killer.kill_at(last)
    return writing(*arguments)

cache.writing = counted
build(out, data)
"""


@pytest.mark.exhaustive
@pytest.mark.parametrize(("size", "calls"), [(500_000, range(10, 80, 30)), (LARGE, range(300, 1200, 400))])
def test_a_killed_build_of_a_graph(
    size: int, calls: range, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The calls are counted from where the first file is written. Only what is killed needs a process of its own."""
    out, agents = tmp_path / "build", data / "register" / "agents.ttl"
    right = seen(pcgraph.load(data, build=None))
    monkeypatch.setattr(disk_store, "LARGE", size)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    paths = os.pathsep.join(str(ROOT / name) for name in ("src", "tests"))
    environment = {**os.environ, "PYTHONPATH": paths}

    def run(last: int) -> int:
        words = [sys.executable, "-c", BUILD, str(data), str(out), str(last), str(size)]
        return subprocess.run(words, env=environment, stderr=subprocess.DEVNULL).returncode

    ends = [run(2000)]
    for last in calls:
        old = loading.key(data, home("ontology"))
        agents.write_text(f"{agents.read_text(encoding='utf-8')}\n# {last}\n", encoding="utf-8")
        new = loading.key(data, home("ontology"))
        ends.append(run(last))
        assert cache.verified(out, old) or cache.verified(out, new), last
        if size == LARGE:  # a store that this process reads would stay
            loaded = [sys.executable, str(ROOT / "tests" / "racer.py"), str(data), str(out), "load", str(size)]
            done = subprocess.run(loaded, input="\n", env=environment, capture_output=True, text=True)
            assert done.stdout.split() == ["ready", "None", right], last
            assert run(2000) == 0
        else:
            assert seen(pcgraph.load(data, build=out)) == right, last
            build(out, data)
        assert cache.verified(out, new)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "data"], last
    assert ends.count(-signal.SIGKILL) >= 3

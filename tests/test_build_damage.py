"""A flipped bit in any file of a build: the right answer or one line of error, never another answer."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import pcgraph
from helpers import TINY
from pcgraph.belief import disk_store, loading, materialise
from pcgraph.build import build
from pcgraph.cli.read.diff import open_state
from pcgraph.errors import InvalidInput
from pcgraph.store import cache
from pcgraph.store.files import home
from racer import seen

pytestmark = pytest.mark.slow

FLIPS = int(os.environ.get("PCGRAPH_FLIPS", "3"))  # for each file


@pytest.fixture(scope="module", params=["small", "large"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk_store, "LARGE", 10 if request.param == "large" else 10**6)
        yield build(tmp_path_factory.mktemp("damage") / "build", TINY).folder


def flips(folder: Path) -> list[tuple[Path, int]]:
    """Choose bits, the same each time: (file, number of the bit)."""
    chance = random.Random(1)
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return [(file, chance.randrange(8 * (folder / file).stat().st_size)) for file in files for _ in range(FLIPS)]


def flip(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def each(made: Path, out: Path, ask: Callable[[Path], object], right: object, only: str = "") -> dict[str, int]:
    """Ask after each flip. Return how often there was the right answer, an error, or another answer, which one."""
    found = {"right": 0, "error": 0}
    shutil.copytree(made, out)
    for file, bit in flips(made):
        if not file.as_posix().startswith(only):
            continue
        flip(out / file, bit)
        try:
            answer = ask(out)
        except InvalidInput as error:
            name = "error" if "\n" not in str(error) else f"error of several lines: {file} bit {bit}"
        else:
            name = "right" if answer == right else f"wrong: {file} bit {bit}"
        found[name] = found.get(name, 0) + 1
        shutil.copyfile(made / file, out / file)
    print(found)
    return found


def not_again(*_: object, **_options: object) -> None:
    raise InvalidInput("the store would be made anew")


@pytest.mark.exhaustive
def test_a_loaded_graph(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the build is not read, the graph is computed; that is done once, from the data, which are the same."""
    inputs, compute = materialise.read(TINY, home("ontology")), loading.compute
    computed = compute(inputs)
    right = seen(pcgraph.KnowledgeGraph(computed), page=False)

    def load(out: Path) -> str:
        kg = pcgraph.load(TINY, build=out)
        return right if kg.read_store is computed.read_store else seen(kg, page=False)

    monkeypatch.setattr(materialise, "read", lambda *_: inputs)
    monkeypatch.setattr(loading, "compute", lambda given, *more: computed if given is inputs else compute(given, *more))
    monkeypatch.setattr(disk_store, "make", not_again)  # test_large.py does it for every file
    found = each(made, tmp_path / "build", load, right)
    assert found.keys() == {"right", "error"}
    assert found["right"] > 10


def test_a_build_that_is_compared(made: Path, tmp_path: Path) -> None:
    if (made / cache.STORE).exists():
        with pytest.raises(InvalidInput, match="damaged or of an older version"):
            open_state(str(made), None)
        return
    right = seen(open_state(str(made), None), page=False)
    found = each(made, tmp_path / "build", lambda out: seen(open_state(str(out), None), page=False), right)
    assert found.keys() == {"right", "error"}
    assert found["right"] > 10


@pytest.mark.exhaustive
def test_the_page(made: Path, tmp_path: Path) -> None:
    kg = pcgraph.load(TINY, build=made)
    pages = {kg.page, kg.map().html}
    assert len(pages) == 2  # a kept one has intervals
    found = each(made, tmp_path / "build", lambda out: pcgraph.load(TINY, build=out).page in pages, True, "m")
    assert found == {"right": 2 * FLIPS, "error": 0}


@pytest.mark.exhaustive
def test_what_is_damaged_is_built_again(made: Path, tmp_path: Path) -> None:
    def rebuilt(out: Path) -> object:
        facts = build(out, TINY).facts
        assert cache.verified(out, loading.key(TINY, home("ontology")))
        return {name: facts[name] for name in ("sources", "ties", "parties", "by status", "claims")}

    right = build(made, TINY).facts
    right = {name: right[name] for name in ("sources", "ties", "parties", "by status", "claims")}
    found = each(made, tmp_path / "build", rebuilt, right, "manifest")
    assert found.keys() == {"right", "error"}
    for name in ("tables/parties.parquet", "map.html"):
        out = Path(shutil.copytree(made, tmp_path / name.replace("/", "-")))
        flip(out / name, 1000)
        assert build(out, TINY).again
        assert (out / name).read_bytes() == (made / name).read_bytes()

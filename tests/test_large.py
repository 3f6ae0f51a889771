"""The store on disk is a cache: never an empty or a shorter answer from it, whatever happens to its files."""

from __future__ import annotations

import cProfile
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import pcgraph
from helpers import PATIENCE, ROOT, TINY
from pcgraph import api
from pcgraph.analysis import network
from pcgraph.belief import disk_store, materialise
from pcgraph.build import build
from pcgraph.errors import InvalidInput
from pcgraph.export import report
from pcgraph.model import entities
from pcgraph.page import map as page_map
from pcgraph.query.statements import contradictions
from pcgraph.store import cache, checksums, nquads
from pcgraph.store.files import home

pytestmark = pytest.mark.slow

ALL = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
NAMED = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
START = "import sys, pcgraph; from pcgraph.belief import disk_store; disk_store.LARGE = 10; "


@pytest.fixture(scope="module", autouse=True)
def everything_is_large() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk_store, "LARGE", 10)
        yield


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "tiny.nq"
    columns = materialise.read(TINY, home("ontology")).columns
    path.write_bytes(b"".join(nquads.text(columns)))
    return path


@pytest.fixture(scope="module")
def made(dump: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("large") / "build"
    pcgraph.load(dump, build=out)
    return out


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "build"))


def answers(kg: api.KnowledgeGraph) -> list[str]:
    return ["\n".join(sorted(kg.query(text).serialize("tsv").splitlines())) for text in (ALL, NAMED)]


@pytest.fixture(scope="module")
def right(tiny: api.KnowledgeGraph) -> list[str]:
    return answers(tiny)


def never() -> materialise.ResolvedScope:
    raise AssertionError("it was believed again")


def test_the_same_as_in_memory(made: Path, dump: Path, tiny: api.KnowledgeGraph, right: list[str]) -> None:
    kg = pcgraph.load(dump, build=made)
    assert answers(kg) == right
    for name in tiny.tables.names():
        assert kg.tables[name].equals(tiny.tables[name]), name
    assert kg.left_out == tiny.left_out
    assert kg.network().size() == tiny.network().size()
    assert kg.reported.retracted == tiny.reported.retracted


def test_a_kept_store_is_opened_and_not_made(
    out: Path, dump: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(materialise, "believe", lambda *_: never())
    monkeypatch.setattr(materialise, "read", lambda *_: never())
    assert len(pcgraph.load(dump, build=out).query(ALL)) > 100
    assert capsys.readouterr().err == ""


def test_the_number_of_quads_is_that_of_the_graphs_as_written_which_are_not_opened_for_it(
    made: Path, dump: Path, tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = len(tiny.raw)
    monkeypatch.setattr(materialise, "as_written", lambda *_: never())
    kg = pcgraph.load(dump, build=made)
    assert kg.quads == written != len(kg.store)


def test_with_a_profile_the_quads_are_counted_anew(made: Path, dump: Path) -> None:
    kg = pcgraph.load(dump, build=made)
    plain, other = kg.quads, kg.with_profile("schema")
    assert other.quads == len(other.raw) > plain


def test_a_store_without_the_number_of_quads_is_made_again(
    out: Path, dump: Path, tiny: api.KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = out / "store" / cache.MANIFEST
    found = json.loads(manifest.read_text())
    manifest.write_text(
        cache.manifest_text({name: found[name] for name in found if name not in ("quads", cache.CHECKSUM)})
    )
    assert pcgraph.load(dump, build=out).quads == len(tiny.raw)
    assert "building it again" in capsys.readouterr().err


def test_a_folder_of_data_is_kept_too(data: Path, tmp_path: Path, right: list[str]) -> None:
    assert answers(pcgraph.load(data, build=tmp_path / "build")) == right
    assert (tmp_path / "build" / "store" / "engine").is_dir()


def test_small_or_scoped_or_unasked_graphs_are_not(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pcgraph.load(dump, build=tmp_path / "build", as_of="2025-06-30")
    pcgraph.load(dump, build=None)
    monkeypatch.setattr(disk_store, "LARGE", 10**6)
    pcgraph.load(dump, build=tmp_path / "build")
    assert not (tmp_path / "build").exists()


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 2, min(len(content), len(content) // 2 + 64)):
        content[place] ^= 0xFF
    path.write_bytes(content or b"x")


def truncate(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] if content else b"x")


@pytest.mark.exhaustive
@pytest.mark.parametrize("harm", [flip, truncate, Path.unlink])
def test_every_harmed_file_is_seen_and_the_store_made_anew(
    harm: Callable[[Path], None], out: Path, dump: Path, right: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    names = [path.relative_to(out) for path in sorted((out / "store").rglob("*")) if path.is_file()]
    assert len(names) > 15
    assert any(name.name.startswith("MANIFEST") for name in names)
    whole = Path(shutil.copytree(out, out.with_name("whole")))
    key = json.loads((out / "store" / cache.MANIFEST).read_text())["key"]
    for name in names:
        harm(out / name)
        if name.name != cache.SEEN:
            assert disk_store.open_store(out, key) is None, name
        if name.name.startswith(("MANIFEST", "manifest", "relations", "000009")):
            capsys.readouterr()
            assert answers(pcgraph.load(dump, build=out)) == right, name
            said = capsys.readouterr().err
            assert (said.count("\n"), "store: " in said, "building it again" in said) == (1, True, True), name
        shutil.rmtree(out)
        shutil.copytree(whole, out)


def test_the_name_of_a_folder_rearranges_no_terminal(
    dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pcgraph.load(dump, build=tmp_path / "\x1b[31mbuild")
    said = capsys.readouterr().err
    assert ("\x1b" in said, "u001b" in said) == (False, True)


def test_a_file_too_many_is_a_doubt(
    out: Path, dump: Path, right: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (out / "store" / "engine" / "000099.sst").write_bytes(b"")
    assert answers(pcgraph.load(dump, build=out)) == right
    assert "has unknown ones" in capsys.readouterr().err


def told(dump: Path, out: Path, right: list[str]) -> str:
    """Return the error, or nothing where the answer is whole."""
    try:
        assert answers(pcgraph.load(dump, build=out)) == right
    except (InvalidInput, OSError) as error:
        return str(error)
    return ""


@pytest.mark.exhaustive
def test_a_block_that_rots_in_silence_is_an_error_when_read(
    made: Path, dump: Path, right: list[str], tmp_path: Path
) -> None:
    """Where the file system shows no change, Oxigraph's own sums are what is left: an error, never fewer rows."""
    said = []
    for name in sorted(path.name for path in (made / "store" / "engine").glob("*.sst")):
        for part in (1, 3):
            out = Path(shutil.copytree(made, tmp_path / f"{name}.{part}"))
            path, manifest = out / "store" / "engine" / name, out / "store" / cache.MANIFEST
            content = bytearray(path.read_bytes())
            content[len(content) * part // 4] ^= 0xFF
            path.write_bytes(content)
            found = json.loads(manifest.read_text())
            found["files"][f"engine/{name}"] = checksums.checksum(path)  # nothing seems to have changed
            manifest.write_text(cache.manifest_text({name: found[name] for name in found if name != cache.CHECKSUM}))
            said.append(told(dump, out, right))
    assert sum("damaged (" in line for line in said) > 2
    assert not any("\n" in line for line in said)


def test_other_data_make_another_store(
    out: Path, dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.nq"
    lines = dump.read_text().splitlines(True)
    other.write_text("".join(line for line in lines if "tide-2025> .\n" not in line))
    assert len(pcgraph.load(other, build=out).query(NAMED)) < len(pcgraph.load(dump, build=None).query(NAMED))
    assert "built from other data" in capsys.readouterr().err


def test_a_changed_file_is_seen_though_its_sum_is_remembered(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checksums, "SETTLED", -1)
    monkeypatch.setattr(checksums, "LARGE", 0)
    path = tmp_path / "a"
    path.write_bytes(b"one")
    memory = checksums.ChecksumCache(out / "seen.json")
    first = memory.checksum(path)
    assert json.loads((out / "seen.json").read_text())
    state = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert checksums.ChecksumCache(out / "seen.json").checksum(path) == checksums.checksum(path) != first


def test_what_was_just_written_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checksums, "LARGE", 0)
    (tmp_path / "a").write_bytes(b"one")
    checksums.ChecksumCache(tmp_path / "seen.json").checksum(tmp_path / "a")
    assert not (tmp_path / "seen.json").exists()


@pytest.mark.parametrize("place", ["mine.txt", "store/mine.txt"])
def test_foreign_folders_are_refused(place: str, dump: Path, tmp_path: Path) -> None:
    mine = tmp_path / "build" / place
    mine.parent.mkdir(parents=True)
    mine.write_text("precious")
    with pytest.raises(InvalidInput, match="not a build folder; expected an empty or new one"):
        pcgraph.load(dump, build=tmp_path / "build")
    assert mine.read_text() == "precious"
    assert [path for path in (tmp_path / "build").rglob("*") if path.is_file()] == [mine]


def test_a_build_keeps_the_store_and_the_store_keeps_a_build(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_store, "LARGE", 10**6)
    out = build(tmp_path / "build", TINY).folder
    page = (out / "map.html").read_bytes()
    monkeypatch.setattr(disk_store, "LARGE", 10)
    pcgraph.load(dump, build=out)
    assert (out / "map.html").read_bytes() == page
    monkeypatch.setattr(disk_store, "LARGE", 10**6)
    (out / "map.html").unlink()
    assert build(out, TINY).again
    monkeypatch.setattr(materialise, "believe", lambda *_: never())
    assert len(pcgraph.load(dump, build=out).query(ALL)) > 100


def test_a_large_build_has_all_that_a_small_one_has_but_its_graphs_lie_in_the_store(
    dump: Path, tmp_path: Path, tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = build(tmp_path / "build", dump)
    with monkeypatch.context() as patch:
        patch.setattr(disk_store, "LARGE", 10**6)
        small = build(tmp_path / "small", dump).folder
    names = {path.relative_to(small) for path in small.rglob("*") if path.is_file()}
    in_store = {Path(cache.GRAPH), Path(cache.INPUTS)}
    assert {name for name in names if (done.folder / name).exists()} == names - in_store
    for name in names - in_store - {Path(cache.MANIFEST)}:
        assert (done.folder / name).read_bytes() == (small / name).read_bytes(), name
    assert build(tmp_path / "build", dump).again is False
    assert len(pcgraph.load(dump, build=done.folder).query(ALL)) == len(tiny.query(ALL))


def test_too_many_ties_for_a_page_are_said(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_map, "MOST_SHOWN", 3)
    done = build(tmp_path / "build", dump)
    assert not (done.folder / "map.html").exists()
    assert "no map.html: " in (done.folder / "report.md").read_text()
    assert "are more than the 3" in "\n".join(report.lines(done.facts))


def test_a_build_does_once_what_takes_long(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pcgraph.build

    monkeypatch.setattr(pcgraph.build, "MOST_DRAWN", 0)  # no intervals, as for a large graph: each draw is a network
    profile = cProfile.Profile()  # counts calls by whatever name a module has imported the function
    profile.runcall(build, tmp_path / "build", dump)
    calls = {entry.code: entry.callcount for entry in profile.getstats()}
    once = materialise.believe, network.draw, contradictions.contradictions, entities.read_entities
    assert {function.__name__: calls.get(function.__code__, 0) for function in once} == {
        "believe": 1, "draw": 1, "contradictions": 1, "read_entities": 1,
    }  # fmt: skip
    assert (tmp_path / "build" / "map.html").exists()


def test_a_table_that_rots_in_silence_is_an_error_when_looked_at(out: Path, dump: Path) -> None:
    path, kg = out / "store" / "tables" / "parties.parquet", pcgraph.load(dump, build=out)
    flip(path)
    with pytest.raises(InvalidInput, match=r"parties\.parquet: damaged \(not what was written\).* written again$"):
        kg.tables["parties"]
    assert kg.tables["relations"].height


def start(code: str, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START + code], cwd=cwd, text=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"},
    )  # fmt: skip


KILLED = """
import killer
from pcgraph.store import cache

writing = cache.writing

def counted(*arguments):
    cache.writing = writing
    killer.kill_at(last)
    return writing(*arguments)

cache.writing = counted
pcgraph.load(dump)
"""


def test_one_writes_and_the_others_wait(dump: Path, tmp_path: Path) -> None:
    code = f"print(len(pcgraph.load({str(dump)!r}).query({ALL!r})))"
    others = [start(code, tmp_path) for _ in range(3)]
    said = [other.communicate(timeout=PATIENCE) for other in others]
    assert len({out for out, _ in said}) == 1
    assert sum("building it" in err for _, err in said) == 1, said
    assert all(other.returncode == 0 for other in others)


@pytest.mark.exhaustive
def test_killed_at_any_moment_it_leaves_the_old_or_none_and_is_repaired(
    dump: Path, tmp_path: Path, right: list[str]
) -> None:
    ends = []
    for last in (2, 4, 8, 16, 32, 64, 128):  # calls to the system since it began to write
        child = start(f"last, dump = {last}, {str(dump)!r}{KILLED}", tmp_path)
        child.communicate(timeout=PATIENCE)
        ends.append(child.returncode)
        assert answers(pcgraph.load(dump, build=tmp_path / "build")) == right
        assert [path.name for path in (tmp_path / "build").iterdir()] == ["store"]
        with cache.exclusive(tmp_path / "build"):  # killed after the swap, the old folder stays until the next writer
            assert cache.leftovers(tmp_path / "build") == []
        shutil.rmtree(tmp_path / "build" / "store")
    assert ends.count(-signal.SIGKILL) >= 3, ends


def test_a_full_disk_leaves_the_old_one_and_says_so(out: Path, dump: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.nq"
    other.write_text("".join(line for line in dump.read_text().splitlines(True) if "tide-2025> .\n" not in line))
    before = {path: path.read_bytes() for path in (out / "store").rglob("*") if path.is_file()}
    code = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " \
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); " \
        "from pcgraph.errors import InvalidInput\n" \
        f"try: pcgraph.load({str(other)!r})\n" \
        "except InvalidInput as error: print(error)"  # fmt: skip
    said, err = start(code, out.parent).communicate(timeout=PATIENCE)
    assert "cannot be written (" in said, err
    assert said.count("\n") == 1
    assert {path: path.read_bytes() for path in (out / "store").rglob("*") if path.is_file()} == before
    assert {path.name for path in out.iterdir()} == {"store"}

"""Every file that is written for a person: whole or not at all, in its place, and with the rights that it had."""

from __future__ import annotations

import os
import pty
import resource
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers import PATIENCE, ROOT, TINY
from pcgraph import testing
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.tables import files
from pcgraph.cli.options import write
from pcgraph.errors import InvalidInput
from pcgraph.export.writers import export
from pcgraph.intake.spreadsheets.writers import template
from pcgraph.query.remote import remote_graph
from pcgraph.query.remote.endpoint import Endpoint
from pcgraph.store.files import replacing
from pcgraph.turtle import formatter

pytestmark = pytest.mark.slow

Writer = Callable[[KnowledgeGraph, Path], object]


def exported(format: str) -> Writer:
    return lambda kg, path: export(kg.store, kg.tables, draw(kg), path, format)


def saved(_: KnowledgeGraph, path: Path) -> None:
    with testing.FakeEndpoint(testing.tiny()) as server:
        remote_graph.save(Endpoint(server.url), path)


FILES: dict[str, Writer] = {
    "page": lambda kg, path: kg.map().save(path),
    "picture": lambda kg, path: kg.draw().save(path),
    "positions": lambda kg, path: kg.map().save_positions(path),
    "intervals": lambda kg, path: kg.rank("degree", uncertainty=2).save(path),  # type: ignore[attr-defined]
    "answer": lambda kg, path: write(kg.query("what-was-signed").serialize("csv"), str(path)),
    "template": lambda _, path: template.write(path),
    "server": saved,
    **{name: exported(name) for name in ("graphml", "trig", "ttl", "nq", "jsonld")},
}
FOLDERS: dict[str, Writer] = {
    **{name: exported(name) for name in ("csv", "parquet")},
    "partitioned": lambda kg, path: export(kg.store, kg.tables, draw(kg), path, "parquet", partitioned=True),
}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def alone(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_keeps_its_place_and_its_rights(name: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "file", tmp_path / "link"
    for target, rights in (("far/file", 0o600), (str(file), 0o755)):
        file.write_text("iri,x,y\n")
        file.chmod(rights)
        if os.geteuid() == 0:
            os.chown(file, 65534, 65534)
        owner = file.stat().st_uid, file.stat().st_gid
        link.symlink_to(target)
        FILES[name](tiny, link)
        assert (link.is_symlink(), str(link.readlink())) == (True, target)
        assert len(file.read_bytes()) > 100
        assert (mode(file), file.stat().st_uid, file.stat().st_gid) == (rights, *owner)
        assert (alone(tmp_path), alone(tmp_path / "far")) == (["far", "link"], ["file"])
        link.unlink()


@pytest.mark.parametrize("name", FILES)
def test_a_new_file_has_the_rights_that_new_files_have(name: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_text("")
    (tmp_path / "dangling").symlink_to("new")
    FILES[name](tiny, tmp_path / "dangling")
    assert mode(tmp_path / "new") == mode(usual)
    assert (tmp_path / "dangling").is_symlink()


@pytest.mark.parametrize("name", FILES)
def test_a_pipe_is_written_to(name: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    pipe, found = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()), daemon=True)
    reader.start()
    FILES[name](tiny, pipe)
    reader.join(PATIENCE)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert len(found[0]) > 100
    assert alone(tmp_path) == ["pipe"]


def test_a_device_is_written_to() -> None:
    ours, terminal = pty.openpty()
    name = Path(os.ttyname(terminal))
    write("text\n", str(name))
    assert os.read(ours, 100) == b"text\r\n"
    assert stat.S_ISCHR(name.stat().st_mode)
    os.close(ours)
    os.close(terminal)


@pytest.mark.parametrize("name", ["/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("appended", [False, True])
def test_the_standard_output_is_written_to_and_not_replaced(name: str, appended: bool, tmp_path: Path) -> None:
    code = (
        "import sys; from pcgraph.cli.options import write; print('one', flush=True); print('two');"
        f"write('three\\n', {name!r}); print('four')"
    )
    (tmp_path / "link").symlink_to("/dev/fd/1")
    out = tmp_path / "out"
    with out.open("ab" if appended else "wb") as file:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, stdout=file)
    assert done.returncode == 0
    assert out.read_text() == "one\ntwo\nthree\nfour\n"
    assert (tmp_path / "link").is_symlink()


def test_a_pipe_without_a_reader_ends_the_command_line_quietly(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for output in ("-", "/dev/fd/1"):
        words = f"{sys.executable} -m pcgraph export {output} -f nq --data {TINY} | true"
        done = subprocess.run(["sh", "-c", words], cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.stderr == "left out: courier-2025 (retracted 2025-05-10)\n"


def test_a_full_standard_output_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pcgraph", "rank", "degree", "--json", "--data", str(TINY)],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
    assert done.returncode == 3
    lines = [line for line in done.stderr.splitlines() if not line.startswith("left out")]
    assert len(lines) == 1
    assert lines[0].startswith("stdout: cannot be used (No space left on device); expected")


@pytest.mark.parametrize("words", [("show", "acme"), ("map", "-o", "-")])
def test_a_closed_standard_output_is_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pcgraph", *words, "--data", str(TINY)]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command], cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if not line.startswith("left out")]
    assert (done.returncode, len(lines)) == (3, 1), done.stderr
    assert lines[0].startswith("stdout: cannot be used (Bad file descriptor); expected")


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    for one, other in (("round", "about"), ("about", "round")):
        (tmp_path / one).symlink_to(other)
    for name in ("file/below", "folder", "round", "round/below", ".", "..", "/dev/fd/999", "/dev/fd/x", "x" * 300):
        with pytest.raises(InvalidInput, match=r"cannot be written \([A-Z][a-z ]+\); expected") as found:
            write("text", str(tmp_path / name))
        assert "\n" not in str(found.value)
    assert alone(tmp_path) == ["about", "file", "folder", "round"]
    assert (tmp_path / "file").read_text() == "mine"


def test_while_it_is_written_a_private_file_is_private(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    file.chmod(0o600)
    with replacing(file) as temporary:
        temporary.write_text("new")
        assert mode(temporary) == 0o600
    assert (mode(file), file.read_text()) == (0o600, "new")


def write_half(file: Path) -> None:
    with replacing(file) as temporary:
        temporary.write_text("half")
        raise ZeroDivisionError


def test_a_block_that_fails_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for before in (None, "mine"):
        if before:
            file.write_text(before)
        with pytest.raises(ZeroDivisionError):
            write_half(file)
        assert alone(tmp_path) == (["file"] if before else [])
    assert file.read_text() == "mine"


def test_a_missing_folder_is_made_and_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    name = "ä" * 127  # 254 bytes; a file system takes 255
    write("text", str(tmp_path / "new" / name))
    assert alone(tmp_path / "new") == [name]


def test_threads_do_not_share_a_temporary_name(tmp_path: Path) -> None:
    file, faults = tmp_path / "file", []
    gate = threading.Barrier(8)

    def work(number: int) -> None:
        try:
            for _ in range(20):
                with replacing(file) as temporary:
                    temporary.write_text(str(number) * 1000)
                    gate.wait(PATIENCE)
        except Exception as error:
            faults.append(error)
            gate.abort()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert file.read_text() in [str(number) * 1000 for number in range(8)]
    assert alone(tmp_path) == ["file"]


def test_a_formatted_file_keeps_its_place_and_its_rights(tmp_path: Path) -> None:
    file, link = tmp_path / "a.ttl", tmp_path / "link.ttl"
    file.write_text("<http://e.x/a>   a   <http://e.x/C>.")
    file.chmod(0o640)
    link.symlink_to("a.ttl")
    assert len(formatter.run([link], check=False)) == 1
    assert (link.is_symlink(), mode(file)) == (True, 0o640)
    assert formatter.run([file], check=True) == []


@pytest.mark.parametrize(("name", "file"), [("csv", "nodes.csv"), ("parquet", "nodes.parquet")])
def test_files_of_a_folder_keep_their_place_and_their_rights(
    name: str, file: str, tiny: KnowledgeGraph, tmp_path: Path
) -> None:
    out, far = tmp_path / "out", tmp_path / "far"
    (tmp_path / "real").mkdir()
    out.symlink_to("real")
    far.write_text("old")
    far.chmod(0o640)
    (out / file).symlink_to(far)
    (out / "mine.txt").write_text("mine")
    FOLDERS[name](tiny, out)
    assert (out.is_symlink(), (out / file).is_symlink(), mode(far)) == (True, True, 0o640)
    assert len(far.read_bytes()) > 100
    assert (out / "mine.txt").read_text() == "mine"
    assert alone(tmp_path) == ["far", "out", "real"]


@contextmanager
def full_disk() -> Iterator[None]:
    """Let this process write no file of more than a few bytes, as if the disk were full."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.mark.parametrize("name", [*FILES, *FOLDERS])
def test_a_full_disk_is_one_line(name: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    what = r"cannot be written \(File too large\); expected"
    with pytest.raises(InvalidInput, match=what) as found, full_disk():
        (FILES | FOLDERS)[name](tiny, tmp_path / "out")
    assert "\n" not in str(found.value)
    assert alone(tmp_path) == []


def test_a_full_disk_is_an_error_of_the_system_for_a_build(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File too large"), full_disk():
        files.write(tiny.tables, tmp_path / "tables")

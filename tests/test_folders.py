"""A data folder that holds something odd: one line names it, and nothing is passed over or waited for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import TINY, pcgraph, pcgraph_process
from pcgraph.errors import InvalidInput
from pcgraph.model.entities import Passage
from pcgraph.query import explain
from pcgraph.store import checksums, data_folder, files
from pcgraph.turtle import formatter


def read(data: Path) -> data_folder.Inputs:
    return data_folder.read(data, files.home("ontology"))


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def copy(path: Path) -> None:
    shutil.copy(TINY / "sources" / "tide-2025.ttl", path)


def linked(path: Path) -> None:
    (path.parents[1] / "elsewhere").mkdir()
    copy(path.parents[1] / "elsewhere" / "x.ttl")
    path.symlink_to(path.parents[1] / "elsewhere")


ODD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a space": ("my file.ttl", copy, "bad-name: 'my file'"),
    "a mark of an IRI": ("a#b.ttl", copy, "bad-name: 'a#b'"),
    "a percent sign": ("a%zz.ttl", copy, "bad-name: 'a%zz'"),
    "a direction": ("a\u202eb.ttl", copy, "bad-name: "),
    "no UTF-8": ("\udcff.ttl", copy, "bad-name: '\\udcff'"),
    "a link to itself": ("x.ttl", loop, "unreadable: Too many levels"),
    "a broken link": ("x.ttl", lambda path: path.symlink_to("nothing"), "unreadable: No such file"),
    "a folder": ("x.ttl", Path.mkdir, "unreadable: not a regular file"),
    "a pipe": ("x.ttl", os.mkfifo, "unreadable: not a regular file"),
    "a device": ("x.ttl", lambda path: path.symlink_to("/dev/zero"), "unreadable: not a regular file"),
    "capitals": ("X.TTL", copy, "wrong-suffix: the name ends in .TTL"),
    "another suffix": ("x.turtle", copy, "wrong-suffix: the name ends in .turtle"),
    "quads": ("x.nq", copy, "wrong-suffix: the name ends in .nq"),
    "a link to a folder": ("more", linked, "unreadable: a symbolic link to a folder"),
    "a folder that is a link to itself": (
        "more",
        lambda path: path.symlink_to(path.parent),
        "unreadable: a symbolic link to",
    ),
}


@pytest.mark.parametrize(("name", "make", "said"), ODD.values(), ids=ODD)
def test_a_thing_that_is_no_source_file(name: str, make: Callable[[Path], object], said: str, data: Path) -> None:
    path = data / "sources" / name
    make(path)
    done = pcgraph("check", "--data", str(data))
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert f"{data}/sources/" in line
    assert f":1: {said}" in line
    assert "; expected " in line


@pytest.mark.parametrize("folder", ["register", "register/more", "verdicts"])
def test_the_register_and_the_verdicts_are_looked_through_too(folder: str, data: Path) -> None:
    (data / folder).mkdir(exist_ok=True)
    (data / folder / "x.Ttl").write_text("")
    with pytest.raises(InvalidInput, match=r"x\.Ttl:1: wrong-suffix"):
        read(data)


@pytest.mark.parametrize("name", ["Verdicts.ttl", "judgements.TTL", "Searches.ttl"])
def test_optional_files_are_called_as_they_must(name: str, data: Path) -> None:
    for known in data_folder.ROLES:
        (data / known).unlink(missing_ok=True)
    (data / name).write_text("")
    with pytest.raises(
        InvalidInput, match=rf"{name}:1: wrong-suffix: .*; expected (verdicts|judgements|searches)\.ttl"
    ):
        read(data)


def test_a_name_that_is_no_text(data: Path) -> None:
    (data / "register" / "\udcff.ttl").write_text("")
    assert len(read(data).by_role("register")) == len(read(TINY).by_role("register")) + 1
    assert data_folder.digest(data, files.home("ontology")) != data_folder.digest(TINY, files.home("ontology"))


def test_other_files_may_stand_there(data: Path) -> None:
    for name in ("README.md", "notes.txt", ".x.TTL", "x.ttl~"):
        (data / "sources" / name).write_text("no Turtle")
    assert len(read(data).by_role("source")) == len(read(TINY).by_role("source"))


def test_names_of_any_script_are_good(data: Path) -> None:
    text = (data / "sources/digest.ttl").read_text(encoding="utf-8")
    (data / "sources/digest.ttl").unlink()
    (data / "sources/Überblick.1_ü-艾.ttl").write_text(
        text.replace("src:digest", "<https://w3id.org/pcgraph/source/Überblick.1_ü-艾>"), encoding="utf-8"
    )
    assert "Überblick.1_ü-艾" in read(data).slugs


def test_a_folder_that_may_not_be_listed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def denied(path: str | Path) -> object:
        if Path(path).name == "secret":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    (data / "sources" / "secret").mkdir()
    monkeypatch.setattr(os, "scandir", denied)
    with pytest.raises(InvalidInput, match="secret:1: unreadable: Permission denied"):
        read(data)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_data_that_are_neither_folder_nor_file(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "all.nq")
    done = pcgraph("check", "--data", str(tmp_path / "all.nq"))
    assert done.returncode == 3
    assert "all.nq: unreadable: not a regular file; expected a data folder or a file of quads" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_pipe_has_no_sum(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert checksums.checksum(tmp_path / "pipe") is None


def test_a_pipe_is_not_laid_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.ttl")
    with pytest.raises(InvalidInput, match=r"x\.ttl:1: unreadable: not a regular file"):
        formatter.run([tmp_path], check=True)


def test_a_file_with_a_wrong_suffix_makes_a_build_outdated(data: Path) -> None:
    before = data_folder.digest(data, files.home("ontology"))
    (data / "sources" / "X.TTL").write_text("")
    assert data_folder.digest(data, files.home("ontology")) != before


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.write_bytes(b"\xff" * 999)], ids=range(3))
def test_a_text_that_cannot_be_read_gives_no_quotes(make: Callable[[Path], object], tmp_path: Path) -> None:
    source = "https://w3id.org/pcgraph/source/tide-2025"
    passage = Passage(source, f"{source}#char=0,5", 0, 5, "0" * 64)
    make(tmp_path / "tide-2025.txt")
    assert explain.quote(passage, tmp_path) is None


@pytest.mark.parametrize("size", [9 << 20, 17 << 20], ids=["for a build", "for the parser"])
def test_a_text_that_is_too_long(size: int, data: Path) -> None:
    path = data / "register" / "long.ttl"
    head = "@prefix id: <https://w3id.org/pcgraph/id/> .\n@prefix pcg: <https://w3id.org/pcgraph/ontology#> .\n"
    path.write_text(head + "\nid:acme pcg:aim '" + "a" * size + "'@en .\n")
    line = 4 if size < 1 << 24 else 1
    with pytest.raises(InvalidInput, match=rf"long\.ttl:{line}: too-long: a statement of more than 8 MiB; expected sh"):
        read(data)
    if size > 1 << 24:
        with pytest.raises(InvalidInput, match=r"long\.ttl:1: too-long: .*; expected shorter ones; shorten its text"):
            formatter.run([path], check=True)


@pytest.mark.slow
def test_line_feeds_count_as_they_are_written(data: Path) -> None:
    """In N-Quads each is two characters."""
    (data / "register" / "long.ttl").write_text("<a:a> <a:b> '''" + "\n" * (5 << 20) + "''' .\n")
    with pytest.raises(InvalidInput, match=r"long\.ttl:1: too-long"):
        read(data)


@pytest.mark.slow
def test_texts_that_are_pipes(data: Path, tmp_path: Path) -> None:
    # in processes of their own, which end: whoever opens the pipe waits for ever
    (tmp_path / "texts").mkdir()
    os.mkfifo(tmp_path / "texts" / "tide-2025.txt")
    done = pcgraph_process("cite", "tide-2025", "a", "b", "--texts", str(tmp_path / "texts"))
    assert done.returncode == 3
    assert "cannot be read (not a regular file)" in done.stderr
    words = ("--texts", str(tmp_path / "texts"), "--data", str(data))
    assert pcgraph_process("check", *words).returncode in (0, 1)
    assert pcgraph_process("build", *words, "-o", str(tmp_path / "build")).returncode == 0


class CountedText(str):
    """A text that counts how often it is read line by line."""

    reads = 0

    def splitlines(self, keepends: bool = False) -> list[str]:
        CountedText.reads += 1
        return super().splitlines(keepends)


def test_lines_are_looked_up_and_not_searched(data: Path) -> None:
    """Every finding names its line: 8,000 of them took a minute."""
    space = "https://w3id.org/pcgraph/id/"
    path = data / "register" / "long.ttl"
    path.write_text(f"@prefix id: <{space}> .\n" + "".join(f"  id:x-{n} <a:b> id:y.{n}.\n" for n in range(50)))
    file = next(file for file in read(data).files if file.path == path)
    file = replace(file, text=CountedText(file.text))
    assert [file.line(f"{space}x-{n}") for n in range(50)] == [*range(2, 52)]
    assert [file.line(f"{space}y.{n}") for n in range(50)] == [*range(2, 52)]
    assert file.line(f"{space}nowhere") == 1
    assert CountedText.reads == 2

"""`pcgraph init` writes a project that builds, all or nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import pcgraph as package
from helpers import pcgraph
from pcgraph.intake import new_project
from pcgraph.store import project

pytestmark = pytest.mark.slow


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


WRITTEN = [
    ".gitignore",
    "README.md",
    "data/register/things.ttl",
    "data/sources/daily-tide-2025.ttl",
    "pcgraph.toml",
]


def test_the_new_project_builds_and_answers(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "harbour-towns"
    done = pcgraph("init", "deep/harbour-towns", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "written: deep/harbour-towns/.gitignore"
    assert done.stdout.splitlines()[-1] == "next: cd deep/harbour-towns && pcgraph build"
    assert files(folder) == WRITTEN
    assert [path.name for path in folder.parent.iterdir()] == ["harbour-towns"]
    assert pcgraph("check", cwd=folder).stderr == "0 findings in 1 source\n"
    assert pcgraph("fmt", "--check", cwd=folder).returncode == 0
    assert pcgraph("build", cwd=folder).returncode == 0
    assert (folder / "build" / "map.html").is_file()
    answer = pcgraph("query", "who-signed-with", "--param", "party=acme", cwd=folder).stdout
    assert "id:borealis" in answer
    assert "1 row" in answer
    found = project.find(folder)
    assert (found.title, found.base) == ("Harbour towns", "https://example.org/harbour-towns/")
    assert package.load(folder).show("acme")["iri"] == "https://example.org/harbour-towns/id/acme"


def test_the_readme_has_ten_lines_and_its_commands_work(tmp_path: Path) -> None:
    pcgraph("init", "towns", cwd=tmp_path)
    lines = (tmp_path / "towns" / "README.md").read_text().splitlines()
    assert len(lines) <= 10
    commands = [line.split("`")[1].split()[1:] for line in lines if line.startswith("- `pcgraph")]
    assert len(commands) == 5
    for words in commands:
        assert pcgraph(*words, cwd=tmp_path / "towns").returncode == 0, words


def test_the_project_file_explains_every_key(tmp_path: Path) -> None:
    pcgraph("init", "towns", cwd=tmp_path)
    text = (tmp_path / "towns" / "pcgraph.toml").read_text()
    whole = tomllib.loads("\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines()))
    known = set(project.Project.__dataclass_fields__) - {"folder"}
    assert set(whole) == known


def test_an_empty_folder_is_filled_also_the_current_one_and_one_with_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert pcgraph("init", ".", cwd=tmp_path).returncode == 0
    assert files(tmp_path) == WRITTEN
    assert pcgraph("check", cwd=tmp_path).returncode == 0


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c", "d", "e", "f"):
        (tmp_path / name).touch()
    done = pcgraph("init", str(tmp_path), cwd=tmp_path.parent)
    assert done.returncode == 2
    assert ": not empty (a.txt, b.txt, c, d, e and 1 more); expected a new or empty folder; " in done.stderr
    assert len(list(tmp_path.iterdir())) == 6
    assert pcgraph("init", str(tmp_path / "a.txt")).returncode == 2


def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    rename, calls = Path.rename, []

    def breaking(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", breaking)
    done = pcgraph("init", str(tmp_path / "here"))
    assert done.returncode == 3
    assert "cannot be written (No space left on device)" in done.stderr
    assert files(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


@pytest.mark.parametrize("name", ['a "b" \\', "漢字", "-", "x" * 200, "TITLE"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    new_project.create(tmp_path / name)
    assert project.find(tmp_path / name).title
    assert package.load(tmp_path / name, build=None).show("acme")["label"] == "Acme"

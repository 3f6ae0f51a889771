"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

import pcgraph as package
from helpers import ROOT, pcgraph
from pcgraph.terms import PREFIXES

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(ROOT.glob("*.md")) + [ROOT / folder / "README.md" for folder in ("data", "ontology", "queries")]
COMMANDS = [
    (command, output)
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[command[:60] for command, _ in COMMANDS])
def test_the_readme_shows_real_output(command: str, output: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S602 -- the commands are those of the README
        command, shell=True, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    assert done.stdout == output
    assert done.stderr == ""


def test_the_readme_has_enough_to_try() -> None:
    assert len(COMMANDS) >= 4


def test_python_in_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tests = doctest.DocTestParser().get_doctest(README, {}, "README.md", None, 0)
    assert doctest.DocTestRunner().run(tests) == (0, len(tests.examples))
    assert (tmp_path / "map.html").exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[\w-]*)?\)", document.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_turtle_in_documents_parses(document: Path) -> None:
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    for block in re.findall(r"```turtle\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL):
        assert list(ox.parse(prefixes + block, format=ox.RdfFormat.TURTLE))


def test_every_verb_has_help_and_stands_in_the_readme() -> None:
    verbs = re.findall(r"^  (\w+) +\S", pcgraph("--help").stdout.split("Commands:")[1], re.MULTILINE)
    assert len(verbs) >= 8
    for verb in verbs:
        assert f"pcgraph {verb}" in README, verb
        assert pcgraph(verb, "--help").stdout.count("\n") > 5


def test_versions_agree() -> None:
    assert f"version: {package.__version__}" in (ROOT / "CITATION.cff").read_text()
    assert f"## {package.__version__}" in (ROOT / "CHANGELOG.md").read_text()
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dynamic"] == ["version"]

"""README and docs show what happens: their examples run, their links exist, their Turtle and YAML parse.

``python tests/test_docs.py`` runs every example and writes its output into the documents.

- A ```` ```console ```` block holds commands after ``$`` and what the terminal shows. The commands of one document run
  in one copy of the project, in order.
- A ```` ```sparql ```` block is answered by the shipped data. The ```` ```text ```` block after it holds the answer;
  without one, the answer has at least one row.
- A ```` ```python ```` block is a doctest. It runs after the commands of its document, in the same copy. The blocks of
  one document share their variables.
- A ```` ```sh ```` block is not run: it waits for a server, a browser or another program. Its verbs and options exist.
"""

from __future__ import annotations

import difflib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

import pyoxigraph as ox
import pytest
import yaml

import loaded
import pcgraph as package
from helpers import ROOT, everyday, main, screen, shown
from pcgraph.model.namespaces import PREFIXES
from pcgraph.store import files

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "/_" not in path.relative_to(ROOT).as_posix())
READMES = [ROOT / name / "README.md" for name in ("data", "ontology", "queries")]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *READMES, *PAGES]
WITH_EXAMPLES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]
COPIED = ("data", "ontology", "queries", "src", "tests/fixtures")
BLOCK = re.compile(r"^```(console|sparql)\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*<<'EOF'\n(?:.*\n)*?EOF|(?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fenced(path: Path, language: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [block for _, block in re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL)]


def is_read_first(path: Path) -> bool:
    """Return whether it is the README or a page beside the tutorial, which builds the shipped data: that takes long."""
    return path.parent in (ROOT, ROOT / "docs") and path.stem != "tutorial"


def holding(*languages: str) -> list[Path]:
    return [path for path in WITH_EXAMPLES if any(fenced(path, language) for language in languages)]


def commands(path: Path) -> list[str]:
    return [command for block in fenced(path, "console") for command, _ in COMMAND.findall(block)]


@contextmanager
def copy_of_the_project() -> Iterator[Path]:
    """Work in a copy, so that no example changes the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "pcgraph"
        for part in COPIED:
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pcgraph.toml", copy)
        here = mock.patch.object(files, "PACKAGE", copy / "src" / "pcgraph")
        with chdir(copy), here, loaded.once():
            yield copy


def run_command(command: str) -> str:
    """Return what the terminal shows. Calls of pcgraph run in this process, everything else in a shell."""
    masked = re.sub(r"'[^']*'|\"[^\"]*\"", lambda quoted: "_" * len(quoted[0]), command)
    parts = re.fullmatch(r"(pcgraph [^|&;<>$`*\\]*?)( 2>/dev/null| 2>&1)?(?: \| ([^\\]*))?", masked)
    if parts is None:
        return in_a_shell(command)
    words, errors = shlex.split(command[: parts.end(1)]), parts[2]
    if parts[3] is None and errors is None:
        return call(words)
    unseen = io.StringIO()
    seen = call(words, errors=None if errors == " 2>&1" else unseen)
    rest = in_a_shell(command[parts.start(3) :], seen) if parts[3] else seen
    return (unseen.getvalue() if errors is None else "") + rest


def in_a_shell(command: str, typed: str = "") -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path.cwd() / "src"),
    }
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(  # noqa: S602 -- the commands are those of the documents
        command, shell=True, input=typed, text=True, env=environment, timeout=300, check=False, **both
    ).stdout


def call(words: list[str], typed: str = "", errors: io.StringIO | None = None) -> str:
    """Run the command line in this process; `errors` takes its standard error, or else both streams are one."""
    seen = screen()
    main(words[1:], typed, seen, seen if errors is None else errors)
    return shown(seen)


def with_real_output(text: str) -> str:
    """Return a document with the output that its examples have now."""

    def renewed(block: re.Match[str]) -> str:
        language, body, answer = block.groups()
        if language == "console":
            body = COMMAND.sub(lambda found: f"$ {found[1]}\n{run_command(found[1])}", body)
            return f"```console\n{body}```\n" + ("" if answer is None else f"\n```text\n{answer}```\n")
        seen = call(["pcgraph", "query", "-"], body)
        if answer is None:
            assert re.search(r"^[1-9]\d* rows?$", seen, re.MULTILINE), seen
            return block[0]
        return f"```sparql\n{body}```\n\n```text\n{seen}```\n"

    return BLOCK.sub(renewed, text)


@pytest.mark.slow
@pytest.mark.parametrize("document", everyday(holding("console", "sparql", "python"), is_read_first), ids=name_of)
def test_examples_do_what_is_shown(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    tests = doctest.DocTestParser().get_doctest(text, {}, document.name, None, 0)
    for again in [False, True]:  # on a busy machine the time for a hint may run out
        with copy_of_the_project():
            real = with_real_output(text)
            if real != text and not again:
                continue
            changes = difflib.unified_diff(text.splitlines(), real.splitlines(), "shown", "real", lineterm="", n=1)
            assert real == text, "run  python tests/test_docs.py  and look at the changes\n" + "\n".join(changes)
            assert doctest.DocTestRunner().run(tests) == (0, len(tests.examples))
            return


def test_a_wrong_output_is_noticed() -> None:
    text = "```console\n$ pcgraph --version\n0.0.0\n$ echo one |\\\n  cat\ntwo\n```\n"
    right = f"```console\n$ pcgraph --version\n{package.__version__}\n$ echo one |\\\n  cat\none\n```\n"
    assert with_real_output(text) == right


def test_an_error_is_shown_as_a_terminal_shows_it() -> None:
    seen = call(["pcgraph", "query", "who-signd-with"])
    assert seen.count("\n") == 1
    assert "who-signed-with" in seen


def test_the_readme_is_short_and_has_enough_to_try() -> None:
    readme = ROOT / "README.md"
    assert len(readme.read_text(encoding="utf-8").splitlines()) <= 150
    assert len(commands(readme)) >= 4
    assert all(fenced(readme, language) for language in ("sparql", "python"))


def test_the_cookbook_has_enough_recipes() -> None:
    assert len(fenced(ROOT / "docs" / "cookbook.md", "sparql")) >= 10


@cache
def options_of(verb: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<!\S)(--?[a-z][a-z-]*)", call(["pcgraph", verb, "--help"])))


@pytest.mark.parametrize("document", holding("sh"), ids=name_of)
def test_commands_that_are_not_run_name_verbs_and_options_that_exist(document: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for line in "".join(fenced(document, "sh")).replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["make"]:
            assert {word for word in words[1:] if "=" not in word} <= {*targets}, line
        if words[:1] == ["pcgraph"]:
            asked = {word.partition("=")[0] for word in words[2:] if re.match(r"--?[a-z]", word)}
            assert asked <= options_of(words[1]), line


def test_every_verb_has_help_and_stands_in_a_document() -> None:
    verbs = re.findall(r"^  (\w+) +\S", call(["pcgraph", "--help"]).split("Commands:")[1], re.MULTILINE)
    assert len(verbs) >= 8
    text = "".join(path.read_text(encoding="utf-8") for path in WITH_EXAMPLES)
    for verb in verbs:
        assert f"pcgraph {verb}" in text, verb
        assert call(["pcgraph", verb, "--help"]).count("\n") > 5


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", text):
        generated = "/notebooks/" in f"/{target}" and document in PAGES  # the docs show the notebooks as pages
        place = ROOT / "notebooks" / Path(target).name if generated else document.parent / target
        assert target.startswith("https://") or place.exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_turtle_and_yaml_in_documents_parse(document: Path) -> None:
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    for block in fenced(document, "turtle"):
        assert list(ox.parse(prefixes + block, format=ox.RdfFormat.TURTLE))
    for block in fenced(document, "yaml"):
        assert yaml.safe_load(block)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_documents_promise_nothing_that_does_not_work(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not re.search(r"pip install ['\"]?pcgraph\b", text), "pcgraph is not registered: name the wheel"
    assert not re.search(r"(?<![\w./:<])/(?:home|root|Users|tmp|opt|work)/", text)


def test_versions_agree() -> None:
    assert f"version: {package.__version__}" in (ROOT / "CITATION.cff").read_text()
    assert f"## {package.__version__}" in (ROOT / "CHANGELOG.md").read_text()
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dynamic"] == ["version"]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_installs_is_pinned_by_its_hash(lock: str) -> None:
    """pip too: the one that comes with Python stays as old as Python, and so does setuptools, which nothing needs."""
    wanted = [line for line in (ROOT / "requirements-build.in").read_text().splitlines() if not line.startswith("#")]
    pinned = re.findall(r"^([a-z0-9-]+)==\S+.* \\\n    --hash=sha256:", (ROOT / lock).read_text(), re.MULTILINE)
    assert {"pip", "hatchling", "editables"} == set(wanted)
    assert set(wanted) <= set(pinned)
    assert "setuptools" not in pinned
    assert re.search(r"pip uninstall .*--yes setuptools", (ROOT / "Makefile").read_text())


if __name__ == "__main__":
    for place in holding("console", "sparql"):
        old = place.read_text(encoding="utf-8")
        with copy_of_the_project():
            new = with_real_output(old)
        if new != old:
            place.write_text(new, encoding="utf-8")
            print(f"written: {name_of(place)}")

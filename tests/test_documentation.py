"""The pages name what the program has: error codes, checks, questions, targets of make; and what they show works."""

from __future__ import annotations

import inspect
import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from helpers import PATIENCE, ROOT
from pcgraph import validation
from pcgraph.belief import evidence
from pcgraph.intake import duplicates
from pcgraph.intake.spreadsheets.mapping import mapping
from pcgraph.model import ontology
from pcgraph.query.questions import catalogue as query
from pcgraph.store import nquads, quad_file
from pcgraph.validation.rules import quad_files
from serving import serving

DOCS = ROOT / "docs"
ONTOLOGY = ROOT / "ontology"


def section(path: Path, heading: str) -> str:
    """Return the text under a heading of the second level."""
    return path.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


ERRORS = DOCS / "reference" / "error-codes.md"


def test_every_code_of_the_data_is_explained_in_order() -> None:
    explained = re.findall(r"^### `([a-z0-9-]+)`$", section(ERRORS, "Data"), re.MULTILINE)
    files = {path.stem.partition(".")[0].partition("_")[0] for path in (ROOT / "tests" / "invalid").glob("*.ttl")}
    folders = {"no-data", "no-ontology", "no-shapes", "too-long", "unreadable"}  # no file can cause these
    folders |= {*duplicates.CODES}  # in tests/test_duplicates.py
    folders |= {"foreign-term", "ontology-form", "redefined-term"}  # of a project's own ontology
    assert explained == sorted(explained)
    assert {*validation.codes(ONTOLOGY)} <= {*explained}
    assert {*explained} == files | folders


def test_every_code_of_a_file_of_quads_is_explained_in_order() -> None:
    explained = re.findall(r"^\| `([a-z0-9-]+)` \|", section(ERRORS, "Files of quads"), re.MULTILINE)
    modules = "".join(map(inspect.getsource, (quad_file, nquads, quad_files, evidence, ontology)))
    assert explained == sorted(explained)
    assert {*re.findall(r": ([a-z0-9]+(?:-[a-z0-9]+)+): ", modules)} <= {*explained, "turtle-syntax"}  # of data
    assert [code for code in explained if not re.search(rf"\b{code}\b", modules)] == []


def test_every_check_of_the_ontology_is_listed() -> None:
    listed = re.findall(r"`([a-z-]+)`", section(DOCS / "reference" / "ontology.md", "Checks of the ontology"))
    assert sorted(listed) == sorted(path.stem for path in (ONTOLOGY / "checks").glob("*.rq"))


def test_questions_that_the_pages_name_exist() -> None:
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    text = "".join(path.read_text(encoding="utf-8") for path in pages if "_generated" not in path.parts)
    named = {name for name in re.findall(r"pcgraph query ([a-z]+(?:-[a-z]+)+)", text) if name != "who-signd-with"}
    assert len(named) > 10
    assert named <= {*query.catalogue()}


def test_the_mapping_in_the_guide_is_valid(tmp_path: Path) -> None:
    guide = (DOCS / "how-to" / "spreadsheets.md").read_text(encoding="utf-8")
    block = guide.partition("```yaml\nroles:\n")[2].partition("```")[0]
    template = (mapping.SHIPPED / "template.yml").read_text(encoding="utf-8")
    own = tmp_path / "own.yml"
    own.write_text(template.partition("roles:\n")[0] + "roles:\n" + block, encoding="utf-8")
    (funder,) = mapping.read(str(own), frozenset({"discussant", "funder", "recipient"})).roles["funder"]
    assert (funder.split, funder.default, funder.inferred) == (("|",), "unnamed", True)
    assert funder.lookup["unspecified"] == "unnamed"


@pytest.mark.needs("curl")
@pytest.mark.slow
def test_what_the_guide_shows_of_the_server_runs() -> None:
    guide = (DOCS / "how-to" / "serve.md").read_text(encoding="utf-8")
    commands = re.findall(r"^curl .*$", guide, re.MULTILINE)
    assert len(commands) >= 4
    with serving(data=None) as server:
        for command in commands:
            words = command.replace("http://127.0.0.1:8000", server.url).replace("curl ", "curl -sSf ", 1)
            done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, timeout=PATIENCE)
            # Without a query, the endpoint describes itself, and nothing of the data.
            wanted = "sd:Service" if command.endswith("/sparql") else "huawei"
            assert wanted in done.stdout, (command, done.stderr)


def test_the_help_of_make_names_every_target_for_people() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {*re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)} - {"python"}
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split()[0] for line in shown.splitlines()} == targets


WORKFLOWS = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "examples" / "publish" / "pages.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_targets_of_the_makefile_and_pins_its_actions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"run: make (\w+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.search(r"@(v\d+|release/v\d+)$", action) for action in used)


@pytest.mark.slow
def test_make_notebooks_opens_jupyterlab() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^\.PHONY:.* notebooks\b", makefile, re.MULTILINE)  # a folder has this name
    alone = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    command = ["make", "--dry-run", "--always-make", "notebooks"]
    planned = subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout
    assert planned.splitlines()[-1] == ".venv/bin/jupyter lab --ServerApp.root_dir=notebooks"
    version = subprocess.run(
        [sys.executable, "-m", "jupyter", "lab", "--version"], capture_output=True, text=True, check=True
    ).stdout
    assert int(version.split(".")[0]) >= 4


@pytest.mark.slow
def test_other_projects_link_to_names_terms_commands_and_questions(tmp_path: Path) -> None:
    pages = ("python", "ontology", "command-line", "questions")
    only = [f"-Dinclude_patterns={','.join(f'reference/{page}.md' for page in pages)}", "-Droot_doc=reference/python"]
    command = [sys.executable, "-m", "sphinx", "-Q", "-b", "html", *only, ROOT / "docs", tmp_path]
    subprocess.run(command, check=True, timeout=PATIENCE)
    with (tmp_path / "objects.inv").open("rb") as file:
        found = InventoryFile.load(file, "", posixpath.join)
    places = {(kind, name): item.uri for kind, names in found.items() for name, item in names.items()}
    assert {
        ("py:function", "pcgraph.load"): "reference/python.html#pcgraph-load",
        ("py:method", "pcgraph.KnowledgeGraph.query"): "reference/python.html#knowledgegraph-query",
        ("py:exception", "pcgraph.UsageError"): "reference/python.html#pcgraph-usageerror",
        ("std:term", "pcg:Loan"): "reference/ontology.html#pcg-loan",
        ("std:label", "pcgraph query"): "reference/command-line.html#pcgraph-query",
        ("std:label", "who-signed-with"): "reference/questions.html#agreements",
    }.items() <= places.items()


def test_the_manual_page_has_the_help_of_every_command() -> None:
    page = (ROOT / "src" / "pcgraph.1").read_text(encoding="utf-8")
    commands = re.findall(r"^\.SS pcgraph (\w+)$", page, re.MULTILINE)
    assert {"query", "export", "serve"} <= set(commands)
    reference = (DOCS / "reference" / "command-line.md").read_text(encoding="utf-8")
    assert commands == re.findall(r"^## pcgraph (\w+)$", reference, re.MULTILINE)
    macros = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert macros == {".TH", ".SH", ".SS", ".B", ".nf", ".fi"}

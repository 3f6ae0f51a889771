"""The notebooks: each cell runs, and the committed outputs are what comes out.

``python tests/test_notebooks.py`` runs them and writes the outputs in the form that is committed.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

import pcgraph
from helpers import ROOT, everyday

if TYPE_CHECKING:
    from nbformat import NotebookNode

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
ALLOWED = {"pcgraph", "polars", "networkx", "IPython.display.SVG", "IPython.display.Markdown"}
FREE = re.compile(
    r"`[^`]*`|\]\([^)]*\)|\[\d\d-|\b[A-Z][a-z]+ (?:19|20)\d\d\b|\bfirst five\b"
)  # code, links, months, top_k
WORDS = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand"
A_NUMBER = re.compile(rf"(?<![\d.,])(?![01](?![\d.,]*\d))\d[\d.,]*|\b(?:{WORDS}|{TENS})\b", re.IGNORECASE)
A_PATH = re.compile(r"(?<![\w./:<])/(?:home|root|Users|tmp|var|opt|work|usr)/|[A-Z]:\\\\")


def form() -> ModuleType:
    """Return nbformat: its import takes three seconds, in each process that collects the tests."""
    import nbformat

    return nbformat


def run(notebook: NotebookNode) -> NotebookNode:
    """Run a copy of a notebook in its folder and put it into the form that is committed."""
    from nbclient import NotebookClient

    done = form().from_dict(notebook)
    client = NotebookClient(
        done,
        kernel_name="python3",
        timeout=600,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    )
    client.execute(env={**os.environ, "PCGRAPH_STATIC": "1"})
    done.metadata = form().from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    for cell in done.cells:
        cell.metadata = {}
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = {}
    return done


@cache
def committed(path: Path) -> NotebookNode:
    return form().read(path, as_version=4)


@cache
def executed(path: Path) -> NotebookNode:
    return run(committed(path))


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def differences(old: NotebookNode, new: NotebookNode) -> list[str]:
    """Name the cells whose outputs differ."""
    pairs = enumerate(zip(code(old), code(new), strict=True), 1)
    return [f"code cell {number}: {one.source[:60]!r}" for number, (one, two) in pairs if one.outputs != two.outputs]


def imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def typed(text: str) -> list[str]:
    """Find the numbers that a text states by itself; 0 and 1 may be the ends of a scale."""
    return A_NUMBER.findall(FREE.sub("", text))


def python(cell: NotebookNode) -> str:
    """Return the Python of a cell, without the lines of IPython."""
    return "" if cell.source.startswith("%%") else re.sub(r"(?m)^%.*$", "", cell.source)


@pytest.fixture(params=NOTEBOOKS, ids=NAMES)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "01-first-look", "02-who-is-central", "03-announced-and-done", "04-why-partners"
    ]  # fmt: skip


def test_the_readme_links_each_notebook() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in NOTEBOOKS if f"(notebooks/{path.name})" not in readme] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", everyday(NOTEBOOKS, NOTEBOOKS[0].__eq__), ids=NAMES)
def test_the_committed_outputs_are_what_comes_out(path: Path) -> None:
    assert differences(committed(path), executed(path)) == [], "run  python tests/test_notebooks.py  and look at them"
    assert path.read_text(encoding="utf-8") == form().writes(executed(path)) + "\n"


def test_it_is_short_and_told(path: Path) -> None:
    notebook = committed(path)
    assert len(notebook.cells) < 25
    assert notebook.cells[0].source.startswith("# ")
    told = [cell.cell_type == "markdown" for cell in notebook.cells]
    assert not any(one + two + three == 0 for one, two, three in zip(told, told[1:], told[2:], strict=False))
    assert path.stat().st_size < 400_000


def test_its_text_states_no_number_that_no_cell_computes(path: Path) -> None:
    told = [cell.source for cell in committed(path).cells if cell.cell_type == "markdown"]
    assert [number for source in told for number in typed(source)] == []


@pytest.mark.parametrize(
    "text", ["Fifteen of the ties", "it claims ten", "some 12 papers", "9.5 % of 200", "it was 2025", "1,000"]
)
def test_a_typed_number_is_noticed(text: str) -> None:
    assert typed(text)


@pytest.mark.parametrize(
    "text",
    ["In September 2025", "`seed=7`", "1/(*n* − 1)", "0 to 1.", "the first five", "[02-who](02-who.ipynb)", "often"],
)
def test_what_is_no_count_may_be_written(text: str) -> None:
    assert typed(text) == []


def test_each_cell_shows_something(path: Path) -> None:
    for cell in code(committed(path)):
        assert cell.outputs or re.fullmatch(r"(?:(?:(?:import|from|%load_ext) .*)?\n?)+", cell.source), cell.source


def test_a_picture_that_github_shows_stands_in_an_output(path: Path) -> None:
    data = [output.get("data", {}) for cell in code(committed(path)) for output in cell.outputs]
    assert any(svg.startswith("<svg") for svg in (one.get("image/svg+xml", "") for one in data))
    assert not any("<iframe" in one.get("text/html", "") or "<script" in one.get("text/html", "") for one in data)


def test_only_public_names_are_used(path: Path) -> None:
    for source in map(python, code(committed(path))):
        assert set(imports(source)) <= ALLOWED
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Attribute):
                assert not node.attr.startswith("_")
                if isinstance(node.value, ast.Name) and node.value.id == "pcgraph":
                    assert node.attr in pcgraph.__all__


def test_nothing_of_the_machine_stands_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert not A_PATH.search(text)
    assert A_PATH.search('"/home/someone/x"')
    assert A_PATH.search("file /tmp/x")


@pytest.mark.slow
@pytest.mark.parametrize(
    "source", ["1 / 0", "%load_ext pcgraph\nget_ipython().run_cell_magic('sparql', '', 'DROP ALL')"]
)
def test_a_cell_that_fails_is_noticed(source: str) -> None:
    from nbclient.exceptions import CellExecutionError

    cell = form().v4.new_code_cell(source)
    with pytest.raises(CellExecutionError):
        run(form().v4.new_notebook(cells=[cell]))


def test_another_output_is_noticed() -> None:
    new = form().v4
    one, two = (
        new.new_notebook(cells=[new.new_code_cell("x", outputs=[new.new_output("stream", text=t)])]) for t in "ab"
    )
    assert len(differences(one, two)) == 1
    assert differences(one, one) == []


if __name__ == "__main__":
    for place in NOTEBOOKS:
        place.write_text(form().writes(executed(place)) + "\n", encoding="utf-8")

"""The pages in docs/reference/ say what the program, the ontology and the questions say now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pcgraph
from helpers import ROOT

REFERENCE = ROOT / "docs" / "reference"
MADE = re.compile(r"(<!-- made by make reference: [^\n]+ -->\n).*?(?=<!-- end -->)", re.DOTALL)


def test_the_committed_reference_is_the_one_that_is_generated_from_nothing(tmp_path: Path) -> None:
    for page in REFERENCE.glob("*.md"):
        (tmp_path / page.name).write_text(MADE.sub(r"\1", page.read_text(encoding="utf-8")), encoding="utf-8")
    shorter = [
        page.name for page in tmp_path.iterdir() if len(page.read_bytes()) < len((REFERENCE / page.name).read_bytes())
    ]
    assert sorted(shorter) == ["command-line.md", "measures.md", "ontology.md", "python.md", "questions.md"]
    subprocess.run([sys.executable, ROOT / "docs" / "make_reference.py", tmp_path], check=True, timeout=300)
    committed = {path.name: path.read_bytes() for path in (*REFERENCE.glob("*.md"), ROOT / "src" / "pcgraph.1")}
    stale = [page.name for page in tmp_path.iterdir() if page.read_bytes() != committed[page.name]]
    assert stale == [], "run  make reference  and commit docs/reference/"


def test_every_public_name_is_in_the_reference() -> None:
    page = (REFERENCE / "python.md").read_text(encoding="utf-8")
    named = {*re.findall(r"^### `pcgraph\.(\w+)`$", page, re.MULTILINE)}
    assert named == {*pcgraph.__all__} - {"__version__"}

"""Configuration of Sphinx, and copies of the documents and notebooks that stand elsewhere in the project.

Nothing here needs the network, neither when the pages are built nor when they are read.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
GENERATED = DOCS / "_generated"
ROOT_DOCUMENTS = ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
sys.path.insert(0, str(ROOT / "src"))

from pcgraph import __version__  # noqa: E402

project = "pcgraph"
author = "pcgraph contributors"
project_copyright = "pcgraph contributors"
release = version = __version__

extensions = ["myst_nb"]
exclude_patterns = ["_build", "_generated/*.md"]
nb_execution_mode = "off"  # the tests execute the notebooks; the docs show their stored outputs
suppress_warnings = ["misc.highlighting_failure"]  # cells in SPARQL are no Python
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4  # links to headings are checked
html_theme = "furo"
html_title = f"pcgraph {version}"
html_static_path: list[str] = []
html_show_sourcelink = False
html_copy_source = False
nitpicky = True


def write(name: str, lines: Iterable[str]) -> None:
    """Write a generated page, unless it is there already."""
    text = "\n".join(lines) + "\n"
    path = GENERATED / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def document(name: str) -> Iterable[str]:
    """Yield a document of the project's root, with links to pages of the docs; other links become plain text."""

    def link(found: re.Match[str]) -> str:
        words, target = found.groups()
        if target.startswith("docs/"):
            return f"[{words}]({target.removeprefix('docs/')})"
        return f"[{words}]({target.lower()})" if target in ROOT_DOCUMENTS else words

    yield re.sub(r"(?<!!)\[([^\]]*)\]\(([^)]+)\)", link, (ROOT / name).read_text(encoding="utf-8"))


for name in ROOT_DOCUMENTS:
    write(name.lower(), document(name))
for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
    target = GENERATED / "notebooks" / notebook.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(notebook, target)

"""Configuration of Sphinx, and copies of the documents and notebooks that stand elsewhere in the project.

Nothing here needs the network, neither when the pages are built nor when they are read.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.domains.python import ObjectEntry

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
GENERATED = DOCS / "_generated"
ROOT_DOCUMENTS = ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
sys.path.insert(0, str(ROOT / "src"))

from pcgraph import __version__  # noqa: E402
from pcgraph.query.questions import catalogue  # noqa: E402

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


def add_objects(_: Any, env: Any) -> list[str]:
    """Add Python names, terms, commands and questions to ``objects.inv``, by the headings of the reference."""
    python, std = env.get_domain("py"), env.get_domain("std")
    labels, module = std.data["labels"], ""
    topics = {question.topic.capitalize(): [] for question in catalogue.catalogue().values()}
    for name, question in catalogue.catalogue().items():
        topics[question.topic.capitalize()].append(name)
    for page in ("python", "ontology", "command-line", "questions"):
        docname = f"reference/{page}"
        for section in env.get_doctree(docname).findall(nodes.section) if docname in env.found_docs else ():
            title, anchor = section[0].astext(), section["ids"][0]
            if page == "python" and re.fullmatch(r"\w+\.[\w.]+", title):  # members follow their class
                name = title if title.startswith("pcgraph.") else f"{module}.{title}"
                module = name.rpartition(".")[0] if title == name else module
                python.data["objects"][name] = ObjectEntry(docname, anchor, kind(name), False)
            elif page == "ontology" and re.fullmatch(r"\w+:[\w-]+", title):
                std.data["objects"]["term", title] = docname, anchor
            elif page == "command-line" and title.startswith("pcgraph "):
                labels[title] = docname, anchor, title
            elif page == "questions":
                labels.update({name: (docname, anchor, name) for name in topics.get(title, ())})
    return []


def kind(name: str) -> str:
    """Return what Sphinx calls a Python object."""
    thing = pkgutil.resolve_name(name)
    if inspect.isclass(thing):
        return "exception" if issubclass(thing, Exception) else "class"
    if inspect.ismodule(thing):
        return "module"
    member = name.count(".") > 1 and inspect.isclass(pkgutil.resolve_name(name.rpartition(".")[0]))
    return ("method" if member else "function") if callable(thing) else "property" if member else "data"


def setup(app: Any) -> None:
    """Let Sphinx call `add_objects` once it has read every page."""
    app.connect("env-updated", add_objects)

"""Configuration of Sphinx, and the pages that are generated from the program, the ontology and the questions.

Nothing here needs the network, neither when the pages are built nor when they are read.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from unittest import mock

import pyoxigraph as ox
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
GENERATED = DOCS / "_generated"
ROOT_DOCUMENTS = ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
sys.path.insert(0, str(ROOT / "src"))

from pcgraph import __version__, cli  # noqa: E402
from pcgraph.analysis import centrality, network, registry  # noqa: E402
from pcgraph.model import namespaces  # noqa: E402
from pcgraph.model.fields import fields  # noqa: E402
from pcgraph.model.ontology import read_ontology  # noqa: E402
from pcgraph.query import catalogue as query  # noqa: E402

project = "pcgraph"
author = "pcgraph contributors"
project_copyright = "pcgraph contributors"
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
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

autodoc_default_options = {"members": True, "member-order": "bysource", "show-inheritance": True}
autodoc_typehints_format = "short"
napoleon_google_docstring = False
napoleon_use_param = False  # types of parameters are prose, such as "path, optional"
napoleon_use_rtype = False
napoleon_use_ivar = True
nitpicky = True
# Types in docstrings are prose, and those of other libraries are documented elsewhere. All other links are checked.
nitpick_ignore_regex = [(r"py:.*", r".*")]


def write(name: str, lines: Iterable[str]) -> None:
    """Write a generated page, unless it is there already."""
    text = "\n".join(lines) + "\n"
    path = GENERATED / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def run(*words: str) -> str:
    """Return what the command line prints, as the installed program does."""
    main = sys.modules["__main__"]
    with (
        redirect_stdout(StringIO()) as screen,
        mock.patch.object(sys, "argv", ["pcgraph", *words]),
        mock.patch.object(main, "__package__", ""),
        mock.patch.dict(os.environ, {"COLUMNS": "90"}),
        suppress(SystemExit),
    ):
        cli.main()
    return screen.getvalue()


def command_line() -> Iterable[str]:
    """Yield the help of every command."""
    overview = run("--help")
    yield f"```text\n{overview}```"
    for line in overview.partition("Commands:\n")[2].splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            verb = line.split()[0]
            yield f"\n## pcgraph {verb}\n\n```text\n{run(verb, '--help')}```"


def prepare_docstring(_app: Sphinx, what: str, _name: str, _thing: object, _options: object, lines: list[str]) -> None:
    """Put examples under a heading, and keep napoleon from reading ``Frames: statements`` as a type."""
    if what == "property" and lines:
        lines[0] = lines[0].replace(": ", " – ", 1)
    first = next((number for number, line in enumerate(lines) if line.startswith(">>>")), None)
    if first is not None and "Examples" not in lines:
        lines[first:first] = ["Examples", "--------"]


def setup(app: Sphinx) -> None:
    """Connect what is above; before napoleon, whose priority is 500."""
    app.connect("autodoc-process-docstring", prepare_docstring, priority=400)


def questions() -> Iterable[str]:
    """Yield a table of the questions for each topic."""
    topic = ""
    for name, asked in query.catalogue().items():
        if asked.topic != topic:
            topic = asked.topic
            yield f"\n## {topic.capitalize()}\n\n| question | parameters | asks |\n| --- | --- | --- |"
        parameters = ", ".join(f"`{key}={about['example']}`" for key, about in asked.parameters.items()) or "–"
        yield f"| `{name}` | {parameters} | {asked.question} |"


def measures() -> Iterable[str]:
    """Yield a table of the measures, and one of the projections."""
    yield "| measure | also called | the number | first | networkx |\n| --- | --- | --- | --- | --- |"
    for found in centrality.MEASURES.values():
        others = ", ".join(f"`{name}`" for name, (own, _) in registry.ALIASES.items() if own == found.name) or "–"
        first = "smallest" if found.ascending else "largest"
        call = f"`{found.networkx}`" if found.networkx else "–"
        yield f"| `{found.name}` | {others} | {found.meaning} | {first} | {call} |"


def projections() -> Iterable[str]:
    """Yield a table of the projections."""
    yield "| projection | first line of its documentation |\n| --- | --- |"
    for name, function in network.FUNCTIONS.items():
        yield f"| `{name}` | {(function.__doc__ or '').splitlines()[0]} |"


def ontology() -> Iterable[str]:
    """Yield a section for each kind of term, with definition, note and example."""
    graph = rdflib.Graph()
    for path in [ROOT / "ontology" / "pcgraph.ttl", *sorted((ROOT / "ontology" / "vocab").glob("*.ttl"))]:
        graph.parse(path)
    pcg = rdflib.Namespace(namespaces.PCG)
    relations = {*graph.subjects(RDF.type, pcg.DerivedRelation)}
    roles = {*graph.transitive_subjects(RDFS.subPropertyOf, pcg.participant)} - relations
    classes = {*graph.subjects(RDF.type, OWL.Class)}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    properties = {term for kind in kinds for term in graph.subjects(RDF.type, kind)} - relations - roles
    for title, found in (
        ("Classes", classes),
        ("Roles", roles),
        ("Derived relations", relations),
        ("Other properties", properties),
    ):
        yield f"\n## {title}"
        for term in sorted(term for term in found if str(term).startswith(namespaces.PCG)):
            yield from described(graph, term)
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        yield f"\n## Vocabulary `{namespaces.compact(str(scheme))}`"
        for term in sorted(graph.subjects(SKOS.inScheme, scheme)):
            yield from described(graph, term)


def class_fields() -> Iterable[str]:
    """Yield the fields of each class that sources and forms use: those of `pcgraph curate` and of drafts."""
    paths = [ROOT / "ontology" / "pcgraph.ttl", *sorted((ROOT / "ontology" / "vocab").glob("*.ttl"))]
    quads = [quad for path in paths for quad in ox.parse(path=path)]
    declared = read_ontology(quads)
    yield "\n## Fields of each class\n\nRoles come first. Forms and drafts are made of the same declarations.\n"
    others = {namespaces.PCG + name for name in ("Step", "Source", "Representation", "Membership", "Place", "Country")}
    for iri in sorted(others.union(declared.engagement_classes, declared.agent_classes)):
        names = ", ".join(f"`{field.name}`" for field in fields(quads, declared, iri)) or "none"
        yield f"- `{namespaces.compact(iri)}`: {names}"


def described(graph: rdflib.Graph, term: rdflib.term.Node) -> Iterable[str]:
    """Yield what the ontology says of a term."""
    yield f"\n### `{namespaces.compact(str(term))}`\n"
    for name, property_ in (
        ("", SKOS.definition),
        ("*Sub-class of:* ", RDFS.subClassOf),
        ("*Sub-property of:* ", RDFS.subPropertyOf),
        ("*Broader:* ", SKOS.broader),
        ("*From role:* ", rdflib.URIRef(namespaces.PCG + "fromRole")),
        ("*To role:* ", rdflib.URIRef(namespaces.PCG + "toRole")),
        ("*Once a step has reached:* ", rdflib.URIRef(namespaces.PCG + "onceStatusIn")),
        ("*While the status is in:* ", rdflib.URIRef(namespaces.PCG + "whileStatusIn")),
        ("*Note:* ", SKOS.scopeNote),
        ("*Example:* ", SKOS.example),
    ):
        values = sorted(graph.objects(term, property_))
        shown = [
            f"`{namespaces.compact(str(value))}`" if isinstance(value, rdflib.URIRef) else str(value)
            for value in values
        ]
        if shown:
            yield f"{name}{', '.join(shown)}\n"


def document(name: str) -> Iterable[str]:
    """Yield a document of the project's root, with links to pages of the docs; other links become plain text."""

    def link(found: re.Match[str]) -> str:
        words, target = found.groups()
        if target.startswith("docs/"):
            return f"[{words}]({target.removeprefix('docs/')})"
        return f"[{words}]({target.lower()})" if target in ROOT_DOCUMENTS else words

    yield re.sub(r"(?<!!)\[([^\]]*)\]\(([^)]+)\)", link, (ROOT / name).read_text(encoding="utf-8"))


for name, lines in (
    *((name.lower(), document(name)) for name in ROOT_DOCUMENTS),
    ("command-line.md", command_line()),
    ("questions.md", questions()),
    ("measures.md", measures()),
    ("projections.md", projections()),
    ("ontology.md", (*ontology(), *class_fields())),
):
    write(name, lines)
for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
    target = GENERATED / "notebooks" / notebook.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(notebook, target)

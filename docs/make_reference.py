"""Write the generated parts of docs/reference/ from the program, the ontology and the questions: ``make reference``.

A part stands between two comments. The first names the function of this module that makes it, and its arguments.
``python docs/make_reference.py FOLDER`` rewrites the pages of another folder.
"""

from __future__ import annotations

import inspect
import os
import pkgutil
import re
import sys
import textwrap
from collections.abc import Iterable
from contextlib import redirect_stdout, suppress
from functools import cached_property
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest import mock

import pyoxigraph as ox
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from pcgraph import __version__, cli
from pcgraph.analysis import centrality, network, registry
from pcgraph.model import namespaces
from pcgraph.model.fields import fields
from pcgraph.model.ontology import read_ontology
from pcgraph.query.questions import catalogue as query

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"(<!-- made by make reference: ([^\n]+) -->\n).*?(?=<!-- end -->)", re.DOTALL)
ENTRIES = ("Parameters", "Attributes", "Returns", "Yields", "Raises", "Warns")  # sections of a docstring that are lists
ABOUT = "a knowledge graph of partnerships in which every fact names the passage that proves it"
MANUAL = "pcgraph.1"
WIDTH = 100  # characters of a line of a signature


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


def manual() -> Iterable[str]:
    """Yield the manual page: the help of every command, for ``man pcgraph``."""

    def shown(text: str) -> str:
        escaped = text.replace("\\", "\\e").replace("-", "\\-")
        escaped = re.sub("[^\\x00-\\x7f]", lambda found: f"\\[u{ord(found[0]):04X}]", escaped)
        return ".nf\n" + re.sub(r"^(?=[.'])", r"\\&", escaped.strip("\n"), flags=re.MULTILINE) + "\n.fi"

    overview = run("--help")
    yield f'.TH PCGRAPH 1 "" "pcgraph {__version__}" "User Commands"'
    yield f".SH NAME\npcgraph \\- {ABOUT}"
    yield f".SH SYNOPSIS\n.B pcgraph\nCOMMAND [OPTIONS] [ARGUMENTS]\n.SH DESCRIPTION\n{shown(overview)}\n.SH COMMANDS"
    for line in overview.partition("Commands:\n")[2].splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            verb = line.split()[0]
            yield f".SS pcgraph {verb}\n{shown(run(verb, '--help'))}"
    yield ".SH SEE ALSO\n" + "https://w3id.org/pcgraph/documentation"


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


class Plain(str):
    """An annotation that is shown without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def python(*names: str) -> Iterable[str]:
    """Yield signature and docstring of each name, and those of the public members of a class."""
    for name in names:
        thing = pkgutil.resolve_name(name.rpartition(".")[0] + ":" + name.rpartition(".")[2])
        yield from documented("###", name, thing)
        if not inspect.isclass(thing):
            continue
        members: dict[str, Any] = {}
        for base in thing.__mro__:
            if base.__module__.startswith("pcgraph"):
                members = {**vars(base), **members}
        for member in sorted(member for member in members if not member.startswith("_")):
            is_shown = inspect.isroutine(members[member]) or isinstance(members[member], (property, cached_property))
            if is_shown and inspect.getdoc(members[member]):
                yield from documented("####", f"{thing.__name__}.{member}", getattr(thing, member))


def documented(level: str, name: str, thing: Any) -> Iterable[str]:
    """Yield heading, signature and docstring."""
    yield f"\n{level} `{name}`\n"
    if callable(thing) and not (inspect.isclass(thing) and issubclass(thing, Exception)):
        signature = inspect.signature(thing)
        given = [each.replace(annotation=plain(each.annotation)) for each in signature.parameters.values()]
        if not inspect.isclass(thing) and given and given[0].name == "self":
            del given[0]
        shown = signature.replace(parameters=given, return_annotation=plain(signature.return_annotation))
        line = re.sub(r" at 0x[0-9a-f]+", "", f"{name.rpartition('.')[2]}{shown}").replace(" = ", "\u00a0=\u00a0")
        wrapped = textwrap.fill(line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
        wrapped = wrapped.replace("\u00a0", " ")
        yield f"```py\n{wrapped}\n```\n"
    yield from in_markdown(inspect.getdoc(thing) or "")


def plain(annotation: Any) -> Any:
    """Return an annotation as its author wrote it."""
    return Plain(annotation) if isinstance(annotation, str) else annotation


def in_markdown(docstring: str) -> Iterable[str]:
    """Yield a docstring in numpy's style as Markdown: entries as lists, examples as sessions."""
    opening, *sections = re.split(r"^(\w[\w ]*)\n-+\n", docstring, flags=re.MULTILINE)
    yield from paragraphs(opening)
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        yield f"**{title}**\n"
        entries, mark, examples = body.partition(">>> ")
        if title in ENTRIES:
            yield from listed(entries)
            yield from paragraphs(mark + examples)
        else:
            yield from paragraphs(body)


def listed(entries: str) -> Iterable[str]:
    """Yield ``name : type`` with its indented text as an item of a list."""
    for entry in re.findall(r"^\S.*(?:\n(?: .*)?)*", entries, re.MULTILINE):
        first, _, rest = entry.partition("\n")
        name, _, kind = first.partition(" : ")
        yield f"- `{name}`" + (f" ({kind})" if kind else "") + (f": {' '.join(rest.split())}" if rest.strip() else "")
    yield ""


def paragraphs(text: str) -> Iterable[str]:
    """Yield text whose examples stand in fences."""
    for is_session, found in groupby(re.split(r"\n{2,}", text.strip("\n")), lambda each: each.startswith(">>>")):
        joined = "\n\n".join(found)
        yield f"```pycon\n{joined}\n```\n" if is_session else f"{joined}\n"


MAKERS = {
    "command_line": command_line,
    "questions": questions,
    "measures": measures,
    "projections": projections,
    "ontology": ontology,
    "class_fields": class_fields,
    "python": python,
}


def renewed(page: str) -> str:
    """Return a page with its generated parts as they have to be."""

    def part(found: re.Match[str]) -> str:
        maker, *arguments = found[2].split()
        lines = re.sub(r"\n{3,}", "\n\n", "\n".join(MAKERS[maker](*arguments)).strip("\n"))
        return f"{found[1]}\n{lines}\n\n"

    return PART.sub(part, page)


def main() -> None:
    """Rewrite the pages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "reference"
    for path in sorted(folder.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        path.write_text(renewed(page), encoding="utf-8")
    place = folder if len(sys.argv) > 1 else ROOT / "src"  # beside the package, as the sdist has no docs
    (place / MANUAL).write_text("\n".join(manual()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

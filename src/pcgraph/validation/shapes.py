"""Check the data against the SHACL shapes in ``ontology/shapes.ttl``.

No other module uses a SHACL engine. shacl-rust (the extra ``fast``) checks the shapes where it is installed, otherwise
pySHACL, which runs on every system; both find the same. Each graph is validated on its own, together with rdf:type and
skos:inScheme of everything that it names and the ontology's hierarchies, domains and ranges. So the cost for a graph
does not depend on the number of other graphs.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.namespaces import OWL, PCG, RDFS, SHIPPED, TYPE, Namespaces
from pcgraph.store.data_folder import File
from pcgraph.store.files import shown
from pcgraph.store.memo import Memo, checksum
from pcgraph.validation.finding import Finding, Severity
from pcgraph.validation.index import Fact, Lookup, as_turtle
from pcgraph.validation.rules.naming import is_own, is_term

if TYPE_CHECKING:
    import rdflib
    from pyshacl.graph_abstraction import DataGraph

SHACL = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/pcgraph/shapes#"
HEADS = {
    PCG + "Source": "source",
    PCG + "Register": "register",
    PCG + "Verdict": "verdicts",
    PCG + "Search": "searches",
}
# The part of the ontology that the shapes need; parsing the rest would only cost time.
ASKED = {RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")} | {PCG + "chosenWith"}
MARKED = {OWL + "FunctionalProperty", PCG + "DerivedRelation"}


@dataclass(frozen=True)
class Shapes:
    """The shapes file, read once."""

    text: dict[str, str]  # role of a graph → N-Triples in which only the shapes for that role have a target
    messages: dict[str, str]  # local name of each shape → its message, "" if its constraint has its own message
    warnings: frozenset[str]  # local names of the shapes with severity Warning
    # a checksum of everything that the shapes were made from; in `text` the blank nodes have other names in each run
    key: str

    @property
    def codes(self) -> set[str]:
        """The codes of all shapes: the part of their names before the first full stop."""
        return {name.partition(".")[0] for name in self.messages}


def read(path: Path, names: Namespaces = SHIPPED, language: str = "en") -> Shapes:
    """Read a shapes file; its patterns of IRIs are changed to the namespaces of the project."""
    try:
        content = path.read_bytes()
        triples = list(ox.parse(content, format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise InvalidInput(
            f"{shown(path)}:1: no-shapes: {error}; expected the shapes in Turtle; restore the file"
        ) from error
    roles: dict[str, set[str]] = {}
    messages: dict[str, str] = {}
    warnings: set[str] = set()
    for triple in triples:
        name = triple.subject.value.removeprefix(SHAPES)
        if triple.predicate.value == SHAPES + "holdsIn":
            roles.setdefault(name, set()).add(HEADS[triple.object.value])
            messages.setdefault(name, "")
        elif triple.predicate.value == SHACL + "message" and triple.subject.value.startswith(SHAPES):
            messages[name] = triple.object.value
        elif triple.predicate.value == SHACL + "severity" and triple.object.value == SHACL + "Warning":
            warnings.add(name)

    def holding(role: str) -> str:
        selected = (
            triple
            for triple in triples
            if not triple.predicate.value.startswith(SHACL + "target")
            or role in roles.get(triple.subject.value.removeprefix(SHAPES), ())
        )
        text = (ox.serialize(selected, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
        text = text.replace(f'"^{SHIPPED.verdict}"', f'"^{names.verdict}"')
        if language != "en":
            text = text.replace('LANG(?label) = \\"en\\"', f'LANG(?label) = \\"{language}\\"')
            text = text.replace("no English label; expected one rdfs:label with @en;",
                                f"no label in {language}; expected one rdfs:label with @{language};")  # fmt: skip
        return text

    key = checksum(_engine(), version(_engine()), content.decode(), names.verdict, language)
    return Shapes({role: holding(role) for role in HEADS.values()}, messages, frozenset(warnings), key)


def check(lookup: Lookup, shapes: Shapes) -> Iterator[Finding]:
    """Yield a finding for each violation of a shape."""
    for role in HEADS.values():
        for files, results in _violations(lookup, role, shapes):
            about = _about(lookup, files)
            for result in results:
                if (finding := _finding(lookup, about, shapes, result)) is not None:
                    yield finding


def _violations(lookup: Lookup, role: str, shapes: Shapes) -> list[tuple[list[File], list[dict[str, object]]]]:
    """Return the graphs of a role that violate a shape, as their files and the results of the engine."""
    found = []
    with Memo() as memo:
        about = declarations(lookup)
        made = checksum(shapes.key, role, about)
        keyed = [(checksum(made, data), files, data) for files, data in graphs(lookup, role)]
        before = memo.find(key for key, *_ in keyed)
        for key, files, data in keyed:
            if (results := before.get(key)) is None:
                results = memo.added[key] = _validate(f"{data}\n{about}", shapes.text[role])
            if results:
                found.append((files, results))
    return found


def _engine() -> str:
    """Return the distribution that checks the shapes."""
    try:
        import shacl_rust  # noqa: F401
    except ImportError:
        return "pyshacl"
    return "shacl-rust"


def slow_engine() -> str | None:
    """Return a line for the user if the slower of the two engines checks the shapes."""
    if _engine() == "shacl-rust":
        return None
    return (
        "shapes: pySHACL checks them, to the same findings but more slowly, because shacl-rust cannot be imported; "
        "where it has a wheel (not for musl or Windows on ARM), run  pip install 'pcgraph[fast]'"
    )


def _validate(data: str, shapes: str) -> list[dict[str, object]]:
    """Return the results of the engine: terms as in N-Triples, and the shape's own message last."""
    if _engine() == "pyshacl":
        return _validate_by_pyshacl(data, shapes)
    import shacl_rust

    found: list[dict[str, object]] = shacl_rust.validate(data, shapes)["results"]
    return found


@cache
def _parsed(shapes: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=shapes, format="nt")


def _validate_by_pyshacl(data: str, shapes: str) -> list[dict[str, object]]:
    import rdflib
    from oxrdflib._converter import to_ox
    from pyshacl import Validator

    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # it would log a traceback for each wrong date
    _, report, _ = Validator(_data_graph(data), shacl_graph=_parsed(shapes)).run()  # type: ignore[no-untyped-call]
    sh, found = rdflib.Namespace(SHACL), list[dict[str, object]]()
    for result in report.objects(None, sh.result):  # not the details of sh:node, which shacl-rust leaves out
        terms = {
            name: str(to_ox(term))
            for name in ("focusNode", "sourceShape", "value")
            if (term := report.value(result, sh[name])) is not None
        }
        if (path := report.value(result, sh.resultPath)) is not None:
            parts = report.transitiveClosure(lambda node, graph: graph.objects(node), path)
            terms["resultPath"] = " ".join(str(to_ox(part)) for part in [path, *parts])
        messages = sorted(map(str, report.objects(result, sh.resultMessage)), key=lambda text: text.count("; "))
        found.append({**terms, "messages": messages})
    return found


def _data_graph(data: str) -> DataGraph:
    """Return data for pySHACL: in the embedded engine, or in rdflib if the engine would write 007 as 7."""
    import rdflib
    from oxrdflib._converter import from_ox, to_ox
    from pyshacl.graph_abstraction import DataGraph

    quads, store, graph = set(ox.parse(data, format=ox.RdfFormat.TURTLE)), ox.Store(), rdflib.Graph()
    store.extend(quads)
    if quads == set(store) and all(to_ox(from_ox(quad.object)) == quad.object for quad in quads):
        return DataGraph.from_oxigraph_store(store)
    for quad in quads:
        value: Any = from_ox(quad.object)
        if isinstance(quad.object, ox.Literal) and not quad.object.language:
            value = rdflib.Literal(quad.object.value, datatype=value.datatype, normalize=False)
        named: Any = from_ox(quad.subject), from_ox(quad.predicate)
        graph.add((*named, value))
    return DataGraph.from_rdflib(graph)


def graphs(lookup: Lookup, role: str) -> Iterator[tuple[list[File], str]]:
    """Yield each graph of a role with its files: a source is one, and so are all files of the register together."""
    parts = [file for file, _ in lookup.by_role(role)]
    for group in [[part] for part in parts] if role == "source" else [parts] if parts else []:
        around = sorted({line for file in group for line in lookup.around(file)})
        # N-Triples are valid Turtle, so the text of the files can be used unchanged.
        yield group, "\n".join([*(file.text for file in group), *around])


def declarations(lookup: Lookup) -> str:
    """Return the declarations of the ontology that the shapes refer to, as N-Triples."""
    return "\n".join(
        f"<{fact.subject}> <{fact.predicate}> {fact.term} ."
        for fact in lookup.ontology_facts
        if fact.predicate in ASKED or (fact.predicate == TYPE and fact.value in MARKED)
    )


def _about(lookup: Lookup, files: list[File]) -> dict[str, tuple[File, list[Fact]]]:
    """Map each subject to the first file that describes it, and its triples in that file."""
    found: dict[str, tuple[File, list[Fact]]] = {}
    for file in files:
        for fact in lookup.facts[str(file.path)]:
            first, facts = found.setdefault(fact.subject, (file, []))
            if first is file:
                facts.append(fact)
    return found


def _finding(
    lookup: Lookup, about: dict[str, tuple[File, list[Fact]]], shapes: Shapes, result: dict[str, object]
) -> Finding | None:
    """Convert a result of the engine to a finding; return None if it is about another graph or an unknown name."""
    focus = str(result["focusNode"]).strip("<>")
    if focus not in about or focus not in lookup.types:
        return None
    file, facts = about[focus]
    fact, names = _fact(facts, result), lookup.inputs.names
    if (
        fact is not None
        and fact.names
        and fact.value not in lookup.types
        and (is_own(fact.value, names) or is_term(fact.value, names))
    ):
        return None  # `dangling-id` or `unknown-term` reports it
    name = str(result["sourceShape"]).strip("<>").removeprefix(SHAPES)
    messages = result["messages"]
    text = shapes.messages[name] or (str(messages[-1]) if isinstance(messages, list) else "")
    text = re.sub(r"https?://[^\s,;]+", lambda match: namespaces.compact(match[0]), text)
    what, expected, todo = text.split("; ", 2)
    severity: Severity = "warning" if name in shapes.warnings else "error"
    detail = f" ({as_turtle(fact)})" if fact is not None else ""
    return lookup.finding(file, focus, name.partition(".")[0], what + detail, expected, todo, severity)


def _fact(facts: list[Fact], result: dict[str, object]) -> Fact | None:
    """Return the triple that a result is about, or None."""
    value = result.get("value")
    if value is None:
        return None
    path = str(result.get("resultPath", ""))
    about = [fact for fact in facts if str(fact.term) == value]
    return next((fact for fact in about if f"<{fact.predicate}>" in path), about[0] if about else None)

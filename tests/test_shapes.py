"""The shapes: the quick engine agrees with the reference, each shape is needed, and they follow the ontology."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
import shacl_rust
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor

from faults import BASE, INVALID, ONTOLOGY, Fault, faults
from helpers import everyday, pcgraph
from pcgraph import validation
from pcgraph.model.namespaces import COMPUTED, PCG, RDF, RDFS, TYPE, XSD, compact
from pcgraph.store import data_folder, memo
from pcgraph.validation import shapes
from pcgraph.validation.index import Lookup

pytestmark = pytest.mark.slow

ROOT = ONTOLOGY.parent
SHAPES = shapes.read(ONTOLOGY / "shapes.ttl")
OF_SHAPES = [fault for fault in faults() if fault.rule in SHAPES.messages]
ROLES = {"sources": "source", "register": "register"} | data_folder.ROLES
SH = rdflib.Namespace(shapes.SHACL)
Results = set[tuple[str, str, str, bool]]


@cache
def triples() -> list[ox.Triple]:
    """Read the shapes file, with the same blank nodes every time."""
    return list(ox.parse(path=str(ONTOLOGY / "shapes.ttl"), format=ox.RdfFormat.TURTLE))


def quick(data: str, text: str, *, index: bool) -> Results:
    """Focus node, shape, value, and whether the shape's own message came along; as the package's engine finds them.

    One engine repeats the focus node where there is no value, the other does not.
    """
    return {
        (
            result["focusNode"],
            result["sourceShape"],
            result.get("value", result["focusNode"]),
            all(part in "".join(result["messages"]) for part in message_of(result["sourceShape"])),
        )
        for result in shacl_rust.validate(data, text, experimental_index=index)["results"]
    }


@cache
def parsed(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="nt")


@pytest.fixture(scope="module")
def prepared() -> Iterator[None]:
    """Parse each query of the shapes once: pySHACL leaves it to rdflib, for each thing that a shape looks at."""

    really_query = SPARQLProcessor.query
    prepare = cache(lambda text, names: prepareQuery(text, dict(names)))

    def query(self: Any, text: str, bindings: Any = None, names: Any = None, **more: Any) -> Any:
        return really_query(self, prepare(text, tuple(sorted(names.items()))), bindings, names, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SPARQLProcessor, "query", query)
        yield


def reference(data: str, text: str) -> Results:
    """The same, as pySHACL finds them."""
    graph = rdflib.Graph().parse(data=data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=parsed(text), inference="none")
    assert isinstance(report, rdflib.Graph)
    found = set()
    for result in report.objects(None, SH.result):  # not the details of sh:node, which the other engine leaves out
        shape = report.value(result, SH.sourceShape).n3()
        value = report.value(result, SH.value)
        messages = "".join(map(str, report.objects(result, SH.resultMessage)))
        found.add(
            (
                report.value(result, SH.focusNode).n3(),
                shape,
                term(value or report.value(result, SH.focusNode)),
                all(part in messages for part in message_of(shape)),
            )
        )
    return found


def term(node: rdflib.term.Node) -> str:
    """Write a node as the quick engine does, whatever short forms rdflib likes."""
    if isinstance(node, rdflib.Literal):
        if node.language:
            return str(ox.Literal(str(node), language=node.language))
        return str(ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or XSD + "string"))))
    return str(ox.NamedNode(str(node)))


@cache
def message_of(shape: str) -> tuple[str, ...]:
    """Return the message of a shape, or of its SPARQL, in the pieces that stand between its variables."""
    of = ox.NamedNode(shape.strip("<>"))
    nodes = {of} | {t.object for t in triples() if t.subject == of and t.predicate.value == shapes.SHACL + "sparql"}
    (message,) = (
        t.object.value for t in triples() if t.subject in nodes and t.predicate.value == shapes.SHACL + "message"
    )
    return tuple(re.split(r"\{\?\w+\}", message))


@cache
def base() -> data_folder.Inputs:
    return data_folder.read(BASE, ONTOLOGY)


def with_fault(fault: Fault) -> tuple[data_folder.Inputs, data_folder.File]:
    """Return the data without faults and the file of one fault, and that file."""
    content = (INVALID / f"{fault.name}.ttl").read_bytes()
    file = data_folder.parse(BASE / fault.path, ROLES[Path(fault.path).parts[0]], content=content)
    others = (other for other in base().files if other.path != file.path)
    return replace(base(), files=(*others, file)), file


def graphs(inputs: data_folder.Inputs, *roles: str) -> Iterator[tuple[str, str, str]]:
    lookup = Lookup(inputs)
    for role in roles or ("source", "register", "verdicts", "searches"):
        for files, text in shapes.graphs(lookup, role):
            yield files[0].slug, f"{text}\n{shapes.declarations(lookup)}", SHAPES.text[role]


def its_graph(fault: Fault) -> Lookup:
    """Return the index of the graph in which the fault is: its source, or all files of its role."""
    inputs, file = with_fault(fault)
    return Lookup(inputs).only([file] if file.role == "source" else inputs.by_role(file.role))


def both_engines(lookup: Lookup, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Yield the findings of shacl-rust, then those of pySHACL, as lines."""
    for engine, module in (("shacl-rust", shacl_rust), ("pyshacl", None)):
        monkeypatch.setitem(sys.modules, "shacl_rust", module)
        assert shapes._engine() == engine
        with memo.ignoring():
            yield [str(each) for each in sorted({*shapes.check(lookup, shapes.read(ONTOLOGY / "shapes.ttl"))})]


def targets(shape: str) -> set[str]:
    return {
        t.object.value
        for t in triples()
        if t.subject.value == shapes.SHAPES + shape and t.predicate.value == shapes.SHACL + "targetSubjectsOf"
    }


def test_there_are_as_many_shapes_as_rules() -> None:
    assert len(SHAPES.messages) > 50
    assert {fault.rule for fault in OF_SHAPES} == set(SHAPES.messages), (
        "a shape without a fault file, or the other way round"
    )


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("data", [BASE, ROOT / "tests/fixtures/tiny"], ids=["base", "tiny"])
def test_the_engine_and_the_reference_agree_on_good_data(data: Path) -> None:
    for slug, text, rules in graphs(data_folder.read(data, ONTOLOGY)):
        assert quick(text, rules, index=True) == quick(text, rules, index=False) == reference(text, rules), slug


@pytest.mark.usefixtures("prepared")
def test_the_engine_and_the_reference_agree_on_the_real_data() -> None:
    """On every sixtieth source: the reference takes seconds for one that the engine checks in milliseconds."""
    for slug, text, rules in list(graphs(data_folder.read(ROOT / "data", ONTOLOGY), "source"))[::60]:
        assert quick(text, rules, index=True) == quick(text, rules, index=False) == reference(text, rules), slug


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("fault", OF_SHAPES[::10], ids=lambda fault: fault.name)
def test_the_engine_and_the_reference_agree_on_a_fault(fault: Fault) -> None:
    """On every tenth: on all of them, the engine agrees with the other one (the next test)."""
    inputs, file = with_fault(fault)
    (text, rules) = next(
        (text, rules) for slug, text, rules in graphs(inputs, file.role) if file.role != "source" or slug == file.slug
    )
    found = quick(text, rules, index=True)
    assert found == quick(text, rules, index=False) == reference(text, rules)
    assert f"<{shapes.SHAPES}{fault.rule}>" in {shape for _, shape, _, _ in found}
    assert all(own for _, _, _, own in found), "a message of its own for every result"


@pytest.mark.parametrize("fault", everyday(OF_SHAPES, OF_SHAPES[::10].__contains__), ids=lambda fault: fault.name)
def test_both_engines_give_the_same_findings(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    by_rust, by_pyshacl = both_engines(its_graph(fault), monkeypatch)
    assert by_rust == by_pyshacl != []


def test_both_engines_find_nothing_in_good_data(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = data_folder.read(ROOT / "tests/fixtures/tiny", ONTOLOGY)
    assert [*both_engines(Lookup(inputs), monkeypatch)] == [[], []]


def test_both_engines_quote_values_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store writes 007 as 7, and rdflib 1 as true; so two values of a property would become one."""
    fault = next(fault for fault in OF_SHAPES if fault.name == "wrong-datatype.words")
    inputs, file = with_fault(fault)
    odd = '"007"^^xsd:integer , "7"^^xsd:integer , 1.50 , "1"^^xsd:boolean , "2023-02-31"^^xsd:date , "a\\nb\\"c"'
    content = file.text.replace('"Larger ships"', f'"Larger ships" , {odd}')
    content = f"@prefix xsd: <{XSD}> .\n{content}"
    changed = data_folder.parse(file.path, file.role, content=content.encode())
    inputs = replace(inputs, files=tuple(changed if each is file else each for each in inputs.files))
    by_rust, by_pyshacl = both_engines(Lookup(inputs), monkeypatch)
    assert by_rust == by_pyshacl
    assert all(any(value in line for line in by_pyshacl) for value in ("007", "1.50", "2023-02-31", "Larger ships"))


def test_a_line_says_that_the_slow_engine_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = pcgraph("check", "--data", str(ROOT / "tests/fixtures/tiny"))
    monkeypatch.setitem(sys.modules, "shacl_rust", None)
    told = pcgraph("check", "--data", str(ROOT / "tests/fixtures/tiny"))
    assert (quiet.returncode, quiet.stdout) == (told.returncode, told.stdout) == (0, "")
    assert "pcgraph[fast]" not in quiet.stderr
    assert re.match(r"shapes: pySHACL .* run  pip install 'pcgraph\[fast\]'\n", told.stderr)


@pytest.mark.parametrize("name", everyday(sorted(SHAPES.messages), sorted(SHAPES.messages)[::6].__contains__))
def test_without_a_shape_its_fault_is_not_found(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, _ = with_fault(next(fault for fault in OF_SHAPES if fault.name == name))
    kept = (t for t in triples() if t.subject != ox.NamedNode(shapes.SHAPES + name))
    ox.serialize(kept, str(tmp_path / "shapes.ttl"), format=ox.RdfFormat.TURTLE)
    less = shapes.read(tmp_path / "shapes.ttl")
    assert set(SHAPES.messages) - set(less.messages) == {name}
    monkeypatch.setattr(shapes, "read", lambda *_: less)
    assert validation.run(inputs) == []


def test_every_message_says_what_is_expected_and_what_to_do() -> None:
    messages = [t.object.value for t in triples() if t.predicate.value == shapes.SHACL + "message"]
    assert len(messages) == len(SHAPES.messages)
    for message in messages:
        what, expected, todo = message.split("; ")
        assert what
        assert todo
        assert expected.startswith("expected ")


def test_every_shape_has_a_target_and_a_graph() -> None:
    """A shape without either would never be asked, and nobody would notice."""
    kinds = {
        t.subject.value.removeprefix(shapes.SHAPES)
        for t in triples()
        if t.predicate.value == TYPE and t.object.value in {shapes.SHACL + "NodeShape", shapes.SHACL + "PropertyShape"}
    }
    targeted = {
        t.subject.value.removeprefix(shapes.SHAPES)
        for t in triples()
        if t.predicate.value.startswith(shapes.SHACL + "target")
    }
    assert kinds == targeted == set(SHAPES.messages)


def test_shapes_name_only_what_the_ontology_declares() -> None:
    files = [ONTOLOGY / "pcgraph.ttl", *ONTOLOGY.glob("vocab/*.ttl")]
    declared = {t.subject.value for file in files for t in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)}
    named = {t.object.value for t in triples() if isinstance(t.object, ox.NamedNode)}
    assert {
        iri
        for iri in named
        if iri.startswith(("https://w3id.org/pcgraph/ontology#", "https://w3id.org/pcgraph/vocab/"))
    } <= declared


RECORDED = ("checkedOn", "pageCheckedOn", "failedOn")  # in verification.ttl, which a program writes


@pytest.mark.parametrize(
    ("datatype", "shape", "other"),
    [
        (XSD + "date", "wrong-datatype.date", {*RECORDED}),
        (XSD + "integer", "wrong-datatype.whole", {"rank"}),
        (XSD + "decimal", "wrong-datatype.number", set()),
        (XSD + "boolean", "wrong-datatype.truth", set()),
        (XSD + "string", "wrong-datatype.text", set()),
        (RDF + "langString", "wrong-datatype.words", set()),
        (XSD + "anyURI", "wrong-datatype.address", set()),
    ],
)
def test_datatypes_are_those_of_the_ontology(datatype: str, shape: str, other: set[str]) -> None:
    """A property that the ontology gives a datatype is looked after by the shape of that datatype."""
    ontology = ox.parse(path=str(ONTOLOGY / "pcgraph.ttl"), format=ox.RdfFormat.TURTLE)
    ranged = {t.subject.value for t in ontology if t.predicate.value == RDFS + "range" and t.object.value == datatype}
    graph = parsed(SHAPES.text["source"])
    path = graph.value(rdflib.URIRef(shapes.SHAPES + shape), SH.path)
    looked_at = graph.value(path, SH.alternativePath)
    paths = {str(iri) for iri in graph.items(looked_at)} if looked_at else {str(path)}
    assert targets(shape) == paths == ranged - {PCG + name for name in other} - {*COMPUTED}


def test_every_computed_property_is_looked_for() -> None:
    graph = parsed(SHAPES.text["source"])
    constraint = graph.value(rdflib.URIRef(shapes.SHAPES + "hand-written-derived.computed"), SH.sparql)
    asked = set(re.findall(r"pcg:\w+", str(graph.value(constraint, SH.select))))
    assert targets("hand-written-derived.computed") == set(COMPUTED)
    assert asked == set(map(compact, COMPUTED))


def test_every_part_of_a_number_is_looked_for() -> None:
    groups = Lookup(base()).ontology.chosen_with
    numbers = {PCG + name + bound for name in ("amount", "quantity") for bound in ("", "AtLeast", "AtMost")}
    parts = {part for part, leader in groups.items() if leader in numbers} | numbers
    assert targets("wrong-subject.number") == parts
    assert targets("amount-form.currency") | targets("quantity-form.unit") == numbers
    assert targets("amount-form.number") | targets("quantity-form.number") == parts - numbers
    assert targets("outside-bounds") == {name for name in numbers if "At" in name}


def test_roles_of_acquisitions_and_sides_are_looked_for() -> None:
    assert targets("wrong-subject.acquisition") == {PCG + name for name in ("acquirer", "seller", "target")}
    assert targets("wrong-subject.side") == {PCG + name for name in ("firstParty", "secondParty")}

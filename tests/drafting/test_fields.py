"""The fields of a class, made from the ontology."""

from __future__ import annotations

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.model.fields import Field, fields
from pcgraph.model.namespaces import PCG, RDFS, TYPE, local
from pcgraph.model.ontology import read_ontology

OWL = "http://www.w3.org/2002/07/owl#"


def of(graph: KnowledgeGraph, class_: str) -> dict[str, Field]:
    return {each.name: each for each in fields(graph.store, graph.ontology, PCG + class_)}


def test_a_class_has_its_own_fields_and_those_of_the_classes_above(graph: KnowledgeGraph) -> None:
    assert "kind" in of(graph, "Agreement")
    assert "kind" not in of(graph, "Loan")
    assert "edition" in of(graph, "Visit")  # a visit is an event
    assert "edition" not in of(graph, "Talks")
    assert set(of(graph, "Loan")) >= {"funder", "recipient", "amount", "sector", "place", "covers", "step"}


def test_a_step_has_a_status_a_date_and_numbers(graph: KnowledgeGraph) -> None:
    assert set(of(graph, "Step")) >= {"status", "date", "amount", "currency", "quantity", "quantityOf"}
    assert not {each.name for each in of(graph, "Step").values() if each.role}
    assert "date" not in of(graph, "Agreement")


def test_what_is_computed_or_only_cites_is_no_field(graph: KnowledgeGraph) -> None:
    for class_ in ("Agreement", "Event", "Step", "Company"):
        assert not set(of(graph, class_)) & {
            "currentStatus",
            "mainType",
            "statedIn",
            "inferred",
            "nameInSource",
            "signsWith",
        }


def test_a_field_says_what_its_values_are(graph: KnowledgeGraph) -> None:
    found = of(graph, "Agreement")
    kinds = {
        name: found[name].kind
        for name in ("signatory", "kind", "starts", "amount", "partiesComplete", "currency", "aim")
    }
    assert kinds == {
        "signatory": "thing",
        "kind": "concept",
        "starts": "date",
        "amount": "number",
        "partiesComplete": "flag",
        "currency": "text",
        "aim": "words",
    }
    assert (found["signatory"].several, found["kind"].several) == (True, False)
    assert (found["signatory"].range, found["currency"].chosen_with) == ("Agent", "amount")


def test_each_field_has_labels_a_definition_and_an_example(graph: KnowledgeGraph) -> None:
    for class_ in graph.ontology.engagement_classes:
        for each in of(graph, local(class_)).values():
            assert set(each.labels) >= ({"en", "ur", "zh"} if each.role else {"en"}), each.name
            assert each.definition, each.name
            assert each.example, each.name


def test_the_fields_that_are_used_most_come_first(graph: KnowledgeGraph) -> None:
    counts = {PCG + "place": 9, PCG + "signatory": 12}
    found = fields(graph.store, graph.ontology, PCG + "Agreement", counts)
    assert [each.name for each in found[:2]] == ["signatory", "place"]
    assert [each.uses for each in found[:3]] == [12, 9, 0]
    assert found[2].role


def test_a_property_of_a_project_appears_in_its_classes(graph: KnowledgeGraph) -> None:
    base = "https://berth.example/ontology#"

    def quad(subject: str, predicate: str, value: str) -> ox.Quad:
        return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))

    quads = [
        *graph.store,
        quad(base + "Towage", RDFS + "subClassOf", PCG + "Project"),
        quad(base + "tug", TYPE, OWL + "ObjectProperty"),
        quad(base + "tug", RDFS + "domain", base + "Towage"),
        quad(base + "pilot", TYPE, OWL + "ObjectProperty"),
        quad(base + "pilot", RDFS + "subPropertyOf", PCG + "participant"),
    ]
    ontology = read_ontology(quads)
    found = {each.name: each for each in fields(quads, ontology, base + "Towage")}
    assert found["pilot"].role
    assert {"tug", "implementer"} <= set(found)
    assert "tug" not in {each.name for each in fields(quads, ontology, PCG + "Project")}

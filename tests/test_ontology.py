"""The ontology: it parses, it is consistent, each check passes on it and each check can fail."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import owlrl  # type: ignore[import-untyped]
import pyoxigraph as ox
import pytest
import rdflib
import yaml
from rdflib import OWL, RDF, RDFS, SKOS

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = ROOT / "ontology"
TERMS = ONTOLOGY / "pcgraph.ttl"
ALIGNMENTS = ONTOLOGY / "alignments.ttl"
COUNTRIES = ONTOLOGY / "countries.ttl"
VOCAB = sorted((ONTOLOGY / "vocab").glob("*.ttl"))
CHECKS = {path.stem: path for path in sorted((ONTOLOGY / "checks").glob("*.rq"))}
FAULTS = {path.stem: path for path in sorted((ROOT / "tests" / "invalid" / "ontology").glob("*.ttl"))}
README = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
README_TURTLE = re.findall(r"^```turtle\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
PCG = rdflib.Namespace("https://w3id.org/pcgraph/ontology#")
VOCABULARY = rdflib.Namespace("https://w3id.org/pcgraph/vocab/")
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
COLUMNS = ("term", "property", "value")
# What the vocabularies we align with say of themselves and what would turn a bad alignment into a contradiction.
PUBLISHED_AXIOMS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
foaf:Person owl:disjointWith foaf:Organization . foaf:Document owl:disjointWith foaf:Organization .
prov:Entity owl:disjointWith prov:Activity . org:Organization owl:equivalentClass foaf:Organization .
org:memberOf rdfs:domain foaf:Agent ; rdfs:range org:Organization .
"""
Row = tuple[str, ...]


def graph(*sources: Path | str) -> rdflib.Graph:
    """Parse files and Turtle texts into one rdflib graph."""
    result = rdflib.Graph()
    for source in sources:
        if isinstance(source, Path):
            result.parse(source)
        else:
            result.parse(data=source, format="turtle")
    return result


def store(*sources: Path | str) -> ox.Store:
    """Parse files and Turtle texts into one Oxigraph store."""
    result = ox.Store()
    for source in sources:
        text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
        result.load(text.encode(), format=ox.RdfFormat.TURTLE)
    return result


@cache
def core() -> rdflib.Graph:
    return graph(TERMS, *VOCAB)


def shown(cell: object) -> str:
    """The text of a cell; blank nodes have no name that two parsers would share."""
    if cell is None:
        return ""
    if isinstance(cell, (rdflib.BNode, ox.BlankNode)):
        return "_:"
    return str(cell.value if isinstance(cell, (ox.NamedNode, ox.Literal)) else cell)


def rows_rdflib(data: rdflib.Graph, check: str) -> list[Row]:
    found = data.query(CHECKS[check].read_text(encoding="utf-8"))
    assert tuple(map(str, found.vars or ())) == COLUMNS
    return sorted(tuple(map(shown, row)) for row in found)  # type: ignore[arg-type]


def rows_oxigraph(data: ox.Store, check: str) -> list[Row]:
    found = data.query(CHECKS[check].read_text(encoding="utf-8"))
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(shown(row[c]) for c in COLUMNS) for row in found)


def fired(data: ox.Store) -> dict[str, int]:
    return {check: len(rows) for check in CHECKS if (rows := rows_oxigraph(data, check))}


def closure_errors(*sources: Path | str) -> list[str]:
    data = graph(*sources)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(data)
    return sorted(str(text) for node in data.subjects(RDF.type, ERROR) for text in data.objects(node))


def instances() -> str:
    """One thing of each class, so that a class that cannot have members shows itself."""
    classes = sorted(str(c) for c in core().subjects(RDF.type, OWL.Class) if str(c).startswith(PCG))
    return "\n".join(f"<urn:one-{number}> a <{name}> ." for number, name in enumerate(classes))


@pytest.mark.parametrize("path", [TERMS, ALIGNMENTS, COUNTRIES, *VOCAB, *FAULTS.values()], ids=lambda p: p.stem)
def test_both_parsers_read_the_same_number_of_triples(path: Path) -> None:
    assert len(graph(path)) == len(store(path)) > 0


@pytest.mark.parametrize("check", CHECKS)
def test_header_says_what_is_wrong_and_what_to_do(check: str) -> None:
    text = CHECKS[check].read_text(encoding="utf-8")
    header = yaml.safe_load("\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ ")))
    assert list(header) == ["title", "kind", "severity", "problem", "fix", "columns"]
    assert header["kind"] == "check"
    assert header["severity"] in {"error", "warn"}
    assert tuple(header["columns"]) == COLUMNS
    assert header["problem"].endswith(".")
    assert header["fix"].endswith(".")


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
def test_check_is_silent_on_the_ontology(check: str) -> None:
    assert rows_rdflib(core(), check) == []
    assert rows_oxigraph(store(TERMS, *VOCAB), check) == []


@pytest.mark.parametrize("path", [ALIGNMENTS, COUNTRIES], ids=lambda path: path.stem)
def test_checks_are_silent_on_what_is_not_loaded(path: Path) -> None:
    assert fired(store(TERMS, *VOCAB, path)) == {}


@pytest.mark.parametrize("check", CHECKS)
def test_check_fires_once_on_its_own_fault(check: str) -> None:
    rows = rows_oxigraph(store(FAULTS[check]), check)
    assert len(rows) == 1
    assert rows_rdflib(graph(FAULTS[check]), check) == rows


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
def test_fault_beside_the_ontology_fires_its_check_alone(check: str) -> None:
    assert fired(store(TERMS, *VOCAB, FAULTS[check])) == {check: 1}


def test_each_check_has_a_fault_and_a_place_in_the_readme() -> None:
    listed = re.findall(r"`([a-z-]+)`", README.split("## Checks")[1])
    assert set(FAULTS) == set(CHECKS)
    assert sorted(listed) == sorted(CHECKS)


def test_readme_marks_the_checks_that_only_warn() -> None:
    listed = set(re.findall(r"\*`([a-z-]+)`\*", README.split("## Checks")[1]))
    assert listed == {
        check for check, path in CHECKS.items() if "#+ severity: warn" in path.read_text(encoding="utf-8")
    }


@pytest.mark.parametrize("block", README_TURTLE)
def test_turtle_in_the_readme_passes_the_checks(block: str) -> None:
    assert fired(store(TERMS, *VOCAB, block)) == {}


def test_readme_has_turtle() -> None:
    assert len(README_TURTLE) >= 2


@pytest.mark.slow
def test_closure_has_no_contradiction() -> None:
    assert closure_errors(TERMS, ALIGNMENTS, *VOCAB, PUBLISHED_AXIOMS, instances()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault",
    [
        "a pcg:Person , pcg:Company",
        "a pcg:Talks ; pcg:kind <urn:k>",  # kind has the domain Agreement
        "a pcg:Source , pcg:Company",  # by way of FOAF, where no document is an organisation
    ],
)
def test_closure_finds_contradictions(fault: str) -> None:
    assert closure_errors(TERMS, ALIGNMENTS, PUBLISHED_AXIOMS, f"@prefix pcg: <{PCG}> . <urn:x> {fault} .") != []


def test_derived_relations_join_known_roles() -> None:
    data = core()
    relations = list(data.subjects(RDF.type, PCG.DerivedRelation))
    roles = set(data.subjects(RDFS.subPropertyOf, PCG.participant))
    properties = set(data.subjects(RDF.type, OWL.ObjectProperty))
    assert relations
    for relation in relations:
        (start,) = data.objects(relation, PCG.fromRole)
        ends = list(data.objects(relation, PCG.toRole))
        conditions = [*data.objects(relation, PCG.onceStatusIn), *data.objects(relation, PCG.whileStatusIn)]
        assert start in roles, relation
        assert len(ends) <= 1, relation
        assert set(ends) <= properties, relation
        assert conditions, relation
        assert all((condition, RDF.type, SKOS.Collection) in data for condition in conditions), relation


def test_ranks_number_each_scheme_from_one() -> None:
    for scheme in (VOCABULARY.statuses, VOCABULARY.tiers):
        concepts = list(core().subjects(SKOS.inScheme, scheme))
        ranks = sorted(rank.toPython() for c in concepts for rank in core().objects(c, PCG.rank))  # type: ignore[attr-defined]
        assert ranks == list(range(1, len(concepts) + 1))


def test_version_is_the_same_everywhere() -> None:
    heading = re.search(r"^#+ (\S+)$", (ONTOLOGY / "CHANGES.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert heading
    for path in (TERMS, ALIGNMENTS):
        data = graph(path)
        (header,) = data.subjects(RDF.type, OWL.Ontology)
        assert str(data.value(header, OWL.versionInfo)) == heading[1]
        assert str(data.value(header, OWL.versionIRI)) == f"{header}/{heading[1]}"

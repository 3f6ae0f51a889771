"""What the forms of the app offer: classes, their fields in the order of use, and the concepts that fit a field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.intake.curation.form import CHILDREN
from pcgraph.model.fields import CONCEPT, DATE, Field, fields, properties
from pcgraph.model.namespaces import LABEL, PCG, SECTOR, SKOS, TYPE, V, local
from pcgraph.store.data_folder import File, Inputs
from pcgraph.validation.index import Lookup
from pcgraph.web.curate.plain import plain

SH, RDF = "http://www.w3.org/ns/shacl#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PARTS = ("Step", "UnnamedParty", "Representation", "Source")  # what a form has beside engagements and the register
LINKS = frozenset((*CHILDREN, "step", "representative"))  # shown as parts of the form, not as fields
COMPUTED = frozenset(
    (
        "passageState",
        "pageState",
        "pageCheckedOn",
        "addressState",
        "failedOn",
        "payloadDigest",
        "extractor",
        "retrieved",
    )
)
SPELLING = ("nameInSource",)  # says how a source spells it, and is no field of `fields`
RARE = 0.05  # of the things of a class have a field that is shown only on demand
FEW = 12  # fields of a class that are shown at once


def described(lookup: Lookup, files: Iterable[File], language: str) -> dict[str, Any]:
    """Return everything that forms offer, as plain data.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> inputs = data_folder.read(PACKAGE / "testing_data", home("ontology"))
    >>> offered = described(Lookup(inputs), inputs.files, "en")
    >>> offered["classes"]["Talks"]["fields"][0], offered["fields"]["discussant"]["role"]
    ('discussant', True)
    """
    uses = _uses(files)
    ontology, inputs = lookup.ontology, lookup.inputs
    quads = [quad for file in inputs.by_role("ontology") for quad in file.quads]
    every = properties(quads, ontology)
    names, others = _labels(lookup, language), _other_names(lookup)
    schemes = _schemes(inputs)
    concepts = _concepts(lookup, names, others)
    groups = {
        "engagement": ontology.engagement_classes,
        "agent": lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"},
        "place": lookup.subterms("Place"),
        "asset": lookup.subterms("Asset"),
        "part": {PCG + name for name in PARTS},
        "thing": {PCG + "Membership"},
    }
    found: dict[str, Field] = {}
    classes: dict[str, Any] = {}
    for group, members in groups.items():
        for iri in sorted(members, key=lambda iri: (-uses[iri][TYPE], iri)):
            own = [
                field
                for field in fields(quads, ontology, iri, uses[iri])
                if field.name not in LINKS and field.name not in COMPUTED
            ]
            own += [every[PCG + name] for name in SPELLING if group == "engagement"]
            found |= {field.name: field for field in own}
            used = [field.name for field in own if field.uses > RARE * uses[iri][TYPE]]
            classes[local(iri)] = {
                "group": group,
                "label": names.get(iri, local(iri)),
                "fields": [field.name for field in own],
                "few": len(used[:FEW]) or min(FEW, len(own)),
            }
    thing = {
        name for each in classes.values() if each["group"] in ("agent", "place", "asset") for name in each["fields"]
    }
    found |= {name: every[PCG + name] for name in SPELLING}
    own_names = [*SPELLING, *sorted(thing, key=lambda name: (-found[name].uses, name))]
    classes[""] = {
        "group": "thing",
        "label": "a name of the register",
        "fields": own_names,
        "few": min(FEW, len(own_names)),
    }
    return {
        "language": language,
        "classes": classes,
        "fields": {name: _plain(field, language, schemes) for name, field in sorted(found.items())} | _roles(found),
        "concepts": concepts
        | {
            "roles": [
                {"value": field.name, "label": field.labels.get(language, field.name)}
                for field in found.values()
                if field.role
            ]
        }
        | {
            name: [_concept(iri, names, lookup) for iri in listed]
            for name, listed in schemes.items()
            if isinstance(listed, list)
        },
    }


def _roles(found: Mapping[str, Field]) -> dict[str, Any]:
    """Return the field whose values are roles as one of concepts."""
    return (
        {"inRole": _plain(found["inRole"], "en", {}) | {"kind": CONCEPT, "scheme": "roles"}}
        if "inRole" in found
        else {}
    )


def _plain(field: Field, language: str, schemes: Mapping[str, str | list[str]]) -> dict[str, Any]:
    scheme = schemes.get(field.name, "") if field.kind == CONCEPT else ""
    return {
        "label": field.labels.get(language) or field.labels.get("en") or field.name,
        "definition": plain(field.definition, {}),
        "example": plain(field.example, {}) if field.kind != DATE else "3 May 2021",
        "kind": field.kind,
        "range": field.range,
        "several": field.several,
        "role": field.role,
        "scheme": scheme if isinstance(scheme, str) else field.name,
    }


def _uses(files: Iterable[File]) -> dict[str, Counter[str]]:
    """Return class → property → how often things of the class have it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        types: dict[str, list[str]] = defaultdict(list)
        for quad in file.quads:
            if quad.predicate.value == TYPE:
                types[quad.subject.value].append(quad.object.value)
        for quad in file.quads:
            for class_ in types.get(quad.subject.value, ()):
                found[class_][quad.predicate.value] += 1
    return found


def _labels(lookup: Lookup, language: str) -> dict[str, str]:
    """Return the label of each term of the ontology and concept, in a language if it has one, else in English."""
    found: dict[str, str] = {}
    facts = [*lookup.ontology_facts, *(fact for _, fact in lookup.facts_by_role("register"))]
    for wanted in ("en", language):
        for fact in facts:
            if fact.predicate in (LABEL, SKOS + "prefLabel") and getattr(fact.term, "language", None) == wanted:
                found[fact.subject] = fact.value
    return found


def _other_names(lookup: Lookup) -> dict[str, list[str]]:
    """Return each concept of the ontology and the register → its further names."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in [*lookup.ontology_facts, *(fact for _, fact in lookup.facts_by_role("register"))]:
        if fact.predicate in (SKOS + "altLabel", SKOS + "hiddenLabel") and fact.subject in lookup.schemes:
            found[fact.subject].append(fact.value)
    return found


def _concepts(
    lookup: Lookup, names: Mapping[str, str], others: Mapping[str, list[str]]
) -> dict[str, list[dict[str, Any]]]:
    """Return local name of a scheme → its concepts, each with the value of a form, its label and its other names."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for iri, scheme in lookup.schemes.items():
        found[local(scheme)].append({**_concept(iri, names, lookup), "names": sorted(others.get(iri, ()))})
    order = _order(lookup)
    return {
        scheme: sorted(each, key=lambda one: (order.get(one["value"], 99), one["label"].casefold()))
        for scheme, each in sorted(found.items())
    }


def _concept(iri: str, names: Mapping[str, str], lookup: Lookup) -> dict[str, str]:
    """Return a concept as the value of a form, such as ``signed``, with its label."""
    space = SECTOR if iri.startswith(SECTOR) else V
    value = iri.removeprefix(space) if iri.startswith(space) else lookup.inputs.names.compact(iri)
    return {"value": value, "label": names.get(iri, value)}


def _order(lookup: Lookup) -> dict[str, int]:
    """Return the rank of each status; other concepts are sorted by their labels."""
    ranks = (fact for fact in lookup.ontology_facts if fact.predicate in (PCG + "rank", SKOS + "notation"))
    return {local(fact.subject): int(fact.value) for fact in ranks if fact.value.isdigit()}


def _schemes(inputs: Inputs) -> dict[str, str | list[str]]:
    """Return field → local name of the scheme of its concepts, or the concepts themselves, as the shapes demand it."""
    store = ox.Store()
    store.load((inputs.ontology / "shapes.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        f"PREFIX sh: <{SH}> PREFIX rdf: <{RDF}> SELECT ?property ?scheme ?one WHERE {{ "
        f"?shape sh:targetSubjectsOf ?property . {{ ?shape sh:node/sh:property ?in . ?in sh:path <{SKOS}inScheme> ; "
        "sh:hasValue ?scheme } UNION { ?shape sh:in/rdf:rest*/rdf:first ?one } } ORDER BY ?property ?one"
    )
    found: dict[str, Any] = {}
    for row in rows:
        name = local(row["property"].value)
        if row["scheme"] is not None:
            found[name] = local(row["scheme"].value)
        elif isinstance(row["one"], ox.NamedNode):
            found.setdefault(name, []).append(row["one"].value)
    return found

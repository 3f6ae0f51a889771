"""The list of countries is complete, and countries of the register take the names from it that they lack."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

import page_views
from helpers import ROOT
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.model.namespaces import CURRENT, ID, ISO_CODE, LABEL, PCG, REGISTER, SKOS, TYPE, V
from pcgraph.store import countries, files

ONTOLOGY = ROOT / "ontology"
NAMES = countries.names(ONTOLOGY)
LANGUAGES = {"en", "zh", "ur"}


def add(data: Path, lines: str) -> api.KnowledgeGraph:
    """Load a data folder with one more country, `id:there`."""
    path = data / "register" / "places.ttl"
    path.write_text(path.read_text(encoding="utf-8") + f"\nid:there a pcg:Country ;\n    {lines} .\n", encoding="utf-8")
    return api.load(data, build=None)


def test_the_list_has_every_code_with_a_name_in_each_language() -> None:
    triples = list(ox.parse(path=str(ONTOLOGY / "countries.ttl"), format=ox.RdfFormat.TURTLE))
    codes = {t.subject.value: t.object.value for t in triples if t.predicate.value == SKOS + "notation"}
    long = [t.object.value for t in triples if t.predicate.value == SKOS + "altLabel"]
    assert len(codes) == len(set(codes.values())) == len(set(long)) == len(NAMES) == 249
    assert all(concept == f"{V}country-{code.lower()}" for concept, code in codes.items())
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in long)
    assert all(set(names) == LANGUAGES and len(set(names.values())) == 3 for names in NAMES.values())
    for language in LANGUAGES:
        assert len({names[language] for names in NAMES.values()}) == 249
    assert not NAMES.keys() & {"EU", "UK", "XK", "ZZ"}


def test_every_country_of_the_register_has_a_code_and_all_names(real: api.KnowledgeGraph) -> None:
    kind, graph = ox.NamedNode(PCG + "Country"), ox.NamedNode(CURRENT)
    found = [q.subject for q in real.store.quads_for_pattern(None, ox.NamedNode(TYPE), kind, graph)]
    assert len(found) >= 24
    for country in found:
        (code,) = real.store.quads_for_pattern(country, ox.NamedNode(ISO_CODE), None, graph)
        assert set(real.entities[country.value].labels) == LANGUAGES
        assert real.entities[country.value].labels["ur"] == NAMES[code.object.value]["ur"]
    assert real.entities[ID + "sweden"].labels == {"en": "Sweden", "ur": "سویڈن", "zh": "瑞典"}
    assert real.entities[ID + "hong-kong-sar"].labels["en"] == "Hong Kong"  # as the register names it


@pytest.mark.slow
def test_the_page_names_each_country_in_each_language() -> None:
    words = page_views.real_map().view["words"]["country"]
    assert len(words) > 3
    assert all(word["labels"].keys() == LANGUAGES - {"en"} for word in words)


def test_names_of_the_register_come_first(data: Path) -> None:
    kg = add(data, 'pcg:isoCode "NO" ;\n    rdfs:label "There"@en , "那里"@zh')
    assert kg.entities[ID + "there"].labels == {"en": "There", "zh": "那里", "ur": NAMES["NO"]["ur"]}
    assert kg.entities[ID + "nordland"].labels.keys() == {"en"}
    labels = kg.store.quads_for_pattern(ox.NamedNode(ID + "there"), ox.NamedNode(LABEL), None, ox.NamedNode(REGISTER))
    assert len(list(labels)) == 2  # the register's own graph stays as it was written


def test_an_unknown_code_adds_no_name(data: Path) -> None:
    kg = add(data, 'pcg:isoCode "UK" ;\n    rdfs:label "There"@en')
    assert kg.entities[ID + "there"].labels == {"en": "There"}


def test_without_a_list_nothing_is_added(data: Path, tmp_path: Path) -> None:
    ontology = shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    (ontology / "countries.ttl").unlink()
    assert countries.names(ontology) == {}
    assert loading.key(data, ontology) != loading.key(data, files.home("ontology"))


def test_a_changed_list_makes_a_new_build(data: Path, tmp_path: Path) -> None:
    ontology = shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    before = loading.key(data, ontology)
    path = ontology / "countries.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("挪威", "挪 威"), encoding="utf-8")
    assert loading.key(data, ontology) != before

"""A curator edits the names of a thing where they stand; comments and everything else stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers import TINY
from pcgraph.errors import UsageError
from pcgraph.intake.curation.save import Refused, Stale
from pcgraph.store import files
from pcgraph.store.project import find
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.things import names

AGENTS = """# Who acts here.
@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# The lamp maker.
id:lumen a pcg:Company ;
    rdfs:label "Lumen"@en , "流明"@zh ;  # as on its door
    # Its old names follow.
    skos:altLabel "Lumen Lamps"@en , "LL"@en ;
    pcg:country id:eastmark .

id:eastmark a pcg:Country ;
    rdfs:label "Eastmark"@en .
"""
MORE = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

id:lumen   skos:hiddenLabel "Lumem"@en .  # in no canonical layout
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    register = tmp_path / "data" / "register"
    register.mkdir(parents=True)
    (register / "agents.ttl").write_text(AGENTS)
    (register / "more.ttl").write_text(MORE)
    return Desk(find(tmp_path / "data"), files.home("ontology"), None)


def row(kind: str, value: str, language: str) -> dict[str, str]:
    return {"kind": kind, "value": value, "language": language}


READ = [
    row("label", "Lumen", "en"),
    row("label", "流明", "zh"),
    row("altLabel", "Lumen Lamps", "en"),
    row("altLabel", "LL", "en"),
    row("hiddenLabel", "Lumem", "en"),
]


def sent(desk: Desk, *wanted: dict[str, str], id_: str = "lumen") -> dict[str, Any]:
    return {"id": id_, "before": names.read(desk, id_)["names"], "names": [*wanted]}


def text(desk: Desk, name: str = "agents") -> str:
    return (desk.checker.inputs.data / "register" / f"{name}.ttl").read_text()


def test_names_change_in_their_place(desk: Desk) -> None:
    read = names.read(desk, "lumen")
    assert read["names"] == READ
    assert read["file"].endswith("register/agents.ttl")
    labels = [row("label", "新流明", "zh"), row("label", " Lumen  Light", "en"), row("label", "لومن", "ur")]
    new = [*labels, *READ[2:], row("altLabel", " ", "en")]
    assert [Path(each).name for each in names.write(desk, sent(desk, *new))] == ["agents.ttl"]
    assert text(desk) == AGENTS.replace('"Lumen"@en , "流明"@zh', '"Lumen Light"@en , "新流明"@zh , "لومن"@ur')
    assert text(desk, "more") == MORE
    assert desk.undo() == ["data/register/agents.ttl"]
    assert text(desk) == AGENTS


def test_each_name_stays_in_its_file(desk: Desk) -> None:
    new = [*READ[:2], READ[3], row("description", "It makes lamps.", "en")]
    assert [Path(each).name for each in names.write(desk, sent(desk, *new))] == ["agents.ttl", "more.ttl"]
    assert "lumen" not in text(desk, "more")
    assert text(desk) == AGENTS.replace('"Lumen Lamps"@en , ', "").replace(
        "id:eastmark .\n", 'id:eastmark ;\n    dcterms:description "It makes lamps."@en .\n', 1
    ).replace("@prefix id:", "@prefix dcterms: <http://purl.org/dc/terms/> .\n@prefix id:")


def test_names_of_another_tab(desk: Desk) -> None:
    late = sent(desk, *READ[:2])
    names.write(desk, sent(desk, *READ[:3]))
    before = text(desk)
    with pytest.raises(Stale, match="those of id:lumen have changed"):
        names.write(desk, late)
    assert text(desk) == before


def test_names_that_are_refused(desk: Desk) -> None:
    for wanted, error, message in (
        (READ[1:], UsageError, "has no label in en; expected one"),
        ([*READ, row("label", "Lumina", "en")], Refused, "two labels in one language"),
        ([*READ, row("altLabel", "Lumina", "")], UsageError, "has no language; expected a code"),
        ([*READ, row("altLabel", "Lumina", "not a code")], UsageError, "has no language; expected a code"),
        ([*READ, row("type", "Lumina", "en")], UsageError, "has no language"),
    ):
        with pytest.raises(error, match=message):
            names.write(desk, sent(desk, *wanted))
    with pytest.raises(UsageError, match="id:nobody is unknown"):
        names.read(desk, "nobody")
    assert (text(desk), text(desk, "more")) == (AGENTS, MORE)


def test_a_thing_without_an_entry_gets_one(tmp_path: Path) -> None:
    """An asset that a source describes, and the register does not name."""
    (tmp_path / "data" / "sources").mkdir(parents=True)
    source = (TINY / "sources" / "digest.ttl").read_text()
    (tmp_path / "data" / "sources" / "digest.ttl").write_text(source)
    desk = Desk(find(tmp_path / "data"), files.home("ontology"), None)
    names.write(desk, sent(desk, row("label", "Memorandum on cranes", "en"), id_="crane-contract"))
    assert 'id:crane-contract rdfs:label "Memorandum on cranes"@en .' in text(desk, "curated")


def test_the_kind_and_the_country_of_a_thing_change_in_their_place(desk: Desk) -> None:
    read = names.read(desk, "lumen")
    assert (read["class"], read["place"], read["placeName"]) == ("Company", "eastmark", "Eastmark")
    as_it_is = {"class": "Company", "place": "eastmark", "field": "country"}
    assert names.write(desk, sent(desk, *READ) | as_it_is) == []
    names.write(desk, sent(desk, *READ) | as_it_is | {"class": "University"})
    assert text(desk) == AGENTS.replace("id:lumen a pcg:Company", "id:lumen a pcg:University")
    names.write(desk, sent(desk, *READ) | {"class": "University", "place": ""})
    assert "pcg:country" not in text(desk)
    names.write(desk, sent(desk, *READ) | as_it_is)
    assert names.read(desk, "lumen")["place"] == "eastmark"
    with pytest.raises(Refused):  # no class of the ontology
        names.write(desk, sent(desk, *READ) | {"class": "Compny"})

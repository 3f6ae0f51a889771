"""Who is one with whom, by verdict; and which sources are one voice."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyoxigraph as ox
import pytest

from helpers import TINY
from pcgraph import api, validation
from pcgraph.belief.evidence.selection import voices
from pcgraph.belief.rule import identity
from pcgraph.model.entities import card
from pcgraph.model.namespaces import CURRENT, ID, PCG, SAME, SKOS, SRC, compact, local
from pcgraph.store.data_folder import read
from pcgraph.store.files import home

pytestmark = pytest.mark.slow

HEAD = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix verdict: <https://w3id.org/pcgraph/verdict/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def judged(data: Path, *verdicts: tuple[str, str]) -> api.KnowledgeGraph:
    """Load a folder with verdicts on identity: (subject, answer), each in Turtle."""
    blocks = (
        f"\nverdict:same-{number} a pcg:Verdict ;\n    {subject} ;\n    pcg:onProperty owl:sameAs ;\n    {answer} ;\n"
        '    pcg:reason "As the register says."@en ;\n    pcg:decided "2025-06-02"^^xsd:date .\n'
        for number, (subject, answer) in enumerate(verdicts)
    )
    (data / "judgements.ttl").write_text(HEAD + "".join(blocks), encoding="utf-8")  # in place of the folder's own
    assert [str(finding) for finding in validation.run(read(data, home("ontology")))] == []
    return api.load(data, build=None)


def one_is(subject: str, other: str) -> tuple[str, str]:
    return f"pcg:onSubject id:{subject}", f"pcg:prefers id:{other}"


def parties(kg: api.KnowledgeGraph, engagement: str) -> dict[str, bool]:
    rows = kg.tables.parties.filter(pl.col("engagement") == ID + engagement)
    return {local(agent): unnamed for agent, unnamed in rows.select("agent", "unnamed").iter_rows()}


def names(kg: api.KnowledgeGraph, thing: str, property_: str) -> set[str]:
    spot = (ox.NamedNode(ID + thing), ox.NamedNode(property_), None, ox.NamedNode(CURRENT))
    return {quad.object.value for quad in kg.store.quads_for_pattern(*spot)}


def test_an_agent_is_folded_into_another(data: Path, tiny: api.KnowledgeGraph) -> None:
    kg = judged(data, one_is("acme-pilots", "acme"))
    assert "acme-pilots" in parties(tiny, "pilotage-accord")
    assert set(parties(kg, "pilotage-accord")) == {"acme", "ministry-of-ports", "vik-university"}
    for table, column in (("parties", "agent"), ("relations", "from"), ("relations", "to")):
        assert ID + "acme-pilots" not in set(kg.tables[table][column])
    relations = {
        (local(r), local(a), local(b)) for r, a, b in kg.tables.relations.select("relation", "from", "to").rows()
    }
    assert ("plansToTrain", "acme", "young-sailors") in relations


def test_names_in_the_register_become_other_names(data: Path) -> None:
    kg = judged(data, one_is("acme-pilots", "acme"))
    assert {"Acme Pilots", "Acme Cranes"} <= names(kg, "acme", SKOS + "altLabel")
    assert kg.entities[ID + "acme"].label == "Acme"
    assert ID + "acme-pilots" not in kg.entities
    assert names(kg, "acme", PCG + "parent") == set()  # the folded one's, which was acme itself


def test_the_old_name_shows_the_kept_thing(data: Path) -> None:
    kg = judged(data, one_is("acme-pilots", "acme"))
    assert kg.show("acme-pilots") == kg.show("acme")
    assert kg.show("acme-pilots")["iri"] == ID + "acme"
    tie = kg.why("acme-pilots", "signsWith", "harbour-authority")
    assert [compact(row["engagement"]) for row in tie["ties"]] == ["id:crane-agreement", "id:crane-contract"]


def test_an_engagement_is_folded_with_its_steps_and_its_unnamed_party(data: Path) -> None:
    kg = judged(data, one_is("route-talks", "crane-talks"))
    assert parties(kg, "crane-talks") == {
        "acme": False,
        "borealis": False,
        "crane-talks.unnamed": True,
        "harbour-authority": False,
        "ministry-of-transport": False,
    }
    steps = kg.tables.steps.filter(pl.col("engagement") == ID + "crane-talks")
    assert [local(step) for step in steps["step"]] == ["crane-talks.discussed", "crane-talks.interest"]
    assert ID + "route-talks" not in set(kg.tables.engagements["engagement"])
    proofs = {compact(row["source"]) for row in kg.show("route-talks")["evidence"]}
    assert proofs == {"src:borealis-2024", "src:harbour-2024"}


def test_a_publisher_is_the_kept_one(data: Path) -> None:
    kg = judged(data, one_is("daily-tide", "acme"))
    asked = "SELECT ?publisher WHERE { src:tide-2025 pcg:publisher ?publisher }"
    assert kg.query(asked).short == [("id:acme",)]
    assert card(kg.store, SRC + "tide-2025").publisher == ID + "acme"


def test_a_chain_leads_to_its_end(data: Path) -> None:
    kg = judged(data, one_is("acme-pilots", "acme"), one_is("acme", "borealis"))
    assert set(parties(kg, "pilotage-accord")) == {"borealis", "ministry-of-ports", "vik-university"}
    assert kg.show("acme-pilots")["iri"] == ID + "borealis"
    folded = kg.tables.statements.filter(pl.col("property") == SAME).select("subject", "value").rows()
    assert {(local(one), local(other.strip("<>"))) for one, other in folded} == {
        ("acme", "borealis"),
        ("acme-pilots", "borealis"),
    }


def test_a_verdict_on_the_folded_thing_holds_for_the_kept_one(data: Path) -> None:
    kg = judged(data, one_is("borealis", "acme"))  # that its seat is Vik is rejected
    said = kg.tables.statements.filter(pl.col("property") == PCG + "headquarters")
    assert said.is_empty()


def test_a_plain_word_on_either_name_is_enough(data: Path, tiny: api.KnowledgeGraph) -> None:
    def inferred(kg: api.KnowledgeGraph) -> dict[str, bool]:
        rows = kg.tables.parties.filter(pl.col("role") == PCG + "implementer")
        return {
            local(agent): mark
            for engagement, agent, mark in rows.select("engagement", "agent", "inferred").iter_rows()
            if local(engagement) == "north-quay-expansion"
        }

    assert inferred(tiny) == {"acme": False, "borealis": True}
    assert inferred(judged(data, one_is("borealis", "acme"))) == {"acme": False}


@pytest.mark.parametrize(
    "verdict",
    [
        ("pcg:onSubject id:acme-pilots", "pcg:rejects id:acme"),
        ("pcg:onSubject id:acme-pilots", "pcg:leavesOpen id:acme"),
        ('pcg:onName "Acme Pilots"', "pcg:prefers id:acme"),
    ],
    ids=["not the same", "unsure", "a spelling"],
)
def test_only_two_things_called_the_same_are_folded(data: Path, verdict: tuple[str, str]) -> None:
    plain, kg = judged(data), judged(data, verdict)
    for name in plain.tables.names():
        assert kg.tables[name].equals(plain.tables[name]), name


def test_without_the_verdict_the_two_are_two_again(data: Path) -> None:
    plain = judged(data)
    kg = judged(data, one_is("acme-pilots", "acme"), one_is("route-talks", "crane-talks"))
    assert not kg.tables.parties.equals(plain.tables.parties)
    (data / "judgements.ttl").unlink()
    again = api.load(data, build=None)
    for name in plain.tables.names():
        assert again.tables[name].equals(plain.tables[name]), name
    assert set(again.store) == set(plain.store)


def test_a_circle_does_not_hang() -> None:
    frame = pl.DataFrame({"subject": ["b", "c", "a"], "property": [SAME] * 3, "prefers": ["<c>", "<b>", "<b>"]})
    assert identity.preferred_iris(frame) == {"a": "b", "c": "b"}


@pytest.mark.parametrize(
    ("wires", "expected"),
    [
        ({"a": [], "b": []}, {"a": "a", "b": "b"}),
        ({"c": ["x"], "b": ["x"]}, {"b": "b", "c": "b"}),
        ({"a": ["x"], "b": ["y"], "c": ["x", "y"], "d": ["x"]}, {"a": "a", "b": "b", "c": "c", "d": "a"}),
        ({"d": ["x", "y"], "a": ["z"], "c": ["y", "x"]}, {"a": "a", "c": "c", "d": "d"}),
    ],
)
def test_voices(wires: dict[str, list[str]], expected: dict[str, str]) -> None:
    assert voices(wires) == voices(dict(reversed(wires.items()))) == expected


def test_a_source_of_several_texts_joins_no_voices(data: Path) -> None:
    """The digest repeats the text of the paper and that of the letter; the three are three voices."""
    for slug, old, new in (
        ("digest", 'pcg:wire "Sudland Wire" .', 'pcg:wire "Sudland Wire" , "Letter of Borealis" .'),
        ("borealis-2024", "pcg:tier v:party .", 'pcg:tier v:party ;\n    pcg:wire "Letter of Borealis" .'),
    ):
        file = data / "sources" / f"{slug}.ttl"
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")
    known = dict(api.load(data, build=None).tables.sources.select("source", "voice").iter_rows())
    assert all(known[SRC + slug] == SRC + slug for slug in ("borealis-2024", "digest", "tide-2025", "harbour-2024"))
    kg = api.load(data, without_voice=["tide-2025"], build=None)
    assert {slug for slug, _ in kg.left_out} == {"courier-2025", "tide-2025"}
    plain = api.load(TINY, without_voice=["tide-2025"], build=None)
    assert {slug for slug, _ in plain.left_out} == {"courier-2025", "digest", "tide-2025"}

"""A curator decides disputes and judges look-alikes; each is one step that is checked and can be undone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from helpers import TINY
from pcgraph.errors import UsageError
from pcgraph.intake.curation.save import Stale
from pcgraph.model.namespaces import CURRENT, PCG, local
from pcgraph.store import files
from pcgraph.store.project import find
from pcgraph.web.curate import decisions
from pcgraph.web.curate.desk import Change, Desk
from pcgraph.web.curate.graph import Graphs

pytestmark = pytest.mark.slow

QUANTITY = """
id:north-quay-expansion pcg:quantity {number} ;
    pcg:quantityOf v:{unit} ;
    pcg:statedIn <https://w3id.org/pcgraph/source/{slug}#para=9> .
<https://w3id.org/pcgraph/source/{slug}#para=9> a pcg:Passage ; pcg:locator "para 9" .
"""
REJECTED = """
verdict:fewer a pcg:Verdict ;
    pcg:onSubject id:north-quay-expansion ;
    pcg:onProperty pcg:quantity ;
    pcg:rejects 300 ;
    pcg:reason "A slip."@en ;
    pcg:decided "2025-06-02"^^xsd:date .
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "data")


def desk_of(data: Path) -> Desk:
    return Desk(find(data), files.home("ontology"), None)


def consequences(desk: Desk, graphs: Graphs, slug: str, id_: str) -> dict[str, Any]:
    source = desk.source(slug)
    form = next(each for each in source["form"]["engagements"] if each["id"] == id_)
    sent = {"slug": slug, "sha": source["sha"], "id": id_, "node": form, "passages": []}
    return graphs.consequences(Change(sent))


def content(data: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in data.rglob("*.ttl")}


def verdict(dispute: dict[str, Any], at: int, **more: Any) -> dict[str, Any]:
    value = dispute["values"][at]["value"]
    return {"dispute": dispute, "value": value, "reason": " The paper was  there. ", "restsOn": []} | more


def believed(graphs: Graphs, id_: str, name: str) -> set[str]:
    kg = graphs.now().kg
    assert kg is not None
    subject = ox.NamedNode(kg.names.id + id_)
    quads = kg.store.quads_for_pattern(subject, ox.NamedNode(PCG + name), None, ox.NamedNode(CURRENT))
    return {quad.object.value for quad in quads}


# ---- Disputes


def test_the_value_of_a_verdict_is_believed(data: Path) -> None:
    desk, before = desk_of(data), content(data)
    graphs = Graphs(desk)
    *_, dispute = consequences(desk, graphs, "tide-2025", "crane-contract")["disputes"]
    assert (dispute["id"], dispute["field"], dispute["open"]) == ("crane-contract.signed", "date", True)
    at = next(n for n, each in enumerate(dispute["values"]) if not each["believed"])
    with pytest.raises(UsageError, match="no reason; expected why"):
        decisions.decide(desk, graphs, verdict(dispute, at, reason=" "))
    with pytest.raises(Stale):  # a value that is in the form and not saved
        decisions.decide(desk, graphs, verdict({**dispute, "values": [*dispute["values"], {"value": "1999"}]}, 2))
    assert content(data) == before
    made = decisions.decide(desk, graphs, verdict(dispute, at, restsOn=["digest", "no-such"]))
    chosen = dispute["values"][at]["value"]
    assert made == "crane-contract-signed-date"
    assert believed(graphs, "crane-contract.signed", "date") == {chosen}
    written = (data / "verdicts.ttl").read_text()
    assert written.startswith(before[data / "verdicts.ttl"].decode().rstrip("\n"))
    lines = written.partition(f"verdict:{made} ")[2].splitlines()
    assert lines[:-1] == [
        "a pcg:Verdict ;",
        "    pcg:onSubject id:crane-contract.signed ;",
        "    pcg:onProperty pcg:date ;",
        f'    pcg:prefers "{chosen}" ;',
        '    pcg:reason "The paper was there."@en ;',
        "    pcg:restsOn src:digest ;",
    ]
    assert re.fullmatch(r' {4}pcg:decided "\d{4}-\d\d-\d\d"\^\^xsd:date \.', lines[-1])
    *_, decided = consequences(desk, graphs, "tide-2025", "crane-contract")["disputes"]
    assert (decided["open"], decided["reason"]) == (False, "The paper was there.")
    for each in (dispute, decided):  # another tab, and one that shows the verdict
        with pytest.raises(Stale, match="is not as it was shown"):
            decisions.decide(desk, graphs, verdict(each, 0))
    assert desk.undo() == ["data/verdicts.ttl"]
    assert content(data) == before


def test_a_number_is_decided_whole(data: Path) -> None:
    """500 people are not 500 schools: the verdict names the unit, and decides the dispute about both."""
    said = (("tide-2025", 500, "people"), ("digest", 300, "people"), ("harbour-2024", 500, "schools"))
    for slug, number, unit in said:
        with (data / "sources" / f"{slug}.ttl").open("a") as file:
            file.write(QUANTITY.format(slug=slug, number=number, unit=unit))
    with (data / "verdicts.ttl").open("a") as file:
        file.write(REJECTED)
    desk = desk_of(data)
    graphs = Graphs(desk)

    def dispute() -> dict[str, Any]:
        every = consequences(desk, graphs, "tide-2025", "north-quay-expansion")["disputes"]
        return next(each for each in every if each["field"] == "quantity")

    found = dispute()
    places = {each["sources"][0]: at for at, each in enumerate(found["values"])}
    with pytest.raises(UsageError, match="verdict:fewer rejects this value"):
        decisions.decide(desk, graphs, verdict(found, places["digest"]))
    decisions.decide(desk, graphs, verdict(found, places["tide-2025"]))
    assert "pcg:prefers 500 ;\n    pcg:quantityOf v:people ;" in (data / "verdicts.ttl").read_text()
    assert believed(graphs, "north-quay-expansion", "quantity") == {"500"}
    assert {local(each) for each in believed(graphs, "north-quay-expansion", "quantityOf")} == {"people"}
    assert not dispute()["open"]


def test_a_party_that_a_complete_list_lacks_is_rejected_and_the_others_stay(data: Path) -> None:
    path = data / "verdicts.ttl"
    path.write_text(re.sub(r"verdict:safety-charter-party .*?\n\n", "", path.read_text(), flags=re.DOTALL))
    desk = desk_of(data)
    graphs = Graphs(desk)
    (dispute,) = consequences(desk, graphs, "digest", "safety-charter")["disputes"]
    assert dispute["values"] == [
        {"value": "id:acme-pilots", "label": "Acme Pilots", "sources": ["digest"], "believed": True}
    ]
    assert dispute["without"] == ["tide-2025"]
    before = believed(graphs, "safety-charter", "signatory")
    decisions.decide(desk, graphs, verdict(dispute, 0))
    assert "pcg:rejects id:acme-pilots ;" in path.read_text()
    after = believed(graphs, "safety-charter", "signatory")
    assert {local(each) for each in before - after} == {"acme-pilots"}
    assert {local(each) for each in after} == {"borealis", "vik-university"}


# ---- Look-alikes


@pytest.fixture
def twin(data: Path) -> Path:
    """Record the memorandum on cranes again, in a source of its own."""
    text = (data / "sources/harbour-2024.ttl").read_text()
    again = text.replace("id:crane-agreement", "id:crane-pact").replace("harbour-2024", "harbour-again")
    (data / "sources/harbour-again.ttl").write_text(again)
    with (data / "register/engagements.ttl").open("a") as register:
        register.write('id:crane-pact rdfs:label "Pact on cranes"@en .\n')
    return data


PAIR = ["crane-pact", "crane-agreement"]


def judgement(answer: str, **more: str) -> dict[str, Any]:
    return {"pair": PAIR, "answer": answer, "reason": "One day, one paper.", "by": "Ada Quay"} | more


def test_a_judgement_ends_the_warning(twin: Path) -> None:
    desk, before = desk_of(twin), content(twin)
    graphs = Graphs(desk)

    def pairs() -> list[list[str]]:
        found = consequences(desk, graphs, "harbour-again", "crane-pact")["lookAlikes"]
        return [each["pair"] for each in found if each["pair"]]

    assert pairs() == [PAIR]
    for answer, verb in (("same", "prefers"), ("different", "rejects"), ("open", "leavesOpen")):
        assert decisions.judge(desk, graphs, judgement(answer)) == "crane-pact-and-crane-agreement"
        written = (twin / "judgements.ttl").read_text()
        assert (
            "verdict:crane-pact-and-crane-agreement a pcg:Verdict ;\n    pcg:onSubject id:crane-pact ;\n"
            f"    pcg:onProperty owl:sameAs ;\n    pcg:{verb} id:crane-agreement ;\n"
            '    pcg:reason "One day, one paper."@en ;\n    pcg:decidedBy "Ada Quay" ;\n    pcg:decided "'
        ) in written
        assert pairs() == []
        with pytest.raises(Stale, match="are not as they were shown"):  # another tab
            decisions.judge(desk, graphs, judgement(answer))
        desk.undo()
        assert content(twin) == before


def test_a_judgement_that_says_too_little(twin: Path) -> None:
    desk, before = desk_of(twin), content(twin)
    graphs = Graphs(desk)
    for more, message in (({"by": " "}, "no name"), ({"reason": ""}, "no reason"), ({"answer": "maybe"}, "unknown")):
        with pytest.raises(UsageError, match=message):
            decisions.judge(desk, graphs, judgement("different") | more)
    assert content(twin) == before

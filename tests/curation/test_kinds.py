"""A kind of organisation that a curator adds: it is a term of the project, checked, used and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import pcgraph as package
from helpers import pcgraph as run
from pcgraph.errors import InvalidInput
from pcgraph.intake.new_project import create
from pcgraph.store import files
from pcgraph.store.project import find
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.things import kinds, register

COOPERATIVE = {"label": "fishing cooperative", "above": "Company", "definition": "A company that fishers own together."}
THING = {"class": "", "label": "Coast Cooperative", "newKind": COOPERATIVE}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    create(tmp_path / "harbours")
    return Desk(find(tmp_path / "harbours"), files.home("ontology"), None)


def contents(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and ".pcgraph" not in path.parts
    }


def test_a_new_kind_is_used_checked_and_undone(desk: Desk) -> None:
    folder = desk.journal.folder
    before = contents(folder)
    desk.register(register.entries(kinds.with_kinds(desk, [THING]), desk)[1])
    assert (
        "<https://example.org/harbours/ontology#FishingCooperative> a"
        in (folder / "data" / "terms" / "curated.ttl").read_text()
    )
    entry = (folder / "data" / "register" / "curated.ttl").read_text()
    assert "id:coast-cooperative a <https://example.org/harbours/ontology#FishingCooperative>" in entry
    assert desk.vocabulary()["classes"]["FishingCooperative"]["label"] == "fishing cooperative"
    assert run("check", "--data", str(folder)).stderr == "0 findings in 1 source\n"
    kg = package.load(folder)
    assert kg.entities[kg.names.id + "coast-cooperative"].kind == "FishingCooperative"
    again = kinds.with_kinds(desk, [THING | {"label": "Cape Cooperative"}])  # the kind is known now
    desk.register(register.entries(again, desk)[1])
    assert [desk.undo() for _ in range(3)][2] == ["data/terms/curated.ttl"]
    assert contents(folder) == before
    assert "FishingCooperative" not in desk.vocabulary()["classes"]
    desk.redo()
    assert "FishingCooperative" in desk.vocabulary()["classes"]


def test_a_kind_may_be_below_another_and_terms_of_the_project_stay_where_they_are(desk: Desk) -> None:
    folder = desk.journal.folder
    toml = (folder / "pcgraph.toml").read_text()
    assert kinds.add(desk, COOPERATIVE) == "FishingCooperative"
    assert kinds.add(desk, COOPERATIVE | {"label": "port council", "above": "FishingCooperative"}) == "PortCouncil"
    text = (folder / "data" / "terms" / "curated.ttl").read_text()
    assert "rdfs:subClassOf <https://example.org/harbours/ontology#FishingCooperative>" in text
    assert (folder / "pcgraph.toml").read_text() == toml


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"label": "??"}, "??: Name: no slug can be made from '??'"),
        ({"label": "3rd ports"}, "3rd ports: Name: '3rdPorts' is not the name of a class"),
        ({"definition": " "}, "fishing cooperative: What it means: is empty; expected a value for definition"),
        ({"label": "Loan"}, "Loan: Name: Loan already exists; expected a new kind of organisation"),
        ({"above": "Loan"}, "fishing cooperative: Part of: 'Loan' is unknown; expected a class of agents"),
    ],
)
def test_a_kind_that_cannot_be_added(desk: Desk, more: dict[str, str], line: str) -> None:
    before = contents(desk.journal.folder)
    with pytest.raises(InvalidInput) as caught:
        kinds.add(desk, COOPERATIVE | more)
    assert str(caught.value).startswith(line)
    assert contents(desk.journal.folder) == before


def test_a_kind_with_a_label_that_is_known_is_that_one(desk: Desk) -> None:
    before = contents(desk.journal.folder)
    assert kinds.add(desk, {"label": "Company"}) == "Company"
    assert contents(desk.journal.folder) == before

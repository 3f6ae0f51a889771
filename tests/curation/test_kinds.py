"""A kind of organisation that a curator adds: it is a term of the project, checked, used and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import pcgraph as package
from helpers import pcgraph as run
from pcgraph.errors import UsageError
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
    assert "own:FishingCooperative a owl:Class" in (folder / "ontology" / "curated.ttl").read_text()
    assert '\nontology = "ontology"\n' in (folder / "pcgraph.toml").read_text()
    entry = (folder / "data" / "register" / "curated.ttl").read_text()
    assert "id:coast-cooperative a <https://example.org/harbours/ontology#FishingCooperative>" in entry
    assert desk.vocabulary()["classes"]["FishingCooperative"]["label"] == "fishing cooperative"
    assert run("check", "--data", str(folder)).stderr == "0 findings in 1 source\n"
    kg = package.load(folder)
    assert kg.entities[kg.names.id + "coast-cooperative"].kind == "FishingCooperative"
    again = kinds.with_kinds(desk, [THING | {"label": "Cape Cooperative"}])  # the kind is known now
    desk.register(register.entries(again, desk)[1])
    assert [desk.undo() for _ in range(3)][2] == ["ontology/curated.ttl", "pcgraph.toml"]
    assert contents(folder) == before
    assert "FishingCooperative" not in desk.vocabulary()["classes"]
    desk.redo()
    assert "FishingCooperative" in desk.vocabulary()["classes"]


def test_a_project_with_terms_of_its_own_gets_the_kind_there(desk: Desk) -> None:
    folder = desk.journal.folder
    (folder / "terms.ttl").write_text("# Ours.\n")
    toml = (folder / "pcgraph.toml").read_text()
    (folder / "pcgraph.toml").write_text(toml.replace('# ontology = "ontology"', 'ontology = "terms.ttl"'))
    assert kinds.add(desk, COOPERATIVE) == "FishingCooperative"
    text = (folder / "terms.ttl").read_text()
    assert "# Ours.\n" in text
    assert "own:FishingCooperative a owl:Class" in text
    kinds.add(desk, COOPERATIVE | {"label": "port council", "above": "FishingCooperative"})
    assert "rdfs:subClassOf own:FishingCooperative" in (folder / "terms.ttl").read_text()


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"label": "渔业合作社"}, "kind: '渔业合作社' has no Latin letters"),
        ({"definition": " "}, "kind: fishing cooperative: no meaning; expected one sentence; enter it"),
        ({"label": "Loan"}, "kind: Loan is the name of something else"),
        ({"above": "Loan"}, "kind: 'Loan' is no kind of organisation"),
    ],
)
def test_a_kind_that_cannot_be_added(desk: Desk, more: dict[str, str], line: str) -> None:
    before = contents(desk.journal.folder)
    with pytest.raises(UsageError) as caught:
        kinds.add(desk, COOPERATIVE | more)
    assert str(caught.value).startswith(line)
    assert contents(desk.journal.folder) == before


def test_a_kind_with_a_label_that_is_known_is_that_one(desk: Desk) -> None:
    before = contents(desk.journal.folder)
    assert kinds.add(desk, {"label": "Company"}) == "Company"
    assert contents(desk.journal.folder) == before

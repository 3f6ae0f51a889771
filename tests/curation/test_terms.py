"""New sectors, units and kinds of agreement: the app adds them as the sheets of a workbook do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.store import files
from pcgraph.store.files import PACKAGE
from pcgraph.store.project import find
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.plain import plain
from pcgraph.web.curate.things import terms

DOSES = {"scheme": "quantities", "label": "doses", "definition": "Portions of a vaccine.", "other names": "jabs; shots"}
QUAYS = {"scheme": "sectors", "label": "quay works", "definition": "Building quays.", "broader": "energy"}
CHARTER = {"scheme": "kinds", "label": "charter party", "definition": "The source uses this name."}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(PACKAGE / "testing_data", tmp_path / "project" / "data")
    return Desk(find(tmp_path / "project" / "data"), files.home("ontology"), None)


def offered(desk: Desk, scheme: str) -> dict[str, Any]:
    return {each["value"]: each for each in desk.vocabulary()["concepts"][scheme]}


def test_terms_are_offered_once_they_are_added_and_undone_as_one_step(desk: Desk) -> None:
    values, blocks = terms.entries([DOSES, QUAYS, CHARTER], desk)
    assert values == ["doses", "quay-works", "charter-party"]
    desk.register(blocks)
    written = (desk.checker.inputs.data / "register" / "curated.ttl").read_text()
    assert 'skos:altLabel "jabs"@en , "shots"@en' in written
    assert "skos:broader sector:energy" in written
    assert offered(desk, "quantities")["doses"] == {"value": "doses", "label": "doses", "names": ["jabs", "shots"]}
    assert offered(desk, "sectors")["quay-works"]["label"] == "quay works"
    assert offered(desk, "kinds")["charter-party"]["label"] == "charter party"
    desk.undo()
    assert "doses" not in offered(desk, "quantities")
    desk.redo()
    assert "doses" in offered(desk, "quantities")


def test_other_names_of_shipped_terms_are_offered(desk: Desk) -> None:
    assert "students" in offered(desk, "quantities")["people"]["names"]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            DOSES | {"label": "students"},
            "students: Name: 'students' is a name of people; expected a new unit; "
            "choose it from the list, or enter another name",
        ),
        (DOSES | {"definition": " "}, "doses: What it means: is empty; expected a value for definition; fill it in"),
        (DOSES | {"label": ""}, "Name: is empty; expected a value for label; fill it in"),
        (QUAYS | {"broader": "enrgy"}, "quay works: Part of: 'enrgy' is unknown; expected a sector"),
        (DOSES | {"label": "…", "id": ""}, "…: Name: "),
    ],
)
def test_a_term_that_cannot_be_added(desk: Desk, row: dict[str, str], line: str) -> None:
    before = sorted(desk.checker.inputs.data.rglob("*"))
    with pytest.raises(InvalidInput) as caught:
        terms.entries([row], desk)
    assert next(plain(each, {}) for each in caught.value.faults).startswith(line)
    assert sorted(desk.checker.inputs.data.rglob("*")) == before


def test_a_list_that_has_no_new_terms_and_a_name_that_is_there_twice(desk: Desk) -> None:
    with pytest.raises(UsageError, match="'statuses' has no list; expected one of sectors, quantities, kinds"):
        terms.entries([DOSES | {"scheme": "statuses"}], desk)
    with pytest.raises(UsageError, match="is there twice"):
        terms.entries([DOSES, DOSES], desk)

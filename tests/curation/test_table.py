"""A table in the app for curators: proposed, answered, reviewed, saved and undone, as `pcgraph import` does it."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from curation.test_plain import WORDS
from helpers import pcgraph as run
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake.curation.save import Stale
from pcgraph.store import files
from pcgraph.store.files import PACKAGE
from pcgraph.store.project import find
from pcgraph.web.curate import table
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.graph import Graphs

ROWS = """Project;Partners;Kind of deal;Date signed;Status;Remarks
Lamps for the quay;Lumen, Coast Office;Contract;31.12.2024;signed;by hand
Lamps for the pier;Lumen, Quay Works;Contract;01.02.2025;signed;
"""
ANSWERS = {
    "source.title": "List of deals",
    "source.publisher": "coast-post",
    "source.tier": "press",
    "roles.signatory.split": ",",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(PACKAGE / "testing_data", tmp_path / "project" / "data")
    return Desk(find(tmp_path / "project" / "data"), files.home("ontology"), None)


def sent(rows: str | bytes = ROWS, name: str = "deals.csv", **more: Any) -> dict[str, Any]:
    content = rows.encode() if isinstance(rows, str) else rows
    columns = {"Remarks": "ignore"}
    return {"name": name, "file": base64.b64encode(content).decode(), "columns": columns, "answers": ANSWERS} | more


def contents(desk: Desk) -> dict[Path, bytes]:
    folder = desk.journal.folder
    return {
        path: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != ".pcgraph"
    }


def test_what_a_table_seems_to_mean(desk: Desk) -> None:
    found = table.guess(desk, sent(columns={}, answers={}))
    assert [(each["name"], each["key"]) for each in found["columns"]] == [
        ("Project", "engagement.label"), ("Partners", "roles.signatory"), ("Kind of deal", "engagement.class"),
        ("Date signed", "steps.signed"), ("Status", "steps.status"), ("Remarks", ""),
    ]  # fmt: skip
    assert found["columns"][0]["examples"] == ["Lamps for the quay", "Lamps for the pier"]
    assert found["columns"][-1]["ask"] == "what is it (such as 'by hand')"
    assert [each["name"] for each in found["questions"] if not each["guess"]] == [*ANSWERS]
    assert found["open"] == 5
    assert found["rows"][0].startswith("row 2: label Lamps for the quay · class Agreement")
    assert {"value": "roles.signatory", "group": "Parties", "label": "signatory"} in found["keys"]
    answered = table.guess(desk, sent())
    assert (answered["open"], answered["columns"][-1]["key"]) == (0, "ignore")
    assert "signatory Lumen, Coast Office" in answered["rows"][0]
    assert WORDS.findall(json.dumps([found, answered])) == []


def test_a_guess_is_corrected_and_a_row_that_is_none_is_named(desk: Desk) -> None:
    name = "engagement.class.lookup.Contract"
    (guessed,) = (each for each in table.guess(desk, sent())["questions"] if each["guess"])
    assert (guessed["name"], guessed["answer"]) == (name, "Agreement")
    found = table.guess(desk, sent(ROWS + "Total;;;;;2\n", answers=ANSWERS | {name: "Project"}))
    assert found["rows"][0].startswith("deals.csv, row 4: 2 filled cells; expected an engagement; delete the row")
    assert found["rows"][1].startswith("row 2: label Lamps for the quay · class Project")
    assert [each["answer"] for each in found["questions"] if each["guess"]] == ["Project"]


def test_unknown_names_are_decided_and_the_rows_saved_as_the_command_does(desk: Desk, tmp_path: Path) -> None:
    graphs, before = Graphs(desk), contents(desk)
    asked = table.preview(desk, graphs, sent())
    [unknown] = asked["unknown"]
    assert (unknown["kind"], unknown["name"], unknown["cells"], asked["lines"]) == ("agent", "Quay Works", "1", [])
    assert contents(desk) == before
    decided = sent(decisions=[{"kind": "agent", "name": "Quay Works", "decision": "same", "id": "id:coast-post"}])
    shown = table.preview(desk, graphs, decided)
    assert shown["counts"] == ["2 rows", "2 engagements", "1 source"]
    pier = next(each["lines"] for each in shown["difference"] if each["about"] == "Lamps for the pier")
    assert {
        "new: kind: agreement",
        "new: status: signed",
        "new: signatory: The Coast Post",
        "new: date: 1 February 2025",
    } <= {*pier}
    assert WORDS.findall(json.dumps(shown)) == []
    assert contents(desk) == before
    assert table.save(desk, decided | {"digest": shown["digest"]}) == shown["counts"]
    folder = desk.journal.folder
    new = {path.relative_to(folder).as_posix() for path in contents(desk).keys() - before.keys()}
    assert {"tables/deals.yml", "tables/deals-decisions.csv", "data/sources/deals.ttl"} <= new
    assert str(tmp_path) not in (folder / "tables" / "deals.yml").read_text()
    written = contents(desk)
    (tmp_path / "deals.csv").write_text(ROWS)
    tables = folder / "tables"
    command = [
        "import",
        str(tmp_path / "deals.csv"),
        "--mapping",
        str(tables / "deals.yml"),
        "--data",
        str(folder / "data"),
    ]
    done = run(*command, "--decisions", str(tables / "deals-decisions.csv"))
    assert "nothing changed" in done.stdout
    assert contents(desk) == written
    assert "data/sources/deals.ttl" in desk.undo()
    assert contents(desk) == before
    desk.redo()
    assert contents(desk) == written


def test_names_that_are_spelt_in_two_ways_and_rows_with_errors(desk: Desk) -> None:
    rows = ROWS + "Lamps for the mole;Lumen, Quay Work;Contract;31.02.2025;signed;\n"
    found = table.preview(desk, Graphs(desk), sent(rows))
    assert [(each["name"], each["like"]) for each in found["unknown"]] == [
        ("Quay Work", []),
        ("Quay Works", ["Quay Work"]),
    ]
    assert found["lines"] == [
        "deals.csv, row 4, column Date signed: '31.02.2025' is not a date; expected dates, or 31/12/2020 or "
        "31 Dec 2020, or May to July 2020; correct the cell, or dates in the mapping"
    ]
    ignored = [{"kind": "agent", "name": each["name"], "decision": "ignore", "id": ""} for each in found["unknown"]]
    with pytest.raises(InvalidInput, match=r"^deals.csv, row 4, column Date signed: bad-date"):
        table.preview(desk, Graphs(desk), sent(rows, decisions=ignored))
    skipped = table.preview(desk, Graphs(desk), sent(rows, decisions=ignored, skip="yes"))
    assert len(skipped["skipped"]) == 1
    assert skipped["counts"][0] == "2 rows"
    assert skipped["sums"] == "3 rows read: 2 to be saved, 1 left out with errors, 0 known before."
    table.save(desk, sent(rows, decisions=ignored, skip="yes") | {"digest": skipped["digest"]})
    more = sent(rows + "Lamps for the hall;Lumen;Contract;2025;signed;\n", decisions=ignored, skip="yes")
    again = table.preview(desk, Graphs(desk), more)
    assert again["sums"] == "4 rows read: 1 to be saved, 1 left out with errors, 2 known before."


def test_a_review_that_is_out_of_date_writes_nothing(desk: Desk) -> None:
    data = sent(ROWS.replace("Quay Works", "coast-post"))
    digest = table.preview(desk, Graphs(desk), data)["digest"]
    before = contents(desk)
    answers = ANSWERS | {"source.title": "Another list"}
    with pytest.raises(Stale, match=r"^deals.csv: the data have changed since it was reviewed"):
        table.save(desk, data | {"digest": digest, "answers": answers})
    assert contents(desk) == before


def test_the_sheets_of_a_workbook(desk: Desk, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "deals.xlsx") as book:
        for name in ("Old", "New"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Project", "Partners"])
            sheet.write_row(1, 0, [f"{name} lamps", "Lumen"])
    data = sent((tmp_path / "deals.xlsx").read_bytes(), "deals.xlsx", columns={}, answers={})
    found = table.guess(desk, data)
    assert (found["sheets"], found["sheet"], found["columns"][0]["examples"]) == (["Old", "New"], "Old", ["Old lamps"])
    assert table.guess(desk, data | {"sheet": "New"})["columns"][0]["examples"] == ["New lamps"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (sent(name="deals"), "table: 'deals' has no suffix"),
        (sent(name="../x/.."), "table: '..' has no suffix"),
        (sent(name="deals.pdf"), "deals.pdf: wrong-format: the suffix .pdf is not known"),
        (sent(b"no workbook", "deals.xlsx"), "deals.xlsx: "),
        (sent(""), "deals.csv: empty-table"),
        (sent("a;a\n1;2\n"), "deals.csv, row 1, column a: duplicate-header"),
        (sent() | {"file": "not base64!"}, "table: a damaged file"),
        (sent(columns={"Remarks": "engagement.nothing"}), "table: engagement.nothing is no meaning of a column"),
        (sent(answers={}), "deals.csv: open questions: source.title, "),
    ],
)
def test_a_table_that_cannot_be_read_changes_nothing(desk: Desk, data: dict[str, Any], line: str) -> None:
    before = contents(desk)
    with pytest.raises((InvalidInput, UsageError)) as caught:
        table.preview(desk, Graphs(desk), data)
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)
    assert contents(desk) == before

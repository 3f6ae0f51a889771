"""The sheets of agents, places and terms of an exported workbook are compared cell by cell, as its engagements are."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

import pcgraph
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.mapping.sheets import SHEETS
from pcgraph.intake.spreadsheets.readers import table
from pcgraph.intake.spreadsheets.writers import workbook
from tables import contents, findings
from test_intake_round_trip import FILE, LEASE, Cells, changed_files, edited, here, imported, refused, replaced

pytestmark = pytest.mark.slow
__all__ = ["here"]  # a fixture that each test here uses
AGENTS = "register/agents.ttl"


def put(id_: str, sheet: str = "agents", **cells: str) -> None:
    """Write cells of the row of a thing; the underscore in a name is a space."""
    more = {name.replace("_", " "): text for name, text in cells.items()}
    edited(lambda rows: next(row for row in rows if row["id"] == id_).update(more), sheet)


def drop(id_: str, sheet: str = "agents") -> None:
    edited(lambda rows: rows.remove(next(row for row in rows if row["id"] == id_)), sheet)


def with_sheet(name: str, new: Cells) -> None:
    """Add a sheet to the workbook."""
    known, others = table.read_sheets(FILE, SHEETS)
    sheets = [(each.sheet, each.header, [cells for _, cells in each.rows])
              for each in (*known, *(table.read(FILE, other) for other in others))]  # fmt: skip
    with xlsxwriter.Workbook(str(FILE)) as book:
        for each, header, rows in (*sheets, (name, tuple(new[0]), [tuple(row.values()) for row in new])):
            sheet = book.add_worksheet(each)
            for number, row in enumerate((header, *rows)):
                sheet.write_row(number, 0, row)


def test_each_cell_is_one_change_and_nothing_else_is_edited() -> None:
    before = contents()
    text = Path("data", AGENTS).read_text(encoding="utf-8")
    put("borealis", label="Borealis Ships", country="nordland")
    assert [change.partition(", ")[2] for change in imported()] == [
        "borealis in agents, label: Borealis → Borealis Ships",
        "borealis in agents, country: sudland → nordland",
    ]
    assert changed_files(before) == {f"data/{AGENTS}"}
    at = text.index("id:borealis a")
    new = text[at:].replace("Borealis", "Borealis Ships", 1).replace("sudland", "nordland", 1)
    assert Path("data", AGENTS).read_text(encoding="utf-8") == text[:at] + new
    after = contents()
    assert imported() == []
    assert contents() == after
    assert findings() == []


def test_a_place_and_a_sector_are_changed_too() -> None:
    edited(lambda rows: rows[0].update({"other names": "The north"}), "places")
    edited(lambda rows: rows[0].update(definition="What is meant here."), "sectors")
    assert [change.rpartition(", ")[2] for change in imported()] == [
        "other names: (empty) → The north",
        "definition: Lines that carry people and cars over water. → What is meant here.",
    ]


def test_a_kind_of_organisation_is_written_changed_and_undone() -> None:
    kind = {"label": "port council", "definition": "What governs a port.", "broader": "PublicBody"}
    edited(lambda rows: rows.append({"id": "coast", "label": "Coast", "class": "port council"}), "agents")
    with_sheet("classes", [kind])
    made = spreadsheets.prepare(FILE, "template", data=Path("data"))
    spreadsheets.write(made)
    before = contents()
    workbook.write(pcgraph.load("data"), FILE)
    assert [cells for _, cells in table.read(FILE, "classes").rows] == [
        ("PortCouncil", "port council", "What governs a port.", "PublicBody")
    ]
    assert imported() == []
    put("PortCouncil", "classes", definition="What owns a port.", broader="Company")
    change = spreadsheets.prepare(FILE, "template", data=Path("data"))
    spreadsheets.write(change)
    assert [str(each).rpartition(", ")[2] for each in change.changes] == [
        "definition: What governs a port. → What owns a port.",
        "broader: PublicBody → Company",
    ]
    assert changed_files(before) == {f"data/terms/import-{made.id}.ttl"}
    assert pcgraph.load("data").ontology.term("PortCouncil") in pcgraph.load("data").ontology.subterms("Company")
    spreadsheets.undo(change.id, Path("data"))
    assert contents() == before


def test_a_kind_of_organisation_that_both_sides_changed_is_a_conflict_and_one_in_use_stays() -> None:
    kind = {"label": "port council", "definition": "What governs a port.", "broader": "PublicBody"}
    edited(lambda rows: rows.append({"id": "coast", "label": "Coast", "class": "port council"}), "agents")
    with_sheet("classes", [kind, kind | {"label": "fishing cooperative"}])
    made = spreadsheets.prepare(FILE, "template", data=Path("data"))
    spreadsheets.write(made)
    workbook.write(pcgraph.load("data"), FILE)
    drop("PortCouncil", "classes")
    assert any("coast" in line for line in refused(remove=True))
    workbook.write(pcgraph.load("data"), FILE)
    put("PortCouncil", "classes", definition="What owns a port.")
    replaced(f"terms/import-{made.id}.ttl", "What governs a port.", "What runs a port.")
    (line,) = refused()
    assert "conflict: 'What owns a port.' here, 'What runs a port.' in the data, 'What governs a port.' before" in line


def test_a_new_agent_is_added_and_an_engagement_may_name_it() -> None:
    def add(rows: Cells) -> None:
        rows.append({"id": "moon-works", "label": "Moon Works", "class": "Company"})

    edited(add, "agents")
    edited(lambda rows: rows.append({**LEASE, "signatory": "acme; moon-works"}))
    assert [change.partition(":")[0] for change in imported()] == ["added"]
    assert any("id:moon-works a pcg:Company" in text.decode() for text in contents().values())
    assert findings() == []


def test_a_change_on_both_sides_is_a_conflict() -> None:
    put("borealis", country="nordland")
    replaced(AGENTS, "pcg:country id:sudland", "pcg:country id:port-nord")
    (line,) = refused()
    assert "column country: conflict: 'nordland' here, 'port-nord' in the data, 'sudland' before" in line


def test_what_only_the_data_changed_is_kept() -> None:
    replaced(AGENTS, '"Borealis"@en', '"Borealis Ships"@en')
    before = contents()
    assert spreadsheets.prepare(FILE, "template", data=Path("data")).kept == 1
    assert imported() == []
    assert contents() == before


def test_what_comes_with_a_sheet_is_not_called_lost() -> None:
    _, lost = workbook.write(pcgraph.load("data"), FILE)
    assert lost["hiddenLabel"] == 1
    assert not lost.keys() & {"type", "inScheme"}


def test_the_name_of_another_agent_is_refused() -> None:
    put("borealis", label="Acme Pilots")
    (line,) = refused()
    assert "column label: id-taken: 'Acme Pilots' is a name of id:acme-pilots" in line


def test_an_id_that_stands_twice_is_refused() -> None:
    edited(lambda rows: rows.append(dict(rows[0])), "agents")
    assert any("is also the id of row 2" in line for line in refused())


def test_a_row_that_is_gone_needs_a_confirmation_and_nothing_that_refers_to_it() -> None:
    drop("borealis")
    (line,) = refused()
    assert line == (
        "harbour.xlsx, sheet agents: row-gone: the row of borealis is gone; expected every row, or --remove; "
        "put it back, or confirm with --remove"
    )
    assert any("borealis" in line for line in refused(remove=True))  # engagements refer to it


def test_an_agent_that_nothing_refers_to_is_removed() -> None:
    path = Path("data", AGENTS)
    path.write_text(path.read_text("utf-8") + '\nid:nobody a pcg:Company ;\n    rdfs:label "Nobody"@en .\n', "utf-8")
    workbook.write(pcgraph.load("data"), FILE)
    drop("nobody")
    assert imported(remove=True) == ["removed: nobody in agents"]
    assert "nobody" not in path.read_text("utf-8")


def test_a_row_that_is_gone_is_kept_if_the_data_changed_it() -> None:
    drop("borealis")
    replaced(AGENTS, '"Borealis"@en', '"Borealis Ships"@en')
    (line,) = refused(remove=True)
    assert "conflict: the row of borealis is gone, and the data have changed it since" in line


def test_a_workbook_of_one_source_has_only_the_agents_that_it_names() -> None:
    every = {cells[0] for _, cells in table.read(FILE, "agents").rows}
    workbook.write(pcgraph.load("data", only=["borealis-2024"]), FILE)
    some = {cells[0] for _, cells in table.read(FILE, "agents").rows}
    assert "borealis" in some < every
    assert imported() == []

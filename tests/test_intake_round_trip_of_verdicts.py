"""The sheets of verdicts and judgements of an exported workbook: their grounds can be edited, their decisions not."""

from __future__ import annotations

from pathlib import Path

import pytest

import pcgraph
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.readers import table
from pcgraph.intake.spreadsheets.writers import workbook
from tables import contents, findings
from test_intake_round_trip import FILE, changed_files, edited, here, imported, refused, replaced
from test_intake_round_trip_of_the_register import drop, put

pytestmark = pytest.mark.slow
__all__ = ["here"]  # a fixture that each test here uses
VERDICTS = "verdicts.ttl"


def row(sheet: str = "verdicts", number: int = 0) -> dict[str, str]:
    read = table.read(FILE, sheet)
    return dict(zip(read.header, read.rows[number][1], strict=True))


def test_each_verdict_has_a_row_or_is_counted() -> None:
    rows, lost = workbook.write(pcgraph.load("data"), FILE)
    text = "".join(Path("data", name).read_text("utf-8") for name in (VERDICTS, "judgements.ttl"))
    told = sum(len(table.read(FILE, name).rows) for name in ("verdicts", "judgements"))
    assert told + lost["verdicts without a row"] == text.count("a pcg:Verdict") > 2
    assert rows > told > lost["verdicts without a row"]
    assert imported() == []


def test_an_edited_reason_is_one_change_and_nothing_else_is_edited() -> None:
    before, id_ = contents(), row()["id"]
    put(id_, "verdicts", reason="Two other papers say so.")
    (change,) = imported()
    assert f"{id_} in verdicts, reason: " in change
    assert change.endswith(" → Two other papers say so.")
    assert changed_files(before) == {f"data/{VERDICTS}"}
    assert imported() == []
    assert findings() == []


@pytest.mark.parametrize(("sheet", "column"), [("verdicts", "answer"), ("verdicts", "value"), ("judgements", "answer")])
def test_another_decision_is_refused(sheet: str, column: str) -> None:
    old = row(sheet)
    put(old["id"], sheet, **{column: "open" if column == "answer" else "2031"})
    (line,) = refused()
    assert f"column {column}: unknown-value: " in line
    assert f"{old[column]!r} before; expected the same decision; put it back; delete the row and add another" in line


def test_a_row_that_is_gone_takes_its_verdict_with_it_if_that_is_confirmed() -> None:
    id_ = row()["id"]
    drop(id_, "verdicts")
    (line,) = refused()
    assert f"row-gone: the row of {id_} is gone" in line
    assert imported(remove=True) == [f"removed: {id_} in verdicts"]
    assert f"verdict:{id_} " not in Path("data", VERDICTS).read_text("utf-8")


def test_the_row_of_another_decision_is_a_new_verdict() -> None:
    old = row()
    drop(old["id"], "verdicts")
    assert len(imported(remove=True)) == 1
    workbook.write(pcgraph.load("data"), FILE)
    edited(lambda rows: rows.append({**old, "id": "second-thoughts", "answer": "open"}), "verdicts")
    imported()
    assert any("verdict:second-thoughts a pcg:Verdict" in text.decode() for text in contents().values())
    assert findings() == []


def test_an_id_of_a_verdict_that_exists_is_refused_in_a_new_table() -> None:
    old = row()
    Path("verdicts.csv").write_text(
        "id,about,field,value,answer,reason,decided\n"
        f"{old['id']},{old['about']},{old['field']},{old['value']},{old['answer']},why,2026-01-02\n"
    )
    with pytest.raises(InvalidInput, match=rf"column id: id-taken: verdict:{old['id']} exists; expected a new id"):
        spreadsheets.prepare(Path("verdicts.csv"), "template", data=Path("data"))


def test_a_reason_that_both_sides_changed_is_a_conflict() -> None:
    old = row()
    put(old["id"], "verdicts", reason="One.")
    replaced(VERDICTS, old["reason"][:20], "Another. ")
    assert any("column reason: conflict: 'One.' here" in line for line in refused())


def test_a_workbook_of_one_source_has_only_the_verdicts_on_what_it_describes() -> None:
    every = {cells[0] for _, cells in table.read(FILE, "verdicts").rows}
    workbook.write(pcgraph.load("data", only=["borealis-2024"]), FILE)
    sheets, _ = table.read_sheets(FILE, ("verdicts",))
    assert {cells[0] for each in sheets for _, cells in each.rows} < every
    assert imported() == []

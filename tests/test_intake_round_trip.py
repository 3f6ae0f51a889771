"""A workbook that was exported, edited and imported again is a difference: cell by cell, and nothing else changes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

import pcgraph
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.mapping.sheets import SHEETS
from pcgraph.intake.spreadsheets.readers import table
from pcgraph.intake.spreadsheets.writers import workbook
from tables import COLUMNS, GOOD, contents, csv_text, findings

pytestmark = pytest.mark.slow

FILE = Path("harbour.xlsx")
LEASE = {**GOOD, "signatory": "acme; borealis", "publisher": "daily-tide"}
Cells = list[dict[str, str]]


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder, of which a workbook was exported."""
    monkeypatch.chdir(data.parent)
    workbook.write(pcgraph.load("data"), FILE)
    return data.parent


def edited(change: Callable[[Cells], object], name: str = "engagements") -> None:
    """Edit a sheet of the workbook as another program would, which writes all its sheets anew."""
    known, others = table.read_sheets(FILE, SHEETS)
    sheets = [*known, *(table.read(FILE, other) for other in others)]
    with xlsxwriter.Workbook(str(FILE)) as book:
        for each in sheets:
            rows = [dict(zip(each.header, cells, strict=True)) for _, cells in each.rows]
            if each.sheet == name:
                change(rows)
            sheet = book.add_worksheet(each.sheet)
            sheet.write_row(0, 0, each.header)
            for row, cells in enumerate(rows, 1):
                for column, heading in enumerate(each.header):
                    if cells.get(heading):
                        sheet.write_string(row, column, cells[heading])


def row_of(rows: Cells, id_: str, source: str) -> dict[str, str]:
    return next(row for row in rows if (row["id"], row["source slug"]) == (id_, source))


def put(id_: str, source: str, **cells: str) -> None:
    """Write cells of one row; the underscore in a name is a space."""
    edited(lambda rows: row_of(rows, id_, source).update({n.replace("_", " "): text for n, text in cells.items()}))


def imported(*, remove: bool = False) -> list[str]:
    """Import the workbook, and return its changes."""
    made = spreadsheets.prepare(FILE, "template", data=Path("data"), remove=remove)
    spreadsheets.write(made)
    return [str(change) for change in made.changes]


def refused(**options: bool) -> list[str]:
    """Return why the workbook cannot be imported; nothing is written."""
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        imported(**options)
    assert contents() == before
    return list(caught.value.faults)


def replaced(name: str, old: str, new: str) -> None:
    """Edit a file of the data by hand."""
    path = Path("data", name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def changed_files(before: dict[str, bytes]) -> set[str]:
    """Return the files that are not as before, without the manifest."""
    after = contents()
    return {name for name in before | after if before.get(name) != after.get(name) and "imports" not in name}


def test_an_export_that_nobody_edited_changes_nothing() -> None:
    before = contents()
    assert imported() == []
    assert contents() == before


def test_the_same_export_gives_the_same_bytes() -> None:
    before = FILE.read_bytes()
    workbook.write(pcgraph.load("data"), FILE)
    assert FILE.read_bytes() == before


def test_one_cell_one_new_row_and_one_row_less_are_three_changes() -> None:
    before = contents()

    def edit(rows: Cells) -> None:
        row_of(rows, "ferry-loan", "borealis-2024")["amount"] = "9500000"
        rows.remove(row_of(rows, "safety-charter", "tide-2025"))
        rows.append(dict(LEASE))

    edited(edit)
    assert imported(remove=True) == [
        "changed: row 3, ferry-loan in borealis-2024, amount: 9000000 → 9500000",
        "added: row 35, crane-lease in tide-example-crane-lease",
        "removed: safety-charter in tide-2025",
    ]
    assert findings() == []
    assert {Path(name).name for name in changed_files(before)} >= {"borealis-2024.ttl", "tide-2025.ttl"}
    after = contents()
    assert imported() == []
    assert contents() == after


def test_only_the_statement_of_a_cell_is_edited() -> None:
    before = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    put("ferry-loan", "borealis-2024", amount="9500000")
    imported()
    after = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    assert after == before.replace('pcg:amount "9000000"^^xsd:decimal', "pcg:amount 9500000")


def test_an_import_of_changes_can_be_undone() -> None:
    before = contents()
    put("ferry-loan", "borealis-2024", amount="9500000")
    made = spreadsheets.prepare(FILE, "template", data=Path("data"))
    spreadsheets.write(made)
    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


def test_a_hand_edit_and_a_verdict_in_between_survive() -> None:
    put("ferry-loan", "borealis-2024", amount="9500000")
    replaced("sources/borealis-2024.ttl", 'pcg:date "2024-01" ;', 'pcg:date "2024-02" ;  # the letter says so')
    replaced("sources/tide-2025.ttl", "# ", "# Read twice. ")
    verdict = (
        "\nverdict:ferry-loan-amount a pcg:Verdict ; pcg:onSubject id:ferry-loan ; pcg:onProperty pcg:amount ;\n"
        '    pcg:leavesOpen 9000000 ; pcg:reason "Unclear."@en ; pcg:decided "2025-06-02"^^xsd:date .\n'
    )
    path = Path("data/verdicts.ttl")
    path.write_text(path.read_text(encoding="utf-8") + verdict, encoding="utf-8")
    others = {name: text for name, text in contents().items() if "borealis-2024" not in name}
    assert imported() == ["changed: row 3, ferry-loan in borealis-2024, amount: 9000000 → 9500000"]
    text = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    assert 'pcg:date "2024-02" ;  # the letter says so' in text
    assert "pcg:amount 9500000 ;" in text
    assert others.items() <= contents().items()


def test_what_only_the_data_changed_is_kept_and_counted() -> None:
    replaced("sources/borealis-2024.ttl", '"9000000"^^xsd:decimal', "8000000")
    before = contents()
    made = spreadsheets.prepare(FILE, "template", data=Path("data"))
    assert (made.changes, made.kept, spreadsheets.write(made)) == ((), 1, [])
    assert contents() == before


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    put("ferry-loan", "borealis-2024", amount="9500000")
    replaced("sources/borealis-2024.ttl", '"9000000"^^xsd:decimal', "9500000.0")
    assert imported() == []


def test_two_changes_of_one_cell_are_a_conflict() -> None:
    put("ferry-loan", "borealis-2024", amount="9500000", sector="ferries; ports")
    replaced("sources/borealis-2024.ttl", '"9000000"^^xsd:decimal', "8000000")
    assert refused() == [
        "harbour.xlsx, sheet engagements, row 3, column amount: conflict: '9500000' here, '8000000' in the data, "
        "'9000000' before; expected a change on one side; write the value of the data into the cell, or that of the "
        "cell into the data"
    ]


def test_a_conflict_names_an_empty_cell() -> None:
    put("harbour-loan", "tide-2025", aim="A quay")
    replaced(
        "sources/tide-2025.ttl", "id:harbour-loan a pcg:Loan ;", 'id:harbour-loan a pcg:Loan ; pcg:aim "Jobs"@en ;'
    )
    (line,) = refused()
    assert "column aim: conflict: 'A quay' here, 'Jobs' in the data, nothing before" in line


def test_a_value_of_a_hand_edit_that_no_cell_can_hold_is_a_conflict() -> None:
    put("north-quay-expansion", "tide-2025", aim="A quay")
    replaced(
        "sources/tide-2025.ttl",
        "id:north-quay-expansion a",
        'id:north-quay-expansion pcg:aim "B"@en , "C"@en .\nid:north-quay-expansion a',
    )
    (line,) = refused()
    assert "column aim: conflict: 'A quay' here, 'B; C' in the data, nothing before" in line


def test_a_status_change_that_would_lose_a_mark_is_refused() -> None:
    put("route-talks", "borealis-2024", status="discussed")  # the data mark the status as a reading
    (line,) = refused()
    assert "column status: conflict: the data say more about the step interest than a row can" in line


def test_an_import_that_was_broken_off_is_completed() -> None:
    old = {path: path.read_bytes() for path in Path("data/sources").iterdir()}
    edited(lambda rows: [row.update(tier="official") for row in rows if row["source slug"] in ("tide-2025", "digest")])
    changes = imported()
    after = contents()
    Path("data/sources/digest.ttl").write_bytes(old[Path("data/sources/digest.ttl")])
    assert imported() == changes
    assert contents() == after
    assert imported() == []


def test_a_table_that_was_broken_off_is_completed() -> None:
    of_table({}, PILOT)
    old = Path("data/sources/tide-example-pilots.ttl").read_bytes()
    rows = ({"aim": "More"}, {**PILOT, "aim": "More"})
    changes = of_table(*rows)
    after = contents()
    Path("data/sources/tide-example-pilots.ttl").write_bytes(old)
    assert of_table(*rows) == changes
    assert contents() == after


def test_the_last_row_of_an_engagement_takes_its_label_along() -> None:
    before = contents()
    edited(lambda rows: rows.remove(row_of(rows, "port-coordination", "harbour-2024")))
    assert imported(remove=True) == ["removed: port-coordination in harbour-2024"]
    assert {Path(name).name for name in changed_files(before)} == {"harbour-2024.ttl", "engagements.ttl"}
    assert "port-coordination" not in Path("data/register/engagements.ttl").read_text(encoding="utf-8")
    assert findings() == []


def test_a_row_that_is_gone_must_be_confirmed() -> None:
    edited(lambda rows: rows.remove(row_of(rows, "safety-charter", "tide-2025")))
    assert refused() == [
        "harbour.xlsx, sheet engagements: row-gone: the row of safety-charter in tide-2025 is gone; expected every "
        "row, or --remove; put it back, or confirm with --remove"
    ]


@pytest.mark.parametrize("name", ["engagements", "agents", "places", "sectors", "verdicts", "judgements"])
def test_a_sheet_without_rows_and_a_sheet_that_is_gone_must_be_confirmed(name: str) -> None:
    count = len(table.read(FILE, name).rows)
    edited(lambda rows: rows.clear(), name)
    line = (
        f"harbour.xlsx, sheet {name}: row-gone: {count} rows of it are gone, and none is left; expected every row, or "
        "--remove; put them back, or confirm with --remove"
    )
    assert refused() == [line]
    edited(lambda rows: rows.clear(), "")  # writes the workbook anew, without sheets that have no rows
    assert refused() == [line]


def test_verdicts_whose_rows_are_all_gone_are_removed_if_that_is_confirmed() -> None:
    edited(lambda rows: rows.clear(), "verdicts")
    assert imported(remove=True) == [
        f"removed: {name} in verdicts"
        for name in ("borealis-headquarters", "crane-contract-amount", "pilotage-party", "safety-charter-party")
    ]


def test_a_table_without_rows_is_refused() -> None:
    of_table({}, PILOT)
    before = contents()
    Path("deals.csv").write_text(csv_text({}, PILOT).splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"deals\.csv: empty-table: only a header; expected at least one row"):
        spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"), remove=True)
    assert contents() == before


def test_a_row_that_is_gone_and_was_changed_by_hand_is_a_conflict() -> None:
    edited(lambda rows: rows.remove(row_of(rows, "safety-charter", "tide-2025")))
    replaced("sources/tide-2025.ttl", "pcg:signatory id:borealis , id:vik-university", "pcg:signatory id:borealis")
    (line,) = refused(remove=True)
    assert "conflict: the row of safety-charter in tide-2025 is gone, and the data have changed it since" in line


def test_a_row_whose_statements_are_gone_cannot_change_them() -> None:
    put("safety-charter", "tide-2025", aim="Safer ships")
    path = Path("data/sources/tide-2025.ttl")
    text = path.read_text(encoding="utf-8")
    start = text.index("id:safety-charter a")
    path.write_text(text[:start] + text[text.index("\n\n", start) + 2 :], encoding="utf-8")
    (line,) = refused()
    assert "conflict: tide-2025 no longer tells of safety-charter" in line


def test_an_export_of_one_source_leaves_the_rows_of_others_alone() -> None:
    workbook.write(pcgraph.load("data", only=["borealis-2024"]), FILE)
    put("ferry-loan", "borealis-2024", amount="9500000")
    before = contents()
    assert len(imported(remove=True)) == 1
    assert {Path(name).name for name in changed_files(before)} == {"borealis-2024.ttl"}


def test_the_label_and_the_title_of_a_source_are_one_change_each() -> None:
    def edit(rows: Cells) -> None:
        for row in rows:
            row["label"] = row["label"].replace("Safety Charter", "Charter on safety")
            row["source title"] = row["source title"].replace("Letter to partners", "A letter")

    edited(edit)
    changes = imported()
    assert [change.rpartition(", ")[2] for change in changes] == [
        "source title: Letter to partners → A letter",
        "label: Safety Charter → Charter on safety",
    ]
    assert 'rdfs:label "Charter on safety"@en' in Path("data/register/engagements.ttl").read_text(encoding="utf-8")


def test_two_new_titles_of_one_source_are_refused() -> None:
    put("ferry-loan", "borealis-2024", source_title="A")
    put("crew-training", "borealis-2024", source_title="B")
    (line,) = refused()
    assert "column source title: conflict: 'B' here, and another value in an earlier row" in line


def test_steps_are_changed_added_and_removed() -> None:
    put("ferry-loan", "borealis-2024", status_date="2024-02", earlier_status="signed", earlier_date="2023-12")
    put("crane-agreement", "borealis-2024", status="planned", status_date="")
    assert sorted(change.partition(", ")[2] for change in imported()) == [
        "crane-agreement in borealis-2024, status: signed 2024-05-14 → planned",
        "ferry-loan in borealis-2024, earlier date: (empty) → signed 2023-12",
        "ferry-loan in borealis-2024, status date: completed 2024-01 → completed 2024-02",
    ]
    text = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    assert "pcg:step id:ferry-loan.completed , id:ferry-loan.signed ;" in text
    assert "crane-agreement.signed" not in text
    assert findings() == []


def test_a_third_step_that_no_cell_holds_stays() -> None:
    put("ferry-project", "borealis-2024", status_date="2024-06")
    imported()
    text = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    assert "id:ferry-project.planned , id:ferry-project.under-way , id:ferry-project.suspended" in text
    assert text.count("a pcg:Step") == 9 - 1


def test_a_party_without_name_that_the_data_describe_is_not_lost() -> None:
    put("safety-charter", "borealis-2024", signatory="borealis; acme")
    (line,) = refused()
    assert "column signatory: conflict: the data say more about it than a cell can" in line
    put("safety-charter", "borealis-2024", signatory="borealis; unnamed; acme")
    assert imported() == [
        "changed: row 4, safety-charter in borealis-2024, signatory: borealis; unnamed → borealis; acme; unnamed"
    ]
    text = Path("data/sources/borealis-2024.ttl").read_text(encoding="utf-8")
    assert "pcg:signatory id:borealis , id:safety-charter.unnamed , id:acme ;" in text


def test_a_bad_cell_is_refused_and_cells_that_were_bad_before_are_not() -> None:
    put("crew-training", "borealis-2024", quantity="160")  # it has no status, which a new row would need
    assert imported() == ["changed: row 7, crew-training in borealis-2024, quantity: 150 → 160"]
    put("crew-training", "borealis-2024", quantity="many")
    (line,) = refused()
    assert "row 7, column quantity" in line


def table_of(*rows: dict[str, str]) -> Path:
    Path("deals.csv").write_text(csv_text(*rows), encoding="utf-8")
    return Path("deals.csv")


def of_table(*rows: dict[str, str], remove: bool = False) -> list[str]:
    made = spreadsheets.prepare(table_of(*rows), "template", data=Path("data"), remove=remove)
    spreadsheets.write(made)
    return [str(change) for change in made.changes]


PILOT = {"label": "Pilot boats", "source address": "https://tide.example/2025/pilots.html", "source title": "Boats"}


def test_a_table_with_a_mapping_that_is_imported_again_is_a_difference() -> None:
    of_table({}, PILOT)
    replaced("sources/tide-example-crane-lease.ttl", "pcg:kind v:contract ;", "pcg:kind v:contract ;  # so it says")
    assert of_table({"aim": "More"}, PILOT, {**PILOT, "label": "Third", "passage": "para 3"}) == [
        "changed: row 2, crane-lease in tide-example-crane-lease, aim: (empty) → More",
        "added: row 4, third in tide-example-pilots",
    ]
    text = Path("data/sources/tide-example-crane-lease.ttl").read_text(encoding="utf-8")
    assert 'pcg:aim "More"@en' in text
    assert "# so it says" in text
    after = contents()
    assert of_table({"aim": "More"}, PILOT, {**PILOT, "label": "Third", "passage": "para 3"}) == []
    assert contents() == after
    assert of_table({"aim": "Most"}, {**PILOT, "label": "Third", "passage": "para 3"}, remove=True) == [
        "changed: row 2, crane-lease in tide-example-crane-lease, aim: More → Most",
        "removed: pilot-boats in tide-example-pilots",
    ]
    assert findings() == []


def test_a_cell_that_brings_a_constant_is_one_change() -> None:
    text = Path(spreadsheets.__file__).parent.joinpath("mappings/template.yml").read_text(encoding="utf-8")
    Path("own.yml").write_text(text.replace("{column: currency}", "{text: EUR, when: {amount: '*'}}"), encoding="utf-8")
    changes = []
    for amount in ("", "7"):
        Path("deals.csv").write_text(csv_text({"amount": amount}, columns=[c for c in COLUMNS if c != "currency"]))
        made = spreadsheets.prepare(Path("deals.csv"), "own.yml", data=Path("data"))
        spreadsheets.write(made)
        changes.append([str(change) for change in made.changes])
    assert changes == [[], ["changed: row 2, crane-lease in tide-example-crane-lease, amount: (empty) → 7"]]
    assert 'pcg:currency "EUR"' in Path("data/sources/tide-example-crane-lease.ttl").read_text(encoding="utf-8")


def test_a_source_whose_only_row_is_gone_keeps_its_card() -> None:
    of_table({}, PILOT)
    assert of_table({}, remove=True) == ["removed: pilot-boats in tide-example-pilots"]
    text = Path("data/sources/tide-example-pilots.ttl").read_text(encoding="utf-8")
    assert text.count(" a pcg:") == 1
    assert "src:tide-example-pilots a pcg:Source ;" in text
    assert findings() == []


def test_another_table_of_the_same_name_removes_nothing() -> None:
    of_table({})
    assert of_table(PILOT) == ["added: row 2, pilot-boats in tide-example-pilots"]
    assert Path("data/sources/tide-example-crane-lease.ttl").exists()


def test_a_manifest_has_no_cell_that_a_mapping_leaves_out() -> None:
    Path("own.yml").write_text(
        Path(spreadsheets.__file__).parent.joinpath("mappings/template.yml").read_text(encoding="utf-8")
        + "\nignore: [remarks]\n",
        encoding="utf-8",
    )
    out = io.StringIO()
    writer = csv.writer(out)
    header, row = csv.reader(io.StringIO(csv_text({})))
    writer.writerows([[*header, "remarks"], [*row, "The words of others"]])
    Path("deals.csv").write_text(out.getvalue(), encoding="utf-8")
    made = spreadsheets.prepare(Path("deals.csv"), "own.yml", data=Path("data"))
    assert not [name for name, content in made.files.items() if b"words of others" in content]

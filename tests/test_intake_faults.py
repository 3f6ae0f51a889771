"""Every refusal of the importer, by its exact line; nothing is written by any."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from helpers import ROOT
from intake_faults import FILES, MAPPINGS, ROWS
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets import memory
from pcgraph.intake.spreadsheets.mapping import mapping
from pcgraph.intake.spreadsheets.readers import table, xlsx_reader
from tables import COLUMNS, GOOD, contents, csv_text, rezipped, xlsx

pytestmark = pytest.mark.slow

SEEN: set[str] = set()


@pytest.fixture(autouse=True)
def folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def refused(file: str, mapping: str = "template", sheet: str | None = None) -> list[str]:
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.write(spreadsheets.prepare(Path(file), mapping, sheet=sheet, data=Path("data")))
    assert contents() == before
    lines = list(caught.value.faults)
    for line in lines:
        assert re.search(r": [^;]+; expected [^;]+; [^;]+$", line), "not 'what; expected; do this'"
        SEEN.update(re.findall(r": ([a-z0-9]+(?:-[a-z0-9]+)*): ", line)[:1])
    return lines


@pytest.mark.parametrize(("rows", "lines"), ROWS, ids=lambda item: str(item)[:60])
def test_a_row_that_says_what_it_cannot(rows: list[dict[str, str]], lines: list[str]) -> None:
    Path("deals.csv").write_text(csv_text(*rows), encoding="utf-8")
    assert refused("deals.csv") == [f"deals.csv, {line}" for line in lines]


def test_a_date_with_semicolons_is_shown_whole() -> None:
    Path("deals.csv").write_text(csv_text({"status date": "a; b; c"}), encoding="utf-8")
    with pytest.raises(spreadsheets.BadRows) as caught:
        spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))
    (line,) = caught.value.faults
    assert line == (
        "deals.csv, row 2, column status date: bad-date: 'a; b; c' is not an EDTF date; "
        "expected 2025, 2025-09, 2025-09-03, a/b, a/.. or [a..b]; correct the cell"
    )


@pytest.mark.parametrize(("rows", "lines"), ROWS[:1] + ROWS[-1:], ids=["one", "several"])
def test_a_workbook_names_its_sheet(rows: list[dict[str, str]], lines: list[str]) -> None:
    xlsx(Path("deals.xlsx"), *rows)
    assert refused("deals.xlsx") == [f"deals.xlsx, sheet deals, {line}" for line in lines]


@pytest.mark.parametrize(("content", "lines"), FILES, ids=lambda item: str(item)[:60])
def test_a_file_that_cannot_be_read_for_certain(content: bytes, lines: list[str]) -> None:
    Path("deals.csv").write_bytes(content)
    assert refused("deals.csv") == [f"deals.csv{line}" for line in lines]


@pytest.mark.parametrize(("edit", "lines"), MAPPINGS, ids=lambda item: str(item)[:60])
def test_a_mapping_that_means_nothing(edit: tuple[str, str], lines: list[str]) -> None:
    text = (mapping.SHIPPED / "template.yml").read_text(encoding="utf-8")
    assert edit[0] in text
    Path("deals.yml").write_text(text.replace(edit[0], edit[1], 1), encoding="utf-8")
    Path("deals.csv").write_text(csv_text({}))
    assert refused("deals.csv", "deals.yml") == [f"deals.yml{line}" for line in lines]


def test_a_mapping_that_is_not_there() -> None:
    Path("deals.csv").write_text(csv_text({}))
    line = "No such file or directory; expected a .yml file, or a name; did you mean template?"
    assert refused("deals.csv", "templat") == [f"templat: bad-mapping: {line}"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("deals.xls", "the format of Excel before 2007 (.xls)"),
        ("deals.xlsm", "a workbook with macros (.xlsm)"),
        ("deals.ods", "an OpenDocument table (.ods)"),
        ("deals.txt", "the suffix .txt is not known"),
    ],
)
def test_other_formats(name: str, what: str) -> None:
    Path(name).write_bytes(b"x")
    assert refused(name) == [f"{name}: wrong-format: {what}; expected .csv (UTF-8) or .xlsx; save it as one of these"]


def test_no_such_file() -> None:
    line = "cannot-read: no such file; expected a .csv or .xlsx file; correct its name"
    assert refused("deals.csv") == [f"deals.csv: {line}"]


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deals.csv").write_text(csv_text({}))

    def no(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", no)
    with pytest.raises(InvalidInput) as caught:
        table.read(Path("deals.csv"))
    line = "cannot-read: Permission denied; expected a readable file; check its permissions"
    assert caught.value.faults == (f"deals.csv: {line}",)


# Workbooks


def fill_formula(_: Any, sheet: Any) -> None:
    sheet.write_row(0, 0, ["label", "sum"])
    sheet.write_row(1, 0, ["a"])
    sheet.write_formula(1, 1, "=1+1", None, 2)
    sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")


def fill_merged(book: Any, sheet: Any) -> None:
    sheet.merge_range(0, 0, 0, 1, "label", book.add_format())
    sheet.write_row(1, 0, ["a", "b"])


def test_formula_cells_and_errors() -> None:
    xlsx(Path("deals.xlsx"), deals=fill_formula)
    head = "deals.xlsx, sheet deals, row"
    assert refused_by_form("deals.xlsx") == [
        f"{head} 2, column sum: formula-cell: holds a formula; expected a value; paste it as a value",
        f"{head} 3, column label: formula-cell: holds a formula; expected a value; paste it as a value",
        f"{head} 3, column label: error-cell: holds an error such as #N/A; expected a value; correct or empty it",
    ]


def refused_by_form(file: str) -> list[str]:
    """Return the lines on the form of a table, whatever a mapping says."""
    try:
        lines = [str(fault) for fault in table.read(Path(file)).faults]
    except InvalidInput as error:
        lines = list(error.faults)
    SEEN.update(code for line in lines for code in re.findall(r": ([a-z0-9]+(?:-[a-z0-9]+)*): ", line)[:1])
    return lines


def test_with_a_formula_no_row_is_taken_even_if_bad_ones_are_skipped() -> None:
    def fill(_: Any, sheet: Any) -> None:
        for place, name in enumerate(csv_text({}).splitlines()[0].split(",")):
            sheet.write_string(0, place, name)
            sheet.write_string(1, place, {**dict.fromkeys([name], ""), **GOOD}.get(name, ""))
        sheet.write_formula(1, 0, "=1")

    xlsx(Path("deals.xlsx"), deals=fill)
    with pytest.raises(spreadsheets.BadRows, match="formula-cell"):
        spreadsheets.prepare(Path("deals.xlsx"), "template", data=Path("data"), skip_bad=True)


def test_merged_headers() -> None:
    xlsx(Path("deals.xlsx"), deals=fill_merged)
    head = "deals.xlsx, sheet deals, row 1, column"
    assert refused_by_form("deals.xlsx") == [
        f"{head} label: merged-cells: A1:B1 are merged; expected a value in each cell; unmerge them and fill them",
        f"{head} 2: empty-header: has no name; expected a name for each column; name it or delete it",
    ]


def test_several_sheets() -> None:
    def nothing(*_: Any) -> None: ...

    xlsx(Path("deals.xlsx"), {}, notes=nothing)
    assert refused("deals.xlsx") == [
        "deals.xlsx: unknown-sheet: 2 sheets; expected one sheet, or its name: deals, notes; name one with --sheet"
    ]
    assert refused("deals.xlsx", sheet="deal") == [
        "deals.xlsx: unknown-sheet: no sheet 'deal'; expected a sheet: deals, notes; did you mean deals?"
    ]


def test_a_password() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    Path("deals.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    line = "encrypted: protected with a password; expected an open workbook; save it without one"
    assert refused("deals.xlsx") == [f"deals.xlsx: {line}"]
    Path("deals.xlsx").write_bytes(ole)
    line = "wrong-format: the format of Excel before 2007; expected .xlsx; save it as .xlsx"
    assert refused("deals.xlsx") == [f"deals.xlsx: {line}"]
    xlsx(Path("deals.xlsx"), {})
    content = bytearray(Path("deals.xlsx").read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted part
    Path("deals.xlsx").write_bytes(content)
    line = "encrypted: protected with a password; expected an open workbook; save it without one"
    assert refused("deals.xlsx") == [f"deals.xlsx: {line}"]


def test_macros() -> None:
    xlsx(Path("deals.xlsx"), {})
    with zipfile.ZipFile("deals.xlsx", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    line = "macros: holds macros; expected a workbook without macros; save it as .xlsx"
    assert refused("deals.xlsx") == [f"deals.xlsx: {line}"]


LIMITS = "expected at most 5000 parts (MAX_PARTS), 512 MiB (MAX_BYTES), 200 times (MAX_RATIO)"


def test_a_bomb_of_nothing() -> None:
    rezipped(xlsx(Path("deals.xlsx"), {}), lambda _, content: content, nothing=bytes(40 << 20))
    (line,) = refused("deals.xlsx")
    assert re.fullmatch(
        r"deals\.xlsx: zip-bomb: 11 parts of 40 MiB, packed \d+ times smaller; "
        + re.escape(f"{LIMITS}; save the table alone, or as CSV"),
        line,
    )


def test_a_bomb_that_says_it_is_small() -> None:
    rezipped(xlsx(Path("deals.xlsx"), {}), lambda _, content: content, nothing=bytes(40 << 20))
    content = Path("deals.xlsx").read_bytes()
    Path("deals.xlsx").write_bytes(content.replace(struct.pack("<I", 40 << 20), struct.pack("<I", 1000)))
    (line,) = refused("deals.xlsx")
    assert line == (
        "deals.xlsx: cannot-read: not a workbook (nothing does not match its checksum); "
        "expected .xlsx as Excel or LibreOffice save it; save it again"
    )


def test_a_bomb_of_parts() -> None:
    parts = {f"part{number}": b"" for number in range(xlsx_reader.MAX_PARTS)}
    rezipped(xlsx(Path("deals.xlsx"), {}), lambda _, content: content, **parts)
    (line,) = refused("deals.xlsx")
    assert line == (
        f"deals.xlsx: zip-bomb: 5010 parts of 0 MiB, packed 0 times smaller; {LIMITS}; save the table alone, or as CSV"
    )


def test_a_sheet_with_one_cell_far_out() -> None:
    xlsx(Path("deals.xlsx"), {}, far=lambda _, sheet: sheet.write_string(1_000_000, 16_000, "x"))
    assert refused("deals.xlsx", sheet="far") == [
        "deals.xlsx: zip-bomb: sheet far reaches over 1000001 rows and 16001 columns; "
        "expected at most 20000000 cells (MAX_CELLS); delete the distant cells"
    ]


def test_a_long_text_in_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is stored once, and each cell that names it is a copy of it in memory."""

    def fill(_: Any, sheet: Any) -> None:
        for row in range(100):
            sheet.write_string(row, 0, "x" * 30_000)
            sheet.write_number(row, 1, 7)

    xlsx(Path("deals.xlsx"), {}, far=fill)
    content = Path("deals.xlsx").read_bytes()
    assert len(xlsx_reader.rows("deals.xlsx", content, "far")[1]) == 100
    monkeypatch.setattr(xlsx_reader, "MAX_BYTES", 1 << 20)
    assert refused("deals.xlsx", sheet="far") == [
        "deals.xlsx: zip-bomb: sheet far unpacks to 2 MiB of text; "
        "expected at most 1 MiB (MAX_BYTES); shorten the texts, or split the table"
    ]


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deals.csv").write_text(csv_text({}))
    monkeypatch.setattr(table, "MAX_BYTES", 100)
    (line,) = refused("deals.csv")
    assert line == "deals.csv: zip-bomb: 0 MiB; expected at most 0 MiB (MAX_BYTES); split the table"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda name, content: None if name == "xl/workbook.xml" else content, "no list of sheets: .*"),
        (lambda name, content: None if name.endswith("sheet1.xml") else content, "a sheet is missing"),
        (
            lambda name, content: content.decode().encode("utf-16") if name.endswith("sheet1.xml") else content,
            "sheet deals is not in UTF-8",
        ),
        (lambda name, content: content[:-200] if name == "xl/workbook.xml" else content, "no list of sheets: .*"),
    ],
)
def test_damaged_workbooks(change: Any, reason: str) -> None:
    rezipped(xlsx(Path("deals.xlsx"), {}), change)
    (line,) = refused("deals.xlsx")
    assert re.fullmatch(
        rf"deals\.xlsx: cannot-read: not a workbook \({reason}\); expected \.xlsx as Excel or LibreOffice save it; "
        "save it again",
        line,
    )


def test_no_archive_at_all() -> None:
    Path("deals.xlsx").write_bytes(b"hello")
    (line,) = refused("deals.xlsx")
    assert line.startswith("deals.xlsx: cannot-read: not a workbook (File is not a zip file); expected")


def test_what_breaks_the_rules_of_the_data() -> None:
    rows = [{"id": "lease", "signatory": "unnamed", "parties complete": "yes"}]
    Path("deals.csv").write_text(csv_text(*rows))
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))
    head, line = caught.value.faults
    assert head == "the rows and the data together break rules; nothing was written"
    assert line.startswith(
        "data/sources/tide-example-crane-lease.ttl:15: unnamed-but-complete: id:lease has an unnamed"
    )


def test_a_source_that_tells_of_the_engagement_already() -> None:
    Path("deals.csv").write_text(csv_text({}), encoding="utf-8")
    made = spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))
    spreadsheets.write(made)
    Path("more.csv").write_text(csv_text({"id": "crane-lease", "aim": "More"}), encoding="utf-8")
    (line,) = refused("more.csv")
    assert line.startswith(
        "more.csv, row 2, column source address: source-exists: src:tide-example-crane-lease tells of"
    )


def test_a_table_that_was_imported_and_lacks_a_row_or_contradicts_an_edit() -> None:
    other = {"label": "Pilot boats", "aim": "Safety"}
    Path("deals.csv").write_text(csv_text({}, other), encoding="utf-8")
    spreadsheets.write(spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data")))
    path = Path("data/sources/tide-example-crane-lease.ttl")
    path.write_text(path.read_text(encoding="utf-8").replace("Safety", "Speed"), encoding="utf-8")
    Path("deals.csv").write_text(csv_text({**other, "aim": "Depth"}), encoding="utf-8")
    assert [line.partition(";")[0] for line in refused("deals.csv")] == [
        "deals.csv: row-gone: the row of crane-lease in tide-example-crane-lease is gone",
        "deals.csv, row 2, column aim: conflict: 'Depth' here, 'Speed' in the data, 'Safety' before",
    ]


def test_a_table_for_which_the_memory_does_not_suffice_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deals.csv").write_text(csv_text({}, {}, {}, {}, {}))
    monkeypatch.setattr(memory, "MANY_ROWS", 2)
    monkeypatch.setattr(memory, "ROW", 1 << 30)
    monkeypatch.setattr(memory, "_memory", lambda: 4 << 30)
    monkeypatch.setattr(table, "read", None)
    assert refused("deals.csv") == [
        "deals.csv: too-many-rows: 5 rows need about 5.2 GiB of memory, and this machine has 4.0 GiB of memory; "
        "expected at most 3 rows; split the table into several"
    ]


def test_a_small_amount_beside_a_heading_in_crore() -> None:
    columns = ["code (crore)" if name == "currency" else name for name in COLUMNS]
    Path("deals.csv").write_text(csv_text({"amount": "5", "code (crore)": "INR"}, columns=columns))
    text = (mapping.SHIPPED / "template.yml").read_text(encoding="utf-8")
    Path("deals.yml").write_text(text.replace("{column: currency}", "{column: code (crore)}"))
    assert refused("deals.csv", "deals.yml") == [
        "deals.csv, row 2, column amount: unit-in-heading: an amount below 10,000, and the heading 'code (crore)' says "
        "crore; expected full amounts; write times: 10000000 for amount in the mapping, or times: 1 if they are full"
    ]
    SEEN.add("unit-in-heading")


def test_every_code_is_met_and_explained() -> None:
    """Runs last: the tests above have met every code."""
    page = (ROOT / "docs" / "reference" / "error-codes.md").read_text(encoding="utf-8")
    part = page.partition("## Spreadsheets")[2].partition("\n## ")[0]
    explained = re.findall(r"^\| `([a-z0-9-]+)` \|", part, re.MULTILINE)
    assert explained == sorted(explained)
    if len(SEEN) > 10:  # not when this test is run alone
        assert set(explained) == SEEN

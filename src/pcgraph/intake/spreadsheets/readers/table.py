"""Reads a spreadsheet of any supported format as a header and rows of text, and refuses what is ambiguous."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pcgraph.errors import InvalidInput, nearest
from pcgraph.intake.errors import MAX_BYTES, BadInput, Fault
from pcgraph.model.text import counted
from pcgraph.store.files import shown

FORMATS = "expected .csv (UTF-8) or .xlsx"
OTHERS = {
    ".xls": "the format of Excel before 2007",
    ".xlsb": "binary Excel",
    ".xlsm": "a workbook with macros",
    ".ods": "an OpenDocument table",
    ".tsv": "a table with tabs",
    ".numbers": "a Numbers table",
}
Lines = list[tuple[int, list[str]]]
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}  # between the cells of a CSV file
# control characters except tab and line breaks, surrogates, the byte order mark, the replacement character
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffd]")


@dataclass(frozen=True)
class Layout:
    """Where a file has its cells: what separates those of a CSV file, and the row with the names of the columns."""

    delimiter: str = "comma"
    header: int = 1


PLAIN = Layout()


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes
    ----------
    file, sheet : str
        Name of the file, for messages; name of the sheet, empty for CSV.
    header : tuple of str
    rows : tuple of (int, tuple of str)
        Rows that are not empty, with their number in the spreadsheet. Each has as many cells as the header, stripped.
    faults : tuple of Fault
        Faults of form, such as formula cells. A table with any of them must not be imported.
    """

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[Fault, ...] = ()


def read(path: Path, sheet: str | None = None, layout: Layout = PLAIN) -> Table:
    r"""Read a CSV or XLSX file.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("name,year\nAcme,2019\n")
    >>> read(file).rows
    ((2, ('Acme', '2019')),)
    """
    with _located(name := shown(path)):
        return make_table(name, *_lines(path, sheet, layout), first=layout.header)


def lines(path: Path, sheet: str | None, layout: Layout) -> Lines:
    """Return the numbered rows of a file, whichever of them is the header."""
    with _located(shown(path)):
        return _lines(path, sheet, layout)[1]


def _lines(path: Path, sheet: str | None, layout: Layout) -> tuple[str, Lines, list[Fault]]:
    from pcgraph.intake.spreadsheets.readers import csv_reader, xlsx_reader

    kind, content = _content(path, layout.delimiter)
    if kind == ".xlsx":
        return xlsx_reader.rows(shown(path), content, sheet)
    return "", csv_reader.rows(content, DELIMITERS[layout.delimiter]), []


def count_rows(path: Path) -> int:
    """Return the number of rows below the header, or a few more, without reading their cells."""
    from pcgraph.intake.spreadsheets.readers import xlsx_reader

    with _located(shown(path)):
        kind, content = _content(path, "tab")
        return content.count(b"\n", 0, -1) if kind != ".xlsx" else xlsx_reader.count_rows(content)


def read_sheets(path: Path, names: Collection[str]) -> tuple[list[Table], list[str]]:
    """Read the sheets of a workbook that have one of the given names, in lower case, and rows below the header."""
    from pcgraph.intake.spreadsheets.readers import xlsx_reader

    name = shown(path)
    with _located(name):
        _, content = _content(path)
        found = xlsx_reader.sheet_names(content)
        known = [sheet for sheet in found if sheet.casefold() in names]
        if not known:
            return [make_table(name, *xlsx_reader.rows(name, content, None))], []
        read = [xlsx_reader.rows(name, content, sheet) for sheet in known]
        filled = [each for each in read if each[2] or any(cell.strip() for _, cells in each[1][1:] for cell in cells)]
        if not filled:
            what = f"only headers in {', '.join(known)}"
            raise BadInput("empty-table", what, "expected at least one row", "add one")
        return [make_table(name, *each) for each in filled], [sheet for sheet in found if sheet not in known]


@contextmanager
def _located(name: str) -> Iterator[None]:
    """Add the name of the file to what is wrong with it as a whole."""
    try:
        yield
    except BadInput as broken:
        raise InvalidInput(str(broken.locate(name))) from broken
    except OSError as error:
        reason = error.strerror or str(error)
        unread = BadInput("cannot-read", reason, "expected a readable file", "check its permissions")
        raise InvalidInput(str(unread.locate(name))) from error


def _content(path: Path, delimiter: str = "comma") -> tuple[str, bytes]:
    """Return the suffix and the content of a file of a supported format; .tsv is one if tabs are expected."""
    if not path.is_file():
        raise BadInput("cannot-read", "no such file", "expected a .csv or .xlsx file", "correct its name")
    kind = path.suffix.lower()
    if kind not in (".csv", ".xlsx", ".json", ".jsonl") and (kind, delimiter) != (".tsv", "tab"):
        what = f"{OTHERS[kind]} ({kind})" if kind in OTHERS else f"the suffix {kind or '(none)'} is not known"
        raise BadInput("wrong-format", what, FORMATS, "save it as one of these")
    if path.stat().st_size > MAX_BYTES:
        size, limit = path.stat().st_size >> 20, MAX_BYTES >> 20
        raise BadInput("zip-bomb", f"{size} MiB", f"expected at most {limit} MiB (MAX_BYTES)", "split the table")
    return kind, path.read_bytes()


def make_table(
    file: str, sheet: str, lines: Sequence[tuple[int, Sequence[str]]], faults: Sequence[Fault] = (), *, first: int = 1
) -> Table:
    """Return a table made from numbered lines, of which `first` is the header; what stands above it is left out."""
    clean = [(number, tuple(cell.strip() for cell in cells)) for number, cells in lines if number >= first]
    faults = [fault for fault in faults if not 0 < fault.row < first]
    filled = [(number, cells) for number, cells in clean if any(cells)]
    if not filled or filled[0][0] != first:
        empty = "the first row is empty" if first == 1 else f"row {first} is empty"
        raise BadInput("empty-table", empty, "expected the names of the columns", "add them")
    header = tuple(" ".join(name.split()) for name in filled[0][1])
    while header and not header[-1] and not any(len(cells) >= len(header) and cells[-1] for _, cells in filled):
        header = header[:-1]  # an empty column
        filled = [(number, cells[: len(header)]) for number, cells in filled]
    found = list(faults) + list(_check_header(file, sheet, header))
    if not filled[1:] and not found:
        raise BadInput("empty-table", "only a header", "expected at least one row", "add one")
    rows = []
    for number, cells in filled[1:]:
        cells = cells[: max([len(header), *(place for place, cell in enumerate(cells, 1) if cell)])]
        if len(cells) != len(header):
            what = f"{counted(len(cells), 'cell')} below {counted(len(header), 'heading')}"
            few = "add what is missing, or delete the row if it is a note, a sum or another table"
            many = "delete the extra separator, or put the cell that has it in quotation marks"
            todo = few if len(cells) < len(header) else many
            broken = BadInput("ragged-row", what, f"expected {counted(len(header), 'cell')}", todo)
            found.append(broken.locate(file, sheet, number))
            continue
        rows.append((number, cells))
        for column, cell in zip(header, cells, strict=True):
            if bad := _FORBIDDEN.search(cell):
                what = f"holds U+{ord(bad[0]):04X}"
                broken = BadInput("bad-text", what, "expected readable text", "remove the character")
                found.append(broken.locate(file, sheet, number, column))
    found.sort(key=lambda fault: fault.row)
    if any(fault.code in ("empty-header", "duplicate-header") for fault in found):
        raise InvalidInput([str(fault) for fault in found])
    return Table(file, sheet, header, tuple(rows), tuple(found))


def check_columns(table: Table, missing: Iterable[str], expected: str, unknown: Sequence[bool], todo: str) -> None:
    """Raise if columns are missing, or if one that nobody reads, as `unknown` says for each, has a filled cell."""
    if lost := [
        BadInput("missing-column", "is not in the table", expected, nearest(name, table.header))
        .locate(table.file, table.sheet, 1, name)
        for name in missing
    ]:  # fmt: skip
        raise InvalidInput([str(fault) for fault in (*table.faults, *lost)])
    counts = [0] * len(table.header)
    for number in (number for number, lost in enumerate(unknown) if lost):
        counts[number] = sum(bool(cells[number]) for _, cells in table.rows)
    faults = [
        BadInput("unused-column", f"{counted(count, 'filled cell')} without a use", "expected a use for each", todo)
        .locate(table.file, table.sheet, 1, name)
        for name, count in zip(table.header, counts, strict=True) if count
    ]  # fmt: skip
    if faults:
        raise InvalidInput([str(fault) for fault in faults])


def _check_header(file: str, sheet: str, header: tuple[str, ...]) -> list[Fault]:
    found, seen = [], dict[str, int]()
    for number, name in enumerate(header, 1):
        if not name:
            broken = BadInput("empty-header", "has no name", "expected a name for each column", "name it or delete it")
            found.append(broken.locate(file, sheet, 1, str(number)))
        elif (first := seen.setdefault(name.casefold(), number)) != number:
            what = f"columns {first} and {number} have the same name"
            broken = BadInput("duplicate-header", what, "expected each name once", "rename one of them")
            found.append(broken.locate(file, sheet, 1, name))
    return found

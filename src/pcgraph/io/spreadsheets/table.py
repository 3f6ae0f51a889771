"""A spreadsheet → its header and rows as text, whatever file it came in. What cannot be read for certain is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pcgraph.errors import InvalidInput
from pcgraph.io.spreadsheets.errors import MAX_BYTES, Broken, Fault
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


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes
    ----------
    file, sheet : str
        Name of the file as it is shown; of the sheet, empty for CSV.
    header : tuple of str
    rows : tuple of (int, tuple of str)
        Rows that are not empty, with their number in the spreadsheet; as many cells as the header, stripped.
    faults : tuple of Fault
        What is wrong with the form, such as formula cells; with any of them nothing is to be imported.
    """

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[Fault, ...] = ()


def read(path: Path, sheet: str | None = None) -> Table:
    r"""Read a CSV or XLSX file.

    Parameters
    ----------
    path : Path
    sheet : str, optional
        Name of the sheet; needed when a workbook has several. Its first row is the header.

    Raises
    ------
    InvalidInput
        If the file cannot be read at all, or its header is no header.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("name,year\nAcme,2019\n")
    >>> read(file).rows
    ((2, ('Acme', '2019')),)
    """
    from pcgraph.io.spreadsheets import csv_reader, xlsx_reader

    name = shown(path)
    try:
        if not path.is_file():
            raise Broken("cannot-read", "no such file", "expected a .csv or .xlsx file", "mend its name")
        kind = path.suffix.lower()
        if kind not in (".csv", ".xlsx"):
            what = f"{OTHERS[kind]} ({kind})" if kind in OTHERS else f"the suffix {kind or '(none)'} is not known"
            raise Broken("wrong-format", what, FORMATS, "save it as one of these")
        if path.stat().st_size > MAX_BYTES:
            size, limit = path.stat().st_size >> 20, MAX_BYTES >> 20
            raise Broken("zip-bomb", f"{size} MiB", f"expected at most {limit} MiB (MAX_BYTES)", "split the table")
        content = path.read_bytes()
        if kind == ".csv":
            return checked(name, "", csv_reader.rows(content))
        return checked(name, *xlsx_reader.rows(name, content, sheet))
    except Broken as broken:
        raise InvalidInput(str(broken.at(name))) from broken
    except OSError as error:
        reason = error.strerror or str(error)
        unread = Broken("cannot-read", reason, "expected a readable file", "check its rights")
        raise InvalidInput(str(unread.at(name))) from error


def checked(file: str, sheet: str, lines: Sequence[tuple[int, Sequence[str]]], faults: Sequence[Fault] = ()) -> Table:
    """Make a table of numbered lines, of which the first is the header.

    Raises
    ------
    InvalidInput
        If there is no header, a column without a name or two with one, or not one row.
    """
    clean = [(number, tuple(cell.strip() for cell in cells)) for number, cells in lines]
    filled = [(number, cells) for number, cells in clean if any(cells)]
    if not filled or filled[0][0] != 1:
        raise Broken("empty-table", "the first row is empty", "expected the names of the columns in it", "add them")
    header = tuple(" ".join(name.split()) for name in filled[0][1])
    while header and not header[-1] and not any(len(cells) >= len(header) and cells[-1] for _, cells in filled):
        header = header[:-1]  # a column in which nothing stands
        filled = [(number, cells[: len(header)]) for number, cells in filled]
    found = list(faults) + list(_header(file, sheet, header))
    if not filled[1:] and not found:
        raise Broken("empty-table", "only a header", "expected at least one row", "add one")
    rows = []
    for number, cells in filled[1:]:
        if len(cells) != len(header):
            what = f"{len(cells)} cells in a table of {len(header)} columns"
            broken = Broken("ragged-row", what, "expected as many", "look for a comma or a quotation mark too many")
            found.append(broken.at(file, sheet, number))
            continue
        rows.append((number, cells))
        for column, cell in zip(header, cells, strict=True):
            if (char := _forbidden(cell)) is not None:
                broken = Broken("bad-text", f"holds U+{ord(char):04X}", "expected text that can be read", "take it out")
                found.append(broken.at(file, sheet, number, column))
    found.sort(key=lambda fault: fault.row)
    if any(fault.code in ("empty-header", "duplicate-header") for fault in found):
        raise InvalidInput([str(fault) for fault in found])
    return Table(file, sheet, header, tuple(rows), tuple(found))


def _header(file: str, sheet: str, header: tuple[str, ...]) -> list[Fault]:
    found, seen = [], dict[str, int]()
    for number, name in enumerate(header, 1):
        if not name:
            broken = Broken("empty-header", "has no name", "expected a name for each column", "name it or delete it")
            found.append(broken.at(file, sheet, 1, str(number)))
        elif (first := seen.setdefault(name.casefold(), number)) != number:
            what = f"columns {first} and {number} have one name"
            broken = Broken("duplicate-header", what, "expected each name once", "rename one of them")
            found.append(broken.at(file, sheet, 1, name))
    return found


def _forbidden(cell: str) -> str | None:
    """Find a character that no text has a use for: controls, a byte order mark inside, surrogates, U+FFFD."""
    if cell.isascii() and cell.isprintable():
        return None  # nearly every cell
    bad = (c for c in cell if c in "\ufeff\ufffd" or (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t"))
    return next(bad, None)

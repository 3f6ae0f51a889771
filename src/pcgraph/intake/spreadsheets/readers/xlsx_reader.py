"""Reads XLSX as numbered rows of text. Only this module imports `python_calamine`; it checks the archive first.

calamine returns the values that were computed last, and expands a sheet to a full rectangle. So formulas, errors and
the size of a sheet are read from its XML first.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pcgraph.errors import missing_extra
from pcgraph.intake.errors import MAX_BYTES, BadInput, Fault, allowed, shown

MAX_RATIO = 200  # unpacked size to packed size; no ordinary table reaches it
MAX_PARTS = 5_000
MAX_CELLS = 20_000_000
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = rb"""<(?:\w+:)?c\b(?=[^>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["'])"""
_FORMULA = re.compile(_CELL + rb"[^>]*>\s*<(?:\w+:)?f[\s/>]")
_NAMING = re.compile(rb"""\st\s*=\s*["']s["']""")
_NAMED = re.compile(_NAMING.pattern + rb"""[^>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*</""")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_SHARED = "xl/sharedstrings.xml"
_ERROR = re.compile(_CELL + rb"""(?=[^>]*?\st=["']e["'])""")

Lines = list[tuple[int, list[str]]]


def rows(file: str, content: bytes, sheet: str | None) -> tuple[str, Lines, list[Fault]]:
    """Read one sheet of a workbook."""
    with _archive(content) as archive:
        parts = _sheets(archive)
        name = _choose_sheet(list(parts), sheet)
        xml = archive.read(parts[name])
        shared = next((archive.read(part) for part in archive.namelist() if part.lower() == _SHARED), b"")
    _check_size(name, xml)
    _check_text_size(name, xml, shared)
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise missing_extra("spreadsheets", "python-calamine") from error

    try:
        opened = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name)
        cells = opened.to_python(skip_empty_area=False)
    except (CalamineError, ValueError) as error:
        raise _damaged(str(error)) from error
    lines = [(number, [_text(cell) for cell in line]) for number, line in enumerate(cells, 1)]
    header = lines[0][1] if lines else []
    faults = [broken.locate(file, name, row, _column_name(header, column)) for row, column, broken in _bad_cells(xml)]
    for (row, column), (last, until) in opened.merged_cell_ranges or ():
        what = f"{_letters(column)}{row + 1}:{_letters(until)}{last + 1} are merged"
        broken = BadInput("merged-cells", what, "expected a value in each cell", "unmerge them and fill them")
        faults.append(broken.locate(file, name, row + 1, _column_name(header, column)))
    return name, lines, faults


def sheet_names(content: bytes) -> list[str]:
    """Return the names of the sheets of a workbook, in their order."""
    with _archive(content) as archive:
        return list(_sheets(archive))


def count_rows(content: bytes) -> int:
    """Return the number of rows below the headers of all sheets of a workbook; see `sheet_names` for errors."""
    with _archive(content) as archive:
        return sum(len(_ROW.findall(archive.read(part))[1:]) for part in _sheets(archive).values())


def _archive(content: bytes) -> zipfile.ZipFile:
    """Return the open archive, if it is a workbook without encryption or macros and within the limits."""
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise BadInput("encrypted", "protected with a password", "expected an open workbook", "save it without one")
        raise BadInput("wrong-format", "the format of Excel before 2007", "expected .xlsx", "save it as .xlsx")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except UNREADABLE as error:
        raise _damaged(str(error)) from error
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    ratio = size // max(1, len(content))
    if len(infos) > MAX_PARTS or size > MAX_BYTES or (size > MAX_BYTES // 32 and ratio > MAX_RATIO):
        what = f"{len(infos)} parts of {size >> 20} MiB, packed {ratio} times smaller"
        limits = f"{MAX_PARTS} parts (MAX_PARTS), {MAX_BYTES >> 20} MiB (MAX_BYTES), {MAX_RATIO} times (MAX_RATIO)"
        expected = f"expected at most {limits}"
        raise BadInput("zip-bomb", what, expected, "save the table alone, or as CSV")
    if any(info.flag_bits & 1 for info in infos):
        raise BadInput("encrypted", "protected with a password", "expected an open workbook", "save it without one")
    try:
        wrong = archive.testzip()  # reads every part up to its declared size, so no part is larger than declared
    except UNREADABLE as error:
        raise _damaged(str(error)) from error
    if wrong:
        raise _damaged(f"{wrong} does not match its checksum")
    if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
        raise BadInput("macros", "holds macros", "expected a workbook without macros", "save it as .xlsx")
    return archive


def _damaged(reason: str) -> BadInput:
    return BadInput(
        "cannot-read", f"not a workbook ({reason})", "expected .xlsx as Excel or LibreOffice save it", "save it again"
    )


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the sheets and their parts of the archive."""
    try:
        # Both parts are of limited size, and expat limits the expansion of entities.
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        target = {link.get("Id"): str(link.get("Target")) for link in links}
        found = {str(sheet.get("name")): target[sheet.get(_RELATION)] for sheet in book.iter(f"{_MAIN}sheet")}
    except (LookupError, ElementTree.ParseError) as error:  # LookupError: also an unknown encoding
        raise _damaged(f"no list of sheets: {error}") from error
    parts = {name: part.lstrip("/") if part.startswith("/") else f"xl/{part}" for name, part in found.items()}
    known = set(archive.namelist())
    if not parts or not known.issuperset(parts.values()):
        raise _damaged("a sheet is missing")
    return parts


def _choose_sheet(names: list[str], wanted: str | None) -> str:
    if wanted is None and len(names) == 1:
        return names[0]
    if wanted in names:
        return str(wanted)
    if wanted is None:
        expected = f"expected one sheet, or its name: {', '.join(names)}"
        raise BadInput("unknown-sheet", f"{len(names)} sheets", expected, "name one with --sheet")
    expected, hint = allowed(wanted, names, "a sheet")
    todo = hint if hint.startswith("did") else "name one with --sheet"
    raise BadInput("unknown-sheet", f"no sheet {shown(wanted)}", expected, todo)


def _check_size(name: str, xml: bytes) -> None:
    """Raise if the rectangle of a sheet is too large, even if few of its cells are filled."""
    if not xml.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise _damaged(f"sheet {name} is not in UTF-8")
    rows = max(map(int, re.findall(rb"""\sr=["'][A-Z]{0,3}(\d{1,7})["']""", xml)), default=0)
    columns = max((_number(letters) for letters in set(re.findall(rb"""\sr=["']([A-Z]{1,3})\d""", xml))), default=0)
    if rows * columns > MAX_CELLS:
        what = f"sheet {name} reaches over {rows} rows and {columns} columns"
        raise BadInput("zip-bomb", what, f"expected at most {MAX_CELLS} cells (MAX_CELLS)", "delete the distant cells")


def _check_text_size(name: str, xml: bytes, shared: bytes) -> None:
    """Raise if a sheet has too much text; each text is stored once, but is copied to every cell that refers to it."""
    sizes = [len(text) for text in re.split(rb"<(?:\w+:)?si[\s/>]", shared)[1:]]
    longest, cells = max(sizes, default=0), len(_NAMING.findall(xml))
    if longest * cells <= MAX_BYTES:
        return
    named = [int(number) for number in _NAMED.findall(xml)]
    size = sum(sizes[number] for number in named if number < len(sizes)) + longest * (cells - len(named))
    if size > MAX_BYTES:
        what, expected = f"sheet {name} unpacks to {size >> 20} MiB of text", f"{MAX_BYTES >> 20} MiB (MAX_BYTES)"
        raise BadInput("zip-bomb", what, f"expected at most {expected}", "shorten the texts, or split the table")


def _bad_cells(xml: bytes) -> Iterator[tuple[int, int, BadInput]]:
    """Yield the cells without a plain value: (row, column from 0, what is wrong)."""
    if re.search(rb"<(?:\w+:)?f[\s/>]", xml):
        found = [(int(row), _number(letters) - 1) for letters, row in _FORMULA.findall(xml)]
        for row, column in found or [(0, -1)]:
            yield row, column, BadInput("formula-cell", "holds a formula", "expected a value", "paste it as a value")
    for letters, row in _ERROR.findall(xml):
        broken = BadInput("error-cell", "holds an error such as #N/A", "expected a value", "correct or empty it")
        yield int(row), _number(letters) - 1, broken


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def _column_name(header: list[str], column: int) -> str:
    """Return the name of a column in the header, or otherwise its letters."""
    return "" if column < 0 else (header[column].strip() if column < len(header) else "") or _letters(column)


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat()
    return str(cell)

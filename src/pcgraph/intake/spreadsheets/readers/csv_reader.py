"""Reads CSV as numbered rows of text: RFC 4180, UTF-8 with or without the byte order mark of Excel."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from pcgraph.intake.errors import BadInput

# Programs that know no days write them as midnights.
MIDNIGHT = re.compile(r"^\s*(\d{4}-\d\d-\d\d)[T ]00:00:00(?:\.0+)?\s*$")
MARKS = {";": "semicolons", "\t": "tabs", ",": "commas"}  # a comma, which is also in numbers and names, comes last
SAMPLE = 64 * 1024  # characters by which the separator is found
Lines = list[tuple[int, list[str]]]


def rows(content: bytes, delimiter: str = ",") -> Lines:
    """Return the rows of a CSV file with their numbers.

    Every cell is text, also one that begins with ``=``. Rows are numbered as in a spreadsheet: a row with line breaks
    in its cells counts once.
    """
    text = _text(content)
    if delimiter not in text.partition("\n")[0] and (other := separator(text)) != delimiter:
        what, expected = f"columns are separated by {MARKS[other]}", f"expected {MARKS[delimiter]}"
        todo = "save it as CSV with commas or as .xlsx, or name the delimiter in the mapping"
        raise BadInput("wrong-format", what, expected, todo)
    found: Lines = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if cells:
                found.append((number, [MIDNIGHT.sub(r"\1", cell) for cell in cells]))
    except csv.Error as error:
        limit = csv.field_size_limit()
        if "field limit" in str(error) or "unexpected end" in str(error):
            what = f"a quotation mark in row {number + 1} is not closed"
            expected = f"expected its end, and at most {limit} characters in a cell"
            raise BadInput("unclosed-quote", what, expected, "close it") from error
        what = f"a quotation mark in row {number + 1} is in a wrong place ({error})"
        expected = 'expected cells such as "a, b", with quotation marks inside doubled'
        raise BadInput("stray-quote", what, expected, "correct the cell") from error
    return found


def separator(text: str) -> str:
    r"""Return what separates the cells of a table: what does in the most rows that have as many cells as each other.

    >>> separator("name;sum\nAcme;1,5\n;;;\nBorealis, Ltd;2,5")
    ';'
    """

    def separators(mark: str) -> int:
        sizes = Counter(map(len, csv.reader(text[:SAMPLE].splitlines(), delimiter=mark)))
        return max(((size - 1) * rows for size, rows in sizes.items() if size), default=0)

    return max(MARKS, key=separators) if any(mark in text for mark in MARKS) else ","


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:400]:
        raise BadInput("utf-16", "UTF-16", "expected UTF-8", "save it as 'CSV UTF-8'")
    if content.startswith(b"PK\x03\x04"):
        raise BadInput("wrong-format", "a workbook with the suffix .csv", "expected text", "rename it to .xlsx")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = f"byte {error.object[error.start]:#04x} in line {line} is not UTF-8"
        raise BadInput("not-utf8", what, "expected UTF-8", "save it as 'CSV UTF-8'") from error

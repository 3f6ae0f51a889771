"""Reads CSV as numbered rows of text: RFC 4180, UTF-8 with or without the byte order mark of Excel."""

from __future__ import annotations

import csv
import io
import re

from pcgraph.intake.errors import BadInput

# Programs that know no days write them as midnights.
MIDNIGHT = re.compile(r"^\s*(\d{4}-\d\d-\d\d)[T ]00:00:00(?:\.0+)?\s*$")
Lines = list[tuple[int, list[str]]]


def rows(content: bytes, delimiter: str = ",") -> Lines:
    """Return the rows of a CSV file with their numbers.

    Every cell is text, also one that begins with ``=``. Rows are numbered as in a spreadsheet: a row with line breaks
    in its cells counts once.
    """
    text = _text(content)
    head = text.partition("\n")[0]
    if delimiter == "," not in head and (other := next((mark for mark in ";\t" if mark in head), None)):
        what = f"columns are separated by {'semicolons' if other == ';' else 'tabs'}"
        raise BadInput("wrong-format", what, "expected commas", "save it as CSV with commas, or as .xlsx")
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

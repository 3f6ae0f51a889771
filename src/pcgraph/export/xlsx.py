"""Writes a frame as a workbook. The same frame gives the same bytes."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pcgraph.errors import LimitError, missing_extra

if TYPE_CHECKING:
    import polars as pl

CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # no clock, so that bytes repeat
ROWS, CHARACTERS, EXACT = 1_048_575, 32_767, 2**53  # the limits of a sheet, of a cell, and of a number
FIRST_MONTH = (1900, 3)  # Excel counts a 29 February 1900, so earlier days would be wrong
WIDEST = 60  # characters


def require_xlsxwriter() -> None:
    """Raise `UsageError` with a command that installs xlsxwriter, if it is missing."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError as error:
        raise missing_extra("spreadsheets", "xlsxwriter") from error


def workbook(frame: pl.DataFrame) -> bytes:
    """Return a frame as a workbook with one sheet, whose first row holds the names of the columns.

    Numbers, days and booleans keep their type. A text is a text, even if it begins with ``=``. A list becomes a text
    joined by spaces. A whole number with more digits than Excel keeps, and a day before March 1900, become texts.

    >>> import polars as pl
    >>> workbook(pl.DataFrame({"label": ["=1+1"], "amount": [5]}))[:2]
    b'PK'
    """
    require_xlsxwriter()
    import xlsxwriter

    if frame.height > ROWS:
        raise LimitError(f"xlsx: {frame.height:,} rows; expected at most {ROWS:,}; write csv or parquet instead")
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "remove_timezone": True}) as book:
        book.set_properties({"created": CREATED})
        bold, day, time = (
            book.add_format(look)
            for look in ({"bold": True}, {"num_format": "yyyy-mm-dd"}, {"num_format": "yyyy-mm-dd hh:mm:ss"})
        )
        sheet = book.add_worksheet("answer")
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(frame.columns):
            sheet.write_string(0, column, name, bold)
            texts = [name, *(str(value) for value in frame[name].head(200) if value is not None)]
            sheet.set_column(column, column, min(WIDEST, max(map(len, texts)) + 2))
        for row, values in enumerate(frame.iter_rows(), 1):
            for column, value in enumerate(values):
                _write_cell(sheet, row, column, value, day, time)
    return content.getvalue()


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any, time: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float, Decimal)) and abs(float(value)) < EXACT:
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime.date) and (value.year, value.month) >= FIRST_MONTH:
        sheet.write_datetime(row, column, value, time if isinstance(value, datetime.datetime) else day)
    else:
        text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
        if len(text) > CHARACTERS:
            raise LimitError(
                f"xlsx: a text of {len(text):,} characters in row {row}; expected at most {CHARACTERS:,}; "
                "write csv or parquet instead"
            )
        sheet.write_string(row, column, text)

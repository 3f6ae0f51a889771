"""Tells from the cells of a column how they write dates, numbers and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from pcgraph.intake.errors import BadInput
from pcgraph.intake.spreadsheets.mapping.cells import separated
from pcgraph.intake.spreadsheets.mapping.mapping import OPEN
from pcgraph.intake.spreadsheets.mapping.units import bare_number
from pcgraph.intake.values import DECIMALS, date_bounds, edtf_date, plain_number, valid_slug

_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2\d{4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COMPANY = re.compile(r",\s*(?:Ltd|Inc|LLC|Co|Corp|Limited|plc|GmbH|AG|S\.?A)\b", re.IGNORECASE)


def date_form(cells: Sequence[str]) -> str | None:
    """Return the key `dates` for a column: "" for EDTF, "?" if the order of day and month is open, None for no dates.

    >>> date_form(["31/12/2020", "1/2/2020"]), date_form(["1/2/2020"]), date_form(["Sept 2020", "2021"])
    ('day-first', '?', 'words')
    >>> date_form(["2020-09"]), date_form(["soon"]), date_form(["spring 2019"])
    ('', None, 'words')
    """
    pairs = [(int(match[1]), int(match[3])) for cell in cells if (match := _NUMERIC.fullmatch(cell))]
    orders = {"day-first": any(first > 12 for first, _ in pairs), "month-first": any(last > 12 for _, last in pairs)}
    known = [order for order, sure in orders.items() if sure]
    order = known[0] if len(known) == 1 else OPEN if pairs else "words"
    read = [_is_edtf(cell) or _reads(cell, "day-first" if order == OPEN else order) for cell in cells]
    if sum(read) * 2 < len(cells):  # with years, they are dates that the import refuses one by one, as "spring 2019"
        return order if all(map(_YEAR.search, cells)) else None
    return "" if all(map(_is_edtf, cells)) else order


def number_form(cells: Sequence[str]) -> str | None:
    """Return the key `decimal` for a column: "" for digits, "?" if it cannot be told, None for no numbers.

    >>> number_form(["1.250,5"]), number_form(["1,250"]), number_form(["1.5", "200"]), number_form(["a lot"])
    ('comma', '?', '', None)
    >>> number_form(["4.5", "3.25", "3-4"])
    ''
    """
    if all(re.fullmatch(r"\d+(\.\d+)?", cell) and not re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", cell) for cell in cells):
        return ""
    bare = [bare_number(cell)[0] for cell in cells]
    fits = [name for name in ("point", "comma") if all(_is_number(cell, name) for cell in bare)]
    if not fits and all(_is_number(cell, "mixed") for cell in bare):
        return "mixed"
    if len(fits) == 2 and bare != [*cells] and all(map(str.isdigit, bare)):
        return "point"  # digits alone, with a unit or a currency
    readable = [cell for cell in cells if _is_number(bare_number(cell)[0], "point" if "." in cell else "comma")]
    if not fits and len(cells) > len(readable) > len(cells) / 2:  # the import names the others
        return number_form(readable)
    return fits[0] if len(fits) == 1 else OPEN if fits else None


def separator(cells: Sequence[str], joints: Iterable[str] = ()) -> str | list[str]:
    """Return what separates several names in a cell: "" for nothing, "?" if commas may do it.

    `joints` are words and signs that join two parties, where a cell has to have both.

    >>> separator(["Acme; Borealis"]), separator(["Acme Co., Ltd"]), separator(["Acme, Borealis"])
    (';', '', '?')
    >>> separator(["Acme and Borealis", "Acme – Cormorant"], [" and ", " – "]), separator(["Acme and Borealis"])
    ([' and ', ' – '], '')
    """
    if found := next((mark for mark in (";", "|", "\n") if any(mark in cell for cell in cells)), ""):
        return found
    with_comma = [cell for cell in cells if "," in _COMPANY.sub("", cell)]
    if marks := [mark for mark in joints if any(all(cell.partition(mark)) for cell in cells)]:
        joined = [cell for cell in cells if len(separated(cell, marks)) > 1]
        if with_comma and not {*with_comma} & {*joined}:
            joined, marks, with_comma = joined + with_comma, [*marks, ","], []
        if 2 * len(joined) > len(cells) and not with_comma:
            return marks if marks[1:] else marks[0]
    return OPEN if with_comma else ""


def size(cell: str, form: str) -> Decimal | None:
    """Return the number of a cell; None if it has none, or if it is open how it is written.

    >>> size("1.250,5", "comma"), size("n/a", "comma"), size("1,250", "?")
    (Decimal('1250.5'), None, None)
    """
    with suppress(BadInput, InvalidOperation):
        return None if form == OPEN else Decimal(plain_number(bare_number(cell)[0], form) if form in DECIMALS else cell)
    return None


def is_slug(cell: str) -> bool:
    """Return whether a cell can be the id of its row."""
    try:
        return bool(valid_slug(cell))
    except BadInput:
        return False


def is_code(text: str) -> bool:
    """Return whether a text may be the code of a currency."""
    return len(text) == 3 and text.isupper()


def example(cells: Sequence[str]) -> str:
    """Return the first cells, for a question."""
    return ", ".join(cells[:2])


def _is_edtf(cell: str) -> bool:
    try:
        date_bounds(cell)
    except BadInput:
        return False
    return True


def _reads(cell: str, order: str) -> bool:
    try:
        return _is_edtf(edtf_date(cell, order))
    except BadInput:
        return False


def _is_number(cell: str, decimal: str) -> bool:
    try:
        plain_number(cell, decimal)
    except BadInput:
        return False
    return True

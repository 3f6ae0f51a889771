"""Converts the text of cells to dates, numbers, slugs and other literals, as Turtle."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, localcontext
from urllib.parse import unquote, urlsplit

import pyoxigraph as ox
from anyascii import anyascii

from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.written_dates import Season, read_date
from pcgraph.model.dates import bounds
from pcgraph.model.web_address import is_web_address

# The sign before the decimals, and the one between thousands; with "mixed", each cell has to tell.
DECIMALS = {"point": (".", ","), "comma": (",", "."), "mixed": ("", "")}
# What the words and numbers of a date may look like, beside EDTF.
ORDERS = {
    "day-first": "31/12/2020 or 31 Dec 2020",
    "month-first": "12/31/2020 or Dec 31, 2020",
    "words": "31 Dec 2020 or Dec 2020",
}


def date_bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF date."""
    try:
        return bounds(value)
    except ValueError as error:
        what, _, rest = str(error).rpartition("; expected ")  # the date may contain semicolons
        expected, _, todo = rest.partition("; ")
        raise BadInput("bad-date", what, f"expected {expected}", todo or "correct the cell") from error


def canonical_number(value: str) -> str:
    """Return a number in its canonical form: no sign, separator or exponent, and no trailing zeros.

    >>> canonical_number("1292000000.0"), canonical_number("12.50")
    ('1292000000', '12.5')
    """
    return multiplied(value, Decimal(1))


def multiplied(value: str, times: Decimal) -> str:
    """Return the product of two numbers; see `canonical_number`.

    >>> multiplied("2.1", Decimal(1_000_000))
    '2100000'
    """
    if not re.fullmatch(r"\d{1,30}(\.\d{1,30})?", value):
        what, todo = f"{shown(value)} is not a number", "remove separators, and write 2.5 m as 2500000"
        raise BadInput("bad-number", what, "expected digits such as 2500000 or 0.5", todo)
    with localcontext(prec=150):  # enough for every digit
        found = Decimal(value) * times
        return str(int(found)) if found == found.to_integral_value() else format(found.normalize(), "f")


def plain_number(value: str, decimal: str) -> str:
    """Return a number with a decimal point and no thousands separators.

    >>> plain_number("1.234.567,50", "comma"), plain_number("1,234,567.50", "point"), plain_number("0,5", "comma")
    ('1234567.50', '1234567.50', '0.5')
    >>> plain_number("0,5", "mixed"), plain_number("1.5", "mixed")
    ('0.5', '1.5')
    """
    if decimal == "mixed":
        read = {each for name in DECIMALS if name != decimal for each in _read_as(value, name)}
        if len(read) == 1:
            return read.pop()
        what = f"{shown(value)} may be two numbers" if read else f"{shown(value)} is not a number"
        raise BadInput("bad-number", what, "expected digits with or without decimals", "correct the cell")
    point, comma = DECIMALS[decimal]
    if not re.fullmatch(rf"(\d+|\d{{1,3}}(([{comma}'’ \u00a0\u202f])\d{{3}})(\3\d{{3}})*)([{point}]\d+)?", value):
        what, expected = f"{shown(value)} is not a number", f"expected digits with a decimal {decimal}"
        raise BadInput("bad-number", what, expected, "correct the cell, or decimal in the mapping")
    whole, _, part = value.partition(point)
    return re.sub(r"\D", "", whole) + (f".{part}" if part else "")


def _read_as(value: str, decimal: str) -> list[str]:
    try:
        return [plain_number(value, decimal)]
    except BadInput:
        return []


def edtf_date(text: str, order: str) -> str:
    """Return a date of a table as EDTF; `order` says which of two numbers is the day; see `read_date`.

    >>> edtf_date("3/4/2020", "day-first"), edtf_date("Sept 2020", "words"), edtf_date("9.2020", "words")
    ('2020-04-03', '2020-09', '2020-09')
    """
    try:
        return read_date(text, order.removeprefix("words"))
    except ValueError as error:
        what, expected = f"{shown(text)} is not a date", f"expected EDTF, or {ORDERS[order]}, or May to July 2020"
        todo = "correct the cell, or dates in the mapping"
        if isinstance(error, Season):
            what, expected, todo = str(error).split("; ")
        raise BadInput("bad-date", what, expected, todo) from error


def valid_slug(value: str) -> str:
    """Return a slug in lower case, if it is valid.

    >>> valid_slug("id:harbour-bridge-loan")
    'harbour-bridge-loan'
    """
    found = value.lower().removeprefix("id:").removeprefix("src:")
    if len(found) > 100 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
        expected = "expected at most 100 of a–z, 0–9 and single hyphens, such as harbour-bridge-loan"
        raise BadInput("bad-slug", f"{shown(value)} is not a slug", expected, "correct the cell")
    return found


def slugify(text: str, most: int = 60) -> str:
    """Return a slug made from a name, in Latin letters; empty if the name has no letters.

    >>> slugify("Export–Import Bank of Eastmark (Exim)"), slugify("东岸银行")
    ('export-import-bank-of-eastmark-exim', 'donganyinxing')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "replace").decode().replace("?", " ")
    if not re.search("[a-zA-Z]", plain):
        plain = anyascii(text)
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)'(?=s\b)", "", plain.lower()))
    while len(words) > 1 and len("-".join(words)) > most:
        words.pop()
    return "-".join(words)[:most]


def label_slug(label: str) -> str:
    """Return the slug of what has a label and no id."""
    if not (slug := slugify(label)):
        what, expected = f"no slug can be made from {shown(label)}", "expected an id, or a label with letters"
        raise BadInput("bad-slug", what, expected, "write an id")
    return slug


def without_marks(text: str) -> str:
    r"""Return a name without soft hyphens and other characters that nobody sees, except joiners between letters.

    >>> without_marks("Hy\xaddro\u200e Board")
    'Hydro Board'
    """
    return "".join(char for char in text if char in "\u200c\u200d" or unicodedata.category(char) != "Cf")


def address_slug(address: str) -> str:
    """Return a slug made from the host and the end of the path of a web address.

    >>> address_slug("https://www.news.example/2025/09/07/harbour-deal.html?x=1")
    'news-example-harbour-deal'
    """
    match = re.fullmatch(r"https?://(?:www\.)?([^/?#\s]+)([^?#\s]*)\S*", address)
    if not match:
        what = f"{shown(address)} is not a web address"
        raise BadInput(
            "unknown-value", what, "expected an address with http:// or https://", "copy it from the browser"
        )
    end = next((part for part in reversed(match[2].split("/")) if part), "")
    return slugify(f"{match[1]} {re.sub(r'[.][a-z]{2,5}$', '', end)}", 80)


def readable_title(title: str) -> str:
    """Return a title; of a page whose title nobody has read, its address as words: host, day and the end of the path.

    >>> readable_title("https://www.news.example/2025/09/07/harbour-deal.html?x=1"), readable_title("https://a.example/")
    ('news.example, 2025-09-07: harbour deal', 'a.example')
    """
    if not is_web_address(address := title.strip()):
        return title
    parts = urlsplit(address)
    ends = [part for part in unquote(parts.path).split("/") if part]
    day = re.search(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)", parts.path)
    words = " ".join(re.sub(r"[.][a-z]{2,5}$", "", ends[-1]).replace("_", "-").split("-")) if ends else ""
    where = ", ".join(
        filter(None, [(parts.hostname or "").removeprefix("www."), "-".join(day.groups()) if day else ""])
    )
    return f"{where}: {words}" if words else where


def passage_fragment(locator: str) -> str:
    """Return the fragment of a passage that has only a pointer.

    >>> passage_fragment("record 35108"), passage_fragment("para 1, 3"), passage_fragment("headline")
    ('record=35108', 'para=1,3', 'at=headline')
    """
    match = re.fullmatch(r"(?:.*\s)?([a-z]+)\s+(\d[\d,\s-]*)", locator.strip().lower().replace("–", "-"))
    return f"{match[1]}={re.sub(r'[ ]+', '', match[2])}" if match else f"at={slugify(locator) or 'there'}"


def text_literal(text: str) -> str:
    """Return a text as a literal, with its white space reduced to single spaces."""
    return literal(" ".join(text.split()))


def day_literal(text: str) -> str:
    """Return one calendar day as a literal."""
    first, last = date_bounds(text)
    if first != last or str(first) != text:
        raise BadInput("bad-date", f"{shown(text)} is not a day", "expected a day such as 2025-09-03", "write the day")
    return literal(text) + "^^xsd:date"


def edtf_literal(text: str) -> str:
    """Return an EDTF date as a literal."""
    date_bounds(text)
    return literal(text)


def year_literal(text: str) -> str:
    """Return a year as a literal."""
    if not re.fullmatch(r"\d{4}", text):
        raise BadInput("bad-date", f"{shown(text)} is not a year", "expected a year such as 2017", "write the year")
    return literal(text)


def currency_literal(text: str) -> str:
    """Return the code of a currency as a literal."""
    if not re.fullmatch("[A-Z]{3}", text):
        what = f"{shown(text)} is not a currency"
        raise BadInput(
            "amount-form", what, "expected a code of ISO 4217, such as USD", "correct it, or add it to a lookup"
        )
    return literal(text)


def boolean_literal(text: str) -> str:
    """Return yes or no as a Turtle boolean."""
    if text.casefold() not in ("true", "false", "yes", "no"):
        raise BadInput("unknown-value", f"{shown(text)} is not valid", "expected yes or no", "write one of them")
    return "true" if text.casefold() in ("true", "yes") else "false"


def literal(text: str, mark: str = "") -> str:
    r"""Return a text as a Turtle literal on one line, with `mark` after it.

    >>> print(literal('a "b"', "@en"))
    "a \"b\""@en
    """
    return f"{ox.Literal(text)}{mark}"

"""Numbers as text for a reader: a sum with its currency and all that a source says of it, a count with its unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pcgraph.model.namespaces import local

SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"))


def money(number: Mapping[str, Any], write: Callable[[float], str] | None = None) -> str:
    """Return a sum of money as text, or "" if there is none.

    >>> money({"amount_at_least": 2.1e9, "currency": "USD"})
    'over USD 2.1 bn'
    >>> money({"amount_at_least": 3e8, "amount_at_most": 4e8, "currency": "USD"})
    'USD 300 m to 400 m'
    >>> money({"amount": 4e6, "currency": "EUR", "amount_per": "https://w3id.org/pcgraph/vocab/year"})
    'EUR 4 m a year'
    >>> money({"amount": 37, "currency": "USD", "constant_prices": "2017", "amount_approximate": True})
    'about USD 37 in prices of 2017'
    >>> money({"amount": 29506233000, "currency": "PKR"}, rounded), money({"amount": 3e8, "currency": "PKR"}, digits)
    ('PKR 29.51 bn', 'PKR 300,000,000')
    """
    prices = f" in prices of {number['constant_prices']}" if number.get("constant_prices") else ""
    text = _number(number, "amount", f"{number.get('currency') or ''} ".lstrip(), write=write or short)
    return f"{text}{prices}" if text else ""


def claim(number: Mapping[str, Any]) -> str:
    """Return a claimed sum as text, or "" if there is none.

    >>> claim({"claimed_amount": 8.5e9, "claimed_currency": "USD"})
    'USD 8.5 bn (claimed)'
    """
    text = money(claimed(number))
    return f"{text} (claimed)" if text else ""


def claimed(number: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a claimed sum under the names of a plain one, for `money`.

    >>> claimed({"claimed_amount": 8.5e9, "claimed_currency": "USD", "amount": 44e6})
    {'amount': 8500000000.0, 'currency': 'USD'}
    """
    return {name: number.get(f"claimed_{name}") for name in ("amount", "currency")}


def count(number: Mapping[str, Any], unit: str = "") -> str:
    """Return a count as text, or "" if there is none; `unit` is what is counted.

    >>> count({"quantity": 300000, "quantity_per": "https://w3id.org/pcgraph/vocab/year"}, "people")
    '300,000 people a year'
    """
    return _number(number, "quantity", "", unit and f" {unit}", write=digits)


def texts(number: Mapping[str, Any], labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return every number of a row as text, by the name of the property that leads it; those that it lacks are omitted.

    >>> texts({"amount": 4e6, "currency": "EUR", "quantity": 12, "quantity_of": "https://w3id.org/pcgraph/vocab/sites"})
    {'amount': 'EUR 4 m', 'quantity': '12 sites'}
    >>> texts({"amount": 4e6, "currency": "EUR", "basis": "https://w3id.org/pcgraph/vocab/paid", "amount_shared": True})
    {'amount': 'EUR 4 m (paid, covers more)'}
    """
    unit = number.get("quantity_of") or ""
    name = (labels or {}).get(unit) or local(unit).replace("-", " ")
    found = {
        "amount": _measured(money(number), number),
        "claimedAmount": claim(number),
        "quantity": count(number, name),
    }
    return {name: text for name, text in found.items() if text}


def _measured(text: str, number: Mapping[str, Any]) -> str:
    """Return a sum as text with its basis, if a source states one, and with a word if it is shared."""
    words = [local(basis)] if (basis := number.get("basis")) else []
    words += ["covers more"] if number.get("amount_shared") else []
    return f"{text} ({', '.join(words)})" if text and words else text


def short(value: float) -> str:
    """Return a number with three digits or more, and its scale in letters.

    >>> [short(value) for value in (950, 12500, 3.7e9, 124719000)]
    ['950', '12,500', '3.7 bn', '124.719 m']
    """
    for scale, letters in SCALES:
        if abs(value) >= scale:
            return f"{digits(round(value / scale, 6))}{letters}"
    return digits(value)


def rounded(value: float) -> str:
    """Return a number with its scale in letters and at most four digits that count, for where space is scarce.

    >>> [rounded(value) for value in (950, 12500, 29506233000, 124719000, 2.1e9, 999990000)]
    ['950', '12,500', '29.51 bn', '124.7 m', '2.1 bn', '1 bn']
    """
    return short(float(f"{value:.4g}") if abs(value) >= SCALES[-1][0] else value)


def digits(value: float, separator: str = ",") -> str:
    """Return a number with all its digits.

    >>> digits(124719000), digits(124719000, ""), digits(0.5)
    ('124,719,000', '124719000', '0.5')
    """
    return f"{value:{separator}.6f}".rstrip("0").rstrip(".")


def _number(number: Mapping[str, Any], name: str, head: str, tail: str = "", *, write: Callable[[float], str]) -> str:
    """Return the number of a group with its bounds, its rate and whether it is approximate."""
    exact, least, most = (number.get(key) for key in (name, f"{name}_at_least", f"{name}_at_most"))
    if exact is not None:
        text = f"{head}{write(exact)}"
    elif least is not None and most is not None:
        text = f"{head}{write(least)} to {write(most)}"
    elif least is not None:
        text = f"over {head}{write(least)}"
    elif most is not None:
        text = f"up to {head}{write(most)}"
    else:
        return ""
    about = "about " if number.get(f"{name}_approximate") else ""
    per = number.get(f"{name}_per")
    return f"{about}{text}{tail}{f' a {local(per)}' if per else ''}"

"""Comparisons of dates and numbers that never hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, XSD, compact

BOUNDS = {
    "date": "pcg:earliest or pcg:latest of the same step",
    "starts": "pcg:startsEarliest of the engagement",
    "ends": "pcg:endsLatest of the engagement",
    "from": "pcg:fromEarliest or pcg:fromLatest of the office",
    "until": "pcg:untilEarliest or pcg:untilLatest of the office",
}  # EDTF property → the dates beside it
DAYS = (  # properties whose values are xsd:date
    *("earliest", "latest", "statusEarliest", "statusLatest", "startsEarliest", "endsLatest"),
    *("statusSince", "statusBy", "lastReported", "silentSince"),
    *("fromEarliest", "fromLatest", "untilEarliest", "untilLatest"),
)
MEASURED = ("amount", "amountAtLeast", "amountAtMost", "claimedAmount", "quantity", "quantityAtLeast", "quantityAtMost")
DATE_FUNCTIONS = ("YEAR", "MONTH", "DAY", "HOURS")
TYPED = tuple(XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))
COMPARING = "=<>!"


def find_comparisons(text: str, tokens: list[tuple[str, int]], resolved: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and the message of each comparison of a date or a number with a value of another type."""
    edtf, days, numbers = {}, {}, {}
    for (piece, _), iri in zip(tokens[1:], resolved, strict=False):
        if piece[0] in "?$" and iri in namespaces.EDTF_PROPERTIES:
            edtf[piece] = iri
        elif piece[0] in "?$" and iri.startswith(PCG) and iri[len(PCG) :] in DAYS:
            days[piece] = iri
        elif piece[0] in "?$" and iri.startswith(PCG) and iri[len(PCG) :] in MEASURED:
            numbers[piece] = iri
    for number, (piece, offset) in enumerate(tokens):
        line = text.count("\n", 0, offset) + 1
        if piece in edtf:
            said = _of_edtf(tokens, resolved, number)
            if said:
                name = edtf[piece][len(PCG) :]
                instead = f"compare {BOUNDS[name]}" if name in BOUNDS else "compare it with a text"
                yield (
                    line,
                    f"{said}: pcg:{name} is a text (EDTF, such as 2024-05 or 2023/2024); expected a date; {instead}",
                )
        elif piece in days:
            other = _compared_with(tokens, resolved, number)
            if other in ("text", "number"):
                yield (
                    line,
                    (
                        f"{piece}: {compact(days[piece])} is a date and is compared with a {other}, which never holds; "
                        'expected a date; write "2024-01-31"^^xsd:date'
                    ),
                )
        elif piece in numbers and (other := _compared_with(tokens, resolved, number)) in ("text", "date"):
            said = f"{piece}: {compact(numbers[piece])} is a number and is compared with a {other}, which never holds"
            yield line, f"{said}; expected a number; write it without quotation marks"


def _of_edtf(tokens: list[tuple[str, int]], resolved: list[str], number: int) -> str:
    """Return what is done to the EDTF text at a place that only fits a date; "" if nothing is."""
    piece = tokens[number][0]
    if number > 1 and tokens[number - 1][0] == "(":
        function = tokens[number - 2][0]
        if function.upper() in DATE_FUNCTIONS or resolved[number - 2] in TYPED:
            return f"{function}({piece}) has no value for most dates"
        if function.upper() == "STRSTARTS":
            return f"STRSTARTS({piece}, …) misses intervals"
    other = _compared_with(tokens, resolved, number)
    return f"{piece} is compared with a {other}, which never holds" if other in ("date", "number") else ""


def _compared_with(tokens: list[tuple[str, int]], resolved: list[str], number: int) -> str:
    """Return the type of the literal that a variable is compared with: date, text, number, or "" for anything else."""
    after, before = number + 1, number - 1
    while after < len(tokens) and tokens[after][0] in COMPARING:
        after += 1
    if number + 1 < after < len(tokens):
        return _type(tokens, resolved, after)
    while before > 0 and tokens[before][0] in COMPARING:
        before -= 1
    if before == number - 1:
        return ""
    if resolved[before] and tokens[before - 1][0] == "^":  # "…"^^xsd:date < ?d
        return "date" if resolved[before] in TYPED else ""
    return _type(tokens, resolved, before)


def _type(tokens: list[tuple[str, int]], resolved: list[str], number: int) -> str:
    piece = tokens[number][0]
    after = [each[0] for each in tokens[number + 1 : number + 3]]
    if piece[0] in "'\"":
        if after == ["^", "^"]:
            return "date" if resolved[number + 3 : number + 4] and resolved[number + 3] in TYPED else ""
        return "text"
    if resolved[number] in TYPED or piece.upper() == "NOW":
        return "date"
    return "number" if re.fullmatch(r"\d+", piece) else ""

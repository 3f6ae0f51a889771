"""Adds to a query that counts or adds up what is behind each number: the things in the rows that it takes together."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.query.engine.sparql import closing_brackets, tokens

AGGREGATES = ("AVG", "COUNT", "GROUP_CONCAT", "MAX", "MIN", "SAMPLE", "SUM")
BEHIND = "thingsBehind"  # the names of the added columns begin with it


def with_things_behind(text: str, spaces: Sequence[str]) -> str:
    """Return a SELECT with a column for each of its groupings: the IRIs in `spaces` of the rows that it takes together.

    >>> with_things_behind("SELECT (COUNT(*) AS ?n) { ?e pcg:amount ?a }", ["urn:x:"]).partition(" AS ?things")[2]
    'Behind0) (COUNT(*) AS ?n) { ?e pcg:amount ?a }'
    >>> with_things_behind("SELECT ?e { ?e pcg:amount ?a }", ["urn:x:"])
    'SELECT ?e { ?e pcg:amount ?a }'
    """
    found, closing = tokens(text), closing_brackets(text)
    selects: list[tuple[int, int, int]] = []  # where its columns begin, and the first and last offset of its pattern
    grouping, added = [], []
    for number, (word, _) in enumerate(found):
        body = _body(found[number:], closing) if word.upper() == "SELECT" else None
        if body is None:
            continue
        head = [piece.upper() for piece, offset in found[number:] if offset < body]
        first, end = number + 1 + (head[1] in ("DISTINCT", "REDUCED")), closing[body]
        after = next((piece.upper() for piece, offset in found if offset >= end), "")
        around = [other for other in selects if other[1] < body < other[2]]
        if (after == "GROUP" or not {*head}.isdisjoint(AGGREGATES)) and not any(other in grouping for other in around):
            grouping.append((found[first][1], body, end))
            inside = sorted({f"?{piece[1:]}" for piece, offset in found if piece[0] in "?$" and body < offset < end})
            name, things = f"?{BEHIND}{len(grouping) - 1}", ', " ", '.join(_things(each, spaces) for each in inside)
            column = f"(CONCAT({things}) AS {name}) "
            added += [(found[first][1], column)] if inside else []
            added += [(other[0], f"{name} ") for other in around if inside and text[other[0]] != "*"]
        selects.append((found[first][1], body, end))
    if not selects or any(word == "{" for word, offset in found if offset < selects[0][0]):
        return text  # an ASK, a CONSTRUCT or a DESCRIBE
    for offset, column in sorted(added, reverse=True):
        text = text[:offset] + column + text[offset:]
    return text


def _body(rest: Sequence[tuple[str, int]], closing: dict[int, int]) -> int | None:
    """Return the offset of the brace that opens the pattern of a SELECT; an expression may have braces too."""
    passed = 0
    for word, offset in rest:
        if word in "({" and offset >= passed:
            if word == "{" or offset not in closing:
                return offset if offset in closing else None
            passed = closing[offset]
    return None


def _things(variable: str, spaces: Sequence[str]) -> str:
    text = f'COALESCE(STR({variable}), "")'
    ours = " || ".join(f'STRSTARTS({text}, "{space}")' for space in spaces)
    return f'GROUP_CONCAT(DISTINCT IF({ours}, {text}, ""); SEPARATOR=" ")'

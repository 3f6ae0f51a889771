"""SPARQL text: what stands in it, what may not, and parameters bound as typed terms. Knows no engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from pcgraph.errors import UsageError

MAX_DEPTH = 200  # both engines overflow their stack on a few thousand nested groups
_OUTSIDE = re.compile(
    r"""(?P<skip>\#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*>
        | '''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\"
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
      | (?P<name>[?$]\w+ | [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* | @[\w-]+)
      | (?P<word>[A-Za-z_]+) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_FORMS = ("SELECT", "CONSTRUCT")
_REFUSED = {
    "SERVICE": "a query here never calls another server",
    "FROM": "the default graph is always g:current; name graphs with GRAPH",
    **dict.fromkeys(
        ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"), "the graph is read only"
    ),
    **dict.fromkeys(("ASK", "DESCRIBE"), "write it as SELECT or CONSTRUCT"),
}


def words(text: str) -> list[tuple[str, int]]:
    """List the bare words and brackets outside comments, strings, IRIs and names: (upper-case word, offset)."""
    found = []
    for match in _OUTSIDE.finditer(text):
        if match["word"]:
            found.append((match["word"].upper(), match.start()))
        elif match["other"] and match["other"] in "{}()[]":
            found.append((match["other"], match.start()))
    return found


def guard(text: str, where: str) -> None:
    r"""Refuse what is no read-only SELECT or CONSTRUCT on the graphs at hand.

    Code points written as ``\u0053`` are decoded first, as the grammar asks, so that nothing hides behind them.

    Raises
    ------
    UsageError
        Naming the word and its line.
    """
    plain = re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), text
    )
    depth = 0
    found = words(plain)
    for word, offset in found:
        line = plain[:offset].count("\n") + 1
        if word in _REFUSED:
            raise UsageError(
                f"{where}:{line}: {word} is refused: {_REFUSED[word]}; expected SELECT or CONSTRUCT; take it out"
            )
        depth += (word in "{([") - (word in "})]")
        if depth > MAX_DEPTH:
            raise UsageError(f"{where}:{line}: nested more than {MAX_DEPTH} deep; expected a flatter query; rewrite it")
    if not any(word in _FORMS for word, _ in found):
        raise UsageError(f"{where}:1: no SELECT or CONSTRUCT in it; expected a SPARQL query; write one")


def bind(text: str, values: Mapping[str, str], where: str) -> str:
    """Bind parameters at the start of the outermost group.

    Parameters
    ----------
    text : str
        A query whose outermost group opens with ``WHERE {``.
    values : mapping
        Variable name → term in N-Triples form; the caller has escaped it.

    Raises
    ------
    UsageError
        If there is no ``WHERE {`` to bind in.

    >>> bind("SELECT ?b WHERE { ?a ?b ?c }", {"a": "<http://x/y>"}, "-")
    'SELECT ?b WHERE { VALUES ?a { <http://x/y> } ?a ?b ?c }'
    """
    if not values:
        return text
    found = words(text)
    for (word, _), (bracket, offset) in pairwise(found):
        if word == "WHERE" and bracket == "{":
            block = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
            return text[: offset + 1] + block + text[offset + 1 :]
    raise UsageError(f"{where}: parameters need an outermost 'WHERE {{'; expected it written out; add the word WHERE")

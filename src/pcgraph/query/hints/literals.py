"""Literals in patterns that are no value of their property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

import pyoxigraph as ox

from pcgraph.model.namespaces import CURRENT, XSD, compact
from pcgraph.query.hints.labels import MOST_LABELS, plain, read_labels

NUMBERS = (XSD + "integer", XSD + "decimal")  # a pattern matches only its own type


def find_literals(
    store: ox.Store, text: str, tokens: list[tuple[str, int]], resolved: list[str]
) -> Iterator[tuple[int, str]]:
    """Yield the line and the message of each literal in a pattern whose property never has it as its value.

    >>> from pcgraph.query.engine import sparql
    >>> from pcgraph.testing import tiny
    >>> text = "SELECT ?e { ?e pcg:country 'Nordland' }"
    >>> tokens = sparql.tokens(text)
    >>> country = "https://w3id.org/pcgraph/ontology#country"
    >>> resolved = [country if token == "pcg:country" else "" for token, _ in tokens]
    >>> [line for line, said in find_literals(tiny().store, text, tokens, resolved)]
    [1]
    """
    capitals = [piece.upper() for piece, _ in tokens]
    template = capitals.index("CONSTRUCT") if "CONSTRUCT" in capitals else -1
    first = capitals.index("}", template) if template >= 0 else 0  # a template has any literal
    for number, (piece, offset) in enumerate(tokens[first:], first):
        after = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        if not number or not resolved[number - 1] or after.startswith(("@", "^")):
            continue
        node, said = ox.NamedNode(resolved[number - 1]), ""
        if piece[0] in "'\"":
            said = _describe_text(store, node, piece)
        elif re.fullmatch(r"\d+(\.\d+)?", piece):
            said = _describe_number(store, node, piece)
        if said:
            yield text.count("\n", 0, offset) + 1, f"{piece}: {said}"


def _describe_text(store: ox.Store, node: ox.NamedNode, piece: str) -> str:
    """Return why a plain text is no value of a property, judged by the property's first value; "" if it may be one."""
    words, name, current = piece.strip("'\""), compact(node.value), ox.NamedNode(CURRENT)
    if next(iter(store.quads_for_pattern(None, node, ox.Literal(words), None)), None) is not None:
        return ""
    quad = next(iter(store.quads_for_pattern(None, node, None, current)), None)
    if quad is None:
        return ""
    if isinstance(quad.object, ox.NamedNode):
        meant = next((curie for curie, label in read_labels(store) if plain(label) == plain(words)), "")
        hint = f"did you mean {meant}?" if meant else "search for its id"
        return f"{name} has things as values, not texts; expected an id; {hint}"
    if not isinstance(quad.object, ox.Literal) or quad.object.datatype.value == XSD + "string":
        return ""
    if quad.object.language:
        return _describe_untagged(store, node, piece)
    kind = quad.object.datatype.value
    if kind in NUMBERS:
        return f"{name} has numbers, not texts; expected a variable that is compared; write ?n FILTER(?n = NUMBER)"
    return f"{name} has values of the type {compact(kind)}; expected one; write {piece}^^{compact(kind)}"


def _describe_untagged(store: ox.Store, node: ox.NamedNode, piece: str) -> str:
    """Return which tagged text was meant by one without a language tag."""
    words, name = piece.strip("'\""), compact(node.value)
    found = islice(store.quads_for_pattern(None, node, None, ox.NamedNode(CURRENT)), MOST_LABELS)
    pairs = sorted(((each.object.value, each.object.language) for each in found), key=lambda pair: pair[1] != "en")
    texts = dict(reversed(pairs))  # English first, where a text has several languages
    if words in texts:
        return f"{name} has texts with a language tag; expected one; write {piece}@{texts[words]}"
    close = get_close_matches(words, texts, n=1, cutoff=0.6)
    near = str(ox.Literal(close[0], language=texts[close[0]])) if close else ""
    hint = f"did you mean {near}?" if near else "search with  pcgraph find TEXT"
    return f"no {name} has this text; expected a text in use with its language tag; {hint}"


def _describe_number(store: ox.Store, node: ox.NamedNode, piece: str) -> str:
    """Return that a property has a number only as another type; "" if it has it as written, or not at all."""
    kind = NUMBERS["." in piece]
    if next(iter(store.quads_for_pattern(None, node, ox.Literal(piece, datatype=ox.NamedNode(kind)), None)), None):
        return ""
    for quad in islice(store.quads_for_pattern(None, node, None, ox.NamedNode(CURRENT)), MOST_LABELS):
        value = quad.object
        if isinstance(value, ox.Literal) and value.datatype.value in NUMBERS and float(value.value) == float(piece):
            name, its = compact(node.value), compact(value.datatype.value)
            return f"{name} has this number as {its}; expected a comparison; write ?n FILTER(?n = {piece})"
    return ""

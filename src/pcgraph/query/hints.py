"""Finds what makes a query answer with less than was meant: unknown terms, and comparisons that never hold.

The query is read as words, not parsed. Where in doubt, no hint is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import chain, islice
from urllib.parse import urljoin

import pyoxigraph as ox

from pcgraph import errors
from pcgraph.model import namespaces
from pcgraph.model.namespaces import CURRENT, LABEL, ONTOLOGY, PCG, SHIPPED, SKOS, TYPE, XSD, Namespaces, compact, local
from pcgraph.query import sparql

OWN = ("pcg", "v", "sector", "id", "src", "g", "verdict")  # prefixes whose terms are looked up
MOST_LABELS = 200_000  # labels read to find a similar name; a larger graph is searched in part
MANY = 5000  # names; of more than these, only those with the same first letters are compared
BOUNDS = {
    "date": "pcg:earliest or pcg:latest of the same step",
    "starts": "pcg:startsEarliest of the engagement",
    "ends": "pcg:endsLatest of the engagement",
}  # EDTF property → the dates beside it
DAYS = ("earliest", "latest", "statusEarliest", "statusLatest", "startsEarliest", "endsLatest")  # values: xsd:date
MEASURED = ("amount", "amountAtLeast", "amountAtMost", "claimedAmount", "quantity", "quantityAtLeast", "quantityAtMost")
DATE_FUNCTIONS = ("YEAR", "MONTH", "DAY", "HOURS")
TYPED = tuple(XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))
COMPARING = "=<>!"


@dataclass(frozen=True)
class Term:
    """A term of our namespaces in a query.

    Attributes
    ----------
    iri, written : str
    line : int
    named : bool
        Whether it stands in a GRAPH group.
    graph : bool
        Whether it is the name of a graph.
    subject : bool
        Whether it may be the subject of a triple.
    required : bool
        Whether every row of the answer needs it: it stands in no OPTIONAL, UNION, FILTER or alternative.
    after : str
        IRI of the term before it, perhaps its property; "" if that is none.
    """

    iri: str
    written: str
    line: int
    named: bool
    graph: bool
    subject: bool
    required: bool
    after: str


def warn(
    store: ox.Store, text: str, prefixes: Mapping[str, str] | None = None, where: str = "query",
    names: Namespaces = SHIPPED,
) -> None:  # fmt: skip
    """Issue a `pcgraph.PcgraphWarning` for each hint on a query; see `find`."""
    for line in find(store, text, prefixes, where, names):
        errors.warn(line)


def find(
    store: ox.Store, text: str, prefixes: Mapping[str, str] | None = None, where: str = "query",
    names: Namespaces = SHIPPED,
) -> list[str]:  # fmt: skip
    """Return one line for each term of our namespaces that matches nothing, and each comparison that never holds.

    Cost: some look-ups for each term. Only if a term is unknown, all labels are read to find a similar one.

    Parameters
    ----------
    store : pyoxigraph.Store
    text : str
        A query that the engine accepts.
    prefixes : mapping, optional
        Prefixes that need no declaration; by default those of the project.
    where : str
        The name of the query in messages.
    names : Namespaces
        Those of the project.

    >>> from pcgraph.testing import tiny
    >>> find(tiny().store, "SELECT ?e { ?e pcg:signatry ?a }")
    ['query:1: pcg:signatry: occurs nowhere; expected a term of the graph; did you mean pcg:signatory?']
    """
    tokens, prefixes = sparql.tokens(text), names.prefixes if prefixes is None else prefixes
    resolved = _resolve(text, tokens, {**prefixes, **sparql.declared_prefixes(text)}, names.base)
    chosen = bool(sparql.from_graphs(text, prefixes, names.base))
    found = []
    for term in dict.fromkeys(_terms(text, tokens, resolved, names)):
        problem = _problem(store, term, chosen, names)
        if problem:
            found.append(f"{where}:{term.line}: {term.written}: {problem}")
    found += [f"{where}:{line}: {said}" for line, said in _comparisons(text, tokens, resolved)]
    found += [f"{where}:{line}: {said}" for line, said in _texts(store, text, tokens, resolved)]
    return list(dict.fromkeys(found))


def _resolve(text: str, tokens: list[tuple[str, int]], prefixes: Mapping[str, str], default: str) -> list[str]:
    """Return the IRI of each piece, "" for one that is no IRI or belongs to a declaration."""
    base = re.search(rf"(?i)\bBASE{sparql.SKIP}<([^<>]*)>", text)
    found, skip = [], 0
    for piece, _ in tokens:
        word = piece.upper()
        skip = {"PREFIX": 3, "BASE": 2, "FROM": 2}.get(word, skip + (word == "NAMED" and skip > 0))
        prefix, colon, local = piece.partition(":")
        iri = ""
        if skip <= 0 and piece[0] == "<" and len(piece) > 2:
            iri = urljoin(base[1] if base else default, piece[1:-1])
        elif skip <= 0 and colon and local and prefix in prefixes:
            iri = prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        elif piece == "a":
            iri = TYPE
        skip -= 1
        found.append(iri)
    return found


def _terms(text: str, tokens: list[tuple[str, int]], resolved: list[str], names: Namespaces) -> Iterator[Term]:
    spaces = [*(names.prefixes[prefix] for prefix in OWN), names.base]
    groups: list[str] = []
    named, describe, depth = False, False, 0
    for number, (piece, offset) in enumerate(tokens):
        before = tokens[number - 1][0].upper() if number else ""
        named = named or piece.upper() == "GRAPH"
        describe = describe or piece.upper() == "DESCRIBE"
        if piece == "{":
            kind = "template" if before == "CONSTRUCT" else "named" if named else "nested" if groups else ""
            groups.append(kind)
            named = False
        elif piece == "}":
            del groups[-1:]
        depth += (piece == "(") - (piece == ")")
        iri = resolved[number]
        if iri and "template" not in groups and any(iri.startswith(space) and iri != space for space in spaces):
            subject = describe or before in ("{", "}", ".", "") or iri.startswith(namespaces.G)
            line = text.count("\n", 0, offset) + 1
            required = (
                not depth and set(groups[1:]) <= {"named"} and groups[:1] == [""] and before not in ("|", "^", "!")
            )
            required = required and "".join(each for each, _ in tokens[number + 1 : number + 2]) not in ("|", "*", "?")
            previous = resolved[number - 1] if number else ""
            yield Term(iri, compact(iri), line, "named" in groups, before == "GRAPH", subject, required, previous)


def _problem(store: ox.Store, term: Term, chosen: bool, own: Namespaces) -> str:
    """Return what is wrong with a term: the message without its place, or ""."""
    try:
        node = ox.NamedNode(term.iri)
    except ValueError:
        return ""
    if term.graph:
        if store.contains_named_graph(node) or term.iri in namespaces.OWN_GRAPHS:
            return ""
        graphs = {compact(graph.value): "" for graph in islice(store.named_graphs(), MOST_LABELS)}
        close = get_close_matches(compact(term.iri), graphs, n=1, cutoff=0.6)
        hint = f"did you mean {close[0]}?" if close else "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them"
        return f"no such graph in scope; expected a graph of this data; {hint}"
    if term.iri.startswith(namespaces.G) and store.contains_named_graph(node):  # in a FILTER on the name of a graph
        return ""
    everywhere = term.named or chosen
    if term.iri in namespaces.MARKS and not everywhere:
        return "marks what a source says, in its own graph; expected GRAPH; write GRAPH ?g { … } around the pattern"
    subject = term.subject or not own.is_term(term.iri)
    if any(True for _ in _uses(store, node, None if everywhere else ox.NamedNode(CURRENT), subject, term.after)):
        return ""
    elsewhere = None if everywhere else next(_uses(store, node, None, subject, term.after), None)
    if elsewhere is not None:
        users = (
            "only the graphs of sources use it"
            if not elsewhere.startswith(namespaces.G)
            else f"only {compact(elsewhere)} uses it"
        )
        inside = "GRAPH ?g" if not elsewhere.startswith(namespaces.G) else f"GRAPH {compact(elsewhere)}"
        return f"{users}; expected GRAPH; write {inside} {{ … }} around the pattern"
    if next(iter(store.quads_for_pattern(node, None, None, None)), None) is not None:
        if not term.required:
            return ""
        return "declared, but no statement uses it; expected a term in use; ask for another, or widen the scope"
    return f"occurs nowhere; expected a term of the graph; {_similar(store, term.iri, own)}"


def _uses(store: ox.Store, node: ox.NamedNode, graph: ox.NamedNode | None, subject: bool, after: str) -> Iterator[str]:
    """Yield the graph of each statement that uses a term, except as the object of a declaration."""
    if after:
        for quad in store.quads_for_pattern(None, ox.NamedNode(after), node, graph):
            yield quad.graph_name.value
    ontology = ox.NamedNode(ONTOLOGY)
    for quad in store.quads_for_pattern(None, None, node, graph):
        if ox.Quad(quad.subject, quad.predicate, quad.object, ontology) not in store:
            yield quad.graph_name.value
    places = [(None, node, None), (node, None, None)]
    for place in places if subject else places[:1]:
        for quad in store.quads_for_pattern(*place, graph):
            yield quad.graph_name.value


def _similar(store: ox.Store, iri: str, project: Namespaces) -> str:
    """Return the end of a message: the term that was probably meant, or where to look it up."""

    def split(curie: str) -> tuple[str, str]:
        """Return the prefix, or "" for a term of the project, which has none, and the last part."""
        prefix, _, name = curie.partition(":")
        return ("", local(curie)) if curie.startswith(project.base) else (prefix, name)

    prefix, last = split(compact(iri))
    wanted = _plain(last)
    names: dict[str, dict[str, str]] = {space: {} for space in (*OWN, "")}  # prefix → plain name or label → CURIE
    for found, label in _labels(store):
        space, name = split(found)
        if space in names and name:
            names[space].setdefault(_plain(name), found)
            names[space].setdefault(_plain(label), found)
    own = names[prefix]
    others = [known[wanted] for known in names.values() if wanted in known]
    near = [name for name in own if name[:2] == wanted[:2]] if len(own) > MANY else list(own)
    within = sorted((name for name in own if len(wanted) > 3 and wanted in name), key=lambda name: (len(name), name))
    close = get_close_matches(wanted, near, n=1, cutoff=0.6)
    alike = [name for name in close if SequenceMatcher(None, name, wanted).ratio() > 0.75]
    for curie in (own.get(wanted), *others, *(own[name] for name in (*alike, *within[:1], *close))):
        if curie and curie != compact(iri):
            return f"did you mean {curie}?"
    return "the documentation lists the terms" if prefix in ("pcg", "v", "sector", "") else "search for its label"


def _labels(store: ox.Store) -> Iterator[tuple[str, str]]:
    """Yield (CURIE, label) of everything that has a label, and of every graph."""
    properties = (LABEL, SKOS + "prefLabel", SKOS + "altLabel")
    labelled = chain(*(store.quads_for_pattern(None, ox.NamedNode(iri), None, None) for iri in properties))
    for quad in islice(labelled, MOST_LABELS):
        if isinstance(quad.subject, ox.NamedNode):
            yield compact(quad.subject.value), quad.object.value
    for graph in islice(store.named_graphs(), MOST_LABELS):
        yield compact(graph.value), ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _comparisons(text: str, tokens: list[tuple[str, int]], resolved: list[str]) -> Iterator[tuple[int, str]]:
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


def _texts(store: ox.Store, text: str, tokens: list[tuple[str, int]], resolved: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and the message of each text in a pattern whose property never has it as its value.

    Only the first value of the property is looked at: labels have languages, and things are no texts.
    """
    current = ox.NamedNode(CURRENT)
    capitals = [piece.upper() for piece, _ in tokens]
    template = capitals.index("CONSTRUCT") if "CONSTRUCT" in capitals else -1
    first = capitals.index("}", template) if template >= 0 else 0  # a template has any text
    for number, (piece, offset) in enumerate(tokens[first:], first):
        if piece[0] not in "'\"" or not number or not resolved[number - 1]:
            continue
        after = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        if after.startswith(("@", "^")):
            continue
        name, words, line = resolved[number - 1], piece.strip("'\""), text.count("\n", 0, offset) + 1
        node = ox.NamedNode(name)
        if next(iter(store.quads_for_pattern(None, node, ox.Literal(words), None)), None) is not None:
            continue
        quad = next(iter(store.quads_for_pattern(None, node, None, current)), None)
        if quad is not None and isinstance(quad.object, ox.NamedNode):
            meant = next((curie for curie, label in _labels(store) if _plain(label) == _plain(words)), "")
            hint = f"did you mean {meant}?" if meant else "search for its id"
            yield line, f"{piece}: {compact(name)} has things as values, not texts; expected an id; {hint}"
        elif quad is not None and quad.object.language:
            found = islice(store.quads_for_pattern(None, node, None, current), MOST_LABELS)
            pairs = sorted(
                ((each.object.value, each.object.language) for each in found), key=lambda pair: pair[1] != "en"
            )
            texts = dict(reversed(pairs))  # English first, where a text has several languages
            if words in texts:
                said = f"{compact(name)} has texts with a language tag; expected one; write {piece}@{texts[words]}"
            else:
                close = get_close_matches(words, texts, n=1, cutoff=0.6)
                near = str(ox.Literal(close[0], language=texts[close[0]])) if close else ""
                hint = f"did you mean {near}?" if near else "search with  pcgraph find TEXT"
                said = f"no {compact(name)} has this text; expected a text in use with its language tag; {hint}"
            yield line, f"{piece}: {said}"
        elif quad is not None and isinstance(quad.object, ox.Literal) and quad.object.datatype.value != XSD + "string":
            kind = compact(quad.object.datatype.value)
            if kind in ("xsd:integer", "xsd:decimal"):  # both may occur, and a pattern matches only its own type
                said = "has numbers, not texts; expected a variable that is compared; write ?n FILTER(?n = NUMBER)"
            else:
                said = f"has values of the type {kind}; expected one; write {piece}^^{kind}"
            yield line, f"{piece}: {compact(name)} {said}"


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

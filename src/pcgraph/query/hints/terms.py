"""Terms of our namespaces in a query, and what is wrong with one that matches nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import chain, islice

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import CURRENT, ONTOLOGY, Namespaces, compact, local
from pcgraph.model.quads import exists, quads
from pcgraph.query.hints.labels import MOST_LABELS, plain, read_labels

OWN = ("pcg", "v", "sector", "id", "src", "g", "verdict")  # prefixes whose terms are looked up


@dataclass(frozen=True)
class Term:
    """A term of our namespaces in a query."""

    iri: str
    written: str
    offset: int
    named: bool  # whether it stands in a GRAPH group
    graph: bool  # whether it is the name of a graph
    subject: bool  # whether it may be the subject of a triple
    required: bool  # whether every row of the answer needs it: it stands in no OPTIONAL, UNION, FILTER or alternative
    after: str  # IRI of the term before it, perhaps its property; "" if that is none
    then: str  # IRI of the term after it, perhaps its object; "" if that is none


def find_terms(tokens: list[tuple[str, int]], resolved: list[str], names: Namespaces) -> Iterator[Term]:
    """Yield the terms of our namespaces in a query, except those in the template of a CONSTRUCT.

    >>> from pcgraph.model.namespaces import PCG, SHIPPED
    >>> [term.written for term in find_terms([("?e", 0), ("a", 3), ("pcg:Loan", 5)],
    ...                        ["", "", PCG + "Loan"], SHIPPED)]
    ['pcg:Loan']
    """
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
            required = (
                not depth and set(groups[1:]) <= {"named"} and groups[:1] == [""] and before not in ("|", "^", "!")
            )
            required = required and "".join(each for each, _ in tokens[number + 1 : number + 2]) not in ("|", "*", "?")
            beside = resolved[number - 1] if number else "", "".join(resolved[number + 1 : number + 2])
            yield Term(iri, compact(iri), offset, "named" in groups, before == "GRAPH", subject, required, *beside)


def describe_problem(store: ox.Store, term: Term, chosen: bool, own: Namespaces, propose: Callable[[Term], str]) -> str:
    """Return what is wrong with a term: the message without its place, or "". `propose` says what was meant."""
    try:
        node = ox.NamedNode(term.iri)
    except ValueError:
        return ""
    if term.graph:
        if store.contains_named_graph(node) or term.iri in namespaces.OWN_GRAPHS:
            return ""
        graphs = {compact(graph.value): "" for graph in islice(store.named_graphs(), MOST_LABELS)}
        same = [name for name in graphs if local(name.replace(":", "/")) == local(term.iri)]
        close = same or get_close_matches(compact(term.iri), graphs, n=1, cutoff=0.75)
        hint = f"did you mean {close[0]}?" if close else "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them"
        return f"no such graph in scope; expected a graph of this data; {hint}"
    if term.iri.startswith(namespaces.G) and store.contains_named_graph(node):  # in a FILTER on the name of a graph
        return ""
    everywhere = term.named or chosen
    if term.iri in namespaces.MARKS and term.then not in namespaces.CONCLUDED and not everywhere:
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
    if exists(store, node):
        if not term.required:
            return ""
        return "declared, but no statement uses it; expected a term in use; ask for another, or widen the scope"
    lists = "the documentation lists the terms" if own.is_term(term.iri) else "search for its label"
    return f"occurs nowhere; expected a term of the graph; {propose(term) or lists}"


def _uses(store: ox.Store, node: ox.NamedNode, graph: ox.NamedNode | None, subject: bool, after: str) -> Iterator[str]:
    """Yield the graph of each statement that uses a term, except as the object of a declaration."""
    ontology = ox.NamedNode(ONTOLOGY)
    every = (
        quads(store, None, after, node, graph) if after else (),
        (quad for quad in quads(store, None, None, node, graph) if ox.Quad(*quad.triple, ontology) not in store),
        quads(store, None, node, None, graph),
        quads(store, node, None, None, graph) if subject else (),
    )
    yield from (quad.graph_name.value for quad in chain.from_iterable(every))


def similar(store: ox.Store, iri: str, project: Namespaces) -> Iterator[tuple[str, bool]]:
    """Yield the terms that were probably meant, the likeliest first, and whether they are quite like it."""

    def split(curie: str) -> tuple[str, str]:
        """Return the prefix, or "" for a term of the project, which has none, and the last part."""
        prefix, _, name = curie.partition(":")
        return ("", local(curie)) if curie.startswith(project.base) else (prefix, name)

    prefix, last = split(compact(iri))
    wanted = plain(last)
    names: dict[str, dict[str, str]] = {space: {} for space in (*OWN, "")}  # prefix → plain name or label → CURIE
    for found, label in read_labels(store, local(iri.rstrip("/"))[:1].casefold()):
        space, name = split(found)
        if space in names and name:
            names[space].setdefault(plain(name), found)
            names[space].setdefault(plain(label), found)
    own = names[prefix]
    others = [known[wanted] for known in names.values() if wanted in known]
    within = sorted((name for name in own if len(wanted) > 3 and wanted in name), key=lambda name: (len(name), name))
    close = get_close_matches(wanted, own, n=3, cutoff=0.65)
    alike = [name for name in close if SequenceMatcher(None, name, wanted).ratio() > 0.75]
    sure = {*others, *(own[name] for name in alike)}
    chosen = (own.get(wanted), *others, *(own[name] for name in (*alike, *within[:1], *close)))
    yield from {curie: curie in sure for curie in chosen if curie and curie != compact(iri)}.items()

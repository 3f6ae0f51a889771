"""SPARQL text: what stands in it, what may not, and parameters bound as typed terms. Knows no engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from pcgraph.errors import UsageError

MAX_DEPTH = 200  # both engines overflow their stack on a few thousand nested groups
_OUTSIDE = re.compile(
    r"""\#[^\n\r]* | <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>
      | '''(?:'{0,2}(?:[^'\\]|\\.))*+''' | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*+\"\"\"
      | '(?:[^'\\\n\r]|\\.)*+'? | "(?:[^"\\\n\r]|\\.)*+"?
      | [?$]\w+ | @[\w-]+
      | (?=[\w.:-])(?P<run>[\w.-]*)(?P<local>:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)?
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
SKIP = r"(?:\s|\#[^\n\r]*)*"  # what may stand between two words, as a regular expression
FORMS = ("SELECT", "CONSTRUCT")
_REFUSED = {
    "SERVICE": "a query here never calls another server",
    **dict.fromkeys(
        ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"), "the graph is read only"
    ),
    **dict.fromkeys(("ASK", "DESCRIBE"), "only a server's endpoint takes it"),
}


def words(text: str) -> list[tuple[str, int]]:
    """List the bare words and brackets outside comments, strings, IRIs and names: (upper-case word, offset).

    A prefix that holds the word SERVICE is listed too: Oxigraph reads ``service:x`` as ``SERVICE :x`` where that fits.
    """
    found = []
    for match in _OUTSIDE.finditer(text):
        start, run = match.start(), match["run"]
        if run and match["local"] is None:
            found += [(word[0].upper(), start + word.start()) for word in re.finditer("[A-Za-z_]+", run)]
        elif run and "SERVICE" in run.upper():
            found.append((run.upper(), start))
        elif match["other"] and match["other"] in "{}()[]":
            found.append((match["other"], start))
    return found


def from_graphs(text: str, prefixes: Mapping[str, str], base: str) -> tuple[str, ...]:
    """List the IRIs of the graphs that FROM and FROM NAMED name; a name with an unknown prefix is left as it stands.

    >>> from_graphs("PREFIX : <http://a/> SELECT * FROM :b FROM NAMED<c> { ?s ?p ?o }", {}, "http://x/")
    ('http://a/b', 'http://x/c')
    """
    own = dict(re.findall(r"(?i)\bprefix\s+([\w.-]*):\s*<([^<>]*)>", text))
    found = []
    for word, offset in words(text):
        named = re.compile(rf"FROM{SKIP}(?:NAMED)?{SKIP}(?:<([^<>]*)>|([\w.-]*):([\w.:-]*))", re.IGNORECASE)
        if word.startswith("FROM") and (match := named.match(text, offset)):
            iri, prefix, local = match.groups()
            space = {**prefixes, **own}.get(prefix or "", f"{prefix}:")
            found.append(urljoin(base, iri) if iri is not None else space + local)
    return tuple(found)


def closing(text: str, start: int) -> int:
    """Return the offset after the bracket that closes the one at `start`; -1 if none does.

    >>> closing("f(?x, ')') + 1", 1)
    10
    """
    depth = 0
    for match in _OUTSIDE.finditer(text, start):
        depth += (match["other"] in ("(", "[", "{")) - (match["other"] in (")", "]", "}"))
        if depth <= 0:
            return match.end() if match["other"] else -1
    return -1


def guard(text: str, where: str, forms: Sequence[str] = FORMS, *, remote: bool = False) -> None:
    r"""Refuse what is no read-only question on the graphs at hand.

    The text is looked at twice: with code points such as ``\u0053`` decoded first, as the grammar asks and rdflib does,
    and as it stands, as Oxigraph reads it. A string that ends in one reading goes on in the other, so either alone
    could be made to hide a word. Costs two passes over the text.

    Parameters
    ----------
    forms : sequence of str
        The query forms that are taken, in capitals.
    remote : bool
        The query is for a server, whose default graph is set beside the query: then FROM would have no effect.

    Raises
    ------
    UsageError
        Naming the word and its line.

    >>> guard("ASK { ?s ?p 'SERVICE' }", "-", forms=("ASK",))
    """
    plain = re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), text
    )
    for reading in dict.fromkeys((text, plain)):
        _guard(reading, where, forms, remote)


def _guard(text: str, where: str, forms: Sequence[str], remote: bool) -> None:
    def refuse(what: str, offset: int, expected: str, do: str) -> UsageError:
        line = text.count("\n", 0, offset) + 1
        return UsageError(f"{where}:{line}: {what}; expected {expected}; {do}")

    taken = f"{', '.join(forms[:-1])} or {forms[-1]}" if len(forms) > 1 else forms[0]
    depth, form = 0, False
    for word, offset in words(text):
        form = form or word in forms
        if "SERVICE" in word:  # Oxigraph takes SERVICESILENT<…> and SERVICEx:y too
            word = "SERVICE"
        if word in _REFUSED and word not in forms:
            raise refuse(f"{word} is refused: {_REFUSED[word]}", offset, taken, "take it out")
        if remote and word.startswith("FROM"):
            reason = "a server is asked with g:current as its default graph"
            raise refuse(f"FROM is refused: {reason}", offset, "GRAPH for other graphs", "write GRAPH instead")
        depth += (word in "{([") - (word in "})]")
        if depth > MAX_DEPTH:
            raise refuse(f"nested more than {MAX_DEPTH} deep", offset, "a flatter query", "rewrite it")
    if not form:
        raise refuse(f"no {taken} in it", 0, "a SPARQL query", "write one")


def bind(text: str, values: Mapping[str, str], where: str) -> str:
    """Bind parameters at the start of the outermost group.

    Parameters
    ----------
    text : str
    values : mapping
        Variable name → term in N-Triples form; the caller has escaped it.

    Raises
    ------
    UsageError
        If there is no group to bind in.

    >>> bind("SELECT ?b WHERE { ?a ?b ?c }", {"a": "<http://x/y>"}, "-")
    'SELECT ?b WHERE { VALUES ?a { <http://x/y> } ?a ?b ?c }'
    >>> bind("SELECT ?b { { SELECT * WHERE { ?a ?b ?c } } }", {"a": "<http://x/y>"}, "-")
    'SELECT ?b { VALUES ?a { <http://x/y> } { SELECT * WHERE { ?a ?b ?c } } }'
    """
    if not values:
        return text
    depth, previous = 0, ""
    for word, offset in words(text):
        if word == "{" and depth == 0 and previous != "CONSTRUCT":  # else its template
            block = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
            return text[: offset + 1] + block + text[offset + 1 :]
        depth += (word in "{([") - (word in "})]")
        previous = word
    raise UsageError(f"{where}: parameters need a group to be bound in; expected WHERE {{ … }}; add it")

"""SPARQL text, without an engine: find words, refuse queries that do not only read, and bind parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import urljoin

from pcgraph.errors import UsageError

MAX_DEPTH = 200  # Oxigraph and rdflib overflow their stack on a few thousand nested groups
QUOTED = r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>
      | '''(?:'{0,2}(?:[^'\\]|\\.))*+''' | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*+\"\"\"
      | '(?:[^'\\\n\r]|\\.)*+'? | "(?:[^"\\\n\r]|\\.)*+"?"""  # regular expression (verbose): an IRI or a string
_TOKEN = re.compile(
    rf"""\#[^\n\r]* | {QUOTED}
      | [?$]\w+ | @[\w-]+
      | (?=[\w.:-])(?P<run>[\w.-]*)(?P<local>:(?:[\w.:-]|%[0-9A-Fa-f]{{2}}|\\.)*)?
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
SKIP = r"(?:\s|\#[^\n\r]*)*"  # regular expression: white space and comments between two words
_DECLARATION = re.compile(
    rf"{SKIP}(?:(?:BASE|PREFIX{SKIP}([\w.-]*):){SKIP}<([^<>]*)>|VERSION{SKIP}(?:'[^'\n]*'|\"[^\"\n]*\"))", re.IGNORECASE
)
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_REFUSED = {
    "SERVICE": "queries must not call other servers",
    **dict.fromkeys(
        ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"), "the graph is read-only"
    ),
}


def words(text: str) -> list[tuple[str, int]]:
    """Return the bare words and brackets outside comments, strings, IRIs and names: (upper-case word, offset).

    A prefix that contains the word SERVICE is listed too, because Oxigraph reads ``service:x`` as ``SERVICE :x`` where
    the grammar allows it.
    """
    found = []
    for match in _TOKEN.finditer(text):
        start, run = match.start(), match["run"]
        if run and match["local"] is None:
            found += [(word[0].upper(), start + word.start()) for word in re.finditer("[A-Za-z_]+", run)]
        elif run and "SERVICE" in run.upper():
            found.append((run.upper(), start))
        elif match["other"] and match["other"] in "{}()[]":
            found.append((match["other"], start))
    return found


def tokens(text: str) -> list[tuple[str, int]]:
    """Return every token outside comments with its offset; a dot after a name or number is a token of its own.

    >>> tokens("{ ?s a pcg:Loan. } # all")
    [('{', 0), ('?s', 2), ('a', 5), ('pcg:Loan', 7), ('.', 15), ('}', 17)]
    """
    found = []
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        if token[0] == "#" or token.isspace():
            continue
        name = token.rstrip(".") if match["run"] is not None else token
        found += [(name, start)] if name else []
        found += [(".", start + len(name) + number) for number in range(len(token) - len(name))]
    return found


def prologue(text: str, prefixes: Mapping[str, str], base: str) -> tuple[dict[str, str], str]:
    """Return the prefixes and the base that hold after the declarations of a query.

    >>> prologue("BASE <http://x/a/> PREFIX y: <b#> SELECT ?s { ?s a y:T }", {}, "http://z/")
    ({'y': 'http://x/a/b#'}, 'http://x/a/')
    """
    known, at = dict(prefixes), 0
    while declared := _DECLARATION.match(text, at):
        prefix, iri, at = declared[1], declared[2], declared.end()
        if prefix is not None:
            known[prefix] = resolve(base, iri)
        elif iri is not None:
            base = resolve(base, iri)
    return known, base


def resolve(base: str, iri: str) -> str:
    """Return the absolute IRI of one that may be relative to a base; `urljoin` alone loses a ``#`` at the end.

    >>> resolve("http://x/a/", "b#"), resolve("http://x/a/", "urn:b")
    ('http://x/a/b#', 'urn:b')
    """
    if re.match("[A-Za-z][A-Za-z0-9+.-]*:", iri):
        return iri
    return urljoin(base, iri).removesuffix("#") + "#" * iri.endswith("#")


def from_graphs(text: str, prefixes: Mapping[str, str], base: str) -> tuple[str, ...]:
    """Return the IRIs of the graphs in FROM and FROM NAMED; a name with an unknown prefix is returned unchanged.

    >>> from_graphs("PREFIX : <http://a/> SELECT * FROM :b FROM NAMED<c> { ?s ?p ?o }", {}, "http://x/")
    ('http://a/b', 'http://x/c')
    """
    known, base = prologue(text, prefixes, base)
    found = []
    for word, offset in words(text):
        named = re.compile(rf"FROM{SKIP}(?:NAMED)?{SKIP}(?:<([^<>]*)>|([\w.-]*):([\w.:-]*))", re.IGNORECASE)
        if word.startswith("FROM") and (match := named.match(text, offset)):
            iri, prefix, local = match.groups()
            found.append(resolve(base, iri) if iri is not None else known.get(prefix, f"{prefix}:") + local)
    return tuple(found)


def closing_brackets(text: str) -> dict[int, int]:
    """Return the offset of each bracket that is closed, and the offset after the bracket that closes it.

    >>> closing_brackets("f(?x, ')') + (1")
    {1: 10}
    """
    closed, opened = {}, []
    for match in _TOKEN.finditer(text):
        if match["other"] and match["other"] in "([{":
            opened.append(match.start())
        elif match["other"] and match["other"] in ")]}" and opened:
            closed[opened.pop()] = match.end()
    return closed


def is_keyword(word: str) -> bool:
    """Return whether a query or an update may begin with a word.

    >>> is_keyword("select"), is_keyword("who")
    (True, False)
    """
    return word.upper() in (*FORMS, *_REFUSED, "PREFIX", "BASE")


def guard(text: str, where: str, forms: Sequence[str] = FORMS, *, remote: bool = False) -> None:
    r"""Raise unless a query only reads, and only from the graphs that are loaded.

    The text is checked twice: once with code points such as ``\u0053`` decoded, as the grammar demands and rdflib does,
    and once unchanged, as Oxigraph reads it. A string may end in one reading and continue in the other, so a query
    could hide a word from either check alone. Cost: two passes over the text.

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

    accepted = f"{', '.join(forms[:-1])} or {forms[-1]}" if len(forms) > 1 else forms[0]
    depth, form = 0, False
    for word, offset in words(text):
        form = form or word in forms
        if "SERVICE" in word:  # Oxigraph accepts SERVICESILENT<…> and SERVICEx:y too
            word = "SERVICE"
        if word in _REFUSED and word not in forms:
            raise refuse(f"{word} is refused: {_REFUSED[word]}", offset, accepted, "remove it")
        if remote and word.startswith("FROM"):
            reason = "a query to a server always has g:current as its default graph"
            raise refuse(f"FROM is refused: {reason}", offset, "GRAPH for other graphs", "write GRAPH instead")
        depth += (word in "{([") - (word in "})]")
        if depth > MAX_DEPTH:
            raise refuse(f"nested more than {MAX_DEPTH} levels deep", offset, "a flatter query", "rewrite it")
    if not form:
        for word, offset in words(text):
            meant = get_close_matches(word, forms, n=1, cutoff=0.75)
            if meant and not remote:
                return  # the engine refuses it too, and its error shows the place
            if meant:
                raise refuse(f"{word} is no keyword", offset, meant[0], f"write {meant[0]}")
        raise refuse(f"contains no {accepted}", 0, "a SPARQL query", "write one")


def bind(text: str, values: Mapping[str, str], where: str) -> str:
    """Return the query with its parameters bound at the start of the outermost group.

    >>> bind("SELECT ?b WHERE { ?a ?b ?c }", {"a": "<http://x/y>"}, "-")
    'SELECT ?b WHERE { VALUES ?a { <http://x/y> } ?a ?b ?c }'
    >>> bind("SELECT ?b { { SELECT * WHERE { ?a ?b ?c } } }", {"a": "<http://x/y>"}, "-")
    'SELECT ?b { VALUES ?a { <http://x/y> } { SELECT * WHERE { ?a ?b ?c } } }'
    """
    if not values:
        return text
    depth, previous = 0, ""
    for word, offset in words(text):
        if word == "{" and depth == 0 and previous != "CONSTRUCT":  # the first group of a CONSTRUCT is its template
            block = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
            return text[: offset + 1] + block + text[offset + 1 :]
        depth += (word in "{([") - (word in "})]")
        previous = word
    raise UsageError(f"{where}: parameters need a group; expected WHERE {{ … }}; add it")

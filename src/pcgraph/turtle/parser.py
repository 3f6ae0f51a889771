"""Parses the text of a Turtle 1.1 file into blocks, with their spelling, comments and empty lines.

It is for `pcgraph.turtle.formatter` only; Oxigraph reads the meaning. Grammar:
https://www.w3.org/TR/turtle/#sec-grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_CHARS = _BASE + r"_0-9\u00b7\u0300-\u036f\u203f\u2040\-"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_PREFIX = rf"(?:[{_BASE}](?:[{_CHARS}.]*[{_CHARS}])?)?"
_LOCAL = rf"(?:(?:[{_BASE}_0-9:]|{_ESCAPED})(?:(?:[{_CHARS}.:]|{_ESCAPED})*(?:[{_CHARS}:]|{_ESCAPED}))?)?"
_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<comment>\#[^\r\n]*)"
    r'|(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|\'\'\'(?:\'{0,2}(?:[^\'\\]|\\.))*\'\'\''
    r'|"(?:[^"\\\r\n]|\\.)*"|\'(?:[^\'\\\r\n]|\\.)*\')'
    r"|(?P<directive>@prefix\b|@base\b|(?i:prefix)(?=[\s#])|(?i:base)(?=[\s#<]))"
    r"|(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9\-]))"
    r"|(?P<typed>\^\^)"
    r'|(?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)'
    rf"|(?P<blank>_:[{_BASE}_0-9](?:[{_CHARS}.]*[{_CHARS}])?)"
    rf"|(?P<name>{_PREFIX}:{_LOCAL})"
    r"|(?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+))"
    r"|(?P<word>a|true|false)"
    r"|(?P<mark>[.;,\[\]()])",
    re.DOTALL,
)
MAX_DEPTH = 100  # levels of nested brackets
TERMS = {"string", "iri", "blank", "name", "number", "word"}


class Token(NamedTuple):
    """A token: its kind, its spelling, its line (from 1), and the number of line breaks before it."""

    kind: str
    text: str
    line: int
    breaks: int


class Unexpected(Exception):
    """Raised for a token that the canonical layout cannot hold; the message begins with its line."""

    def __init__(self, line: int, what: str, expected: str, do: str) -> None:
        super().__init__(f"{line}: layout: {what}; expected {expected}; {do}")


@dataclass
class Fact:
    """A predicate with its objects, the comments on the lines `above` it, and the one `after` it on its last line."""

    verb: str
    objects: list[Node]
    above: list[str] = field(default_factory=list)
    after: str = ""
    line: int = 0


@dataclass
class Bracket:
    """A blank node with its facts, ``[ … ]``."""

    facts: list[Fact]


@dataclass
class Collection:
    """A list, ``( … )``."""

    items: list[Node]


@dataclass
class Block:
    """A subject with its facts, up to the full stop."""

    subject: Node
    facts: list[Fact] = field(default_factory=list)


Node = str | Bracket | Collection
Parsed = tuple[list[str], dict[str, str], list[tuple[bool, Block | str]]]  # see `parse_document`


class Tokens:
    """The tokens of a text, consumed one by one; `all` holds all of them."""

    def __init__(self, text: str) -> None:
        self.all = list(_split(text))
        self.depth = self._at = 0  # brackets that are open

    @property
    def next(self) -> Token:
        """The next token, which is not consumed; at the end its kind is ``end``."""
        return self.all[self._at]

    def take(self, *expected: str) -> Token:
        """Consume and return the next token; raise `Unexpected` if it is not of an expected kind or mark."""
        token = self.next
        if token.kind not in expected and (token.kind != "mark" or token.text not in expected):
            if token.kind == "comment":
                raise Unexpected(
                    token.line, "a comment inside a fact", "it above the block, above a predicate or after ';'",
                    "move it there",
                )  # fmt: skip
            raise Unexpected(token.line, f"unexpected {token.text[:20]!r}", "Turtle 1.1", "rewrite it without RDF 1.2")
        self._at += 1
        return token

    def accept(self, *marks: str) -> bool:
        """Consume the next token if it is one of `marks`, and return whether it was."""
        found = self.next.kind == "mark" and self.next.text in marks
        self._at += found
        return found

    def take_trailing_comment(self) -> str:
        """Consume and return the comment at the end of the current line; "" if there is none."""
        if self.next.kind == "comment" and not self.next.breaks:
            return self.take("comment").text.rstrip(" \t")
        return ""


def _split(text: str) -> Iterator[Token]:
    at, line, breaks = 0, 1, 1
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unexpected(line, f"unexpected {text[at : at + 20]!r}", "Turtle 1.1", "rewrite it without RDF 1.2")
        at, inside = match.end(), len(re.findall(r"\r\n|\r|\n", match[0]))
        if match.lastgroup == "space":
            breaks += inside
        else:
            yield Token(str(match.lastgroup), match[0], line, breaks)
            breaks = 0
        line += inside
    yield Token("end", "the end", line, breaks)


def prefixes_used(text: str) -> set[str]:
    """Return the prefixes of the names in a text that consists of tokens only; faster than `Tokens`."""
    return {match[0].partition(":")[0] for match in _TOKEN.finditer(text) if match.lastgroup == "name"}


def parse_document(tokens: Tokens) -> Parsed:
    """Parse a file."""
    header: list[str] = []
    prefixes: dict[str, str] = {}
    items: list[tuple[bool, Block | str]] = []
    while tokens.next.kind != "end":
        token = tokens.next
        blank = token.breaks > 1
        if token.kind == "comment":
            items.append((blank, tokens.take("comment").text.rstrip(" \t")))
        elif token.kind == "directive":
            if items and isinstance(items[-1][1], str):
                if prefixes or any(isinstance(item, Block) for _, item in items):
                    raise _comment_at_prefix(token.line)
                header, items = [("\n" if gap and n else "") + str(text) for n, (gap, text) in enumerate(items)], []
            _prefix(tokens, prefixes)
        else:
            items.append((blank, _block(tokens)))
    return header, prefixes, items


def _comment_at_prefix(line: int) -> Unexpected:
    return Unexpected(line, "a comment at a prefix", "it at the head of the file", "move it there")


def _prefix(tokens: Tokens, prefixes: dict[str, str]) -> None:
    token = tokens.take("directive")
    if token.text.lower().endswith("base"):
        raise Unexpected(token.line, "a base for relative IRIs", "full IRIs and prefixes", "write the IRIs in full")
    name, iri = tokens.take("name").text[:-1], tokens.take("iri").text[1:-1]
    if token.text.startswith("@"):
        tokens.take(".")
    if prefixes.setdefault(name, iri) != iri:
        raise Unexpected(token.line, f"prefix {name}: is bound twice", "one IRI per prefix", "rename one of them")
    if tokens.take_trailing_comment():
        raise _comment_at_prefix(token.line)


def _block(tokens: Tokens) -> Block:
    block = Block(_node(tokens))
    if not tokens.accept("."):
        block.facts = _facts(tokens, ".")
    line, comment = tokens.next.line, tokens.take_trailing_comment()
    if comment:
        if not block.facts or block.facts[-1].after:
            raise Unexpected(line, "a second comment for one line", "one", "move it above the block")
        block.facts[-1].after = comment
    return block


def _facts(tokens: Tokens, end: str) -> list[Fact]:
    facts: list[Fact] = []
    while True:
        above: list[str] = []
        while tokens.next.kind == "comment" and tokens.next.breaks:
            above.append(tokens.take("comment").text.rstrip(" \t"))
        if not above and tokens.accept(end):
            return facts
        verb = tokens.take("iri", "name", "word")
        objects = [_node(tokens)]
        while tokens.accept(","):
            objects.append(_node(tokens))
        after = tokens.take_trailing_comment()
        more = False
        while tokens.accept(";"):
            more = True
        after = after or tokens.take_trailing_comment()
        facts.append(Fact(verb.text, objects, above, after, verb.line))
        if not more:
            tokens.take(end)
            return facts


def _node(tokens: Tokens) -> Node:
    token = tokens.take(*TERMS, "[", "(")
    if token.kind == "string":
        if tokens.next.kind == "tag":
            return token.text + tokens.take("tag").text
        if tokens.next.kind == "typed":
            return token.text + tokens.take("typed").text + tokens.take("iri", "name").text
        return token.text
    if token.kind != "mark":
        return token.text
    tokens.depth += 1
    if tokens.depth > MAX_DEPTH:
        what = f"brackets are nested more than {MAX_DEPTH} levels deep"
        raise Unexpected(token.line, what, "fewer", "name the inner node")
    if token.text == "[":
        facts = _facts(tokens, "]")
        tokens.depth -= 1
        return Bracket(facts)
    items = []
    while not tokens.accept(")"):
        items.append(_node(tokens))
    tokens.depth -= 1
    return Collection(items)

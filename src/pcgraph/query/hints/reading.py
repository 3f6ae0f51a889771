"""Reads a query as a tree of parts that can be left out or replaced, each with its place in the text.

Oxigraph and rdflib tell no places, so the words are read here. A text that is not understood gets no hint.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pcgraph.query.engine import sparql

KEYWORDS = {"FILTER", "BIND", "VALUES", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "UNION", "SELECT"}
TAIL = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
CLOSING = {"(": ")", "{": "}", "[": "]"}
FRESH = "?pcgraph_"  # variables for the middle of paths and for blank nodes


class Unread(Exception):
    """Raised for a text that this module does not understand."""


@dataclass(eq=False)
class Part:
    """A piece of a group that may be left out: a triple, a step of a path, a condition, or a block of values.

    `uses` are variables without which it says nothing; `parts` are subject, path and object of a triple, or the head of
    the SELECT of a HAVING.
    """

    kind: str  # triple, filter, bind, values, optional, minus, having, limit, offset
    text: str
    shown: str
    offset: int
    size: int  # of the text in the query
    binds: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    parts: tuple[str, str, str] = ("", "", "")
    inner: Group | None = None

    def has(self, offset: int, word: str) -> bool:
        """Return whether a word of the query is in the part, or is the subject, which several parts may share."""
        return self.offset <= offset < self.offset + self.size or word == self.parts[0]


@dataclass(eq=False)
class Group:
    """A group of parts and of groups: ``head { items } tail``; the branches of a UNION are groups of one group."""

    head: str = ""
    items: list[Part | Group] = field(default_factory=list)
    tail: list[Part | str] = field(default_factory=list)
    union: bool = False

    @property
    def graph(self) -> bool:
        """Whether it is the group of a GRAPH."""
        return self.head[:5].upper() == "GRAPH"

    @property
    def columns(self) -> list[str]:
        """The columns that a SELECT inside the query computes."""
        return re.findall(r"\bAS\s+[?$](\w+)", self.head, re.IGNORECASE)

    @property
    def parts(self) -> list[Part]:
        """Every part, in the order of the text."""
        return [part for part, _ in self.walk()]

    def walk(self) -> Iterator[tuple[Part, tuple[Group, ...]]]:
        """Yield every part with the groups around it, the outermost first."""
        for item in [*self.items, *self.tail]:
            if isinstance(item, Part):
                yield item, (self,)
            elif isinstance(item, Group):
                yield from ((part, (self, *around)) for part, around in item.walk())

    def bound(self, parts: Collection[Part]) -> set[str]:
        """Return the variables that some of its parts bind."""
        heads = {id(group): variables(group.head) for _, around in self.walk() for group in around if group.graph}
        found = {name for _, around in self.walk() for group in around[1:] for name in group.columns}
        for part, around in self.walk():
            if part in parts:
                found.update(part.binds, *(heads.get(id(group), ()) for group in around))
        return found

    def write(self, parts: Collection[Part], instead: Mapping[Part, str]) -> str:
        """Return the text of the group with some of its parts only, and with other texts for some of these."""
        bound, written = self.bound(parts), []
        for item in self.items:
            if isinstance(item, Group):
                written.append(item.write(parts, instead))
            elif item in parts and item.uses <= bound:
                written.append(instead.get(item, item.text))
        if self.union:
            return "\nUNION\n".join(written)
        tail = [item if isinstance(item, str) else instead.get(item, item.text) for item in self.tail
                if isinstance(item, str) or item in parts]  # fmt: skip
        joined = "\n".join(written)
        inner = f"{self.head} {{ {joined}\n}} {' '.join(tail)}"
        return f"{{ {inner} }}" if self.head.upper().startswith("SELECT") else inner


@dataclass(eq=False)
class Query:
    """A query: what stands before its group, the group, and the parts after it."""

    text: str
    form: str
    prologue: str
    head: str  # between the form and the group
    dataset: str
    where: Group
    tail: list[Part]
    grouped: frozenset[str] | None  # variables of GROUP BY

    original: str  # the text without values of parameters

    def place(self, offset: int) -> str:
        """Return line and column of an offset in the original text."""
        longer = len(self.text) - len(self.original)
        added = longer and self.text[:offset] != self.original[:offset]
        return place(self.original, offset - longer * bool(added))


def place(text: str, offset: int) -> str:
    r"""Return line and column of an offset.

    >>> place("ASK {\n ?s }", 7)
    '2:2'
    """
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def variables(text: str) -> frozenset[str]:
    """Return the variables that a text names, without their sign.

    >>> sorted(variables("?a = $b # ?c"))
    ['a', 'b']
    """
    return frozenset(piece[1:] for piece, _ in sparql.tokens(text) if piece[0] in "?$" and len(piece) > 1)


def read(text: str, original: str | None = None) -> Query:
    """Return a query as a tree; raise `Unread` if its text is not understood.

    >>> query = read("SELECT ?d { ?e pcg:step/pcg:date ?d FILTER(?d > '2020' && ?d < '2022') } LIMIT 0")
    >>> [part.shown for part, _ in query.where.walk()], [part.shown for part in query.tail]
    (['pcg:step', 'pcg:date ?d', "FILTER(?d > '2020')", "FILTER(?d < '2022')"], ['LIMIT 0'])
    """
    try:
        return _Reader(text).query(text if original is None else original)
    except IndexError as error:
        raise Unread from error


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.tokens, self.at, self.fresh = text, sparql.tokens(text), 0, 0
        self.words = [piece.upper() for piece, _ in self.tokens]

    def word(self) -> str:
        return self.words[self.at]

    def start(self, number: int | None = None) -> int:
        number = self.at if number is None else number
        return self.tokens[number][1] if number < len(self.tokens) else len(self.text)

    def since(self, first: int) -> str:
        """Return the text from a token up to the last one that was read."""
        piece, offset = self.tokens[self.at - 1]
        return self.text[self.start(first) : offset + len(piece)]

    def name(self) -> str:
        self.fresh += 1
        return f"{FRESH}{self.fresh}"

    def skip(self) -> str:
        """Read one token, or everything between two brackets."""
        first, closing = self.at, CLOSING.get(self.word())
        self.at += 1
        while closing and self.word() != closing:
            self.skip()
        self.at += bool(closing)
        return self.since(first)

    def query(self, original: str) -> Query:
        while self.word() not in sparql.FORMS:
            self.at += 1
        form, prologue = self.word(), self.text[: self.start()]
        self.at += 1
        first, dataset, head = self.at, "", None
        while self.word() != "{" or (form == "CONSTRUCT" and self.at == first):
            if head is None and self.word() in ("FROM", "WHERE"):
                head = self.text[self.start(first) : self.start()]
            if self.word() == "FROM":
                begin = self.at
                self.at += 2 + (self.words[self.at + 1] == "NAMED")
                dataset += f" {self.since(begin)}"
                continue
            self.skip()
        head = self.text[self.start(first) : self.start()] if head is None else head
        where = self.group()
        tail, grouped = self.tail()
        where.items += [part for part in tail if part.kind == "values"]
        tail = [part for part in tail if part.kind != "values"]
        return Query(self.text, form, prologue, head, dataset, where, tail, grouped, original)

    def tail(self) -> tuple[list[Part], frozenset[str] | None]:
        """Read what follows a group, up to a closing bracket."""
        parts: list[Part] = []
        grouped = None
        while self.at < len(self.tokens) and self.word() != "}":
            first, word = self.at, self.word()
            if word not in TAIL:
                raise Unread
            self.at += 1
            while self.at < len(self.tokens) and self.word() not in (*TAIL, "}"):
                self.skip()
            said = self.since(first)
            if word == "GROUP":
                grouped = variables(said)
            if word == "VALUES":
                self.at = first
                parts.append(self.values())
            else:
                parts.append(Part(word.lower(), said, _shown(said), self.start(first), len(said)))
        return parts, grouped

    def group(self, head: str = "") -> Group:
        """Read a group with its brackets."""
        if self.word() != "{":
            raise Unread
        self.at += 1
        found = Group(head)
        if self.word() == "SELECT":
            first = self.at
            while self.word() != "{":
                self.skip()
            inner = self.group(self.text[self.start(first) : self.start()])
            for part in self.tail()[0]:
                part.parts = (inner.head, "", "")
                inner.tail.append(part.text if part.kind in ("group", "order") else part)
            found.items.append(inner)
        while self.word() != "}":
            self.item(found)
        self.at += 1
        scope = found.bound(found.parts)
        for item in found.items:  # what a part uses and nothing here binds is no reason to leave it out
            if isinstance(item, Part):
                item.uses &= scope
        return found

    def item(self, into: Group) -> None:
        """Read the next piece of a group."""
        first, word = self.at, self.word()
        if word == ".":
            self.at += 1
        elif word == "FILTER":
            into.items += self.filters()
        elif word == "BIND":
            self.at += 1
            said = self.skip()
            name, *uses = reversed([piece[1:] for piece, _ in sparql.tokens(said) if piece[0] in "?$"])
            into.items.append(Part("bind", f"BIND{said}", _shown(f"BIND{said}"), self.start(first), len(said),
                                   frozenset({name}), frozenset(uses)))  # fmt: skip
        elif word == "VALUES":
            into.items.append(self.values())
        elif word in ("OPTIONAL", "MINUS"):
            self.at += 1
            inside = self.group()
            bound = inside.bound(inside.parts)
            said = self.since(first)
            into.items.append(Part(word.lower(), said, _shown(said), self.start(first), len(said),
                                   frozenset(bound) if word == "OPTIONAL" else frozenset(), inner=inside))  # fmt: skip
        elif word == "GRAPH":
            self.at += 2
            into.items.append(self.group(self.since(first)))
        elif word == "{":
            groups = [self.group()]
            while self.word() == "UNION":
                self.at += 1
                groups.append(self.group())
            into.items.append(Group(items=list(groups), union=True) if len(groups) > 1 else groups[0])
        elif word in KEYWORDS:
            raise Unread
        else:
            self.triples(into)

    def values(self) -> Part:
        first = self.at
        self.at += 1
        names = self.skip()
        self.skip()
        said = self.since(first)
        return Part("values", said, _shown(said), self.start(first), len(said), variables(names))

    def filters(self) -> Iterator[Part]:
        """Read a FILTER as one part for each condition that ``&&`` joins."""
        first = self.at
        self.at += 1
        begin, word = self.at, self.word()
        while self.word() not in ("(", "{"):
            self.at += 1
        inside, depth = self.at + 1, 0
        self.skip()
        if word != "(":
            said = self.since(first)
            yield Part("filter", said, _shown(said), self.start(first), len(said), uses=variables(said))
            return
        end = self.at - 1
        cuts = []
        for number in range(begin, end):
            depth += (self.words[number] in CLOSING) - (self.words[number] in CLOSING.values())
            if depth == 1 and self.words[number] == self.words[number + 1] == "&":
                cuts.append(number)
        for left, right in zip([inside, *(cut + 2 for cut in cuts)], [*cuts, end], strict=True):
            said = self.text[self.start(left) : self.start(right)].strip()
            offset = self.start(left if cuts else first)
            size = len(said) + self.start(left) - offset
            yield Part("filter", f"FILTER({said}\n)", _shown(f"FILTER({said})"), offset, size, uses=variables(said))

    def triples(self, into: Group) -> None:
        """Read the triples of one subject."""
        closed = self.word() == "["
        subject = self.node(into)
        if closed and self.word() in (".", "}"):
            return
        self.properties(into, subject)

    def properties(self, into: Group, subject: str) -> None:
        while self.word() not in (".", "}", "]", *KEYWORDS, "{"):
            if self.word() == ";":
                self.at += 1
                continue
            steps = self.path()
            while True:
                begin = self.at
                node = self.node(into)
                said, here = _shown(self.since(begin)), subject
                for number, (path, offset) in enumerate(steps):
                    last = number == len(steps) - 1
                    there = node if last else self.name()
                    size = len(self.since(begin)) + self.start(begin) - offset if last else len(path)
                    text, shown = f"{here} {path} {there}", f"{path} {said}" if last else path
                    part = Part("triple", f"{text} .", shown, offset, size, variables(text), parts=(here, path, there))
                    into.items.append(part)
                    here = there
                if self.word() != ",":
                    break
                self.at += 1
            if self.word() not in (";", ".", "}", "]", *KEYWORDS, "{"):
                raise Unread

    def path(self) -> list[tuple[str, int]]:
        """Read a path as its steps; one with ``|`` is a single step."""
        steps, begin, first, alternative = [], self.at, self.at, False
        while True:
            while self.word() in ("^", "!"):
                self.at += 1
            self.skip()
            while self.words[self.at] in ("*", "+", "?"):
                self.at += 1
            if self.word() == "/":
                steps.append((self.since(begin), self.start(begin)))
                self.at += 1
                begin = self.at
            elif self.word() == "|":
                alternative = True
                self.at += 1
            else:
                break
        steps.append((self.since(begin), self.start(begin)))
        return [(self.since(first), self.start(first))] if alternative else steps

    def node(self, into: Group) -> str:
        """Read a subject or an object; a blank node is a variable here, and what is in its brackets more triples."""
        if self.word() == "[":
            name = self.name()
            self.at += 1
            self.properties(into, name)
            self.at += 1
            return name
        if self.word() in ("<", ")", "]", "}", ".", ";", ",", "+") or self.words[self.at][0] in "*/|":
            raise Unread
        first = self.at
        self.skip()
        if self.at < len(self.words) and self.tokens[first][0][0] in "'\"":
            self.at += self.words[self.at].startswith("@") or 3 * (self.words[self.at : self.at + 2] == ["^", "^"])
        return self.since(first)


def _shown(text: str) -> str:
    plain = " ".join(re.sub(r"(?m)(?<=\s)#.*$", "", text).split())
    return plain if len(plain) <= 80 else f"{plain[:77]}…"

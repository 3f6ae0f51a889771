"""Changes facts of a Turtle file, and keeps its comments, its order and everything else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import PCG, PREFIXES, TYPE
from pcgraph.store import nquads
from pcgraph.store.files import replacing, shown
from pcgraph.turtle.formatter import comments, formatted, layout
from pcgraph.turtle.parser import Block, Fact, Parsed, Tokens, Unexpected, parse_document
from pcgraph.turtle.terms import Said, Term, Terms, Triple, fact, grouped, spell, triples


@dataclass
class _Item:
    """A block with the meaning of its facts, or a comment; `blank` if an empty line precedes it."""

    blank: bool
    item: Block | str
    subject: str = ""
    facts: list[tuple[Fact, str, list[Term]]] = field(default_factory=list)  # with predicate and objects


class Document:
    r"""A Turtle document whose facts can be replaced, removed and added; `triples` are those of its text.

    Only facts that are not the same change. Every comment stays; the comment of a fact that is gone stands above its
    block. `where` begins error messages. `prefixes` spell what the document has no prefix for.

    >>> text = '@prefix ex: <http://e.x/> .\n\nex:a ex:name "A"@en , "Ä"@de .  # why\n'
    >>> document = Document(text, "a.ttl")
    >>> names = [ox.Literal("B", language="en"), ox.Literal("Ä", language="de")]
    >>> document.set_values("http://e.x/a", {"http://e.x/name": names})
    >>> print(document.text(), end="")
    @prefix ex: <http://e.x/> .
    <BLANKLINE>
    ex:a ex:name "B"@en , "Ä"@de .  # why
    """

    def __init__(self, text: str, where: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self.where, self._standard = where, dict(prefixes)
        before, (self._header, bound, items) = _canonical(text, where)
        taken = {*bound.values()}
        self._prefixes = {name: space for name, space in prefixes.items() if space not in taken} | bound
        self.triples = nquads.parse_turtle(before, where)
        self._comments, self._wanted = comments(before), {*map(_plain, self.triples)}
        facts = [each for _, item in items if isinstance(item, Block) for each in item.facts]
        if len(self.triples) != sum(len(each.objects) for each in facts):
            raise self._unsafe()  # nodes without a name, which no data have
        meanings = iter(self.triples)
        self._items = [_Item(blank, item) for blank, item in items]
        for item in self._items:
            for each in item.item.facts if isinstance(item.item, Block) else ():
                meant = [next(meanings) for _ in each.objects]
                item.subject = meant[0].subject.value
                item.facts.append((each, meant[0].predicate.value, [triple.object for triple in meant]))

    def said(self, subject: str) -> Terms:
        """Return what the document says of a subject."""
        facts = [each for item in self._items if item.subject == subject for each in item.facts]
        return grouped((subject, verb, term) for _, verb, terms in facts for term in terms).get(subject, {})

    def named(self) -> set[str]:
        """Return what is the object of some triple."""
        return {term.value for item in self._items for _, _, terms in item.facts for term in terms}

    def set_values(self, subject: str, values: Mapping[str, Sequence[Term]]) -> None:
        """Set the only values of some properties of a subject; one without a block gets one."""
        now = {verb: [*terms] for verb, terms in {**self.said(subject), **values}.items() if terms}
        self.replace([subject], {subject: now} if now else {})

    def replace(self, old: Collection[str], new: Said, *, last: bool = False) -> None:
        """Replace the blocks of some subjects; new ones come after those before them, `last` at the end of the file."""
        self._wanted = {triple for triple in self._wanted if triple[0] not in old} | triples(new)
        replaced = [n for n, item in enumerate(self._items) if item.subject in old]
        at = replaced[0] if replaced else self._end(last=last)
        blank = self._items[at].blank if replaced else not (last and self._is_passage(at - 1))
        for subject, said in new.items():
            own = [item for item in self._items if item.subject == subject] if subject in old else []
            if own:
                self._merge(own, said)
                at = max(n for n, item in enumerate(self._items) if item.subject == subject) + 1
            else:
                facts = [(fact(verb, terms, self._prefixes), verb, [*terms]) for verb, terms in said.items() if terms]
                made = Block(spell(ox.NamedNode(subject), self._prefixes))
                self._items.insert(at, _Item(blank, made, subject, facts))
                at += 1
            blank = False  # an empty line precedes only the first block of a group
        for item in [item for item in self._items if item.subject in old and item.subject not in new]:
            self._remove(item, [each for each, *_ in item.facts])

    def rename(self, old: str, new: str) -> None:
        """Rename the blocks of a subject; what refers to it stays."""
        self._wanted = {(new if subject == old else subject, verb, term) for subject, verb, term in self._wanted}
        for item in self._items:
            if item.subject == old and isinstance(item.item, Block):
                item.subject, item.item.subject = new, spell(ox.NamedNode(new), self._prefixes)

    def add(self, parts: Iterable[Iterable[Block]]) -> None:
        """Add blocks at the end, which are spelt with the prefixes of the project; an empty line precedes each part."""
        if any(self._prefixes.get(name, space) != space for name, space in self._standard.items()):
            raise InvalidInput(
                f"{self.where}: has other prefixes than the project; expected the standard ones; rename its prefixes"
            )
        items = [(not number, each) for part in parts for number, each in enumerate(part)]
        added = Document(layout([], self._standard, items), self.where, self._standard)
        self._items += added._items
        self._wanted |= added._wanted

    def text(self) -> str:
        """Return the document in the canonical layout."""
        for item in self._items:
            if isinstance(item.item, Block):
                item.item.facts = [each for each, *_ in item.facts]
        after = layout(self._header, self._standard | self._prefixes, [(each.blank, each.item) for each in self._items])
        found = {_plain(triple) for triple in ox.parse(after, format=ox.RdfFormat.TURTLE)}
        if found != self._wanted or comments(after) != self._comments:
            raise self._unsafe()
        return after

    def _unsafe(self) -> InvalidInput:
        return InvalidInput(f"{self.where}: cannot be edited safely; expected only new values; edit the file by hand")

    def _end(self, *, last: bool) -> int:
        """Return where new blocks go: at the end of the file, or before the passages there."""
        at = len(self._items)
        while not last and at and self._is_passage(at - 1):
            at -= 1
        return at

    def _is_passage(self, at: int) -> bool:
        said = self._items[at].facts
        return any((verb, term.value) == (TYPE, PCG + "Passage") for _, verb, terms in said for term in terms)

    def _merge(self, own: list[_Item], new: Terms) -> None:
        """Change the facts of the blocks of one subject that are not the same."""
        old = self.said(own[0].subject)
        if {verb: {*terms} for verb, terms in old.items()} == {verb: {*terms} for verb, terms in new.items()}:
            return
        left = {verb: list(terms) for verb, terms in new.items()}
        swapped = {(verb, term): other for verb in new for term, other in _swapped(old.get(verb, ()), new[verb])}
        places: dict[str, tuple[Fact, list[Term]]] = {}  # the last ones
        for item in own:
            for each, verb, terms in item.facts:
                for n, term in enumerate(terms):
                    if other := swapped.get((verb, term)):
                        terms[n], each.objects[n] = other, spell(other, self._prefixes)
                kept = [n for n, term in enumerate(terms) if term in left.get(verb, ())]
                each.objects, terms[:] = [each.objects[n] for n in kept], [terms[n] for n in kept]
                left[verb] = [term for term in left.get(verb, ()) if term not in terms]
                places[verb] = each, terms
        at = 0
        for verb in new:
            if left[verb] and verb in places:
                each, terms = places[verb]
                terms += left[verb]
                each.objects += [spell(term, self._prefixes) for term in left[verb]]
            elif left[verb]:
                own[0].facts.insert(at, (fact(verb, left[verb], self._prefixes), verb, left[verb]))
            at = max((n for n, (_, each, _) in enumerate(own[0].facts, 1) if each == verb), default=at)
        for item in own:
            self._remove(item, [each for each, _, terms in item.facts if not terms])

    def _remove(self, item: _Item, facts: list[Fact]) -> None:
        """Remove facts from a block, and the block without facts; their comments come above it."""
        above = [comment for each in facts for comment in (*each.above, each.after) if comment]
        item.facts = [each for each in item.facts if all(each[0] is not one for one in facts)]
        if item.facts:  # no comment can stand before the first predicate
            first = item.facts[0][0]
            above, first.above = above + first.above, []
        at = next(n for n, each in enumerate(self._items) if each is item)
        left = [item] if item.facts else []
        self._items[at : at + 1] = [_Item(item.blank and not n, comment) for n, comment in enumerate(above)] + left
        item.blank = item.blank and not above


def _canonical(text: str, where: str) -> tuple[str, Parsed]:
    """Return a document in the canonical layout, and its parts; faster than `formatted` for one that is in it."""
    with suppress(Unexpected):
        parts = parse_document(Tokens(text))
        if layout(*parts) == text:
            return text, parts
    text = formatted(text, where)
    return text, parse_document(Tokens(text))


def _plain(triple: ox.Triple) -> Triple:
    return triple.subject.value, triple.predicate.value, triple.object


def _swapped(old: Sequence[Term], new: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Yield each text that is gone with the new one in its language, which takes its place."""
    added = [term for term in new if term not in old]
    for gone in (term for term in old if term not in new and isinstance(term, ox.Literal)):
        like = (each for each in added if isinstance(each, ox.Literal) and each.language == gone.language)
        if other := next(like, None):
            added.remove(other)
            yield gone, other


def write_edited(path: Path, before: str, after: str) -> None:
    """Replace the text of a file that was edited.

    >>> write_edited(Path("no-such.ttl"), "", "")
    Traceback (most recent call last):
    pcgraph.errors.InvalidInput: no-such.ttl: has changed since it was read; expected the same file; run ...
    """
    now = path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
    if now is None or now.removeprefix("\ufeff") != before.removeprefix("\ufeff"):
        raise InvalidInput(
            f"{shown(path)}: has changed since it was read; expected the same file; run the command again"
        )
    with replacing(path) as temporary:
        temporary.write_bytes(after.encode("utf-8"))

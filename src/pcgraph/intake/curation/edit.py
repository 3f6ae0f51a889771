"""Replaces one engagement in the file of a source, or values of one thing, and leaves everything else as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.form import CHILDREN, STATED_IN, Node, Passage, block, read_quads
from pcgraph.intake.curation.vocabulary import Term, Vocabulary, spell
from pcgraph.intake.curation.writing import Said, passage_statements, prefixes_of, statements
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.turtle.formatter import formatted, layout
from pcgraph.turtle.parser import Block, Fact, Tokens, Unexpected, parse_document
from pcgraph.turtle.parser import Node as Text

Triple = tuple[str, str, Term]
Terms = dict[str, list[Term]]  # predicate → objects


def with_engagement(
    text: str, where: str, id_: str, engagement: Node | None, passages: Iterable[Passage], words: Vocabulary, slug: str
) -> str:
    r"""Return the file of a source with one engagement replaced, added or removed.

    It does the same for the card (its id is the slug of the source) and for what the source says about other things.

    Parameters
    ----------
    text : str
        Turtle 1.1. A document that is not in the canonical layout is brought into it.
    where : str
        Name of the file, for error messages.
    id_ : str
        The engagement to replace or remove. Without one of this id, the engagement is added.
    engagement : Node or None
        The new engagement, which may have a new id; None to remove the old one.
    passages : iterable of Passage
        Those that the engagement cites; others are ignored.
    words : Vocabulary
    slug : str
        Of the source.

    Returns
    -------
    str
        The document in the canonical layout. Only blocks of the engagement change, and in them only the facts that
        are not the same. Every comment stays; the comment of a fact that is gone stands above its block. A passage that
        the engagement cited and that nothing cites any more is gone.

    Raises
    ------
    InvalidInput
        If the document cannot be laid out, if the form is wrong, or if the engagement to remove does not exist.

    Examples
    --------
    >>> from pcgraph.intake.curation.form import vocabulary
    >>> from pcgraph.intake.curation.writing import node
    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> words = vocabulary(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    >>> text = "@prefix pcg: <https://w3id.org/pcgraph/ontology#> .\n\n<urn:a> pcg:x 1 .  # why\n"
    >>> print(with_engagement(text, "a.ttl", "talks", node("talks", "Talks"), [], words, "a"), end="")
    @prefix id: <https://w3id.org/pcgraph/id/> .
    @prefix pcg: <https://w3id.org/pcgraph/ontology#> .
    <BLANKLINE>
    <urn:a> pcg:x 1 .  # why
    <BLANKLINE>
    id:talks a pcg:Talks .
    """
    before = _canonical(text, where)
    try:
        form = read_quads(ox.parse(before, format=ox.RdfFormat.TURTLE), slug, words)
    except SyntaxError:
        formatted(text, where)  # raises the error with its line
        raise
    nodes = [form["card"], *form["engagements"], *form["things"]]
    old = next((each for each in nodes if each["id"] == id_), None)
    if old is None and engagement is None:
        raise InvalidInput(f"{where}: has no {id_}; expected an engagement to remove; reload the form")
    gone = statements(old, slug, words) if old else {}
    new = statements(engagement, slug, words) if engagement else {}
    parts = {each["id"] for node in nodes if node is not old for each in (node, *_children(node))}
    taken = {words.names.id + each for each in parts if each != slug} & new.keys()
    if taken:
        raise InvalidInput(
            f"{where}: has another block of {words.names.compact(min(taken))}; expected a new id; choose another"
        )
    document = _Document(before, words)
    document.replace(gone, new)
    was, cited = _cited(gone), _cited(new)
    described = passage_statements(passages, slug, words)
    held = document.subjects()
    for iri in [iri for iri in described if iri in cited]:
        document.replace({iri: _described(held[iri])} if iri in held else {}, {iri: described[iri]}, last=True)
    unused = {iri for iri in was - cited - document.named() if iri in held}
    document.replace({iri: _described(held[iri]) for iri in unused}, {})
    after = document.text()
    _check(before, after, where, [*gone, *unused, *(described.keys() & cited)], new, described)
    return after


def with_terms(text: str, where: str, subject: str, terms: Mapping[str, Sequence[Term]], words: Vocabulary) -> str:
    r"""Return a document in which a subject has these values of some properties, and no others of them.

    Parameters
    ----------
    text : str
        Turtle 1.1. A document that is not in the canonical layout is brought into it.
    where : str
        Name of the file, for error messages.
    subject : str
        IRI; without a block of its own, it gets one at the end.
    terms : mapping of str to sequence of Term
        IRI of each property → its values; none removes the property.
    words : Vocabulary

    Raises
    ------
    InvalidInput
        If the document cannot be laid out.

    Examples
    --------
    >>> from pcgraph.intake.curation.form import vocabulary
    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> words = vocabulary(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    >>> text = '@prefix ex: <http://e.x/> .\n\nex:a ex:name "A"@en , "Ä"@de .  # why\n'
    >>> names = {"http://e.x/name": [ox.Literal("B", language="en"), ox.Literal("Ä", language="de")]}
    >>> print(with_terms(text, "a.ttl", "http://e.x/a", names, words), end="")
    @prefix ex: <http://e.x/> .
    <BLANKLINE>
    ex:a ex:name "B"@en , "Ä"@de .  # why
    """
    before = _canonical(text, where)
    document = _Document(before, words)
    held = document.subjects()
    said = _described(held.get(subject, ()))
    now = {verb: [*values] for verb, values in {**said, **terms}.items() if values}
    new = {subject: now} if now else {}
    document.replace({subject: said} if said else {}, new)
    after = document.text()
    _check(before, after, where, [subject], new, {})
    return after


def _canonical(text: str, where: str) -> str:
    """Return a document in the canonical layout; faster than `formatted` for one that is in it."""
    with suppress(Unexpected):
        if layout(*parse_document(Tokens(text))) == text:
            return text
    return formatted(text, where)


def _children(node: Node) -> Iterator[Node]:
    for name in CHILDREN:
        yield from node[name]  # type: ignore[literal-required]


def _cited(said: Said) -> set[str]:
    return {term.value for each in said.values() for term in each.get(STATED_IN, ())}


def _described(triples: Iterable[tuple[str, Term]]) -> Terms:
    found: Terms = {}
    for verb, term in triples:
        found.setdefault(verb, []).append(term)
    return found


@dataclass
class _Item:
    """A block with the meaning of its terms, or a comment; `blank` if an empty line precedes it."""

    blank: bool
    item: Block | str
    subject: str = ""
    facts: list[tuple[Fact, str, list[Term]]] = field(default_factory=list)  # with predicate and objects

    def update(self) -> None:
        """Copy `facts` to the block."""
        if isinstance(self.item, Block):
            self.item.facts = [fact for fact, *_ in self.facts]


class _Document:
    """A Turtle document whose blocks can be replaced."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self.header, bound, items = parse_document(Tokens(text))
        self.bound, self.prefixes = bound, prefixes_of(bound, words)
        self.items = [_Item(blank, item) for blank, item in items]
        meanings = iter(self._meanings())
        for item in self.items:
            if isinstance(item.item, Block):
                item.subject = next(meanings).value
                for fact in item.item.facts:
                    verb = next(meanings).value
                    item.facts.append((fact, verb, [next(meanings) for _ in fact.objects]))

    def _meanings(self) -> list[Term]:
        """Return the terms of all blocks in order; parsed at once, because every parse costs."""
        spelt: list[Text] = []
        for item in self.items:
            if isinstance(item.item, Block):
                spelt.append(item.item.subject)
                for fact in item.item.facts:
                    spelt += [f"<{TYPE}>" if fact.verb == "a" else fact.verb, *fact.objects]
        head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in self.bound.items())
        body = "".join(f"<urn:s> <urn:p> {'<urn:node>' if not isinstance(each, str) else each} .\n" for each in spelt)
        return [triple.object for triple in ox.parse(head + body, format=ox.RdfFormat.TURTLE)]

    def subjects(self) -> dict[str, list[tuple[str, Term]]]:
        """Return subject → its predicates and objects."""
        found: dict[str, list[tuple[str, Term]]] = {}
        for item in self.items:
            own = found.setdefault(item.subject, []) if item.subject else []
            own += [(verb, term) for _, verb, terms in item.facts for term in terms]
        return found

    def named(self) -> set[str]:
        """Return what is the object of some triple."""
        return {term.value for item in self.items for _, _, terms in item.facts for term in terms}

    def replace(self, old: Said, new: Said, *, last: bool = False) -> None:
        """Replace the blocks of some subjects; new ones come after those before them, `last` at the end of the file."""
        replaced = [n for n, item in enumerate(self.items) if item.subject in old]
        at = replaced[0] if replaced else self._end(last=last)
        blank = self.items[at].blank if replaced else not (last and self._is_passage(at - 1))
        for subject, said in new.items():
            own = [item for item in self.items if item.subject == subject] if subject in old else []
            if own:
                self._merge(own, old[subject], said)
                at = max(n for n, item in enumerate(self.items) if item.subject == subject) + 1
            else:
                made = block(subject, said, self.prefixes)
                self.items.insert(at, _Item(blank, made, subject, _meaning(made, said)))
                at += 1
            blank = False  # an empty line precedes only the first block of a group
        for subject in old.keys() - new.keys():
            for item in [item for item in self.items if item.subject == subject]:
                self._remove(item, [fact for fact, *_ in item.facts])

    def text(self) -> str:
        """Return the document in the canonical layout."""
        return layout(self.header, self.prefixes, [(item.blank, item.item) for item in self.items])

    def _end(self, *, last: bool) -> int:
        """Return where new blocks go: at the end of the file, or before the passages there."""
        at = len(self.items)
        while not last and at and self._is_passage(at - 1):
            at -= 1
        return at

    def _is_passage(self, at: int) -> bool:
        return any((verb, term.value) == (TYPE, PCG + "Passage") for _, verb, ts in self.items[at].facts for term in ts)

    def _merge(self, own: list[_Item], old: Terms, new: Terms) -> None:
        """Change the facts of the blocks of one subject that are not the same."""
        if {verb: {*terms} for verb, terms in old.items()} == {verb: {*terms} for verb, terms in new.items()}:
            return
        left = {verb: list(terms) for verb, terms in new.items()}
        swapped = {(verb, term): other for verb in new for term, other in _swapped(old.get(verb, ()), new[verb])}
        places: dict[str, list[tuple[_Item, int]]] = {}
        for item in own:
            for number, (fact, verb, terms) in enumerate(item.facts):
                for n, term in enumerate(terms):
                    if other := swapped.get((verb, term)):
                        terms[n], fact.objects[n] = other, spell(other, self.prefixes)
                kept = [n for n, term in enumerate(terms) if term in left.get(verb, ())]
                fact.objects, terms[:] = [fact.objects[n] for n in kept], [terms[n] for n in kept]
                left[verb] = [term for term in left.get(verb, ()) if term not in terms]
                places.setdefault(verb, []).append((item, number))
        for verb in [verb for verb, terms in left.items() if terms and verb in places]:
            item, number = places[verb][-1]
            fact, _, terms = item.facts[number]
            terms += left[verb]
            fact.objects += [spell(term, self.prefixes) for term in left.pop(verb)]
        before = ""
        for verb in new:
            if left.get(verb):
                self._insert(own[0], before, verb, left[verb])
            before = verb
        for item in own:
            self._remove(item, [fact for fact, _, terms in item.facts if not terms])

    def _insert(self, item: _Item, before: str, verb: str, terms: list[Term]) -> None:
        """Add a new fact after the facts of another predicate; first if the block has none of these."""
        at = max((n for n, (_, each, _) in enumerate(item.facts) if each == before), default=-1) + 1
        spelt = "a" if verb == TYPE else spell(ox.NamedNode(verb), self.prefixes)
        fact = Fact(spelt, [spell(term, self.prefixes) for term in terms])
        item.facts.insert(at, (fact, verb, terms))
        item.update()

    def _remove(self, item: _Item, facts: list[Fact]) -> None:
        """Remove facts from a block, and the block without facts; their comments come above it."""
        comments = [comment for fact in facts for comment in (*fact.above, fact.after) if comment]
        item.facts = [each for each in item.facts if all(each[0] is not fact for fact in facts)]
        if item.facts and (above := item.facts[0][0].above):  # no comment can stand before the first predicate
            comments += above
            item.facts[0][0].above = []
        item.update()
        at = next(n for n, each in enumerate(self.items) if each is item)
        for comment in reversed(comments):
            self.items.insert(at, _Item(blank=item.blank and comment is comments[0], item=comment))
        if comments:
            item.blank = False
        if not item.facts:
            del self.items[at + len(comments)]


def _swapped(old: Sequence[Term], new: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Yield each text that is gone with the new one in its language, which takes its place."""
    added = [term for term in new if term not in old]
    for gone in (term for term in old if term not in new and isinstance(term, ox.Literal)):
        like = (each for each in added if isinstance(each, ox.Literal) and each.language == gone.language)
        if other := next(like, None):
            added.remove(other)
            yield gone, other


def _meaning(made: Block, said: Terms) -> list[tuple[Fact, str, list[Term]]]:
    return [
        (fact, verb, list(terms))
        for fact, (verb, terms) in zip(made.facts, ((v, t) for v, t in said.items() if t), strict=True)
    ]


def _check(before: str, after: str, where: str, changed: list[str], new: Said, described: Said) -> None:
    """Raise if anything else changed than was meant to; no file is known to cause this."""
    old, found = (
        {(t.subject.value, t.predicate.value, t.object) for t in ox.parse(each, format=ox.RdfFormat.TURTLE)}
        for each in (before, after)
    )
    cited = _cited(new)
    wanted = {triple for triple in old if triple[0] not in changed} | _triples(new)
    wanted |= _triples({iri: said for iri, said in described.items() if iri in cited})
    comments, kept = (
        Counter(token.text.rstrip() for token in Tokens(each).all if token.kind == "comment")
        for each in (before, after)
    )
    if found != wanted or comments != kept:
        raise InvalidInput(f"{where}: cannot be edited safely; expected only new values; edit the file by hand")


def _triples(said: Mapping[str, Terms]) -> set[Triple]:
    return {(subject, verb, term) for subject, each in said.items() for verb, terms in each.items() for term in terms}

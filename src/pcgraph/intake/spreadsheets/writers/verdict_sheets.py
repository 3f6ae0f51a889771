"""Reads the sheets of verdicts and judgements as verdicts: which value counts, and which things are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property
from hashlib import sha256
from itertools import count
from typing import NamedTuple

import pyoxigraph as ox

from pcgraph.intake.errors import BadInput, meant, shown
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, Row
from pcgraph.intake.spreadsheets.mapping.sheets import ANSWERS, UNNAMED_PARTY, column_name
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.writers.turtle_writer import make_block
from pcgraph.intake.values import day_literal, slugify, text_literal
from pcgraph.model.namespaces import IDENTIFIED_AS, MARKS, PCG, compact, local
from pcgraph.turtle.parser import Block
from pcgraph.turtle.terms import Term, spell

LISTED = 12  # values that a message offers
OTHER_NAMES = {"quantityOf": "counted", "date": "status date", "saidBy": "said by"}  # of columns of the template


class Claim(NamedTuple):
    """One statement of a source that a verdict may be about."""

    subject: str
    property: str
    value: Term


class Decided(NamedTuple):
    """What a row decides: the verdict that asks the same question is known by it."""

    subject: str  # Turtle: an IRI, or a spelling
    property: str
    value: str


class VerdictReader:
    """Reads rows of both sheets."""

    def __init__(self, words: Vocabulary, makers: Makers) -> None:
        self.makers = makers
        self.words, self.names, self.lookup = words, words.names, words.lookup
        self.taken = set(words.lookup.types)
        self.first: dict[frozenset[str], str] = {}  # questions of the rows read so far → their place

    def verdict(self, row: Row) -> Block | None:
        """Return the verdict of a row of the sheet of verdicts; None if the row has faults."""
        subject = row.attempt("about", self.words.thing, row.cell("about")) if row.cell("about") else None
        claim = self.claim(row, subject) if subject and row.cell("field") and row.cell("value") else None
        answer = self.answer("verdicts", row)
        if claim and answer == "prefers" and self.may_be_several(claim.property):
            what, todo = f"{row.cell('field')} may have several values", "write a row for each wrong value"
            broken = BadInput("unknown-value", what, "expected does not count, or open", todo)
            row.refuse("answer", broken)
        slug = (
            [local(claim.subject).replace(".", "-"), slugify(column_name(local(claim.property)))] if claim else []
        ) + [_slug(row.cell("value"))]
        decided = Decided(*(self.spelt(each) for each in claim)) if claim else None
        return self.block(row, "value", slug, "pcg:onSubject", decided, answer)

    def judgement(self, row: Row) -> Block | None:
        """Return the verdict of a row of the sheet of judgements; None if the row has faults."""
        one, spelling = row.cell("one"), row.cell("spelling")
        if bool(one) == bool(spelling):
            what = "both one and spelling" if one else "neither one nor spelling"
            row.refuse("one", BadInput("missing-value", what, "expected one of them", "fill in or empty a cell"))
        first = row.attempt("one", self.words.thing, one) if one else None
        other = row.attempt("other", self.words.thing, row.cell("other")) if row.cell("other") else None
        if first and first == other:
            broken = BadInput("unknown-value", f"is {compact(first)} itself", "expected another thing", "correct it")
            row.refuse("other", broken)
        subject = text_literal(spelling) if spelling else self.spelt(first) if first else ""
        slug = ["name", _slug(spelling)] if spelling else [local(first or "")]
        decided = Decided(subject, "owl:sameAs", self.spelt(other)) if subject and other else None
        slug += ["and", local(other or "")]
        property_ = "pcg:onName" if spelling else "pcg:onSubject"
        return self.block(row, "other", slug, property_, decided, self.answer("judgements", row))

    def block(
        self, row: Row, column: str, slug: Iterable[str], on: str, decided: Decided | None, answer: str | None
    ) -> Block | None:
        """Return the block of a verdict, with what both sheets say about it."""
        grounds, name = self.grounds(row), row.cell("id")
        if name and self.names.verdict + name in self.taken:
            row.refuse("id", BadInput("id-taken", f"verdict:{name} exists", "expected a new id", "empty the cell"))
        if decided is not None:
            self.check_new(row, column, decided, answer)
        if row.faults or decided is None:
            return None
        facts = {
            "a": ["pcg:Verdict"],
            on: [decided.subject],
            "pcg:onProperty": [decided.property],
            f"pcg:{answer}": [decided.value],
            **{f"pcg:{name}": terms for name, terms in grounds.items()},
        }
        return make_block(f"verdict:{self.free_name(name or '-'.join(slug))}", facts)

    def grounds(self, row: Row) -> dict[str, list[str]]:
        """Return why, on what, by whom and when a row decides: property → Turtle terms."""
        language, reason, by = self.lookup.inputs.project.label_language, row.cell("reason"), row.cell("decided by")
        day = row.attempt("decided", day_literal, row.cell("decided")) if row.cell("decided") else None
        rests = [row.attempt("rests on", self.source, each) for each in row.parts("rests on")]
        return {
            "reason": [f"{text_literal(reason)}@{language}"] if reason else [],
            "restsOn": [each for each in rests if each],
            "decidedBy": [text_literal(by)] if by else [],
            "decided": [day] if day else [],
        }

    def free_name(self, slug: str) -> str:
        """Return a slug, with a number if a verdict has it already."""
        names = (f"{slug}-{number}" if number > 1 else slug for number in count(1))
        name = next(name for name in names if self.names.verdict + name not in self.taken)
        self.taken.add(self.names.verdict + name)
        return name

    def answer(self, sheet: str, row: Row) -> str | None:
        """Return the property of a verdict that an answer means."""
        known = ANSWERS[sheet]
        text = row.cell("answer").casefold()
        if text and text not in known:
            expected = f"expected one of {', '.join(known)}"
            row.refuse("answer", BadInput("unknown-value", f"{shown(text)} is unknown", expected, meant(text, known)))
        return known.get(text)

    def check_new(self, row: Row, column: str, decided: Decided, answer: str | None) -> None:
        """Refuse a question that a verdict of the data, or an earlier row, decides."""
        asked = _questions(decided, answer)
        if iri := next((self.verdicts[each] for each in asked if each in self.verdicts), None):
            todo = "delete the row, or change that verdict by hand"
            what = f"{compact(iri)} decides it already"
            row.refuse(column, self.makers.taken(iri, what, "expected a new question", todo))
        here = f"row {row.number}"
        if other := next((self.first[each] for each in asked if each in self.first), None):
            broken = BadInput("two-values", f"{other} decides the same", "expected one row for a question", "keep one")
            row.refuse(column, broken)
        self.first |= dict.fromkeys(asked, here)

    @cached_property
    def verdicts(self) -> dict[frozenset[str], str]:
        """Every question that the data decide → the verdict."""
        rows: dict[str, dict[str, Term]] = defaultdict(dict)
        for _, fact in self.lookup.facts_by_role("verdicts"):
            rows[fact.subject][local(fact.predicate)] = fact.term
        found = dict[frozenset[str], str]()
        for iri, said in rows.items():
            subject = said.get("onSubject") or said.get("onName")
            answer = next((name for name in ("prefers", "rejects", "leavesOpen") if name in said), "")
            if subject and answer and "onProperty" in said:
                terms = (subject, said["onProperty"], said[answer])
                found |= dict.fromkeys(_questions(Decided(*map(self.spelt, terms)), answer), iri)
        return found

    def claim(self, row: Row, subject: str) -> Claim | None:
        """Return the statement that a row names: about whom, which property, which value; None if it has faults."""
        name, text = row.cell("field").casefold(), row.cell("value")
        own = [each for part in self.parts.get(subject, [subject]) for each in self.said.get(part, ())]
        if name in (UNNAMED_PARTY, column_name(local(IDENTIFIED_AS))):
            return self.party(row, subject, text)
        asked = [each for each in own if name in _names(each.property)]
        if not asked:
            fields = sorted({column_name(local(each.property)) for each in own if _is_question(each.property)})
            what = f"no source gives {shown(name)} for {compact(subject)}"
            expected = f"expected one of {', '.join(fields)}" if fields else "expected a thing that a source describes"
            row.refuse("field", BadInput("unknown-value", what, expected, meant(name, fields)))
            return None
        found = sorted({each for each in asked if self.means(text, each.value)}, key=str)
        if not found:
            values = sorted({self.plain(each.value) for each in asked})
            more = [f"and {len(values) - LISTED} more"] if len(values) > LISTED else []
            expected = f"expected what a source gives: {', '.join(values[:LISTED] + more)}"
            row.refuse("value", BadInput("unknown-value", f"{shown(text)} is of no source", expected, "correct it"))
            return None
        if len(subjects := sorted({each.subject for each in found})) > 1:
            names = [compact(each).removeprefix("id:") for each in subjects]
            what, todo = f"is the {name} of {' and of '.join(names)}", f"write {names[0]}, or the other, into about"
            row.refuse("value", BadInput("two-values", what, "expected one of them", todo))
            return None
        return found[0]

    def party(self, row: Row, subject: str, text: str) -> Claim | None:
        """Return who an unnamed party is."""
        unnamed = [each for each in self.parts.get(subject, ()) if self.lookup.is_a(each, "UnnamedParty")]
        if len(unnamed) != 1:
            what = f"{compact(subject)} has {len(unnamed)} unnamed parties"
            todo = "write the id of the party, such as harbour-deal.unnamed, into about"
            row.refuse("about", BadInput("unknown-value", what, "expected one", todo))
            return None
        iri = row.attempt("value", self.words.register.agent, text)
        return Claim(unnamed[0], IDENTIFIED_AS, ox.NamedNode(iri)) if iri else None

    @cached_property
    def said(self) -> dict[str, list[Claim]]:
        """What the sources say about each thing."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for _, fact in self.lookup.facts_by_role("source"):
            found[fact.subject].append(Claim(fact.subject, fact.predicate, fact.term))
        return found

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Each thing → itself, and its steps, unnamed parties and representations."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in self.said:
            if iri.startswith(self.names.id):
                found[self.names.id + local(iri).partition(".")[0]].append(iri)
                if "." in local(iri):
                    found[iri].append(iri)
        return found

    def means(self, text: str, term: Term) -> bool:
        """Return whether the text of a cell means a value of a source."""
        if isinstance(term, ox.NamedNode):
            text = text.rpartition(":")[2] if ":" in text else text
            return text.casefold() in {local(term.value).casefold(), *self.words.names_of(term.value)}
        given: str = text.casefold()
        known: str = term.value.casefold()
        if known in ("true", "false"):
            return {"yes": "true", "no": "false"}.get(given, given) == known
        try:
            return given == known or Decimal(given.replace(",", "")) == Decimal(known)
        except InvalidOperation:
            return False

    def plain(self, term: Term) -> str:
        """Return a value as a person writes it."""
        return local(term.value) if isinstance(term, ox.NamedNode) else term.value

    def may_be_several(self, property_: str) -> bool:
        """Return whether a thing may have several values of a property, so that one that counts excludes none."""
        declared = self.lookup.ontology
        return not (property_ in declared.functional or property_ in declared.chosen_with or property_ == IDENTIFIED_AS)

    def spelt(self, value: str | Term) -> str:
        """Return an IRI or a term as Turtle."""
        return spell(ox.NamedNode(value) if isinstance(value, str) else value, self.names.prefixes)

    def source(self, text: str) -> str:
        """Return the source that a slug, an address or a title means."""
        if (slug := self.sources.get(text.removeprefix("src:").casefold())) is None:
            expected, todo = "expected the slug, the address or the title of a source", meant(text, self.sources)
            raise BadInput("unknown-value", f"{shown(text)} is no source here", expected, todo)
        return f"src:{slug}"

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Slug, address and title of each source → its slug."""
        found: dict[str, str] = {}
        for file, fact in self.lookup.facts_by_role("source"):
            if fact.subject == file.graph and local(fact.predicate) in ("address", "title"):
                found.setdefault(" ".join(fact.value.split()).casefold(), file.slug)
        return found | {file.slug.casefold(): file.slug for file, _ in self.lookup.by_role("source")}


def _questions(decided: Decided, answer: str | None) -> list[frozenset[str]]:
    """Return what identifies the questions that a verdict decides.

    Of two things that may be the same, the order does not count. A value that counts decides on the whole property.
    """
    subject, property_, value = decided
    if property_ == "owl:sameAs":
        return [frozenset((subject, value))]
    whole = [frozenset((f"subject {subject}", f"property {property_}"))] if answer == "prefers" else []
    return [frozenset((f"subject {subject}", f"property {property_}", f"value {value}")), *whole]


def _names(property_: str) -> set[str]:
    """Return the names under which a cell may name a property."""
    name = local(property_)
    return {name.casefold(), column_name(name), OTHER_NAMES.get(name, "")} - {""}


def _is_question(property_: str) -> bool:
    return property_.startswith(PCG) and local(property_) not in ("statedIn", "step") and property_ not in MARKS


def _slug(text: str) -> str:
    return slugify(text) or sha256(text.encode()).hexdigest()[:8]

"""Reads what one source says as a form: plain data for JSON, in the words of `pcgraph.model.fields`.

A form is lossless: facts that fields cannot hold are in `rest`, as Turtle. Comments of the file are no part of the
form; `pcgraph.intake.curation.edit` keeps them in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, nearest
from pcgraph.intake.curation.vocabulary import Value, Vocabulary
from pcgraph.model.namespaces import INFERRED, INFERRED_PARTY, PCG, TYPE
from pcgraph.model.ontology import read_ontology
from pcgraph.store.data_folder import Inputs
from pcgraph.turtle.formatter import render
from pcgraph.turtle.terms import Term, Triple, block, grouped

STATED_IN, STEP, REPRESENTATIVE = PCG + "statedIn", PCG + "step", PCG + "representative"
PARTY = "party"  # a value of `inferred`
Facts = dict[str, list[tuple[str, Term]]]  # subject → (predicate, object), in the order of the file

# What a source says about one thing.
#
# id : slug; of a step, an unnamed party or a representation too, such as "crane-talks.discussed"
# class : name of the class; "" if the source gives none
# fields : name of a field → its values, in the order of the file
# passages : ids of the passages that support it; a full IRI for one of another source
# steps, unnamed, representatives : what belongs to an engagement; a role holds the ids of its unnamed parties
# rest : Turtle of what the fields cannot hold; "" if there is nothing
Node = TypedDict(
    "Node",
    {
        "id": str,
        "class": str,
        "fields": dict[str, list[Value]],
        "passages": list[str],
        "steps": list["Node"],
        "unnamed": list["Node"],
        "representatives": list["Node"],
        "rest": str,
    },
)
Passage = dict[str, str | int | float | bool]  # "id", such as "char=84,182", and the fields of a passage
CHILDREN = ("unnamed", "representatives", "steps")


class SourceForm(TypedDict):
    """What one source says.

    `card` describes the source itself. `things` are what it says about agents, places and memberships outside of its
    engagements. `passages` are in the order of the file.
    """

    slug: str
    card: Node
    engagements: list[Node]
    things: list[Node]
    passages: list[Passage]
    rest: str


def parts(node: Node) -> list[Node]:
    """Return what belongs to an engagement: its unnamed parties, representations and steps."""
    return [part for name in CHILDREN for part in node[name]]  # type: ignore[literal-required]


def vocabulary(inputs: Inputs) -> Vocabulary:
    """Return the words of the forms of a project."""
    quads = [quad for file in inputs.by_role("ontology") for quad in file.quads]
    return Vocabulary(inputs.names, read_ontology(quads), quads)


def read(inputs: Inputs, slug: str, words: Vocabulary | None = None) -> SourceForm:
    """Return what a source says.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> form = read(data_folder.read(PACKAGE / "testing_data", home("ontology")), "post-2024")
    >>> form["card"]["fields"]["publisher"], [each["id"] for each in form["engagements"]][:1]
    ([{'value': 'coast-post', 'inferred': False}], ['lamp-agreement'])
    """
    file = next((file for file in inputs.by_role("source") if file.slug == slug), None)
    if file is None:
        raise InvalidInput(
            f"sources/{slug}.ttl: is not a source here; expected one of the data; {nearest(slug, inputs.slugs)}"
        )
    return read_quads(file.quads, slug, words or vocabulary(inputs))


def read_quads(quads: Iterable[ox.Quad | ox.Triple], slug: str, words: Vocabulary) -> SourceForm:
    """Return the form of the triples of one source, as `read` does."""
    return _Reader(quads, slug, words).form()


class _Reader:
    """Reads one source. Each subject is read once; what is not read at the end is `rest`."""

    def __init__(self, quads: Iterable[ox.Quad | ox.Triple], slug: str, words: Vocabulary) -> None:
        self.words, self.source, self.slug = words, words.names.src + slug, slug
        self.facts: Facts = {}
        for quad in quads:
            if isinstance(quad.object, ox.NamedNode | ox.Literal) and isinstance(quad.subject, ox.NamedNode):
                fact = quad.predicate.value, quad.object
                own = self.facts.setdefault(quad.subject.value, [])
                if fact not in own:
                    own.append(fact)
        self.rest: list[Triple] = []

    def form(self) -> SourceForm:
        facts = self.facts
        passages = [
            self._passage(iri, facts.pop(iri))
            for iri in [iri for iri in facts if iri.startswith(self.source + "#") and self._is(iri, PCG + "Passage")]
        ]
        card = self._node(self.source, facts.pop(self.source, []), self.slug)
        classes = self.words.ontology.engagement_classes
        about = {STEP, REPRESENTATIVE}
        engagements = [
            self._engagement(iri)
            for iri in [
                iri
                for iri, said in facts.items()
                if self._slug(iri) and (self._types(iri) & classes or any(verb in about for verb, _ in said))
            ]
        ]
        things = [self._node(iri, facts.pop(iri)) for iri in [iri for iri in facts if self._slug(iri)]]
        self.rest += [(iri, *fact) for iri, said in facts.items() for fact in said]
        return {
            "slug": self.slug,
            "card": card,
            "engagements": engagements,
            "things": things,
            "passages": passages,
            "rest": self._turtle(self.rest),
        }

    def _types(self, iri: str) -> set[str]:
        return {term.value for verb, term in self.facts.get(iri, ()) if verb == TYPE}

    def _is(self, iri: str, class_: str) -> bool:
        return class_ in self._types(iri)

    def _slug(self, iri: str) -> str:
        return iri.removeprefix(self.words.names.id) if iri.startswith(self.words.names.id) else ""

    def _engagement(self, iri: str) -> Node:
        said = self.facts.pop(iri)
        owned: dict[str, list[str]] = {name: [] for name in CHILDREN}
        links = []
        for fact in said:
            verb, term = fact
            roles = self.words.ontology.roles
            kind = {STEP: "Step", REPRESENTATIVE: "Representation"}.get(verb, "UnnamedParty" if verb in roles else "")
            if not kind or not self._is(term.value, PCG + kind) or not self._slug(term.value):
                continue
            name = {"Step": "steps", "Representation": "representatives"}.get(kind, "unnamed")
            if all(term.value not in each for each in owned.values()):
                owned[name].append(term.value)
            if name != "unnamed":
                links.append(fact)
        node = self._node(iri, [fact for fact in said if fact not in links])
        node["unnamed"] = [self._node(each, self.facts.pop(each)) for each in owned["unnamed"]]
        node["representatives"] = [self._node(each, self.facts.pop(each)) for each in owned["representatives"]]
        node["steps"] = [self._node(each, self.facts.pop(each)) for each in owned["steps"]]
        return node

    def _node(self, iri: str, said: list[tuple[str, Term]], slug: str = "") -> Node:
        class_, passages = "", list[str]()
        fields: dict[str, list[Value]] = {}
        of_term: dict[str, list[Value]] = {}  # a party → its values
        marks: list[tuple[str, Term]] = []
        rest: list[Triple] = []
        for verb, term in said:
            name = self.words.name(verb)
            if verb in (INFERRED, INFERRED_PARTY):
                marks.append((verb, term))
            elif verb == TYPE and not class_ and (class_ := self.words.class_name(term.value)):
                pass
            elif verb == STATED_IN and isinstance(term, ox.NamedNode):
                passages.append(term.value.removeprefix(self.source + "#"))
            elif name and verb not in (TYPE, STATED_IN) and (value := self.words.value(name, term)) is not None:
                fields.setdefault(name, []).append(value)
                if self.words.is_role(name):
                    of_term.setdefault(term.value, []).append(value)
            else:
                rest.append((iri, verb, term))
        for verb, term in sorted(marks, key=lambda mark: mark[0] != INFERRED):
            name = self.words.name(term.value)
            marked = fields.get(name, []) if verb == INFERRED else of_term.get(term.value, [])
            if not marked or any(value["inferred"] for value in marked):
                rest.append((iri, verb, term))
            for value in marked:
                value["inferred"] = value["inferred"] or (verb == INFERRED or PARTY)
        return {
            "id": slug or self._slug(iri),
            "class": class_,
            "fields": fields,
            "passages": passages,
            "steps": [],
            "unnamed": [],
            "representatives": [],
            "rest": self._turtle(rest),
        }

    def _passage(self, iri: str, said: list[tuple[str, Term]]) -> Passage:
        found: Passage = {"id": iri.removeprefix(self.source + "#")}
        for verb, term in said:
            name = self.words.name(verb)
            value = self.words.value(name, term) if name and name not in found else None
            if value is not None and value.keys() == {"value", "inferred"}:
                found[name] = value["value"]
            elif (verb, term.value) != (TYPE, PCG + "Passage"):
                self.rest.append((iri, verb, term))
        return found

    def _turtle(self, rest: list[Triple]) -> str:
        names = self.words.names
        return (
            render([[block(iri, said, names.prefixes) for iri, said in grouped(rest).items()]], names) if rest else ""
        )

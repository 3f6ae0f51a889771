"""Writes a form as triples and as a file; the opposite of `pcgraph.intake.curation.form.read`."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.form import REPRESENTATIVE, STATED_IN, STEP, Node, Passage, SourceForm, parts
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.model.namespaces import INFERRED, INFERRED_PARTY, PCG, TYPE
from pcgraph.turtle.formatter import render
from pcgraph.turtle.terms import Said, Term, block


def node(id_: str, class_: str, fields: dict[str, list[object]] | None = None, passages: Iterable[str] = ()) -> Node:
    """Return a new node with these fields and passages and nothing else.

    >>> node("quay-talks", "Talks")["steps"]
    []
    """
    made: Node = {
        "id": id_,
        "class": class_,
        "fields": dict(fields or {}),  # type: ignore[arg-type]  # `statements` checks the values
        "passages": [*passages],
        "steps": [],
        "unnamed": [],
        "representatives": [],
        "rest": "",
    }
    return made


def document(form: SourceForm, words: Vocabulary) -> str:
    """Return a whole form as a file in the canonical layout."""
    slug, spelt = form["slug"], words.names.prefixes
    passages = passage_statements(form["passages"], slug, words)
    said = [
        [block(subject, terms, spelt) for subject, terms in statements(each, slug, words).items()]
        for each in (form["card"], *form["engagements"], *form["things"])
    ]
    rest: Said = {}
    _add_rest(rest, form["rest"], form["slug"])
    for iri in [iri for iri in rest if iri in passages]:
        for verb, terms in rest.pop(iri).items():
            passages[iri].setdefault(verb, []).extend(terms)
    said += [[block(iri, terms, spelt) for iri, terms in each.items()] for each in (passages, rest)]
    return render(said, words.names)


def statements(node: Node, slug: str, words: Vocabulary) -> Said:
    """Return the triples of a node and of what belongs to it, without its passages."""
    found: Said = {}
    for subject, each in _nodes(node, slug, words):
        said = found.setdefault(subject, {})
        said |= _statements(each, slug, words)
        _add_rest(found, each["rest"], each["id"])
    if strange := found.keys() - {iri for iri, _ in _nodes(node, slug, words)}:
        raise InvalidInput(
            f"{node['id']}: rest: is about {min(strange)}; expected only facts about it; leave the rest as it was"
        )
    return {subject: said for subject, said in found.items() if said}


def _nodes(node: Node, slug: str, words: Vocabulary) -> list[tuple[str, Node]]:
    own = [node, *parts(node)]
    iris = [_iri(each, slug, words) for each in own]
    for iri in iris:
        if iris.count(iri) > 1:
            raise InvalidInput(f"{node['id']}: has {iri} twice; expected one id for each part; rename one")
    return list(zip(iris, own, strict=True))


def _iri(node: Node, slug: str, words: Vocabulary) -> str:
    id_ = node["id"]
    iri = words.names.src + slug if node["class"] == "Source" and id_ == slug else words.names.id + id_
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise InvalidInput(f"{id_[:60]}: is no id; expected letters, digits, '.', '-' and '_'; correct it") from error
    if not id_:
        raise InvalidInput(f"{node['class']}: has no id; expected a slug; add one")
    return iri


def _statements(node: Node, slug: str, words: Vocabulary) -> dict[str, list[Term]]:
    """Return predicate → objects of one node."""
    where = node["id"]
    said: dict[str, list[Term]] = {}
    inferred: list[Term] = []
    parties: list[Term] = []
    if node["class"]:
        said[TYPE] = [ox.NamedNode(words.ontology.term(node["class"]))]
    for name, values in node["fields"].items():
        iri = words.property(name, where)
        terms = [words.term(name, value, where) for value in values]
        said[iri] = list(dict.fromkeys(terms))
        if iri in (TYPE, STATED_IN, INFERRED, INFERRED_PARTY):
            raise InvalidInput(
                f"{where}: field {name}: is no field; expected the marks and passages of the form; move it"
            )
        marks = [value.get("inferred") or False for value in values]
        if marks and all(mark is True for mark in marks):
            inferred.append(ox.NamedNode(iri))
        elif any(marks) and not words.is_role(name):
            raise InvalidInput(
                f"{where}: field {name}: some values are inferred and some are not; expected the same for all; "
                "mark all of them, or none"
            )
        else:
            parties += [term for term, mark in zip(terms, marks, strict=True) if mark]
    for verb, name in ((REPRESENTATIVE, "representatives"), (STEP, "steps")):
        links = [ox.NamedNode(words.names.id + child["id"]) for child in node[name]]  # type: ignore[literal-required]
        said[verb] = list(dict.fromkeys([*said.pop(verb, []), *links]))
    step = said.pop(STEP)
    said[INFERRED], said[INFERRED_PARTY] = inferred, list(dict.fromkeys(parties))
    said[STEP] = step
    said[STATED_IN] = list(dict.fromkeys(_passage_iri(each, slug, words) for each in node["passages"]))
    return {verb: terms for verb, terms in said.items() if terms}


def _passage_iri(id_: str, slug: str, words: Vocabulary) -> ox.NamedNode:
    try:
        return ox.NamedNode(id_ if id_.startswith(("http://", "https://")) else f"{words.names.src}{slug}#{id_}")
    except ValueError as error:
        raise InvalidInput(
            f"{slug}: passage {id_[:40]!r} is no id; expected one such as char=84,182; correct it"
        ) from error


def passage_statements(passages: Iterable[Passage], slug: str, words: Vocabulary) -> Said:
    """Return the triples of passages."""
    found: Said = {}
    for passage in passages:
        said = found.setdefault(_passage_iri(str(passage["id"]), slug, words).value, {})
        said[TYPE] = [ox.NamedNode(PCG + "Passage")]
        for name, value in passage.items():
            if name != "id":
                iri = words.property(name, f"{slug}#{passage['id']}")
                said[iri] = [words.term(name, {"value": value, "inferred": False}, f"{slug}#{passage['id']}")]
    return found


def _add_rest(found: Said, rest: str, where: str) -> None:
    """Add the triples of the Turtle that a form carries along."""
    try:
        triples = list(ox.parse(rest, format=ox.RdfFormat.TURTLE)) if rest else []
    except SyntaxError as error:
        raise InvalidInput(f"{where}: rest: {error}; expected Turtle; leave it as it was") from error
    for triple in triples:
        objects = found.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, [])
        if triple.object not in objects:
            objects.append(triple.object)

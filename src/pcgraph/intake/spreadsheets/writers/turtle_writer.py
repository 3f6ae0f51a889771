"""Writes documents as Turtle with `pcgraph.turtle.formatter`, one file for each source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pcgraph.intake.spreadsheets.mapping.mapping import CARD, FACTS, camel_case
from pcgraph.intake.spreadsheets.writers.documents import Document, Documents, Entry
from pcgraph.intake.values import literal, text_literal
from pcgraph.model.namespaces import SHIPPED, Namespaces, local
from pcgraph.store.data_folder import File
from pcgraph.store.files import shown
from pcgraph.turtle import document as turtle
from pcgraph.turtle.formatter import render
from pcgraph.turtle.parser import Block, Fact

Own = Mapping[str, str]


def render_source(document: Document, names: Namespaces = SHIPPED, own: Own = MappingProxyType({})) -> str:
    """Return the content of the file of one source."""
    slug, card = document.slug, document.card
    facts = {"a": ["pcg:Source"], **{_property(name): card[name] for name in CARD if name in card}}
    passages = {
        _passage(names, slug, fragment): {"a": ["pcg:Passage"], **about}
        for fragment, about in document.passages.items()
    }
    return render(
        [
            [make_block(f"src:{slug}", facts)],
            *(_entry(f"id:{name}", entry, names.src + slug, own) for name, entry in document.entries.items()),
            [make_block(name, facts) for name, facts in passages.items()],
        ],
        names,
    )


def add_to_source(document: Document, file: File, names: Namespaces = SHIPPED, own: Own = MappingProxyType({})) -> str:
    """Return the content of the file of a source that exists, with the entries of a document after the others.

    The entries are new to the source. Passages that the file has are not written again.
    """
    told = {quad.subject.value for quad in file.quads}
    parts = [[*_entry(f"id:{name}", entry, names.src + document.slug, own)] for name, entry in document.entries.items()]
    for fragment, about in document.passages.items():
        if (name := _passage(names, document.slug, fragment)).strip("<>") not in told:
            parts.append([make_block(name, {"a": ["pcg:Passage"], **about})])
    edited = turtle.Document(file.text, shown(file.path), names.prefixes)
    edited.add(parts)
    return edited.text()


def register_blocks(
    documents: Documents, names: Namespaces = SHIPPED, own: Own = MappingProxyType({}), language: str = "en"
) -> list[Block]:
    """Return what an import adds to the register: labels of engagements, and new agents and places."""
    entities: dict[str, dict[str, list[str]]] = {}
    tag = f"@{language}"
    for slug, (label, description) in documents.labels.items():
        entities[f"id:{slug}"] = {
            "rdfs:label": [text_literal(label) + tag],
            "dcterms:description": [text_literal(description) + tag] if description else [],
        }
    for slug, thing in sorted(documents.new.items()):
        larger = [names.compact(thing.country)] if thing.country else []
        entities[f"id:{slug}"] = {
            "a": [_term(thing.kind, own)],
            "rdfs:label": [text_literal(thing.label) + tag],
            "skos:altLabel": [text_literal(alias) + tag for alias in sorted(thing.aliases)],
            "pcg:isoCode": [literal(thing.code)] if thing.code else [],
            "pcg:within" if slug in documents.places else "pcg:country": larger,
        }
    return [make_block(name, facts) for name, facts in entities.items()]


def _entry(name: str, entry: Entry, source: str, own: Own) -> Iterator[Block]:
    unnamed = {role: f"{name}.unnamed{f'-{n}' if n > 1 else ''}" for n, role in enumerate(entry.unnamed, 1)}
    roles = sorted(set(entry.facts) - set(FACTS) | set(unnamed))
    facts = {"a": [_term(local(entry.kind), own)]}
    for key in (FACTS[0], *roles, *FACTS[1:]):
        facts[_property(key, own)] = [*entry.facts.get(key, ()), *([unnamed[key]] if key in unnamed else ())]
    facts["pcg:inferred"] = [_property(key, own) for key in sorted(entry.inferred)]
    facts["pcg:step"] = [f"{name}.{status}" for status in entry.steps]
    facts["pcg:statedIn"] = [f"<{source}#{passage}>" for passage in entry.passages]
    yield make_block(name, facts)
    for party in unnamed.values():
        yield make_block(party, {"a": ["pcg:UnnamedParty"]})
    for status, (day, passages) in entry.steps.items():
        stated = [f"<{source}#{passage}>" for passage in passages]
        dates = [literal(day)] if day else []
        step = {"a": ["pcg:Step"], "pcg:status": [f"v:{status}"], "pcg:date": dates, "pcg:statedIn": stated}
        yield make_block(f"{name}.{status}", step)


def _property(key: str, own: Own = MappingProxyType({})) -> str:
    return _term(camel_case(key), own)


def _term(name: str, own: Own) -> str:
    return f"<{own[name]}>" if name in own else f"pcg:{name}"


def _passage(names: Namespaces, slug: str, fragment: str) -> str:
    return f"<{names.src}{slug}#{fragment}>"


def make_block(subject: str, facts: Mapping[str, Sequence[str]]) -> Block:
    """Return the block of a subject; a predicate without objects is left out."""
    return Block(subject, [Fact(verb, [*objects]) for verb, objects in facts.items() if objects])

"""Replaces one engagement in the file of a source, and leaves everything else as it is."""

from __future__ import annotations

from collections.abc import Iterable

from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.form import STATED_IN, Node, Passage, parts, read_quads
from pcgraph.intake.curation.vocabulary import Vocabulary
from pcgraph.intake.curation.writing import passage_statements, statements
from pcgraph.turtle.document import Document
from pcgraph.turtle.terms import Said


def with_engagement(
    text: str, where: str, id_: str, engagement: Node | None, passages: Iterable[Passage], words: Vocabulary, slug: str
) -> str:
    """Return the file of a source with one engagement replaced, added or removed.

    It does the same for the card (its id is the slug of the source) and for what the source says about other things.
    """
    document = Document(text, where, words.names.prefixes)
    form = read_quads(document.triples, slug, words)
    nodes = [form["card"], *form["engagements"], *form["things"]]
    old = next((each for each in nodes if each["id"] == id_), None)
    if old is None and engagement is None:
        raise InvalidInput(f"{where}: has no {id_}; expected an engagement to remove; reload the form")
    gone = statements(old, slug, words) if old else {}
    new = statements(engagement, slug, words) if engagement else {}
    others = {each["id"] for node in nodes if node is not old for each in (node, *parts(node))}
    taken = {words.names.id + each for each in others if each != slug} & new.keys()
    if taken:
        raise InvalidInput(
            f"{where}: has another block of {words.names.compact(min(taken))}; expected a new id; choose another"
        )
    document.replace(gone, new)
    cited = _cited(new)
    for iri, said in passage_statements(passages, slug, words).items():
        if iri in cited:
            document.replace([iri], {iri: said}, last=True)
    document.replace(_cited(gone) - cited - document.named(), {})
    return document.text()


def _cited(said: Said) -> set[str]:
    return {term.value for each in said.values() for term in each.get(STATED_IN, ())}

"""The cards of sources as evidence needs them: which source has an address, and what a capture writes on its card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from pcgraph.errors import UsageError, nearest
from pcgraph.model.namespaces import PCG, XSD
from pcgraph.model.web_address import canonical
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import shown
from pcgraph.turtle.document import Document, write_edited

PASSAGE = ox.NamedNode(PCG + "Passage")
KINDS = {"retrieved": "date", "archivedAs": "anyURI"}  # local name of a property → type, if it is not a plain text


@dataclass(frozen=True)
class Card:
    """What a capture needs of a source.

    >>> from pathlib import Path
    >>> Card(File(Path("leaflet.ttl"), "source", "", "", [])).slug
    'leaflet'
    """

    file: File  # its file
    # address, archived and digest: its address, that of its archived copy, and its payload digest; "" without one
    address: str = ""
    archived: str = ""
    digest: str = ""
    day: str = ""  # when it was first seen, or else its date, as EDTF; "" without either
    passages: int = 0  # how many passages its file describes

    @property
    def slug(self) -> str:
        """Slug of the source."""
        return self.file.slug


def read_cards(inputs: Inputs) -> dict[str, Card]:
    """Return the cards of all sources, by slug."""
    return {file.slug: _card(file) for file in inputs.by_role("source")}


def _card(file: File) -> Card:
    about = [(quad.subject.value, quad) for quad in file.quads if isinstance(quad.subject, ox.NamedNode)]
    own = {
        quad.predicate.value: quad.object.value
        for subject, quad in about
        if subject == file.graph and isinstance(quad.object, ox.Literal)
    }
    passages = {subject for subject, quad in about if quad.object == PASSAGE}
    day = own.get(PCG + "firstSeen") or own.get(PCG + "date", "")
    address, archived, digest = (own.get(PCG + name, "") for name in ("address", "archivedAs", "payloadDigest"))
    return Card(file, address, archived, digest, day, len(passages))


def find_card(cards: Mapping[str, Card], name: str) -> Card | None:
    """Return the source with a slug, or with an address in any spelling; None for an address that no source has.

    >>> find_card({}, "https://gazette.example/lights") is None
    True
    """
    if name.lower().startswith(("http://", "https://")):
        same = [card for card in cards.values() if card.address and canonical(card.address) == canonical(name)]
        exact = [card for card in same if card.address == name]
        if len(exact or same) > 1:
            slugs = ", ".join(card.slug for card in exact or same)
            raise UsageError(f"{name}: the address of several sources: {slugs}; expected a slug; name one of them")
        return next(iter(exact or same), None)
    card = cards.get(name.removeprefix("src:"))
    if card is None:
        raise UsageError(f"{name}: no source; expected a slug or a web address; {nearest(name, cards)}")
    if not card.address:
        where = f"{shown(card.file.path)}:{card.file.line(card.file.graph)}"
        raise UsageError(f"{where}: src:{card.slug} has no address; expected pcg:address; add it to the card")
    return card


def edited(card: Card, **values: str) -> str:
    """Return the file of a source with values on its card; the rest keeps its facts, its comments and its order.

    >>> from pathlib import Path
    >>> card = Card(File(Path("leaflet.ttl"), "source", "http://e.x/l", "<http://e.x/l> a <http://e.x/C> .", []))
    >>> print(edited(card, extractor="textract 2.1"), end="")
    @prefix pcg: <https://w3id.org/pcgraph/ontology#> .
    <BLANKLINE>
    <http://e.x/l> a <http://e.x/C> ;
        pcg:extractor "textract 2.1" .
    """
    literals = {
        PCG + name: [ox.Literal(value, datatype=ox.NamedNode(XSD + KINDS.get(name, "string")))]
        for name, value in values.items()
    }
    document = Document(card.file.text, shown(card.file.path))
    document.set_values(card.file.graph, literals)
    return document.text()


def write_card(card: Card, text: str) -> Card:
    """Write the new text of a source's file, and return the card with it."""
    write_edited(card.file.path, card.file.text, text)
    return replace(card, file=replace(card.file, text=text))

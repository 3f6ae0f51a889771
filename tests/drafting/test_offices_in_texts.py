"""A title with a name is the office of the register only if the register knows that this person held it."""

from __future__ import annotations

import pytest

from pcgraph.intake.drafting.reading.mentions import find_mentions
from pcgraph.intake.drafting.reading.names import Register
from pcgraph.intake.drafting.words.triggers import triggers
from pcgraph.model.entities import Entity

ID = "https://example.org/id/"
OFFICE, PRESIDENT = "prime-minister-of-norland", "president"


def entity(slug: str, kind: str, label: str, **more: str) -> Entity:
    return Entity(ID + slug, labels={"en": label}, kind=kind, **{name: ID + value for name, value in more.items()})


THINGS = [
    entity("norland", "Country", "Norland"),
    entity("acme", "Company", "Acme"),
    entity(OFFICE, "PublicBody", "Prime Minister of Norland", country="norland"),
    entity(PRESIDENT, "PublicBody", "President", country="norland"),
    entity("ada-quay", "Person", "Ada Quay"),
    entity("bo-ek", "Person", "Bo Ek"),
]
REGISTER = Register(
    {thing.iri: thing for thing in THINGS},
    {"PublicBody", "Company", "Person"},
    {"Country"},
    holders={OFFICE: ["ada-quay"], PRESIDENT: ["bo-ek"]},
)


def found(text: str) -> list[str | None]:
    """Return the slugs of offices in a text."""
    every = find_mentions(text, REGISTER, triggers())
    return [each.slug for each in every if each.slug in (OFFICE, PRESIDENT)]


@pytest.mark.parametrize(
    "who",
    [
        "Prime Minister Mira Stone",
        "Prime Minister Stone",
        "Indian Prime Minister Mira Stone",
        "The prime minister of the south, Prime Minister Mira Stone",
        "Prime Minister Dr. Mira Stone",
        "Prime Minister-designate Mira Stone",
        "The Prime Minister, Mira Stone,",
        "Mira Stone, the Prime Minister,",
        "Prime Minister Bo Ek",  # who is president
        "President Mira Stone",
        "President Xi",
        "President Ada Quay",  # who is prime minister
        "Chinese President Bo Ek",
        "Prime Minister Mira Stone came. The Prime Minister",  # she again
    ],
)
def test_a_title_with_the_name_of_another_is_not_the_office(who: str) -> None:
    assert found(f"{who} signed a memorandum with Acme in May.") == []


@pytest.mark.parametrize(
    ("who", "office"),
    [
        ("Prime Minister Ada Quay", OFFICE),
        ("Prime Minister Quay", OFFICE),
        ("The Prime Minister, Ada Quay,", OFFICE),
        ("Ada Quay, the Prime Minister,", OFFICE),
        ("The Prime Minister", OFFICE),
        ("The Prime Minister, Acme and Zenith Cables", OFFICE),
        ("On Monday, the Prime Minister", OFFICE),
        ("The Prime Minister of Norland", OFFICE),
        ("President Ek", PRESIDENT),
    ],
)
def test_a_title_alone_or_with_the_name_of_a_holder_is_the_office(who: str, office: str) -> None:
    assert found(f"{who} signed a memorandum with Acme in May.") == [office]

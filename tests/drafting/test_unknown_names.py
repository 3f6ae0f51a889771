"""Parties that the register lacks: names by their shape, short forms of them, and words that point back to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.reading.mentions import find_mentions
from pcgraph.intake.drafting.words.triggers import triggers

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]


def unknown(known: Knowledge, text: str) -> list[str]:
    found = find_mentions(text, known.register, triggers())
    return [text[slice(*each.spelt)] for each in found if each.spelt and text[each.start - 1] != "("]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme signed a contract with Zenith Cables Ltd.", ["Zenith Cables Ltd"]),
        ("In May, Zorblatt Freight met the Vik Children's Hospital.", ["Zorblatt Freight", "Vik Children's Hospital"]),
        ("Zorblatt Grid and Ostren Optics met.", ["Zorblatt Grid", "Ostren Optics"]),
        ("The Ministry of Trade and Industry met Acme.", ["Ministry of Trade and Industry"]),
        ("The Zorblatt Climate Fund (ZCF) met Acme. The ZCF paid.", ["Zorblatt Climate Fund", "Zorblatt Climate Fund"]),
        ("Ostren Shipyards met Acme. Ostren paid.", ["Ostren Shipyards", "Ostren Shipyards"]),
        ("Zorblatt College met Acme. The college paid.", ["Zorblatt College", "Zorblatt College"]),
        ("Acme lent $5 million to Northern Credit.", ["Northern Credit"]),
        ("Northern Credit was dear. Acme met Cold War veterans on the Day of Peace.", []),
        ("Wexholm, a Vik-based maker of pumps, met Acme. Wexholm paid.", ["Wexholm", "Wexholm"]),
        ("Workers of Ostren Optics met Acme.", ["Ostren Optics"]),
        ("Acme bought Ostren Optics of Zorblatt.", ["Ostren Optics"]),
        ("The Zorblatt Board RESOLVED to meet Acme.", ["Zorblatt Board"]),
        ("ZORBLATT FREIGHT\n\nZorblatt Freight met Acme.", ["Zorblatt Freight", "Zorblatt Freight"]),
        (
            "Ostren Optics met Acme. Zorblattian Bank paid. The Zorblattian side left.",
            ["Ostren Optics", "Zorblattian Bank"],
        ),
        ("Acme acquired Zorblatt from Ostren & Sons.", ["Zorblatt", "Ostren & Sons"]),
        ("Acme was paid by Ostren & Sons.", ["Ostren & Sons"]),
        ("The Dravenian Harbour Office met Acme.", ["Dravenian Harbour Office"]),
        (
            "The Minister of Ostren Waterways met Minister Bo Lund Ek of the Zorblatt Transport Union.",
            ["Zorblatt Transport Union"],
        ),
        ("The chairman of the group, Bo Ek, met Acme by Christmas.", []),
        ("Acme gave a loan to our Department of Soils.", []),
        (
            "Acme met the Ministry of Roads, Ports and Bridges of Zorblatt.",
            ["Ministry of Roads, Ports and Bridges of Zorblatt"],
        ),
        ("Acme met the Compañía Naviera de los Mares S.A. in May.", ["Compañía Naviera de los Mares S.A."]),
        ("Acme met the Agence Nationale de l'Eau.", ["Agence Nationale de l'Eau"]),
        ("Acme met the Zorblatt-Institut and iDrift.", ["Zorblatt-Institut"]),
        ("Acme signed a contract with iDrift.", ["iDrift"]),
        ("Acme met the Zorblatt Fund for Development.", ["Zorblatt Fund for Development"]),
        ("Acme met the Children's Hospital of Ostren.", ["Children's Hospital of Ostren"]),
        ("Acme met the National Oil Company of Ostren.", ["National Oil Company of Ostren"]),
        ("The Harbour Office of Zorblatt met Acme.", ["Harbour Office of Zorblatt"]),
        ("Acme Port Authority met Borealis.", ["Acme Port Authority"]),
        (
            "Embassy of Ostren met Acme. The embassy left. Embassy staff stayed.",
            ["Embassy of Ostren", "Embassy of Ostren"],
        ),
        ("The Ministry of Ostren met Acme by the Zorblatt Corridor.", ["Ministry of Ostren"]),
        ("Bo Ek, a clerk of the bank, met Acme.", []),
        ("The chairman, Pelle Strand, met Acme. Pelle Strand left.", []),
        ("Ulla Brand, who drives a bus, met Acme.", []),
        ("Acme crossed Zorblatt Bridge on Long Monday.", []),
        ("The Centre for Zorblatt Robotics was opened by Acme.", []),
        ("Acme signed the Zorblatt Memorandum.", []),
    ],
)
def test_names_have_the_shape_of_organisations(known: Knowledge, text: str, names: list[str]) -> None:
    assert unknown(known, text) == names


def test_the_company_is_rather_the_subject_before(known: Knowledge) -> None:
    text = "Zorblatt Freight has bought Ostren Optics. The company met Acme."
    assert unknown(known, text) == ["Zorblatt Freight", "Ostren Optics", "Zorblatt Freight"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Minutes of the meeting of Zorblatt Freight\n\nThe Board met Acme. The Board of Acme left.", 2),
        ("Zorblatt Freight\n\nThe Board met Acme.", 1),
    ],
)
def test_the_board_of_minutes_is_the_body_that_they_name_first(known: Knowledge, text: str, number: int) -> None:
    assert unknown(known, text) == ["Zorblatt Freight"] * number


def test_the_bank_of_another_is_none_before(known: Knowledge) -> None:
    assert unknown(known, "Zorblatt Bank met Acme. Its own bank paid, its bank did, and its agency.") == [
        "Zorblatt Bank"
    ]


def test_two_that_the_register_lacks_are_two_parties(known: Knowledge) -> None:
    text = "Zorblatt Freight and Ostren Optics signed a contract. The two sides also signed a memorandum."
    found = draft(text, known, date(2025, 6, 12))
    names = [[value.name for value in each.fields["signatory"]] for each in found]
    assert names == [["Zorblatt Freight", "Ostren Optics"]] * 2


def test_what_names_nobody_is_left_out(read: Read) -> None:
    assert read("A conference was held in Vik on 3 June 2025.") == []
    assert read("A factory was opened in Vik by a local company.") == []


def test_a_short_name_that_the_text_defines(known: Knowledge) -> None:
    found = find_mentions("Borealis (BLX) met. BLX went, but not BLXs.", known.register, triggers())
    assert [(each.start, each.rule) for each in found] == [
        (0, "register"),
        (10, "register:short-name"),
        (20, "register:short-name"),
    ]

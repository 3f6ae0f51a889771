"""What a draft makes of relative clauses, lists, plans, wishes, and of names that the register lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.reading import Knowledge

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]


@pytest.mark.parametrize(
    ("text", "kind", "status", "day"),
    [
        (
            "The contract for a dock which Acme and Borealis signed in 2019 was cancelled in 2021.",
            "Agreement",
            "cancelled",
            "2021",
        ),
        ("A memorandum that Acme and Borealis had concluded in 2014 ran out in 2019.", "Agreement", "expired", "2019"),
        ("The fair on salt, organised by Acme, was held in 2024.", "Event", "completed", "2024"),
        ("The bridge, which Acme built for Borealis, was opened in 2024.", "Project", "operational", "2024"),
        (
            "Work on the quay, which Acme began in 2022, has been at a standstill since January.",
            "Project",
            "suspended",
            "2025-01",
        ),
        (
            "The trains are paid for with a loan of 5 million euros which Acme and Borealis signed in May.",
            "Loan",
            "signed",
            "2025-05",
        ),
        ("It rained after Acme and Borealis signed a deal in May.", "Agreement", "signed", "2025-05"),
        ("In May, over 300 growers were trained by Acme.", "TrainingProgramme", "completed", "2025-05"),
        ("In May, Acme completed the delivery of turbines to Borealis.", "Project", "completed", "2025-05"),
        ("In May, Acme resumed work on the quay, which it had broken off in 2024.", "Project", "under-way", "2025-05"),
        ("In May, Acme leased 20 bicycles to Borealis.", "Project", "completed", "2025-05"),
        ("In May, Acme bought new shares in Borealis for 5 million euros.", "Investment", "completed", "2025-05"),
        ("In May, Borealis was bought by Acme.", "Acquisition", "completed", "2025-05"),
        ("In May, Acme repaid a loan of 5 million euros to Borealis.", "Loan", "completed", "2025-05"),
        ("Papers signed in May:\n\n1. Contract – Acme and Borealis on cranes", "Agreement", "signed", "2025-05"),
        (
            "Papers signed in May, unless stated otherwise. No force in law.\n\n1. Contract – Acme and Borealis",
            "Agreement",
            "signed",
            "2025-05",
        ),
    ],
)
def test_a_clause_has_the_status_and_the_day_of_its_own_verb(
    read: Read, text: str, kind: str, status: str, day: str
) -> None:
    found = [(each, fields["status"], fields.get("date")) for each, fields in read(text)]
    assert (kind, [status], [day]) in found


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The agreement on seeds was signed by Acme and the Borealis.", {"signatory": {"acme", "borealis"}}),
        ("Acme confirms that it and Borealis signed a deal.", {"signatory": {"acme", "borealis"}}),
        ("Acme met Borealis. In May, a deal was signed by the two companies.", {"signatory": {"acme", "borealis"}}),
        ("Acme is busy. It will deliver 20 buses to Borealis.", {"supplier": {"acme"}, "recipient": {"borealis"}}),
        ("Acme has chosen Borealis to rebuild the quay.", {"recipient": {"acme"}, "implementer": {"borealis"}}),
        (
            "It was reported by Borealis that a dam was built by Acme in May.",
            {"implementer": {"acme"}},
        ),
        ("Acme met Borealis. A bridge was repaired by the latter in May.", {"implementer": {"borealis"}}),
        ("Acme would like to make crates with Borealis.", {"discussant": {"acme", "borealis"}}),
        ("Acme hopes to sell Borealis two cranes.", {"discussant": {"acme", "borealis"}}),
        ("Acme will bottle milk with Borealis.", {"implementer": {"acme", "borealis"}}),
        (
            "The head of Acme, Odd Pell, and the chief executive of Borealis signed a deal.",
            {"signatory": {"acme", "borealis"}},
        ),
    ],
)
def test_parties_are_found_where_the_clause_names_them_elsewhere(
    read: Read, text: str, roles: dict[str, set[str]]
) -> None:
    _, fields = read(text)[-1]
    assert {name: set(fields.get(name, ())) for name in roles} == roles


@pytest.mark.parametrize(
    "text",
    [
        "A report said that Acme and Borealis had signed a contract. That was wrong.",
        "Acme and Borealis signed a contract, it was said. No contract has been signed.",
        "Acme signed a letter of intent with Borealis. The two want to write a book.",
        "Acme will speak to Borealis.",
        "Acme would like you to train 20 teachers.",
        "Acme carried the cost of the strike for Borealis.",
    ],
)
def test_what_is_taken_back_or_is_no_plan_is_not_drafted(read: Read, text: str) -> None:
    assert all(kind == "Agreement" and fields["kind"] == ["letter-of-intent"] for kind, fields in read(text))


def test_an_item_has_the_day_of_the_sentence_above_only_if_that_opens_the_list(read: Read) -> None:
    items = "\n\n- Acme gave Borealis 5 million euros"
    assert "date" not in read(f"Acme and Borealis met on 2 June.{items}")[-1][1]
    assert read(f"Money was given on 2 June:{items}")[-1][1]["status"] == ["completed"]


def test_words_in_brackets_after_a_name_are_no_further_party(read: Read) -> None:
    assert read("Acme and Borealis (a supplier) signed a deal.")[0][1]["signatory"] == ["acme", "borealis"]


def test_a_contract_that_will_run_out_is_signed_and_has_an_end(read: Read) -> None:
    (kind, fields), *_ = read("The contract between Acme and Borealis runs out in December 2026.")
    assert (kind, fields["status"], fields["ends"]) == ("Agreement", ["signed"], ["2026-12"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The maker Thessa Zorn met Acme.", "Thessa Zorn"),
        ("Acme met Zorblatt & Pell on Monday.", "Zorblatt & Pell"),
        ("Acme met the Zorblatt Growers' League on Monday.", "Zorblatt Growers' League"),
        ("Talks between Acme and Ferrocargo ended on Monday.", "Ferrocargo"),
        ("Acme met the Dockers' Union on Monday.", "Dockers' Union"),
        ("A quay was repaired by Zorblatt Civil for the Vik Roads Agency.", "Zorblatt Civil"),
        ("Acme met Zorblatt, a charity run by emigrants.", "Zorblatt"),
    ],
)
def test_a_party_is_named_as_the_text_spells_it(known: Knowledge, text: str, name: str) -> None:
    found = draft(text, known, date(2025, 6, 12))
    assert name in {value.name for each in found for values in each.fields.values() for value in values}


def test_a_text_of_headlines_alone_is_drafted_from_them(read: Read) -> None:
    lines = [
        "Acme buys Borealis",
        "Acme to train 90 teachers",
        "Acme and Borealis sign deal",
        "Acme signs contract with Borealis",
    ]
    assert {"Acquisition", "TrainingProgramme", "Agreement"} == {
        kind for kind, _ in read("\n\n".join([*lines, "Rain is near."]))
    }

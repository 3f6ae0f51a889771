"""What a draft makes of questions, corrections, awards, talks with an aim, and of words that stand for a party."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Acme was awarded a contract by Borealis.", "Agreement", "planned"),
        ("Acme won an order from Borealis.", "Agreement", "planned"),
        ("Acme and Borealis initialled an agreement.", "Agreement", "planned"),
        ("An agreement between Acme and Borealis is being drafted.", "Agreement", "planned"),
        ("Acme and Borealis signed a deal. It is still being negotiated.", "Agreement", "discussed"),
        ("Acme and Borealis reportedly signed a deal.", "Agreement", "planned"),
        ("Acme and Borealis renewed their agreement.", "Agreement", "signed"),
        ("Acme and Borealis exchanged letters on the matter.", "Agreement", "signed"),
        ("Acme was awarded a contract by Borealis. The contract was signed on Monday.", "Agreement", "signed"),
        ("Acme is in talks to acquire Borealis.", "Acquisition", "discussed"),
        ("Acme has agreed to buy 30% of Borealis.", "Acquisition", "planned"),
        ("Acme ordered 20 buses from Borealis.", "Project", "planned"),
        ("Acme and Borealis agreed to share their masts.", "Project", "planned"),
        ("Acme put its plan to build a factory on hold.", "Project", "suspended"),
        ("Acme called on Borealis to invest $5 million.", "Investment", "interest"),
        ("Sudland Bank disbursed the second tranche of its loan to Acme.", "Loan", "under-way"),
        ("Sudland Bank granted Acme a loan of $5 million.", "Loan", "planned"),
        ("Sudland Bank lent Acme $5 million. The first $1 million was paid on Monday.", "Loan", "under-way"),
        ("Talks between Acme and Borealis broke down in May.", "Talks", "cancelled"),
    ],
)
def test_the_weaker_reading_wins(read: Read, text: str, kind: str, status: str) -> None:
    assert [(each, fields["status"]) for each, fields in read(text)] == [(kind, [status])]


@pytest.mark.parametrize(
    "text",
    [
        "Have Acme and Borealis signed an agreement?",
        "We wrote that Acme had bought a stake in Borealis. It has not.",
        "Acme did not confirm reports that it intends to take over Borealis.",
        "Talks ended without an agreement between Acme and Borealis being signed.",
    ],
)
def test_what_is_only_asked_or_taken_back_is_no_engagement(read: Read, text: str) -> None:
    assert [kind for kind, _ in read(text) if kind != "Talks"] == []


def test_the_two_sides_are_those_that_were_last_named_together(read: Read) -> None:
    found = read("Acme visited Borealis on Monday. Later, the two companies renewed their agreement.")
    assert found[1][1]["signatory"] == ["acme", "borealis"]


def test_we_are_the_first_named_but_not_in_a_quote(read: Read) -> None:
    head = "Acme: year in brief\n\nVIK, 4 March 2025 – A good year ended.\n\n"
    assert read(f"{head}We signed a contract with Borealis.")[0][1]["signatory"] == ["acme", "borealis"]
    assert read(f"{head}“We signed a contract with Borealis,” the guest said.") == []


def test_a_party_whose_invitation_it_was_is_the_host(read: Read) -> None:
    ((_, fields),) = read("At the invitation of Borealis, a delegation of Acme paid a visit to Vik.")
    assert (fields["host"], fields["visitor"]) == (["borealis"], ["acme"])


def test_an_award_has_the_day_on_which_it_was_made(read: Read) -> None:
    ((_, fields),) = read("Acme was awarded a contract by Borealis on 2 June 2025.")
    assert fields["date"] == ["2025-06-02"]


def test_a_currency_of_several_countries_needs_a_country(read: Read) -> None:
    ((_, fields),) = read("Acme and Borealis signed a contract worth 5 million rupees.")
    assert "amount" not in fields
    assert "currency" not in fields

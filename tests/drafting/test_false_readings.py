"""Months are no verbs, and a draft leaves out acts if it cannot tell who acted or whether they still hold."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable
from typing import Any

import pytest

from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.reading import Knowledge

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]
MONTHS = list(month_name)[1:]


def parties(found: list[tuple[str, dict[str, Any]]]) -> list[set[str]]:
    other = {"status", "date", "kind", "place", "starts", "ends", "expected"}
    return [{slug for name, slugs in fields.items() if name not in other for slug in slugs} for _, fields in found]


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 3 {} 2021 Acme and Borealis signed a contract.", "-03"),
        ("Acme and Borealis signed a contract on {} 3, 2021.", "-03"),
        ("In {} 2021, Acme and Borealis signed a contract.", ""),
        ("The {} 2021 contract was signed by Acme and Borealis.", ""),
        ("On 3-{}-2021 Acme and Borealis signed a contract.", "-03"),
    ],
)
def test_a_month_with_its_year_is_the_date(read: Read, month: str, text: str, day: str) -> None:
    for spelt in (month, month.upper(), month.lower()):
        ((_, fields),) = read(text.format(spelt))
        assert fields["status"] == ["signed"]
        assert fields["date"] == [f"2021-{MONTHS.index(month) + 1:02}{day}"]


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize(
    "text",
    [
        "VIK, 3 {} 2021 – Acme and Borealis signed a contract.",
        "{} 3, 2021: Acme and Borealis signed a contract.",
        "In {}, Acme and Borealis signed a contract.",
        "On 3 {} Acme and Borealis signed a contract.",
        "On {} 3 Acme and Borealis signed a contract.",
        "In early {} Acme and Borealis signed a contract.",
        "Last {} Acme and Borealis signed a contract.",
    ],
)
def test_a_month_weakens_nothing_where_the_day_of_the_source_is_unknown(
    known: Knowledge, month: str, text: str
) -> None:
    (found,) = draft(text.format(month), known)
    assert found.first("status") == "signed"


def test_may_is_a_verb_elsewhere(read: Read) -> None:
    for text in (
        "Acme may sign a contract with Borealis.",
        "Acme May Sign Contract With Borealis\n\nNo more is known.",
    ):
        assert [fields["status"] for _, fields in read(text)] == [["interest"]]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was signed with Borealis.",
        "Acme said that nothing was signed with Borealis.",
        "Nobody signed a contract with Borealis.",
        "None of the contracts with Borealis was signed by Acme.",
        "Hardly anything was signed with Borealis.",
    ],
)
def test_nothing_that_was_signed_is_no_engagement(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The contract that Acme and Borealis signed in 2019 was cancelled.",
        "The contract Acme and Borealis signed in 2019 has been terminated.",
        "The contract signed by Acme and Borealis in 2019 was cancelled.",
        "The contract that Acme and Borealis signed in 2019 was annulled by a court.",
        "The contract that Acme signed with Borealis in 2019 was suspended.",
        "The contract that Acme signed with Borealis in 2019 expired.",
        "The contract that Acme and Borealis signed in 2019 is void.",
        "The loan that Sudland Bank granted to Acme in 2019 was cancelled.",
        "Acme and Borealis signed a contract in 2019, which was cancelled in 2021.",
    ],
)
def test_what_was_signed_and_then_stopped_is_not_drafted_as_signed(read: Read, text: str) -> None:
    assert {status for _, fields in read(text) for status in fields["status"]} <= {"cancelled", "suspended", "expired"}


@pytest.mark.parametrize(
    "text",
    [
        "Acme makes cranes and ZQX built a quay in Vik.",
        "Acme makes cranes, while ZQX trained 200 nurses in Vik.",
        "Acme welcomed that ZQX will build a quay in Vik.",
        "Acme praised ZQX, which signed a contract with Borealis.",
        "Acme makes cranes. ZQX, the operator, acquired Borealis.",
        "A rival of Acme, ZQX, signed a contract with Borealis.",
        "Acme makes cranes and Zorblatt has also acquired Borealis.",
    ],
)
def test_an_act_of_somebody_unknown_is_not_that_of_who_was_named_before(read: Read, text: str) -> None:
    assert all("acme" not in named for named in parties(read(text)))


def test_somebody_unknown_beside_a_party_takes_nothing_from_it(read: Read) -> None:
    for text in (
        "Acme and ZQX signed a contract with Borealis.",
        "Acme CEO Bo Ek signed a contract with Borealis.",
        "Acme, operator of the Dawn Pier, signed a contract with Borealis.",
        "Acme, together with ZQX, signed a contract with Borealis.",
    ):
        assert parties(read(text)) == [{"acme", "borealis"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme and Borealis signed these agreements:\n- Vik University and Sudland Bank: nets\n"
            "- ZQX and Vik University: ships\n- contract on cranes\n",
            [{"acme", "borealis"}, {"vik-university", "sudland-bank"}],
        ),
        (
            "Acme signed contracts with Borealis on Monday:\n- ZQX and Vik University: nets\n"
            "- Vik University with Sudland Bank\n",
            [{"acme", "borealis"}, {"vik-university", "sudland-bank"}],
        ),
        (
            "Acme and Borealis signed, among others:\n1. Vik University and Sudland Bank signed a contract.\n"
            "2. The two sides signed a memorandum.\n3. It signed a contract with Borealis.\n",
            [{"vik-university", "sudland-bank"}],
        ),
        (
            "Acme signed contracts with the following:\n- ZQX and Vik University\n- Borealis, on cranes\n",
            [{"acme", "vik-university"}, {"acme", "borealis"}],
        ),
        (
            "Acme signed two agreements: a contract with Borealis; and a memorandum with Vik University.",
            [{"acme", "borealis"}, {"acme", "vik-university"}],
        ),
    ],
)
def test_an_item_has_the_parties_above_it_only_where_their_sentence_goes_on_in_it(
    read: Read, text: str, expected: list[set[str]]
) -> None:
    assert parties(read(text)) == expected

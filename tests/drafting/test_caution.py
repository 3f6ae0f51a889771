"""What weakens or drops a draft: conditions, claims, failures, what is not finished, and later sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Subject to approval, Acme acquires 40 per cent of Borealis for $60 million.", "Acquisition", "planned"),
        ("Acme signs the contract with Borealis on Friday if the price is right.", "Agreement", "interest"),
        ("Acme has bought a stake in Borealis, a paper claims.", "Acquisition", "planned"),
        ("Sudland Bank has given the green light to a loan of $30 million for Acme.", "Loan", "planned"),
        ("Acme has almost completed the quay in Vik.", "Project", "under-way"),
        ("Acme has trained 200 of the planned 600 nurses.", "TrainingProgramme", "under-way"),
        ("Vik University has trained 300 nurses since 1998.", "TrainingProgramme", "under-way"),
        ("Acme completes the quay in Vik next month.", "Project", "planned"),
        ("When the contract with Borealis is signed, Acme pays $5 million.", "Agreement", "planned"),
        ("Acme, which was to build a quay in Vik, withdrew its offer.", "Project", "cancelled"),
        ("When Acme completes the quay, Borealis moves to Vik.", "Project", "planned"),
        ("The signing of a contract between Acme and Borealis is planned for 20 June.", "Agreement", "planned"),
        ("Acme can supply Borealis with 200 buses.", "Project", "interest"),
        ("Acme submitted a bid to build a quay in Vik.", "Project", "interest"),
        ("Only Acme has signed the contract with Borealis.", "Agreement", "planned"),
        ("The city discussed a plan under which Sudland Bank lends Acme $5 million.", "Loan", "discussed"),
        ("Acme ended its contract with Borealis in May.", "Agreement", "cancelled"),
        ("Acme concluded that a contract with Borealis was too expensive.", "Agreement", "planned"),
        ("Acme withdrew its offer to build a factory in Vik.", "Project", "cancelled"),
        ("Acme is building a quay in Vik, to be opened in 2027.", "Project", "under-way"),
        ("Acme signed an amendment to their contract with Borealis.", "Agreement", "signed"),
        ("Acme acquired a 10 per cent stake in Orbit.", "Acquisition", "completed"),
        ("Apparently Acme acquired Borealis.", "Acquisition", "planned"),
        ("Perhaps Acme acquired Borealis.", "Acquisition", "interest"),
        ("Acme finished planning the factory in Vik.", "Project", "planned"),
        ("Sudland Bank gave its consent to a loan of $5 million to Acme.", "Loan", "planned"),
        ("The agreement, signed by Acme but not by Borealis, is worth $5 million.", "Agreement", "planned"),
        ("Acme has supplied Borealis with most of the buses, 20 vehicles.", "Project", "under-way"),
        ("Acme revoked its contract with Borealis.", "Agreement", "cancelled"),
        ("A deal between Acme and Borealis, once all but signed, fell through in April.", "Agreement", "cancelled"),
        ("Acme signed a contract with Borealis in 2018 and cancelled it a year later.", "Agreement", "cancelled"),
    ],
)
def test_weak_words_anywhere_in_a_sentence_weaken_its_status(read: Read, text: str, kind: str, status: str) -> None:
    assert [fields["status"] for each, fields in read(text) if each == kind] == [[status]]


@pytest.mark.parametrize(
    "text",
    [
        "Acme has bought a stake in Borealis, a paper wrote; both called this nonsense.",
        "Had Acme acquired Borealis, 400 jobs would have been lost.",
        "Acme failed in its attempt to acquire Borealis.",
        "Acme would have signed a contract with Borealis.",
        "Acme was to have delivered 20 buses to Borealis by June, but did not.",
        "Borealis advised Acme against signing a contract with Sudland Bank.",
        "The mayor opened the fair, at which Acme showed a crane.",
        "A letter of intent between Acme and Borealis never got beyond a draft.",
        "The contract was signed by Acme.",
        "We reported that Acme had signed a contract with Borealis.",
        "Acme acquired the right to use cranes of Borealis.",
        "Acme founded a school in Vik in 2010; it was closed five years later.",
        "The quay in Vik was built by Acme.",
        "It is unlikely that Acme acquired Borealis.",
        "Acme invested its hopes in Borealis.",
        "Acme delivered a complaint to Borealis.",
        "Acme took over the chair of the council from Borealis.",
        "Acme exchanged blows with Borealis over the contract.",
        "Acme donated nothing to Borealis.",
        "Acme will sign a contract with Borealis. But nothing came of it.",
        "Acme will build a quay in Vik. The contract was cancelled in May.",
        "Acme acquired Borealis. A court later declared it void.",
        "In 2023 Acme wanted to build a quay in Vik. It was never built.",
        "In 2023 Acme and Borealis agreed to merge. A court prohibited this in 2024.",
        "Asked whether Acme was talking to Borealis about a merger, the mayor said it was not.",
        "Shares of Borealis closed 2 per cent higher in Vik.",
        "In 1996 Acme and Borealis signed a protocol on a quay; the next government tore it up.",
        "The two firms had waited. Acme and Borealis signed a contract in 2019. Acme terminated it last April.",
        "A caption said that Acme had trained 900 teachers. In fact the number was smaller.",
    ],
)
def test_what_failed_or_is_only_background_is_no_engagement(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "more",
    [
        "It had first refused.",
        "Who would have paid if the deal had collapsed?",
        "Nothing has been said about the price.",
        "Borealis cancelled a loan.",
        "The plan to take over the Long Pier Laboratory failed.",
        "The company said at a press conference in Vik that a strike of the workers of its yards was called off.",
    ],
)
def test_a_sentence_on_something_else_takes_nothing_back(read: Read, more: str) -> None:
    assert read(f"Acme acquired a stake in Borealis. {more}")[0][1]["status"] == ["completed"]


def test_what_a_relative_clause_says_is_said_of_the_name_before_it(read: Read) -> None:
    ((_, fields),) = read("Acme competes with Borealis, which trained 300 workers.")
    assert fields["trainer"] == ["borealis"]


def test_what_was_built_by_another_one_is_still_in_operation(read: Read) -> None:
    ((_, fields),) = read("Acme opened a factory in Vik on Tuesday. The factory was built by Borealis.")
    assert (fields["status"], fields["date"]) == (["operational"], ["2025-06-10"])


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Acme signed a contract with Borealis on Monday.", ["2025-06-09"]),
        ("Acme announced on Wednesday that it has signed a contract with Borealis.", []),
        ("On Tuesday, Acme told investors that it will buy a stake in Borealis.", []),
        ("Sudland Bank froze the loan of $9 million that it had granted to Acme in 2023.", []),
        ("Under the first contract, signed in 2023, Acme delivered 24 buses to Borealis.", []),
        ("Acme signed a contract with Borealis after the talks in May.", []),
        ("Acme renewed the contract of 2018 with Borealis.", []),
        ("Since its founding in 1996, Acme has acquired Borealis.", []),
        ("If Acme signs the contract with Borealis, work begins in October.", []),
        ("Borealis offered Acme a grant of $5 million; the council will decide in July.", []),
        ("Acme was due to open a factory in Vik in May.", []),
        ("Acme paid a grant of $5 million to Borealis in March and in May.", []),
        ("Acme acquired Borealis, a study from 2019 shows.", []),
        ("Acme acquired Borealis, three years earlier than planned.", []),
        ("Acme acquired Borealis to prepare for the games in 2027.", []),
        ("Acme signed a contract with Borealis to open a school in 2027.", ["2027"]),
        ("Acme acquired Borealis on 3 June 2025, the company said.", ["2025-06-03"]),
        ("Acme cancelled the workshop with Borealis on 20 June.", []),
        ("In December Acme will open a factory in Vik.", ["2025-12"]),
        ("In May Acme will open a factory in Vik.", []),
        ("Acme trained 400 nurses in the year to May.", []),
        ("On 10 July Acme will hold a workshop in Vik, and in August the mayor will visit Sudland.", ["2025-07-10"]),
        ("Acme extended its contract with Borealis until 2028.", ["2028"]),
        ("Acme opens its factory in Vik on 1 September.", ["2025-09-01"]),
    ],
)
def test_a_date_belongs_to_the_verb_of_its_clause(read: Read, text: str, dates: list[str]) -> None:
    names = ("date", "starts", "ends", "expected")
    found = [
        value for kind, fields in read(text) if kind != "Visit" for name in names for value in fields.get(name, ())
    ]
    assert found == dates


def test_a_contract_until_a_year_ends_then(read: Read) -> None:
    ((_, fields),) = read("Acme extended its contract with Borealis until 2028.")
    assert fields["ends"] == ["2028"]


def test_a_new_status_has_no_date_of_the_old_one(read: Read) -> None:
    ((_, fields),) = read("Acme and Borealis will sign a contract on 20 June. It was cancelled at the last moment.")
    assert fields["status"] == ["cancelled"]
    assert "expected" not in fields


def test_the_people_of_a_party_can_be_counted(read: Read) -> None:
    ((_, fields),) = read("Acme trained 40 of Borealis’s engineers.")
    assert fields["quantity"] == [40]

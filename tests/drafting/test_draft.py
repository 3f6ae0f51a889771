"""What a draft makes of sentences: parties with their roles, the weakest status, lists, repetitions."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from naughty import NAUGHTY
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.words.triggers import triggers

Read = Callable[[str], list[tuple[str, dict[str, Any]]]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acme and Borealis signed an MoU.", "signed"),
        ("An MoU was signed by Acme and Borealis.", "signed"),
        ("Acme and Borealis will sign an MoU.", "planned"),
        ("Acme and Borealis are to sign an MoU.", "planned"),
        ("Acme and Borealis agreed to sign an MoU.", "planned"),
        ("An MoU is expected to be signed by Acme and Borealis.", "planned"),
        ("Acme and Borealis hope to sign an MoU.", "interest"),
        ("Acme and Borealis may sign an MoU.", "interest"),
        ("Officials hope that Acme and Borealis will sign an MoU.", "interest"),
        ("Acme would like to sign an MoU with Borealis.", "interest"),
        ("Acme and Borealis discussed signing an MoU.", "discussed"),
        ("Acme terminated its MoU with Borealis.", "cancelled"),
        ("The MoU between Acme and Borealis expired in May.", "expired"),
    ],
)
def test_the_status_is_the_weakest_that_the_words_allow(read: Read, text: str, status: str) -> None:
    assert [fields["status"] for _, fields in read(text)] == [[status]]


@pytest.mark.parametrize(
    "text",
    [
        "Acme and Borealis did not sign an MoU.",
        "No agreement was signed between Acme and Borealis.",
        "Acme denied that it had signed an MoU with Borealis.",
        "The minister said that Acme “has signed a deal” with Borealis.",
        "Acme and Borealis were founded in 1990.",
        "Vik University teaches law.",
        "The signed memorandum lies in Vik.",
        "Five agreements were signed.",
    ],
)
def test_what_is_denied_claimed_or_summed_up_is_no_engagement(read: Read, text: str) -> None:
    assert read(text) == []


def test_parties_of_an_agreement_are_those_who_sign(read: Read) -> None:
    ((kind, fields),) = read(
        "According to Sudland Bank, Acme, the maker of cranes, and Borealis signed a contract in the presence of "
        "Ida Holm."
    )
    assert kind == "Agreement"
    assert fields["signatory"] == ["acme", "borealis"]
    assert fields["kind"] == ["contract"]


def test_a_loan_has_a_funder_and_a_recipient(read: Read) -> None:
    sums = {"amount": [9000000], "currency": ["EUR"]}
    for text in (
        "Sudland Bank provided a loan of 9 million euros to Borealis.",
        "A loan of 9 million euros was provided to Borealis by Sudland Bank.",
        "Borealis received a loan of 9 million euros from Sudland Bank.",
        "Sudland Bank lent Borealis 9 million euros.",
    ):
        ((kind, fields),) = read(text)
        assert kind == "Loan", text
        assert (fields["funder"], fields["recipient"]) == (["sudland-bank"], ["borealis"]), text
        assert fields.items() >= sums.items(), text


def test_who_signs_a_loan_agreement_is_lender_if_it_is_a_bank(read: Read) -> None:
    ((_, fields),) = read("Borealis and Sudland Bank signed a loan agreement.")
    assert (fields["funder"], fields["recipient"]) == (["sudland-bank"], ["borealis"])


def test_a_first_payment_has_only_begun(read: Read) -> None:
    ((_, fields),) = read("Sudland Bank paid out the first part of a loan to Borealis.")
    assert fields["status"] == ["under-way"]


@pytest.mark.parametrize(
    ("text", "status", "quantity"),
    [
        ("Vik University trained 120 sailors.", "completed", 120),
        ("Vik University is training some 120 sailors.", "under-way", 120),
        ("Vik University will train up to 1,200 young people.", "planned", 1200),
        ("120 sailors were trained by Vik University.", "completed", 120),
    ],
)
def test_training_counts_people_and_they_are_no_party(read: Read, text: str, status: str, quantity: int) -> None:
    ((kind, fields),) = read(text)
    assert kind == "TrainingProgramme"
    assert (fields["trainer"], fields["status"], fields["quantity"]) == (["vik-university"], [status], [quantity])
    assert "trainee" not in fields
    assert fields["quantityOf"] == ["people"]


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Acme acquired Borealis.", "Acquisition", {"acquirer": ["acme"], "target": ["borealis"]}),
        ("Borealis was acquired by Acme.", "Acquisition", {"acquirer": ["acme"], "target": ["borealis"]}),
        ("Acme met Borealis in Vik.", "Talks", {"discussant": ["acme", "borealis"]}),
        ("Acme is in talks with a local shipyard.", "Talks", {"discussant": ["acme", "unnamed"]}),
        ("Acme expressed interest in buying ships from Borealis.", "Talks", {"discussant": ["acme", "borealis"]}),
        ("A delegation of Borealis visited Acme.", "Visit", {"visitor": ["borealis"], "host": ["acme"]}),
        ("Acme plans to invest $3 million in Borealis.", "Investment", {"funder": ["acme"], "recipient": ["borealis"]}),
        ("A conference was held in Vik by Vik University.", "Event", {"organizer": ["vik-university"]}),
        ("Acme donated $5,000 to Vik University.", "Grant", {"funder": ["acme"], "recipient": ["vik-university"]}),
        ("Acme delivered four cranes to Borealis.", "Project", {"supplier": ["acme"], "recipient": ["borealis"]}),
        ("Acme is to buy 30 per cent of Borealis.", "Acquisition", {"acquirer": ["acme"], "target": ["borealis"]}),
        ("Acme hosted a delegation from Borealis.", "Visit", {"host": ["acme"], "visitor": ["borealis"]}),
    ],
)
def test_roles_follow_the_verb_and_its_voice(read: Read, text: str, kind: str, roles: dict[str, list[str]]) -> None:
    ((found, fields),) = read(text)
    assert found == kind
    assert {name: fields.get(name) for name in roles} == roles


def test_items_of_a_list_inherit_the_verb_the_date_and_the_subject(read: Read) -> None:
    found = read("On 3 June 2025 Acme signed contracts with:\n\n- Borealis, for ships\n- Sudland Bank: $2 million\n")
    assert [fields["signatory"] for _, fields in found] == [["acme", "borealis"], ["acme", "sudland-bank"]]
    assert [(fields["status"], fields["date"]) for _, fields in found] == [(["signed"], ["2025-06-03"])] * 2
    assert found[1][1]["amount"] == [2000000]


def test_numbered_items_with_their_own_parties(read: Read) -> None:
    found = read("Two memorandums were signed in Vik:\n1) Acme – Borealis\n2) Vik University and Sudland Bank\n")
    assert [fields["signatory"] for _, fields in found] == [["acme", "borealis"], ["vik-university", "sudland-bank"]]
    assert [fields["kind"] for _, fields in found] == [["mou"], ["mou"]]


def test_a_sentence_without_a_colon_opens_no_list(read: Read) -> None:
    assert read("The talks went well. A contract was signed.\n- Acme and Borealis\n") == []


def test_a_country_that_only_says_whose_somebody_is_takes_no_part(read: Read) -> None:
    for whose in ("Nordland’s ambassador", "The ambassador to Nordland", "The Vik University of Nordland"):
        assert "government-of-nordland" not in str(read(f"{whose} met Acme and Borealis."))


def test_an_item_can_be_a_loan(read: Read) -> None:
    found = read("Two papers were signed in Vik:\n1. Contract – Acme / Borealis\n2. Loan – Sudland Bank to Acme\n")
    assert [kind for kind, _ in found] == ["Agreement", "Loan"]
    assert (found[1][1]["funder"], found[1][1]["recipient"]) == (["sudland-bank"], ["acme"])


def test_agreements_in_the_plural_are_one_with_each(read: Read) -> None:
    found = read("Acme signed separate agreements with Borealis and Sudland Bank.")
    assert [fields["signatory"] for _, fields in found] == [["acme", "borealis"], ["acme", "sudland-bank"]]


def test_a_headline_and_its_body_are_one_engagement(read: Read) -> None:
    found = read("Acme, Borealis sign deal\n\nVIK, 12 June 2025 – Acme and Borealis signed an MoU on Tuesday.\n\nMore.")
    ((_, fields),) = found
    assert fields["date"] == ["2025-06-10"]
    assert fields["kind"] == ["mou"]


def test_what_only_the_headline_says_is_kept(read: Read) -> None:
    ((_, fields),) = read(
        "Acme, Borealis sign $5 million deal\n\nAcme and Borealis signed a contract on Tuesday. More."
    )
    assert fields["amount"] == [5000000]


def test_two_verbs_make_two_engagements(read: Read) -> None:
    found = read("Acme signed a contract with Borealis and will train 50 sailors.")
    assert [kind for kind, _ in found] == ["Agreement", "TrainingProgramme"]
    assert found[1][1]["trainer"] == ["acme"]
    assert found[1][1]["status"] == ["planned"]


def test_words_that_point_back_mean_the_party_named_before(read: Read) -> None:
    found = read("Vik University has a new hall. The university signed an agreement with Acme.")
    assert found[0][1]["signatory"] == ["vik-university", "acme"]


def test_a_later_sentence_updates_the_engagement(read: Read) -> None:
    ((_, fields),) = read(
        "Acme and Borealis signed a contract in 2019. The contract, worth €3 million, expired in 2024."
    )
    assert (fields["status"], fields["date"]) == (["expired"], ["2024"])


def test_the_day_of_an_announcement_is_no_date(read: Read) -> None:
    ((_, fields),) = read("Acme and Borealis have signed a contract, they said on Monday.")
    assert "date" not in fields


def test_a_party_that_the_register_lacks_keeps_its_name(known: Knowledge) -> None:
    found = draft("Acme signed a contract with Zenith Cables Ltd.", known)
    assert found[0].fields["signatory"][1].as_json() == {
        "value": None,
        "name": "Zenith Cables Ltd",
        "start": 28,
        "end": 45,
        "rule": "unknown-name",
    }


def test_every_rule_of_the_trigger_words_is_complete() -> None:
    words = triggers()
    for verb in words.verbs.values():
        assert "any" in verb.status, verb.name
        assert verb.class_ or verb.about, verb.name
        assert set(verb.about) <= set(words.nouns), verb.name
        for kind in {verb.class_, *(words.nouns[name].class_ for name in verb.about)} - {""}:
            made = verb.more.get("turns", {}).get(kind, kind)
            assert words.roles_of(verb, made), (verb.name, made)


@pytest.mark.parametrize("text", NAUGHTY)
def test_any_text_is_read(read: Read, text: str) -> None:
    read(f"Acme and Borealis signed {text}. {text}")


@pytest.mark.slow
def test_long_texts_are_read_in_linear_time(known: Knowledge) -> None:
    def used(times: int) -> float:
        began = time.process_time()
        draft("the memorandum that Acme, Borealis, Vik University, " * (times // 50) + "signed.", known)
        draft("Ab Cd and " * times, known)
        draft("a deal with a " * times, known)
        return time.process_time() - began

    assert used(2000) / used(1000) < 3  # the square of two is 4

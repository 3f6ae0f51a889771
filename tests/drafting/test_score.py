"""The score of drafts: matching, counts, over-claims, intervals, gold from the data, and the command."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import TINY, pcgraph
from pcgraph.belief import materialise
from pcgraph.errors import InvalidInput
from pcgraph.intake.drafting.score import Counts, compare, figures, match
from pcgraph.intake.drafting.score.draft_files import Engagement, Terms, parse, read_folder
from pcgraph.intake.drafting.score.stated import stated
from pcgraph.store.files import home

INPUTS = materialise.read(TINY, home("ontology"))
TERMS = Terms(materialise.declarations(INPUTS))


def entry(type_: str, /, **fields: Any) -> dict[str, Any]:
    """Return one engagement; a value is a dict, or stands for one."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    return {
        "class": type_,
        "fields": {
            name: [each if isinstance(each, dict) else {"value": each} for each in values]
            for name, values in listed.items()
        },
    }


def read(*entries: dict[str, Any]) -> list[Engagement]:
    return parse(list(entries), TERMS, "draft")


def signed(*parties: str, status: str = "signed", **more: Any) -> dict[str, Any]:
    return entry("Agreement", signatory=list(parties), status=status, **more)


def span(value: object, start: int, end: int) -> dict[str, object]:
    return {"value": value, "start": start, "end": end}


# Matching


def test_the_pairs_have_the_highest_total_agreement() -> None:
    """The first draft agrees best with the first gold, but only the other order finds both."""
    gold = read(signed("acme", "borealis"), signed("acme", "vik"))
    drafts = read(signed("acme", "vik", "borealis"), signed("acme", "borealis"))
    assert match(drafts, gold, TERMS) == ((0, 1), (1, 0))


def test_one_gold_is_found_once() -> None:
    gold = read(signed("acme", "borealis"))
    found = compare([*gold, *gold], gold, TERMS)
    assert found.all["engagements"] == Counts(1, 2, 1)


@pytest.mark.parametrize(
    ("drafted", "gold", "found"),
    [
        ("Loan", "Loan", True),
        ("Loan", "Funding", True),
        ("Funding", "Loan", True),
        ("Loan", "Grant", False),
        ("Talks", "Agreement", False),
        ("Project", "TrainingProgramme", False),
        ("Initiative", "TrainingProgramme", True),
    ],
)
def test_classes_must_be_akin(drafted: str, gold: str, found: bool) -> None:
    one, other = read(entry(drafted, implementer="acme")), read(entry(gold, implementer="acme"))
    assert bool(match(one, other, TERMS)) is found


def test_a_named_party_must_be_shared_in_whatever_role() -> None:
    gold = read(entry("Loan", funder="sudland-bank", recipient="borealis"))
    assert match(read(entry("Loan", recipient="sudland-bank")), gold, TERMS)
    assert not match(read(entry("Loan", funder="vik-bank", amount=5)), gold, TERMS)
    assert not match(read(entry("Loan", funder="unnamed")), read(entry("Loan", funder="unnamed")), TERMS)


def test_without_a_named_party_the_place_in_the_text_or_the_label_decides() -> None:
    gold = read(entry("TrainingProgramme", quantity=span(120, 10, 13)))
    assert match(read(entry("TrainingProgramme", quantity=span(120, 12, 20))), gold, TERMS)
    assert not match(read(entry("TrainingProgramme", quantity=span(120, 13, 20))), gold, TERMS)
    assert not match(read(entry("TrainingProgramme", quantityOf=span("people", 10, 13))), gold, TERMS)
    labelled = read(entry("Event", label="Vik  forum"))
    assert match(read(entry("Event", label="vik Forum", organizer="acme")), labelled, TERMS)
    assert not match(read(entry("Event", label="Vik week")), labelled, TERMS)


def test_a_passage_stands_for_the_places_of_all_values() -> None:
    gold = read(entry("Event", status="completed") | {"passages": [[10, 40]]})
    assert match(read(entry("Event", status=span("completed", 38, 47))), gold, TERMS)
    assert not match(read(entry("Event", status=span("completed", 40, 47))), gold, TERMS)
    assert match(gold, read(entry("Event", status=span("completed", 38, 47))), TERMS)


def test_equal_parties_are_told_apart_by_the_other_fields() -> None:
    gold = read(
        entry("TrainingProgramme", trainer="vik", quantity=120), entry("TrainingProgramme", trainer="vik", quantity=30)
    )
    assert match(gold[::-1], gold, TERMS) == ((0, 1), (1, 0))


# Fields


def test_fields_are_counted_in_what_was_found_and_over_all() -> None:
    gold = read(signed("acme", "vik", date="2025-02-03"), signed("borealis", "vik", date="2025-03"))
    drafts = read(signed("acme", "port", date="2025-02-03"), signed("harbour", date="2024"))
    found = compare(drafts, gold, TERMS)
    assert found.found["signatory"] == Counts(1, 2, 2)
    assert found.all["signatory"] == Counts(1, 3, 4)
    assert found.found["date"] == Counts(1, 1, 1)
    assert found.all["date"] == Counts(1, 2, 2)


def test_a_party_in_the_wrong_role_is_wrong() -> None:
    gold = read(entry("Loan", funder="sudland-bank", recipient="borealis"))
    found = compare(read(entry("Loan", funder="borealis", recipient="sudland-bank")), gold, TERMS)
    assert found.found["funder"] == Counts(0, 1, 1)
    assert found.all["engagements"].right == 1


def test_the_sides_of_an_agreement_are_signatories() -> None:
    gold = read(entry("Agreement", firstParty="acme", secondParty="vik"))
    assert compare(read(entry("Agreement", signatory=["acme", "vik"])), gold, TERMS).found["signatory"] == Counts(
        2, 2, 2
    )


@pytest.mark.parametrize(
    ("drafted", "gold", "right"),
    [
        ("[2026-01-05..2026-01-11]", "2026-01-05/2026-01-11", True),
        ("2025-06", "2025-06-01/2025-06-30", True),
        ("2025-06", "2025-06-01", False),
        ("2025", "2026", False),
    ],
)
def test_dates_are_equal_if_their_days_are(drafted: str, gold: str, right: bool) -> None:
    found = compare(read(signed("acme", date=drafted)), read(signed("acme", date=gold)), TERMS)
    assert found.found["date"].right == right


def test_numbers_are_equal_whatever_their_type_and_qualifiers_count_apart() -> None:
    gold = read(signed("acme", amount={"value": 5000000, "qualifier": "about"}))
    plain = compare(read(signed("acme", amount=5000000.0)), gold, TERMS).found
    assert plain["amount"] == Counts(1, 1, 1)
    assert plain["qualifier"] == Counts(0, 0, 1)
    assert compare(read(signed("acme", amount={"value": 5e6, "qualifier": "at least"})), gold, TERMS).found[
        "qualifier"
    ] == Counts(0, 1, 1)


def test_unknown_names_are_equal_in_any_case() -> None:
    gold = read(entry("Talks", discussant=[{"value": None, "name": "Tollen  Shipping"}]))
    same = compare(read(entry("Talks", discussant=[{"value": None, "name": "TOLLEN Shipping"}])), gold, TERMS)
    other = compare(read(entry("Talks", discussant=[{"value": None, "name": "Tollen"}])), gold, TERMS)
    assert same.found["discussant"] == Counts(1, 1, 1)
    assert other.all["engagements"] == Counts(0, 1, 1)


def test_inferred_values_are_not_counted() -> None:
    gold = read(signed("acme", "vik", place={"value": "port", "inferred": True}))
    for drafted in (signed("acme", "vik", place="port"), signed("acme", "vik")):
        assert compare(read(drafted), gold, TERMS).found.get("place", Counts()) == Counts()
    assert compare(read(signed("acme", "vik", place="quay")), gold, TERMS).found["place"] == Counts(0, 1, 0)


def test_rows_that_the_gold_leaves_open_are_not_scored() -> None:
    gold = {"a": read(signed("acme", "vik"))}
    drafts = {"a": read(signed("acme", "vik", sector="quays", supporter="port", ends="2026"))}
    found = figures.score(drafts, gold, TERMS).found
    assert "sector" not in found
    assert found["supporter"].drafted == found["ends"].drafted == 1
    assert found["parties"].precision == pytest.approx(2 / 3)
    assert "funder" not in found


# Over-claims


@pytest.mark.parametrize(
    ("drafted", "gold", "over"),
    [
        ("signed", "signed", False),
        ("signed", "planned", True),
        ("planned", "interest", True),
        ("interest", "planned", False),
        ("completed", "under-way", True),
        ("planned", "cancelled", True),
        ("signed", "suspended", True),
        ("cancelled", "signed", True),
        ("suspended", "cancelled", False),
        ("cancelled", "suspended", True),
        ("completed", "expired", True),
    ],
)
def test_a_status_that_says_more_is_an_overclaim(drafted: str, gold: str, over: bool) -> None:
    found = compare(read(signed("acme", status=drafted)), read(signed("acme", status=gold)), TERMS)
    assert bool(found.overclaims) is over


def test_a_draft_without_status_claims_nothing() -> None:
    gold = read(signed("acme", status="discussed"))
    assert not compare(read(entry("Agreement", signatory="acme")), gold, TERMS).overclaims


def test_a_signing_out_of_talks_is_an_overclaim_although_nothing_matches() -> None:
    gold = read(entry("Talks", discussant=["acme", "vik"], status="discussed"))
    found = compare(read(signed("acme", "vik")), gold, TERMS, "a")
    assert found.all["engagements"] == Counts(0, 1, 1)
    assert [(each.drafted, each.gold) for each in found.overclaims] == [("signed", "discussed")]


def test_a_signing_out_of_a_visit_is_an_overclaim_although_the_visit_is_completed() -> None:
    gold = read(entry("Visit", visitor="acme", host="vik", status="completed"))
    assert [each.gold for each in compare(read(signed("acme", "vik")), gold, TERMS).overclaims] == [None]


@pytest.mark.parametrize(("status", "over"), [("signed", False), ("under-way", False), ("planned", True)])
def test_the_ceremony_of_what_was_signed_is_no_overclaim(status: str, over: bool) -> None:
    gold = read(signed("acme", "vik", status=status))
    found = compare(read(entry("Event", attendee="acme", status="completed")), gold, TERMS)
    assert found.all["engagements"] == Counts(0, 1, 1)
    assert bool(found.overclaims) is over


def test_an_event_that_goes_on_is_not_over() -> None:
    gold = read(entry("Event", organizer="acme", status="under-way"))
    assert compare(read(entry("Event", organizer="acme", status="completed")), gold, TERMS).overclaims


def test_a_repeated_engagement_is_no_overclaim() -> None:
    gold = read(signed("acme", "vik"), signed("acme", "port", status="planned"))
    found = compare(read(signed("acme", "vik"), signed("vik"), signed("acme", "port", status="planned")), gold, TERMS)
    assert found.all["engagements"] == Counts(2, 3, 2)
    assert not found.overclaims


def test_a_spurious_engagement_is_compared_with_the_gold_that_is_nearest() -> None:
    gold = read(signed("acme", "vik"), signed("acme", "port", status="planned"))
    found = compare([*gold, *read(signed("acme", "port"))], gold, TERMS)
    assert [(each.number, each.gold) for each in found.overclaims] == [(3, "planned")]


def test_an_invented_engagement_is_an_overclaim_if_it_is_said_to_have_happened() -> None:
    found = compare(read(signed("acme", "vik"), signed("port", status="interest")), [], TERMS)
    assert [each.number for each in found.overclaims] == [1]


# Figures


def test_figures_sum_over_articles_and_groups() -> None:
    gold = {name: read(signed("acme", "vik", date="2025", amount=5, currency="EUR")) for name in "abcd"}
    drafts = dict(gold) | {"d": [], "c": read(signed("acme", "port", amount=5, currency="USD"))}
    found = figures.score(drafts, gold, TERMS)
    assert (found.articles, found.engagements.precision, found.engagements.recall) == (4, 1.0, 0.75)
    assert (found.found["parties"].right, found.found["parties"].drafted, found.all["parties"].gold) == (5, 6, 8)
    assert (found.found["money"].right, found.found["money"].drafted) == (5, 6)
    assert (found.found["dates"].right, found.found["dates"].gold) == (2, 3)
    assert found.engagements.f1 == pytest.approx(2 * 3 / 7)


def test_intervals_hold_the_figure_and_repeat() -> None:
    gold = {
        str(number): read(*(signed(f"acme-{each}", "vik") for each in range(number % 7 + 1))) for number in range(40)
    }
    drafts = {name: entries if int(name) % 3 else [] for name, entries in gold.items()}
    first, second = (figures.score(drafts, gold, TERMS) for _ in range(2))
    low, high = first.engagements.intervals["recall"]
    assert 0.4 < low < (first.engagements.recall or 0) < high < 0.9
    assert first.engagements.intervals["precision"] == (1, 1)
    assert first == second


def test_one_article_has_no_intervals() -> None:
    gold = {"a": read(signed("acme", "vik"))}
    assert figures.score(gold, gold, TERMS).engagements.intervals == {}


names = st.sampled_from(["acme", "vik", "port", "unnamed"])
engagements = st.builds(
    entry,
    st.sampled_from(["Agreement", "Talks", "Loan", "Funding", "Event"]),
    signatory=st.lists(names, max_size=3, unique=True),
    status=st.lists(st.sampled_from(["discussed", "planned", "signed", "cancelled"]), max_size=1),
    amount=st.lists(st.integers(1, 9), max_size=1),
)


@given(st.lists(engagements, max_size=5), st.lists(engagements, max_size=5))
@settings(max_examples=60, deadline=None)
def test_counts_never_exceed_what_is_there(drafted: list[dict[str, Any]], gold: list[dict[str, Any]]) -> None:
    one, other = read(*drafted), read(*gold)
    found = compare(one, other, TERMS)
    assert found.all["engagements"][1:] == (len(drafted), len(gold))
    for side in (found.found, found.all):
        assert all(right <= min(said, wanted) for right, said, wanted in side.values())
    assert len(found.overclaims) <= len(drafted)
    back = compare(other, one, TERMS)
    assert back.all["engagements"].right == found.all["engagements"].right


@given(st.lists(engagements, max_size=5))
@settings(max_examples=30, deadline=None)
def test_the_gold_itself_has_no_fault(gold: list[dict[str, Any]]) -> None:
    """Engagements without a named party have nothing to be found by here, as nothing quotes the text."""
    named = [each for each in gold if {value["value"] for value in each["fields"]["signatory"]} - {"unnamed"}]
    found = compare(read(*named), read(*named), TERMS)
    assert all(right == said == wanted for right, said, wanted in found.all.values())
    assert not found.overclaims


# Gold from the data


def test_a_source_becomes_gold() -> None:
    found = {
        json.dumps(each["fields"].get("signatory", each["fields"].get("funder")), sort_keys=True): each
        for each in stated(INPUTS, "tide-2025")
    }
    contract = found['[{"value": "acme"}, {"value": "harbour-authority"}]']
    assert contract == entry(
        "Agreement",
        signatory=["acme", "harbour-authority"],
        status="signed",
        date="2025-02-03",
        amount=40000000,
        currency="EUR",
        kind="contract",
        sector="quays",
    ) | {"passages": [[222, 320], [1082, 1143]]}
    assert found['[{"value": "sudland-bank"}]']["fields"]["status"] == [{"value": "planned"}]


def test_readings_are_marked_and_unnamed_parties_are_unnamed() -> None:
    accord = next(each for each in stated(INPUTS, "tide-2025") if "firstParty" in each["fields"])
    assert accord["fields"]["signatory"] == [{"value": "vik-university", "inferred": True}]
    talks = next(each for each in stated(INPUTS, "borealis-2024") if each["class"] == "Talks")
    assert {"value": "unnamed"} in talks["fields"]["discussant"]


def test_qualified_numbers_keep_their_qualifier(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(TINY, data)
    source = data / "sources" / "tide-2025.ttl"
    text = source.read_text("utf-8").replace("pcg:quantity 500", "pcg:quantityAtLeast 500")
    loan = 'pcg:amount "25000000"^^xsd:decimal ;'
    source.write_text(text.replace(loan, f"{loan} pcg:amountApproximate true ;"), encoding="utf-8")
    values = {
        field: each["fields"][field]
        for each in stated(materialise.read(data, home("ontology")), "tide-2025")
        for field in ("amount", "quantity")
        if field in each["fields"]
    }
    assert values == {
        "amount": [{"value": 25000000, "qualifier": "about"}],
        "quantity": [{"value": 500, "qualifier": "at least"}],
    }


def test_every_source_of_a_project_is_its_own_gold() -> None:
    for slug in INPUTS.slugs:
        gold = parse(stated(INPUTS, slug), TERMS, slug)
        findable = [each for each in gold if each.named]
        found = compare(findable, findable, TERMS)
        assert found.all["engagements"] == Counts(len(findable), len(findable), len(findable))


# Files and the command


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not-json"),
        ("{}", "not-a-draft: no list"),
        ("[1]", "engagement 1: not-a-draft: no object"),
        (
            '[{"class": "Agrement", "fields": {}}]',
            "unknown-class: 'Agrement'; expected a class of engagements; did you mean Agreement?",
        ),
        ('[{"class": "Agent", "fields": {}}]', "unknown-class"),
        ('[{"class": "Talks", "fields": {"place": "vik"}}]', "place is no list"),
        ('[{"class": "Talks", "fields": {}, "passages": [5, 7]}]', "passages is no list of places"),
        ('[{"class": "Talks", "fields": {"place": [{}]}}]', "place is no list"),
        (
            '[{"class": "Talks", "fields": {"amount": [{"value": "5"}]}}]',
            "wrong-value: amount is '5'; expected a plain number",
        ),
        (
            '[{"class": "Talks", "fields": {"date": [{"value": "4 May"}]}}]',
            "wrong-value: date is '4 May'; expected an EDTF date",
        ),
        ('[{"class": "Talks", "fields": {"place": [{"value": ["vik"]}]}}]', "wrong-value: place is ['vik']"),
    ],
)
def test_what_is_no_draft_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text)
    with pytest.raises(InvalidInput) as raised:
        read_folder(file, TERMS)
    assert str(raised.value).startswith(str(file))
    assert message in str(raised.value)


def drafts_of(folder: Path, **drafts: list[dict[str, Any]]) -> Path:
    folder.mkdir()
    for name, entries in drafts.items():
        (folder / f"{name}.json").write_text(json.dumps(entries), encoding="utf-8")
    return folder


def test_the_command_prints_figures_and_overclaims(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path / "drafts", a=[signed("acme", "vik")], b=[signed("acme", "port")])
    gold = drafts_of(tmp_path / "gold", a=[signed("acme", "vik", status="planned")], b=[signed("acme", "port")])
    done = pcgraph("score", str(drafts), str(gold), "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    assert "Over all engagements of 2 articles" in done.stdout
    assert "over-claims: 1 of 2 drafted engagements, 50.0 % (0.0–100.0 %)" in done.stdout
    assert "a, engagement 1: Agreement signed; the gold says planned" in done.stdout
    said = json.loads(pcgraph("score", str(drafts), str(gold), "--data", str(TINY), "--json").stdout)
    assert said["found"]["status"]["precision"] == 0.5
    assert said["overclaims"] == [
        {"article": "a", "number": 1, "kind": "Agreement", "drafted": "signed", "gold": "planned"}
    ]


def test_the_command_scores_against_a_source(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path / "drafts", **{"tide-2025": [signed("acme", "harbour-authority", date="2025-02-03")]})
    file = drafts / "tide-2025.json"
    answers = [
        pcgraph("score", *words, "--data", str(TINY), "--json")
        for words in ([str(file), "tide-2025"], [str(file)], [str(drafts)])
    ]
    assert all(each.returncode == 0 for each in answers), answers[0].stderr
    assert len({each.stdout for each in answers}) == 1
    said = json.loads(answers[0].stdout)
    assert (said["engagements"]["right"], said["engagements"]["drafted"], said["found"]["parties"]["f1"]) == (1, 1, 1.0)


def test_wrong_calls_are_one_line(tmp_path: Path) -> None:
    drafts = drafts_of(tmp_path / "drafts", a=[])
    gold = drafts_of(tmp_path / "gold", b=[])
    file = str(drafts / "a.json")
    for words, code, message in (
        ([str(drafts), "tide-2025"], 2, "tide-2025 is one source"),
        ([file, "no-such"], 2, "neither a file nor a source"),
        ([file], 2, "a: no such source"),
        ([file, str(gold)], 2, "a file and a folder"),
        ([str(tmp_path / "none.json"), file], 3, "unreadable"),
        ([str(drafts), str(gold)], 3, "no-partner"),
        ([str(drafts), str(tmp_path)], 3, "no-drafts"),
    ):
        done = pcgraph("score", *words, "--data", str(TINY))
        assert (done.returncode, message in done.stderr) == (code, True), done.stderr
        assert "Traceback" not in done.stderr

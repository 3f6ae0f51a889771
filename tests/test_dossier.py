"""Dossiers and reasons: what is marked, what is proved, what is missing."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import page_views
from helpers import CASES, TEXTS
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import tables
from pcgraph.belief.rule import derivation
from pcgraph.cli.read import rendering, rendering_about
from pcgraph.errors import UsageError
from pcgraph.model.entities import passages
from pcgraph.model.namespaces import ID, PCG, SRC, VERDICT, compact, local
from pcgraph.query import explain
from pcgraph.query.explain.dossier import WholeGraph, dossier
from pcgraph.query.statements import statements


def test_why_gives_facts_rule_and_passages(tiny: KnowledgeGraph) -> None:
    found = tiny.why("acme", "signsWith", "harbour-authority")
    assert [compact(tie["engagement"]) for tie in found["ties"]] == ["id:crane-agreement", "id:crane-contract"]
    for tie in found["ties"]:
        assert {local(role["role"]) for role in tie["roles"]} == {"signatory"}
        assert [local(step["status"]) for step in tie["steps"]] == ["signed"]
        assert {proof["of"] for proof in tie["evidence"]} == {tie["engagement"], tie["steps"][0]["step"]}
    assert found["rule"].startswith("signatory → signatory, once a step has reached signed")


def test_why_not_says_what_is_shared(tiny: KnowledgeGraph) -> None:
    found = tiny.why("acme-pilots", "signsWith", "ministry-of-ports")
    assert found["ties"] == []
    assert found["nearly"] == ["id:pilotage-accord: firstParty and secondParty (inferred); status signed"]


def test_why_not_says_which_other_ties_there_are(tiny: KnowledgeGraph) -> None:
    ties = [
        "id:crane-agreement: id:acme signsWith id:harbour-authority",
        "id:crane-contract: id:acme signsWith id:harbour-authority",
        "id:crane-talks: id:acme discussesWith id:harbour-authority",
        "id:north-quay-expansion: id:acme supplies id:harbour-authority",
    ]
    found = [
        tiny.why(*ends)["nearly"]
        for ends in (("acme", "funds", "harbour-authority"), ("harbour-authority", "funds", "acme"))
    ]
    assert [line for line in found[0] if len(line.split()) == 4] == sorted(ties, key=lambda line: line.split()[2])
    assert "id:north-quay-expansion: id:acme supplies id:harbour-authority" in found[1]
    assert "id:crane-talks: id:harbour-authority discussesWith id:acme" in found[1]
    assert "id:crane-talks: id:acme discussesWith id:harbour-authority" not in found[1]


def test_why_lists_every_tie_that_is_believed_or_kept_out(tiny: KnowledgeGraph) -> None:
    held = derivation.kept_out(tiny.tables, tiny.ontology, tiny.today)
    assert {"north-quay", "route-talks"} <= {local(iri) for name in ("to", "engagement") for iri in held[name]}
    for name, rows in (("kept_out", held), ("ties", tiny.tables.relations)):
        for row in rows.iter_rows(named=True):
            found = tiny.why(row["from"], row["relation"], row["to"])
            assert row["engagement"] in {each["engagement"] for each in found[name]}, row


def test_why_reads_the_engagements_of_both_ends_only(tiny: KnowledgeGraph) -> None:
    one, other = (tiny.names.id + name for name in ("acme", "harbour-authority"))
    takes_part = tiny.tables.parties.select("engagement", "agent")
    of_both = [{*takes_part.filter(agent=each)["engagement"]} for each in (one, other)]
    found = tiny.tables.about_both(one, other)
    assert {*found.engagements["engagement"]} == of_both[0] & of_both[1]
    assert of_both[0] & of_both[1] < of_both[0]


def test_what_is_kept_out_of_one_engagement_depends_on_no_other(tiny: KnowledgeGraph) -> None:
    whole = derivation.kept_out(tiny.tables, tiny.ontology, tiny.today)
    single = [
        derivation.kept_out(tiny.tables.of_engagements([each]), tiny.ontology, tiny.today)
        for each in tiny.tables.engagements["engagement"]
    ]
    assert pl.concat(single).sort(derivation.TIE).equals(whole)


def test_a_dossier_from_the_indices_of_a_site_is_that_from_the_tables(tiny: KnowledgeGraph) -> None:
    whole, filled = WholeGraph(tiny), set[str]()
    for iri in {*tiny.tables.parties["agent"], *tiny.tables.engagements["engagement"]}:
        found = dossier(tiny, iri, whole=whole)
        assert found == dossier(tiny, iri), iri
        filled |= {name for name in ("roles", "kept_out") if found[name]}
        filled |= {name for name, many in found["signings"].items() if many}
    assert filled >= {"roles", "kept_out", "all"}


def test_a_party_is_shown_without_the_labels_of_its_engagements(
    tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled, readable = list[int](), tables.readable
    monkeypatch.setattr(
        tables, "readable", lambda found, *rest: labelled.append(found.engagements.height) or readable(found, *rest)
    )
    assert tiny.show("acme")["roles"]
    assert tiny.show("crane-agreement")["engagement"]["label"] == "Crane memorandum"
    assert labelled == [1]


def test_unknown_ends_are_named(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"'acmee': not in the graph in scope; .*did you mean acme\?"):
        tiny.why("acmee", "signsWith", "borealis")


def test_people_and_organisations_have_offices(tiny: KnowledgeGraph, real: KnowledgeGraph) -> None:
    assert tiny.show("acme")["offices"] == []
    [office] = real.show("ahad-cheema")["offices"]
    assert (office["post"], local(office["organization"])) == ("minister", "economic-affairs-division")
    text = rendering_about.shown(real.show("ahad-cheema"), real.entities)
    assert "  minister, Economic Affairs Division [id:economic-affairs-division], from [..2024-10-14]\n" in text
    assert office in real.show("Economic Affairs Division")["offices"]


def test_places_are_shown_by_their_names(tiny: KnowledgeGraph) -> None:
    assert "  place: Vik Hall [id:vik-hall]" in rendering_about.shown(tiny.show("vik-forum"), tiny.entities)


def test_a_source_lists_what_it_describes(tiny: KnowledgeGraph) -> None:
    found = tiny.show("src:harbour-2024")
    assert ID + "crane-agreement" in [row["thing"] for row in found["contents"]]
    text = rendering_about.shown(found, tiny.entities)
    assert text.splitlines()[0].endswith("[src:harbour-2024], Source")
    assert "  Crane memorandum [id:crane-agreement], " in text


@pytest.mark.parametrize(
    ("name", "head", "line"),
    [
        ("pcg:Loan", "loan [pcg:Loan], class", "  subClassOf: pcg:Funding"),
        ("Funding", "funding [pcg:Funding], class", "  pcg:Loan"),
        ("v:mou", "memorandum of understanding [v:mou], kind", "  inScheme: v:kinds"),
        ("signs with", "signs with [pcg:signsWith], relation", "  signatory → signatory, once a step"),
        ("v:entered", "entered [v:entered], set of statuses", "  v:signed"),
        (
            "who-signed-with",
            "Who signed with a party [who-signed-with], question about agreements",
            "  party: agent, such as harbour-authority",
        ),
        ("Who signed with a party", "Who signed with a party [who-signed-with]", "  WHERE {"),
    ],
)
def test_terms_and_questions_are_shown(tiny: KnowledgeGraph, name: str, head: str, line: str) -> None:
    text = rendering_about.shown(tiny.show(name), tiny.entities)
    assert text.startswith(head)
    assert f"\n{line}" in text


def test_a_verdict_is_shown(real: KnowledgeGraph) -> None:
    text = rendering_about.shown(real.show("verdict:alibaba-headquarters"), real.entities)
    assert "  onSubject: Alibaba Group [id:alibaba]" in text


def test_readings_and_background_are_marked(article: KnowledgeGraph) -> None:
    facts = {(local(f["property"]), f["inferred"]) for f in article.show("alibaba-understanding")["facts"]}
    assert {("during", True), ("uses", True), ("covers", False)} <= facts
    about = {local(f["property"]): f["background"] for f in article.show("alibaba")["facts"]}
    assert about["country"] is True
    assert about["nameInSource"] is False
    assert "headquarters" not in about
    assert "signatory (inferred): " in rendering.dossier(article.show("alibaba"), article.entities)


def test_a_quote_needs_a_text_that_fits(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    passage = next(
        p for p in passages(tiny.store, "https://w3id.org/pcgraph/id/crane-agreement") if p.start is not None
    )
    slug = local(passage.source)
    text = (TEXTS / f"{slug}.txt").read_bytes()
    assert explain.quote(passage, tmp_path) is None
    (tmp_path / f"{slug}.txt").write_bytes(text)
    assert explain.quote(passage, tmp_path) == text.decode()[passage.start : passage.end]
    (tmp_path / f"{slug}.txt").write_bytes(b"x" + text)
    assert explain.quote(passage, tmp_path) is None


def test_claims_are_compared_with_what_is_told_apart(tiny: KnowledgeGraph, article: KnowledgeGraph) -> None:
    assert [(c["claimed"], c["identified"]) for c in tiny.claims()] == [(4, 2)]
    assert [(c["claimed"], c["identified"]) for c in article.claims()] == [(10, 7)]


def test_hostile_names_cannot_rearrange_a_terminal(tiny: KnowledgeGraph) -> None:
    found = tiny.show("acme") | {"label": "Acme\u202ecod\x1b[2J"}
    text = rendering.dossier(found, tiny.entities)
    assert "\x1b" not in text
    assert "\\u202e" in text


def test_every_relation_has_a_rule_in_words(tiny: KnowledgeGraph) -> None:
    for relation in tiny.ontology.relations:
        words = explain.rule(relation, tiny.ontology)
        assert "→" in words
        assert "once" in words or "while" in words
    assert PCG + "signsWith" in {relation.iri for relation in tiny.ontology.relations}


def test_a_source_without_a_date_is_said_to_have_none(tiny: KnowledgeGraph) -> None:
    dates = {row["source"]: row["date"] for row in tiny.show("crane-contract")["evidence"]}
    assert dates[SRC + "digest"] == "undated, taken in 2025-06-01"
    assert dates[SRC + "tide-2025"] == "2025-03"


@pytest.mark.slow
def test_the_page_misses_only_what_is_claimed_and_not_told(article: KnowledgeGraph) -> None:
    assert "10 agreements claimed, 7 identified" in article.map().html
    assert "10 agreements claimed, 14 identified" not in page_views.real_map().html
    assert "23 agreements claimed, 2 identified" in page_views.real_map().html


# ---- Numbers, and what is not believed


def lines(kg: KnowledgeGraph, slug: str, section: str) -> list[str]:
    """Return the lines of one section of a printed dossier, without their indent."""
    printed = rendering.dossier(kg.show(slug), kg.entities).splitlines()
    start = printed.index(section) + 1
    rest = [at for at, line in enumerate(printed) if at >= start and not line.startswith("  ")]
    return [line[2:] for line in printed[start : (*rest, len(printed))[0]]]


def case(name: str, *without: str) -> KnowledgeGraph:
    return api.load(CASES / f"{name}.trig", build=None, without=without)


def test_a_number_is_printed_with_all_that_its_source_says(tiny: KnowledgeGraph) -> None:
    assert "amount: USD 44 m" in lines(tiny, "crane-contract", "more")
    assert "quantity: 1.2 kilometres" in lines(tiny, "north-quay-expansion", "more")
    rough = case("bounds-and-approximate-numbers")
    assert lines(rough, "pilot-school", "more") == ["quantity: over 500 people"]
    assert lines(rough, "ferry-ships", "more") == ["quantity: about 30 to 40 vehicles"]
    assert lines(rough, "quay-loan", "more") == ["amount: about USD 40 m"]
    assert lines(case("a-claim-is-no-payment"), "port-conference", "more") == ["claim: USD 8.5 bn (claimed)"]
    assert lines(case("constant-prices", "a"), "harbour-loan", "more") == ["amount: USD 52 m in prices of 2017"]
    assert lines(case("one-cost-in-two-currencies", "a"), "north-quay", "more") == ["amount: EUR 41 m a year"]
    grown = case("a-number-that-grows")
    assert lines(grown, "acme-schools", "steps") == ["operational, 2020, 15 schools", "operational, 2022, 90 schools"]


def test_other_numbers_are_also_given() -> None:
    assert lines(case("one-cost-in-two-currencies"), "north-quay", "also given") == ["amount: EUR 41 m a year (src:b)"]
    assert lines(case("constant-prices"), "harbour-loan", "also given") == [
        "amount: USD 52 m in prices of 2017 (src:b)"
    ]
    rough = case("bounds-and-approximate-numbers")
    assert lines(rough, "crane-order", "also given") == ["quantity: about 40 vehicles (src:a)"]
    assert lines(rough, "ferry-ships", "also given") == ["quantity: over 30 vehicles (src:b)"]
    assert rough.show("tug-order")["also_given"] == []  # both say "about 12"
    claims = lines(case("a-claim-is-no-payment"), "port-conference", "also given")
    assert claims == ["claim: EUR 7.9 bn (claimed) (src:b)"]


@pytest.mark.parametrize(
    ("name", "without", "expected"),
    [
        (
            "a-verdict-takes-a-number-whole",
            [],
            {
                "crane-order": [("over USD 50 m", "a")],  # another one is preferred
                "pilot-school": [("over 500 people", "a")],
                "quay-loan": [("GBP 9.5 m", "a")],  # its currency is rejected
                "ship-loan": [("EUR 7 m", "a")],  # one of two sums in one source
            },
        ),
        (
            "a-verdict-on-one-currency",
            [],
            {
                "harbour-loan": [("USD 2 bn", "a")],
                "quay-loan": [("USD 5 m", "a")],
                "ship-grant": [("USD 4 m a year", "a")],
            },
        ),
        # Nobody gives the preferred number; the others are gone, as they are in dollars and a yearly sum.
        (
            "a-verdict-on-one-currency",
            ["b"],
            {"harbour-loan": [("USD 2 bn", "a")], "quay-loan": [], "ship-grant": [("USD 4 m a year", "a")]},
        ),
    ],
)
def test_a_verdict_keeps_a_number_out_whole(
    name: str, without: list[str], expected: dict[str, list[tuple[str, str]]]
) -> None:
    kg = case(name, *without)
    for slug, values in expected.items():
        found = kg.show(slug)
        assert [(row["value"], *map(local, row["sources"])) for row in found["rejected"]] == values, slug
        assert all(compact(row["verdict"]).startswith(f"verdict:{slug}-") for row in found["rejected"])
        assert found["also_given"] == []


def test_a_dispute_and_what_is_rejected_are_told_with_the_reason(tiny: KnowledgeGraph) -> None:
    assert lines(tiny, "crane-contract", "rejected") == [
        "amount: EUR 40 m (src:tide-2025), by verdict:crane-contract-amount: "
        "The contract is priced in dollars; the paper gives a conversion."
    ]
    assert lines(tiny, "crane-contract", "disputes") == [
        "date of id:crane-contract.signed, open: there is no verdict yet",
        "  2025-01-20 (src:digest)",
        "  2025-02-03 (src:tide-2025), believed",
    ]
    assert lines(tiny, "safety-charter", "disputes") == [
        "signatory, decided by verdict:safety-charter-party",
        "  id:acme-pilots (src:digest)",
        "  not in the complete list of parties of src:tide-2025",
    ]
    assert [row["value"] for row in tiny.show("safety-charter")["rejected"]] == [ID + "acme-pilots"]
    assert [compact(row["value"]) for row in tiny.show("borealis")["rejected"]] == ["id:vik"]
    assert tiny.show("crane-agreement")["also_given"] == []  # "2024-05" says less than 2024-05-14, and nothing else
    assert tiny.show("pilotage-accord")["also_given"] == []  # its unnamed party has a name by now


def test_a_verdict_without_its_sources_rejects_nothing() -> None:
    """A verdict rests on a source; without that, both amounts are disputed."""
    whole, less = (case("a-verdict-that-rests-on-sources", *out) for out in ([], ["c"]))
    found = {bool(kg.show("harbour-loan")["rejected"]) for kg in (whole, less)}
    assert found == {True, False}


def test_ties_that_are_kept_out_are_listed_on_both_sides(tiny: KnowledgeGraph) -> None:
    why = "a role or the status is our reading, and not in the words of a source"
    assert [row for row in lines(tiny, "pilotage-accord", "kept out") if " signsWith " in row] == [
        "Acme Pilots [id:acme-pilots] signsWith Ministry of Ports of Sudland [id:ministry-of-ports], "
        f"by Pilotage accord [id:pilotage-accord]: {why}",
        f"Acme Pilots [id:acme-pilots] signsWith Vik University [id:vik-university], "
        f"by Pilotage accord [id:pilotage-accord]: {why}",
        "Ministry of Ports of Sudland [id:ministry-of-ports] signsWith Vik University [id:vik-university], "
        f"by Pilotage accord [id:pilotage-accord]: {why}",
    ]
    for slug, other in (("acme-pilots", "vik-university"), ("vik-university", "acme-pilots")):
        ends = {(local(row["from"]), local(row["to"])) for row in tiny.show(slug)["kept_out"]}
        assert (slug, other) in ends
        assert (other, slug) not in ends


@pytest.mark.parametrize(
    ("slug", "signings"), [("acme", (2, 0)), ("vik-university", (2, 1)), ("ministry-of-ports", (1, 1)), ("vik", (0, 0))]
)
def test_signings_are_counted_and_those_that_are_inferred(
    slug: str, signings: tuple[int, int], tiny: KnowledgeGraph
) -> None:
    assert (*tiny.show(slug)["signings"].values(),) == signings
    printed = rendering.dossier(tiny.show(slug), tiny.entities)
    assert (f"signings: {signings[0]}, {signings[1]} of them inferred" in printed) == bool(signings[0])


def test_who_acts_for_whom_is_told() -> None:
    kg = case("a-person-signs-for-a-named-body")
    line = "id:ida-holm for id:ministry-of-ports, signatory in crane agreement [id:crane-agreement]"
    assert lines(kg, "crane-agreement", "representatives") == [line]


def test_a_tie_is_listed_once_with_its_engagements(tiny: KnowledgeGraph) -> None:
    ties = {(local(tie["relation"]), local(tie["other"])): tie for tie in tiny.show("acme")["ties"]}
    assert [local(by["engagement"]) for by in ties["signsWith", "harbour-authority"]["by"]] == [
        "crane-agreement",
        "crane-contract",
    ]
    bank = [(local(tie["relation"]), tie["outward"]) for tie in tiny.show("borealis")["ties"] if "bank" in tie["other"]]
    assert bank == [("commitsToFund", False), ("funds", False)]


def test_the_facts_of_a_merged_thing_are_those_of_both(tiny: KnowledgeGraph) -> None:
    """`quay-works` is merged into the quay: the quantity of its source stands beside the other one."""
    found = tiny.show("quay-works")
    assert found["iri"] == ID + "north-quay-expansion"
    assert [[row["value"] for row in each["values"]] for each in found["disputes"]] == [
        ["1.2 kilometres", "1.5 kilometres"]
    ]
    assert found["voices"] == 2  # that it was planned


def test_what_belongs_to_no_number_is_a_statement_of_its_own() -> None:
    """A verdict on a number may name a currency, and is no number itself."""
    said = statements(case("a-verdict-on-one-currency").store, VERDICT + "harbour-loan-amount")
    values = {local(row["property"]): row["value"] for row in said}
    assert (values["rejects"], values["currency"]) == ("2000000000", "USD")


def test_an_asset_has_the_engagements_that_deliver_or_use_it(tiny: KnowledgeGraph) -> None:
    quay, lifter = (dossier(tiny, ID + name) for name in ("north-quay", "lifter"))
    expected = [("pcg:delivers", "id:north-quay-expansion", "completed", [ID + "vik"], [SRC + "harbour-2024"])]
    found = [
        (compact(row["property"]), compact(row["engagement"]), local(row["status"]), row["places"], row["sources"])
        for row in quay["engagements"]
    ]
    assert found == expected
    assert [local(row["property"]) for row in lifter["engagements"]] == ["uses"]
    assert dossier(tiny, ID + "vik")["engagements"] == []
    text = rendering.dossier(quay, tiny.entities)
    assert (
        "  delivers: North Quay expansion [id:north-quay-expansion], completed, in Vik [id:vik] (src:harbour-2024)\n"
        in text
    )

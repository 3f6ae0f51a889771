"""What a dossier says: counts, engagements by paper, what each sum is, the evidence, and how to show what is hidden."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import PHONE, Open, change, click, hash_of, pick, title
from pcgraph.page import View

OPEN_ALL = """() => { for (let found = 1; found;) {
    found = 0;
    for (const each of document.querySelectorAll("#panel details:not([open])")) {
      each.open = true; each.dispatchEvent(new Event("toggle")); found += 1; } } }"""
UP = ("is covered by", "during", "came of", "part of")


def at(view: View, slug: str) -> int:
    return view["engagements"]["iri"].index(f"id:{slug}")


def own(view: View, node: int, as_of: int | None = None) -> set[int]:
    """Return the engagements of an organisation, with those of people who act for it."""
    acts_for = dict(view["nodes"]).get("acts_for") or [-1] * len(view["nodes"]["iri"])
    return {
        one
        for one, parties in enumerate(view["engagements"]["parties"])
        if expected.known(view, one, as_of) and any(node in (party, acts_for[party]) for _, party, *_ in parties)
    }


def groups(view: View, some: set[int], as_of: int | None = None) -> Counter[str]:
    """Return how many engagements have come how far; what is open and silent counts as silent only."""
    sets = view["words"]["set"]
    return Counter(
        "silent" if expected.silent(view, one, as_of) else sets[expected.status_set(view, one, as_of)]["id"]
        for one in some
    )


def counted(tab: Page, where: str = "#panel > .progress") -> dict[str, int]:
    """Return the counts that the sentence names, by the class of their square."""
    found: list[tuple[str, str]] = tab.locator(f"{where} .count").evaluate_all(
        "all => all.map(each => [each.firstChild.className.replace('progress-', ''), each.textContent])"
    )
    return {name: int(re.findall(r"\d+", text)[0]) for name, text in found}


def total(tab: Page, where: str = "#panel > .progress") -> int:
    return int(tab.locator(f"{where} strong").inner_text().split()[0].replace(",", ""))


# ---- Counts ---------------------------------------------------------------------------------------------------------


def test_the_sentence_counts_each_engagement_once(show: Open, real: View) -> None:
    tab = show(real)
    seen: set[str] = set()
    for day, step in ((None, 29), ("2024-06-30", 59), ("2019-01-01", 59)):
        as_of = expected.day(day) if day else None
        change(tab, f"{{ asOf: {as_of or 'null'} }}")
        for node in range(0, len(real["nodes"]["iri"]), step):
            tab.evaluate("index => pcgraph.select('node', index)", node)
            mine = own(real, node, as_of)
            if not mine:
                expect(tab.locator("#panel .progress")).to_have_count(0)
                continue
            assert counted(tab) == groups(real, mine, as_of), real["nodes"]["iri"][node]
            assert total(tab) == len(mine) == sum(counted(tab).values())
            seen |= counted(tab).keys()
    assert seen >= {"realised", "entered", "prospective", "silent"}


def test_silence_is_told_with_the_year_in_which_it_began(show: Open, real: View) -> None:
    table = real["engagements"]

    def year_of(one: int) -> int:
        return int(expected.iso(expected.concluded(real, one)[6])[:4])

    quiet = next(one for one in range(len(table["iri"])) if expected.silent(real, one) and expected.parties(real, one))
    tab = show(real)
    tab.evaluate("index => pcgraph.select('stack', index)", quiet)
    expect(tab.locator("#panel")).to_contain_text(f"silent since {year_of(quiet)}")
    node = min(expected.parties(real, quiet))
    years = {year_of(one) for one in own(real, node) if expected.silent(real, one)}
    tab.evaluate("index => pcgraph.select('node', index)", node)
    earlier = " or earlier" if len(years) > 1 else ""
    expect(tab.locator("#panel > .progress")).to_contain_text(f"silent since {max(years)}{earlier}")


# ---- Engagements by paper -------------------------------------------------------------------------------------------


def entries(tab: Page) -> list[tuple[str, bool, str]]:
    """Return each entry of the lists: its title, whether it only heads a group, and the title of the entry above it."""
    tab.evaluate(OPEN_ALL)
    found: list[tuple[str, bool, str]] = tab.locator("#panel .deal").evaluate_all(
        """all => all.map(each => [each.querySelector(".deal-title").textContent, each.classList.contains("heading"),
             each.parentElement.closest(".deal")?.querySelector(".deal-title").textContent ?? ""])"""
    )
    return [(name, bool(heading), above) for name, heading, above in found]


def test_every_engagement_is_listed_once_below_a_paper_to_which_it_belongs(show: Open, real: View) -> None:
    labels, links = real["engagements"]["label"], real["engagements"]["links"]
    above_of = {
        (labels[one], labels[other])
        for one, found in enumerate(links)
        for label, other, _ in found
        if label in UP and other >= 0
    }
    tab = show(real)
    nested = 0
    for name in ("id:huawei", "id:zte", "id:moitt", "id:prime-minister-of-pakistan"):
        pick(tab, "node", name)
        node = real["nodes"]["iri"].index(name)
        found = entries(tab)
        mine = Counter(labels[one] for one in own(real, node))
        assert Counter(label for label, heading, _ in found if not heading) == mine
        for label, _, above in found:
            assert not above or (label, above) in above_of or _far_above(label, above, above_of)
            nested += bool(above)
    assert nested > 40


def _far_above(label: str, above: str, above_of: set[tuple[str, str]]) -> bool:
    """Return whether one stands over the other with a paper between them that has no other entry here."""
    return any((other, above) in above_of for one, other in above_of if one == label)


def test_groups_are_newest_first_and_the_others_follow(show: Open, real: View) -> None:
    tab = show(real)
    pick(tab, "node", "id:huawei")
    tab.evaluate(OPEN_ALL)
    headings = tab.locator("#panel > section > h3").all_inner_texts()
    assert headings.index("By agreement, event or programme") < headings.index("Other engagements")
    node = real["nodes"]["iri"].index("id:huawei")
    newest = {
        real["engagements"]["label"][one]: max(
            (step[3] or step[2] or -1e9 for step in real["engagements"]["steps"][one]), default=-1e9
        )
        for one in own(real, node)
    }
    section = tab.locator("#panel > section", has_text="Other engagements").last
    order = [newest[label] for label in section.locator(".deal-title").all_inner_texts()]
    assert len(order) > 20
    assert order == sorted(order, reverse=True)
    trees = tab.locator("#panel > section", has_text="By agreement").first.locator(".deals:not(.inner) > li").all()
    days = [max(newest.get(label, -1e9) for label in each.locator(".deal-title").all_inner_texts()) for each in trees]
    assert len(days) > 5
    assert days == sorted(days, reverse=True)


def test_an_entry_tells_state_role_money_and_evidence(show: Open) -> None:
    view = page_views.tiny()
    view["engagements"]["parties"][at(view, "ferry-loan")][1] = (  # the recipient is only inferred
        *view["engagements"]["parties"][at(view, "ferry-loan")][1][:2], 1, [0]
    )  # fmt: skip
    tab = show(view)
    pick(tab, "node", "id:borealis")
    entry = tab.locator("#panel .deal", has_text="Ferry loan").first
    for text in ("completed Jan 2024", "EUR 9 m (paid)", "recipient", "Borealis, 1 Jul 2024", "1 independent voice"):
        expect(entry).to_contain_text(text)
    expect(entry.locator(".role")).to_have_text("recipientinferred")  # the other role is the bank's
    expect(entry.locator(".role .chip")).to_have_text("inferred")
    source = view["engagements"]["sources"][at(view, "ferry-loan")][0]
    expect(entry.locator(".source-line a")).to_have_attribute("href", view["sources"]["address"][source])
    loan = tab.locator("#panel .deal", has_text="Ship loan").first
    expect(loan).to_contain_text("USD 8 m (signed)")
    loan.locator(".deal-title").first.click()
    assert title(tab) == "Ship loan"


def test_a_stack_has_the_same_list_and_counts(show: Open, real: View) -> None:
    stacks = expected.stacks(real, {one for one in range(len(real["engagements"]["iri"])) if expected.known(real, one)})
    parties, some = max(stacks.items(), key=lambda item: (len(item[1]), -min(item[1])))
    tab = show(real, hash="#level=all")
    tab.evaluate("index => pcgraph.select('stack', index)", min(some))
    assert set(title(tab).split("\n")) == {real["nodes"]["label"][node] for node in parties}
    assert counted(tab) == groups(real, some)
    found = Counter(label for label, heading, _ in entries(tab) if not heading)
    assert found == Counter(real["engagements"]["label"][one] for one in some)


def test_partners_are_listed_by_the_number_of_engagements(show: Open, real: View) -> None:
    node = real["nodes"]["iri"].index("id:huawei")
    together = Counter(other for one in own(real, node) for other in expected.parties(real, one) if other != node)
    tab = show(real)
    pick(tab, "node", "id:huawei")
    tab.evaluate(OPEN_ALL)
    rows = tab.locator("#panel .partner")
    names, numbers = rows.locator(".link").all_inner_texts(), rows.locator(".soft").all_inner_texts()
    found = dict(zip(names, map(int, numbers), strict=True))
    assert found == {real["nodes"]["label"][other]: count for other, count in together.items()}
    assert list(map(int, numbers)) == sorted(map(int, numbers), reverse=True)
    rows.first.locator(".link").click()
    assert title(tab) == names[0]


# ---- Money ----------------------------------------------------------------------------------------------------------

Steps = tuple[tuple[str, int], ...]  # each a status and whether it is only inferred


def pay(view: Any, one: int, steps: Steps, kind: str = "funding") -> None:
    """Give an engagement other steps and one sum."""
    table, statuses = view["engagements"], {word["id"]: at for at, word in enumerate(view["words"]["status"])}
    table["steps"][one] = [
        [statuses[f"v:{status}"], f"202{place}", 18_300, 18_300, read, [0], f"ferry-loan.{place}", ""]
        for place, (status, read) in enumerate(steps)
    ]
    table["status"][one] = [statuses[f"v:{steps[-1][0]}"], 19_905, None]
    table["money"][one] = [["", kind, "EUR 9 m", "EUR 9,000,000", [0]]]


def loan(*steps: tuple[str, int]) -> View:
    """Return the tiny view with other steps of the ferry loan."""
    view = page_views.tiny()
    pay(view, at(view, "ferry-loan"), steps)
    return view


SUMS: list[tuple[Steps, str, str]] = [
    ((("planned", 0),), "funding", "EUR 9 m (promised)"),
    ((("discussed", 0),), "funding", "EUR 9 m (talked about)"),
    ((("signed", 0),), "funding", "EUR 9 m (signed)"),
    ((("signed", 1),), "funding", "EUR 9 m (signed, inferred)"),
    ((("signed", 0), ("under-way", 0)), "funding", "EUR 9 m (under way)"),
    ((("signed", 0), ("completed", 0)), "funding", "EUR 9 m (completed)"),  # no source says that it was paid
    ((("signed", 0), ("completed", 0)), "paid", "EUR 9 m (paid)"),
    ((("signed", 0), ("completed", 1)), "funding", "EUR 9 m (signed)"),  # that it was paid is only inferred
    ((("under-way", 0), ("completed", 1), ("expired", 0)), "funding", "EUR 9 m (under way)"),
    ((("completed", 0), ("expired", 0)), "funding", "EUR 9 m (completed)"),
    ((("completed", 0), ("expired", 0)), "paid", "EUR 9 m (paid)"),
    ((("signed", 0), ("cancelled", 0)), "funding", "EUR 9 m (cancelled)"),
    ((("completed", 0),), "value", "EUR 9 m (value)"),
    ((("planned", 0),), "value", "EUR 9 m (planned)"),
    ((("completed", 0),), "price", "EUR 9 m (price)"),
    ((("completed", 0),), "claim", "EUR 9 m (claimed)"),
]


def test_a_sum_says_what_it_is_and_no_more(show: Open) -> None:
    """Each case is an engagement of one page."""
    view = page_views.tiny()
    for one, (steps, kind, _) in enumerate(SUMS):
        pay(view, one, steps, kind)
    tab = show(view)
    for one, (_, _, text) in enumerate(SUMS):
        pick(tab, "engagement", view["engagements"]["iri"][one])
        expect(tab.locator("#panel .sum")).to_have_text(text)
        expect(tab.locator("#panel .sum")).to_have_attribute("title", "EUR 9,000,000")


def test_a_sum_of_a_step_stands_at_the_step_and_a_long_one_has_all_digits_beside_it(show: Open) -> None:
    view: Any = loan(("planned", 0), ("completed", 0))
    one = at(view, "ferry-loan")
    view["engagements"]["money"][one] = [
        ["", "funding", "EUR 29.51 bn", "EUR 29,506,233,000", [0]],
        ["ferry-loan.0", "funding", "EUR 5 m", "EUR 5,000,000", [0]],
    ]
    pick(tab := show(view), "engagement", "id:ferry-loan")
    expect(tab.locator("#panel .steps li").nth(0)).to_contain_text("EUR 5 m (promised)")
    expect(tab.locator("#panel .steps li").nth(1)).not_to_contain_text("EUR")
    expect(tab.locator("#panel dd .sum")).to_have_text("EUR 29.51 bn (completed)EUR 29,506,233,000")


def test_a_sum_in_another_currency_is_given_beside_the_believed_one(show: Open) -> None:
    view: Any = loan(("planned", 0))
    view["engagements"]["money"][at(view, "ferry-loan")].append(["", "other", "PKR 2 bn", "PKR 2 bn", [2, 4]])
    pick(tab := show(view), "engagement", "id:ferry-loan")
    term = tab.locator("#panel dt", has_text="Also given")
    beside = term.locator("xpath=following-sibling::dd[1]")
    expect(beside).to_contain_text(re.compile("PKR 2 bn.*Port Digest.*The Daily Tide"))
    expect(tab.locator("#panel .sum")).to_have_text("EUR 9 m (promised)")


def test_a_sum_is_not_told_before_a_source_names_it(show: Open) -> None:
    view: Any = page_views.tiny()
    one = at(view, "crane-agreement")  # known from 2024-06-10; another source follows on 2025-03-31
    view["engagements"]["money"][one] = [["", "value", "EUR 9 m", "EUR 9,000,000", [4]]]
    pick(tab := show(view, hash="#as-of=2025-01-01"), "engagement", "id:crane-agreement")
    expect(tab.locator("#panel .sum")).to_have_count(0)
    change(tab, "{ asOf: null }")
    expect(tab.locator("#panel .sum")).to_have_text("EUR 9 m (signed)")


# ---- Evidence -------------------------------------------------------------------------------------------------------


def test_the_evidence_says_in_words_what_is_proved_where_and_how_surely(show: Open) -> None:
    view: Any = page_views.tiny()
    one = at(view, "crane-contract")
    view["engagements"]["passages"][one] = [
        (2, "a", "para 3-4", "crane-contract.signed", "hash-not-checked", 0),
        (2, "b", "para 9", "crane-contract.signed", "hash-not-checked", 0),
        (4, "c", "characters 10–42", "crane-contract", "proved", 0),
        (4, "d", "section on ships, last para", "crane-contract", "proved", 0),
    ]
    pick(tab := show(view), "engagement", "id:crane-contract")
    cards = tab.locator("#panel .said > li")
    first = cards.filter(has_text="Port Digest")
    expect(first).to_contain_text("Proves “signed, 3 Feb 2025”: paragraphs 3–4, 9")
    expect(first).to_contain_text("Not yet checked")
    other = cards.filter(has_text="The Daily Tide")
    expect(other).to_contain_text(
        re.compile("Proves that it exists.*: section on ships, last paragraph, characters 10–42")
    )
    expect(other).to_contain_text("Words found")
    expect(tab.locator("#panel")).to_contain_text("The words can be read at the source.")
    assert not re.search(r"proves signed|hash-not|\bpara\b", tab.locator("#panel").inner_text())


def test_the_best_source_is_named_first_with_the_best_state(show: Open) -> None:
    view: Any = page_views.tiny()
    one = at(view, "crane-agreement")  # told by a party (0), officially (3) and by the press (4)
    view["engagements"]["passages"][one] = [
        (0, "a", "para 1", "crane-agreement", "pointer-only", 0),
        (4, "b", "para 2", "crane-agreement", "reflowed", 0),
    ]
    tab = show(view)
    pick(tab, "node", "id:acme")
    line = tab.locator("#panel .deal", has_text="Crane memorandum").last.locator(".evidence-line").first
    expect(line).to_have_text("Harbour Authority of Nordland, 10 Jun 2024 · 3 independent voices · words found")
    change(tab, f"{{ asOf: {expected.day('2024-06-30')} }}")  # only the authority had spoken
    expect(line).to_have_text("Harbour Authority of Nordland, 10 Jun 2024 · 1 independent voice")


def test_quotations_stand_where_texts_were_given_and_links_lead_to_them(show: Open) -> None:
    quote = "On Monday the authority and Acme signed the contract for nine well-built cranes at noon."
    view: Any = page_views.tiny()
    one = at(view, "crane-contract")
    tab = show(view)
    for kind, name in (("engagement", "id:crane-contract"), ("node", "id:acme")):
        pick(tab, kind, name)
        expect(tab.locator("#panel blockquote")).to_have_count(0)
    passages = view["engagements"]["passages"][one]
    view["engagements"]["passages"][one] = [(*passage[:-1], quote) for passage in passages]
    tab = show(view)
    fragment = "#:~:text=On%20Monday%20the%20authority,well%2Dbuilt%20cranes%20at%20noon."
    for kind, name, links in (("engagement", "id:crane-contract", ".said a"), ("node", "id:acme", ".source-line a")):
        pick(tab, kind, name)
        expect(tab.locator("#panel blockquote").first).to_have_text(quote)
        found = tab.locator(f"#panel {links}").evaluate_all("all => all.map(each => each.getAttribute('href'))")
        assert [href for href in found if href.endswith(fragment)]
    view["engagements"]["passages"][one] = [(*passage[:-1], quote * 3) for passage in passages]
    pick(tab := show(view), "node", "id:acme")  # a long one is folded
    expect(tab.locator("#panel .deal details blockquote").first).not_to_be_visible()


def test_a_dispute_names_its_step_and_a_sum_with_its_currency(show: Open) -> None:
    view: Any = page_views.tiny()
    one = at(view, "crane-contract")
    view["engagements"]["disputes"][one] = [
        {"step": "", "what": "amount", "values": [["PKR 3.7 bn", [2]], ["USD 44 m", [4]]], "believed": "USD 44 m",
         "verdict": "the later report counts"},
        {"step": "crane-contract.signed", "what": "date", "values": [["2024", [2]], ["2025", [4]]], "believed": "",
         "verdict": ""},
    ]  # fmt: skip
    pick(tab := show(view), "engagement", "id:crane-contract")
    first, other = tab.locator("#panel .dispute").all()
    expect(first).to_contain_text("the later report counts")
    expect(first.locator("> ul > li", has_text="PKR 3.7 bn")).to_contain_text("Port Digest")
    expect(first.locator("> ul > li.holds")).to_contain_text(re.compile("USD 44 m.*The Daily Tide"))
    expect(other.locator("strong")).to_have_text("Date (signed)")
    expect(other).to_contain_text("Undecided")


# ---- What it belongs to, what came of it, what is derived from it ---------------------------------------------------


def test_papers_and_outcomes_are_links_with_their_state(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    pick(tab, "engagement", "id:crane-contract")
    above = tab.locator("#panel > section", has_text="Belongs to").last
    expect(above.locator("li")).to_have_count(2)
    expect(above).to_contain_text(re.compile("during.*Third Vik Forum.*completed 3–5 Feb 2025"))
    expect(above).to_contain_text(re.compile("resulted from.*Crane memorandum.*signed 14 May 2024"))
    above.get_by_role("button", name="Third Vik Forum").click()
    assert title(tab) == "Third Vik Forum"
    below = tab.locator("#panel > section", has_text="What came of it").last
    outcomes = expected.outcomes(view, at(view, "vik-forum")) - {at(view, "vik-forum")}
    assert total(tab, "#panel section .progress") == len(outcomes)
    assert counted(tab, "#panel section .progress") == groups(view, outcomes)
    for one in outcomes:
        expect(below.get_by_role("button", name=view["engagements"]["label"][one], exact=True)).to_be_visible()


def test_only_an_event_and_what_came_of_it_is_shown_on_demand(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, hash="#view=table&engagement=id:vik-forum")
    only = tab.get_by_role("button", name="Show only this and what came of it")
    only.click()
    assert "event=id:vik-forum" in hash_of(tab)
    listed = set(tab.evaluate("[...pcgraph.shown.listed.keys()].filter(one => pcgraph.shown.listed[one])"))
    assert listed == expected.outcomes(view, at(view, "vik-forum"))
    expect(only).to_have_attribute("aria-pressed", "true")
    only.click()
    assert tab.evaluate("pcgraph.state.event") is None
    pick(tab, "engagement", "id:port-coordination")  # nothing came of it
    expect(only).to_have_count(0)


def test_relations_derived_from_it_are_folded_lines(show: Open) -> None:
    view = page_views.tiny()
    ties, one = view["ties"], at(view, "port-coordination")
    mine = [tie for tie, matter in enumerate(ties["engagement"]) if matter == one and len(ties["known"][tie]) % 2]
    assert len(mine) > 1
    pick(tab := show(view), "engagement", "id:port-coordination")
    folded = tab.locator("#panel details", has_text=f"{len(mine)} ties derived from it")
    expect(folded.locator(".relations li").first).not_to_be_visible()
    folded.locator("summary").first.click()
    expect(folded.locator(".relations li")).to_have_count(len(mine))
    for tie, line in zip(mine, folded.locator(".relations li").all_inner_texts(), strict=True):
        for end in ("from", "to"):
            assert view["nodes"]["label"][ties[end][tie]] in line  # type: ignore[literal-required]
        assert view["words"]["relation"][ties["relation"][tie]]["label"] in line


# ---- What is hidden -------------------------------------------------------------------------------------------------


def test_a_hidden_pick_says_which_filters_hide_it_and_shows_it(show: Open) -> None:
    tab = show(hash="#voices=2&set=realised&engagement=id:ship-loan")
    note = tab.locator("#hidden-note")
    expect(note).to_contain_text("Hidden at present by these settings: “independent voices”, “Progress”")
    note.get_by_role("button", name="Show it").click()
    expect(note).to_be_empty()
    assert tab.evaluate("[pcgraph.state.voices, pcgraph.state.chosen.set.size]") == [1, 0]
    assert tab.evaluate("pcgraph.shown.engagements[pcgraph.findEngagement('id:ship-loan')]") == 1
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    tab.go_back()
    expect(note).to_contain_text("Hidden at present")


@pytest.mark.parametrize(
    ("hash", "left"),
    [
        ("#set=realised&country=id:nordland&engagement=id:harbour-loan", {"country"}),
        ("#type=pcg:Loan&set=entered&engagement=id:crane-contract", {"set"}),
        ("#type=pcg:Loan&mark=silent&engagement=id:crane-contract", set()),
    ],
)
def test_only_the_filters_that_hide_it_are_dropped(show: Open, hash: str, left: set[str]) -> None:
    tab = show(hash=hash)
    tab.locator("#hidden-note").get_by_role("button", name="Show it").click()
    expect(tab.locator("#hidden-note")).to_be_empty()
    chosen = tab.evaluate(
        "Object.entries(pcgraph.state.chosen).filter(([, terms]) => terms.size).map(([name]) => name)"
    )
    assert set(chosen) == left
    assert hash.rpartition("&")[2] in hash_of(tab)


@pytest.mark.parametrize(
    ("hash", "says"),
    [
        ("#node=id:ida-holm", "People"),
        ("#node=id:young-sailors", "Unnamed parties and groups"),
        ("#engagement=id:lab-deal", "no longer believed"),
        ("#as-of=2024-07-02&engagement=id:ferry-loan&months=2020-01 2020-02", "months"),
        ("#as-of=2024-06-11&engagement=id:ferry-loan", "date"),
    ],
)
def test_whatever_hides_it_has_a_name_and_a_way_out(show: Open, hash: str, says: str) -> None:
    tab = show(hash=hash)
    note = tab.locator("#hidden-note")
    expect(note).to_contain_text(says)
    note.get_by_role("button", name="Show it").click()
    expect(note).to_be_empty()


def test_what_is_too_small_for_the_first_picture_can_be_shown(show: Open, real: View) -> None:
    tab = show(real)
    drawn = set(tab.evaluate("[...pcgraph.shown.engagements.keys()].filter(one => pcgraph.shown.engagements[one])"))
    small = next(one for one in sorted(own(real, 0) - drawn) if expected.parties(real, one))
    tab.evaluate("index => pcgraph.select('engagement', index)", small)
    note = tab.locator("#hidden-note")
    expect(note).to_contain_text("only the largest organisations")
    note.get_by_role("button", name="Show it").click()
    expect(note).to_be_empty()
    assert tab.evaluate("pcgraph.state.neighbourhood.hops") == 1
    assert tab.evaluate("index => pcgraph.shown.engagements[index]", small) == 1
    change(tab, "{ neighbourhood: null }")
    note.get_by_role("button", name="Show all").click()
    assert tab.evaluate("pcgraph.state.level") == "all"
    expect(note).to_be_empty()
    change(tab, "{ level: 'key', view: 'table' }")  # the table lists it
    expect(note).to_be_empty()


@pytest.mark.exhaustive
@pytest.mark.parametrize(("which", "step"), [("tiny", 1), ("real", 151)])
def test_every_hidden_thing_can_be_shown(show: Open, real: View, which: str, step: int) -> None:
    """Of the real data a sample; what hides things there is the same but for their number."""
    view = real if which == "real" else page_views.tiny()
    tab = show(view)
    faults = tab.evaluate(
        """([step, day]) => {
            const faults = [];
            let tried = 0, hidden = 0;
            const asOf = pcgraph.parseDay(day), { nodes, engagements } = pcgraph.SIZE;
            for (const patch of [{}, { view: "table", voices: 3 }, { asOf }, { people: true }])
              for (const [kind, size] of [["node", nodes], ["engagement", engagements]])
              for (let index = tried % step; index < size; index += step) {
                pcgraph.change({ ...pcgraph.defaultState(), ...patch, selection: { kind, index } });
                tried += 1;
                const isDrawn = () => pcgraph.shown[kind === "node" ? "nodes" : "engagements"][index];
                const button = document.querySelector("#hidden-note [data-key=reveal]");
                if (!button && pcgraph.state.view === "map" && !isDrawn()) faults.push([kind, index, "says nothing"]);
                if (!button) continue;
                hidden += 1;
                button.click();
                const { childElementCount } = document.getElementById("hidden-note");
                if (childElementCount) faults.push([kind, index, "still hidden"]);
              }
            return hidden > tried / 4 ? faults : ["little was hidden", hidden, tried]; }""",
        [step, "2019-01-01" if which == "real" else "2024-07-01"],
    )
    assert faults == []


# ---- All of them ----------------------------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_every_dossier_can_be_opened(show: Open, real: View) -> None:
    """Each has a heading, says nothing odd, and leads nowhere but to the web. The map is empty: it takes longer.

    In English these are all engagements, every other organisation, and some stacks. In the other languages, whose words
    are put into the same sentences, they are a sample.
    """
    tab = show(real, hash="#unnamed=yes&text=zqzqzq")
    faults = tab.evaluate(
        """() => {
            const faults = [];
            const { nodes: node, engagements: engagement } = pcgraph.SIZE;
            const sizes = { node, engagement, stack: engagement };
            const untranslated = "(money|count|place|passage|passageShort|condition|group)_[a-z]+";
            const oddity = new RegExp(`.{0,20}(undefined|NaN|Infinity|.object [A-Z]|null,|${untranslated}).{0,20}`);
            for (const language of ["en", "zh", "ur"]) {
            pcgraph.change({ language });
            for (const [kind, size] of Object.entries(sizes)) {
            const step = language !== "en" ? 17 : { node: 2, engagement: 1, stack: 10 }[kind];
            for (let index = 0; index < size; index += step) {
              pcgraph.change({ selection: { kind, index } });
              const panel = document.getElementById("panel"), text = panel.textContent;
              const place = [language, kind, index];
              if (!document.getElementById("panel-title").textContent.trim()) faults.push([...place, "no heading"]);
              const odd = text.match(oddity);
              if (odd) faults.push([...place, odd[0]]);
              const links = [...panel.querySelectorAll("a")].map(link => link.href);
              faults.push(...links.filter(href => !/^https?:/.test(href)));
            } } }
            return faults; }"""
    )
    assert faults == []


DOSSIERS = (
    ("node", "id:huawei"),
    ("engagement", "id:b2b-conference-2025"),
    ("engagement", "id:islamabad-safe-city-contract"),
    ("stack", "id:pakistan-china-fibre-loan"),
)


@pytest.mark.exhaustive
@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_nothing_of_a_dossier_sticks_out(show: Open, real: View, settings: dict[str, Any]) -> None:
    tab = show(real, **settings)
    for language, (kind, name) in itertools.product(("en", "zh", "ur"), DOSSIERS):
        change(tab, f"{{ language: '{language}' }}")
        find = "findNode" if kind == "node" else "findEngagement"
        tab.evaluate(f"([kind, name]) => pcgraph.select(kind, pcgraph.{find}(name))", [kind, name])
        tab.evaluate(OPEN_ALL)
        wide = tab.evaluate(
            """() => { const panel = document.getElementById("panel"), frame = panel.getBoundingClientRect();
                return [...panel.querySelectorAll("*")].filter(each => { const box = each.getBoundingClientRect();
                  return box.width > 0 && !each.classList.contains("visually-hidden")
                    && (box.left < frame.left - 1 || box.right > frame.right + 1); })
                  .map(each => `${each.tagName}.${each.className} ${each.textContent.slice(0, 40)}`); }"""
        )
        assert wide == [], (language, name)


def test_the_picture_and_the_panel_agree(show: Open) -> None:
    """A click on a mark opens what it stands for."""
    tab = show()
    click(tab, "node", "id:acme")
    assert title(tab) == "Acme"
    assert "node=id:acme" in hash_of(tab)
    click(tab, "stack", "id:crane-talks")
    assert tab.evaluate("pcgraph.state.selection.kind") == "stack"
    assert set(title(tab).split("\n")) == {"Acme", "Harbour Authority of Nordland"}


def test_a_timeline_is_grouped_by_choice_and_leads_to_its_engagements(show: Open, real: View) -> None:
    tab = show(real, hash="#node=id:zte", **PHONE)
    rows, group = tab.locator(".lives > li"), tab.locator(".lives .group").first
    by_partner = group.inner_text()
    tab.locator(".timeline summary", has_text="more").click()
    own = {one for one, parties in enumerate(real["engagements"]["parties"])
           if real["nodes"]["iri"].index("id:zte") in {party for _, party, *_ in parties}}  # fmt: skip
    undated = int((tab.locator(".timeline > p.soft").text_content() or "0").split()[-1])
    expect(rows).to_have_count(len(own) - undated)  # the rest is drawn when the summary opens
    assert len(own) - undated > 20
    tab.get_by_role("group", name="Group by").get_by_role("button", name="Sector").press("Enter")
    assert hash_of(tab) == "#timeline=sector&node=id:zte"
    assert group.inner_text() != by_partner
    tab.go_back()
    expect(group).to_have_text(by_partner)
    first = rows.first.get_by_role("button")
    name = first.inner_text()
    assert re.search(
        r"(planned|signed|completed|under way|operational|discussed) .*\d{4}", rows.first.text_content() or ""
    )
    first.press("Enter")
    expect(tab.locator("#panel-title")).to_have_text(name)

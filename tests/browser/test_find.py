"""The search field, the filter by words, and the answers to questions of the catalogue."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.desk import PHONE, Open, change, hash_of, pick, place, rows, shown, title
from helpers import everyday
from pcgraph.api import KnowledgeGraph
from pcgraph.page import View, question_box
from pcgraph.query.engine.result import Result

OPTION = "#search-results [role=option]:not([aria-disabled])"


def look_for(tab: Page, text: str) -> list[str]:
    """Type into the field and return what the list offers, each with its lines."""
    tab.locator("#search").fill(text)
    expect(tab.locator("#search-results")).to_be_visible()
    return tab.locator(OPTION).all_inner_texts()


def groups(tab: Page) -> dict[str, list[str]]:
    found: list[Locator] = tab.locator("#search-results [role=group]").all()
    return {str(group.get_attribute("aria-label")): group.locator("[role=option]").all_inner_texts() for group in found}


def mentions(tab: Page, text: str) -> set[int]:
    return set(tab.evaluate("text => [...pcgraph.matchText(text)]", text))


def answer(view: View, name: str) -> tuple[int, Any]:
    return next((at, found) for at, found in enumerate(view["answers"]) if found["id"] == name)


def opening(tab: Page) -> bool:
    """Say whether the panel shows how the page opens."""
    return bool(re.match(r"\d+ promises", title(tab)))


# ---- What is found ---------------------------------------------------------------------------------------------------


def test_names_in_any_script(show: Open) -> None:
    tab = show()
    for typed, found in [
        ("cranes", "Acme"),
        ("vik univ", "Vik University"),
        ("艾克", "Acme"),
        ("ministry of tr", "Ministry of Transport"),
        ("AKME", "Acme"),
    ]:
        tab.locator("#search").fill("")
        tab.locator("#search").click()
        tab.keyboard.type(typed)
        expect(tab.locator(OPTION).first).to_contain_text(found)
        tab.locator(OPTION).first.click()
        assert title(tab).startswith(found), typed
        expect(tab.locator("#search-results")).to_be_hidden()


def test_what_people_type_on_the_real_data(show: Open, real: View) -> None:
    tab = show(real)
    for typed, group, found in [
        ("AI", "Topics", "Artificial intelligence"),
        ("artificial intelligence", "Topics", "Artificial intelligence"),
        ("artificial", "Topics", "Artificial intelligence"),
        ("mou", "Topics", "Memorandum of understanding"),
        ("data center", "Topics", "Data centres"),
        ("safe city", "Topics", "Safe city"),
        ("5G", "Topics", "5G"),
        ("人工智能", "Topics", "Artificial intelligence"),
        ("Huawie", "Organisations and people", "Huawei"),
        ("阿里", "Organisations and people", "Alibaba Group"),
        ("علی بابا", "Organisations and people", "Alibaba Group"),
        ("علي بابا", "Organisations and people", "Alibaba Group"),  # with the letter of an Arabic keyboard
        ("sattelite", "Topics", "Satellites"),
        ("BeiDou", "Deals and other engagements", "BeiDou"),
        ("who funds", "Questions", "Who funds whom"),
        ("promised but not built", "Questions", "Announced and no later step"),
    ]:
        look_for(tab, typed)
        assert groups(tab)[group][0].startswith(found) or found in groups(tab)[group][0], (typed, groups(tab))
        assert next(iter(groups(tab))) == group, f"{typed}: what is called so comes first"
    for typed, found in [("silent", "Announced and no later step"), ("disputed", "Contradicting values")]:
        look_for(tab, typed)
        assert any(found in option for option in groups(tab)["Questions"]), typed
    assert not any("Economic Affairs" in option for option in look_for(tab, "AI"))


def test_whole_words_come_before_beginnings_and_others(show: Open, real: View) -> None:
    tab = show(real)
    deals = [option for option in look_for(tab, "port") if re.search(r"\bport\b", option, re.IGNORECASE)]
    assert deals
    found = look_for(tab, "China Mobile")
    assert found[0].startswith("China Mobile\n")
    assert found[1].startswith("China Mobile Pakistan")


def test_each_result_says_why_it_was_found(show: Open, real: View) -> None:
    tab = show(real)
    look_for(tab, "阿里")
    assert "阿里巴巴" in groups(tab)["Organisations and people"][0]
    assert "Party: Alibaba Group" in groups(tab)["Deals and other engagements"][0]
    look_for(tab, "artificial")
    assert any("Sector: artificial intelligence" in option for option in groups(tab)["Deals and other engagements"])
    look_for(tab, "mou")
    assert "MoU" in groups(tab)["Topics"][0]
    look_for(tab, "Huawei")
    assert groups(tab)["Organisations and people"][0].splitlines()[0] == "Huawei"
    assert "Party" not in groups(tab)["Organisations and people"][0]


def test_a_misspelt_word_is_corrected_and_said(show: Open, real: View) -> None:
    tab = show(real)
    look_for(tab, "Huawie cloud")
    expect(tab.locator("#search-results")).to_contain_text(
        "Nothing contains “Huawie cloud”. Results for “Huawei cloud”:"
    )
    assert mentions(tab, "Huawie cloud") == mentions(tab, "Huawei cloud") != set()
    look_for(tab, "Huawei cloud")
    expect(tab.locator("#search-results")).not_to_contain_text("Nothing contains")


def test_nothing_found_offers_the_nearest_word(show: Open, real: View) -> None:
    tab = show(real)
    assert look_for(tab, "huwaeei") == ["Did you mean “Huawei”?"]
    expect(tab.locator("#search-results")).to_contain_text("Nothing contains “huwaeei”.")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator("#search").input_value() == "Huawei"
    expect(tab.locator(OPTION).first).to_contain_text("Huawei")
    assert look_for(tab, "xqzjvkw") == []
    expect(tab.locator("#search-results")).to_contain_text("Nothing contains “xqzjvkw”.")
    before = hash_of(tab)
    tab.keyboard.press("Enter")
    assert hash_of(tab) == before


def test_it_finds_what_is_filtered_away(show: Open) -> None:
    tab = show()
    change(tab, "{ chosen: { ...pcgraph.state.chosen, type: new Set([0]) } }")
    for name, iri in (("Embassy of Sud", "id:embassy-of-sudland"), ("Ida Holm", "id:ida-holm")):
        look_for(tab, name)
        tab.keyboard.press("Enter")
        assert title(tab).startswith(name)
        assert tab.evaluate("pcgraph.state.selection.index") == place(tab, "node", iri)


# ---- Topics, words as a filter, keyboard -------------------------------------------------------------------------


def test_a_topic_is_a_filter(show: Open, real: View) -> None:
    tab = show(real)
    first = look_for(tab, "safe city")[0]
    tab.keyboard.press("Enter")
    assert "sector=sector:safe-city" in hash_of(tab)
    count = int(first.rsplit("·", 1)[1])
    assert tab.evaluate("pcgraph.shown.matching.engagements") == count > 0
    look_for(tab, "mou")
    tab.keyboard.press("Enter")
    assert "form=v:mou" in hash_of(tab)


def test_all_that_mention_the_words_are_shown_and_kept_in_the_address(show: Open, real: View) -> None:
    tab = show(real, hash="#view=table")
    last = look_for(tab, "BeiDou")[-1]
    count = int(re.match(r"Show all (\d+) engagements that mention “BeiDou”", last)[1])  # type: ignore[index]
    tab.keyboard.press("ArrowUp")  # from the first to the last
    tab.keyboard.press("Enter")
    assert "text=BeiDou" in hash_of(tab)
    assert "view=table" not in hash_of(tab)
    expect(tab.locator("#banner")).to_contain_text("Text: “BeiDou”")
    assert tab.evaluate("pcgraph.shown.matching.engagements") == count
    other = show(real, hash=hash_of(tab) + "&view=table")
    assert rows(other) == count


WORDS = ["AI", "BeiDou", "5G", "satellite", "Huawei", "Islamabad", "loan", "ہواوے"]


@pytest.mark.parametrize("text", everyday(WORDS, {"AI", "ہواوے"}.__contains__))
def test_the_filter_holds_what_has_the_word_and_nothing_else(show: Open, real: View, text: str) -> None:
    """Compared with the words of everything that belongs to an engagement, collected here in another way."""
    tab = show(real)
    found = mentions(tab, text)
    matters: Any = real["engagements"]
    nodes: Any = real["nodes"]
    terms: Any = real["words"]

    def flat(text: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()

    def names(table: Any, at: int) -> list[str]:
        columns = [table.get(name) or [""] * (at + 1) for name in ("label", "short")]
        aliases = (table.get("aliases") or [0] * (at + 1))[at] or []
        return [*(column[at] for column in columns), *(table["labels"][at] or {}).values(), *aliases]

    def term(group: str, at: int) -> list[str]:
        word = terms[group][at] if at >= 0 else {"label": ""}
        above = term(group, word["broader"]) if word.get("broader", -1) >= 0 else []
        return [word["label"], *word.get("labels", {}).values(), *word.get("aliases", []), *above]

    def everything(at: int) -> str:
        texts = [*names(matters, at), matters["summary"][at], *matters["aims"][at], *matters["unknown"][at]]
        texts += [each for place in matters["places"][at] for each in term("place", place)]
        texts += [*term("type", matters["type"][at]), *term("form", matters["form"][at])]
        texts += [each for sector in matters["sectors"][at] for each in term("sector", sector)]
        now = [
            status
            for status, until in zip(matters["status"][at][::3], matters["status"][at][2::3], strict=True)
            if until is None
        ]
        texts += term("status", now[0] if now else -1)
        texts += [name for label, other, name in matters["links"][at] if other < 0 and label in ("delivers", "uses")]
        for role, node, _, _ in matters["parties"][at]:
            texts += [*names(nodes, node), *term("role", role), *term("kind", nodes["kind"][node])]
            texts += term("country", nodes["country"][node])
        texts += [real["sources"][name][source] for source in matters["sources"][at] for name in ("publisher", "title")]
        return flat("\n".join(texts))

    word = re.escape(flat(text))
    whole = {at for at in range(len(matters["iri"])) if re.search(rf"(?<![^\W_]){word}(?![^\W_])", everything(at))}
    assert whole
    assert whole <= found, "a whole word is never dropped"
    synonyms = [flat(each) for group in ("sector", "form", "type") for at in range(len(terms[group]))
                if flat(text) in map(flat, term(group, at)[:1] + terms[group][at].get("aliases", []))
                for each in term(group, at)]  # fmt: skip
    for at in found - whole:
        have = everything(at)
        assert re.search(rf"(?<![^\W_]){word}", have) or any(
            all(re.search(rf"(?<![^\W_]){re.escape(part)}", have) for part in each.split()) for each in synonyms
        ), matters["label"][at]


def test_the_keyboard(show: Open) -> None:
    tab = show()
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("a")
    options = tab.locator(OPTION)
    expect(options.first).to_have_attribute("aria-selected", "true")
    count = options.count()
    assert count > 3
    for at in [*range(1, count), 0]:
        tab.keyboard.press("ArrowDown")
        expect(tab.locator(f"{OPTION}[aria-selected=true]")).to_have_count(1)
        assert tab.locator("#search").get_attribute("aria-activedescendant") == f"result-{at}"
        expect(tab.locator(f"#result-{at}")).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("Escape")
    expect(tab.locator("#search-results")).to_be_hidden()
    assert tab.locator("#search").input_value() == ""
    tab.keyboard.press("ArrowDown")
    assert [*groups(tab)] == ["Questions"]
    assert len(tab.locator(OPTION).all()) == 16
    tab.keyboard.press("Escape")
    expect(tab.locator("#search-results")).to_be_hidden()


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["desk", "phone"])
def test_the_list_fits_into_the_window(show: Open, real: View, settings: dict[str, Any]) -> None:
    tab = show(real, **settings)
    for text in ("China", "tele", ""):
        tab.locator("#search").click()
        tab.locator("#search").fill(text)
        if not text:
            tab.locator("#search").click()
        box = tab.locator("#search-results").bounding_box()
        assert box
        wide, tall = tab.evaluate("[innerWidth, innerHeight]")
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= wide
        assert box["y"] + box["height"] <= tall
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- Answers ------------------------------------------------------------------------------------------------------


def test_a_question_opens_its_answer_as_a_table(show: Open, real: View) -> None:
    tab = show(real)
    look_for(tab, "who funds")
    tab.keyboard.press("Enter")
    _, found = answer(real, "who-funds-whom")
    assert title(tab) == "Who funds whom"
    assert "answer=who-funds-whom" in hash_of(tab)
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    assert tab.locator("#panel thead th").count() == len(found["columns"])
    lines = tab.locator("#panel tbody tr")
    assert lines.count() == min(20, len(found["rows"]))
    assert len(found["rows"]) == found["count"]
    first = real["nodes"]["label"][found["rows"][0][0]["node"]]
    expect(lines.first.locator("td").first).to_have_text(first)
    row, amount = next((row, at) for row in found["rows"] for at, cell in enumerate(row) if isinstance(cell, int))
    expect(lines.nth(found["rows"].index(row)).locator("td").nth(amount)).to_have_text(f"{row[amount]:,}")
    assert tab.locator("#panel code").count() == 0, "all rows are on the page"


def test_an_answer_with_more_rows_than_the_page_holds_names_the_command(show: Open, real: View) -> None:
    _, found = answer(real, "what-was-signed")
    tab = show(real, hash="#answer=what-was-signed")
    expect(tab.locator("#panel")).to_contain_text(f"{found['count']} rows; the first 100 are shown.")
    expect(tab.locator("#panel code")).to_have_text("pcgraph query what-was-signed")


def test_words_that_name_filters_together_are_offered_as_filters(show: Open, real: View) -> None:
    tab = show(real)
    for typed, address in [
        ("AI agreements since 2024", "#type=pcg:Agreement&sector=sector:ai&months=2024-01+2026-12"),
        ("who signs with Huawei", "#type=pcg:Agreement&near=1 id:huawei"),
        ("how are ZTE and PTCL connected", "#path=id:zte&path=id:ptcl"),
    ]:
        option = look_for(tab, typed)[0]
        tab.locator(OPTION).first.click()
        said = re.match(r"Show (\d+) engagements: ", option)
        assert said is None or len(shown(tab, "listed")) == int(said[1]) > 2
        assert set(unquote(hash_of(tab))[1:].replace("near=1+", "near=1 ").split("&")) == set(address[1:].split("&"))
    assert look_for(tab, "what came of the September 2025 Beijing conference")
    expect(tab.locator("#search-results [aria-disabled]")).to_have_text(re.compile("Nothing contains all of"))
    offered = tab.locator(OPTION).all_inner_texts()
    assert any("Second Pakistan–China B2B conference, 2025" in option for option in offered)


def test_cells_select_and_lead_back(show: Open, real: View) -> None:
    _, found = answer(real, "who-funds-whom")
    tab = show(real, hash="#answer=who-funds-whom")
    tab.locator("#panel tbody tr").first.locator("button").first.click()
    assert tab.evaluate("pcgraph.state.selection") == {"kind": "node", "index": found["rows"][0][0]["node"]}
    assert "answer=who-funds-whom" in hash_of(tab)
    tab.get_by_role("button", name="Back to “Who funds whom”").click()
    assert title(tab) == "Who funds whom"
    assert tab.evaluate("pcgraph.state.selection") is None
    tab.locator("#panel tbody tr").first.locator("button").last.click()
    assert tab.evaluate("pcgraph.state.selection.kind") == "engagement"
    tab.go_back()
    assert title(tab) == "Who funds whom"
    tab.keyboard.press("Escape")
    assert opening(tab)
    assert "answer=" not in hash_of(tab)


def test_every_answer_opens(show: Open, real: View) -> None:
    tab = show(real)
    for at, found in enumerate(real["answers"]):
        change(tab, f"{{ answer: {at} }}")
        assert title(tab) == found["title"]
        if len(found["rows"]) > 20:
            tab.locator("#panel .answer > button").click()
        assert tab.locator("#panel tbody tr").count() == len(found["rows"]) > 0
        text = tab.locator("#panel").inner_text()
        assert not re.search(r"undefined|NaN|\[object|id:|v:|https?:", text), found["id"]
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_an_answer_does_not_follow_is_said(show: Open, real: View) -> None:
    tab = show(real, hash="#answer=who-funds-whom")
    assert tab.locator("#panel .reading").count() == 0
    change(tab, "{ asOf: 19000 }")
    expect(tab.locator("#panel .reading")).to_contain_text("and not on 8 January 2022")
    tab = show(real, hash="#answer=who-funds-whom&set=announced")
    expect(tab.locator("#panel .reading")).to_have_text("Filters do not change this answer.")


def test_an_answer_with_a_day_says_it(show: Open, real: View) -> None:
    _, found = answer(real, "announced-and-no-later-step")
    tab = show(real, hash="#answer=announced-and-no-later-step")
    day = tab.evaluate("day => pcgraph.parseDay(day)", found["day"])
    assert day == real["today"]
    expect(tab.locator("#panel")).to_contain_text("Asked for ")
    expect(tab.locator("#panel code")).to_have_text(found["command"])


def test_an_unknown_answer_is_said(show: Open) -> None:
    tab = show(hash="#answer=nonsense")
    expect(tab.locator("#message")).to_contain_text("answer=nonsense")
    assert opening(tab)


def test_no_questions_no_group(show: Open, real: View) -> None:
    bare: View = {**real, "answers": []}
    tab = show(bare)
    tab.locator("#search").click()
    expect(tab.locator("#search-results")).to_be_hidden()
    look_for(tab, "funds")
    assert "Questions" not in groups(tab)


@pytest.mark.parametrize("language", ["zh", "ur"])
def test_questions_and_columns_in_other_languages(show: Open, real: View, language: str) -> None:
    at, found = answer(real, "who-funds-whom")
    tab = show(real, hash=f"#language={language}&answer=who-funds-whom")
    assert title(tab) == found["labels"][language]
    heads = tab.locator("#panel thead th").all_inner_texts()
    assert not any(re.search("[A-Za-z]", head) for head in heads)
    look_for(tab, found["labels"][language])
    assert any(found["labels"][language] in option for option in tab.locator(OPTION).all_inner_texts())
    tab.keyboard.press("Enter")
    assert tab.evaluate("pcgraph.state.answer") == at


def test_a_selection_hides_no_answer_for_good(show: Open) -> None:
    tab = show(hash="#answer=who-only-talked")
    pick(tab, "node", "id:acme")
    assert title(tab) == "Acme"
    tab.locator("#panel .close").click()
    assert title(tab) == "Who only talked"
    tab.locator("#panel .close").click()
    assert opening(tab)


# ---- Questions in words ----------------------------------------------------------------------------------------------


def ask(tab: Page, text: str) -> None:
    """Type a question, wait until the question box has read it, and press Enter."""
    tab.locator("#search").fill(text)
    tab.evaluate("pcgraph.loadBox()")
    tab.locator("#search").dispatch_event("input")
    tab.locator("#search").press("Enter")


def test_a_question_is_one_step_of_back_and_its_parts_can_be_changed(
    show: Open, real: View, real_kg: KnowledgeGraph
) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    before = hash_of(tab)
    ask(tab, "path between Alibaba and NUST")
    expect(tab.locator("#asked")).to_contain_text("National University of Sciences and Technology")
    assert "path=id:alibaba&path=id:national-university-of-sciences-and-technology" in hash_of(tab)
    tab.go_back()
    expect(tab.locator("#asked")).to_be_hidden()
    assert hash_of(tab) == before
    ask(tab, "loans in Lahore since 2015")
    assert {"place=id:lahore", "type=pcg:Loan"} <= set(hash_of(tab).removeprefix("#").split("&"))
    tab.get_by_role("button", name="Ask without \u201cLahore\u201d").click()
    expect(tab.locator("#asked strong")).to_have_text("loans in since 2015")
    assert "place=" not in hash_of(tab)
    change(tab, "{ period: null }")
    expect(tab.locator("#asked")).to_be_hidden()  # the words no longer say what is shown


def test_what_the_graph_cannot_say_is_refused_with_three_offers(
    show: Open, real: View, real_kg: KnowledgeGraph
) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    tab.locator("#search").focus()
    tab.evaluate("pcgraph.loadBox()")
    offers = look_for(tab, "weather in Lahore")
    expect(tab.locator("#search-results")).to_contain_text("This graph cannot say that (weather).")
    assert offers[0].startswith("Lahore")
    assert len(offers) == 3


def test_an_offer_under_a_refusal_says_that_the_text_was_refused(
    show: Open, real: View, real_kg: KnowledgeGraph
) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    before, bar = hash_of(tab), tab.locator("#asked")
    ask(tab, "weather in Lahore")
    expect(bar).to_contain_text("This graph cannot say that (weather).")
    expect(bar).not_to_contain_text("Understood")
    assert hash_of(tab) == "#asked=weather+in+Lahore"  # no offer is opened unasked
    bar.get_by_role("button", name="Lahore", exact=True).click()
    assert "place=id:lahore" in hash_of(tab)
    bar.get_by_role("button", name="Outcomes of memorandums").click()
    assert title(tab) == "Outcomes of memorandums"
    tab.go_back()
    assert "place=id:lahore" in hash_of(tab)
    tab.go_back()
    tab.go_back()
    assert hash_of(tab) == before
    expect(bar).to_be_hidden()


def test_what_is_not_understood_is_not_listed_as_understood(show: Open, real: View, real_kg: KnowledgeGraph) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, "memorandum outcomes for Huawei")
    expect(tab.locator("#asked")).to_contain_text("not understood: outcomes")
    parts = tab.locator("#asked .asked-part").all_inner_texts()
    assert any("Huawei" in part for part in parts)
    assert not any("outcomes" in part for part in parts)
    ask(tab, "satellite loans as of June 2019")
    assert any("as of June 2019" in part for part in tab.locator("#asked .asked-part").all_inner_texts())


def test_the_only_engagement_that_a_text_leaves_is_opened(show: Open, real: View, real_kg: KnowledgeGraph) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, "BYD car plant in Karachi latest")
    assert "BYD car plant" in tab.locator("#panel-title").inner_text().replace("\n", " ")
    ask(tab, "safe city projects in Lahore")  # several
    assert "engagement=" not in hash_of(tab)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("how many projects per province", "province"),
        ("loans by year since 2010", "year"),
        ("number of agreements by sector since 2015", "sector"),
        ("how many projects of Huawei and ZTE compared", "near"),
        ("which ministries work with Huawei", "party"),
    ],
)
def test_a_question_that_counts_shows_the_numbers_of_the_shell(
    show: Open, real: View, real_kg: KnowledgeGraph, text: str, by: str
) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, text)
    result = real_kg.ask(text).result
    assert isinstance(result, Result)
    rows = [[cell.inner_text() for cell in row.locator("td").all()] for row in tab.locator("#panel tbody tr").all()]
    number = result.columns.index("engagements")
    expected = [[(row[1] or row[0]).casefold(), str(row[number])] for row in result.rows]
    assert [[name.casefold().split("\n")[0], number] for name, number in rows] == expected
    assert by != "party" or all(len(name.splitlines()) > 1 for name, _ in rows)
    assert f"by={by}" in hash_of(tab)
    tab.reload()
    expect(tab.locator("#panel tbody tr")).to_have_count(len(rows))
    tab.locator("#panel tbody button").first.click()
    assert f"by={by}" not in hash_of(tab)
    tab.go_back()
    expect(tab.locator("#panel tbody tr")).to_have_count(len(rows))
    tab.locator("#panel .close").click()
    assert opening(tab)


def test_an_answer_shows_only_the_rows_that_the_text_asks_for(show: Open, real: View, real_kg: KnowledgeGraph) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, "who trains how many Huawei")
    assert "rows=id:huawei" in hash_of(tab)
    expect(tab.locator("#panel")).to_contain_text("Only rows with Huawei.")
    assert tab.locator("#panel tbody tr").count() > 0
    assert all("Huawei" in row for row in tab.locator("#panel tbody tr").all_inner_texts())
    tab.locator("#panel").get_by_role("button", name="Show all").click()
    assert not all("Huawei" in row for row in tab.locator("#panel tbody tr").all_inner_texts())
    assert "rows=" not in hash_of(tab)


def test_an_asset_shows_what_delivers_or_uses_it(show: Open, real: View, real_kg: KnowledgeGraph) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, "Air Link plant Lahore")  # of no tie, and used by one engagement
    assert "engagement=id:xiaomi-tv-production" in hash_of(tab)
    expect(tab.locator("#asked .asked-part")).to_have_text("Air Link plant, Lahore")
    ask(tab, "icube-qamar")
    assert "view=table" in hash_of(tab)
    expect(tab.locator("#rows")).to_contain_text("Development of iCUBE-Qamar")


def test_how_many_is_answered_with_a_number(show: Open, real: View, real_kg: KnowledgeGraph) -> None:
    tab = show(real, box=question_box.packed(real_kg, real))
    ask(tab, "how many satellite projects of Pakistan")
    result = real_kg.ask("how many satellite projects of Pakistan").result
    assert isinstance(result, Result)
    expect(tab.locator("#asked")).to_contain_text(f"{len(result.rows)} engagements")


@pytest.mark.parametrize("width", [390, 950, 1200, 1300, 1600])
def test_the_results_are_within_the_window(show: Open, width: int) -> None:
    tab = show()
    tab.set_viewport_size({"width": width, "height": 800})
    look_for(tab, "acme")
    box = tab.locator("#search-results").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width

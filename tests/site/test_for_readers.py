"""What a reader finds on the pages of questions and sources, on the lists and on the first page: words, not ids."""

from __future__ import annotations

import html
import json
import re

import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.query.questions import catalogue
from pcgraph.web import pages
from pcgraph.web.context import Site
from pcgraph.web.pages import lists

SLUG = re.compile(r"\b(id|pcg|src|v|sector|verdict):[a-z]")


@pytest.fixture(scope="module")
def site(tiny: KnowledgeGraph) -> Site:
    return Site(tiny, "readers")


def text(body: bytes) -> str:
    """Return what a page shows in its main part, without its query: one line for each row of a table."""
    main = body.decode().partition("<main")[2].partition('<h2 id="query">')[0]
    main = re.sub(r"<details>.*?</details>|<pre.*?</pre>|<code.*?</code>", "", main, flags=re.DOTALL)
    cells = re.sub(r"</t[dh]>", " | ", main.replace("\n", " ").replace("</tr>", "\n"))
    return re.sub(r"[^\S\n]+", " ", html.unescape(re.sub(r"<[^>]+>", "", cells)))


def question(site: Site, name: str) -> str:
    return text(pages.question(site, name).body)


def test_no_answer_shows_an_id_or_a_raw_value(site: Site) -> None:
    for name in catalogue.catalogue():
        shown = question(site, name).partition(" Columns ")[0]
        assert not SLUG.search(shown), (name, SLUG.findall(shown))
        assert not re.search(r"\| (\d{5,}|true|false|\d{4}-\d\d-\d\d|\[?[\d.-]+\.\.[\d-]*\]?) \|", shown), name
        assert not re.search(r"\b(EDTF|ISO 4217|words=|char=)", question(site, name)), name


def test_a_sum_has_its_currency_and_a_count_its_unit(site: Site) -> None:
    funds = question(site, "who-funds-whom")
    assert " Funder | Relation | Recipient | Funding | Amount | " in funds
    assert "Sudland Bank | commits to fund | Borealis" in funds
    assert "| USD 8 m |" in funds
    assert "Currency |" not in funds
    assert " people | " in question(site, "who-plans-to-train-how-many")
    assert "EUR 9 m | " in question(site, "commitments-and-payments")


def test_dates_are_written_out_and_a_year_has_no_thousands(site: Site) -> None:
    assert re.search(r"\| \d{1,2} [JFMASOND][a-z]+ 20\d\d \|", question(site, "timeline-of-steps"))
    assert re.search(r"\| 20\d\d \| 20\d\d \| \d+ \|", question(site, "years-without-steps"))


def test_contradicting_values_stand_in_one_row_with_their_sources(site: Site) -> None:
    shown = question(site, "contradicting-values")
    assert " Subject | Property | Values | Believed | " in shown
    row = (
        "Crew training | quantity | 150 people (Borealis, 1 July 2024); 120 people (Harbour Authority of Nordland, 10 "
    )
    assert row in shown


def test_a_question_sorted_by_ids_begins_with_what_matters_most(site: Site) -> None:
    asked = catalogue.find("who-signs-what")
    weights = lists.weights(site)
    rows = re.findall(r'<tr><td><a href="\.\./id/([\w-]+)\.html"', pages.question(site, asked.name).body.decode())
    found = [weights[site.kg.names.id + slug] for slug in rows]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 1


def test_a_source_says_who_published_it_and_what_it_says_where(site: Site) -> None:
    name = site.kg.names.src + "digest"
    body = pages.thing(site, name).body
    shown = text(body)
    assert "It supports 49 statements about 10 things. Of its passages, 13 were not compared with its text." in shown
    assert " publisher | Port Digest | " in shown
    assert "voice | it repeats Sudland Wire; one voice with The Daily Tide, 2025-03 |" in shown
    assert "Ship loan | is a loan; amount USD 8 m; covers First ship of Borealis; funder Sudland Bank" in shown
    assert "| characters 528–596 (hash not yet checked) |" in shown
    assert "signed, 3 February 2025: date 20 January 2025 not what is believed; status reached signed |" in shown
    assert not SLUG.search(shown)
    assert re.search(r"<details>\s*<summary>Address and checksums</summary>.*sha256", body.decode(), re.DOTALL)


def test_a_date_that_only_says_less_agrees_with_what_is_believed(site: Site) -> None:
    shown = text(pages.thing(site, site.kg.names.src + "harbour-2024").body)
    assert "signed, 14 May 2024: date May 2024; status reached signed" in shown


def test_what_a_source_marks_as_inferred_is_tagged(site: Site) -> None:
    graphs = {row["sources"][0] for row in site.kg.tables.parties.to_dicts() if row["inferred"] and row["sources"]}
    assert graphs
    assert all('<span class="tag">inferred</span>' in pages.thing(site, iri).body.decode() for iri in graphs)


def test_an_inferred_party_is_tagged_in_its_role(site: Site) -> None:
    parties = [row for row in site.kg.tables.parties.to_dicts() if row["inferred"] and row["sources"]]
    shown = {iri: text(pages.thing(site, iri).body) for row in parties for iri in row["sources"]}
    named = [(site.named(row["agent"])[0], shown[iri]) for row in parties for iri in row["sources"]]
    assert sum(f"{name} inferred" in page for name, page in named) == len(named) - 1  # a verdict names that one
    assert not any("inferred party" in page for page in shown.values())
    assert any(" is an agreement" in page for page in shown.values())


def test_lists_begin_with_what_most_is_known_about(site: Site) -> None:
    body = pages.list_page(site, "id").body.decode()
    companies = body.partition(">Company <span")[2].partition("</ul>")[0]
    counts = [int(number) for number in re.findall(r"(\d+) engagements?</bdi>", companies)]
    assert counts == sorted(counts, reverse=True)
    assert max(counts) > 1
    assert re.search(r"\d+ things?</bdi>", pages.list_page(site, "source").body.decode())


def test_the_first_page_has_the_picture_and_the_newest(site: Site) -> None:
    body = pages.home_page(site).body.decode()
    assert body.count("<svg") == 2
    assert "<title>Borealis" in body
    assert not re.search(r'="#[0-9a-f]{6}"', body)  # colours are those of the page, by name
    assert body == pages.home_page(Site(site.kg, "again")).body.decode()
    for part in ('id="newest"', 'id="words"', "promise=kept", "promise=stopped", "questions/"):
        assert part in body


def test_the_search_knows_topics_and_places(site: Site) -> None:
    kinds = {row[1] for row in json.loads(pages.names_of(site))["names"]}
    assert {"sector", "place"} <= kinds


def test_data_beside_a_page_declare_only_what_they_use(site: Site) -> None:
    data = pages.thing(site, site.kg.names.id + "borealis", "ttl").body.decode()
    declared = re.findall(r"@prefix (\w+):", data)
    assert "geof" not in declared
    assert all(re.search(rf"(?<![\w-]){name}:", data.split(f"@prefix {name}:")[1]) for name in declared)
    linked = json.loads(pages.thing(site, site.kg.names.id + "borealis", "jsonld").body)
    (own,) = (node for node in linked["@graph"] if node["@id"] == "id:borealis")
    assert "pcg:Company" in own["@type"]

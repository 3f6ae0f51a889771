"""The voices of a statement, and the papers behind a claimed number, on small graphs that were worked out by hand."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import pcgraph
from pcgraph.api.graph import KnowledgeGraph
from pcgraph.belief.conclusions import voices
from pcgraph.belief.conclusions.claims import undecided
from pcgraph.model.namespaces import ID, PCG, local
from pcgraph.store.nquads import plain

PREFIXES = """
@prefix g: <https://w3id.org/pcgraph/graph/> .
@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix verdict: <https://w3id.org/pcgraph/verdict/> .
"""
CARDS = {  # source → publisher and the agencies that it repeats
    "one": ("herald", []),
    "two": ("herald", ["Reuters"]),
    "three": ("tribune", ["APP"]),
    "four": ("nation", ["APP"]),
    "five": ("nation", ["Reuters"]),
    "six": ("post", ["APP", "Reuters"]),
    "seven": ("post", ["Xinhua", "Kyodo"]),
    "eight": ("times", ["AFP", "DPA"]),
    "nine": (None, []),
    "ten": (None, []),
}
KNOWN = pl.DataFrame(
    [(source, publisher, agencies) for source, (publisher, agencies) in CARDS.items()],
    schema={"source": pl.String, "publisher": pl.String, "agencies": pl.List(pl.String)},
    orient="row",
)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("", 0),
        ("one", 1),
        ("six", 1),
        ("three four", 1),  # one agency in two papers
        ("one two", 1),  # one publisher, its own text and an agency's
        ("four five", 1),  # one publisher, two agencies
        ("three five", 2),  # two agencies in two papers
        ("one three", 2),
        ("one nine ten", 3),  # a page without a publisher is its own
        ("three four five", 2),  # the paper that prints both stands for the second agency
        ("one two three four", 2),  # four pages: the Herald, and one agency
        ("one two three four five", 3),  # the Herald, APP by the Tribune, Reuters by the Nation
        ("six three", 1),  # a text of several agencies adds nothing to one of them
        ("six two three", 2),
        ("seven three", 2),  # it shares none with the others
        ("seven eight", 1),  # all such texts add one together
        ("seven eight three", 2),
        ("seven six", 1),
    ],
)
def test_the_voices_of_some_sources(sources: str, expected: int) -> None:
    assert voices.together(sources.split(), KNOWN) == expected
    assert voices.together(reversed(sources.split()), KNOWN) == expected


def test_lists_are_counted_in_their_order() -> None:
    lists = pl.Series([["one", "three"], [], ["nine"], ["three", "four"]], dtype=pl.List(pl.String))
    assert voices.count(lists, KNOWN).to_list() == [2, 0, 1, 1]


def load(tmp_path: Path, text: str) -> KnowledgeGraph:
    path = tmp_path / "case.trig"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return pcgraph.load(path, build=None)


def card(source: str, publisher: str, wire: str = "", day: str = "2025-01-10") -> str:
    wires = f'; pcg:wire "{wire}" ' if wire else ""
    return f'src:{source} a pcg:Source ; pcg:date "{day}" ; pcg:tier v:press ; pcg:publisher id:{publisher} {wires}.'


PIER = f"""
src:a {{
    {card("a", "herald")}
    id:pier a pcg:Project ; pcg:implementer id:acme , id:lumen ; pcg:inferredParty id:lumen ;
        pcg:amount "5000000"^^<http://www.w3.org/2001/XMLSchema#decimal> ; pcg:currency "EUR" ;
        pcg:step id:pier.working , id:pier.done .
    id:pier.working a pcg:Step ; pcg:status v:under-way ; pcg:date "2024-02" .
    id:pier.done a pcg:Step ; pcg:status v:completed ; pcg:date "2024-12" ; pcg:inferred pcg:status .
    id:pact a pcg:Agreement ; pcg:firstParty id:acme ; pcg:secondParty id:lumen .
    id:bare a pcg:Talks .
}}
src:b {{
    {card("b", "tribune", "APP")}
    id:pier a pcg:Project ; pcg:implementer id:acme , id:lumen ;
        pcg:amount "5000000"^^<http://www.w3.org/2001/XMLSchema#decimal> ; pcg:currency "USD" ;
        pcg:step id:pier.again , id:pier.done .
    id:pier.again a pcg:Step ; pcg:status v:under-way ; pcg:date "2024-05" .
    id:pier.done a pcg:Step ; pcg:status v:completed ; pcg:date "2024-12" .
    id:pact a pcg:Agreement ; pcg:signatory id:acme , id:lumen .
}}
src:c {{
    {card("c", "nation", "APP")}
    id:pier a pcg:Project ; pcg:step id:pier.done .
    id:pier.done a pcg:Step ; pcg:status v:completed ; pcg:date "2024-12" .
}}
"""


def test_a_source_is_a_voice_of_what_it_states_and_not_of_what_it_mentions(tmp_path: Path) -> None:
    kg = load(tmp_path, PIER)
    stated = voices.of_statements(kg.tables, kg.ontology)
    found = {
        (local(row["engagement"]), local(row["property"]), local(plain(row["value"]))): row["voices"]
        for row in stated.iter_rows(named=True)
    }
    assert found == {
        ("pier", "implementer", "acme"): 2,
        ("pier", "implementer", "lumen"): 1,  # a reading in the Herald
        ("pier", "status", "under-way"): 2,  # on two days
        ("pier", "status", "completed"): 1,  # two texts of one agency, and a reading
        ("pier", "amount", "5000000"): 1,  # the other source has another currency
        ("pact", "firstParty", "acme"): 1,
        ("pact", "secondParty", "lumen"): 1,
        ("pact", "signatory", "acme"): 2,  # who signs on one side signs
        ("pact", "signatory", "lumen"): 2,
    }
    heard = voices.of_engagements(kg.tables, kg.ontology).rows()
    assert heard == [(ID + "bare", 0, 0), (ID + "pact", 2, 0), (ID + "pier", 2, 1)]
    rows = kg.query("independent-voices").to_polars()
    assert rows.is_empty()  # no passage says where the sources report it


def test_a_name_that_a_verdict_gives_has_no_voice(tmp_path: Path) -> None:
    kg = load(tmp_path, f"""src:a {{ {card("a", "herald")} id:pact a pcg:Agreement ; pcg:signatory id:pact.unnamed .
        id:pact.unnamed a pcg:UnnamedParty . }}
        g:verdicts {{ verdict:name a pcg:Verdict ; pcg:onSubject id:pact.unnamed ;
        pcg:onProperty pcg:identifiedAs ; pcg:prefers id:acme . }}""")  # fmt: skip
    assert kg.tables.parties["agent"].to_list() == [ID + "acme"]
    assert voices.of_statements(kg.tables, kg.ontology).is_empty()


def test_what_is_said_of_the_voices_of_an_engagement(tmp_path: Path) -> None:
    kg = load(tmp_path, PIER)
    shown = kg.show("pier")
    assert (shown["voices"], shown["status_voices"]) == (2, 1)
    assert {local(row["agent"]): row["voices"] for row in shown["parties"]} == {"acme": 2, "lumen": 1}
    assert [(local(row["status"]), row["voices"]) for row in shown["steps"]] == [
        *(("under-way", 2) for _ in range(2)),
        ("completed", 1),
    ]
    assert [row["voices"] for row in shown["facts"] if row["property"] == PCG + "amount"] == [1]


def test_the_question_names_the_sources_that_are_counted(tiny: KnowledgeGraph) -> None:
    stated = voices.of_statements(tiny.tables, tiny.ontology)
    for engagement in tiny.tables.engagements["engagement"]:
        rows = tiny.query("voices-of-a-statement", engagement=engagement).to_polars()
        asked = {(row["property"], str(row["value"]), row["source"]) for row in rows.iter_rows(named=True)}
        own = stated.filter(pl.col("engagement") == engagement).explode("sources")
        assert {(name, value.removesuffix(".0"), source) for name, value, source in asked} == {
            (row["property"], plain(row["value"]), row["sources"]) for row in own.iter_rows(named=True)
        }


def test_the_page_has_the_voices_of_the_current_status(tiny: KnowledgeGraph) -> None:
    table = tiny.map().view["engagements"]
    heard = voices.of_engagements(tiny.tables, tiny.ontology)
    expected = {row[0].replace(ID, "id:"): row[1:] for row in heard.iter_rows()}
    shown = zip(table["iri"], table["voices"], table["status_voices"], strict=True)
    assert {iri: (best, status) for iri, best, status in shown if iri in expected} == expected


def paper(name: str, one: str, other: str, during: str = "", day: str = "2025-01-05") -> str:
    held = f"; pcg:during id:{during} " if during else ""
    return f"""
    id:{name} a pcg:Agreement ; pcg:signatory id:{one} , id:{other} ; pcg:step id:{name}.signed {held}.
    id:{name}.signed a pcg:Step ; pcg:status v:signed ; pcg:date "{day}" ."""


FORUM = f"""
src:a {{
    {card("a", "herald")}
    id:forum a pcg:Event ; pcg:claimedCount 3 ; pcg:step id:forum.held .
    id:forum.held a pcg:Step ; pcg:status v:completed ; pcg:date "2025-01-04/2025-01-06" .
    id:signings a pcg:Event ; pcg:claimedCount 2 ; pcg:during id:forum ; pcg:attendee id:acme ;
        pcg:step id:signings.held .
    id:signings.held a pcg:Step ; pcg:status v:completed ; pcg:date "2025-01-05" .
    {paper("first", "acme", "lumen", "forum")}
    {paper("second", "borealis", "lumen", "forum")}
    {paper("nested", "borealis", "office", "session")}
    id:session a pcg:Event ; pcg:during id:forum .
    {paper("beside", "acme", "office")}
    {paper("older", "acme", "borealis", day="2019")}
    {paper("other-name", "acme", "ministry", "forum")}
}}
src:b {{
    {card("b", "tribune")}
    {paper("elsewhere", "acme", "bank")}
}}
g:verdicts {{
    verdict:names a pcg:Verdict ; pcg:onSubject id:other-name ; pcg:onProperty owl:sameAs ; pcg:leavesOpen id:first .
    verdict:far a pcg:Verdict ; pcg:onSubject id:second ; pcg:onProperty owl:sameAs ; pcg:leavesOpen id:older .
}}
"""


def test_the_papers_behind_a_claim(tmp_path: Path) -> None:
    """Of the forum: what was signed at it and in its session. Of Acme's signings: what Acme signed there, and what the
    same source says that it signed in these days; not its paper of 2019, nor the one that only another source has.
    """
    found = {local(row["event"]): row for row in load(tmp_path, FORUM).claims()}
    forum, signings = found["forum"], found["signings"]
    assert [*map(local, forum["papers"])] == ["first", "nested", "second"]
    assert [*map(local, forum["perhaps_papers"])] == ["other-name"]
    assert (forum["claimed"], forum["identified"], forum["perhaps"]) == (3, 3, 1)
    assert [*map(local, signings["papers"])] == ["beside", "first"]
    assert [*map(local, signings["perhaps_papers"])] == ["other-name"]


def test_an_event_has_the_days_of_all_its_steps(tmp_path: Path) -> None:
    """Acme's signings began on the third and ended on the seventh; a paper of the second or the eighth is none."""
    steps = """id:signings pcg:step id:signings.begun .
    id:signings.begun a pcg:Step ; pcg:status v:under-way ; pcg:date "2025-01-03" .
    id:signings.held a pcg:Step ; pcg:status v:completed ; pcg:date "2025-01-07" ."""
    papers = "".join(paper(f"on-{day}", "acme", "office", day=f"2025-01-0{day}") for day in (2, 3, 7, 8))
    one_day = 'id:signings.held a pcg:Step ; pcg:status v:completed ; pcg:date "2025-01-05" .'
    (signings,) = (row for row in load(tmp_path, FORUM.replace(one_day, steps + papers)).claims()
                   if row["event"] == ID + "signings")  # fmt: skip
    assert [*map(local, signings["papers"])] == ["beside", "first", "on-3", "on-7"]


def test_the_questions_about_claims_count_the_same(tmp_path: Path) -> None:
    kg = load(tmp_path, FORUM)
    counts = kg.query("claimed-and-identified").to_polars().select("event", "claimed", "identified", "perhaps")
    claims = kg.claims()
    names = ("event", "claimed", "identified", "perhaps")
    assert counts.rows() == [tuple(claim[name] for name in names) for claim in claims]
    listed = kg.query("papers-behind-a-claim").to_polars()
    for claim in claims:
        rows = listed.filter(pl.col("event") == claim["event"])
        assert rows["agreement"].to_list() == [*claim["papers"], *claim["perhaps_papers"]]


def test_of_two_names_of_each_other_one_counts() -> None:
    rows = [
        (f"v{at}", PCG + name, f"<{ID}{value}>")
        for at, pair in enumerate(("ab", "ba", "cd"))
        for name, value in zip(("onSubject", "leavesOpen"), pair, strict=True)
    ]
    found = undecided(pl.DataFrame(rows, schema=["subject", "property", "value"], orient="row"))
    assert sorted(found.rows()) == [(ID + "b", ID + "a"), (ID + "c", ID + "d")]


def test_more_identified_than_claimed_is_said(tmp_path: Path) -> None:
    text = FORUM.replace("pcg:claimedCount 3", "pcg:claimedCount 1")
    kg = load(tmp_path, text)
    said = "1 agreements claimed, 3 identified, which is more than claimed; 1 more may be another name of one of them"
    assert any(said in sentence for sentence in kg.map().view["unknowns"])

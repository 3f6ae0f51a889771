"""Profiles: their numbers are those of the tables, each fact has a passage, and the page says the same."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import polars as pl
import pytest

from helpers import TINY, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model import numbers
from pcgraph.model.namespaces import SECTOR, V
from pcgraph.profiles.about import Profiles
from pcgraph.profiles.briefing import Briefing
from pcgraph.profiles.content import Profile, Ref, Text
from pcgraph.profiles.summary import WORDS
from pcgraph.profiles.word_file import word_file
from pcgraph.web import pages
from pcgraph.web.context import Site


@pytest.fixture(scope="module")
def profiles(real: KnowledgeGraph) -> Profiles:
    return Profiles(real)


@pytest.fixture(scope="module")
def five(profiles: Profiles) -> list[Profile]:
    """An organisation, an event, a sector, a place, an asset and a pair."""
    own = profiles.snapshot.names.id
    found = [
        *(
            profiles.profile(iri)
            for iri in (
                own + "huawei",
                own + "b2b-conference-2025",
                SECTOR + "ai",
                own + "lahore",
                own + "peace-submarine-cable",
            )
        ),
        profiles.pair(own + "huawei", own + "ntc"),
    ]
    assert [each.what for each in found if each] == ["organisation", "event", "sector", "place", "asset", "pair"]
    return [each for each in found if each]


def text(cell: Text) -> str:
    return "".join(part if isinstance(part, str) else part.text or part.iri.rpartition("/")[2] for part in cell)


def differences(kg: KnowledgeGraph, profile: Profile) -> list[str]:
    """Return in what a profile differs from the tables of the graph; none if all is well."""
    tables, own, found = kg.tables, [*profile.engagements], list[str]()
    table = next(each for each in profile.tables if each.name == "engagements")
    if len(table.rows) + table.left_out != len(own):
        found.append("number of engagements")
    named = re.findall(r"(\d+) engagement", text(profile.summary[0].cells[0]))
    if named[:1] != [str(len(own))]:
        found.append("number of engagements in the summary")
    promises = tables.outcomes.filter(pl.col("engagement").is_in(own))["promise"].drop_nulls().unique()
    states = Counter(tables.promises.filter(pl.col("promise").is_in(promises.to_list()))["state"])
    if dict(profile.progress) != dict(states):
        found.append("states of promises")
    sums = tables.sums.filter(pl.col("engagement").is_in(own))
    left = next((each for each in profile.tables if each.name == "money-left-out"), None)
    if (len(left.rows) + left.left_out if left else 0) != sums.filter(pl.col("reason").is_not_null()).height:
        found.append("sums in no total")
    counted = sums.filter(pl.col("reason").is_null(), pl.col("amount").is_not_null())
    totals = Counter[str]()
    for total, column in ((V + "committed", 1), (V + "paid", 2)):
        groups = counted.filter(total=total).group_by("funders", "currency", "constant_prices").agg(pl.sum("amount"))
        wanted = Counter(numbers.money(row, numbers.digits) for row in groups.iter_rows(named=True))
        totals = Counter(said for row in profile.rows("money") if (said := text(row.cells[column])))
        if wanted != totals:
            found.append(f"money {total}")
    return found


def test_the_numbers_of_a_profile_are_those_of_the_tables(real: KnowledgeGraph, five: list[Profile]) -> None:
    for profile in five:
        assert differences(real, profile) == [], profile.iri
    own = real.tables.parties.filter(agent=real.names.id + "huawei")["engagement"].unique()
    assert sorted(five[0].engagements) == sorted(own)


def test_a_wrong_number_is_found(real: KnowledgeGraph, five: list[Profile]) -> None:
    huawei = five[0]
    fewer = [replace(table, rows=table.rows[1:]) for table in huawei.tables]
    assert differences(real, replace(huawei, tables=tuple(fewer))) == [
        "number of engagements", "sums in no total", f"money {V}committed",
    ]  # fmt: skip
    assert differences(real, replace(huawei, progress={"kept": 1})) == ["states of promises"]


def test_each_fact_has_a_passage_of_its_engagement(profiles: Profiles, five: list[Profile]) -> None:
    for profile in five:
        by_number = {note.number: note for note in profile.notes}
        facts = [*profile.summary, *(row for table in profile.tables for row in table.rows)]
        assert profile.summary
        assert [text(row.cells[0]) for row in facts if not row.notes] == []
        for row in facts:
            behind = {each["iri"] for thing in row.behind for each in profiles._citations._in(thing, row.behind[thing])}
            assert {by_number[note].iri for note in row.notes} <= behind
        assert [*by_number] == [*range(1, len(by_number) + 1)]


def test_each_organisation_event_sector_and_place_has_a_profile_and_only_tied_pairs(profiles: Profiles) -> None:
    kg = profiles.snapshot
    assert all(profiles.profile(iri) for iri in [*profiles.of_event, *profiles.of_sector, *profiles.of_place][::20])
    plant = profiles.profile(kg.names.id + "air-link-lahore-plant")  # in no tie
    assert plant is not None
    assert (plant.what, plant.engagements) == ("asset", (kg.names.id + "xiaomi-tv-production",))
    assert text(plant.summary[0].cells[0]).startswith("1 engagement delivers or uses air-link-lahore-plant in ")
    assert profiles.profile(kg.names.id + "huawei-ntc-agreement") is None
    tied = {frozenset(row) for row in kg.tables.relations.select("from", "to").iter_rows()}
    assert all(frozenset(pair) in tied for pair in profiles.pairs())
    one, other = profiles.pairs()[0]
    assert profiles.pair(other, one) == profiles.pair(one, other)
    assert profiles.pair(one, one) is None


def test_the_page_opens_with_the_profile_and_has_its_numbers(real: KnowledgeGraph, five: list[Profile]) -> None:
    site, huawei = Site(real, "profiles"), five[0]
    html = pages.thing(site, huawei.iri).body.decode()
    tiles = dict(re.findall(r'<li class="(\w+)"><b>(\d+)</b>', html))
    assert tiles == {state: str(count) for state, count in huawei.progress.items()}
    assert html.count('<li id="n') == len(huawei.notes)
    assert {*re.findall(r'href="#n(\d+)"', html)} == {str(note.number) for note in huawei.notes}
    places = [html.index(f'id="{name}"') for name in ("promises", "timeline", "money", "disputes", "representatives")]
    assert places == sorted(places)
    assert '<h2 id="roles">' not in html  # nor any heading without content
    assert not re.search(r"</h2>\s*(<h2|</section>)", html)


def test_a_mark_stands_by_what_no_source_states(five: list[Profile]) -> None:
    row = next(row for row in five[0].rows("engagements") if row.cells[0] == (Ref(row.cells[0][0].iri),)  # type: ignore[union-attr]
               and "b2b-conference-2025" in text(row.cells[0]))  # fmt: skip
    assert Ref("", "inferred") in row.cells[1]


def written(real: KnowledgeGraph, profile: Profile) -> Briefing:
    return Briefing(real, profile)


def test_the_briefing_has_the_numbers_and_footnotes_of_the_page(real: KnowledgeGraph, five: list[Profile]) -> None:
    site = Site(real, "briefings")
    for profile in five:
        made = pages.pair(site, profile.iri, *profile.others) if profile.others else pages.thing(site, profile.iri)
        assert made
        page, html = (made.body.decode(), written(real, profile).html())
        for part in (
            r'<section class="[\w-]+">.*?</section>',
            r'<ul class="tiles">.*?</ul>',
            r'<p class="lead summary">.*?</p>',
        ):
            found = [re.findall(part, each, re.DOTALL) for each in (page, html)]
            kept = [[each for each in texts if "notes" not in each[:30]] for texts in found]
            tables = [[re.findall(r"\d[\d,.]*", re.sub("<[^>]*>", " ", each)) for each in texts] for texts in kept]
            assert tables[0] == tables[1] != [], (profile.iri, part)
        assert html.count('<li id="n') == page.count('<li id="n') == len(profile.notes)


def test_a_word_file_opens_with_the_same_numbers_and_twice_with_the_same_bytes(
    real: KnowledgeGraph, five: list[Profile]
) -> None:
    for profile in five:
        content = word_file(written(real, profile))
        assert content == word_file(written(real, profile))
        document = docx.Document(BytesIO(content))
        said = "\n".join(each.text for each in document.paragraphs)
        assert " ".join(f"{count} {WORDS[state]}" for state, count in profile.progress.items()) in said.replace(",", "")
        assert written(real, profile).title in said
        for table, drawn in zip(profile.tables, document.tables, strict=True):
            assert [cell.text for cell in drawn.rows[0].cells] == [*table.heads]
            shown = table.rows[: table.first]
            assert len(drawn.rows) == len(shown) + 1
            for row, line in zip(shown, drawn.rows[1:], strict=True):
                name = "".join(map(str, row.notes[:1]))
                assert name in line.cells[0].text
                for cell, place in zip(row.cells, line.cells, strict=True):
                    plain = [part for part in cell if isinstance(part, str)]
                    assert [part for part in plain if part not in place.text] == []


def test_the_command_and_the_method_write_the_same_file(tmp_path: Path, tiny: KnowledgeGraph) -> None:
    for name in ("one.html", "one.docx"):
        done = pcgraph("brief", "acme", "-o", str(tmp_path / name), "--data", str(TINY))
        assert (done.returncode, done.stdout) == (0, "")
        assert tiny.brief("acme", tmp_path / f"two-{name}").read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("acme", "a.pdf"), "unknown format"),
        (("crane-talks", "a.html"), "has no profile"),
        (("acme", "a.html", "young-sailors"), "have no tie"),
        (("nobody", "a.html"), "not in the graph"),
    ],
)
def test_what_has_no_briefing_is_said_in_one_line(
    asked: tuple[str, ...], message: str, tiny: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        tiny.brief(*asked)
    assert [*tmp_path.iterdir()] == []


def test_without_the_extra_the_error_says_how_to_install_it(
    tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pcgraph.profiles.word_file.has_docx", lambda: False)
    with pytest.raises(UsageError, match="pip install python-docx"):
        tiny.brief("acme", "a.docx")

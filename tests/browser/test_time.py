"""Two sliders: what was known on a day, against the library itself; and the years of the steps."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, hash_of, pick, rows, shown, slide
from helpers import TINY
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import loading
from pcgraph.model import scope
from pcgraph.page import View
from pcgraph.store import data_folder, files

DAYS = ["2024-06-10", "2024-07-01", "2025-03-19", "2025-03-31", "2025-05-09", "2025-12-31"]


def loaded(data: Path, day: datetime.date) -> View:
    """What the library makes of the data as of a day."""
    inputs = data_folder.read(data, files.home("ontology"))
    return KnowledgeGraph(loading.compute(inputs, scope.Scope(as_of=day))).map().view


def triples(view: View, ties: set[int]) -> set[tuple[str, str, str, str]]:
    table, nodes, relations = view["ties"], view["nodes"]["iri"], view["words"]["relation"]
    return {
        (
            nodes[table["from"][tie]],
            relations[table["relation"][tie]]["id"],
            nodes[table["to"][tie]],
            view["engagements"]["iri"][table["engagement"][tie]],
        )
        for tie in ties
    }


@pytest.mark.parametrize("day", DAYS)
def test_as_of_shows_what_the_library_believed_that_day(show: Open, day: str) -> None:
    """Ties and their status on a day equal those of the same data loaded as of that day."""
    view = page_views.tiny()
    then = loaded(TINY, datetime.date.fromisoformat(day))
    tab = show(view, hash=f"#as-of={day}")
    mine = triples(view, shown(tab, "ties"))
    assert mine == triples(then, expected.ties(then))
    assert rows(tab) == len(mine)
    names = then["engagements"]["iri"]
    status = {iri: expected.status(then, at, None) for at, iri in enumerate(names)}
    for at, iri in enumerate(view["engagements"]["iri"]):
        mine_now = tab.evaluate("([at, day]) => statusOn(at, day)", [at, expected.day(day)])
        theirs = status.get(iri, -1)
        assert (view["words"]["status"][mine_now]["id"] if mine_now >= 0 else "") == (
            then["words"]["status"][theirs]["id"] if theirs >= 0 else ""
        ), iri
    tab = show(view, hash=f"#view=engagements&as-of={day}")
    assert shown(tab, "engagements") == expected.engagements(view, as_of=expected.day(day))


def test_before_the_first_source_nothing_was_known(show: Open) -> None:
    tab = show(hash="#as-of=2024-06-09")
    assert rows(tab) == 0
    expect(tab.locator("#empty")).to_be_visible()


@pytest.mark.parametrize("back", [60, 200, 365])
def test_as_of_on_the_real_data(show: Open, real: View, back: int) -> None:
    day = real["today"] - back
    then = datetime.date(1970, 1, 1) + datetime.timedelta(days=day)
    past = loaded(files.home("data"), then)
    tab = show(real, hash=f"#as-of={then.isoformat()}")
    if tab.evaluate("!shown.truncated && !shown.collapsed.length"):
        assert triples(real, shown(tab, "ties")) == triples(past, expected.ties(past))
    assert rows(tab) == len(expected.ties(past))


def test_the_slider_stops_at_every_day_on_which_something_changes(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    slider = tab.locator("#as-of")
    expect(tab.locator("#as-of-text")).to_have_text("now")
    days = sorted(
        {day for known in view["ties"]["known"] for day in known if day is not None}
        | {day for flat in view["engagements"]["status"] for day in flat[1::3] if day is not None}
    )
    assert slider.get_attribute("max") == str(len(days))
    for stop, day in enumerate(days):
        slide(tab, "as-of", stop)
        assert tab.evaluate("state.asOf") == day
        assert shown(tab, "ties") == expected.ties(view, as_of=day)
        assert f"as-of={datetime.date(1970, 1, 1) + datetime.timedelta(days=day)}" in hash_of(tab)
    slide(tab, "as-of", len(days))
    assert tab.evaluate("state.asOf") is None
    assert "as-of" not in hash_of(tab)


def test_a_dossier_knows_only_what_was_known(show: Open) -> None:
    tab = show(hash="#as-of=2024-07-01")
    pick(tab, "engagement", "id:north-quay-expansion")
    panel = tab.locator("#panel")
    expect(panel.locator(".steps li:not(.ahead)")).to_have_count(1)
    expect(panel).not_to_contain_text("The Daily Tide")
    expect(panel).not_to_contain_text("Port Digest")
    expect(panel).to_contain_text("A busy spring at Vik")


@pytest.mark.parametrize("which", ["partners", "engagements"])
def test_years_of_the_steps(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}")
    first, last = (int(tab.locator("#year-0").get_attribute(name) or 0) for name in ("min", "max"))
    assert (first, last) == (2018, 2025)
    for years in ((2018, 2019), (2024, 2024), (2024, 2025), (2020, 2021)):
        slide(tab, "year-0", years[0])
        slide(tab, "year-1", years[1])
        left = expected.ties(view, years=years) if which == "partners" else expected.engagements(view, years=years)
        assert shown(tab, "ties" if which == "partners" else "engagements") == left, years
        assert rows(tab) == len(left)
    slide(tab, "year-0", first)
    slide(tab, "year-1", last)
    assert tab.evaluate("state.years") is None


def test_the_ends_of_the_years_push_each_other(show: Open) -> None:
    tab = show()
    slide(tab, "year-1", 2020)
    slide(tab, "year-0", 2023)
    assert tab.evaluate("state.years") == [2023, 2023]
    expect(tab.locator("#years-text")).to_have_text("2023")

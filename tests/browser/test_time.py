"""The sliders: what was known on a day, against the library itself; the months of the steps; and the play button."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, counts, hash_of, pick, rows, shown, slide, stop_the_clock
from helpers import TINY, everyday
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


def with_status(view: View) -> dict[str, str]:
    """Return the status of each engagement that has one now, by the name of the engagement."""
    names, words = view["engagements"]["iri"], view["words"]["status"]
    statuses = {iri: expected.status(view, at) for at, iri in enumerate(names)}
    return {iri: words[found]["id"] for iri, found in statuses.items() if found >= 0}


@pytest.mark.parametrize("day", everyday(DAYS, DAYS[::3].__contains__))
def test_as_of_shows_what_the_library_believed_that_day(show: Open, day: str) -> None:
    """Engagements and their status on a day equal those of the same data loaded as of that day."""
    view = page_views.tiny()
    then = loaded(TINY, datetime.date.fromisoformat(day))
    tab = show(view, hash=f"#view=table&as-of={day}")
    listed = shown(tab, "listed")
    assert listed == expected.engagements(view, as_of=expected.day(day))
    assert rows(tab) == len(listed)
    heard = [known for known in view["sources"]["known"] if known is None or known <= expected.day(day)]
    expect(tab.locator("#panel details > summary").last).to_have_text(f"{len(heard)} source{'s'[len(heard) == 1 :]}")
    found = {}
    for at in listed:
        status = tab.evaluate("([at, day]) => pcgraph.statusOn(at, day)", [at, expected.day(day)])
        if status >= 0:
            found[view["engagements"]["iri"][at]] = view["words"]["status"][status]["id"]
    assert found == with_status(then)
    assert listed or day == DAYS[0]


def test_the_day_can_be_typed(show: Open) -> None:
    tab = show(hash="#view=table")
    field, error = tab.locator("#as-of-day"), tab.locator("#as-of-error")
    for typed, day in {"2025-03-19": "2025-03-19", "2025-03": "2025-03-31", "2024": "2024-12-31"}.items():
        field.fill(typed)
        field.press("Enter")
        assert f"as-of={day}" in hash_of(tab)
        assert field.input_value() == day
        assert shown(tab, "listed") == expected.engagements(page_views.tiny(), as_of=expected.day(day))
    before = hash_of(tab)
    for typed in ("2025-02-30", "soon", "20250319"):
        field.fill(typed)
        field.press("Enter")
        expect(error).to_have_text(f"“{typed}” is no date: write it like 2019-12-31, 2019-12 or 2019.")
        assert hash_of(tab) == before
    field.fill("")
    field.press("Enter")
    expect(error).to_have_text("")
    assert "as-of" not in hash_of(tab)


def test_before_the_first_source_nothing_was_known(show: Open) -> None:
    tab = show(hash="#as-of=2024-06-09")
    assert shown(tab, "listed") == set()
    expect(tab.locator("#empty")).to_be_visible()


@pytest.mark.exhaustive
def test_as_of_on_the_real_data(show: Open, real: View) -> None:
    """One day, as the library takes long to read these data; more days are tried on the tiny graph."""
    day = real["today"] - 365
    past = loaded(files.home("data"), datetime.date.fromisoformat(expected.iso(day)))
    tab = show(real, hash=f"#level=all&as-of={expected.iso(day)}")
    listed = shown(tab, "listed")
    assert listed == expected.engagements(real, as_of=day)
    names = {real["engagements"]["iri"][at] for at in listed if expected.status(real, at, day) >= 0}
    assert names == set(with_status(past))
    assert f"of {len(listed)} engagements" in counts(tab) or f"{len(listed)} engagements" in counts(tab)


def test_the_slider_stops_at_every_day_on_which_something_changes(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    slider = tab.locator("#as-of")
    expect(tab.locator("#as-of-text")).to_have_text("now")
    days = sorted({day for flat in view["engagements"]["status"] for at, day in enumerate(flat)
                   if at % 3 == 1 and day is not None})  # fmt: skip
    assert slider.get_attribute("max") == str(len(days))
    for stop, day in enumerate(days):
        slide(tab, "as-of", stop)
        assert tab.evaluate("pcgraph.state.asOf") == day
        assert shown(tab, "listed") == expected.engagements(view, as_of=day)
        assert f"as-of={expected.iso(day)}" in hash_of(tab)
    slide(tab, "as-of", len(days))
    assert tab.evaluate("pcgraph.state.asOf") is None
    assert "as-of" not in hash_of(tab)


def test_details_know_only_what_was_known(show: Open) -> None:
    tab = show(hash="#as-of=2024-07-01")
    pick(tab, "engagement", "id:north-quay-expansion")
    panel = tab.locator("#panel")
    expect(panel.locator(".steps li:not(.ahead)")).to_have_count(1)
    expect(panel).not_to_contain_text("The Daily Tide")
    expect(panel).not_to_contain_text("Port Digest")
    expect(panel).to_contain_text("A busy spring at Vik")


# ---- Months ---------------------------------------------------------------------------------------------------------


def month(text: str) -> int:
    """Return a month as the slider counts it, from the year 0."""
    year, number = map(int, text.split("-"))
    return 12 * year + number - 1


@pytest.mark.parametrize("which", ["map", "table"])
def test_months_of_the_steps(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}")
    ends = [int(tab.locator("#month-0").get_attribute(name) or 0) for name in ("min", "max")]
    steps = [
        earliest if earliest is not None else latest
        for some in view["engagements"]["steps"]
        for _, _, earliest, latest, *_ in some
        if earliest is not None or latest is not None
    ]
    assert ends == [month(expected.iso(min(steps))[:7]), month(expected.iso(max(steps))[:7])]  # type: ignore[type-var,arg-type]
    for first, last in (("2018-01", "2019-12"), ("2024-01", "2024-12"), ("2024-05", "2024-06"), ("2020-01", "2021-06")):
        slide(tab, "month-0", month(first))
        slide(tab, "month-1", month(last))
        days = expected.months(first, last)
        assert tab.evaluate("pcgraph.state.period") == list(days)
        assert shown(tab, "listed") == expected.engagements(view, period=days), (first, last)
        assert f"months={first}+{last}" in hash_of(tab)
        if which == "table":
            assert rows(tab) == len(expected.engagements(view, period=days))
    slide(tab, "month-0", ends[0])
    slide(tab, "month-1", ends[1])
    assert tab.evaluate("pcgraph.state.period") is None
    assert "months" not in hash_of(tab)


def test_the_ends_of_the_months_push_each_other(show: Open) -> None:
    tab = show()
    slide(tab, "month-1", month("2020-05"))
    slide(tab, "month-0", month("2023-02"))
    assert tab.evaluate("pcgraph.state.period") == list(expected.months("2023-02", "2023-02"))
    expect(tab.locator("#months-text")).to_have_text("Feb 2023")
    expect(tab.locator("#month-1")).to_have_attribute("aria-valuetext", "February 2023")


# ---- Play -----------------------------------------------------------------------------------------------------------


def test_play_shows_how_the_picture_grew_and_stops_at_now(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, alone=True)
    first, last = _first_and_last(view)
    play = tab.locator("#play")
    expect(play).to_have_accessible_name("Play: show how the picture grew")
    stop_the_clock(tab)
    play.click()
    expect(play).to_have_accessible_name("Pause")
    seen = []
    for _ in range(80):
        tab.clock.run_for(250)
        day = tab.evaluate("pcgraph.state.asOf")
        if day is None:
            break
        seen.append(day)
        assert shown(tab, "listed") == expected.engagements(view, as_of=day)
    assert tab.evaluate("pcgraph.state.asOf") is None
    assert seen == sorted(set(seen))
    assert 20 < len(seen) < 60
    assert first < seen[0]
    assert seen[-1] < last
    expect(play).to_have_accessible_name("Play: show how the picture grew")
    tab.clock.run_for(2000)
    assert tab.evaluate("pcgraph.state.asOf") is None


def _first_and_last(view: View) -> tuple[int, int]:
    days = [day for flat in view["engagements"]["status"] for day in flat[1::3] if day is not None]
    return min(days), max(days)


def test_pause_keeps_the_day_and_play_goes_on_from_there(show: Open) -> None:
    tab = show(alone=True)
    play = tab.locator("#play")
    stop_the_clock(tab)
    play.click()
    tab.clock.run_for(1000)
    play.click()
    day = tab.evaluate("pcgraph.state.asOf")
    assert day is not None
    tab.clock.run_for(2000)
    assert tab.evaluate("pcgraph.state.asOf") == day
    assert f"as-of={expected.iso(day)}" in hash_of(tab)
    play.click()
    tab.clock.run_for(250)
    assert tab.evaluate("pcgraph.state.asOf") > day


def test_the_reader_takes_over_from_play(show: Open) -> None:
    """Whoever moves the slider while it plays stops it."""
    tab = show(alone=True)
    stop_the_clock(tab)
    tab.locator("#play").click()
    tab.clock.run_for(500)
    tab.locator("#as-of").evaluate(
        "slider => { slider.value = 1; slider.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    tab.clock.run_for(3000)
    assert (
        tab.evaluate("pcgraph.state.asOf")
        == sorted(
            {day for flat in page_views.tiny()["engagements"]["status"] for day in flat[1::3] if day is not None}
        )[1]
    )

"""The promise board: what its rows hold, what they add up to, where the bars lie, and how a reader reaches them."""

from __future__ import annotations

import copy
import datetime
import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import PHONE, Open, change, counts, hash_of, pick, title
from browser.expected import day, status, status_set
from helpers import everyday
from pcgraph.page import View

OCCASIONS = {"pcg:Event", "pcg:Visit", "pcg:Talks"}
DOWN = {"covers", "led to", "had during it", "has part"}
OPEN = "#view=board"


# ---- What is expected, from the view alone --------------------------------------------------------------------------


STATES = ("kept", "begun", "signed", "open", "silent", "stopped")


def tally(view: View, some: set[int], as_of: int | None = None) -> dict[str, int]:
    found = {at: expected.concluded(view, at, as_of) for at in some}
    promises = {row[4]: row[5] for row in found.values() if row[4] is not None}
    rest = {at for at, row in found.items() if row[4] is None}
    occasions = sum(view["engagements"]["occasion"][at] for at in rest)
    states = {state: sum(one == state for one in promises.values()) for state in STATES}
    numbers = {"promises": len(promises), "occasions": occasions, "others": len(rest) - occasions, "all": len(some)}
    return numbers | states


def text_of(found: dict[str, int]) -> str:
    """Return the line under the name of a row."""
    silent = f", {found['silent']} silent" if found["silent"] else ""
    first = f"{promises(found)}: {found['kept'] + found['begun']} kept or begun{silent}" if found["promises"] else ""
    return " · ".join(filter(None, (first, *beside(found))))


def promises(found: dict[str, int]) -> str:
    return f"{found['promises']} promise{'s' if found['promises'] != 1 else ''}"


def beside(found: dict[str, int]) -> list[str]:
    occasions, others = found["occasions"], found["others"]
    events = f"{occasions} {'event, visit or talk' if occasions == 1 else 'events, visits and talks'}"
    other = f"{others} other engagement{'s' if others != 1 else ''}"
    return [text for number, text in ((occasions, events), (others, other)) if number]


def by_party(view: View, some: set[int]) -> dict[str, set[int]]:
    rows: dict[str, set[int]] = {}
    for at, parties in expected.all_parties(view, some).items():
        for node in parties or {-1}:
            rows.setdefault(f"node {node}" if node >= 0 else "none -1", set()).add(at)
    return rows


def below(view: View, paper: int) -> set[int]:
    """Return a paper, event or programme with all that belongs to it, however far down."""
    found, fresh = {paper}, [paper]
    while fresh:
        links = view["engagements"]["links"][fresh.pop()]
        new = {other for label, other, _ in links if label in DOWN and other >= 0} - found
        found, fresh = found | new, fresh + list(new)
    return found


def by_paper(view: View, some: set[int]) -> dict[str, set[int]]:
    papers = [at for at in range(len(view["engagements"]["iri"])) if len(below(view, at)) > 1]
    rows = {f"engagement {at}": below(view, at) & some for at in papers}
    rest = some - set().union(*rows.values())
    return {name: found for name, found in (*rows.items(), ("none -1", rest)) if found}


def steps(view: View, at: int) -> list[tuple[int, int]]:
    """Return the dated steps, as first and last day; one that is only known to fall before a day counts on that day."""
    found = [(first, last) for _, _, first, last, *_ in view["engagements"]["steps"][at]]
    dated = [(first, last) for first, last in found if (first, last) != (None, None)]
    return [(last if first is None else first, first if last is None else last) for first, last in dated]  # type: ignore[misc]


def reported(view: View, at: int) -> int:
    """Return the last report, which ends the solid part of a bar; of what is over, a day before all others."""
    state = status(view, at)
    words = view["words"]["status"]
    over = view["words"]["set"][status_set(view, at)]["id"] == "ended" or words[state]["id"] == "v:completed"
    row = expected.concluded(view, at)
    days = [day for day in (row[6], row[2]) if day is not None]
    return -(10**6) if over or not days else int(days[0])


# ---- What the page shows --------------------------------------------------------------------------------------------


def build_all(tab: Page) -> None:
    """Build every row, as a reader does who asks for more until there is no more."""
    tab.evaluate(
        """() => { const more = document.querySelector("#board > div > .more");
            for (let press = 0; !more.hidden && press < 200; press += 1) more.click(); }"""
    )
    assert tab.locator("#board > div > .more").is_hidden()


def read_rows(tab: Page) -> list[dict[str, Any]]:
    """Return the rows from top to bottom: key, name, line of counts, and the engagements of the bars and marks."""
    build_all(tab)
    found: list[dict[str, Any]] = tab.evaluate(
        """() => [...document.querySelectorAll(".board-row")].map(row => ({
            key: row.dataset.row, name: row.querySelector(".name").textContent,
            line: row.querySelector(".row-name .soft").textContent,
            bars: [...row.querySelectorAll(".bars-of [data-bar]")].map(bar => Number(bar.dataset.bar)),
            marks: [...row.querySelectorAll(".undated [data-bar]")].map(bar => Number(bar.dataset.bar)) }))"""
    )
    return found


def totals(tab: Page) -> list[str]:
    return tab.locator(".board-key li").all_inner_texts()


def total_line(found: dict[str, int]) -> list[str]:
    return [promises(found), *(f"{found[state]} {state}" for state in STATES if found[state]), *beside(found)]


def geometry(tab: Page, row: str) -> dict[int, dict[str, Any]]:
    """Return the bars of a row, by engagement: the ends of the whole and of its parts, and the top."""
    found: list[dict[str, Any]] = tab.evaluate(
        """key => { const row = document.querySelector(`[data-row="${key}"]`);
            row.scrollIntoView({ block: "start" });
            const list = row.querySelector(".bars-of"), frame = list.getBoundingClientRect();
            const share = x => (x - frame.left) / frame.width;
            const ends = one => one && (({ left, right, top, bottom }) =>
              [share(left), share(right), top - frame.top, bottom - frame.top])(one.getBoundingClientRect());
            return [...list.querySelectorAll("[data-bar]")].map(bar => ({ at: Number(bar.dataset.bar), whole: ends(bar),
              solid: ends(bar.querySelector(".solid")), hollow: ends(bar.querySelector(".hollow")),
              earlier: bar.classList.contains("earlier"), width: frame.width })); }""",
        row,
    )
    return {bar["at"]: bar for bar in found}


def years(tab: Page) -> list[int]:
    return [int(text) for text in tab.locator(".board-axis .tick.year").all_inner_texts()]


def axis(view: View, some: set[int]) -> tuple[int, int]:
    """Return the first day of the axis and the one after its last: whole years, without the oldest one in a hundred."""
    spans = [steps(view, at) for at in some if steps(view, at)]
    starts = sorted(min(first for first, _ in found) for found in spans)
    last = max(view["today"], *(max(end for _, end in found) for found in spans))
    old = 0 if len(starts) < 20 else -(-len(starts) // 100)

    def year(number: int) -> int:
        return (datetime.date(1970, 1, 1) + datetime.timedelta(days=number)).year

    return day(f"{year(starts[old])}-01-01"), day(f"{year(last) + 1}-01-01")


# ---- Rows and counts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "group"), [("party", by_party), ("paper", by_paper)])
def test_every_row_holds_and_counts_its_engagements(show: Open, real: View, choice: str, group: Any) -> None:
    tab = show(real, hash=f"{OPEN}&boardRows={choice}")
    everything = set(range(len(real["engagements"]["iri"])))
    rows = group(real, everything)
    found = read_rows(tab)
    assert {row["key"]: {*row["bars"], *row["marks"]} for row in found} == rows
    assert {row["key"]: row["line"] for row in found} == {key: text_of(tally(real, some)) for key, some in rows.items()}
    for row in found:
        assert len(row["bars"]) + len(row["marks"]) == len(rows[row["key"]]), "each engagement once in a row"
        assert all(steps(real, at) for at in row["bars"])
        assert not any(steps(real, at) for at in row["marks"])
    # In several rows, but once in the total.
    assert sum(map(len, rows.values())) > len(everything)
    assert totals(tab) == total_line(tally(real, everything))


def test_a_meeting_is_no_promise(show: Open) -> None:
    """A completed event does not count as a promise that was carried out."""
    view = page_views.tiny()
    tab = show(view, hash=OPEN)
    assert totals(tab) == total_line(tally(view, expected.engagements(view)))
    events = [
        at for at, kind in enumerate(view["engagements"]["type"]) if view["words"]["type"][kind]["id"] in OCCASIONS
    ]
    assert events
    event = next(at for at in events if view["words"]["set"][status_set(view, at)]["id"] == "realised")
    change(tab, f"{{ event: {event} }}")
    own = below(view, event) & expected.engagements(view)
    assert all(row["line"] == text_of(tally(view, set(row["bars"] + row["marks"]))) for row in read_rows(tab))
    assert totals(tab) == total_line(tally(view, own))


@pytest.mark.parametrize("order", everyday(["silence", "size", "name"], "size".__eq__))
def test_rows_are_sorted(show: Open, real: View, order: str) -> None:
    tab = show(real, hash=OPEN)
    tab.locator(f"[data-choice='boardSort {order}']").click()
    assert tab.locator(f"[data-choice='boardSort {order}']").get_attribute("aria-pressed") == "true"
    assert tab.locator(".board-choices [aria-pressed=true]").count() == 2
    rows = {key: tally(real, some) for key, some in by_party(real, set(range(len(real["engagements"]["iri"])))).items()}
    found = read_rows(tab)
    last = [row["key"] for row in found if row["key"].startswith("none")]
    assert [row["key"] for row in found][len(found) - len(last) :] == last, "what has no party comes last"
    named = [row for row in found if row["key"] not in last]
    names = [row["name"] for row in named]
    if order == "name":
        assert names == tab.evaluate("names => names.sort(new Intl.Collator('en').compare)", names)
        return
    keys = [
        tuple(-rows[row["key"]][part] for part in (["silent", "all"] if order == "silence" else ["all"]))
        for row in named
    ]
    assert keys == sorted(keys)
    assert len(set(keys)) > 5
    for (first, one), (second, other) in itertools.pairwise(zip(keys, names, strict=True)):
        if first == second:
            assert tab.evaluate("([a, b]) => new Intl.Collator('en').compare(a, b)", [one, other]) <= 0


def test_the_choices_are_in_the_address(show: Open, real: View) -> None:
    tab = show(real)
    tab.locator("#view-board").click()
    tab.locator("[data-choice='boardRows paper']").click()
    tab.locator("[data-choice='boardSort silence']").click()
    assert hash_of(tab) == "#view=board&boardRows=paper&boardSort=silence"
    first = read_rows(tab)[0]
    tab.go_back()
    assert tab.locator("[data-choice='boardSort size']").get_attribute("aria-pressed") == "true"
    again = show(real, hash="#view=board&boardRows=paper&boardSort=silence")
    assert read_rows(again)[0] == first


# ---- Filters --------------------------------------------------------------------------------------------------------

FILTERS: list[tuple[str, dict[str, Any]]] = [
    ("&as-of=2019-06-30", {"as_of": day("2019-06-30")}),
    ("&months=2021-03+2022-04", {"period": expected.months("2021-03", "2022-04")}),
    ("&voices=3", {"voices": 3}),
    ("&mark=silent", {"chosen": {"mark": {0}}}),
]


@pytest.mark.parametrize("number", everyday(range(len(FILTERS)), (0).__eq__))
def test_what_is_filtered_is_left_out(show: Open, real: View, number: int) -> None:
    hash, asked = FILTERS[number]
    tab = show(real, hash=OPEN + hash)
    some = expected.engagements(real, **asked)
    assert 10 < len(some) < len(real["engagements"]["iri"])
    rows = by_party(real, some)
    found = read_rows(tab)
    assert {row["key"]: {*row["bars"], *row["marks"]} for row in found} == rows
    as_of = asked.get("as_of")
    assert {row["key"]: row["line"] for row in found} == {
        key: text_of(tally(real, own, as_of)) for key, own in rows.items()
    }
    assert totals(tab) == total_line(tally(real, some, as_of))


def test_text_is_a_filter_too(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&text=satellite")
    some = tab.evaluate("[...pcgraph.shown.listed.keys()].filter(at => pcgraph.shown.listed[at])")
    assert 0 < len(some) < 200
    assert {at for row in read_rows(tab) for at in (*row["bars"], *row["marks"])} == set(some)


def test_nothing_left(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&text=no+such+thing")
    assert tab.locator("#board").is_hidden()
    assert tab.locator("#empty").is_visible()
    change(tab, "{ text: '' }")
    assert tab.locator("#board").is_visible()
    assert tab.locator("#empty").is_hidden()


def test_people_are_folded_as_on_the_map(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&people=yes&unnamed=yes")
    rows: dict[str, set[int]] = {}
    everything = set(range(len(real["engagements"]["iri"])))
    for at, parties in expected.all_parties(real, everything, people=True, unnamed=True).items():
        for node in parties or {-1}:
            rows.setdefault(f"node {node}" if node >= 0 else "none -1", set()).add(at)
    assert {row["key"]: {*row["bars"], *row["marks"]} for row in read_rows(tab)} == rows
    assert len(rows) > len(by_party(real, everything))


# ---- Bars -----------------------------------------------------------------------------------------------------------


def test_bars_lie_where_their_days_are(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    everything = set(range(len(real["engagements"]["iri"])))
    start, end = axis(real, everything)
    first, *_, last = years(tab)
    assert start <= day(f"{first}-01-01") < day(f"{last}-01-01") < end
    huawei = f"node {real['nodes']['iri'].index('id:huawei')}"
    bars = geometry(tab, huawei)
    assert len(bars) > 100
    silent = 0

    def share(number: int) -> float:
        return min(1.0, max(0.0, (number - start) / (end - start)))

    for at, bar in bars.items():
        found = steps(real, at)
        pixel = 1.5 / bar["width"]
        least = 7 / bar["width"]
        opening, closing = min(one for one, _ in found), max(one for _, one in found)
        assert bar["whole"][0] == pytest.approx(min(share(opening), 1 - least), abs=pixel)
        solid = max(share(max(closing, reported(real, at)) + 1), bar["whole"][0] + least)
        assert bar["solid"][1] == pytest.approx(solid, abs=pixel)
        assert bar["earlier"] == (opening < start)
        assert (bar["hollow"] is not None) == expected.silent(real, at)
        if bar["hollow"]:
            silent += 1
            assert bar["hollow"][0] == pytest.approx(solid, abs=pixel)
            assert bar["hollow"][1] == pytest.approx(share(real["today"]), abs=pixel)
    assert silent > 20


@pytest.mark.parametrize(
    "hash", everyday(["", "&boardRows=paper", "&months=2021-01+2022-12", "&as-of=2018-01-01"], "".__eq__)
)
@pytest.mark.parametrize("width", everyday([1440, 950], (1440).__eq__))
def test_no_bar_covers_another(show: Open, real: View, hash: str, width: int) -> None:
    tab = show(real, hash=OPEN + hash, viewport={"width": width, "height": 900})
    rows = read_rows(tab)
    for row in rows[:30]:
        bars = list(geometry(tab, row["key"]).values())
        for one, other in itertools.combinations(bars, 2):
            a, b = one["whole"], other["whole"]
            apart = a[1] <= b[0] + 1e-3 or b[1] <= a[0] + 1e-3 or a[3] <= b[2] + 0.01 or b[3] <= a[2] + 0.01
            assert apart, (row["name"], one, other)


def test_a_bar_reads_without_colour(show: Open, real: View) -> None:
    """The further an engagement came, the higher its bar; what ended is broken, what is silent is hollow."""
    tab = show(real, hash=f"{OPEN}&boardSort=name")
    build_all(tab)
    look = """name => {
        const bar = [...document.querySelectorAll(`.bars-of .bar.${name}`)].find(one => one.offsetHeight === 9);
        bar.scrollIntoView();
        const solid = bar.querySelector(".solid"), style = getComputedStyle(solid);
        return [solid.getBoundingClientRect().height, style.backgroundImage.includes("repeating")]; }"""
    done, signed, planned, occasion = (
        tab.evaluate(look, name) for name in ("set-realised", "set-entered", "set-announced", "occasion")
    )
    assert done[0] > signed[0] > planned[0] > occasion[0] >= 2
    assert tab.evaluate(look, "set-ended")[1]
    assert not done[1]
    hollow = "() => getComputedStyle(document.querySelector('.hollow')).backgroundColor"
    paper = "() => getComputedStyle(document.body).backgroundColor"
    assert tab.evaluate(hollow) == tab.evaluate(paper)


def test_the_strength_is_that_of_the_map(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    strengths = tab.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".bars-of .bar")].map(bar =>
            [bar.className.match(/set-\\w+|occasion/)[0], Number(bar.style.getPropertyValue("--strength"))]))"""
    )
    assert strengths["set-realised"] > strengths["set-entered"] > strengths["set-announced"]
    alphas = tab.evaluate("Object.fromEntries(pcgraph.TERMS.set.map(({ id }, at) => [`set-${id}`, at]))")
    swatch = "at => Number(document.querySelector(`[data-key='set ${at}'] line`).getAttribute('stroke-opacity'))"
    for name, strength in strengths.items():
        if name != "occasion":
            assert strength == tab.evaluate(swatch, alphas[name])


def test_the_axis_follows_the_period_and_the_day(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&months=2021-03+2022-04")
    assert years(tab) == [2022]
    assert "Apr 2021" in tab.locator(".board-axis .tick").all_inner_texts()
    assert tab.locator(".board-axis .today").count() == 0, "today is not in the period"
    change(tab, "{ period: null, asOf: pcgraph.parseDay('2019-06-30') }")
    assert tab.locator(".board-axis .today").inner_text() == "30 June 2019"
    left = "css => document.querySelector(css).getBoundingClientRect().left"
    line = tab.evaluate(left, ".board-lines .today")
    ends = tab.evaluate(
        "[...document.querySelectorAll('.board-rows .hollow')].map(one => one.getBoundingClientRect().right)"
    )
    assert ends
    assert all(abs(end - line) < 9 for end in ends), "silence lasts until the chosen day"
    change(tab, "{ asOf: null }")
    assert tab.locator(".board-axis .today").inner_text() == "now"
    assert tab.evaluate(left, ".board-lines .today") > line


def test_steps_that_were_not_known_yet_are_not_drawn(show: Open) -> None:
    view = page_views.tiny()
    table = view["engagements"]
    at, news = next(
        (at, source)
        for at, found in enumerate(table["steps"])
        for source, known in enumerate(view["sources"]["known"])
        if found and known is not None and expected.known(view, at, known - 1)
    )
    known = view["sources"]["known"][news]
    assert known is not None
    state = table["steps"][at][0][0]
    table["steps"][at] = [(state, "2017", day("2017-01-01"), day("2017-12-31"), 0, [], "a", "")]
    table["steps"][at].append((state, "2018", day("2018-01-01"), day("2018-12-31"), 0, [news], "b", ""))
    tab = show(view, hash=f"{OPEN}&as-of={expected.iso(known - 1)}")
    label = f"() => document.querySelector('[data-bar=\"{at}\"]').getAttribute('aria-label')"
    assert "2017" in tab.evaluate(label)
    assert "2018" not in tab.evaluate(label)
    change(tab, "{ asOf: null }")
    assert "2017 – 2018" in tab.evaluate(label)


# ---- Pointer --------------------------------------------------------------------------------------------------------


def test_clicks_open_the_party_and_the_engagement(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    row = tab.locator(".board-row").first
    row.locator(".row-name").click()
    assert title(tab) == row.locator(".name").inner_text() == "Huawei"
    assert row.locator(".row-name").get_attribute("aria-current") == "true"
    bar = row.locator(".bars-of .bar").nth(3)
    at = int(str(bar.get_attribute("data-bar")))
    bar.click(position={"x": 3, "y": 2})
    assert title(tab) == real["engagements"]["label"][at]
    assert hash_of(tab).endswith(f"engagement={real['engagements']['iri'][at].replace(' ', '+')}")
    # Every bar of it is marked, in each of its rows.
    marked = {str(one.get_attribute("data-bar")) for one in tab.locator(".board-rows .bar[aria-current]").all()}
    assert marked == {str(at)}
    assert row.locator(".row-name[aria-current]").count() == 0


def test_paper_rows_open_the_paper(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&boardRows=paper")
    row = tab.locator(".board-row").nth(1)
    row.locator(".row-name").click()
    assert title(tab) == row.locator(".name").inner_text()
    assert "engagement=" in hash_of(tab)


def test_hover_says_what_a_bar_is(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&mark=silent")
    bar = tab.locator(".bars-of .bar").first
    at = int(str(bar.get_attribute("data-bar")))
    box = bar.bounding_box()
    assert box
    tab.mouse.move(box["x"] + 3, box["y"] + 2)
    lines = tab.locator("#board-tip > *").all_inner_texts()
    assert lines[0] == real["engagements"]["label"][at]
    assert real["words"]["status"][status(real, at)]["label"] in lines[1]
    year = str((datetime.date(1970, 1, 1) + datetime.timedelta(days=min(first for first, _ in steps(real, at)))).year)
    assert year in lines[1]
    assert lines[2].startswith("Silent since ")
    assert bar.get_attribute("aria-label") == ", ".join(lines)
    tab.mouse.move(5, 5)
    assert tab.locator("#board-tip").is_hidden()


def test_what_is_chosen_elsewhere_comes_into_view(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    far = tab.evaluate("pcgraph.findNode('id:ned-university')")
    far = far if far >= 0 else int(read_rows(tab)[-5]["key"].split()[1])
    tab.locator(".board-scroll").evaluate("one => { one.scrollTop = 0; }")
    pick(tab, "node", real["nodes"]["iri"][far])
    name = tab.locator(f"[data-row='node {far}'] .row-name")
    frame, box = tab.locator(".board-scroll").bounding_box(), name.bounding_box()
    assert frame
    assert box
    assert frame["y"] + 40 <= box["y"] <= frame["y"] + frame["height"]
    assert name.get_attribute("aria-current") == "true"


# ---- Keyboard -------------------------------------------------------------------------------------------------------

FOCUS = """() => { const one = document.activeElement, row = one.closest(".board-row");
    return [row && row.dataset.row, one.dataset.bar === undefined ? null : Number(one.dataset.bar)]; }"""


def test_one_tab_stop_and_arrows(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    assert tab.locator(".board-rows [tabindex='0']").count() == 1
    tab.locator("[data-choice='boardSort name']").focus()
    tab.keyboard.press("Tab")
    keys = [
        row["key"]
        for row in tab.evaluate("[...document.querySelectorAll('.board-row')].map(row => ({ key: row.dataset.row }))")
    ]
    assert tab.evaluate(FOCUS) == [keys[0], None]
    for key, row in [
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("ArrowUp", 1),
        ("ArrowUp", 0),
        ("ArrowUp", 0),
        ("End", -1),
        ("Home", 0),
    ]:
        tab.keyboard.press(key)
        assert tab.evaluate(FOCUS) == [keys[row], None]
    bars = tab.evaluate(
        "[...document.querySelector('.board-row').querySelectorAll('.bar')].map(bar => Number(bar.dataset.bar))"
    )
    # The event of the last scrolling, which hides the tip, comes with the next frame.
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for at in bars[:4]:
        tab.keyboard.press("ArrowRight")
        assert tab.evaluate(FOCUS) == [keys[0], at]
    expect(tab.locator("#board-tip")).to_be_visible()
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate(FOCUS) == [keys[0], bars[2]]
    tab.keyboard.press("ArrowDown")
    row, at = tab.evaluate(FOCUS)
    assert row == keys[1]
    assert at is not None, "from a bar to a bar of the next row"
    assert tab.locator(".board-rows [tabindex='0']").count() == 1
    # The next Tab leaves the rows.
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.board-rows')") is None
    tab.keyboard.press("Shift+Tab")
    assert tab.evaluate(FOCUS) == [row, at]


def test_enter_opens_and_escape_returns(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    tab.locator(".row-name").first.focus()
    tab.keyboard.press("Enter")
    assert title(tab) == "Huawei"
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.className").startswith("row-name")
    for _ in range(3):
        tab.keyboard.press("ArrowRight")
    row, at = tab.evaluate(FOCUS)
    tab.keyboard.press("Enter")
    assert title(tab) == real["engagements"]["label"][at]
    tab.keyboard.press("Escape")
    assert tab.evaluate(FOCUS) == [row, at]


def test_the_keyboard_reaches_every_row(show: Open, real: View) -> None:
    """Rows are built before the focus gets to them, however fast the key repeats, and the focus is in view."""
    tab = show(real, hash=f"{OPEN}&boardSort=name")
    tab.locator(".row-name").first.focus()
    rows = len(by_party(real, set(range(len(real["engagements"]["iri"])))))
    reached = tab.evaluate(
        """rows => { const seen = new Set(), key = { key: "ArrowDown", bubbles: true, cancelable: true };
            for (let press = 0; press < rows; press += 1) {
              seen.add(document.activeElement.closest(".board-row").dataset.row);
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
            }
            return seen.size; }""",
        rows,
    )
    assert reached == rows
    inside = """() => { const frame = document.querySelector(".board-scroll").getBoundingClientRect();
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= frame.top + 39 && bottom <= frame.bottom + 1; }"""
    assert tab.evaluate(inside)


def test_focus_and_place_outlive_a_filter(show: Open, real: View) -> None:
    tab = show(real, hash=f"{OPEN}&boardSort=name")
    tab.locator(".row-name").nth(12).scroll_into_view_if_needed()
    tab.locator(".row-name").nth(12).focus()
    row = tab.evaluate(FOCUS)
    change(tab, "{ voices: 1, asOf: pcgraph.DATA.today }")
    assert tab.evaluate(FOCUS) == row
    assert tab.locator(".board-rows [tabindex='0']").count() == 1


# ---- Screen readers, languages, phone, paper ------------------------------------------------------------------------


def test_lists_and_names_for_screen_readers(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN)
    assert tab.locator("#board ol.board-rows").get_attribute("aria-label") == "Promises, row by row"
    assert "arrow keys" in tab.locator("#board-hint").inner_text()
    assert tab.evaluate(
        "[...document.querySelectorAll('.board-rows .bar')].every(bar => bar.closest('ul').ariaLabel && bar.ariaLabel)"
    )
    assert tab.evaluate(
        "[...document.querySelectorAll('.board-axis, .board-lines')].every(one => one.ariaHidden === 'true')"
    )
    name = tab.get_by_role("button", name=re.compile(r"^Huawei \d+ promises: \d+ kept or begun"))
    assert name.count() == 1


@pytest.mark.parametrize("language", ["zh", "ur"])
def test_time_runs_from_left_to_right_in_every_script(show: Open, real: View, language: str) -> None:
    tab = show(real, hash=f"{OPEN}&language={language}")
    lefts = tab.evaluate(
        "[...document.querySelectorAll('.board-axis .tick.year')].map(one => one.getBoundingClientRect().left)"
    )
    assert lefts == sorted(lefts)
    assert years(tab) == sorted(years(tab))
    assert len(lefts) > 3
    name = tab.locator(".row-name").first.bounding_box()
    track = tab.locator(".board-row .track-of").first.bounding_box()
    assert name
    assert track
    assert (name["x"] > track["x"]) == (language == "ur")
    english = tab.evaluate("document.querySelector('.board-top').textContent.match(/[a-z]{3,}/g)")
    assert english is None, "no English word is left"


def test_on_a_phone_the_name_is_above_its_bars(show: Open, real: View) -> None:
    tab = show(real, hash=OPEN, **PHONE)
    name = tab.locator(".row-name").first.bounding_box()
    track = tab.locator(".board-row .track-of").first.bounding_box()
    assert name
    assert track
    assert name["y"] + name["height"] <= track["y"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.locator(".row-name").nth(1).tap()
    assert title(tab) == tab.locator(".board-row .name").nth(1).inner_text()


# ---- Large data -----------------------------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_only_what_may_be_seen_is_built(show: Open) -> None:
    view = page_views.many(6000, 40_000)
    tab = show(view, hash=OPEN)
    assert counts(tab).endswith("20,000 engagements")
    rows, bars = (tab.locator(css).count() for css in (".board-row", ".board-rows .bar"))
    assert 1 <= rows <= 40
    assert bars < 3000
    tab.locator(".board-scroll").evaluate("one => { one.scrollTop = one.scrollHeight; }")
    tab.wait_for_function("rows => document.querySelectorAll('.board-row').length > rows", arg=rows)
    assert tab.locator(".board-row").count() <= rows + 40


def test_a_row_with_too_many_lanes_is_opened_on_demand(show: Open) -> None:
    view = copy.deepcopy(page_views.many(40, 900))
    for node in range(40):
        view["nodes"]["kind"][node] = 0
    for found in view["engagements"]["parties"]:
        found[:] = [(0, 0, 0, [])]
    view["engagements"]["sources"] = [[] for _ in view["engagements"]["iri"]]
    tab = show(view, hash=OPEN)
    row = tab.locator(".board-row").first
    total = len(view["engagements"]["iri"])
    for lanes in itertools.count(60, 60):
        assert row.locator(".bar").count() == min(lanes, total)
        more = row.locator(".track-of .link")
        if lanes >= total:
            assert more.count() == 0
            break
        assert more.inner_text() == f"Show {total - lanes} more"
        more.click()
    assert total > 120

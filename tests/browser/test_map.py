"""The map: what it draws of the real data, that it can be read, and what the pointer does on it."""

from __future__ import annotations

import copy
import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import (
    Open,
    change,
    click,
    hash_of,
    labels,
    marks,
    meet,
    names,
    overlaps,
    pick,
    rest,
    shown,
    spot,
    strokes,
    title,
    wait_for_camera,
)
from helpers import everyday
from pcgraph.page import View

SCREENS = {1440: 900, 1280: 800, 1024: 768, 390: 844}


def stacks(tab: Page) -> list[tuple[frozenset[int], list[int]]]:
    """Return the parties and the engagements of every stack on the map."""
    found = tab.evaluate("pcgraph.shown.stacks.map(({ parties, engagements }) => [parties, engagements])")
    return [(frozenset(parties), engagements) for parties, engagements in found]


def drawn_among(nodes: set[int], some: list[set[int]]) -> tuple[set[int], int]:
    """Return which organisations have an engagement with another of them, and the number of lines, by all parties."""
    together = {frozenset(parties & nodes) for parties in some}
    together = {parties for parties in together if len(parties) > 1}
    return set().union(*together), sum(map(len, together))


def largest(view: View, some: set[int]) -> tuple[set[int], int]:
    """Return the largest organisations, both sides in turn, as many as the limits allow, and the lines."""
    value = view["nodes"]["measure"][view["measures"][0]["name"]]
    present = expected.nodes(view, some)
    taking_part = Counter(node for nodes in _involved(view) for node in nodes)
    parties = [*expected.all_parties(view, some).values()]
    order = sorted(present, key=lambda node: (-(value[node] or 0), -taking_part[node], node))
    sides = [[node for node in order if view["nodes"]["country"][node] == side] for side in (0, 1)]
    shorter = min(map(len, sides))
    ranking = [node for pair in zip(*sides, strict=False) for node in pair]
    ranking += sides[0][shorter:] + sides[1][shorter:] + [node for node in order if node not in {*sides[0], *sides[1]}]
    found: tuple[set[int], int] = set(), 0
    for count in range(1, len(ranking) + 1):
        drawn, lines = drawn_among(set(ranking[:count]), parties)
        if len(drawn) > expected.KEY_ORGANISATIONS or lines > expected.KEY_LINES:
            break
        found = drawn, lines
    return found


def _involved(view: View) -> list[set[int]]:
    table = view["engagements"]["parties"]
    shown = expected.all_parties(view, set(range(len(table))), unnamed=True)
    return [{node for _, node, *_ in parties} | shown[at] for at, parties in enumerate(table)]


# ---- What is drawn --------------------------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_the_opening_has_the_largest_organisations_of_both_sides(show: Open, real: View) -> None:
    tab = show(real, viewport={"width": 1280, "height": 800})
    drawn, lines = shown(tab, "nodes"), tab.evaluate("pcgraph.scene.lines.length")
    country, table = real["nodes"]["country"], real["engagements"]["parties"]
    involved = _involved(real)
    joined = {
        at
        for at in expected.engagements(real)
        if {0, 1} <= {country[node] for _, node, *_ in table[at]} | {country[node] for node in involved[at]}
    }
    assert (drawn, lines) == largest(real, joined)
    left_out = sum(1 for at, parties in expected.all_parties(real, expected.engagements(real)).items()
                   if parties and at not in joined)  # fmt: skip
    nameless = sum(1 for parties in expected.all_parties(real, expected.engagements(real)).values() if not parties)
    smaller = len(expected.engagements(real)) - len(shown(tab, "engagements")) - left_out - nameless
    expect(tab.locator("#banner")).to_contain_text(
        f"Engagements not drawn: {left_out} with one side only, {smaller} with smaller organisations, "
        f"{nameless} without a named party."
    )
    expect(tab.locator("#banner")).to_contain_text(
        re.compile(rf"{len(drawn)} of \d+ organisations: the largest that fit")
    )
    expect(tab.locator("#banner")).to_contain_text("Left: Pakistan. Right: China.")
    assert 20 <= len(drawn) <= expected.KEY_ORGANISATIONS
    by_side = Counter(real["nodes"]["country"][node] for node in drawn)
    assert abs(by_side[0] - by_side[1]) <= 3
    assert by_side[0] + by_side[1] == len(drawn)
    assert 100 < lines <= expected.KEY_LINES


def test_show_all_is_one_click_and_one_click_leads_back(show: Open, real: View) -> None:
    tab = show(real)
    few = shown(tab, "engagements")
    assert "." not in tab.evaluate("pcgraph.describeState()")  # of what is left out, in a list without sentences
    tab.locator("#banner").get_by_role("button", name="Show all").click()
    everything = expected.engagements(real)
    assert shown(tab, "engagements") == {
        at for at, parties in expected.all_parties(real, everything).items() if parties
    }
    assert shown(tab, "nodes") == expected.nodes(real, everything)
    assert tab.evaluate("pcgraph.scene.lines.length") <= expected.MOST_LINES
    tab.locator("#banner").get_by_role("button", name="Only the largest").click()
    assert shown(tab, "engagements") == few


def test_what_is_planned_inferred_and_silent_is_drawn_and_counted(show: Open, real: View) -> None:
    tab = show(real)
    told = expected.facets(real)
    planned = [word["id"] for word in real["words"]["set"]].index("announced")
    drawn = shown(tab, "engagements")
    assert any(expected.status_set(real, at) == planned for at in drawn)
    assert any(expected.inferred(real, at) for at in drawn)
    assert any(expected.silent(real, at) for at in drawn)
    for group, place in (("set", planned), ("mark", 0), ("mark", 1), ("mark", 2)):
        count = tab.locator(f"#legend [data-key='{group} {place}'] .count").inner_text()
        assert int(count.replace(",", "")) == told[group][place] > 0, (group, place)


def test_people_stand_for_their_organisation_unless_asked_for(show: Open, real: View) -> None:
    tab = show(real, hash="#level=all")
    people = expected.of_kind(real, {expected.PERSON})
    assert people
    assert not shown(tab, "nodes") & people
    tab.locator("#switch-people").check()
    assert shown(tab, "nodes") & people
    assert shown(tab, "nodes") == expected.nodes(real, expected.engagements(real), people=True)


def test_unnamed_parties_are_drawn_when_asked_for(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    everything = expected.engagements(view)
    assert not shown(tab, "nodes") & expected.hidden(view)
    tab.locator("#switch-unnamed").check()
    assert shown(tab, "nodes") == expected.nodes(view, everything, unnamed=True)
    assert shown(tab, "nodes") & expected.hidden(view)


def test_the_further_it_has_come_the_stronger_the_line(show: Open, real: View) -> None:
    """And the more voices report it, the wider. A plan is paler than what was signed, and that than what was done."""
    tab = show(real, hash="#level=all")
    words = [word["id"] for word in real["words"]["set"]]
    by_set: dict[str, set[float]] = {}
    by_voices: dict[int, set[float]] = {}
    members = {some[0]: some for _, some in stacks(tab)}
    for line in strokes(tab):
        if len(members[line["stack"]]) > 1:
            continue
        reached = words[expected.status_set(real, line["stack"])]
        by_set.setdefault(reached, set()).add(line["alpha"])
        if reached == "realised":
            voices = min(max(real["engagements"]["voices"][line["stack"]], 1), 5)
            by_voices.setdefault(voices, set()).add(line["width"])
    order = [by_set[name] for name in ("realised", "entered", "announced", "prospective")]
    assert all(len(alphas) == 1 for alphas in by_set.values())
    assert [max(alphas) for alphas in order] == sorted({max(alphas) for alphas in order}, reverse=True)
    widths = [by_voices[voices] for voices in sorted(by_voices)]
    assert len(widths) > 2
    assert all(len(some) == 1 for some in widths)
    assert [max(some) for some in widths] == sorted({max(some) for some in widths})


# ---- That it can be read --------------------------------------------------------------------------------------------


# How wide and how full the map is changes where labels go; of languages and neighbourhoods two widths are enough.
READABLE = [(width, hash) for hash in ("", "#level=all") for width in SCREENS]
READABLE += [(width, hash) for hash in ("#language=zh", "#language=ur", "#near=1 id:zte") for width in (1440, 390)]


def assert_in_frame(tab: Page) -> None:
    """Assert that every mark is within the map."""
    width, height = tab.evaluate("[pcgraph.mapElement.clientWidth, pcgraph.mapElement.clientHeight]")
    drawn = marks(tab)
    assert len(drawn) == tab.evaluate("pcgraph.scene.items.length") > 15
    outside = [one["text"] for one in drawn
               if one["left"] < 0 or one["top"] < 0 or one["right"] > width or one["bottom"] > height]  # fmt: skip
    assert outside == []


def assert_all_named(tab: Page, view: View) -> None:
    """Assert that every organisation has its name on the map."""
    written, drawn = " ".join(line["text"] for line in labels(tab)), shown(tab, "nodes")
    assert drawn
    label = {node: view["nodes"]["short"][node] or view["nodes"]["label"][node] for node in drawn}
    for name in label.values():
        assert written.count(name[:16].strip()) >= sum(other[:16] == name[:16] for other in label.values()), name


def names_of_the_largest(tab: Page, view: View) -> list[str]:
    """Return the names of the twelve largest organisations on the map."""
    value, table = view["nodes"]["measure"][view["measures"][0]["name"]], view["nodes"]
    ranked = sorted(shown(tab, "nodes"), key=lambda node: (-(value[node] or 0), node))
    return [f"{table['short'][node] or table['label'][node]} {table['label'][node]}" for node in ranked[:12]]


FEW = [READABLE[0], *READABLE[3::4], READABLE[-2]]


@pytest.mark.parametrize("case", everyday(READABLE, FEW.__contains__), ids=str)
def test_no_label_lies_on_a_label_and_only_those_of_the_largest_lie_on_marks(
    show: Open, real: View, case: tuple[int, str]
) -> None:
    width, hash = case
    tab = show(real, hash=hash, viewport={"width": width, "height": SCREENS[width]})
    lines, drawn = labels(tab), marks(tab)
    assert len(lines) >= (14 if width > 1000 else 5)
    assert overlaps(lines) == []
    on_marks = {line["text"] for line in lines for mark in drawn if meet(line, mark)}
    largest = names_of_the_largest(tab, real)
    assert {text for text in on_marks if not any(text.strip("…") in name for name in largest)} == set()
    if hash == "#level=all":
        written = " ".join(line["text"] for line in lines)
        assert [name for name in largest if name.split()[0] not in written] == []
    elif width > 500:
        assert on_marks == set()
    assert_in_frame(tab)
    if not hash and width >= 1280:
        assert_all_named(tab, real)


@pytest.mark.parametrize("width", SCREENS)
def test_the_whole_map_of_a_small_graph_is_in_the_frame(show: Open, width: int) -> None:
    assert_in_frame(show(viewport={"width": width, "height": SCREENS[width]}))


def test_the_two_sides_lie_apart_and_are_named(show: Open, real: View) -> None:
    tab = show(real)
    places = {node: spot(tab, "node", real["nodes"]["iri"][node])[0] for node in shown(tab, "nodes")}
    x = [[place for node, place in places.items() if real["nodes"]["country"][node] == side] for side in (0, 1)]
    assert max(x[0]) < min(x[1])
    written = [line["text"] for line in names(tab)]
    for country in real["words"]["country"][:2]:
        assert country["label"] in written


@pytest.mark.parametrize("sides", [2, 1, 0])
def test_a_project_may_have_no_sides(show: Open, sides: int) -> None:
    view = page_views.tiny()
    view["sides"] = sides
    tab = show(view)
    drawn = set(tab.evaluate("""pcgraph.scene.items.filter(({ kind }) => kind === "node").map(({ side }) => side)"""))
    assert drawn == {2: {0, 1}, 1: {0, 2}, 0: {2}}[sides]
    assert tab.evaluate("pcgraph.scene.sides") == (sides > 0)
    rows = tab.evaluate(
        """pcgraph.scene.items.filter(({ kind }) => kind === "node").map(({ index, arc }) => [index, arc])"""
    )
    if sides == 1:  # the side is on the left, and nobody else
        assert {view["nodes"]["country"][node] for node, arc in rows if arc == 0} == {0}
        assert 0 not in {view["nodes"]["country"][node] for node, arc in rows if arc != 0}
    key = tab.locator("#panel .key").text_content() or ""
    first, second = (word["label"] for word in view["words"]["country"][:2])
    assert (f"Filled mark: {first}." in key, f"Ring: {second}." in key) == (sides > 0, sides > 1)
    assert overlaps(labels(tab)) == []


def test_a_zoomed_map_names_the_engagements(show: Open) -> None:
    tab = show()
    assert "Crane" not in " ".join(line["text"] for line in labels(tab))
    spot(tab, "engagement", "id:safety-charter")
    frame = tab.locator("#map").bounding_box()
    assert frame
    for _ in range(4):
        tab.get_by_role("button", name="Zoom in").click()
        rest(tab)
    wanted = page_views.tiny()["engagements"]["label"]
    written = " ".join(line["text"] for line in labels(tab))
    assert any(label.split(" ")[0] in written for label in wanted)
    assert overlaps(labels(tab)) == []


# ---- Pointer --------------------------------------------------------------------------------------------------------


def test_a_click_picks_an_organisation_an_engagement_or_a_stack(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    click(tab, "node", "id:acme")
    assert title(tab) == "Acme"
    click(tab, "engagement", "id:safety-charter")
    assert tab.evaluate("pcgraph.state.selection") == {"kind": "engagement", "index": 15}
    assert title(tab) == view["engagements"]["label"][15]
    click(tab, "stack", "id:crane-talks")
    assert tab.evaluate("pcgraph.state.selection") == {"kind": "stack", "index": 0}
    assert "Acme" in title(tab)
    assert tab.locator("#panel").inner_text().count("Crane") >= 1
    frame = tab.locator("#map").bounding_box()
    assert frame
    tab.mouse.click(frame["x"] + 8, frame["y"] + frame["height"] - 8)
    assert tab.evaluate("pcgraph.state.selection") is None


def test_a_line_leads_to_its_stack(show: Open) -> None:
    tab = show()
    x, y, wanted = tab.evaluate(
        """() => { pcgraph.projectItems(pcgraph.readCamera());
             const far = line => Math.hypot(line.from.px - line.to.px, line.from.py - line.to.py);
             const line = pcgraph.scene.lines.reduce((best, one) => (far(one) > far(best) ? one : best));
             const [x, y] = pcgraph.pointOnCurve(line.curve, 0.5), frame = pcgraph.mapElement.getBoundingClientRect();
             return [x + frame.x, y + frame.y, line.stack.engagements]; }"""
    )
    tab.mouse.click(x + 2, y + 2)
    assert tab.evaluate("pcgraph.state.selection.index") in wanted


def test_the_pointer_says_what_a_mark_is(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    tip = tab.locator("#tooltip")
    for kind, name, words in (
        ("node", "id:acme", ["Acme", "company", "Nordland", "6 engagements"]),
        ("engagement", "id:safety-charter", [view["engagements"]["label"][15], "signed"]),
        ("stack", "id:crane-talks", ["Acme", "3 engagements", "2 signed", "1 talks"]),
    ):
        tab.mouse.move(*spot(tab, kind, name))
        expect(tip).to_be_visible()
        for word in words:
            expect(tip).to_contain_text(word)
        assert tab.evaluate("pcgraph.hovered.kind") == ("node" if kind == "node" else "stack")
    box, frame = tip.bounding_box(), tab.locator("#map").bounding_box()
    assert box
    assert frame
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    tab.mouse.move(5, 5)
    expect(tip).to_be_hidden()
    assert tab.evaluate("pcgraph.hovered") is None


def test_hovering_lights_what_is_connected_and_fades_the_rest(show: Open) -> None:
    tab = show()
    before = {(line["stack"], line["node"]): line["alpha"] for line in strokes(tab)}
    tab.mouse.move(*spot(tab, "node", "id:acme"))
    after = {(line["stack"], line["node"]): line["alpha"] for line in strokes(tab)}
    acme = 0
    own = {stack for stack, node in before if node == acme}
    assert own
    for (stack, node), alpha in after.items():
        if node == acme:
            assert alpha > before[stack, node]
        elif stack not in own:
            assert alpha < 0.5 * before[stack, node]


def drag(tab: Page, kind: str, name: str, dx: float, dy: float) -> tuple[float, float]:
    x, y = spot(tab, kind, name)
    tab.mouse.move(x, y)
    tab.mouse.down()
    for share in (0.3, 0.6, 1):
        tab.mouse.move(x + share * dx, y + share * dy)
    tab.mouse.up()
    rest(tab)
    return x, y


@pytest.mark.parametrize(("kind", "name"), [("node", "id:borealis"), ("stack", "id:crane-talks")])
def test_a_dragged_mark_stays_where_it_was_put(show: Open, kind: str, name: str) -> None:
    tab = show()
    x, y = drag(tab, kind, name, -70, 45)
    assert spot(tab, kind, name) == pytest.approx((x - 70, y + 45), abs=3)
    assert tab.evaluate("pcgraph.state.pins.size") == 1
    assert tab.evaluate("pcgraph.state.selection") is None
    assert f"pin={kind}+id:" in hash_of(tab)
    again = show(hash=hash_of(tab))
    assert again.evaluate("[...pcgraph.state.pins]") == tab.evaluate("[...pcgraph.state.pins]")
    wanted = tab.evaluate("[...pcgraph.state.pins.values()][0]")
    key = tab.evaluate("[...pcgraph.state.pins.keys()][0]")
    assert again.evaluate("key => pcgraph.scene.byKey.get(key).origin", key) == wanted
    assert hash_of(again) == hash_of(tab)
    tab.get_by_role("button", name="Put moved marks back").click()
    rest(tab)
    assert tab.evaluate("pcgraph.state.pins.size") == 0
    assert "pin" not in hash_of(tab)
    assert spot(tab, kind, name) == pytest.approx((x, y), abs=3)


def test_back_takes_back_a_drag(show: Open) -> None:
    tab = show()
    drag(tab, "node", "id:acme", 40, 30)
    tab.go_back()
    assert tab.evaluate("pcgraph.state.pins.size") == 0


def test_dragging_the_background_moves_the_map(show: Open) -> None:
    tab = show()
    frame = tab.locator("#map").bounding_box()
    assert frame
    x, y = spot(tab, "node", "id:acme")
    start = (frame["x"] + 10, frame["y"] + frame["height"] - 10)
    tab.mouse.move(*start)
    tab.mouse.down()
    tab.mouse.move(start[0] + 30, start[1] - 20)
    tab.mouse.move(start[0] + 60, start[1] - 40)
    tab.mouse.up()
    rest(tab)
    moved = spot(tab, "node", "id:acme")
    assert (moved[0] - x, moved[1] - y) == pytest.approx((60, -40), abs=12)
    wait_for_camera(tab)
    assert tab.evaluate("pcgraph.state.pins.size") == 0


def lasso_around(tab: Page, some: list[str]) -> None:
    """Draw a rectangle around these organisations."""
    places = [spot(tab, "node", name) for name in some]
    left, right = min(x for x, _ in places) - 14, max(x for x, _ in places) + 14
    top, bottom = min(y for _, y in places) - 14, max(y for _, y in places) + 14
    tab.mouse.move(left, top)
    tab.mouse.down()
    for corner in ((right, top), (right, bottom), (left, bottom), (left, top + 2)):
        tab.mouse.move(*corner)
    tab.mouse.up()


@pytest.mark.parametrize("way", ["Shift", "the button"])
def test_a_lasso_shows_only_what_is_inside(show: Open, real: View, way: str) -> None:
    tab = show(real)
    by_height = sorted((spot(tab, "node", real["nodes"]["iri"][node])[1], node) for node in shown(tab, "nodes")
                       if real["nodes"]["country"][node] == 0)  # fmt: skip
    some = [node for _, node in by_height[4:8]]
    if way == "Shift":
        tab.keyboard.down("Shift")
    else:
        tab.locator("#lasso").click()
        expect(tab.locator("#lasso")).to_have_attribute("aria-pressed", "true")
    lasso_around(tab, [real["nodes"]["iri"][node] for node in some])
    tab.keyboard.up("Shift")
    only = set(tab.evaluate("[...pcgraph.state.only]"))
    assert only == set(some)
    wanted = set()
    for at, parties in expected.all_parties(real, expected.engagements(real)).items():
        if parties & only and len(parties & only) >= min(2, len(parties)):
            wanted.add(at)
    assert shown(tab, "listed") == wanted
    assert wanted
    expect(tab.locator("#banner")).to_contain_text("Chosen organisations:")
    expect(tab.locator("#lasso")).to_have_attribute("aria-pressed", "false")
    assert hash_of(tab).count("only=") == 4
    tab.locator("#banner").get_by_role("button", name="Remove").first.click()
    assert tab.evaluate("pcgraph.state.only") is None
    assert shown(tab, "listed") == expected.engagements(real)


def test_an_empty_lasso_changes_nothing(show: Open) -> None:
    tab = show()
    frame = tab.locator("#map").bounding_box()
    assert frame
    tab.keyboard.down("Shift")
    tab.mouse.move(frame["x"] + 3, frame["y"] + 3)
    tab.mouse.down()
    tab.mouse.move(frame["x"] + 12, frame["y"] + 3)
    tab.mouse.move(frame["x"] + 12, frame["y"] + 12)
    tab.mouse.up()
    tab.keyboard.up("Shift")
    assert tab.evaluate("pcgraph.state.only") is None


def test_a_path_stands_out_with_and_without_a_pick(show: Open, real: View) -> None:
    tab = show(real, hash="#path=id:huawei&path=id:suparco")
    path = tab.evaluate("pcgraph.shown.path")
    assert path
    accent = tab.evaluate("pcgraph.colours.accent")
    members = {at: parties for parties, some in stacks(tab) for at in some}
    on_path = [set(members[at]) for at in path["engagements"]]

    def check() -> None:
        lines = strokes(tab)
        bright: list[dict[str, Any]] = [line for line in lines if line["colour"] == accent]
        assert len(bright) == 2 * len(path["engagements"])
        assert all(line["node"] in path["nodes"] for line in bright)
        keys = {(line["stack"], line["node"]) for line in bright}
        others = [line["alpha"] for line in lines if (line["stack"], line["node"]) not in keys]
        own = [line["alpha"] for line in lines
               if (line["stack"], line["node"]) in keys and line["colour"] != accent]  # fmt: skip
        assert min(own) >= 0.5
        assert sorted(others)[len(others) // 2] < 0.3

    assert all(set(path["nodes"][place : place + 2]) <= parties for place, parties in enumerate(on_path))
    check()
    other = next(node for node in shown(tab, "nodes") if node not in path["nodes"])
    pick(tab, "node", real["nodes"]["iri"][other])
    check()


def test_a_pick_that_is_out_of_the_frame_is_brought_into_it(show: Open) -> None:
    tab = show(hash="#camera=4000 4000 1")
    pick(tab, "node", "id:acme")
    rest(tab)
    x, y = spot(tab, "node", "id:acme")
    frame = tab.locator("#map").bounding_box()
    assert frame
    assert frame["x"] < x < frame["x"] + frame["width"]
    assert frame["y"] < y < frame["y"] + frame["height"]


@pytest.mark.parametrize("hash", ["#near=1+id:huawei&type=pcg:Agreement", "#kind=pcg:University", "#mark=disputed"])
def test_in_low_rows_every_organisation_keeps_its_name(show: Open, real: View, hash: str) -> None:
    tab = show(real, hash=hash, viewport={"width": 1280, "height": 800})
    text = " ".join(line["text"] for line in labels(tab))
    drawn = tab.evaluate("[...pcgraph.shown.nodes.keys()].filter(at => pcgraph.shown.nodes[at])")
    assert len(drawn) > 20
    assert len(labels(tab)) >= len(drawn) + len(["Pakistan", "China"])
    assert "Government of Pakistan" in text
    assert overlaps(labels(tab)) == []


@pytest.mark.parametrize("sides", [3, 4])
def test_each_side_has_a_place_with_its_name(show: Open, real: View, sides: int) -> None:
    view = copy.deepcopy(real)
    view["sides"] = sides
    tab = show(view, viewport={"width": 1280, "height": 800})
    lines = labels(tab)
    headings = {view["words"]["country"][side]["label"]: side for side in range(sides)}
    spots = {side: [spot(tab, "node", view["nodes"]["iri"][node]) for node in shown(tab, "nodes")
                    if view["nodes"]["country"][node] == side] for side in range(sides)}  # fmt: skip
    assert all(spots.values())
    frame = tab.locator("#map").bounding_box()
    assert frame
    for label, side in headings.items():
        heading = next(line for line in lines if line["text"] == label)
        left, top = heading["left"] + frame["x"], heading["top"] + frame["y"]
        if side > 1:
            assert 0 < min(y for _, y in spots[side]) - top < 45
            assert max(x for x, _ in spots[0]) < left < min(x for x, _ in spots[1])
    assert min(y for _, y in spots[2]) > max(y for side in (0, 1) for _, y in spots[side]) + 20
    if sides == 4:
        assert max(y for _, y in spots[3]) < min(y for side in (0, 1) for _, y in spots[side]) - 20
    assert overlaps(lines) == []


def test_views_change_without_a_reload(show: Open) -> None:
    tab = show()
    tab.evaluate("window.mark = 1")
    for name, part in (("Table", "#rows"), ("Promises", "#board"), ("Map", "#map")):
        tab.get_by_role("button", name=name, exact=True).click()
        stages = tab.locator("#stage-map, #stage-board, #stage-table").filter(visible=True)
        expect(stages).to_have_count(1)
        expect(stages.locator(part)).to_have_count(1)
    assert tab.evaluate("window.mark") == 1
    change(tab, "{ level: 'all' }")
    assert overlaps(labels(tab)) == []

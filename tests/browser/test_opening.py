"""What is seen before anything is touched."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, counts, marks, meet, names, overlaps, rows, shown, spot, title
from pcgraph.page import View

SCREENS = {1440: 900, 1280: 800, 1024: 768, 390: 844}


def test_opens_with_everything_in_view(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    ties = expected.ties(view)
    assert shown(tab, "ties") == ties
    assert shown(tab, "nodes") == expected.ends(view, ties)
    assert counts(tab).startswith(
        f"{len(expected.ends(view, ties))} of {12 - len(expected.hidden(view))} organisations, {len(ties)} ties"
    )
    assert rows(tab) == len(ties) == tab.locator("tbody tr").count()
    assert title(tab) == "How to read this map"
    expect(tab.locator("#panel .unknown li")).to_have_text(view["unknowns"])
    expect(tab.locator("#banner")).to_be_hidden()
    expect(tab.locator("#heading")).to_have_text("Partnerships")


@pytest.mark.parametrize("width", SCREENS)
@pytest.mark.parametrize("which", ["tiny", "real"])
def test_the_whole_map_is_in_the_frame(show: Open, real: View, which: str, width: int) -> None:
    tab = show(real if which == "real" else None, viewport={"width": width, "height": SCREENS[width]})
    frame = tab.locator("#map").bounding_box()
    assert frame
    for place in shown(tab, "nodes"):
        x, y = spot(tab, "node", (real if which == "real" else page_views.tiny())["nodes"]["iri"][place])
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


@pytest.mark.parametrize("at", ["", "#view=engagements"])
@pytest.mark.parametrize("width", SCREENS)
def test_names_lie_on_no_name_and_no_mark(show: Open, real: View, width: int, at: str) -> None:
    tab = show(real, hash=at, viewport={"width": width, "height": SCREENS[width]})
    lines = names(tab)
    assert len(lines) >= (14 if width > 1000 else 8)
    assert overlaps(lines) == []
    drawn = marks(tab)
    assert [(line["text"], mark["text"]) for line in lines for mark in drawn if meet(line, mark)] == []


def test_the_most_important_names_are_written(show: Open, real: View) -> None:
    """The five organisations with the highest measure have their names on the map."""
    tab = show(real)
    first = real["nodes"]["measure"][real["measures"][0]["name"]]
    best = sorted(shown(tab, "nodes"), key=lambda node: -(first[node] or 0))[:5]
    written = " ".join(line["text"] for line in names(tab))
    for node in best:
        assert real["nodes"]["short"][node].split()[0] in written


def test_the_two_sides_lie_apart(show: Open, real: View) -> None:
    """Most of the one country's organisations are left of most of the other's, and the halves are named."""
    tab = show(real)
    x = [
        [real["nodes"]["x"][node] for node in shown(tab, "nodes") if real["nodes"]["country"][node] == side]
        for side in (0, 1)
    ]
    left, right = sorted(x, key=lambda xs: sorted(xs)[len(xs) // 2])
    middle = (sorted(left)[len(left) // 2] + sorted(right)[len(right) // 2]) / 2
    assert sum(one < middle for one in left) > 0.8 * len(left)
    assert sum(one > middle for one in right) > 0.8 * len(right)
    written = [line["text"].lower() for line in names(tab)]
    for country in real["words"]["country"][:2]:
        assert country["label"].lower() in written


def test_views_change_without_a_reload(show: Open) -> None:
    tab = show()
    tab.evaluate("window.mark = 1")
    tab.get_by_role("button", name="Engagements", exact=True).click()
    expect(tab.locator("#table-name")).to_have_text("Engagements in view")
    assert tab.evaluate("scene.items.some(item => item.kind === 'engagement')")
    assert rows(tab) == len(shown(tab, "engagements"))
    tab.get_by_role("button", name="Partners", exact=True).click()
    expect(tab.locator("#table-name")).to_have_text("Ties in view")
    assert not tab.evaluate("scene.items.some(item => item.kind === 'engagement')")
    assert tab.evaluate("window.mark") == 1


def test_parallel_ties_lie_apart(show: Open, real: View) -> None:
    """Wherever several ties join the same two, each has a middle of its own that a pointer can tell from the others."""
    tab = show(real)
    near = tab.evaluate(
        """() => { projectItems(readCamera());
            const pairs = new Map();
            for (const line of scene.lines) {
              const key = [line.from.key, line.to.key].sort().join("|");
              pairs.set(key, [...(pairs.get(key) || []), pointOnCurve(line.curve, 0.5)]);
            }
            const several = [...pairs.values()].filter(middles => middles.length > 1);
            return [several.length, Math.min(...several.flatMap(middles => middles.flatMap((a, at) =>
              middles.slice(at + 1).map(b => Math.hypot(a[0] - b[0], a[1] - b[1])))))]; }"""
    )
    assert near[0] > 5
    assert near[1] > 2.5


def test_a_line_says_status_voices_and_direction_without_colour(show: Open, real: View) -> None:
    tab = show(real)
    looks = tab.evaluate(
        "scene.lines.map(({ index: at, dashes, width, arrow }) => ({ at, dashes: String(dashes), width, arrow }))"
    )
    for line in looks:
        relation = real["words"]["relation"][real["ties"]["relation"][line["at"]]]
        assert line["arrow"] is not relation["symmetric"]
    by_voices: dict[int, set[float]] = {}
    for line in looks:
        by_voices.setdefault(min(real["ties"]["voices"][line["at"]], 5), set()).add(line["width"])
    by_voices[1] = by_voices.get(0, set()) | by_voices.get(1, set())
    widths = [by_voices[voices] for voices in sorted(by_voices) if voices]
    assert all(len(some) == 1 for some in widths)
    assert [min(some) for some in widths] == sorted({min(some) for some in widths})
    sets: dict[int, set[str]] = {}
    for line in looks:
        status = tab.evaluate("tie => statusSetOn(TIES.engagement[tie], null)", line["at"])
        sets.setdefault(status, set()).add(line["dashes"])
    assert all(len(some) == 1 for some in sets.values())
    assert len({min(some) for some in sets.values()}) == len(sets)


def test_size_follows_the_measure_chosen(show: Open) -> None:
    tab = show()
    for name in [measure["name"] for measure in page_views.tiny()["measures"]]:
        tab.locator("select[data-key=sizeBy]").select_option(name)
        sizes = tab.evaluate(
            "name => scene.items.map(({ index, size }) => [NODES.measure[name][index] ?? 0, size])", name
        )
        assert sorted(sizes) == sorted(sizes, key=lambda pair: (pair[1], pair[0]))
        assert len({size for _, size in sizes}) > 1


@pytest.mark.parametrize("nodes", [0, 1])
def test_almost_nothing(show: Open, nodes: int) -> None:
    tab = show(page_views.few(nodes))
    assert counts(tab) == ("0 of 1 organisation, 0 ties" if nodes else "0 organisations, 0 ties")
    expect(tab.locator("#empty")).to_be_visible()
    if nodes:
        tab.locator("#switch-isolates").check()
        assert counts(tab).startswith("1 organisation, ")
        tab.mouse.click(*spot(tab, "node", page_views.tiny()["nodes"]["iri"][0]))
        assert title(tab) == page_views.tiny()["nodes"]["label"][0]

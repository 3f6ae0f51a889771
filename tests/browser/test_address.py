"""The state of the page in the address: it comes back, and what the address holds besides does no harm and is named."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser.desk import Open, click, closed, counts, hash_of, item, pick, rest, shown, title, wait_for_camera
from helpers import everyday
from naughty import NAUGHTY

# Every field of the state, as a patch, and what its address says.
FIELDS = {
    "question": ("{ question: 'who-funds-whom' }", "question=who-funds-whom"),
    "query": ("{ query: 'ASK {}' }", "query=ASK+%7B%7D"),
    "view": ("{ view: 'table' }", "view=table"),
    "board": ("{ view: 'board', boardRows: 'paper', boardSort: 'name' }", "boardRows=paper&boardSort=name"),
    "charts": ("{ view: 'analyse', charts: {}, cell: 'outcomes 2018 kept' }", "cell=outcomes+2018+kept"),
    "language": ("{ language: 'ur' }", "language=ur"),
    "measure": ("{ measure: pcgraph.MEASURES[2] }", "measure=betweenness"),
    "type": ("{ chosen: { ...pcgraph.state.chosen, type: new Set([0, 2]) } }", "type=pcg:Agreement&type=pcg:Event"),
    "set": ("{ chosen: { ...pcgraph.state.chosen, set: new Set([0, 3]) } }", "set=entered&set=prospective"),
    "mark": ("{ chosen: { ...pcgraph.state.chosen, mark: new Set([1, 2]) } }", "mark=inferred&mark=disputed"),
    "promise": ("{ chosen: { ...pcgraph.state.chosen, promise: new Set([1, 3]) } }", "promise=begun&promise=open"),
    "sector": ("{ chosen: { ...pcgraph.state.chosen, sector: new Set([3]) } }", "sector=sector:quays"),
    "country": ("{ chosen: { ...pcgraph.state.chosen, country: new Set([1]) } }", "country=id:sudland"),
    "kind": ("{ chosen: { ...pcgraph.state.chosen, kind: new Set([0]) } }", "kind=pcg:Company"),
    "tier": ("{ chosen: { ...pcgraph.state.chosen, tier: new Set([0]) } }", "tier=v:official"),
    "voices": ("{ voices: 2 }", "voices=2"),
    "text": ("{ text: 'crane & loan, 50 %' }", "text=crane+%26+loan%2C+50+%25"),
    "people": ("{ people: true }", "people=yes"),
    "unnamed": ("{ unnamed: true }", "unnamed=yes"),
    "asOf": ("{ asOf: 19905 }", "as-of=2024-07-01"),
    "period": ("{ period: [19723, 20361] }", "months=2024-01+2025-09"),
    "form": ("{ chosen: { ...pcgraph.state.chosen, form: new Set([2]) } }", "form=v:mou"),
    "story": ("{ story: 1 }", "story=event"),
    "answer": ("{ answer: 1 }", "answer=memorandum-outcomes"),
    "event": ("{ event: 20 }", "event=id:vik-forum"),
    "status": ("{ chosen: { ...pcgraph.state.chosen, status: new Set([0]) } }", "status="),
    "either": ("{ only: new Set([0, 2, 4]), either: true }", "either=yes"),
    "not": ("{ not: ['id:acme', 'pcg:Event'] }", "not=id:acme&not=pcg:Event"),
    "only": ("{ only: new Set([0, 2, 4]) }", "only=id:acme&only=id:borealis&only=id:harbour-authority"),
    "node": ("{ selection: { kind: 'node', index: 0 } }", "node=id:acme"),
    "timeline": ("{ timeline: 'sector' }", "timeline=sector"),
    "stack": ("{ selection: { kind: 'stack', index: 0 } }", "stack=id:crane-agreement"),
    "engagement": ("{ selection: { kind: 'engagement', index: 5 } }", "engagement=id:ferry-loan"),
    "near": ("{ neighbourhood: { node: 2, hops: 2 } }", "near=2+id:borealis"),
    "path": ("{ path: [3, 8] }", "path=id:embassy-of-sudland&path=id:vik-university"),
    "level": ("{ level: 'all' }", "level=all"),
    "open": ("{ open: new Set(['rest 0']) }", "open=rest+0"),
    "place": ("{ chosen: { ...pcgraph.state.chosen, place: new Set([0]) } }", "place="),
    "by": ("{ by: 'province' }", "by=province"),
    "rows": ("{ answer: 1, rows: ['id:acme id:borealis'] }", "rows=id:acme+id:borealis"),
    "asked": ("{ asked: 'who signed?' }", "asked=who+signed%3F"),
    "pins": ("{ pins: new Map([['node 0', [12, -40]], ['stack 0', [7, 9]]]) }",
             "pin=node+id:acme+12+-40&pin=stack+id:crane-agreement+7+9"),
    "camera": ("{ camera: [12.5, -8, 3.25] }", "camera=12.5+-8+3.25"),
    "sort": ("{ view: 'table', sort: [5, false] }", "sort=5-"),
}  # fmt: skip
STATE = """() => JSON.stringify(pcgraph.state, (_, value) => value instanceof Set ? [...value].sort((a, b) => a - b)
    : value instanceof Map ? [...value] : value)"""


def drawn(tab: Page) -> list[object]:
    """Return what a reader sees of a state, with the state and its address."""
    read = "part => { const one = document.querySelector(part); return one.checkVisibility() ? one.innerText : ''; }"
    parts = [tab.evaluate(read, part) for part in ("#rows", "#board", "#panel")]
    tables = [shown(tab, table) for table in ("nodes", "engagements", "listed")]
    return [tab.evaluate(STATE), hash_of(tab), *tables, *parts]


@pytest.mark.exhaustive
def test_every_field_comes_back(show: Open) -> None:
    """The address of one page, typed into another, shows the same. A new page opens on it as well: see below."""
    tab, again = show(), show()
    before = tab.evaluate(STATE)
    for patch, address in FIELDS.values():
        tab.evaluate(f"pcgraph.change({{ ...pcgraph.defaultState(), ...{patch} }})")
        after = drawn(tab)
        assert after[0] != before
        assert address in hash_of(tab)
        again.evaluate("hash => { location.hash = hash; }", hash_of(tab))
        again.wait_for_function(f"hash => ({STATE})() === hash", arg=after[0])
        assert drawn(again) == after, address
        expect(again.locator("#message")).to_have_text("")


TOGETHER = (
    (
        "type",
        "set",
        "status",
        "not",
        "sector",
        "voices",
        "people",
        "unnamed",
        "asOf",
        "measure",
        "node",
        "timeline",
        "by",
        "pins",
        "camera",
        "language",
    ),
    ("period", "country", "kind", "form", "engagement", "sort", "text"),
    ("board", "mark", "tier", "only", "either", "stack", "event"),
    ("near", "level", "open", "promise", "charts"),
    ("path", "story", "answer", "rows"),
    ("question", "query", "place", "asked"),
)  # each field once, with others that do not exclude it


@pytest.mark.parametrize("fields", everyday(TOGETHER, TOGETHER[:2].__contains__), ids=lambda fields: fields[0])
def test_a_new_page_opens_on_the_address(show: Open, fields: tuple[str, ...]) -> None:
    tab = show()
    for field in fields:
        tab.evaluate(f"pcgraph.change({FIELDS[field][0]})")
    again = show(hash=hash_of(tab))
    assert all(FIELDS[field][1] in hash_of(again) for field in fields)
    assert drawn(again) == drawn(tab)
    expect(again.locator("#message")).to_have_text("")


def test_every_field_of_the_state_is_in_the_list_above(show: Open) -> None:
    tab = show()
    names = tab.evaluate("Object.keys(pcgraph.defaultState())")
    assert {field for fields in TOGETHER for field in fields} == {*FIELDS} - {"view"}  # which sort and board set too
    written = " ".join(patch for patch, _ in FIELDS.values())
    assert [name for name in names if f"{name}:" not in written] == []
    groups = tab.evaluate("pcgraph.GROUPS")
    assert [group for group in groups if f"{group}: new Set" not in written] == []


def test_many_choices_at_once_come_back(show: Open) -> None:
    tab = show(hash="#view=table")
    item(tab, "type", "Agreement").click()
    item(tab, "country", "Sudland").click()
    tab.locator("select[data-key=sizeBy]").select_option("pagerank")
    tab.locator("#language").select_option("zh")
    pick(tab, "engagement", "id:crane-contract")
    again = show(hash=hash_of(tab))
    assert again.evaluate(STATE) == tab.evaluate(STATE)
    assert counts(again) == counts(tab)


def test_the_way_back_leads_through_what_was_picked(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:acme")
    click(tab, "engagement", "id:safety-charter")
    tab.go_back()
    assert title(tab) == "Acme"
    tab.go_back()
    assert closed(tab)
    tab.go_forward()
    assert title(tab) == "Acme"


def test_every_control_is_one_step_of_back(show: Open) -> None:
    """Each of them is used and taken back: the page is then as it was, and the next one starts from there."""
    tab = show()
    steps = {
        "a term of the legend": lambda: item(tab, "type", "Agreement").click(),
        "what the marks measure": lambda: tab.locator("select[data-key=sizeBy]").select_option("pagerank"),
        "a switch": lambda: tab.locator("#switch-people").check(),
        "the language": lambda: tab.locator("#language").select_option("zh"),
        "an answer": lambda: tab.evaluate("pcgraph.change({ answer: 0, selection: null })"),
        "the day, dragged": lambda: _drag(tab, "as-of"),
        "the months, dragged": lambda: _drag(tab, "month-0"),
        "the order of the table": lambda: tab.evaluate("pcgraph.change({ sort: [3, true] })"),
    }
    for name, use in steps.items():
        before = tab.evaluate(STATE)
        use()
        rest(tab)
        assert tab.evaluate(STATE) != before, name
        tab.go_back()
        rest(tab)
        assert tab.evaluate(STATE) == before, name


def _drag(tab: Page, id: str) -> None:
    """Drag a slider through half of its length by the mouse."""
    tab.locator(f"#{id}").scroll_into_view_if_needed()
    box = tab.locator(f"#{id}").bounding_box()
    assert box
    ends = (box["width"] - 8, box["width"] / 2) if id == "as-of" else (8, box["width"] / 2)
    tab.mouse.move(box["x"] + ends[0], box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] + ends[1], box["y"] + box["height"] / 2, steps=12)
    tab.mouse.up()


def test_an_address_typed_anew_is_read(show: Open) -> None:
    tab = show()
    tab.evaluate("location.hash = '#node=id:borealis&type=pcg:Loan'")
    expect(tab.locator("#panel-title")).to_have_text("Borealis")
    view = page_views.tiny()
    loans = {
        at for at, place in enumerate(view["engagements"]["type"]) if view["words"]["type"][place]["id"] == "pcg:Loan"
    }
    assert shown(tab, "listed") == loans


def test_the_camera_stays_where_the_address_puts_it(show: Open) -> None:
    for size in ((1440, 900), (1100, 700)):
        tab = show(hash="#camera=20 10 3", viewport={"width": size[0], "height": size[1]})
        seen = tab.evaluate(
            """(({ x, y }) => [x / pcgraph.scene.stretch[0], y / pcgraph.scene.stretch[1], pcgraph.network.getScale()])
                 (pcgraph.network.getViewPosition())"""
        )
        assert seen == pytest.approx([20, 10, 3], abs=0.01)
    tab.get_by_role("button", name="Zoom in").click()
    wait_for_camera(tab)
    tab.get_by_role("button", name="Show the whole map").click()
    rest(tab)
    assert "camera" not in hash_of(tab)


# ---- Addresses that mean nothing ------------------------------------------------------------------------------------

UNKNOWN = {
    "#node=id:none": ["node=id:none"],
    "#node=id:acme&kind=pcg:Castle&colour=red": ["kind=pcg:Castle", "colour=red"],
    "#months=2025-09 2024-01": ["months=2025-09 2024-01"],
    "#months=2024-13 2025-01": ["months=2024-13 2025-01"],
    "#as-of=2025-99-99": ["as-of=2025-99-99"],
    "#only=id:acme&only=id:none": ["only=id:none"],
    "#pin=node id:acme 1&pin=node id:acme 5 5": ["pin=node id:acme 1"],
    "#relation=pcg:signsWith": ["relation=pcg:signsWith"],  # an address of the page before this one
    "#view=partners": ["view=partners"],
}


@pytest.mark.parametrize("hash", everyday(UNKNOWN, [*UNKNOWN][::4].__contains__))
def test_a_bad_address_says_what_it_left_out(show: Open, hash: str) -> None:
    tab = show(hash=hash)
    message = tab.locator("#message")
    expect(message).to_be_visible()
    assert tab.evaluate("document.getElementById('message').classList.contains('visible')")
    for part in UNKNOWN[hash]:
        expect(message).to_contain_text(part)
        assert quote(part.split("=")[1], safe=":") not in hash_of(tab)
    if "id:acme" in hash:  # what does make sense is taken
        assert tab.evaluate("Boolean(pcgraph.state.selection || pcgraph.state.only || pcgraph.state.pins.size)")


HARMFUL = (
    "#node=javascript:1&stack=__proto__&type=none&language=xx&voices=-9&%%%"
    "&view=constructor&measure=__proto__&language=toString&level=top&sort=99&as-of=2025-99-99&months=2025-01",
    "#near=9 id:acme&near=0 id:acme&path=id:acme&camera=1 2&camera=NaN NaN NaN&event=id:none&only=x&pin=a b c d"
    "&stack=</script><script>window.broken=1</script>&stack=||||&engagement=%00%FF"
    "&camera=1e400 0 1&boardRows=__proto__&boardSort=toString&people=no&unnamed=1",
    "#" + "a=" * 5000,
)


def test_an_address_that_makes_no_sense_opens_as_ever(show: Open) -> None:
    plain = show()
    for hash in HARMFUL:
        tab = show(hash=hash)
        assert closed(tab)
        box = tab.locator("#message").bounding_box()
        assert box
        assert box["height"] < 160  # the message does not cover the page, however long the address
        assert counts(tab) == counts(plain)
        assert tab.evaluate(STATE) == plain.evaluate(STATE)
        assert tab.evaluate("window.broken") is None
        assert tab.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.exhaustive
def test_naughty_strings_in_every_field_of_the_address(show: Open) -> None:
    """As one page: the address is read anew for each, and nothing that it holds is taken.

    A sample, as each draws the page; tests/page/address.test.mjs reads addresses by the thousand.
    """
    tab = show()
    before = tab.evaluate(STATE)
    names = [*page_views.HOSTILE, *NAUGHTY]
    keys = tab.evaluate("pcgraph.GROUPS")
    keys += [
        "node",
        "stack",
        "engagement",
        "near",
        "language",
        "measure",
        "view",
        "as-of",
        "months",
        "camera",
        "sort",
        "path",
        "pin",
        "only",
        "event",
        "level",
        "open",
    ]
    addresses = [f"#{keys[at % len(keys)]}={quote(text, safe='')}" for at, text in enumerate(names[::7])]
    addresses += [f"#{text}" for text in names[::13]]
    bad = tab.evaluate(
        """async addresses => {
             const bad = [];
             for (const address of addresses) {
               location.hash = address;
               await new Promise(done => setTimeout(done));
               const open = document.documentElement.lang !== "en" || pcgraph.state.selection
                 || document.querySelector("#panel.open");
               if (open) bad.push(address);
             }
             const cleared = new Promise(done => addEventListener("hashchange", done, { once: true }));
             if (location.hash) {  // the page may have taken it away itself, and then nothing changes
               location.hash = "";
               await cleared;
             }
             return bad; }""",
        addresses,
    )
    assert bad == []
    assert tab.evaluate("window.broken") is None
    assert tab.evaluate(STATE) == before

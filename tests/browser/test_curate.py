"""The app for curators, in a real browser: the article of the seed is encoded again from an empty folder."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.axe import colour_violations, violations
from browser.curator import PROJECT, SELECT, Curator, Thing, served
from browser.desk import PATIENCE
from browser.firefox import Firefox
from helpers import ROOT, TINY
from pcgraph.intake.curation import form
from pcgraph.intake.curation.form import Node
from pcgraph.model.namespaces import LABEL, local
from pcgraph.store import data_folder, files

SEED = "spin-b2b-2025"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an empty project."""
    project = tmp_path / "project"
    (project / "data" / "sources").mkdir(parents=True)
    (project / "pcgraph.toml").write_text(PROJECT)
    return project


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [each for each in said if "Failed to load resource" not in each] == []


def seed_text() -> str:
    """Return the text of the seed; where it is not at hand, one of its length in which no passage ends with a space."""
    texts = os.environ.get("PCGRAPH_TEXTS")
    path = Path(texts) / f"{SEED}.txt" if texts else None
    return path.read_bytes().decode("utf-8") if path and path.is_file() else "x" * 4000


WANTED = ("type", "label", "country", "isoCode", "within")


def things(inputs: data_folder.Inputs) -> dict[str, Thing]:
    """Return the things of the register by id."""
    said: dict[str, dict[str, str]] = {}
    for quad in (quad for file in inputs.by_role("register") for quad in file.quads):
        name = local(quad.predicate.value)
        if getattr(quad.object, "language", None) in (None, "en") and name in (
            "type",
            "label",
            "country",
            "isoCode",
            "within",
        ):
            said.setdefault(local(quad.subject.value), {}).setdefault(name, local(quad.object.value))

    def thing(slug: str) -> Thing:
        own = said[slug]
        above = own.get("country") or own.get("within")
        return Thing(slug, own["type"], own["label"], thing(above) if above else None, own.get("isoCode", ""))

    return {slug: thing(slug) for slug, own in said.items() if "type" in own and "label" in own}


def in_order(engagements: list[Node]) -> Iterator[Node]:
    """Yield engagements so that each comes after those that it names."""
    left = {each["id"]: each for each in engagements}
    while left:
        free = [
            each
            for each in left.values()
            if not any(
                value["value"] in left and value["value"] != each["id"]
                for values in each["fields"].values()
                for value in values
            )
        ]
        assert free, f"a circle among {sorted(left)}"
        for each in free:
            yield left.pop(each["id"])


def _named(node: Node) -> set[str]:
    return {str(value["value"]) for values in node["fields"].values() for value in values}


def kinds_of(node: Node, fields: Any, level: str = "") -> set[tuple[object, ...]]:
    """Return what a curator has to do for a node: its kinds of fields, marks, passages, parts and unnamed parties."""
    unnamed = {each["id"] for each in node["unnamed"]}
    found: set[tuple[object, ...]] = {(level, "passages", min(2, len(node["passages"])))}
    for field, values in node["fields"].items():
        kind = fields[field]["kind"]
        found |= {(level, kind, str(value["inferred"]), value["value"] in unnamed) for value in values}
        found.add((level, kind, min(2, len(values))))
    for name in ("representatives", "steps"):
        found |= {key for child in node[name] for key in kinds_of(child, fields, name)}  # type: ignore[literal-required]
    return found


def some_of_all_kinds(engagements: list[Node], fields: Any) -> list[Node]:
    """Return engagements that together have all that any has to be done for, and those that they name."""
    kinds = {each["id"]: kinds_of(each, fields) for each in engagements}
    left, chosen = set().union(*kinds.values()), set[str]()
    while left:
        best = max(kinds, key=lambda id_: len(kinds[id_] & left) / len(kinds[id_]))
        left -= kinds[best]
        chosen.add(best)
    while named := {name for each in engagements if each["id"] in chosen for name in _named(each)} & {*kinds} - chosen:
        chosen |= named
    return [each for each in engagements if each["id"] in chosen]


def without(triples: set[ox.Triple], gone: set[str], kept: set[str]) -> set[ox.Triple]:
    """Return the triples without some engagements and with what only these name; `kept` are ids that stay anyway."""
    left = {each for each in triples if local(each.subject.value).split(".")[0] not in gone}
    while True:
        named = {each.object for each in triples - left} - {each.object for each in left}
        fewer = {each for each in left if each.subject not in named or local(each.subject.value) in kept}
        if fewer == left:
            return left
        left = fewer


HASHES = {"sha256", "wordCount", "wordHash", "symbols"}


def facts(text: str, *, hashes: bool) -> set[ox.Triple]:
    parsed = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {each for each in parsed if hashes or local(each.predicate.value) not in HASHES}


@pytest.mark.exhaustive
def test_the_seed_is_encoded_again(tab: Page, folder: Path, tmp_path: Path) -> None:
    """With as many of its engagements as it takes to do once all that there is to do for any of them."""
    inputs = data_folder.read(ROOT / "data", files.home("ontology"))
    seed = form.read(inputs, SEED, form.vocabulary(inputs))
    labels = {
        local(quad.subject.value): quad.object.value
        for file in inputs.by_role("register")
        for quad in file.quads
        if quad.predicate.value == LABEL and quad.object.language == "en"
    }
    card, text = seed["card"]["fields"], seed_text()
    with served(folder, tmp_path / "texts") as address:
        curator = Curator(tab, address)
        some = some_of_all_kinds(seed["engagements"], curator.vocabulary["fields"])
        curator.things = things(inputs)
        publisher = curator.things[str(card["publisher"][0]["value"])]
        more = {"Date": str(card["date"][0]["value"]), "Address": str(card["address"][0]["value"])}
        curator.add_source(SEED, str(card["title"][0]["value"]), text, publisher, **more)
        tab.get_by_label("Cite the selection with what I enter").uncheck()
        curator.values(SEED, "firstSeen").locator("input").first.fill(str(card["firstSeen"][0]["value"]))
        curator.add(SEED, "saidBy", card["saidBy"][0]["value"])
        for field in ("title", "date", "publisher"):
            curator.read_into(SEED, field)
        curator.cite(SEED, 3486, 3655)
        curator.save(SEED)
        for engagement in in_order(some):
            curator.new(engagement["id"], engagement["class"], labels[engagement["id"]])
            curator.fill(engagement)
            curator.save(engagement["id"])
        for thing in seed["things"]:
            tab.get_by_role("button", name="New note on a name").click()
            box = tab.locator(".heading").get_by_label("Name", exact=True)
            curator.register(box, curator.things[thing["id"]])
            box.fill(thing["id"])
            box.press("Tab")
            expect(curator.part(thing["id"])).to_be_visible()  # the name is looked up first
            curator.fill(thing)
            curator.save(thing["id"])
        tab.goto("about:blank")
    encoded = (folder / "data" / "sources" / f"{SEED}.ttl").read_text(encoding="utf-8")
    ours = (ROOT / "data" / "sources" / f"{SEED}.ttl").read_text(encoding="utf-8")
    ours = re.sub(r" *pcg:wire [^;]*;\n", "", ours)  # found later, in other sources
    hashes = len(text) != 4000
    gone = {each["id"] for each in seed["engagements"] if each not in some}
    assert len(some) > 3
    assert gone
    kept = {SEED, *(each["id"] for each in [*seed["things"], *some])}
    assert facts(encoded, hashes=hashes) == without(facts(ours, hashes=hashes), gone, kept)


PLACES = (
    "😀 Acme met 𠮷野 Works.",
    "𠮷野 Works.\r\nتعاون پر",
    "دستخط ہوئے۔ 两家公司",
    "签署了协议。\tBoth e\u0301 firms",
    "talked again in Rovnagrad today.",
)
NAUGHTY = (
    "On 3 May 😀 Acme met 𠮷野 Works.\r\nتعاون پر دستخط ہوئے۔ 两家公司签署了协议。\tBoth e\u0301 firms\u00a0"
    "talked again in Rovnagrad today.\r\n"
)


@pytest.fixture
def naughty(folder: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a project with one source whose text counts differently in Python and in a browser."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "leaflet.txt").write_bytes(NAUGHTY.encode())
    (folder / "data" / "sources" / "leaflet.ttl").write_text(LEAFLET)
    (folder / "data" / "register").mkdir()
    (folder / "data" / "register" / "things.ttl").write_text(THINGS)
    with served(folder, tmp_path / "texts") as address:
        yield address, folder


LEAFLET = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# A leaflet that was handed out.
src:leaflet a pcg:Source ;
    pcg:title "Leaflet on lamps" ;
    pcg:publisher id:acme ;
    pcg:tier v:press ;
    pcg:firstSeen "2025-05-04"^^xsd:date ;
    pcg:readTo v:whole ;
    pcg:address "https://leaflets.example/lamps"^^xsd:anyURI .
"""
THINGS = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

id:acme a pcg:Company ;
    rdfs:label "Acme"@en ;
    pcg:country id:norland .

id:norland a pcg:Country ;
    rdfs:label "Norland"@en ;
    pcg:isoCode "NO" .
"""


def opened(tab: Page, address: str) -> Curator:
    curator = Curator(tab, address)
    tab.get_by_role("link", name="Leaflet on lamps").click()
    expect(tab.locator(".node")).to_be_visible()
    return curator


@pytest.mark.exhaustive
def test_marks_that_come_late_keep_the_selection(tab: Page, naughty: tuple[str, Path]) -> None:
    held: list[Route] = []
    tab.route("**/mentions", lambda route: held.append(route))
    opened(tab, naughty[0])
    tab.evaluate(SELECT, [3, 26])
    while not held:
        tab.wait_for_timeout(20)
    held[0].continue_()
    expect(tab.locator(".named").first).to_be_visible()
    assert tab.evaluate("document.getSelection().toString()") == NAUGHTY[3:26]
    tab.goto("about:blank")


@pytest.mark.exhaustive
def test_offsets_are_those_of_python(tab: Page, naughty: tuple[str, Path]) -> None:
    opened(tab, naughty[0])
    assert tab.locator(".text").evaluate("(box) => box.textContent") == NAUGHTY
    for words in PLACES:
        start = NAUGHTY.index(words)
        tab.evaluate(SELECT, [start, start + len(words)])
        expect(tab.locator(".selection")).to_contain_text(f"Selected {start}–{start + len(words)}: ")
    tab.goto("about:blank")


def test_the_keyboard_selects_and_changes_nothing(tab: Page, naughty: tuple[str, Path]) -> None:
    opened(tab, naughty[0])
    tab.locator(".text").focus()
    tab.keyboard.press("Control+Home")
    for _ in range(10):
        tab.keyboard.press("ArrowRight")
    for _ in range(11):
        tab.keyboard.press("Shift+ArrowRight")
    words = NAUGHTY[10:21]
    assert tab.evaluate("document.getSelection().toString()") == words
    expect(tab.locator(".selection")).to_contain_text("Selected 10–21: ")
    for key in ("x", "Delete", "Enter", "Control+x", "Control+v", "Backspace", "Control+b", "Control+z"):
        tab.keyboard.press(key)
    assert tab.locator(".text").evaluate("(box) => box.textContent") == NAUGHTY
    tab.goto("about:blank")


NAME = """(() => {
  const at = document.activeElement;
  return at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent;
})()"""


def tab_to(tab: Page, label: str) -> None:
    """Press Tab until an element with a name has the focus."""
    for _ in range(120):
        if tab.evaluate(NAME) == label:
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {label}")


def test_an_agreement_without_a_mouse(tab: Page, naughty: tuple[str, Path]) -> None:
    address, folder = naughty
    tab.goto(address)
    expect(tab.locator(".queue table")).to_be_visible()
    tab_to(tab, "Leaflet on lamps")
    tab.keyboard.press("Enter")
    expect(tab.locator(".node")).to_be_visible()
    tab_to(tab, "New engagement")
    tab.keyboard.press("Enter")
    expect(tab.locator(".node").get_by_label("Kind", exact=True)).to_be_visible()
    tab_to(tab, "Kind")
    tab.keyboard.type("talks")
    tab_to(tab, "Name, in your own words")
    tab.keyboard.type("Talks on lamps")
    tab.locator(".text").focus()  # back from the form; Shift and Tab lead there as well
    tab.keyboard.press("Control+End")
    for _ in range(4):
        tab.keyboard.press("Shift+ArrowUp")
    # The app hears of a selection after the browser has made it: what it shows is what it would cite.
    expect(tab.locator(".selection")).to_have_text(re.compile(r"Selected \d+–\d+:( \S+){8}"))
    tab_to(tab, "Cite the selection")
    tab.keyboard.press("Enter")
    expect(tab.locator("#status")).to_contain_text("Cited: “")
    expect(tab.locator(".node > .passages")).to_contain_text("“")
    tab_to(tab, "Add discussant")
    tab.keyboard.press("Enter")
    tab.keyboard.type("Acme")
    expect(tab.locator(".candidates:not([hidden])")).to_contain_text("Acme (")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab.locator('[data-field="discussant"] input').first).to_have_value("Acme")
    tab_to(tab, "Add an unnamed discussant")
    tab.keyboard.press("Enter")
    tab_to(tab, "Add a step")
    tab.keyboard.press("Enter")
    tab_to(tab, "Add status reached of step 1")
    tab.keyboard.press("Enter")
    expect(tab.locator('[data-field="status"] select')).to_be_focused()
    held: list[Route] = []
    tab.route("**/passage", lambda route: held.append(route))
    with tab.expect_request("**/passage"):
        tab.keyboard.type("disc")
        tab_to(tab, "Save")
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(100)  # the passage of the step is on its way, and the save waits for it
    assert len(held) == 1
    held[0].continue_()
    expect(tab.locator("#status")).to_contain_text("Saved: Talks on lamps")
    written = (folder / "data" / "sources" / "leaflet.ttl").read_text()
    assert "# A leaflet that was handed out." in written
    assert "id:talks-on-lamps.discussed a pcg:Step" in written
    assert '"Talks on lamps"@en' in (folder / "data" / "register" / "curated.ttl").read_text()
    tab.goto("about:blank")


def test_a_save_that_is_refused_says_so_beside_its_field(tab: Page, naughty: tuple[str, Path]) -> None:
    address, folder = naughty
    before = (folder / "data" / "sources" / "leaflet.ttl").read_text()
    curator = opened(tab, address)
    curator.new("lamp-talks", "Talks", "Talks on lamps")
    curator.add("lamp-talks", "discussant", "ACME")
    expect(curator.values("lamp-talks", "discussant").locator(".why")).to_contain_text("has this name")
    curator.cite("lamp-talks", 0, 26)
    tab.get_by_role("button", name="Add a step").click()
    curator.add("lamp-talks.step", "status", "discussed")
    curator.add("lamp-talks.step", "date", "May of some year")
    tab.get_by_role("button", name="Save", exact=True).click()
    curator.status("'May of some year' is no date; expected a date with its year, such as 3 May 2021")
    assert (folder / "data" / "sources" / "leaflet.ttl").read_text() == before
    assert not (folder / "data" / "register" / "curated.ttl").exists()
    tab.goto("about:blank")


@pytest.mark.exhaustive
def test_two_tabs_and_undo(tab: Page, naughty: tuple[str, Path]) -> None:
    address, folder = naughty
    file = folder / "data" / "sources" / "leaflet.ttl"
    curator = opened(tab, address)
    other = tab.context.new_page()
    late = opened(other, address)
    tab.get_by_label("Cite the selection with what I enter").uncheck()
    curator.values("leaflet", "title").locator("input").first.fill("Leaflet on new lamps")
    curator.save("leaflet")
    assert 'pcg:title "Leaflet on new lamps"' in file.read_text()
    late.values("leaflet", "title").locator("input").first.fill("Leaflet of another tab")
    other.get_by_role("button", name="Save", exact=True).click()
    late.status("“Leaflet on new lamps”: has changed since it was read")
    assert 'pcg:title "Leaflet on new lamps"' in file.read_text()
    expect(late.values("leaflet", "title").locator("input").first).to_have_value("Leaflet of another tab")
    expect(other.locator(".diff .minus")).to_contain_text("Leaflet on new lamps")
    tab.get_by_role("button", name="Undo the last save").click()
    curator.status("Undone: “Leaflet on lamps”")
    assert file.read_text() == LEAFLET
    tab.get_by_role("button", name="Redo").click()
    curator.status("Redone: “Leaflet on new lamps”")
    assert 'pcg:title "Leaflet on new lamps"' in file.read_text()
    for each in (tab, other):
        each.goto("about:blank")


@pytest.mark.exhaustive
def test_no_violation_of_access(tab: Page, naughty: tuple[str, Path]) -> None:
    def assert_none() -> None:
        assert violations(tab) + colour_violations(tab, "dark") == []

    curator = Curator(tab, naughty[0])
    tab.get_by_text("Add a source", exact=True).click()
    assert_none()
    tab.get_by_role("link", name="Leaflet on lamps").click()
    expect(tab.locator(".node")).to_be_visible()
    curator.new("lamp-talks", "Talks", "Talks on lamps")
    curator.add("lamp-talks", "discussant", "nobody")
    curator.cite("lamp-talks", 0, 39)
    tab.get_by_role("button", name="Add a step").click()
    expect(tab.locator(".findings li").first).to_be_visible()
    expect(tab.locator(".diff .plus").first).to_be_visible()
    assert_none()
    tab.locator('[data-field="discussant"] input').first.fill("Quay Works")
    expect(tab.locator(".candidates:not([hidden])")).to_be_visible()
    assert_none()
    tab.get_by_role("button", name="Register “Quay Works” …").click()
    assert_none()
    tab.goto("about:blank")


def test_what_is_not_saved_is_kept(tab: Page, naughty: tuple[str, Path]) -> None:
    """Leaving a form keeps it, and leaving the source asks first."""
    curator = opened(tab, naughty[0])
    curator.new("lamp-talks", "Talks", "Talks on lamps")
    curator.add("lamp-talks", "discussant", "acme")
    said = tab.get_by_label("What the source says")
    said.select_option("leaflet")
    expect(curator.values("leaflet", "title")).to_have_count(1)
    expect(said).to_contain_text("Talks on lamps – talks, not saved")
    said.select_option("lamp-talks")
    expect(curator.values("lamp-talks", "discussant").locator("input").first).to_have_value("Acme")
    expect(tab.get_by_label("Name, in your own words")).to_have_value("Talks on lamps")
    tab.once("dialog", lambda dialog: dialog.dismiss())
    with tab.expect_event("dialog") as asked:
        tab.get_by_role("link", name="Sources").click()
    assert asked.value.message == "Something is not saved. Leave it?"
    expect(curator.part("lamp-talks")).to_be_visible()
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.get_by_role("link", name="Sources").click()
    expect(tab.locator(".queue")).to_be_visible()


@pytest.fixture
def disputed(folder: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve the tiny graph with its disputes, and with an agreement that is recorded twice."""
    data = folder / "data"
    shutil.copytree(TINY, data, dirs_exist_ok=True)
    text = (data / "sources" / "harbour-2024.ttl").read_text()
    again = text.replace("id:crane-agreement", "id:crane-pact").replace("harbour-2024", "harbour-again")
    (data / "sources" / "harbour-again.ttl").write_text(again)
    with (data / "register" / "engagements.ttl").open("a") as register:
        register.write('id:crane-pact rdfs:label "Pact on cranes"@en .\n')
    (folder / "pcgraph.toml").write_text(PROJECT.replace('["en"]', '["en", "zh", "ur"]'))
    with served(folder, tmp_path / "texts") as address:
        yield address, folder


@pytest.mark.exhaustive
def test_a_dispute_a_look_alike_and_names(tab: Page, disputed: tuple[str, Path]) -> None:
    address, folder = disputed
    data = folder / "data"
    tab.goto(address)
    tab.get_by_role("button", name="Edit names …").click()
    tab.get_by_role("dialog", name="Names").get_by_label("Name", exact=True).fill("acme")
    tab.get_by_role("button", name="Show its names").click()
    expect(tab.get_by_label("Name 1", exact=True)).to_have_value("Acme")
    tab.get_by_role("button", name="Cancel").click()
    tab.goto(f"{address}#source/tide-2025")
    tab.get_by_label("What the source says").select_option("crane-contract")
    counts = tab.get_by_role("button", name="This value counts: 20 January 2025")
    expect(counts).to_be_visible()
    assert violations(tab) == []
    counts.click()
    dialog = tab.get_by_role("dialog", name="This value counts")
    dialog.get_by_role("button", name="Save the verdict").click()
    expect(dialog.get_by_role("alert")).to_contain_text("no reason; expected why you decide so")
    assert violations(tab) == []
    dialog.get_by_label("Reason, in your own words").fill("The paper was there.")
    dialog.get_by_role("checkbox", name="From the wires").check()
    dialog.get_by_role("button", name="Save the verdict").click()
    expect(tab.locator("#status")).to_contain_text("Decided: ")
    expect(tab.locator(".changes")).to_contain_text("date (decided: The paper was there.)")
    assert 'pcg:prefers "2025-01-20" ;' in (data / "verdicts.ttl").read_text()
    expect(tab.locator(".called")).to_contain_text("Label in English; none in Chinese, Urdu.")
    tab.get_by_role("button", name="Edit its names …").click()
    tab_to(tab, "Add a name")  # without a mouse
    tab.keyboard.press("Enter")
    tab.keyboard.type("起重机合同")
    assert violations(tab) == []
    tab_to(tab, "Save the names")
    tab.keyboard.press("Enter")
    expect(tab.locator(".called")).to_contain_text("Label in English, Chinese; none in Urdu.")
    assert '"起重机合同"@zh' in (data / "register" / "engagements.ttl").read_text()
    tab.goto(f"{address}#source/harbour-again")
    tab.get_by_label("What the source says").select_option("crane-pact")
    tab.get_by_role("button", name="Judge whether it is ").click()
    dialog = tab.get_by_role("dialog", name="Are they the same?")
    dialog.get_by_label("Not the same").check()
    dialog.get_by_label("Reason, in your own words").fill("Two papers of one day.")
    dialog.get_by_label("Who decides").fill("Ada Quay")
    assert violations(tab) == []
    dialog.get_by_role("button", name="Save the judgement").click()
    expect(tab.locator("#status")).to_contain_text("Judged: ")
    expect(tab.get_by_role("button", name="Judge whether it is ")).to_have_count(0)
    assert "pcg:rejects id:crane-agreement ;" in (data / "judgements.ttl").read_text()
    tab.goto("about:blank")


@pytest.mark.exhaustive
def test_in_firefox(firefox: Callable[[bool], Firefox], naughty: tuple[str, Path]) -> None:
    """The text, its selection by script and by keyboard, and a citation."""
    address, _ = naughty
    tab = firefox(False).visit(f"{address}#source/leaflet", ready="document.querySelector('.node .passages')")
    assert tab.evaluate("document.querySelector('.text').textContent") == NAUGHTY
    for words in PLACES:
        start = NAUGHTY.index(words)
        tab.evaluate(SELECT, [start, start + len(words)])
        tab.wait(
            f"document.querySelector('.selection').textContent.startsWith('Selected {start}–{start + len(words)}: ')"
        )
    tab.evaluate("document.querySelector('.text').focus()")
    tab.press("Control+Home", *["ArrowRight"] * 10, *["Shift+ArrowRight"] * 11)
    assert tab.evaluate("document.getSelection().toString()") == NAUGHTY[10:21]
    tab.press("x", "Delete", "Enter", "Backspace")
    assert tab.evaluate("document.querySelector('.text').textContent") == NAUGHTY
    tab.wait("document.querySelector('.selection').textContent.startsWith('Selected 10–21: ')")
    tab.click(".node > .passages button")
    tab.wait("document.querySelector('.chip')?.textContent.includes('Acme met')")
    assert [each for each in tab.browser.seen if not each.startswith(address)] == []
    tab.browser.seen = []
    tab.browser.call("browsingContext.close", context=tab.context)

"""A curator merges two entries of one company, and deletes a source and an entry, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.axe import colour_violations, violations
from browser.curator import PROJECT, served
from helpers import TINY

TWIN = 'id:acme-cranes a pcg:Company ;\n    rdfs:label "Acme"@en ;\n    pcg:country id:sudland .\n'


@pytest.fixture
def project(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve the tiny graph with a second entry of one company, of the same name."""
    folder = tmp_path / "project"
    shutil.copytree(TINY, folder / "data")
    (folder / "pcgraph.toml").write_text(PROJECT)
    with (folder / "data" / "register" / "agents.ttl").open("a") as register:
        register.write(f"\n{TWIN}")
    path = folder / "data" / "sources" / "digest.ttl"
    path.write_text(path.read_text().replace("pcg:funder id:acme ,", "pcg:funder id:acme-cranes ,"))
    with served(folder, tmp_path / "texts") as address:
        yield address, folder / "data"


def content(data: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in data.rglob("*.ttl")}


def test_two_entries_of_one_name_are_merged_without_a_mouse(tab: Page, project: tuple[str, Path]) -> None:
    address, data = project
    before = content(data)
    tab.goto(address)
    expect(tab.locator(".queue")).to_be_visible()
    tab.get_by_role("button", name="Merge entries …").focus()
    tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog", name="Merge two entries")
    for label, id_ in (("Duplicate", "acme-cranes"), ("Entry that stays", "acme")):
        box = dialog.get_by_label(label, exact=True)
        expect(box).to_be_focused()
        tab.keyboard.type("Acme")
        choice = dialog.get_by_role("button", name=f"Acme {id_} (Company)")  # the ids tell them from one another
        expect(choice).to_be_visible()
        expect(dialog.get_by_role("button", name="Register “Acme” …")).to_have_count(0)
        while not choice.evaluate("(one) => one === document.activeElement"):
            tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        expect(box).to_be_focused()
        tab.keyboard.press("Tab")
    expect(dialog).to_contain_text("This is what changes.")
    expect(dialog).to_contain_text("1 statement of 1 source about “Acme” count for “Acme”.")
    for said in ("Seamen's house", "country of agent: Sudland", "the judgements"):
        expect(dialog.locator(".plan")).to_contain_text(said)
    assert violations(tab) + colour_violations(tab, "dark") == []
    dialog.get_by_role("button", name="Merge", exact=True).press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("no name; expected who decides; enter it")
    dialog.get_by_label("Who decides").fill("Ada Quay")
    dialog.get_by_label("Reason, in your own words").fill("One address.")
    assert content(data) == before
    dialog.get_by_role("button", name="Merge", exact=True).press("Enter")
    expect(tab.locator("#status")).to_have_text("Merged: Acme into Acme")
    expect(dialog).to_have_count(0)
    after = content(data)
    assert {name for name in after if after[name] != before[name]} == {"judgements.ttl"}
    assert "pcg:onSubject id:acme-cranes ;\n    pcg:onProperty owl:sameAs ;\n    pcg:prefers id:acme ;" in "".join(
        after["judgements.ttl"]
    )
    tab.get_by_role("button", name="Undo the last save").click()
    expect(tab.locator("#status")).to_have_text("Undone: the judgements")
    assert content(data) == before
    tab.get_by_role("button", name="Redo").click()
    expect(tab.locator("#status")).to_have_text("Redone: the judgements")
    assert content(data) == after


def test_a_source_is_deleted_and_an_entry_that_is_used_is_not(tab: Page, project: tuple[str, Path]) -> None:
    address, data = project
    before = content(data)
    tab.goto(f"{address}#source/courier-2025")
    tab.get_by_label("What the source says").select_option("lab-deal")
    tab.get_by_role("button", name="Delete …").click()
    dialog = tab.get_by_role("dialog", name="Delete an entry")
    expect(dialog.locator(".plan")).to_contain_text("Joint laboratory")
    entry = dialog.get_by_label("Entry", exact=True)
    entry.fill("Lifter")
    entry.press("Tab")
    expect(dialog.locator(".plan")).to_contain_text("It cannot be deleted, because this refers to it (1)")
    assert violations(tab) + colour_violations(tab, "dark") == []
    dialog.get_by_role("button", name="Delete", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("is referred to in 1 place; expected none")
    assert content(data) == before
    dialog.get_by_role("button", name="Cancel").click()
    tab.get_by_label("What the source says").select_option("courier-2025")
    tab.get_by_role("button", name="Delete the source …").click()
    dialog = tab.get_by_role("dialog", name="Delete the source")
    expect(dialog.locator(".plan")).to_contain_text("Engagements that go (1)")
    dialog.get_by_role("button", name="Delete", exact=True).click()
    expect(tab.locator(".queue")).to_be_visible()
    expect(tab.locator(".queue")).to_contain_text("4 of 4 sources")
    assert "courier-2025.ttl" not in content(data)
    tab.get_by_role("button", name="Undo the last save").click()
    expect(tab.locator(".queue")).to_contain_text("5 of 5 sources")
    assert content(data) == before


def test_a_form_that_is_not_saved_comes_first(tab: Page, project: tuple[str, Path]) -> None:
    tab.goto(f"{project[0]}#source/courier-2025")
    title = tab.locator('[data-field="title"] input').first
    tab.get_by_label("What the source says").select_option("courier-2025")
    title.fill("Another title")
    tab.get_by_role("button", name="Delete the source …").click()
    expect(tab.locator("#status")).to_have_text("Something is not saved. Save it first, or leave it.")
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.goto("about:blank")


def test_the_kind_of_an_entry_and_the_place_in_which_it_lies(tab: Page, project: tuple[str, Path]) -> None:
    """A place lies in any larger place, an organisation in a country, and an asset nowhere."""
    address, data = project
    places = data / "register" / "places.ttl"
    with places.open("a") as register:
        register.write('\nid:old-town a pcg:Place ;\n    rdfs:label "Old Town"@en ;\n    pcg:within id:nordland .\n')
    tab.goto(address)
    expect(tab.locator(".queue")).to_be_visible()
    dialog = tab.get_by_role("dialog", name="Names")
    for name, kind, place in (
        ("Old Town", "", "Vik"),
        ("Ferry line", "Product", ""),
        ("Acme Pilots", "University", "Sudland"),
    ):
        tab.get_by_role("button", name="Edit names …").click()
        dialog.get_by_label("Name", exact=True).fill(name)
        dialog.get_by_role("button", name="Show its names").click()
        expect(dialog.get_by_label("Name 1", exact=True)).to_have_value(name)
        where = dialog.get_by_label("Country or larger place", exact=True)
        expect(where).to_have_count(1 if place else 0)
        if place:
            where.fill(place)
            where.press("Tab")
        if kind:
            dialog.get_by_label("Kind", exact=True).select_option(kind)
        dialog.get_by_role("button", name="Save the names").click()
        expect(dialog).to_have_count(0)
        expect(tab.locator("#status")).to_have_text("The entry is saved.")
    said = content(data)
    assert 'rdfs:label "Old Town"@en ;\n    pcg:within id:vik .' in said["places.ttl"]
    assert "id:ferry-line a pcg:Product ;" in said["places.ttl"]
    assert "id:acme-pilots a pcg:University ;" in said["agents.ttl"]
    assert "pcg:country id:sudland ;\n    pcg:parent id:acme ." in said["agents.ttl"]
    tab.get_by_role("button", name="Edit names …").click()
    dialog.get_by_label("Name", exact=True).fill("Nobody")
    dialog.get_by_role("button", name="Show its names").click()
    expect(dialog).to_contain_text("Not in the register.")
    expect(tab.get_by_role("dialog")).to_have_count(1)

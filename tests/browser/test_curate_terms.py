"""A curator who knows no RDF adds a unit and a sector where the form asks for them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from browser.axe import violations


def field(tab: Page, name: str) -> Locator:
    """Add a value to a field of the engagement, and return its input."""
    expect(tab.locator(".node")).to_be_visible()
    row = tab.locator(f'.node > .fields > [data-field="{name}"]')
    if row.count():
        row.locator(".add button").first.click()
    else:
        tab.get_by_role("combobox", name="Another field", exact=True).select_option(name)
    return row.locator(".value input:not([type])").first


def test_a_kind_of_organisation_that_is_new(tab: Page, project: tuple[str, Path]) -> None:
    """The dialog that registers a name asks what the kind means, and offers the kind from then on."""
    address, folder = project
    tab.goto(f"{address}#source/daily-tide-2025")
    field(tab, "signatory")
    party = tab.locator('[data-field="signatory"] > .value input:not([type])').last
    for name in ("Coast Cooperative", "Cape Cooperative"):
        party.fill(name)
        tab.get_by_role("button", name=f"Register “{name}” …").click()
        dialog = tab.get_by_role("dialog", name="Register a name")
        kind = dialog.get_by_label("Kind", exact=True)
        if name == "Coast Cooperative":
            kind.select_option("another kind of organisation …")
            dialog.get_by_label("Name of the kind, such as cooperative").fill("cooperative")
            dialog.get_by_label("What the kind means, in one sentence of your own").fill("Owned by its members.")
            assert violations(tab) == []
        else:
            kind.select_option("cooperative")
        dialog.get_by_role("button", name="Register", exact=True).click()
        expect(tab.locator("#status")).to_have_text(f"Registered: {name}")
    register = (folder / "data" / "register" / "curated.ttl").read_text()
    assert register.count("harbours/ontology#Cooperative>") == 2


def test_a_unit_and_a_sector_that_are_new(tab: Page, project: tuple[str, Path]) -> None:
    """One is added from the list of the input, the other one by the save; the sector lies in another one."""
    address, folder = project
    tab.goto(f"{address}#source/daily-tide-2025")
    unit = field(tab, "quantityOf")
    unit.fill("students")  # another name of a shipped unit
    unit.press("Tab")
    expect(unit).to_have_value("people")
    unit.fill("doses")
    expect(tab.locator(".candidates button")).to_have_text(["Add “doses” as a new unit …"])
    unit.press("ArrowDown")
    tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog", name="Add a unit")
    expect(dialog.get_by_label("Name, in the plural, such as doses")).to_have_value("doses")
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("doses: What it means: is empty")
    dialog.get_by_label("What it means, in one sentence of your own").fill("Portions of a vaccine.")
    assert violations(tab) == []
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(tab.locator("#status")).to_have_text("Added: doses")
    expect(unit).to_have_value("doses")
    field(tab, "quantity").fill("5000")
    field(tab, "sector").fill("vaccines")
    tab.get_by_role("button", name="Save", exact=True).click()
    dialog = tab.get_by_role("dialog", name="Add a sector")
    dialog.get_by_label("What it means, in one sentence of your own").fill("Making and giving vaccines.")
    above = dialog.get_by_role("textbox", name="Part of which sector, if any")
    above.fill("heal")
    above.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(above).to_have_value("health")
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(tab.locator("#status")).to_contain_text("Saved: ")
    source = (folder / "data" / "sources" / "daily-tide-2025.ttl").read_text()
    for each in ("pcg:quantity 5000", "pcg:quantityOf v:doses", "pcg:sector sector:vaccines"):
        assert each in source
    register = (folder / "data" / "register" / "curated.ttl").read_text()
    assert "v:doses a skos:Concept" in register
    assert "skos:broader sector:health" in register
    for _ in range(3):
        tab.get_by_role("button", name="Undo the last save").click()
        expect(tab.locator("#status")).to_contain_text("Undone")
        tab.evaluate("document.querySelector('#status').textContent = ''")
    assert not (folder / "data" / "register" / "curated.ttl").exists()

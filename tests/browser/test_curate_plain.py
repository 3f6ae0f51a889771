"""A curator who knows no RDF: names and dates are typed as people write them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

TEXT = "Quay Works and Norway Harbour Agency signed a memorandum on cranes on 3 May 2021. The work begins in Sept 2021."


def test_from_a_new_project_to_an_engagement(tab: Page, project: tuple[str, Path]) -> None:
    address, folder = project
    tab.goto(address)
    tab.get_by_text("Add a source", exact=True).click()
    tab.get_by_label("Title, in your own words").fill("Report on cranes")
    publisher = tab.get_by_role("textbox", name="Publisher", exact=True)
    publisher.fill("Coast Post")
    expect(tab.locator(".candidates:not([hidden])")).to_be_visible()
    publisher.press("Tab")  # leaves the input, although a list is open
    expect(tab.locator(".candidates:not([hidden])")).to_have_count(0)
    tab.get_by_label("Date", exact=True).fill("4 May 2021")
    tab.get_by_label("Text", exact=True).fill(TEXT)
    tab.get_by_role("button", name="Add the source").click()
    dialog = tab.get_by_role("dialog", name="Register a name")  # an unknown name is registered in place
    dialog.get_by_label("Country or larger place").fill("Norway")
    dialog.get_by_role("button", name="Register", exact=True).click()
    expect(tab.locator("#status")).to_contain_text("Added: Report on cranes")
    tab.get_by_role("button", name="New engagement").click()
    tab.get_by_label("Name, in your own words").fill("Memorandum on cranes")
    tab.evaluate("document.getSelection().selectAllChildren(document.querySelector('.text'))")
    tab.get_by_role("button", name="Cite the selection", exact=True).first.click()
    for name in ("Quay Works", "Norway Harbour Agency"):
        tab.get_by_role("button", name="Add signatory", exact=True).click()
        tab.locator('[data-field="signatory"] > .value input:not([type])').last.fill(name)
    tab.get_by_role("button", name="Add a step", exact=True).click()
    tab.get_by_role("button", name="Add status reached of step 1").click()
    tab.get_by_role("combobox", name="status reached of step 1").select_option("signed")
    tab.get_by_role("button", name="Add date of step 1", exact=True).click()
    date = tab.get_by_role("textbox", name="date of step 1", exact=True)
    date.fill("3 May, 2021")
    date.press("Tab")
    expect(date).to_have_value("3 May 2021")
    tab.get_by_role("button", name="Save", exact=True).click()
    dialog = tab.get_by_role("dialog", name="Register 2 names")
    expect(dialog).to_be_visible()
    for country in dialog.get_by_label("Country or larger place").all():
        country.fill("Norway")
    dialog.get_by_role("button", name="Register", exact=True).click()
    expect(tab.locator("#status")).to_contain_text("Saved: Memorandum on cranes")
    source = (folder / "data" / "sources" / "report-on-cranes.ttl").read_text()
    for each in (
        "pcg:signatory id:quay-works , id:norway-harbour-agency",
        'pcg:date "2021-05-03"',
        "pcg:publisher id:coast-post",
    ):
        assert each in source
    tab.goto(f"{address}#source/report-on-cranes")
    expect(tab.locator('[data-field="signatory"] input:not([type])').first).to_have_value("Quay Works")


def press_slowly(tab: Page, button: Locator) -> None:
    """Holds the mouse on a button for as long as the desk takes to look a name up."""
    box = button.bounding_box()
    assert box
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.wait_for_timeout(700)
    tab.mouse.up()


TEXTS = {
    "Cranes": "Acme and Norway Harbour Agency signed a memorandum of understanding on 3 May 2021. Borealis met Acme.",
    "Lamps": "Acme and Quay Works signed a contract on lamps on 5 May 2021.",
}


def test_drafts_are_reviewed_by_keyboard(tab: Page, project: tuple[str, Path]) -> None:
    """A key accepts a draft, and unknown names of a text are registered together; what is open survives a reload."""
    address, folder = project
    for title, text in TEXTS.items():
        tab.goto(address)
        tab.get_by_text("Add a source", exact=True).click()
        tab.get_by_label("Title, in your own words").fill(title)
        tab.get_by_role("textbox", name="Publisher", exact=True).fill("Acme")
        tab.get_by_label("Text", exact=True).fill(text)
        tab.get_by_role("button", name="Add the source").click()
        expect(tab.locator("#status")).to_contain_text(f"Added: {title}")
    tab.goto(address)
    tab.get_by_role("link", name="Review drafts").click()
    expect(tab.locator(".review h2")).to_have_text("Cranes")
    expect(tab.get_by_label("Name", exact=True)).to_have_value("Agreement between Acme and Norway Harbour Agency")
    expect(tab.locator("mark.shown")).to_have_text("Acme")
    tab.keyboard.press("ArrowDown")
    expect(tab.locator("mark.shown")).to_have_text("Norway Harbour Agency")
    expect(tab.locator(".review li.shown")).to_have_text("signatory: Norway Harbour Agency (not in the register)")
    tab.keyboard.press("a")
    dialog = tab.get_by_role("dialog", name="Register a name")
    expect(dialog.get_by_label("Kind", exact=True)).to_have_value("PublicBody")  # as the name says
    expect(dialog.get_by_label("Country or larger place")).to_have_value("Norway")
    dialog.get_by_role("button", name="Register", exact=True).click()
    expect(tab.locator("#status")).to_have_text("Accepted: Agreement between Acme and Norway Harbour Agency.")
    expect(tab.locator(".review h2")).to_have_text("Cranes")
    tab.reload()
    expect(tab.locator(".review h2")).to_have_text("Lamps")  # nothing is said of it yet, so it comes first
    tab.keyboard.press("c")
    expect(tab.get_by_label("Name, in your own words")).to_have_value("Agreement between Acme and Quay Works")
    source = (folder / "data" / "sources" / "cranes.ttl").read_text()
    assert "pcg:signatory id:acme , id:norway-harbour-agency" in source
    assert 'pcg:date "2021-05-03"' in source
    assert "borealis" not in source
    assert (
        "Agreement between Acme and Norway Harbour Agency" in (folder / "data" / "register" / "curated.ttl").read_text()
    )
    tab.get_by_role("button", name="Save", exact=True).click()
    dialog = tab.get_by_role("dialog", name="Register a name")
    known = dialog.get_by_label("Another name of what “Quay Works” is")
    known.fill("Nobody")
    press_slowly(tab, dialog.get_by_role("button", name="Register", exact=True))
    expect(dialog.get_by_role("alert")).to_contain_text("“Nobody” is not the name of one entry")
    known.fill("Borealis")
    press_slowly(tab, dialog.get_by_role("button", name="Register", exact=True))  # finding it makes the dialog shorter
    expect(tab.locator("#status")).to_contain_text("Saved")
    assert "pcg:signatory id:acme , id:borealis" in (folder / "data" / "sources" / "lamps.ttl").read_text()
    assert "id:quay-works" not in (folder / "data" / "register" / "curated.ttl").read_text()
    tab.evaluate("location.hash = ''")
    tab.reload()
    expect(
        tab.get_by_text("Review drafts of 0 texts that have no engagement yet, and then of 2 that may say more.")
    ).to_be_visible()
    tab.get_by_role("link", name="Review drafts").click()
    expect(tab.locator(".review h2")).to_have_text("Cranes")  # a draft is open, beside the saved engagement
    expect(tab.get_by_label("Name", exact=True)).to_have_value("Talks between Borealis and Acme")
    tab.keyboard.press("r")
    expect(tab.locator("#main")).to_contain_text("1 drafts read: 0 saved, 1 rejected, 0 left.")
    tab.reload()
    expect(tab.locator("#main")).to_contain_text("0 drafts read: 0 saved, 0 rejected, 0 left.")
    tab.evaluate("localStorage.clear()")  # as another curator who has the project
    tab.reload()
    expect(tab.locator("#main")).to_contain_text("0 drafts read: 0 saved, 0 rejected, 0 left.")
    tab.get_by_role("button", name="Undo").click()
    expect(tab.get_by_label("Name", exact=True)).to_have_value("Talks between Borealis and Acme")
    tab.get_by_role("button", name="Redo").click()
    expect(tab.locator("#main")).to_contain_text("0 drafts read: 0 saved, 0 rejected, 0 left.")
    tab.goto("about:blank")

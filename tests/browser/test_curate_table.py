"""A curator brings a table: columns, questions, unknown names, review, save and undo, without a file of meanings."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from browser.axe import colour_violations, violations

ROWS = """Project;Partners;Kind of deal;Date signed;Status;Sector;Remarks
Lamps for the quay;Acme, Quay Works;Contract;31.12.2024;signed;lamps;by hand
Lamps for the pier;Acme, Quay Works Ltd;Contract;01.02.2025;signed;lamps;
"""


def read(tab: Page) -> None:
    """Wait until the table is read with the last answer."""
    expect(tab.locator("#status")).to_have_text("")


def test_from_a_table_to_engagements(tab: Page, project: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = project
    (tmp_path / "bad.csv").write_text("")
    (tmp_path / "deals.csv").write_text(ROWS)
    tab.goto(address)
    tab.get_by_role("link", name="Bring a table").click()
    chooser = tab.get_by_label("Table with one row for each engagement")
    chooser.set_input_files(tmp_path / "bad.csv")
    expect(tab.locator("#status")).to_contain_text("bad.csv: the first row is empty")
    chooser.set_input_files(tmp_path / "deals.csv")
    expect(tab.get_by_label("Meaning of Partners")).to_have_value("roles.signatory")
    expect(tab.get_by_label("Meaning of Remarks")).to_have_value("")
    tab.get_by_label("Meaning of Remarks").focus()
    tab.get_by_label("Meaning of Remarks").select_option("leave it out")
    read(tab)
    expect(tab.get_by_label("Meaning of Remarks")).to_be_focused()  # although the page was drawn anew
    tab.get_by_label("What is the title of this table?").fill("List of deals")
    tab.get_by_role("textbox", name="Who published this table?").fill("The Daily Tide")
    read(tab)
    tab.get_by_role("button", name="Show what it would add").click()
    result = tab.get_by_role("region", name="What it would add")
    expect(result.get_by_role("alert")).to_contain_text("open questions: source.tier, roles.signatory.split")
    tab.get_by_label("Which tier (kind of source) has this table?").select_option("press")
    read(tab)
    tab.get_by_label("is it several names").select_option("several names")
    read(tab)
    expect(tab.locator(".row-read").first).to_contain_text("signatory Acme, Quay Works · signed 2024-12-31")
    tab.get_by_role("button", name="Show what it would add").click()
    expect(result.get_by_role("heading", name="Names that are not known: 3")).to_be_visible()
    assert violations(tab) == []
    assert colour_violations(tab, "dark") == []
    tab.get_by_label("What “Quay Works Ltd” means").select_option("the same as “Quay Works”")
    result.get_by_role("button", name="Go on").click()
    dialog = tab.get_by_role("dialog", name="Register 2 names")
    dialog.get_by_label("Country or larger place").fill("Norland")
    dialog.get_by_label("What it means, in one sentence of your own").fill("Lights for streets and quays.")
    dialog.get_by_role("button", name="Register", exact=True).click()
    expect(result.get_by_role("heading", name="It would add: 2 rows, 2 engagements, 1 source")).to_be_visible()
    expect(result.get_by_text("new: signatory: Quay Works")).to_have_count(2)
    assert not (folder / "data" / "sources" / "deals.ttl").exists()
    result.get_by_role("button", name="Save").click()
    expect(tab.locator("#status")).to_have_text("Added: 2 rows, 2 engagements, 1 source")
    source = (folder / "data" / "sources" / "deals.ttl").read_text()
    assert source.count("pcg:signatory id:acme , id:quay-works") == 2
    assert "pcg:sector sector:lamps" in source
    assert 'skos:altLabel "Quay Works Ltd"@en' in (folder / "data" / "register" / "curated.ttl").read_text()
    assert (folder / "tables" / "deals.yml").exists()
    expect(tab.get_by_role("link", name="List of deals")).to_be_visible()
    tab.get_by_role("button", name="Undo the last save").click()
    expect(tab.locator("#status")).to_contain_text("Undone")
    assert not (folder / "data" / "sources" / "deals.ttl").exists()

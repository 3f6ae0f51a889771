"""Uses the app for curators as a person does: by its labels, its buttons and the selection of its text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from helpers import PATIENCE
from pcgraph.intake.curation.form import Node

PROJECT = 'title = "Harbours"\ndata = "data"\nlanguages = ["en"]\n'
SELECT = """([start, end]) => {
  const text = document.querySelector(".text"), walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const ends = [start, end].map(() => null);
  for (let node, at = 0; (node = walk.nextNode());) {
    const points = [...node.data];
    [start, end].forEach((wanted, n) => {
      if (ends[n] === null && wanted <= at + points.length) {
        ends[n] = [node, points.slice(0, wanted - at).join("").length];
      }
    });
    at += points.length;
  }
  document.getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
}"""


@dataclass(frozen=True)
class Thing:
    """A thing of the register: id, class and label, with its country or larger place and the code of a country."""

    id: str
    kind: str
    label: str
    country: Thing | None = None
    code: str = ""


@contextmanager
def served(folder: Path, texts: Path) -> Iterator[str]:
    """Run `pcgraph curate` for a project, and give its address."""
    command = [sys.executable, "-m", "pcgraph", "curate", "--port", "0", "--texts", str(texts)]
    running = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    assert running.stderr
    try:
        line = running.stderr.readline()
        match = re.search(r"http://\S+", line)
        assert match, line + running.stderr.read()
        yield match[0]
    finally:
        running.terminate()
        running.communicate(timeout=PATIENCE)


class Curator:
    """A person at the app.

    Parameters
    ----------
    tab : Page
    address : str
        Of the app, with its secret.
    """

    def __init__(self, tab: Page, address: str) -> None:
        self.tab, self.address = tab, address
        self.known: set[str] = set()
        self.things: dict[str, Thing] = {}
        tab.goto(address)
        expect(tab.locator(".queue")).to_be_visible()
        tab.get_by_label("Show ids and lines of files").check()
        self.vocabulary: Any = tab.evaluate("fetch('api/vocabulary').then((answer) => answer.json())")

    def status(self, text: str) -> None:
        """Wait for a text in the line of the header."""
        expect(self.tab.locator("#status")).to_contain_text(text)

    def add_source(self, slug: str, title: str, text: str, publisher: Thing | None = None, **more: str) -> None:
        """Add a source; `more` are labels of further inputs."""
        self.tab.get_by_text("Add a source", exact=True).click()
        self.tab.get_by_label("Title, in your own words").fill(title)
        for label, value in {"Id": slug, "Text": text, **more}.items():
            self.tab.get_by_label(label, exact=True).fill(value)
        if publisher:
            box = self.tab.get_by_role("textbox", name="Publisher", exact=True)
            self.register(box, publisher)
            box.fill(publisher.id)
            box.press("Tab")
        self.tab.get_by_role("button", name="Add the source").click()
        self.status(f"Added: {title}")
        expect(self.tab.locator(".node")).to_be_visible()

    def register(self, into: Locator, thing: Thing) -> None:
        """Register the name that is typed into an input for a thing, after its country."""
        if thing.id in self.known:
            return
        into.fill(thing.label)
        self.tab.get_by_role("button", name=f"Register “{thing.label}” …", exact=True).click()
        dialog = self.tab.get_by_role("dialog", name="Register a name").last
        dialog.get_by_label("Kind", exact=True).select_option(thing.kind)
        dialog.get_by_label("Short name in Latin letters, for the files").fill(thing.id)
        if thing.country:
            box = dialog.get_by_label("Country or larger place", exact=True)
            self.register(box, thing.country)
            box.fill(thing.country.id)
            box.press("Tab")
        if thing.code:
            dialog.get_by_label("Code of a country").fill(thing.code)
        dialog.get_by_role("button", name="Register", exact=True).click()
        self.status(f"Registered: {thing.label}")
        self.known.add(thing.id)

    def new(self, id_: str, kind: str, label: str) -> None:
        """Open the form of a new engagement."""
        self.tab.get_by_role("button", name="New engagement").click()
        self.tab.get_by_label("Kind", exact=True).select_option(kind)
        self.tab.get_by_label("Name, in your own words").fill(label)
        box = self.tab.locator(".heading").get_by_label("Id", exact=True)
        box.fill(id_)

    def part(self, id_: str) -> Locator:
        """Return the part of the form that is about one thing."""
        return self.tab.locator(f'section[data-id="{id_}"]')

    def values(self, id_: str, field: str) -> Locator:
        """Return the inputs of a field."""
        return self.part(id_).locator(f':scope > .fields > [data-field="{field}"] > .value')

    def add(self, id_: str, field: str, value: Any, *, party: bool = False) -> None:
        """Add a value to a field, which is fetched from the others if it is not shown."""
        label = self.vocabulary["fields"][field]["label"]
        row = self.part(id_).locator(f':scope > .fields > [data-field="{field}"]')
        number = self.values(id_, field).count()
        if row.count():
            row.get_by_role("button", name=re.compile(f"^Add {re.escape(label)}( of |$)")).click()
        else:
            self.part(id_).locator(":scope > .fields > select").select_option(field)
        expect(self.values(id_, field)).to_have_count(number + 1)
        input_ = self.values(id_, field).last.locator("input:not([type]), select, textarea").first
        if input_.evaluate("(input) => input.tagName") == "SELECT":
            input_.select_option({True: "true", False: "false"}.get(value, value))
        else:
            if value in self.things:
                self.register(input_, self.things[value])
            input_.fill(str(value))
            input_.press("Tab")
        if party:
            self.values(id_, field).last.get_by_role("checkbox").check()

    def read_into(self, id_: str, field: str) -> None:
        """Mark all values of a field as the curator's reading."""
        label = self.vocabulary["fields"][field]["label"]
        self.part(id_).locator(":scope > .fields").get_by_label(
            re.compile(f"^All of {re.escape(label)}( of .*)? is my reading$")
        ).check()

    def select(self, start: int, end: int) -> None:
        """Select characters of the text."""
        self.tab.evaluate(SELECT, [start, end])
        expect(self.tab.locator(".selection")).to_contain_text(f"Selected {start}–{end}")

    def cite(self, id_: str, start: int, end: int) -> None:
        """Cite characters of the text for a thing."""
        self.select(start, end)
        passages = self.part(id_).locator(":scope > .passages")
        passages.get_by_role("button", name=re.compile("^Cite the selection")).click()
        expect(passages).to_contain_text(f"char={start},{end}")

    def fill(self, node: Node) -> None:
        """Enter the fields and passages of a node into its form, as they are in `node`."""
        id_ = node["id"]
        unnamed = {each["id"] for each in node["unnamed"]}
        for field, values in node["fields"].items():
            for value in values:
                if value["value"] in unnamed:
                    label = self.vocabulary["fields"][field]["label"]
                    self.part(id_).get_by_role("button", name=f"Add an unnamed {label}", exact=True).click()
                else:
                    self.add(id_, field, value["value"], party=value["inferred"] == "party")
            if values and all(value["inferred"] is True for value in values):
                self.read_into(id_, field)
        for passage in node["passages"]:
            start, end = (int(each) for each in passage.removeprefix("char=").split(","))
            self.cite(id_, start, end)
        for name, add, first in (("representatives", "Add a representative", "rep"), ("steps", "Add a step", "step")):
            for child in node[name]:  # type: ignore[literal-required]
                self.part(id_).get_by_role("button", name=add, exact=True).click()
                made = self.part(f"{id_}.{first}")
                made.locator(":scope > .part-head input").fill(child["id"])
                self.fill(child)

    def save(self, id_: str) -> None:
        """Save the form."""
        self.tab.evaluate("document.querySelector('#status').textContent = ''")
        self.tab.get_by_role("button", name="Save", exact=True).click()
        self.status("Saved: ")
        expect(self.part(id_)).to_be_visible()

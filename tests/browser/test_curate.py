"""The app for curators, in a real browser: the article of the seed is encoded again from an empty folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page

from browser.curator import PROJECT, Curator, Thing, served
from helpers import ROOT
from pcgraph.io.curation import form
from pcgraph.io.curation.form import Node
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
    context.set_default_timeout(30_000)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [each for each in said if "status of 4" not in each] == []


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


HASHES = {"sha256", "wordCount", "wordHash", "symbols"}


def facts(text: str, *, hashes: bool) -> set[ox.Triple]:
    parsed = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return {each for each in parsed if hashes or local(each.predicate.value) not in HASHES}


def test_the_seed_is_encoded_again(tab: Page, folder: Path, tmp_path: Path) -> None:
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
        for engagement in in_order(seed["engagements"]):
            curator.new(engagement["id"], engagement["class"], labels[engagement["id"]])
            curator.fill(engagement)
            curator.save(engagement["id"])
        for thing in seed["things"]:
            tab.get_by_role("button", name="New note on a name").click()
            box = tab.locator(".heading").get_by_label("Name or id", exact=True)
            curator.register(box, curator.things[thing["id"]])
            box.fill(thing["id"])
            box.press("Tab")
            curator.fill(thing)
            curator.save(thing["id"])
        tab.goto("about:blank")
    encoded = (folder / "data" / "sources" / f"{SEED}.ttl").read_text(encoding="utf-8")
    ours = (ROOT / "data" / "sources" / f"{SEED}.ttl").read_text(encoding="utf-8")
    hashes = len(text) != 4000
    assert facts(encoded, hashes=hashes) == facts(ours, hashes=hashes)

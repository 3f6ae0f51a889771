"""The app for curators says nothing in the words of RDF."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from faults import BASE, INVALID, faults
from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.check import Checker
from pcgraph.store import data_folder, files
from pcgraph.store.files import PACKAGE
from pcgraph.store.project import find
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.plain import plain

WORDS = re.compile(r"pcg:|rdfs:|xsd:|\bid:[a-z]|\bsrc:[a-z]|\.ttl\b|EDTF|\b[Tt]riples?\b|\bTurtle\b")
APP = PACKAGE / "web" / "curate" / "app"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(PACKAGE / "testing_data", tmp_path / "project" / "data")
    return Desk(find(tmp_path / "project" / "data"), files.home("ontology"), None)


@pytest.mark.parametrize("path", sorted(APP.iterdir()), ids=lambda path: path.name)
def test_texts_of_the_page(path: Path) -> None:
    said = re.sub(r"/\*.*?\*/|(?<![:\w])//[^\n]*", "", path.read_text(), flags=re.DOTALL)
    assert said.strip()
    assert WORDS.findall(said) == []


def test_what_forms_offer(desk: Desk) -> None:
    said = json.dumps(desk.vocabulary(), ensure_ascii=False)
    assert [said[max(0, match.start() - 60) : match.end() + 20] for match in WORDS.finditer(said)] == []


def test_every_finding_of_the_rules(desk: Desk) -> None:
    """The faulty files of the checks have one fault of each rule."""
    checker, said = Checker(data_folder.read(find(BASE), files.home("ontology"))), list[str]()
    for fault in faults():
        if fault.path.startswith(("sources/", "register/")) and fault.path.endswith(".ttl"):
            path = checker.inputs.data / fault.path
            try:
                found = checker.findings(path, (INVALID / f"{fault.name}.ttl").read_text(encoding="latin-1"))
                said += [each["text"] for each in desk.plain(found)]
            except InvalidInput as error:
                said += desk.in_words(error.faults)
    assert len(said) > 100
    assert [text for text in said if WORDS.search(text)] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("id:lumen has pcg:sumOf twice", "“Lumen” has sum of twice"),
        ("id:lumen.signed has no rdfs:label", "“Lumen” (signed) has no label"),
        ("data/register/curated.ttl", "the register"),
        ("data/sources/post.ttl:7: damaged", "“The post”: damaged"),
        ("data/sources/post.ttl:7: source-form: no title", "“The post”: no title"),
        ("expected an EDTF date as xsd:date", "expected a date as date"),
        ("expected a pcg:asset or a pcg:UnnamedParty", "expected an asset or an unnamed party"),
        ("a pcg:Agreement cannot be completed", "an agreement cannot be completed"),
        ("3 triples in Turtle", "3 statements in the language of the files"),
        ("at 10:30, see https://x.example/a", "at 10:30, see https://x.example/a"),
    ],
)
def test_a_message(text: str, wanted: str) -> None:
    assert plain(text, {"lumen": "Lumen", "post": "The post"}) == wanted

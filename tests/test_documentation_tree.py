"""ARCHITECTURE.md and CONTRIBUTING.md show the source tree as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pcgraph
from helpers import ROOT

PACKAGE = Path(pcgraph.__file__).parent
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_table_of_packages_is_complete() -> None:
    packages = ARCHITECTURE.partition("\n## The packages\n")[2].partition("\n## ")[0]
    described = re.findall(r"^\| `(\w+)/` \|", packages, re.MULTILINE)
    there = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"_bundled"}
    assert {*described} == there


def test_the_paths_that_are_named_exist() -> None:
    paths = re.findall(r"`([a-z_]+/[\w/]*(?:\.\w+)?)`", ARCHITECTURE)
    paths += re.findall(r"`src/pcgraph/([\w/]+(?:\.\w+)?)`", CONTRIBUTING)
    assert len(paths) > 20
    roots = (
        PACKAGE,
        ROOT,
        PACKAGE / "page",
        PACKAGE / "page" / "app",
    )  # the section about the page names paths below it
    places = {path: [root / path for root in roots] for path in paths if "_bundled" not in path}
    assert [path for path, either in places.items() if not any(place.exists() for place in either)] == []

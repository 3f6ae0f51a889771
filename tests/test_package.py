"""What describes the package for others agrees: addresses, groups of dependencies, licences, codemeta.json.

``python tests/test_package.py`` writes codemeta.json.
"""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

import yaml

from helpers import ROOT
from pcgraph import __version__

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
CITED = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CODEMETA = ROOT / "codemeta.json"


def codemeta() -> str:
    """Return pyproject.toml as CodeMeta 3.0, which archives of software read."""
    urls = PROJECT["urls"]
    content = {
        "@context": "https://w3id.org/codemeta/3.0",
        "type": "SoftwareSourceCode",
        "name": PROJECT["name"],
        "description": PROJECT["description"],
        "version": __version__,
        "dateModified": CITED["date-released"],
        "license": [
            f"https://spdx.org/licenses/{name}"
            for name in PROJECT["license"].split(" AND ")
            if not name.startswith("LicenseRef-")
        ],
        "author": [{"type": "Organization", **each} for each in PROJECT["authors"]],
        "keywords": PROJECT["keywords"],
        "programmingLanguage": "Python",
        "runtimePlatform": f"Python {PROJECT['requires-python']}",
        "url": urls["Homepage"],
        "codeRepository": urls["Repository"],
        "softwareHelp": {"type": "WebSite", "url": urls["Documentation"]},
        "issueTracker": urls["Issues"],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def test_codemeta_is_that_of_pyproject() -> None:
    assert CODEMETA.read_text(encoding="utf-8") == codemeta(), "run  python tests/test_package.py"


def test_addresses_are_those_of_the_citation() -> None:
    other = {each["description"].capitalize(): each["value"] for each in CITED["identifiers"]}
    assert PROJECT["urls"] == {"Homepage": CITED["url"], "Repository": CITED["repository-code"], **other}
    assert PROJECT["urls"]["Issues"] in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_licence_has_its_text_and_every_text_its_files() -> None:
    entries = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    named = {name for each in entries for name in each["SPDX-License-Identifier"].split(" AND ")}
    assert {f"{name}.txt" for name in named} == {path.name for path in (ROOT / "LICENSES").iterdir()}
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/Apache-2.0.txt").read_bytes()
    for path in (
        one for each in entries for one in ([each["path"]] if isinstance(each["path"], str) else each["path"])
    ):
        assert any(ROOT.glob(path)), path


def test_the_licences_of_a_wheel_are_those_of_its_files() -> None:
    entries = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    shipped = [each for each in entries if not str(each["path"]).startswith(("examples", "['examples"))]
    named = {name for each in shipped for name in each["SPDX-License-Identifier"].split(" AND ")}
    assert set(PROJECT["license"].split(" AND ")) == named
    listed = {path.name for glob in PROJECT["license-files"] for path in ROOT.glob(glob)}
    assert {"LICENSE", "LICENSE-DATA", "notices.txt", "notices-ask.txt"} | {f"{name}.txt" for name in named} <= listed


def test_what_only_a_clone_needs_is_no_extra() -> None:
    groups: dict[str, list[Any]] = PYPROJECT["dependency-groups"]
    assert not {"dev", "docs", "test"} & set(PROJECT["optional-dependencies"])
    assert {"include-group": "docs"} in groups["dev"]
    names = {re.split(r"[^\w-]", each)[0] for each in [*groups["dev"], *groups["docs"]] if isinstance(each, str)}
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements-dev.lock").read_text(), re.MULTILINE))
    assert {name.lower() for name in names} <= pinned
    assert names.isdisjoint({"pcgraph"})  # an extra of its own would be looked up in the index
    assert "--group dev" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_what_make_installs_stays_below_500_megabytes() -> None:
    """The rest of the environment, with pcgraph itself, takes 7 MB; modules that are compiled later do not count."""
    names = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    sizes = {name: installed(name) for name in names}
    largest = sorted(sizes, key=lambda name: -sizes[name])[:10]
    assert sum(sizes.values()) <= 492, {name: round(sizes[name]) for name in largest}
    assert "--no-compile" in (ROOT / "Makefile").read_text(encoding="utf-8")


def installed(name: str) -> float:
    """Return the megabytes that a package takes on the disk; 0 if it is for another system."""
    try:
        listed = files(name) or ()
    except PackageNotFoundError:
        return 0.0
    paths = {Path(str(file.locate())) for file in listed if file.suffix != ".pyc"}
    return sum(path.stat().st_blocks * 512 for path in paths if path.exists()) / 2**20


def test_make_evidence_installs_the_extra_of_that_name() -> None:
    recipe = re.search(r"-c requirements-notebooks.lock (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert recipe
    assert recipe[1].split() == [re.split(r"[^\w-]", each)[0] for each in PROJECT["optional-dependencies"]["evidence"]]


if __name__ == "__main__":
    CODEMETA.write_text(codemeta(), encoding="utf-8")

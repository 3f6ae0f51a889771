"""What `pip install` brings may be used by anybody: each package of the runtime locks has a permissive licence.

``python tests/test_licences.py`` writes the table of `docs/reference/licences.md` again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "licences.md"
RUNTIME = ("requirements.lock", "requirements-serve.lock", "requirements-notebooks.lock")
DEVELOPMENT = "requirements-dev.lock"
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "HPND", "ISC", "MIT",
    "MIT-0", "MIT-CMU", "PSF-2.0", "Public Domain", "Python-2.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense",
    "W3C", "W3C-20150513", "Zlib",
    "MPL-1.1", "MPL-2.0",  # ask for the source of their own files only, if somebody changes them
}  # fmt: skip
WORDS = {  # of a classifier or of the field License → SPDX
    "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "W3C License": "W3C",
}
READ = {  # read in the package itself, because its metadata do not say it, or it is for another system
    "appnope": "BSD-2-Clause",
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "httpx2-jsfetch": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # with pdfium, which is under both
    "pywin32": "PSF-2.0",  # its part adodbapi is under the LGPL 2.1; for the extra mcp, on Windows only
    "pywinpty": "MIT",
    "pyyaml-ft": "MIT",
}


WITH_PYVIS = {  # it draws the page that a server has from a build
    "asttokens", "executing", "ipython", "ipython-pygments-lexers", "jsonpickle", "matplotlib-inline", "pexpect",
    "prompt-toolkit", "psutil", "ptyprocess", "pure-eval", "pyvis", "stack-data", "traitlets",
}  # fmt: skip


def locked(lock: str) -> list[str]:
    return re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


def licence(name: str) -> str:
    """Return what a package says of itself: an expression, its classifiers joined by AND, or one line."""
    if name in READ:
        return READ[name]
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "not installed"
    if about.get("License-Expression"):
        return about["License-Expression"]
    classifiers = [words.rpartition(" :: ")[2] for words in about.get_all("Classifier") or () if "License ::" in words]
    if classifiers and classifiers != ["OSI Approved"]:
        return (" OR " if name in DUAL else " AND ").join(WORDS.get(words, words) for words in classifiers)
    line = (about.get("License") or "").strip().partition("\n")[0]
    return WORDS.get(line, line) or "unknown"


DUAL = {"oxigraph", "pyoxigraph"}  # their field License joins what two classifiers say with OR


def is_permissive(expression: str) -> bool:
    """Return whether a licence lets anybody use and pass on the package; of "A or B" one is enough."""
    text = re.sub(r"\bWITH LLVM-exception\b", "", expression)
    while inner := re.search(r"\(([^()]*)\)", text):
        text = text.replace(inner[0], "MIT" if is_permissive(inner[1]) else "other")
    return any(
        all(part.strip() in PERMISSIVE for part in re.split(r" and ", arm, flags=re.IGNORECASE))
        for arm in re.split(r" or ", text, flags=re.IGNORECASE)
    )


def base() -> list[str]:
    """Return what ``pip install pcgraph`` brings, on this system."""
    found: dict[str, Requirement] = {}
    todo = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    while todo:
        need = Requirement(todo.pop())
        name = canonicalize_name(need.name)
        if name not in found and (need.marker is None or need.marker.evaluate({"extra": ""})):
            found[name] = need
            todo += requires(name) or ()
    return sorted(found)


def table(names: Iterable[str]) -> Iterator[str]:
    yield "| package | licence |"
    yield "| --- | --- |"
    yield from (f"| {name} | {licence(name)} |" for name in names)


def page() -> str:
    before = PAGE.read_text(encoding="utf-8").partition("| package |")[0]
    return before + "\n".join(table(base())) + "\n"


@pytest.mark.parametrize("lock", RUNTIME)
def test_whatever_is_installed_to_run_may_be_used_by_anybody(lock: str) -> None:
    names = locked(lock)
    assert len(names) > 50
    assert {name: licence(name) for name in names if not is_permissive(licence(name))} == {}


def test_everything_of_the_base_is_in_the_locks() -> None:
    server, made = set(locked("requirements-serve.lock")), set(locked("requirements.lock"))
    assert set(base()) - made == {"jedi", "parso"}  # complete names in IPython: 35 MB that `make` leaves out
    assert made - server >= set(base()) - {"jedi", "parso"} - server == WITH_PYVIS
    assert server <= made
    assert made <= set(locked("requirements-notebooks.lock")) <= set(locked(DEVELOPMENT))


def test_development_tools_under_other_licences_are_listed() -> None:
    found = {name for name in locked(DEVELOPMENT) if not is_permissive(licence(name))}
    listed = PAGE.read_text(encoding="utf-8").partition("## Tools for development")[2].partition("##")[0]
    assert set(re.findall(r"`([a-z0-9-]+)`", listed)) == found


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-2.0-or-later) AND BSD-3-Clause", True),
        ("GNU General Public License (GPL)", False),
        ("AGPL-3.0-only", False),
        ("GPL-2.0-or-later", False),
        ("unknown", False),
        ("not installed", False),
    ],
)
def test_one_permissive_arm_is_enough(expression: str, expected: bool) -> None:
    assert is_permissive(expression) is expected


def test_the_page_says_what_the_packages_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

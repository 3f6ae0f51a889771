"""The project file, ``pcgraph.toml``: what a graph is about, and where its data are."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.model.namespaces import BASE, Namespaces
from pcgraph.model.text import visible
from pcgraph.model.web_address import is_web_address
from pcgraph.store.files import home, real, reason, regular, shown

FILE = "pcgraph.toml"
VARIABLE = "PCGRAPH_PROJECT"
PATHS = ("data", "ontology", "texts")
MOST_YEARS = 100
LISTS = ("languages", "sides", "creators", "keywords")


@dataclass(frozen=True)
class Project:
    """What a graph is about, and where its data are.

    Attributes
    ----------
    data : Path
        The data folder, or a file of quads.
    folder : Path or None
        The folder of the project file; None if there is no project file, or only that of the package.
    title, description : str
        What the graph is about, in a few words, and in a sentence.
    version : str
        The release of the data, such as ``0.1.0``; empty if they are not released.
    base : str
        Base of the IRIs of things (``id:``), sources (``src:``) and verdicts (``verdict:``).
    ontology : Path or None
        A Turtle file, or a folder of them, with terms beside the shipped ontology.
    languages : tuple of str
        Languages that the page offers.
    sides : tuple of str
        Slugs of the countries on the sides of the map, up to four; empty for the two with most organisations.
    licence : str
        Address of the licence of the data; empty if none is named.
    creators : tuple of str
        Who made the data.
    keywords : tuple of str
        Words under which catalogues list the data.
    texts : Path or None
        The folder of source texts.
    silent_after : int
        After how many years without a report something that was promised is called silent.

    >>> shipped().sides
    ('pakistan', 'china')
    """

    data: Path
    folder: Path | None = None
    title: str = "Partnerships and their sources"
    description: str = ""
    version: str = ""
    base: str = BASE
    ontology: Path | None = None
    languages: tuple[str, ...] = ("en",)
    sides: tuple[str, ...] = ()
    licence: str = ""
    creators: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    texts: Path | None = None
    silent_after: int = 5

    @cached_property
    def names(self) -> Namespaces:
        """The namespaces of the project's IRIs."""
        return Namespaces(self.base)

    @property
    def label_language(self) -> str:
        """The language of labels that are shown alone: English if the project offers it, otherwise its first language.

        >>> [Project(Path(), languages=each).label_language for each in (("pt", "sw"), ("pt", "en"))]
        ['pt', 'en']
        """
        return "en" if "en" in self.languages else self.languages[0]

    @property
    def queries(self) -> Path:
        """The folder of questions for the page: ``queries`` next to the project file, or the shipped one."""
        own = self.folder and self.folder / "queries"
        return own if own and own.is_dir() else home("queries")

    @property
    def build(self) -> Path:
        """The build folder that is used unless another is named: next to the project file, or in the current folder."""
        return (Path() if self.folder is None or self.bundled else self.folder) / "build"

    @property
    def bundled(self) -> bool:
        """True if the data are those of an installed package, which nobody should change."""
        return self.data.parent.name == "_bundled"

    @property
    def key(self) -> str:
        """Everything but the paths, as text: builds with another key differ, even if they have the same data."""
        return repr([getattr(self, each.name) for each in fields(self) if each.name not in (*PATHS, "folder")])


PLAIN = Project(Path())  # of a graph that was not read from a folder


def find(given: Project | Path | str | None = None) -> Project:
    """Return the project of a path or, without one, of the environment or the current folder, else the shipped one.

    >>> find("somewhere/else").title
    'Partnerships and their sources'
    """
    if isinstance(given, Project):
        return given
    if given is not None:
        path = Path(given)
        if (file := _file_at(path)) is not None:
            return read(file)
        above = path.absolute().parent / FILE
        if above.is_file() and real((project := read(above)).data) == real(path):
            return replace(project, data=path)
        return Project(path)
    if named := os.environ.get(VARIABLE):
        if (file := _file_at(Path(named))) is None:
            raise UsageError(
                f"{VARIABLE}={visible(named)}: no project; expected a folder with a {FILE}, or that file; "
                "correct the variable"
            )
        return read(file)
    here = Path.cwd()
    file = next((path / FILE for path in (here, *here.parents) if (path / FILE).is_file()), None)
    return shipped() if file is None else read(file)


def _file_at(path: Path) -> Path | None:
    """Return the project file that a path names, or None if it names none."""
    file = path if path.suffix == ".toml" else path / FILE
    return file if file.is_file() else None


def shipped() -> Project:
    """Return the project that the package contains."""
    return replace(read(home(FILE)), folder=None)


def unused_data(project: Project) -> str:
    """Return a line for the user if a project answers although the current folder looks like other data; else "".

    >>> unused_data(find())
    ''
    """
    here = Path.cwd()
    if project.folder == here or os.environ.get(VARIABLE):
        return ""
    answers = "the shipped graph" if project.folder is None else f"the project {shown(project.folder / FILE)}"
    for path, file, data in ((".", f"../{FILE}", here.name), ("data", FILE, "data")):
        is_data = all((here / path / name).is_dir() for name in ("sources", "register"))
        if is_data and real(here / path) != real(project.data):
            return (
                f"{answers} answers, and not {'this folder' if path == '.' else 'the folder data'}, which looks like "
                f'data; to use it, add --data {path} (in Python: pcgraph.load("{path}")), '
                f'or create {file} with the line  data = "{visible(data)}"'
            )
    return ""


def read(path: Path) -> Project:
    """Read a project file; its paths are relative to its folder."""
    where = shown(path)
    try:
        text = regular(path).read_bytes().decode("utf-8-sig")
        said = tomllib.loads(text)
    except OSError as error:
        raise InvalidInput(
            f"{where}:1: unreadable: {reason(error)}; expected a readable file; check its permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{where}:1: not-utf8: not UTF-8; expected UTF-8 text; save the file as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", str(error), re.DOTALL)
        what, line = (found[1], found[2] or str(text.rstrip().count("\n") + 1)) if found else ("it cannot be read", "1")
        raise InvalidInput(f"{where}:{line}: not-toml: {visible(what)}; expected TOML; fix the line") from error
    if faults := [
        f"{where}:{_line(text, name)}: {fault}" for name, value in said.items() if (fault := _fault(path, name, value))
    ]:
        raise InvalidInput(faults)
    folder = path.absolute().parent
    if "data" not in said and not (folder / "data").exists():
        raise InvalidInput(
            f'{where}:1: no-data: there is no folder data here; expected the data; add the line  data = "…"'
        )
    given: dict[str, Any] = {name: tuple(value) if name in LISTS else value for name, value in said.items()}
    paths = {name: folder / given[name] for name in PATHS if name in given}
    return Project(**{"data": folder / "data", **given, **paths, "folder": folder})


def _line(text: str, key: str) -> int:
    """Return the line of a key; tomllib does not tell it."""
    wanted = re.compile(rf"""\s*(?:\[+\s*)?["']?{re.escape(key)}["']?\s*[].=]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if wanted.match(line)), 1)


def _fault(path: Path, name: str, value: Any) -> str:
    """Return what is wrong with one entry of the file, or ""."""
    known = [each.name for each in fields(Project) if each.name != "folder"]
    if name not in known:
        return f"unknown-key: {visible(name)}; expected one of {', '.join(known)}; {nearest(name, known)}"
    if name == "silent_after":
        right = type(value) is int and 1 <= value <= MOST_YEARS
        expected = f"expected whole years, from 1 to {MOST_YEARS}"
        return "" if right else f"wrong-value: silent_after is {value!r}; {expected}; write silent_after = 5"
    kind = "a list of texts" if name in LISTS else "a text"
    texts = value if name in LISTS and isinstance(value, list) else [value]
    if isinstance(value, list) != (name in LISTS) or not all(isinstance(each, str) and each.strip() for each in texts):
        example = f'{name} = ["…"]' if name in LISTS else f'{name} = "…"'
        return f"wrong-type: {name} is not {kind}; expected {kind}, none of them empty; write {example}"
    expected, accepts = CHECKS.get(name, ("", lambda _: True))
    if wrong := [each for each in texts if not accepts(each)]:
        return f"wrong-value: {name} is {wrong[0]!r}; expected {expected}; correct it"
    if name in ("data", "ontology") and not (path.absolute().parent / value).exists():
        return f"no-such-path: {name} is {value!r}, which does not exist; expected a path; fix it"
    if name == "ontology" and (place := path.absolute().parent / value).is_dir() and not [*place.rglob("*.ttl")]:
        return f"no-such-path: ontology is {value!r}, which has no .ttl file; expected Turtle files; fix it"
    if name == "languages" and not value:
        return 'wrong-value: languages is empty; expected one or more codes; write languages = ["en"]'
    return ""


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "version": (
        "letters, digits, dots and dashes, such as 0.1.0, because folders and file names hold it",
        _matches(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"),
    ),
    "base": (
        "an http or https address that ends in /, because passages are fragments of sources",
        _matches(r"https?://[^\s<>\"{}|\\^`#?/]+(/[^\s<>\"{}|\\^`#?]*)?/"),
    ),
    "licence": ("an address that begins with http:// or https://, because it becomes a link", is_web_address),
    "languages": ("codes such as en, ur or zh-Hant", _matches(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")),
    "sides": ("slugs of countries, such as norway", _matches(r"[\w.-]+")),
}

"""Read a data folder of Turtle files and the ontology into quads.

If any file is invalid, the load fails as a whole.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.namespaces import SHIPPED, Namespaces, register
from pcgraph.store import checksums, nquads
from pcgraph.store.files import regular, shown
from pcgraph.store.memo import Memo, checksum, program
from pcgraph.store.project import FILE, PLAIN, Project, find

if TYPE_CHECKING:
    import polars as pl

SOURCE_CLASS = ox.NamedNode(namespaces.PCG + "Source")
TYPE = ox.NamedNode(namespaces.TYPE)
SLUG, SPELT = re.compile(r"[\w.-]+"), "letters, digits, '.', '-' and '_'"
ROLES = {  # optional files
    "verdicts.ttl": "verdicts",
    "judgements.ttl": "verdicts",
    "searches.ttl": "searches",
    "verification.ttl": "verification",
}
FOLDERS = ("register", "sources", "terms", "verdicts")
OTHERS = {".ttl", ".turtle", ".n3", ".nt", ".nq", ".trig", ".rdf", ".jsonld"}  # of RDF; only ".ttl" is read
POSITIONS, STORIES = "positions.csv", "stories.yml"  # see pcgraph.page.view.positions and pcgraph.page.stories
PAGE_FILES = (POSITIONS, STORIES)  # optional files of a data folder that only the page uses


@dataclass(frozen=True)
class File:
    """One Turtle file, parsed.

    Attributes
    ----------
    path : Path
    role : str
        ``source``, ``register``, ``verdicts``, ``searches``, ``verification`` or ``ontology``.
    graph : str
        IRI of the named graph that its triples belong to.
    text : str
    triples : list of pyoxigraph.Quad
        As parsed, in the default graph.
    """

    path: Path
    role: str
    graph: str
    text: str = field(repr=False)
    triples: list[ox.Quad] = field(repr=False)

    @property
    def quads(self) -> list[ox.Quad]:
        """The triples in their named graph, made anew each time."""
        graph = ox.NamedNode(self.graph)
        return [ox.Quad(each.subject, each.predicate, each.object, graph) for each in self.triples]

    @property
    def slug(self) -> str:
        """File name without its suffix; for a source, also the last part of its IRI."""
        return self.path.stem

    def line(self, iri: str) -> int:
        """Return the line (from 1) where the block of `iri` begins, or where `iri` is first mentioned, or 1."""
        return self._subjects.get(iri) or self._mentions.get(namespaces.local(iri), 1)

    @cached_property
    def _mentions(self) -> dict[str, int]:
        """Each name with the line of its first mention; looked up, because every finding needs a line."""
        found: dict[str, int] = {}
        for number, line in enumerate(self.text.splitlines(), 1):
            for name in re.findall(r"char=\d+,\d+|[\w.-]*[\w-]", line):
                found.setdefault(name, number)
        return found

    @cached_property
    def _subjects(self) -> dict[str, int]:
        prefixes = dict(re.findall(r"(?im)^[ \t]*@?prefix\s+([\w-]*):\s*<([^>]*)>", self.text))
        found: dict[str, int] = {}
        for number, line in enumerate(self.text.splitlines(), 1):
            match = re.match(r"<([^>]*)>|([\w-]*):((?:[^\s;,]|\\.)+)", line)
            if match:
                iri = match[1] or prefixes.get(match[2], "") + re.sub(r"\\(.)", r"\1", match[3])
                found.setdefault(iri, number)
        return found


@dataclass(frozen=True)
class Inputs:
    """Every file of a data folder and an ontology folder, sorted by path, and the content of each of `PAGE_FILES`.

    The files of a project's own terms have the role ``ontology`` too. `names` are the namespaces of the project.
    """

    data: Path
    ontology: Path
    files: tuple[File, ...]
    page_files: Mapping[str, bytes] = field(default_factory=dict, repr=False, kw_only=True)
    project: Project = field(default=PLAIN, repr=False, kw_only=True)

    @property
    def names(self) -> Namespaces:
        """The namespaces of the project's IRIs."""
        return self.project.names

    def by_role(self, role: str) -> list[File]:
        """Return the files of one role."""
        return [file for file in self.files if file.role == role]

    @cached_property
    def columns(self) -> pl.DataFrame:
        """All quads, with the columns source (the graph), subject, property, value; see `pcgraph.store.nquads`."""
        return nquads.columns(quad for file in self.files for quad in file.quads)

    @cached_property
    def slugs(self) -> list[str]:
        """The slugs of the sources, sorted by file path."""
        return [file.slug for file in self.by_role("source")]

    def where(self, graph: str, subject: str) -> str:
        """Return the place of a statement for messages: file and line."""
        file = next(file for file in self.files if file.graph == graph)
        return f"{shown(file.path)}:{file.line(subject)}"


def listing(data: Path | Project, ontology: Path) -> list[tuple[Path, str]]:
    """List the files that `read` would read, as (path, role). No file but the project's is opened.

    The order is that of the names below each folder. So a build that was copied is still that of its project, wherever
    the project and the package lie.
    """
    project = find(data)
    data, own = project.data, project.ontology
    terms = sorted(path for path in [ontology / "pcgraph.ttl", *ontology.glob("vocab/*.ttl")] if path.is_file())
    if own is not None:
        terms += sorted(own.rglob("*.ttl")) if own.is_dir() else [own]
    terms += sorted(data.glob("terms/**/*.ttl"))
    found = [(path, "register") for path in data.glob("register/**/*.ttl")]
    found += [(path, "source") for path in data.glob("sources/**/*.ttl")]
    found += [(path, "verdicts") for path in data.glob("verdicts/**/*.ttl")]
    found += [(data / name, role) for name, role in ROLES.items() if (data / name).is_file()]
    return sorted(found) + [(path, "ontology") for path in terms]


def unexpected_files(data: Path) -> list[tuple[Path, str]]:
    """List files in the data folder that `read` would ignore although they look like data."""
    found = []
    for folder in filter(Path.is_dir, (data / each for each in FOLDERS)):
        denied: list[OSError] = []
        for where, folders, names in os.walk(folder, onerror=denied.append):
            for path in (Path(where, name) for name in folders):
                if path.is_symlink():
                    found.append(
                        (
                            path,
                            ":1: unreadable: a symbolic link to a folder; expected a real folder; move the folder here",
                        )
                    )
            for path in (Path(where, name) for name in names):
                if path.suffix != ".ttl" and path.suffix.lower() in OTHERS and not path.name.startswith("."):
                    found.append(
                        (path, f":1: wrong-suffix: the name ends in {path.suffix}; expected Turtle as .ttl; rename it")
                    )
        for error in denied:
            found.append(
                (
                    Path(error.filename),
                    f":1: unreadable: {error.strerror}; expected a readable folder; check its permissions",
                )
            )
    for path in data.iterdir() if data.is_dir() else ():
        if path.name not in ROLES and path.name.lower() in ROLES:
            name = path.name.lower()
            found.append((path, f":1: wrong-suffix: the name is {path.name}; expected {name}; rename it"))
    return sorted(found)


def digest(data: Path | Project, ontology: Path, content: Callable[[Path], str | None] = checksums.checksum) -> str:
    """Return one SHA-256 over the names and contents of all input files, and the entries of the project file."""
    project = find(data)
    data, sum_ = project.data, hashlib.sha256(project.key.encode())
    others = [(ontology / "shapes.ttl", "shapes"), (ontology / "countries.ttl", "countries")]
    others += [*((data / name, "page") for name in PAGE_FILES), (data, "quads")]
    others += [(path, "question") for path in sorted(project.queries.glob("*/*.rq"))]  # the page answers some of them
    for path, role in listing(project, ontology) + [(path, role) for path, role in others if path.is_file()]:
        sum_.update(f"{role}\0{path.name}\0{content(path)}\n".encode(errors="surrogateescape"))
    for path, what in unexpected_files(data):
        sum_.update(f"strange\0{path.name}\0{what}\n".encode(errors="surrogateescape"))
    return sum_.hexdigest()


def read(data: Path | Project, ontology: Path, *, empty: bool = False) -> Inputs:
    """Read and parse a data folder and the ontology."""
    project = find(data)
    data = project.data
    register(project.names)
    if data.exists() and not data.is_dir():
        raise InvalidInput(
            f"{shown(data)}: unreadable: not a regular file; expected a data folder or a file of quads; "
            "choose another with --data"
        )
    faults = [f"{shown(path)}{what}" for path, what in unexpected_files(data)]
    files: list[File] = []
    for path, role in listing(project, ontology):
        try:
            files.append(_parsed(path, role, project.names))
        except InvalidInput as error:
            faults += error.faults
    faults += _faults_of_new(files, project.names)
    sources = [file for file in files if file.role == "source"]
    if not sources and not faults and not empty:
        raise InvalidInput(
            f"{shown(data)}: no-data: no source file; expected {shown(data / 'sources')}/<slug>.ttl; "
            "choose a data folder with --data or add a source"
        )
    if not any(file.role == "ontology" for file in files) and not faults:
        raise InvalidInput(f"{shown(ontology)}: no-ontology: no pcgraph.ttl; expected the ontology folder; restore it")
    faults += duplicate_slugs(sources)
    page_files = {}
    for path in (data / name for name in PAGE_FILES if (data / name).is_file()):
        try:
            page_files[path.name] = _content(path)
        except InvalidInput as error:
            faults += error.faults
    if faults:
        raise InvalidInput(faults)
    return Inputs(data, ontology, tuple(files), page_files=page_files, project=project)


def duplicate_slugs(sources: Iterable[File]) -> list[str]:
    """Return the lines of error for a second file of one source."""
    first: dict[str, Path] = {}
    return [
        f"{shown(file.path)}:1: duplicate-slug: {namespaces.compact(file.graph)} is also in "
        f"{shown(first[file.graph])}; expected one file for each source; rename one file and its source"
        for file in sources
        if first.setdefault(file.graph, file.path) != file.path
    ]


def fill(files: Iterable[File]) -> ox.Store:
    """Return a new in-memory store with the quads of `files`."""
    store = ox.Store()
    for file in files:
        store.extend(file.quads)
    return store


def parse(path: Path, role: str, names: Namespaces = SHIPPED, content: bytes | None = None) -> File:
    """Read, parse and check one Turtle file, or `content` in its place; see `read` for the errors that it raises."""
    file = _parsed(path, role, names, content)
    _check(file, names)
    return file


def _parsed(path: Path, role: str, names: Namespaces, content: bytes | None = None) -> File:
    if role == "source" and not SLUG.fullmatch(path.stem):
        raise InvalidInput(
            f"{shown(path)}:1: bad-name: {path.stem!r} is not a slug; expected {SPELT}; "
            "rename the file and the source in it"
        )
    try:
        text = (_content(path) if content is None else content).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidInput(
            f"{shown(path)}:{line}: not-utf8: byte {error.object[error.start]:#04x} is not UTF-8; "
            "expected UTF-8 text; save the file as UTF-8"
        ) from error
    graph = names.src + path.stem if role == "source" else namespaces.G + role
    return File(path, role, graph, text, nquads.parse_turtle(text, shown(path)))


def _faults_of_new(files: Iterable[File], names: Namespaces) -> list[str]:
    """Check the files that did not pass before, as they are, and return the lines of error."""
    faults: list[str] = []
    with Memo() as memo:
        keyed = [(checksum(program(), file.role, file.graph, file.text), file) for file in files]
        before = memo.find(key for key, _ in keyed)
        for key, file in keyed:
            if key not in before:
                try:
                    _check(file, names)
                    memo.added[key] = True
                except InvalidInput as error:
                    faults += error.faults
    return faults


def _check(file: File, names: Namespaces) -> None:
    """Raise if a file holds what Turtle allows and a data folder does not."""
    where, role, text, found = shown(file.path), file.role, file.text, file.quads
    if any(type(q.object) is ox.Triple or getattr(q.object, "direction", None) for q in found):
        raise InvalidInput(
            f"{where}:1: not-rdf11: it uses RDF 1.2 (triple terms or text direction); expected RDF 1.1; remove it"
        )
    if role != "ontology" and any(ox.BlankNode in (type(q.subject), type(q.object)) for q in found):
        line = next((n for n, line in enumerate(text.splitlines(), 1) if re.search(r"^[^#]*(_:|\[|\( )", line)), 1)
        raise InvalidInput(
            f"{where}:{line}: blank-node: a node without a name; expected an IRI for every node; add an IRI"
        )
    if role == "source":
        _one_source(where, file.path, found, names)
    written = ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b""
    for quad, line in zip(found, written.splitlines(), strict=True):
        if len(line) > nquads.LONGEST:
            raise nquads.too_long(f"{where}:{file.line(quad.subject.value)}")
    if wrong := nquads.no_iri(io.BytesIO(written)):
        line = file.line(found[wrong[0]].subject.value)
        raise InvalidInput(f"{where}:{line}: bad-iri: {wrong[1]}; expected an IRI; rename it")


def _content(path: Path) -> bytes:
    try:
        return regular(path).read_bytes()
    except OSError as error:
        raise InvalidInput(
            f"{shown(path)}:1: unreadable: {error.strerror}; expected a readable file; check its permissions"
        ) from error


def _one_source(where: str, path: Path, found: Sequence[ox.Quad], names: Namespaces) -> None:
    named = sorted({q.subject.value for q in found if q.predicate == TYPE and q.object == SOURCE_CLASS})
    if not named:
        raise InvalidInput(
            f"{where}:1: no-source: the file does not describe a pcg:Source; expected src:{path.stem} a pcg:Source; "
            "add the block of the source"
        )
    if len(named) > 1:
        raise InvalidInput(f"{where}:1: no-source: {len(named)} sources in one file; expected one; split the file")
    if named != [names.src + path.stem]:
        base, found, _ = named[0].partition(f"source/{path.stem}")
        todo = f'rename the source, or name its base in a {FILE}: base = "{base}"' if found else ""
        raise InvalidInput(
            f"{where}:1: file-name-slug: the file holds {names.compact(named[0])}; "
            f"expected src:{path.stem}; {todo or 'rename the file or the source'}"
        )

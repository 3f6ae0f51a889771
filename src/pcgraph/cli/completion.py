"""What the shell offers on Tab: questions, parameters, ids, sources, relations, measures and filters.

It is read from the files by their lines, as loading the graph would take longer than a person waits for a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pcgraph.analysis.registry import MEASURES

if TYPE_CHECKING:
    from pcgraph.store.project import Project

Offers = list[tuple[str, str]]  # what may be typed, and its meaning, which some shells show
PREDICATES = r"(?:rdfs:label|skos:prefLabel)"
# texts, because compiling them would slow down every start of the program
BLOCK = r"(?ms)^(?!src:|verdict:)[\w-]*:([\w-]+) (.*?)\.$"
ENGLISH = PREDICATES + r' (?:"[^"\n]*"@\w+ , )*"([^"\n]*)"@en'
PARAMETER = r"(?m)^#\+   (\w+): \{type: (\w+)"


def home(name: str) -> Path:
    """Return the path of what is shipped; see `pcgraph.store.files.home`, which every start would have to import."""
    from pcgraph.store import files

    return files.home(name)


def questions(incomplete: str) -> Offers:
    """Return the names of questions, each with its title.

    >>> questions("who-signed")
    [('who-signed-with', 'Who signed with a party')]
    """
    found = {path.stem: path for path in home("queries").glob("*/*.rq")}
    return _matching(((name, _title(path)) for name, path in sorted(found.items())), incomplete)


def measures(incomplete: str) -> Offers:
    """Return the names of measures, each with its meaning.

    >>> [name for name, _ in measures("page")]
    ['pagerank']
    """
    return _matching(((name, measure.meaning) for name, measure in MEASURES.items()), incomplete)


def things(context: typer.Context, incomplete: str) -> Offers:
    """Return the ids of the register, each with its label; those of a large graph are in its build."""
    found = _kept_things(context)
    return _matching(_things(_data(context)) if found is None else found, incomplete)


def anything(context: typer.Context, incomplete: str) -> Offers:
    """Return ids, and the names of sources and questions."""
    return things(context, incomplete) + sources(context, incomplete) + questions(incomplete)


def sources(context: typer.Context, incomplete: str) -> Offers:
    """Return the slugs of sources."""
    return _matching(((path.stem, "source") for path in sorted((_data(context) / "sources").glob("*.ttl"))), incomplete)


def countries(context: typer.Context, incomplete: str) -> Offers:
    """Return the ids of countries."""
    found = _kept_things(context, "Country")
    return _matching(_things(_data(context), "pcg:Country") if found is None else found, incomplete)


def relations(context: typer.Context, incomplete: str) -> Offers:
    """Return the names of derived relations."""
    return _matching(_terms(context, "pcgraph.ttl", "pcg:DerivedRelation"), incomplete)


def statuses(context: typer.Context, incomplete: str) -> Offers:
    """Return the statuses and the sets of statuses."""
    found = _terms(context, "vocab/statuses.ttl", "skos:inScheme v:statuses", "skos:Collection")
    return _matching(found, incomplete)


def sectors(context: typer.Context, incomplete: str) -> Offers:
    """Return the sectors."""
    return _matching(_terms(context, "vocab/sectors.ttl", "skos:inScheme v:sectors"), incomplete)


def parameters(context: typer.Context, incomplete: str) -> Offers:
    """Return the parameters of the question as ``NAME=``, or the values of the one that is being typed."""
    given = [context.params.get("name"), *context.args]  # an option without its value stops the parser
    paths = [path for path in home("queries").glob("*/*.rq") if path.stem in given]
    types = dict(found for path in paths for found in re.findall(PARAMETER, path.read_text(encoding="utf-8")))
    name, equals, value = incomplete.partition("=")
    if not equals:
        return _matching(((f"{each}=", kind) for each, kind in types.items()), incomplete)
    by_type: dict[str, Callable[[typer.Context, str], Offers]] = {
        "sector": sectors, "status": statuses, "relation": relations, "source": sources, "country": countries,
    }  # fmt: skip
    found = by_type.get(types.get(name, ""), things)(context, value)
    return [(f"{name}={each}", meaning) for each, meaning in found]


def _matching(found: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    start = incomplete.casefold()
    return [(name, meaning) for name, meaning in found if name.casefold().startswith(start)]


def _title(path: Path) -> str:
    title = re.search(r'^#\+ title: "?([^"\n]*)', path.read_text(encoding="utf-8"), re.MULTILINE)
    return title[1] if title else ""


def _project(context: typer.Context) -> Project:
    from pcgraph.store.project import find

    return find(context.params.get("data"))


def _data(context: typer.Context) -> Path:
    return _project(context).data


def _things(data: Path, kind: str = "") -> Iterator[tuple[str, str]]:
    for path in _files(data, "register"):
        yield from _blocks(path, (kind,) if kind else ())


def _kept_things(context: typer.Context, kind: str = "") -> Offers | None:
    """Return the ids in the build of a large graph, be it older than the data; None if there is no such build."""
    import sqlite3
    from contextlib import closing

    from pcgraph.store import cache

    project = _project(context)
    path, base = project.build / cache.STORE / cache.NAMES, project.names.id
    if not path.is_file():
        return None
    query = "SELECT substr(iri, ?), label FROM thing WHERE iri >= ? AND iri < ? AND (? = '' OR kind = ?) ORDER BY iri"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as file:
        return file.execute(query, (len(base) + 1, base, f"{base}\U0010ffff", kind, kind)).fetchall()


def _files(data: Path, folder: str) -> list[Path]:
    return sorted((data / folder).rglob("*.ttl")) if data.is_dir() else []


def _terms(context: typer.Context, name: str, *kinds: str) -> list[tuple[str, str]]:
    """Return the terms of a file of the shipped ontology, and those of the project and of its register."""
    project = _project(context)
    own = project.ontology
    files = [] if own is None else sorted(own.rglob("*.ttl")) if own.is_dir() else [own]
    paths = [home("ontology") / name, *files, *_files(project.data, "terms"), *_files(project.data, "register")]
    return sorted({found for path in paths for found in _blocks(path, kinds)})


def _blocks(path: Path, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield local name and label (English if there is one) of each block of a Turtle file that has one of the kinds."""
    for block in re.finditer(BLOCK, path.read_text(encoding="utf-8")):
        if not kinds or any(re.search(rf"{kind}\s", block[2]) for kind in kinds):
            label = re.search(ENGLISH, block[2]) or re.search(PREDICATES + r' "([^"\n]*)"', block[2])
            yield block[1], label[1] if label else block[1]

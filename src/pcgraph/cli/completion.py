"""What the shell offers on Tab: questions, parameters, ids, sources, relations, measures and filters.

It is read from the files by their lines, as loading the graph would take longer than a person waits for a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from pcgraph.analysis.registry import MEASURES

Offers = list[tuple[str, str]]  # what may be typed, and its meaning, which some shells show
PREDICATES = r"(?:rdfs:label|skos:prefLabel)"
# texts, because compiling them would slow down every start of the program
BLOCK = r"(?ms)^(?:id|pcg|v|sector):([\w-]+) (.*?)\.$"
ENGLISH = PREDICATES + r' (?:"[^"\n]*"@\w+ , )*"([^"\n]*)"@en'
PARAMETER = r"(?m)^#\+   (\w+): \{type: (\w+)"


def home(name: str) -> Path:
    """Return the path of what is shipped; see `pcgraph.store.files.home`, which every start would have to import.

    >>> home("data").name
    'data'
    """
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
    """Return the ids of the register, each with its English label; other files than a data folder have none."""
    return _matching(_things(_data(context)), incomplete)


def anything(context: typer.Context, incomplete: str) -> Offers:
    """Return ids, and the names of sources and questions."""
    return things(context, incomplete) + sources(context, incomplete) + questions(incomplete)


def sources(context: typer.Context, incomplete: str) -> Offers:
    """Return the slugs of sources."""
    return _matching(((path.stem, "source") for path in sorted((_data(context) / "sources").glob("*.ttl"))), incomplete)


def countries(context: typer.Context, incomplete: str) -> Offers:
    """Return the ids of countries."""
    return _matching(_things(_data(context), "pcg:Country"), incomplete)


def relations(incomplete: str) -> Offers:
    """Return the names of derived relations.

    >>> [name for name, _ in relations("signs")]
    ['signs', 'signsWith']
    """
    return _matching(_terms("pcgraph.ttl", "pcg:DerivedRelation"), incomplete)


def statuses(incomplete: str) -> Offers:
    """Return the statuses and the sets of statuses.

    >>> statuses("ente")
    [('entered', 'entered')]
    """
    found = _terms("vocab/statuses.ttl", "skos:Concept ", "skos:Collection")
    return _matching(found, incomplete)


def sectors(incomplete: str) -> Offers:
    """Return the sectors.

    >>> sectors("ai-h")
    [('ai-health', 'predictive disease detection with AI')]
    """
    return _matching(_terms("vocab/sectors.ttl", "skos:Concept "), incomplete)


def parameters(context: typer.Context, incomplete: str) -> Offers:
    """Return the parameters of the question as ``NAME=``, or the values of the one that is being typed."""
    given = [context.params.get("name"), *context.args]  # an option without its value stops the parser
    paths = [path for path in home("queries").glob("*/*.rq") if path.stem in given]
    types = dict(found for path in paths for found in re.findall(PARAMETER, path.read_text(encoding="utf-8")))
    name, equals, value = incomplete.partition("=")
    if not equals:
        return _matching(((f"{each}=", kind) for each, kind in types.items()), incomplete)
    by_type: dict[str, Any] = {"sector": sectors, "status": statuses, "relation": relations}
    kind = types.get(name, "")
    with_context = {"source": sources, "country": countries}.get(kind, things)
    found = by_type[kind](value) if kind in by_type else with_context(context, value)
    return [(f"{name}={each}", meaning) for each, meaning in found]


def _matching(found: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    start = incomplete.casefold()
    return [(name, meaning) for name, meaning in found if name.casefold().startswith(start)]


def _title(path: Path) -> str:
    title = re.search(r'^#\+ title: "?([^"\n]*)', path.read_text(encoding="utf-8"), re.MULTILINE)
    return title[1] if title else ""


def _data(context: typer.Context) -> Path:
    from pcgraph.store.project import find

    return find(context.params.get("data")).data


def _things(data: Path, kind: str = "") -> Iterator[tuple[str, str]]:
    files = sorted((data / "register").rglob("*.ttl")) if data.is_dir() else ()
    for path in files:
        yield from _blocks(path, (kind,) if kind else ())


def _terms(name: str, *kinds: str) -> list[tuple[str, str]]:
    return sorted(_blocks(home("ontology") / name, kinds))


def _blocks(path: Path, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the local name and the English label of each block of a Turtle file that mentions one of the kinds."""
    for block in re.finditer(BLOCK, path.read_text(encoding="utf-8")):
        head = block[2].partition("\n")[0] + " "
        if not kinds or any(kind in head for kind in kinds):
            label = re.search(ENGLISH, block[2])
            yield block[1], label[1] if label else block[1]

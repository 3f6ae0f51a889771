"""Writes accepted proposals of `pcgraph reconcile` into the register, as identifiers or ``skos:exactMatch``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.intake.errors import BadInput
from pcgraph.intake.reconcile import SAME_AS
from pcgraph.intake.spreadsheets.readers import csv_reader
from pcgraph.model.namespaces import PCG, TYPE, XSD, compact, local
from pcgraph.query.questions.catalogue import is_iri
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import reason, regular, shown
from pcgraph.turtle.document import Document, write_edited
from pcgraph.validation.index import facts_of
from pcgraph.validation.rules.identifiers import WIKIDATA, known

NEEDED = ("thing", "candidate", "accept")
YES, NO = ("yes", "y", "x", "1", "true"), ("", "no", "n", "0", "false")


@dataclass(frozen=True)
class Accepted:
    """A row that a person accepted: where it is, the thing, and the IRI that means the same."""

    where: str
    thing: str
    candidate: str


def read_accepted(path: Path, inputs: Inputs) -> list[Accepted]:
    """Return the accepted rows of a file of proposals."""
    try:
        rows = csv_reader.rows(regular(path).read_bytes())
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be read ({reason(error)}); expected a CSV file; choose another") from error
    except BadInput as error:
        raise InvalidInput(str(error.locate(shown(path)))) from error
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if lacking := [name for name in NEEDED if name not in header]:
        raise InvalidInput(
            f"{shown(path)}: no column {lacking[0]}; expected {', '.join(NEEDED)}; use the file of  pcgraph reconcile"
        )
    found, faults = list[Accepted](), list[str]()
    for number, cells in rows[1:]:
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        where, mark = f"{shown(path)}, row {number}", row.get("accept", "").casefold()
        candidate = row.get("candidate", "")
        if mark not in (*YES, *NO):
            faults.append(f"{where}: accept {mark[:20]!r}: unclear; expected yes, or nothing; correct it")
        elif mark in YES and not (is_iri(candidate) and candidate.startswith(("http://", "https://"))):
            faults.append(f"{where}: candidate {candidate[:60]!r}: no address; expected http://…; correct it")
        elif mark in YES:
            found.append(Accepted(where, inputs.project.names.expand(row.get("thing", "")), candidate))
    if faults:
        raise InvalidInput(faults)
    return found


def edits(accepted: list[Accepted], inputs: Inputs) -> dict[Path, tuple[str, str, int]]:
    """Return the new texts of the register's files, without writing them: path → (before, after, number of new links).

    What the register already says is left out. A candidate in the namespace of a scheme becomes an identifier, from
    which the match follows; any other becomes a match.
    """
    entries = dict(_entries(inputs))
    said = {iri: value for file in inputs.by_role("register") for iri, value in _links(file)}
    owners = {_key(value): iri for iri, value in said.items()}
    new, faults = dict[str, Accepted](), list[str]()
    for row in accepted:
        thing = compact(row.thing)
        if row.thing not in entries:
            faults.append(f"{row.where}: {thing}: not in the register; expected an entry there; add one first")
        elif said.get(row.thing, row.candidate) != row.candidate:
            faults.append(
                f"{row.where}: {thing}: is {said[row.thing]} already; expected one address; edit the register"
            )
        elif row.thing in new and new[row.thing].candidate != row.candidate:
            faults.append(f"{row.where}: {thing}: accepted twice; expected one candidate; choose one")
        elif (owner := owners.get(_key(row.candidate), row.thing)) != row.thing:
            what = f"{row.candidate} is {compact(owner)} too"
            faults.append(
                f"{row.where}: {thing}: {what}; expected one thing for it; accept one, or judge them the same"
            )
        else:
            owners[_key(row.candidate)] = row.thing
            new[row.thing] = row
    if faults:
        raise InvalidInput(faults)
    texts, schemes = dict[Path, tuple[str, str, int]](), _schemes(inputs)
    for thing, row in sorted(new.items()):
        if thing not in said:
            file = entries[thing]
            before, after, number = texts.get(file.path, (file.text, file.text, 0))
            document = Document(after, shown(file.path))
            document.set_values(*_identifier(row, schemes))
            texts[file.path] = before, document.text(), number + 1
    return texts


def _schemes(inputs: Inputs) -> dict[str, str]:
    """Return the schemes of identifiers by their namespace."""
    files = (*inputs.by_role("ontology"), *inputs.by_role("register"))
    quads = (quad for file in files for quad in file.quads if quad.predicate.value == PCG + "matchNamespace")
    return {quad.object.value: quad.subject.value for quad in quads}


def _identifier(row: Accepted, schemes: dict[str, str]) -> tuple[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    """Return the subject and the values that say what the candidate of a row is to its thing."""
    candidate = ox.NamedNode(row.candidate)
    space = next((space for space in schemes if row.candidate.startswith(space) and row.candidate != space), None)
    if space is None:
        return row.thing, {SAME_AS: [candidate]}
    said = {
        "identifies": ox.NamedNode(row.thing),
        "scheme": ox.NamedNode(schemes[space]),
        "identifierValue": ox.Literal(row.candidate.removeprefix(space)),
        "shownAt": ox.Literal(row.candidate, datatype=ox.NamedNode(XSD + "anyURI")),
        "shownOn": ox.Literal(date.today().isoformat(), datatype=ox.NamedNode(XSD + "date")),
    }
    values = {TYPE: [ox.NamedNode(PCG + "Identifier")], **{PCG + name: [value] for name, value in said.items()}}
    return f"{row.thing}.{local(schemes[space])}", values


def write(texts: dict[Path, tuple[str, str, int]]) -> None:
    """Write the new texts, each file completely or not at all."""
    for path, (before, after, _) in texts.items():
        write_edited(path, before, after)


def _entries(inputs: Inputs) -> Iterator[tuple[str, File]]:
    """Yield each thing of the register with the file that has its entry."""
    for file in inputs.by_role("register"):
        for quad in file.quads:
            if quad.predicate.value == TYPE and isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, file


def _links(file: File) -> Iterator[tuple[str, str]]:
    for quad in file.quads:
        if quad.predicate.value == SAME_AS and isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value, quad.object.value
    for each in known((file, fact) for fact in facts_of(file)):
        if each.scheme == "wikidata" and each.subject != each.thing:
            yield each.thing, f"http://www.wikidata.org/entity/{each.value}"


def _key(iri: str) -> str:
    """Return what is equal for two addresses of one item of Wikidata."""
    found = WIKIDATA.search(iri)
    return found[1] if found else iri

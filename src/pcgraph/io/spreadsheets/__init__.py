"""Imports spreadsheets: turns the rows of a CSV or XLSX file into sources and engagements, or reports each bad row.

A mapping defines what each column means. An import is one unit: it is checked, written and undone as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pcgraph import validation
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput
from pcgraph.io.duplicates import find_duplicates
from pcgraph.io.spreadsheets.decisions import Decisions
from pcgraph.io.spreadsheets.errors import Fault, merged
from pcgraph.io.spreadsheets.manifest import (
    FOLDER,
    edited_files,
    find_manifest,
    make_manifest,
    manifests,
    remove_files,
    sha256,
    write_files,
)
from pcgraph.model.namespaces import local
from pcgraph.model.ontology import read_ontology
from pcgraph.model.text import counted
from pcgraph.store import data_folder
from pcgraph.store.files import home, shown
from pcgraph.store.project import Project, find
from pcgraph.validation.index import Lookup

if TYPE_CHECKING:
    from pcgraph.validation import Finding

LISTED = 20  # unknown names of which the message tells

__all__ = ["Fault", "Import", "prepare", "undo", "write"]


@dataclass(frozen=True)
class Import:
    """An import that is ready to be written.

    Attributes
    ----------
    id : str
        A hash of the table, the mapping and the name of the sheet.
    data : Path
        The data folder.
    files : dict of str to bytes
        Path below the data folder → content, including the manifest.
    rows, engagements : int
        Number of rows that are imported, and of their engagements.
    sources, agents, places : tuple of str
        Slugs of the new sources, of the new agents and of the new places.
    faults : tuple of Fault
        The faults of the rows that are left out.
    unused : tuple of str
        Columns that the mapping neither uses nor ignores.
    left_out : dict of (str, str) to int
        Kind and name of each name that a person decided to ignore → number of its cells.
    warnings : tuple of Finding
        Warnings of `pcgraph.validation` on the new files, and what seems to be recorded already.
    before, after : Inputs
        The data without the import and with it.
    texts : dict of str to str
        Path of a file of a source that exists → its text before the import adds to it.
    """

    id: str
    data: Path
    files: dict[str, bytes]
    rows: int
    engagements: int
    sources: tuple[str, ...]
    agents: tuple[str, ...]
    places: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    unused: tuple[str, ...] = ()
    left_out: dict[tuple[str, str], int] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = field(default=(), repr=False)
    before: data_folder.Inputs = field(kw_only=True, repr=False)
    after: data_folder.Inputs = field(kw_only=True, repr=False)
    texts: dict[str, str] = field(kw_only=True, repr=False)


class BadRows(InvalidInput):
    """Raised if rows cannot be imported; no data were written, and `found` has every fault, once for all its rows.

    The message lists some of the unknown names, or the file in which they can be decided.
    """

    def __init__(self, found: Iterable[Fault], file: Path | None = None, undecided: int = 0) -> None:
        self.found = tuple(merged(found))
        names = [fault for fault in self.found if fault.kind]
        lines = [str(fault) for fault in self.found if not fault.kind]
        if file is not None and undecided:
            cells = sum(fault.more + 1 for fault in names)
            lines.append(
                f"{shown(file)}: {counted(undecided, 'name')} to decide, in {counted(cells, 'cell')}; expected same, "
                "new, ignore or unnamed in the column decision; fill it in and run the command again"
            )
        else:
            lines = [str(fault) for fault in self.found if not fault.kind or fault in names[:LISTED]]
            if len(names) > LISTED:
                lines.append(
                    f"… and {len(names) - LISTED} more names that are not known; expected names of the register; "
                    "write them to a table with --decisions FILE.csv, and decide there what they mean"
                )
        super().__init__(lines)


def prepare(
    file: Path,
    mapping: str,
    *,
    sheet: str | None = None,
    data: Path | Project | None = None,
    skip_bad: bool = False,
    strict: bool = False,
    decisions: Path | None = None,
) -> Import:
    """Read a spreadsheet and return its import, which is not written yet.

    Parameters
    ----------
    file : Path
        CSV or XLSX.
    mapping : str
        Name of a built-in mapping, or path of a YAML file.
    sheet : str, optional
        Sheet of a workbook.
    data : Path or Project, optional
        See `pcgraph.store.project.find`.
    skip_bad : bool
        Leave out rows that cannot be imported.
    strict : bool
        Refuse rows that seem to be recorded already.
    decisions : Path, optional
        CSV file with what a person decided on names that the data do not know. Names that it lacks are added to it.

    Returns
    -------
    Import

    Raises
    ------
    BadRows
        If rows cannot be imported, with all faults. With `skip_bad`, only if the form of the table is wrong or no row
        remains.
    InvalidInput
        If table, mapping or data cannot be read, if the result breaks a rule of `pcgraph.validation`, or, with
        `strict`, if it seems to be recorded already.

    Notes
    -----
    Cost: linear in the rows.
    """
    from pcgraph.io.spreadsheets import documents, rows, table, turtle_writer, vocabulary
    from pcgraph.io.spreadsheets.mapping import read as read_mapping

    project = find(data)
    folder = project.data
    made = manifests(folder)
    everything = data_folder.read(project, home("ontology"), empty=True)
    declared = read_ontology(quad for each in everything.by_role("ontology") for quad in each.quads)
    rules = read_mapping(mapping, frozenset(map(local, declared.roles)) - {"participant"})
    read = table.read(file, sheet)
    decided = Decisions(decisions)
    parts = [sha256(file.read_bytes()), sha256(rules.text.encode()), read.sheet, *filter(None, [decided.text])]
    id_ = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
    before = without(everything, made[id_]) if id_ in made else everything
    reader = rows.Reader(read, rules, vocabulary.Vocabulary(Lookup(before), decided))
    makers = {Path(name).stem: maker for maker, content in made.items() for name in content["files"] if maker != id_}
    found, bad = documents.gather(reader.records(), reader, makers)
    faults = sorted([*read.faults, *(fault for record in bad for fault in record.faults)], key=lambda fault: fault.row)
    undecided = decided.write(decisions, reader.unknown.values()) if decisions and reader.unknown else 0
    if read.faults or not found.sources or (faults and not skip_bad):
        raise BadRows(faults, decisions, undecided)
    files, texts = dict[str, bytes](), dict[str, str]()
    for slug, document in found.sources.items():
        if document.file is None:
            name, text = f"sources/{slug}.ttl", turtle_writer.render_source(document, project.names, declared.own)
        else:
            name = document.file.path.relative_to(before.data).as_posix()
            text = turtle_writer.add_to_source(document, document.file, project.names, declared.own)
            texts[name] = document.file.path.read_bytes().decode()
        files[name] = text.encode()
    if found.labels or found.new:
        text = turtle_writer.render_register(found, project.names, declared.own, project.label_language)
        files[f"register/import-{id_}.ttl"] = text.encode()
    after = _together(before, files)
    warnings = _check(before, after, strict)
    skipped = sorted({fault.row for fault in faults})
    count = len(read.rows) - len(skipped)
    facts = {
        "table": file.name,
        "sheet": read.sheet,
        "mapping": Path(mapping).stem,
        "rows": count,
        "rows left out": skipped,
    }
    manifest = make_manifest(facts, files, texts)
    if id_ in made:
        manifest = (folder / FOLDER / f"{id_}.json").read_bytes()
        if made[id_]["files"] != {name: sha256(content) for name, content in files.items()}:
            raise InvalidInput(
                f"{shown(file)}: import {id_} exists and would now be different, because the data have changed; "
                f"expected the same; run pcgraph import --undo {id_} first"
            )
        if changed := edited_files(folder, made[id_]):
            raise InvalidInput([_edited(folder, name, id_, "nothing was written") for name in changed])
    files[f"{FOLDER}/{id_}.json"] = manifest
    slugs = {slug for document in found.sources.values() for slug in document.entries}
    return Import(
        id_, folder, files, count, len(slugs), tuple(found.sources), tuple(sorted(found.new.keys() - found.places)),
        tuple(sorted(found.places)), tuple(faults), tuple(reader.unused), reader.left_out, warnings,
        before=before, after=after, texts=texts,
    )  # fmt: skip


def write(made: Import) -> list[Path]:
    """Write an import, all or nothing, and return the new files; an import that exists is not written again.

    Raises
    ------
    InvalidInput
        If a file cannot be written; then the data folder is unchanged.
    """
    return write_files(made.data, made.files, made.id, made.texts)


def undo(name: str, data: Path | Project | None = None, *, dry_run: bool = False) -> list[Path]:
    """Undo one import: remove exactly the files that it made, and what it added to others.

    Returns
    -------
    list of Path
        The files that were removed, or would be with `dry_run`.

    Raises
    ------
    UsageError
        If there is no such import.
    InvalidInput
        If one of its files was edited since, or other data need its content.
    """
    project = find(data)
    folder = project.data
    made = find_manifest(folder, name)
    if changed := edited_files(folder, made):
        raise InvalidInput([_edited(folder, each, name, "nothing was removed") for each in changed])
    everything = data_folder.read(project, home("ontology"), empty=True)
    left = without(everything, made)
    if needed := _new_errors(validation.run(left), everything):
        raise InvalidInput([f"import {name} is needed by other data; nothing was removed: {line}" for line in needed])
    if dry_run:
        return [folder / each for each in sorted(made["files"])]
    return remove_files(folder, name, made)


def without(inputs: data_folder.Inputs, made: Mapping[str, Any]) -> data_folder.Inputs:
    """Return the inputs as they were before an import."""
    out = {inputs.data / name for name in made["files"]}
    left = replace(inputs, files=tuple(file for file in inputs.files if file.path not in out))
    return _together(left, {name: text.encode() for name, text in made["before"].items()})


def _together(before: data_folder.Inputs, files: Mapping[str, bytes]) -> data_folder.Inputs:
    """Return the inputs with other files, as if they were in the data folder."""
    if not files:
        return before
    with TemporaryDirectory() as temporary:
        for name, content in files.items():
            path = Path(temporary) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        new = data_folder.read(replace(before.project, data=Path(temporary)), before.ontology)
        moved = [
            replace(file, path=before.data / file.path.relative_to(temporary))
            for file in new.files
            if file.role != "ontology"
        ]
    paths = {file.path for file in moved}
    kept = [file for file in before.files if file.path not in paths]
    return replace(before, files=tuple(sorted([*kept, *moved], key=lambda file: file.path)))


def _check(before: data_folder.Inputs, after: data_folder.Inputs, strict: bool) -> tuple[Finding, ...]:
    """Run the project's checks on the data with the new files, and return the warnings on the new files."""
    findings = validation.run(after)
    if errors := _new_errors(findings, before):
        raise InvalidInput(["the rows and the data together break rules; nothing was written", *errors])
    old = set(map(id, before.files))
    new = [file for file in after.files if id(file) not in old]
    paths, subjects = {file.path for file in new}, {quad.subject.value for file in new for quad in file.quads}
    twice = find_duplicates(loading.compute(after), after, subjects)
    if twice and strict:
        raise InvalidInput(["rows seem to be recorded already; nothing was written", *map(str, twice)])
    return tuple(sorted({*(finding for finding in findings if finding.path in paths), *twice}))


def _new_errors(findings: Iterable[Finding], before: data_folder.Inputs) -> list[str]:
    """Return the errors that the data did not have before; `pcgraph check` reports the others."""
    errors = [finding for finding in findings if finding.severity == "error"]
    known = set(validation.run(before)) if errors else set()
    return [str(finding) for finding in errors if finding not in known]


def _edited(data: Path, name: str, import_: str, so: str) -> str:
    return f"{shown(data / name)}: edited since import {import_}, so {so}; expected it unchanged; restore or keep it"

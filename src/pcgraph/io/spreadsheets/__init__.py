"""Spreadsheets in: the rows of a CSV or XLSX file become source files and engagements, or are refused by name.

A mapping says what each column means. An import is one unit: it is checked whole, written whole, and taken back whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pcgraph import validation
from pcgraph.errors import InvalidInput
from pcgraph.io.spreadsheets import manifest as folder
from pcgraph.io.spreadsheets.errors import Fault
from pcgraph.model.namespaces import local
from pcgraph.model.ontology import model
from pcgraph.store import data_folder
from pcgraph.store.files import home, shown
from pcgraph.validation.index import Lookup

if TYPE_CHECKING:
    from pcgraph.validation import Finding

__all__ = ["Fault", "Import", "prepare", "undo", "write"]


@dataclass(frozen=True)
class Import:
    """An import that could be written.

    Attributes
    ----------
    id : str
        Made of the contents of table and mapping and of the sheet's name.
    data : Path
    files : dict of str to bytes
        Path below the data folder → content, with the manifest.
    rows, engagements : int
        Rows that are taken, and what they speak of.
    sources, agents : tuple of str
        Slugs of the new sources, and of the agents that are registered.
    faults : tuple of Fault
        What is wrong with the rows that are left out.
    unused : tuple of str
        Columns that the mapping neither names nor ignores.
    warnings : tuple of Finding
    """

    id: str
    data: Path
    files: dict[str, bytes]
    rows: int
    engagements: int
    sources: tuple[str, ...]
    agents: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    unused: tuple[str, ...] = ()
    warnings: tuple[Finding, ...] = field(default=(), repr=False)


class BadRows(InvalidInput):
    """Rows cannot be taken, and nothing was written; `found` holds every fault."""

    def __init__(self, found: Iterable[Fault]) -> None:
        self.found = tuple(found)
        super().__init__([str(fault) for fault in self.found])


def prepare(
    file: Path,
    mapping: str,
    *,
    sheet: str | None = None,
    data: Path | None = None,
    skip_bad: bool = False,
) -> Import:
    """Read a spreadsheet and make everything that its import would write. Nothing is written.

    Parameters
    ----------
    file : Path
        CSV or XLSX.
    mapping : str
        Name of a shipped mapping, or a YAML file.
    sheet : str, optional
        Sheet of a workbook.
    data : Path, optional
        Data folder; by default the one that is shipped.
    skip_bad : bool
        Leave out rows that cannot be taken.

    Raises
    ------
    BadRows
        If rows cannot be taken, with all faults; not with `skip_bad`, if only single rows are wrong.
    InvalidInput
        If table, mapping or data cannot be read, or what would be written breaks a rule of `pcgraph.validation`.

    Notes
    -----
    Cost: linear in the rows.
    """
    from pcgraph.io.spreadsheets import documents, rows, table, turtle_writer, vocabulary
    from pcgraph.io.spreadsheets import mapping as mappings

    folder_, ontology = data or home("data"), home("ontology")
    made = folder.manifests(folder_)
    everything = data_folder.read(folder_, ontology, empty=True)
    declared = model(quad for each in everything.by_role("ontology") for quad in each.quads)
    rules = mappings.read(mapping, frozenset(map(local, declared.roles)) - {"participant"})
    read = table.read(file, sheet)
    key = hashlib.sha256(
        "\0".join([folder.sha(file.read_bytes()), folder.sha(rules.text.encode()), read.sheet]).encode()
    )
    id_ = key.hexdigest()[:12]
    before = without(everything, made.get(id_, {"files": {}})["files"])
    reader = rows.Reader(read, rules, vocabulary.Meaning(Lookup(before)))
    makers = {Path(name).stem: maker for maker, content in made.items() for name in content["files"] if maker != id_}
    found, bad = documents.gather(reader.records(), reader, makers)
    faults = sorted([*read.faults, *(fault for record in bad for fault in record.faults)], key=lambda fault: fault.row)
    if read.faults or not found.sources or (faults and not skip_bad):
        raise BadRows(faults)
    files = {f"sources/{slug}.ttl": turtle_writer.source(document).encode() for slug, document in found.sources.items()}
    if found.labels or found.agents:
        files[f"register/import-{id_}.ttl"] = turtle_writer.register(found).encode()
    warnings = _checked(before, files)
    skipped = sorted({fault.row for fault in faults})
    count = len(read.rows) - len(skipped)
    facts = {
        "table": file.name,
        "sheet": read.sheet,
        "mapping": Path(mapping).stem,
        "rows": count,
        "rows left out": skipped,
    }
    manifest = folder.manifest(facts, files)
    if id_ in made:
        manifest = (folder_ / folder.FOLDER / f"{id_}.json").read_bytes()
        if made[id_]["files"] != {name: folder.sha(content) for name, content in files.items()}:
            raise InvalidInput(
                f"{shown(file)}: import {id_} is there and would now be another, because the data have changed; "
                f"expected the same; run pcgraph import --undo {id_} first"
            )
        if changed := folder.edited(folder_, made[id_]["files"]):
            raise InvalidInput([_edited(folder_, name, id_, "nothing was written") for name in changed])
    files[f"{folder.FOLDER}/{id_}.json"] = manifest
    slugs = {slug for document in found.sources.values() for slug in document.entries}
    return Import(
        id_, folder_, files, count, len(slugs), tuple(found.sources), tuple(sorted(found.agents)), tuple(faults),
        tuple(reader.unused), warnings,
    )  # fmt: skip


def write(made: Import) -> list[Path]:
    """Write an import, all or nothing; nothing if it is there already.

    Raises
    ------
    InvalidInput
        If a file cannot be written; then the data folder is as it was.
    """
    return folder.put(made.data, made.files, made.id)


def undo(name: str, data: Path | None = None, *, dry_run: bool = False) -> list[Path]:
    """Take one import back: exactly the files that it made.

    Returns
    -------
    list of Path
        What was removed, or would be.

    Raises
    ------
    UsageError
        If there is no such import.
    InvalidInput
        If one of its files was edited since, or other data need what it brought.
    """
    folder_ = data or home("data")
    files = folder.known(folder_, name)["files"]
    if changed := folder.edited(folder_, files):
        raise InvalidInput([_edited(folder_, each, name, "nothing was removed") for each in changed])
    everything = data_folder.read(folder_, home("ontology"), empty=True)
    left = without(everything, files)
    if needed := _new_errors(validation.run(left), everything):
        raise InvalidInput([f"import {name} is needed by other data; nothing was removed: {line}" for line in needed])
    if dry_run:
        return [folder_ / each for each in sorted(files)]
    return folder.take(folder_, name, files)


def without(inputs: data_folder.Inputs, names: Iterable[str]) -> data_folder.Inputs:
    """Leave files of the data folder out."""
    out = {inputs.data / name for name in names}
    return replace(inputs, files=tuple(file for file in inputs.files if file.path not in out))


def _checked(before: data_folder.Inputs, files: dict[str, bytes]) -> tuple[Finding, ...]:
    """Run the project's own checks over the data with the new files; give the warnings on these."""
    with TemporaryDirectory() as temporary:
        for name, content in files.items():
            path = Path(temporary) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        new = data_folder.read(Path(temporary), before.ontology)
        moved = [
            replace(file, path=before.data / file.path.relative_to(temporary))
            for file in new.files
            if file.role != "ontology"
        ]
    findings = validation.run(replace(before, files=tuple(sorted([*before.files, *moved], key=lambda file: file.path))))
    if errors := _new_errors(findings, before):
        raise InvalidInput(["what the rows say breaks rules together with the data; nothing was written", *errors])
    paths = {file.path for file in moved}
    return tuple(finding for finding in findings if finding.path in paths)


def _new_errors(findings: Iterable[Finding], before: data_folder.Inputs) -> list[str]:
    """Write the errors that were not there before; the data may have others, which `pcgraph check` reports."""
    errors = [finding for finding in findings if finding.severity == "error"]
    known = set(validation.run(before)) if errors else set()
    return [str(finding) for finding in errors if finding not in known]


def _edited(data: Path, name: str, import_: str, so: str) -> str:
    return (
        f"{shown(data / name)}: edited since import {import_}, so {so}; expected it as it was made; restore or keep it"
    )

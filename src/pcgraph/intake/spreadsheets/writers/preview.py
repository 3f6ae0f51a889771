"""The data with an import and without it, as if its files were written, and what is wrong with them together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pcgraph import validation
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput
from pcgraph.intake.duplicates import find_duplicates
from pcgraph.store import data_folder
from pcgraph.store.files import temporary_folder

if TYPE_CHECKING:
    from pcgraph.validation import Finding


def without(inputs: data_folder.Inputs, made: Mapping[str, Any]) -> data_folder.Inputs:
    """Return the inputs as they were before an import."""
    out = {inputs.data / name for name in made["files"]}
    left = replace(inputs, files=tuple(file for file in inputs.files if file.path not in out))
    return together(left, {name: text.encode() for name, text in made["before"].items()})


def together(before: data_folder.Inputs, files: Mapping[str, bytes]) -> data_folder.Inputs:
    """Return the inputs with other files, as if they were in the data folder."""
    if not files:
        return before
    with TemporaryDirectory(dir=temporary_folder()) as temporary:
        for name, content in files.items():
            path = Path(temporary) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        new = data_folder.read(replace(before.project, data=Path(temporary)), before.ontology, empty=True)
        moved = [
            replace(file, path=before.data / file.path.relative_to(temporary))
            for file in new.files
            if file.path.is_relative_to(temporary)
        ]
    paths = {file.path for file in moved}
    kept = [file for file in before.files if file.path not in paths]
    return replace(before, files=tuple(sorted([*kept, *moved], key=lambda file: file.path)))


def check(before: data_folder.Inputs, after: data_folder.Inputs, strict: bool) -> tuple[Finding, ...]:
    """Run the project's checks on the data with the new files, and return the warnings on the new files."""
    findings = validation.run(after)
    if errors := new_errors(findings, before):
        raise InvalidInput(["the rows and the data together break rules; nothing was written", *errors])
    old = set(map(id, before.files))
    new = [file for file in after.files if id(file) not in old]
    paths, subjects = {file.path for file in new}, {quad.subject.value for file in new for quad in file.quads}
    twice = find_duplicates(loading.compute(after), after, subjects) if after.slugs else []
    if twice and strict:
        raise InvalidInput(["rows seem to be recorded already; nothing was written", *map(str, twice)])
    return tuple(sorted({*(finding for finding in findings if finding.path in paths), *twice}))


def new_errors(findings: Iterable[Finding], before: data_folder.Inputs) -> list[str]:
    """Return the errors that the data did not have before; `pcgraph check` reports the others."""
    errors = [finding for finding in findings if finding.severity == "error"]
    known = set(validation.run(before)) if errors else set()
    return [str(finding) for finding in errors if finding not in known]

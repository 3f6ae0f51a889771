"""Findings about what is recorded twice, and how they are kept between runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pcgraph.model.namespaces import PCG
from pcgraph.store import checksums
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.memo import Memo, checksum, program
from pcgraph.validation import Finding

# What a source says of itself and of its passages, and what no comparison reads.
WORDS = {PCG + name for name in ("title", "locator", "sha256", "wordCount", "wordHash", "symbols")}


class Duplicate(NamedTuple):
    """What was recorded twice: the subject at which it is reported, and the texts of the finding."""

    subject: str
    code: str
    what: str
    expected: str
    todo: str

    def finding(self, inputs: Inputs, homes: dict[str, list[File]]) -> Finding:
        """Return a warning at the block of the subject: that of a source file, or its first mention."""
        file = homes.get(self.subject, inputs.by_role("source"))[0]
        line = file.line(self.subject)
        return Finding(file.path, line, self.code, "warning", self.what, self.expected, self.todo)


def read_homes(inputs: Inputs) -> dict[str, list[File]]:
    """Return the files of sources that describe each subject."""
    found: dict[str, list[File]] = {}
    for file in inputs.by_role("source"):
        for subject in {triple.subject.value for triple in file.triples}:
            found.setdefault(subject, []).append(file)
    return found


def recall_duplicates(inputs: Inputs) -> list[Finding]:
    """Return what `pcgraph.intake.duplicates.find_duplicates` finds, from an earlier run if nothing that matters changed.

    Parameters
    ----------
    inputs : Inputs
        A data folder without errors.

    Returns
    -------
    list of Finding
        Sorted.

    Examples
    --------
    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> recall_duplicates(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    []
    """
    countries = str(checksums.checksum(inputs.ontology / "countries.ttl"))
    with Memo() as memo:
        key = checksum(program(), inputs.project.key, countries, *_what_matters(inputs, memo))
        if (kept := memo.get(key)) is None:
            from pcgraph.belief import loading
            from pcgraph.intake.duplicates import read_duplicates

            kept = memo.added[key] = read_duplicates(loading.compute(inputs), inputs)
    homes = read_homes(inputs) if kept else {}
    return sorted(Duplicate(*each).finding(inputs, homes) for each in kept)


def _what_matters(inputs: Inputs, memo: Memo) -> Iterator[str]:
    """Yield a checksum for each file: of its triples without those that no comparison reads."""
    keys = [checksum(program(), "what matters", file.role, file.graph, file.text) for file in inputs.files]
    before = memo.find(keys)
    for key, file in zip(keys, inputs.files, strict=True):
        if (kept := before.get(key)) is None:
            kept = memo.added[key] = checksum(file.slug, file.role, *_triples(file))
        yield kept


def _triples(file: File) -> Iterator[str]:
    for triple in file.triples:
        of_itself = file.role == "source" and triple.subject.value.partition("#")[0] == file.graph
        if not (of_itself and triple.predicate.value in WORDS):
            yield str(triple)

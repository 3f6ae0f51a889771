"""Check the data against the rules.

Rules about a single graph are SHACL shapes. Rules that need several graphs, a calendar or a text are functions. Each
rule has a code, a heading in ``docs/reference/error-codes.md`` and a file in ``tests/invalid`` that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pcgraph.store import checksums
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.memo import Memo, checksum, program
from pcgraph.validation import passages, shapes
from pcgraph.validation.finding import Finding
from pcgraph.validation.index import Lookup
from pcgraph.validation.passages.repair import fix
from pcgraph.validation.rule import LOCAL, RULES, RULES_WITH_TEXTS
from pcgraph.validation.rules import (  # noqa: F401 - some only register their rules
    captures,
    counts,
    dates,
    engagements,
    identifiers,
    identity,
    labels,
    naming,
    ontology_terms,
    outcomes,
    signatories,
    verdicts,
)
from pcgraph.validation.rules import texts as passage_rules  # noqa: F401

__all__ = ["LOCAL", "RULES", "RULES_WITH_TEXTS", "Finding", "codes", "fix", "run", "run_on"]


def run(inputs: Inputs, texts: Path | None = None) -> list[Finding]:
    """Check all rules and return the findings."""
    if not inputs.files:
        from pcgraph.store.quad_file import Dump
        from pcgraph.validation.rules import quad_files

        if isinstance(inputs, Dump):
            return quad_files.check(inputs)
    lookup = Lookup(inputs)
    language = inputs.project.label_language
    found = set(shapes.check(lookup, shapes.read(inputs.ontology / "shapes.ttl", inputs.names, language)))
    for code, rule in RULES.items():
        found.update(() if code in LOCAL else rule(lookup))
    found.update(_by_local_rules(lookup), ontology_terms.check(lookup))
    if texts is not None:
        found.update(_with_texts(lookup, texts))
    return sorted(found)


def run_on(
    lookup: Lookup, changed: Iterable[File], shape_texts: shapes.Shapes, texts: Path | None = None
) -> list[Finding]:
    """Check what some files say against all files, without checking the shapes of the others."""
    files = list(changed)
    roles = {file.role for file in files} - {"source"}  # the files of another role are one graph
    graphs = lookup.only([*files, *(file for file in lookup.inputs.files if file.role in roles)])
    local = lookup.only(files)
    found = set(shapes.check(graphs, shape_texts))
    for code, rule in RULES.items():
        found.update(rule(local if code in LOCAL else lookup))
    if texts is not None:
        found.update(_with_texts(lookup if roles else local, texts))
    return sorted(found)


def _by_local_rules(lookup: Lookup) -> Iterator[Finding]:
    """Check each file that these rules did not pass before, as it is and with what it names."""
    ontology = [file.text for file in lookup.inputs.by_role("ontology")]
    countries = str(checksums.checksum(lookup.inputs.ontology / "countries.ttl"))
    rules = {code: rule for code, rule in sorted(RULES.items()) if code in LOCAL}
    with Memo() as memo:
        key = checksum(program(), lookup.inputs.project.key, countries, *rules, *ontology)
        passed = {file.path: checksum(key, file.role, file.graph, file.text, *lookup.around(file))
                  for file, _ in lookup.by_role()}  # fmt: skip
        before = memo.find(passed.values())
        local = lookup.only(file for file, _ in lookup.by_role() if passed[file.path] not in before)
        found = [finding for rule in rules.values() for finding in rule(local)]
        faulty = {finding.path for finding in found}
        memo.added |= {passed[file.path]: True for file, _ in local.by_role() if file.path not in faulty}
    yield from found


def _with_texts(lookup: Lookup, texts: Path) -> Iterator[Finding]:
    available = passages.read(lookup.inputs, texts)
    for rule in RULES_WITH_TEXTS.values():
        yield from rule(lookup, available)
    yield from captures.payload_digest(lookup, texts)


def codes(ontology: Path) -> list[str]:
    """Return the codes of all rules, sorted.

    >>> from pcgraph.store.files import home
    >>> "no-passage" in codes(home("ontology"))
    True
    """
    return sorted(
        {
            *RULES,
            *RULES_WITH_TEXTS,
            captures.CODE,
            *ontology_terms.CODES,
            *shapes.read(ontology / "shapes.ttl").codes,
        }
    )

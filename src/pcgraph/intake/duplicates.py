"""Reports what is recorded twice, as findings at their place in the data folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pcgraph.belief import loading
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import PCG, compact
from pcgraph.query.duplicates.addresses import same_addresses
from pcgraph.query.duplicates.engagements import LookAlike, look_alikes
from pcgraph.query.duplicates.verdicts import reopened_verdicts
from pcgraph.store import checksums
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.memo import Memo, checksum, program
from pcgraph.validation import Finding

CODES = ("look-alike", "reopened-verdict", "same-address")
JUDGE = "keep one id, or write a judgement that says whether they are the same"
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


def find_duplicates(snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None) -> list[Finding]:
    """Find engagements, addresses and rejected values that are recorded twice."""
    homes = read_homes(inputs)
    return sorted(each.finding(inputs, homes) for each in read_duplicates(snapshot, inputs, among, homes))


def read_duplicates(
    snapshot: Snapshot,
    inputs: Inputs,
    among: Collection[str] | None = None,
    homes: dict[str, list[File]] | None = None,
) -> list[Duplicate]:
    """Return what `find_duplicates` finds, without its places, in no particular order."""
    pairs = _look_alikes(snapshot, read_homes(inputs) if homes is None else homes, among)
    return [*(twin for _, twin in pairs), *_repeated(snapshot, among)]


def find_look_alikes(
    snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None
) -> Iterator[tuple[LookAlike, Finding]]:
    """Yield the pairs of engagements that look like one, each with its finding; see `find_duplicates`."""
    homes = read_homes(inputs)
    for pair, twin in _look_alikes(snapshot, homes, among):
        yield pair, twin.finding(inputs, homes)


def _look_alikes(
    snapshot: Snapshot, homes: dict[str, list[File]], among: Collection[str] | None
) -> Iterator[tuple[LookAlike, Duplicate]]:
    def named(iri: str) -> str:
        return f"{compact(iri)} ({snapshot.label(iri) or 'no label'})"

    for pair in look_alikes(snapshot, among):
        if len(homes[pair.one]) == 1 and homes[pair.one] == homes[pair.other]:
            continue  # their only source tells them apart, such as a table by its rows
        apart = f"apart by {', '.join(pair.apart)}" if pair.apart else "nothing tells them apart"
        what = f"{named(pair.other)} looks like {named(pair.one)}: the same {', '.join(pair.shared)}, {apart}"
        yield pair, Duplicate(pair.other, "look-alike", what, "expected one id for one engagement", JUDGE)


def find_repeated(snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield the addresses and rejected values that are recorded twice; see `find_duplicates`."""
    homes = read_homes(inputs)
    return (each.finding(inputs, homes) for each in _repeated(snapshot, among))


def _repeated(snapshot: Snapshot, among: Collection[str] | None) -> Iterator[Duplicate]:
    def wanted(*iris: str) -> bool:
        return among is None or not set(iris).isdisjoint(among)

    for address, sources in same_addresses(snapshot):
        if wanted(*sources):
            others = ", ".join(compact(source) for source in sources[:-1])
            yield Duplicate(
                sources[-1],
                "same-address",
                f"{compact(sources[-1])} has the address of {others} ({address})",
                "expected one source for one page",
                "keep one file, or correct the address",
            )
    for each in reopened_verdicts(snapshot):
        if wanted(each.source, each.subject):
            yield Duplicate(
                each.source,
                "reopened-verdict",
                f"{compact(each.source)} says again what {compact(each.verdict)} rejects: {compact(each.subject)} "
                f"{compact(each.property)} {compact(each.value)}",
                "expected the verdict to know this voice",
                "read both, and renew the verdict with today's pcg:decided, or withdraw it",
            )


def recall_duplicates(inputs: Inputs) -> list[Finding]:
    """Return what `find_duplicates` finds, from an earlier run if nothing that matters changed."""
    countries = str(checksums.checksum(inputs.ontology / "countries.ttl"))
    with Memo() as memo:
        key = checksum(program(), inputs.project.key, countries, *_what_matters(inputs, memo))
        if (kept := memo.get(key)) is None:
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

"""Reports what is recorded twice, as findings at their place in the data folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import compact
from pcgraph.query.duplicates.addresses import same_addresses
from pcgraph.query.duplicates.engagements import LookAlike, look_alikes
from pcgraph.query.duplicates.verdicts import reopened_verdicts
from pcgraph.store.data_folder import File, Inputs
from pcgraph.validation import Finding

CODES = ("look-alike", "reopened-verdict", "same-address")
JUDGE = "keep one id, or write a judgement that says whether they are the same"


def find_duplicates(snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None) -> list[Finding]:
    """Find engagements, addresses and rejected values that are recorded twice.

    Parameters
    ----------
    snapshot : Snapshot
    inputs : Inputs
        The data folder of the snapshot.
    among : collection of str, optional
        IRIs of engagements and sources; only what concerns one of them.

    Returns
    -------
    list of Finding
        Warnings, sorted by file, line and code. A pair is reported at the engagement whose IRI is the later one.

    Examples
    --------
    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> from pcgraph.testing import tiny
    >>> find_duplicates(tiny(), data_folder.read(PACKAGE / "testing_data", home("ontology")))
    []
    """
    twins = (finding for _, finding in find_look_alikes(snapshot, inputs, among))
    return sorted([*twins, *find_repeated(snapshot, inputs, among)])


def find_look_alikes(
    snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None
) -> Iterator[tuple[LookAlike, Finding]]:
    """Yield the pairs of engagements that look like one, each with its finding; it takes what `find_duplicates` takes.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> from pcgraph.testing import tiny
    >>> [*find_look_alikes(tiny(), data_folder.read(PACKAGE / "testing_data", home("ontology")))]
    []
    """

    def named(iri: str) -> str:
        return f"{compact(iri)} ({snapshot.label(iri) or 'no label'})"

    homes = _homes(inputs)
    for pair in look_alikes(snapshot, among):
        if len(homes[pair.one]) == 1 and homes[pair.one] == homes[pair.other]:
            continue  # their only source tells them apart, such as a table by its rows
        apart = f"apart by {', '.join(pair.apart)}" if pair.apart else "nothing tells them apart"
        finding = _finding(
            inputs,
            homes,
            pair.other,
            "look-alike",
            f"{named(pair.other)} looks like {named(pair.one)}: the same {', '.join(pair.shared)}, {apart}",
            "expected one id for one engagement",
            JUDGE,
        )
        yield pair, finding


def find_repeated(snapshot: Snapshot, inputs: Inputs, among: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield the addresses and rejected values that are recorded twice; it takes what `find_duplicates` takes.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> from pcgraph.testing import tiny
    >>> [*find_repeated(tiny(), data_folder.read(PACKAGE / "testing_data", home("ontology")))]
    []
    """

    def wanted(*iris: str) -> bool:
        return among is None or not set(iris).isdisjoint(among)

    homes = _homes(inputs)
    for address, sources in same_addresses(snapshot):
        if wanted(*sources):
            others = ", ".join(compact(source) for source in sources[:-1])
            yield _finding(
                inputs,
                homes,
                sources[-1],
                "same-address",
                f"{compact(sources[-1])} has the address of {others} ({address})",
                "expected one source for one page",
                "keep one file, or correct the address",
            )
    for each in reopened_verdicts(snapshot):
        if wanted(each.source, each.subject):
            yield _finding(
                inputs,
                homes,
                each.source,
                "reopened-verdict",
                f"{compact(each.source)} says again what {compact(each.verdict)} rejects: {compact(each.subject)} "
                f"{compact(each.property)} {compact(each.value)}",
                "expected the verdict to know this voice",
                "read both, and renew the verdict with today's pcg:decided, or withdraw it",
            )


def _finding(
    inputs: Inputs, homes: dict[str, list[File]], subject: str, code: str, what: str, expected: str, todo: str
) -> Finding:
    """Return a warning at the block of a subject: that of a source file, or its first mention."""
    file = homes.get(subject, inputs.by_role("source"))[0]
    return Finding(file.path, file.line(subject), code, "warning", what, expected, todo)


def _homes(inputs: Inputs) -> dict[str, list[File]]:
    """Return the files of sources that describe each subject."""
    found: dict[str, dict[str, File]] = {}
    for file in inputs.by_role("source"):
        for quad in file.quads:
            found.setdefault(quad.subject.value, {})[file.slug] = file
    return {subject: [*files.values()] for subject, files in found.items()}

"""Releases of the data: each is written once, and what a later one lacks keeps an address that says so."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

import polars as pl
import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph, load
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model import namespaces
from pcgraph.model.namespaces import DCTERMS, OWL, PCG, SKOS
from pcgraph.query.diff import diff
from pcgraph.store.files import shown
from pcgraph.store.serialize import serialize
from pcgraph.web import pages
from pcgraph.web.context import Site
from pcgraph.web.pages.entity import triples
from pcgraph.web.pages.followed import Entry, newest_day
from pcgraph.web.site.entries import entries, from_json, reason, to_json
from pcgraph.web.site.output import RELEASES

DUMP, NAMES, FACTS, SUMS, CHANGES = "graph.nq.gz", "names.txt", "release.json", "SHA256SUMS", "changes.csv"
ENTRIES = "entries.json"  # of the feeds
STATEMENTS = "statements.nq.gz"  # of each engagement, which citations are of; the graph is its IRI
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,60}")
KEPT = (DUMP, NAMES, FACTS, CHANGES)


@dataclass(frozen=True)
class Release:
    """A release as its folder tells it: version, newest day in the data, counts, checksum of the dump, IRIs.

    `changes` counts what came, went and changed since the release before, by what it is.
    """

    version: str
    day: str
    sha256: str
    after: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Changes:
    """What changed: the rows of `pcgraph.query.diff.diff`, None without a release to compare with, and the entries."""

    rows: pl.DataFrame | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class History:
    """The releases of a site, oldest first, and their folder; `new` are the entries of one that is being written."""

    folder: Path
    releases: tuple[Release, ...] = ()
    new: tuple[Entry, ...] = ()

    @property
    def last(self) -> Release | None:
        """The newest release, or None."""
        return self.releases[-1] if self.releases else None

    def changes(self, site: Site) -> Changes:
        """Return what changed since the last release, as far as its graph is here."""
        if self.last is None or not (self.folder / self.last.version / DUMP).is_file():
            return Changes()
        old = Site(self.graph(site, self.last.version), "")
        rows = diff(old.kg, site.kg)
        return Changes(rows, tuple(entries(old, site, rows)))

    def entries(self) -> list[Entry]:
        """Return the entries of all feeds, newest first; nothing of a release made before they were kept."""
        found = [*self.new]
        for release in reversed(self.releases):
            path = self.folder / release.version / ENTRIES
            found += from_json(path.read_bytes(), release.version, release.day) if path.is_file() else []
        return found

    def graph(self, site: Site, version: str) -> KnowledgeGraph:
        """Return the graph of a release."""
        return load(replace(site.project, data=self.folder / version / DUMP), build=False)

    def statements(self, version: str) -> Iterator[tuple[str, list[ox.Triple]]]:
        """Yield each engagement of a release with its statements; nothing of a release made before they were kept."""
        path = self.folder / version / STATEMENTS
        if path.is_file():
            quads = ox.parse(gzip.decompress(path.read_bytes()), format=ox.RdfFormat.N_QUADS)
            for graph, found in groupby(quads, key=lambda quad: quad.graph_name):
                yield graph.value, [quad.triple for quad in found]


def read(out: Path) -> History:
    """Read the releases of a site."""
    folder, found = out / RELEASES, {}
    for place in sorted(folder.glob("*/")):
        release = None
        try:
            lines = (place / SUMS).read_text("utf-8").splitlines()
            sums = {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
            names = frozenset((place / NAMES).read_text("utf-8").splitlines())
            if all(hashlib.sha256((place / name).read_bytes()).hexdigest() == sums[name] for name in {*KEPT, *sums}):
                release = Release(**json.loads((place / FACTS).read_bytes()), names=names)
        except (OSError, ValueError, KeyError, TypeError):
            pass
        if release is None or release.version != place.name:
            raise InvalidInput(
                f"{shown(place)}: a damaged release; expected the files that {SUMS} lists, unchanged; "
                "copy it anew from where it is published"
            )
        found[release.version] = release
    first = {release.after: release for release in found.values()}
    ordered, last = [], ""
    while last in first:
        ordered.append(first.pop(last))
        last = ordered[-1].version
    if first:
        lost, release = min(first.items(), key=lambda pair: pair[1].version)
        raise InvalidInput(
            f"{shown(folder / release.version)}: follows {lost or 'no release'}, which is not here or is followed by "
            "another; expected every release since the first; copy the missing ones from where they are published"
        )
    return History(folder, tuple(ordered))


def with_new(history: History, site: Site, write: Callable[[str, bytes], None], *, first: bool) -> History:
    """Write a new release and return the history with it; one that exists with the same data is kept as it is.

    Without `first`, a release before this one has to be there: a copy of this folder would erase what is published.
    """
    version = site.project.version
    if not VERSION.fullmatch(version):
        raise UsageError(
            '--release: the project file has no version; expected one such as 0.2.0; add the line  version = "0.2.0"'
        )
    if not history.releases and not first:
        raise UsageError(
            f"{shown(history.folder)}: no release is here; expected those before {version}; copy releases/ and "
            "manifest.json from the published site, or add --first if there is none"
        )
    dump = gzip.compress(serialize(site.kg.raw, ox.RdfFormat.N_QUADS), 9, mtime=0)
    sum_ = hashlib.sha256(gzip.decompress(dump)).hexdigest()
    if same := next((each for each in history.releases if each.version == version), None):
        if same.sha256 != sum_:
            raise UsageError(
                f"{RELEASES}/{version}: released already, with other data; expected a new version; raise version in "
                "pcgraph.toml"
            )
        return history
    changes = history.changes(site)
    names = sorted(all_names(site))
    last = history.last
    release = Release(version, newest_day(site), sum_, last.version if last else "", counts(site), count(changes.rows))
    facts = {name: value for name, value in vars(release).items() if name != "names"}
    rows = changes.rows
    table = b"" if rows is None else rows.with_columns(pl.col("sources").list.join(" ")).write_csv().encode()
    files = {
        DUMP: dump,
        NAMES: "".join(f"{name}\n" for name in names).encode(),
        FACTS: (json.dumps(facts, indent=1, ensure_ascii=False) + "\n").encode(),
        CHANGES: table,
        ENTRIES: to_json(changes.entries),
        STATEMENTS: gzip.compress(_statements(site), 9, mtime=0),
    }
    for name, content in files.items():
        write(f"{RELEASES}/{version}/{name}", content)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    write(f"{RELEASES}/{version}/{SUMS}", sums.encode())
    new = from_json(files[ENTRIES], version, release.day)
    return History(history.folder, (*history.releases, Release(**facts, names=frozenset(names))), tuple(new))


def _statements(site: Site) -> bytes:
    """Return the statements that the page of each engagement has, as N-Quads."""
    found = sorted(set(site.kg.tables.engagements["engagement"]) & set(pages.things(site)))
    quads = (ox.Quad(*each, ox.NamedNode(iri)) for iri in found for each in triples(site, iri))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def all_names(site: Site) -> set[str]:
    """Return every IRI that has an address in this graph: things and their parts."""
    return {*pages.things(site), *pages.parts(site)}


def counts(site: Site) -> dict[str, int]:
    """Return the counts that describe a graph."""
    tables = site.kg.tables
    return {"quads": site.kg.quads, "engagements": tables.engagements.height, "sources": tables.sources.height}


def count(changes: pl.DataFrame | None) -> dict[str, int]:
    """Return how many engagements, steps and so on came, went and changed, such as ``engagement came``."""
    if changes is None:
        return {}
    found = changes.group_by("what", "change").len().sort("what", "change")
    return {f"{what} {change}": many for what, change, many in found.iter_rows()}


@dataclass(frozen=True)
class Gone:
    """An IRI without a document: when it was there, what replaces it, and why it is gone; "" where nothing is known.

    `label` is what the last release that has it calls it, and `said` what it stated.
    """

    iri: str
    since: str = ""  # the first release that lacks it
    until: str = ""  # the last release that has it
    instead: str = ""
    verdict: str = ""
    reason: str = ""
    label: str = ""
    said: tuple[ox.Triple, ...] = ()

    def documented(self) -> list[ox.Triple]:
        """Return what it stated, with the note that it is gone and why."""
        iri, why = ox.NamedNode(self.iri), f"{self.reason} " if self.reason else ""
        note = ox.Literal(f"Gone. {why}It was last in release {self.until}.", language="en")
        extra = [
            ox.Triple(iri, ox.NamedNode(OWL + "deprecated"), ox.Literal(value=True)),
            ox.Triple(iri, ox.NamedNode(SKOS + "changeNote"), note),
        ]
        if self.instead:
            extra.append(ox.Triple(iri, ox.NamedNode(DCTERMS + "isReplacedBy"), ox.NamedNode(self.instead)))
        return [*self.said, *extra]


def gone(history: History, site: Site) -> list[Gone]:
    """Return the IRIs of earlier releases that the graph lacks, and those that verdicts merge into others; sorted."""
    merged = pages.merged(site)
    earlier = {name for release in history.releases for name in release.names} | set(merged)
    current = all_names(site) if earlier else set[str]()
    found: list[Gone] = []
    before: dict[str, tuple[Site, set[str]]] = {}
    for iri in sorted(earlier - current):
        having = [release.version for release in history.releases if iri in release.names]
        following = {release.after: release.version for release in history.releases}
        verdict = _verdict(site, iri)
        label, said, why = "", [], site.value(verdict, PCG + "reason") if verdict else ""
        if having and (history.folder / having[-1]).is_dir():
            if having[-1] not in before:
                old = Site(history.graph(site, having[-1]), "")
                before[having[-1]] = old, set(pages.things(old))
            old, with_pages = before[having[-1]]
            label, said = old.label(iri), triples(old, iri) if iri in with_pages else []
            why = why or reason(old, site, iri)
        found.append(
            Gone(
                iri,
                following.get(having[-1], "") if having else "",
                having[-1] if having else "",
                merged.get(iri, ""),
                verdict,
                why,
                label,
                tuple(said),
            )
        )
    return found


def _verdict(site: Site, iri: str) -> str:
    """Return the verdict that merges an IRI into another one, or else any verdict about it; "" if there is none."""
    about = {quad.subject.value for quad in site.quads(None, PCG + "onSubject", iri, namespaces.VERDICTS)}
    merging = {verdict for verdict in about if any(site.quads(verdict, PCG + "onProperty", namespaces.SAME))}
    return min(merging or about, default="")

"""Quads in scope → columns: what each source says, and how far each source is to be trusted.

What the scope leaves out is never seen by anything to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl
import pyoxigraph as ox

from pcgraph import terms
from pcgraph.dates import bounds
from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.model import Model
from pcgraph.paths import shown
from pcgraph.scope import Scope
from pcgraph.store import File, Inputs
from pcgraph.terms import PCG, SRC


@dataclass(frozen=True)
class Selection:
    """The files in scope, and why each source that is not in it was left out: (slug, reason), sorted."""

    files: tuple[File, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Evidence:
    """Columns of what is said.

    Attributes
    ----------
    facts : polars.DataFrame
        source, subject, property (IRIs), value (N-Triples term), inferred (bool: every mark of that source applied).
        Without the sources' own metadata, the passages' offsets and the marks.
    sources : polars.DataFrame
        source, tier (1 best … 5), known (day from which it counts), newest (its own day, for order; null where it
        has none), voice (IRI of the source that stands for all that
        repeat one text).
    verdicts : polars.DataFrame
        subject, property, rejects, prefers (N-Triples terms or null).
    """

    facts: pl.DataFrame
    sources: pl.DataFrame
    verdicts: pl.DataFrame


@dataclass(frozen=True)
class Told:
    """All that was ever told in a scope, by sources too that were retracted since.

    Attributes
    ----------
    evidence : Evidence
    retracted : dict
        Source → the day from which it counts no more; none after the scope's day.
    cards : tuple of pyoxigraph.Quad
        What the retracted sources say of themselves.
    """

    evidence: Evidence
    retracted: dict[str, date]
    cards: tuple[ox.Quad, ...] = ()


def told(inputs: Inputs, model: Model, scope: Scope, found: Evidence) -> Told:
    """Add to what is said in a scope (`found`) what retracted sources said; costs nothing where there are none."""
    days = {s: day for s, day in _retractions(inputs).items() if scope.as_of is None or day <= scope.as_of}
    before = select(inputs, model, scope, retracted=True)
    files = [file for file in before.files if file.role == "source" and file.graph in days]
    if not files:
        return Told(found, {})
    cards = (quad for file in files for quad in file.quads if quad.subject.value == file.graph)
    return Told(evidence(before, model), {file.graph: days[file.graph] for file in files}, tuple(cards))


def select(inputs: Inputs, model: Model, scope: Scope, *, retracted: bool = False) -> Selection:
    """Choose the files that are in scope; with `retracted`, sources too that count no more.

    Raises
    ------
    UsageError
        If `scope` names a source that does not exist, or leaves none.
    """
    files = {file.slug: file for file in inputs.of("source")}
    for option, slugs in (
        ("--only", scope.only),
        ("--without", scope.without),
        ("--without-voice", scope.without_voice),
    ):
        for slug in slugs:
            if slug not in files:
                raise UsageError(
                    f"{option} {slug}: no such source; expected a slug of data/sources; {nearest(slug, files)}"
                )
    retractions = {} if retracted else _retractions(inputs)
    table = _sources(files.values(), model)
    known, voice = (dict(table.select("source", name).iter_rows()) for name in ("known", "voice"))
    silenced = {voice[SRC + slug] for slug in scope.without_voice}
    left: dict[str, str] = {}
    for slug in files:
        gone = retractions.get(SRC + slug)
        if scope.only and slug not in scope.only:
            left[slug] = "not among --only"
        elif slug in scope.without or slug in scope.without_voice:
            left[slug] = "left out by name"
        elif voice[SRC + slug] in silenced:
            left[slug] = f"same voice ({'; '.join(_all(files[slug], 'wire'))})"
        elif scope.as_of and known[SRC + slug] and known[SRC + slug] > scope.as_of:
            undated = not _all(files[slug], "date")
            left[slug] = f"{'undated, taken in' if undated else 'known only from'} {known[SRC + slug]}"
        elif gone and (scope.as_of is None or gone <= scope.as_of):
            left[slug] = f"retracted {gone}"
    if len(left) == len(files):
        raise UsageError("no source is in scope; expected at least one; widen --as-of, --only or --without")
    kept = tuple(file for file in inputs.files if file.role != "source" or file.slug not in left)
    return Selection(kept, tuple(sorted(left.items())))


def everything(inputs: Inputs) -> tuple[Selection, dict[str, date]]:
    """Choose every file, whatever its day, and say from which day each retracted source counts no more."""
    return Selection(inputs.files, ()), _retractions(inputs)


def evidence(selection: Selection, model: Model) -> Evidence:
    """Turn the files in scope into columns.

    Raises
    ------
    InvalidInput
        If a source has a date that is none.
    """
    files = [file for file in selection.files if file.role == "source"]
    quads = columns(quad for file in files for quad in file.quads)
    meta = pl.col("subject").str.starts_with(SRC)
    marks = quads.filter(pl.col("property").is_in(list(terms.MARKS)))
    facts = quads.filter(~meta & ~pl.col("property").is_in(list(terms.MARKS)))
    said = pl.col("value")
    by_property = marks.filter(pl.col("property") == terms.INFERRED).select(
        "source", "subject", said.str.strip_chars("<>").alias("property"), pl.lit(True).alias("by_property")
    )
    by_party = marks.filter(pl.col("property") == terms.INFERRED_PARTY).select(
        "source", "subject", "value", pl.lit(True).alias("by_party")
    )
    facts = (
        facts.join(by_property.unique(), on=["source", "subject", "property"], how="left")
        .join(by_party.unique(), on=["source", "subject", "value"], how="left")
        .with_columns(
            (
                pl.col("by_property").fill_null(False)
                | (pl.col("by_party").fill_null(False) & pl.col("property").is_in(sorted(model.roles)))
            ).alias("inferred")
        )
        .drop("by_property", "by_party")
        .sort("source", "subject", "property", "value")
    )
    return Evidence(facts, _sources(files, model), _verdicts(selection))


def columns(quads: Iterable[ox.Quad]) -> pl.DataFrame:
    """Turn quads into text columns: source, subject, property as IRIs, value as an N-Triples term."""
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    text = (lines or b"").decode()
    frame = pl.DataFrame({"line": text.split("\n")}, schema={"line": pl.String})  # splitlines would cut inside literals
    parts = frame.select(
        pl.col("line").str.extract_groups(
            r"^<?(?<subject>[^\s>]+)>? <(?<property>[^>]+)> (?<value>.+) <(?<source>[^>]+)> \.$"
        )
    ).unnest("line")
    return parts.filter(pl.col("subject").is_not_null()).select("source", "subject", "property", "value")


def _all(file: File, name: str) -> list[str]:
    """List the values of ``pcg:<name>`` of the file's source, sorted."""
    return sorted(
        q.object.value for q in file.quads if q.predicate.value == PCG + name and q.subject.value == file.graph
    )


def _one(file: File, name: str) -> str | None:
    """Give the value of ``pcg:<name>`` of the file's source, the least one if there are several."""
    return min(_all(file, name), default=None)


def voices(wires: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Find which sources are one voice: those that share a wire, also by way of third ones.

    Parameters
    ----------
    wires : mapping
        Source → the texts that it repeats.

    Returns
    -------
    dict
        Source → the least source of its voice.

    >>> voices({"a": ["APP"], "b": ["APP", "release"], "c": ["release"], "d": []})
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    """
    heads = {source: source for source in wires}
    first: dict[str, str] = {}

    def head(source: str) -> str:
        while heads[source] != source:
            source = heads[source]
        return source

    for source in sorted(wires):
        for wire in wires[source]:
            one, other = sorted((head(source), head(first.setdefault(wire, source))))
            heads[other] = one
    return {source: head(source) for source in wires}


def _sources(files: Iterable[File], model: Model) -> pl.DataFrame:
    rows = []
    ordered = sorted(files, key=lambda file: file.graph)
    voice = voices({file.graph: _all(file, "wire") for file in ordered})
    for file in ordered:
        newest = _latest(file, file.graph, _one(file, "date"))  # being taken in late makes nobody the newest
        known = newest or _latest(file, file.graph, _one(file, "firstSeen"))
        rows.append((file.graph, model.ranks.get(_one(file, "tier") or "", 9), known, newest, voice[file.graph]))
    schema = {"source": pl.String, "tier": pl.Int64, "known": pl.Date, "newest": pl.Date, "voice": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _latest(file: File, subject: str, text: str | None) -> date | None:
    """Give the last day of a date in a file, None where there is none or it is open."""
    try:
        return bounds(text).latest if text is not None else None
    except ValueError as error:
        raise InvalidInput(f"{shown(file.path)}:{file.line(subject)}: bad-edtf: {error}") from error


def _retractions(inputs: Inputs) -> dict[str, date]:
    found: dict[str, date] = {}
    for file in inputs.of("verdicts"):
        for quad in file.quads:
            if quad.predicate.value != PCG + "retracted":
                continue
            if day := _latest(file, quad.subject.value, quad.object.value):
                found[quad.subject.value] = day
    return found


def _verdicts(selection: Selection) -> pl.DataFrame:
    rows: dict[str, dict[str, str]] = {}
    for file in selection.files:
        for quad in file.quads if file.role == "verdicts" else ():
            rows.setdefault(quad.subject.value, {})[terms.local(quad.predicate.value)] = str(quad.object)
    names: Sequence[str] = ("onSubject", "onProperty", "rejects", "prefers")
    found = sorted(
        (tuple(row.get(name) for name in names) for row in rows.values() if "onSubject" in row and "onProperty" in row),
        key=lambda row: [value or "" for value in row],
    )
    frame = pl.DataFrame(
        [tuple(row) for row in found],
        schema=dict.fromkeys(("subject", "property", "rejects", "prefers"), pl.String),
        orient="row",
    )
    return frame.with_columns(pl.col("subject", "property").str.strip_chars("<>"))

"""Select the quads in scope: which sources count, from which day on, and which of them are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import polars as pl

from pcgraph.belief.evidence.proof import only_proved
from pcgraph.belief.tables import VALUE_IRI
from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import PCG, VERDICTS, G
from pcgraph.model.ontology import Ontology
from pcgraph.model.scope import ESTIMABLE, ESTIMATE, FIRST_SEEN, UNPROVED, Scope
from pcgraph.store import nquads
from pcgraph.store.data_folder import Inputs


@dataclass(frozen=True)
class Selection:
    """The quads in scope."""

    inputs: Inputs
    columns: pl.DataFrame  # quads in scope: source, subject, property, value
    left_out: tuple[tuple[str, str], ...] = ()  # why each source that is not in scope was left out; sorted
    # source → the day from which it counts, for undated sources whose day is estimated
    estimates: Mapping[str, date] = field(default_factory=dict)
    as_of: date | None = None  # the day of the scope

    @cached_property
    def today(self) -> date:
        """The day of the scope or, without one, the newest on which any source of the project was first seen."""
        own = (pl.col("property") == PCG + "firstSeen") & (pl.col("subject") == pl.col("source"))
        seen = self.inputs.columns.filter(own)["value"]
        return self.as_of or newest_day(nquads.plain(value) for value in seen)


def select(inputs: Inputs, ontology: Ontology, scope: Scope, *, retracted: bool = False) -> Selection:
    """Select the quads in scope."""
    slugs = dict.fromkeys(inputs.slugs)
    for option, named in (
        ("only", scope.only),
        ("without", scope.without),
        ("without voice", scope.without_voice),
    ):
        for slug in named:
            if slug not in slugs:
                raise UsageError(
                    f"{option} {slug}: no such source; expected a slug of data/sources; {nearest(slug, slugs)}"
                )
    retractions = {} if retracted else read_retractions(inputs)
    cards = read_cards(inputs.columns)
    estimates = _estimate_days(inputs, cards) if scope.as_of or scope.undated == ESTIMATE else {}
    used = estimates if scope.undated == ESTIMATE else {}
    table = source_table(inputs, cards, ontology, used)
    known, voice = (dict(table.select("source", name).iter_rows()) for name in ("known", "voice"))
    src = inputs.names.src
    silenced = {voice[src + slug] for slug in scope.without_voice}
    left: dict[str, str] = {}
    for slug in slugs:
        gone = retractions.get(src + slug)
        if scope.only and slug not in scope.only:
            left[slug] = "not among --only"
        elif slug in scope.without or slug in scope.without_voice:
            left[slug] = "excluded by name"
        elif voice[src + slug] in silenced:
            left[slug] = f"same voice ({'; '.join(cards[src + slug].get('wire', ()))})"
        elif scope.as_of and known[src + slug] and known[src + slug] > scope.as_of:
            left[slug] = f"known only from {known[src + slug]}"
            if not cards[src + slug].get("date") and src + slug not in used:
                day = estimates.get(src + slug)
                kept = day is not None and day <= scope.as_of
                left[slug] = f"{FIRST_SEEN} {known[src + slug]}{f'{ESTIMABLE} {day}' if kept else ''}"
        elif gone and (scope.as_of is None or gone <= scope.as_of):
            left[slug] = f"retracted {gone}"
    columns = inputs.columns.filter(~pl.col("source").is_in([src + slug for slug in left])) if left else inputs.columns
    if scope.proved:
        columns = only_proved(columns, src)
        still = set(columns["source"].unique())
        left |= {slug: UNPROVED for slug in slugs if slug not in left and src + slug not in still}
        if len(left) == len(slugs):
            raise UsageError(
                "no passage is proved; expected the result of a verification; run `pcgraph verify --record --texts DIR`"
            )
    if len(left) == len(slugs):
        raise UsageError("no source is in scope; expected at least one; choose a later day or other sources")
    columns = _without_later_searches(columns, scope.as_of) if scope.as_of else columns
    return Selection(inputs, columns, tuple(sorted(left.items())), used, scope.as_of)


def newest_day(texts: Iterable[str]) -> date:
    """Return the newest of some days; the first of the calendar if there is none."""
    return max((day for text in {*texts} if (day := bounds(text).latest)), default=date.min)


def _estimate_days(inputs: Inputs, cards: Mapping[str, Mapping[str, list[str]]]) -> dict[str, date]:
    """Estimate from which day on each undated source counts: the latest day of a step that it states as reached.

    A step that the source's graph marks as a reading or as alleged does not count, nor does a date without a last
    possible day. A source is never estimated to be later than it was first seen. A source without such a step has no
    estimate.
    """
    undated = [source for source, card in cards.items() if not card.get("date")]
    said = inputs.columns.filter(pl.col("source").is_in(undated))
    marks = [namespaces.INFERRED, namespaces.ALLEGED]
    read = said.filter(pl.col("property").is_in(marks)).select("source", "subject", property=VALUE_IRI)
    stated = said.join(read, on=["source", "subject", "property"], how="anti")

    def values_of(name: str) -> pl.DataFrame:
        return stated.filter(property=PCG + name)

    steps = values_of("step").select("source", subject=VALUE_IRI)
    reached = values_of("status").join(steps, on=["source", "subject"], how="semi")
    dates = values_of("date").join(reached, on=["source", "subject"], how="semi")
    found: dict[str, date] = {}
    for source, subject, value in dates.select("source", "subject", "value").iter_rows():
        if day := latest_day(inputs, source, subject, nquads.plain(value)):
            found[source] = max(day, found.get(source, day))
    for source in found:
        if seen := latest_day(inputs, source, source, next(iter(cards[source].get("firstSeen", ())), None)):
            found[source] = min(seen, found[source])
    return found


def _without_later_searches(columns: pl.DataFrame, day: date) -> pl.DataFrame:
    """Drop the searches that were not made by a day."""
    search = pl.col("source") == namespaces.SEARCHES
    made = pl.col("value").str.slice(1, len("2026-06-01")) <= day.isoformat()  # the value begins with a quotation mark
    known = columns.filter(search & made, property=PCG + "searchedOn")["subject"]
    return columns.filter(~search | pl.col("subject").is_in(known.implode()))


def read_cards(columns: pl.DataFrame) -> dict[str, dict[str, list[str]]]:
    """Return the metadata of each source: source → property name → sorted values."""
    found: dict[str, dict[str, list[str]]] = {
        source: {} for source in columns["source"].unique().sort() if not source.startswith(G)
    }
    names = {PCG + name: name for name in ("date", "firstSeen", "tier", "wire", "publisher")}
    card = columns.filter(pl.col("property").is_in([*names]))
    card = card.filter(subject=pl.col("source")).sort("source", "property", "value")
    for source, property_, value in card.select("source", "property", "value").iter_rows():
        if source in found:
            found[source].setdefault(names[property_], []).append(nquads.plain(value))
    return {source: {name: sorted(values) for name, values in said.items()} for source, said in found.items()}


def voices(wires: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Group sources into voices: sources that repeat one and the same text, and no other, are one voice.

    A source that repeats several texts is a voice of its own, so that it does not join the voices of all of them.

    >>> voices({"a": ["APP"], "b": ["APP", "release"], "c": ["APP"], "d": []})
    {'a': 'a', 'b': 'b', 'c': 'a', 'd': 'd'}
    """
    first: dict[str, str] = {}
    texts = {source: [*found] for source, found in wires.items()}
    return {
        source: first.setdefault(texts[source][0], source) if len(texts[source]) == 1 else source
        for source in sorted(texts)
    }


def source_table(
    inputs: Inputs, cards: Mapping[str, Mapping[str, list[str]]], ontology: Ontology, estimates: Mapping[str, date]
) -> pl.DataFrame:
    """Return the table of sources; see `pcgraph.belief.evidence.Evidence`. `estimates` are those of `Selection`."""
    rows = []
    voice = voices({source: card.get("wire", ()) for source, card in cards.items()})
    for source, card in cards.items():
        day = {name: next(iter(card.get(name, ())), None) for name in ("date", "firstSeen", "tier")}
        newest = latest_day(inputs, source, source, day["date"])  # a late pcg:firstSeen does not make it newer
        known = newest or estimates.get(source) or latest_day(inputs, source, source, day["firstSeen"])
        oldest = bounds(day["date"]).earliest if day["date"] is not None else None
        rank, publisher = ontology.ranks.get(day["tier"] or "", 9), next(iter(card.get("publisher", ())), None)
        reported, wires = newest or estimates.get(source), [*card.get("wire", ())]
        rows.append((source, rank, known, oldest, newest, voice[source], reported, publisher, wires))
    schema: dict[str, pl.DataType | type[pl.DataType]] = {"source": pl.String, "tier": pl.Int64}
    schema |= dict.fromkeys(("known", "oldest", "newest"), pl.Date)
    schema |= {"voice": pl.String, "reported": pl.Date, "publisher": pl.String, "agencies": pl.List(pl.String)}
    return pl.DataFrame(rows, schema=schema, orient="row")


def latest_day(inputs: Inputs, graph: str, subject: str, text: str | None) -> date | None:
    """Return the last possible day of a date, or None if there is no date or it is open-ended."""
    try:
        return bounds(text).latest if text is not None else None
    except ValueError as error:
        raise InvalidInput(f"{inputs.where(graph, subject)}: bad-edtf: {error}") from error


def read_retractions(inputs: Inputs) -> dict[str, date]:
    """Return the day from which each retracted source no longer counts."""
    said = inputs.columns.filter(source=VERDICTS, property=PCG + "retracted")
    found = {}
    for subject, value in said.select("subject", "value").iter_rows():
        if day := latest_day(inputs, VERDICTS, subject, nquads.plain(value)):
            found[subject] = day
    return found

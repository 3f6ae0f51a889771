"""What changed from one release to the next, as entries of feeds: for each thing, and for each question's answer."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

import polars as pl
import pyoxigraph as ox

from pcgraph.model.entities import passages
from pcgraph.query.cite.fact_hash import content_hash
from pcgraph.query.engine.result import Result
from pcgraph.query.questions import catalogue
from pcgraph.query.statements.number_groups import join_numbers
from pcgraph.web.context import Site, own_path
from pcgraph.web.pages import question_pages
from pcgraph.web.pages.entity import triples
from pcgraph.web.pages.followed import Entry, can_be_followed, concerned, withdrawn

MOST_LINES, MOST_PASSAGES = 12, 4  # of an entry, which counts the rest
VERBS = {"came": "new: ", "went": "no longer: ", "changed": ""}
Row = Mapping[str, Any]


def entries(old: Site, new: Site, changes: pl.DataFrame) -> list[Entry]:
    """Return what changed between two graphs, see `pcgraph.query.diff.diff`; things first, then questions, by path."""
    rows = join_numbers(changes.iter_rows(named=True), old.kg.tables, new.kg.tables, new.kg.ontology.labels)
    both = old, new
    about: dict[str, list[Row]] = {}
    for row in rows:
        about.setdefault(new.whole(old.whole(row["about"])), []).append(row)
    named = {iri for side in both for iri in {*concerned(side)}.union(*concerned(side).values())}
    about |= {iri: [] for iri in named - {*about} if old.label(iri) != new.label(iri)}
    found = [_entry(both, iri, group) for iri, group in about.items()]
    asked = (_answer(both, name) for name in sorted(catalogue.catalogue()))
    return [*sorted(filter(None, found), key=lambda each: each.path), *filter(None, asked)]


def to_json(found: Iterable[Entry]) -> bytes:
    """Return entries as text."""
    rows = [{name: value for name, value in asdict(each).items() if value} for each in found]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def from_json(text: bytes, version: str, day: str) -> list[Entry]:
    """Return the entries of a release."""
    return [Entry(**row, version=version, day=day) for row in json.loads(text)]


def _entry(both: tuple[Site, Site], iri: str, rows: Sequence[Row]) -> Entry | None:
    old, new = both
    path = own_path(iri, new.project.base)
    if path is None:
        return None
    engaged = [iri in concerned(site) for site in both]
    there = engaged if any(engaged) else [site.contains(iri) for site in both]
    what = "changed" if all(there) else "new" if there[1] else "withdrawn"
    site = new if there[1] else old
    names = [f"name: {old.label(iri)} → {new.label(iri)}"] * (all(there) and old.label(iri) != new.label(iri))
    lines = names + [line for row in rows if (line := _line(both, iri, what, row))]
    cut = lines[:MOST_LINES] + ([f"and {len(lines) - MOST_LINES} more"] if len(lines) > MOST_LINES else [])
    around = {iri}.union(*(concerned(side).get(iri, ()) for side in both))
    feeds = {
        own_path(each, new.project.base) or "" for each in around if any(can_be_followed(side, each) for side in both)
    }
    return Entry(
        path,
        site.label(iri),
        what,
        tuple(cut),
        reason(old, new, iri) if what == "withdrawn" else "",
        tuple(_passages(both, iri, rows)),
        content_hash(triples(site, iri)) if any(engaged) else "",
        tuple(sorted(feeds)),
    )


def reason(old: Site, new: Site, iri: str) -> str:
    """Return why something is not in a later graph, as far as the sources say that told of it; "" if they do not."""
    if why := withdrawn(new).get(iri):
        return why
    told = old.kg.tables.statements.filter(pl.col("subject") == iri)["sources"].explode().drop_nulls()
    lost = [old.source_name(each) for each in sorted({*told}) if not new.contains(each)]
    return f"No longer in the data: the source {'; '.join(lost)}." if lost else ""


def _line(both: tuple[Site, Site], iri: str, what: str, row: Row) -> str:
    """Return a change in words; "" for one of the thing as a whole, which the title says, and for derived ties."""
    if row["what"] in ("engagement", "relation"):
        return ""
    sides = [_text(site, row[side]) for site, side in zip(both, ("before", "after"), strict=True)]
    name = "step" if row["what"] == "step" else both[1].label(row["property"])
    part = f" ({row['subject'].rpartition('.')[2]})" if row["subject"] != iri and row["what"] == "value" else ""
    said = " → ".join(dict.fromkeys(filter(None, sides)))
    verb = "" if what != "changed" else VERBS[row["change"]]
    return f"{verb}{name}{part}: {said}{' (inferred)' if row['inferred'] else ''}"


def _text(site: Site, term: str | None) -> str:
    """Return an N-Triples term for a reader."""
    if term is None:
        return ""
    return site.label(term[1:-1]) if term.startswith("<") else re.sub(r'(?s)^"(.*)"[^"]*$', r"\1", term)


def _passages(both: tuple[Site, Site], iri: str, rows: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """Yield the passages from which the changes come, without those of the same place; the rest is counted."""
    found: dict[str, tuple[str, str, str]] = {}
    for row in rows:
        site = both[row["change"] != "went"]
        for subject in (row["subject"], iri):
            own = [each for each in passages(site.store, subject) if each.source in row["sources"]]
            for each in own:
                path, _, place = each.iri.partition("#")
                page = own_path(path, site.project.base)
                if page:
                    name = f"{site.source_name(each.source)}, {each.pointer}"
                    found[each.iri] = (f"{page}.html#{quote(place, safe='=,-._~')}", name, each.sha256)
            if own:
                break
    yield from [found[key] for key in sorted(found)][:MOST_PASSAGES]


def _answer(both: tuple[Site, Site], name: str) -> Entry | None:
    """Return what changed in the answer to a question, with the values that it has in the new graph."""
    asked, values, result = question_pages.answer(both[1], name)
    if result is None:
        return None
    before = catalogue.run(both[0].store, asked, values, both[0].kg.names)
    old, new = _rows(both[0], before), _rows(both[1], result)
    lines = []
    for verb, rows in (("came", [*(new - old).elements()]), ("went", [*(old - new).elements()])):
        text = [f"{VERBS[verb]}{_row_text(both[verb == 'came'], row)}" for row in rows[:MOST_LINES]]
        lines += text + ([f"{VERBS[verb]}{len(rows) - MOST_LINES} more rows"] if len(rows) > MOST_LINES else [])
    if not lines:
        return None
    path = f"questions/{name}"
    return Entry(path, asked.title, "changed", tuple(lines), feeds=(path,))


def _rows(site: Site, result: Result) -> Counter[tuple[Any, ...]]:
    """Return the rows without the columns that only name what another column holds: a new name makes no other row."""

    def essential(row: Sequence[Any]) -> tuple[Any, ...]:
        names = {label for term in row if isinstance(term, ox.NamedNode) for _, label in site.labels(term.value)}
        return tuple(term for term in row if term is not None and term.value not in names)

    return Counter(map(essential, result.terms))


def _row_text(site: Site, row: Iterable[Any]) -> str:
    return " | ".join(site.label(term.value) if isinstance(term, ox.NamedNode) else term.value for term in row)

"""The timeline of a profile: a bar for each engagement, by partner and by sector.

The page of the map draws the same bars on any day (page/app/model/timeline.js); a test compares both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pcgraph.belief.conclusions.outcomes import OCCASIONS
from pcgraph.model.namespaces import V
from pcgraph.model.ontology import Ontology
from pcgraph.viz.style import SETS

if TYPE_CHECKING:
    from pcgraph.profiles.about import Profiles

LEAST = 0.8  # the shortest line, in hundredths of the axis
STEPS = (1, 2, 5, 10, 20, 50, 100, 200)  # years between two that are written below the axis
OTHERS = ("one", "none")  # groups of what is alone with its partner or sector, and of what has none
Part = tuple[str, float, float]
Row = Mapping[str, Any]


def describe_timeline(
    profiles: Profiles, what: str, about: str, engagements: Iterable[str], most: int
) -> dict[str, Any] | None:
    """Return the years of the axis, the bars by partner and by sector, and which looks occur; None without any date.

    Of more than `most` engagements, those that began last are drawn. Only an organisation has groups by partner.
    """
    ontology, present = profiles.snapshot.ontology, profiles.present
    rows = {iri: profiles.lives[iri] for iri in engagements if iri in profiles.lives}
    if not rows:
        return None
    lives = dict(sorted(rows.items(), key=lambda item: (_first(item[1]), item[0]))[-most:])
    axis = _axis(lives.values(), present)
    occasions = {iri for name in OCCASIONS for iri in ontology.subterms(name)}
    kept = {iri: profiles.engagements[iri] for iri in lives}
    bars = {iri: _bar(ontology, life, axis, present, kept[iri]["type"] in occasions) for iri, life in lives.items()}
    groups = {"sector": _groups(lives, lambda iri: kept[iri]["sectors"] or ())}
    if what == "organisation":
        partners = _partners(profiles, about, lives)
        groups = {"partner": _groups(lives, partners.__getitem__), **groups}
    return {
        "years": _years(axis),
        "bars": bars,
        "rows": lives,
        "groups": groups,
        "looks": {name.split()[0] for parts in bars.values() for name, _, _ in parts},
        "sets": SETS,
        "more": len(rows) - len(lives),
    }


def _first(life: Iterable[Row]) -> date:
    first: date = min(row["earliest"] or row["latest"] for row in life)
    return first


def _day(row: Row) -> date:
    day: date = row["latest"] or row["earliest"]
    return day


def _axis(lives: Iterable[Sequence[Row]], present: date) -> tuple[date, date]:
    """Return the whole years from the first day to the present; of twenty or more, one in a hundred begins earlier."""
    starts, last = sorted(map(_first, lives)), max(present, *(_day(row) for life in lives for row in life))
    first = starts[0 if len(starts) < 20 else -(-len(starts) // 100)]
    return date(first.year, 1, 1), date(last.year + 1, 1, 1)


def _share(axis: tuple[date, date], day: date) -> float:
    return min(100.0, max(0.0, 100 * (day - axis[0]).days / (axis[1] - axis[0]).days))


def _years(axis: tuple[date, date]) -> list[tuple[int, float]]:
    first, end = axis[0].year, axis[1].year
    step = next((step for step in STEPS if (end - first) / step <= 6), STEPS[-1])
    return [(year, _share(axis, date(year, 1, 1))) for year in range(-(-first // step) * step, end, step)]


def _bar(ontology: Ontology, rows: Sequence[Row], axis: tuple[date, date], present: date, occasion: bool) -> list[Part]:
    """Return the parts of a bar, as (what, from, to) in hundredths of the axis; see `barOf` of the page's script."""
    parts = []
    about, ending = rows[0], _day(rows[-1])
    over = occasion or about["current"] in ontology.sets.get(V + "ended", ())
    changes = [row for at, row in enumerate(rows) if not at or row["status"] != rows[at - 1]["status"]]
    for row, after in zip(changes, [*changes[1:], None], strict=True):
        look = "occasion" if occasion else f"set-{ontology.status_set(row['status'])}"
        sure, told = _day(row), ending if over else about["last_reported"] or ending
        until = after["earliest"] or _day(after) if after else max(ending, told)
        start = min(_share(axis, sure), 100 - LEAST)
        if row["earliest"] is None:
            parts.append((f"by {look}", start, start))
        elif row["earliest"] < sure:
            parts.append((f"vague {look}", _share(axis, row["earliest"]), start))
        if until > sure or not after:
            parts.append((look, start, max(start + LEAST, _share(axis, until))))
    end, now = parts[-1][2], _share(axis, present)
    if about["went_on_as"]:
        parts.append(("went", end, end))
    elif not over:
        parts += [("after", end, now)] if now > end else []
        parts += [("silent", max(end, now), max(end, now))] if about["silent_since"] else []
    return parts


def _partners(profiles: Profiles, party: str, lives: Iterable[str]) -> dict[str, list[str]]:
    """Return the other organisations in each engagement: those of other countries, if there are any."""
    entities = profiles.snapshot.entities
    found = {iri: profiles.organisations_in(iri) - {party} for iri in lives}
    home = entities[party].country if party in entities else None
    abroad = {key: {one for one in others if entities[one].country != home} for key, others in found.items()}
    return {iri: sorted(abroad.get(iri) or found[iri]) for iri in lives}


def _groups(lives: Iterable[str], keys_of: Callable[[str], Sequence[str]]) -> list[tuple[str, list[str]]]:
    """Return the engagements in groups, the largest first; each is in that in which there are most of these."""
    keys = {iri: keys_of(iri) for iri in lives}
    counts, groups = Counter(key for each in keys.values() for key in each), defaultdict(list)
    for iri, each in keys.items():
        groups[min(each, key=lambda key: (-counts[key], key)) if each else OTHERS[1]].append(iri)
    alone = [key for key, each in groups.items() if key not in OTHERS and len(each) < 2]
    for key in alone if len(alone) > 1 else ():
        groups[OTHERS[0]] += groups.pop(key)
    rank = {iri: at for at, iri in enumerate(keys)}
    order = sorted(
        groups, key=lambda key: (key in OTHERS, OTHERS.index(key) if key in OTHERS else -len(groups[key]), key)
    )
    return [(key, sorted(groups[key], key=rank.__getitem__)) for key in order]

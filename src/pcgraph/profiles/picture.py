"""The picture of a profile: its neighbours in one column, those with most engagements first, as an SVG element.

Marks and dashes are those of the map. Its text has the size of the text around it on a telephone, and its colours are
those of the page, light or dark.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity, shortest
from pcgraph.model.namespaces import local
from pcgraph.profiles.content import Profile
from pcgraph.viz.style import OTHER_SHAPE, SHAPES
from pcgraph.viz.svg import dashed, escaped, glyph

if TYPE_CHECKING:
    from markupsafe import Markup

WIDE, LINE, CENTRE, MARKS, TEXT = 360, 28, 22, 96, 112
LETTERS = 30  # of a name; its title has all of them


def picture(profile: Profile, snapshot: Snapshot, href: Callable[[str], str | None]) -> Markup:
    """Return the neighbours of a profile as SVG: wider lines for more engagements, solid ones for what is done."""
    from markupsafe import Markup

    rows, entities = profile.neighbours, snapshot.entities
    most = max((row.engagements for row in rows), default=1)
    high, parts = LINE * len(rows) + 4, list[str]()
    middle = f"{high / 2:.1f}"
    for place, row in enumerate(rows):
        y = LINE * (place + 0.5) + 2
        wide = 1 + 5 * math.sqrt(row.engagements / most)
        parts.append(
            f'<path d="M{CENTRE + 14},{middle}C{MARKS - 30},{middle} {CENTRE + 30},{y:.1f} {MARKS - 9},{y:.1f}" '
            f'stroke-width="{wide:.1f}"{dashed(row.status_set)}/>'
        )
    parts = [f'<g fill="none" stroke="var(--soft)" stroke-opacity=".6">{"".join(parts)}</g>']
    parts.append(_mark(profile.iri, snapshot, CENTRE, high / 2, 11))
    for place, row in enumerate(rows):
        y = LINE * (place + 0.5) + 2
        entity = entities.get(row.iri) or Entity(row.iri)
        name = shortest(entity)
        short = name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"
        text = f'<text x="{TEXT}" y="{y + 4.5:.1f}">{escaped(short)}</text>'
        to = href(row.iri)
        parts.append(
            (f"<g><title>{escaped(entity.label)}</title>" if short != entity.label else "<g>")
            + f"{_mark(row.iri, snapshot, MARKS, y, 8)}"
            + (f'<a href="{escaped(to)}">{text}</a>' if to else text)
            + f'<text x="{WIDE - 2}" y="{y + 4.5:.1f}" text-anchor="end">{row.engagements}</text></g>'
        )
    svg = (
        f'<svg class="neighbours" viewBox="0 0 {WIDE} {high}" role="group" '
        f'aria-label="Organisations in most of these engagements">{"".join(parts)}</svg>'
    )
    return Markup(svg)  # noqa: S704 - every text in it is escaped above


def _mark(iri: str, snapshot: Snapshot, x: float, y: float, radius: float) -> str:
    """Return the mark of the map for a thing."""
    entity, sides = snapshot.entities.get(iri) or Entity(iri), snapshot.project.sides
    country = local(entity.country) if entity.country else ""
    side = sides.index(country) if country in sides else 2 if country else 3
    return glyph(SHAPES.get(entity.kind, OTHER_SHAPE), side, x, y, radius, lambda name: f"var(--{name})")

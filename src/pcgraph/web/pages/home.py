"""The first page: the picture of the graph, its headline in numbers, the newest, the stories, and the search."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

import polars as pl

from pcgraph.belief.tables import STATES
from pcgraph.errors import UsageError
from pcgraph.model.text import counted, visible
from pcgraph.page.view.schema import NO_NUMBERS
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.question_box import document
from pcgraph.query.questions import catalogue
from pcgraph.viz.svg import LEGEND, colours
from pcgraph.web.context import Site
from pcgraph.web.pages.lists import weights

DRAWN, NEWEST, EXAMPLES = 16, 8, 5  # organisations in the picture, newest engagements, questions


def describe(site: Site) -> dict[str, Any]:
    """Return the content of the first page."""
    try:
        drawn = site.kg.page
    except UsageError:  # no build has drawn the map, and pyvis is not installed: its own address says so
        drawn = ""
    found: Mapping[str, Any] = _map_data(drawn, "headline") or NO_NUMBERS
    numbers = [(state, found[state], state) for state in STATES]
    if found["occasions"]:
        what = counted(found["occasions"], "event, visit or talk", "events, visits and talks").partition(" ")[2]
        numbers.append(("occasion", found["occasions"], what))
    language = (site.project.languages or ("en",))[0]
    told = [
        (story, story.get("labels", {}).get(language, story))
        for story in _map_data(drawn, "stories") or ()
        if "title" in story
    ]
    tables = site.kg.tables
    named = tables.parties.filter(~tables.parties["unnamed"])
    asked = sorted(catalogue.catalogue().values(), key=lambda query: (query.page or math.inf, query.name))
    return {
        "picture": site.compute_once("picture", lambda: _picture(site)),
        "newest": _newest(site),
        "asked": asked[:EXAMPLES],
        "headline": counted(found["promises"], "promise") if found["promises"] else "",
        "numbers": numbers,
        "voiced": f"Two independent voices state the current status of {found['voiced']:,} of "
        f"{counted(found['engagements'], 'engagement')}.",
        "stories": [
            {"title": words["title"], "text": words["text"], "address": f"story={story['id']}&{story['address']}"}
            for story, words in told
        ],
        "counts": [
            ("id/index.html", "Agreements, projects, talks and other engagements", tables.engagements.height),
            ("id/index.html", "Organisations, groups and people with a role", named["agent"].n_unique()),
            ("source/index.html", "Sources", tables.sources.height),
        ],
        "search": site.searchable,
    }


def _picture(site: Site) -> dict[str, Any]:
    """Return the largest organisations with their ties as SVG in the page's colours: size and content, or nothing."""
    from markupsafe import Markup

    try:
        drawn = site.kg.draw(most=DRAWN, width=LEGEND + 474, height=520) if site.searchable else None
    except UsageError:
        drawn = None
    if not drawn or not (size := re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn.svg)):
        return {}
    content, names = (
        drawn.svg.partition(">\n")[2].removesuffix("</svg>"),
        {hex_: name for name, hex_ in colours().items()},
    )
    themed = re.sub(r'"(#[0-9a-f]{6})"', lambda found: f'"var(--{names[found[1]]})"', content)
    return {"width": int(size[1]), "height": int(size[2]), "legend": LEGEND, "content": Markup(themed)}  # noqa: S704 - escaped


def _newest(site: Site) -> list[tuple[str, str, str]]:
    """Return the engagements that began last: IRI, date of the first step, status; widely reported ones first."""
    tables, weight = site.kg.tables, weights(site)
    steps = tables.steps.filter(pl.col("latest") <= site.kg.today).sort("latest", "rank", "step")
    first = steps.unique("engagement", keep="first", maintain_order=True).select("engagement", "latest", "date")
    rows = sorted(first.iter_rows(), key=lambda row: (-row[1].toordinal(), -weight.get(row[0], 0), row[0]))[:NEWEST]
    status = dict(tables.engagements.select("engagement", "status").iter_rows())
    return [(iri, date, status.get(iri) or "") for iri, _, date in rows]


def _map_data(html: str, name: str) -> Any:
    """Return a part of the data of the map, of which the whole is large; None if there is no map."""
    mark = f'"{name}":'  # which no text contains: quotation marks within one have a backslash before them
    at = html.find(mark, html.find('<script type="application/json" id="data">'))
    return json.JSONDecoder().raw_decode(html, at + len(mark))[0] if at >= 0 else None


def names(site: Site) -> bytes:
    """Return what the search looks through, as JSON: rows [path, what it is, name, other names], and the question box.

    The names are those of things, sources, verdicts, terms and questions, in the order of their paths.
    """
    things = named_things(site.kg)
    rows = []
    for iri, entity in things.of_kind("any").items():
        if ":" in iri:
            path = site.href(iri, ".")
            path = path.removeprefix("./") if path and path.startswith("./") else None
        else:
            path = f"questions/{iri}.html"
        if path is None:
            continue
        label = site.label(iri) if ":" in iri else entity.label
        others = {*entity.labels.values(), *entity.aliases, *entity.spellings} - {label}
        kind = entity.kind[:1].lower() + entity.kind[1:]
        label = f"verdict: {label}" if kind == "verdict" else label  # after what has the name itself
        rows.append(
            [path, re.sub(r"(?<=[a-z])([A-Z])", r" \1", kind).lower(), visible(label), "\n".join(sorted(others))]
        )
    content = {"names": sorted(rows), "questions": document(site.kg, "")}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

"""The first page: what the graph is about, its headline in numbers, its stories, and the search over all names."""

from __future__ import annotations

import json
import re
from typing import Any

from pcgraph.belief.tables import STATES
from pcgraph.errors import UsageError
from pcgraph.model.text import counted, visible
from pcgraph.page.view.schema import NO_NUMBERS
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.question_box import document
from pcgraph.web.context import SEARCHED, Site


def describe(site: Site) -> dict[str, Any]:
    """Return the content of the first page."""
    try:
        data = _map_data(site.kg.page)
    except UsageError:  # no build has drawn the map, and pyvis is not installed: its own address says so
        data = {}
    found = data.get("headline", NO_NUMBERS)
    numbers = [(state, f"{found[state]:,} {state}") for state in STATES]
    if found["occasions"]:
        numbers.append(("occasion", counted(found["occasions"], "event, visit or talk", "events, visits and talks")))
    language = (site.project.languages or ("en",))[0]
    told = [
        (story, story.get("labels", {}).get(language, story)) for story in data.get("stories", []) if "title" in story
    ]
    tables = site.kg.tables
    named = tables.parties.filter(~tables.parties["unnamed"])
    return {
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
        "search": len(site.kg.entities) <= SEARCHED,
    }


def _map_data(html: str) -> dict[str, Any]:
    """Return the data of the map, which holds the headline and the stories; nothing if there is no map."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    data: dict[str, Any] = json.loads(found[1]) if found else {}
    return data


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
        rows.append(
            [path, re.sub(r"(?<=[a-z])([A-Z])", r" \1", kind).lower(), visible(label), "\n".join(sorted(others))]
        )
    content = {"names": sorted(rows), "questions": document(site.kg, "")}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

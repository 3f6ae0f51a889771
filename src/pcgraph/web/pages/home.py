"""The first page: what the graph is about, its headline in numbers, its stories, and the search over all names."""

from __future__ import annotations

import json
import re
from typing import Any

from pcgraph.errors import UsageError
from pcgraph.model.text import visible
from pcgraph.query.names.named_things import named_things
from pcgraph.web.context import SEARCHED, Site

KINDS = {"realised": "done or in progress", "announced": "only planned", "silent": "silent for five years"}


def describe(site: Site) -> dict[str, Any]:
    """Return the content of the first page.

    Returns
    -------
    dict
        headline: a sentence, or ""; stories: title, text and address of those that people wrote; counts: of things,
        sources and so on, with the path of their list; search: whether names can be searched.
    """
    try:
        data = _map_data(site.kg.page)
    except UsageError:  # no build has drawn the map, and pyvis is not installed: its own address says so
        data = {}
    numbers = data.get("headline", {})
    parts = [f"{numbers[key]:,} {words}" for key, words in KINDS.items() if numbers.get(key)]
    total = numbers.get("engagements", 0)
    language = (site.project.languages or ("en",))[0]
    told = [
        (story, story.get("labels", {}).get(language, story)) for story in data.get("stories", []) if "title" in story
    ]
    tables = site.kg.tables
    named = tables.parties.filter(~tables.parties["unnamed"])
    return {
        "headline": f"{total:,} engagements: {', '.join(parts)}." if total and parts else "",
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
    """Return what the search looks through, as JSON: a list of [path, what it is, name, other names].

    Things, sources, verdicts, terms and questions, in the order of their paths.
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
    return json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":")).encode()

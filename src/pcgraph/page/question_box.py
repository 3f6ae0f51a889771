"""The document of the question box as the page holds it: without the names that the page has anyway, and compressed."""

from __future__ import annotations

import base64
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import local
from pcgraph.page.view.schema import View
from pcgraph.query.names.matching import initials
from pcgraph.query.names.question_box import document

MOST = 50_000  # things; the names of more take too long
TERMS = ("sector", "type", "form", "kind", "status")  # roles of names that the vocabularies of the view have
USUAL = {"nodes": "agent", "engagements": "engagement"}  # table → the role of most of its rows
ELSEWHERE = ("agent", "group", "thing")  # roles of things that the page cannot show if they are in no engagement
OWN = ("names", "plain", "days", "today")  # what the page makes of its own data; see app/question_box/box.js


def packed(snapshot: Snapshot, view: View) -> str:
    """Return the document as text for a script element; empty for a graph with too many things."""
    if len(snapshot.entities) > MOST:
        return ""
    whole: dict[str, Any] = document(snapshot, "")
    known = set(_names(view))
    on_page = {iri: role for table, role in USUAL.items() for iri in view[table]["iri"]}  # type: ignore[literal-required]
    ids: dict[str, set[str]] = defaultdict(set)
    for _, role, iri, _ in whole["names"]:
        if on_page.get(iri, role) != role:
            ids[role].add(iri)

    linked = {name for links in view["engagements"]["links"] for _, other, name in links if other < 0}
    assets = {iri for name, role, iri, _ in whole["names"] if role == "thing" and name in linked}

    def is_elsewhere(row: Sequence[Any]) -> bool:
        return row[1] in ELSEWHERE and row[2] not in on_page and row[2] not in assets

    content = {
        **{key: value for key, value in whole.items() if key not in OWN},
        "names": [row for row in whole["names"] if (row[0], row[2]) not in known and not is_elsewhere(row)],
        "ids": {role: sorted(found) for role, found in sorted(ids.items())},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _names(view: View) -> Iterator[tuple[str, str]]:
    """Yield (name, id) of what the page knows by name."""
    nodes, engagements, words = view["nodes"], view["engagements"], view["words"]
    for at, iri in enumerate(nodes["iri"]):
        short = (initials(nodes["label"][at]) or "").upper()
        for name in (nodes["label"][at], *(nodes["labels"][at] or {}).values(), *(nodes["aliases"][at] or ()), short):
            yield name, iri
    for at, iri in enumerate(engagements["iri"]):
        for name in (engagements["label"][at], *(engagements["labels"][at] or {}).values()):
            yield name, iri
    for iri in (*nodes["iri"], *engagements["iri"]):
        yield local(iri.replace(":", "#")).replace("-", " "), iri
    for role in TERMS:
        for term in words[role]:  # type: ignore[literal-required]
            for name in (term["label"], *term.get("labels", {}).values(), *term.get("aliases", ())):
                yield name, term["id"]

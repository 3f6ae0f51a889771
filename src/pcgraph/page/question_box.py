"""The document of the question box as the page holds it: without the names that the page has anyway, and compressed."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator

from pcgraph.belief.snapshot import Snapshot
from pcgraph.page.view.schema import View
from pcgraph.query.names.question_box import document

MOST = 50_000  # things; the names of more take too long
ROLES = ("agent", "engagement")
TERMS = ("sector", "type", "form", "kind", "status")  # the same in the words of the view
OWN = ("names", "plain", "days", "today")  # what the page makes of its own data; see app/question_box/box.js


def packed(snapshot: Snapshot, view: View) -> str:
    """Return the document as text for a script element; empty for a graph with too many things."""
    if len(snapshot.entities) > MOST:
        return ""
    whole = document(snapshot, "")
    known = set(_names(view))
    names = [row for row in whole["names"] if tuple(row[:3]) not in known]
    content = {key: value for key, value in whole.items() if key not in OWN} | {"names": names}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _names(view: View) -> Iterator[tuple[str, str, str]]:
    """Yield (name, role, id) of what the page knows by name."""
    nodes, engagements, words = view["nodes"], view["engagements"], view["words"]
    for at, iri in enumerate(nodes["iri"]):
        for name in (nodes["label"][at], *(nodes["labels"][at] or {}).values(), *(nodes["aliases"][at] or ())):
            yield name, "agent", iri
    for at, iri in enumerate(engagements["iri"]):
        for name in (engagements["label"][at], *(engagements["labels"][at] or {}).values()):
            yield name, "engagement", iri
    for role in TERMS:
        for term in words[role]:
            for name in (term["label"], *term.get("labels", {}).values(), *term.get("aliases", ())):
                yield name, role, term["id"]

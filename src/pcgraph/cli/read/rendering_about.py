"""What `pcgraph show` prints: the dossier of a thing, and what else is known of a source, a term or a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pcgraph.cli.read.rendering import dossier, named, section
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import DCTERMS, PCG, RDFS, SKOS, TYPE, compact
from pcgraph.model.text import counted, visible

SHOWN_ELSEWHERE = {
    *(TYPE, RDFS + "isDefinedBy", PCG + "title", DCTERMS + "title"),
    *(SKOS + name for name in ("definition", "member")),
}


def shown(found: Mapping[str, Any], entities: Mapping[str, Entity]) -> str:
    """Return what `pcgraph.query.explain.overview.show` found as text."""
    if "iri" not in found:
        return _question(found)
    if compact(found["iri"]).startswith("id:"):
        return dossier(found, entities)
    facts = [
        {**fact, "background": False} for fact in found["facts"] if fact["property"] not in SHOWN_ELSEWHERE
    ]  # nothing about a term or a source is anything else
    kinds = [found["term"]] if "term" in found else found["kinds"]
    text = dossier({**found, "facts": facts, "kinds": kinds}, entities)
    sections = {
        f"describes {len(found.get('contents', ()))}": (
            f"{named(row['thing'], entities)}, {counted(row['passages'], 'passage')}"
            for row in found.get("contents", ())
        ),
        "rule": filter(None, [found.get("rule")]),
        "narrower terms": map(compact, found.get("below", ())),
        "members": map(compact, found.get("members", ())),
    }
    return text + visible(_sections(sections)) + (f"uses: {found['uses']}\n" if "uses" in found else "")


def _question(found: Mapping[str, Any]) -> str:
    sections = {
        "parameters": (
            f"{name}: {about.get('type', 'thing')}, such as {about.get('example', '…')}"
            for name, about in found["parameters"].items()
        ),
        "columns": (f"{name}: {meaning}" for name, meaning in found["columns"].items()),
        "query": (line for line in found["text"].rstrip().splitlines() if not line.startswith("#+")),
    }
    head = f"{found['title']} [{found['name']}], question about {found['topic']}\n{found['question']}\n"
    return visible(head + _sections(sections))


def _sections(sections: Mapping[str, Iterable[str]]) -> str:
    return "".join(f"{line}\n" for title, lines in sections.items() for line in section(title, lines))

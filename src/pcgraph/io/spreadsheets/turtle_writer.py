"""Writes documents as Turtle in the canonical layout of `pcgraph.io.turtle_format`, one file for each source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pcgraph.io.spreadsheets.documents import Document, Documents, Entry, camel_case
from pcgraph.io.spreadsheets.mapping import LINKS
from pcgraph.io.spreadsheets.vocabulary import literal
from pcgraph.io.turtle_format import INDENT, WIDTH
from pcgraph.model.namespaces import PREFIXES, SRC, compact

# The order of the properties.
CARD = ("title", "publisher", "tier", "said_by", "date", "first_seen", "address", "wire")
BEFORE = ("kind",)  # then the roles
AFTER = (
    *LINKS,
    *("sector", "place", "aim", "quantity", "quantity_of", "amount", "currency", "starts", "ends", "expected"),
    *("parties_complete", "said_by"),
)
Fact = tuple[str, Sequence[str]]


def render_source(document: Document) -> str:
    """Return the content of the file of one source."""
    slug = document.slug
    card = [("a", ["pcg:Source"])]
    card += [(f"pcg:{camel_case(name)}", document.card[name]) for name in CARD if name in document.card]
    parts = [_block(f"src:{slug}", card)]
    parts += ["".join(_entry(name, entry, slug)) for name, entry in document.entries.items()]
    rows = (
        f"{_passage(slug, fragment)} a pcg:Passage ; pcg:locator {literal(locator)} .\n"
        for fragment, locator in document.passages.items()
    )
    return _document([*parts, "".join(rows)])


def render_register(documents: Documents) -> str:
    """Return the content of the register file of an import: labels of engagements, and new agents."""
    parts = []
    for slug, (label, description) in documents.labels.items():
        facts: list[Fact] = [("rdfs:label", [literal(" ".join(label.split()), "@en")])]
        if description:
            facts.append(("dcterms:description", [literal(" ".join(description.split()), "@en")]))
        parts.append(_block(f"id:{slug}", facts))
    for slug, agent in sorted(documents.agents.items()):
        facts = [("a", [f"pcg:{agent.kind}"]), ("rdfs:label", [literal(agent.label, "@en")])]
        if agent.country:
            facts.append(("pcg:country", [compact(agent.country)]))
        parts.append(_block(f"id:{slug}", facts))
    return _document(parts)


def _entry(slug: str, entry: Entry, source: str) -> Iterable[str]:
    name = f"id:{slug}"
    unnamed = {role: f"{name}.unnamed{f'-{n}' if n > 1 else ''}" for n, role in enumerate(entry.unnamed, 1)}
    roles = sorted((set(entry.facts) - set(BEFORE) - set(AFTER)) | set(unnamed))
    facts: list[Fact] = [("a", [compact(entry.kind)])]
    for key in (*BEFORE, *roles, *AFTER):
        objects = [*entry.facts.get(key, ()), *([unnamed[key]] if key in unnamed else ())]
        if objects:
            facts.append((f"pcg:{camel_case(key)}", objects))
    if entry.inferred:
        facts.append(("pcg:inferred", [f"pcg:{camel_case(key)}" for key in sorted(entry.inferred)]))
    facts.append(("pcg:step", [f"{name}.{status}" for status in entry.steps]))
    facts.append(("pcg:statedIn", [_passage(source, passage) for passage in entry.passages]))
    yield _block(name, facts)
    for party in unnamed.values():
        yield _block(party, [("a", ["pcg:UnnamedParty"])])
    for status, (day, passages) in entry.steps.items():
        step: list[Fact] = [("a", ["pcg:Step"]), ("pcg:status", [f"v:{status}"])]
        if day:
            step.append(("pcg:date", [literal(day)]))
        step.append(("pcg:statedIn", [_passage(source, passage) for passage in passages]))
        yield _block(f"{name}.{status}", step)


def _passage(slug: str, fragment: str) -> str:
    return f"<{SRC}{slug}#{fragment}>"


def _block(subject: str, facts: Sequence[Fact]) -> str:
    out = subject
    for number, (verb, objects) in enumerate(facts):
        out += f"\n{INDENT}{verb}" if number else f" {verb}"
        for place, term in enumerate(objects):
            # two characters are reserved after a term, for " ,", " ;" or " ."
            if place and len(out) - out.rfind("\n") + len(term) + 2 > WIDTH:
                out += f"\n{INDENT * 2}{term}"
            else:
                out += f" {term}"
            out += " ," if place < len(objects) - 1 else ""
        out += " ;" if number < len(facts) - 1 else " ."
    return out + "\n"


def _document(parts: Sequence[str]) -> str:
    body = "\n".join(part for part in parts if part)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "", body)
    used = sorted(set(re.findall(r"(?<![\w.-])([a-z]+):", bare)) & set(PREFIXES))
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in used) + "\n" + body

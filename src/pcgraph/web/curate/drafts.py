"""Turns the engagements that a draft found in a text into forms, for a person to correct, save or reject.

What a person rejects is kept in a file of the project, by a hash of what it says: it stays away from others too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.form import Node, Passage
from pcgraph.intake.curation.journal import digest
from pcgraph.intake.curation.vocabulary import Value
from pcgraph.intake.curation.writing import node
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.reading.clauses import Sentence, sentences
from pcgraph.intake.drafting.reading.values import UNNAMED, Engagement
from pcgraph.intake.drafting.reading.values import Value as Found
from pcgraph.intake.values import slugify
from pcgraph.query.names.hints import CountryNames, implied_class
from pcgraph.web.curate.desk import Desk

STEP = ("status", "date")
Cite = Callable[[int, int], Passage]
REJECTED = "rejected-drafts.json"  # of the project: source → the keys of its drafts that somebody rejected
QUALIFIERS = {"about": "Approximate", "at least": "AtLeast", "at most": "AtMost"}


def drafts(text: str, known: Knowledge, day: date | None, taken: Iterable[str], passage: Cite) -> list[dict[str, Any]]:
    """Return the engagements that a text reports, as forms.

    >>> from pcgraph.intake.drafting.knowledge import knowledge
    >>> from pcgraph.testing import tiny
    >>> said = "On 3 May 2024, Lumen Lamps and the Coast Office signed an MoU."
    >>> (one,) = drafts(said, knowledge(tiny()), None, [], lambda start, end: {"id": f"char={start},{end}"})
    >>> one["node"]["id"], one["node"]["steps"][0]["fields"]["date"], one["passages"]
    ('lumen-coast-office-agreement', [{'value': '2024-05-03', 'inferred': False}], [{'id': 'char=0,62'}])
    """
    parts, used = sentences(text), {*taken}
    found = []
    for each in draft(text, known, day):
        slug = _free(_slug(each), used)
        used.add(slug)
        made = _form(each, slug, parts, passage)
        said = [[mark["field"], str(mark["value"]), text[mark["start"] : mark["end"]]] for mark in made["marks"]]
        spans = {_sentence(value, parts) for values in each.fields.values() for value in values}
        words = [text[start:end] for start, end in sorted(spans)]
        found.append(made | {"key": digest(json.dumps([each.kind, sorted(said), words]))[:16]})
    return found


def rejected(desk: Desk) -> dict[str, list[str]]:
    """Return the keys of the drafts that were rejected, by source."""
    path = desk.journal.folder / REJECTED
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return {str(slug): [*map(str, keys)] for slug, keys in found.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        fix = "take an earlier version of the file, or delete it"
        raise InvalidInput(f"{REJECTED}: is damaged; expected JSON: source → keys of drafts; {fix}") from error


def reject(desk: Desk, slug: str, key: str) -> str:
    """Keep that a draft is rejected, as one step that can be undone."""
    with desk.lock, desk.journal.locked():
        found = rejected(desk)
        found[slug] = sorted({*found.get(slug, ()), key})
        text = json.dumps(found, indent=1, sort_keys=True) + "\n"
        desk.journal.write({desk.journal.folder / REJECTED: text})
    return key


def proposals(
    names: Iterable[str], countries: Mapping[str, str], listed: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Return the class and country that each name says: the slug of a country of the register, or its English name."""
    slugs = {code: slug for slug, code in countries.items()}
    known = CountryNames({slugs.get(code, labels["en"]): labels.values() for code, labels in listed.items()})
    return {name: {"class": implied_class(name) or "", "country": known.mentioned(name) or ""} for name in names}


def _form(
    found: Engagement, slug: str, parts: list[Sentence], passage: Callable[[int, int], Passage]
) -> dict[str, Any]:
    made, unknown, marks = node(slug, found.kind), list[dict[str, Any]](), list[dict[str, Any]]()
    cited: dict[str, Passage] = {}
    step = node("", "Step")
    for name, values in found.fields.items():
        into = step if name in STEP else made
        for value in values:
            shown = value.value if value.value not in (None, UNNAMED) else ""
            marks.append({"field": name, "value": shown, "start": value.start, "end": value.end})
            span = _sentence(value, parts)
            said = passage(*span)
            cited[str(said["id"])] = said
            if said["id"] not in into["passages"]:
                into["passages"].append(str(said["id"]))
            if value.value is None:
                unknown.append({"field": name, "name": value.name, "start": value.start, "end": value.end})
            elif value.value == UNNAMED:
                party = f"{slug}.unnamed{'' if not made['unnamed'] else len(made['unnamed']) + 1}"
                made["unnamed"].append(node(party, "UnnamedParty"))
                _add(made, name, party)
            else:
                _add_number(into, name, value)
    for each in step["passages"]:
        if each not in made["passages"]:
            made["passages"].append(each)
    if step["fields"].get("status"):
        step["id"] = f"{slug}.{step['fields']['status'][0]['value']}"
        made["steps"].append(step)
    if made["unnamed"] or unknown:
        made["fields"]["partiesComplete"] = [_value(False)] if made["unnamed"] else []
    made["fields"] = {name: values for name, values in made["fields"].items() if values}
    return {"node": made, "passages": [*cited.values()], "unknown": unknown, "marks": marks}


def _add(into: Node, name: str, value: Any) -> None:
    into["fields"].setdefault(name, []).append(_value(value))


def _value(value: Any) -> Value:
    return {"value": value, "inferred": False}


def _add_number(into: Node, name: str, value: Found) -> None:
    """Add a value; "at least" and "at most" have properties of their own, and "about" is a mark."""
    qualifier = QUALIFIERS.get(value.qualifier or "", "")
    given = value.value
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    if qualifier == "Approximate":
        _add(into, name, given)
        into["fields"][f"{name}Approximate"] = [_value(True)]
    else:
        _add(into, f"{name}{qualifier}", given)


def _sentence(value: Found, parts: list[Sentence]) -> tuple[int, int]:
    """Return the sentence that holds a value; an item of a list begins with the sentence that opens it."""
    for each in parts:
        if each.start <= value.start < each.end:
            return each.start, each.end
    return value.start, value.end


def _slug(found: Engagement) -> str:
    """Return a slug of the first two parties and the class."""
    parties = [
        str(value.value or slugify(value.name or ""))
        for values in found.fields.values()
        for value in values
        if value.name or value.rule.startswith("register")
    ]
    named = list(dict.fromkeys(party for party in parties if party))
    return slugify(" ".join([*named[:2], found.kind]))


def _free(slug: str, used: set[str]) -> str:
    number = 2
    made = slug
    while made in used:
        made, number = f"{slug}-{number}", number + 1
    return made

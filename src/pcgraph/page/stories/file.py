"""``stories.yml``: the stories of the page that are written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import yaml

from pcgraph.belief.tables import STATES
from pcgraph.errors import InvalidInput, nearest
from pcgraph.page.view.schema import Story, View
from pcgraph.store.files import shown
from pcgraph.store.strict_yaml import Strings

FIELDS = ("id", "title", "text", "address")
TEXTS = ("title", "text")
LABELS = "labels"
EXAMPLE = "event=id:SLUG"
# The parts of an address that app/model/address.js reads, but for what a story does not set: language, camera, pins.
CHOICES = {
    "view": ("map", "board", "table", "analyse"),
    "level": ("key", "all"),
    "boardRows": ("party", "paper"),
    "boardSort": ("silence", "size", "name"),
    "people": ("yes",),
    "unnamed": ("yes",),
    "either": ("yes",),
    "mark": ("silent", "inferred", "disputed", "proved"),
    "promise": (*STATES, "occasion"),
}
GROUPS = ("type", "form", "set", "sector", "country", "place", "kind", "tier", "status")
MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
PATTERNS = {
    "voices": (r"[1-9]\d?", "a number from 1 to 99"),
    "text": (r".{1,200}", "a text"),
    "as-of": (rf"{MONTH}-(?:0[1-9]|[12]\d|3[01])", "a day, YYYY-MM-DD"),
    "months": (f"({MONTH}) ({MONTH})", "two months, YYYY-MM YYYY-MM"),
    "sort": (r"\d-?", "the number of a column"),
    "chart": (r"\w+ .+", "a choice in a chart and its value"),
    "timeline": (r"partner|sector", "partner or sector"),
    "by": (r"year|province|town|place|sector|country|near|party|source", "what is counted, such as year"),
    "rows": (r"\S+:\S{1,290}( \S+:\S{1,290})*", "the id of a thing"),
    "not": (r"\S+:\S{1,290}", "the id of a thing"),
    "open": (r"\S.{0,180}", "a group"),
    "cell": (r"\w+ .{1,180}", "a chart and one of its marks"),
}


def read_stories(path: Path, content: bytes, view: View) -> list[Story]:
    """Return the stories in a file.

    >>> from pcgraph.testing import tiny
    >>> text = b"- {id: pair, title: One deal, text: Lumen signed., address: 'node=id:lumen&near=1 id:lumen'}"
    >>> read_stories(Path("stories.yml"), text, tiny().map().view)[0]["title"]
    'One deal'
    """
    where, line = shown(path), 1
    try:
        loader = Strings(content.decode("utf-8-sig"))
        root = loader.get_single_node()
        entries = [] if root is None else loader.construct_document(root)
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{where}:1: stories: not UTF-8; expected UTF-8 text; save the file as UTF-8") from error
    except (yaml.YAMLError, RecursionError) as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "it cannot be read"
        line = mark.line + 1 if mark else 1
        todo = "fix the line; a text with a colon needs quotation marks"
        raise InvalidInput(f"{where}:{line}: stories: not YAML ({problem}); expected YAML; {todo}") from error
    if not isinstance(entries, list):
        raise InvalidInput(f"{where}:1: stories: no list; expected a list of stories; begin each with “- id: …”")
    found: list[Story] = []
    faults: list[str] = []
    for node, entry in zip(root.value if root else (), entries, strict=True):
        wrong = [*_faults(entry, view)]
        if not wrong and any(entry["id"] == story["id"] for story in found):
            wrong.append(f"id {entry['id']} occurs twice; expected one story of each id; rename one")
        faults += [f"{where}:{node.start_mark.line + 1}: stories: {fault}" for fault in wrong]
        if not wrong:
            entry |= {"address": entry["address"].removeprefix("#"), "since": None}
            found.append(entry)
    if faults:
        raise InvalidInput(faults)
    return found


def _faults(entry: Any, view: View) -> Iterator[str]:
    """Yield what is wrong with one story."""
    if not isinstance(entry, dict):
        yield f"{str(entry)[:40]!r} is no story; expected {', '.join(FIELDS)}; write “name: text” lines"
        return
    yield from _wrong_texts(entry, FIELDS, (*FIELDS, LABELS), "")
    labels = entry.get(LABELS, {})
    if not isinstance(labels, dict):
        yield f"{LABELS} is no list of languages; expected language: title and text; correct it"
        return
    for language, texts in labels.items():
        if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) is None:
            yield f"{LABELS}: {language!r} is no language; expected a code such as zh; correct it"
        elif not isinstance(texts, dict):
            yield f"{LABELS}: {language} has no texts; expected title and text; add both"
        else:
            yield from _wrong_texts(texts, TEXTS, TEXTS, f"{LABELS}: {language}: ")
    if isinstance(name := entry.get("id"), str) and name and not re.fullmatch(r"[\w.-]+", name):
        yield f"id {name!r}: expected letters, digits, '.', '-' and '_'; rename it"
    if isinstance(address := entry.get("address"), str) and address:
        yield from _wrong_parts(address, view)


def _wrong_texts(entry: Mapping[str, Any], needed: Iterable[str], known: Iterable[str], where: str) -> Iterator[str]:
    """Yield the unknown fields of an entry, and those that are missing or no text."""
    for name in entry:
        if name not in known:
            yield f"{where}unknown field {name}; expected {', '.join(known)}; {nearest(name, known, listed=True)}"
    for name in needed:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            what = "is empty or no text" if name in entry else "is missing"
            yield f"{where}{name} {what}; expected a text; add it"


def _wrong_parts(address: str, view: View) -> Iterator[str]:
    """Yield the parts of an address that mean nothing on the page."""
    nodes, engagements = view["nodes"]["iri"], view["engagements"]["iri"]
    words: Mapping[str, Any] = view["words"]
    choices: dict[str, Iterable[str]] = {
        **CHOICES,
        **{group: [word["id"] for word in words[group]] for group in GROUPS},
        "measure": [measure["name"] for measure in view["measures"]],
        "answer": [answer["id"] for answer in view["answers"]],
        **dict.fromkeys(("node", "only", "path"), nodes),
        **dict.fromkeys(("engagement", "event", "stack"), engagements),
    }
    names, parts = sorted([*choices, *PATTERNS, "near"]), parse_qsl(address.removeprefix("#"), keep_blank_values=True)
    if not parts:
        yield f"address {address!r}: no part; expected the end of the page's address, such as {EXAMPLE}; copy it there"
    if [name for name, _ in parts].count("path") not in (0, 2):
        yield "address: path: expected two agents, path=id:SLUG&path=id:SLUG; name both"
    for name, value in parts:
        part, pattern, wanted = f"address: {name}={value}", *PATTERNS.get(name, ("", ""))
        if name == "near":
            if not re.match(r"[1-3] ", value) or value[2:] not in nodes:
                yield f"{part}: expected 1 to 3 steps around an agent, such as near=1 id:SLUG; correct it"
        elif name in choices:
            if value not in choices[name]:
                yield f"{part}: not on the page; expected one of its names; {nearest(value, choices[name])}"
        elif name not in PATTERNS:
            yield f"{part}: unknown part; expected {', '.join(names)}; {nearest(name, names, listed=True)}"
        elif not re.fullmatch(pattern, value):
            yield f"{part}: expected {wanted}; correct it"

"""The document of the question box: words of all languages, patterns, questions, and the names of a graph."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pcgraph.model.common_words import common_words
from pcgraph.query.questions.question import Query
from pcgraph.store.files import home

SECTIONS = {"questions": "catalogue", "ranking": "ranking", "path": "path", "compare": "compare"}  # of patterns.toml
USUAL = 3  # questions that are offered where nothing else is near: the first ones of the page


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((home("queries") / "grammar" / f"{name}.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    """Return the languages that have a file of words, English first."""
    found = {path.stem for path in (home("queries") / "grammar").glob("*.toml")} - {"patterns"}
    return sorted(found, key=lambda language: (language != "en", language))


def by_language(section: str) -> dict[str, list[str]]:
    """Return a section of all languages, such as ISO code of a country → what its people and things are called."""
    found: dict[str, list[str]] = defaultdict(list)
    for language in languages():
        for key, text in _file(language).get(section, {}).items():
            found[key] += _split(text)
    return found


def document(questions: Iterable[Query], names: Iterable[tuple[str, str, str, int]], *,
             days: Mapping[str, str], claims: Mapping[str, str], sets: Mapping[str, str],
             today: str) -> dict[str, Any]:  # fmt: skip
    """Return all that an interpreter needs, as plain data; `docs/how-to/ask-in-words.md` describes it."""
    patterns = _file("patterns")
    merged: dict[str, dict[str, list[str]]] = {
        kind: defaultdict(list) for kind in ("words", "months", "numbers", "decades", "texts")
    }
    endings: list[list[Any]] = []
    fold, sounds, letters = ["", ""], dict[str, str](), dict[str, str]()
    for language in languages():
        own = _file(language)
        for kind, found in merged.items():
            for name, text in own.get(kind, {}).items():
                found[name] += _split(text)
        endings += [[ending, instead, least] for ending, (instead, least) in own.get("endings", {}).items()]
        for ends, roots in own.get("verbs", {}).items():
            merged["words"]["aside"] += [root + end for root in roots.split() for end in ends.split()]
        sounds |= own.get("sounds", {})
        letters |= own.get("letters", {})
        for place, side in enumerate(("from", "to")):
            fold[place] += own.get("fold", {}).get(side, "")
    asked = list(questions)
    known = {each.name for each in asked}
    return {
        "format": 1,
        "today": today,
        "fold": fold,
        "endings": endings,
        "sounds": sounds,
        "letters": letters,
        # sorted, they take less room in a page
        **{kind: {name: sorted({*phrases}) for name, phrases in found.items()} for kind, found in merged.items()},
        "plain": sorted(common_words()),
        "parts": patterns["parts"]["names"].split(),
        "small": patterns["parts"]["small"].split(),
        "titles": patterns["parts"]["titles"].split(),
        "weights": patterns["weights"],
        "weak": patterns["weak"]["words"].split(),
        "roles": {kind: text.split() for kind, text in patterns["roles"].items()},
        "relations": patterns["relations"],
        "sort": patterns["sort"],
        "by": patterns["by"],
        "acting": patterns["acting"],
        "beside": {word: text.split() for word, text in patterns["beside"].items()},
        "wide": {value: text.split() for value, text in patterns["wide"].items()},
        "filter": {word: text.split() for word, text in patterns["filter"].items()},
        "patterns": [
            (kind, name, alternative.split())
            for section, kind in SECTIONS.items()
            for name, text in patterns[section].items()
            if section != "questions" or name in known
            for alternative in _split(text)
        ],
        "questions": {
            each.name: {
                "texts": [each.title or each.name, *each.titles.values(), each.question, each.name, *each.keywords],
                "titles": 3 + len(each.titles),
                "parameters": {name: str(about.get("type", "thing")) for name, about in each.parameters.items()},
                "examples": {name: str(about.get("example", "")) for name, about in each.parameters.items()},
            }
            for each in asked
        },
        "usual": [each.name for each in sorted(asked, key=lambda each: (each.page or 99, each.name))][:USUAL],
        "names": [list(row) for row in names],
        "days": dict(days),
        "claims": dict(claims),
        "sets": dict(sets),
    }  # fmt: skip


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|") if part.strip()]

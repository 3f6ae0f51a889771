"""Finds the column of the workbook that a heading means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from pcgraph.intake.spreadsheets.mapping.mapping import ENGAGEMENT, SOURCE
from pcgraph.intake.spreadsheets.mapping.sheets import column_name
from pcgraph.store.strict_yaml import Strings

Key = tuple[str, str]  # a part of a mapping and a key of it; ("steps", "signed") is the date of a status
SECTIONS = ("roles", "source", "engagement", "steps", "ties")
_LATER = {"planned", "expected", "estimated", "scheduled", "target"}  # a day with these is no step that was reached


@cache
def words() -> Mapping[str, Any]:
    """Return the words of headings and cells."""
    text = (files("pcgraph.intake.spreadsheets.guess") / "headings.yml").read_text("utf-8")
    return dict(yaml.load(text, Strings))  # noqa: S506 -- creates only text, lists and dicts


def plain(text: str) -> str:
    """Return the words of a heading, in lower case, without accents and in the singular. Ideographs are words.

    >>> plain("Funding Agencies (USD m)"), plain("Año"), plain("金额(USD)")
    ('funding agency usd m', 'ano', '金 额 usd')
    """
    letters = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    return " ".join(map(_singular, re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", letters)))


def phrases(roles: Iterable[str]) -> dict[str, Key]:
    """Return the words for each key, of the roles that the ontology has. A description may be a text of others."""
    found: dict[str, Key] = {plain(column_name(role)): ("roles", role) for role in roles}
    for section, keys in (("source", SOURCE), ("engagement", ENGAGEMENT)):
        found |= {plain(key.replace("_", " ")): (section, key) for key in keys if key != "description"}
    for section in SECTIONS:
        for key, listed in words()[section].items():
            if section != "roles" or key in roles:
                found |= {plain(text): (section, key) for text in (*listed, key)}
    return found


def meaning(heading: str, known: Mapping[str, Key]) -> Key | None:
    """Return the key that a heading means, or None if it has no known words or two of the same length.

    >>> known = phrases(["funder"])
    >>> meaning("Name of funding agency", known), meaning("Amount (USD m)", known), meaning("Remarks", known)
    (('roles', 'funder'), ('engagement', 'amount'), None)
    """
    text = plain(column_name(heading).replace("_", " "))
    if text in known:
        return known[text]
    found = {key: len(phrase) for phrase, key in sorted(known.items(), key=_length) if _is_in(phrase, key, text)}
    best = [key for key, size in found.items() if size == max(found.values())]
    return best[0] if len(best) == 1 else None


def is_blank(cell: str) -> bool:
    """Return whether a cell says in a word that there is no number or date."""
    return cell.casefold() in words()["blanks"]


@cache
def cell_words(kind: str) -> Mapping[str, str]:
    """Return the words of cells, and the class or status that they mean."""
    return {plain(text): key for key, listed in words()[kind].items() for text in listed}


def meaning_of_cell(cell: str, kind: str) -> str | None:
    """Return the class or status that a cell means; a longer text has a class if it has the words for one alone.

    >>> meaning_of_cell("Training of nurses", "classes"), meaning_of_cell("To be signed", "statuses")
    ('TrainingProgramme', None)
    """
    known, text = cell_words(kind), plain(cell)
    if text in known or kind != "classes":
        return known.get(text)
    found = {key for phrase, key in known.items() if f" {phrase} " in f" {text} "}
    return found.pop() if len(found) == 1 else None


def _is_in(phrase: str, key: Key, text: str) -> bool:
    """Return whether a longer heading has a phrase; one word of it says nothing about names, ids and days."""
    if key in (("engagement", "label"), ("engagement", "id"), ("steps", "date")) and " " not in phrase:
        return False
    if phrase in alone():
        return False
    reached = key[0] == "steps" or key[1] in ("starts", "ends")
    if key[0] == "ties" or (reached and _LATER & {*text.split()} - {*phrase.split()}):
        return False
    return f" {phrase} " in f" {text} "


@cache
def signing() -> frozenset[str]:
    """Return the headings of parties that sign, whatever the class."""
    return frozenset(map(plain, words()["signing"]))


@cache
def alone() -> frozenset[str]:
    """Return the words that say something only if they are the whole heading."""
    return frozenset(map(plain, words()["alone"]))


def _length(item: tuple[str, Key]) -> int:
    return len(item[0])


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word

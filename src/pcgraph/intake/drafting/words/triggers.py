"""The words that say what a clause is about and how far it went, as data for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pcgraph.store.strict_yaml import Strings

BASE, PRESENT, PAST, PARTICIPLE, GERUND = range(5)


@dataclass(frozen=True)
class Verb:
    """A verb, or several that say the same."""

    name: str
    pattern: re.Pattern[str]  # its forms
    # Form in lower case → which of `BASE`, `PRESENT`, `PAST`, `PARTICIPLE` and `GERUND` it may be
    forms: Mapping[str, frozenset[int]]
    about: tuple[str, ...]  # groups of nouns, one of which its object must have
    class_: str  # the class that it needs no noun for, or ""
    status: Mapping[str, str]  # class, or any → status if it was done
    more: Mapping[str, Any] = field(default_factory=dict)  # further entries of the file

    def status_of(self, kind: str) -> str:
        """Return the status that the verb gives to an engagement of a class."""
        return self.status.get(kind) or self.status["any"]


@dataclass(frozen=True)
class Noun:
    """A group of nouns that name one class."""

    name: str
    class_: str
    pattern: re.Pattern[str]


class Triggers:
    """The trigger words of English; see ``triggers/en.yml``."""

    def __init__(self) -> None:
        said = _read_words()
        self.nouns = {
            name: Noun(name, each["class"], re.compile(rf"(?<![\w-])(?:{each['words']})(?![\w-])", re.IGNORECASE))
            for name, each in said["nouns"].items()
        }
        self.verbs = {name: _verb(name, each) for name, each in said["verbs"].items()}
        self.kinds = {slug: _words(words) for slug, words in said["kinds"].items()}
        self.roles: dict[str, dict[str, str]] = said["roles"]
        self.other_roles: dict[str, dict[str, str]] = {
            name: said[name] for name in ("received", "asked", "hosted", "attended", "sold", "supplied")
        }
        self.modality = {status: _words(words) for status, words in said["modality"].items()}
        self.far = {status: _words(words) for status, words in said["far"].items()}
        self.conditions: Mapping[str, re.Pattern[str]] = {
            name: _words(words) for name, words in said["changes"].items()
        }
        self.caution = {name: _words(words) for name, words in said["caution"].items()}
        self.both = _words(said["back"]["both"])
        self.back: dict[str, list[str]] = said["back"]["kinds"]
        self.units: dict[str, list[str]] = said["units"]
        for name in ("reporting", "witness", "titles", "offices", "bodies", "owned", "unnamed", "plural", "many"):
            setattr(self, name, _words(said[name]))
        self.things = re.compile(rf"(?<!\w)(?:{said['things']})(?!\w)")

    reporting: re.Pattern[str]
    witness: re.Pattern[str]
    titles: re.Pattern[str]
    offices: re.Pattern[str]
    bodies: re.Pattern[str]
    owned: re.Pattern[str]
    unnamed: re.Pattern[str]
    plural: re.Pattern[str]
    many: re.Pattern[str]

    def kind(self, words: str) -> str | None:
        """Return the slug of the kind of instrument that words name, or None."""
        return next((slug for slug, pattern in self.kinds.items() if pattern.search(words)), None)

    def roles_of(self, verb: Verb, kind: str) -> dict[str, str]:
        """Return the roles of the parties of a class, by their place in the clause of a verb."""
        own = verb.more.get("roles", {}).get(kind)
        if own is None:
            return self.roles.get(kind, {})
        return self.other_roles[own] if isinstance(own, str) else own

    def rule(self, name: str) -> str:
        """Return the name of a rule for a value that a trigger gives."""
        return f"trigger:en:{name}"


@lru_cache
def triggers() -> Triggers:
    """Return the trigger words, compiled once."""
    return Triggers()


def _read_words() -> dict[str, Any]:
    from importlib.resources import files

    import yaml

    content = (files("pcgraph.intake.drafting") / "triggers" / "en.yml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(content, Strings)  # noqa: S506 - loads text only
    return loaded


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-])", re.IGNORECASE)


def _verb(name: str, said: dict[str, Any]) -> Verb:
    forms: dict[str, set[int]] = {}
    for line in said["forms"]:
        for at, form in enumerate(_forms(line)):
            if form != "-":
                forms.setdefault(form, set()).add(at)
    pattern = "|".join(
        re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=lambda form: (-len(form), form))
    )
    known = {"forms", "about", "class", "status"}
    return Verb(
        name,
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE),
        {form: frozenset(places) for form, places in forms.items()},
        tuple(said.get("about", ())),
        said.get("class", ""),
        said["status"],
        {key: value for key, value in said.items() if key not in known},
    )


def _forms(line: str) -> Iterator[str]:
    yield from line.split("|") if "|" in line else line.split()

"""Adds a kind of organisation to the terms of a project: a class, below one that exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pcgraph.intake.curation.save import TERMS, save_texts, with_entries
from pcgraph.intake.spreadsheets.mapping.sheets import CLASSES
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.writers.register_sheets import AGENT
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.things.terms import entry


def with_kinds(desk: Desk, things: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return new things of the register, after the kinds are added that some of them are of."""
    return [
        {**thing, "class": add(desk, thing["newKind"])} if "newKind" in thing and not thing["class"] else thing
        for thing in things
    ]


def add(desk: Desk, data: Mapping[str, str]) -> str:
    """Add a kind of organisation, and return the name of its class; one that has this label is taken as it is."""
    with desk.lock:
        desk.checker.refresh()
        if known := Vocabulary(desk.checker.lookup).known(AGENT, data.get("label", "")):
            return desk.words.class_name(known)
        new = entry(CLASSES, {**data, "broader": data.get("above", "")}, desk)
        save_texts(desk.checker, desk.journal, lambda: with_entries(desk.checker, [new.block()], name=TERMS))
    return new.slug

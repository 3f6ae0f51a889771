"""The content of a mapping: where each value of an engagement and of its source comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

SOURCE = ("slug", "address", "title", "publisher", "tier", "said_by", "date", "first_seen", "wire")
LINKS = ("covers", "during", "led_to", "precedes")
ENGAGEMENT = (
    *("id", "label", "description", "class", "kind", "aim", "sector", "place", "amount", "currency"),
    *("quantity", "quantity_of", "starts", "ends", "expected", "parties_complete"),
    *(*LINKS, "said_by", "passage"),
)
NEEDED = {"source": ("title", "publisher", "tier", "first_seen"), "engagement": ("class", "label", "passage")}
NAMED = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")
Conditions = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Value:
    """Where one value comes from.

    Attributes
    ----------
    text : str
        A constant, or a pattern in which ``{Column}`` is replaced by a cell and ``{Column|lookup}`` by its lookup. ""
        if the value is the cell of a single column.
    parts : tuple of (str, str)
        The columns of the pattern and their lookups ("" for none).
    lookup : mapping of str to str
        Value of a cell, in lower case → its meaning; an empty string omits the value.
    default : str
        Used if the cell is empty.
    split : str
        Separates several values in a cell; "" if there is one value.
    when, unless : mapping of str to tuple of str
        Column → the values for which only, or for which not, the rule applies; ``*`` is any value.
    inferred : bool
        True if the value is inferred and the table does not state it.
    new_agents : (Value, Value) or None
        Class and country of an agent that matches nothing in the register.
    """

    text: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    lookup: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    split: str = ""
    when: Conditions = field(default_factory=dict)
    unless: Conditions = field(default_factory=dict)
    inferred: bool = False
    new_agents: tuple[Value, Value] | None = None

    @property
    def columns(self) -> set[str]:
        """All columns that the value uses."""
        more = [value.columns for value in self.new_agents or ()]
        return {column for column, _ in self.parts}.union(self.when, self.unless, *more)

    @property
    def column(self) -> str:
        """The column for error messages; "" for a constant."""
        return self.parts[0][0] if self.parts else ""


@dataclass(frozen=True)
class Step:
    """One step of each engagement: its status and date; with `if_dated`, a step without a date is omitted."""

    status: tuple[Value, ...]
    date: tuple[Value, ...]
    if_dated: bool
    when: Conditions
    unless: Conditions


@dataclass(frozen=True)
class Rules:
    """A complete mapping; of each tuple of values, the first that is not empty counts.

    `ignore` lists the columns that are intentionally not used.
    """

    name: str
    text: str
    title: str
    lookups: Mapping[str, Mapping[str, str]]
    source: Mapping[str, tuple[Value, ...]]
    engagement: Mapping[str, tuple[Value, ...]]
    steps: tuple[Step, ...]
    roles: Mapping[str, tuple[Value, ...]]
    ignore: tuple[str, ...] = ()

    @property
    def columns(self) -> set[str]:
        """All columns that a table must have."""
        values = [*self.source.values(), *self.engagement.values(), *self.roles.values()]
        values += [part for step in self.steps for part in (step.status, step.date)]
        found = {column for alternatives in values for value in alternatives for column in value.columns}
        return found.union(*(part for step in self.steps for part in (step.when, step.unless)))

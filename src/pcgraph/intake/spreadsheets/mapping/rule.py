"""The parts of a mapping: where each value of an engagement and its source comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pcgraph.intake.spreadsheets.readers.table import PLAIN, Layout

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
    split : tuple of str
        What separates several values in a cell, such as ``;`` or ``" and "``; none if there is one value.
    find, write : str
        Regular expression with one group; each match in the text is a value, and is written in place of ``{}``.
    of_rows : mapping of str to tuple of str
        Conditions as those of `when`; the value must be the id of a row that meets them.
    when, unless : mapping of str to tuple of str
        Column → the values for which only, or for which not, the rule applies; ``*`` is any value.
    of_class : mapping of str to str
        Class of engagements that are no agreements → the role of the value in them; the key is for agreements. Two
        roles, such as ``funder; recipient``, are those of the first party of a cell and of the others. Of a status:
        class → the status of its engagements, if they cannot reach that of the cell.
    inferred : bool
        True if the value is inferred and the table does not state it.
    new_agents : (Value, Value) or None
        Class and country of an agent that matches nothing in the register.
    times : Decimal or None
        What a number is multiplied by, such as a million under the heading "USD m".
    decimal, dates : str
        How the cells write numbers and dates, one of `DECIMALS` and `ORDERS`; "" for digits, and for EDTF only.
    """

    text: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    lookup: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    split: tuple[str, ...] = ()
    find: str = ""
    write: str = "{}"
    of_rows: Conditions = field(default_factory=dict)
    when: Conditions = field(default_factory=dict)
    unless: Conditions = field(default_factory=dict)
    of_class: Mapping[str, str] = field(default_factory=dict)
    inferred: bool = False
    new_agents: tuple[Value, Value] | None = None
    times: Decimal | None = None
    decimal: str = ""
    dates: str = ""

    @property
    def columns(self) -> set[str]:
        """All columns that the value uses."""
        more = [value.columns for value in self.new_agents or ()]
        return {column for column, _ in self.parts}.union(self.of_rows, self.when, self.unless, *more)

    @property
    def column(self) -> str:
        """The column for error messages; "" for a constant."""
        return self.parts[0][0] if self.parts else ""


@dataclass(frozen=True)
class Step:
    """One step of each engagement: its status and date; with `if_dated`, a step without a date is omitted.

    `agreements` is the status of an agreement for which `status` is one of the work, such as under-way; its date is by
    that of the step.
    """

    status: tuple[Value, ...] = (Value(),)
    date: tuple[Value, ...] = ()
    if_dated: bool = False
    when: Conditions = field(default_factory=dict)
    unless: Conditions = field(default_factory=dict)
    agreements: str = ""

    def of_agreement(self, day: str) -> tuple[str, str]:
        """Return the status of an agreement whose work has its status on a day, and by when it was reached."""
        return self.agreements, f"[..{day}]" if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) else ""


@dataclass(frozen=True)
class Rules:
    """A complete mapping; of a tuple of values, all count for roles and for `MANY`, and else the first filled one.

    `text` is the content of its file; `ignore` lists the columns that are intentionally not used.
    """

    text: str
    lookups: Mapping[str, Mapping[str, str]]
    source: Mapping[str, tuple[Value, ...]]
    engagement: Mapping[str, tuple[Value, ...]]
    steps: tuple[Step, ...]
    roles: Mapping[str, tuple[Value, ...]]
    ignore: tuple[str, ...]
    layout: Layout = PLAIN

    @property
    def values(self) -> Iterator[Value]:
        """Every value, also those in others."""
        given = [*self.source.values(), *self.engagement.values(), *self.roles.values()]
        given += [part for step in self.steps for part in (step.status, step.date)]
        for value in (value for alternatives in given for value in alternatives):
            yield from (value, *(value.new_agents or ()))

    @property
    def tested(self) -> set[str]:
        """The columns of all conditions."""
        found = [part for value in self.values for part in (value.of_rows, value.when, value.unless)]
        return set().union(*found, *(part for step in self.steps for part in (step.when, step.unless)))

    @property
    def columns(self) -> set[str]:
        """All columns that a table must have."""
        return self.tested.union(*(value.columns for value in self.values))

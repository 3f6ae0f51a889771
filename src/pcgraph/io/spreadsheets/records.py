"""What one row of a table says, in the terms of the model."""

from __future__ import annotations

from dataclasses import dataclass, field

from pcgraph.io.spreadsheets.errors import Fault
from pcgraph.model.entities import Thing


@dataclass
class Record:
    """One row, read.

    Attributes
    ----------
    row : int
    source : str
        Slug of its source, and `card`: key of the mapping → Turtle terms.
    id, label, description, kind : str
        Slug and names of the engagement, and the IRI of its class; `minted` if the slug is made of the label.
    locator : str
        Where the source says it.
    facts : dict of str to list of str
        Key of the mapping → Turtle terms; `inferred` names those that are a reading.
    steps : dict of str to (str, str)
        Status → date, "" where there is none, and the column that it stands in.
    unnamed : list of str
        Roles that a party has whom the source does not name.
    links : dict of str to str
        Engagement that this one names → column.
    new : dict of str to Thing
        Agents to be registered, by slug.
    faults : list of Fault
        Why it cannot be taken; empty if it can.
    """

    row: int
    source: str = ""
    card: dict[str, list[str]] = field(default_factory=dict)
    id: str = ""
    minted: bool = False
    label: str = ""
    description: str = ""
    kind: str = ""
    locator: str = ""
    facts: dict[str, list[str]] = field(default_factory=dict)
    inferred: list[str] = field(default_factory=list)
    steps: dict[str, tuple[str, str]] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    new: dict[str, Thing] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, name: str, term: str, inferred: bool = False) -> None:
        """Say something of the engagement, once."""
        objects = self.facts.setdefault(name, [])
        if term not in objects:
            objects.append(term)
        if inferred and name not in self.inferred:
            self.inferred.append(name)

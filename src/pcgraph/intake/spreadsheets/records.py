"""The content of one row of a table, in the terms of the model."""

from __future__ import annotations

from dataclasses import dataclass, field

from pcgraph.intake.errors import Fault


@dataclass
class NewThing:
    """An agent or a place that an import registers.

    Attributes
    ----------
    slug, kind, label : str
        `kind` is the local name of its class.
    aliases : list of str
    country : str or None
        IRI of the country of an agent, or of the larger place of a place.
    code : str
        Code of a country, of ISO 3166-1.
    """

    slug: str
    kind: str
    label: str
    aliases: list[str] = field(default_factory=list)
    country: str | None = None
    code: str = ""


@dataclass
class Record:
    """The content of one row.

    Attributes
    ----------
    row : int
    source : str
        Slug of its source.
    card : dict of str to list of str
        What the row says about its source: key of the mapping → Turtle terms.
    id, label, description, kind : str
        Slug, label and description of the engagement, and the IRI of its class.
    id_from_label : bool
        True if the slug was made from the label.
    locator, quote : str
        Where the source says it, and its words there.
    passage : (str, dict of str to list of str)
        Fragment of the passage, and what the file says about it: property → Turtle terms.
    facts : dict of str to list of str
        Key of the mapping → Turtle terms.
    inferred : list of str
        The keys of `facts` that are inferred.
    steps : dict of str to (str, str)
        Status → date ("" if there is none) and its column.
    unnamed : list of str
        Roles of parties that the source does not name.
    links : dict of str to str
        IRI of an engagement that this one refers to → column.
    new : dict of str to NewThing
        Agents and places to register, by slug.
    used, ignored : int
        Number of filled cells that the record contains, and of those that the mapping says to leave out.
    faults : list of Fault
        Why the row cannot be imported; empty if it can.
    """

    row: int
    source: str = ""
    card: dict[str, list[str]] = field(default_factory=dict)
    id: str = ""
    id_from_label: bool = False
    label: str = ""
    description: str = ""
    kind: str = ""
    locator: str = ""
    quote: str = ""
    passage: tuple[str, dict[str, list[str]]] = ("", {})
    facts: dict[str, list[str]] = field(default_factory=dict)
    inferred: list[str] = field(default_factory=list)
    steps: dict[str, tuple[str, str]] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    new: dict[str, NewThing] = field(default_factory=dict)
    used: int = 0
    ignored: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, name: str, term: str, inferred: bool = False) -> None:
        """Add a fact about the engagement, unless the record has it already."""
        objects = self.facts.setdefault(name, [])
        if term not in objects:
            objects.append(term)
        if inferred and name not in self.inferred:
            self.inferred.append(name)

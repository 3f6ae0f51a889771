"""What the page shows: the `view` that `render` takes, written down as types.

Everything is plain JSON. Identifiers are full IRIs; everything that a reader sees is text made beforehand, so the page
holds no vocabulary of its own: another pair of countries is another view. Lists keep their order on the page.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

StatusSet = Literal["prospective", "announced", "entered", "realised", "ended", "none"]


class Fact(TypedDict):
    """One line of a dossier: `what` ("headquarters"), `value`, and whether only background knowledge says so."""

    what: str
    value: str
    background: bool


class Measure(TypedDict):
    """A figure about one organisation, and in one sentence what it means."""

    name: str
    value: float | int | str
    meaning: str


class Node(TypedDict):
    """An organisation, person, group or unnamed party.

    `kind` is the local name of its class (``Company``), `country` a compact identifier (``id:china``) or empty,
    `label` is what the map writes, so rather short; `labels` are full names by language (``en``, ``zh``, ``ur``);
    `aliases` are found by the search but not shown on the map; `x`, `y` come from :func:`pcgraph.layout.positions`,
    `size` is the radius in pixels at scale 1.
    """

    id: str
    label: str
    labels: dict[str, str]
    kind: str
    country: str
    aliases: list[str]
    x: float
    y: float
    size: float
    facts: list[Fact]
    measures: list[Measure]


Tie = TypedDict(
    "Tie",
    {
        "id": str,
        "from": str,
        "to": str,
        "relation": str,
        "relation_label": str,
        "symmetric": bool,
        "engagement": str,
        "engagement_label": str,
        "status": str,
        "status_set": StatusSet,
        "date": str,
        "sectors": list[str],
        "sources": list[str],
    },
)
Tie.__doc__ = """One line of the map: a relation between two nodes that one engagement gives.

`relation` and `sectors` are compact identifiers that the legend names; `status` is the label of the current status,
`status_set` the set it is drawn with; `date` is EDTF or empty; `sources` are IRIs (the more, the wider the line).
"""


class Party(TypedDict):
    """Who took part and as what; `agent` may be missing from the map (an unnamed party, a group)."""

    role: str
    agent: str
    label: str
    inferred: bool
    unnamed: bool


class Step(TypedDict):
    """A status that was reached: its label, its EDTF date, the bounds of that date (ISO days); each may be empty."""

    status: str
    date: str
    earliest: str
    latest: str


class Passage(TypedDict):
    """Where a source says so: characters `start` to `end` (end excluded) or a `locator`; `quote` only where proved."""

    source: str
    locator: str
    start: int | None
    end: int | None
    quote: NotRequired[str]


class Engagement(TypedDict):
    """What stands behind a tie. `type`, `kind`, `status`, `sectors`, `places`, `quantity`, `amount` are labels."""

    label: str
    summary: str
    type: str
    kind: str
    status: str
    parties: list[Party]
    steps: list[Step]
    sectors: list[str]
    places: list[str]
    quantity: str
    amount: str
    aims: list[str]
    passages: list[Passage]
    inferred: list[str]
    unknown: list[str]


class Source(TypedDict):
    """A document: who published it, when (EDTF), of which tier, where, and who speaks in it."""

    title: str
    publisher: str
    date: str
    tier: str
    address: str
    said_by: str


class LegendItem(TypedDict):
    """One line of the legend: the value it stands for, its label and, where it needs one, a note of a few words."""

    id: str
    label: str
    note: NotRequired[str]


class Legend(TypedDict):
    """Order and labels of the five groups of the legend.

    `status` lists status sets; of `country` the first is drawn filled, the second as a ring, all others grey; of
    `relation` the first eight have a colour of their own. Values without ties or nodes are left out of the page; values
    that the legend forgets are appended under their identifier.
    """

    relation: list[LegendItem]
    status: list[LegendItem]
    sector: list[LegendItem]
    country: list[LegendItem]
    kind: list[LegendItem]


class View(TypedDict):
    """All that one page shows. `unknowns` are sentences ("10 memorandums claimed, 7 told apart"), `as_of` a day."""

    nodes: list[Node]
    ties: list[Tie]
    engagements: dict[str, Engagement]
    sources: dict[str, Source]
    unknowns: list[str]
    as_of: str
    legend: Legend

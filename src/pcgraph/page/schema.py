"""What the page shows: the `View` that `render` takes, written down as types.

Plain JSON in columns, not objects: everything is named by its place in its table, so that 300,000 ties stay cheap. A
place is an int (-1: none), a day an int (days since 1970-01-01; null: open), an identifier a CURIE (``id:huawei``).
All tables may be empty. The texts may be anything at all: the page treats them as text and as nothing else.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

Opening = Literal["all", "communities", "top"]
Flag = int  # 0 or 1
Names = dict[str, str]  # language → label, for the languages besides English


class Word(TypedDict):
    """An entry of a vocabulary; what only some have is told at :class:`Words`."""

    id: str
    label: str
    labels: NotRequired[Names]
    meaning: NotRequired[str]
    symmetric: NotRequired[bool]
    set: NotRequired[int]
    rank: NotRequired[int]
    broader: NotRequired[int]


class Words(TypedDict):
    """The vocabularies, each in the order in which the page lists it; mostly only what occurs.

    Relations say whether they are `symmetric`, statuses in which `set` they are drawn and their `rank`, sectors which
    is `broader`. Of the countries the commonest comes first: the first two are the two sides. Tiers: the best first.
    """

    relation: list[Word]
    set: list[Word]
    status: list[Word]
    type: list[Word]
    form: list[Word]
    role: list[Word]
    sector: list[Word]
    country: list[Word]
    kind: list[Word]
    tier: list[Word]
    quantity: list[Word]


class Measure(TypedDict):
    """A figure about an agent, and in one sentence what it means.

    Where it was drawn how sure the ranks are, `sure` has for each node [low, high, percent of the draws in which it is
    among the first `top`], or 0.
    """

    name: str
    meaning: str
    sure: NotRequired[list[tuple[int, int, int] | Literal[0]]]
    top: NotRequired[int]


class Nodes(TypedDict):
    """Agents: named ones with ties first, then named ones without, groups, and parties without a name.

    `short` is what the map writes; `facts` are [what, value, only background, only a reading]; `community` counts from
    0, the largest; `x`, `y` stand in the view of partners, `ex`, `ey` in that of engagements (pixels at scale 1).
    """

    iri: list[str]
    label: list[str]
    short: list[str]
    labels: list[Names | Literal[0]]
    aliases: list[list[str] | Literal[0]]
    summary: list[str]
    kind: list[int]
    country: list[int]
    community: list[int]
    facts: list[list[tuple[str, str, Flag, Flag]] | Literal[0]]
    measure: dict[str, list[float | None]]
    x: list[float]
    y: list[float]
    ex: list[float]
    ey: list[float]


Ties = TypedDict(
    "Ties",
    {
        "from": list[int],
        "to": list[int],
        "relation": list[int],
        "engagement": list[int],
        "known": list[list[int | None]],
        "sources": list[list[int]],
        "voices": list[int],
    },
)
Ties.__doc__ = """Relations between two agents that one engagement gives, now or at any time.

`known` are the days on which it is believed: since, until, since, until … (since null: always; an odd length: still).
`voices` counts the independent ones among its sources.
"""


class Dispute(TypedDict):
    """Values that cannot all be true, who gives each, which is believed ("": none) and by which verdict ("": open)."""

    what: str
    values: list[tuple[str, list[int]]]
    believed: str
    verdict: str


class Engagements(TypedDict):
    """What stands behind the ties.

    `status`: flat triples status, since, until (null: still), by the day of knowledge. `parties`: [role, node, only a
    reading, sources]. `steps`, in order: [status, EDTF, first day, last day, only a reading, sources, local name].
    `passages`: [source, fragment, place in words, local name of what it proves, quote or 0]. `links`: [word,
    engagement or -1, label]. `claimed`: [agreements claimed, told apart] of an event. `tier` is the best one.
    """

    iri: list[str]
    label: list[str]
    summary: list[str]
    labels: list[Names | Literal[0]]
    type: list[int]
    form: list[int]
    status: list[list[int | None]]
    sectors: list[list[int]]
    places: list[list[str]]
    aims: list[list[str]]
    quantity: list[str]
    amount: list[str]
    expected: list[str]
    starts: list[str]
    ends: list[str]
    parties: list[list[tuple[int, int, Flag, list[int]]]]
    steps: list[list[tuple[int, str, int | None, int | None, Flag, list[int], str]]]
    passages: list[list[tuple[int, str, str, str, str | Literal[0]]]]
    disputes: list[list[Dispute]]
    links: list[list[tuple[str, int, str]]]
    inferred: list[list[str]]
    unknown: list[list[str]]
    claimed: list[tuple[int, int] | Literal[0]]
    voices: list[int]
    sources: list[list[int]]
    tier: list[int]
    x: list[float]
    y: list[float]


class Sources(TypedDict):
    """Documents: who published each, when (EDTF), where, who speaks in it, whose voice it is, since when it counts."""

    iri: list[str]
    title: list[str]
    publisher: list[str]
    date: list[str]
    address: list[str]
    said_by: list[str]
    tier: list[int]
    voice: list[int]
    known: list[int | None]


class Focus(TypedDict):
    """The node on which the page opens, and how many steps from it the page reaches (1 to 3)."""

    node: str
    hops: int


class View(TypedDict):
    """All that one page shows.

    `as_of` is the day of the scope (null: everything known), `today` the newest day on which anything becomes known;
    of the `measures` the first one sizes the nodes at the opening; `unknowns` are sentences.
    """

    title: str
    as_of: int | None
    today: int
    prefixes: dict[str, str]
    opening: Opening
    focus: Focus | None
    measures: list[Measure]
    words: Words
    nodes: Nodes
    ties: Ties
    engagements: Engagements
    sources: Sources
    unknowns: list[str]


def columns(kind: Any) -> list[str]:
    """List the columns of a table, in order.

    >>> columns(Sources)[:2]
    ['iri', 'title']
    """
    return list(kind.__annotations__)


def opening(ties: int) -> Opening:
    """Choose what a page with so many ties opens on: 3,000 lines are a picture, more are a cloud.

    >>> opening(3000), opening(3001), opening(20001)
    ('all', 'communities', 'top')
    """
    return "all" if ties <= 3000 else "communities" if ties <= 20_000 else "top"


def empty(title: str = "") -> View:
    """Make a view of nothing, to be filled.

    >>> empty("Nothing yet")["ties"]["known"]
    []
    """
    tables: dict[str, Any] = {
        name: {column: [] for column in columns(kind)}
        for name, kind in (
            ("words", Words), ("nodes", Nodes), ("ties", Ties), ("engagements", Engagements), ("sources", Sources)
        )
    }  # fmt: skip
    tables["nodes"]["measure"] = {}
    return {
        "title": title,
        "as_of": None,
        "today": 0,
        "prefixes": {},
        "opening": "all",
        "focus": None,
        "measures": [],
        **tables,  # type: ignore[typeddict-item]
        "unknowns": [],
    }

"""The types of the `View` that `render` takes: the data of one page.

The data is plain JSON in columns, not one object per row, and rows are referred to by their index in their table, so
that 300,000 ties stay cheap. An index is an int (-1: none), a day is an int (days since 1970-01-01; null: open), and an
identifier is a CURIE (``id:lumen``). All tables may be empty. Texts may contain anything; the page shows them as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

UNNAMED = "unnamed party"  # label of an agent that no source names
Flag = int  # 0 or 1
Mark = int  # 0: stated, 1: inferred, 2: alleged by the source itself
Numbers = tuple[float | None, float | None, float | None, str | None, float | None, str | None]
Names = dict[str, str]  # language → label, for the languages other than English


def mark(row: Mapping[str, Any]) -> Mark:
    """Return whether a row is stated, inferred or alleged; what is alleged counts as inferred, too."""
    return 2 if row["alleged"] else int(row["inferred"])


class Word(TypedDict):
    """An entry of a vocabulary; :class:`Words` describes the optional keys."""

    id: str
    label: str
    labels: NotRequired[Names]
    aliases: NotRequired[list[str]]
    meaning: NotRequired[str]
    symmetric: NotRequired[bool]
    tone: NotRequired[int]
    set: NotRequired[int]
    rank: NotRequired[int]
    broader: NotRequired[int]
    also_broader: NotRequired[list[int]]
    precision: NotRequired[str]
    at: NotRequired[tuple[float, float]]
    happens: NotRequired[str]


class Words(TypedDict):
    """The vocabularies, in the order in which the page lists them; most contain only terms that occur.

    Relations have `symmetric`, statuses have `set` (how they are drawn) and `rank`, sectors have `broader`,
    and `also_broader` if there are several. Countries
    on a side of the map come first, then the most frequent. Tiers are sorted from best to worst. Places are those of
    engagements and those that they lie in (`broader`), the most frequent first, with `precision` and, if it is known,
    where they are: `at` is [latitude, longitude]. `happens` says what the place of a type is: "meetings", "papers" or
    "work".
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
    place: list[Word]


class Measure(TypedDict):
    """A measure of agents, with its meaning in one sentence.

    If rank intervals were computed, `sure` has for each node [low, high, percentage of the draws in which it is in the
    `top`], or 0.
    """

    name: str
    meaning: str
    sure: NotRequired[list[tuple[int, int, int] | Literal[0]]]
    top: NotRequired[int]


class Nodes(TypedDict):
    """Agents: named ones with ties, then named ones without ties, groups, and unnamed parties.

    `short` is the name on the map. `facts` are [property, value, background only, mark]. `acts_for` is, for a
    person, the organisation for which the person acts. `x`, `y` are positions in pixels at scale 1.
    """

    iri: list[str]
    label: list[str]
    short: list[str]
    labels: list[Names | Literal[0]]
    aliases: list[list[str] | Literal[0]]
    summary: list[str]
    kind: list[int]
    country: list[int]
    acts_for: list[int]
    facts: list[list[tuple[str, str, Flag, Mark]] | Literal[0]]
    measure: dict[str, list[float | None]]
    x: list[float]
    y: list[float]


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
Ties.__doc__ = """Relations between two agents that result from one engagement, now or at any time.

`known` are the days on which the tie is believed: since, until, since, until … (since null: always; odd length: still).
`voices` is the number of independent voices among its sources.
"""


SumKind = Literal["paid", "funding", "price", "value", "claim", "other"]
# local name of the step ("": the whole), kind, short text, text with all digits, sources
Sum = tuple[str, SumKind, str, str, list[int]]


# engagement, funders (several: given together), currency, year in whose prices it is, year, the total in which it
# counts ("committed" or "paid"), amount, least, most, why it is in no total, sources; null where nothing is stated
MoneySum = tuple[
    int, list[int], str | None, str | None, int | None, str | None, float | None, float | None, float | None,
    str | None, list[int],
]  # fmt: skip

# from, until (days, null: open), last reported, status since (days), what stands for its promise (an engagement, null:
# none), state of the promise, last report if it is silent, status by (days), its outcome (a status, null: it is that
# itself), shown by which engagement, "result" or "part", local name of the step that is planned next, what it went on
# as (engagements); nulls at the end are left out
Conclusion = list[Any]


class Dispute(TypedDict):
    """Contradicting values with their sources, the believed value ("": none) and the verdict's reason ("": open).

    `step` is the local name of the step that it is about ("": the engagement). A sum of money is one value with its
    currency.
    """

    step: str
    what: str
    values: list[tuple[str, list[int]]]
    believed: str
    verdict: str


class Engagements(TypedDict):
    """Engagements: the agreements, plans, talks and events that ties result from.

    `status`: flat triples status, since, until (null: still), by the day on which it became known. `parties`: [role,
    node, mark, sources]. `steps`, in order: [status, EDTF, first day, last day, mark, sources, local
    name, count]. `amount`, `claim` (what somebody claims, and not money paid) and `quantity` are texts with all that
    belongs to the number; `money_rank` sorts the amounts by currency and size (-1: none). `money` are all sums, those
    of the steps included; its kind says whether the amount is money given, a price, the value of what is agreed or
    built, a claim, or another one that sources give beside the believed sum. It is paid only if a source says so;
    otherwise, how far the engagement came says whether it is promised or signed.
    `passages`: [source, fragment, location in words, local name of the subject, state, quote or 0], and where the page
    was read again, what it was then, and the day. `links`: [label of the link, engagement or -1, label]. `claimed`: for
    an event, [agreements claimed, agreements identified, those, others that may be another name of one of them].
    `voices` is the number of independent voices of the best attested statement, `status_voices` of those that state the
    current status. `tier` is the best tier among the sources. `numbers` are the values of `amount` and `claim`:
    [amount, least, most, currency, claimed amount, its currency], null where nothing is stated. `conclusions` are what
    follows from its sources and from those of what it is joined with, for each interval in which that does not change;
    the last one is open if it is believed now. `occasion`: talks, visits, events and coordination, which promise
    nothing. `searched` is the last day on which somebody looked for more without result; `opening` says that all its
    sources were read to the opening only.
    """

    iri: list[str]
    label: list[str]
    summary: list[str]
    labels: list[Names | Literal[0]]
    type: list[int]
    form: list[int]
    status: list[list[int | None]]
    conclusions: list[list[Conclusion]]
    occasion: list[Flag]
    searched: list[int | None]
    opening: list[Flag]
    sectors: list[list[int]]
    places: list[list[int]]
    aims: list[list[str]]
    numbers: list[Numbers | Literal[0]]
    quantity: list[str]
    amount: list[str]
    claim: list[str]
    money_rank: list[int]
    money: list[list[Sum]]
    expected: list[str]
    starts: list[str]
    ends: list[str]
    parties: list[list[tuple[int, int, Mark, list[int]]]]
    steps: list[list[tuple[int, str, int | None, int | None, Mark, list[int], str, str]]]
    passages: list[list[tuple[int, str, str, str, str, str | Literal[0]]]]
    disputes: list[list[Dispute]]
    links: list[list[tuple[str, int, str]]]
    inferred: list[list[str]]
    unknown: list[list[str]]
    claimed: list[tuple[int, int, list[int], list[int]] | Literal[0]]
    voices: list[int]
    status_voices: list[int]
    sources: list[list[int]]
    tier: list[int]
    x: list[float]
    y: list[float]


class Sources(TypedDict):
    """Sources: documents with publisher, date (EDTF), address, speakers, voice, and the day each became known.

    `reported` is the last day of its own date, or the estimated one.
    """

    iri: list[str]
    title: list[str]
    publisher: list[str]
    date: list[str]
    address: list[str]
    said_by: list[str]
    tier: list[int]
    voice: list[int]
    known: list[int | None]
    reported: list[int | None]


# A text, a number, or something on the page by its table and index: {"node": 3}, engagement, source, or a vocabulary.
# A list of values that contradict each other has each of them with the sources that give it.
Cell = str | int | float | dict[str, int] | list[tuple[Any, list[dict[str, int]]]]


class Answer(TypedDict):
    """The answer to a question of the catalogue, on the day of the page.

    `labels` are titles in other languages. `command` prints the whole answer. `columns` are [name, label, meaning].
    `rows` are the first ones, of `count`. `day` is the date for which the question was asked ("": it needs none).
    """

    id: str
    title: str
    labels: NotRequired[Names]
    question: str
    keywords: list[str]
    command: str
    day: str
    columns: list[tuple[str, str, str]]
    rows: list[list[Cell]]
    count: int


class Headline(TypedDict):
    """Numbers: engagements; promises, and how many of these have each state; events, visits and talks.

    `voiced` counts the engagements whose current status two independent voices state.
    """

    engagements: int
    promises: int
    kept: int
    begun: int
    signed: int
    open: int
    silent: int
    stopped: int
    occasions: int
    voiced: int


NO_NUMBERS: Headline = dict.fromkeys(Headline.__annotations__, 0)  # type: ignore[assignment]


class Story(TypedDict):
    """A saved address of the page with a title and a sentence.

    `since` is the newest day of a source on what it is about: on any earlier day, it would tell what came later.
    A story that is written by hand has `title`, `text` and `labels`: language → its title and text. Of a computed story
    the page writes the sentences in the language of the reader, from its `kind` and `parts`: [what it is, value, …].
    """

    id: str
    address: str
    since: int | None
    title: NotRequired[str]
    text: NotRequired[str]
    labels: NotRequired[dict[str, dict[str, str]]]
    kind: NotRequired[str]
    parts: NotRequired[list[list[Any]]]


class Focus(TypedDict):
    """The node on which the page opens, and the radius of the page around it in steps (1 to 3)."""

    node: str
    hops: int


class View(TypedDict):
    """Everything that one page shows.

    `title`, `description`, `licence` (an address) and `creators` say what the page is about; they are empty where the
    project says nothing. `languages` are those that the page offers; it opens in the first. The first `sides` countries
    (0 to 4) are the sides of the map. `as_of` is the day of the scope (null: everything known). `today` is the latest
    day on which anything becomes known. The first of the `measures` determines the size of nodes when the page opens.
    `places_from` names the web sites from which coordinates of places are, the most frequent first.
    `sums` are the amounts of which the totals of money are made, and those in no total.
    `unknowns` and `methods` are sentences. `withdrawn` maps what does not count any more to the reason. `answers` are
    those to the questions of the catalogue that are for the page.
    """

    title: str
    description: str
    licence: str
    creators: list[str]
    languages: list[str]
    sides: int
    as_of: int | None
    today: int
    prefixes: dict[str, str]
    focus: Focus | None
    measures: list[Measure]
    words: Words
    nodes: Nodes
    ties: Ties
    engagements: Engagements
    sources: Sources
    sums: list[MoneySum]
    headline: Headline
    stories: list[Story]
    places_from: list[str]
    unknowns: list[str]
    methods: list[str]
    withdrawn: dict[str, str]
    answers: list[Answer]


def columns(kind: Any) -> list[str]:
    """Return the column names of a table, in order.

    >>> columns(Sources)[:2]
    ['iri', 'title']
    """
    return list(kind.__annotations__)


def empty(title: str = "") -> View:
    """Return an empty view.

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
        "description": "",
        "licence": "",
        "creators": [],
        "languages": ["en"],
        "sides": 0,
        "as_of": None,
        "today": 0,
        "prefixes": {},
        "focus": None,
        "measures": [],
        **tables,  # type: ignore[typeddict-item]
        "sums": [],
        "headline": NO_NUMBERS,
        "stories": [],
        "places_from": [],
        "unknowns": [],
        "methods": [],
        "withdrawn": {},
        "answers": [],
    }

"""The opening of the page: a headline in numbers, and up to seven stories.

A story is a saved address of the page with a sentence. Stories are computed from the view, which works for any project;
those that `pcgraph.page.stories.file` reads from the data folder come first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Sized
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import compact
from pcgraph.page.stories.file import read_stories
from pcgraph.page.view.engagements import SIZES
from pcgraph.page.view.schema import Story, View
from pcgraph.store.data_folder import STORIES

KINDS = ("promise", "silence", "event", "money", "dispute", "connected", "voices")  # the most telling first
MOST = 7
# The same rules as in app/model/data.js, filter.js and parties.js:
PROMISED = ("entered", "announced")  # sets of statuses
EPOCH = date(1970, 1, 1)  # days in a view are counted from it
DOWN = ("covers", "led to", "had during it", "has part")  # links from an event or a paper to its outcomes
HIDDEN_KINDS = ("pcg:UnnamedParty", "pcg:Group", "pcg:Person")  # agents without a mark on the map as it opens
SETS = ("realised", "entered", "announced", "prospective", "ended", "none")  # in the order of sentences
FLOWS = ("Funding", "Acquisition")  # classes, with their subclasses, whose amount is money that changes hands
FEWEST = 3  # outcomes of an event that is a story; an event with fewer is one only if there is no other
Part = list[Any]  # of a sentence: what it is, and its values
Told = tuple[dict[str, str], list[Part]] | None  # address and parts


class Engagements:
    """The engagements of a view that are believed now, with their sets of statuses, last reports and silences."""

    def __init__(self, view: View, snapshot: Snapshot) -> None:
        self.view, self.table = view, view["engagements"]
        self.status = [_current(flat) for flat in self.table["status"]]
        self.known = [at for at, flat in enumerate(self.table["status"]) if not flat or self.status[at] >= 0]
        words = view["words"]
        self.set_of_status = [words["set"][word["set"]]["id"] for word in words["status"]]
        self.set = ["none" if status < 0 else self.set_of_status[status] for status in self.status]
        rows = snapshot.tables.outcomes.select("engagement", "last_report", "silent_since").iter_rows()
        found = {compact(iri): days for iri, *days in rows}
        told = [found.get(iri, [None, None]) for iri in self.table["iri"]]
        self.heard = [last and (last - EPOCH).days for last, _ in told]
        self.silent = [at for at in self.known if told[at][1]]


def _current(flat: list[int | None]) -> int:
    """Return the status whose interval is still open, or -1."""
    return next((flat[at] or 0 for at in range(len(flat) - 3, -1, -3) if flat[at + 2] is None), -1)


def stories(view: View, snapshot: Snapshot, *, whole: bool) -> list[Story]:
    """Return the stories of a view, at most seven.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> [story["id"] for story in stories(kg.map().view, kg, whole=True)]
    ['dispute', 'connected', 'voices']
    """
    file = snapshot.page_files.get(STORIES) if whole else None
    found = read_stories(*file, view) if file else []
    told = {story[name] for story in found for name in ("id", "address")}
    computed = _Computed(view, snapshot)
    for kind in KINDS:
        if (result := getattr(computed, kind)()) is not None:
            address = urlencode(result[0], safe=":")
            if told.isdisjoint((kind, address)):
                found.append({"id": kind, "address": address, "since": None, "kind": kind, "parts": result[1]})
    for story in found:
        story["since"] = computed.since(story)
    return found[:MOST]


class _Computed(Engagements):
    """The stories that are computed: each method returns one, or None if the data have nothing to tell."""

    def __init__(self, view: View, snapshot: Snapshot) -> None:
        super().__init__(view, snapshot)
        self.events, self.flows = (self._of_class(snapshot, *names) for names in (("Event",), FLOWS))
        rows = snapshot.tables.engagements.rows_by_key("engagement", named=True, unique=True)
        self.sums: dict[int, tuple[str, float]] = {}  # currency and size, without rates and constant prices
        self.claims: dict[int, tuple[str, float]] = {}
        for at in self.known:
            row = rows.get(snapshot.names.expand(self.table["iri"][at]), {})
            size = next((row[name] for name in SIZES if row.get(name)), None)
            if size and not row["amount_per"] and not row["constant_prices"]:
                self.sums[at] = row["currency"] or "", size
            if row.get("claimed_amount"):
                self.claims[at] = row["claimed_currency"] or "", row["claimed_amount"]

    def _of_class(self, snapshot: Snapshot, *names: str) -> set[int]:
        wanted = {compact(iri) for name in names for iri in snapshot.ontology.subterms(name)}
        types = {index for index, word in enumerate(self.view["words"]["type"]) if word["id"] in wanted}
        return {at for at in self.known if self.table["type"][at] in types}

    def event(self) -> Told:
        """Return the latest event that took place, with what came of it."""
        outcomes = {at: self.outcomes(at) for at in self.events if self.set[at] == "realised"}
        steps = {at: [step for step in self.table["steps"][at] if step[1] and step[3]] for at in outcomes}
        told = [at for at in outcomes if outcomes[at] and steps[at]]
        if not told:
            return None
        at = max(told, key=lambda at: (min(len(outcomes[at]), FEWEST), steps[at][-1][3], -at))
        parts = [self.name(at), ["date", steps[at][-1][1]], _count(outcomes[at]), self.counts(outcomes[at])]
        return {"event": self.table["iri"][at]}, parts

    def promise(self) -> Told:
        """Return the largest sum that was ever promised, in the commonest currency and in two others."""
        reached = {at: {step[0] for step in self.table["steps"][at]} for at in self.sums}
        marks = {status for status, name in enumerate(self.set_of_status) if name in PROMISED}
        promised = [at for at in self.sums if reached[at] & marks]
        if not promised:
            return None
        at, *others = _largest_by_currency(self.sums, promised)
        rest = [[self.name(other), self.amount(other), self.state(other)] for other in others[:2]]
        parts = [self.name(at), self.amount(at), self.state(at), ["day", self.heard[at]], ["others", rest]]
        return {"engagement": self.table["iri"][at]}, parts

    def silence(self) -> Told:
        """Return the open engagement of which no source has said anything for the longest time."""
        if not self.silent:
            return None
        at = min(self.silent, key=lambda at: (self.heard[at] or 0, at))
        address = {"view": "board", "boardSort": "silence", "mark": "silent", "engagement": self.table["iri"][at]}
        return address, [self.name(at), self.state(at), ["day", self.heard[at]], _count(self.silent)]

    def money(self) -> Told:
        """Return how many engagements have a sum, how far they came, and how many have one that is only claimed."""
        if len(self.sums) < 2:
            return None
        flows = [at for at in self.sums if at in self.flows]
        completed = sum(1 for at in flows if self.state(at)[1] == "v:completed")
        claimed = [at for at in self.claims if at not in self.sums]
        claim: Part = ["claim"]
        if claimed:
            largest = _largest_by_currency(self.claims, claimed)[0]
            claim += [len(claimed), self.table["claim"][largest], self.name(largest)]
        realised = sum(1 for at in self.sums if self.set[at] == "realised")
        parts = [_count(self.sums), *(["number", n] for n in (realised, len(flows), completed)), claim]
        return {"view": "table", "sort": "6-"}, parts

    def dispute(self) -> Told:
        """Return the engagement about which sources contradict each other most."""
        disputes, sources = self.table["disputes"], self.table["sources"]
        disputed = [at for at in self.known if disputes[at]]
        if not disputed:
            return None
        at = max(disputed, key=lambda at: (len(disputes[at]), len(sources[at]), -at))
        parts = [self.name(at), ["properties", sorted({each["what"] for each in disputes[at]})], _count(disputed)]
        return {"mark": "disputed", "engagement": self.table["iri"][at]}, parts

    def connected(self) -> Told:
        """Return the organisation with most partners on the map."""
        nodes, kinds = self.view["nodes"], [word["id"] for word in self.view["words"]["kind"]]
        hidden = {at for at, kind in enumerate(nodes["kind"]) if kind >= 0 and kinds[kind] in HIDDEN_KINDS}
        mark = [at if organisation < 0 else organisation for at, organisation in enumerate(nodes["acts_for"])]
        partners: defaultdict[int, set[int]] = defaultdict(set)
        joined: defaultdict[int, list[int]] = defaultdict(list)
        for at in self.known:
            present = {mark[party] for _, party, *_ in self.table["parties"][at]} - hidden
            for node in present:
                partners[node] |= present - {node}
                joined[node].append(at)
        node = max(partners, key=lambda node: (len(partners[node]), len(joined[node]), -node), default=-1)
        if node < 0 or not partners[node]:
            return None
        iri, counts = nodes["iri"][node], [_count(partners[node], "organisation"), _count(joined[node])]
        return {"node": iri, "near": f"1 {iri}"}, [["node", iri], *counts, self.counts(joined[node])]

    def voices(self) -> Told:
        """Return the engagement that most independent voices report."""
        voices, sources = self.table["voices"], self.table["sources"]
        at = max(self.known, key=lambda at: (voices[at], -at), default=-1)
        if at < 0 or voices[at] < 2:
            return None
        parts = [self.name(at), ["count", voices[at], "voice"], _count(sources[at], "source"), self.state(at)]
        return {"engagement": self.table["iri"][at]}, parts

    def since(self, story: Story) -> int | None:
        """Return the newest day of a source on what a story is about: before it, the story would tell what came later.

        A computed one is about everything, because it counts or compares, except for that of an event.
        """
        at = {iri: index for index, iri in enumerate(self.table["iri"])}
        parts = dict(parse_qsl(story["address"])) if story.get("kind", "event") == "event" else {}
        named = [at[parts[name]] for name in ("engagement", "event") if parts.get(name) in at]
        about = {*named, *(other for one in named for other in self.outcomes(one))} or self.known
        known = self.view["sources"]["known"]
        days = (known[source] for one in about for source in self.table["sources"][one])
        return max((day for day in days if day is not None), default=None)

    def outcomes(self, event: int) -> list[int]:
        """Return what an event or a paper covers, what happened during it and what came of it, without itself."""
        found, known = [event], {*self.known}
        for at in found:
            found += {other for word, other, _ in self.table["links"][at] if word in DOWN and other >= 0} - {*found}
        return [at for at in found[1:] if at in known]

    def name(self, at: int) -> Part:
        """Return the part of a sentence that names an engagement."""
        return ["engagement", self.table["iri"][at]]

    def amount(self, at: int) -> Part:
        """Return the part of a sentence with the amount of an engagement."""
        return ["text", self.table["amount"][at]]

    def state(self, at: int) -> Part:
        """Return the part of a sentence with the status of an engagement."""
        return ["status", "" if self.status[at] < 0 else self.view["words"]["status"][self.status[at]]["id"]]

    def counts(self, among: Iterable[int]) -> Part:
        """Return the part of a sentence that counts engagements by their sets."""
        counts = Counter(self.set[at] for at in among)
        return ["sets", [[name, counts[name]] for name in SETS if counts[name]]]


def _count(things: Sized, noun: str = "engagement") -> Part:
    return ["count", len(things), noun]


def _largest_by_currency(sums: Mapping[int, tuple[str, float]], among: Sequence[int]) -> list[int]:
    """Return the engagement with the largest sum in each currency, the commonest currency first."""
    currencies = Counter(sums[at][0] for at in among)
    order = sorted(currencies, key=lambda name: (-currencies[name], name))
    return [max((at for at in among if sums[at][0] == name), key=lambda at: (sums[at][1], -at)) for name in order]

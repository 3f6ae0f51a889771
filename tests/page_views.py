"""Views for the tests of the page: the tiny graph, the same with hostile text, almost nothing, any number of ties."""

from __future__ import annotations

import copy
import math
import random
from functools import cache
from itertools import accumulate
from typing import Any

import loaded
from helpers import TINY, changed
from pcgraph import api, page
from pcgraph.belief import loading
from pcgraph.model.namespaces import compact
from pcgraph.page import View
from pcgraph.page.map import Map
from pcgraph.profiles.about import Profiles
from pcgraph.profiles.timeline import describe_timeline
from pcgraph.store import data_folder, files
from pcgraph.store.project import Project

ID = "https://w3id.org/pcgraph/id/"
HOSTILE = (
    "</script><script>window.broken = 1</script>",
    "<img src=x onerror='window.broken = 2'>",
    "{{ 7 * 7 }}{% raw %}<!-- <script> \u2028 ]]> ${window.broken = 3}",
    "\u202egnippilf\u202c \u2066inside\u0000",
    '"onmouseover="window.broken = 4" style="position:fixed',
    "long " * 60,
    "&lt;b&gt; & <b>bold</b>",
)
ADDRESSES = ("javascript:window.broken = 5", "data:text/html,<script>window.broken = 6</script>", " JavaScript:x")
NAMES = {"iri", "id", "known", "name", "prefixes", "focus", "languages"}  # of the graph, not of people


@cache
def tiny_graph() -> api.KnowledgeGraph:
    kg = api.KnowledgeGraph(loading.compute(data_folder.read(TINY, files.home("ontology"))))
    return changed(kg, project=Project(TINY, languages=("en", "zh", "ur")))


@cache
def _tiny() -> View:
    return tiny_graph().map().view


@cache
def real_map() -> Map:
    """Return the map of the shipped data, drawn once in each process: it takes seconds. Do not change its view."""
    return loaded.load().map()


def tiny() -> View:
    """All that the tiny graph knows."""
    return copy.deepcopy(_tiny())


def timelines() -> dict[str, Any]:
    """Return the bars and groups that the site draws for each party of the tiny graph, by short IRIs."""
    kg, found = tiny_graph(), {}
    profiles = Profiles(kg)
    for party, engagements in profiles.of_agent.items():
        if drawn := describe_timeline(profiles, "organisation", party, engagements, 300):
            groups = {
                by: [[compact(key), [*map(compact, each)]] for key, each in groups]
                for by, groups in drawn["groups"].items()
            }
            bars = {compact(iri): parts for iri, parts in drawn["bars"].items()}
            found[compact(party)] = {"years": drawn["years"], "bars": bars, "groups": groups}
    return found


def hostile() -> View:
    """The tiny graph with text in every place that tries to be markup, script, template or direction."""
    taken = iter(range(10**6))

    def evil(value: Any, name: str = "") -> Any:
        if name in NAMES:
            return value
        if isinstance(value, dict):
            return {key: evil(inner, key) for key, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [evil(inner) for inner in value]
        return f"{HOSTILE[next(taken) % len(HOSTILE)]} {value}" if isinstance(value, str) else value

    view: View = evil(tiny())
    view["sources"]["address"] = [ADDRESSES[at % 3] for at in range(len(view["sources"]["iri"]))]
    return view


def few(nodes: int) -> View:
    """The first nodes without a tie, an engagement or a source."""
    view, bare = tiny(), page.empty("Few")
    columns: dict[str, Any] = dict(view["nodes"])
    measures = {name: column[:nodes] for name, column in columns.pop("measure").items()}
    bare["nodes"] = {**{name: column[:nodes] for name, column in columns.items()}, "measure": measures}  # type: ignore[typeddict-item]
    bare["sides"], bare["languages"] = view["sides"], view["languages"]
    bare["words"], bare["prefixes"], bare["measures"] = view["words"], view["prefixes"], view["measures"]
    return bare


def many(nodes: int, ties: int, *, engagements: int | None = None, seed: int = 7) -> View:
    """Return as many nodes and ties as asked: a heavy tail, communities, places.

    The ties come from `engagements` with two parties each, or half as many as ties, so that the map has about as many
    lines as there are ties.
    """
    chance = random.Random(seed)
    view = page.empty(f"{nodes} agents, {ties} ties")
    small = tiny()
    words = view["words"] = small["words"]
    view["prefixes"], view["measures"] = small["prefixes"], small["measures"][:1]
    view["sides"], view["languages"] = small["sides"], small["languages"]
    view["today"] = 20_300
    matters = max(1, ties // 2) if engagements is None else engagements
    groups = max(1, round(math.sqrt(nodes) / 2))
    group = sorted(min(int(chance.expovariate(4) * groups), groups - 1) for _ in range(nodes))
    shuffled = chance.sample(range(nodes), nodes)
    members: list[list[int]] = [[] for _ in range(groups)]
    for at, number in zip(shuffled, group, strict=True):
        members[number].append(at)
    members = sorted((found for found in members if found), key=lambda found: (-len(found), found))
    community = {at: number for number, found in enumerate(members) for at in found}
    pairs: list[tuple[int, int]] = []
    weights = [list(accumulate(1 / (rank + 1) ** 0.6 for rank in range(len(found)))) for found in members]
    while len(pairs) < matters:
        one = len(pairs) if len(pairs) < nodes else chance.randrange(nodes)
        near = community[one] if chance.random() < 0.85 else chance.randrange(len(members))
        other = chance.choices(members[near], cum_weights=weights[near])[0]
        if one != other:
            pairs.append((one, other))
    degree = [0] * nodes
    for one, other in pairs:
        degree[one] += 1
        degree[other] += 1
    spread = 60 * math.sqrt(nodes)
    points = [(0.0, 0.0)] * nodes
    for number, found in enumerate(members):
        far, turn = 0.7 * spread * math.sqrt(number / len(members)), number * 2.4
        for rank, at in enumerate(found):
            step = 36 * math.sqrt(rank + 0.5)
            x, y = (
                far * math.cos(turn) + step * math.cos(rank * 2.4),
                far * math.sin(turn) + step * math.sin(rank * 2.4),
            )
            points[at] = (round(x, 1), round(0.6 * y, 1))
    words["place"] = []  # no engagement has one
    names = [f"Organisation {at}" for at in range(nodes)]
    sources = max(1, ties // 10)
    spoken = [sorted({at % sources, at * 7 % sources}) for at in range(matters)]
    rows: dict[str, Any] = {name: [] for name in page.columns(page.Nodes)} | {"measure": {"degree": degree}}
    rows |= {"iri": [f"id:agent-{at}" for at in range(nodes)], "label": names, "short": names}
    rows |= {"acts_for": [-1] * nodes}
    rows |= {name: [0] * nodes for name in ("labels", "aliases", "facts")} | {"summary": [""] * nodes}
    hidden = {"pcg:Person", "pcg:Group", "pcg:UnnamedParty"}  # the map does not show these at first
    kinds = [number for number, kind in enumerate(words["kind"]) if kind["id"] not in hidden]
    rows |= {"kind": [kinds[at % len(kinds)] for at in range(nodes)], "country": [at % 2 for at in range(nodes)]}
    rows |= {name: [point[name[-1] == "y"] for point in points] for name in ("x", "y")}
    view["nodes"] = rows  # type: ignore[typeddict-item]
    view["ties"] = {
        "from": [pairs[at % matters][0] for at in range(ties)],
        "to": [pairs[at % matters][1] for at in range(ties)],
        "relation": [chance.randrange(len(words["relation"])) for _ in range(ties)],
        "engagement": [at % matters for at in range(ties)],
        "known": [[18_000 + at % 2000] for at in range(ties)],
        "sources": [spoken[at % matters] for at in range(ties)],
        "voices": [len(spoken[at % matters]) for at in range(ties)],
    }
    table: dict[str, list[Any]] = {name: [""] * matters for name in page.columns(page.Engagements)}
    table |= {name: [0] * matters for name in ("labels", "claimed", "money_rank", "occasion", "opening")} | {
        "form": [-1] * matters
    }
    for name in ("conclusions", "sectors", "places", "aims", "passages", "disputes", "links", "inferred", "unknown"):
        table[name] = [[] for _ in range(matters)]
    table |= {"money": [[] for _ in range(matters)], "searched": [None] * matters}
    table["parties"] = [[[0, one, 0, []], [0, other, 0, []]] for one, other in pairs]
    for axis, name in enumerate(("x", "y")):
        table[name] = [(points[one][axis] + points[other][axis]) / 2 for one, other in pairs]
    table |= {"iri": [f"id:matter-{at}" for at in range(matters)], "label": [f"Matter {at}" for at in range(matters)]}
    table |= {"type": [at % len(words["type"]) for at in range(matters)], "tier": [0] * matters}
    table |= {"status": [[at % len(words["status"]), 18_000, None] for at in range(matters)]}
    table |= {
        "steps": [
            [[at % len(words["status"]), "2024", 19_723, 20_088, 0, [], f"matter-{at}.a", ""]] for at in range(matters)
        ]
    }
    table |= {"sources": spoken, "voices": [len(found) for found in spoken]}
    view["engagements"] = table  # type: ignore[typeddict-item]
    card: dict[str, list[Any]] = {name: [""] * sources for name in page.columns(page.Sources)}
    card |= {"iri": [f"src:paper-{at}" for at in range(sources)], "title": [f"Report {at}" for at in range(sources)]}
    card |= {"tier": [0] * sources, "voice": list(range(sources)), "known": [18_000] * sources}
    view["sources"] = card  # type: ignore[typeddict-item]
    return view

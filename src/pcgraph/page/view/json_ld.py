"""The page's data as JSON-LD in the terms of the ontology, with the same triples as the graph `current`."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pcgraph.model.namespaces import local
from pcgraph.page.view.schema import UNNAMED, View

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
LABELS = {"label": {"@id": RDFS_LABEL, "@language": "en"}, "labels": {"@id": RDFS_LABEL, "@container": "@language"}}
THINGS = tuple(f"pcg:{name}" for name in ["country", "kind", "sector", "step", "status", "currentStatus", "statedIn"])
TOPIC = "topic"  # the prefix of sectors, because `sector` is a property
MOST_TIES = 3000  # above this, the data would double an already large page; the exports have it


def data(view: View) -> dict[str, Any]:
    """Return the page's data set as JSON-LD: a description, the agents, and the engagements.

    Engagements have their parties, steps, statuses and passages. Engagements that are no longer believed are left out.
    Above 3,000 ties only the description is returned; it says how to export the rest.
    """
    return {"@context": _context(view), "@graph": [_description(view), *(_entities(view) if _small(view) else [])]}


def _small(view: View) -> bool:
    return len(view["ties"]["relation"]) <= MOST_TIES


def _context(view: View) -> dict[str, Any]:
    """Return the names that are short because they occur thousands of times: terms, and the passages of each source."""
    prefixes = {TOPIC if name == "sector" else name: iri for name, iri in view["prefixes"].items()}
    sources = {f"s{at}": f"{iri}#" for at, iri in enumerate(view["sources"]["iri"] if _small(view) else [])}
    found = {"@vocab": view["prefixes"].get("pcg"), **prefixes, "schema": "https://schema.org/", **sources, **LABELS}
    roles = [role["id"] for role in view["words"]["role"]]
    return found | {_term(name): {"@id": name, "@type": "@id"} for name in (*THINGS, *roles)}


def _term(name: str) -> str:
    """Return the name of a property or class without the prefix of the ontology."""
    return name.removeprefix("pcg:")


def _topic(name: str) -> str:
    return f"{TOPIC}:{name.removeprefix('sector:')}" if name.startswith("sector:") else name


def _description(view: View) -> dict[str, Any]:
    agents, ties, matters = len(view["nodes"]["iri"]), len(view["ties"]["relation"]), len(view["engagements"]["iri"])
    counts = f"{agents} agents, {ties} ties, {matters} engagements, {len(view['sources']['iri'])} sources."
    rest = "" if _small(view) else " Too many to include here; pcgraph export writes them all."
    about = {
        "@type": "schema:Dataset",
        "schema:name": view["title"],
        "schema:description": " ".join(filter(None, (view["description"], counts + rest))),
        "schema:license": {"@id": view["licence"]} if view["licence"] else None,
        "schema:creator": view["creators"],
    }
    return _compact(about)


def _entities(view: View) -> list[dict[str, Any]]:
    nodes, matters, words = view["nodes"], view["engagements"], view["words"]
    found: list[dict[str, Any]] = []
    for at, iri in enumerate(nodes["iri"]):
        thing = {"@id": iri, "@type": _term(words["kind"][nodes["kind"][at]]["id"])}
        thing |= _labels(view, iri, nodes["label"][at], nodes["labels"][at])
        if nodes["country"][at] >= 0:
            thing["country"] = words["country"][nodes["country"][at]]["id"]
        found.append(thing)
    for at in range(len(matters["iri"])):
        if matters["sources"][at]:  # without sources, nothing about it is believed now
            found.append(_engagement(view, at))
    return found


def _engagement(view: View, at: int) -> dict[str, Any]:
    nodes, matters, words = view["nodes"], view["engagements"], view["words"]
    iri = matters["iri"][at]
    passages: defaultdict[str, list[str]] = defaultdict(list)
    for source, fragment, _, name, *_ in matters["passages"][at]:
        if source >= 0:
            passages[name].append(f"s{source}:{fragment}")
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for role, node, _, _ in matters["parties"][at]:
        parties[_term(words["role"][role]["id"])].append(nodes["iri"][node])
    steps = []
    for status, date, _, _, _, _, name, _ in matters["steps"][at]:
        step = {
            "@id": f"id:{name}",
            "@type": "Step",
            "status": words["status"][status]["id"],
            "statedIn": passages.get(name),
        }
        steps.append(_compact(step | {"date": date}))
    now = matters["status"][at][-3:]
    return _compact(
        {
            "@id": iri,
            "@type": _term(words["type"][matters["type"][at]]["id"]),
            **_labels(view, iri, matters["label"][at], matters["labels"][at]),
            "kind": words["form"][matters["form"][at]]["id"] if matters["form"][at] >= 0 else "",
            "sector": [_topic(words["sector"][sector]["id"]) for sector in matters["sectors"][at]],
            "currentStatus": words["status"][now[0]]["id"] if now and now[0] is not None and now[2] is None else "",
            **parties,
            "step": steps,
            "statedIn": passages.get(local(_expanded(view, iri))),
        }
    )


def _labels(view: View, iri: str, label: str, labels: Any) -> dict[str, Any]:
    """Return the labels by language; no English one if the label is only derived from the IRI."""
    found = dict(labels or {})
    derived = local(_expanded(view, iri)).replace("-", " ").replace(".", ", ")
    if label not in (derived, UNNAMED, *found.values()):
        found["en"] = label
    return _compact({"label": found.pop("en", None), "labels": found})


def _expanded(view: View, name: str) -> str:
    """Return the IRI of a short name by the prefixes of the page."""
    prefix, colon, rest = name.partition(":")
    return view["prefixes"][prefix] + rest if colon and prefix in view["prefixes"] else name


def _compact(thing: dict[str, Any]) -> dict[str, Any]:
    """Return a thing without empty values; a list of one value is the value, as JSON-LD compacts it."""
    values = {name: value for name, value in thing.items() if value}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in values.items()}

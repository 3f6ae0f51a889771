"""What only the whole graph tells: names in a text, what a name may mean, drafts, look-alikes and disputes.

Making the graph takes seconds, so it happens beside the requests. A request waits for the graph of the last save.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pcgraph.api import KnowledgeGraph
from pcgraph.belief import loading
from pcgraph.errors import PcgraphError, UsageError
from pcgraph.intake.curation.form import parts
from pcgraph.intake.drafting.knowledge import knowledge
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.duplicates import find_look_alikes, find_repeated
from pcgraph.model.dates import spelled
from pcgraph.model.entities import preferred_iri
from pcgraph.model.namespaces import PCG, local
from pcgraph.query.names.candidates import candidates
from pcgraph.query.statements.contradictions import Contradiction, contradictions
from pcgraph.store import data_folder
from pcgraph.store.data_folder import Inputs
from pcgraph.web.curate.desk import Change, Desk

NOTHING: dict[str, Any] = {"lookAlikes": [], "disputes": [], "why": ""}
OVERTAKEN = "Another form was compared instead. Change something here to compare this one."


@dataclass
class Believed:
    """A graph with what the app takes from it. `kg` is None if the data allow none; `why` says the reason then."""

    inputs: Inputs
    kg: KnowledgeGraph | None
    why: str = ""

    @cached_property
    def knowledge(self) -> Knowledge | None:
        """What a draft needs; made once, in about a second."""
        return knowledge(self.kg) if self.kg else None


class Graphs:
    """Keeps the graph of a desk, and makes it anew after each save."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._lock = desk, threading.Lock()
        self._maker = ThreadPoolExecutor(1)
        self._made: Future[Believed] | None = None
        self._of: Inputs | None = None
        self._comparing, self._asked = threading.Lock(), 0

    def now(self) -> Believed:
        """Return the graph of the files as they are."""
        return self.renew().result()

    def renew(self) -> Future[Believed]:
        """Begin to make the graph anew if the files have changed."""
        with self._desk.lock:
            self._desk.checker.refresh()
            inputs = self._desk.checker.inputs
        with self._lock:
            if self._made is None or self._of is not inputs:
                self._of, self._made = inputs, self._maker.submit(_believed, inputs)
            return self._made

    def mentions(self, text: str) -> list[dict[str, Any]]:
        """Return the places of a text that name things, in its order."""
        known = self.now().knowledge
        return [
            {"start": each.start, "end": each.end, "id": each.slug, "group": each.group}
            for each in (known.register.find(text) if known else ())
            if each.slug
        ]

    def names(self, name: str, classes: list[str]) -> list[dict[str, Any]]:
        """Return what a name may mean, the best first, each with the reason."""
        now = self.now()
        kg = now.kg
        if kg is None:  # an empty list would look like an unknown name
            raise UsageError(now.why)
        if not name.strip():
            return []
        wanted = [kg.ontology.term(each) for each in classes]
        return [
            {
                "id": kg.names.compact(each.iri).removeprefix("id:"),
                "label": kg.label(each.iri),
                "kind": kg.entities[each.iri].kind if each.iri in kg.entities else "",
                "why": each.why,
                "match": each.match,
            }
            for each in candidates(kg, name, wanted, limit=8)
        ]

    def consequences(self, change: Change) -> dict[str, Any]:
        """Return the engagements that a changed one looks like, and the disputes about it, if the change were saved.

        One is compared at a time. ``why`` says why nothing was compared: a newer request came, or there is no graph.
        """
        self._asked += 1
        number = self._asked
        with self._comparing:
            return self._consequences(change) if number == self._asked else NOTHING | {"why": OVERTAKEN}

    def _consequences(self, change: Change) -> dict[str, Any]:
        path, text = self._desk.changed(change)
        now = self.now()
        file = data_folder.parse(path, "source", now.inputs.names, text.encode())
        files = tuple(file if each.path == path else each for each in now.inputs.files)
        inputs = replace(now.inputs, files=files)
        after = _believed(inputs)
        if after.kg is None or change.node is None:
            return NOTHING | {"why": after.why}
        iri = inputs.names.id + change.node["id"]
        own = [inputs.names.id + each["id"] for each in parts(change.node)]
        twins = {
            finding: [local(iri), local(pair.one if pair.other == iri else pair.other)]
            for pair, finding in find_look_alikes(after.kg, inputs, {iri})
        }
        found = dict.fromkeys([*twins, *sorted(find_repeated(after.kg, inputs, {iri}))])
        return {
            "lookAlikes": [
                {
                    "text": plain["text"],
                    "pair": twins.get(finding, []),
                    "labels": [after.kg.label(inputs.names.id + each) for each in twins.get(finding, [])],
                }
                for finding, plain in zip(found, self._desk.plain(found), strict=True)
            ],
            "disputes": [plain for _, plain in disputes(after.kg, {preferred_iri(after.kg.store, iri), iri, *own})],
            "why": "",
        }


def _believed(inputs: Inputs) -> Believed:
    if not inputs.by_role("source"):  # names of the register are known before the first source
        card = f"<{inputs.names.src}none-yet> a <{PCG}Source> .".encode()
        file = data_folder.parse(inputs.data / "sources" / "none-yet.ttl", "source", inputs.names, card)
        inputs = replace(inputs, files=(*inputs.files, file))
    try:
        return Believed(inputs, KnowledgeGraph(loading.compute(inputs)))
    except PcgraphError as error:  # no source yet, or a file with an error
        return Believed(inputs, None, f"Not compared, because there is no graph: {error}")


def disputes(kg: KnowledgeGraph, about: set[str]) -> Iterator[tuple[Contradiction, dict[str, Any]]]:
    """Yield the disputes about some things, each with its plain data; its values are sorted."""
    for each in contradictions(kg.store, about):
        yield (
            each,
            {
                "id": local(each.subject),
                "field": local(each.property),
                "about": f"{kg.label(each.subject)}, {kg.label(each.property)}",
                "values": [
                    {
                        "value": kg.names.compact(value) if value.startswith("http") else value,
                        "label": kg.label(value) if value.startswith("http") else spelled(value),
                        "sources": [local(source) for source in sorted(sources)],
                        "believed": value == each.believed,
                    }
                    for value, sources in sorted(each.values.items())
                ],
                "without": [local(source) for source in sorted(each.closed)],
                "open": each.open,
                "reason": each.reason,
            },
        )

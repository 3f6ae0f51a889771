"""The tables of a view as they stand in the page: a third smaller, because what repeats is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pcgraph.page.view.schema import View


def packed(view: View) -> dict[str, Any]:
    """Return the view with shorter columns of engagements, which `model/data.js` unpacks when the page starts.

    The names of steps and subjects are given after that of their engagement, or whole after a colon. A link to an
    engagement has no label. `passages` are [the passages, one list for each subject: its name, indices of passages],
    and the state of a passage is an index in `passage_states`.
    """
    matters = view["engagements"]
    states: dict[str, int] = {}
    steps, passages = [], []
    for iri, its_steps, its_passages in zip(matters["iri"], matters["steps"], matters["passages"], strict=True):
        own = iri.partition(":")[2]
        steps.append([(*step[:6], _short(step[6], own), *step[7:]) for step in its_steps])
        passages.append(_passages(its_passages, own, states))
    links = [
        [link[:2] if link[1] >= 0 and link[2] == matters["label"][link[1]] else link for link in its_links]
        for its_links in matters["links"]
    ]
    columns = {**matters, "steps": steps, "passages": passages, "links": links}
    return {**view, "engagements": columns, "passage_states": list(states)}


def _short(name: str, own: str) -> str:
    return name.removeprefix(own) if name == own or name.startswith(f"{own}.") else f":{name}"


def _passages(rows: Sequence[tuple[Any, ...]], own: str, states: dict[str, int]) -> list[list[Any]]:
    places: dict[tuple[Any, ...], int] = {}
    subjects: list[list[Any]] = []
    for source, fragment, location, name, state, quote, *page in rows:
        more = (quote, *page) if quote or page else ()
        place = (source, fragment, location, states.setdefault(state, len(states)), *more)
        index = places.setdefault(place, len(places))
        if not subjects or subjects[-1][0] != _short(name, own):
            subjects.append([_short(name, own)])
        subjects[-1].append(index)
    return [list(places), subjects]

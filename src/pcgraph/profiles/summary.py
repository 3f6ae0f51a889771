"""The three sentences at the top of a profile: how much and with whom, what became of it, what is newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pcgraph.belief.tables import MARKS
from pcgraph.model import dates
from pcgraph.model.text import counted
from pcgraph.profiles.content import Neighbour, Ref, Row, Text
from pcgraph.query.explain import claim_in_words, mark

if TYPE_CHECKING:
    from pcgraph.profiles.about import Profiles

NAMED = 3  # neighbours in the first sentence
WORDS = {
    "kept": "done", "begun": "under way", "signed": "signed and not reported further", "open": "open",
    "silent": "silent", "stopped": "stopped",
}  # fmt: skip


def sentences(
    profiles: Profiles, what: str, about: Sequence[str], engagements: Sequence[str], neighbours: Sequence[Neighbour]
) -> tuple[Row, ...]:
    """Return up to three sentences; each counts or names engagements whose passages are behind it."""
    if not engagements:
        return ()
    found = [_extent(profiles, what, about, engagements, neighbours), _progress(profiles, engagements)]
    last = _claimed(profiles, about[0]) or _newest(profiles, engagements)
    return tuple(filter(None, [*found, last]))


def joined(things: Sequence[Text]) -> Text:
    """Return texts with commas, and "and" before the last."""
    found: list[str | Ref] = []
    for place, each in enumerate(things):
        found += ["" if not place else " and " if place == len(things) - 1 else ", ", *each]
    return tuple(part for part in found if part != "")


def _extent(
    profiles: Profiles, what: str, about: Sequence[str], engagements: Sequence[str], neighbours: Sequence[Neighbour]
) -> Row:
    number = counted(len(engagements), "engagement")
    subject: Text = joined([(Ref(iri),) for iri in about])
    heads: dict[str, Text] = {
        "organisation": (*subject, f" takes part in {number}"),
        "event": (f"{number} took place at ", *subject, ", belong to it or came of it"),
        "pair": (*subject, f" take part in {number} together"),
    }
    verbs = "delivers or uses" if len(engagements) == 1 else "deliver or use"
    places = sorted({place for iri in engagements for place in profiles.engagements[iri]["places"] or ()})
    at: Text = (" in ", *joined([(Ref(place),) for place in places])) if places else ()
    heads["asset"] = (f"{number} {verbs} ", *subject, *at)
    head = heads.get(what) or (f"{number} {'is' if len(engagements) == 1 else 'are'} recorded in ", *subject)
    if what == "event" and len(engagements) == 1:
        head = ("1 engagement took place at ", *subject, ", belongs to it or came of it")
    years = _years(profiles, engagements)
    head = (*head, f", {years}" if years else "")
    most = neighbours[:NAMED]
    names = joined([(Ref(each.iri), f" ({each.engagements})") for each in most])
    others = counted(len(neighbours), "other organisation" if what in ("organisation", "pair") else "organisation")
    tail: Text = (f"; {others}, most often ", *names) if most else ()
    shown = {each.iri for each in most}
    behind = [iri for iri in engagements if profiles.organisations_in(iri) & shown] or engagements
    return Row(((*head, *tail, "."),), dict.fromkeys(behind))


def _years(profiles: Profiles, engagements: Sequence[str]) -> str:
    days: list[date] = [
        day
        for iri in engagements
        for step in profiles.steps.get(iri, ())
        if step["reached"] and (day := step["earliest"] or step["latest"])
    ]
    first, last = (min(days).year, max(days).year) if days else (0, 0)
    return "" if not days else f"in {first}" if first == last else f"from {first} to {last}"


def _progress(profiles: Profiles, engagements: Sequence[str]) -> Row | None:
    promises = profiles.promises_of(engagements)
    states = [profiles.promises[iri]["state"] for iri in promises]
    if not promises:
        return None
    first, *others = dict.fromkeys(states)
    number = states.count(first)
    head = f"{number} {'is' if number == 1 else 'are'} {WORDS[first]}"
    counts = joined([(head,), *((f"{states.count(state)} {WORDS[state]}",) for state in others)])
    silent = [profiles.promises[iri]["silent_since"] for iri in promises if profiles.promises[iri]["silent_since"]]
    since: Text = (f"; the longest silence began on {min(silent)}",) if silent else ()
    alleged = sum(profiles.promises[iri]["alleged"] for iri in promises)
    since = (*since, *((f"; {alleged} of these {'is' if alleged == 1 else 'are'} only alleged",) if alleged else ()))
    text: Text = (f"Of {len(promises)} promises, ", *counts, *since, ".")
    if len(promises) == 1:
        is_ = f"has been {WORDS[first]} since {min(silent)}" if silent else f"is {WORDS[first]}"
        text = (f"The one promise {is_}",)
        text = (*text, *((" (alleged)",) if alleged else ()), ".")
    told = {profiles.promises[iri]["by"] for iri in promises}
    return Row((text,), dict.fromkeys(sorted(told)))


def _newest(profiles: Profiles, engagements: Sequence[str]) -> Row | None:
    """Return the current status that began last, of those with a date."""
    dated = [each for iri in engagements if (each := profiles.engagements[iri])["status_earliest"]]
    if not dated:
        return None
    now = max(dated, key=lambda each: (each["status_earliest"], each["status_latest"] or date.max, each["engagement"]))
    steps = profiles.current_steps(now["engagement"])
    marked = mark({name: bool(steps) and all(step[name] for step in steps) for name in MARKS})
    when = dates.in_words(now["status_date"])
    text: Text = (
        "The newest status is that of ",
        Ref(now["engagement"]),
        ": ",
        Ref(now["status"]),
        f", {when}{marked}.",
    )
    return Row((text,), {now["engagement"]: {source for step in steps for source in step["sources"]} or None})


def _claimed(profiles: Profiles, event: str) -> Row | None:
    """Return how many agreements a source counts at an event, beside those that are identified."""
    claim = profiles.claims.get(event)
    return Row(((f"{claim_in_words(claim)}.",),), dict.fromkeys((event, *claim["papers"]))) if claim else None

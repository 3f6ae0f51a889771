"""The names of a graph for the question box, and the box of a graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import preferred
from pcgraph.model.namespaces import ISO_CODE, PCG, compact, local
from pcgraph.model.quads import values
from pcgraph.query.names.matching import initials
from pcgraph.query.names.named_things import NamedThings, named_things
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.question_box import grammar
from pcgraph.query.questions.question_box.interpreter import Interpreter

CLAIMED = PCG + "claimedCount"
TERM_ROLES = {"sector": "sector", "kind": "form", "status": "status"}


def question_box(snapshot: Snapshot, today: date | None = None) -> Interpreter:
    """Return what understands questions about a graph; the same object each time.

    >>> from pcgraph.testing import tiny
    >>> question_box(tiny()).understand("what did Lumne sign?")["answer"]["parameters"]
    {'party': 'id:lumen'}
    """
    found: dict[str, Interpreter] = vars(snapshot).setdefault("_question_box", {})
    day = (today or snapshot.today).isoformat()
    if day not in found:
        found[day] = Interpreter(document(snapshot, day))
    return found[day]


def document(snapshot: Snapshot, today: str) -> dict[str, object]:
    """Return the document of the question box for a graph, with days relative to `today`."""
    things = named_things(snapshot)
    folder = snapshot.project.queries
    questions = catalogue.catalogue(folder).values()
    rows = list(dict.fromkeys(_rows(things)))
    last = snapshot.tables.steps.group_by("engagement").agg(pl.col("latest").max()).sort("engagement")
    days = {
        compact(iri): day.isoformat()
        for iri, day in last.iter_rows()
        if day is not None and iri in things.of_kind("event")
    }
    dated = last.join(snapshot.tables.statements.filter(property=CLAIMED), left_on="engagement", right_on="subject")
    claims = {compact(iri): day.isoformat() for iri, day in dated.select("engagement", "latest").iter_rows() if day}
    # of several sets with a status, the narrowest: what is cancelled is stopped, and ended too
    members = sorted(snapshot.ontology.sets.items(), key=lambda each: (-len(each[1]), each[0]))
    sets = {compact(status): local(name) for name, statuses in members for status in sorted(statuses)}
    return grammar.document(questions, rows, days=days, claims=claims, sets=sets, today=today)


def _rows(things: NamedThings) -> Iterator[tuple[str, str, str, int]]:
    """Yield (name, role, CURIE, uses) for each name; of a thing, the one to show comes first."""
    snapshot = things.snapshot
    language = snapshot.project.label_language
    engagements = snapshot.tables.engagements
    of_place, of_sector = (
        Counter(engagements[name].explode().drop_nulls().to_list()) for name in ("places", "sectors")
    )
    country = things.of_kind("country")
    codes, words, shortened, posts = map(grammar.by_language, ("countries", "terms", "shortened", "posts"))
    roles = [("agent", things.of_kind("agent")), ("country", country)]
    roles += [("place", {iri: e for iri, e in things.of_kind("place").items() if iri not in country})]
    roles += [("event", things.of_kind("event"))]
    roles += [("engagement", {iri: e for iri, e in things.of_kind("engagement").items() if iri not in roles[3][1]})]
    vague = things.snapshot.ontology.subterms("Group") | things.snapshot.ontology.subterms("UnnamedParty")
    classes = {local(iri) for iri in vague}
    roles += [("group", {iri: e for iri, e in roles[0][1].items() if e.kind in classes})]
    roles += [("person", things.of_kind("person"))]
    classes.add("Person")
    roles[0] = ("agent", {iri: e for iri, e in roles[0][1].items() if e.kind not in classes})
    done = {iri for _, found in roles for iri in found}
    roles += [("thing", {iri: e for iri, e in things.of_kind("thing").items() if iri not in done})]
    asking = {phrase.casefold() for phrases in grammar.by_language("words").values() for phrase in phrases}
    for role, found in roles:
        for iri, thing in found.items():
            uses = things.engagements_of.get(iri, 0) + of_place.get(iri, 0)
            names = [thing.label, *_sorted(thing.labels), *sorted(thing.aliases), *sorted(thing.spellings)]
            names += words.get(compact(iri), ())
            if role == "country":
                names += [name for code in values(snapshot.store, iri, ISO_CODE) for name in codes.get(code, ())]
            names.append(local(iri).replace("-", " "))
            if role == "agent" and (short := initials(thing.label)):
                names.append(short.upper())
            if role == "agent":
                names += [other for name in dict.fromkeys(names) for other in _shortened(name, shortened)]
            for name in names:
                if name == thing.label or name.casefold() not in asking:  # MOST is a ministry, "most" a superlative
                    yield name, role, compact(iri), uses
            for name in posts.get(compact(iri), ()):
                yield name, "post", compact(iri), uses
    ontology = snapshot.ontology
    types, kinds = things.classes("engagement"), ontology.agent_classes
    for iri, term in things.terms.items():
        role = TERM_ROLES.get(term.kind) or ("type" if iri in types else "kind" if iri in kinds else "")
        if role and term.labels:
            first = term.labels[preferred(term.labels, language)]
            for name in (first, *_sorted(term.labels), *sorted(term.aliases), *words.get(compact(iri), ())):
                yield name, role, compact(iri), of_sector.get(iri, 0)


def _shortened(name: str, shortened: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield a name with a word of it before its place, and shortened: "Lumen University" and "uni of Lumen"."""
    word, of, place = name.casefold().partition(" of ")
    for whole, shorts in shortened.items():
        ways = [name.casefold(), *([f"{place} {word}"] if of and word == whole else [])]
        yield from ways[1:]
        yield from (way.replace(whole, short) for way in ways if whole in way.split() for short in shorts)


def _sorted(labels: Mapping[str, str]) -> list[str]:
    """Return labels by language: a store on disk gives them in another order than one in memory."""
    return [labels[language] for language in sorted(labels)]

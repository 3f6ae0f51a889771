"""The tables of a profile, the most important first; a table without rows is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pcgraph.belief.conclusions.money import COMMITTED, PAID
from pcgraph.belief.tables import MARKS
from pcgraph.model import dates, numbers
from pcgraph.model.namespaces import Namespaces
from pcgraph.model.text import counted
from pcgraph.profiles.content import Behind, Neighbour, Ref, Row, Table, Text
from pcgraph.profiles.summary import WORDS, joined
from pcgraph.query.statements.contradictions import Contradiction

if TYPE_CHECKING:
    from pcgraph.profiles.about import Profiles

MOST = {"organisation": 200, "pair": 40}  # rows of a table; a page about many engagements has fewer
FEW = 10
NAMED = 3  # organisations in a cell
SIZES = ("amount", "amount_at_least", "amount_at_most", "currency", "amount_per", "constant_prices")


def tables(
    profiles: Profiles, what: str, about: Sequence[str], engagements: Sequence[str], neighbours: Sequence[Neighbour]
) -> tuple[Table, ...]:
    """Return the tables of a profile."""
    subjects = [*engagements, *about] if what in ("event", "organisation") else engagements
    found = [
        *([_parties(profiles, about[0])] if what == "event" else []),
        *([_ties(profiles, about)] if what == "pair" else []),
        *_money(profiles, engagements),
        _disputes(profiles, subjects),
        _partners(profiles, what, about, engagements, neighbours),
        _engagements(profiles, what, about, engagements),
    ]
    most = MOST.get(what, FEW)
    return tuple(
        replace(table, rows=table.rows[:most], left_out=max(0, len(table.rows) - most)) for table in found if table.rows
    )


def marks(row: Mapping[str, Any]) -> Text:
    """Return the mark of a row that no source states plainly."""
    name = "alleged" if row.get("alleged") else "inferred" if row.get("inferred") else ""
    return (" ", Ref("", name)) if name else ()


def named(iris: Sequence[str]) -> Text:
    """Return the first things by name, and how many others there are."""
    others = len(iris) - NAMED
    return joined([*((Ref(iri),) for iri in iris[:NAMED]), *([(counted(others, "other"),)] if others > 0 else [])])


def _parties(profiles: Profiles, event: str) -> Table:
    rows = [
        Row((_role(profiles, row), _agent(row)), {event: {*row["sources"]}})
        for row in sorted(profiles.parties.get(event, ()), key=lambda row: (row["role"], row["agent"]))
    ]
    return Table("parties", "Parties", ("role", "party"), tuple(rows))


def _ties(profiles: Profiles, pair: Sequence[str]) -> Table:
    """Return each tie between two organisations with the engagements from which it follows."""
    grouped: defaultdict[tuple[str, str, str], dict[str, set[str]]] = defaultdict(dict)
    symmetric = {relation.iri for relation in profiles.snapshot.ontology.relations if relation.symmetric}
    for row in profiles.ties(*pair):
        ends = tuple(pair) if row["relation"] in symmetric else (row["from"], row["to"])
        grouped[ends[0], row["relation"], ends[1]].setdefault(row["engagement"], set()).update(row["sources"])
    rows = [
        Row(((profiles.short(one), f" {profiles.word(name)} ", profiles.short(other)), named(sorted(by))), by)
        for (one, name, other), by in sorted(grouped.items())
    ]
    return Table("ties", "Ties", ("tie", "by"), tuple(rows))


def _role(profiles: Profiles, row: Mapping[str, Any]) -> Text:
    return (profiles.word(row["role"]), *marks(row))


def _agent(row: Mapping[str, Any]) -> Text:
    return ("an unnamed party (", Ref(row["agent"], "more"), ")") if row["unnamed"] else (Ref(row["agent"]),)


def _money(profiles: Profiles, engagements: Iterable[str]) -> list[Table]:
    """Return what is committed and paid, by funder and currency, and the sums that are in no total, with the reason."""
    sums = [row for iri in engagements for row in profiles.sums.get(iri, ())]
    totals: defaultdict[tuple[tuple[str, ...], str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in sums:
        if row["reason"] is None and row["amount"] is not None:
            totals[tuple(row["funders"] or ()), row["currency"] or "", row["constant_prices"] or ""].append(row)
    left = [row for row in sums if row["reason"] is not None]
    left.sort(key=lambda row: (-(_size(row)), row["engagement"], row["step"] or "", row["reason"], row["total"] or ""))
    note = "Of the engagements on this page; different currencies, funders or prices are never added up."
    if left:
        note += f" {counted(len(left), 'sum')} {'is' if len(left) == 1 else 'are'} in no total: see the next table."
    ordered = sorted(totals.items(), key=lambda item: (-_total(item[1], COMMITTED), item[0]))
    rows = tuple(_total_row(key, each) for key, each in ordered)
    return [
        Table("money", "Money committed and paid", ("funder", "committed", "paid", "from"), rows, note, first=4),
        Table(
            "money-left-out",
            "Sums in no total",
            ("sum", "basis", "of", "why it is left out"),
            tuple(_left_row(profiles, row) for row in left),
            first=4,
        ),
    ]


def _size(row: Mapping[str, Any]) -> float:
    return float(row["amount"] or row["amount_at_most"] or row["amount_at_least"] or 0)


def _total(rows: Iterable[Mapping[str, Any]], total: str) -> float:
    return float(sum(row["amount"] for row in rows if row["total"] == total))


def _total_row(key: tuple[tuple[str, ...], str, str], rows: Sequence[Mapping[str, Any]]) -> Row:
    funders, currency, prices = key
    behind: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        behind[row["engagement"]] |= {*row["sources"]}
    cells = [
        numbers.money({"amount": total, "currency": currency, "constant_prices": prices}, numbers.digits)
        if (total := _total(rows, name))
        else ""
        for name in (COMMITTED, PAID)
    ]
    works = joined([(Ref(iri),) for iri in sorted(behind)])
    return Row((joined([(Ref(iri),) for iri in funders]), (cells[0],), (cells[1],), works), dict(behind))


def _left_row(profiles: Profiles, row: Mapping[str, Any]) -> Row:
    basis: Text = ("claimed",) if row["basis"] is None else (profiles.word(row["basis"]),)
    if row["basis"] is not None and not row["basis_stated"]:
        basis = (*basis, " (by the kind of engagement)")
    why: Text = (row["reason"], *((": ", Ref(row["within"])) if row["within"] else ()))
    text = numbers.money({name: row[name] for name in SIZES}, numbers.digits)
    return Row(((text,), basis, (Ref(row["engagement"]),), why), {row["engagement"]: {*(row["sources"] or ())} or None})


def _disputes(profiles: Profiles, engagements: Sequence[str]) -> Table:
    owner = {subject: iri for iri in engagements for subject in (iri, *profiles.step_names(iri))}
    found = [(owner[each.subject], each) for each in profiles.disputes(owner)]
    found.sort(key=lambda pair: not pair[1].open)
    rows = tuple(_dispute_row(profiles, iri, each) for iri, each in found)
    open_ = sum(each.open for _, each in found)
    note = f"Sources contradict each other in {counted(len(rows), 'point')}; {open_ or 'none'} of them " + (
        "is open." if open_ == 1 or not open_ else "are open."
    )
    return Table("disputes", "Disputes", ("of", "what", "sources say", "believed"), rows, note, first=4)


def _dispute_row(profiles: Profiles, iri: str, each: Contradiction) -> Row:
    values = joined([(_term(profiles, value), f" ({len(sources)})") for value, sources in sorted(each.values.items())])
    closed = f"; not in {counted(len(each.closed), 'complete list')} of parties" if each.closed else ""
    by: Text = (" by ", Ref(each.verdict, "verdict")) if each.verdict else (" (open: no verdict yet)",)
    sources = frozenset().union(*each.values.values(), each.closed)
    believed = (_term(profiles, each.believed) if each.believed else "none", *by)
    cells: tuple[Text, ...] = ((Ref(iri),), (profiles.word(each.property),), (*values, closed), believed)
    return Row(cells, {iri: sources})


def _term(profiles: Profiles, value: str) -> str | Ref:
    """Return a value of a dispute: a thing, a term in words, or the text itself."""
    own = value.startswith(profiles.snapshot.names.id)
    return Ref(value) if own else profiles.word(value) if value.startswith("http") else value


def _partners(
    profiles: Profiles, what: str, about: Sequence[str], engagements: Sequence[str], neighbours: Sequence[Neighbour]
) -> Table:
    """Return the organisations with most engagements first; of an organisation, with the ties to it."""
    single = what == "organisation"
    works: defaultdict[str, list[str]] = defaultdict(list)
    for engagement in engagements:
        for iri in profiles.organisations_in(engagement):
            works[iri].append(engagement)
    rows = []
    for each in neighbours:
        ties = profiles.ties(about[0], each.iri) if single else ()
        kinds = sorted({(row["from"] != about[0], row["relation"]) for row in ties})
        outward = {relation for inward, relation in kinds if not inward}
        names = joined([("← " if inward else "", profiles.word(relation)) for inward, relation in kinds
                        if not inward or relation not in outward])  # fmt: skip
        number: Text = (str(each.engagements),)
        if single and ties:
            number = (Ref(pair_iri(profiles.snapshot.names, about[0], each.iri), str(each.engagements)),)
        behind: Behind = {row["engagement"]: {*row["sources"]} for row in ties} or dict.fromkeys(works[each.iri])
        rows.append(Row(((Ref(each.iri),), number, *((names,) if single else ())), behind))
    title = "Partners" if single else "Others who take part" if what == "pair" else "Organisations"
    heads = ("organisation", "engagements", *(("ties",) if single else ()))
    return Table("partners", title, heads, tuple(rows), first=6)


def pair_iri(names: Namespaces, one: str, other: str) -> str:
    """Return what names the page of a pair: its address below the base of the project, with the ids in order.

    >>> from pcgraph.testing import tiny
    >>> pair_iri(tiny().names, tiny().names.id + "lumen", tiny().names.id + "coast-office")
    'https://w3id.org/pcgraph/pair/coast-office/lumen'
    """
    return f"{names.base}pair/{'/'.join(iri.removeprefix(names.id) for iri in sorted((one, other)))}"


def _engagements(profiles: Profiles, what: str, about: Sequence[str], engagements: Sequence[str]) -> Table:
    """Return the engagements, the newest first: who takes part, how far it has come, and what became of a promise."""

    def newest(iri: str) -> tuple[int, str]:
        now = profiles.engagements[iri]
        known = now["status_earliest"] or now["status_latest"]
        return -known.toordinal() if known else 0, iri

    own = what in ("organisation", "pair")
    rows = []
    for iri in sorted(engagements, key=newest):
        status, about_it = profiles.engagements[iri], [r for r in profiles.parties.get(iri, ()) if r["agent"] in about]
        when = f", {dates.in_words(status['status_date'])}" if status["status_date"] else ""
        now = profiles.current_steps(iri)
        how: Mapping[str, Any] = {name: bool(now) and all(step[name] for step in now) for name in MARKS}
        cell: Text = (profiles.word(status["status"]), when, *marks(how)) if status["status"] else ()
        who = _roles(profiles, about_it, about) if own else named(sorted(profiles.organisations_in(iri)))
        sources = {source for row in [*about_it, *now] for source in row["sources"]}
        rows.append(Row(((Ref(iri),), who, cell, _became(profiles, iri)), {iri: sources or None}))
    signed = profiles.signings(about[0]) if what == "organisation" else {"all": 0}
    note = f"Signings: {signed['all']}, {signed['inferred']} of them inferred." if signed["all"] else ""
    heads = ("engagement", "role" if own else "who", "status", "promise")
    return Table("engagements", "Engagements", heads, tuple(rows), note)


def _roles(profiles: Profiles, rows: Iterable[Mapping[str, Any]], about: Sequence[str]) -> Text:
    """Return the roles of those that a profile is about; of a pair, with the name of each."""
    found = []
    for iri in about:
        own = joined(
            [_role(profiles, row) for row in sorted(rows, key=lambda row: str(row["role"])) if row["agent"] == iri]
        )
        found += [own if len(about) == 1 else (profiles.short(iri), ": ", *own)] if own else []
    return joined(found) if len(about) == 1 else tuple(part for each in found for part in (*each, "; "))[:-1]


def _became(profiles: Profiles, iri: str) -> Text:
    """Return the state of the promise to which an engagement belongs, since when it is silent, and by what it is so."""
    outcome = profiles.outcomes.get(iri)
    promise = profiles.promises.get(outcome["promise"] or "") if outcome else None
    silent = outcome["silent_since"] if outcome else None
    words = [f"silent since {silent}"] if silent else []
    if promise is None:
        return tuple(words)
    own = f"{WORDS[promise['state']]}" if promise["state"] != "silent" or not words else ""
    if promise["state"] == "silent" and promise["silent_since"] and not words:
        own = f"silent since {promise['silent_since']}"
    text = "; ".join(filter(None, [own, *words]))
    by: Text = (", by ", Ref(promise["by"])) if promise["by"] not in (iri, None) else ()
    return (text, *by, *marks(promise))

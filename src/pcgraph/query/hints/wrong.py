"""Names what makes an answer wrong that has rows: dates compared as texts, mixed sums, codes in other capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, RDFS, TYPE, compact
from pcgraph.model.quads import exists
from pcgraph.query.engine import sparql
from pcgraph.query.hints.conflict import Asker
from pcgraph.query.hints.reading import FRESH, Group, Part, variables
from pcgraph.query.hints.repairs import NUMBERS, constants, nearest_value, repairs, written

BOUNDS = {
    "date": "pcg:earliest or pcg:latest of the same step",
    "starts": "pcg:startsEarliest of the engagement",
    "ends": "pcg:endsLatest of the engagement",
    "from": "pcg:fromEarliest or pcg:fromLatest of the office",
    "until": "pcg:untilEarliest or pcg:untilLatest of the office",
}  # EDTF property → the dates beside it
FUNCTIONS = re.compile(
    r"\b(YEAR|MONTH|DAY|HOURS|STRSTARTS|SUBSTR|xsd:\w+)\s*\(\s*(?:STR\s*\(\s*)?[?$](\w+)", re.IGNORECASE
)
SUMMED = {  # property → what its values must share to be added
    **dict.fromkeys(("amount", "amountAtLeast", "amountAtMost", "claimedAmount"), "currency"),
    **dict.fromkeys(("quantity", "quantityAtLeast", "quantityAtMost"), "quantityOf"),
}
ADDED = re.compile(r"\b(SUM|AVG)\s*\(\s*(?:DISTINCT\s+)?[?$](\w+)\s*\)", re.IGNORECASE)
FEW = 100  # a property with fewer values has codes
COUNTED = re.compile(r"\b(COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT)\s*\(", re.IGNORECASE)


def every_part(group: Group) -> Iterator[Part]:
    """Yield the parts of a group, and those inside OPTIONAL and MINUS."""
    for part in group.parts:
        yield part
        if part.inner is not None:
            yield from every_part(part.inner)


def find_comparisons(asker: Asker) -> Iterator[tuple[int, str]]:
    """Yield the offset and the message of each date that is compared as a text."""
    parts = [*every_part(asker.query.where)]
    dates = {name: iri for name, iri in _properties(asker, parts) if iri in namespaces.EDTF_PROPERTIES}
    for part in (part for part in parts if part.kind in ("filter", "bind")):
        for name in sorted(variables(part.text) & {*dates}):
            called = next((match for match in FUNCTIONS.finditer(part.text) if match[2] == name), None)
            typed = "^" in part.text or re.search(r"\bNOW\b", part.text, re.IGNORECASE)
            pieces = [piece for piece, _ in sparql.tokens(part.text)]
            if called and called[1].upper() in ("STRSTARTS", "SUBSTR"):
                said = f"{called[1].upper()}(?{name}, …) misses intervals"
            elif called:
                said = f"{called[1]}(?{name}) has no value for most dates"
            elif not {"<", ">", "="} & {*pieces} or part.kind == "bind":
                continue
            elif typed or any(re.fullmatch(r"\d+", piece) for piece in pieces):
                said = f"?{name} is compared with a {'date' if typed else 'number'}, which never holds"
            elif {"<", ">"} & {*pieces}:
                said = f"?{name} is compared as a text, which is not the order of time"
            else:
                continue
            kind = dates[name][len(PCG) :]
            instead = f"compare {BOUNDS[kind]}" if kind in BOUNDS else "compare it with a text"
            about = f"pcg:{kind} is a text (EDTF, such as 2024-05 or 2023/2024); expected a date; {instead}"
            yield part.offset, f"{part.shown}: {said}: {about}"


def _properties(asker: Asker, parts: list[Part]) -> Iterator[tuple[str, str]]:
    """Yield each variable that is the value of a property, and the IRI of the property."""
    for part in parts:
        _, path, node = part.parts
        if node[:1] in ("?", "$") and (iri := asker.resolve(path)):
            yield node[1:], iri


def find_codes(asker: Asker) -> Iterator[tuple[int, str]]:
    """Yield the offset and the message of each text that its property has in other capitals only."""
    parts = [*every_part(asker.query.where)]
    properties = dict(_properties(asker, parts))
    for part in parts:
        asked = [asker.resolve(part.parts[1])] if part.kind == "triple" else []
        if part.kind == "values" or re.match(r"FILTER\(\s*[?$]\w+\s*(=|!=|(NOT\s+)?IN\b)", part.text, re.IGNORECASE):
            asked = [properties[name] for name in sorted(variables(part.text)) if name in properties]
        for iri in filter(None, asked):
            for _, term in constants(asker, part.text):
                if not isinstance(term, ox.Literal) or term.datatype.value in NUMBERS or iri == TYPE:
                    continue
                if exists(asker.store, None, iri, term):
                    continue
                values = [row[0] for row in asker.ask(f"SELECT DISTINCT ?v {{ ?s <{iri}> ?v }} LIMIT {FEW}")]
                found = nearest_value(asker, term, values) if len(values) < FEW else None
                if found and isinstance(found[1], ox.Literal) and found[1].value.casefold() == term.value.casefold():
                    yield part.offset, f"{part.shown}: no {compact(iri)} is {written(term)}; write {written(found[1])}"


def find_sums(asker: Asker) -> Iterator[tuple[int, str]]:
    """Yield the offset and the message of each sum or mean over what cannot be added."""
    query = asker.query
    every = query.where.parts
    for match in ADDED.finditer(query.head):
        name, offset = match[2], query.text.find(match[0])
        binder = next((part for part in every if part.parts[2] in (f"?{name}", f"${name}")), None)
        iri = asker.resolve(binder.parts[1]) if binder else ""
        values = asker.values(name, every, most=20)
        if values and not any(isinstance(value, ox.Literal) and value.datatype.value in NUMBERS for value in values):
            yield offset, f"{match[0]}: has no value, as ?{name} is no number but such as {written(values[0])}"
        if binder is None or not iri.startswith(PCG) or (beside := SUMMED.get(iri[len(PCG) :])) is None:
            continue
        subject, several = binder.parts[0], f"{FRESH}kind"
        group = f"GROUP BY {' '.join(f'?{each}' for each in sorted(query.grouped))}" if query.grouped else ""
        limit = f"{group} HAVING (COUNT(DISTINCT {several}) > 1) LIMIT 1"
        of_kind = {
            f"{subject} <{PCG}{beside}> {several} .": (
                f"adds values of several pcg:{beside}; add {subject} pcg:{beside} ?{beside} and GROUP BY ?{beside}"
            ),
            f"VALUES {several} {{ <{PCG}Step> <{PCG}Engagement> }} {subject} a {several} .": (
                f"adds steps and engagements, which may state the same; add {subject} a pcg:Engagement"
            ),
        }
        for more, said in of_kind.items():
            text = f"SELECT (COUNT(DISTINCT {several}) AS {FRESH}n) {asker.pattern(every, more=more)} {limit}"
            if any(True for _ in asker.ask(text)):
                yield offset, f"{match[0]}: {said}"


def find_unbound(asker: Asker) -> Iterator[tuple[int, str]]:
    """Yield the offset and the message of each column that no pattern binds, and of what is counted so."""
    query = asker.query
    if query.form != "SELECT":
        return
    bound = query.where.bound(query.where.parts)
    own = {name for name in bound if not name.startswith(FRESH[1:])}
    start, depth, before = query.text.index(query.head), 0, ""
    made = re.findall(r"\bAS\s+[?$](\w+)", query.head, re.IGNORECASE)
    for piece, offset in sparql.tokens(query.head):
        depth += (piece == "(") - (piece == ")")
        if piece[0] in "?$" and piece[1:] and piece[1:] not in {*bound, *made} and (not depth or COUNTED.match(before)):
            near = get_close_matches(piece[1:], own, n=1, cutoff=0.5)
            hint = f"did you mean ?{near[0]}?" if near else "bind it in a pattern"
            yield start + offset, f"{piece}: is bound nowhere; {hint}"
        before = f"{before}(" if piece == "(" else piece


def find_optional(asker: Asker) -> Iterator[tuple[int, str]]:
    """Yield the offset and the message of each property in an OPTIONAL that describes things of another class."""
    query = asker.query
    pairs = [*query.where.walk()]
    if any(group.head[:6].upper() == "SELECT" for _, around in pairs for group in around):  # they take long
        return
    required = [part for part, _ in pairs if part.kind != "optional"]
    for part, around in pairs:
        if part.inner is None or part.kind != "optional":
            continue
        items = around[-1].items
        items[items.index(part)] = part.inner  # so that its parts can be asked for
        bound = query.where.bound(required)
        for inner in part.inner.parts:
            subject, path, _ = inner.parts
            domain = f"<{asker.resolve(path)}> <{RDFS}domain> {FRESH}class . "
            fits = [*required, inner]
            if (subject[1:] in bound and asker.resolve(path) and asker.matches(required, more=domain)
                    and not asker.matches(required, more=f"{domain}{subject} a {FRESH}class")):  # fmt: skip
                repair = next((each for each in repairs(asker, inner, fits) if asker.matches(fits, each.instead)), None)
                if repair:
                    yield inner.offset, f"{inner.shown}: {repair.said}"
        items[items.index(part.inner)] = part

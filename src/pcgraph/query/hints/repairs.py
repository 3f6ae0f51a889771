"""What was probably meant by a part of a query that matches nothing. Each proposal is tried before it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from typing import Any, NamedTuple

import pyoxigraph as ox

from pcgraph.model.namespaces import COMPUTED, CURRENT, ISO_CODE, LABEL, PCG, RDFS, SKOS, TYPE, XSD, compact, local
from pcgraph.model.quads import values as values_of
from pcgraph.query.engine import sparql
from pcgraph.query.hints.conflict import Asker, Parts
from pcgraph.query.hints.labels import plain
from pcgraph.query.hints.reading import FRESH, Part, variables

NAMES = (LABEL, ISO_CODE, SKOS + "prefLabel", SKOS + "altLabel")
STRING = XSD + "string"
SAMPLE = 100  # things whose properties are read
NUMBERS = tuple(XSD + name for name in ("integer", "decimal", "double"))
ALIKE = (  # local names that are mistaken for each other, the usual one first
    ("label", "title", "prefLabel", "altLabel", "name"),
    ("currentStatus", "status", "outcomeStatus"),
    ("country", "place", "headquarters", "location", "isoCode"),
    ("kind", "mainType", "type", "category"),
    ("signatory", "participant", "signs", "signsWith", "signedBy", "party", "partner"),
    ("funder", "lender", "donor", "investor"),
    ("earliest", "date", "latest", "from", "until", "year", "starts", "ends", "startDate", "endDate"),
    ("amount", "sumAmount", "quantity", "value", "cost"),
)
WHOLE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T.*)?")
Place = tuple[int, int]  # start and end in a text


class Repair(NamedTuple):
    """Another text for some parts, and what to say if the query then matches something."""

    instead: dict[Part, str]
    said: str


def repairs(asker: Asker, part: Part, beside: Parts) -> Iterator[Repair]:
    """Yield what a part may have meant, the likeliest first; `beside` are the parts with which it matches nothing."""
    if part.kind == "triple":
        yield from _of_triple(asker, part, beside)
    elif part.kind in ("filter", "values", "bind"):
        yield from _of_condition(asker, part, beside)
    elif part.kind == "having":
        yield from (Repair({part: new}, said) for said, new in having(part.parts[0], part))


def having(head: str, part: Part) -> Iterator[tuple[str, str]]:
    """Yield what a HAVING may have meant, and its other text, by the head of its SELECT."""
    text, closed = part.text, sparql.closing_brackets(head)
    for start, end in closed.items():
        alias = re.fullmatch(r"\((.*)\bAS\s+([?$]\w+)\s*\)", head[start:end], re.DOTALL | re.IGNORECASE)
        if alias:
            meant = alias[1].strip().replace("\\", r"\\")
            text = re.sub(rf"{re.escape(alias[2])}\b", meant, text)
    if text != part.text:
        yield f"HAVING does not know the names of columns; write {' '.join(text.split())}", text
    numbers = re.sub(r"([\"'])(\d+(?:\.\d+)?)\1", r"\2", text)
    if numbers != text:
        yield f"a number is compared with a text; write {' '.join(numbers.split())}", numbers


def written(term: Any) -> str:
    """Return a term as one writes it in a query.

    >>> written(ox.Literal(5)), written(ox.Literal("a", language="en")), written(ox.NamedNode(LABEL))
    ('5', '"a"@en', 'rdfs:label')
    """
    if isinstance(term, ox.NamedNode):
        name = compact(term.value)
        return f"<{name}>" if name == term.value else name
    kind = term.datatype.value if isinstance(term, ox.Literal) else STRING
    if kind in NUMBERS[:2]:
        return str(term.value)
    return f'"{term.value}"^^{compact(kind)}' if kind.startswith(XSD) and kind != STRING else str(term)


def constants(asker: Asker, text: str) -> Iterator[tuple[Place, Any]]:
    """Yield the place of each literal and IRI of a text, and its term."""
    pieces = sparql.tokens(text)
    for number, (piece, start) in enumerate(pieces):
        end, after = start + len(piece), pieces[number + 1 : number + 4]
        if piece[0] in "'\"":
            plain = piece.strip("'\"")
            if after and after[0][0][0] == "@":
                yield (start, after[0][1] + len(after[0][0])), ox.Literal(plain, language=after[0][0][1:].lower())
            elif len(after) == 3 and after[0][0] == after[1][0] == "^":
                kind = asker.resolve(after[2][0]) or STRING
                yield (start, after[2][1] + len(after[2][0])), ox.Literal(plain, datatype=ox.NamedNode(kind))
            else:
                yield (start, end), ox.Literal(plain)
        elif re.fullmatch(r"\d+(\.\d+)?", piece):
            yield (start, end), ox.Literal(piece, datatype=ox.NamedNode(NUMBERS["." in piece]))
        elif (iri := asker.resolve(piece)) and pieces[number - 1][0] != "^" and [*after, ("", 0)][0][0] != "(":
            yield (start, end), ox.NamedNode(iri)


def nearest_value(asker: Asker, term: Any, values: list[Any]) -> tuple[str, Any] | None:
    """Return the value that was probably meant by a term, and how it differs; None if none is like it."""
    text = local(term.value) if isinstance(term, ox.NamedNode) else term.value
    names: dict[str, Any] = {}
    for value in values:
        if isinstance(value, ox.NamedNode):
            labels = (label for name in NAMES for label in values_of(asker.store, value, name, None))
            for name in (local(value.value), compact(value.value), value.value, *labels):
                names.setdefault(name, value)
        elif isinstance(value, ox.Literal) and (value.language in (None, "en") or value.value not in names):
            names[value.value] = value
    if text in names and names[text] != term:
        return _difference(term, names[text]), names[text]
    if re.fullmatch(r"[\d.]+", text):
        same = [value for name, value in names.items() if re.fullmatch(r"[\d.]+", name) and float(name) == float(text)]
        return (f"the number is {compact(same[0].datatype.value)}", same[0]) if same and same[0] != term else None
    wanted, first = plain(text), text[:1].casefold()
    folded = {plain(name): value for name, value in reversed(names.items()) if name[:1].casefold() == first}
    if wanted in folded and folded[wanted] != term:
        other = folded[wanted]
        alike = isinstance(other, ox.Literal) and isinstance(term, ox.Literal)
        return ("capitals and signs count" if alike else _difference(term, other)), other
    close = get_close_matches(wanted, folded, n=1, cutoff=0.75) if re.search(r"[^\W\d]", text) else []
    return ("no value is written so", folded[close[0]]) if close and folded[close[0]] != term else None


def meant(asker: Asker, term: Any, name: str, parts: Parts, instead: dict[Part, str]) -> tuple[str, Any] | None:
    """Return the value of a variable that was probably meant by a term, as `nearest_value`."""
    text = ox.Literal((local(term.value) if isinstance(term, ox.NamedNode) else term.value).casefold())
    same = asker.values(name, parts, instead, more=f"FILTER(LCASE(STR(?{name})) = {text})")
    return nearest_value(asker, term, same) or nearest_value(asker, term, asker.values(name, parts, instead))


def _difference(term: Any, value: Any) -> str:
    if isinstance(value, ox.NamedNode):
        return "the values are things, not texts" if isinstance(term, ox.Literal) else "the value is another thing"
    if isinstance(term, ox.NamedNode):
        return "the values are texts, not things"
    if value.language != term.language:
        if value.language is None:
            return "the values have no language tag"
        return "the value has another language tag" if term.language else "the values have a language tag"
    kind = value.datatype.value
    return "the values are numbers" if kind in NUMBERS else f"the values have the type {compact(kind)}"


def _changed(part: Part, said: str, changed: str) -> Iterator[Repair]:
    """Yield another text of a part, unless it is the same."""
    if changed != part.text:
        yield Repair({part: changed}, said)


def _with(text: str, place: Place, new: str) -> str:
    return text[: place[0]] + new + text[place[1] :]


def _of_triple(asker: Asker, part: Part, beside: Parts) -> Iterator[Repair]:
    subject, path, node = part.parts
    every, blank = {part, *beside}, f"{FRESH}value"

    def instead(said: str, first: str, step: str, second: str, more: str = "") -> Repair:
        return Repair({part: f"{first} {step} {second} . {more}"}, said)

    predicate = TYPE if path == "a" else asker.resolve(path)
    for place, text in (("object", node), ("subject", subject)):
        if text[0] in "?$_(":
            continue
        pattern = f"{blank} {path} {node} ." if place == "subject" else f"{subject} {path} {blank} ."
        term = next((term for _, term in constants(asker, text)), None)
        found = meant(asker, term, blank[1:], every, {part: pattern}) if term is not None else None
        if found:
            new = written(found[1])
            yield instead(
                f"{found[0]}; write {new}", *((new, path, node) if place == "subject" else (subject, path, new))
            )
    yield Repair(
        {part: f"GRAPH <{CURRENT}> {{ {part.text} }}"}, "no source says it, as it is concluded; write it outside GRAPH"
    )
    literal = node[0] in "'\"" or node[0].isdigit()
    fits = _fits(asker, part, every, 0)
    if not literal and predicate != TYPE and not fits and not _fits(asker, part, every, 2):
        yield instead(f"the property leads the other way; write {node} {path} {_end(subject)}", node, path, subject)
    if predicate == TYPE and (kind := asker.resolve(node)):
        if asker.matches({part}, {part: f"{FRESH}s <{kind}> {FRESH}o ."}):
            yield instead(f"{compact(kind)} is a property, not a class; write {_end(subject)} {compact(kind)} ?x",
                          subject, f"<{kind}>", f"{FRESH}o")  # fmt: skip
    elif predicate and asker.matches({part}, {part: f"{FRESH}s a <{predicate}> ."}):
        yield instead(f"{compact(predicate)} is a class, not a property; write {_end(subject)} a {compact(predicate)}",
                      subject, "a", f"<{predicate}>")  # fmt: skip
    graph = Repair(
        {part: f"GRAPH {FRESH}graph {{ {part.text} }}"}, "only the sources say it; write GRAPH ?g { … } around it"
    )
    if asker.query.dataset:
        yield graph._replace(said="FROM NAMED leaves the default graph empty; write FROM, or GRAPH ?g { … } around it")
    if fits or (
        fits is None
        and predicate not in ("", TYPE)
        and asker.matches({part}, {part: f"{FRESH}s <{predicate}> {FRESH}o ."})
    ):
        yield graph
        return
    named = local(predicate) in ALIKE[0]
    if named:
        yield from _other_property(asker, part, every, predicate)
    if subject[0] in "?$_" or node[0] in "?$_":
        yield from _through(asker, part, every)
    if not named:
        yield from _other_property(asker, part, every, predicate)
    yield graph


def _fits(asker: Asker, part: Part, every: Parts, end: int) -> bool | None:
    """Return whether things of the classes of one end of a triple have its property; None if the classes are unknown.

    If so, the answer may just be no, and another property or direction is no better guess.
    """
    node, path = part.parts[end], part.parts[1]
    given, things = f"VALUES {FRESH}a {{ {node} }}", {other for other in every if other is not part}
    if node[0] in "?$_":
        if not things or node[0] == "_":
            return None
        some = [value for value in asker.values(node[1:], things, most=SAMPLE) if isinstance(value, ox.NamedNode)]
        given = f"VALUES {FRESH}a {{ {' '.join(map(str, some))} }}"
    classes = f"{{ SELECT DISTINCT {FRESH}class {{ {given} {FRESH}a a {FRESH}class }} }} {FRESH}b a {FRESH}class ."
    uses = f"{FRESH}x {path} {FRESH}b ." if end else f"{FRESH}b {path} {FRESH}x ."
    return asker.matches({part}, {part: f"{classes} {uses}"})


def _end(node: str) -> str:
    """Return a variable for a node of a path, which the query does not name."""
    return "?x" if node.startswith(FRESH) else node


def _through(asker: Asker, part: Part, every: Parts) -> Iterator[Repair]:
    """Yield the property that leads to what has the property of a triple, or from there."""
    subject, path, node = part.parts
    given = ""
    if subject[0] in "?$":
        rest = {other for other in every if other is not part}
        some = [value for value in asker.values(subject[1:], rest, most=SAMPLE) if isinstance(value, ox.NamedNode)]
        given = f"VALUES {subject} {{ {' '.join(map(str, some))} }}"
    for link, back in (("{0} ?pcgraph_link {1} .", ""), ("{1} ?pcgraph_link {0} .", "^")):
        between = f"{given} {link.format(subject, f'{FRESH}m')} {FRESH}m {path} {node} ."
        found = {value.value for value in asker.values("pcgraph_link", {part}, {part: between}, 50)}
        for iri in sorted(found - {TYPE}, key=lambda iri: (iri in COMPUTED, not iri.startswith(PCG), compact(iri)))[:3]:
            name = f"{back}{compact(iri)}/{path}"
            yield Repair(
                {part: f"{subject} {back}<{iri}>/{path} {node} ."}, f"{path} describes another thing; write {name}"
            )


def _other_property(asker: Asker, part: Part, every: Parts, predicate: str) -> Iterator[Repair]:
    """Yield the property that stands in the place of another in the graph, if one is named alike."""
    subject, _, node = part.parts
    if not predicate or not {subject[0], node[0]} & {*"?$_"}:  # between two things, no is an answer
        return
    found = asker.values("pcgraph_link", every, {part: f"{subject} ?pcgraph_link {node} ."}, 200)
    names = {local(value.value): value.value for value in found if value.value != predicate}
    wanted = local(predicate)
    alike = next((group for group in ALIKE if wanted in group), ())
    chosen = [*(name for name in alike if name in names), *get_close_matches(wanted, names, n=2, cutoff=0.75)]
    if not chosen and len(names) == 1 and asker.resolve(node):
        chosen = [*names]
    for name in chosen:
        new = compact(names[name])
        yield Repair({part: f"{subject} <{names[name]}> {node} ."}, f"these have another property; write {new}")


def _of_condition(asker: Asker, part: Part, beside: Parts) -> Iterator[Repair]:
    """Yield other texts of a FILTER, BIND or VALUES, by what its variables are bound to without it."""
    text = part.text
    rest = {other for other in beside if other is not part}
    bound = asker.query.where.bound(rest)
    samples = {name: asker.values(name, rest) for name in sorted(variables(text) & bound)}
    swapped = re.sub(r"\b(CONTAINS|STRSTARTS|STRENDS|REGEX)\s*\(\s*(\"[^\"]*\"|'[^']*')\s*,\s*([^,()]*(?:\([^()]*\))?)",
                     r"\1(STR(\3), \2", text, flags=re.IGNORECASE)  # fmt: skip
    if swapped != text:
        yield Repair({part: swapped}, "the text that is searched comes first; exchange the two")
    for name, values in samples.items():
        for place, term in constants(asker, text):
            found = meant(asker, term, name, rest, {}) if term not in values else None
            if found:
                how, new = found[0], written(found[1])
                tagged = how == "the values have a language tag" and "FILTER" in text
                said = f"{how} (of ?{name}); write {new}" + f" or STR(?{name})" * tagged
                yield Repair({part: _with(text, place, new)}, said)
        yield from _retyped(asker, part, name, values)
    yield from _loosened(asker, part, samples)


def _retyped(asker: Asker, part: Part, name: str, values: list[Any]) -> Iterator[Repair]:
    """Yield the text with its literals in the type of the values, and with another view of the variable."""
    text, variable = part.text, f"?{name}"
    kinds = {value.datatype.value if isinstance(value, ox.Literal) else "" for value in values}
    tagged = any(isinstance(value, ox.Literal) and value.language for value in values)
    used = re.compile(rf"[?$]{name}\b")

    new = partial(_changed, part)

    def replaced(convert: Any) -> tuple[str, str]:
        changed, first = text, ""
        for place, term in reversed([*constants(asker, text)]):
            other = convert(term) if isinstance(term, ox.Literal) else ""
            if other:
                changed, first = _with(changed, place, other), other
        return changed, first

    if kinds & {*NUMBERS}:
        changed, one = replaced(lambda term: term.value if re.fullmatch(r"-?\d+(\.\d+)?", term.value) else "")
        yield from new(f"{variable} is a number; write {one} without quotation marks", changed)
    if XSD + "date" in kinds:
        changed, one = replaced(_as_date)
        yield from new(f"{variable} is a date; write {one}", changed)
        changed = used.sub(f"YEAR({variable})", text)
        yield from new(f"{variable} is a date; write YEAR({variable})", changed)
    if kinds & {XSD + "date", *NUMBERS} and re.search(r"\b(CONTAINS|STRSTARTS|STRENDS|REGEX)\b", text, re.IGNORECASE):
        what = "a date" if XSD + "date" in kinds else "a number"
        yield from new(f"{variable} is {what}, not a text; write STR({variable})", used.sub(f"STR({variable})", text))
    if STRING in kinds:
        changed, one = replaced(lambda term: f'"{term.value}"')
        yield from new(f"{variable} is a plain text; write {one}", changed)
    if tagged or "" in kinds:
        what = "has a language tag" if tagged else "is a thing, not a text"
        if "" in kinds and not tagged:
            label = f"{variable} <{RDFS}label> {FRESH}label . "
            changed = used.sub(f"STR({FRESH}label)", text)
            yield from new(f"{variable} {what}; add {variable} rdfs:label ?label and use STR(?label)", label + changed)
            unquoted = re.sub(r"""(["'])([\w.-]*:[\w.-]+)\1""", r"\2", text)
            yield from new(f"{variable} {what}; write its IRI without quotation marks", unquoted)
            plain = re.sub(rf"\bSTR\s*\(\s*([?$]{name})\s*\)", r"\1", unquoted, flags=re.IGNORECASE)
            yield from new(
                f"STR({variable}) is the whole IRI; compare {variable} itself, without quotation marks", plain
            )
        if not re.search(rf"\bSTR\s*\(\s*[?$]{name}\b", text, re.IGNORECASE):
            yield from new(f"{variable} {what}; write STR({variable})", used.sub(f"STR({variable})", text))


def _as_date(term: Any) -> str:
    """Return a literal as xsd:date, the first day of a year or a month; "" if it is none."""
    match = WHOLE.fullmatch(term.value)
    if not match or (term.datatype.value == XSD + "date" and match["day"]):
        return ""
    return f'"{match["year"]}-{match["month"] or "01"}-{match["day"] or "01"}"^^xsd:date'


def _loosened(asker: Asker, part: Part, samples: dict[str, list[Any]]) -> Iterator[Repair]:
    """Yield the text of a FILTER with another language, other capitals, or its arguments exchanged."""
    text, new = part.text, partial(_changed, part)
    for name, values in samples.items():
        tags = sorted({str(value.language) for value in values if isinstance(value, ox.Literal) and value.language})
        if re.search(rf"LANG\s*\(\s*[?$]{name}\b", text, re.IGNORECASE) and tags:
            for place, term in constants(asker, text):
                near = [tag for tag in tags if tag[:1] == term.value[:1].lower() or (tag, term.value) == ("zh", "cn")]
                for tag in (*near, *(tag for tag in tags if tag not in near)):
                    said = f"?{name} has texts in {', '.join(tags)}"
                    yield from new(f'{said}; write "{tag}"', _with(text, place, f'"{tag}"'))
    quoted = [(place, term) for place, term in constants(asker, text) if isinstance(term, ox.Literal)]
    numbers = re.sub(r"([\"'])(\d+(?:\.\d+)?)\1(?![@^])", r"\2", text)
    yield from new("a number is compared with a text; write it without quotation marks", numbers)
    today = re.sub(r"(?<!date\()\bNOW\s*\(\s*\)", f"<{XSD}date>(NOW())", text, flags=re.IGNORECASE)
    yield from new("NOW() is no date but a moment; write xsd:date(NOW())", today)
    for place, term in quoted:
        stripped = term.value.strip("%*")
        if stripped != term.value and stripped:
            yield from new(
                "% and * are no wildcards; leave them out, or use CONTAINS", _with(text, place, f'"{stripped}"')
            )
        for function in ("LCASE", "UCASE"):
            cased = term.value.lower() if function == "LCASE" else term.value.upper()
            if function in text.upper():
                yield from new(f'{function} changes the capitals; write "{cased}"', _with(text, place, f'"{cased}"'))
    if match := re.search(r"\bREGEX\s*\((.*),\s*((?:\"[^\"]*\")|(?:'[^']*'))\s*\)", text, re.IGNORECASE | re.DOTALL):
        yield from new('capitals count in REGEX; add the flag "i"', _with(text, match.span(2), f'{match[2]}, "i"'))
    call = re.search(
        r"\b(CONTAINS|STRSTARTS|STRENDS)\s*\((.*?),\s*(\"[^\"]*\"|'[^']*')\s*\)", text, re.IGNORECASE | re.DOTALL
    )
    if call and call[3].lower() != call[3].upper():
        lower = f"{call[1]}(LCASE(STR({call[2]})), {call[3].lower()})"
        yield from new(f"capitals count in {call[1].upper()}; write {lower}", _with(text, call.span(), lower))
        if call[1].upper() == "STRSTARTS":
            yield from new("no text begins so; write CONTAINS", _with(text, call.span(1), "CONTAINS"))

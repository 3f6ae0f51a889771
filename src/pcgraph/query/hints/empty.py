"""Names the part of a query that leaves nothing, with its place, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import islice

from pcgraph.query.engine import sparql
from pcgraph.query.hints.conflict import Asker, conflict
from pcgraph.query.hints.reading import FRESH, Group, Part, variables
from pcgraph.query.hints.repairs import constants, having, repairs, written

ROUNDS = 3  # culprits that are named at most
TRIED = 24  # proposals for one culprit
BLAMED = ("filter", "minus", "bind", "values", "triple", "having", "limit", "offset", "optional")


def explain(
    asker: Asker, parameters: Collection[Part], where: str, neutral: bool, known: Collection[int]
) -> Iterator[str]:
    """Yield one line for each culprit of an empty answer; without `neutral` only if it is known what was meant.

    `known` are the offsets of what has a hint already; the parts there are left out.
    """
    left = [part for part, around in asker.query.where.walk() if not _is_known(asker, part, around, known)]
    if asker.matches(left):
        if len(left) == len(asker.query.where.parts):
            yield from _of_modifiers(asker, where)
        return
    for _ in range(ROUNDS):
        together = conflict(asker, left)
        culprits = sorted(together, key=lambda part: (BLAMED.index(part.kind), -part.offset))
        if not culprits:
            return
        named, line = _describe(asker, culprits, parameters, left, where, neutral)
        if line:
            yield line
        left = [part for part in left if part is not named]
        if asker.matches(left):
            return


def _is_known(asker: Asker, part: Part, around: tuple[Group, ...], known: Collection[int]) -> bool:
    """Return whether a part, or the name of its graph, has a hint already."""
    heads = "".join(group.head for group in around if group.graph)
    words = {offset: word for word, offset in sparql.tokens(asker.query.text)}
    return any(part.has(at, words[at]) or words[at] in heads for at in known if at in words)


def explain_parameters(asker: Asker, parameters: Collection[Part], where: str) -> Iterator[str]:
    """Yield a line that names the parameters of a question that finds nothing."""
    others = [part for part in asker.query.where.parts if part not in parameters]
    if asker.matches(others) and (together := conflict(asker, parameters, others)):
        names = " and ".join(_parameter(asker, part) for part in together)
        one = "no answer of this question has it" if len(together) == 1 else "no answer of this question has both"
        yield f"{where}: {names}: {one}; choose another value"


def _parameter(asker: Asker, part: Part) -> str:
    value = next((written(term) for _, term in constants(asker, part.text)), "…")
    return f"{'='.join(sorted(part.binds))}={value}"


def _describe(
    asker: Asker, culprits: list[Part], parameters: Collection[Part], left: list[Part], where: str, neutral: bool
) -> tuple[Part, str]:
    """Return the part to blame, and the line about it; "" if nothing may be said."""
    second: tuple[Part, str] | None = None
    for part in culprits:
        if part in parameters:
            continue
        unbound = sorted(variables(part.text) - asker.query.where.bound(left)) if part.kind == "filter" else []
        if unbound and "EXISTS" not in part.text.upper() and not part.uses:
            return part, f"{_at(asker, where, part)} leaves nothing: {_unbound(asker, unbound[0])}"
        if part.kind == "triple" and any(other.kind in ("filter", "minus") for other in culprits):
            break
        for repair in islice(repairs(asker, part, culprits), TRIED):
            line = f"{_at(asker, where, part)} {_verb(part)}: {repair.said}"
            if asker.matches(left, repair.instead):
                return part, line
            if second is None and len(culprits) < len(left) and asker.matches(culprits, repair.instead):
                second = part, line
    if second:
        return second
    part = culprits[0]
    wanted = part.text.split() == ["FILTER(false", ")"] or (part.kind == "values" and part.text.endswith(("{ }", "{}")))
    if not neutral or wanted:  # who writes that wants no rows
        return part, ""
    given = [_parameter(asker, other) for other in culprits if other in parameters]
    if given:
        beside = f" together with {_names(other for other in culprits if other not in parameters)}"
        return part, f"{where}: {' and '.join(given)}: nothing matches{beside * (len(given) < len(culprits))}"
    return part, f"{_at(asker, where, part)} {_verb(part)}{_beside(asker, part, culprits)}"


def _at(asker: Asker, where: str, part: Part) -> str:
    return f"{where}:{asker.query.place(part.offset)}: {part.shown}"


def _verb(part: Part) -> str:
    return "matches nothing" if part.kind in ("triple", "values") else "leaves nothing"


def _names(parts: Iterator[Part]) -> str:
    return " and ".join(dict.fromkeys(part.shown for part in islice(parts, 3)))


def _beside(asker: Asker, part: Part, culprits: list[Part]) -> str:
    """Return the end of a line that blames a part without knowing what was meant."""
    others = [other for other in culprits if other is not part]
    if negated := re.search(r"!\s*BOUND\s*\(\s*[?$](\w+)", part.text, re.IGNORECASE):
        needed = _names(iter(others))
        return f": ?{negated[1]} is always bound, as {needed} is required; write OPTIONAL {{ … }} around that"
    if part.kind == "filter" and all(other.kind != "filter" for other in others):
        for name in sorted(part.uses):
            if not name.startswith(FRESH[1:]) and (values := asker.values(name, others, most=3)):
                return f"; values of ?{name} are such as {', '.join(map(written, values))}"
    if part.kind == "triple" and not others and part.parts[2][0] not in "?$":
        subject, path, _ = part.parts
        values = asker.values(FRESH[1:], {part}, {part: f"{subject} {path} {FRESH} ."}, most=3)
        return f"; values are such as {', '.join(map(written, values))}" if values else ""
    return f" together with {_names(iter(others))}" if others else ""


def _unbound(asker: Asker, name: str) -> str:
    bound = asker.query.where.bound(asker.query.where.parts)
    if name in bound:
        return f"?{name} has no value inside these brackets; move it to where ?{name} is bound"
    near = get_close_matches(name, [other for other in bound if not other.startswith(FRESH[1:])], n=1, cutoff=0.6)
    return f"?{name} is bound nowhere; " + (f"did you mean ?{near[0]}?" if near else "bind it in a pattern")


def _of_modifiers(asker: Asker, where: str) -> Iterator[str]:
    """Yield the line about the modifier without which a query has rows."""
    query = asker.query
    if query.form != "SELECT":
        return
    for part in query.tail:
        rest = [other.text for other in query.tail if other is not part]
        if part.kind not in ("having", "limit", "offset") or not asker.rows(rest):
            continue
        said = f"{_at(asker, where, part)} leaves nothing"
        if part.kind == "limit":
            yield f"{said}: a limit of 0 asks for no rows; write LIMIT 10"
        elif part.kind == "offset":
            yield f"{said}: there are fewer rows; write a smaller OFFSET"
        else:
            tails = {
                how: [new if each is part else each.text for each in query.tail]
                for how, new in having(query.head, part)
            }
            how = next((how for how, tail in tails.items() if asker.rows(tail)), "")
            yield f"{said}: {how}" if how else said
        return

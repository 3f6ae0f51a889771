"""Brackets for engines that compute from right to left: Oxigraph 0.5.11 reads 10 - 3 - 2 as 10 - (3 - 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pcgraph.query.engine.sparql import QUOTED, SKIP

SELF_TEST, FROM_THE_RIGHT = "SELECT (10 - 3 - 2 AS ?x) {}", 9  # a query, and the answer of such an engine
_TOKEN = re.compile(
    rf"""({SKIP})({QUOTED} | [?$]\w+ | @[\w-]+ | (?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?
      | (?:_|[^\W\d_][\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{{2}}|\\.)* | [^\W\d]\w* | \^\^ | && | \|\| | [!<>]= | . | $)""",
    re.VERBOSE | re.DOTALL,
)
_RANKS = {"+": 0, "-": 0, "*": 1, "/": 1}  # those that bind less come first
_CLOSING = {"(": ")", "{": "}", "[": "]"}
_BETWEEN = {"=", "!=", "<", ">", "<=", ">=", "&&", "||", ",", ";", "AS", "IN", "NOT", "DISTINCT"}  # separate operands
_PATTERN, _QUERY, _EXPRESSION = "pattern", "query", "expression"


@dataclass
class _Level:
    """What stands between two brackets, as far as it is read; in expressions, the chain of each rank."""

    kind: str
    closing: str
    starts: list[int]  # which token begins the chain
    operators: list[int] = field(default_factory=lambda: [0, 0])
    ends_operand: bool = False  # whether an operator may follow
    before: tuple[str, str] = ("", "")  # the last two tokens

    def restart(self, rank: int, at: int) -> None:
        """Begin new chains from a rank on."""
        for number in range(rank, len(self.starts)):
            self.starts[number], self.operators[number] = at, 0
        self.ends_operand = False

    def inside(self, bracket: str, following: str, at: int) -> _Level:
        """Return the level that a bracket opens."""
        is_expression = self.kind != _PATTERN or self.before[1] in ("FILTER", "BIND") or self.before[0] == "FILTER"
        kind = _EXPRESSION if bracket == "(" and is_expression else _PATTERN
        kind = _QUERY if bracket == "{" and following == "SELECT" else kind
        return _Level(kind, _CLOSING[bracket], [at, at])


def with_brackets(text: str) -> str:
    """Return a query with brackets around the beginning of each chain of operators of the same rank.

    The query means the same. Property paths, lists and a text whose brackets do not match stay as they are.

    >>> with_brackets("SELECT (?a - ?b - 2*?c/?d AS ?x) { ?s ex:p/ex:q/ex:r (1 -2 -3) FILTER(?a-1+2 > STR(?b)) }")
    'SELECT ((?a - ?b) - (2*?c)/?d AS ?x) { ?s ex:p/ex:q/ex:r (1 -2 -3) FILTER((?a-1)+2 > STR(?b)) }'
    """
    tokens = _TOKEN.findall(text)
    found = [token for _, token in tokens]
    level, outer = _Level(_QUERY, "", [0, 0]), list[_Level]()
    for at, (_, token) in enumerate(tokens):
        word = token.upper()
        if word in _CLOSING.values():
            if word != level.closing:
                return text
            level = outer.pop()
            level.ends_operand = True
        elif word in _CLOSING:
            outer.append(level)
            level = level.inside(word, tokens[at + 1][1].upper(), at + 1)
        elif level.kind == _EXPRESSION and word in _BETWEEN:
            level.restart(0, at + 1)
        elif level.kind == _EXPRESSION and word in _RANKS and level.ends_operand:
            rank = _RANKS[word]
            if level.operators[rank]:
                found[level.starts[rank]] = f"({found[level.starts[rank]]}"
                found[at - 1] += ")"
            level.operators[rank] += 1
            level.restart(rank + 1, at + 1)
        else:
            level.ends_operand = word not in ("+", "-", "!")
        around = outer[-1] if word in _CLOSING else level
        around.before = (around.before[1], word)
    return text if outer else "".join(skip + token for (skip, _), token in zip(tokens, found, strict=True))

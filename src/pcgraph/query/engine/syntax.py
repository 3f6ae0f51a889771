"""Explains a syntax error in plain words: what stands where, what is expected there, and how to fix it.

The engine's own position is where its longest guess ended, often some words too late. So the engine is asked again,
about the beginnings of the text: the first word that no query can continue with is the wrong one. A correction is
suggested only if the engine reads on with it. Nothing here knows the grammar, except for the names of its keywords.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, nearest
from pcgraph.query.engine import sparql

AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")
KEYWORDS = (
    *("SELECT", "CONSTRUCT", "ASK", "DESCRIBE", "PREFIX", "BASE", "FROM", "NAMED", "WHERE", "DISTINCT", "REDUCED"),
    *("AS", "FILTER", "OPTIONAL", "UNION", "MINUS", "GRAPH", "VALUES", "UNDEF", "BIND", "NOT", "EXISTS", "IN"),
    *("ORDER", "GROUP", "BY", "HAVING", "LIMIT", "OFFSET", "ASC", "DESC", *AGGREGATES),
    *("STR", "LANG", "LANGMATCHES", "DATATYPE", "BOUND", "IRI", "IF", "COALESCE", "REGEX", "REPLACE", "CONTAINS"),
    *("STRSTARTS", "STRENDS", "STRLEN", "STRBEFORE", "STRAFTER", "SUBSTR", "LCASE", "UCASE", "CONCAT", "isIRI"),
    *("isLiteral", "isBlank", "isNumeric", "ABS", "ROUND", "CEIL", "FLOOR", "YEAR", "MONTH", "DAY", "NOW", "sameTerm"),
)
# what may be expected, the most telling first: text that the engine is tried with, and its name
EXPECTED = (
    *(("}", "'}'"), (")", "')'"), (" AS", "AS ?name"), (".", "'.'"), ("{", "'{'"), ("(", "'('"), (" BY", "BY")),
    *((" <x:x>", "a term such as pcg:Loan"), (" ?x", "a variable"), (" SELECT", "SELECT"), (" 5", "a number")),
    *((" 'x'", "a text in quotation marks"), (" =", "an operator such as = or &&"), (" WHERE", "WHERE")),
)
OPERATORS = {"==": "=", "<>": "!=", "=>": ">=", "=<": "<=", "AND": "&&", "OR": "||", "&": "&&", "|": "||"}
PAD, LONGEST = "\n" * 40, 25  # lines: more than the longest keyword has letters, as the engine reads that far at once
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLOSED = re.compile(r"'''.*'''|\"\"\".*\"\"\"|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_IN_USE = re.compile("overrides an existing|Duplicated variable")  # said by the engine
Explained = tuple[int, str, str, str]  # offset; what stands there; what is expected; how to fix it


def fault(error: SyntaxError, where: str, text: str, known: Mapping[str, Any]) -> InvalidInput:
    """Return the error for a text that is not SPARQL: one line, then the line of the query with a caret below it.

    >>> print(fault(SyntaxError(), "query", "SELECT ?s WHERE { ?s ?p ?o FLITER(?o > 5) }", {}))
    query:1:28: sparql-syntax: 'FLITER' is no keyword; expected FILTER; write FILTER
      SELECT ?s WHERE { ?s ?p ?o FLITER(?o > 5) }
                                 ^
    """
    offset, what, expected, fix = _Reader(text, known).explain() or _of_the_engine(error, text)
    line, start = text.count("\n", 0, offset) + 1, text.rfind("\n", 0, offset) + 1
    shown = max(start, offset - 70)
    quoted = text[shown:].split("\n", 1)[0][:100].replace("\t", " ").rstrip("\r")
    return InvalidInput(
        f"{where}:{line}:{offset - start + 1}: sparql-syntax: {what}; expected {expected}; {fix}\n"
        f"  {quoted}\n  {' ' * (offset - shown)}^"
    )


def _of_the_engine(error: SyntaxError, text: str) -> Explained:
    """Return what the engine says, for a text that is wrong only as a whole, such as a name that is used twice."""
    match = re.match(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", str(error), re.DOTALL)
    line, column, reason = match.groups() if match else ("1", "1", str(error))
    offset = sum(len(each) + 1 for each in text.split("\n")[: int(line) - 1]) + int(column) - 1
    said = next(
        (part for part in reason.split(", ") if re.search("[a-z]{3} [a-z]{2}", part)), "the engine cannot read it"
    )
    return min(offset, len(text)), " ".join(said.split())[:160], "SPARQL 1.1", "fix the query"


class _Reader:
    """Reads a text again and again, until it is clear what is wrong."""

    def __init__(self, text: str, known: Mapping[str, Any]) -> None:
        self.text, self.known, self.tokens = text, known, sparql.tokens(text)
        self.ends = [offset + len(piece) for piece, offset in self.tokens]

    def reads(self, text: str) -> bool:
        """Return whether some query begins with a text."""
        reason = self.refusal(text + PAD)
        match = re.match(r"error at (\d+):", reason)
        return not match or int(match[1]) > text.count("\n") + LONGEST

    def refusal(self, text: str) -> str:
        """Return the engine's error for a text; empty if it is a query."""
        try:
            ox.Store().query(text, **self.known)
        except SyntaxError as error:
            return str(error)
        return ""

    def explain(self) -> Explained | None:
        """Return what is wrong; None if only the engine knows."""
        tokens = self.tokens
        wrong = bisect_left(range(len(tokens)), True, key=lambda number: not self.reads(self.text[: self.ends[number]]))
        if wrong == len(tokens):
            return self._of_the_end() if self.refusal(self.text) else None
        offset = tokens[wrong][1]
        if reused := self._reused(wrong):
            return reused
        for slip in (self._unclosed_quote, self._prefix, self._aggregate, self._comma, self._operator, self._keyword,
                     self._plain_name, self._brackets, self._missing, self._extra):  # fmt: skip
            found = slip(wrong)
            if found:
                return (offset, *found)
        return offset, f"{_quoted(tokens[wrong][0])} does not fit here", self._expectations(offset), "fix the query"

    def _continues(self, wrong: int, instead: str, number: int = 1) -> bool:
        """Return whether the engine reads on with other text in the place of the piece `wrong`."""
        after = min(wrong + number, len(self.tokens) - 1)
        start, end = self.tokens[wrong][1], self.ends[wrong]
        return self.reads(self.text[:start] + instead + self.text[end : self.ends[after]])

    def _expectations(self, offset: int) -> str:
        before = self.text[:offset]
        fitting = [name for text, name in EXPECTED if self.reads(before + text)][:3]
        return " or ".join(fitting) or "SPARQL 1.1"

    def _before(self, wrong: int, back: int = 1) -> str:
        return self.tokens[wrong - back][0].upper() if wrong >= back else ""

    def _in_head(self, wrong: int) -> bool:
        """Return whether a piece stands between SELECT and the first bracket of its group."""
        words = [piece.upper() for piece, _ in self.tokens[:wrong]]
        return "SELECT" in words and "{" not in words[len(words) - words[::-1].index("SELECT") :]

    def _unclosed_quote(self, wrong: int) -> tuple[str, str, str] | None:
        piece = self.tokens[wrong][0]
        if piece[0] not in "'\"" or _CLOSED.fullmatch(piece):
            return None
        return "the quotation mark is not closed", f"a closing {piece[0]} on this line", f"add {piece[0]}"

    def _prefix(self, wrong: int) -> tuple[str, str, str] | None:
        piece = self.tokens[wrong][0]
        prefix, colon, _ = piece.partition(":")
        if self._before(wrong, 2) == "PREFIX" or (
            self._before(wrong).endswith(":") and "PREFIX" in self._before(wrong, 2)
        ):
            return (
                f"{_quoted(piece)} is no IRI in brackets",
                "<…> after the prefix",
                "write for example <http://example.org/>",
            )
        known = sparql.prologue(self.text, self.known.get("prefixes", {}), "")[0]
        if not colon or not re.fullmatch(r"[\w.-]*", prefix) or prefix in known or prefix == "_":
            return None
        hint = nearest(prefix, known)
        return (
            f"the prefix {prefix}: is unknown",
            "a prefix that is known or declared",
            f"{hint} To use another, declare it: PREFIX {prefix}: <…>",
        )

    def _aggregate(self, wrong: int) -> tuple[str, str, str] | None:
        piece = self.tokens[wrong][0]
        if not self._in_head(wrong):
            return None
        if piece.upper() in AGGREGATES:
            return f"{piece} stands without brackets", "an expression with a name", f"write ({piece}(…) AS ?name)"
        if piece == ")" and self._continues(wrong, " AS ?name)"):
            return "the expression has no name", "AS ?name before ')'", "add AS and the name of a column"
        return None

    def _comma(self, wrong: int) -> tuple[str, str, str] | None:
        if self.tokens[wrong][0] == "," and self._in_head(wrong) and self._continues(wrong, " "):
            return "a comma stands in the list of SELECT", "variables with spaces between them", "remove the comma"
        return None

    def _operator(self, wrong: int) -> tuple[str, str, str] | None:
        piece, offset = self.tokens[wrong]
        touching = wrong > 0 and self.ends[wrong - 1] == offset
        typed = self._before(wrong) + piece if touching else piece.upper()
        instead = OPERATORS.get(typed)
        if instead is None:
            return None
        start = offset - 1 if touching and len(typed) == 2 and typed not in ("AND", "OR") else offset
        after = self.text[self.ends[wrong] :].split("\n")[0].strip().split(" ")[0]
        if not self.reads(f"{self.text[:start]}{instead} ") or (typed in "&|" and after[:1] in "&|"):
            return None
        return f"{_quoted(typed)} is no operator", instead, f"write {instead}"

    def _keyword(self, wrong: int) -> tuple[str, str, str] | None:
        piece = self.tokens[wrong][0]
        if not _WORD.fullmatch(piece) or piece.upper() in KEYWORDS:
            return None
        by_capitals = {word.upper(): word for word in KEYWORDS}
        for word in get_close_matches(piece.upper(), by_capitals, n=4, cutoff=0.66):
            if self._continues(wrong, f" {by_capitals[word]}"):
                return f"{_quoted(piece)} is no keyword", by_capitals[word], f"write {by_capitals[word]}"
        return None

    def _plain_name(self, wrong: int) -> tuple[str, str, str] | None:
        """Explain a word that stands where a term or a variable belongs."""
        piece = self.tokens[wrong][0]
        if not _WORD.fullmatch(piece) or piece.upper() in KEYWORDS:
            return None
        if piece.upper() == "NULL":
            return "SPARQL has no NULL", "BOUND(?x) or !BOUND(?x)", "ask whether the variable is bound"
        if piece.lower() in ("true", "false") and self._continues(wrong, f" {piece.lower()}"):
            return f"{_quoted(piece)} has capitals", piece.lower(), f"write {piece.lower()}"
        if piece.lower() in ("is", "isa") and self._continues(wrong, " a"):
            return f"{_quoted(piece)} is no property", "a, which means rdf:type", "write a"
        if self._continues(wrong, f"pcg:{piece}"):
            return (
                f"{_quoted(piece)} has no prefix",
                f"a term such as pcg:{piece}, or a variable",
                f"write pcg:{piece} or ?{piece}",
            )
        if self._continues(wrong, f"?{piece}"):
            return f"{_quoted(piece)} is neither a variable nor a keyword", "a variable", f"write ?{piece}"
        return None

    def _brackets(self, wrong: int) -> tuple[str, str, str] | None:
        before = self._before(wrong)
        if before in ("FILTER", "BIND", "HAVING") and self.tokens[wrong][0] != "(":
            return f"no bracket after {before}", "'('", f"write {before}( … )"
        return None

    def _missing(self, wrong: int) -> tuple[str, str, str] | None:
        """Explain a piece that would fit after one more sign."""
        piece = self.tokens[wrong][0]
        for sign in (".", ")", "}", "{", "(", ","):
            if self._continues(wrong, f" {sign} {piece}", 0) and self._continues(wrong, f" {sign} {piece}", 1):
                return f"a '{sign}' is missing before {_quoted(piece)}", f"'{sign}'", f"add '{sign}'"
        return None

    def _extra(self, wrong: int) -> tuple[str, str, str] | None:
        piece = self.tokens[wrong][0]
        if piece in ")}]" and not self._open(wrong):
            return f"the '{piece}' closes nothing", "the end of the query", f"remove '{piece}'"
        return None

    def _reused(self, wrong: int) -> Explained | None:
        """Explain a name that SELECT names twice, or that BIND or SELECT gives although it is in use."""
        upto = self.text[: self.ends[wrong]]
        for place in range(wrong - 1, 0, -1):
            name, start = self.tokens[place]
            given = self._before(place) == "AS"
            if name[0] not in "?$" or not (given or self._in_head(place)):
                continue
            renamed = f"{upto[:start]}?another_name{upto[self.ends[place] :]}"
            if self.reads(renamed) and not _IN_USE.search(self.refusal(renamed)):
                if given:
                    return start, f"the name {name} after AS is in use already", "a new name", f"rename {name}"
                return start, f"SELECT names {name} twice", "each variable once", f"remove one {name}"
        return None

    def _open(self, wrong: int) -> list[tuple[str, int]]:
        """Return the brackets that are open before a piece."""
        found: list[tuple[str, int]] = []
        for piece, offset in self.tokens[:wrong]:
            if piece in "{([":
                found.append((piece, offset))
            elif piece in "})]" and found:
                found.pop()
        return found

    def _of_the_end(self) -> Explained:
        """Explain a text that could go on, but ends."""
        end, still = len(self.text.rstrip()), self._open(len(self.tokens))
        if still:
            bracket, offset = still[-1]
            closing = {"{": "}", "(": ")", "[": "]"}[bracket]
            line = self.text.count("\n", 0, offset) + 1
            return end, f"the '{bracket}' of line {line} is not closed", f"'{closing}'", f"add '{closing}'"
        if "unbound" in self.refusal(self.text):
            names = [name for name in self._selected() if name not in self._grouped()]
            named, offset = self._uncounted(names)
            grouped = f"add {named} to GROUP BY" if self._grouped() else f"add GROUP BY {' '.join(names) or named}"
            if any(piece == named and self._before(place) == "AS" for place, (piece, _) in enumerate(self.tokens)):
                grouped = f"write its expression instead of {named}"
            expected = "each variable of SELECT in GROUP BY, or in an aggregate"
            return offset, f"{named} is neither grouped nor counted", expected, grouped
        if _IN_USE.search(self.refusal(self.text)) and (found := self._reused(len(self.tokens) - 1)):
            return found
        return end, "the query ends too early", self._expectations(len(self.text)), "complete the query"

    def _uncounted(self, names: list[str]) -> tuple[str, int]:
        """Return the first of some variables, or else the one without which an expression of SELECT would be right."""
        for place, (piece, offset) in enumerate(self.tokens):
            without = f"{self.text[:offset]} 1 {self.text[self.ends[place] :]}"
            if piece in names or (piece[0] in "?$" and self._in_head(place) and not self.refusal(without)):
                return piece, offset
        return "a variable", 0

    def _selected(self) -> list[str]:
        """Return the variables of the first SELECT that stand there without an expression."""
        found, depth = [], 0
        for piece, _ in self.tokens:
            depth += (piece == "(") - (piece == ")")
            if piece == "{":
                break
            found += [piece] if piece[0] in "?$" and not depth else []
        return found

    def _grouped(self) -> list[str]:
        """Return the variables after the last GROUP BY."""
        words = [piece for piece, _ in self.tokens]
        places = [number for number, word in enumerate(words) if word.upper() == "GROUP"]
        return [word for word in words[places[-1] :] if word[0] in "?$"] if places else []


def _quoted(piece: str) -> str:
    return piece[:40] if "'" in piece else f"'{piece[:40]}'"

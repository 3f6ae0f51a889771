"""An answer as a reader wants it: names in place of ids, numbers with their units, dates in words, what matters first.

Whoever runs the question again, or downloads its answer, has the values as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from pcgraph.model import dates, namespaces, numbers
from pcgraph.model.namespaces import CURRENT, PCG
from pcgraph.page.view.answers import MOST_ROWS, PAIR, contradictions, in_words, useful_columns
from pcgraph.query.engine.result import Result
from pcgraph.query.engine.result_tsv import value
from pcgraph.query.questions.question import Query
from pcgraph.query.statements.number_groups import stated_numbers
from pcgraph.web.context import Site
from pcgraph.web.pages.lists import weights

# Columns that are part of another number, by the column that has the number: then the whole of it is shown there.
PARTS = {"amount": ("atLeast", "atMost", "per"), "quantity": ("atLeast", "atMost", "per", "unit")}
MONEY = ("currency", "prices")
SAID_BY = {"value": "source", "otherValue": "otherSource"}  # the column of the source of a value; else it is believed
Cell = dict[str, Any]
Row = Mapping[str, Any]  # column → term


def readable(site: Site, asked: Query, result: Result) -> dict[str, Any]:
    """Return what a page shows of an answer: headings with their meanings, the first rows, and how many there are."""
    leads = [name for name in ("amount", "quantity", "aimed", "achieved") if name in result.columns]
    parts = {*PARTS["amount" if "amount" in leads else "quantity"]} if leads else set[str]()
    parts |= {*MONEY} if "currency" in result.columns else set()
    names = [result.columns[at] for at in useful_columns(result, site.label)]
    shown = [name for name in names if name not in parts]
    terms = [dict(zip(result.columns, row, strict=True)) for row in result.terms]
    cells = Cells(site, result.meaning)
    rows: list[Any] = [cells.row(row, leads, shown) for row in _important_first(site, asked, result, terms)]
    headings = [(in_words(name), _meaning(site, str(result.meaning.get(name, "")))) for name in shown]
    if shown[2:6] == PAIR:
        rows = [[row[0], row[1], {"several": row[2], "number": False}, *row[3:]] for row in contradictions(rows)]
        headings[2:6] = [("values", "each value with the sources that give it")]
    return {
        "columns": [
            (name[:1].upper() + name[1:], meaning, any(row[at]["number"] for row in rows[:MOST_ROWS]))
            for at, (name, meaning) in enumerate(headings)
        ],
        "rows": rows[:MOST_ROWS],
        "count": len(rows),
        "more": max(0, len(rows) - MOST_ROWS),
        "graph": result.graph,
        "truth": bool(result) if result.ask else None,
    }


def _important_first(site: Site, asked: Query, result: Result, rows: Sequence[Row]) -> Iterable[Row]:
    """Sort rows by the weight of the thing by whose id the question sorts; another order is that of the question."""
    by = re.search(r"\nORDER BY \?(\w+)", asked.text)
    if not by or by[1] not in result.columns:
        return rows
    weight, name = weights(site), by[1]
    return sorted(rows, key=lambda row: -weight.get(getattr(row[name], "value", ""), 0))


def _meaning(site: Site, text: str) -> str:
    """Return the meaning of a column without the marks that are for those who write queries."""
    named = re.sub(r"\bpcg:(\w+)", lambda term: site.label(PCG + term[1]), text)
    return re.sub(r" \((EDTF|ISO 4217)\)", "", named)


def text_cell(text: str, language: str = "", *, number: bool = False) -> Cell:
    """Return a cell with a text."""
    return {"iri": "", "text": text, "language": language, "number": number}


def thing_cell(site: Site, iri: str) -> Cell:
    """Return a cell with the name of a thing, which leads to it; of a source, its publisher and date."""
    text, language = site.named(iri)
    if iri.startswith(site.kg.names.src) and "#" not in iri:
        text, language = dates.spelled(site.source_name(iri)), ""
    return {"iri": iri, "text": text, "language": language, "number": False}


class Cells:
    """Makes cells of terms."""

    def __init__(self, site: Site, meaning: Mapping[str, object]) -> None:
        self.site, self.known = site, dict[Any, Cell]()
        self.meaning = {name: str(text) for name, text in meaning.items()}

    def row(self, row: Row, leads: Iterable[str], shown: Iterable[str]) -> list[Cell]:
        """Return the cells of the columns that are shown; a number has its bounds, unit and period."""
        plain = {name: _number(term) for name, term in row.items()}
        said = {name: getattr(term, "value", None) for name, term in row.items()}
        wholes = {name: text for name in leads if (text := self._whole(name, plain, said))}
        return [
            text_cell(wholes[name], number=True) if name in wholes else self._cell(name, row, plain[name], said)
            for name in shown
        ]

    def _whole(self, name: str, plain: Mapping[str, float | None], said: Mapping[str, str | None]) -> str:
        kind = "amount" if name == "amount" else "quantity"
        measured = said.get("measure") in (None, name) or name == "quantity"  # its bounds are those of one measure
        bounds = {"at_least": plain.get("atLeast"), "at_most": plain.get("atMost"), "per": said.get("per")}
        number = {kind: plain[name]} | {f"{kind}_{part}": bound for part, bound in bounds.items() if measured}
        if kind == "amount":
            return numbers.money(number | {"currency": said.get("currency"), "constant_prices": said.get("prices")})
        return numbers.count(number, self.site.label(unit) if (unit := said.get("unit")) else "")

    def _cell(self, name: str, row: Row, number: float | None, said: Mapping[str, str | None]) -> Cell:
        term, meaning = row[name], self.meaning.get(name, "")
        if number is not None:
            if name.lower().endswith("year"):
                return text_cell(f"{number:g}", number=True)
            if said.get("currency") and not meaning.startswith("the number of"):
                about = {"amount": number, "currency": said["currency"], "constant_prices": said.get("prices")}
                return text_cell(numbers.money(about), number=True)
            return text_cell(self._stated(name, term.value, said) or numbers.digits(number), number=True)
        if isinstance(term, ox.NamedNode):
            if term not in self.known:
                self.known[term] = thing_cell(self.site, term.value)
            cell, whole = self.known[term], self.site.whole(term.value)
            of_whole = name == "subject" and whole != term.value
            return cell | {"text": f"{self.site.label(whole)}: {cell['text']}"} if of_whole else cell
        plain = value(term)
        if isinstance(plain, bool):
            return text_cell("yes" if plain else "no")
        is_day = isinstance(plain, date) or "EDTF" in meaning or said.get("property") in namespaces.EDTF_PROPERTIES
        text = "" if plain is None else str(plain)
        return text_cell(dates.spelled(text) if is_day else text, getattr(term, "language", None) or "")

    def _stated(self, name: str, number: str, said: Mapping[str, str | None]) -> str:
        """Return the whole of a number that is a value of a property: with its currency or unit, as its source says."""
        if not (subject := said.get("subject")) or not (property_ := said.get("property")):
            return ""
        graph = said.get(SAID_BY.get(name, "")) or CURRENT
        found = stated_numbers(self.site.store, subject)
        return next((each.text for each in found if (each.graph, each.values.get(property_)) == (graph, number)), "")


def _number(term: Any) -> float | None:
    plain: Any = value(term) if isinstance(term, ox.Literal) else None
    return float(plain) if isinstance(plain, int | float | Decimal) and not isinstance(plain, bool) else None

"""Writes the project's template as a workbook with drop-down lists."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.export.xlsx import CREATED, require_xlsxwriter
from pcgraph.intake.spreadsheets.mapping.mapping import camel_case
from pcgraph.intake.spreadsheets.mapping.mapping import read as read_mapping
from pcgraph.intake.spreadsheets.mapping.sheets import (
    ENGAGEMENTS,
    NEEDED,
    NOTES,
    SHEETS,
    Column,
    columns,
    engagement_rules,
    noted_fields,
)
from pcgraph.intake.spreadsheets.mapping.vocabulary import SCHEMES
from pcgraph.model.namespaces import V, local
from pcgraph.store import data_folder
from pcgraph.store.files import home, replacing
from pcgraph.store.project import Project, find
from pcgraph.validation.index import Lookup

if TYPE_CHECKING:
    import xlsxwriter

ROWS = 1000  # number of rows with drop-down lists
# Columns that a template has whatever the data use, and the share of engagements in which a property is common.
ALWAYS = (
    "id",
    *NEEDED,
    "quote",
    "status date",
    "source date",
    "kind",
    "sector",
    "place",
    "amount",
    "currency",
    "signatory",
)
COMMON = 0.1
OPEN = (
    "sector",
    "field",
    "kind",
    "counted",
)  # lists that do not have every value that is right: a cell may have several, or a new one
# Notes on the columns for which the ontology has no term.
NOTE = {
    "id": "Slug of the engagement. If empty, it is made from the label. Rows with the same id are one engagement.",
    "label": "Name of the engagement, in your own words.",
    "summary": "One sentence about it, in your own words.",
    "class": "What the engagement is.",
    "source slug": "Slug of the source. If empty, it is made from the address.",
    "passage": "Where the source says it: para 3, record 17.",
    "quote": "The words of the source, instead of passage or beside it. They are hashed and not kept.",
    "status date": "When the status was reached: 2025, 2025-09, 2025-09-03, a/b, [a..b].",
    "earlier status": "A status that was reached before, if the source reports it.",
    "earlier date": "When the earlier status was reached.",
}


def write(path: Path, data: Path | Project | None = None) -> Path:
    """Write the template.

    >>> import tempfile
    >>> from pcgraph.intake.spreadsheets.readers import table
    >>> table.read(write(Path(tempfile.mkdtemp()) / "t.xlsx"), "engagements").header[:2]
    Traceback (most recent call last):
    ...
    pcgraph.errors.InvalidInput: ...t.xlsx: empty-table: only a header; expected at least one row; add one
    """
    require_xlsxwriter()
    import xlsxwriter

    lookup = Lookup(data_folder.read(find(data), home("ontology"), empty=True))
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        _Writer(book).write({ENGAGEMENTS: _engagements(lookup)} | {name: columns(name, lookup) for name in SHEETS[1:]})
    with replacing(path) as temporary:
        temporary.write_bytes(content.getbuffer())
    return path


class _Writer:
    """Writes the sheets to fill in, a sheet of notes on their columns, and one with the values of drop-down lists."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.bold, self.text, self.need = (
            book.add_format(look)
            for look in ({"bold": True}, {"num_format": "@"}, {"bold": True, "bg_color": "#FFF2CC"})
        )
        self.lists: list[tuple[str, ...]] = []

    def write(self, sheets: Mapping[str, Mapping[str, Column]]) -> None:
        """Write all sheets."""
        places = {name: self.book.add_worksheet(name) for name in (*sheets, *NOTES)}
        about, codes = (places[name] for name in NOTES)
        about.write_row(0, 0, ["sheet", "column", "required", "content"], self.bold)
        row = 0
        for name, found in sheets.items():
            places[name].freeze_panes(1, 0)
            written = [column for column in found.values() if column.shown]
            for place, column in enumerate(written):
                self.write_column(places[name], place, column)
            for column in (*written, *(column for column in found.values() if not column.shown)):
                row += 1
                needed = "yes" if column.needed else "" if column.shown else "add it if you need it"
                about.write_row(row, 0, [name, column.name, needed, column.note])
        about.set_column(0, 3, 24)
        for place, values in enumerate(self.lists):
            codes.write_column(0, place, values)

    def write_column(self, sheet: xlsxwriter.worksheet.Worksheet, place: int, column: Column) -> None:
        """Write the head of a column, and its drop-down list, whose values are on the last sheet."""
        from xlsxwriter.utility import xl_col_to_name

        sheet.write_string(0, place, column.name, self.need if column.needed else self.bold)
        sheet.set_column(place, place, max(12, len(column.name) + 2), self.text)
        if column.values:
            letters = xl_col_to_name(len(self.lists))
            self.lists.append((column.name, *column.values))
            rule = {
                "validate": "list",
                "source": f"=lists!${letters}$2:${letters}${len(column.values) + 1}",
                "error_type": "information" if column.name in OPEN else "stop",
                "error_message": "Choose a value from the list; the sheet lists has all of them.",
            }
            sheet.data_validation(1, place, ROWS, place, rule)


def _engagements(lookup: Lookup) -> dict[str, Column]:
    """Return the columns of the engagements: those of the mapping, and the further ones of the ontology."""
    rules = read_mapping("template", frozenset(map(local, lookup.ontology.roles)) - {"participant"})
    known = noted_fields(lookup)
    keys: dict[str, str] = {}
    for each in (rules, engagement_rules(rules, lookup)):
        for part in (each.engagement, each.roles, each.source):
            for key, values in part.items():
                keys.setdefault(values[0].column, key)
            if part is each.engagement:
                for step in reversed(each.steps):
                    keys.update({step.status[0].column: "status", step.date[0].column: "date"})
    lists = {
        column: tuple(sorted(local(iri) for iri, in_scheme in lookup.schemes.items() if in_scheme == V + SCHEMES[key]))
        for column, key in keys.items()
        if key in SCHEMES
    }
    lists |= {"class": tuple(sorted(map(local, lookup.subterms("Engagement")))), "parties complete": ("no", "yes")}
    pairs = {(fact.subject, fact.predicate) for _, fact in lookup.facts_by_role("source")}
    used = Counter(local(predicate) for _, predicate in pairs)
    least = max(1, COMMON * used["step"])  # each engagement has one
    found = {}
    for column, key in keys.items():
        field = known.get(camel_case(key))
        note = NOTE.get(column) or (field.definition if field else "")
        shown = column in ALWAYS or used[camel_case(key)] >= least
        found[column] = Column(column, note, column in NEEDED, lists.get(column, ()), field, shown)
    return found

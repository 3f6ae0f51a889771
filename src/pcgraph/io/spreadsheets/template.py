"""Writes the project's template as a workbook with drop-down lists."""

from __future__ import annotations

import io
from pathlib import Path

from pcgraph.io.spreadsheets.documents import camel_case
from pcgraph.io.spreadsheets.mapping import Rules
from pcgraph.io.spreadsheets.mapping import read as read_mapping
from pcgraph.io.spreadsheets.vocabulary import SCHEMES
from pcgraph.io.xlsx import CREATED, require_xlsxwriter
from pcgraph.model.namespaces import PCG, SKOS, V, local
from pcgraph.store import data_folder
from pcgraph.store.files import home, replacing
from pcgraph.store.project import Project, find
from pcgraph.validation.index import Lookup

ROWS = 1000  # number of rows with drop-down lists
NEEDED = ("label", "class", "status", "passage", "source address", "source title", "publisher", "first seen", "tier")
# Notes on the columns for which the ontology has no term.
NOTES = {
    "id": "Slug of the engagement. If empty, it is made from the label. Rows with the same id are one engagement.",
    "label": "Name of the engagement, in your own words.",
    "summary": "One sentence about it, in your own words.",
    "class": "What the engagement is.",
    "source slug": "Slug of the source. If empty, it is made from the address.",
    "passage": "Where the source says it: para 3, record 17.",
    "status date": "When the status was reached: 2025, 2025-09, 2025-09-03, a/b, [a..b].",
    "earlier status": "A status that was reached before, if the source reports it.",
    "earlier date": "When the earlier status was reached.",
}


def write(path: Path, data: Path | Project | None = None) -> Path:
    """Write the template.

    Parameters
    ----------
    path : Path
        An ``.xlsx`` file; replaced if it exists.
    data : Path or Project, optional
        Whose classes, sectors, kinds and other terms the drop-down lists offer; see `pcgraph.store.project.find`.

    Returns
    -------
    Path
        `path`. The same version of pcgraph writes the same bytes for the same terms.

    Raises
    ------
    InvalidInput
        If the data cannot be read, or the file cannot be written.
    UsageError
        If `xlsxwriter` is not installed.

    Examples
    --------
    >>> import tempfile
    >>> from pcgraph.io.spreadsheets import table
    >>> table.read(write(Path(tempfile.mkdtemp()) / "t.xlsx"), "engagements").header[:2]
    Traceback (most recent call last):
    ...
    pcgraph.errors.InvalidInput: ...t.xlsx: empty-table: only a header; expected at least one row; add one
    """
    require_xlsxwriter()
    import xlsxwriter

    lookup = Lookup(data_folder.read(find(data), home("ontology"), empty=True))
    rules = read_mapping("template", frozenset(map(local, lookup.ontology.roles)) - {"participant"})
    notes, lists = _columns(rules, lookup)
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        bold, text, need = (
            book.add_format(look)
            for look in ({"bold": True}, {"num_format": "@"}, {"bold": True, "bg_color": "#FFF2CC"})
        )
        sheet, about, codes = (book.add_worksheet(name) for name in ("engagements", "columns", "lists"))
        about.write_row(0, 0, ["column", "required", "content"], bold)
        for place, (name, note) in enumerate(notes.items()):
            sheet.write_string(0, place, name, need if name in NEEDED else bold)
            sheet.set_column(place, place, max(12, len(name) + 2), text)
            about.write_row(place + 1, 0, [name, "yes" if name in NEEDED else "", note])
        for place, (name, values) in enumerate(lists.items()):
            codes.write_column(0, place, [name, *values])
            column = list(notes).index(name)
            letters = xlsxwriter.utility.xl_col_to_name(place)
            rule = {
                "validate": "list",
                "source": f"=lists!${letters}$2:${letters}${len(values) + 1}",
                "error_type": "information" if name == "sector" else "stop",  # a cell may have several
                "error_message": "Choose a value from the list; the sheet lists has all of them.",
            }
            sheet.data_validation(1, column, ROWS, column, rule)
        sheet.freeze_panes(1, 0)
        about.set_column(0, 2, 24)
    with replacing(path) as temporary:
        temporary.write_bytes(content.getbuffer())
    return path


def _columns(rules: Rules, lookup: Lookup) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the meaning of each column, in the order of the mapping, and the lists of allowed values."""
    meant = {fact.subject: fact.value for fact in lookup.ontology_facts if fact.predicate == SKOS + "definition"}
    keys: dict[str, str] = {}
    for part in (rules.engagement, rules.roles, rules.source):
        for key, values in part.items():
            keys.setdefault(values[0].column, key)
        if part is rules.engagement:
            for step in reversed(rules.steps):
                keys.update({step.status[0].column: "status", step.date[0].column: "date"})
    lists = {
        column: sorted(local(iri) for iri, in_scheme in lookup.schemes.items() if in_scheme == V + SCHEMES[key])
        for column, key in keys.items()
        if key in SCHEMES
    }
    lists["class"] = sorted(map(local, lookup.subterms("Engagement")))
    lists["parties complete"] = ["no", "yes"]
    notes = {column: NOTES.get(column) or meant[PCG + camel_case(key)] for column, key in keys.items()}
    return notes, lists

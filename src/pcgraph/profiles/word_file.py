"""A briefing as a Word file, with the sentences, the first rows of each table and their footnotes, as on paper."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pcgraph.errors import missing_extra
from pcgraph.model import dates
from pcgraph.profiles.content import Ref, Row, Table, Text
from pcgraph.profiles.summary import WORDS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from pcgraph.profiles.briefing import Briefing

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CREATED = datetime(2000, 1, 1)
MARGIN, SIZE, SMALL, SMALLEST = 1.6, 9, 7.5, 7  # centimetres, points


def has_docx() -> bool:
    """Return whether the extra is installed."""
    return find_spec("docx") is not None


def require_docx() -> None:
    """Raise `UsageError` with a command that installs python-docx, if it is missing."""
    if not has_docx():
        raise missing_extra("docx", "python-docx")


def word_file(briefing: Briefing) -> bytes:
    """Return a briefing as the bytes of a Word file; the same briefing gives the same bytes."""
    require_docx()
    import docx
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document, profile = docx.Document(), briefing.profile
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size, style.paragraph_format.space_after = "Calibri", Pt(SIZE), Pt(2)
    about = document.core_properties
    about.title, about.author, about.comments = briefing.title, briefing.snapshot.project.title, ""
    about.created = about.modified = CREATED
    document.add_heading(briefing.title, 1)
    if briefing.labels:
        document.add_paragraph(" · ".join(label for _, label in briefing.labels))
    if briefing.about:
        document.add_paragraph(briefing.about)
    paragraph = document.add_paragraph()
    for row in profile.summary:
        _sentence(paragraph, briefing, row)
    if profile.progress:
        document.add_heading("Signed, done, open, silent", 2)
        counts = ", ".join(f"{count} {WORDS[state]}" for state, count in profile.progress.items())
        document.add_paragraph(f"{counts}.")
    for table in profile.tables:
        _table(document, briefing, table)
    if profile.first_notes:
        document.add_heading("Footnotes", 2)
        notes: Any = document.add_section(WD_SECTION.CONTINUOUS)
        notes._sectPr.xpath("./w:cols")[0].set(qn("w:num"), "2")  # python-docx has no name for columns
    for note in profile.notes[: profile.first_notes]:
        publisher = f"{briefing.name(note.publisher)[0]}, " if note.publisher else ""
        place = f", {note.place}" if note.place else ""
        text = f"{note.number}. {publisher}{dates.in_words(note.date)}, “{note.title}”{place} ({note.state})"
        _small(document.add_paragraph(text), SMALLEST)
    _small(document.add_paragraph(briefing.origin), SMALLEST)
    content = io.BytesIO()
    document.save(content)
    return _same_bytes(content)


def _text(briefing: Briefing, text: Text) -> str:
    """Return a text with the names of things; a mark stands in brackets."""
    return "".join(part if isinstance(part, str) else _named(briefing, part) for part in text)


def _named(briefing: Briefing, ref: Ref) -> str:
    return (ref.text or briefing.name(ref.iri)[0]) if ref.iri else f"({ref.text})"


def _notes(row: Row) -> str:
    more = f" +{row.more}" if row.more else ""
    return ", ".join(map(str, row.notes)) + more if row.notes else ""


def _sentence(paragraph: Paragraph, briefing: Briefing, row: Row) -> None:
    paragraph.add_run(_text(briefing, row.cells[0]))
    paragraph.add_run(_notes(row)).font.superscript = True
    paragraph.add_run(" ")


def _table(document: Document, briefing: Briefing, table: Table) -> None:
    document.add_heading(table.title, 2)
    if table.note:
        document.add_paragraph(table.note)
    drawn = document.add_table(1, len(table.heads), "Light List")
    for cell, head in zip(drawn.rows[0].cells, table.heads, strict=True):
        cell.text = head
    for row in table.rows[: table.first]:
        cells = drawn.add_row().cells
        for cell, text in zip(cells, row.cells, strict=True):
            cell.text = _text(briefing, text)
        cells[0].paragraphs[0].add_run(f" {_notes(row)}").font.superscript = True
    for line in drawn.rows:
        for cell in line.cells:
            _small(cell.paragraphs[0])
    if more := len(table.rows) - table.first + table.left_out if len(table.rows) > table.first else table.left_out:
        _small(document.add_paragraph(f"{more} more are not shown here."))


def _small(paragraph: Paragraph, size: float = SMALL) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(0)
    for run in paragraph.runs:
        run.font.size = Pt(size)


def _same_bytes(content: io.BytesIO) -> bytes:
    """Return a file in ZIP format without the time at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()

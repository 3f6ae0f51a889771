"""Tables for the tests of the importer: a good row for the tiny graph, what breaks it, and the line that says so."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from helpers import TINY
from pcgraph import api, validation
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.mapping import mapping
from pcgraph.model.namespaces import local
from pcgraph.store import data_folder, files

ROLES = frozenset(local(role) for role in api.load(TINY, build=None).ontology.roles) - {"participant"}
TEMPLATE: mapping.Rules = mapping.read("template", ROLES)
COLUMNS = sorted(TEMPLATE.columns)
GOOD = {
    "label": "Crane lease",
    "class": "Agreement",
    "kind": "contract",
    "status": "signed",
    "status date": "2025-02-01",
    "signatory": "Acme; Borealis",
    "source address": "https://tide.example/2025/crane-lease.html",
    "source title": "A lease of cranes",
    "publisher": "The Daily Tide",
    "source date": "2025-02-03",
    "first seen": "2025-03-01",
    "tier": "press",
    "passage": "para 2",
}
Row = Mapping[str, str]


def csv_text(*changes: Row, columns: list[str] = COLUMNS) -> str:
    """Write a table of good rows, each with its changes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**GOOD, **change} for change in changes)
    return out.getvalue()


def xlsx(
    path: Path, *changes: Row, **sheets: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]
) -> Path:
    """Write a workbook with a sheet of good rows and others; each of `sheets` fills one, given the name."""
    book = xlsxwriter.Workbook(str(path))
    if changes:
        sheet = book.add_worksheet("deals")
        for number, cells in enumerate(
            [dict(zip(COLUMNS, COLUMNS, strict=True)), *({**GOOD, **one} for one in changes)]
        ):
            for place, name in enumerate(COLUMNS):
                sheet.write_string(number, place, cells.get(name, ""))
    for name, fill in sheets.items():
        fill(book, book.add_worksheet(name))
    book.close()
    return path


def rezipped(path: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> Path:
    """Pack a workbook again with its parts changed; None drops one."""
    with zipfile.ZipFile(path) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in {**parts, **more}.items():
            if content is not None:
                new.writestr(name, content)
    return path


def contents(path: Path = Path("data")) -> dict[str, bytes]:
    return {each.as_posix(): each.read_bytes() for each in sorted(path.rglob("*")) if each.is_file()}


def deals(*rows: dict[str, str]) -> Path:
    Path("deals.csv").write_text(csv_text(*rows), encoding="utf-8")
    return Path("deals.csv")


def prepared(*rows: dict[str, str], **options: Any) -> spreadsheets.Import:
    return spreadsheets.prepare(deals(*rows), "template", data=Path("data"), **options)


def findings() -> list[str]:
    return [str(finding) for finding in validation.run(data_folder.read(Path("data"), files.home("ontology")))]


MANY = [
    {},
    {"id": "crane-contract", "label": "", "passage": "para 3-4", "signatory": "Acme; harbour-authority"},
    {
        "label": "Quay loan", "class": "Loan", "kind": "", "funder": "Borealis Shipping", "recipient": "unnamed",
        "signatory": "", "amount": "1500000.50", "currency": "USD", "starts": "2025-02-01", "ends": "2026-02/..",
        "expected": "2030", "sector": "ports; harbours", "place": "Vik", "passage": "para 5",
    },
    {
        "label": "Mooring course", "class": "training programme", "kind": "", "status": "under way", "status date": "",
        "earlier status": "planned", "earlier date": "2024-12", "signatory": "", "trainer": "Acme Pilots",
        "trainee": "unnamed", "quantity": "30", "counted": "people", "aim": 'Pilots who can "dock"',
        "source address": "https://digest.example/2", "source title": "Second wire", "source date": "2025",
        "publisher": "port-digest", "tier": "aggregator", "wire": "Sudland Wire", "said by": "Ida Holm",
    },
    {"label": "Lease of the pilots", "covers": "mooring-course", "during": "vik-forum", "parties complete": "no"},
]  # fmt: skip

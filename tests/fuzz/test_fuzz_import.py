"""Damaged spreadsheets and mappings: rows are taken whole or refused, and what is taken obeys every rule."""

from __future__ import annotations

import random
from pathlib import Path

from fuzz import damage
from fuzz.runner import fuzz
from helpers import TINY
from naughty import NAUGHTY
from pcgraph import validation
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.mapping.mapping import SHIPPED
from pcgraph.store import data_folder
from pcgraph.store import files as paths
from tables import COLUMNS, MANY, TEMPLATE, Row, csv_text, xlsx

CELLS = [
    *sorted({cell for row in MANY for cell in row.values()}),
    *NAUGHTY,
    "=1+1", "unnamed", "unnamed; unnamed", "; ;", "acme", "Acme; Acme", "id:acme", "2025-13", "2025/2024", "1e9", "NaN",
    "1e999999", "-1", "0.0000001", "Agreement", "Step", "yes", "crane-contract", "crane-contract.signed", "http://",
    "http://x/\u202ey", "https://tide.example/2025/crane-lease.html", "para 2", "a" * 3000, "٣", "\x0b", "para 1-2-3",
    "Vik", "signed", "cancelled", "USD", "usd", "people", "Q1", "ports",
]  # fmt: skip
TABLE = csv_text(*MANY)
MAPPINGS = [(SHIPPED / f"{name}.yml").read_text(encoding="utf-8") for name in ("template", "template", "aiddata-gcdf")]
SPARE = [
    *sorted({piece for text in MAPPINGS for piece in damage.PIECE.findall(text)}),
    *COLUMNS,
    "&a ", "*a", "<<: *a", "- ", "? ", "{", "}", "[", "]", "|\n", "!!python/object:os.system ", "---\n", "...\n",
    "{column: [a]}", "{text: '{label:x}'}", "{value: x, when: {label: x}}", "{column: label, lookup: {x: y}}", "[]",
    "{column: label, split: ''}", "inferred: maybe", ": ", "null", "[" * 2000,
]  # fmt: skip


def rows(rng: random.Random) -> list[Row]:
    found = [dict(row) for row in rng.sample(MANY, rng.randint(1, len(MANY)))]
    for _ in range(rng.randint(1, 4)):
        row, column = rng.choice(found), rng.choice(COLUMNS)
        row[column] = damage.text(rng, rng.choice(CELLS), CELLS) if rng.random() < 0.3 else rng.choice(CELLS)
    return found


def test_tables(tmp_path: Path) -> None:
    book, table = tmp_path / "deals.xlsx", tmp_path / "deals.csv"
    (tmp_path / "data").mkdir()

    def make(rng: random.Random) -> tuple[Path, bytes]:
        kind = rng.randrange(10)
        if kind < 5:
            return table, csv_text(*rows(rng)).encode(errors="surrogatepass")
        if kind < 7:
            return table, damage.text(rng, TABLE, CELLS).encode(errors="surrogatepass")
        content = xlsx(book, *(_fitting(row) for row in rows(rng))).read_bytes()
        return book, damage.bytes_(rng, content) if kind == 9 else content

    def run(case: tuple[Path, bytes]) -> None:
        path, content = case
        path.write_bytes(content)
        made = spreadsheets.prepare(path, "template", data=TINY, skip_bad=len(content) % 2 == 0)
        new = {name: text for name, text in made.files.items() if name.endswith(".ttl")}
        assert new
        for name, text in new.items():
            (tmp_path / Path(name).name).write_bytes(text)
            role = "source" if name.startswith("sources") else "register"
            data_folder.parse(tmp_path / Path(name).name, role)

    assert fuzz(make, run) > 1


def test_mappings(tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text(TABLE, encoding="utf-8")

    def make(rng: random.Random) -> bytes:
        good = rng.choice(MAPPINGS)
        if rng.random() < 0.1:
            return damage.bytes_(rng, good.encode())
        return damage.text(rng, good, SPARE).encode(errors="surrogatepass")

    def run(content: bytes) -> None:
        (tmp_path / "own.yml").write_bytes(content)
        spreadsheets.prepare(tmp_path / "deals.csv", str(tmp_path / "own.yml"), data=TINY)

    assert fuzz(make, run) > 1


def test_the_undamaged_table_is_taken(tmp_path: Path) -> None:
    """Else the fuzzers would only see refusals."""
    (tmp_path / "deals.csv").write_text(TABLE, encoding="utf-8")
    assert spreadsheets.prepare(tmp_path / "deals.csv", "template", data=TINY).rows == len(MANY)
    assert TEMPLATE.columns
    assert validation.codes(paths.home("ontology"))


def _fitting(row: Row) -> Row:
    """Cut cells to what a workbook can hold."""
    return {column: cell[:30_000] for column, cell in row.items()}

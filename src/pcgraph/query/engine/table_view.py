"""Render a table with a title and notes for terminals and notebooks; every text is escaped here."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pcgraph.model.text import visible


def rich_table(
    title: str, columns: Mapping[str, Mapping[str, Any]], rows: Iterable[Iterable[str]], notes: Iterable[str]
) -> Iterator[Any]:
    """Yield title, table and notes as objects of rich.

    >>> from rich.console import Console, Group
    >>> view = rich_table("Loans", {"name": {}, "sum": {"justify": "right"}}, [["Quay", "5"]], ["1 row"])
    >>> Console(width=20, no_color=True).print(Group(*view))
    Loans
    name  sum
    Quay    5
    1 row
    """
    from rich.table import Table
    from rich.text import Text

    if title:
        yield Text(visible(title), style="bold")
    table = Table(box=None, pad_edge=False)
    for name, options in columns.items():
        table.add_column(name, **options)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    yield table
    for note in notes:
        yield Text(visible(note), style="dim")


def html_rows(rows: Iterable[Iterable[str]], numbers: Collection[int] = ()) -> str:
    """Return rows of an HTML table; each text has its own writing direction, except in the columns of numbers.

    >>> html_rows([["1", "<b>"]], numbers=[0])
    '<tr><td>1</td><td><bdi>&lt;b&gt;</bdi></td></tr>'
    """
    out = ""
    for row in rows:
        cells = (
            html.escape(cell) if number in numbers else f"<bdi>{html.escape(cell)}</bdi>"
            for number, cell in enumerate(row)
        )
        out += f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    return out


def html_notes(notes: Iterable[str]) -> str:
    """Return notes as an HTML paragraph, one line each; empty notes are omitted."""
    return f"<p>{'<br>'.join(html.escape(visible(note)) for note in notes if note)}</p>"

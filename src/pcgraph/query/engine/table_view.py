"""Render a table with a title and notes for terminals and notebooks; every text is escaped here.

On a screen a table of up to `WHOLE` rows is whole, and of a longer one the first `HEAD` rows are shown.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from pcgraph.model.text import visible

WHOLE, HEAD = 20, 10
LEFT = ' style="text-align:left"'
WIDTH, LINES, NOTES, SHORT = 100, 12, 4, 16  # of a text: columns, rows of a whole table, notes, letters of a cut cell


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


def head(rows: int, whole: int = WHOLE) -> int:
    """Return how many of so many rows a screen shows.

    >>> head(20), head(21)
    (20, 10)
    """
    return rows if rows <= whole else HEAD


def more_rows(rows: int, whole: int = WHOLE) -> str:
    """Return the note on the rows that a screen does not show.

    >>> more_rows(12), more_rows(144)
    ('', '… 134 more rows')
    """
    return f"… {rows - HEAD} more rows" if rows > whole else ""


def screen(parts: Iterable[Any], more: str = "") -> str:
    """Return title, table and notes of `rich_table` as plain text for a screen: one line for each row and note.

    >>> print(screen(rich_table("Loans", {"name": {}}, [["Quay"]], ["a", "b", "c", "d", "e"]), "… 3 more rows"))
    Loans
    name
    Quay
    … 3 more rows
    a
    b
    c
    … 2 more notes
    """
    lines, notes = list[str](), list[str]()
    for part in parts:
        if hasattr(part, "columns"):
            lines, notes = [*notes, *_plain_table(part), *filter(None, [more])], []
        else:
            notes.append(part.plain)
    if len(notes) > NOTES:
        notes[NOTES - 1 :] = [f"… {len(notes) - NOTES + 1} more notes"]
    return "\n".join(map(one_line, [*lines, *notes]))


def whole(parts: Iterable[Any]) -> Iterator[str]:
    """Yield title, table and notes of `rich_table` as plain lines, which are as long as they need to be.

    rich takes ten times as long for a large table.

    >>> print(*whole(rich_table("Loans", {"name": {}, "sum": {"justify": "right"}}, [["Quay", "5"]], [])), sep=chr(10))
    Loans
    name  sum
    Quay    5
    """
    from rich.cells import cell_len

    for part in parts:
        if not hasattr(part, "columns"):
            yield from str(part).split("\n")
            continue
        columns, right = _cells(part)
        lines = [[cell.expandtabs().split("\n") for cell in column] for column in columns]
        widths = [max(cell_len(line) for cell in column for line in cell) for column in lines]
        for row in zip(*lines, strict=True):
            for line in zip_longest(*row, fillvalue=""):
                yield "  ".join(map(_padded, line, widths, right)).rstrip()


def _cells(table: Any) -> tuple[list[list[str]], list[bool]]:
    """Return the texts of each column of a table of rich, the head first, and which columns are numbers."""
    columns = [[str(cell) for cell in (column.header, *column.cells)] for column in table.columns]
    return columns, [column.justify == "right" for column in table.columns]


def _padded(cell: str, width: int, right: bool) -> str:
    from rich.cells import cell_len

    space = " " * (width - cell_len(cell))
    return space + cell if right else cell + space


def _plain_table(table: Any) -> list[str]:
    """Return a line for the heads and for each row. Numbers stay whole: texts are cut, or the last columns left out."""
    from rich.cells import cell_len, set_cell_size

    columns, right = _cells(table)
    widths = [max(map(cell_len, column)) for column in columns]
    cut = [at for at, width in enumerate(widths) if not right[at] and not table.columns[at].no_wrap and width > SHORT]
    left_out: list[str] = []

    def too_wide() -> int:
        return sum(widths) + 2 * (len(widths) - 1) - WIDTH

    while too_wide() - sum(widths[at] - SHORT for at in cut if at < len(widths)) > 0:
        widths.pop()
        left_out.insert(0, columns[len(widths)][0])
    while too_wide() > 0:
        widths[max((at for at in cut if at < len(widths)), key=widths.__getitem__)] -= 1
    lines = []
    for row in zip(*columns[: len(widths)], strict=True):
        cells = (
            f"{set_cell_size(cell, width - 1)}…" if cell_len(cell) > width else _padded(cell, width, number)
            for cell, width, number in zip(row, widths, right, strict=False)
        )
        lines.append("  ".join(cells))
    return [*lines, *([f"… more columns: {', '.join(left_out)}"] if left_out else [])]


def one_line(text: str) -> str:
    """Return a text that fits into a line of a screen."""
    text = " ".join(text.splitlines()).rstrip()
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def html_heads(names: Iterable[str], numbers: Collection[int] = (), about: Mapping[str, str] | None = None) -> str:
    """Return the heads of an HTML table, over `html_rows`. `about` says what columns mean.

    >>> html_heads(["label", "sum"], [1])
    '<tr><th style="text-align:left">label</th><th>sum</th></tr>'
    """
    out = ""
    for number, name in enumerate(names):
        meaning = html.escape(str((about or {}).get(name, "")), quote=True)
        title = f' title="{meaning}"' if meaning else ""
        out += f"<th{title}{'' if number in numbers else LEFT}>{html.escape(name)}</th>"
    return f"<tr>{out}</tr>"


def html_rows(rows: Iterable[Iterable[str]], numbers: Collection[int] = ()) -> str:
    """Return rows of an HTML table; each text has its own writing direction, except in the columns of numbers.

    Jupyter aligns cells to the right, so texts say that they are not.

    >>> html_rows([["1", "<b>"]], numbers=[0])
    '<tr><td>1</td><td style="text-align:left"><bdi>&lt;b&gt;</bdi></td></tr>'
    """
    out = ""
    for row in rows:
        cells = (
            f"<td>{html.escape(cell)}</td>" if number in numbers else f"<td{LEFT}><bdi>{html.escape(cell)}</bdi></td>"
            for number, cell in enumerate(row)
        )
        out += f"<tr>{''.join(cells)}</tr>"
    return out


def html_notes(notes: Iterable[str]) -> str:
    """Return notes as an HTML paragraph, one line each; empty notes are omitted."""
    return f"<p>{'<br>'.join(html.escape(visible(note)) for note in notes if note)}</p>"

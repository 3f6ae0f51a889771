"""The formats of answers: which suffix stands for which, how a command chooses one, and a table in each of them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.cli.option import option
from pcgraph.errors import UsageError, nearest
from pcgraph.model.text import visible

if TYPE_CHECKING:
    import polars as pl

SUFFIXES = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".svg": "svg",
    ".html": "html",
    ".htm": "html",
}
TABULAR = ("table", "csv", "tsv", "json", "md", "parquet", "xlsx")
GRAPHS = ("turtle", "ntriples")
TEXTUAL = ("text", "json", "md")
FOR_PEOPLE = ("table", "text")  # `text` is the name where there is no table; each is taken for the other
BINARY = ("parquet", "xlsx")


def format_option(offered: Sequence[str]) -> Any:
    """Return the option ``--format`` of a command that writes the formats `offered`."""
    names = ", ".join(offered)
    return option("--format -f NAME", f"{names}; default: by the suffix of -o.")


def choose(wanted: str | None, output: str | None, offered: Sequence[str], as_json: bool = False) -> str:
    """Return the format to write.

    An explicit format wins over the suffix of the file. A file without a suffix gets the first of `offered`.

    >>> choose(None, "ties.xlsx", TABULAR), choose("ttl", None, GRAPHS), choose("table", None, TEXTUAL)
    ('xlsx', 'turtle', 'text')
    """
    suffix = Path(output or "").suffix
    if wanted is not None:
        found = _offered(SUFFIXES.get(f".{wanted.lower()}", wanted.lower()), offered)
        if found is None:
            near = nearest(wanted, offered, listed=True)
            raise UsageError(f"--format {wanted}: unknown; expected one of {', '.join(offered)}; {near}")
        if as_json and found != "json":
            raise UsageError(f"--json and --format {wanted}: both were used; expected one of them; remove the other")
    elif as_json:
        found = "json"
    elif suffix:
        found = _offered(SUFFIXES.get(suffix.lower(), ""), offered)
        if found is None:
            known = {name: known for known, name in reversed(SUFFIXES.items()) if _offered(name, offered)}
            raise UsageError(
                f"-o {output}: cannot write {suffix} files; expected {', '.join(reversed(known.values()))}; "
                + ("rename it or add --format" if len(offered) > 1 else "rename it")
            )
    else:
        found = offered[0]
    if found in BINARY and output in (None, "-") and sys.stdout.isatty():
        raise UsageError(f"--format {found}: not possible in a terminal; expected a file; add -o FILE")
    if found == "xlsx":  # before the answer is computed
        from pcgraph.export.xlsx import require_xlsxwriter

        require_xlsxwriter()
    return found


def _offered(name: str, offered: Sequence[str]) -> str | None:
    if name in FOR_PEOPLE:
        return next((each for each in offered if each in FOR_PEOPLE), None)
    return name if name in offered else None


def frame_as(format: str, frame: pl.DataFrame) -> str | bytes:
    """Return a frame in one of the formats `TABULAR` except ``table``.

    JSON and Markdown have short IRIs, the others full ones. In text formats a list is joined by spaces.

    >>> import polars as pl
    >>> print(frame_as("csv", pl.DataFrame({"sources": [["a", "b"]], "n": [5]})), end="")
    sources,n
    a b,5
    """
    if format == "json":
        return as_json_text(frame.to_dicts())
    if format == "xlsx":
        from pcgraph.export.xlsx import workbook

        return workbook(frame)
    if format == "parquet":
        content = io.BytesIO()
        frame.write_parquet(content)
        return content.getvalue()
    if format == "md":
        return _markdown(frame)
    import polars as pl

    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    flat = frame.with_columns(pl.col(lists).cast(pl.List(pl.String)).list.join(" "))
    return flat.write_csv(separator="\t" if format == "tsv" else ",")


def _markdown(frame: pl.DataFrame) -> str:
    from pcgraph.model.namespaces import compact
    from pcgraph.model.text import markdown

    def cell(value: Any) -> str:
        if isinstance(value, list):
            return " ".join(map(cell, value))
        return "" if value is None else markdown(compact(str(value)))

    lines = [frame.columns, ["---"] * frame.width, *([cell(value) for value in row] for row in frame.iter_rows())]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def as_json_text(thing: Any) -> str:
    """Return plain data as JSON, with short IRIs."""
    from pcgraph.model.namespaces import compact_all

    # `visible` writes escapes, which mean the same in JSON
    return visible(json.dumps(compact_all(thing), ensure_ascii=False, indent=1, default=str)) + "\n"

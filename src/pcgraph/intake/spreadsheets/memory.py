"""Says how much memory an import needs, and refuses one for which this machine has too little."""

from __future__ import annotations

import os
from pathlib import Path

from pcgraph.errors import InvalidInput
from pcgraph.intake.errors import BadInput
from pcgraph.intake.spreadsheets.readers.table import count_rows
from pcgraph.store.files import shown

BASE, ROW = 200 << 20, 48 << 10  # bytes of a small project, and of a row of seven cells
MANY_ROWS = 10_000  # from here on, the command says what an import needs


def needed(rows: int) -> int:
    """Return about how many bytes of memory an import of some rows needs."""
    return BASE + rows * ROW


def check(file: Path) -> None:
    """Raise if a table has more rows than fit into the memory of this machine."""
    rows, here = count_rows(file), _memory()
    if here is not None and needed(rows) > here and rows > MANY_ROWS:
        most = max(MANY_ROWS, (here - BASE) // ROW)
        what = f"{rows:,} rows need about {gigabytes(needed(rows))}, and this machine has {gigabytes(here)}"
        broken = BadInput("too-many-rows", what, f"expected at most {most:,} rows", "split the table into several")
        raise InvalidInput(str(broken.locate(shown(file))))


def gigabytes(size: int) -> str:
    """Return a size in words.

    >>> gigabytes(3 << 29)
    '1.5 GiB of memory'
    """
    return f"{size / (1 << 30):,.1f} GiB of memory"


def _memory() -> int | None:
    """Return the memory that this process may use, in bytes; None where the system does not say."""
    try:
        found = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        import resource
    except (AttributeError, ValueError, OSError, ImportError):  # not on Windows
        return None
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return found if most == resource.RLIM_INFINITY else min(found, most)

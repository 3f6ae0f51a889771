"""What a terminal gets besides the data: notes, colours and progress, and the options that turn them off."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO, TextIOWrapper
from typing import TYPE_CHECKING, Annotated

from pcgraph.cli.option import option
from pcgraph.errors import LimitError
from pcgraph.model.text import visible

if TYPE_CHECKING:
    from rich.console import Console

LEAST_MEMORY = 2_000_000  # kilobytes; a query of the shipped graph reserves 1.6 million on two cores

Quiet = Annotated[bool, option("-q --quiet", "Print no notes on stderr, only errors.")]
NoColor = Annotated[bool, option("--no-color", "Print without colours, as the variable NO_COLOR does.")]


@dataclass
class Settings:
    """What the options of the running command say, which `top` of the command line sets anew, and what is shown."""

    quiet: bool = False
    no_color: bool = False
    status_shown: bool = False  # a line of `working` is on the terminal


settings = Settings()


def open_closed_streams() -> None:
    """Open the streams that are closed, as with ``<&-``; a file that is opened later would get their numbers.

    Input is then empty, every write to stdout is an error of the system, and what goes to stderr is lost.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)  # it gets the lowest free number
            os.set_inheritable(number, True)  # to other processes that this one starts
            stream = TextIOWrapper(FileIO(number, mode), encoding="utf-8", write_through=True)
            setattr(sys, name, stream)


def note(text: object) -> None:
    """Write a line to stderr, unless ``--quiet``, with control characters made visible."""
    if not settings.quiet:
        report_error(text)


def report_error(text: object) -> None:
    """Write a line to stderr, with control characters made visible (`pcgraph.model.text.visible`)."""
    _erase_status()
    print(visible(str(text)), file=sys.stderr)


def is_interactive() -> bool:
    """Return whether somebody looks at stderr and wants to see progress."""
    return sys.stderr.isatty() and not settings.quiet


def console(stderr: bool = False) -> Console:
    """Return a rich console for stdout or stderr; without colours it has no styles either."""
    from rich.console import Console

    plain = settings.no_color or bool(os.environ.get("NO_COLOR"))
    return Console(stderr=stderr, color_system=None if plain else "auto")


def check_memory() -> None:
    """Raise if a limit of the system leaves less memory than the libraries reserve.

    They would end the process with a backtrace, or wait for ever, wherever memory happens to end.
    """
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit != resource.RLIM_INFINITY and limit // 1024 < LEAST_MEMORY:
        raise LimitError(
            f"memory: {limit // 1024:,} kB are allowed; expected at least {LEAST_MEMORY:,} kB of address space; "
            f"raise the limit with  ulimit -v {LEAST_MEMORY}"
        )


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], object] | None]:
    """Yield a function that takes (done, total) and shows a progress bar; None without a terminal."""
    if not is_interactive():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None, visible=False)
        yield lambda done, total: shown.update(task, completed=done, total=total, visible=True)


@contextmanager
def working(what: str, after: float = 1.0) -> Iterator[None]:
    """Say on a terminal what is going on, once it has taken `after` seconds; the line is erased at the end.

    It is one line and no moving picture: a query may fork, and no other thread may hold a lock then.
    """
    if not is_interactive():
        yield
        return
    from threading import Timer

    timer = Timer(after, _show_status, [f"{what} …"])
    timer.daemon = True  # it must not keep a program alive that has ended
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        _erase_status()


def _show_status(text: str) -> None:
    settings.status_shown = True
    sys.stderr.write(visible(text))
    sys.stderr.flush()


def _erase_status() -> None:
    if settings.status_shown:
        settings.status_shown = False
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

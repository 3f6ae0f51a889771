"""What the verbs share: options, and ways to print. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph

Data = Annotated[Optional[Path], typer.Option("--data", metavar="DIR", help="Data folder; default the one shipped.")]
AsOf = Annotated[
    Optional[str],
    typer.Option("--as-of", metavar="DATE", help="Leave out sources known only after this day (YYYY-MM-DD)."),
]
Only = Annotated[
    Optional[list[str]], typer.Option("--only", metavar="SLUG", help="Use this source only; may be repeated.")
]
Without = Annotated[
    Optional[list[str]], typer.Option("--without", metavar="SLUG", help="Leave this source out; may be repeated.")
]
WithoutVoice = Annotated[
    Optional[list[str]],
    typer.Option("--without-voice", metavar="SLUG", help="Leave this source and every copy of its text out."),
]
Output = Annotated[
    Optional[str], typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout; '-' is stdout.")
]
Texts = Annotated[Optional[Path], typer.Option("--texts", metavar="DIR", help="Folder of source texts, <slug>.txt.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def note(text: str) -> None:
    """Say something to the person, not to the pipe."""
    print(text, file=sys.stderr)


def load(
    data: Path | None, as_of: str | None, only: list[str] | None, without: list[str] | None, voice: list[str] | None
) -> KnowledgeGraph:
    """Load in the scope of the options, and name what it leaves out."""
    from pcgraph.api import load

    kg = load(data, as_of=as_of, only=only or (), without=without or (), without_voice=voice or ())
    for slug, reason in kg.left_out[:10]:
        note(f"left out: {slug} ({reason})")
    if len(kg.left_out) > 10:
        note(f"left out: {len(kg.left_out) - 10} more sources")
    return kg


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], object] | None]:
    """Give a function that is told (done, in all) and shows it with the time left; None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None, visible=False)
        yield lambda done, total: shown.update(task, completed=done, total=total, visible=True)


def write(text: str | bytes, output: str | None) -> None:
    """Write to stdout, or to a file all or nothing."""
    content = text.encode() if isinstance(text, str) else text
    if output in (None, "-"):
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    from pcgraph.paths import replacing

    with replacing(Path(str(output))) as temporary:
        temporary.write_bytes(content)


def show_rich(thing: Any, output: str | None = None) -> None:
    """Show a rich object; without a terminal, as plain text that never wraps."""
    import io

    from rich.console import Console

    terminal = sys.stdout.isatty() and output in (None, "-")
    if terminal:
        Console().print(thing)
        return
    text = io.StringIO()
    Console(file=text, width=10_000, color_system=None).print(thing)
    write("".join(line.rstrip() + "\n" for line in text.getvalue().splitlines()), output)


def as_json_text(thing: Any) -> str:
    """Write plain data as JSON, with short IRIs."""
    from pcgraph.terms import compact

    def short(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: short(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [short(item) for item in value]
        return compact(value) if isinstance(value, str) else value

    return json.dumps(short(thing), ensure_ascii=False, indent=1, default=str) + "\n"

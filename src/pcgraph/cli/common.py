"""What the verbs share: options, and ways to print. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from pcgraph.escape import visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from pcgraph.api import KnowledgeGraph

Data = Annotated[
    Optional[Path],
    typer.Option("--data", metavar="PATH", help="Data folder or file of quads; default the one shipped."),
]
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


def note(text: object) -> None:
    """Write a line for a person to stderr; see `pcgraph.escape.visible`."""
    print(visible(str(text)), file=sys.stderr)


def say(text: object) -> None:
    """Write a line for a person to stdout; see `pcgraph.escape.visible`. For data there is `write`."""
    write(visible(str(text)) + "\n", None)


@dataclass(frozen=True)
class Reads:
    """What a verb reads: a data folder, and which of its sources. The options of every verb that is `scoped`."""

    data: Data = None
    as_of: AsOf = None
    only: Only = None
    without: Without = None
    without_voice: WithoutVoice = None

    @property
    def options(self) -> list[str]:
        """Name the options that were given, such as ``--as-of``."""
        return [f"--{field.name.replace('_', '-')}" for field in fields(self) if getattr(self, field.name)]

    def load(self) -> KnowledgeGraph:
        """Load it, and name what is left out."""
        from pcgraph.api import load

        kg = load(
            self.data,
            as_of=self.as_of,
            only=self.only or (),
            without=self.without or (),
            without_voice=self.without_voice or (),
        )
        for slug, reason in kg.left_out[:10]:
            note(f"left out: {slug} ({reason})")
        if len(kg.left_out) > 10:
            note(f"left out: {len(kg.left_out) - 10} more sources")
        return kg


def scoped(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb that takes `reads`, its last argument, the options of `Reads` in its place."""
    own, options = (list(signature(what, eval_str=True).parameters.values()) for what in (verb, Reads))

    @wraps(verb)
    def called(**given: Any) -> None:
        reads = Reads(**{option.name: given.pop(option.name) for option in options})
        verb(**given, reads=reads)

    called.__signature__ = Signature([*own[:-1], *options])  # type: ignore[attr-defined]
    called.__annotations__ = {option.name: option.annotation for option in [*own[:-1], *options]}
    return called


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


class Visible:
    """A rich object that is rendered without anything in its texts that a terminal would obey."""

    def __init__(self, thing: Any) -> None:
        self._thing = thing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render it, and show what is hidden in its texts."""
        from rich.segment import Segment

        for text, style, control in console.render(self._thing, options):
            yield Segment(text if control else visible(text), style, control)


def show_rich(thing: Any, output: str | None = None) -> None:
    """Show a rich object; without a terminal, as plain text that never wraps."""
    import io

    from rich.console import Console

    thing = Visible(thing)
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

    # an escape means the same in JSON
    return visible(json.dumps(short(thing), ensure_ascii=False, indent=1, default=str)) + "\n"

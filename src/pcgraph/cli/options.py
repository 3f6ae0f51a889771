"""What the commands share: options, and functions to print. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.cli import completion, formats
from pcgraph.cli.option import option
from pcgraph.cli.terminal import NoColor, Quiet, check_memory, console, note, settings
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import counted, visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from pcgraph.api import KnowledgeGraph
    from pcgraph.query.engine.result import Result
    from pcgraph.store.data_folder import Inputs
    from pcgraph.store.project import Project

Data = Annotated[Path | None, option("--data PATH", "Project folder, data folder or file of quads.")]
AsOf = Annotated[
    str | None,
    option(
        "--as-of DATE", "Leave out sources that became known after this day (YYYY-MM-DD) or after this month or year."
    ),
]
Only = Annotated[
    list[str] | None,
    option("--only SOURCE", "Use this source only; may be repeated.", autocompletion=completion.sources),
]
Without = Annotated[
    list[str] | None,
    option("--without SOURCE", "Leave this source out; may be repeated.", autocompletion=completion.sources),
]
WithoutVoice = Annotated[
    list[str] | None,
    option(
        "--without-voice SOURCE",
        "Leave out this source and every copy of its text; may be repeated.",
        autocompletion=completion.sources,
    ),
]
Undated = Annotated[
    str | None,
    option("--undated omit|estimate", "With --as-of: estimate the days of undated sources from their steps."),
]
Proved = Annotated[bool, option("--proved", "Use only facts whose passages were found in the text of their source.")]
Profile = Annotated[
    str | None, option("--profile NAME", "Also use the words of another vocabulary: prov, org or schema.")
]
Params = Annotated[
    list[str] | None,
    option("--param -p NAME=VALUE", "Value of a parameter; may be repeated.", autocompletion=completion.parameters),
]
Output = Annotated[str | None, option("-o --output FILE", "Write to this file instead of stdout; '-' is stdout.")]
Texts = Annotated[
    Path | None, option("--texts DIR", "Folder of source texts, <slug>.txt; default: that of the project.")
]
LISTED = 5  # sources that are named when they are left out
AsJson = Annotated[bool, option("--json", "Print JSON.")]

SPEC = {each.name: each for each in fields(NetworkSpec)}
COMPLETIONS = {"relations": completion.relations, "status": completion.statuses, "sector": completion.sectors,
               "country": completion.countries}  # fmt: skip


def spec_option(name: str) -> Any:
    """Return the option for a field of `NetworkSpec`."""
    flag = "relation" if name == "relations" else name.replace("_", "-")
    words = f" /--no-{flag}" if SPEC[name].default is True else f"--{flag}"
    return typer.Option(words, **SPEC[name].metadata, autocompletion=COMPLETIONS.get(name))


Joined = Annotated[bool, spec_option("joined")]
Stale = Annotated[bool, spec_option("stale")]


def _parameter(name: str) -> Parameter:
    """Return the parameter of a command for a field of `NetworkSpec`."""
    default, type_ = SPEC[name].default, str(SPEC[name].type)
    typed = {"tuple[str, ...]": list[str], "date | None": str | None, "bool": bool}.get(type_, str)
    annotation = Annotated[typed, spec_option(name)]  # type: ignore[valid-type]
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)


def chosen_project(data: Path | None) -> Project:
    """Return the project of ``--data`` or of the current folder, with a note if data in this folder are not used."""
    from pcgraph.store.project import find, unused_data

    project = find(data)
    if data is None and (text := unused_data(project)):
        note(text)
    return project


def own_project(data: Path | None, command: str) -> Project:
    """Return the chosen project; raise if it is the shipped graph, which cannot be changed."""
    project = chosen_project(data)
    if project.bundled:
        what = f"{command}: the shipped graph cannot be changed"
        raise UsageError(f"{what}; expected a project of your own; make one with  pcgraph init")
    return project


def read_inputs(project: Project) -> Inputs:
    """Return the files of a project, of a file of quads too."""
    from pcgraph.belief import materialise
    from pcgraph.store.files import home

    return materialise.read(project, home("ontology"))


def chosen_texts(given: Path | None, project: Project) -> Path | None:
    """Return the folder of ``--texts`` or that of the project, with a note if the latter is not there."""
    if given is None and project.texts is not None and not project.texts.is_dir():
        note(f"no texts: the folder {project.texts} of pcgraph.toml is not there; no passage is compared with its text")
        return None
    if given is not None and not given.is_dir():
        raise InvalidInput(f"{given}: not a folder; expected a folder of <slug>.txt files; correct --texts")
    return given or project.texts


def say(text: object) -> None:
    """Write a line to stdout, with control characters made visible. For data use `write`."""
    write(visible(str(text)) + "\n", None)


def say_json(thing: object, default: Callable[[Any], Any] | None = None) -> None:
    """Write plain data as JSON to stdout."""
    say(json.dumps(thing, ensure_ascii=False, indent=1, default=default))


def first_of(rows: Sequence[Any], most: int, rest: str) -> Iterator[str]:
    """Yield the first rows as text, and how many others there are: "… and 3 more", followed by `rest`."""
    yield from map(str, rows[:most])
    if len(rows) > most:
        yield f"… and {len(rows) - most} more{rest}"


@contextmanager
def without_warnings() -> Iterator[None]:
    """Hide the warnings of `pcgraph.load`, which `note_left_out` prints as notes."""
    import warnings

    from pcgraph.errors import PcgraphWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PcgraphWarning)
        yield


def note_left_out(kg: KnowledgeGraph, where: str = "") -> None:
    """Report the sources that a graph leaves out: first the undated ones as one line with the option that keeps them.

    `where` tells one of several graphs from the others, such as " of 2025-06-01".
    """
    from pcgraph.model.scope import FIRST_SEEN, UNPROVED, undated_left_out

    if missing := undated_left_out(kg.left_out, "--undated estimate"):
        note(f"left out{where}: {missing}")
    unproved = sum(reason == UNPROVED for _, reason in kg.left_out)
    if unproved:
        note(f"left out{where}: {counted(unproved, 'source')} without a proved fact")
    others = [(slug, reason) for slug, reason in kg.left_out if not reason.startswith((FIRST_SEEN, UNPROVED))]
    for slug, reason in others[:LISTED]:
        note(f"left out{where}: {slug} ({reason})")
    if len(others) > LISTED:
        note(f"left out{where}: {counted(len(others) - LISTED, 'more source')}")


@dataclass(frozen=True)
class ScopeOptions:
    """The options of every command that loads the graph: the data to read, and which of its sources."""

    data: Data = None
    as_of: AsOf = None
    only: Only = None
    without: Without = None
    without_voice: WithoutVoice = None
    undated: Undated = None
    proved: Proved = False

    @property
    def options(self) -> list[str]:
        """Return the names of the options that were used, such as ``--as-of``."""
        return [f"--{field.name.replace('_', '-')}" for field in fields(self) if getattr(self, field.name)]

    def load(self) -> KnowledgeGraph:
        """Return the graph, and report the sources that are left out."""
        from pcgraph.api import load

        project = chosen_project(self.data)
        with without_warnings():
            kg = load(
                project,
                as_of=self.as_of,
                only=self.only or (),
                without=self.without or (),
                without_voice=self.without_voice or (),
                undated=self.undated or "omit",
                proved=self.proved,
            )
        note_left_out(kg)
        return kg


class NetworkOptions(dict[str, Any]):
    """The options that choose a network: the arguments of `pcgraph.KnowledgeGraph.network`."""

    __signature__ = Signature([_parameter(name) for name in sorted(SPEC, key=lambda name: name != "relations")])


def as_command(function: Callable[..., None]) -> Callable[..., None]:
    """Return a function as a command, in which the options of `scope` and `network` stand in place of these."""
    own = signature(function, eval_str=True).parameters.values()
    bundles = {each.name: each.annotation for each in own if each.annotation in (NetworkOptions, ScopeOptions)}
    options = {name: list(signature(what, eval_str=True).parameters.values()) for name, what in bundles.items()}
    whole = [*(each for each in own if each.name not in bundles), *chain(*options.values())]
    for name, kind in (("quiet", Quiet), ("no_color", NoColor)):  # so that they may also stand after the verb
        whole.append(Parameter(name, Parameter.KEYWORD_ONLY, default=False, annotation=kind))

    @wraps(function)
    def called(quiet: bool, no_color: bool, **given: Any) -> None:
        from pcgraph.model.naming import reports_to

        settings.quiet |= quiet
        settings.no_color |= no_color
        check_memory()
        bundled = {
            name: what(**{option.name: given.pop(option.name) for option in options[name]})
            for name, what in bundles.items()
        }
        with reports_to(note):
            function(**given, **bundled)

    whole = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in whole]
    called.__signature__ = Signature(whole)  # type: ignore[attr-defined]
    called.__annotations__ = {option.name: option.annotation for option in whole}
    return called


def write(text: str | bytes, output: str | None) -> None:
    """Write to stdout, or to a file, all or nothing."""
    content = text.encode() if isinstance(text, str) else text
    if output in (None, "-"):
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    from pcgraph.store.files import replacing

    with replacing(Path(str(output))) as temporary:
        temporary.write_bytes(content)


class Visible:
    """A rich object whose texts are rendered with control characters made visible."""

    def __init__(self, thing: Any) -> None:
        self._thing = thing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render the object with control characters made visible."""
        from rich.segment import Segment

        for text, style, control in console.render(self._thing, options):
            yield Segment(text if control else visible(text), style, control)


def show_rich(thing: Any, output: str | None = None) -> None:
    """Print a rich object; without a terminal, as plain text that never wraps."""
    if sys.stdout.isatty() and output in (None, "-"):
        console().print(Visible(thing))
        return
    from pcgraph.query.engine.table_view import whole

    write("".join(f"{visible(line)}\n" for line in whole(thing.__rich_console__(None, None))), output)


def write_result(result: Result, format: str, output: str | None) -> None:
    """Write the answer to a query in one of the formats of `pcgraph.cli.formats`."""
    if format in formats.GRAPHS and not result.graph:
        raise UsageError(
            f"--format {format}: only for CONSTRUCT queries; expected {', '.join(formats.TABULAR)}; choose one"
        )
    if format == "table" and not result.graph:
        show_rich(result, output)
    elif format in formats.BINARY:
        write(formats.frame_as(format, result.to_polars()), output)
    else:
        write(result.serialize("turtle" if format == "table" else format), output)
        if result.graph and not len(result):
            note("0 triples")

"""The command line: its commands, and how an error becomes one line and an exit code."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from pcgraph.cli import mistakes
from pcgraph.cli.intake import evidence
from pcgraph.cli.intake.curate import curate
from pcgraph.cli.intake.draft import draft
from pcgraph.cli.intake.import_ import import_
from pcgraph.cli.intake.init import init
from pcgraph.cli.intake.reconcile import reconcile
from pcgraph.cli.intake.score import score
from pcgraph.cli.make import maintain
from pcgraph.cli.make.brief import brief
from pcgraph.cli.make.export import export, fmt
from pcgraph.cli.option import option
from pcgraph.cli.options import as_command, say
from pcgraph.cli.publish import servers
from pcgraph.cli.publish.mcp import mcp
from pcgraph.cli.read import commands
from pcgraph.cli.read.ask import ask
from pcgraph.cli.read.cite_answer import cite_answer
from pcgraph.cli.read.diff import diff
from pcgraph.cli.read.find import find
from pcgraph.cli.terminal import (
    NoColor,
    Quiet,
    note,
    open_closed_streams,
    report_error,
    settings,
)
from pcgraph.errors import LimitError, PcgraphError, PcgraphWarning

app = typer.Typer(
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich would double the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A knowledge graph of partnerships: who signs, funds, trains, builds or only talks with whom, "
    "and which passage of which source says so.",
)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[bool, option("--version", "Print the version and exit.")] = False,
    debug: Annotated[bool, option("--debug", "Show the traceback of an error.")] = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Handle the options of the program itself; `main` reads `--debug`."""
    del debug
    settings.quiet, settings.no_color = quiet, no_color
    if version:
        from pcgraph.version import __version__

        say(__version__)
    elif context.invoked_subcommand is None:
        say(context.get_help())


for command in (
    init,
    maintain.build,
    maintain.check,
    maintain.cite,
    evidence.capture,
    evidence.verify,
    commands.query,
    ask,
    cite_answer,
    curate,
    commands.rank,
    commands.show,
    commands.why,
    find,
    diff,
    brief,
    export,
    fmt,
    draft,
    reconcile,
    score,
    servers.push,
    servers.serve,
    servers.site,
    servers.fair,
    mcp,
):
    app.command()(as_command(command))
app.command("map")(as_command(commands.draw))
app.command("import")(as_command(import_))


@contextmanager
def _warnings_as_notes() -> Iterator[None]:
    """Print a `PcgraphWarning` as one line, without the place in the code."""
    with warnings.catch_warnings():
        usual = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
            if issubclass(category, PcgraphWarning):
                note(message)
            else:
                usual(message, category, *place, **more)

        warnings.showwarning = show
        warnings.simplefilter("always", PcgraphWarning)
        yield


def main() -> None:
    """Run the command line; report every error as one line and an exit code."""
    debug = "--debug" in sys.argv
    # Let polars return freed memory soon. This is a choice for a whole process, so the library does not make it.
    os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10,muzzy_decay_ms:0,narenas:1")
    open_closed_streams()
    try:
        with _warnings_as_notes():
            code = app(standalone_mode=False)  # the exit code of typer.Exit, else what the command returned
    except PcgraphError as error:
        if debug:
            raise
        report_error(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        report_error("stopped; existing files are unchanged or completely replaced")
        sys.exit(130)
    except MemoryError:
        report_error(str(LimitError("out of memory; expected a smaller question or more memory; ask for less")))
        sys.exit(5)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if debug:
            raise
        from pcgraph.store.files import reason

        where = error.filename or "stdout"  # files that are read or written have errors of their own
        report_error(
            f"{where}: cannot be used ({reason(error)}); expected a place that can be read and written; give another"
        )
        sys.exit(3)
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":  # of the engine
            raise
        _other_error(error, debug)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _other_error(error: BaseException, debug: bool) -> None:
    """Report a wrong call, or a bug of the program, and exit."""
    if isinstance(error, typer.Abort):
        report_error("stopped; nothing was written")
        sys.exit(130)
    if debug:
        raise error
    if hasattr(error, "format_message"):  # a usage error of the argument parser
        report_error(mistakes.describe(error))
        sys.exit(2)
    what = f"{type(error).__name__}: {error}"
    report_error(
        f"pcgraph: internal error ({what}); expected none; run the same command with pcgraph --debug and report it"
    )
    sys.exit(1)

"""The command line: which verbs there are, and how errors become one line and an exit code."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pcgraph.cli import comparing, files, intake, making, reading, serving
from pcgraph.cli.common import note, say
from pcgraph.errors import LimitError, PcgraphError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich doubles the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    help="A knowledge graph of partnerships: who signs, funds, trains, builds or only talks with whom, "
    "and which passage says so.",
)


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Options of the program itself; `main` reads `--debug`."""
    del debug
    if version:
        from pcgraph.version import __version__

        say(__version__)
        raise typer.Exit


for verb in (
    making.build,
    making.check,
    making.cite,
    reading.query,
    reading.rank,
    reading.show,
    reading.why,
    comparing.diff,
    files.export,
    files.fmt,
    serving.push,
    serving.serve,
):
    app.command()(verb)
app.command("map")(reading.draw)
app.command("import")(intake.import_)


def main() -> None:
    """Run the command line; turn every error into one line and an exit code."""
    debug = "--debug" in sys.argv
    try:
        code = app(standalone_mode=False)  # the exit code of typer.Exit, else what the verb returned
    except PcgraphError as error:
        if debug:
            raise
        note(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        note("stopped; what stood there stands, or is replaced whole")
        sys.exit(130)
    except MemoryError:
        note(str(LimitError("out of memory; expected a smaller question or more memory; narrow it")))
        sys.exit(5)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if debug:
            raise
        from pcgraph.paths import reason

        where = error.filename or "stdout"  # files that are read or written have errors of their own
        note(f"{where}: cannot be used ({reason(error)}); expected a place that can be read and written; give another")
        sys.exit(3)
    except Exception as error:
        _other_error(error, debug)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _other_error(error: Exception, debug: bool) -> None:
    """Say what was wrong with the call, or that the program is at fault."""
    if isinstance(error, typer.Abort):
        note("stopped; nothing was written")
        sys.exit(130)
    if debug:
        raise error
    if hasattr(error, "format_message"):  # a usage error of the argument parser
        command = getattr(getattr(error, "ctx", None), "command_path", "pcgraph")
        note(f"{command}: {error.format_message().rstrip('.')}; expected as {command} --help says; mend the call")
        sys.exit(2)
    what = f"{type(error).__name__}: {error}"
    note(f"pcgraph: internal fault ({what}); expected none; run pcgraph --debug with the same words and report it")
    sys.exit(1)

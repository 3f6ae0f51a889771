"""The command that serves the graph to language models."""

from __future__ import annotations

from typing import Annotated

from pcgraph.cli.option import option
from pcgraph.cli.options import ScopeOptions, chosen_texts
from pcgraph.errors import missing_extra


def mcp(
    timeout: Annotated[float, option("--timeout SECONDS", "Time limit of each answer.")] = 30.0,
    memory: Annotated[int, option("--memory MB", "Memory limit of each query, in addition to the graph.")] = 512,
    max_rows: Annotated[int, option("--max-rows N", "Maximum rows that a query may find.")] = 100_000,
    max_bytes: Annotated[int, option("--max-bytes N", "Maximum bytes that a query may find.")] = 50_000_000,
    max_query: Annotated[int, option("--max-query N", "Maximum bytes of a query.")] = 100_000,
    *,
    scope: ScopeOptions,
) -> None:
    """Serve the graph, read-only, to a language model: Model Context Protocol on standard input and output.

    A program that has such a model starts this command itself. Every answer carries its passages and their states.
    """
    try:
        from pcgraph.web import mcp as server
        from pcgraph.web.limits import Limits
    except ModuleNotFoundError as error:
        raise missing_extra("mcp", (error.name or "mcp").partition(".")[0]) from error
    limits = Limits(timeout, memory, max_rows, max_bytes, max_query, workers=2)
    kg = scope.load()
    server.serve(kg, limits, chosen_texts(None, kg.project))

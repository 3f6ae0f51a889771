"""A server of the Model Context Protocol, on standard input and output: language models ask the graph.

Every answer is JSON and carries the passages that prove it, with their states. The server only reads. Queries run in
the workers of ``pcgraph serve``, with its limits: an answer is complete, or an error of one line names the limit.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import ValidationError

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import PcgraphError, nearest
from pcgraph.model import namespaces
from pcgraph.model.quads import quads
from pcgraph.model.text import visible
from pcgraph.query.explain.methods import methods
from pcgraph.version import __version__
from pcgraph.web.limits import Limits
from pcgraph.web.mcp.tools import Tools
from pcgraph.web.pages.serialisation import distinct
from pcgraph.web.pool.manager import Workers

INSTRUCTIONS = (
    "A knowledge graph of partnerships. Use find to get ids, show for everything about one thing, why for the evidence "
    "of a tie or a fact, questions and query for lists. Cite the passages of an answer, with their states: only "
    "'proved', 'moved' and 'reflowed' mean that a machine found the words in the source. For each row of query, "
    "evidence has the numbers (n) of the passages behind it: of the engagements that a sum or a count takes together, "
    "or from which a tie follows. A long answer is cut: left_out counts the missing rows of each list, and the same "
    "call with the parameters in next returns them; a smaller limit returns more passages of each row."
)
BELIEF = (
    "Each source is a named graph that holds what the source says, whether it is believed or not.",
    "The graph g:current holds what is believed; one rule computes it from the sources in scope.",
    "A verdict of the project may reject or prefer a value, with a reason.",
    "For a property with one value, the better source counts: stated before inferred before alleged, the more precise "
    "date, the tier of the source, the newest.",
    "A status is a step with a date. Talks are no agreement, a plan is no deed, and a claimed sum is no payment.",
    "A tie, such as signsWith, needs one source that states both ends in its own words and reports the status; "
    "readings and allegations make no tie.",
)


class Server(MCPServer[Any]):
    """The server of the SDK, but each error of a tool is one line, and an unknown parameter is an error."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None) -> Any:
        """Call a tool."""
        tools = {tool.name: tool for tool in await self.list_tools()}
        if name not in tools:
            raise ToolError(f"tool {name!r}: unknown; expected one of {', '.join(tools)}; {nearest(name, tools)}")
        known = tools[name].input_schema["properties"]
        for given in arguments:
            if given not in known:
                expected = ", ".join(known)
                raise ToolError(f"{name}: no parameter {given!r}; expected {expected}; {nearest(given, known)}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            raise ToolError(_line(name, error.__cause__ or error)) from error


def _line(tool: str, error: BaseException) -> str:
    if isinstance(error, PcgraphError):
        return visible("; ".join(line.strip() for line in str(error).splitlines() if line.strip(" ^")))
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        return f"{tool}: {where}: {first['msg']}; expected a value of the tool's schema; correct it"
    return f"{tool}: internal error ({type(error).__name__}); expected none; report it"


def make_server(kg: KnowledgeGraph, limits: Limits, workers: Workers, texts: Path | None = None) -> Server:
    """Return a server with all tools and resources; `workers` must be open while it runs."""
    server = Server("pcgraph", title=kg.project.title, instructions=INSTRUCTIONS, version=__version__,
                    log_level="CRITICAL")  # fmt: skip
    tools = Tools(kg, limits, workers, texts)
    hints = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in (tools.find, tools.show, tools.why, tools.questions, tools.query):
        server.add_tool(tool, annotations=hints, structured_output=False)

    @server.resource("pcgraph://ontology", mime_type="text/turtle", description="All terms, with their definitions.")
    def ontology() -> str:
        found = distinct(quads(kg.store, graph=namespaces.ONTOLOGY))
        body = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=kg.names.prefixes) or b""
        return body.decode()

    @server.resource("pcgraph://methods", mime_type="text/plain", description="How the graph was made and is believed.")
    def method() -> str:
        made = [f"{sentence[:1].upper()}{sentence[1:]}." for sentence in methods(kg)]
        return "\n".join([*made, "", *BELIEF]) + "\n"

    return server


def serve(kg: KnowledgeGraph, limits: Limits, texts: Path | None = None) -> None:
    """Serve a graph on standard input and output until the client closes them.

    Call this from the main thread of a process that does nothing else, because it forks.
    """
    workers = Workers.fork(kg.store, limits)
    server = make_server(kg, limits, workers, texts)

    async def run() -> None:
        async with workers.open():
            await server.run_stdio_async()

    asyncio.run(run())

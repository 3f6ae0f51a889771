"""The Starlette application of `pcgraph curate`: one page, its modules, and what they ask for."""

from __future__ import annotations

import json
import traceback
from collections.abc import Awaitable, Callable
from datetime import date
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from pcgraph.errors import InvalidInput, PcgraphError, UsageError
from pcgraph.intake.curation.save import Refused, Stale
from pcgraph.intake.written_dates import read_date
from pcgraph.model.dates import spelled
from pcgraph.model.namespaces import local
from pcgraph.store import countries
from pcgraph.store.data_folder import File
from pcgraph.web.curate import decisions, new_source, table
from pcgraph.web.curate.desk import Change, Desk
from pcgraph.web.curate.drafts import drafts, proposals, reject, rejected
from pcgraph.web.curate.graph import Graphs
from pcgraph.web.curate.guard import Guard
from pcgraph.web.curate.requests import BadRequest, checked
from pcgraph.web.curate.things import kinds, merge_delete, names, terms
from pcgraph.web.curate.things.register import entries
from pcgraph.web.pool.worker import Fault
from pcgraph.web.protocol.sparql_protocol import read_body

TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
STATUS = {Stale: 409, BadRequest: 400}  # of an answer to a request that is refused; 422 for other errors
FAILED = (
    "The app itself has failed; what you entered is not the cause. It has printed the reason in its terminal; please "
    "report it. Look whether your change was saved before you enter it again."
)
TABLE = "name file columns answers"  # parameters of a request about a table
MOST = 30_000_000  # bytes of a request; a PDF file grows by a third in base64
Answer = Callable[[dict[str, Any]], Any]


def create_app(desk: Desk, token: str, more: list[File] | None = None) -> Starlette:
    """Return the application."""
    graphs = Graphs(desk)
    graphs.renew()

    def answer(required: str, work: Answer) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            try:
                try:
                    data = checked(await _parameters(request), required.split())
                except RecursionError as error:
                    raise BadRequest(
                        "request: nested too deep; expected what the page sends; reload the page"
                    ) from error
                return JSONResponse(await run_in_threadpool(work, data | request.path_params))
            except Fault as error:
                return JSONResponse({"lines": [error.line], "findings": []}, error.status)
            except PcgraphError as error:
                status = next((number for kind, number in STATUS.items() if isinstance(error, kind)), 422)
                findings = desk.plain(error.findings) if isinstance(error, Refused) else []
                lines = error.faults if isinstance(error, InvalidInput) else [str(error)]
                return JSONResponse({"lines": desk.in_words(lines), "findings": findings, "places": [*lines]}, status)
            except Exception:
                traceback.print_exc()  # uvicorn is silent; the trace is for who reports the error
                return JSONResponse({"lines": [FAILED], "findings": []}, 500)

        return handle

    def written(work: Callable[[], Any]) -> dict[str, Any]:
        done = work()
        graphs.renew()
        return {"done": done}

    def saved(data: dict[str, Any]) -> dict[str, Any]:
        done = desk.save(Change(data))
        graphs.renew()
        return done

    def registered(data: dict[str, Any]) -> list[str]:
        slugs, blocks = entries(kinds.with_kinds(desk, data["things"]), desk)
        values, more = terms.entries(data.get("terms", ()), desk)
        desk.register(blocks | more)
        return [*slugs, *values]

    def drafted(data: dict[str, Any]) -> dict[str, Any]:
        slug = data["slug"]
        text, known = desk.text(slug), graphs.now().knowledge
        if text is None or known is None:
            raise UsageError(
                f"draft: src:{slug} has no text or there is no graph yet; expected both; save something first"
            )
        day = _day(data.get("date", ""))
        found = drafts(text, known, day, known.register.by_slug, lambda start, end: desk.passage(slug, start, end))
        values = {str(mark["value"]) for each in found for mark in each["marks"]}
        things = {local(iri): label for iri, label in desk.labels().items() if local(iri) in values}
        dates = {value: spelled(value) for value in values if value[:1] in ("1", "2", "[")}
        gone = rejected(desk).get(slug, ())
        found = [each | {"rejected": each["key"] in gone} for each in found]
        lacked = {unknown["name"] for each in found for unknown in each["unknown"]}
        hints = proposals(sorted(lacked), known.countries, countries.names(desk.checker.inputs.ontology))
        return {"drafts": found, "things": things, "dates": dates, "hints": hints}

    change = "slug sha id node passages"
    routes: dict[str, tuple[str, Answer]] = {  # method and path → parameters that a request must have, and the answer
        "GET vocabulary": ("", lambda _: desk.vocabulary(more or ())),
        "GET queue": ("", lambda _: desk.queue()),
        "GET sources/{slug}": ("", lambda data: desk.source(data["slug"])),
        "GET sources/{slug}/mentions": ("", lambda data: graphs.mentions(desk.text(data["slug"]) or "")),
        "GET sources/{slug}/draft": ("", drafted),
        "POST sources/{slug}/reject": ("key", lambda data: {"done": reject(desk, data["slug"], data["key"])}),
        "GET names": ("name", lambda data: graphs.names(data["name"], data.get("classes", "").split())),
        "GET dates": ("text", lambda data: date_read(data["text"])),
        "GET things/{id}": ("", lambda data: names.read(desk, data["id"])),
        "POST passage": ("slug start end", lambda data: desk.passage(data["slug"], data["start"], data["end"])),
        "POST check": (change, lambda data: desk.check(Change(data))),
        "POST consequences": (change, lambda data: graphs.consequences(Change(data))),
        "POST save": (change, saved),
        "POST register": ("things", lambda data: written(lambda: registered(data))),
        "POST things": ("id before names", lambda data: written(lambda: names.write(desk, data))),
        "POST verdicts": (
            "dispute value reason restsOn",
            lambda data: written(lambda: decisions.decide(desk, graphs, data)),
        ),
        "POST judgements": (
            "pair answer reason by",
            lambda data: written(lambda: decisions.judge(desk, graphs, data)),
        ),
        "GET merge": ("id into", lambda data: merge_delete.look_at_merge(desk, data)),
        "POST merge": ("id into reason by shown", lambda data: written(lambda: merge_delete.merge(desk, data))),
        "GET delete": ("id", lambda data: merge_delete.look_at_deletion(desk, data)),
        "POST delete": ("id shown", lambda data: written(lambda: merge_delete.delete(desk, data))),
        "POST sources": ("slug fields", lambda data: written(lambda: new_source.add(desk, data))),
        "POST table/guess": (TABLE, lambda data: table.guess(desk, data)),
        "POST table/preview": (TABLE, lambda data: table.preview(desk, graphs, data)),
        "POST table/save": (f"{TABLE} digest", lambda data: written(lambda: table.save(desk, data))),
        "POST undo": ("", lambda _: {"done": desk.in_words(written(desk.undo)["done"])}),
        "POST redo": ("", lambda _: {"done": desk.in_words(written(desk.redo)["done"])}),
    }
    return Starlette(
        routes=[
            *(
                Route(f"/{token}/api/{name.partition(' ')[2]}", answer(*work), methods=[name.partition(" ")[0]])
                for name, work in routes.items()
            ),
            Route(f"/{token}/", _asset("page.html")),
            Route(f"/{token}/{{name}}", _by_name),
        ],
        middleware=[Middleware(Guard, token=token)],
    )


async def _parameters(request: Request) -> Any:
    """Return what a request sends: the JSON of its body, or the query of its address."""
    if request.method != "POST":
        return dict(request.query_params)
    try:
        return json.loads(await read_body(request, MOST))
    except ValueError as error:
        raise BadRequest("request: no JSON; expected what the page sends; reload the page") from error


def date_read(text: str) -> dict[str, str]:
    """Return a date as the files have it, and in words; with the reason if it is none."""
    try:
        value = read_date(text)
    except ValueError as error:
        return {"value": "", "words": "", "why": str(error)}
    return {"value": value, "words": spelled(value), "why": ""}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _asset(name: str) -> Callable[[Request], Response]:
    path = files(__package__) / "app" / name
    kind = TYPES["." + name.rpartition(".")[2]]

    def handle(_: Request) -> Response:
        return Response(path.read_bytes(), media_type=kind)

    return handle


def _by_name(request: Request) -> Response:
    name = request.path_params["name"]
    known = {each.name for each in (files(__package__) / "app").iterdir()}
    if name not in known or "." + name.rpartition(".")[2] not in TYPES:
        return PlainTextResponse("not found; expected a file of this page; start from the printed address\n", 404)
    return _asset(name)(request)

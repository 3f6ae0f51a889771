"""The app with which curators add sources: a text, a form beside it, and what a change would do."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path

from pcgraph.errors import UsageError, missing_extra
from pcgraph.store.project import Project

HOST = "127.0.0.1"


def curate(
    project: Project, texts: Path | None = None, *, port: int = 8010, ready: Callable[[str], object] = print
) -> None:
    """Serve the app for a project to this machine, until SIGTERM or SIGINT."""
    try:
        from pcgraph.web.curate.app import create_app
        from pcgraph.web.server.deadlines import listen, make_server
    except ModuleNotFoundError as error:
        raise missing_extra("serve", (error.name or "starlette").partition(".")[0]) from error
    from pcgraph.store import data_folder
    from pcgraph.store.files import home
    from pcgraph.web.curate.desk import Desk

    if not project.data.is_dir():
        raise UsageError(f"curate: {project.data} is no data folder; expected one; make one with  pcgraph init")
    with listen(HOST, port, "curate", "--port") as listening:
        desk = Desk(project, home("ontology"), texts or project.texts or _beside(project))
        shipped = home("data")
        more = data_folder.read(shipped, home("ontology")).files if shipped.is_dir() and shipped != project.data else ()
        token = secrets.token_urlsafe(16)
        server = make_server(create_app(desk, token, [file for file in more if file.role in ("source", "register")]))

        async def run() -> None:
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            while not (server.started or serving.done()):
                await asyncio.sleep(0.01)
            if server.started:
                ready(f"http://{HOST}:{listening.getsockname()[1]}/{token}/")
            await serving

        asyncio.run(run())


def _beside(project: Project) -> Path | None:
    """Return the folder of texts of a project that names none: beside it, so that they are not published with it."""
    return project.folder.with_name(f"{project.folder.name}-texts") if project.folder else None

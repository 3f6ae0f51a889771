"""The download of all graphs as one file, which is written once and then sent from disk."""

from __future__ import annotations

import gzip
import hashlib
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pcgraph.web.context import Site
from pcgraph.web.http.caching import client_has, headers
from pcgraph.web.http.problems import error_response

PATH = "/dump.nq.gz"


def dump(request: Request, site: Site) -> Response:
    """Return every graph in scope, as it is written, as gzipped N-Quads; clients may request parts with ``Range``."""
    try:
        folder, tag = site.compute_once("dump", lambda: _file(site))
    except OSError as error:
        line = f"{PATH}: cannot be written ({error.strerror or 'no reason given'}); expected space in the folder for "
        return error_response(request, 507, line + "temporary files; tell the server's administrator")
    said = headers(tag) | {"Content-Disposition": 'attachment; filename="pcgraph.nq.gz"'}
    if client_has(request, tag):
        return Response(status_code=304, headers=said)
    return FileResponse(Path(folder.name) / "dump.nq.gz", headers=said, media_type="application/gzip")


def _file(site: Site) -> tuple[TemporaryDirectory[str], str]:
    """Write the file to a temporary folder and return the folder and the ETag, a checksum of the file."""
    with ExitStack() as unless_complete:
        folder = TemporaryDirectory(prefix="pcgraph-dump-")
        unless_complete.callback(folder.cleanup)
        path = Path(folder.name) / "dump.nq.gz"
        with (
            path.open("wb") as file,
            gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as packed,
        ):
            site.kg.read_raw().dump(packed, format=ox.RdfFormat.N_QUADS)
        with path.open("rb") as written:
            tag = f'"{hashlib.file_digest(written, "sha256").hexdigest()[:32]}"'
        unless_complete.pop_all()
    return folder, tag

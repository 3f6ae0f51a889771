"""All graphs as one file, to be taken away: written once, sent from the disk."""

from __future__ import annotations

import gzip
import hashlib
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pcgraph.serve.answer import headers, held
from pcgraph.serve.faults import fault
from pcgraph.serve.site import Site

PATH = "/dump.nq.gz"


def dump(request: Request, site: Site) -> Response:
    """Answer with every graph in scope as gzipped N-Quads; parts of it can be asked for by Range."""
    try:
        folder, tag = site.once("dump", lambda: _file(site))
    except OSError as error:
        line = f"{PATH}: cannot be written ({error.strerror or 'no reason given'}); expected room in the folder for "
        return fault(request, 507, line + "temporary files; tell the server's administrator")
    said = headers(tag) | {"Content-Disposition": 'attachment; filename="pcgraph.nq.gz"'}
    if held(request, tag):
        return Response(status_code=304, headers=said)
    return FileResponse(Path(folder.name) / "dump.nq.gz", headers=said, media_type="application/gzip")


def _file(site: Site) -> tuple[TemporaryDirectory[str], str]:
    """Write the file, in a folder that goes with the process; its ETag is the checksum of its bytes."""
    with ExitStack() as unless_whole:
        folder = TemporaryDirectory(prefix="pcgraph-dump-")
        unless_whole.callback(folder.cleanup)
        path = Path(folder.name) / "dump.nq.gz"
        with (
            path.open("wb") as file,
            gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as packed,
        ):
            site.store.dump(packed, format=ox.RdfFormat.N_QUADS)
        with path.open("rb") as written:
            tag = f'"{hashlib.file_digest(written, "sha256").hexdigest()[:32]}"'
        unless_whole.pop_all()
    return folder, tag

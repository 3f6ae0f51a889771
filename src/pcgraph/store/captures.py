"""Captures: copies of a source's page, as WARC files in the folder of texts, ``captures/<slug>/<UTC time>.warc.gz``."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput, missing_extra
from pcgraph.store.files import shown

TIME = "%Y%m%dT%H%M%SZ"  # names of captures; sorted by name, they are sorted by time


@dataclass(frozen=True)
class Capture:
    """One capture, as its file says.

    Attributes
    ----------
    path : Path
    url : str
        The address that was asked for.
    sha256 : str
        Of the payload of the last answer, as the server sent it, in lower-case hexadecimal.
    text : str
        The text that was extracted from it; "" if the file has none.
    """

    path: Path
    url: str
    sha256: str
    text: str


def folder(texts: Path, slug: str) -> Path:
    """Return the folder of the captures of a source.

    >>> folder(Path("texts"), "leaflet").as_posix()
    'texts/captures/leaflet'
    """
    return texts / "captures" / slug


def captures(texts: Path, slug: str) -> list[Path]:
    """Return the captures of a source, oldest first; no file is opened.

    >>> captures(Path("no-such-folder"), "leaflet")
    []
    """
    return sorted(folder(texts, slug).glob("*.warc.gz"))


def read(path: Path) -> Capture:
    """Read a capture and check the digests in it.

    >>> read(Path("no-such.warc.gz"))
    Traceback (most recent call last):
    pcgraph.errors.InvalidInput: no-such.warc.gz: not a capture (...); expected a WARC file; restore it from a copy
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise missing_extra("evidence", "warcio") from error
    url = sha256 = text = ""
    try:
        plain = gzip.decompress(path.read_bytes())  # warcio accepts a file that is cut off
        for record in ArchiveIterator(io.BytesIO(plain), check_digests="raise"):
            content = _content(record)
            if record.rec_type == "response":
                url = url or record.rec_headers.get_header("WARC-Target-URI")
                sha256 = hashlib.sha256(content).hexdigest()
            elif record.rec_type == "conversion":
                text = content.decode("utf-8")
    except (OSError, ArchiveLoadFailed, EOFError, ValueError, zlib.error) as error:
        what = " ".join(str(error).split())[:120]
        raise InvalidInput(
            f"{shown(path)}: not a capture ({what}); expected a WARC file; restore it from a copy"
        ) from error
    if not sha256:
        raise InvalidInput(
            f"{shown(path)}: not a capture (no answer in it); expected a WARC file; restore it from a copy"
        )
    return Capture(path, url, sha256, text)


def _content(record: Any) -> bytes:
    """Return the content of a record, which is read to its end: only then is its digest checked."""
    content = b"".join(iter(record.raw_stream.read, b""))
    if record.raw_stream.limit:
        raise ValueError("its last record is cut off")
    return content

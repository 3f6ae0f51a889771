"""Count the rows of an answer while the engine writes it."""

from __future__ import annotations

import re

import pyoxigraph as ox

ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
# by format: what separates rows outside strings; a prefix of complete strings; a string
_FORMS = {
    "application/sparql-results+json": (b"},{", rb'(?:[^"]*+"(?:[^"\\]|\\.)*+")*+', rb'"(?:[^"\\]|\\.)*+"'),
    "application/sparql-results+xml": (b"<result", b"", b""),
    "text/tab-separated-values": (b"\n", b"", b""),
}


class RowCounter:
    """A counter of rows that receives an answer piece by piece.

    Cost: a small part of the engine's own time to write the answer, and no memory beyond one piece.

    >>> count = RowCounter("application/sparql-results+json")
    >>> for piece in (b'{"head":{"vars":["a"]},"results":{"bindings":[{}', b',{}]}}'):
    ...     count.feed(piece)
    >>> count.number
    2
    """

    def __init__(self, media: str) -> None:
        self._mark, self._whole, self._string = _FORMS[media]
        self._json = media.endswith("json")
        self._rest, self._found, self._any = b"", 0, False

    def feed(self, piece: bytes | bytearray) -> None:
        """Count the rows of the next piece."""
        text = self._rest + piece
        overlap = len(self._mark) - 1
        end = len(text)
        if self._whole and b'"' in text:
            found = re.match(self._whole, text, re.DOTALL)
            end, overlap = found.end() if found else 0, 0
        bare = re.sub(self._string, b"", text[:end], flags=re.DOTALL) if self._string else text
        self._found += bare.count(self._mark)
        self._any = self._any or b"[{" in bare
        self._rest = text[max(0, end - overlap) :]

    @property
    def number(self) -> int:
        """Number of rows so far; one more may be incomplete."""
        rest = self._rest.partition(b'"')[0] if self._whole else b""
        open_ = rest.count(self._mark) if len(rest) >= len(self._mark) else 0
        if self._json:
            return self._found + open_ + (self._any or b"[{" in rest)
        return max(0, self._found + open_ - 1)  # the first line is the header

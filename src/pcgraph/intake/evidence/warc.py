"""Writes a fetched page as a WARC file, with its text as a record of its own, and reads it back to be sure."""

from __future__ import annotations

import base64
import hashlib
import re
from io import BytesIO
from pathlib import Path

from pcgraph.errors import InvalidInput
from pcgraph.intake.evidence.exchange import USER_AGENT, Exchange
from pcgraph.intake.evidence.extract import Extract
from pcgraph.intake.evidence.fetch import Page
from pcgraph.store import captures
from pcgraph.store.files import replacing, shown


def write(path: Path, page: Page, extract: Extract) -> captures.Capture:
    """Write a capture: every request with its answer, redirects too, and the extracted text (a conversion record)."""
    if path.exists():
        raise InvalidInput(f"{shown(path)}: there already; expected no capture of this second; run the command again")
    with replacing(path) as temporary:
        temporary.write_bytes(_content(page, extract))
        found = captures.read(temporary)
        if (found.sha256, found.text) != (hashlib.sha256(page.last.body).hexdigest(), extract.text):
            raise InvalidInput(f"{shown(path)}: does not read back as written; expected the same bytes; report this")
    return captures.Capture(path, found.url, found.sha256, found.text)


def payload_digest(body: bytes) -> str:
    """Return the digest of a payload as WARC files and CDX servers write it: SHA-1 in base 32.

    >>> payload_digest(b"")
    '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    return base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode("ascii")


def _content(page: Page, extract: Extract) -> bytes:
    from warcio.warcwriter import WARCWriter  # `capture` has said so if it is missing

    file = BytesIO()
    writer = WARCWriter(file, gzip=True)
    about = {"software": USER_AGENT.partition(" ")[0], "http-header-user-agent": USER_AGENT, "robots": "classic"}
    writer.write_record(writer.create_warcinfo_record("", about))
    answer = ""
    for exchange in page.exchanges:
        when = {"WARC-Date": exchange.time.strftime("%Y-%m-%dT%H:%M:%SZ")}
        content = _unchunked(exchange) + exchange.body
        headers = {**when, "WARC-IP-Address": exchange.address}
        response = writer.create_warc_record(
            exchange.url, "response", BytesIO(content), len(content), warc_headers_dict=headers
        )
        request = writer.create_warc_record(
            exchange.url, "request", BytesIO(exchange.request), len(exchange.request), warc_headers_dict=when
        )
        writer.write_request_response_pair(request, response)
        answer = response.rec_headers.get_header("WARC-Record-ID")
    text = extract.text.encode("utf-8")
    headers = {**when, "WARC-Refers-To": answer, "WARC-Extractor": extract.extractor}
    kind = "text/plain; charset=utf-8"
    url = page.last.url
    writer.write_record(writer.create_warc_record(url, "conversion", BytesIO(text), len(text), kind, headers))
    return file.getvalue()


def _unchunked(exchange: Exchange) -> bytes:
    """Return the head of an answer without ``Transfer-Encoding``, since the body is kept without its chunks."""
    return re.sub(rb"(?im)^transfer-encoding:[^\r\n]*\r\n", b"", exchange.head)

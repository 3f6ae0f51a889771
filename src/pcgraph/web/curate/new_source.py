"""Adds a source from its text, its file or its address: the text goes to the folder of texts, the card to the data."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pcgraph.errors import PcgraphError, UsageError
from pcgraph.intake.curation.form import SourceForm
from pcgraph.intake.curation.journal import digest
from pcgraph.intake.curation.save import Refused, save
from pcgraph.intake.curation.writing import document, node
from pcgraph.intake.evidence.capture import capture, check_outside
from pcgraph.intake.evidence.cards import Card
from pcgraph.intake.evidence.exchange import Exchange
from pcgraph.intake.evidence.extract import extract
from pcgraph.intake.evidence.fetch import Fetcher, Page
from pcgraph.intake.values import address_slug
from pcgraph.store import data_folder
from pcgraph.store.data_folder import SLUG, SPELT
from pcgraph.store.files import replacing
from pcgraph.web.curate.desk import Desk

PDF = "%PDF-"


def add(desk: Desk, data: Mapping[str, Any], fetcher: Fetcher | None = None) -> str:
    """Add a source, and return its slug."""
    if desk.texts is None:
        raise UsageError("new source: no folder of texts; expected texts in pcgraph.toml, or --texts DIR; add it")
    check_outside(desk.texts, desk.checker.inputs.project)
    fields = dict(data.get("fields", {}))
    address = str(next((value["value"] for value in fields.get("address", ())), ""))
    slug = str(data.get("slug") or (address and address_slug(address)))
    if not SLUG.fullmatch(slug):
        raise UsageError(f"new source: {slug[:60]!r} is no slug; expected {SPELT}; choose another")
    text = str(data.get("text", "")) or _of_file(str(data.get("file", "")), str(data.get("name", "")))
    path = desk.texts / f"{slug}.txt"
    if not text.strip() and not address and not path.exists():
        raise UsageError("new source: no text; expected a text, a file or an address; add one")
    if slug in desk.checker.inputs.slugs or (text.strip() and path.exists()):
        raise UsageError(f"new source: src:{slug} exists; expected a new slug; choose another")
    fields.setdefault("firstSeen", [{"value": str(datetime.now(UTC).date()), "inferred": False}])
    fields.setdefault("readTo", [{"value": "whole", "inferred": False}])
    card = _card(slug, fields, desk)
    with desk.lock:
        if not text.strip() and not path.exists():
            _capture(desk, slug, card, desk.texts, fetcher)
            return slug
        save(desk.checker, desk.journal, slug, digest(None), card)
        if text.strip():
            try:
                desk.texts.mkdir(parents=True, exist_ok=True)
                with replacing(path) as temporary:
                    temporary.write_bytes(text.encode("utf-8"))
            except PcgraphError:
                desk.undo()
                raise
        desk.checker.refresh()
    return slug


def _capture(desk: Desk, slug: str, text: str, texts: Path, fetcher: Fetcher | None) -> None:
    """Capture the page of a new source; its card is saved once, with the capture, so that one step undoes it."""
    inputs = desk.checker.inputs
    path = inputs.data / "sources" / f"{slug}.ttl"
    if errors := desk.checker.new_errors({path: text}):
        raise Refused(errors)

    def write(card: Card, new: str) -> Card:
        save(desk.checker, desk.journal, slug, digest(None), new)
        return card

    file = data_folder.parse(path, "source", inputs.names, text.encode("utf-8"))
    capture(slug, replace(inputs, files=(*inputs.files, file)), texts, fetcher, write)


def _card(slug: str, fields: dict[str, Any], desk: Desk) -> str:
    """Return the file of a source that says nothing yet."""
    card = node(slug, "Source", fields)
    empty: SourceForm = {"slug": slug, "card": card, "engagements": [], "things": [], "passages": [], "rest": ""}
    return document(empty, desk.words)


def _of_file(content: str, name: str) -> str:
    """Return the text of a file in base64: of a PDF its pages, of another its characters, with its line ends."""
    try:
        raw = base64.b64decode(content, validate=True)
    except binascii.Error as error:
        raise UsageError("new source: a damaged file; expected a text or a PDF; choose it again") from error
    if raw[:1024].find(PDF.encode()) >= 0:
        kind = (("content-type", "application/pdf"),)
        last = Exchange(f"file:{name}", "", b"", b"", 200, kind, raw, datetime.now(UTC))
        return extract(Page(last.url, (last,), raw)).text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"new source: {name}: not UTF-8 at byte {error.start}; expected a text in UTF-8 or a PDF; save it as UTF-8"
        ) from error

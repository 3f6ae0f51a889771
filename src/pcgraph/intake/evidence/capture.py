"""Captures a source: its page as a WARC file, its text, and what its card says about them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from httpx2 import codes

from pcgraph.errors import EndpointError, InvalidInput, UsageError, missing_extra
from pcgraph.intake.errors import BadInput
from pcgraph.intake.evidence import warc
from pcgraph.intake.evidence.cards import Card, edited, find_card, read_cards, write_card
from pcgraph.intake.evidence.exchange import FetchError
from pcgraph.intake.evidence.extract import Extract, extract
from pcgraph.intake.evidence.fetch import Fetcher, Page
from pcgraph.intake.values import address_slug
from pcgraph.model.web_address import canonical
from pcgraph.query.remote.transport import without_user
from pcgraph.store import captures
from pcgraph.store.data_folder import Inputs
from pcgraph.store.files import real, regular, replacing, shown
from pcgraph.store.project import Project


@dataclass(frozen=True)
class Captured:
    """A capture that was written."""

    slug: str  # of the source, or the proposed one for an address that no source has
    address: str  # the address that was asked for
    # the card; its file is the new one, its other values are those before. None if the address has no source
    card: Card | None
    page: Page
    extract: Extract
    capture: captures.Capture
    replaced: bool  # true if the text of an earlier capture was replaced by another one

    def lines(self, texts: Path) -> list[str]:
        """Return what was written, one line for each file."""
        hops, last = len(self.page.exchanges) - 1, self.page.last
        redirects = f", after {hops} redirect{'s' * (hops != 1)} to {without_user(last.url)}" if hops else ""
        text = f"{shown(texts / f'{self.slug}.txt')}: {len(self.extract.text):,} characters by {self.extract.extractor}"
        if self.replaced:
            text += "; it replaces the text of an earlier capture, which keeps that"
        lines = [f"{shown(self.capture.path)}: {len(last.body):,} bytes{redirects}", text]
        if self.card:
            what = f"retrieved {_day(self.page)}, payload digest {self.capture.sha256[:8]}…, {self.extract.extractor}"
            lines.append(f"{shown(self.card.file.path)}: {what}")
        return lines

    def notes(self) -> list[str]:
        """Return what is left to do."""
        notes = [f"src:{self.slug}: {self.extract.note}; look at the text"] if self.extract.note else []
        if self.card is None:
            notes.append(
                f"{without_user(self.address)} is no source yet; to make it one, write sources/{self.slug}.ttl with "
                f'pcg:address "{self.address}"^^xsd:anyURI, then run  pcgraph capture {self.slug}'
            )
        if self.card and self.card.archived and self.card.digest not in ("", self.capture.sha256):
            notes.append(
                f"src:{self.slug}: {self.card.archived} is a copy of what was captured before; "
                f"run  pcgraph capture {self.slug} --find-archived"
            )
        if self.replaced and self.card and self.card.passages:
            number = self.card.passages
            notes.append(
                f"src:{self.slug}: the text has changed; {number} passage{'s' * (number != 1)} to verify; "
                "run  pcgraph verify --texts DIR"
            )
        return notes


def capture(
    name: str,
    inputs: Inputs,
    texts: Path,
    fetcher: Fetcher | None = None,
    write: Callable[[Card, str], Card] = write_card,
) -> Captured:
    """Fetch the page of a source, keep it, and write its text and its card."""
    check_outside(texts, inputs.project)
    _check_warcio()
    cards = read_cards(inputs)
    card = find_card(cards, name)
    address = card.address if card else name
    slug = card.slug if card else _new_slug(address, texts, cards)
    page = (fetcher or Fetcher()).get(address)
    check_status(page)
    found = extract(page)
    digest = hashlib.sha256(page.last.body).hexdigest()
    # everything that may be refused comes before the first file is written
    new = edited(card, retrieved=_day(page), payloadDigest=digest, extractor=found.extractor) if card else ""
    path = texts / f"{slug}.txt"
    replaced = _replaces(path, found.text, texts, slug)
    time = page.last.time.strftime(captures.TIME)
    written = warc.write(captures.folder(texts, slug) / f"{time}.warc.gz", page, found)
    with replacing(path) as temporary:
        temporary.write_bytes(found.text.encode("utf-8"))
    if card:
        card = write(card, new)
    return Captured(slug, address, card, page, found, written, replaced)


def check_outside(texts: Path, project: Project) -> None:
    """Raise if a folder of texts is inside the project or its repository: texts must not be published with the data.

    >>> check_outside(Path("data/texts"), Project(Path("data")))
    Traceback (most recent call last):
    pcgraph.errors.UsageError: data/texts: inside the project ...; expected a folder outside it, since texts ...
    """
    data = real(project.data)
    roots = {data} | ({real(project.folder)} if project.folder else set())
    roots |= {folder for folder in (data, *data.parents) if (folder / ".git").exists()}
    place = real(texts)
    for root in sorted(roots):
        if place.is_relative_to(root):
            raise UsageError(
                f"{shown(texts)}: inside the project {shown(root)}; expected a folder outside it, since texts belong "
                "to their authors and are not published; set another one with --texts"
            )


def check_status(page: Page) -> None:
    """Raise unless the answer has status 200."""
    last = page.last
    if last.status != 200:
        status = f"{last.status} {codes.get_reason_phrase(last.status)}".rstrip()
        raise EndpointError(f"{without_user(last.url)}: {status}; expected 200; {last.advice}")


def _check_warcio() -> None:
    """Raise before anything is fetched if the page could not be kept."""
    try:
        import warcio  # noqa: F401
    except ImportError as error:
        raise missing_extra("evidence", "warcio") from error


def _day(page: Page) -> str:
    return page.last.time.date().isoformat()


def _new_slug(address: str, texts: Path, cards: Mapping[str, Card]) -> str:
    """Return a slug for an address that no source has; the slug of an earlier capture of the same address."""
    try:
        proposed = address_slug(address)
    except BadInput as error:
        what, expected, todo = error.parts
        raise FetchError(address, "address", what, expected.removeprefix("expected "), todo) from error
    proposed = proposed or "page"
    for number in range(1, 1000):
        slug = proposed if number == 1 else f"{proposed}-{number}"
        taken = slug in cards or (texts / f"{slug}.txt").exists()
        if found := captures.captures(texts, slug):
            taken = slug in cards or canonical(captures.read(found[-1]).url) != canonical(address)
        if not taken:
            return slug
    raise UsageError(f"{address}: {proposed} is the slug of too many pages; expected fewer; give them sources")


def _replaces(path: Path, text: str, texts: Path, slug: str) -> bool:
    """Return whether another text is replaced; raise unless a capture keeps that text."""
    try:
        old = regular(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            f"{shown(path)}: cannot be read; expected the text of src:{slug} in UTF-8; rename it, then capture again"
        ) from error
    if old == text:
        return False
    if not any(captures.read(each).text == old for each in reversed(captures.captures(texts, slug))):
        raise UsageError(
            f"{shown(path)}: differs from the page, and no capture keeps it; expected a text that a capture keeps; "
            "rename it, then capture again"
        )
    return True

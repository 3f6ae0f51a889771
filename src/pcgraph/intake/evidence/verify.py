"""Finds the state of every passage: compares its hash with what is kept of its source, and with the page as it is now.

These are two facts, each with its day: a page that changed takes nothing from what its capture proves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.errors import UsageError
from pcgraph.intake.evidence.record import AddressCheck, PassageCheck, Record, read_record
from pcgraph.model.namespaces import PCG
from pcgraph.model.passages import CHANGED, HASH_NOT_CHECKED, POINTER_ONLY, PROVING, SOURCE_GONE
from pcgraph.store import captures
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import shown
from pcgraph.validation.index import Fact, Lookup
from pcgraph.validation.passages import Place, Text, places, read, state

if TYPE_CHECKING:
    from pcgraph.intake.evidence.fetch import Fetcher

GONE = "gone"
_ADDRESS = PCG + "address"
Ask = Callable[[str, tuple[date, ...]], tuple[str, str, str | None]]  # address, failed days → state, detail, text


def today() -> date:
    """Return the day on which something is verified, in UTC."""
    return datetime.now(UTC).date()


def asking(fetcher: Fetcher | None = None) -> Ask:
    """Return a function that asks addresses politely: one request each, as robots.txt allows.

    Needs the extra ``evidence`` to read pages.

    >>> asking()("http://10.0.0.1/", ())[0]
    'refused'
    """
    from pcgraph.intake.evidence.address import judge
    from pcgraph.intake.evidence.exchange import FetchError
    from pcgraph.intake.evidence.extract import NoArticle, extract
    from pcgraph.intake.evidence.fetch import Fetcher, Page

    fetcher, day = fetcher or Fetcher(), today()

    def ask(address: str, failures: tuple[date, ...]) -> tuple[str, str, str | None]:
        outcome: Page | FetchError
        try:
            outcome = fetcher.get(address)
        except FetchError as error:
            outcome = error
        found = judge(outcome, failures, day)
        text = None
        if isinstance(outcome, Page) and found.state in ("live", "moved"):
            with suppress(NoArticle):
                text = extract(outcome).text
        return found.state, found.detail, text

    return ask


@dataclass(frozen=True)
class Verification:
    """What a verification found."""

    passages: tuple[PassageCheck, ...]  # every passage of every source, sorted
    addresses: tuple[AddressCheck, ...]  # the addresses that were asked, now or earlier, sorted by source
    # passages that were recorded as proved, and whose words nothing has that was read today
    lost: tuple[PassageCheck, ...]

    @property
    def record(self) -> Record:
        """What is worth keeping: all but the states that follow from the data alone."""
        known = (each for each in self.passages if each.checked_on or each.page_state)
        return Record({each.passage: each for each in known}, {each.source: each for each in self.addresses})


def verify(inputs: Inputs, texts: Path | None, today: date, ask: Ask | None = None) -> Verification:
    """Compare all passages with the texts."""
    if not inputs.files:
        raise UsageError(
            f"{shown(inputs.data)}: a file of quads cannot be verified; expected a data folder; set --data to a folder"
        )
    before, available = read_record(inputs), read(inputs, texts) if texts else {}
    passages: list[PassageCheck] = []
    addresses = dict(before.addresses)
    for file, facts in Lookup(inputs).by_role("source"):
        text, now = available.get(file.slug), None
        address = next((fact.value for fact in facts if fact.subject == file.graph and fact.predicate == _ADDRESS), "")
        if ask is not None and address:
            addresses[file.graph], now = _asked(file.graph, address, before.addresses.get(file.graph), ask, today)
        gone = file.graph in addresses and addresses[file.graph].state == GONE
        kept_texts = _Kept(text, texts, file.slug)
        page = None if now is None else Text(now)
        passages += _checks(file, facts, kept_texts, page, before.passages, gone, today)
    was = {iri for iri, each in before.passages.items() if each.state in PROVING}
    lost = [each for each in passages if each.passage in was and _is_lost(each, today)]
    here = {file.graph for file in inputs.by_role("source")}
    kept = [each for source, each in addresses.items() if source in here]
    return Verification(tuple(sorted(passages)), tuple(sorted(kept)), tuple(sorted(lost)))


def _asked(
    source: str, address: str, before: AddressCheck | None, ask: Ask, today: date
) -> tuple[AddressCheck, str | None]:
    failures = before.failed_on if before else ()
    found, detail, text = ask(address, failures)
    failed = tuple(sorted({*failures, today})) if found in ("unreachable", GONE) else ()
    return AddressCheck(source, found, today, failed, detail, address), text


@dataclass(frozen=True)
class _Kept:
    """What is kept of a source: its text, and its captures, which are only read if the text lacks the words."""

    text: Text | None
    texts: Path | None
    slug: str

    @cached_property
    def captures(self) -> list[Text]:
        """The texts of its captures, the newest first."""
        found = captures.captures(self.texts, self.slug) if self.texts else []
        return [Text(captures.read(path).text) for path in reversed(found)]

    def state(self, place: Place) -> str:
        """Return the state of a passage by what is kept."""
        found = state(place, self.text)[0]
        if found == CHANGED or (found == HASH_NOT_CHECKED and self.captures):
            older = (state(place, text)[0] for text in self.captures)
            return next((each for each in older if each in PROVING), CHANGED)
        return found


def _checks(
    file: File,
    facts: list[Fact],
    kept: _Kept,
    page: Text | None,
    before: Mapping[str, PassageCheck],
    gone: bool,
    today: date,
) -> Iterator[PassageCheck]:
    """Yield both facts of each passage of a source. What was found earlier stays while nothing is read that says more.

    Words that only the page has are proved, too. A page that lacks them says nothing of what was proved.
    """
    locators = {fact.subject: fact.value for fact in facts if fact.predicate == PCG + "locator"}
    for place in places(file, facts):
        found, known = kept.state(place), before.get(place.iri)
        on_page = state(place, page)[0] if page and place.hashed else ""
        proved_before = known is not None and known.state in PROVING and found == HASH_NOT_CHECKED
        if on_page in PROVING and found not in PROVING and not proved_before:
            found = on_page
        check = PassageCheck(file.graph, place.iri, found, _pointer(place, locators), today)
        if found == HASH_NOT_CHECKED and known:
            check = replace(check, state=known.state, checked_on=known.checked_on)
        elif found in (HASH_NOT_CHECKED, POINTER_ONLY):
            check = replace(check, checked_on=None)
        if gone and check.state in (HASH_NOT_CHECKED, POINTER_ONLY):
            check = replace(check, state=SOURCE_GONE, checked_on=today)
        if on_page:
            check = replace(check, page_state=on_page, page_checked_on=today)
        elif known and place.hashed:
            check = replace(check, page_state=known.page_state, page_checked_on=known.page_checked_on)
        yield check


def _is_lost(check: PassageCheck, today: date) -> bool:
    """Return whether nothing that was read today has the words of a passage."""
    off_page = check.page_state == CHANGED and check.page_checked_on == today
    return check.state == CHANGED or (off_page and not (check.state in PROVING and check.checked_on == today))


def _pointer(place: Place, locators: Mapping[str, str]) -> str:
    return f"characters {place.span[0]}–{place.span[1]}" if place.span else locators.get(place.iri, "")

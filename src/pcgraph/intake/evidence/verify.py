"""Finds the state of every passage: compares its hash with the text of its source, at hand or as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.errors import UsageError
from pcgraph.intake.evidence.record import AddressCheck, PassageCheck, Record, read_record
from pcgraph.model.namespaces import PCG
from pcgraph.model.passages import CHANGED, HASH_NOT_CHECKED, POINTER_ONLY, PROVING, SOURCE_GONE
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
    """What a verification found.

    Attributes
    ----------
    passages : tuple of PassageCheck
        Every passage of every source, sorted.
    addresses : tuple of AddressCheck
        The addresses that were asked, now or earlier, sorted by source.
    lost : tuple of PassageCheck
        Passages that were recorded as proved and whose words are now changed.
    """

    passages: tuple[PassageCheck, ...]
    addresses: tuple[AddressCheck, ...]
    lost: tuple[PassageCheck, ...]

    @property
    def record(self) -> Record:
        """What is worth keeping: all but the states that follow from the data alone."""
        known = (each for each in self.passages if each.state not in (HASH_NOT_CHECKED, POINTER_ONLY))
        return Record({each.passage: each for each in known}, {each.source: each for each in self.addresses})


def verify(inputs: Inputs, texts: Path | None, today: date, ask: Ask | None = None) -> Verification:
    """Compare all passages with the texts.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> found = verify(data_folder.read(PACKAGE / "testing_data", home("ontology")), None, date(2025, 6, 1))
    >>> {check.state for check in found.passages}
    {'pointer-only'}
    """
    if not inputs.files:
        raise UsageError(
            f"{shown(inputs.data)}: a file of quads cannot be verified; expected a data folder; set --data to a folder"
        )
    before, available = read_record(inputs), read(inputs, texts) if texts else {}
    passages: list[PassageCheck] = []
    addresses = dict(before.addresses)
    for file, facts in Lookup(inputs).by_role("source"):
        text = available.get(file.slug)
        address = next((fact.value for fact in facts if fact.subject == file.graph and fact.predicate == _ADDRESS), "")
        if ask is not None and address:
            addresses[file.graph], now = _asked(file.graph, address, before.addresses.get(file.graph), ask, today)
            text = text if now is None else Text(now)
        gone = file.graph in addresses and addresses[file.graph].state == GONE
        passages += _checks(file, facts, text, before.passages, gone, today)
    was = {iri for iri, each in before.passages.items() if each.state in PROVING}
    lost = [each for each in passages if each.state == CHANGED and each.passage in was]
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


def _checks(
    file: File, facts: list[Fact], text: Text | None, before: Mapping[str, PassageCheck], gone: bool, today: date
) -> Iterator[PassageCheck]:
    """Yield the state of each passage of a source. What was found earlier stays while no text contradicts it."""
    locators = {fact.subject: fact.value for fact in facts if fact.predicate == PCG + "locator"}
    for place in places(file, facts):
        found, _ = state(place, text)
        check = PassageCheck(file.graph, place.iri, found, _pointer(place, locators), today)
        if found == HASH_NOT_CHECKED and place.iri in before:
            check = replace(check, state=before[place.iri].state, checked_on=before[place.iri].checked_on)
        elif found in (HASH_NOT_CHECKED, POINTER_ONLY):
            check = replace(check, checked_on=None)
        if gone and check.state in (HASH_NOT_CHECKED, POINTER_ONLY):
            check = replace(check, state=SOURCE_GONE, checked_on=today)
        yield check


def _pointer(place: Place, locators: Mapping[str, str]) -> str:
    return f"characters {place.span[0]}–{place.span[1]}" if place.span else locators.get(place.iri, "")

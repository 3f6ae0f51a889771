"""The record of the last verification, ``verification.ttl`` in the data folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.namespaces import VERIFICATION
from pcgraph.model.passages import HASH_NOT_CHECKED
from pcgraph.model.text import visible
from pcgraph.store import nquads
from pcgraph.store.data_folder import Inputs
from pcgraph.store.files import replacing

FILE = "verification.ttl"
DAYS = ("checkedOn", "pageCheckedOn", "failedOn")
MOVED = "address-moved"  # the concept for the state "moved" of an address; v:moved is that of a passage
HEAD = """# Written by `pcgraph verify --record`: which passages are in the text of their source, and which addresses
# answer.
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@dataclass(frozen=True, order=True)
class PassageCheck:
    """The state of one passage."""

    source: str  # source and passage: IRIs
    passage: str
    state: str  # name of a concept of ``v:passage-states``
    pointer: str = ""  # where it is said to be, for a reader
    checked_on: date | None = None  # the day on which a text was last compared; None if none ever was
    page_state: str = ""  # what was found when the page was last read again; "" if it never was
    page_checked_on: date | None = None


@dataclass(frozen=True, order=True)
class AddressCheck:
    """What the address of a source answered; `failed_on` are the days of failures since the last success."""

    source: str
    state: str
    checked_on: date
    failed_on: tuple[date, ...] = ()
    detail: str = ""
    address: str = ""


@dataclass(frozen=True)
class Record:
    """The states by passage and by source."""

    passages: dict[str, PassageCheck] = field(default_factory=dict)
    addresses: dict[str, AddressCheck] = field(default_factory=dict)


def read_record(inputs: Inputs) -> Record:
    """Return the record of a data folder; empty if there is none."""
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in inputs.columns.filter(source=VERIFICATION).select("subject", "property", "value").iter_rows():
        subject, property_, value = quad
        if namespaces.local(property_) in DAYS:
            _check_day(inputs, subject, nquads.plain(value))
        said[subject][namespaces.local(property_)].append(nquads.plain(value))
    record = Record()
    for subject, values in sorted(said.items()):
        day, read_on = (next(map(date.fromisoformat, values[name]), None) for name in ("checkedOn", "pageCheckedOn"))
        source = subject.partition("#")[0]
        page = next(map(namespaces.local, values["pageState"]), "")
        for state in values["passageState"] or ([HASH_NOT_CHECKED] if page else ()):
            record.passages[subject] = PassageCheck(source, subject, namespaces.local(state), "", day, page, read_on)
        for state in values["addressState"]:
            name = namespaces.local(state)
            failed = tuple(sorted(map(date.fromisoformat, values["failedOn"])))
            if day is not None:
                record.addresses[subject] = AddressCheck(subject, "moved" if name == MOVED else name, day, failed)
    return record


def _check_day(inputs: Inputs, subject: str, day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise InvalidInput(
            f"{inputs.where(VERIFICATION, subject)}: verification-form: {visible(day)} is no day; expected one such as "
            "2025-06-01; correct it, or delete the file and run `pcgraph verify --record`"
        ) from error


def write_record(record: Record, data: Path) -> Path:
    """Write the record into a data folder, in the layout of `pcgraph fmt`, all or nothing. Return the file."""
    path = data / FILE
    with replacing(path) as new:
        new.write_text(HEAD + "".join(_blocks(record)), encoding="utf-8")
    return path


def _blocks(record: Record) -> Iterator[str]:
    for source, address in sorted(record.addresses.items()):
        name = MOVED if address.state == "moved" else address.state
        failed = " , ".join(f'"{day}"^^xsd:date' for day in address.failed_on)
        yield (
            f"\n<{source}> pcg:addressState v:{name} ;\n"
            + (f"    pcg:failedOn {failed} ;\n" if failed else "")
            + f'    pcg:checkedOn "{address.checked_on}"^^xsd:date .\n'
        )
    for passage, check in sorted(record.passages.items()):
        said = [_fact("passageState", check.state, "checkedOn", check.checked_on)] if check.checked_on else []
        if check.page_checked_on:
            said.append(_fact("pageState", check.page_state, "pageCheckedOn", check.page_checked_on))
        yield f"\n<{passage}> " + " ;\n    ".join(said) + " .\n"


def _fact(name: str, state: str, day_name: str, day: date) -> str:
    return f'pcg:{name} v:{state} ;\n    pcg:{day_name} "{day}"^^xsd:date'
